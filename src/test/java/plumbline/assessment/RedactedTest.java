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
import plumbline.plan.Kind;
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
class RedactedTest {
    private static final UUID LINE = new UUID(2, 1);
    private static final UUID PART = new UUID(3, 1);
    private static final Reading HIDDEN = new Reading.Missing(MissingReason.REDACTED, "XX");
    private static final Plan PLAN =
            plan(course("100", "200"), actual("2021", "130"), actual("2022", "150"));

    private static Redaction figures(String period) {
        return new Redaction.Figures(LINE, Period.parse(period));
    }

    private static Evaluation redacted(Plan plan) {
        return Redacted.of(Evaluation.of(plan, END_2022));
    }

    private static Assessment first(Plan plan) {
        return redacted(plan).assessments().getFirst();
    }

    private static Reading shown(Assessment a, String period) {
        return a.indicator().shown(Period.parse(period)).orElseThrow().reading();
    }

    @Test
    void withoutAMarkNothingIsLeftOut() {
        Evaluation standing = Evaluation.of(PLAN, END_2022);
        assertSame(standing, Redacted.of(standing));
        assertSame(PLAN, Redacted.of(PLAN));
    }

    @Test
    void aMarkedFigureIsGoneAndSoIsAllThatIsComputedFromIt() {
        Assessment a = first(PLAN.with(figures("2022")));
        assertEquals(HIDDEN, shown(a, "2022"));
        assertEquals(Reading.of("130"), shown(a, "2021"));
        assertEquals(Optional.empty(), a.value());
        for (Figure figure :
                List.of(
                        a.attainment(),
                        a.progress(),
                        a.pace(),
                        a.gap(),
                        a.neededPerYear(),
                        a.achievedPerYear()))
            assertTrue(figure.withheld(), figure.formula().name());
        assertEquals(Optional.empty(), a.interval());
        assertTrue(a.withheld());
    }

    @Test
    void verdictTallyAndTimeStayThoseOfTheRealFigures() {
        Evaluation standing = Evaluation.of(PLAN, END_2022);
        Evaluation left = redacted(PLAN.with(figures("2022")));
        assertEquals(Optional.of(Verdict.FASTER), left.assessments().getFirst().verdict());
        assertEquals(standing.tally(), left.tally());
        assertEquals(
                standing.assessments().getFirst().timeProgress(),
                left.assessments().getFirst().timeProgress());
        assertFalse(left.assessments().getFirst().judgement().passOrFail());
    }

    @Test
    void aMarkOnAnEarlierYearLeavesTheResultAsItIs() {
        Assessment a = first(PLAN.with(figures("2021")));
        assertEquals(HIDDEN, shown(a, "2021"));
        assertEquals(Optional.of(new BigDecimal("150")), a.value());
        assertEquals(
                new BigDecimal("0.5"), a.progress().number().orElseThrow().stripTrailingZeros());
        assertFalse(a.withheld());
    }

    @Test
    void aMarkedTargetIsGoneWithWhatItBoundsButTheValueStays() {
        Evaluation left =
                redacted(PLAN.with(new Redaction.Target(LINE, Role.FINAL, Optional.empty())));
        Assessment a = left.assessments().getFirst();
        assertEquals(Optional.empty(), a.course().target());
        assertTrue(left.withholds(a.indicator(), Role.FINAL));
        assertFalse(left.withholds(a.indicator(), Role.MID_TERM));
        assertEquals(Optional.of(new BigDecimal("150")), a.value());
        assertTrue(
                a.attainment().withheld()
                        && a.progress().withheld()
                        && a.due().withheld()
                        && a.gap().withheld());
        assertEquals(Optional.of(Verdict.FASTER), a.verdict());
    }

    @Test
    void aMarkOnTheWholeLineHidesTargetsPartsAndForecasts() {
        Plan whole =
                PLAN.record(
                                LINE,
                                Observation.of(
                                        Period.year(2025), Status.FORECAST, Reading.of("210")))
                        .changeIndicator(
                                LINE,
                                i ->
                                        i.with(
                                                new Part(
                                                        PART,
                                                        "甲县",
                                                        course("40", "80"),
                                                        List.of(actual("2022", "60")))))
                        .with(new Redaction.Line(LINE));
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
                .with(mark);
    }

