package plumbline.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import static plumbline.assessment.Given.END;
import static plumbline.assessment.Given.END_2021;
import static plumbline.assessment.Given.END_2022;
import static plumbline.assessment.Given.actual;
import static plumbline.assessment.Given.assertFigure;
import static plumbline.assessment.Given.cause;
import static plumbline.assessment.Given.course;
import static plumbline.assessment.Given.plan;

import org.junit.jupiter.api.Test;

import plumbline.assessment.Projection.ProjectedOutlook;
import plumbline.assessment.Projection.TargetReach;
import plumbline.assessment.Reason.Cause;
import plumbline.plan.Course;
import plumbline.plan.Direction;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Milestone;
import plumbline.plan.MissingReason;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Reading;
import plumbline.plan.Reporting;
import plumbline.plan.Status;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Where an indicator is heading, worked by hand. The plan ends with 2025. */
class ProjectionTest {

    private static Projection project(Plan plan, LocalDate at) {
        return Projection.project(plan, plan.indicators().getFirst(), at);
    }

    private static Projection rising() {
        return project(
                plan(course("100", "200"), actual("2021", "110"), actual("2022", "130")), END_2022);
    }

    private static LocalDate on(ProjectedOutlook outlook) {
        return assertInstanceOf(TargetReach.ReachedOnDay.class, outlook.reach()).day();
    }

    private static String since(ProjectedOutlook outlook) {
        return assertInstanceOf(TargetReach.AlreadyReached.class, outlook.reach())
                .since()
                .period()
                .code();
    }

    private static Cause not(ProjectedOutlook outlook) {
        return assertInstanceOf(TargetReach.NotReached.class, outlook.reach()).reason().cause();
    }

    /**
     * 24 months gone, 36 left: 130 + 30 × 36 ÷ 24 = 175. 130 + 30 × m ÷ 24 ≥ 200 from m = 56:
     * December 2022 + 56 months.
     */
    @Test
    void atThisPaceTheLineGoesOn() {
        assertFigure("175", rising().pace().valueAtEnd());
        assertEquals(LocalDate.of(2027, 8, 31), on(rising().pace()));
    }

    /**
     * 130 × 1.3^1.5 = 130 × 1.3 × 1.140175425 = 192.689647. 24 × ln(200/130) ÷ ln 1.3 = 24 ×
     * 1.641927 = 39.4, so 40 months.
     */
    @Test
    void atThisGrowthTheCurveGoesOn() {
        assertFigure("192.689647", rising().growth().valueAtEnd());
        assertEquals(LocalDate.of(2026, 4, 30), on(rising().growth()));
    }

    /**
     * Points (−24, 100) (−12, 110) (0, 130): Σx = −36, Σy = 340, Σx² = 720, Σxy = −2400 − 1320 =
     * −3720. b = (3 × −3720 + 36 × 340) ÷ (3 × 720 − 36²) = 1080 ÷ 864 = 1.25; a = (340 + 45) ÷ 3 =
     * 128.3333. At 36 months 128.3333 + 45 = 173.3333; 200 from (200 − 128.3333) ÷ 1.25 = 57.3, so
     * 58 months.
     */
    @Test
    void theTrendIsTheLineOfLeastSquares() {
        assertFigure("173.333333", rising().trend().valueAtEnd());
        assertEquals(LocalDate.of(2027, 10, 31), on(rising().trend()));
        assertEquals(3, ((Figure.Known) rising().trend().valueAtEnd()).inputs().size());
    }

    /**
     * 37.5 − 2.5 × 36 ÷ 24 = 33.75; 35 after 24 months. 37.5 × 0.9375^1.5 = 35.15625 × 0.968245837
     * = 34.039893; 24 × ln(35/37.5) ÷ ln 0.9375 = 25.7.
     */
    @Test
    void aFallingIndicatorReachesItsTargetFromAbove() {
        Projection falling = project(plan(course("40", "35"), actual("2022", "37.5")), END_2022);
        assertFigure("33.75", falling.pace().valueAtEnd());
        assertEquals(LocalDate.of(2024, 12, 31), on(falling.pace()));
        assertFigure("34.039893", falling.growth().valueAtEnd());
        assertEquals(LocalDate.of(2025, 2, 28), on(falling.growth()));
        assertEquals(Cause.FEW_POINTS, cause(falling.trend().valueAtEnd()));
    }

