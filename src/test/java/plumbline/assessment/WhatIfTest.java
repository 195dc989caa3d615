package plumbline.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import static plumbline.assessment.Given.actual;
import static plumbline.assessment.Given.assertFigure;
import static plumbline.assessment.Given.course;
import static plumbline.assessment.Given.plan;

import org.junit.jupiter.api.Test;

import plumbline.assessment.Reason.Cause;
import plumbline.plan.Course;
import plumbline.plan.Direction;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Milestone;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Relation;
import plumbline.plan.Reporting;
import plumbline.plan.Verdict;
import plumbline.plan.VerdictRule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What would be if a figure were another one, by the default rule: more than 1.005 of what is due
 * is faster, 0.995 on course, 0.8 nearly.
 */
class WhatIfTest {

    private static Assessment suppose(Plan plan, String period, String amount) {
        return WhatIf.assessSupposing(
                plan, plan.indicators().getFirst(), Period.parse(period), new BigDecimal(amount));
    }

    /** {@code AHEAD ≥ 200} or {@code AHEAD 14~16}, best first. */
    private static List<String> thresholds(Plan plan, String period) {
        return WhatIf.verdictThresholds(plan, plan.indicators().getFirst(), Period.parse(period))
                .stream()
                .map(t -> t.assessment().verdict().orElseThrow() + said(t))
                .toList();
    }

    private static String said(WhatIf.VerdictThreshold t) {
        if (t.most().isEmpty()) return " ≥ " + t.least().orElseThrow().toPlainString();
        return t.least().map(least -> " " + least.toPlainString() + "~").orElse(" ≤ ")
                + t.most().get().toPlainString();
    }

    private static Plan rising() {
        return plan(course("100", "200"), actual("2022", "130"));
    }

    /** (150 − 100) ÷ (200 − 100) = 50 %; due at the end of 2023 is 160, so 50 ÷ 60. */
    @Test
    void theAssessmentIsThatOfThePeriodsEnd() {
        Assessment there = suppose(rising(), "2023", "150");
        assertEquals(LocalDate.of(2023, 12, 31), there.evaluationDate());
        assertFigure("0.75", there.attainment());
        assertFigure("0.5", there.progress());
        assertFigure("0.833333", there.pace());
        assertEquals(Optional.of(Verdict.NEARLY), there.verdict());
    }

    @Test
    void nothingIsChanged() {
        Plan plan = rising();
        suppose(plan, "2022", "999");
        assertEquals(rising(), plan);
    }

    @Test
    void aFigureThatIsThereIsReplaced() {
        assertFigure("0.6", suppose(rising(), "2022", "160").progress());
    }

    /**
     * Due 160: faster above 100 + 60 × 1.005 = 160.3; on course from 159.7; nearly from 148; met at
     * 200.
     */
    @Test
    void theLeastForEachVerdict() {
        assertEquals(
                List.of("AHEAD ≥ 200", "FASTER ≥ 161", "ON_COURSE ≥ 160", "NEARLY ≥ 148"),
                thresholds(rising(), "2023"));
    }

    /** At the end only 200 is met, and what is more is exceeded. */
    @Test
    void aVerdictThatNoWholeUnitEarnsIsLeftOut() {
        assertEquals(List.of("AHEAD ≥ 201", "ON_COURSE ≥ 200"), thresholds(rising(), "2025"));
        assertEquals(
                List.of("AHEAD ≥ 200.01", "ON_COURSE ≥ 200.00"),
                thresholds(
                        rising().withChangedIndicator(
                                        rising().indicators().getFirst().id(),
                                        i -> i.withChanges(d -> d.decimals = 1)),
                        "2025"));
    }

    /**
     * Due 34: 40 − A > 6.03 is faster, ≥ 5.97 on course, ≥ 4.8 nearly. One decimal more than the
     * figures have.
     */
    @Test
    void whereLessIsBetterTheMost() {
        Plan falling =
                plan(
                        d -> {
                            d.direction = Direction.LOWER;
                            d.decimals = 1;
                            d.course = course("40", "30");
                        });
        assertEquals(
                List.of("AHEAD ≤ 30.00", "FASTER ≤ 33.96", "ON_COURSE ≤ 34.03", "NEARLY ≤ 35.20"),
                thresholds(falling, "2023"));
    }

    /**
     * Growth to zero is none, to 0.1 it is. Required per year 0.75^0.2 − 1 = −0.055912; of that
     * 0.95 is 40 × 0.946884⁴ = 32.1549, and 0.60 is 40 × 0.966453⁴ = 34.8966; standing still at 40
     * is 0.
     */
    @Test
    void whereZeroCannotBeJudgedTheRestIsFound() {
        Plan falling =
                plan(d -> {
                            d.direction = Direction.LOWER;
                            d.decimals = 1;
                            d.course = course("40", "30");
                        })
                        .withRule(VerdictRule.growthRatioRule());
        assertEquals(
                List.of("FASTER ≤ 32.15", "ON_COURSE ≤ 34.89", "NEARLY ≤ 40.00"),
                thresholds(falling, "2024"));
    }

    private static Plan perPeriod() {
        return plan(
                d -> {
                    d.kind = IndicatorKind.CUMULATIVE;
                    d.reporting = Reporting.PER_PERIOD;
                    d.course = course("0", "100");
                    d.observations = List.of(actual("2021", "10"), actual("2022", "20"));
                });
    }

