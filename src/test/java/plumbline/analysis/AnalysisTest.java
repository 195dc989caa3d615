package plumbline.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import plumbline.analysis.AnalysisQuery.AnalysisMeasure;
import plumbline.analysis.AnalysisQuery.AnalysisScope;
import plumbline.analysis.AnalysisQuery.Summary;
import plumbline.analysis.AnalysisTable.Caveat;
import plumbline.assessment.Evaluation;
import plumbline.base.Problem;
import plumbline.exchange.planfile.SamplePlans;
import plumbline.plan.Course;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Milestone;
import plumbline.plan.MissingReason;
import plumbline.plan.Observation;
import plumbline.plan.Part;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Reading;
import plumbline.plan.Reporting;
import plumbline.plan.Status;
import plumbline.words.Messages;
import plumbline.words.Wording;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Every figure here is worked by hand. */
class AnalysisTest {
    private static final Messages WORDS = Messages.forLocale(Messages.ENGLISH);
    private static final LocalDate AT = LocalDate.of(2023, 12, 31);
    private static final UUID A = new UUID(1, 1);
    private static final UUID B = new UUID(1, 2);

    private static Indicator indicator(
            int id, UUID group, String unit, IndicatorKind kind, Observation... observations) {
        return Indicator.createNamed(new UUID(2, id), group, "I" + id)
                .withChanges(
                        d -> {
                            d.unit = unit;
                            d.kind = kind;
                            d.reporting = Reporting.PER_PERIOD;
                            d.observations = List.of(observations);
                        });
    }

    private static Observation in(int year, String amount) {
        return Observation.actual(Period.ofYear(year), amount);
    }

    private static Analysis of(Indicator... indicators) {
        return Analysis.forEvaluation(
                Evaluation.evaluate(
                        Plan.empty(new UUID(0, 1), "P", "", 2021, 2025, 2020)
                                .withChanges(
                                        d -> {
                                            d.groups =
                                                    List.of(
                                                            new IndicatorGroup(A, "A"),
                                                            new IndicatorGroup(B, "B"));
                                            d.indicators = List.of(indicators);
                                        }),
                        AT),
                WORDS);
    }

    private static AnalysisQuery ask(Summary summary, Dimension by, Optional<Dimension> across) {
        return new AnalysisQuery(
                List.of(by),
                across,
                AnalysisMeasure.VALUE,
                summary,
                AnalysisScope.INDICATORS,
                Map.of());
    }

    private static String rows(AnalysisTable answer) {
        return answer.rows().stream()
                .map(
                        r ->
                                r.stream()
                                        .map(AnalysisTable.AnalysisCell::text)
                                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("; "));
    }

    private static String ask(Analysis of, Summary summary, Dimension by, Dimension... across) {
        return rows(of.answer(ask(summary, by, List.of(across).stream().findFirst())));
    }

    private static Analysis flows() {
        return of(
                indicator(
                        1,
                        A,
                        "件",
                        IndicatorKind.YEARLY,
                        in(2021, "1"),
                        in(2022, "2"),
                        in(2023, "6")),
                indicator(2, A, "件", IndicatorKind.YEARLY, in(2021, "10")),
                indicator(3, B, "件", IndicatorKind.YEARLY, in(2022, "0.1"), in(2023, "0.2")));
    }

    @Test
    void figuresAreSummarizedByGroup() {
        assertEquals("A 4; B 2", ask(flows(), Summary.COUNT, Dimension.GROUP));
        assertEquals("A 19; B 0.3", ask(flows(), Summary.SUM, Dimension.GROUP));
        assertEquals("A 4.75; B 0.15", ask(flows(), Summary.MEAN, Dimension.GROUP));
        assertEquals("A 1; B 0.1", ask(flows(), Summary.MIN, Dimension.GROUP));
        assertEquals("A 10; B 0.2", ask(flows(), Summary.MAX, Dimension.GROUP));
        assertEquals("A 4; B 0.15", ask(flows(), Summary.MEDIAN, Dimension.GROUP));
    }

