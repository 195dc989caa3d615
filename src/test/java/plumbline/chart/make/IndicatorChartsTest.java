package plumbline.chart.make;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import plumbline.assessment.Evaluation;
import plumbline.base.Problem;
import plumbline.chart.Chart;
import plumbline.chart.KindsPlan;
import plumbline.chart.drawing.Drawing;
import plumbline.chart.drawing.DrawingPoint;
import plumbline.chart.drawing.Ink;
import plumbline.chart.drawing.Mark;
import plumbline.chart.drawing.Palette;
import plumbline.chart.layout.ChartPainter;
import plumbline.chart.pen.PngPen;
import plumbline.exchange.planfile.SamplePlans;
import plumbline.plan.Course;
import plumbline.plan.Indicator;
import plumbline.plan.MissingReason;
import plumbline.plan.Observation;
import plumbline.plan.Part;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Reading;
import plumbline.plan.Status;
import plumbline.words.Messages;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

class IndicatorChartsTest {
    private static final LocalDate AT = LocalDate.of(2022, 12, 31);
    private static final double[][] SIZES = {{480, 270}, {760, 430}, {1600, 900}};
    @TempDir Path folder;

    private static Evaluation suizhou() throws Problem {
        return Evaluation.evaluate(SamplePlans.openSample("suizhou", new UUID(0, 1)), AT);
    }

    private static Evaluation with(int indicators) throws Problem {
        Plan plan = suizhou().plan();
        List<Indicator> many = new ArrayList<>();
        for (int n = 0; n < indicators; n++) {
            Indicator like = plan.indicators().get(n % 13);
            many.add(
                    Indicator.createNamed(new UUID(5, n), like.groupId(), like.name() + n)
                            .withChanges(
                                    d -> {
                                        d.course = like.course();
                                        d.observations = like.observations();
                                    }));
        }
        return Evaluation.evaluate(plan.withChanges(d -> d.indicators = many), AT);
    }

    static Stream<Chart> charts() throws Problem {
        List<Chart> charts = new ArrayList<>();
        for (Locale locale : List.of(Messages.CHINESE, Messages.ENGLISH)) {
            IndicatorCharts of = new IndicatorCharts(Messages.forLocale(locale));
            suizhou()
                    .assessments()
                    .forEach(a -> charts.add(of.trajectoryChart(suizhouUnchecked(), a)));
            charts.addAll(of.overviewCharts(suizhou()));
            charts.addAll(of.overviewCharts(with(40)));
            Evaluation kinds = KindsPlan.standing();
            kinds.assessments().forEach(a -> charts.add(of.trajectoryChart(kinds, a)));
            charts.addAll(of.overviewCharts(kinds));
        }
        return charts.stream();
    }

