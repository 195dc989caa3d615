package plumbline.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static plumbline.assessment.Given.actual;
import static plumbline.assessment.Given.assess;
import static plumbline.assessment.Given.course;

import org.junit.jupiter.api.Test;

import plumbline.plan.Course;
import plumbline.plan.Fraction;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorKind;
import plumbline.plan.MissingReason;
import plumbline.plan.Observation;
import plumbline.plan.Part;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Reading;
import plumbline.plan.Reporting;
import plumbline.plan.RollUp;
import plumbline.plan.Source;
import plumbline.plan.Status;
import plumbline.plan.Verdict;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Totals made of parts: what they are, when there is none, and that they are judged like figures.
 */
class PartsTotalTest {
    private static final Period Y2022 = Period.ofYear(2022);
    private int parts;

    private Part part(Observation... figures) {
        parts++;
        return new Part(new UUID(9, parts), "区" + parts, Course.EMPTY, List.of(figures));
    }

    private static Plan plan(RollUp by, String unit, List<Observation> own, Part... of) {
        return Given.plan(
                d -> {
                    d.unit = unit;
                    d.course = course("0", "1000");
                    d.rollUp = by;
                    d.parts = List.of(of);
                    d.observations = own;
                });
    }

    private static FigureSeries series(Plan plan) {
        return FigureSeries.forIndicator(plan.indicators().getFirst());
    }

    private static Optional<String> total(Plan plan) {
        return series(plan)
                .findShown(Y2022)
                .flatMap(o -> o.reading().findAmount())
                .map(BigDecimal::toPlainString);
    }

    private static Observation counted(String period, String numerator, String denominator) {
        return Observation.of(
                Period.parse(period),
                Status.ACTUAL,
                new Fraction(new BigDecimal(numerator), new BigDecimal(denominator))
                        .toReading("%", false));
    }

    private static Observation missing(MissingReason reason) {
        return Observation.of(Y2022, Status.ACTUAL, Reading.missing(reason));
    }

    @Test
    void aSumAMeanAndARatio() {
        assertEquals(
                Optional.of("580.5"),
                total(
                        plan(
                                RollUp.SUM,
                                "家",
                                List.of(),
                                part(actual("2022", "200.5")),
                                part(actual("2022", "380")))));
        assertEquals(
                Optional.of("98.1"),
                total(
                        plan(
                                RollUp.MEAN,
                                "%",
                                List.of(),
                                part(actual("2022", "99.2")),
                                part(actual("2022", "97.0")))));
        // (90 + 300) ÷ (100 + 900) = 39 %; the mean of the shares would be 61.7 %.
        assertEquals(
                Optional.of("39"),
                total(
                        plan(
                                RollUp.RATIO,
                                "%",
                                List.of(),
                                part(counted("2022", "90", "100")),
                                part(counted("2022", "300", "900")))));
        assertEquals(
                Optional.empty(),
                total(plan(RollUp.NONE, "家", List.of(), part(actual("2022", "200")))));
        assertEquals(Optional.empty(), total(plan(RollUp.SUM, "家", List.of())));
    }

    @Test
    void withoutOnePartThereIsNoTotalAndItSaysWhich() {
        Plan plan =
                plan(
                        RollUp.SUM,
                        "家",
                        List.of(),
                        part(actual("2022", "200")),
                        part(),
                        part(missing(MissingReason.NOT_REPORTED)));
        assertEquals(Optional.empty(), total(plan));
        assertEquals(
                List.of("区2", "区3"),
                series(plan).findTotal(Y2022).orElseThrow().missingParts().stream()
                        .map(Part::name)
                        .toList());
    }

    @Test
    void aRatioNeedsNumeratorAndDenominatorOfEveryPart() {
        Plan plan =
                plan(
                        RollUp.RATIO,
                        "%",
                        List.of(),
                        part(counted("2022", "90", "100")),
                        part(actual("2022", "33.3")));
        assertEquals(Optional.empty(), total(plan));
        assertEquals(
                List.of("区2"),
                series(plan).findTotal(Y2022).orElseThrow().missingParts().stream()
                        .map(Part::name)
                        .toList());
    }

    @Test
    void aPartThatIsNotApplicableDoesNotCount() {
        assertEquals(
                Optional.of("99"),
                total(
                        plan(
                                RollUp.MEAN,
                                "%",
                                List.of(),
                                part(actual("2022", "99")),
                                part(missing(MissingReason.NOT_APPLICABLE)))));
        assertEquals(
                Optional.empty(),
                total(
                        plan(
                                RollUp.MEAN,
                                "%",
                                List.of(),
                                part(missing(MissingReason.NOT_APPLICABLE)))));
    }

    @Test
    void whatWasTypedWins() {
        Part[] both = {part(actual("2022", "200")), part(actual("2022", "380"))};
        assertEquals(
                Optional.of("600"),
                total(plan(RollUp.SUM, "家", List.of(actual("2022", "600")), both)));
        assertEquals(
                Optional.empty(),
                total(plan(RollUp.SUM, "家", List.of(missing(MissingReason.REDACTED)), both)));
        Observation forecast = Observation.of(Y2022, Status.FORECAST, Reading.ofAmount("700"));
        assertEquals(Optional.of("580"), total(plan(RollUp.SUM, "家", List.of(forecast), both)));
        Part later = part(forecast);
        assertEquals(
                Optional.of("700"),
                total(plan(RollUp.SUM, "家", List.of(forecast), both[0], later)));
    }

