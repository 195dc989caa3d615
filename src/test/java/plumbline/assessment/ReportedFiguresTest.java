package plumbline.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static plumbline.assessment.Given.END_2021;
import static plumbline.assessment.Given.END_2022;
import static plumbline.assessment.Given.MID_2023;
import static plumbline.assessment.Given.actual;
import static plumbline.assessment.Given.assess;
import static plumbline.assessment.Given.cause;
import static plumbline.assessment.Given.course;
import static plumbline.assessment.Given.plan;
import static plumbline.assessment.Given.remarks;
import static plumbline.assessment.Given.unjudged;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import plumbline.assessment.Reason.Cause;
import plumbline.plan.MissingReason;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Property;
import plumbline.plan.Reading;
import plumbline.plan.Source;
import plumbline.plan.Status;
import plumbline.plan.Verdict;
import plumbline.plan.VerdictRule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * domain.md §4: A is the latest actual value, or a preliminary one if allowed, at or before the
 * evaluation date.
 */
class ReportedFiguresTest {
    private static final VerdictRule TAKING_PRELIMINARY =
            new VerdictRule(
                    "own", VerdictRule.Basis.PACE, true, true, VerdictRule.timeRule().bands());

    private static Observation as(Status status, String period, String amount) {
        return Observation.of(Period.parse(period), status, Reading.ofAmount(amount));
    }

    private static Plan of(Observation... observations) {
        return plan(course("100", "200"), observations);
    }

    @Test
    void withoutAnyFigureEveryResultSaysSo() {
        Assessment a = assess(of(), END_2022);
        for (Figure f :
                List.of(
                        a.attainment(),
                        a.progress(),
                        a.timeProgress(),
                        a.due(),
                        a.progressDue(),
                        a.pace(),
                        a.gap(),
                        a.neededPerYear(),
                        a.achievedPerYear())) {
            assertEquals(Cause.NO_OBSERVATION, cause(f), () -> f.formula().name());
        }
        assertEquals(Cause.NO_OBSERVATION, unjudged(a));
        assertEquals(Optional.empty(), a.value());
    }

    @ParameterizedTest
    @EnumSource(MissingReason.class)
    void aMissingReadingIsNoFigure(MissingReason reason) {
        Observation missing =
                Observation.of(Period.ofYear(2022), Status.ACTUAL, Reading.missing(reason));
        assertEquals(Cause.NO_OBSERVATION, unjudged(assess(of(missing), END_2022)));
    }

    @Test
    void aForecastIsNeverJudged() {
        Assessment a = assess(of(as(Status.FORECAST, "2022", "200")), END_2022);
        assertEquals(Cause.FORECAST_ONLY, unjudged(a));
        assertEquals(Optional.empty(), a.value());
        assertTrue(a.forecast().isPresent());
    }

    @Test
    void aForecastIsNotJudgedEvenWherePreliminaryFiguresAre() {
        assertEquals(
                Cause.FORECAST_ONLY,
                unjudged(
                        assess(
                                of(as(Status.FORECAST, "2022", "200")).withRule(TAKING_PRELIMINARY),
                                END_2022)));
    }

    @Test
    void aForecastOfALaterTimeIsNotCalledForecastOnly() {
        assertEquals(
                Cause.NO_OBSERVATION,
                unjudged(assess(of(as(Status.FORECAST, "2025", "200")), END_2022)));
    }

    @Test
    void aPreliminaryFigureIsNotJudgedUnlessAllowed() {
        assertEquals(
                Cause.PRELIMINARY_ONLY,
                unjudged(assess(of(as(Status.PRELIMINARY, "2022", "140")), END_2022)));
    }

    @Test
    void aPreliminaryFigureIsJudgedWhereAllowedAndRemarked() {
        Assessment a =
                assess(
                        of(as(Status.PRELIMINARY, "2022", "140")).withRule(TAKING_PRELIMINARY),
                        END_2022);
        assertEquals(Optional.of(Verdict.ON_COURSE), a.verdict());
        assertEquals(List.of(Remark.PRELIMINARY, Remark.DUE_DERIVED), remarks(a));
    }

    /** The rule that judges an indicator also says whether its preliminary figures count. */
    @ParameterizedTest
    @CsvSource({"BINDING, true", "EXPECTED, false"})
    void theBindingRuleMayTakePreliminaryFiguresAlone(Property property, boolean taken) {
        Plan plan =
                Given.plan(
                                d -> {
                                    d.property = property;
                                    d.course = course("100", "200");
                                    d.observations = List.of(as(Status.PRELIMINARY, "2022", "140"));
                                })
                        .withChanges(d -> d.bindingRule = Optional.of(TAKING_PRELIMINARY));
        assertEquals(taken, assess(plan, END_2022).verdict().isPresent());
    }

