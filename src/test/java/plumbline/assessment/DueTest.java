package plumbline.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static plumbline.assessment.Given.END;
import static plumbline.assessment.Given.END_2021;
import static plumbline.assessment.Given.END_2022;
import static plumbline.assessment.Given.MID_2023;
import static plumbline.assessment.Given.actual;
import static plumbline.assessment.Given.assertFigure;
import static plumbline.assessment.Given.assess;
import static plumbline.assessment.Given.cause;
import static plumbline.assessment.Given.course;
import static plumbline.assessment.Given.plan;
import static plumbline.assessment.Given.remarks;
import static plumbline.assessment.Given.target;
import static plumbline.assessment.Given.unjudged;
import static plumbline.assessment.Given.withMidTerm;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import plumbline.assessment.Reason.Cause;
import plumbline.plan.Course;
import plumbline.plan.Direction;
import plumbline.plan.Milestone.Role;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Reading;
import plumbline.plan.Source;
import plumbline.plan.Status;
import plumbline.plan.Verdict;

import java.time.LocalDate;
import java.util.Optional;

/** domain.md §4: time progress, what is due on the course, and the pace. */
class DueTest {

    /** Months gone ÷ 60. */
    @ParameterizedTest
    @CsvSource({
        "2021-01, 0.016666667",
        "2021Q1, 0.05",
        "2021H1, 0.1",
        "2021, 0.2",
        "2022, 0.4",
        "2023H1, 0.5",
        "2023-08, 0.533333333",
        "2024Q3, 0.75",
        "2025, 1"
    })
    void timeProgressIsCountedAtTheFiguresOwnEnd(String period, String share) {
        assertFigure(share, assess(course("0", "1"), period, "1").timeProgress());
    }

    @Test
    void timeProgressIsNotThatOfTheEvaluationDate() {
        assertFigure(
                "0.4",
                assess(plan(course("100", "200"), actual("2022", "140")), MID_2023).timeProgress());
    }

    /** 上半年(截至5月底): 29 of 60 months. */
    @Test
    void aHalfYearThatCoversFiveMonthsIsJudgedByTheEndOfMay() {
        Observation may =
                new Observation(
                        Period.ofHalfYear(2023, 1),
                        5,
                        Reading.ofAmount("129"),
                        Status.ACTUAL,
                        Source.TYPED,
                        "");
        Assessment a = assess(plan(course("100", "160"), may), MID_2023);
        assertFigure("0.483333333", a.timeProgress());
        assertFigure("129", a.due());
        assertEquals(Optional.of(Verdict.ON_COURSE), a.verdict());
    }

    @Test
    void aFigureUpToMayIsKnownAtTheEndOfMay() {
        Observation may =
                new Observation(
                        Period.ofHalfYear(2023, 1),
                        5,
                        Reading.ofAmount("129"),
                        Status.ACTUAL,
                        Source.TYPED,
                        "");
        assertTrue(
                assess(plan(course("100", "160"), may), LocalDate.of(2023, 5, 31))
                        .latest()
                        .isPresent());
    }

    /** 100 → 130 in 30 months, 130 → 200 in 30 more: 1 and 7/3 a month. */
    @ParameterizedTest
    @CsvSource({
        "2021, 112, 0.12",
        "2022, 124, 0.24",
        "2023H1, 130, 0.3",
        "2023, 144, 0.44",
        "2024, 172, 0.72",
        "2025, 200, 1"
    })
    void aMidTermTargetBendsTheCourse(String period, String due, String progressDue) {
        Assessment a = assess(withMidTerm("100", "130", MID_2023, "200"), period, "120");
        assertFigure(due, a.due());
        assertFigure(progressDue, a.progressDue());
    }

    /** 50 → 48 in 24 months, 48 → 40 in 36. */
    @ParameterizedTest
    @CsvSource({"2021, 49", "2022, 48", "2024H1, 44", "2025, 40"})
    void aFallingCourseBendsToo(String period, String due) {
        assertFigure(due, assess(withMidTerm("50", "48", END_2022, "40"), period, "45").due());
    }

