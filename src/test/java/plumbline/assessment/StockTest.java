package plumbline.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import static plumbline.assessment.Given.END;
import static plumbline.assessment.Given.actual;
import static plumbline.assessment.Given.assertFigure;
import static plumbline.assessment.Given.assess;
import static plumbline.assessment.Given.baseline;
import static plumbline.assessment.Given.cause;
import static plumbline.assessment.Given.course;
import static plumbline.assessment.Given.remarks;
import static plumbline.assessment.Given.target;
import static plumbline.assessment.Given.unjudged;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import plumbline.assessment.Reason.Cause;
import plumbline.plan.Course;
import plumbline.plan.Direction;
import plumbline.plan.Milestone;
import plumbline.plan.Milestone.Role;
import plumbline.plan.Relation;
import plumbline.plan.Verdict;
import plumbline.plan.VerdictRule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * domain.md §4: attainment A ÷ T, progress (A − B) ÷ (T − B), and the verdict that follows for a
 * 期末值.
 */
class StockTest {

    /** Rising, falling, and over zero; on, below and beyond the ends. */
    @ParameterizedTest
    @CsvSource({
        "100, 200, 150, 0.75, 0.5",
        "100, 200, 100, 0.5, 0",
        "100, 200, 80, 0.4, -0.2",
        "100, 200, 200, 1, 1",
        "100, 200, 260, 1.3, 1.6",
        "0, 2, 1, 0.5, 0.5",
        "0, 2, 0, 0, 0",
        "0, 2, -1, -0.5, -0.5",
        "-10, 10, 0, 0, 0.5",
        "-20, -10, -15, 1.5, 0.5",
        "50, 40, 45, 1.125, 0.5",
        "50, 40, 50, 1.25, 0",
        "50, 40, 52, 1.3, -0.2",
        "50, 40, 40, 1, 1",
        "50, 40, 35, 0.875, 1.5",
        "0, 3, 1, 0.333333333, 0.333333333",
        "0.26, 0.38, 0.42, 1.105263158, 1.333333333"
    })
    void attainmentAndProgress(String b, String t, String a, String attainment, String progress) {
        Assessment assessment = assess(course(b, t), "2022", a);
        assertFigure(attainment, assessment.attainment());
        assertFigure(progress, assessment.progress());
    }

    /**
     * 40 % of the way is due at the end of 2022: 140 rising from 100 to 200, 60 falling from 100 to
     * 0.
     */
    @ParameterizedTest
    @CsvSource({
        "200, 0, AHEAD",
        "240, -40, AHEAD",
        "170, 30, FASTER",
        "140, 60, ON_COURSE",
        "136, 64, NEARLY",
        "132, 68, NEARLY",
        "131.9, 68.1, BEHIND",
        "100, 100, BEHIND",
        "90, 110, BEHIND"
    })
    void fallingIsTheMirrorOfRising(String rising, String falling, Verdict verdict) {
        Assessment up = assess(course("100", "200"), "2022", rising);
        Assessment down = assess(course("100", "0"), "2022", falling);
        assertEquals(
                List.of(verdict, verdict),
                List.of(up.verdict().orElseThrow(), down.verdict().orElseThrow()));
        assertFigure(up.progress().knownValue().orElseThrow().toPlainString(), down.progress());
    }

    @Test
    void targetZeroHasNoAttainment() {
        assertEquals(
                Cause.TARGET_IS_ZERO, cause(assess(course("5", "0"), "2022", "2").attainment()));
    }

    /** (2 − 5) ÷ (0 − 5) = 0.6; 0.6 ÷ 0.4 = 1.5. */
    @Test
    void targetZeroStillHasProgressAndAVerdict() {
        Assessment a = assess(course("5", "0"), "2022", "2");
        assertFigure("0.6", a.progress());
        assertEquals(Optional.of(Verdict.FASTER), a.verdict());
    }

    @ParameterizedTest
    @CsvSource({"98, 98, 97, BEHIND", "98, 98.00, 98, ON_COURSE", "0, 0, 1, ON_COURSE"})
    void targetOnTheBaselineIsToBeKept(String b, String t, String a, Verdict verdict) {
        Assessment assessment = assess(course(b, t), "2022", a);
        assertEquals(Cause.KEPT_NOT_REACHED, cause(assessment.progress()));
        assertEquals(Cause.KEPT_NOT_REACHED, cause(assessment.pace()));
        assertEquals(Optional.of(verdict), assessment.verdict());
    }

    @Test
    void targetOnTheBaselineStillHasAttainment() {
        assertFigure("1.02", assess(course("50", "50"), "2022", "51").attainment());
    }

    @Test
    void progressZeroIsRemarked() {
        assertEquals(
                List.of(Remark.NO_HEADWAY, Remark.DUE_DERIVED),
                remarks(assess(course("18", "20"), "2022", "18.0")));
    }

    @ParameterizedTest
    @CsvSource({"18, 20, 17.9", "20, 18, 20.1"})
    void belowTheBaselineIsRemarked(String b, String t, String a) {
        assertEquals(
                List.of(Remark.WORSE_THAN_BASELINE, Remark.DUE_DERIVED),
                remarks(assess(course(b, t), "2022", a)));
    }

    @Test
    void zeroIsAFigure() {
        Assessment a = assess(course("0", "2"), "2022", "0");
        assertEquals(Optional.of(Verdict.BEHIND), a.verdict());
        assertEquals(Optional.of(new BigDecimal("0")), a.value());
    }

