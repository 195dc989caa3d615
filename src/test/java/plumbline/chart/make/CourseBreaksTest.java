package plumbline.chart.make;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import plumbline.assessment.Evaluation;
import plumbline.chart.Chart;
import plumbline.chart.drawing.Drawing;
import plumbline.chart.drawing.Ink;
import plumbline.chart.drawing.Mark;
import plumbline.chart.layout.ChartPainter;
import plumbline.chart.pen.PngPen;
import plumbline.plan.Course;
import plumbline.plan.Direction;
import plumbline.plan.HandVerdict;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Milestone;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Verdict;
import plumbline.words.Messages;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A revised target breaks the course that is drawn. */
class CourseBreaksTest {
    private static final LocalDate AT = LocalDate.of(2023, 6, 30);

    private static Milestone aim(String amount) {
        return Milestone.target(
                Milestone.Role.FINAL,
                LocalDate.of(2025, 12, 31),
                new BigDecimal(amount),
                Direction.HIGHER);
    }

    /** 100 → 200 over 60 months, from the end of 2022 on → 150. */
    private static Indicator revised() {
        return Indicator.createNamed(new UUID(2, 1), new UUID(1, 1), "指标")
                .withChanges(
                        d -> {
                            d.course =
                                    Course.of(
                                            Milestone.baseline(
                                                    LocalDate.of(2020, 12, 31),
                                                    new BigDecimal("100")),
                                            aim("200"));
                            d.observations =
                                    List.of(
                                            Observation.actual(Period.ofYear(2021), "110"),
                                            Observation.actual(Period.ofYear(2022), "118"));
                        })
                .withRevisedTarget(aim("150"), LocalDate.of(2022, 12, 15), "疫情影响", "〔2022〕12号");
    }

    private static Chart.TrajectoryChart chart(Indicator indicator) {
        Plan plan =
                Plan.empty(new UUID(0, 1), "规划", "", 2021, 2025, 2020)
                        .withGroup(new IndicatorGroup(new UUID(1, 1), "类"))
                        .withIndicator(indicator);
        Evaluation standing = Evaluation.evaluate(plan, AT);
        return new IndicatorCharts(Messages.forLocale(Messages.CHINESE))
                .trajectoryChart(standing, standing.assessments().getFirst());
    }

    private static List<String> corners(List<Chart.ChartDot> dots) {
        return dots.stream()
                .map(d -> d.day() + " " + d.amount().stripTrailingZeros().toPlainString())
                .toList();
    }

    /** Due at the end of 2022: by the old target 100 + 100 × 24 ÷ 60 = 140, by the new one 120. */
    @Test
    void theOldCourseEndsAndTheNewOneBeginsWhereItWasDecided() {
        Chart.TrajectoryChart chart = chart(revised());
        Chart.CourseBreak one = chart.breaks().getFirst();
        assertEquals(List.of("2020-12-31 100", "2022-12-31 140"), corners(one.formerCourse()));
        assertEquals(List.of("2022-12-31 120", "2025-12-31 150"), corners(chart.course()));
        assertEquals("目标调整 2022-12", one.newCourseDot().label());
        assertEquals("期末目标由 ≥200 调整为 ≥150\n2022年12月15日；〔2022〕12号；疫情影响", one.newCourseDot().hint());
    }

    /**
     * At the end of 2023 80 ÷ 100 of 36 months stand between: by 150 it is 130, by 180 then 148.
     */
    @Test
    void everyRevisionBreaksItAgain() {
        Chart.TrajectoryChart chart =
                chart(
                        revised()
                                .withRevisedTarget(
                                        aim("180"), LocalDate.of(2023, 12, 31), "上调", ""));
        assertEquals(
                List.of("2022-12-31 120", "2023-12-31 130"),
                corners(chart.breaks().getLast().formerCourse()));
        assertEquals(List.of("2023-12-31 148", "2025-12-31 180"), corners(chart.course()));
    }

    @Test
    void whatMustHoldEveryYearHasItsFormerLevel() {
        Indicator held = revised().withChanges(d -> d.kind = IndicatorKind.HOLD);
        assertEquals(
                List.of("2020-12-31 200", "2022-12-31 200"),
                corners(chart(held).breaks().getFirst().formerCourse()));
    }

    @Test
    void theOldCourseIsDashedAndTheBreakCanBePointedAt() {
        Drawing drawing = ChartPainter.layOut(chart(revised()), 760, 430, PngPen.textMeasure());
        List<Mark.StrokedLine> courses =
                drawing.marks().stream()
                        .filter(m -> m instanceof Mark.StrokedLine line && line.ink() == Ink.COURSE)
                        .map(Mark.StrokedLine.class::cast)
                        .toList();
        assertTrue(courses.stream().anyMatch(l -> l.isDashed() && l.points().size() == 3));
        assertTrue(courses.stream().anyMatch(l -> !l.isDashed() && l.points().size() == 2));
        assertTrue(
                drawing.marks().stream()
                        .anyMatch(
                                m -> m.info().filter(a -> a.label().contains("疫情影响")).isPresent()));
        assertTrue(
                drawing.marks().stream()
                        .anyMatch(
                                m ->
                                        m instanceof Mark.DrawnText t
                                                && t.text().equals("目标调整 2022-12")));
    }

    @Test
    void aCourseThatWasNotRevisedHasNoBreak() {
        Indicator plain = revised().withRevisionTakenBack(revised().revisions().getFirst());
        assertEquals(List.of(), chart(plain).breaks());
        assertFalse(chart(plain).legend().stream().anyMatch(k -> k.name().equals("原目标路径")));
        assertTrue(chart(revised()).legend().stream().anyMatch(k -> k.name().equals("原目标路径")));
    }

    @Test
    void theNoteSaysTheVerdictByHand() {
        Indicator hand =
                revised()
                        .withChanges(
                                d ->
                                        d.handVerdict =
                                                Optional.of(
                                                        new HandVerdict(
                                                                Verdict.NEARLY, "专家意见", AT)));
        String note = chart(hand).note();
        assertTrue(note.contains("；人工评价：基本符合（2023年6月30日）专家意见"), note);
    }
}
