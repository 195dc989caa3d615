package plumbline.screen.parts;

import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

import plumbline.chart.Chart;
import plumbline.chart.drawing.Drawing;
import plumbline.chart.drawing.DrawingPoint;
import plumbline.chart.drawing.Ink;
import plumbline.chart.drawing.Mark;
import plumbline.chart.drawing.MarkInfo;
import plumbline.chart.drawing.Palette;
import plumbline.chart.layout.ChartPainter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A chart on the screen: laid out anew at each size, its marks can be pointed at and clicked. */
public final class ChartCanvas extends Region {
    private static final double POINTER_TOLERANCE = 6;
    private static final double LEAST_LEGIBLE_SIZE = 9;
    private static final Text MEASURING_TEXT = new Text();
    private final Canvas canvas = new Canvas();
    private final Tooltip tooltip = new Tooltip();
    private final Supplier<Palette> palette;
    private Optional<Chart> chart = Optional.empty();
    private Optional<ChartPaper> paper = Optional.empty();

    /** From points of the drawing to points of the screen: enlarged, then moved. */
    private double scale = 1;

    private double left;
    private double top;
    private Optional<Drawing> drawing = Optional.empty();
    private Consumer<MarkInfo> onPick = _ -> {};

    public ChartCanvas(Supplier<Palette> palette) {
        this.palette = palette;
        canvas.setManaged(false);
        getChildren().add(canvas);
        getStyleClass().add("chart-canvas");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setOnMouseMoved(e -> updateTooltip(e.getX(), e.getY(), e.getScreenX(), e.getScreenY()));
        setOnMouseExited(_ -> tooltip.hide());
        setOnMouseClicked(e -> findMarkAt(e.getX(), e.getY()).ifPresent(a -> onPick.accept(a)));
    }

    /**
     * A size and colours of its own, at which a chart is laid out and then fitted into the room
     * there is.
     */
    public record ChartPaper(double width, double height, Palette palette) {}

    public void showChart(Chart next) {
        showChart(next, Optional.empty());
    }

    public void showChart(Chart next, Optional<ChartPaper> on) {
        chart = Optional.of(next);
        paper = on;
        setAccessibleText(next.title() + ". " + next.note());
        requestLayout();
    }

    public void clearChart() {
        chart = Optional.empty();
        drawing = Optional.empty();
        canvas.getGraphicsContext2D().clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    }

    public void setOnPick(Consumer<MarkInfo> picked) {
        onPick = picked;
    }

    @Override
    protected void layoutChildren() {
        if (getWidth() < 1 || getHeight() < 1 || chart.isEmpty()) return;
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        double wide = paper.map(ChartPaper::width).orElse(getWidth());
        double high = paper.map(ChartPaper::height).orElse(getHeight());
        scale = Math.min(getWidth() / wide, getHeight() / high);
        left = (getWidth() - wide * scale) / 2;
        top = (getHeight() - high * scale) / 2;
        Drawing laid =
                ChartPainter.layOut(chart.get(), wide, high, ChartCanvas::textWidth)
                        .withPatterns(currentPalette());
        drawing = Optional.of(laid);
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.save();
        g.clearRect(0, 0, getWidth(), getHeight());
        g.translate(left, top);
        g.scale(scale, scale);
        laid.marks().forEach(mark -> paintMark(g, mark));
        g.restore();
    }

    private Palette currentPalette() {
        return paper.map(ChartPaper::palette).orElseGet(palette);
    }

    private static double textWidth(String text, double size, boolean bold) {
        MEASURING_TEXT.setFont(fontOfSize(size, bold));
        MEASURING_TEXT.setText(text);
        return MEASURING_TEXT.getLayoutBounds().getWidth();
    }

    private static Font fontOfSize(double size, boolean bold) {
        return Font.font(Fonts.fontFamily(), bold ? FontWeight.BOLD : FontWeight.NORMAL, size);
    }