    @Test
    void withoutBaselineAttainmentIsShown() {
        Assessment a =
                assess(Course.of(target(Role.FINAL, END, "200", Direction.HIGHER)), "2022", "150");
        assertFigure("0.75", a.attainment());
        assertFigure("50", a.gap());
    }

    @Test
    void withoutBaselineNothingThatNeedsItIsComputed() {
        Assessment a =
                assess(Course.of(target(Role.FINAL, END, "200", Direction.HIGHER)), "2022", "150");
        for (Figure figure :
                List.of(a.progress(), a.due(), a.progressDue(), a.pace(), a.achievedPerYear())) {
            assertEquals(Cause.NO_BASELINE, cause(figure), () -> figure.formula().name());
        }
        assertEquals(Cause.NO_BASELINE, unjudged(a));
    }

    @Test
    void withoutBaselineAMetTargetIsStillMet() {
        Assessment a =
                assess(Course.of(target(Role.FINAL, END, "200", Direction.HIGHER)), "2022", "200");
        assertEquals(Optional.of(Verdict.AHEAD), a.verdict());
    }

    @Test
    void withoutTargetNothingThatNeedsItIsComputed() {
        Assessment a = assess(Course.of(baseline("100")), "2022", "150");
        for (Figure figure :
                List.of(
                        a.attainment(),
                        a.progress(),
                        a.due(),
                        a.progressDue(),
                        a.pace(),
                        a.gap(),
                        a.neededPerYear())) {
            assertEquals(Cause.NO_TARGET, cause(figure), () -> figure.formula().name());
        }
        assertEquals(Cause.NO_TARGET, unjudged(a));
    }

    /** (150 − 100) ÷ 2 years. */
    @Test
    void withoutTargetTheRateAchievedIsShown() {
        assertFigure("25", assess(Course.of(baseline("100")), "2022", "150").achievedPerYear());
    }

    @Test
    void withoutAnyCourseTheValueIsStillShown() {
        Assessment a = assess(Course.EMPTY, "2022", "150");
        assertEquals(Optional.of(new BigDecimal("150")), a.value());
        assertFigure("0.4", a.timeProgress());
    }

    /** “Over 80” is not met by 80, though progress is 100 %; the pace is 1 ÷ 0.4. */
    @ParameterizedTest
    @CsvSource({
        "ABOVE, 60, 80, 80, FASTER",
        "ABOVE, 60, 80, 80.1, AHEAD",
        "BELOW, 5, 3, 3, FASTER",
        "BELOW, 5, 3, 2.9, AHEAD"
    })
    void aStrictTargetIsNotMetOnTheSpot(
            Relation relation, String b, String t, String a, Verdict verdict) {
        Milestone strict =
                new Milestone(
                        Role.FINAL, END, new BigDecimal(t), relation, Optional.empty(), false);
        assertEquals(
                Optional.of(verdict), assess(Course.of(baseline(b), strict), "2022", a).verdict());
    }

    @Test
    void aMetTargetIsTheGroundOfTheVerdict() {
        Assessment a = assess(course("100", "200"), "2022", "200");
        Judgement.Judged judged = assertInstanceOf(Judgement.Judged.class, a.judgement());
        assertInstanceOf(Judgement.TargetMet.class, judged.ground());
    }

    /** A rule without that switch looks at its bands: 100 % is not over 100 %. */
    @Test
    void withoutTheSwitchAMetTargetGoesThroughTheBands() {
        assertEquals(
                Optional.of(Verdict.FASTER),
                assess(course("100", "200"), "2022", "200", VerdictRule.suizhouRule()).verdict());
    }

    @ParameterizedTest
    @CsvSource({
        "100, 200, 140, 60, 20, 20",
        "100, 200, 260, -60, -20, 80",
        "50, 40, 47, -7, -2.333333333, -1.5",
        "100, 200, 80, 120, 40, -10"
    })
    void gapAndRatesAtTheEndOf2022(
            String b, String t, String a, String gap, String needed, String achieved) {
        Assessment assessment = assess(course(b, t), "2022", a);
        assertFigure(gap, assessment.gap());
        assertFigure(needed, assessment.neededPerYear());
        assertFigure(achieved, assessment.achievedPerYear());
    }

    /** Two and a half years either way: 70 ÷ 2.5 = 28, 30 ÷ 2.5 = 12. */
    @Test
    void ratesInTheMiddleOfAYear() {
        Assessment a = assess(course("100", "200"), "2023H1", "130");
        assertFigure("28", a.neededPerYear());
        assertFigure("12", a.achievedPerYear());
    }

    @Test
    void atTheEndThereIsNoTimeLeft() {
        assertEquals(
                Cause.NO_TIME_LEFT,
                cause(assess(course("100", "200"), "2025", "150").neededPerYear()));
    }

    @Test
    void everyFigureNamesWhatWasPutIn() {
        Assessment a = assess(course("100", "200"), "2022", "150");
        Figure.Known progress = assertInstanceOf(Figure.Known.class, a.progress());
        assertEquals(
                List.of(Symbol.VALUE, Symbol.BASELINE, Symbol.TARGET),
                progress.inputs().stream().map(FormulaInput::symbol).toList());
        assertEquals(
                new Origin.Reported(actual("2022", "150")), progress.inputs().getFirst().origin());
    }

    @Test
    void theAmountIsNotRoundedOnTheWay() {
        Assessment a = assess(course("0", "1"), "2022", "0.123456789012");
        assertEquals(
                0,
                a.progress()
                        .knownValue()
                        .orElseThrow()
                        .compareTo(new BigDecimal("0.123456789012")));
    }
}
