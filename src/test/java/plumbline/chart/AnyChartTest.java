package plumbline.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import plumbline.assessment.AnyPlan;
import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;
import plumbline.chart.Chart.ProgressBullet;
import plumbline.chart.drawing.DrawingPoint;
import plumbline.chart.drawing.Mark;
import plumbline.chart.layout.ChartPainter;
import plumbline.chart.make.IndicatorCharts;
import plumbline.chart.pen.PngPen;
import plumbline.plan.VerdictRule;
import plumbline.words.Messages;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Whatever is drawn lies on the paper, and the bars are those of the assessment. */
class AnyChartTest {
    private static final int MANY = 150;
    private final IndicatorCharts charts =
            new IndicatorCharts(Messages.forLocale(Messages.CHINESE));

    private static Evaluation standing(String at) {
        return Evaluation.evaluate(AnyPlan.with(MANY, VerdictRule.timeRule()), LocalDate.parse(at));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-06-30", "2031-01-01"})
    void nothingLeavesThePaper(String at) {
        Evaluation standing = standing(at);
        for (Assessment a : standing.assessments()) {
            for (double[] size : new double[][] {{480, 270}, {960, 540}}) {
                ChartPainter.layOut(
                                charts.trajectoryChart(standing, a),
                                size[0],
                                size[1],
                                PngPen.textMeasure())
                        .marks()
                        .forEach(
                                m ->
                                        points(m)
                                                .forEach(
                                                        p ->
                                                                assertTrue(
                                                                        p.x() >= 0
                                                                                && p.x() <= size[0]
                                                                                && p.y() >= 0
                                                                                && p.y() <= size[1],
                                                                        () ->
                                                                                a.indicator().name()
                                                                                        + ": "
                                                                                        + m)));
            }
        }
    }

    private static List<DrawingPoint> points(Mark mark) {
        return switch (mark) {
            case Mark.FilledArea area -> area.corners();
            case Mark.ClosedOutline outline -> outline.corners();
            case Mark.StrokedLine line -> line.points();
            case Mark.DrawnText text -> List.of(text.position());
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"2022-12-31", "2023-06-30"})
    void aBarIsItsProgressAndItsTickWhatIsDue(String at) {
        Evaluation standing = standing(at);
        List<ProgressBullet> bullets =
                charts.overviewCharts(standing).stream()
                        .flatMap(p -> p.rows().stream())
                        .filter(ProgressBullet.class::isInstance)
                        .map(ProgressBullet.class::cast)
                        .toList();
        for (Assessment a : standing.assessments()) {
            boolean figured = a.value().isPresent() || a.verdict().isPresent();
            assertEquals(
                    figured,
                    bullets.stream().anyMatch(b -> b.indicator().equals(a.indicator().id())),
                    a.indicator().name());
            if (!figured) continue;
            ProgressBullet bullet =
                    bullets.stream()
                            .filter(b -> b.indicator().equals(a.indicator().id()))
                            .findFirst()
                            .orElseThrow();
            Optional<BigDecimal> progress =
                    bullet.yearsHeld().isEmpty() ? a.progress().knownValue() : Optional.empty();
            assertEquals(progress, bullet.progress());
            assertEquals(
                    progress.isPresent() ? a.progressDue().knownValue() : Optional.empty(),
                    bullet.due());
            assertEquals(
                    bullet.progress().isEmpty() && a.value().isPresent(),
                    !bullet.insteadOfBar().isEmpty(),
                    a.indicator().name());
            assertEquals(a.verdict(), bullet.verdict());
        }
    }
}
