package plumbline.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static plumbline.assessment.Given.END;
import static plumbline.assessment.Given.END_2022;
import static plumbline.assessment.Given.MID_2023;
import static plumbline.assessment.Given.actual;
import static plumbline.assessment.Given.assertFigure;
import static plumbline.assessment.Given.assess;
import static plumbline.assessment.Given.baseline;
import static plumbline.assessment.Given.cause;
import static plumbline.assessment.Given.plan;
import static plumbline.assessment.Given.remarks;
import static plumbline.assessment.Given.unjudged;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import plumbline.assessment.Reason.Cause;
import plumbline.plan.Course;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Milestone;
import plumbline.plan.Milestone.Role;
import plumbline.plan.MissingReason;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Reading;
import plumbline.plan.Relation;
import plumbline.plan.Status;
import plumbline.plan.Verdict;
import plumbline.plan.VerdictRule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** domain.md §3: 每年保持, every year must satisfy the relation. */
class HoldTest {
    private static final LocalDate END_2021 = LocalDate.of(2021, 12, 31);

    private static Plan held(Course course, Observation... observations) {
        return plan(
                d -> {
                    d.kind = IndicatorKind.HOLD;
                    d.course = course;
                    d.observations = List.of(observations);
                });
    }

    private static Course to(Relation relation, String amount, Optional<String> bound) {
        return Course.of(
                new Milestone(
                        Role.FINAL,
                        END,
                        new BigDecimal(amount),
                        relation,
                        bound.map(BigDecimal::new),
                        false));
    }

    private static Course atLeast(String amount) {
        return to(Relation.AT_LEAST, amount, Optional.empty());
    }

    private static YearsMet years(Assessment a) {
        Judgement.Judged judged = assertInstanceOf(Judgement.Judged.class, a.judgement());
        return assertInstanceOf(Judgement.YearsHeld.class, judged.ground()).years();
    }

    @ParameterizedTest
    @CsvSource({
        "AT_LEAST, 98,, 98, 98, 2",
        "AT_LEAST, 98,, 97.9, 100, 1",
        "AT_LEAST, 98,, 97, 97.9, 0",
        "AT_MOST, 5,, 5, 4, 2",
        "AT_MOST, 5,, 4, 5.1, 1",
        "ABOVE, 80,, 80, 80.1, 1",
        "BELOW, 3,, 3, 2.9, 1",
        "EQUAL, 100,, 100, 100.0, 2",
        "EQUAL, 100,, 100, 100.1, 1",
        "BETWEEN, 63, 68, 63, 68, 2",
        "BETWEEN, 63, 68, 62.9, 68.1, 1",
        "ABOUT, 15, 1, 14, 16, 2",
        "ABOUT, 15, 1, 13.9, 16.1, 1",
        "ABOUT, 15, 0, 15, 15.1, 2"
    })
    void yearsThatSatisfyTheRelationAreCounted(
            Relation relation, String target, String bound, String first, String second, int met) {
        Assessment a =
                assess(
                        held(
                                to(relation, target, Optional.ofNullable(bound)),
                                actual("2021", first),
                                actual("2022", second)),
                        END_2022);
        assertEquals(met, years(a).metCount());
        assertEquals(met == 2, years(a).areAllMet());
        assertEquals(Optional.of(met == 2 ? Verdict.ON_COURSE : Verdict.BEHIND), a.verdict());
    }

    /** The one furthest on the wrong side; if all are right, the one nearest to it. */
    @ParameterizedTest
    @CsvSource({
        "AT_LEAST, 98,, 97, 96, 2022",
        "AT_LEAST, 98,, 99, 100, 2021",
        "AT_MOST, 5,, 6, 7, 2022",
        "AT_MOST, 5,, 4, 1, 2021",
        "BETWEEN, 63, 68, 62, 70, 2021",
        "BETWEEN, 63, 68, 60, 70, 2021",
        "BETWEEN, 63, 68, 65, 67.5, 2021",
        "BETWEEN, 63, 68, 65.5, 63.5, 2022",
        "ABOUT, 15, 1, 17, 12, 2022",
        "ABOUT, 15, 1, 15, 14.5, 2022",
        "EQUAL, 100,, 101, 98, 2022",
        "ABOVE, 80,, 80, 81, 2021",
        "BELOW, 3,, 3, 4, 2022"
    })
    void theWorstYear(
            Relation relation,
            String target,
            String bound,
            String first,
            String second,
            int worst) {
        Assessment a =
                assess(
                        held(
                                to(relation, target, Optional.ofNullable(bound)),
                                actual("2021", first),
                                actual("2022", second)),
                        END_2022);
        assertEquals(Period.ofYear(worst), years(a).worst().figure().period());
    }

    @Test
    void oneBadYearIsNotMadeGoodByTheNext() {
        assertEquals(
                Optional.of(Verdict.BEHIND),
                assess(held(atLeast("98"), actual("2021", "90"), actual("2022", "100")), END_2022)
                        .verdict());
    }

    @Test
    void aHeldTargetIsPassOrFail() {
        assertTrue(
                assess(held(atLeast("98"), actual("2021", "100")), END_2021)
                        .judgement()
                        .isPassOrFail());
    }

    @Test
    void targetOnTheBaselineIsNormal() {
        Course course = atLeast("98").withMilestone(baseline("98"));
        Assessment a =
                assess(held(course, actual("2021", "99.6"), actual("2022", "100")), END_2022);
        assertEquals(Optional.of(Verdict.ON_COURSE), a.verdict());
        assertEquals(Cause.NOT_FOR_KIND, cause(a.progress()));
    }

