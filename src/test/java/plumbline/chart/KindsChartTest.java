package plumbline.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import plumbline.assessment.Evaluation;
import plumbline.chart.Chart.ChartDot;
import plumbline.chart.Chart.ProgressBullet;
import plumbline.chart.Chart.TrajectoryChart;
import plumbline.chart.drawing.Ink;
import plumbline.chart.drawing.Mark;
import plumbline.chart.layout.ChartPainter;
import plumbline.chart.make.ChartTable;
import plumbline.chart.make.IndicatorCharts;
import plumbline.chart.pen.PngPen;
import plumbline.words.Messages;

import java.time.LocalDate;
import java.util.List;

/** Every kind is drawn as it is judged. */
class KindsChartTest {
    private final Evaluation standing = KindsPlan.standing();
    private final IndicatorCharts charts =
            new IndicatorCharts(Messages.forLocale(Messages.CHINESE));

    private TrajectoryChart chart(String name) {
        return charts.trajectoryChart(standing, KindsPlan.of(standing, name));
    }

    private static List<String> said(List<ChartDot> dots) {
        return dots.stream()
                .map(d -> d.day() + " " + d.amount().stripTrailingZeros().toPlainString())
                .toList();
    }

    private static List<Mark.FilledArea> tinted(TrajectoryChart chart) {
        return ChartPainter.layOut(chart, 760, 430, PngPen.textMeasure()).marks().stream()
                .filter(Mark.FilledArea.class::isInstance)
                .map(Mark.FilledArea.class::cast)
                .filter(a -> a.ink() == Ink.GOOD_SIDE)
                .toList();
    }

    private static double height(Mark.FilledArea area) {
        return Math.abs(area.corners().getFirst().y() - area.corners().getLast().y());
    }

    @Test
    void periodsAreDrawnAsTheirTotal() {
        TrajectoryChart chart = chart("累计");
        assertEquals(
                List.of(
                        "2020-12-31 0",
                        "2021-12-31 80",
                        "2022-03-31 110",
                        "2022-06-30 130",
                        "2022-12-31 200",
                        "2023-03-31 230"),
                said(chart.actuals()));
        assertEquals(List.of("2023-12-31 320"), said(chart.forecasts()));
        assertTrue(
                chart.actuals().get(2).hint().contains("2022年第1季度 30")
                        && chart.actuals().get(2).hint().contains("110"),
                chart.actuals().get(2).hint());
    }

    @Test
    void aPartOfAYearIsHollowAtTheYearsEnd() {
        TrajectoryChart chart = chart("年度值");
        assertEquals(
                List.of("2020-12-31 100", "2021-12-31 118", "2022-12-31 150"),
                said(chart.actuals()));
        assertEquals(List.of("2023-12-31 160"), said(chart.derived()));
        assertEquals("160", chart.derived().getFirst().label());
        assertTrue(
                chart.legend().stream()
                        .anyMatch(k -> k.name().equals("不满一年，与全年比较") && k.isDashed()));
    }

    @Test
    void theMeanIsALineAgainstItsLevel() {
        TrajectoryChart chart = chart("年均");
        assertEquals(List.of("2021-12-31 6.25", "2022-12-31 6.25"), said(chart.derived()));
        assertEquals("年均值 6.25 %", chart.derived().getLast().label());
        assertEquals(List.of(), chart.course());
        assertEquals(1, tinted(chart).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"零容忍", "已突破"})
    void noEventIsALevelWithoutATarget(String name) {
        assertEquals(List.of(), tinted(chart(name)), "more than none is not good");
        assertEquals(0, chart(name).level().orElseThrow().amount().signum());
    }

    /** 100 × 1.1^5. */
    @Test
    void aRateOfAnAmountIsAPathOfAmounts() {
        TrajectoryChart chart = chart("总量增速");
        assertEquals("2025-12-31 161.051", said(chart.course()).getLast());
        assertEquals("年均增速 ≥10%", chart.targets().getFirst().label());
        assertEquals(
                List.of("2020-12-31 100", "2021-12-31 107", "2022-12-31 121"),
                said(chart.actuals()));
    }

    @Test
    void goodMayLieBetween() {
        assertEquals(
                List.of("63", "68"),
                chart("区间").level().orElseThrow().edges().stream().map(Object::toString).toList());
        assertTrue(height(tinted(chart("区间")).getFirst()) > 20);
    }

