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
import static plumbline.assessment.Given.course;
import static plumbline.assessment.Given.plan;
import static plumbline.assessment.Given.remarks;
import static plumbline.assessment.Given.target;
import static plumbline.assessment.Given.unjudged;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import plumbline.assessment.Reason.Cause;
import plumbline.plan.Course;
import plumbline.plan.Direction;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Milestone;
import plumbline.plan.Milestone.Role;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Reading;
import plumbline.plan.Relation;
import plumbline.plan.Reporting;
import plumbline.plan.Source;
import plumbline.plan.Status;
import plumbline.plan.Verdict;
import plumbline.plan.VerdictRule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Figures that speak of more or less than a year, for the kinds that are judged by years; worked by
 * hand.
 */
class PartYearTest {
    private static final Course AT_LEAST_100 =
            Course.of(target(Role.FINAL, END, "100", Direction.HIGHER));
    private static final Course NONE_AT_ALL =
            Course.of(target(Role.FINAL, END, "0", Direction.LOWER));

    private static Plan of(
            IndicatorKind kind,
            String unit,
            Reporting reporting,
            Course course,
            Observation... figures) {
        return plan(
                d -> {
                    d.kind = kind;
                    d.unit = unit;
                    d.reporting = reporting;
                    d.course = course;
                    d.observations = List.of(figures);
                });
    }

    /** {@code 2021 10, 2022H2 3}. */
    private static Observation[] figures(String text) {
        return Arrays.stream(text.split(",\\s*"))
                .map(t -> t.split(" "))
                .map(t -> actual(t[0], t[1]))
                .toArray(Observation[]::new);
    }

    private static Assessment at(
            LocalDate day,
            IndicatorKind kind,
            String unit,
            Reporting reporting,
            Course course,
            String figures) {
        return assess(of(kind, unit, reporting, course, figures(figures)), day);
    }

    private static Observation upTo(String period, int months, String amount) {
        Period of = Period.parse(period);
        return new Observation(
                of, months, Reading.ofAmount(amount), Status.ACTUAL, Source.TYPED, "");
    }

    // 年均: a half of 2022 is no year; quarters of a count make one where each stands for itself; a
    // share is never summed.

    @ParameterizedTest
    @CsvSource({
        "件, TO_DATE, '2021 100, 2022H2 30', 100",
        "件, PER_PERIOD, '2021 100, 2022H2 30', 100",
        "件, PER_PERIOD, '2021 100, 2022H1 40, 2022H2 50', 95",
        "件, PER_PERIOD, '2021Q1 10, 2021Q2 20, 2021Q3 30, 2021Q4 40, 2022 120', 110",
        "件, PER_PERIOD, '2021 100, 2022 90, 2022H1 40, 2022H2 50', 95",
        "件, PER_PERIOD, '2021 100, 2022Q1 20, 2022Q3 30, 2022Q4 40', 100",
        "件, TO_DATE, '2021 100, 2022H1 40, 2022H2 90', 100",
        "%, PER_PERIOD, '2021 100, 2022H1 40, 2022H2 50', 100",
        "%, TO_DATE, '2021 90, 2022Q4 10, 2022 100', 95"
    })
    void aMeanTakesWholeYears(String unit, Reporting reporting, String figures, String mean) {
        assertFigure(
                mean,
                at(END_2022, IndicatorKind.MEAN, unit, reporting, AT_LEAST_100, figures)
                        .derivation()
                        .orElseThrow());
    }

    @Test
    void aYearOfTenMonthsIsNoWholeYear() {
        assertFigure(
                "100",
                assess(
                                of(
                                        IndicatorKind.MEAN,
                                        "件",
                                        Reporting.TO_DATE,
                                        AT_LEAST_100,
                                        actual("2021", "100"),
                                        upTo("2022", 10, "10")),
                                END_2022)
                        .derivation()
                        .orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "件, TO_DATE, 2022H2 30",
        "件, PER_PERIOD, 2022H2 30",
        "%, TO_DATE, 2022H2 30",
        "%, PER_PERIOD, '2022H1 30, 2022H2 30'"
    })
    void withoutAWholeYearThereIsNoMean(String unit, Reporting reporting, String figures) {
        assertEquals(
                Cause.NO_WHOLE_YEAR,
                unjudged(at(END_2022, IndicatorKind.MEAN, unit, reporting, AT_LEAST_100, figures)));
    }