    /** 82 → ≥85, 90 in 2023: 8 ÷ 3 = 266.67 % of a way that nobody has to go. */
    @Test
    void noWayToGoIsComputed() {
        Assessment a =
                assess(
                        held(
                                atLeast("85").withMilestone(baseline("82")),
                                actual("2021", "88"),
                                actual("2022", "90")),
                        END_2022);
        for (Figure figure :
                List.of(
                        a.progress(),
                        a.due(),
                        a.progressDue(),
                        a.pace(),
                        a.gap(),
                        a.neededPerYear(),
                        a.achievedPerYear())) {
            assertEquals(Cause.NOT_FOR_KIND, cause(figure), () -> "" + figure.formula());
        }
        assertFigure("0.4", a.timeProgress());
    }

    /** 100 ÷ 98. */
    @Test
    void attainmentIsThatOfTheLatestYear() {
        assertFigure(
                "1.020408163",
                assess(held(atLeast("98"), actual("2021", "99.6"), actual("2022", "100")), END_2022)
                        .attainment());
    }

    @Test
    void farBeyondTheTargetIsStillNoMoreThanHeld() {
        assertEquals(
                Optional.of(Verdict.ON_COURSE),
                assess(held(atLeast("98"), actual("2021", "980")), END_2021).verdict());
    }

    @Test
    void everyRuleJudgesItAlike() {
        Plan plan =
                held(atLeast("98").withMilestone(baseline("98")), actual("2021", "100"))
                        .withRule(VerdictRule.suizhouRule());
        assertEquals(Optional.of(Verdict.ON_COURSE), assess(plan, END_2021).verdict());
    }

    @Test
    void withoutTargetThereIsNothingToHold() {
        assertEquals(
                Cause.NO_TARGET,
                unjudged(assess(held(Course.of(baseline("98")), actual("2021", "100")), END_2021)));
    }

    @Test
    void withoutFiguresItIsNotJudged() {
        assertEquals(Cause.NO_OBSERVATION, unjudged(assess(held(atLeast("98")), END_2022)));
    }

    @Test
    void aYearWithoutFigureIsRemarked() {
        Assessment a = assess(held(atLeast("98"), actual("2022", "100")), END_2022);
        assertEquals(List.of(Remark.YEAR_MISSING), remarks(a));
        assertEquals(1, years(a).years().size());
    }

    @Test
    void aYearWithAReasonInsteadOfAFigureIsRemarkedToo() {
        Observation none =
                Observation.of(
                        Period.ofYear(2021),
                        Status.ACTUAL,
                        Reading.missing(MissingReason.NOT_CARRIED_OUT));
        assertEquals(
                List.of(Remark.YEAR_MISSING),
                remarks(assess(held(atLeast("98"), none, actual("2022", "100")), END_2022)));
    }

    @Test
    void aForecastDoesNotFillAYear() {
        Observation forecast =
                Observation.of(Period.ofYear(2022), Status.FORECAST, Reading.ofAmount("90"));
        Plan plan = held(atLeast("98"), actual("2021", "100"), forecast);
        assertEquals(Cause.STALE, unjudged(assess(plan, END_2022)));
        Plan missed = held(atLeast("98"), actual("2021", "97"), forecast);
        Assessment broken = assess(missed, END_2022);
        assertEquals(Optional.of(Verdict.BEHIND), broken.verdict(), "a missed year stays missed");
        assertTrue(remarks(broken).contains(Remark.YEAR_MISSING));
    }

    @ParameterizedTest
    @CsvSource({"2022-12-31", "2023-12-30"})
    void yearsThatAreNotOverAreNotMissing(LocalDate at) {
        Assessment a =
                assess(held(atLeast("98"), actual("2021", "100"), actual("2022", "100")), at);
        assertFalse(remarks(a).contains(Remark.YEAR_MISSING));
    }

    @Test
    void yearsAfterThePlanAreNotMissing() {
        Observation[] all = {
            actual("2021", "99"),
            actual("2022", "99"),
            actual("2023", "99"),
            actual("2024", "99"),
            actual("2025", "99")
        };
        assertEquals(
                List.of(), remarks(assess(held(atLeast("98"), all), LocalDate.of(2028, 1, 1))));
    }

    @Test
    void aHalfYearStandsForItsYearUntilTheYearIsReported() {
        Assessment a =
                assess(
                        held(
                                atLeast("98"),
                                actual("2021", "99"),
                                actual("2022", "99"),
                                actual("2023H1", "97")),
                        MID_2023);
        assertEquals(Period.ofHalfYear(2023, 1), years(a).worst().figure().period());
        assertEquals(Optional.of(Verdict.BEHIND), a.verdict());
    }

    @Test
    void theWholeYearReplacesItsHalves() {
        Assessment a =
                assess(
                        held(
                                atLeast("98"),
                                actual("2021H1", "97"),
                                actual("2021H2", "97"),
                                actual("2021", "99")),
                        END_2021);
        assertEquals(
                List.of(Period.ofYear(2021)),
                years(a).years().stream().map(y -> y.figure().period()).toList());
    }

    @Test
    void aYearBeforeThePlanIsNotCounted() {
        assertEquals(
                1,
                years(
                                assess(
                                        held(
                                                atLeast("98"),
                                                actual("2020", "10"),
                                                actual("2021", "99")),
                                        END_2021))
                        .years()
                        .size());
    }
}
