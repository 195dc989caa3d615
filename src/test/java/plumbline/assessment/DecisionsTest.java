package plumbline.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static plumbline.assessment.Given.END;
import static plumbline.assessment.Given.END_2022;
import static plumbline.assessment.Given.actual;
import static plumbline.assessment.Given.assertFigure;
import static plumbline.assessment.Given.assess;
import static plumbline.assessment.Given.course;
import static plumbline.assessment.Given.plan;
import static plumbline.assessment.Given.remarks;

import org.junit.jupiter.api.Test;

import plumbline.plan.Direction;
import plumbline.plan.HandVerdict;
import plumbline.plan.Milestone.Role;
import plumbline.plan.MissingReason;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Reading;
import plumbline.plan.Status;
import plumbline.plan.Verdict;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What people decided: a target revised counts from its decision on; a verdict by hand stands
 * beside; a forecast runs out.
 */
class DecisionsTest {
    private static final UUID INDICATOR = new UUID(2, 1);
    private static final LocalDate DECIDED = LocalDate.of(2023, 5, 31);

    /** 100 → 200, revised to 150 at the end of May 2023; 130 in 2022. */
    private static Plan revised() {
        return plan(course("100", "200"), actual("2022", "130"))
                .withChangedIndicator(
                        INDICATOR,
                        i ->
                                i.withRevisedTarget(
                                        Given.target(Role.FINAL, END, "150", Direction.HIGHER),
                                        DECIDED,
                                        "疫情",
                                        "12号"));
    }

    /** By 200: 30 ÷ 40 of what is due, behind. By 150: 30 ÷ 20, faster. */
    @Test
    void theTargetInForceAtTheEvaluationDateIsJudgedBy() {
        assertEquals(Optional.of(Verdict.BEHIND), assess(revised(), END_2022).verdict());
        assertEquals(
                Optional.of(Verdict.BEHIND), assess(revised(), DECIDED.minusDays(1)).verdict());
        assertEquals(Optional.of(Verdict.FASTER), assess(revised(), DECIDED).verdict());
        assertFigure("0.65", assess(revised(), DECIDED.minusDays(1)).attainment());
        assertFigure("0.866667", assess(revised(), DECIDED).attainment());
    }

    @Test
    void theVerdictSaysWhichTargetItWasGivenBy() {
        assertTrue(remarks(assess(revised(), END_2022)).contains(Remark.FORMER_TARGET));
        assertTrue(remarks(assess(revised(), DECIDED)).contains(Remark.REVISED_TARGET));
        assertEquals(List.of(), assess(revised(), END_2022).revisionsInForce());
        assertEquals(1, assess(revised(), DECIDED).revisionsInForce().size());
        assertEquals(
                "200",
                assess(revised(), END_2022)
                        .courseInForce()
                        .finalTarget()
                        .orElseThrow()
                        .amount()
                        .toPlainString());
    }

    private static Plan byHand(Verdict verdict) {
        return plan(course("100", "200"), actual("2022", "150"))
                .withChangedIndicator(
                        INDICATOR,
                        i ->
                                i.withChanges(
                                        d ->
                                                d.handVerdict =
                                                        Optional.of(
                                                                new HandVerdict(
                                                                        verdict, "专家意见",
                                                                        END_2022))));
    }

    @Test
    void aVerdictByHandStandsBesideTheComputedOne() {
        Assessment a = assess(byHand(Verdict.BEHIND), END_2022);
        assertEquals(Optional.of(Verdict.FASTER), a.verdict());
        assertEquals(Verdict.BEHIND, a.handVerdict().orElseThrow().verdict());
        assertEquals(
                1,
                Evaluation.evaluate(byHand(Verdict.BEHIND), END_2022)
                        .tallyAll()
                        .countOf(Verdict.FASTER));
        assertTrue(assess(byHand(Verdict.BEHIND), END_2022.minusDays(1)).handVerdict().isEmpty());
    }

    @Test
    void aVerdictByHandThatFindsItWantingAsksForAttention() {
        assertEquals(
                1,
                Evaluation.evaluate(byHand(Verdict.NEARLY), END_2022)
                        .assessmentsNeedingAttention()
                        .size());
        assertEquals(
                0,
                Evaluation.evaluate(byHand(Verdict.AHEAD), END_2022)
                        .assessmentsNeedingAttention()
                        .size());
    }

    private static List<String> overdue(LocalDate at, Observation... observations) {
        return Evaluation.evaluate(plan(course("100", "200"), observations), at)
                .overdueForecasts()
                .stream()
                .map(g -> g.period().code())
                .toList();
    }

    private static Observation forecast(String period) {
        return Observation.of(Period.parse(period), Status.FORECAST, Reading.ofAmount("140"));
    }

    @Test
    void aForecastIsOverdueOnceItsPeriodIsOverWithoutAFigure() {
        LocalDate end = LocalDate.of(2023, 6, 30);
        assertEquals(List.of(), overdue(end.minusDays(1), forecast("2023H1")));
        assertEquals(List.of("2023H1"), overdue(end, forecast("2023H1")));
        assertEquals(List.of(), overdue(end, forecast("2023H1"), actual("2023H1", "150")));
        assertEquals(
                List.of(),
                overdue(
                        end,
                        forecast("2023H1"),
                        Observation.of(
                                Period.ofHalfYear(2023, 1),
                                Status.ACTUAL,
                                Reading.missing(MissingReason.NOT_CARRIED_OUT))));
        assertFalse(overdue(END, forecast("2023H1"), forecast("2024")).isEmpty());
    }
}
