package plumbline.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static plumbline.assessment.Given.END;
import static plumbline.assessment.Given.END_2021;
import static plumbline.assessment.Given.END_2022;
import static plumbline.assessment.Given.MID_2023;
import static plumbline.assessment.Given.actual;
import static plumbline.assessment.Given.assertFigure;
import static plumbline.assessment.Given.assess;
import static plumbline.assessment.Given.baseline;
import static plumbline.assessment.Given.cause;
import static plumbline.assessment.Given.course;
import static plumbline.assessment.Given.plan;
import static plumbline.assessment.Given.remarks;
import static plumbline.assessment.Given.target;
import static plumbline.assessment.Given.unjudged;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import plumbline.assessment.Reason.Cause;
import plumbline.plan.Course;
import plumbline.plan.Direction;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Milestone;
import plumbline.plan.Milestone.Role;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Property;
import plumbline.plan.Reading;
import plumbline.plan.Relation;
import plumbline.plan.Reporting;
import plumbline.plan.Source;
import plumbline.plan.Status;
import plumbline.plan.Verdict;
import plumbline.plan.VerdictRule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** YEARLY, MEAN, ZERO, MILESTONE and GROWTH, worked by hand. */
class KindsTest {

    private static Assessment of(
            IndicatorKind kind,
            String unit,
            Course course,
            LocalDate at,
            Observation... observations) {
        return of(kind, unit, Reporting.TO_DATE, course, at, observations);
    }

    private static Assessment of(
            IndicatorKind kind,
            String unit,
            Reporting reporting,
            Course course,
            LocalDate at,
            Observation... observations) {
        return assess(
                plan(
                        d -> {
                            d.kind = kind;
                            d.unit = unit;
                            d.reporting = reporting;
                            d.course = course;
                            d.observations = List.of(observations);
                        }),
                at);
    }