    @Test
    void aPivotHasItsColumnsInTimeAndNothingWhereNothingIs() {
        AnalysisTable answer =
                flows().answer(ask(Summary.SUM, Dimension.GROUP, Optional.of(Dimension.YEAR)));
        assertEquals(
                List.of("Group", "2021", "2022", "2023"),
                answer.columns().stream().map(AnalysisTable.AnalysisColumn::heading).toList());
        assertEquals("A 11 2 6; B  0.1 0.2", rows(answer));
        assertEquals(Optional.empty(), answer.rows().get(1).get(1).number());
    }

    @Test
    void unlikeUnitsAreSplitAndSaidSo() {
        Analysis mixed =
                of(
                        indicator(1, A, "件", IndicatorKind.YEARLY, in(2021, "1")),
                        indicator(2, A, "万件", IndicatorKind.YEARLY, in(2021, "2")));
        for (Summary summary :
                List.of(Summary.SUM, Summary.MEAN, Summary.MIN, Summary.MAX, Summary.MEDIAN)) {
            AnalysisTable answer = mixed.answer(ask(summary, Dimension.GROUP, Optional.empty()));
            assertEquals("A 件 1; A 万件 2", rows(answer));
            assertEquals(Set.of(Caveat.SPLIT_BY_UNIT), answer.caveats());
        }
        assertEquals("A 2", ask(mixed, Summary.COUNT, Dimension.GROUP));
        assertEquals("I1 1; I2 2", ask(mixed, Summary.SUM, Dimension.INDICATOR));
    }

    @Test
    void sharesAreNotAddedUp() {
        Analysis shares =
                of(indicator(1, A, "%", IndicatorKind.YEARLY, in(2021, "90"), in(2022, "96")));
        AnalysisTable answer = shares.answer(ask(Summary.SUM, Dimension.GROUP, Optional.empty()));
        assertEquals("A ——", rows(answer));
        assertEquals(Set.of(Caveat.SHARES_NOT_ADDED), answer.caveats());
        assertEquals("A 93", ask(shares, Summary.MEAN, Dimension.GROUP));
        assertEquals("2021 90; 2022 96", ask(shares, Summary.SUM, Dimension.YEAR));
    }

    @Test
    void whatIsToldPerHeadIsARateWhateverItsUnit() {
        Indicator rate =
                indicator(2, A, "件", IndicatorKind.STOCK, in(2021, "0.33"))
                        .withChanges(d -> d.name = "每万人口发明专利拥有量");
        assertEquals(
                "A ——",
                ask(
                        of(indicator(1, A, "件", IndicatorKind.STOCK, in(2021, "12")), rate),
                        Summary.SUM,
                        Dimension.GROUP));
        assertEquals(
                "A ——",
                ask(
                        of(
                                indicator(1, A, "批次/千人", IndicatorKind.YEARLY, in(2021, "1")),
                                indicator(2, A, "批次/千人", IndicatorKind.YEARLY, in(2021, "2"))),
                        Summary.SUM,
                        Dimension.GROUP));
    }

    @Test
    void verdictsStandFromTheBestToTheWorst() throws Problem {
        assertEquals(
                List.of(
                        "Completed early",
                        "Ahead of time",
                        "On course",
                        "Met",
                        "Nearly on course",
                        "Behind",
                        "(none)",
                        "Not judged"),
                Analysis.forEvaluation(
                                Evaluation.evaluate(
                                        SamplePlans.openSample("suizhou", new UUID(0, 1)), AT),
                                WORDS)
                        .valuesOf(Dimension.VERDICT));
    }

