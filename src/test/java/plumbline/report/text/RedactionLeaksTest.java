package plumbline.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import plumbline.assessment.Evaluation;
import plumbline.plan.Finding;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Observation;
import plumbline.plan.Passage;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Reading;
import plumbline.plan.Redaction;
import plumbline.plan.Reporting;
import plumbline.plan.Source;
import plumbline.plan.Status;
import plumbline.plan.Task;
import plumbline.plan.TaskEntry;
import plumbline.plan.TaskKind;
import plumbline.plan.TaskTree;
import plumbline.report.Secret;
import plumbline.words.Messages;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

class RedactionLeaksTest {
    private static final Messages WORDS = Messages.forLocale(Messages.CHINESE);

    /** 27391 户 in 2022, nothing else of it is hidden. */
    private static final Plan PLAN =
            Secret.unmarked()
                    .withRedaction(
                            new Redaction.PeriodRedaction(Secret.ONE_YEAR, Period.ofYear(2022)));

    private static List<String> leaks(Plan plan) {
        return RedactionLeaks.findLeaks(Evaluation.evaluate(plan, Secret.AT), WORDS).stream()
                .map(l -> l.kind() + "|" + l.secret() + "|" + l.number() + "|" + l.place())
                .toList();
    }

    @Test
    void whereNothingIsMarkedNothingLeaks() {
        assertEquals(List.of(), leaks(Secret.unmarked()));
        assertEquals(List.of(), leaks(PLAN));
    }

    @Test
    void aNoteWithTheDigitsIsNamed() {
        Plan noted =
                PLAN.withObservation(
                        Secret.OPEN,
                        new Observation(
                                Period.ofYear(2022),
                                12,
                                Reading.ofAmount("4700"),
                                Status.ACTUAL,
                                Source.TYPED,
                                "同口径企业27,391户"));
        assertEquals(List.of("SAID|1. 企业总数 2022年|27391|6. 公开指标 2022年的备注或来源"), leaks(noted));
    }

    @Test
    void aTaskEntryAProblemAndARewordedParagraphAreNamed() {
        Task task =
                Task.createTitled(new UUID(7, 1), 0, TaskKind.ITEM, "培育企业")
                        .withChanges(
                                d ->
                                        d.entries =
                                                List.of(
                                                        new TaskEntry(
                                                                new UUID(7, 2),
                                                                Secret.AT,
                                                                "总数达2.74万户",
                                                                List.of())));
        Plan told =
                PLAN.withTaskTree(new TaskTree(List.of(task)))
                        .withPassage(new Passage("overall", "zh", "全市企业２７３９１户。", ""))
                        .withChanges(
                                d ->
                                        d.findings =
                                                List.of(
                                                        new Finding(
                                                                new UUID(8, 1),
                                                                "底数不清",
                                                                "完成进度才73.76%",
                                                                List.of(),
                                                                List.of(),
                                                                List.of())));
        List<String> leaks = leaks(told);
        assertTrue(leaks.contains("SAID|1. 企业总数 2022年|27391|报告“培育企业”一节的文字"), leaks::toString);
        assertTrue(leaks.contains("SAID|1. 企业总数 完成进度|73.76|报告“底数不清”一节的文字"), leaks::toString);
        assertTrue(
                leaks.stream()
                        .anyMatch(
                                l ->
                                        l.startsWith("SAID|1. 企业总数 2022年|27391|报告“")
                                                && l.contains(WORDS.sentence("section.OVERALL"))),
                leaks::toString);
        assertEquals(3, leaks.size(), leaks::toString);
    }

    @Test
    void aTotalWithOneHiddenPartTellsThePart() {
        assertEquals(
                List.of("FOLLOWS|4. 市场主体 · 甲县 2022年|7717|4. 市场主体 2022年的总数与各分项"),
                leaks(
                        Secret.unmarked()
                                .withRedaction(
                                        new Redaction.PeriodRedaction(
                                                Secret.PART, Period.ofYear(2022)))));
        assertEquals(
                List.of("FOLLOWS|4. 市场主体 2022年|8951|4. 市场主体 2022年的总数与各分项"),
                leaks(
                        Secret.unmarked()
                                .withRedaction(
                                        new Redaction.PeriodRedaction(
                                                Secret.SUMMED, Period.ofYear(2022)))));
    }

