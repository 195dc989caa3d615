package plumbline.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

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
import static plumbline.assessment.Given.target;
import static plumbline.assessment.Given.unjudged;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import plumbline.assessment.Reason.Cause;
import plumbline.plan.Course;
import plumbline.plan.Direction;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Milestone.Role;
import plumbline.plan.MissingReason;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Reading;
import plumbline.plan.Reporting;
import plumbline.plan.Source;
import plumbline.plan.Status;
import plumbline.plan.Verdict;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** domain.md §3: 累计, reported to date or per period; per period they are summed. */
class RunningTotalTest {

    private static Plan cumulative(
            Reporting reporting, Course course, Observation... observations) {
        return plan(
                d -> {
                    d.kind = IndicatorKind.CUMULATIVE;
                    d.reporting = reporting;
                    d.course = course;
                    d.observations = List.of(observations);
                });
    }

    private static Assessment summed(LocalDate at, Observation... observations) {
        return assess(cumulative(Reporting.PER_PERIOD, course("0", "500"), observations), at);
    }

    private static Period missing(Assessment a) {
        assertEquals(Cause.PERIOD_MISSING, unjudged(a));
        return assertInstanceOf(Figure.Unknown.class, a.derivation().orElseThrow())
                .reason()
                .period()
                .orElseThrow();
    }

    @Test
    void reportedToDateTheLatestFigureIsTheTotal() {
        Assessment a =
                assess(
                        cumulative(
                                Reporting.TO_DATE,
                                course("0", "500"),
                                actual("2021", "80"),
                                actual("2022", "200")),
                        END_2022);
        assertEquals(Optional.of(new BigDecimal("200")), a.value());
        assertEquals(Optional.empty(), a.derivation());
        assertEquals(Optional.of(Verdict.ON_COURSE), a.verdict());
    }

    @Test
    void reportedToDateAMissingYearDoesNotMatter() {
        Assessment a =
                assess(
                        cumulative(Reporting.TO_DATE, course("0", "500"), actual("2022", "200")),
                        END_2022);
        assertEquals(Optional.of(Verdict.ON_COURSE), a.verdict());
    }

    /** 80 + 120 = 200 of 500 is 40 %, which is due. */
    @Test
    void reportedPerPeriodTheyAreSummed() {
        Assessment a = summed(END_2022, actual("2021", "80"), actual("2022", "120"));
        assertFigure("200", a.derivation().orElseThrow());
        assertFigure("0.4", a.attainment());
        assertFigure("0.4", a.progress());
        assertEquals(Optional.of(Verdict.ON_COURSE), a.verdict());
    }

    /** 50 + 80 + 120 = 250; (250 − 50) ÷ (550 − 50). */
    @Test
    void theSumStandsOnTheBaseline() {
        Assessment a =
                assess(
                        cumulative(
                                Reporting.PER_PERIOD,
                                course("50", "550"),
                                actual("2021", "80"),
                                actual("2022", "120")),
                        END_2022);
        assertFigure("250", a.derivation().orElseThrow());
        assertFigure("0.4", a.progress());
    }

    @Test
    void withoutBaselineTheSumStandsOnZero() {
        Course course = Course.of(target(Role.FINAL, END, "500", Direction.HIGHER));
        Assessment a =
                assess(
                        cumulative(
                                Reporting.PER_PERIOD,
                                course,
                                actual("2021", "80"),
                                actual("2022", "120")),
                        END_2022);
        assertFigure("200", a.derivation().orElseThrow());
        assertEquals(Cause.NO_BASELINE, cause(a.progress()));
    }

    @Test
    void theSumNamesItsAddends() {
        Assessment a = summed(END_2022, actual("2021", "80"), actual("2022", "120"));
        Figure.Known total = assertInstanceOf(Figure.Known.class, a.derivation().orElseThrow());
        assertEquals(
                List.of("BASELINE 0", "ADDEND 80", "ADDEND 120"),
                total.inputs().stream().map(i -> i.symbol() + " " + i.amount()).toList());
    }

    @Test
    void zeroIsAnAddendNotAGap() {
        assertFigure(
                "120",
                summed(END_2022, actual("2021", "0"), actual("2022", "120"))
                        .derivation()
                        .orElseThrow());
    }

    @Test
    void aYearMissingAtTheBeginningIsNamed() {
        assertEquals(Period.ofYear(2021), missing(summed(END_2022, actual("2022", "120"))));
    }

    @Test
    void aYearMissingInBetweenIsNamed() {
        assertEquals(
                Period.ofYear(2022),
                missing(summed(END.minusYears(2), actual("2021", "80"), actual("2023", "120"))));
    }

    @Test
    void aYearWithAReasonInsteadOfAFigureIsMissingFromTheSum() {
        Observation none =
                Observation.of(
                        Period.ofYear(2021),
                        Status.ACTUAL,
                        Reading.missing(MissingReason.NOT_REPORTED));
        assertEquals(Period.ofYear(2021), missing(summed(END_2022, none, actual("2022", "120"))));
    }

    @ParameterizedTest
    @CsvSource({"2021H2, 2021H1", "2021Q4, 2021-01..2021-09", "2021-02, 2021-01"})
    void theGapIsNamedAsWideAsItIs(String reported, String gap) {
        assertEquals(gap, missing(summed(END_2021, actual(reported, "10"))).code());
    }

