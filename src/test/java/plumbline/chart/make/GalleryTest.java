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
import plumbline.chart.drawing.Ink;
import plumbline.chart.drawing.Mark;
import plumbline.chart.drawing.Point;
import plumbline.chart.layout.ChartPainter;
import plumbline.chart.pen.PngPen;
import plumbline.exchange.planfile.Samples;
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
class GalleryTest {
    private static final LocalDate AT = LocalDate.of(2022, 12, 31);
    private static final UUID ID = new UUID(6, 1);

    private static Evaluation sample(String name) throws Problem {
        return Evaluation.of(Samples.open(name, new UUID(0, 1)), AT);
    }

    private static Evaluation with(int indicators) throws Problem {
        Plan plan = sample("suizhou").plan();
        List<Indicator> many = new ArrayList<>();
        for (int n = 0; n < indicators; n++) {
            Indicator like = plan.indicators().get(n % 13);
            many.add(
                    Indicator.named(new UUID(5, n), like.group(), like.name() + n)
                            .change(
                                    d -> {
                                        d.course = like.course();
                                        d.observations = like.observations();
                                        d.kind = like.kind();
                                    }));
        }
        return Evaluation.of(plan.change(d -> d.indicators = many), AT);
    }

    private static List<Chart> charts(SavedChart choice, Evaluation standing) throws Problem {
        Plan other = sample("suizhou").plan().change(d -> d.title = "“十三五”规划");
        return new Gallery(Messages.of(Messages.CHINESE))
                .charts(choice, standing, Optional.of(other));
    }

    static Stream<Arguments> kindsAndSizes() {
        return Stream.of(ChartKind.values())
                .flatMap(k -> Stream.of(ChartSize.values()).map(s -> Arguments.of(k, s)));
    }