    private void paintMark(GraphicsContext g, Mark mark) {
        switch (mark) {
            case Mark.FilledArea area -> {
                g.setFill(toColor(area.ink()));
                g.fillPolygon(
                        xCoordinates(area.corners()),
                        yCoordinates(area.corners()),
                        area.corners().size());
            }
            case Mark.ClosedOutline outline -> {
                g.setFill(toColor(Ink.PAPER));
                g.fillPolygon(
                        xCoordinates(outline.corners()),
                        yCoordinates(outline.corners()),
                        outline.corners().size());
                setStroke(g, outline.ink(), outline.width(), false);
                g.strokePolygon(
                        xCoordinates(outline.corners()),
                        yCoordinates(outline.corners()),
                        outline.corners().size());
            }
            case Mark.StrokedLine line -> {
                setStroke(g, line.ink(), line.width(), line.isDashed());
                g.strokePolyline(
                        xCoordinates(line.points()),
                        yCoordinates(line.points()),
                        line.points().size());
            }
            case Mark.DrawnText text -> {
                g.setFill(toColor(text.ink()));
                double enlarged = textEnlargement(text);
                g.save();
                g.translate(text.position().x(), text.position().y());
                g.scale(1 / enlarged, 1 / enlarged);
                g.setFont(fontOfSize(text.size() * enlarged, text.isBold()));
                g.setTextBaseline(VPos.BASELINE);
                g.setTextAlign(
                        switch (text.anchor()) {
                            case START -> TextAlignment.LEFT;
                            case MIDDLE -> TextAlignment.CENTER;
                            case END -> TextAlignment.RIGHT;
                        });
                g.fillText(text.text(), 0, 0);
                g.restore();
            }
        }
    }

    /**
     * Written at its size on the screen, as letters that are shrunk afterwards lose strokes; tiny
     * ones would lose the gaps between words.
     */
    private double textEnlargement(Mark.DrawnText text) {
        return text.size() * scale < LEAST_LEGIBLE_SIZE ? 1 : scale;
    }

    private void setStroke(GraphicsContext g, Ink ink, double width, boolean dashed) {
        g.setStroke(toColor(ink));
        g.setLineWidth(width);
        g.setLineCap(StrokeLineCap.BUTT);
        if (dashed) g.setLineDashes(5, 4);
        else g.setLineDashes();
    }

    private Color toColor(Ink ink) {
        int rgb = currentPalette().colourOf(ink);
        return Color.rgb(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255);
    }

    private static double[] xCoordinates(List<DrawingPoint> points) {
        return points.stream().mapToDouble(DrawingPoint::x).toArray();
    }

    private static double[] yCoordinates(List<DrawingPoint> points) {
        return points.stream().mapToDouble(DrawingPoint::y).toArray();
    }

    private void updateTooltip(double x, double y, double screenX, double screenY) {
        Optional<MarkInfo> about = findMarkAt(x, y);
        if (about.isEmpty()) {
            tooltip.hide();
            return;
        }
        tooltip.setText(about.get().label());
        tooltip.show(this, screenX + 12, screenY + 12);
    }

    private Optional<MarkInfo> findMarkAt(double screenX, double screenY) {
        double x = (screenX - left) / scale;
        double y = (screenY - top) / scale;
        List<Mark> under =
                drawing.map(Drawing::marks).orElse(List.of()).stream()
                        .filter(m -> m.info().isPresent() && isNearMark(m, x, y))
                        .toList();
        return new ArrayList<>(under).reversed().stream().findFirst().flatMap(Mark::info);
    }

    private static boolean isNearMark(Mark mark, double x, double y) {
        List<DrawingPoint> corners =
                switch (mark) {
                    case Mark.FilledArea area -> area.corners();
                    case Mark.ClosedOutline outline -> outline.corners();
                    case Mark.StrokedLine line -> line.points();
                    case Mark.DrawnText text -> List.of(text.position());
                };
        return x
                        >= corners.stream().mapToDouble(DrawingPoint::x).min().orElse(0)
                                - POINTER_TOLERANCE
                && x
                        <= corners.stream().mapToDouble(DrawingPoint::x).max().orElse(0)
                                + POINTER_TOLERANCE
                && y
                        >= corners.stream().mapToDouble(DrawingPoint::y).min().orElse(0)
                                - POINTER_TOLERANCE
                && y
                        <= corners.stream().mapToDouble(DrawingPoint::y).max().orElse(0)
                                + POINTER_TOLERANCE;
    }
}