    @Test
    void twoHiddenPartsKeepEachOther() {
        Plan both =
                Secret.unmarked()
                        .withRedaction(
                                new Redaction.PeriodRedaction(Secret.PART, Period.ofYear(2022)))
                        .withRedaction(
                                new Redaction.PeriodRedaction(new UUID(3, 2), Period.ofYear(2022)));
        assertEquals(List.of(), leaks(both));
    }

    @Test
    void theSameNumberOfAnotherIndicatorIsNamed() {
        assertEquals(
                List.of("SHOWN|1. 企业总数 2022年|27391|6. 公开指标 2022年"),
                leaks(
                        PLAN.withObservation(
                                Secret.OPEN, Observation.actual(Period.ofYear(2022), "27391"))));
    }

    @Test
    void halvesTellTheYearTheyMakeWhereFiguresAreSummed() {
        Plan halves =
                PLAN.withObservation(
                                Secret.ONE_YEAR,
                                Observation.actual(Period.ofHalfYear(2022, 1), "13000"))
                        .withChangedIndicator(
                                Secret.ONE_YEAR,
                                i ->
                                        i.withChanges(
                                                d -> {
                                                    d.kind = IndicatorKind.CUMULATIVE;
                                                    d.reporting = Reporting.PER_PERIOD;
                                                }));
        assertEquals(List.of("FOLLOWS|1. 企业总数 2022年|27391|1. 企业总数 2022年上半年"), leaks(halves));
    }

    @Test
    void aVerdictThatIsTheNumberIsNamed() {
        Plan zero =
                Secret.unmarked()
                        .withIndicator(
                                Indicator.createNamed(new UUID(2, 9), new UUID(1, 1), "重大事故")
                                        .withChanges(
                                                d -> {
                                                    d.kind = IndicatorKind.ZERO;
                                                    d.observations =
                                                            List.of(
                                                                    Observation.actual(
                                                                            Period.ofYear(2021),
                                                                            "0"),
                                                                    Observation.actual(
                                                                            Period.ofYear(2022),
                                                                            "0"));
                                                }))
                        .withRedaction(new Redaction.LineRedaction(new UUID(2, 9)));
        assertEquals(List.of("TOLD|7. 重大事故|0|达标"), leaks(zero));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            27391,    户,   共有27391户,      true
            27391,    户,   "共有27,391户",   true
            27391,    户,   2.7391万户,       true
            27391,    户,   2.74万户,         true
            27391,    户,   2.7万户,          false
            27391,    户,   127391户,         false
            27391,    户,   27391.5户,        false
            27.391,   万户, 27.4万户,         true
            27.391,   万户, 273910户,         true
            2022,     户,   2022年,           false
            8,        个,   8个,              true
            8,        个,   8日,              false
            8,        个,   8家,              false
            8,        个,   本指标8家,        true
            -1.25,    %,    下降1.25%,        true
            """,
            quoteCharacter = '"')
    void digitsAreFoundAsTheyAreWritten(String amount, String unit, String text, boolean found) {
        Indicator line =
                Indicator.createNamed(new UUID(2, 1), new UUID(1, 1), "本指标")
                        .withChanges(d -> d.unit = unit);
        assertEquals(found, NumberInText.isInText(text, new BigDecimal(amount), line));
    }

    @Test
    void englishNamesThePlacesInEnglish() {
        Plan noted =
                PLAN.withObservation(
                        Secret.OPEN,
                        new Observation(
                                Period.ofYear(2022),
                                12,
                                Reading.ofAmount("4700"),
                                Status.ACTUAL,
                                Source.inDocument("27391.xlsx", ""),
                                ""));
        Messages english = Messages.forLocale(Messages.ENGLISH);
        assertEquals(
                List.of(
                        "1. 企业总数 2022 (27391) is still written in the note or source of 6. 公开指标, 2022"),
                RedactionLeaks.findLeaks(Evaluation.evaluate(noted, Secret.AT), english).stream()
                        .map(l -> l.leakSentence(english))
                        .toList());
    }
}