    @Test
    void levelsAndOverlapsAreNotAddedOverTime() {
        Analysis stock =
                of(
                        indicator(1, A, "户", IndicatorKind.STOCK, in(2021, "5"), in(2022, "6")),
                        indicator(2, A, "户", IndicatorKind.STOCK, in(2022, "1")));
        AnalysisTable answer = stock.answer(ask(Summary.SUM, Dimension.GROUP, Optional.empty()));
        assertEquals("A ——", rows(answer));
        assertEquals(Set.of(Caveat.NOT_ADDED_OVER_TIME), answer.caveats());
        assertEquals("A 5 7", ask(stock, Summary.SUM, Dimension.GROUP, Dimension.YEAR));
        Analysis overlap =
                of(
                        indicator(
                                1,
                                A,
                                "件",
                                IndicatorKind.YEARLY,
                                in(2021, "5"),
                                Observation.actual(Period.ofHalfYear(2021, 1), "2")));
        assertEquals("A ——", ask(overlap, Summary.SUM, Dimension.GROUP));
        assertEquals("A 2", ask(overlap, Summary.COUNT, Dimension.GROUP));
    }

    @Test
    void aForecastCountsOnlyWhereItIsAskedFor() {
        Analysis of =
                of(
                        indicator(
                                1,
                                A,
                                "件",
                                IndicatorKind.YEARLY,
                                in(2021, "5"),
                                Observation.of(
                                        Period.ofYear(2022),
                                        Status.FORECAST,
                                        Reading.ofAmount("7"))));
        AnalysisTable answer = of.answer(ask(Summary.SUM, Dimension.GROUP, Optional.empty()));
        assertEquals("A 5", rows(answer));
        assertEquals(Set.of(Caveat.NO_FORECASTS), answer.caveats());
        assertEquals("Actual 5; Forecast 7", ask(of, Summary.SUM, Dimension.STATUS));
    }

    @Test
    void missingFiguresDoNotCount() {
        Analysis of =
                of(
                        indicator(
                                1,
                                A,
                                "件",
                                IndicatorKind.YEARLY,
                                in(2021, "5"),
                                Observation.of(
                                        Period.ofYear(2022),
                                        Status.ACTUAL,
                                        Reading.missing(MissingReason.NOT_REPORTED))));
        assertEquals("A 1", ask(of, Summary.COUNT, Dimension.GROUP));
    }

    @Test
    void partsAndWholesAreNeverMixed() {
        Analysis of =
                of(
                        indicator(1, A, "件", IndicatorKind.YEARLY, in(2021, "5"))
                                .withPart(
                                        new Part(
                                                new UUID(3, 1),
                                                "曾都",
                                                Course.EMPTY,
                                                List.of(in(2021, "2"))))
                                .withPart(
                                        new Part(
                                                new UUID(3, 2),
                                                "广水",
                                                Course.EMPTY,
                                                List.of(in(2021, "3")))));
        assertEquals("A 5", ask(of, Summary.SUM, Dimension.GROUP));
        AnalysisQuery parts =
                new AnalysisQuery(
                        List.of(Dimension.PART),
                        Optional.empty(),
                        AnalysisMeasure.VALUE,
                        Summary.SUM,
                        AnalysisScope.PARTS,
                        Map.of());
        assertEquals("曾都 2; 广水 3", rows(of.answer(parts)));
    }

    @Test
    void aFilterLeavesOnlyItsValues() {
        AnalysisQuery only =
                new AnalysisQuery(
                        List.of(Dimension.GROUP),
                        Optional.empty(),
                        AnalysisMeasure.VALUE,
                        Summary.SUM,
                        AnalysisScope.INDICATORS,
                        Map.of(Dimension.YEAR, Set.of("2022")));
        assertEquals("A 2; B 0.1", rows(flows().answer(only)));
        AnalysisQuery none =
                new AnalysisQuery(
                        List.of(Dimension.GROUP),
                        Optional.empty(),
                        AnalysisMeasure.VALUE,
                        Summary.SUM,
                        AnalysisScope.INDICATORS,
                        Map.of(Dimension.YEAR, Set.of()));
        assertEquals(List.of(), flows().answer(none).rows());
    }