    /** The path would fall to 4.5, which nobody asks for. */
    @Test
    void aRangeIsABandAndNoPath() {
        TrajectoryChart chart = chart("失业率");
        assertEquals(
                List.of("4.5", "5.5"),
                chart.level().orElseThrow().edges().stream().map(Object::toString).toList());
        assertEquals(List.of(), chart.course());
        assertTrue(height(tinted(chart).getFirst()) > 20);
        assertTrue(chart.legend().stream().anyMatch(k -> k.name().equals("目标区间")));
        assertTrue(chart.note().startsWith("未达标："), chart.note());
    }

    /** 11 → 15±1: the course would lead to 14 and pretend that as the target. */
    @Test
    void theWayIntoARangeLeadsToNeitherBorder() {
        TrajectoryChart chart = chart("进区间");
        assertEquals(List.of(), chart.course());
        assertEquals(
                List.of("14", "16"),
                chart.level().orElseThrow().edges().stream().map(Object::toString).toList());
        assertEquals(List.of("2025-12-31 14", "2025-12-31 16"), said(chart.targets()));
        assertEquals(
                List.of("", "期末目标 15±1"), chart.targets().stream().map(ChartDot::label).toList());
        assertTrue(height(tinted(chart).getFirst()) > 20);
    }

    /** In the table and in Office's own chart: two lines, each with its name. */
    @Test
    void aRangeIsTwoLinesToASpreadsheet() {
        String table =
                new ChartTable(Messages.forLocale(Messages.CHINESE))
                        .toTabSeparatedText(chart("进区间"));
        assertTrue(
                table.contains("区间下限\t2020-12-31\t14\n")
                        && table.contains("区间上限\t2025-12-31\t16\n"),
                table);
        assertTrue(!table.contains("目标路径"), table);
    }

    /** 14 and 16 from the beginning to the month of the decision, then up to 30. */
    @Test
    void aFormerRangeIsDrawnWithBothItsBorders() {
        Chart.CourseBreak revised = chart("调区间").breaks().getFirst();
        assertEquals(
                List.of("2023-03-31 14", "2020-12-31 14", "2020-12-31 16", "2023-03-31 16"),
                said(revised.formerCourse()));
        assertEquals("2023-03-31 30", said(List.of(revised.newCourseDot())).getFirst());
    }

    @Test
    void whatIsDoneOrNotIsAStepAtItsDate() {
        assertEquals(
                List.of("2020-12-31 0", "2025-12-31 0", "2025-12-31 1"),
                said(chart("建成").course()));
    }

    @Test
    void aFormerLevelIsDrawnFromThePlansBeginning() {
        assertEquals(
                List.of("2020-12-31 6", "2023-03-31 6"),
                said(chart("已调整").breaks().getFirst().formerCourse()));
    }

    /** The figure of 2019 is on the paper; the course that is judged by begins with the plan. */
    @Test
    void anOlderBaselineStandsWhereItWasAndTheCourseWhereItCounts() {
        TrajectoryChart chart = chart("旧基期");
        assertEquals(LocalDate.of(2019, 12, 31), chart.from());
        assertEquals(
                List.of("2019-12-31 10", "2019-12-31 11", "2021-12-31 14", "2022-12-31 18"),
                said(chart.actuals()));
        assertEquals(List.of("2020-12-31 10", "2025-12-31 30"), said(chart.course()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "年均 | 年均值 6.25，目标 ≥6",
                "零容忍 | 3 年均未发生",
                "已突破 | 2022年上半年发生 1 起，已突破零容忍",
                "总量增速 | 年均增速 10%，目标 ≥10%",
                "比率增速 | 年均增速 5.98，目标 ≥6.5",
                "失业率 | 实际值 5.6，目标 4.5~5.5",
                "区间 | 2022年 69.5，目标 63~68",
                "里程碑 | 实际值 完成，目标 完成",
                "无基期 | 实际值 5，目标 ≥10",
                "累计 | ''"
            })
    void whereThereIsNoBarValueAndTargetAreSaid(String name, String said) {
        ProgressBullet bullet =
                charts.overviewCharts(standing).getFirst().rows().stream()
                        .filter(ProgressBullet.class::isInstance)
                        .map(ProgressBullet.class::cast)
                        .filter(b -> b.name().endsWith(". " + name))
                        .findFirst()
                        .orElseThrow();
        assertEquals(said, bullet.insteadOfBar());
        assertEquals(!said.isEmpty(), bullet.progress().isEmpty());
    }

    @Test
    void theYearsMarksAreThoseOfTheVerdict() {
        ProgressBullet bullet =
                charts.overviewCharts(standing).getFirst().rows().stream()
                        .filter(ProgressBullet.class::isInstance)
                        .map(ProgressBullet.class::cast)
                        .filter(b -> b.name().endsWith("区间"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(List.of(true, false, true), bullet.yearsHeld());
        assertEquals("2/3", bullet.valueText());
    }
}
