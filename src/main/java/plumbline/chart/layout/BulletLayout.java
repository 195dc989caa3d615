package plumbline.chart.layout;

import plumbline.chart.Chart;
import plumbline.chart.Chart.Bullet;
import plumbline.chart.drawing.Ink;
import plumbline.chart.drawing.Mark;
import plumbline.chart.drawing.MarkInfo;
import plumbline.chart.drawing.Point;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Lays out the overview: a line for each indicator, its bar against what is due and the target. */
final class BulletLayout {
    private static final double MOST = 1.2;
    private static final double LEAST = -0.2;
    private static final double TALLEST_ROW = 26;
    private final ChartPainter layout;
    private final Chart.Bullets chart;
    private double left;
    private double right;
    private double low;

    BulletLayout(ChartPainter layout, Chart.Bullets chart) {
        this.layout = layout;
        this.chart = chart;
    }

    void lay(double from, double to) {
        if (chart.empty().isPresent()) {
            layout.nothing(chart.empty().get(), from, to);
            return;
        }
        layout.keys(chart.keys(), from + ChartPainter.SMALL);
        double top = from + ChartPainter.SMALL * 3.4;
        double values =
                columnWidth(
                                chart.rows().stream()
                                        .filter(Bullet.class::isInstance)
                                        .map(r -> ((Bullet) r).value())
                                        .toList())
                        + 14;
        double verdicts =
                columnWidth(
                                chart.rows().stream()
                                        .filter(Bullet.class::isInstance)
                                        .map(r -> ((Bullet) r).verdictWord())
                                        .toList())
                        + 26;
        left = ChartPainter.MARGIN + (layout.width() - 2 * ChartPainter.MARGIN) * 0.32;
        right = layout.width() - ChartPainter.MARGIN - values - verdicts;
        low =
                chart.rows().stream()
                                .anyMatch(
                                        r ->
                                                r instanceof Bullet b
                                                        && b.progress()
                                                                .map(p -> p.signum() < 0)
                                                                .orElse(false))
                        ? LEAST
                        : 0;
        double row = Math.min(TALLEST_ROW, (to - top - 4) / Math.max(1, chart.rows().size()));
        double bottom = top + row * chart.rows().size();
        scale(top, bottom);
        double y = top;
        for (Chart.Row line : chart.rows()) {
            switch (line) {
                case Chart.Heading heading ->
                        layout.text(
                                ChartPainter.MARGIN,
                                y + row * 0.72,
                                heading.name(),
                                size(row),
                                true,
                                Mark.Anchor.START,
                                Ink.TEXT);
                case Bullet bullet -> bullet(bullet, y, row);
            }
            y += row;
        }
    }

    private double columnWidth(List<String> texts) {
        return texts.stream()
                .mapToDouble(t -> layout.measure(t, ChartPainter.SMALL, false))
                .max()
                .orElse(0);
    }

    private static double size(double row) {
        return Math.min(ChartPainter.SMALL + 0.5, row * 0.62);
    }

    /** Where no bar is, no scale either: its line of nought alone keeps names and words apart. */
    private void scale(double top, double bottom) {
        if (chart.keys().isEmpty()) {
            layout.line(Ink.AXIS, 0.8, false, new Point(x(0), top), new Point(x(0), bottom));
            return;
        }
        for (int percent = low < 0 ? -20 : 0; percent <= 120; percent += 20) {
            double x = x(percent / 100.0);
            Ink ink = percent == 100 ? Ink.TARGET : percent == 0 ? Ink.AXIS : Ink.GRID;
            layout.line(
                    ink,
                    percent == 100 ? 1.4 : 0.8,
                    false,
                    new Point(x, top),
                    new Point(x, bottom));
            if (percent % 40 == 20 && percent != 100) continue;
            layout.text(
                    x,
                    top - 5,
                    percent + "%",
                    ChartPainter.SMALL - 1,
                    false,
                    Mark.Anchor.MIDDLE,
                    Ink.MUTED);
        }
    }