    @Test
    void aMissingQuarterIsNamedAsAQuarter() {
        assertEquals(
                "2021Q2",
                missing(
                                summed(
                                        END_2021,
                                        actual("2021Q1", "10"),
                                        actual("2021Q3", "10"),
                                        actual("2021Q4", "10")))
                        .code());
    }

    @Test
    void aMissingPeriodLeavesNoFigureAtAll() {
        Assessment a = summed(END_2022, actual("2022", "120"));
        assertEquals(Optional.empty(), a.value());
        for (Figure f :
                List.of(
                        a.attainment(),
                        a.progress(),
                        a.timeProgress(),
                        a.due(),
                        a.pace(),
                        a.gap())) {
            assertEquals(Cause.PERIOD_MISSING, cause(f), () -> f.formula().name());
        }
    }

    @Test
    void quartersMakeAYear() {
        assertFigure(
                "100",
                summed(
                                END_2021,
                                actual("2021Q1", "10"),
                                actual("2021Q2", "20"),
                                actual("2021Q3", "30"),
                                actual("2021Q4", "40"))
                        .derivation()
                        .orElseThrow());
    }

    @Test
    void aYearAndItsHalvesAreNotCountedTwice() {
        assertFigure(
                "100",
                summed(
                                END_2021,
                                actual("2021H1", "45"),
                                actual("2021H2", "55"),
                                actual("2021", "100"))
                        .derivation()
                        .orElseThrow());
    }

    /** 100 + 60; 160 of 500 at half time. */
    @Test
    void aHalfYearIsAddedToTheYearsBefore() {
        Assessment a =
                summed(
                        LocalDate.of(2022, 6, 30),
                        actual("2021", "100"),
                        actual("2022H1", "60"),
                        actual("2022", "130"));
        assertFigure("160", a.derivation().orElseThrow());
        assertFigure("0.3", a.timeProgress());
    }

    @Test
    void figuresOfTwoYearsAtOnceAreOneAddend() {
        assertFigure(
                "260",
                summed(MID_2023, actual("2021-01..2022-12", "200"), actual("2023H1", "60"))
                        .derivation()
                        .orElseThrow());
    }

    /** January to May, then July to December: June is in neither. */
    @Test
    void aHalfYearUpToMayLeavesJuneMissing() {
        Observation may =
                new Observation(
                        Period.ofHalfYear(2021, 1),
                        5,
                        Reading.ofAmount("40"),
                        Status.ACTUAL,
                        Source.TYPED,
                        "");
        assertEquals("2021-06", missing(summed(END_2021, may, actual("2021H2", "50"))).code());
    }

    /** 5 of 60 months of 600 are due. */
    @Test
    void aHalfYearUpToMayIsComparedWithFiveMonths() {
        Observation may =
                new Observation(
                        Period.ofHalfYear(2021, 1),
                        5,
                        Reading.ofAmount("50"),
                        Status.ACTUAL,
                        Source.TYPED,
                        "");
        Assessment a =
                assess(
                        cumulative(Reporting.PER_PERIOD, course("0", "600"), may),
                        LocalDate.of(2021, 6, 30));
        assertFigure("50", a.due());
        assertEquals(Optional.of(Verdict.ON_COURSE), a.verdict());
    }

    @Test
    void aForecastIsNotSummed() {
        Observation forecast =
                Observation.of(Period.ofYear(2022), Status.FORECAST, Reading.ofAmount("500"));
        assertFigure(
                "80", summed(END_2022, actual("2021", "80"), forecast).derivation().orElseThrow());
    }

    @Test
    void aPreliminaryYearThatIsNotAllowedIsMissingFromTheSum() {
        Observation preliminary =
                Observation.of(Period.ofYear(2021), Status.PRELIMINARY, Reading.ofAmount("80"));
        assertEquals(
                Period.ofYear(2021), missing(summed(END_2022, preliminary, actual("2022", "120"))));
    }

    @Test
    void figuresFromBeforeThePlanAreNotSummed() {
        assertFigure(
                "80",
                summed(END_2021, actual("2020", "999"), actual("2021", "80"))
                        .derivation()
                        .orElseThrow());
    }

    @Test
    void aStockIsNeverSummed() {
        Plan plan =
                cumulative(
                                Reporting.PER_PERIOD,
                                course("0", "500"),
                                actual("2021", "80"),
                                actual("2022", "120"))
                        .withChanges(
                                d ->
                                        d.indicators =
                                                d.indicators.stream()
                                                        .map(
                                                                i ->
                                                                        i.withChanges(
                                                                                e ->
                                                                                        e.kind =
                                                                                                IndicatorKind
                                                                                                        .STOCK))
                                                        .toList());
        assertEquals(Optional.of(new BigDecimal("120")), assess(plan, END_2022).value());
    }

    @Test
    void aFallingTotalIsSummedToo() {
        Assessment a =
                assess(
                        cumulative(
                                Reporting.PER_PERIOD,
                                course("100", "50"),
                                actual("2021", "-10"),
                                actual("2022", "-10")),
                        END_2022);
        assertFigure("80", a.derivation().orElseThrow());
        assertEquals(Optional.of(Verdict.ON_COURSE), a.verdict());
    }
}