    @ParameterizedTest
    @CsvSource({
        "'2021 100, 2022H2 30', true",
        "'2021 100, 2022H1 40, 2022H2 50', false",
        "'2021 100, 2022 90', false",
        "'2022 90', true"
    })
    void aYearWithoutItsWholeFigureIsMissingFromTheMean(String figures, boolean missing) {
        assertEquals(
                missing,
                remarks(
                                at(
                                        END_2022,
                                        IndicatorKind.MEAN,
                                        "件",
                                        Reporting.PER_PERIOD,
                                        AT_LEAST_100,
                                        figures))
                        .contains(Remark.YEAR_MISSING));
    }

    /**
     * The mean of 2021 and 2022 is 6, each: (6 + 6 + 9) ÷ 3 = 7. A year of its own goes before: (5
     * + 6 + 9) ÷ 3.
     */
    @ParameterizedTest
    @CsvSource({
        "'2021-01..2022-12 6, 2023 9', 7",
        "'2021 5, 2021-01..2022-12 6, 2023 9', 6.666667",
        "'2021-01..2022-12 6', 6",
        "'2021 5, 2022 7, 2021-01..2022-12 99', 6"
    })
    void aMeanOfSeveralYearsCountsForEachOfThem(String figures, String mean) {
        assertFigure(
                mean,
                at(
                                LocalDate.of(2023, 12, 31),
                                IndicatorKind.MEAN,
                                "%",
                                Reporting.TO_DATE,
                                AT_LEAST_100,
                                figures)
                        .derivation()
                        .orElseThrow());
    }

    @Test
    void aHalfYearIsNotMissedWhereWholeYearsAreJudged() {
        Plan halves =
                of(
                                IndicatorKind.MEAN,
                                "%",
                                Reporting.TO_DATE,
                                AT_LEAST_100,
                                figures("2021 100, 2022 120"))
                        .withPeriod(Period.ofHalfYear(2023, 1));
        assertEquals(List.of(), remarks(assess(halves, MID_2023)));
    }

    /** 10 + 20 + 30 + 40 + 120, and the number of years. */
    @Test
    void theMeanNamesEveryFigureItIsMadeOf() {
        Assessment a =
                at(
                        END_2022,
                        IndicatorKind.MEAN,
                        "件",
                        Reporting.PER_PERIOD,
                        AT_LEAST_100,
                        "2021Q1 10, 2021Q2 20, 2021Q3 30, 2021Q4 40, 2022 120");
        Figure.Known mean = assertInstanceOf(Figure.Known.class, a.derivation().orElseThrow());
        assertEquals(
                List.of(
                        "ADDEND 10",
                        "ADDEND 20",
                        "ADDEND 30",
                        "ADDEND 40",
                        "ADDEND 120",
                        "YEARS 2"),
                mean.inputs().stream().map(i -> i.symbol() + " " + i.amount()).toList());
    }

    /** 2023H1 is not in the mean: the year judged last is 2022, 24 of 60 months. */
    @Test
    void whatIsJudgedIsTheLastYearOfTheMean() {
        Assessment a =
                at(
                        MID_2023,
                        IndicatorKind.MEAN,
                        "件",
                        Reporting.TO_DATE,
                        AT_LEAST_100,
                        "2021 100, 2022 120, 2023H1 1");
        assertEquals(Optional.of("2022"), a.latest().map(o -> o.period().code()));
        assertFigure("0.4", a.timeProgress());
    }

    // 年均增速 of an amount: 100 → 121 in two years is 10 %; 60 of a half year says nothing of the
    // third.

    @ParameterizedTest
    @CsvSource({
        "TO_DATE, '2022 121, 2023H1 60', 10.000000",
        "PER_PERIOD, '2022 121, 2023H1 60', 10.000000",
        "PER_PERIOD, '2021 110, 2022Q1 30, 2022Q2 30, 2022Q3 30, 2022Q4 31', 10.000000",
        "PER_PERIOD, '2021 110, 2022Q1 30, 2022Q2 30, 2022Q4 31', 10.000000",
        "TO_DATE, '2021 110, 2022H2 60', 10.000000"
    })
    void growthGoesFromWholeYearToWholeYear(Reporting reporting, String figures, String growth) {
        Course course = Course.of(baseline("100"), target(Role.FINAL, END, "10", Direction.HIGHER));
        assertFigure(
                growth,
                at(MID_2023, IndicatorKind.GROWTH, "亿元", reporting, course, figures)
                        .derivation()
                        .orElseThrow());
    }

