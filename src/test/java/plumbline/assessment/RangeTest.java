package plumbline.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static plumbline.assessment.Given.actual;
import static plumbline.assessment.Given.assertFigure;
import static plumbline.assessment.Given.baseline;
import static plumbline.assessment.Given.cause;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import plumbline.checks.PlanChecks;
import plumbline.plan.Course;
import plumbline.plan.Direction;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Milestone;
import plumbline.plan.Milestone.Role;
import plumbline.plan.Plan;
import plumbline.plan.Relation;
import plumbline.plan.Verdict;
import plumbline.plan.VerdictRule;
import plumbline.words.RulePresets;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * 4.5~5.5 and 15±1: the value lies in the range or it does not; there is no share of it, only a
 * distance to the nearer border.
 */
class RangeTest {
    private static final LocalDate MID = LocalDate.of(2023, 6, 30);

    private static Milestone range(
            Role role, LocalDate on, Relation relation, String amount, String bound) {
        return new Milestone(
                role,
                on,
                new BigDecimal(amount),
                relation,
                Optional.of(new BigDecimal(bound)),
                false);
    }

    private static Plan plan(IndicatorKind kind, String figure, Milestone... targets) {
        return plan(kind, kind == IndicatorKind.CUMULATIVE ? "0" : "4.8", figure, targets);
    }

    private static Plan plan(
            IndicatorKind kind, String baseline, String figure, Milestone... targets) {
        Course course = new Course(List.of(baseline(baseline)));
        for (Milestone target : targets) course = course.withMilestone(target);
        Course all = course;
        return Given.plan(
                d -> {
                    d.kind = kind;
                    d.unit = "%";
                    d.direction = towards(all);
                    d.decimals = 2;
                    d.course = all;
                    d.observations = List.of(actual("2022", figure));
                });
    }

    /** Upwards into a range that lies above the baseline, otherwise less is better. */
    private static Direction towards(Course course) {
        BigDecimal border = course.finalTarget().orElseThrow().limits().getFirst();
        boolean up = course.baseline().orElseThrow().amount().compareTo(border) < 0;
        return up ? Direction.HIGHER : Direction.LOWER;
    }

    private static Plan unemployment(String figure) {
        return plan(
                IndicatorKind.STOCK,
                figure,
                range(Role.FINAL, Given.END, Relation.BETWEEN, "4.5", "5.5"));
    }

    private static Judgement.LimitKept kept(Assessment a) {
        Judgement.Judged judged = assertInstanceOf(Judgement.Judged.class, a.judgement());
        assertTrue(a.judgement().isPassOrFail());
        return assertInstanceOf(Judgement.LimitKept.class, judged.ground());
    }

    @ParameterizedTest
    @CsvSource({
        "5.20, ON_COURSE",
        "4.50, ON_COURSE",
        "5.50, ON_COURSE",
        "4.49, ON_COURSE",
        "5.51, BEHIND",
        "5.60, BEHIND",
        "-1, ON_COURSE"
    })
    void aValueLiesWithinOrOutside(String figure, Verdict verdict) {
        Assessment a = Given.assess(unemployment(figure), Given.END_2022);
        assertEquals(Optional.of(verdict), a.verdict());
        assertEquals(verdict == Verdict.ON_COURSE, kept(a).isMet());
    }

    @ParameterizedTest
    @CsvSource({
        "15, ON_COURSE",
        "14, ON_COURSE",
        "16, ON_COURSE",
        "13.9, ON_COURSE",
        "16.1, BEHIND"
    })
    void aboutIsARangeToo(String figure, Verdict verdict) {
        for (IndicatorKind kind :
                List.of(IndicatorKind.STOCK, IndicatorKind.YEARLY, IndicatorKind.MEAN)) {
            assertEquals(
                    Optional.of(verdict),
                    Given.assess(
                                    plan(
                                            kind,
                                            "14.5",
                                            figure,
                                            range(
                                                    Role.FINAL,
                                                    Given.END,
                                                    Relation.ABOUT,
                                                    "15",
                                                    "1")),
                                    Given.END_2022)
                            .verdict());
        }
    }

    /** None of them would mean anything: 115.56 %, −133.33 %. */
    @ParameterizedTest
    @EnumSource(
            value = IndicatorKind.class,
            names = {"STOCK", "YEARLY", "CUMULATIVE"})
    void noShareOfARangeIsComputed(IndicatorKind kind) {
        for (String baseline : List.of("4.8", "5.5")) {
            Assessment a =
                    Given.assess(
                            plan(
                                    kind,
                                    baseline,
                                    "5.2",
                                    range(Role.FINAL, Given.END, Relation.BETWEEN, "4.5", "5.5")),
                            Given.END_2022);
            for (Figure figure : List.of(a.attainment(), a.progress(), a.progressDue(), a.pace())) {
                boolean share = figure.formula() == Formula.ATTAINMENT;
                assertEquals(
                        share ? Reason.Cause.TARGET_IS_RANGE : Reason.Cause.KEPT_NOT_REACHED,
                        cause(figure),
                        () -> "" + figure.formula());
            }
            assertFigure("0.4", a.timeProgress());
            assertEquals(Optional.empty(), a.progressInterval());
        }
    }