    private static Evaluation suizhouUnchecked() {
        try {
            return suizhou();
        } catch (Problem e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("charts")
    void theEvaluationLineKeepsOffItsDate(Chart chart) {
        for (double[] size : SIZES) {
            List<Mark> marks =
                    ChartPainter.layOut(chart, size[0], size[1], PngPen.textMeasure()).marks();
            for (Mark mark : marks) {
                boolean line =
                        mark instanceof Mark.StrokedLine l
                                && l.ink() == Ink.EVALUATION
                                && l.isDashed();
                if (!line) continue;
                double top =
                        ((Mark.StrokedLine) mark)
                                .points().stream().mapToDouble(DrawingPoint::y).min().orElseThrow();
                assertTrue(
                        marks.stream()
                                .noneMatch(
                                        m ->
                                                m instanceof Mark.DrawnText t
                                                        && t.ink() == Ink.EVALUATION
                                                        && t.position().y() > top),
                        chart::toString);
            }
        }
    }

    /** (200000 − 217825) ÷ (242854 − 217825) = −71 %, and the scale ends at −20 %. */
    @Test
    void aBarBelowTheScaleIsBrokenWhereItEnds() throws Problem {
        Evaluation low =
                Evaluation.evaluate(
                        suizhou()
                                .plan()
                                .withObservation(
                                        suizhou().plan().indicatorsInOrder().getFirst().id(),
                                        Observation.actual(Period.ofYear(2022), "200000")),
                        AT);
        List<Mark> marks =
                ChartPainter.layOut(
                                new IndicatorCharts(Messages.forLocale(Messages.CHINESE))
                                        .overviewCharts(low)
                                        .getFirst(),
                                960,
                                540,
                                PngPen.textMeasure())
                        .marks();
        List<Mark.StrokedLine> strokes =
                marks.stream()
                        .filter(m -> m instanceof Mark.StrokedLine l && l.ink() == Ink.PAPER)
                        .map(Mark.StrokedLine.class::cast)
                        .toList();
        assertFalse(strokes.isEmpty());
        strokes.forEach(
                stroke ->
                        assertTrue(
                                marks.stream()
                                        .anyMatch(
                                                m ->
                                                        m instanceof Mark.FilledArea a
                                                                && a.ink() == Ink.ACTUAL
                                                                && stroke.points().stream()
                                                                        .allMatch(
                                                                                p ->
                                                                                        within(
                                                                                                a,
                                                                                                p
                                                                                                        .x()))
                                                                && a.corners().stream()
                                                                                .mapToDouble(
                                                                                        DrawingPoint
                                                                                                ::y)
                                                                                .min()
                                                                                .orElseThrow()
                                                                        > stroke.points()
                                                                                .getLast()
                                                                                .y()
                                                                && a.corners().stream()
                                                                                .mapToDouble(
                                                                                        DrawingPoint
                                                                                                ::y)
                                                                                .max()
                                                                                .orElseThrow()
                                                                        < stroke.points()
                                                                                .getFirst()
                                                                                .y()),
                                stroke::toString));
    }

    private static boolean within(Mark.FilledArea area, double x) {
        return area.corners().stream().anyMatch(c -> c.x() <= x)
                && area.corners().stream().anyMatch(c -> c.x() >= x);
    }

    @ParameterizedTest
    @MethodSource("charts")
    void noTwoTextsMeetAndNothingLeavesThePaper(Chart chart) {
        for (double[] size : SIZES) {
            if (chart instanceof Chart.BulletChart bullets
                    && bullets.rows().size() * 14 > size[1] - 110) continue;
            Drawing drawing = ChartPainter.layOut(chart, size[0], size[1], PngPen.textMeasure());
            List<double[]> boxes = texts(drawing).stream().map(IndicatorChartsTest::box).toList();
            for (int i = 0; i < boxes.size(); i++) {
                double[] a = boxes.get(i);
                String text = texts(drawing).get(i).text();
                assertTrue(
                        a[0] >= 0
                                && a[1] >= 0
                                && a[2] <= drawing.width()
                                && a[3] <= drawing.height(),
                        "leaves the paper: " + text);
                for (int j = 0; j < i; j++) {
                    double[] b = boxes.get(j);
                    boolean meet = a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
                    assertFalse(
                            meet,
                            "at "
                                    + size[0]
                                    + " wide: "
                                    + text
                                    + " meets "
                                    + texts(drawing).get(j).text());
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

    private static List<Mark.DrawnText> texts(Drawing drawing) {
        return drawing.marks().stream()
                .filter(Mark.DrawnText.class::isInstance)
                .map(Mark.DrawnText.class::cast)
                .toList();
    }

    private static List<Mark.StrokedLine> lines(Drawing drawing, Ink ink) {
        return drawing.marks().stream()
                .filter(Mark.StrokedLine.class::isInstance)
                .map(Mark.StrokedLine.class::cast)
                .filter(
                        l ->
                                l.ink() == ink
                                        && l.points().size() > 1
                                        && l.points().getFirst().y() > 90)
                .toList();
    }

    private static Drawing first(Evaluation standing) {
        return ChartPainter.layOut(
                new IndicatorCharts(Messages.forLocale(Messages.CHINESE))
                        .trajectoryChart(standing, standing.assessments().getFirst()),
                760,
                430,
                PngPen.textMeasure());
    }

    @Test
    void aForecastIsDashedFromTheLastActual() throws Problem {
        Mark.StrokedLine forecast = lines(first(suizhou()), Ink.FORECAST).getFirst();
        Mark.StrokedLine actual = lines(first(suizhou()), Ink.ACTUAL).getFirst();
        assertTrue(forecast.isDashed());
        assertFalse(actual.isDashed());
        assertEquals(actual.points().getLast(), forecast.points().getFirst());
    }

    @Test
    void everyValueAndTargetIsLabelled() throws Problem {
        List<String> said = texts(first(suizhou())).stream().map(Mark.DrawnText::text).toList();
        assertTrue(
                said.containsAll(
                        List.of(
                                "217825",
                                "237837",
                                "273104",
                                "290000",
                                "期末目标 242854",
                                "2022年12月31日")),
                said.toString());
    }

    @Test
    void aMissingPeriodBreaksTheLine() throws Problem {
        Plan plan = suizhou().plan();
        UUID id = plan.indicators().getFirst().id();
        Plan gap =
                plan.withObservation(
                                id,
                                Observation.of(
                                        Period.ofYear(2022),
                                        Status.ACTUAL,
                                        Reading.missing(MissingReason.NOT_REPORTED)))
                        .withObservation(id, Observation.actual(Period.ofYear(2023), "280000"))
                        .withObservation(id, Observation.actual(Period.ofYear(2024), "281000"));
        assertEquals(2, lines(first(Evaluation.evaluate(gap, AT)), Ink.ACTUAL).size());
    }

    @Test
    void anIndicatorWithNothingSaysSo() throws Problem {
        Plan plan = suizhou().plan();
        Plan bare =
                plan.withIndicator(
                        Indicator.createNamed(
                                new UUID(9, 9), plan.groups().getFirst().id(), "新指标"));
        Evaluation standing = Evaluation.evaluate(bare, AT);
        Chart chart =
                new IndicatorCharts(Messages.forLocale(Messages.CHINESE))
                        .trajectoryChart(
                                standing, standing.findAssessment(new UUID(9, 9)).orElseThrow());
        List<String> said =
                texts(ChartPainter.layOut(chart, 480, 270, PngPen.textMeasure())).stream()
                        .map(Mark.DrawnText::text)
                        .toList();
        assertTrue(said.stream().anyMatch(t -> t.startsWith("还没有基期")), said.toString());
    }

    @Test
    void manyIndicatorsGoOnToFurtherPages() throws Problem {
        IndicatorCharts charts = new IndicatorCharts(Messages.forLocale(Messages.CHINESE));
        assertEquals(1, charts.overviewCharts(suizhou()).size());
        assertEquals(2, charts.overviewCharts(with(40)).size());
        List<Chart.BulletChart> pages = charts.overviewCharts(with(300));
        assertEquals(
                300,
                pages.stream()
                        .flatMap(p -> p.rows().stream())
                        .filter(Chart.ProgressBullet.class::isInstance)
                        .count());
        assertTrue(
                pages.stream()
                        .allMatch(p -> p.rows().size() <= IndicatorCharts.ROWS_ON_A_PAGE + 1));
    }

    @Test
    void aPictureHasThePixelsAskedFor() throws Exception {
        for (int scale = 1; scale <= 3; scale++) {
            Path file = folder.resolve("c" + scale + ".png");
            PngPen.writePng(
                    first(suizhou()), Palette.LIGHT, scale, PngPen.PngBackground.PAPER, file);
            var image = ImageIO.read(file.toFile());
            assertEquals(
                    List.of(760 * scale, 430 * scale),
                    List.of(image.getWidth(), image.getHeight()));
        }
        assertFalse(Files.exists(folder.resolve("c1.png.part")));
    }

    private static Evaluation parted(int parts) {
        Plan plan = suizhouUnchecked().plan();
        List<Part> all = new ArrayList<>();
        for (int n = 0; n < parts; n++)
            all.add(
                    new Part(
                            new UUID(9, n),
                            "县区" + n,
                            Course.EMPTY,
                            List.of(
                                    Observation.actual(Period.ofYear(2021), "" + (14000 + n)),
                                    Observation.actual(Period.ofYear(2022), "" + (17000 + n)))));
        return Evaluation.evaluate(
                plan.withChangedIndicator(
                        plan.indicators().get(2).id(), i -> i.withChanges(d -> d.parts = all)),
                AT);
    }

    private static List<Mark.DrawnText> names(int parts, double width, double height) {
        Evaluation standing = parted(parts);
        Chart chart =
                new IndicatorCharts(Messages.forLocale(Messages.CHINESE))
                        .trajectoryChart(standing, standing.assessments().get(2));
        return ChartPainter.layOut(chart, width, height, PngPen.textMeasure()).marks().stream()
                .filter(Mark.DrawnText.class::isInstance)
                .map(Mark.DrawnText.class::cast)
                .filter(t -> t.text().startsWith("县区"))
                .toList();
    }

    @Test
    void sixPartsAreNamedAtTheRightEndAndNoneMeetsAnother() {
        for (double[] size : SIZES) {
            List<Mark.DrawnText> names = names(6, size[0], size[1]);
            assertEquals(6, names.size());
            for (int i = 1; i < names.size(); i++)
                assertTrue(
                        names.get(i).position().y() - names.get(i - 1).position().y()
                                >= ChartPainter.SMALL_TEXT,
                        names::toString);
            assertTrue(
                    names.stream()
                            .allMatch(
                                    n ->
                                            n.position().x() > size[0] * 0.6
                                                    && n.position().x()
                                                                    + PngPen.textMeasure()
                                                                            .measureWidth(
                                                                                    n.text(),
                                                                                    n.size(),
                                                                                    n.isBold())
                                                            <= size[0]),
                    names::toString);
        }
    }

    @Test
    void moreThanSixPartsAreNotDrawn() {
        assertEquals(List.of(), names(7, 960, 540));
    }
}
