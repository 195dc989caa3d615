package plumbline.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import plumbline.base.Problem;
import plumbline.exchange.planfile.SamplePlans;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Observation;
import plumbline.plan.Plan;
import plumbline.plan.Status;
import plumbline.plan.Verdict;
import plumbline.plan.VerdictRule;
import plumbline.words.Messages;
import plumbline.words.Wording;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** domain.md §6: the published table, recomputed by hand. */
class SuizhouTableTest {
    private static final LocalDate END_2022 = LocalDate.of(2022, 12, 31);
    private static final LocalDate MID_2023 = LocalDate.of(2023, 6, 30);

    private static Plan suizhou() throws Problem {
        return SamplePlans.openSample("suizhou", new UUID(0, 1));
    }

    /** As the printed table has it: the column of the first half of 2023 as if it were fact. */
    private static Plan forecastsTaken() throws Problem {
        Plan plan = suizhou();
        return plan.withChanges(
                d ->
                        d.indicators =
                                plan.indicators().stream()
                                        .map(
                                                i ->
                                                        i.withChanges(
                                                                e ->
                                                                        e.observations =
                                                                                i
                                                                                        .observations()
                                                                                        .stream()
                                                                                        .map(
                                                                                                o ->
                                                                                                        Observation
                                                                                                                .of(
                                                                                                                        o
                                                                                                                                .period(),
                                                                                                                        Status
                                                                                                                                .ACTUAL,
                                                                                                                        o
                                                                                                                                .reading()))
                                                                                        .toList()))
                                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "1, 112.46%, 220.86%, AHEAD", "2, 76.49%, 46.73%, FASTER", "3, 105.56%, 119.49%, AHEAD",
                "4, 70.59%, 16.67%, BEHIND",
        "5, 90.00%, 0.00%, BEHIND", "6, 110.53%, 133.33%, AHEAD", "7, 220.00%, 260.00%, AHEAD",
                "8, 92.11%, 40.00%, ON_COURSE",
        "9, 100.00%, 100.00%, FASTER", "10, 68.42%, 5.26%, BEHIND", "11, 0.00%, 0.00%, BEHIND",
                "12, 101.01%, ——, ON_COURSE",
        "13, 102.04%, ——, ON_COURSE"
    })
    void eachRowByThePrintedNote(int row, String attainment, String progress, Verdict verdict)
            throws Problem {
        Assessment a = Evaluation.evaluate(suizhou(), END_2022).assessments().get(row - 1);
        assertEquals(
                List.of(attainment, progress, verdict),
                List.of(
                        new Wording(Messages.forLocale(Messages.CHINESE))
                                .percentText(a.attainment()),
                        new Wording(Messages.forLocale(Messages.CHINESE)).percentText(a.progress()),
                        a.verdict().orElseThrow()));
        assertEquals(row, a.number());
    }

    /**
     * Rows 12 and 13 as the note alone would have them, as if something were to be reached: (100 −
     * 98) ÷ (99 − 98); a target that the baseline meets is kept.
     */
    @ParameterizedTest
    @CsvSource({"12, 101.01%, 200.00%, AHEAD", "13, 102.04%, ——, ON_COURSE"})
    void whatIsHeldWouldBeBeyondAnyWay(int row, String attainment, String progress, Verdict verdict)
            throws Problem {
        Plan plan = suizhou();
        Plan reached =
                plan.withChangedIndicator(
                        plan.indicatorsInOrder().get(row - 1).id(),
                        i -> i.withKind(IndicatorKind.STOCK));
        Assessment a = Evaluation.evaluate(reached, END_2022).assessments().get(row - 1);
        assertEquals(
                List.of(attainment, progress),
                List.of(
                        new Wording(Messages.forLocale(Messages.CHINESE))
                                .percentText(a.attainment()),
                        new Wording(Messages.forLocale(Messages.CHINESE))
                                .percentText(a.progress())));
        assertEquals(Optional.ofNullable(verdict), a.verdict());
    }