    /**
     * From 16.5 to 16, from 13 to 14, from 17.5 to 16; inside nothing is left. Three years from the
     * end of 2022 on: −0.5 ÷ 3.
     */
    @ParameterizedTest
    @CsvSource({
        "11, 16.5, -0.5, -0.166667, true",
        "11, 13, 1, 0.333333, true",
        "20, 17.5, -1.5, -0.5, true",
        "20, 13, 1, 0.333333, true",
        "11, 15.5, 0, 0, false"
    })
    void whatIsLeftLeadsToTheNearerBorder(
            String baseline, String figure, String gap, String perYear, boolean toGo) {
        for (IndicatorKind kind :
                List.of(IndicatorKind.STOCK, IndicatorKind.CUMULATIVE, IndicatorKind.YEARLY)) {
            Assessment a =
                    Given.assess(
                            plan(
                                    kind,
                                    baseline,
                                    figure,
                                    range(Role.FINAL, Given.END, Relation.ABOUT, "15", "1")),
                            Given.END_2022);
            assertFigure(gap, a.gap());
            assertFigure(perYear, a.neededPerYear());
            assertEquals(toGo, a.hasWayToGo());
        }
    }

    /** 16.5 at the end of 2023, two years left: (16 − 16.5) ÷ 2. */
    @Test
    void aQuarterAYearIsEnough() {
        Plan plan =
                plan(
                        IndicatorKind.STOCK,
                        "11",
                        "14.5",
                        range(Role.FINAL, Given.END, Relation.ABOUT, "15", "1"));
        Plan later =
                plan.withObservation(plan.indicators().getFirst().id(), actual("2023", "16.5"));
        assertFigure("-0.25", Given.assess(later, LocalDate.of(2023, 12, 31)).neededPerYear());
    }

    @Test
    void everyRuleAsksOnlyWhetherItIsMet() {
        for (VerdictRule rule :
                List.of(
                        VerdictRule.suizhouRule(),
                        VerdictRule.ragRule(),
                        VerdictRule.growthRatioRule(),
                        new VerdictRule(
                                "own",
                                VerdictRule.Basis.ATTAINMENT,
                                false,
                                false,
                                VerdictRule.ragRule().bands()))) {
            assertEquals(
                    Optional.of(Verdict.BEHIND),
                    Given.assess(unemployment("5.6").withRule(rule), Given.END_2022).verdict());
            assertEquals(
                    Optional.of(Verdict.ON_COURSE),
                    Given.assess(unemployment("5.2").withRule(rule), Given.END_2022).verdict());
        }
    }

    /** 5.5 may have been 5.54, and with it outside; 5.2 may not. */
    @ParameterizedTest
    @CsvSource({"5.5, true", "5.51, false", "5.2, false"})
    void theEdgeIsBorderline(String figure, boolean borderline) {
        Plan plan =
                unemployment(figure)
                        .withChangedIndicator(
                                unemployment(figure).indicators().getFirst().id(),
                                i -> i.withChanges(d -> d.decimals = 0));
        assertEquals(
                borderline,
                Given.remarks(Given.assess(plan, Given.END_2022)).contains(Remark.BORDERLINE));
    }

    @Test
    void theRangeOfTheMidTermHoldsUntilThen() {
        Plan plan =
                plan(
                        IndicatorKind.STOCK,
                        "5.3",
                        range(Role.MID_TERM, MID, Relation.BETWEEN, "4.8", "5.2"),
                        range(Role.FINAL, Given.END, Relation.BETWEEN, "4.5", "5.5"));
        Judgement.LimitKept before = kept(Given.assess(plan, Given.END_2022));
        assertEquals(
                List.of(Role.MID_TERM, false), List.of(before.target().role(), before.isMet()));
        Plan later = plan.withObservation(plan.indicators().getFirst().id(), actual("2023", "5.3"));
        Judgement.LimitKept after = kept(Given.assess(later, LocalDate.of(2023, 12, 31)));
        assertEquals(List.of(Role.FINAL, true), List.of(after.target().role(), after.isMet()));
    }

    /**
     * 3-5家 by 2025: 3 × 40 % = 1.2 are due at the end of 2022; one is 1/3 ÷ 40 % = 0.83 of it; a
     * sixth is more than was asked.
     */
    @ParameterizedTest
    @CsvSource({
        "0.9, BEHIND",
        "1, NEARLY",
        "1.2, ON_COURSE",
        "2, FASTER",
        "3, AHEAD",
        "5, AHEAD",
        "6, AHEAD"
    })
    void aRunningTotalGrowsIntoItsRange(String figure, Verdict verdict) {
        Assessment a =
                Given.assess(
                        plan(
                                IndicatorKind.CUMULATIVE,
                                figure,
                                range(Role.FINAL, Given.END, Relation.BETWEEN, "3", "5")),
                        Given.END_2022);
        assertEquals(Optional.of(verdict), a.verdict());
        assertFigure("1.2", a.due());
    }