    private static Verdict verdict(Assessment a) {
        return a.verdict().orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(IndicatorKind.class)
    void noKindIsLeftWithoutAVerdictOrAReason(IndicatorKind kind) {
        assertTrue(
                of(
                                kind,
                                "件",
                                course("1", "10"),
                                END_2022,
                                actual("2021", "9"),
                                actual("2022", "10"))
                        .verdict()
                        .isPresent());
    }

    @ParameterizedTest
    @EnumSource(value = IndicatorKind.class, mode = EnumSource.Mode.EXCLUDE, names = "MILESTONE")
    void withoutAFigureTheReasonIsThatThereIsNone(IndicatorKind kind) {
        assertEquals(Cause.NO_OBSERVATION, unjudged(of(kind, "件", course("1", "10"), END_2022)));
    }

    /**
     * 45 → 50 with 50 due each year: 52, 48, 55. What the last year came to does not make 2022
     * good; half of 2024 is no year yet.
     */
    @Test
    void aYearThatMissedItsOwnTargetIsNamed() {
        Course yearly =
                course("45", "50")
                        .withMilestone(
                                target(
                                        Role.YEARLY,
                                        LocalDate.of(2021, 12, 31),
                                        "50",
                                        Direction.HIGHER))
                        .withMilestone(target(Role.YEARLY, END_2022, "50", Direction.HIGHER))
                        .withMilestone(
                                target(
                                        Role.YEARLY,
                                        LocalDate.of(2023, 12, 31),
                                        "50",
                                        Direction.HIGHER))
                        .withMilestone(
                                target(
                                        Role.YEARLY,
                                        LocalDate.of(2024, 12, 31),
                                        "50",
                                        Direction.HIGHER));
        Observation[] figures = {
            actual("2021", "52"), actual("2022", "48"), actual("2023", "55"), actual("2024H1", "20")
        };
        Assessment a = of(IndicatorKind.YEARLY, "次", yearly, LocalDate.of(2023, 12, 31), figures);
        assertEquals(Verdict.AHEAD, verdict(a));
        assertEquals(
                List.of("2022 48"),
                a.missedYears().stream().map(m -> m.year() + " " + m.value()).toList());
        assertEquals(
                List.of("2022 48"),
                of(IndicatorKind.YEARLY, "次", yearly, LocalDate.of(2024, 6, 30), figures)
                        .missedYears()
                        .stream()
                        .map(m -> m.year() + " " + m.value())
                        .toList());
        assertEquals(
                List.of(),
                of(IndicatorKind.YEARLY, "次", yearly, LocalDate.of(2021, 12, 31), figures)
                        .missedYears());
        assertEquals(
                List.of(), of(IndicatorKind.STOCK, "次", yearly, END_2022, figures).missedYears());
    }

    /**
     * B 100, T 200: 140 is due for 2022 (2/5 of the way). 135 → pace 35/40 = 0.875; 140 → 1; 150 →
     * 1.25; 200 → met.
     */
    @ParameterizedTest
    @CsvSource({"135, NEARLY", "140, ON_COURSE", "150, FASTER", "200, AHEAD", "100, BEHIND"})
    void aYearStandsOnTheCourse(String value, Verdict expected) {
        assertEquals(
                expected,
                verdict(
                        of(
                                IndicatorKind.YEARLY,
                                "件",
                                course("100", "200"),
                                END_2022,
                                actual("2022", value))));
    }

    /** 80 in six months is 160 in a year; 160 is due at the end of 2023 (3/5), so pace 1. */
    @Test
    void halfAYearIsTakenForTheWholeInProportion() {
        Assessment half =
                of(
                        IndicatorKind.YEARLY,
                        "件",
                        course("100", "200"),
                        MID_2023,
                        actual("2023H1", "80"));
        assertFigure("160", half.derivation().orElseThrow());
        assertFigure("160", half.due());
        assertFigure("0.6", half.timeProgress());
        assertEquals(Verdict.ON_COURSE, verdict(half));
        assertTrue(remarks(half).contains(Remark.PART_OF_YEAR));
    }

    /** “上半年(截至5月底)”: 65 in five months is 156 in a year. */
    @Test
    void fiveMonthsCountAsFive() {
        Observation five = actual("2023H1", "65");
        Observation covered =
                new Observation(five.period(), 5, five.reading(), five.status(), five.source(), "");
        assertFigure(
                "156",
                of(IndicatorKind.YEARLY, "件", course("100", "200"), MID_2023, covered)
                        .derivation()
                        .orElseThrow());
    }

    @Test
    void aShareIsNotProrated() {
        Assessment half =
                of(
                        IndicatorKind.YEARLY,
                        "%",
                        course("50", "100"),
                        MID_2023,
                        actual("2023H1", "80"));
        assertEquals(Optional.empty(), half.derivation());
        assertFigure("0.6", half.progress());
    }

    @Test
    void partOfAYearNeverCountsAsTheTargetMet() {
        // 120 in half a year is 240 in a year, above 200; but only 120 has been reached: pace
        // 140/60, faster, not met.
        assertEquals(
                Verdict.FASTER,
                verdict(
                        of(
                                IndicatorKind.YEARLY,
                                "件",
                                course("100", "200"),
                                MID_2023,
                                actual("2023H1", "120"))));
    }

    @Test
    void quartersReportedOneByOneAreSummedWithinTheirYear() {
        // 30 + 50 = 80 in six months → 160
        Assessment a =
                of(
                        IndicatorKind.YEARLY,
                        "件",
                        Reporting.PER_PERIOD,
                        course("100", "200"),
                        MID_2023,
                        actual("2022", "500"),
                        actual("2023Q1", "30"),
                        actual("2023Q2", "50"));
        assertFigure("160", a.derivation().orElseThrow());
    }

    @Test
    void aMissingQuarterIsNamed() {
        Assessment a =
                of(
                        IndicatorKind.YEARLY,
                        "件",
                        Reporting.PER_PERIOD,
                        course("100", "200"),
                        MID_2023,
                        actual("2023Q2", "50"));
        assertEquals(Cause.PERIOD_MISSING, unjudged(a));
    }

    @ParameterizedTest
    @CsvSource({"30, ON_COURSE", "29, BEHIND"})
    void withoutABaselineAYearIsHeldAgainstItsOwnTarget(String value, Verdict expected) {
        Course yearly =
                Course.of(
                        target(Role.YEARLY, END_2022, "30", Direction.HIGHER),
                        target(Role.FINAL, END, "60", Direction.HIGHER));
        Assessment a = of(IndicatorKind.YEARLY, "件", yearly, END_2022, actual("2022", value));
        assertEquals(expected, verdict(a));
        assertTrue(a.judgement().isPassOrFail());
        assertEquals(Cause.NO_BASELINE, cause(a.progress()));
    }

    /** 5, 7 and 6 make a mean of 6. */
    @ParameterizedTest
    @CsvSource({"6, ON_COURSE", "6.1, BEHIND"})
    void aMeanIsHeldAgainstItsTarget(String target, Verdict expected) {
        Assessment a =
                of(
                        IndicatorKind.MEAN,
                        "%",
                        Course.of(target(Role.FINAL, END, target, Direction.HIGHER)),
                        LocalDate.of(2023, 12, 31),
                        actual("2021", "5"),
                        actual("2022", "7"),
                        actual("2023", "6"));
        assertFigure("6", a.derivation().orElseThrow());
        assertEquals(expected, verdict(a));
        assertEquals(Cause.NOT_FOR_KIND, cause(a.progress()));
    }

    @Test
    void aMeanLeavesTheYearUnderWayOut() {
        Assessment a =
                of(
                        IndicatorKind.MEAN,
                        "件",
                        course("1", "6"),
                        MID_2023,
                        actual("2021", "5"),
                        actual("2022", "7"),
                        actual("2023H1", "1"));
        assertFigure("6", a.derivation().orElseThrow());
    }

    @Test
    void aMeanOfNoWholeYearHasNoValue() {
        assertEquals(
                Cause.NO_WHOLE_YEAR,
                unjudged(
                        of(
                                IndicatorKind.MEAN,
                                "件",
                                course("1", "6"),
                                LocalDate.of(2021, 6, 30),
                                actual("2021H1", "5"))));
    }

    @Test
    void noEventKeepsZeroToleranceAndOneBreaksItForGood() {
        Course zero = Course.of(target(Role.FINAL, END, "0", Direction.LOWER));
        assertEquals(
                Verdict.ON_COURSE,
                verdict(
                        of(
                                IndicatorKind.ZERO,
                                "起",
                                zero,
                                END_2022,
                                actual("2021", "0"),
                                actual("2022", "0"))));
        Assessment broken =
                of(
                        IndicatorKind.ZERO,
                        "起",
                        zero,
                        END_2022,
                        actual("2021", "1"),
                        actual("2022", "0"));
        assertEquals(Verdict.BEHIND, verdict(broken));
        assertFigure("1", broken.derivation().orElseThrow());
        Judgement.EventSeen seen =
                assertInstanceOf(
                        Judgement.EventSeen.class,
                        ((Judgement.Judged) broken.judgement()).ground());
        assertEquals("2021", seen.firstEvent().period().code());
    }

    @Test
    void zeroToleranceNeedsNoTargetAndSaysWhichYearIsMissing() {
        Assessment a = of(IndicatorKind.ZERO, "起", Course.EMPTY, END_2022, actual("2022", "0"));
        assertEquals(Verdict.ON_COURSE, verdict(a));
        assertTrue(remarks(a).contains(Remark.YEAR_MISSING));
    }

    @ParameterizedTest
    @CsvSource({"2022, 1, ON_COURSE", "2023, 0, BEHIND"})
    void aMilestoneIsDoneOrWasDue(String year, String done, Verdict expected) {
        Course by2023 =
                Course.of(target(Role.FINAL, LocalDate.of(2023, 12, 31), "1", Direction.HIGHER));
        assertEquals(
                expected,
                verdict(
                        of(
                                IndicatorKind.MILESTONE,
                                "",
                                by2023,
                                LocalDate.of(Integer.parseInt(year), 12, 31),
                                actual(year, done))));
    }

    @Test
    void aMilestoneIsNotBehindBeforeItIsDue() {
        Course by2023 =
                Course.of(target(Role.FINAL, LocalDate.of(2023, 12, 31), "1", Direction.HIGHER));
        assertEquals(
                Cause.NOT_YET_DUE,
                unjudged(of(IndicatorKind.MILESTONE, "", by2023, END_2022, actual("2022", "0"))));
        assertEquals(
                Cause.NOT_YET_DUE, unjudged(of(IndicatorKind.MILESTONE, "", by2023, END_2022)));
        assertEquals(
                Cause.NO_OBSERVATION,
                unjudged(of(IndicatorKind.MILESTONE, "", by2023, LocalDate.of(2023, 12, 31))));
    }

    /** 100 → 121 in two years is 10 % a year. */
    @ParameterizedTest
    @CsvSource({"10, ON_COURSE", "10.01, BEHIND"})
    void growthOfAnAmountIsItsMeanPerYear(String target, Verdict expected) {
        Course course =
                Course.of(baseline("100"), target(Role.FINAL, END, target, Direction.HIGHER));
        Assessment a = of(IndicatorKind.GROWTH, "亿元", course, END_2022, actual("2022", "121"));
        assertFigure("10.000000", a.derivation().orElseThrow());
        assertEquals(expected, verdict(a));
        assertEquals(Cause.NOT_FOR_KIND, cause(a.due()));
    }

    /** 1.2 × 1.0083333 = 1.21; its square root is 1.1. */
    @Test
    void growthGivenAsYearlyRatesIsChained() {
        Assessment a =
                of(
                        IndicatorKind.GROWTH,
                        "%",
                        Course.of(target(Role.FINAL, END, "10", Direction.HIGHER)),
                        END_2022,
                        actual("2021", "20"),
                        actual("2022", "0.8333333333"));
        assertFigure("10.000000", a.derivation().orElseThrow());
    }

    @Test
    void growthFromNothingIsRefused() {
        assertEquals(
                Cause.NOT_POSITIVE,
                unjudged(
                        of(
                                IndicatorKind.GROWTH,
                                "亿元",
                                course("0", "6"),
                                END_2021,
                                actual("2021", "5"))));
    }

    /** B 40, T 32, falling: T ÷ A = 32/32 = 1 and 32/64 = 0.5. */
    @ParameterizedTest
    @CsvSource({"32, FASTER", "64, BEHIND"})
    void attainmentOfAFallingIndicatorIsReadTheOtherWayRound(String value, Verdict expected) {
        VerdictRule rule =
                new VerdictRule(
                        "a",
                        VerdictRule.Basis.ATTAINMENT,
                        false,
                        false,
                        List.of(
                                new VerdictRule.Band(
                                        Verdict.FASTER,
                                        "",
                                        Optional.of(
                                                new VerdictRule.Bound(
                                                        VerdictRule.Anchor.ZERO,
                                                        BigDecimal.ONE,
                                                        true))),
                                new VerdictRule.Band(Verdict.BEHIND, "", Optional.empty())));
        Assessment a =
                assess(
                        plan(d -> {
                                    d.direction = Direction.LOWER;
                                    d.course = course("40", "32");
                                    d.observations = List.of(actual("2022", value));
                                })
                                .withRule(rule),
                        END_2022);
        assertEquals(expected, verdict(a));
    }

    /** B 100, 2021 due 90, T 140: at 80 the pace would be (−20)/(−10) = 2, but 80 is under 90. */
    @ParameterizedTest
    @CsvSource({"80, BEHIND", "90, ON_COURSE", "95, ON_COURSE"})
    void whereTheCourseDipsTheValueIsHeldAgainstTheDip(String value, Verdict expected) {
        Course dip =
                course("100", "140")
                        .withMilestone(target(Role.YEARLY, END_2021, "90", Direction.HIGHER));
        Assessment a = assess(plan(dip, actual("2021", value)), END_2021);
        assertEquals(Cause.DUE_BELOW_BASELINE, cause(a.pace()));
        assertEquals(expected, verdict(a));
    }

    /**
     * B at the end of 2019 counts from the plan's beginning: 40 of 100 at 40 % of the time is a
     * pace of 1.
     */
    @Test
    void anOlderBaselineCountsFromThePlansBeginning() {
        Course old =
                Course.of(
                        Milestone.baseline(LocalDate.of(2019, 12, 31), BigDecimal.ZERO),
                        target(Role.FINAL, END, "100", Direction.HIGHER));
        assertFigure("1", assess(plan(old, actual("2022", "40")), END_2022).pace());
    }

    @Test
    void timeDoesNotGoOnAfterThePlan() {
        assertFigure(
                "1",
                assess(plan(course("0", "100"), actual("2025", "90")), LocalDate.of(2026, 12, 31))
                        .timeProgress());
    }

    /**
     * 1/2 of 0.38 → 0.57: 0.39 ± 0.005 and 0.38 ± 0.005 give progress between 0 and 0.106; 0.4 is
     * far, so not borderline.
     */
    @Test
    void theIntervalOfProgressFollowsThePrintedDigits() {
        Interval interval =
                of(
                                IndicatorKind.STOCK,
                                "万张",
                                course("0.38", "0.57"),
                                END_2022,
                                actual("2022", "0.39"))
                        .progressInterval()
                        .orElseThrow();
        assertEquals(0, interval.low().signum());
        assertEquals(0.1026, interval.high().doubleValue(), 0.0001);
    }

    @Test
    void aCountIsExact() {
        assertEquals(
                Optional.empty(),
                of(IndicatorKind.STOCK, "件", course("11", "17"), END_2022, actual("2022", "12"))
                        .progressInterval());
    }

    /** 50 % → 60 %: 54 is due at the end of 2022; 54 as printed may be 53.5, pace 0.875. */
    @Test
    void aVerdictThatMayFlipWithinThePrintedDigitsIsBorderline() {
        assertTrue(
                remarks(
                                of(
                                        IndicatorKind.STOCK,
                                        "%",
                                        course("50", "60"),
                                        END_2022,
                                        actual("2022", "54")))
                        .contains(Remark.BORDERLINE));
        assertTrue(
                !remarks(
                                of(
                                        IndicatorKind.STOCK,
                                        "%",
                                        course("50.000", "60"),
                                        END_2022,
                                        actual("2022", "51.000")))
                        .contains(Remark.BORDERLINE));
    }

    /**
     * (1.062 × 1.058)^½ − 1 = 5.99981…; 6.2 and 5.8 may have been 6.25 and 5.85, which make 6.05.
     */
    @ParameterizedTest
    @CsvSource({
        "6.2, 5.8, BEHIND, true",
        "6.20, 5.80, BEHIND, true",
        "6.2, 5.5, BEHIND, false",
        "6.5, 6.3, ON_COURSE, false",
        "6.200000, 5.800000, BEHIND, false"
    })
    void growthThatMissesItsTargetByRoundingIsBorderline(
            String first, String second, Verdict verdict, boolean borderline) {
        Assessment a =
                of(
                        IndicatorKind.GROWTH,
                        "%",
                        Course.of(target(Role.FINAL, END, "6", Direction.HIGHER)),
                        END_2022,
                        actual("2021", first),
                        actual("2022", second));
        assertEquals(Optional.of(verdict), a.verdict());
        assertEquals(borderline, remarks(a).contains(Remark.BORDERLINE));
    }

    /** 100 → 121 in two years is 10 %; as 100.5 → 120.5 it is 9.5 %. Counted things are exact. */
    @ParameterizedTest
    @CsvSource({"亿元, 10, ON_COURSE, true", "亿元, 9.4, ON_COURSE, false", "家, 10, ON_COURSE, false"})
    void growthOfAnAmountMayBeBorderlineToo(
            String unit, String target, Verdict verdict, boolean borderline) {
        Course course =
                Course.of(baseline("100"), target(Role.FINAL, END, target, Direction.HIGHER));
        Assessment a = of(IndicatorKind.GROWTH, unit, course, END_2022, actual("2022", "121"));
        assertEquals(Optional.of(verdict), a.verdict());
        assertEquals(borderline, remarks(a).contains(Remark.BORDERLINE));
    }

    /** 78 of an indicator that is kept with one decimal is 78.0. */
    @Test
    void aNumberIsKnownAsItIsShown() {
        Plan plan =
                plan(
                        d -> {
                            d.unit = "%";
                            d.decimals = 1;
                            d.course = course("50", "60");
                            d.observations = List.of(actual("2022", "54"));
                        });
        Interval interval = assess(plan, END_2022).progressInterval().orElseThrow();
        assertEquals(0.395 - 0.003, interval.low().doubleValue(), 0.001);
        assertEquals(0.405 + 0.003, interval.high().doubleValue(), 0.001);
    }

    /**
     * 30 + 40 + 50 = 120, be it summed or reported as a total: without a baseline there is no way
     * to measure, but a target that is passed is met.
     */
    @ParameterizedTest
    @CsvSource({"200,", "120, AHEAD", "100, AHEAD"})
    void aRunningTotalWithoutBaselineIsJudgedAlikeHoweverItIsReported(
            String target, Verdict verdict) {
        Course course = Course.of(target(Role.FINAL, END, target, Direction.HIGHER));
        Assessment summed =
                of(
                        IndicatorKind.CUMULATIVE,
                        "家",
                        Reporting.PER_PERIOD,
                        course,
                        MID_2023,
                        actual("2021", "30"),
                        actual("2022", "40"),
                        actual("2023H1", "50"));
        Assessment toDate =
                of(
                        IndicatorKind.CUMULATIVE,
                        "家",
                        Reporting.TO_DATE,
                        course,
                        MID_2023,
                        actual("2021", "30"),
                        actual("2022", "70"),
                        actual("2023H1", "120"));
        assertEquals(Optional.ofNullable(verdict), summed.verdict());
        assertEquals(summed.verdict(), toDate.verdict());
        assertEquals(Cause.NO_BASELINE, cause(summed.progress()));
        assertEquals(Cause.NO_BASELINE, cause(toDate.progress()));
        if (verdict == null)
            assertEquals(
                    List.of(Cause.NO_BASELINE, Cause.NO_BASELINE),
                    List.of(unjudged(summed), unjudged(toDate)));
    }

    @Test
    void bindingIndicatorsMayHaveTheirOwnRule() {
        Plan both =
                plan(d -> {
                            d.property = Property.BINDING;
                            d.course = course("0", "100");
                            d.observations = List.of(actual("2022", "38"));
                        })
                        .withChanges(d -> d.bindingRule = Optional.of(VerdictRule.ragRule()));
        Assessment a = assess(both, END_2022);
        assertEquals("rag", a.rule().name());
        assertEquals(Verdict.NEARLY, verdict(a));
    }

    @Test
    void aFigureOfSeveralYearsCountsForThem() {
        Course always = Course.of(target(Role.FINAL, END, "100", Direction.HIGHER));
        Assessment a =
                of(IndicatorKind.HOLD, "%", always, END_2022, actual("2021-01..2022-12", "100"));
        assertEquals(Verdict.ON_COURSE, verdict(a));
        assertTrue(!remarks(a).contains(Remark.YEAR_MISSING));
    }

    @Test
    void whatIsWrittenAsMoreThanFourMeetsMoreThanFour() {
        Course more =
                Course.of(
                        new Milestone(
                                Role.FINAL,
                                END,
                                new BigDecimal("4"),
                                Relation.ABOVE,
                                Optional.empty(),
                                false));
        Observation written =
                new Observation(
                        Period.parse("2022"),
                        12,
                        new Reading.Value(new BigDecimal("4"), false, ">4"),
                        Status.ACTUAL,
                        Source.TYPED,
                        "");
        assertEquals(
                Verdict.ON_COURSE, verdict(of(IndicatorKind.HOLD, "件", more, END_2022, written)));
        assertEquals(
                Verdict.BEHIND,
                verdict(of(IndicatorKind.HOLD, "件", more, END_2022, actual("2022", "4"))));
    }
}