    @Test
    void beforeAPreliminaryFigureThatIsNotAllowedTheLastActualIsJudged() {
        Plan plan = of(actual("2021", "110"), as(Status.PRELIMINARY, "2022H1", "190"));
        Assessment a = assess(plan, LocalDate.of(2022, 6, 30));
        assertEquals(Optional.of(new BigDecimal("110")), a.value());
        assertEquals(List.of(Remark.DUE_DERIVED), remarks(a));
    }

    @ParameterizedTest
    @CsvSource({
        "2021-12-30, 105",
        "2021-12-31, 110",
        "2022-06-29, 110",
        "2022-06-30, 120",
        "2022-12-31, 130",
        "2030-01-01, 130"
    })
    void theLatestAtOrBeforeTheDateIsJudged(LocalDate at, String value) {
        Plan plan =
                of(
                        actual("2022", "130"),
                        actual("2021", "110"),
                        actual("2022H1", "120"),
                        actual("2021H1", "105"));
        assertEquals(Optional.of(new BigDecimal(value)), assess(plan, at).value());
    }

    @Test
    void ofTwoThatEndTogetherTheLongerIsJudged() {
        Plan plan =
                of(
                        actual("2022", "130"),
                        actual("2022-12", "11"),
                        actual("2022Q4", "31"),
                        actual("2022H2", "61"));
        assertEquals(Optional.of(new BigDecimal("130")), assess(plan, END_2022).value());
    }

    /** January to June of the year 2022 and its first half speak of one day. */
    @Test
    void ofTwoThatSpeakOfOneDayThatOfTheLongerPeriodIsJudged() {
        Observation year =
                new Observation(
                        Period.ofYear(2022),
                        6,
                        Reading.ofAmount("122"),
                        Status.ACTUAL,
                        Source.TYPED,
                        "");
        assertEquals(
                Optional.of(new BigDecimal("122")),
                assess(of(year, actual("2022H1", "120")), END_2022).value());
    }

    @Test
    void whereTheLatestYearIsMissingThereIsNoVerdict() {
        Observation missing =
                Observation.of(
                        Period.ofYear(2022),
                        Status.ACTUAL,
                        Reading.missing(MissingReason.NOT_REPORTED));
        Assessment a = assess(of(actual("2021", "120"), missing), END_2022);
        assertEquals(Reason.Cause.STALE, Given.unjudged(a));
        assertEquals(Optional.of(new BigDecimal("120")), a.value(), "what is known is still shown");
    }

    @Test
    void inTheMiddleOfAYearItIsNotMissingYet() {
        assertEquals(
                List.of(Remark.DUE_DERIVED), remarks(assess(of(actual("2022", "140")), MID_2023)));
    }

    @Test
    void aForecastThatIsDueIsRemarkedBesideTheLastFigure() {
        Plan plan = of(actual("2021", "120"), as(Status.FORECAST, "2022H1", "150"));
        assertEquals(
                List.of(Remark.FORECAST_AHEAD, Remark.DUE_DERIVED),
                remarks(assess(plan, LocalDate.of(2022, 6, 30))));
    }

    @Test
    void aForecastOfALaterTimeIsShownButNotRemarked() {
        Assessment a =
                assess(of(actual("2022", "140"), as(Status.FORECAST, "2025", "210")), END_2022);
        assertEquals(Optional.of(as(Status.FORECAST, "2025", "210")), a.forecast());
        assertEquals(List.of(Remark.DUE_DERIVED), remarks(a));
    }

    @Test
    void aForecastThatTheFigureHasOvertakenIsNotShown() {
        assertEquals(
                Optional.empty(),
                assess(of(as(Status.FORECAST, "2022", "150"), actual("2022", "140")), END_2022)
                        .forecast());
    }

    @Test
    void anApproximateFigureIsJudgedAndRemarked() {
        Observation about =
                Observation.of(
                        Period.ofYear(2021),
                        Status.ACTUAL,
                        new Reading.Value(new BigDecimal("120"), true, "近120"));
        assertEquals(
                List.of(Remark.APPROXIMATE, Remark.DUE_DERIVED),
                remarks(assess(of(about), END_2021)));
    }

    @Test
    void recordingAnObservationChangesTheVerdict() {
        Plan before = of(actual("2022", "110"));
        Plan after =
                before.withObservation(before.indicators().getFirst().id(), actual("2022", "140"));
        assertEquals(
                List.of(Verdict.BEHIND, Verdict.ON_COURSE),
                List.of(
                        assess(before, END_2022).verdict().orElseThrow(),
                        assess(after, END_2022).verdict().orElseThrow()));
    }
}
