package plumbline.exchange.planfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;
import plumbline.assessment.Judgement;
import plumbline.base.Problem;
import plumbline.plan.Countermeasure;
import plumbline.plan.Finding;
import plumbline.plan.Indicator;
import plumbline.plan.Part;
import plumbline.plan.Plan;
import plumbline.plan.Task;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

class SamplePlansTest {

    static List<String> samples() {
        return SamplePlans.sampleNames();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyIndicatorHasAVerdictOrAReason(String sample) throws Problem {
        Plan plan = open(sample);
        Evaluation standing =
                Evaluation.evaluate(
                        plan, Evaluation.suggestedDate(plan, LocalDate.of(2026, 11, 23)));
        assertEquals(
                plan.indicatorsInOrder(),
                standing.assessments().stream().map(Assessment::indicator).toList());
        for (Assessment assessment : standing.assessments()) {
            boolean said =
                    switch (assessment.judgement()) {
                        case Judgement.Judged judged -> judged.findVerdict().isPresent();
                        case Judgement.Unjudged unjudged -> unjudged.reason().cause() != null;
                    };
            assertTrue(said, assessment.indicator().name());
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSampleIsWhole(String sample) throws Problem {
        Plan plan = open(sample);
        for (List<?> things :
                List.of(
                        plan.periods(),
                        plan.indicators(),
                        plan.taskTree().tasksInOrder(),
                        plan.findings())) {
            assertFalse(things.isEmpty());
        }
        assertEquals(
                plan.indicators().size(),
                plan.indicators().stream().map(Indicator::name).distinct().count());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyLinkLeadsSomewhereAndNoIdStandsTwice(String sample) throws Problem {
        Plan plan = open(sample);
        List<UUID> indicators = plan.indicators().stream().map(Indicator::id).toList();
        List<UUID> tasks = plan.taskTree().tasksInOrder().stream().map(Task::id).toList();
        List<UUID> findings = plan.findings().stream().map(Finding::id).toList();
        List<UUID> parts =
                plan.indicators().stream().flatMap(i -> i.parts().stream()).map(Part::id).toList();
        List<UUID> all =
                Stream.of(
                                indicators,
                                tasks,
                                findings,
                                parts,
                                plan.countermeasures().stream().map(Countermeasure::id).toList())
                        .flatMap(List::stream)
                        .toList();
        assertEquals(new HashSet<>(all).size(), all.size());
        for (Task task : plan.taskTree().tasksInOrder())
            assertTrue(indicators.containsAll(task.indicatorIds()), task.title());
        for (Finding f : plan.findings())
            assertTrue(
                    indicators.containsAll(f.indicatorIds()) && tasks.containsAll(f.taskIds()),
                    f.title());
        for (Countermeasure c : plan.countermeasures()) {
            assertTrue(
                    indicators.containsAll(c.indicatorIds())
                            && tasks.containsAll(c.taskIds())
                            && findings.containsAll(c.findingIds()),
                    c.title());
        }
    }

    @Test
    void anUnknownSampleIsRefusedWithTheNamesThereAre() {
        Problem problem =
                assertThrows(
                        Problem.class, () -> SamplePlans.openSample("nowhere", new UUID(0, 1)));
        assertEquals(
                Set.of("suizhou", "ezhou", "jingmen", "jingdezhen", "xxshi"),
                new HashSet<>(SamplePlans.sampleNames()));
        assertEquals("problem.sample.unknown", problem.messageKey());
    }

    private static Plan open(String sample) throws Problem {
        return SamplePlans.openSample(sample, new UUID(0, 1));
    }
}