    /** 90 − 10 × 36 ÷ 24 = 75: away from 200. */
    @Test
    void whatMovesAwayNeverArrives() {
        Projection away = project(plan(course("100", "200"), actual("2022", "90")), END_2022);
        assertFigure("75", away.pace().valueAtEnd());
        assertEquals(Cause.NEVER, not(away.pace()));
        assertEquals(Cause.NEVER, not(away.growth()));
    }

    /** 100.001 at the end of 2022: the remaining 99.999 take 99.999 ÷ 0.001 × 2 years. */
    @Test
    void whatWouldTakeLongerThanAnyPlanNeverArrives() {
        assertEquals(
                Cause.NEVER,
                not(
                        project(plan(course("100", "200"), actual("2022", "100.001")), END_2022)
                                .pace()));
    }

    /** Seed 000, row 1: 237837 in 2021, 273104 in 2022, target 242854. */
    @Test
    void whatMeetsItsTargetIsThereAlready() {
        Projection there =
                project(
                        plan(
                                course("217825", "242854"),
                                actual("2021", "237837"),
                                actual("2022", "273104"),
                                actual("2023H1", "290000")),
                        LocalDate.of(2023, 6, 30));
        assertEquals("2022", since(there.pace()));
        assertEquals("2022", since(there.trend()));
    }

    /** 210 met the target in 2021, 150 does not any more: 150 + 50 × m ÷ 24 ≥ 200 from m = 24. */
    @Test
    void whatWasLostAgainIsNotThere() {
        assertEquals(
                LocalDate.of(2024, 12, 31),
                on(
                        project(
                                        plan(
                                                course("100", "200"),
                                                actual("2021", "210"),
                                                actual("2022", "150")),
                                        END_2022)
                                .pace()));
    }

    /**
     * A = 10 + 20 = 30; 30 + 30 × 1.5 = 75. Trend through the totals 0, 10, 30: b = (3 × −120 + 36
     * × 40) ÷ 864 = 1.25, a = 85 ÷ 3, 28.3333 + 45 = 73.3333.
     */
    @Test
    void figuresPerPeriodAreProjectedByTheirTotals() {
        Projection summed =
                project(
                        plan(
                                d -> {
                                    d.kind = IndicatorKind.CUMULATIVE;
                                    d.reporting = Reporting.PER_PERIOD;
                                    d.course = course("0", "100");
                                    d.observations =
                                            List.of(actual("2021", "10"), actual("2022", "20"));
                                }),
                        END_2022);
        assertFigure("75", summed.pace().valueAtEnd());
        assertFigure("73.333333", summed.trend().valueAtEnd());
        assertEquals(Cause.NOT_POSITIVE, cause(summed.growth().valueAtEnd()));
    }

    /**
     * 14 + 4 × m ÷ 24 ≥ 19 from m = 30, June 2025: of a stock that month, of a year's value the end
     * of the year.
     */
    @Test
    void aYearsValueArrivesAtTheEndOfAYear() {
        Course course = course("10", "19");
        assertEquals(
                LocalDate.of(2025, 6, 30),
                on(project(plan(course, actual("2022", "14")), END_2022).pace()));
        assertEquals(
                END,
                on(
                        project(
                                        plan(
                                                d -> {
                                                    d.kind = IndicatorKind.YEARLY;
                                                    d.course = course;
                                                    d.observations = List.of(actual("2022", "14"));
                                                }),
                                        END_2022)
                                .pace()));
    }

    /**
     * Half of 2022 brought 8, the year so 16: as at its end, 16 + 6 × 36 ÷ 24 = 25; 19 at the end
     * of 2023.
     */
    @Test
    void aPartOfAYearIsTakenForTheWhole() {
        Projection part =
                project(
                        plan(
                                d -> {
                                    d.kind = IndicatorKind.YEARLY;
                                    d.course = course("10", "19");
                                    d.observations = List.of(actual("2022H1", "8"));
                                }),
                        LocalDate.of(2022, 6, 30));
        assertFigure("25", part.pace().valueAtEnd());
        assertEquals(LocalDate.of(2023, 12, 31), on(part.pace()));
    }

    /** 10 in half of 2022 make 20 of the year: more than 19 at its end, but not yet in June. */
    @Test
    void aYearThatWillMeetItsTargetDoesSoAtItsEnd() {
        Projection part =
                project(
                        plan(
                                d -> {
                                    d.kind = IndicatorKind.YEARLY;
                                    d.course = course("10", "19");
                                    d.observations = List.of(actual("2022H1", "10"));
                                }),
                        LocalDate.of(2022, 6, 30));
        assertEquals(END_2022, on(part.pace()));
    }