    /**
     * 30 so far. Due 60 at the end of 2023: 60.3 is faster, so 31; on course from 59.7, so 30;
     * nearly from 48, so 18.
     */
    @Test
    void ofASumThePeriodsOwnShare() {
        assertEquals(
                List.of("AHEAD ≥ 70", "FASTER ≥ 31", "ON_COURSE ≥ 30", "NEARLY ≥ 18"),
                thresholds(perPeriod(), "2023"));
    }

    @Test
    void whereAPeriodIsMissingTheReasonIsSaid() {
        assertEquals(Cause.PERIOD_MISSING, Given.unjudged(suppose(perPeriod(), "2024", "50")));
        assertEquals(List.of(), thresholds(perPeriod(), "2024"));
    }

    @Test
    void oneEventBreaksZeroTolerance() {
        Plan zero =
                plan(
                        d -> {
                            d.kind = IndicatorKind.ZERO;
                            d.observations = List.of(actual("2021", "0"));
                        });
        assertEquals(List.of("ON_COURSE ≤ 0"), thresholds(zero, "2022"));
        assertEquals(
                List.of(),
                thresholds(
                        zero.withObservation(
                                zero.indicators().getFirst().id(), actual("2021", "1")),
                        "2022"));
    }

    /** Years 97 and x must both be at least 98: one is lost already. */
    @Test
    void aVerdictThatIsLostHasNoThreshold() {
        Plan held =
                plan(
                        d -> {
                            d.kind = IndicatorKind.HOLD;
                            d.course = course("98", "98");
                            d.observations = List.of(actual("2021", "97"));
                        });
        assertEquals(List.of(), thresholds(held, "2022"));
        assertEquals(
                List.of("ON_COURSE ≥ 98"),
                thresholds(
                        held.withObservation(
                                held.indicators().getFirst().id(), actual("2021", "99")),
                        "2022"));
    }

    /**
     * 12.5 → 20, so 17 is due: faster above 12.5 + 1.005 × 4.5 = 17.0225, on course from 16.9775,
     * nearly from 16.1. No decimals are set, but the figures have one.
     */
    @Test
    void thresholdsHaveOneDecimalMoreThanTheFigures() {
        Plan volunteers =
                plan(
                        d -> {
                            d.unit = "万人";
                            d.course = course("12.5", "20");
                            d.observations =
                                    List.of(actual("2021", "13.6"), actual("2022", "14.9"));
                        });
        assertEquals(
                List.of("AHEAD ≥ 20.00", "FASTER ≥ 17.03", "ON_COURSE ≥ 16.98", "NEARLY ≥ 16.10"),
                thresholds(volunteers, "2023"));
    }

    /**
     * 100 × 1.06⁴ = 126.2477: with one decimal, 106.5, in the figures at least 126.25; 126.24 would
     * not do.
     */
    @Test
    void theThresholdIsRoundedTowardsMeetingIt() {
        Plan grown =
                plan(
                        d -> {
                            d.kind = IndicatorKind.GROWTH;
                            d.unit = "万元";
                            d.course =
                                    Course.of(
                                            Given.baseline("100"),
                                            Given.target(
                                                    Milestone.Role.FINAL,
                                                    Given.END,
                                                    "6",
                                                    Direction.HIGHER));
                            d.observations =
                                    List.of(
                                            actual("2021", "106.5"),
                                            actual("2022", "112"),
                                            actual("2023", "120"));
                        });
        assertEquals(List.of("ON_COURSE ≥ 126.25"), thresholds(grown, "2024"));
    }

    private static Plan into(
            IndicatorKind kind, String baseline, Relation relation, String amount, String bound) {
        Milestone aim =
                new Milestone(
                        Milestone.Role.FINAL,
                        Given.END,
                        new BigDecimal(amount),
                        relation,
                        Optional.of(new BigDecimal(bound)),
                        false);
        return plan(
                d -> {
                    d.kind = kind;
                    d.course = Course.of(Given.baseline(baseline), aim);
                });
    }

    /**
     * 100 → 200~210: 160 is due at the end of 2023, and 148 is 0.8 of it. Of a range only the worse
     * border counts: beyond the better one it is met.
     */
    @Test
    void ofARangeTheWorseBorderCounts() {
        assertEquals(
                List.of("AHEAD ≥ 200", "FASTER ≥ 161", "ON_COURSE ≥ 160", "NEARLY ≥ 148"),
                thresholds(
                        into(IndicatorKind.STOCK, "100", Relation.BETWEEN, "200", "210"), "2023"));
        assertEquals(
                List.of("ON_COURSE ≥ 200"),
                thresholds(
                        into(IndicatorKind.STOCK, "310", Relation.BETWEEN, "200", "210"), "2023"));
        assertEquals(
                List.of("AHEAD ≥ 201", "ON_COURSE ≥ 200"),
                thresholds(
                        into(IndicatorKind.STOCK, "100", Relation.BETWEEN, "200", "210"), "2025"));
        assertEquals(
                List.of("ON_COURSE ≥ 200"),
                thresholds(
                        into(IndicatorKind.STOCK, "205", Relation.BETWEEN, "200", "210"), "2023"));
        assertEquals(
                List.of("AHEAD ≥ 15", "ON_COURSE ≥ 14"),
                thresholds(into(IndicatorKind.STOCK, "11", Relation.ABOUT, "15", "1"), "2025"));
    }

    /** Years 11 and x make at least 14 on average: x from 17. */
    @Test
    void ofAMeanTheYearsOwnRange() {
        Plan mean = into(IndicatorKind.MEAN, "11", Relation.ABOUT, "15", "1");
        assertEquals(
                List.of("ON_COURSE ≥ 17"),
                thresholds(
                        mean.withObservation(
                                mean.indicators().getFirst().id(), actual("2021", "11")),
                        "2022"));
    }
}