    @Test
    void ofAHalfYearAloneThereIsNoGrowth() {
        Course course = Course.of(baseline("100"), target(Role.FINAL, END, "10", Direction.HIGHER));
        assertEquals(
                Cause.NO_WHOLE_YEAR,
                unjudged(
                        at(
                                MID_2023,
                                IndicatorKind.GROWTH,
                                "亿元",
                                Reporting.TO_DATE,
                                course,
                                "2023H1 60")));
    }

    @Test
    void growthOfAnEarlierYearSaysThatTheLatestIsMissing() {
        Course course = Course.of(baseline("100"), target(Role.FINAL, END, "10", Direction.HIGHER));
        assertTrue(
                remarks(
                                at(
                                        END_2022,
                                        IndicatorKind.GROWTH,
                                        "亿元",
                                        Reporting.TO_DATE,
                                        course,
                                        "2021 110, 2022H2 60"))
                        .contains(Remark.LATEST_MISSING));
        assertFalse(
                remarks(
                                at(
                                        MID_2023,
                                        IndicatorKind.GROWTH,
                                        "亿元",
                                        Reporting.TO_DATE,
                                        course,
                                        "2022 121, 2023H1 60"))
                        .contains(Remark.LATEST_MISSING));
    }

    /** 1.1 × 1.1; the rate of a half year is left out; 10 % a year over two years is twice 10 %. */
    @ParameterizedTest
    @CsvSource({
        "'2021 10, 2022 10', 10.000000",
        "'2021 10, 2022H2 50', 10.000000",
        "'2021-01..2022-12 10', 10.000000",
        "'2021-01..2022-12 10, 2023H1 80', 10.000000"
    })
    void ratesAreChainedByWholeYears(String figures, String growth) {
        Course course = Course.of(target(Role.FINAL, END, "10", Direction.HIGHER));
        assertFigure(
                growth,
                at(MID_2023, IndicatorKind.GROWTH, "%", Reporting.TO_DATE, course, figures)
                        .derivation()
                        .orElseThrow());
    }

    // 零容忍: every event once.

    @ParameterizedTest
    @CsvSource({
        "PER_PERIOD, '2021 1, 2022H1 1, 2022H2 2', 4",
        "PER_PERIOD, '2022H1 1, 2022 2', 2",
        "PER_PERIOD, '2022Q1 1, 2022Q2 1, 2022H1 2, 2022Q3 1', 3",
        "PER_PERIOD, '2022Q1 1, 2022Q3 1', 2",
        "PER_PERIOD, '2021-01..2022-12 3, 2022 2, 2023Q1 1', 4",
        "TO_DATE, '2022Q1 1, 2022Q2 1, 2022Q3 2', 2",
        "TO_DATE, '2022H1 1, 2022 2, 2023H1 1', 3",
        "TO_DATE, '2021-01..2022-12 3, 2023H1 1', 4",
        "TO_DATE, '2022H1 1, 2022H2 0', 1"
    })
    void everyEventIsCountedOnce(Reporting reporting, String figures, String events) {
        Assessment a = at(MID_2023, IndicatorKind.ZERO, "起", reporting, NONE_AT_ALL, figures);
        assertFigure(events, a.derivation().orElseThrow());
        assertEquals(Optional.of(Verdict.BEHIND), a.verdict());
    }

    @ParameterizedTest
    @CsvSource({
        "2021-01..2023-12 0, 3",
        "'2021-01..2022-12 0, 2023 0', 3",
        "'2021H1 0, 2021H2 0, 2022 0, 2023 0', 3",
        "'2021-01..2023-03 0', 3"
    })
    void yearsWithoutAnEventAreCountedAsYears(String figures, int years) {
        Assessment a =
                at(
                        LocalDate.of(2023, 12, 31),
                        IndicatorKind.ZERO,
                        "起",
                        Reporting.PER_PERIOD,
                        NONE_AT_ALL,
                        figures);
        assertEquals(new Judgement.EventFree(years), ((Judgement.Judged) a.judgement()).ground());
    }

    @ParameterizedTest
    @CsvSource({
        "PER_PERIOD, '2021 0, 2022H1 0, 2022H2 0', false",
        "PER_PERIOD, '2021 0, 2022Q1 0, 2022Q3 0, 2022Q4 0', true",
        "TO_DATE, '2021 0, 2022Q4 0', false",
        "PER_PERIOD, '2021-01..2022-12 0', false"
    })
    void aYearThatIsNotWhollyWatchedIsRemarked(
            Reporting reporting, String figures, boolean missing) {
        assertEquals(
                missing,
                remarks(at(END_2022, IndicatorKind.ZERO, "起", reporting, NONE_AT_ALL, figures))
                        .contains(Remark.YEAR_MISSING));
    }