    @ParameterizedTest
    @MethodSource("kindsAndSizes")
    void noTwoTextsMeetAndNothingLeavesThePaper(ChartKind kind, ChartSize size) throws Problem {
        for (Evaluation standing : List.of(sample("suizhou"), with(40), sample("xxshi"))) {
            for (Chart chart : charts(SavedChart.of(ID, kind).with(size), standing)) {
                Drawing drawing =
                        ChartPainter.of(chart, size.width(), size.height(kind), PngPen.measure());
                List<Mark.Text> texts =
                        drawing.marks().stream()
                                .filter(Mark.Text.class::isInstance)
                                .map(Mark.Text.class::cast)
                                .toList();
                List<double[]> boxes = texts.stream().map(GalleryTest::box).toList();
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

    private static double[] box(Mark.Text text) {
        double wide = PngPen.measure().width(text.text(), text.size(), text.bold());
        double left =
                text.at().x()
                        - switch (text.anchor()) {
                            case START -> 0;
                            case MIDDLE -> wide / 2;
                            case END -> wide;
                        };
        return new double[] {
            left, text.at().y() - text.size() * 0.8, left + wide, text.at().y() + text.size() * 0.15
        };
    }

    @ParameterizedTest
    @MethodSource("kindsAndSizes")
    void everyChartSaysTitleDayAndSource(ChartKind kind, ChartSize size) throws Problem {
        for (Chart chart : charts(SavedChart.of(ID, kind).with(size), sample("suizhou"))) {
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
        Chart.Plot tally =
                (Chart.Plot) charts(SavedChart.of(ID, ChartKind.TALLY), standing).getFirst();
        assertEquals(
                List.of("提前完成 4", "快于进度 2", "符合进度、达标 3", "慢于进度 4"),
                tally.strips().stream()
                        .map(s -> s.name() + " " + s.cells().getLast().amount().orElseThrow())
                        .toList());
        assertEquals(
                standing.tally().total(),
                tally.strips().stream()
                        .mapToInt(s -> s.cells().getLast().amount().orElseThrow().intValue())
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
                        .change(
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
                                                                    Indicator.named(
                                                                            new UUID(8, i),
                                                                            new UUID(7, i),
                                                                            "指标" + i))
                                                    .toList();
                                });
        Evaluation standing = Evaluation.of(plan, LocalDate.of(2022, 12, 31));
        assertEquals(
                List.of(1, 10, 10, 10),
                sizes(charts(SavedChart.of(ID, ChartKind.TALLY), standing)));
        assertEquals(
                List.of(10, 10, 10), sizes(charts(SavedChart.of(ID, ChartKind.RADAR), standing)));
    }

    private static List<Integer> sizes(List<Chart> charts) {
        return charts.stream().map(c -> ((Chart.Plot) c).items().size()).toList();
    }

    @Test
    void theFurthestComesFirstAndWhatHasNoProgressIsTold() throws Problem {
        Chart.Plot ranking =
                (Chart.Plot)
                        charts(SavedChart.of(ID, ChartKind.RANKING), sample("suizhou")).getFirst();
        List<String> names =
                ranking.items().stream().map(i -> i.name().replaceAll("\\..*", "")).toList();
        assertEquals(List.of("7", "1", "6", "3", "9", "2", "8", "4", "10", "5", "11"), names);
        assertTrue(ranking.note().startsWith("未画2项：第12、13项（对照目标水平评价，不算进度）。"), ranking.note());
    }

    /** None of the 26 has a baseline; 8 of them are held against a level. */
    @Test
    void aRankingOfNothingIsASentence() throws Problem {
        List<Chart> rankings = charts(SavedChart.of(ID, ChartKind.RANKING), sample("xxshi"));
        assertEquals(1, rankings.size());
        Chart.Plot ranking = (Chart.Plot) rankings.getFirst();
        assertEquals(List.of(), ranking.items());
        assertTrue(
                ranking.empty().orElseThrow().startsWith("没有可以比较的完成进度。未画26项：第1～4、"),
                ranking.empty()::toString);
        assertEquals(
                Optional.empty(), new ChartNumbersOf(Messages.of(Messages.CHINESE)).chart(ranking));
    }

    /** 1 to 4 have no figure up to the end of 2022. */
    @Test
    void theOverviewTellsWhatHasNoFigure() throws Problem {
        List<Chart> pages = charts(SavedChart.of(ID, ChartKind.OVERVIEW), sample("xxshi"));
        List<String> names =
                pages.stream()
                        .flatMap(c -> ((Chart.Bullets) c).rows().stream())
                        .filter(Chart.Bullet.class::isInstance)
                        .map(r -> ((Chart.Bullet) r).name())
                        .toList();
        assertTrue(names.stream().noneMatch(n -> n.matches("[1-4]\\. .*")), names::toString);
        assertTrue(pages.getLast().note().matches("未画\\d+项：第1～4、.*"), pages.getLast().note());
        assertEquals(
                List.of(), ((Chart.Bullets) pages.getLast()).keys(), "no bar, no legend of bars");
    }

    /** A target and a forecast of it, and no figure: words, no empty axes. */
    @Test
    void aTargetAloneIsTold() throws Problem {
        Chart.Trajectory lone =
                (Chart.Trajectory)
                        charts(SavedChart.of(ID, ChartKind.TRAJECTORY), sample("xxshi")).getFirst();
        assertEquals(Optional.of("截至评估日没有实际值；期末目标 ≥3.0；2025年 预计 3.0"), lone.empty());
    }

    /** A state no task is in has no place in the legend. */
    @Test
    void onlyStatesThatThereAreAreNamed() throws Problem {
        Chart.Plot tasks =
                (Chart.Plot) charts(SavedChart.of(ID, ChartKind.TASKS), sample("xxshi")).getFirst();
        assertEquals(
                List.of("已完成", "进行中"), tasks.strips().stream().map(Chart.Strip::name).toList());
    }

    /** 217825 → 237837 → 273104: +9.19 % and +14.83 %; 2023 is not there and stays empty. */
    @Test
    void eachYearTellsItsChangeAndAMissingOneIsEmpty() throws Problem {
        Chart.Plot years =
                (Chart.Plot)
                        charts(SavedChart.of(ID, ChartKind.YEARS), sample("suizhou")).getFirst();
        assertEquals(
                List.of("217825", "237837\n+9.19%", "273104\n+14.83%", "", "", ""),
                years.strips().getFirst().cells().stream().map(Chart.Cell::label).toList());
        assertEquals(Optional.empty(), years.strips().getFirst().cells().get(3).amount());
    }

    @Test
    void withoutLabelsNoNumberStandsBesideAMark() throws Problem {
        Chart.Plot years =
                (Chart.Plot)
                        charts(
                                        SavedChart.of(ID, ChartKind.YEARS).with(ChartLabels.HIDDEN),
                                        sample("suizhou"))
                                .getFirst();
        assertTrue(
                years.strips().stream()
                        .flatMap(s -> s.cells().stream())
                        .allMatch(c -> c.label().isEmpty()));
    }

    @Test
    void manyAreSpreadOverPagesOfAboutOneLength() {
        List<Integer> numbers = Stream.iterate(0, n -> n + 1).limit(25).toList();
        assertEquals(List.of(9, 9, 7), Pages.of(numbers, 12).stream().map(List::size).toList());
        assertEquals(List.of(0), Pages.of(List.of(), 12).stream().map(List::size).toList());
    }

    /**
     * 0 and 10 in a scale of 0 to 10: the bar of 5 ends half way between the axis and the end of
     * the scale.
     */
    @Test
    void aBarEndsWhereItsNumberIs() {
        Chart.Plot plot =
                new Chart.Plot(
                        "t",
                        "s",
                        "n",
                        "f",
                        ChartNumbers.Form.BARS,
                        "",
                        false,
                        List.of(
                                new Chart.Item("a", Optional.empty()),
                                new Chart.Item("b", Optional.empty())),
                        List.of(
                                new Chart.Strip(
                                        "x",
                                        Ink.ACTUAL,
                                        List.of(
                                                new Chart.Cell(
                                                        Optional.of(new BigDecimal("5")), "", ""),
                                                new Chart.Cell(
                                                        Optional.of(new BigDecimal("10")),
                                                        "",
                                                        "")))),
                        Optional.empty());
        List<Mark.Area> bars =
                ChartPainter.of(plot, 600, 400, (text, size, _) -> text.length() * size)
                        .marks()
                        .stream()
                        .filter(Mark.Area.class::isInstance)
                        .map(Mark.Area.class::cast)
                        .filter(a -> a.about().isPresent())
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
        List<Chart.Item> items =
                Stream.of("上", "右", "下", "左")
                        .map(n -> new Chart.Item(n, Optional.empty()))
                        .toList();
        List<Chart.Cell> cells =
                Stream.of("1", "0.5", "1", "1")
                        .map(a -> new Chart.Cell(Optional.of(new BigDecimal(a)), "", ""))
                        .toList();
        Chart.Plot plot =
                new Chart.Plot(
                        "t",
                        "s",
                        "n",
                        "f",
                        ChartNumbers.Form.RADAR,
                        "",
                        true,
                        items,
                        List.of(new Chart.Strip("x", Ink.ACTUAL, cells)),
                        Optional.empty());
        List<Mark.Line> sides =
                ChartPainter.of(plot, 600, 600, (text, size, _) -> text.length() * size)
                        .marks()
                        .stream()
                        .filter(Mark.Line.class::isInstance)
                        .map(Mark.Line.class::cast)
                        .filter(l -> l.ink() == Ink.ACTUAL && l.points().getFirst().x() > 100)
                        .toList();
        Point up = sides.getFirst().points().getFirst();
        Point right = sides.getFirst().points().getLast();
        assertEquals(300, up.x(), 1e-9);
        double radius = right.y() - up.y();
        assertEquals(0.5, (right.x() - 300) / radius, 1e-9);
    }
}
