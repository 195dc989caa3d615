package plumbline.chart.make;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import plumbline.assessment.Evaluation;
import plumbline.base.Problem;
import plumbline.chart.Chart;
import plumbline.chart.ChartNumbers;
import plumbline.chart.drawing.Drawing;
import plumbline.chart.drawing.DrawingPoint;
import plumbline.chart.drawing.Ink;
import plumbline.chart.drawing.Mark;
import plumbline.chart.layout.ChartPainter;
import plumbline.chart.pen.PngPen;
import plumbline.exchange.planfile.SamplePlans;
import plumbline.plan.ChartKind;
import plumbline.plan.ChartLabels;
import plumbline.plan.ChartSize;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.Plan;
import plumbline.plan.SavedChart;
import plumbline.words.Messages;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every kind of chart in every size, for a few and for many indicators. */
class ChartGalleryTest {
    private static final LocalDate AT = LocalDate.of(2022, 12, 31);
    private static final UUID ID = new UUID(6, 1);

    private static Evaluation sample(String name) throws Problem {
        return Evaluation.evaluate(SamplePlans.openSample(name, new UUID(0, 1)), AT);
    }

    private static Evaluation with(int indicators) throws Problem {
        Plan plan = sample("suizhou").plan();
        List<Indicator> many = new ArrayList<>();
        for (int n = 0; n < indicators; n++) {
            Indicator like = plan.indicators().get(n % 13);
            many.add(
                    Indicator.createNamed(new UUID(5, n), like.groupId(), like.name() + n)
                            .withChanges(
                                    d -> {
                                        d.course = like.course();
                                        d.observations = like.observations();
                                        d.kind = like.kind();
                                    }));
        }
        return Evaluation.evaluate(plan.withChanges(d -> d.indicators = many), AT);
    }

    private static List<Chart> charts(SavedChart choice, Evaluation standing) throws Problem {
        Plan other = sample("suizhou").plan().withChanges(d -> d.title = "“十三五”规划");
        return new ChartGallery(Messages.forLocale(Messages.CHINESE))
                .createCharts(choice, standing, Optional.of(other));
    }

    static Stream<Arguments> kindsAndSizes() {
        return Stream.of(ChartKind.values())
                .flatMap(k -> Stream.of(ChartSize.values()).map(s -> Arguments.of(k, s)));
    }