    @Test
    void aTotalStaysWhenOneOfItsPartsIsHidden() {
        Assessment a = first(summed(new Redaction.Figures(PART, Period.year(2022))));
        assertEquals(HIDDEN, a.indicator().parts().getFirst().observations().getFirst().reading());
        assertEquals(
                Reading.of("60"),
                a.indicator().parts().getLast().observations().getFirst().reading());
        assertEquals(
                Optional.of(Reading.of("150")),
                a.series().shown(Period.year(2022)).map(Observation::reading));
        assertEquals(
                new BigDecimal("0.5"), a.progress().number().orElseThrow().stripTrailingZeros());
    }

    @Test
    void aHiddenTotalIsNotAddedUpAgain() {
        Assessment a = first(summed(figures("2022")));
        assertEquals(
                Optional.of(HIDDEN), a.series().shown(Period.year(2022)).map(Observation::reading));
        assertTrue(a.progress().withheld());
        assertEquals(Optional.of(Verdict.FASTER), a.verdict());
    }

    @Test
    void aRunningTotalWithAHiddenYearIsWithheld() {
        Plan plan =
                plan(
                        d -> {
                            d.kind = Kind.CUMULATIVE;
                            d.reporting = Reporting.PER_PERIOD;
                            d.course = course("0", "100");
                            d.observations = List.of(actual("2021", "20"), actual("2022", "25"));
                        });
        Assessment a = first(plan.with(figures("2021")));
        assertEquals(Optional.empty(), a.value());
        assertTrue(a.derived().orElseThrow().withheld() && a.progress().withheld());
        assertEquals(Evaluation.of(plan, END_2022).assessments().getFirst().verdict(), a.verdict());
    }

    @Test
    void aMeanThatWouldBeTheSameWithoutTheHiddenYearIsWithheldToo() {
        Plan plan =
                plan(
                        d -> {
                            d.kind = Kind.MEAN;
                            d.course =
                                    Course.of(
                                            Given.target(Role.FINAL, END, "10", Direction.HIGHER));
                            d.observations = List.of(actual("2021", "12"), actual("2022", "12"));
                        });
        assertEquals(Optional.empty(), first(plan.with(figures("2021"))).value());
    }

    @Test
    void whatWasHeldOnlyInAHiddenYearIsNotTold() {
        Plan plan =
                plan(
                        d -> {
                            d.kind = Kind.HOLD;
                            d.course =
                                    Course.of(
                                            Given.target(Role.FINAL, END, "98", Direction.HIGHER));
                            d.observations = List.of(actual("2021", "97.3"), actual("2022", "99"));
                        });
        Assessment a = first(plan.with(figures("2021")));
        assertEquals(Optional.of(Verdict.BEHIND), a.verdict());
        assertTrue(a.judgement().passOrFail());
        assertTrue(a.judgement() instanceof Judged(_, Judgement.Withheld _, _));
    }

    @Test
    void remarksThatTellTheValueAreLeftOut() {
        Plan still = plan(course("100", "200"), actual("2022", "100"));
        assertTrue(
                ((Judged) Evaluation.of(still, END_2022).assessments().getFirst().judgement())
                        .remarks()
                        .contains(Remark.NO_HEADWAY));
        assertFalse(
                ((Judged) first(still.with(figures("2022"))).judgement())
                        .remarks()
                        .contains(Remark.NO_HEADWAY));
    }

    @Test
    void onAnotherDayTheSameIsLeftOutAndTheVerdictIsThatDays() {
        Evaluation before = redacted(PLAN.with(new Redaction.Line(LINE))).on(END_2021);
        assertEquals(Optional.of(Verdict.FASTER), before.assessments().getFirst().verdict());
        assertEquals(Optional.empty(), before.assessments().getFirst().value());
    }

    @Test
    void aMissingFigureKeepsItsReason() {
        Plan plan =
                PLAN.record(
                                LINE,
                                Observation.of(
                                        Period.year(2023),
                                        Status.ACTUAL,
                                        Reading.missing(MissingReason.NOT_CARRIED_OUT)))
                        .with(new Redaction.Line(LINE));
        assertEquals(Reading.missing(MissingReason.NOT_CARRIED_OUT), shown(first(plan), "2023"));
    }

    @Test
    void otherIndicatorsStayTheSameObjects() {
        Indicator other = Indicator.named(new UUID(2, 2), Given.GROUP, "另一项");
        Plan plan = PLAN.with(other).with(new Redaction.Line(LINE));
        assertSame(other, redacted(plan).assessments().getLast().indicator());
    }
}