    @Test
    void aRunningTotalWithoutABaselineIsNotOnItsWay() {
        Plan plan =
                Given.plan(
                        d -> {
                            d.kind = IndicatorKind.CUMULATIVE;
                            d.course =
                                    Course.of(
                                            range(
                                                    Role.FINAL,
                                                    Given.END,
                                                    Relation.BETWEEN,
                                                    "3",
                                                    "5"));
                            d.observations = List.of(actual("2022", "1"));
                        });
        assertEquals(Reason.Cause.NO_BASELINE, Given.unjudged(Given.assess(plan, Given.END_2022)));
    }

    /**
     * From outside there is a way, to the nearer border, and shares of it until it is reached: 1.8
     * → 2.5~3 by 2.08 is 0.28 ÷ 0.7 = 40 % of it, as is due; by 2.05 it is 35.71 %, 0.89 of that.
     * 6.5 → 4.5~5.5 by 6.0 is 50 %, 11 → 15±1 by 12.5 too.
     */
    @ParameterizedTest
    @CsvSource({
        "1.8, BETWEEN, 2.5, 3, 2.08, 0.4, ON_COURSE",
        "1.8, BETWEEN, 2.5, 3, 2.05, 0.357143, NEARLY",
        "1.8, BETWEEN, 2.5, 3, 1.9, 0.142857, BEHIND",
        "6.5, BETWEEN, 4.5, 5.5, 6.0, 0.5, FASTER",
        "11, ABOUT, 15, 1, 12.5, 0.5, FASTER",
        "11, ABOUT, 15, 1, 10, -0.333333, BEHIND"
    })
    void fromOutsideTheWayLeadsToTheNearerBorder(
            String baseline,
            Relation relation,
            String amount,
            String bound,
            String figure,
            String progress,
            Verdict verdict) {
        Assessment a =
                Given.assess(
                        plan(
                                IndicatorKind.STOCK,
                                baseline,
                                figure,
                                range(Role.FINAL, Given.END, relation, amount, bound)),
                        Given.END_2022);
        assertFigure(progress, a.progress());
        assertEquals(Optional.of(verdict), a.verdict());
    }

    /** Inside and beyond there is no share; beyond the far border it is missed, by every rule. */
    @ParameterizedTest
    @CsvSource({
        "1.8, BETWEEN, 2.5, 3, 2.6, true",
        "1.8, BETWEEN, 2.5, 3, 3.1, true",
        "6.5, BETWEEN, 4.5, 5.5, 4.4, true",
        "11, ABOUT, 15, 1, 16.5, true"
    })
    void onceThereItIsMetOrMissed(
            String baseline,
            Relation relation,
            String amount,
            String bound,
            String figure,
            boolean met) {
        for (VerdictRule rule :
                List.of(
                        VerdictRule.timeRule(),
                        VerdictRule.suizhouRule(),
                        VerdictRule.growthRatioRule())) {
            Assessment a =
                    Given.assess(
                            plan(
                                            IndicatorKind.STOCK,
                                            baseline,
                                            figure,
                                            range(Role.FINAL, Given.END, relation, amount, bound))
                                    .withRule(rule),
                            Given.END_2022);
            assertEquals(
                    Optional.of(
                            !met
                                    ? Verdict.BEHIND
                                    : rule.name().equals("growth")
                                            ? Verdict.FASTER
                                            : Verdict.AHEAD),
                    a.verdict(),
                    rule::name);
            assertEquals(Reason.Cause.TARGET_IS_RANGE, cause(a.progress()), rule::name);
        }
    }

    /**
     * 4.8 is no worse than the range: nothing is said of a target on the other side of the
     * baseline.
     */
    @Test
    void theChecksHaveNothingToSay() {
        assertEquals(
                List.of(),
                PlanChecks.checkPlan(
                        Evaluation.evaluate(unemployment("5.2"), Given.END_2022),
                        RulePresets.chineseVerdictNames()));
    }

    /** From 4.8 by 0.16 a year to 5.12 goes on to 5.60; by 0.1 to 5.0 goes on to 5.3. */
    @ParameterizedTest
    @CsvSource({"5.12, 5.6, false", "5.0, 5.3, true", "5.6, 6.8, false"})
    void theOutlookTellsWhetherItWillBeInTheRangeAtTheEnd(
            String figure, BigDecimal atEnd, boolean within) {
        Projection.ProjectedOutlook outlook =
                Projection.project(
                                unemployment(figure),
                                unemployment(figure).indicators().getFirst(),
                                Given.END_2022)
                        .pace();
        assertFigure(atEnd.toPlainString(), outlook.valueAtEnd());
        assertEquals(new Projection.TargetReach.WithinRangeAtEnd(within), outlook.reach());
    }
}