    /** Due at the end of 2022 is 124: 24 of the 100. Straight it would be 40. */
    @ParameterizedTest
    @CsvSource({
        "124, 1, ON_COURSE",
        "112, 0.5, BEHIND",
        "119.2, 0.8, NEARLY",
        "130, 1.25, FASTER",
        "200, 4.166666667, AHEAD"
    })
    void paceIsAgainstTheBentCourse(String a, String pace, Verdict verdict) {
        Assessment assessment = assess(withMidTerm("100", "130", MID_2023, "200"), "2022", a);
        assertFigure(pace, assessment.pace());
        assertEquals(Optional.of(verdict), assessment.verdict());
    }

    @ParameterizedTest
    @CsvSource({
        "100, 200, 130, 0.75",
        "0, 2, 1, 1.25",
        "50, 40, 44, 1.5",
        "100, 200, 90, -0.25",
        "100, 200, 100, 0"
    })
    void withoutMidTermPaceIsProgressOverTimeProgress(String b, String t, String a, String pace) {
        assertFigure(pace, assess(course(b, t), "2022", a).pace());
    }

    @Test
    void withoutMidTermWhatIsDueIsMarkedAsDerived() {
        assertTrue(
                remarks(assess(course("100", "200"), "2022", "130")).contains(Remark.DUE_DERIVED));
    }

    @Test
    void withMidTermItIsNot() {
        assertFalse(
                remarks(assess(withMidTerm("100", "130", MID_2023, "200"), "2022", "120"))
                        .contains(Remark.DUE_DERIVED));
    }

    /** 100 → 110 → 150 by the ends of 2021 and 2022, then 50 in 36 months. */
    @ParameterizedTest
    @CsvSource({"2021H1, 105", "2021, 110", "2022H1, 130", "2022, 150", "2024H1, 175", "2025, 200"})
    void yearlyTargetsBendTheCourse(String period, String due) {
        Course course =
                course("100", "200")
                        .withMilestone(target(Role.YEARLY, END_2021, "110", Direction.HIGHER))
                        .withMilestone(target(Role.YEARLY, END_2022, "150", Direction.HIGHER));
        assertFigure(due, assess(course, period, "120").due());
    }

    @Test
    void whereNothingIsDueYetThereIsNoPace() {
        Assessment a = assess(withMidTerm("100", "100", MID_2023, "200"), "2022", "120");
        assertEquals(Cause.NOTHING_DUE_YET, cause(a.pace()));
        assertFigure("0.2", a.progress());
    }

    @ParameterizedTest
    @CsvSource({"2020-06-30", "2020-12-31", "2021-01-31", "2021-12-30"})
    void beforeTheFirstFiguresEndNothingIsJudged(LocalDate at) {
        Assessment a = assess(plan(course("100", "200"), actual("2021", "120")), at);
        assertEquals(Cause.NO_OBSERVATION, unjudged(a));
        assertEquals(Cause.NO_OBSERVATION, cause(a.timeProgress()));
    }

    @Test
    void onItsLastDayTheFirstFigureIsJudged() {
        assertEquals(
                Optional.of(Verdict.ON_COURSE),
                assess(plan(course("100", "200"), actual("2021", "120")), END_2021).verdict());
    }

    @Test
    void aFigureFromBeforeThePlanIsNotJudged() {
        assertEquals(
                Cause.NO_OBSERVATION,
                unjudged(assess(plan(course("100", "200"), actual("2020", "150")), END_2022)));
    }

    /** At the end a target is more than met, met, or missed. */
    @ParameterizedTest
    @CsvSource({"200.1, AHEAD", "200, ON_COURSE", "199.5, BEHIND", "180, BEHIND"})
    void afterTheEndTheLastFigureIsHeldAgainstTheFinalTarget(String a, Verdict verdict) {
        Assessment assessment =
                assess(plan(course("100", "200"), actual("2025", a)), LocalDate.of(2027, 6, 30));
        assertFigure("1", assessment.timeProgress());
        assertFigure("200", assessment.due());
        assertEquals(Optional.of(verdict), assessment.verdict());
    }

    @Test
    void whatIsDueStaysLevelAfterTheEnd() {
        assertFigure(
                "200",
                assess(plan(course("100", "200"), actual("2025", "190")), END.plusYears(1)).due());
    }
}
