package plumbline.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import plumbline.assessment.Evaluation;
import plumbline.base.Problem;
import plumbline.exchange.planfile.SamplePlans;
import plumbline.plan.Indicator;
import plumbline.plan.Kind;
import plumbline.words.KindPreviewText.Choice;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What each choice would make of indicator 7 of the sample: 25 at the baseline, 40 and 220
 * reported.
 */
class KindPreviewTextTest {
    private final KindPreviewText preview = new KindPreviewText(Messages.of(Messages.CHINESE));

    private static Evaluation standing() throws Problem {
        return Evaluation.of(
                SamplePlans.openSample("suizhou", new UUID(0, 1)), LocalDate.of(2022, 12, 31));
    }

    private static Indicator seventh() throws Problem {
        return standing().plan().indicators().get(6);
    }

    @Test
    void bothWaysOfReportingAreWorkedOut() throws Problem {
        List<Choice> choices = preview.reportings(standing(), seventh());
        assertEquals(
                List.of("2022年的值 = 220", "25 + 40 + 220 = 285 家"),
                choices.stream().map(Choice::worked).toList());
        assertEquals(List.of(true, false), choices.stream().map(Choice::chosen).toList());
        assertEquals(List.of("提前完成", "提前完成"), choices.stream().map(Choice::verdict).toList());
    }

    @Test
    void whereNothingIsSummedThereIsNothingToChoose() throws Problem {
        assertEquals(
                List.of(),
                preview.reportings(standing(), seventh().change(d -> d.kind = Kind.STOCK)));
    }

    @Test
    void everyKindSaysWhatItWouldMakeOfTheFigures() throws Problem {
        List<Choice> choices = preview.kinds(standing(), seventh());
        assertEquals(
                List.of(
                        "时点值 提前完成 2022年的值 = 220",
                        "累计 提前完成 2022年的值 = 220",
                        "年度值 提前完成 2022年的值 = 220",
                        "年均 达标 （40 + 220）÷ 2 = 130 家",
                        "每年保持 未达标 2021年 40 未达标、2022年 220 达标",
                        "零容忍 未达标 2021年 40 + 2022年 220 = 260 家",
                        "里程碑 达标 2022年的值 = 220",
                        "年均增速 达标 （220 ÷ 25）开 2 次方 − 1 = 196.65%"),
                choices.stream()
                        .map(c -> c.name() + " " + c.verdict() + " " + c.worked())
                        .toList());
    }

    @Test
    void aGapIsSaidInsteadOfASum() throws Problem {
        Indicator gap = seventh().change(d -> d.observations = d.observations.subList(1, 3));
        assertEquals("缺2021年的数，无法累加", preview.reportings(standing(), gap).getLast().worked());
    }
}