    @Test
    void aPlanWithoutFiguresAnswersWithAnEmptyTable() {
        assertEquals(List.of(), of().answer(AnalysisQuery.verdictsByGroup()).rows());
        assertEquals(List.of(), of().describeSeries().rows());
    }

    /** Domain.md §6: attainment and progress of 2022 in the published table. */
    @Test
    void attainmentAndProgressAreThePublishedOnes() throws Problem {
        Analysis suizhou =
                Analysis.forEvaluation(
                        Evaluation.evaluate(SamplePlans.openSample("suizhou", new UUID(0, 1)), AT),
                        WORDS);
        Map<Dimension, Set<String>> filter = Map.of(Dimension.YEAR, Set.of("2022"));
        AnalysisTable attained =
                suizhou.answer(
                        new AnalysisQuery(
                                List.of(Dimension.INDICATOR),
                                Optional.empty(),
                                AnalysisMeasure.ATTAINMENT,
                                Summary.MEAN,
                                AnalysisScope.INDICATORS,
                                filter));
        assertEquals(
                "112.46 76.49 105.56 70.59",
                attained.rows().stream()
                        .limit(4)
                        .map(r -> r.get(1).text())
                        .collect(Collectors.joining(" ")));
        assertTrue(attained.caveats().contains(Caveat.ON_ITS_DAY));
        AnalysisTable progress =
                suizhou.answer(
                        new AnalysisQuery(
                                List.of(Dimension.INDICATOR),
                                Optional.empty(),
                                AnalysisMeasure.PROGRESS,
                                Summary.MEAN,
                                AnalysisScope.INDICATORS,
                                filter));
        assertEquals(
                "220.86 46.73 119.49 16.67",
                progress.rows().stream()
                        .limit(4)
                        .map(r -> r.get(1).text())
                        .collect(Collectors.joining(" ")));
        AnalysisTable sum =
                suizhou.answer(
                        new AnalysisQuery(
                                List.of(Dimension.GROUP),
                                Optional.empty(),
                                AnalysisMeasure.PROGRESS,
                                Summary.SUM,
                                AnalysisScope.INDICATORS,
                                filter));
        assertTrue(sum.caveats().contains(Caveat.SHARES_NOT_ADDED));
    }

    /**
     * 217825 (2020) → 237837 → 273104: mean 255470.5, which is 255471 with the decimals of the
     * indicator; deviation 35267 ÷ √2 = 24937.53…; last growth 273104 ÷ 237837 − 1 = 14.83 %; CAGR
     * √(273104 ÷ 217825) − 1 = 11.97 %.
     */
    @Test
    void aSeriesIsDescribed() throws Problem {
        AnalysisTable answer =
                Analysis.forEvaluation(
                                Evaluation.evaluate(
                                        SamplePlans.openSample("suizhou", new UUID(0, 1)), AT),
                                WORDS)
                        .describeSeries();
        assertEquals(
                "2021–2022 2 237837 273104 255471 24937.5 14.83 11.97",
                answer.rows().getFirst().stream()
                        .skip(2)
                        .map(AnalysisTable.AnalysisCell::text)
                        .collect(Collectors.joining(" ")));
        assertTrue(answer.caveats().contains(Caveat.NO_GROWTH_OF_SHARES));
    }