    private void bullet(Bullet bullet, double y, double row) {
        Optional<MarkInfo> about = Optional.of(new MarkInfo(bullet.indicator(), bullet.hint()));
        double base = y + row * 0.5 + size(row) * 0.36;
        String name = layout.fit(bullet.name(), size(row), false, left - ChartPainter.MARGIN - 12);
        layout.text(
                ChartPainter.MARGIN + 4, base, name, size(row), false, Mark.Anchor.START, Ink.TEXT);
        bullet.progress().ifPresent(p -> bar(p, y, row, about));
        years(bullet, y, row, about);
        said(bullet, y, row, base);
        bullet.due().ifPresent(due -> tick(due, y, row, Ink.EVALUATION, 2.2, false));
        bullet.midTerm().ifPresent(mid -> tick(mid, y, row, Ink.TARGET, 1.2, true));
        layout.text(
                right + columnRoom(),
                base,
                bullet.value(),
                size(row),
                false,
                Mark.Anchor.END,
                Ink.TEXT);
        VerdictShape shape = VerdictShape.of(bullet.verdict());
        double x = right + columnRoom() + 16;
        layout.area(shape.at(x, y + row * 0.5, Math.min(4.5, row * 0.24)), shape.ink(), about);
        layout.text(
                x + 9,
                base,
                bullet.verdictWord(),
                size(row),
                false,
                Mark.Anchor.START,
                shape.ink());
    }

    private double columnRoom() {
        return columnWidth(
                        chart.rows().stream()
                                .filter(Bullet.class::isInstance)
                                .map(r -> ((Bullet) r).value())
                                .toList())
                + 10;
    }

    private void bar(BigDecimal progress, double y, double row, Optional<MarkInfo> about) {
        double share = Math.clamp(progress.doubleValue(), low, MOST);
        double thick = row * 0.36;
        double from = Math.min(x(0), x(share));
        double to = Math.max(x(0), x(share));
        layout.area(
                from,
                y + (row - thick) / 2,
                Math.max(to, from + 1.5),
                y + (row + thick) / 2,
                Ink.ACTUAL,
                about);
        if (progress.doubleValue() > MOST) cut(x(MOST) - 7, y, row);
        if (progress.doubleValue() < low) cut(x(low) + 7, y, row);
        if (progress.signum() == 0)
            layout.area(
                    x(0),
                    y + (row - thick) / 2,
                    x(0) + 2,
                    y + (row + thick) / 2,
                    Ink.ACTUAL,
                    about);
    }

    /**
     * Two slanted strokes in the end of a bar: it goes on beyond the scale, its number is printed.
     */
    private void cut(double x, double y, double row) {
        for (double at = x - 2; at <= x + 2; at += 4) {
            layout.line(
                    Ink.PAPER,
                    1.8,
                    false,
                    new Point(at - 2, y + row * 0.8),
                    new Point(at + 2, y + row * 0.2));
        }
    }

    private void years(Bullet bullet, double y, double row, Optional<MarkInfo> about) {
        for (int i = 0; i < bullet.held().size(); i++) {
            double x = x(0) + 9 + i * 15;
            if (bullet.held().get(i))
                layout.area(VerdictShape.DISC.at(x, y + row * 0.5, row * 0.2), Ink.ACTUAL, about);
            else
                layout.outline(
                        VerdictShape.DOWN.at(x, y + row * 0.5, row * 0.2), Ink.BEHIND, about);
        }
    }

    /** Behind the years' marks, on paper that keeps the scale's lines off. */
    private void said(Bullet bullet, double y, double row, double base) {
        double x = x(0) + 6 + bullet.held().size() * 15;
        String said = layout.fit(bullet.said(), size(row), false, right - x - 8);
        if (bullet.said().isEmpty()) return;
        layout.area(
                x,
                y + 1,
                x + layout.measure(said, size(row), false) + 4,
                y + row - 1,
                Ink.PAPER,
                Optional.empty());
        layout.text(x + 2, base, said, size(row), false, Mark.Anchor.START, Ink.TEXT);
    }

    private void tick(
            BigDecimal at, double y, double row, Ink ink, double thickness, boolean dashed) {
        double x = x(Math.clamp(at.doubleValue(), low, MOST));
        layout.line(
                ink, thickness, dashed, new Point(x, y + row * 0.14), new Point(x, y + row * 0.86));
    }

    private double x(double share) {
        return left + (share - low) / (MOST - low) * (right - left);
    }
}