    @ParameterizedTest
    @CsvSource({
        "1, 288.37%",
        "2, 57.70%",
        "3, 158.46%",
        "4, 16.67%",
        "5, 0.00%",
        "6, 166.67%",
        "7, 294.67%",
        "8, 40.00%",
        "9, 100.00%",
        "10, 42.11%",
        "11, 0.00%"
    })
    void theHalfYearsColumn(int row, String progress) throws Problem {
        Assessment a = Evaluation.evaluate(forecastsTaken(), MID_2023).assessments().get(row - 1);
        assertEquals(
                progress,
                new Wording(Messages.forLocale(Messages.CHINESE)).percentText(a.progress()));
        assertEquals(
                "50.00%",
                new Wording(Messages.forLocale(Messages.CHINESE)).percentText(a.timeProgress()));
    }

    @Test
    void headlineByTheNoteIsNineOfThirteen() throws Problem {
        VerdictTally tally = Evaluation.evaluate(suizhou(), END_2022).tallyAll();
        assertEquals(9, tally.onCourseCount());
        assertEquals(13, tally.totalCount());
        assertEquals("69.23%", Wording.formatPercent(tally.shareOnCourse().orElseThrow()));
    }

    @Test
    void withTheHalfYearsColumnItIsEight() throws Problem {
        assertEquals(8, Evaluation.evaluate(forecastsTaken(), MID_2023).tallyAll().onCourseCount());
    }

    /** Row 4 is 23.33 points below: the band must be wider than that. */
    @ParameterizedTest
    @CsvSource({"0.2333, BEHIND", "0.2334, NEARLY"})
    void rowFourIsNearOnlyInAVeryWideBand(String width, Verdict verdict) throws Problem {
        Plan plan = suizhou().withRule(VerdictRule.suizhouRule(new java.math.BigDecimal(width)));
        assertEquals(
                verdict,
                Evaluation.evaluate(plan, END_2022).assessments().get(3).verdict().orElseThrow());
    }

    /**
     * By pace: progress ÷ 40 %. Row 2: 46.73/40 = 1.17; row 4: 0.42; row 8: 1; row 10: 0.13; rows
     * 1, 3, 6, 7, 9 are met.
     */
    @ParameterizedTest
    @CsvSource({
        "1,AHEAD",
        "2,FASTER",
        "3,AHEAD",
        "4,BEHIND",
        "5,BEHIND",
        "6,AHEAD",
        "7,AHEAD",
        "8,ON_COURSE",
        "9,AHEAD",
        "10,BEHIND",
        "11,BEHIND",
        "12,ON_COURSE",
        "13,ON_COURSE"
    })
    void theDefaultRuleAtTheEndOf2022(int row, Verdict verdict) throws Problem {
        Plan plan = suizhou().withRule(VerdictRule.timeRule());
        assertEquals(
                verdict,
                Evaluation.evaluate(plan, END_2022)
                        .assessments()
                        .get(row - 1)
                        .verdict()
                        .orElseThrow());
    }

    /**
     * Half of the time is gone for the rows with an actual figure: row 4: 0.33, row 8: 40/50 = 0.8,
     * exactly on the border of “nearly”; row 10: 42.11/50 = 0.84. Rows 1, 2, 3 and 6 only have
     * forecasts and stay with their figures of 2022.
     */
    @ParameterizedTest
    @CsvSource({
        "1,AHEAD,2022",
        "2,FASTER,2022",
        "3,AHEAD,2022",
        "4,BEHIND,2023H1",
        "5,BEHIND,2023H1",
        "6,AHEAD,2022",
        "7,AHEAD,2023H1",
        "8,NEARLY,2023H1",
        "9,AHEAD,2023H1",
        "10,NEARLY,2023H1",
        "11,BEHIND,2023H1",
        "12,ON_COURSE,2023H1",
        "13,ON_COURSE,2023H1"
    })
    void theDefaultRuleInTheMiddleOf2023(int row, Verdict verdict, String period) throws Problem {
        Assessment a =
                Evaluation.evaluate(suizhou().withRule(VerdictRule.timeRule()), MID_2023)
                        .assessments()
                        .get(row - 1);
        assertEquals(verdict, a.verdict().orElseThrow());
        assertEquals(period, a.latest().orElseThrow().period().code());
    }
}