    /** Without a baseline 10, 12, 14: b = 1 in 6 months, 14 + 24 ÷ 6 = 18 at the end of 2025. */
    @Test
    void theTrendNeedsNoBaseline() {
        Course aim =
                Course.of(
                        Milestone.target(
                                Milestone.Role.FINAL, END, new BigDecimal("18"), Direction.HIGHER));
        Projection loose =
                project(
                        plan(aim, actual("2021", "10"), actual("2022", "12"), actual("2023", "14")),
                        LocalDate.of(2023, 12, 31));
        assertFigure("18.000000", loose.trend().valueAtEnd());
        assertEquals(END, on(loose.trend()));
        assertEquals(Cause.NO_BASELINE, cause(loose.pace().valueAtEnd()));
        assertEquals(Cause.NO_BASELINE, not(loose.growth()));
    }

    @Test
    void aForecastAndALaterFigureAreNotProjected() {
        Observation forecast =
                Observation.of(Period.ofYear(2023), Status.FORECAST, Reading.ofAmount("999"));
        assertFigure(
                "175",
                project(
                                plan(
                                        course("100", "200"),
                                        actual("2022", "130"),
                                        forecast,
                                        actual("2024", "1")),
                                END_2022)
                        .pace()
                        .valueAtEnd());
    }

    @Test
    void atTheEndNothingIsLeftToProject() {
        Projection over = project(plan(course("100", "200"), actual("2025", "190")), END);
        assertEquals(Cause.NO_TIME_LEFT, cause(over.pace().valueAtEnd()));
        assertEquals(Cause.NO_TIME_LEFT, not(over.trend()));
        assertEquals(
                "2025",
                since(project(plan(course("100", "200"), actual("2025", "200")), END).pace()));
    }

    @Test
    void otherKindsAreNotProjected() {
        Projection held =
                project(
                        plan(
                                d -> {
                                    d.kind = IndicatorKind.HOLD;
                                    d.course = course("98", "98");
                                    d.observations = List.of(actual("2021", "99"));
                                }),
                        END_2021);
        assertEquals(Cause.NOT_FOR_KIND, cause(held.pace().valueAtEnd()));
        assertEquals(Cause.NOT_FOR_KIND, not(held.trend()));
    }

    @Test
    void withoutFiguresTheReasonIsSaid() {
        assertEquals(
                Cause.NO_OBSERVATION,
                cause(
                        project(plan(course("100", "200"), actual("2022", "1")), END_2021)
                                .pace()
                                .valueAtEnd()));
        assertEquals(
                Cause.NO_OBSERVATION,
                cause(
                        project(
                                        plan(
                                                course("100", "200"),
                                                Observation.of(
                                                        Period.ofYear(2021),
                                                        Status.ACTUAL,
                                                        Reading.missing(
                                                                MissingReason.NOT_REPORTED))),
                                        END_2021)
                                .trend()
                                .valueAtEnd()));
    }

    /** 10³⁶ in the first month, to the 59th power. */
    @Test
    void growthBeyondEveryNumberIsRefused() {
        Projection steep =
                project(
                        plan(
                                course("0.000000000001", "1"),
                                actual("2021-01", "999999999999999999999999")),
                        LocalDate.of(2021, 1, 31));
        assertEquals(Cause.OUT_OF_RANGE, cause(steep.growth().valueAtEnd()));
        assertEquals("2021-01", since(steep.growth()));
    }

    /**
     * Revised to 150 in May 2023: as of 2022 the way still led to 200, 56 months off; afterwards 16
     * months.
     */
    @Test
    void theTargetOfTheEvaluationDateCounts() {
        Plan revised =
                plan(d -> {
                            d.course = course("100", "200");
                            d.observations = List.of(actual("2022", "130"));
                        })
                        .withChangedIndicator(
                                new UUID(2, 1),
                                i ->
                                        i.withRevisedTarget(
                                                Given.target(
                                                        Milestone.Role.FINAL,
                                                        END,
                                                        "150",
                                                        Direction.HIGHER),
                                                LocalDate.of(2023, 5, 31),
                                                "疫情",
                                                ""));
        assertEquals(LocalDate.of(2027, 8, 31), on(project(revised, END_2022).pace()));
        assertEquals(
                LocalDate.of(2024, 4, 30), on(project(revised, LocalDate.of(2023, 5, 31)).pace()));
    }
}