    @Test
    void aTotalIsAsFirmAsItsLeastFirmPart() {
        Observation shorter =
                new Observation(
                        Y2022, 11, Reading.ofAmount("1"), Status.PRELIMINARY, Source.TYPED, "");
        Observation total =
                series(plan(RollUp.SUM, "家", List.of(), part(actual("2022", "200")), part(shorter)))
                        .findShown(Y2022)
                        .orElseThrow();
        assertEquals(
                List.of(Status.PRELIMINARY, 11), List.of(total.status(), total.monthsCovered()));
    }

    @Test
    void aTotalIsJudgedAndSaysWhereItComesFrom() {
        Plan plan =
                plan(
                        RollUp.SUM,
                        "家",
                        List.of(),
                        part(actual("2022", "200")),
                        part(actual("2022", "380")));
        Assessment a = assess(plan, Given.END_2022);
        // 580 of 1000 where 400 are due.
        assertEquals(Optional.of(Verdict.FASTER), a.verdict());
        Origin origin =
                assertInstanceOf(Figure.Known.class, a.progress()).inputs().getFirst().origin();
        assertEquals(
                List.of("200", "380"),
                assertInstanceOf(Origin.RolledUp.class, origin).total().addends().stream()
                        .map(t -> t.amount().toPlainString())
                        .toList());
        assertTrue(
                Evaluation.evaluate(plan, Given.END_2022).figureGaps().stream()
                        .noneMatch(g -> g.period().equals(Y2022)));
    }

    @Test
    void aTypedFigureSaysThatItWasReported() {
        Plan plan =
                plan(RollUp.SUM, "家", List.of(actual("2022", "600")), part(actual("2022", "580")));
        assertInstanceOf(
                Origin.Reported.class,
                assertInstanceOf(Figure.Known.class, assess(plan, Given.END_2022).progress())
                        .inputs()
                        .getFirst()
                        .origin());
    }

    @Test
    void typedAndRolledUpPeriodsAreSummedTogether() {
        Plan plan =
                plan(
                        RollUp.SUM,
                        "家",
                        List.of(actual("2021", "100")),
                        part(actual("2022", "200")),
                        part(actual("2022", "380")));
        Plan summed =
                plan.withChangedIndicator(
                        plan.indicators().getFirst().id(),
                        i ->
                                i.withChanges(
                                        d -> {
                                            d.kind = IndicatorKind.CUMULATIVE;
                                            d.reporting = Reporting.PER_PERIOD;
                                        }));
        Figure.Known sum =
                assertInstanceOf(
                        Figure.Known.class,
                        assess(summed, Given.END_2022).derivation().orElseThrow());
        assertEquals(new BigDecimal("680"), sum.value());
        assertEquals(
                Arrays.asList(Origin.Planned.class, Origin.Reported.class, Origin.RolledUp.class),
                sum.inputs().stream().map(i -> i.origin().getClass()).toList());
    }

    /** 98.996 % is not 99 %, though it is shown as 99.00. */
    @Test
    void aShareIsJudgedByItsFractionNotByWhatIsShown() {
        Plan plan =
                Given.plan(
                        d -> {
                            d.kind = IndicatorKind.HOLD;
                            d.unit = "%";
                            d.course = course("98", "99");
                            d.observations = List.of(counted("2022", "98996", "100000"));
                        });
        assertEquals(Optional.of(Verdict.BEHIND), assess(plan, Given.END_2022).verdict());
        assertTrue(!Given.remarks(assess(plan, Given.END_2022)).contains(Remark.BORDERLINE));
    }

    /** 99 of 100 is 99 % exactly, while a plain 99 % may be 98.5. */
    @Test
    void aCountedShareIsExact() {
        Plan plan =
                Given.plan(
                        d -> {
                            d.kind = IndicatorKind.HOLD;
                            d.unit = "%";
                            d.course = course("98", "99");
                            d.observations = List.of(counted("2022", "99", "100"));
                        });
        assertEquals(Optional.of(Verdict.ON_COURSE), assess(plan, Given.END_2022).verdict());
        assertTrue(!Given.remarks(assess(plan, Given.END_2022)).contains(Remark.BORDERLINE));
        Plan plain = plan.withObservation(plan.indicators().getFirst().id(), actual("2022", "99"));
        assertTrue(Given.remarks(assess(plain, Given.END_2022)).contains(Remark.BORDERLINE));
    }

    @Test
    void aPartIsJudgedOnItsOwnCourse() {
        Part part =
                new Part(new UUID(9, 1), "甲", course("0", "100"), List.of(actual("2022", "20")));
        Plan plan = plan(RollUp.NONE, "家", List.of(actual("2022", "900")), part);
        Evaluation standing = Evaluation.evaluate(plan, Given.END_2022);
        Indicator indicator = plan.indicators().getFirst();
        assertEquals(
                Optional.of(Verdict.AHEAD),
                standing.findAssessment(indicator.id())
                        .orElseThrow()
                        .verdict()
                        .map(v -> v == Verdict.FASTER ? Verdict.AHEAD : v));
        assertEquals(
                List.of(Optional.of(Verdict.BEHIND)),
                standing.assessParts(indicator).stream().map(Assessment::verdict).toList());
    }
}