    // 年度值.

    /**
     * 120 in the twelve months to June is a year; 270 in 27 months is 120 a year; 30 in half a year
     * across the turn is 60.
     */
    @ParameterizedTest
    @CsvSource({
        "2021-07..2022-06 120, 120",
        "2021-01..2023-03 270, 120",
        "2022-10..2023-03 30, 60"
    })
    void figuresAcrossTheTurnOfTheYearCountTheirOwnMonths(String figure, String year) {
        for (Reporting reporting : Reporting.values()) {
            Assessment a =
                    at(
                            MID_2023,
                            IndicatorKind.YEARLY,
                            "件",
                            reporting,
                            course("100", "200"),
                            figure);
            assertEquals(
                    0,
                    new BigDecimal(year).compareTo(a.value().orElseThrow()),
                    reporting::toString);
        }
    }

    /** What was reported for both years together says less of 2022 than its own figure. */
    @ParameterizedTest
    @CsvSource({
        "YEARLY, '2021 100, 2022 120, 2021-01..2022-12 220', 120",
        "YEARLY, '2021 100, 2021-01..2022-12 220', 110",
        "HOLD, '2022 120, 2021-01..2022-12 99', 120",
        "STOCK, '2021 100, 2021-01..2022-12 220', 220"
    })
    void aYearsOwnFigureGoesBeforeThatOfSeveralYears(
            IndicatorKind kind, String figures, String value) {
        Assessment a = at(END_2022, kind, "件", Reporting.TO_DATE, course("100", "200"), figures);
        assertEquals(
                0,
                new BigDecimal(value).compareTo(a.value().orElseThrow()),
                () -> a.value().toString());
    }

    /** 80 in half of 2023 is 160 in the year: 60 of 100 in three years, 40 to go in two. */
    @Test
    void aYearTakenForWholeStandsAtItsEnd() {
        Assessment a =
                at(
                        MID_2023,
                        IndicatorKind.YEARLY,
                        "件",
                        Reporting.TO_DATE,
                        course("100", "200"),
                        "2023H1 80");
        assertFigure("20", a.achievedPerYear());
        assertFigure("20", a.neededPerYear());
    }

    /**
     * B 100, T 200: 2^(1/5) − 1 is needed; 100 × 2^(3/5) = 151.571656 in three years, 75.785828 in
     * half of the third.
     */
    @Test
    void itsGrowthToo() {
        Assessment a =
                assess(
                        of(
                                        IndicatorKind.YEARLY,
                                        "件",
                                        Reporting.TO_DATE,
                                        course("100", "200"),
                                        actual("2023H1", "75.785828"))
                                .withRule(VerdictRule.growthRatioRule()),
                        MID_2023);
        Judgement.InBand in =
                assertInstanceOf(
                        Judgement.InBand.class, ((Judgement.Judged) a.judgement()).ground());
        assertEquals(1.0, in.measure().doubleValue(), 0.0001);
    }

    /**
     * 160 of the year 2023 is progress 60 %, and 60 % of the time is gone at its end: on course by
     * 随州口径 as by pace.
     */
    @ParameterizedTest
    @CsvSource({"80, ON_COURSE", "81, FASTER", "79, NEARLY", "70, BEHIND"})
    void byProgressAYearIsHeldAgainstTheTimeOfItsEnd(String half, Verdict expected) {
        Assessment a =
                assess(
                        of(
                                        IndicatorKind.YEARLY,
                                        "件",
                                        Reporting.TO_DATE,
                                        course("100", "200"),
                                        actual("2023H1", half))
                                .withRule(VerdictRule.suizhouRule()),
                        MID_2023);
        assertEquals(Optional.of(expected), a.verdict());
        assertFigure("0.6", a.timeProgress());
    }

    /** 30 + 50, six months: (30 + 50) × 12 ÷ 6. */
    @Test
    void theYearTakenForWholeNamesWhatWasSummed() {
        Assessment a =
                at(
                        MID_2023,
                        IndicatorKind.YEARLY,
                        "件",
                        Reporting.PER_PERIOD,
                        course("100", "200"),
                        "2023Q1 30, 2023Q2 50");
        Figure.Known year = assertInstanceOf(Figure.Known.class, a.derivation().orElseThrow());
        assertEquals(
                List.of("ADDEND 30", "ADDEND 50", "MONTHS_COVERED 6"),
                year.inputs().stream().map(i -> i.symbol() + " " + i.amount()).toList());
    }

    // 每年保持.

