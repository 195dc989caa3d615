package plumbline.chart.layout;

import plumbline.chart.Chart;
import plumbline.chart.Chart.ProgressBullet;
import plumbline.chart.drawing.DrawingPoint;
import plumbline.chart.drawing.Ink;
import plumbline.chart.drawing.Mark;
import plumbline.chart.drawing.MarkInfo;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Lays out the overview: a line for each indicator, its bar against what is due and the target. */
final class BulletLayout {
    private static final double MOST = 1.2;
    private static final double LEAST = -0.2;
    private static final double TALLEST_ROW = 26;
    private final ChartPainter painter;
    private final Chart.BulletChart chart;
    private double left;
    private double right;
    private double low;

    BulletLayout(ChartPainter layout, Chart.BulletChart chart) {
        this.painter = layout;
        this.chart = chart;
    }

    void layOut(double from, double to) {
        if (chart.emptySentence().isPresent()) {
            painter.drawEmptySentence(chart.emptySentence().get(), from, to);
            return;
        }
        painter.drawLineLegend(chart.legend(), from + ChartPainter.SMALL_TEXT);
        double top = from + ChartPainter.SMALL_TEXT * 3.4;
        double values =
                columnWidth(
                                chart.rows().stream()
                                        .filter(ProgressBullet.class::isInstance)
                                        .map(r -> ((ProgressBullet) r).valueText())
                                        .toList())
                        + 14;
        double verdicts =
                columnWidth(
                                chart.rows().stream()
                                        .filter(ProgressBullet.class::isInstance)
                                        .map(r -> ((ProgressBullet) r).verdictWord())
                                        .toList())
                        + 26;
        left = ChartPainter.MARGIN + (painter.width() - 2 * ChartPainter.MARGIN) * 0.32;
        right = painter.width() - ChartPainter.MARGIN - values - verdicts;
        low =
                chart.rows().stream()
                                .anyMatch(
                                        r ->
                                                r instanceof ProgressBullet b
                                                        && b.progress()
                                                                .map(p -> p.signum() < 0)
                                                                .orElse(false))
                        ? LEAST
                        : 0;
        double row = Math.min(TALLEST_ROW, (to - top - 4) / Math.max(1, chart.rows().size()));
        double bottom = top + row * chart.rows().size();
        drawScale(top, bottom);
        double y = top;
        for (Chart.OverviewRow line : chart.rows()) {
            switch (line) {
                case Chart.OverviewHeading heading ->
                        painter.drawText(
                                ChartPainter.MARGIN,
                                y + row * 0.72,
                                heading.name(),
                                textSize(row),
                                true,
                                Mark.TextAnchor.START,
                                Ink.TEXT);
                case ProgressBullet bullet -> drawBullet(bullet, y, row);
            }
            y += row;
        }
    }

    private double columnWidth(List<String> texts) {
        return texts.stream()
                .mapToDouble(t -> painter.measureWidth(t, ChartPainter.SMALL_TEXT, false))
                .max()
                .orElse(0);
    }

    private static double textSize(double row) {
        return Math.min(ChartPainter.SMALL_TEXT + 0.5, row * 0.62);
    }

    /** Where no bar is, no scale either: its line of nought alone keeps names and words apart. */
    private void drawScale(double top, double bottom) {
        if (chart.legend().isEmpty()) {
            painter.drawLine(
                    Ink.AXIS,
                    0.8,
                    false,
                    new DrawingPoint(toX(0), top),
                    new DrawingPoint(toX(0), bottom));
            return;
        }
        for (int percent = low < 0 ? -20 : 0; percent <= 120; percent += 20) {
            double x = toX(percent / 100.0);
            Ink ink = percent == 100 ? Ink.TARGET : percent == 0 ? Ink.AXIS : Ink.GRID;
            painter.drawLine(
                    ink,
                    percent == 100 ? 1.4 : 0.8,
                    false,
                    new DrawingPoint(x, top),
                    new DrawingPoint(x, bottom));
            if (percent % 40 == 20 && percent != 100) continue;
            painter.drawText(
                    x,
                    top - 5,
                    percent + "%",
                    ChartPainter.SMALL_TEXT - 1,
                    false,
                    Mark.TextAnchor.MIDDLE,
                    Ink.MUTED);
        }
    }