    @Test
    void whereNothingCanBeReckonedADashStands() {
        Indicator one = indicator(1, A, "件", IndicatorKind.STOCK, in(2022, "5"));
        Indicator fromZero =
                indicator(2, A, "件", IndicatorKind.STOCK, in(2022, "5"))
                        .withChanges(
                                d ->
                                        d.course =
                                                Course.of(
                                                        Milestone.baseline(
                                                                LocalDate.of(2020, 12, 31),
                                                                BigDecimal.ZERO)));
        Indicator share = indicator(3, A, "%", IndicatorKind.STOCK, in(2021, "50"), in(2022, "60"));
        Indicator gap = indicator(4, A, "件", IndicatorKind.STOCK, in(2021, "100"), in(2023, "121"));
        assertEquals(
                List.of(
                        "1 5 5 5 —— —— ——",
                        "1 5 5 5 —— —— ——",
                        "2 50 60 55 7.1 —— ——",
                        "2 100 121 111 14.8 —— 10.00"),
                of(one, fromZero, share, gap).describeSeries().rows().stream()
                        .map(
                                r ->
                                        r.stream()
                                                .skip(3)
                                                .map(AnalysisTable.AnalysisCell::text)
                                                .collect(Collectors.joining(" ")))
                        .toList());
    }

    /**
     * At the end of 2022, by the sample's own rule, as domain.md §6 has it: group by group the
     * indicators of the overview, each once.
     */
    @Test
    void theFirstAnswerAgreesWithTheOverview() throws Problem {
        Evaluation standing =
                Evaluation.evaluate(
                        SamplePlans.openSample("suizhou", new UUID(0, 1)),
                        LocalDate.of(2022, 12, 31));
        AnalysisTable first =
                Analysis.forEvaluation(standing, WORDS).answer(AnalysisQuery.verdictsByGroup());
        Map<String, BigDecimal> counted =
                first.rows().stream()
                        .flatMap(
                                r ->
                                        IntStream.range(1, r.size())
                                                .boxed()
                                                .flatMap(
                                                        i ->
                                                                r
                                                                        .get(i)
                                                                        .number()
                                                                        .map(
                                                                                n ->
                                                                                        Map.entry(
                                                                                                first.columns()
                                                                                                        .get(
                                                                                                                i)
                                                                                                        .heading(),
                                                                                                n))
                                                                        .stream()))
                        .collect(
                                Collectors.groupingBy(
                                        Map.Entry::getKey,
                                        Collectors.reducing(
                                                BigDecimal.ZERO,
                                                Map.Entry::getValue,
                                                BigDecimal::add)));
        Wording wording = new Wording(WORDS);
        Map<String, BigDecimal> overview =
                standing.assessments().stream()
                        .collect(
                                Collectors.groupingBy(
                                        wording::verdictName,
                                        Collectors.reducing(
                                                BigDecimal.ZERO,
                                                _ -> BigDecimal.ONE,
                                                BigDecimal::add)));
        assertEquals(overview, counted);
        assertEquals(Set.of(Caveat.AT_EVALUATION), first.caveats());
    }

    @Test
    void anIndicatorWithoutAnyFigureIsCountedOnceToo() {
        assertEquals(
                "A 1 1",
                rows(
                        of(
                                        indicator(1, A, "件", IndicatorKind.ZERO, in(2023, "0")),
                                        indicator(2, A, "件", IndicatorKind.ZERO))
                                .answer(AnalysisQuery.verdictsByGroup())));
    }

    @Test
    void verdictsOfEachFiguresOwnDayAreExplained() {
        assertTrue(
                flows().answer(ask(Summary.COUNT, Dimension.GROUP, Optional.of(Dimension.VERDICT)))
                        .caveats()
                        .contains(Caveat.JUDGED_ON_ITS_DAY));
    }

    @Test
    void aMeanHasNoMoreDecimalsThanItNeeds() {
        assertEquals(
                "A 15066.67",
                ask(
                        of(
                                indicator(
                                        1,
                                        A,
                                        "张",
                                        IndicatorKind.STOCK,
                                        in(2021, "13100"),
                                        in(2022, "14500"),
                                        in(2023, "17600"))),
                        Summary.MEAN,
                        Dimension.GROUP));
    }

    @Test
    void valuesOfADimensionStandInOrder() {
        assertEquals(List.of("2021", "2022", "2023"), flows().valuesOf(Dimension.YEAR));
        assertEquals(List.of("A", "B"), flows().valuesOf(Dimension.GROUP));
    }
}