    private static YearsMet years(Assessment a) {
        return assertInstanceOf(
                        Judgement.YearsHeld.class,
                        assertInstanceOf(Judgement.Judged.class, a.judgement()).ground())
                .years();
    }

    /** Four quarters of 25 and more make 102; 60 in half of 2023 are 120 in the year, 45 are 90. */
    @ParameterizedTest
    @CsvSource({
        "次, PER_PERIOD, '2022H1 51, 2022H2 51, 2023H1 60', 2, 2",
        "次, PER_PERIOD, '2022Q1 25, 2022Q2 25, 2022Q3 25, 2022Q4 24', 0, 1",
        "次, PER_PERIOD, '2022 100, 2023H1 60', 2, 2",
        "次, PER_PERIOD, '2022 100, 2023Q1 20, 2023Q2 25', 1, 2",
        "次, TO_DATE, '2022 100, 2023H1 60', 2, 2",
        "%, PER_PERIOD, '2022 100, 2023H1 60', 1, 2"
    })
    void ofCountsThatAreSummedTheYearMustHold(
            String unit, Reporting reporting, String figures, int met, int of) {
        YearsMet years =
                years(at(MID_2023, IndicatorKind.HOLD, unit, reporting, AT_LEAST_100, figures));
        assertEquals(List.of(met, of), List.of(years.metCount(), years.years().size()));
    }

    @Test
    void aFigureOfSeveralYearsIsMetOrNotInEachOfThem() {
        YearsMet years =
                years(
                        at(
                                MID_2023,
                                IndicatorKind.HOLD,
                                "%",
                                Reporting.TO_DATE,
                                AT_LEAST_100,
                                "2021 99, 2021-01..2022-12 100, 2023H1 100"));
        assertEquals(
                List.of("2021 false", "2022 true", "2023 true"),
                years.years().stream().map(y -> y.year() + " " + y.isMet()).toList());
        assertEquals("2021", years.worst().figure().period().code());
    }

    /** What was written as more than 98 meets more than 98; less than 98 does not meet 98. */
    @ParameterizedTest
    @CsvSource({
        "ABOVE, ＞98, true",
        "ABOVE, >98, true",
        "ABOVE, 98, false",
        "AT_LEAST, <98, false",
        "AT_LEAST, 98, true"
    })
    void theYearIsMetAsItWasWritten(Relation relation, String raw, boolean met) {
        Course course =
                Course.of(
                        new Milestone(
                                Role.FINAL,
                                END,
                                new BigDecimal("98"),
                                relation,
                                Optional.empty(),
                                false));
        Observation written =
                Observation.of(
                        Period.ofYear(2025),
                        Status.ACTUAL,
                        new Reading.Value(new BigDecimal("98"), false, raw));
        for (IndicatorKind kind : List.of(IndicatorKind.HOLD, IndicatorKind.MILESTONE)) {
            Assessment a = assess(of(kind, "%", Reporting.TO_DATE, course, written), END);
            assertEquals(
                    Optional.of(met ? Verdict.ON_COURSE : Verdict.BEHIND),
                    a.verdict(),
                    kind::toString);
        }
    }

    /** More than 98 may well be 99, but is not known to be. */
    @Test
    void whatMayLieBeyondTheTargetIsBorderline() {
        Course course =
                Course.of(
                        new Milestone(
                                Role.FINAL,
                                END,
                                new BigDecimal("99"),
                                Relation.AT_LEAST,
                                Optional.empty(),
                                false));
        Observation written =
                Observation.of(
                        Period.ofYear(2022),
                        Status.ACTUAL,
                        new Reading.Value(new BigDecimal("98"), false, ">98"));
        assertTrue(
                remarks(
                                assess(
                                        of(
                                                IndicatorKind.HOLD,
                                                "%",
                                                Reporting.TO_DATE,
                                                course,
                                                written),
                                        END_2022))
                        .contains(Remark.BORDERLINE));
    }

    // 累计.

    @Test
    void anApproximateAddendMakesAnApproximateSum() {
        Observation about =
                Observation.of(
                        Period.ofYear(2021),
                        Status.ACTUAL,
                        new Reading.Value(new BigDecimal("80"), true, "近80"));
        Assessment a =
                assess(
                        of(
                                IndicatorKind.CUMULATIVE,
                                "件",
                                Reporting.PER_PERIOD,
                                course("0", "500"),
                                about,
                                actual("2022", "120")),
                        END_2022);
        assertTrue(remarks(a).contains(Remark.APPROXIMATE));
    }
}