    private void drawBullet(ProgressBullet bullet, double y, double row) {
        Optional<MarkInfo> about = Optional.of(new MarkInfo(bullet.indicator(), bullet.hint()));
        double base = y + row * 0.5 + textSize(row) * 0.36;
        String name =
                painter.shortenToFit(
                        bullet.name(), textSize(row), false, left - ChartPainter.MARGIN - 12);
        painter.drawText(
                ChartPainter.MARGIN + 4,
                base,
                name,
                textSize(row),
                false,
                Mark.TextAnchor.START,
                Ink.TEXT);
        bullet.progress().ifPresent(p -> drawBar(p, y, row, about));
        drawYearMarks(bullet, y, row, about);
        drawInsteadOfBar(bullet, y, row, base);
        bullet.due().ifPresent(due -> drawTick(due, y, row, Ink.EVALUATION, 2.2, false));
        bullet.midTerm().ifPresent(mid -> drawTick(mid, y, row, Ink.TARGET, 1.2, true));
        painter.drawText(
                right + valueColumnWidth(),
                base,
                bullet.valueText(),
                textSize(row),
                false,
                Mark.TextAnchor.END,
                Ink.TEXT);
        VerdictShape shape = VerdictShape.forVerdict(bullet.verdict());
        double x = right + valueColumnWidth() + 16;
        painter.drawArea(
                shape.cornersAround(x, y + row * 0.5, Math.min(4.5, row * 0.24)),
                shape.ink(),
                about);
        painter.drawText(
                x + 9,
                base,
                bullet.verdictWord(),
                textSize(row),
                false,
                Mark.TextAnchor.START,
                shape.ink());
    }

    private double valueColumnWidth() {
        return columnWidth(
                        chart.rows().stream()
                                .filter(ProgressBullet.class::isInstance)
                                .map(r -> ((ProgressBullet) r).valueText())
                                .toList())
                + 10;
    }

    private void drawBar(BigDecimal progress, double y, double row, Optional<MarkInfo> about) {
        double share = Math.clamp(progress.doubleValue(), low, MOST);
        double thick = row * 0.36;
        double from = Math.min(toX(0), toX(share));
        double to = Math.max(toX(0), toX(share));
        painter.drawArea(
                from,
                y + (row - thick) / 2,
                Math.max(to, from + 1.5),
                y + (row + thick) / 2,
                Ink.ACTUAL,
                about);
        if (progress.doubleValue() > MOST) drawCutMark(toX(MOST) - 7, y, row);
        if (progress.doubleValue() < low) drawCutMark(toX(low) + 7, y, row);
        if (progress.signum() == 0)
            painter.drawArea(
                    toX(0),
                    y + (row - thick) / 2,
                    toX(0) + 2,
                    y + (row + thick) / 2,
                    Ink.ACTUAL,
                    about);
    }

    /**
     * Two slanted strokes in the end of a bar: it goes on beyond the scale, its number is printed.
     */
    private void drawCutMark(double x, double y, double row) {
        for (double at = x - 2; at <= x + 2; at += 4) {
            painter.drawLine(
                    Ink.PAPER,
                    1.8,
                    false,
                    new DrawingPoint(at - 2, y + row * 0.8),
                    new DrawingPoint(at + 2, y + row * 0.2));
        }
    }

    private void drawYearMarks(
            ProgressBullet bullet, double y, double row, Optional<MarkInfo> about) {
        for (int i = 0; i < bullet.yearsHeld().size(); i++) {
            double x = toX(0) + 9 + i * 15;
            if (bullet.yearsHeld().get(i))
                painter.drawArea(
                        VerdictShape.DISC.cornersAround(x, y + row * 0.5, row * 0.2),
                        Ink.ACTUAL,
                        about);
            else
                painter.drawOutline(
                        VerdictShape.DOWN.cornersAround(x, y + row * 0.5, row * 0.2),
                        Ink.BEHIND,
                        about);
        }
    }

    /** Behind the years' marks, on paper that keeps the scale's lines off. */
    private void drawInsteadOfBar(ProgressBullet bullet, double y, double row, double base) {
        double x = toX(0) + 6 + bullet.yearsHeld().size() * 15;
        String said =
                painter.shortenToFit(bullet.insteadOfBar(), textSize(row), false, right - x - 8);
        if (bullet.insteadOfBar().isEmpty()) return;
        painter.drawArea(
                x,
                y + 1,
                x + painter.measureWidth(said, textSize(row), false) + 4,
                y + row - 1,
                Ink.PAPER,
                Optional.empty());
        painter.drawText(x + 2, base, said, textSize(row), false, Mark.TextAnchor.START, Ink.TEXT);
    }

    private void drawTick(
            BigDecimal at, double y, double row, Ink ink, double thickness, boolean dashed) {
        double x = toX(Math.clamp(at.doubleValue(), low, MOST));
        painter.drawLine(
                ink,
                thickness,
                dashed,
                new DrawingPoint(x, y + row * 0.14),
                new DrawingPoint(x, y + row * 0.86));
    }

    private double toX(double share) {
        return left + (share - low) / (MOST - low) * (right - left);
    }
}
