package plumbline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import plumbline.assessment.Evaluation;
import plumbline.base.Problem;
import plumbline.exchange.planfile.SamplePlans;
import plumbline.plan.Plan;
import plumbline.plan.TaskTree;
import plumbline.words.Messages;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** The folder of charts: each number once, in order, and no picture of nothing. */
class HandoverTest {
    @TempDir Path folder;

    private List<String> charts(Plan plan) throws Problem {
        HandoverOptions charts =
                new HandoverOptions(
                        Set.of(HandoverPart.CHARTS),
                        HandoverOptions.everything().sections(),
                        HandoverOptions.everything().columns(),
                        Optional.empty());
        return new Handover(Messages.forLocale(Messages.CHINESE), charts)
                        .<RuntimeException>writeHandover(
                                Evaluation.evaluate(plan, LocalDate.of(2022, 12, 31)),
                                folder,
                                _ -> {})
                        .stream()
                        .map(f -> f.getFileName().toString())
                        .filter(n -> n.endsWith(".svg"))
                        .toList();
    }

    private static void numberedOnce(List<String> names) {
        List<String> numbers = names.stream().map(n -> n.replaceFirst("-.*", "")).toList();
        assertEquals(
                IntStream.rangeClosed(1, names.size()).mapToObj("%02d"::formatted).toList(),
                numbers);
    }

    @Test
    void aPlanWithoutTasksHasNoPictureOfThem() throws Exception {
        List<String> names =
                charts(
                        SamplePlans.openSample("suizhou", new UUID(0, 1))
                                .withChanges(d -> d.taskTree = TaskTree.EMPTY));
        assertEquals(
                List.of("01-指标总览.svg", "02-进度排序.svg", "03-评价分布.svg", "04-全市市场主体数.svg"),
                names.subList(0, 4));
        assertEquals(3 + 13, names.size());
        numberedOnce(names);
    }

    /** No progress, so no ranking; and of the first no figure. */
    @Test
    void aPlanWithoutBaselinesHasNoRanking() throws Exception {
        List<String> names = charts(SamplePlans.openSample("xxshi", new UUID(0, 1)));
        assertTrue(
                names.stream().noneMatch(n -> n.contains("进度排序") || n.contains("发明专利拥有量")),
                names::toString);
        assertTrue(
                names.contains("01-指标总览-1.svg") || names.contains("01-指标总览.svg"), names::toString);
        numberedOnce(names);
    }
}
