package plumbline.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import plumbline.assessment.Evaluation;
import plumbline.base.Problem;
import plumbline.exchange.planfile.SamplePlans;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorKind;
import plumbline.words.KindPreviewText.KindChoice;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What each choice would make of indicator 7 of the sample: 25 at the baseline, 40 and 220
 * reported.
 */
class KindPreviewTextTest {
    private final KindPreviewText preview =
            new KindPreviewText(Messages.forLocale(Messages.CHINESE));

    private static Evaluation standing() throws Problem {
        return Evaluation.evaluate(
                SamplePlans.openSample("suizhou", new UUID(0, 1)), LocalDate.of(2022, 12, 31));
    }

    private static Indicator seventh() throws Problem {
        return standing().plan().indicators().get(6);
    }

    @Test
    void bothWaysOfReportingAreWorkedOut() throws Problem {
        List<KindChoice> choices = preview.reportingChoices(standing(), seventh());
        assertEquals(
                List.of("2022年的值 = 220", "25 + 40 + 220 = 285 家"),
                choices.stream().map(KindChoice::computation).toList());
        assertEquals(List.of(true, false), choices.stream().map(KindChoice::isChosen).toList());
        assertEquals(
                List.of("提前完成", "提前完成"), choices.stream().map(KindChoice::verdictText).toList());
    }

    @Test
    void whereNothingIsSummedThereIsNothingToChoose() throws Problem {
        assertEquals(
                List.of(),
                preview.reportingChoices(
                        standing(), seventh().withChanges(d -> d.kind = IndicatorKind.STOCK)));
    }

    @Test
    void everyKindSaysWhatItWouldMakeOfTheFigures() throws Problem {
        List<KindChoice> choices = preview.kindChoices(standing(), seventh());
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
                        .map(c -> c.name() + " " + c.verdictText() + " " + c.computation())
                        .toList());
    }

    @Test
    void aGapIsSaidInsteadOfASum() throws Problem {
        Indicator gap = seventh().withChanges(d -> d.observations = d.observations.subList(1, 3));
        assertEquals(
                "缺2021年的数，无法累加", preview.reportingChoices(standing(), gap).getLast().computation());
    }
}
