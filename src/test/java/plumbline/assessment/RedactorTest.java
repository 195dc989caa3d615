package plumbline.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static plumbline.assessment.Given.END;
import static plumbline.assessment.Given.END_2021;
import static plumbline.assessment.Given.END_2022;
import static plumbline.assessment.Given.actual;
import static plumbline.assessment.Given.course;
import static plumbline.assessment.Given.plan;

import org.junit.jupiter.api.Test;

import plumbline.assessment.Judgement.Judged;
import plumbline.plan.Course;
import plumbline.plan.Direction;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Milestone.Role;
import plumbline.plan.MissingReason;
import plumbline.plan.Observation;
import plumbline.plan.Part;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Reading;
import plumbline.plan.Redaction;
import plumbline.plan.Reporting;
import plumbline.plan.RollUp;
import plumbline.plan.Status;
import plumbline.plan.Verdict;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Worked by hand: from 100 to 200, 130 in 2021 and 150 in 2022 are 30 % and 50 % of the way, 40 %
 * being due: pace 1.25.
 */
class RedactorTest {
    private static final UUID LINE = new UUID(2, 1);
    private static final UUID PART = new UUID(3, 1);
    private static final Reading HIDDEN = new Reading.Missing(MissingReason.REDACTED, "XX");
    private static final Plan PLAN =
            plan(course("100", "200"), actual("2021", "130"), actual("2022", "150"));

    private static Redaction figures(String period) {
        return new Redaction.PeriodRedaction(LINE, Period.parse(period));
    }

    private static Evaluation redacted(Plan plan) {
        return Redactor.redactEvaluation(Evaluation.evaluate(plan, END_2022));
    }

    private static Assessment first(Plan plan) {
        return redacted(plan).assessments().getFirst();
    }

    private static Reading shown(Assessment a, String period) {
        return a.indicator().displayedObservation(Period.parse(period)).orElseThrow().reading();
    }

    @Test
    void withoutAMarkNothingIsLeftOut() {
        Evaluation standing = Evaluation.evaluate(PLAN, END_2022);
        assertSame(standing, Redactor.redactEvaluation(standing));
        assertSame(PLAN, Redactor.redactPlan(PLAN));
    }

    @Test
    void aMarkedFigureIsGoneAndSoIsAllThatIsComputedFromIt() {
        Assessment a = first(PLAN.withRedaction(figures("2022")));
        assertEquals(HIDDEN, shown(a, "2022"));
        assertEquals(Reading.ofAmount("130"), shown(a, "2021"));
        assertEquals(Optional.empty(), a.value());
        for (Figure figure :
                List.of(
                        a.attainment(),
                        a.progress(),
                        a.pace(),
                        a.gap(),
                        a.neededPerYear(),
                        a.achievedPerYear()))
            assertTrue(figure.isWithheld(), figure.formula().name());
        assertEquals(Optional.empty(), a.progressInterval());
        assertTrue(a.isWithheld());
    }

    @Test
    void verdictTallyAndTimeStayThoseOfTheRealFigures() {
        Evaluation standing = Evaluation.evaluate(PLAN, END_2022);
        Evaluation left = redacted(PLAN.withRedaction(figures("2022")));
        assertEquals(Optional.of(Verdict.FASTER), left.assessments().getFirst().verdict());
        assertEquals(standing.tallyAll(), left.tallyAll());
        assertEquals(
                standing.assessments().getFirst().timeProgress(),
                left.assessments().getFirst().timeProgress());
        assertFalse(left.assessments().getFirst().judgement().isPassOrFail());
    }

    @Test
    void aMarkOnAnEarlierYearLeavesTheResultAsItIs() {
        Assessment a = first(PLAN.withRedaction(figures("2021")));
        assertEquals(HIDDEN, shown(a, "2021"));
        assertEquals(Optional.of(new BigDecimal("150")), a.value());
        assertEquals(
                new BigDecimal("0.5"),
                a.progress().knownValue().orElseThrow().stripTrailingZeros());
        assertFalse(a.isWithheld());
    }

    @Test
    void aMarkedTargetIsGoneWithWhatItBoundsButTheValueStays() {
        Evaluation left =
                redacted(
                        PLAN.withRedaction(
                                new Redaction.TargetRedaction(LINE, Role.FINAL, Optional.empty())));
        Assessment a = left.assessments().getFirst();
        assertEquals(Optional.empty(), a.courseInForce().finalTarget());
        assertTrue(left.withholdsMilestone(a.indicator(), Role.FINAL));
        assertFalse(left.withholdsMilestone(a.indicator(), Role.MID_TERM));
        assertEquals(Optional.of(new BigDecimal("150")), a.value());
        assertTrue(
                a.attainment().isWithheld()
                        && a.progress().isWithheld()
                        && a.due().isWithheld()
                        && a.gap().isWithheld());
        assertEquals(Optional.of(Verdict.FASTER), a.verdict());
    }

    @Test
    void aMarkOnTheWholeLineHidesTargetsPartsAndForecasts() {
        Plan whole =
                PLAN.withObservation(
                                LINE,
                                Observation.of(
                                        Period.ofYear(2025),
                                        Status.FORECAST,
                                        Reading.ofAmount("210")))
                        .withChangedIndicator(
                                LINE,
                                i ->
                                        i.withPart(
                                                new Part(
                                                        PART,
                                                        "甲县",
                                                        course("40", "80"),
                                                        List.of(actual("2022", "60")))))
                        .withRedaction(new Redaction.LineRedaction(LINE));
        Assessment a = first(whole);
        assertEquals(Course.EMPTY, a.indicator().course());
        assertEquals(Course.EMPTY, a.indicator().parts().getFirst().course());
        assertTrue(a.indicator().observations().stream().allMatch(o -> o.reading().equals(HIDDEN)));
        assertEquals(HIDDEN, a.indicator().parts().getFirst().observations().getFirst().reading());
        assertEquals(Optional.of(HIDDEN), a.forecast().map(Observation::reading));
        assertEquals(Optional.of(Verdict.FASTER), a.verdict());
    }