    @ParameterizedTest
    @MethodSource("kindsAndSizes")
    void noTwoTextsMeetAndNothingLeavesThePaper(ChartKind kind, ChartSize size) throws Problem {
        for (Evaluation standing : List.of(sample("suizhou"), with(40), sample("xxshi"))) {
            for (Chart chart :
                    charts(SavedChart.createForWholePlan(ID, kind).withSize(size), standing)) {
                Drawing drawing =
                        ChartPainter.layOut(
                                chart, size.width(), size.height(kind), PngPen.textMeasure());
                List<Mark.DrawnText> texts =
                        drawing.marks().stream()
                                .filter(Mark.DrawnText.class::isInstance)
                                .map(Mark.DrawnText.class::cast)
                                .toList();
                List<double[]> boxes = texts.stream().map(ChartGalleryTest::box).toList();
                for (int i = 0; i < boxes.size(); i++) {
                    double[] a = boxes.get(i);
                    assertTrue(
                            a[0] >= 0
                                    && a[1] >= 0
                                    && a[2] <= drawing.width()
                                    && a[3] <= drawing.height(),
                            chart.title() + " leaves the paper: " + texts.get(i).text());
                    assertTrue(
                            texts.get(i).size() >= 6,
                            chart.title() + " too small: " + texts.get(i));
                    for (int j = 0; j < i; j++) {
                        double[] b = boxes.get(j);
                        assertFalse(
                                a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3],
                                chart.title()
                                        + ": "
                                        + texts.get(i).text()
                                        + " meets "
                                        + texts.get(j).text());
                    }
                }
            }
        }
    }

    private static double[] box(Mark.DrawnText text) {
        double wide = PngPen.textMeasure().measureWidth(text.text(), text.size(), text.isBold());
        double left =
                text.position().x()
                        - switch (text.anchor()) {
                            case START -> 0;
                            case MIDDLE -> wide / 2;
                            case END -> wide;
                        };
        return new double[] {
            left,
            text.position().y() - text.size() * 0.8,
            left + wide,
            text.position().y() + text.size() * 0.15
        };
    }

    @ParameterizedTest
    @MethodSource("kindsAndSizes")
    void everyChartSaysTitleDayAndSource(ChartKind kind, ChartSize size) throws Problem {
        for (Chart chart :
                charts(SavedChart.createForWholePlan(ID, kind).withSize(size), sample("suizhou"))) {
            assertFalse(chart.title().isBlank());
            assertTrue(chart.note().contains("数据来源"), chart.note());
            assertTrue(
                    kind == ChartKind.MATRIX || chart.subtitle().contains("2022年12月31日"),
                    chart.subtitle());
        }
    }

    /**
     * By the printed note: 4 提前完成 as progress > 100 %; 9 of 13 on course. The figures of domain.md
     * §6.
     */
    @Test
    void theTallyOfAllIsTheAssessments() throws Problem {
        Evaluation standing = sample("suizhou");
        Chart.CategoryChart tally =
                (Chart.CategoryChart)
                        charts(SavedChart.createForWholePlan(ID, ChartKind.TALLY), standing)
                                .getFirst();
        assertEquals(
                List.of("提前完成 4", "快于进度 2", "符合进度、达标 3", "慢于进度 4"),
                tally.series().stream()
                        .map(s -> s.name() + " " + s.values().getLast().amount().orElseThrow())
                        .toList());
        assertEquals(
                standing.tallyAll().totalCount(),
                tally.series().stream()
                        .mapToInt(s -> s.values().getLast().amount().orElseThrow().intValue())
                        .sum());
    }

    /**
     * Thirty groups of one indicator, at most 14 bars or 12 spokes on a page: the bar of all has
     * its own.
     */
    @Test
    void manyGroupsGoOnToFurtherPagesAndNoneIsLost() throws Problem {
        Plan plan =
                Plan.empty(ID, "规划", "", 2021, 2025, 2020)
                        .withChanges(
                                d -> {
                                    d.groups =
                                            IntStream.range(0, 30)
                                                    .mapToObj(
                                                            g ->
                                                                    new IndicatorGroup(
                                                                            new UUID(7, g),
                                                                            "第" + g + "类"))
                                                    .toList();
                                    d.indicators =
                                            IntStream.range(0, 30)
                                                    .mapToObj(
                                                            i ->
                                                                    Indicator.createNamed(
                                                                            new UUID(8, i),
                                                                            new UUID(7, i),
                                                                            "指标" + i))
                                                    .toList();
                                });
        Evaluation standing = Evaluation.evaluate(plan, LocalDate.of(2022, 12, 31));
        assertEquals(
                List.of(1, 10, 10, 10),
                sizes(charts(SavedChart.createForWholePlan(ID, ChartKind.TALLY), standing)));
        assertEquals(
                List.of(10, 10, 10),
                sizes(charts(SavedChart.createForWholePlan(ID, ChartKind.RADAR), standing)));
    }

    private static List<Integer> sizes(List<Chart> charts) {
        return charts.stream().map(c -> ((Chart.CategoryChart) c).categories().size()).toList();
    }

    @Test
    void theFurthestComesFirstAndWhatHasNoProgressIsTold() throws Problem {
        Chart.CategoryChart ranking =
                (Chart.CategoryChart)
                        charts(
                                        SavedChart.createForWholePlan(ID, ChartKind.RANKING),
                                        sample("suizhou"))
                                .getFirst();
        List<String> names =
                ranking.categories().stream().map(i -> i.name().replaceAll("\\..*", "")).toList();
        assertEquals(List.of("7", "1", "6", "3", "9", "2", "8", "4", "10", "5", "11"), names);
        assertTrue(ranking.note().startsWith("未画2项：第12、13项（对照目标水平评价，不算进度）。"), ranking.note());
    }

    /** None of the 26 has a baseline; 8 of them are held against a level. */
    @Test
    void aRankingOfNothingIsASentence() throws Problem {
        List<Chart> rankings =
                charts(SavedChart.createForWholePlan(ID, ChartKind.RANKING), sample("xxshi"));
        assertEquals(1, rankings.size());
        Chart.CategoryChart ranking = (Chart.CategoryChart) rankings.getFirst();
        assertEquals(List.of(), ranking.categories());
        assertTrue(
                ranking.emptySentence().orElseThrow().startsWith("没有可以比较的完成进度。未画26项：第1～4、"),
                ranking.emptySentence()::toString);
        assertEquals(
                Optional.empty(),
                new ChartNumbersExtractor(Messages.forLocale(Messages.CHINESE))
                        .extractNumbers(ranking));
    }

    /** 1 to 4 have no figure up to the end of 2022. */
    @Test
    void theOverviewTellsWhatHasNoFigure() throws Problem {
        List<Chart> pages =
                charts(SavedChart.createForWholePlan(ID, ChartKind.OVERVIEW), sample("xxshi"));
        List<String> names =
                pages.stream()
                        .flatMap(c -> ((Chart.BulletChart) c).rows().stream())
                        .filter(Chart.ProgressBullet.class::isInstance)
                        .map(r -> ((Chart.ProgressBullet) r).name())
                        .toList();
        assertTrue(names.stream().noneMatch(n -> n.matches("[1-4]\\. .*")), names::toString);
        assertTrue(pages.getLast().note().matches("未画\\d+项：第1～4、.*"), pages.getLast().note());
        assertEquals(
                List.of(),
                ((Chart.BulletChart) pages.getLast()).legend(),
                "no bar, no legend of bars");
    }

    /** A target and a forecast of it, and no figure: words, no empty axes. */
    @Test
    void aTargetAloneIsTold() throws Problem {
        Chart.TrajectoryChart lone =
                (Chart.TrajectoryChart)
                        charts(
                                        SavedChart.createForWholePlan(ID, ChartKind.TRAJECTORY),
                                        sample("xxshi"))
                                .getFirst();
        assertEquals(Optional.of("截至评估日没有实际值；期末目标 ≥3.0；2025年 预计 3.0"), lone.emptySentence());
    }

    /** A state no task is in has no place in the legend. */
    @Test
    void onlyStatesThatThereAreAreNamed() throws Problem {
        Chart.CategoryChart tasks =
                (Chart.CategoryChart)
                        charts(SavedChart.createForWholePlan(ID, ChartKind.TASKS), sample("xxshi"))
                                .getFirst();
        assertEquals(
                List.of("已完成", "进行中"),
                tasks.series().stream().map(Chart.CategorySeries::name).toList());
    }

    /** 217825 → 237837 → 273104: +9.19 % and +14.83 %; 2023 is not there and stays empty. */
    @Test
    void eachYearTellsItsChangeAndAMissingOneIsEmpty() throws Problem {
        Chart.CategoryChart years =
                (Chart.CategoryChart)
                        charts(
                                        SavedChart.createForWholePlan(ID, ChartKind.YEARS),
                                        sample("suizhou"))
                                .getFirst();
        assertEquals(
                List.of("217825", "237837\n+9.19%", "273104\n+14.83%", "", "", ""),
                years.series().getFirst().values().stream()
                        .map(Chart.CategoryValue::label)
                        .toList());
        assertEquals(Optional.empty(), years.series().getFirst().values().get(3).amount());
    }

    @Test
    void withoutLabelsNoNumberStandsBesideAMark() throws Problem {
        Chart.CategoryChart years =
                (Chart.CategoryChart)
                        charts(
                                        SavedChart.createForWholePlan(ID, ChartKind.YEARS)
                                                .withLabels(ChartLabels.HIDDEN),
                                        sample("suizhou"))
                                .getFirst();
        assertTrue(
                years.series().stream()
                        .flatMap(s -> s.values().stream())
                        .allMatch(c -> c.label().isEmpty()));
    }

    @Test
    void manyAreSpreadOverPagesOfAboutOneLength() {
        List<Integer> numbers = Stream.iterate(0, n -> n + 1).limit(25).toList();
        assertEquals(
                List.of(9, 9, 7),
                ChartPages.splitEvenly(numbers, 12).stream().map(List::size).toList());
        assertEquals(
                List.of(0),
                ChartPages.splitEvenly(List.of(), 12).stream().map(List::size).toList());
    }

    /**
     * 0 and 10 in a scale of 0 to 10: the bar of 5 ends half way between the axis and the end of
     * the scale.
     */
    @Test
    void aBarEndsWhereItsNumberIs() {
        Chart.CategoryChart plot =
                new Chart.CategoryChart(
                        "t",
                        "s",
                        "n",
                        "f",
                        ChartNumbers.CategoryForm.BARS,
                        "",
                        false,
                        List.of(
                                new Chart.ChartCategory("a", Optional.empty()),
                                new Chart.ChartCategory("b", Optional.empty())),
                        List.of(
                                new Chart.CategorySeries(
                                        "x",
                                        Ink.ACTUAL,
                                        List.of(
                                                new Chart.CategoryValue(
                                                        Optional.of(new BigDecimal("5")), "", ""),
                                                new Chart.CategoryValue(
                                                        Optional.of(new BigDecimal("10")),
                                                        "",
                                                        "")))),
                        Optional.empty());
        List<Mark.FilledArea> bars =
                ChartPainter.layOut(plot, 600, 400, (text, size, _) -> text.length() * size)
                        .marks()
                        .stream()
                        .filter(Mark.FilledArea.class::isInstance)
                        .map(Mark.FilledArea.class::cast)
                        .filter(a -> a.info().isPresent())
                        .toList();
        double start = bars.getFirst().corners().getFirst().x();
        double half = bars.getFirst().corners().get(1).x() - start;
        double whole = bars.getLast().corners().get(1).x() - start;
        assertEquals(0.5, half / whole, 1e-9);
    }

    /**
     * Four spokes: the first points up, the second right; a share of 1 lies on the rim, of 0.5 half
     * way.
     */
    @Test
    void aRadarTurnsClockwiseFromTheTop() {
        List<Chart.ChartCategory> items =
                Stream.of("上", "右", "下", "左")
                        .map(n -> new Chart.ChartCategory(n, Optional.empty()))
                        .toList();
        List<Chart.CategoryValue> cells =
                Stream.of("1", "0.5", "1", "1")
                        .map(a -> new Chart.CategoryValue(Optional.of(new BigDecimal(a)), "", ""))
                        .toList();
        Chart.CategoryChart plot =
                new Chart.CategoryChart(
                        "t",
                        "s",
                        "n",
                        "f",
                        ChartNumbers.CategoryForm.RADAR,
                        "",
                        true,
                        items,
                        List.of(new Chart.CategorySeries("x", Ink.ACTUAL, cells)),
                        Optional.empty());
        List<Mark.StrokedLine> sides =
                ChartPainter.layOut(plot, 600, 600, (text, size, _) -> text.length() * size)
                        .marks()
                        .stream()
                        .filter(Mark.StrokedLine.class::isInstance)
                        .map(Mark.StrokedLine.class::cast)
                        .filter(l -> l.ink() == Ink.ACTUAL && l.points().getFirst().x() > 100)
                        .toList();
        DrawingPoint up = sides.getFirst().points().getFirst();
        DrawingPoint right = sides.getFirst().points().getLast();
        assertEquals(300, up.x(), 1e-9);
        double radius = right.y() - up.y();
        assertEquals(0.5, (right.x() - 300) / radius, 1e-9);
    }
}