    private static Plan summed(Redaction mark) {
        return plan(d -> {
                    d.course = course("100", "200");
                    d.rollUp = RollUp.SUM;
                    d.parts =
                            List.of(
                                    new Part(
                                            PART,
                                            "甲县",
                                            Course.EMPTY,
                                            List.of(actual("2022", "90"))),
                                    new Part(
                                            new UUID(3, 2),
                                            "乙县",
                                            Course.EMPTY,
                                            List.of(actual("2022", "60"))));
                })
                .withRedaction(mark);
    }

    @Test
    void aTotalStaysWhenOneOfItsPartsIsHidden() {
        Assessment a = first(summed(new Redaction.PeriodRedaction(PART, Period.ofYear(2022))));
        assertEquals(HIDDEN, a.indicator().parts().getFirst().observations().getFirst().reading());
        assertEquals(
                Reading.ofAmount("60"),
                a.indicator().parts().getLast().observations().getFirst().reading());
        assertEquals(
                Optional.of(Reading.ofAmount("150")),
                a.series().findShown(Period.ofYear(2022)).map(Observation::reading));
        assertEquals(
                new BigDecimal("0.5"),
                a.progress().knownValue().orElseThrow().stripTrailingZeros());
    }

    @Test
    void aHiddenTotalIsNotAddedUpAgain() {
        Assessment a = first(summed(figures("2022")));
        assertEquals(
                Optional.of(HIDDEN),
                a.series().findShown(Period.ofYear(2022)).map(Observation::reading));
        assertTrue(a.progress().isWithheld());
        assertEquals(Optional.of(Verdict.FASTER), a.verdict());
    }

    @Test
    void aRunningTotalWithAHiddenYearIsWithheld() {
        Plan plan =
                plan(
                        d -> {
                            d.kind = IndicatorKind.CUMULATIVE;
                            d.reporting = Reporting.PER_PERIOD;
                            d.course = course("0", "100");
                            d.observations = List.of(actual("2021", "20"), actual("2022", "25"));
                        });
        Assessment a = first(plan.withRedaction(figures("2021")));
        assertEquals(Optional.empty(), a.value());
        assertTrue(a.derivation().orElseThrow().isWithheld() && a.progress().isWithheld());
        assertEquals(
                Evaluation.evaluate(plan, END_2022).assessments().getFirst().verdict(),
                a.verdict());
    }

    @Test
    void aMeanThatWouldBeTheSameWithoutTheHiddenYearIsWithheldToo() {
        Plan plan =
                plan(
                        d -> {
                            d.kind = IndicatorKind.MEAN;
                            d.course =
                                    Course.of(
                                            Given.target(Role.FINAL, END, "10", Direction.HIGHER));
                            d.observations = List.of(actual("2021", "12"), actual("2022", "12"));
                        });
        assertEquals(Optional.empty(), first(plan.withRedaction(figures("2021"))).value());
    }

    @Test
    void whatWasHeldOnlyInAHiddenYearIsNotTold() {
        Plan plan =
                plan(
                        d -> {
                            d.kind = IndicatorKind.HOLD;
                            d.course =
                                    Course.of(
                                            Given.target(Role.FINAL, END, "98", Direction.HIGHER));
                            d.observations = List.of(actual("2021", "97.3"), actual("2022", "99"));
                        });
        Assessment a = first(plan.withRedaction(figures("2021")));
        assertEquals(Optional.of(Verdict.BEHIND), a.verdict());
        assertTrue(a.judgement().isPassOrFail());
        assertTrue(a.judgement() instanceof Judged(_, Judgement.WithheldGround _, _));
    }

    @Test
    void remarksThatTellTheValueAreLeftOut() {
        Plan still = plan(course("100", "200"), actual("2022", "100"));
        assertTrue(
                ((Judged) Evaluation.evaluate(still, END_2022).assessments().getFirst().judgement())
                        .remarks()
                        .contains(Remark.NO_HEADWAY));
        assertFalse(
                ((Judged) first(still.withRedaction(figures("2022"))).judgement())
                        .remarks()
                        .contains(Remark.NO_HEADWAY));
    }

    @Test
    void onAnotherDayTheSameIsLeftOutAndTheVerdictIsThatDays() {
        Evaluation before =
                redacted(PLAN.withRedaction(new Redaction.LineRedaction(LINE))).atDate(END_2021);
        assertEquals(Optional.of(Verdict.FASTER), before.assessments().getFirst().verdict());
        assertEquals(Optional.empty(), before.assessments().getFirst().value());
    }

    @Test
    void aMissingFigureKeepsItsReason() {
        Plan plan =
                PLAN.withObservation(
                                LINE,
                                Observation.of(
                                        Period.ofYear(2023),
                                        Status.ACTUAL,
                                        Reading.missing(MissingReason.NOT_CARRIED_OUT)))
                        .withRedaction(new Redaction.LineRedaction(LINE));
        assertEquals(Reading.missing(MissingReason.NOT_CARRIED_OUT), shown(first(plan), "2023"));
    }

    @Test
    void otherIndicatorsStayTheSameObjects() {
        Indicator other = Indicator.createNamed(new UUID(2, 2), Given.GROUP, "另一项");
        Plan plan = PLAN.withIndicator(other).withRedaction(new Redaction.LineRedaction(LINE));
        assertSame(other, redacted(plan).assessments().getLast().indicator());
    }
}
