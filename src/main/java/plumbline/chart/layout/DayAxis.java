package plumbline.chart.layout;

import plumbline.chart.drawing.DrawingPoint;
import plumbline.chart.drawing.Ink;
import plumbline.chart.drawing.Mark;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Days from left to right, with a tick at the end of each year. */
record DayAxis(LocalDate from, LocalDate to, double left, double right) {
    private static final double ROOM_FOR_A_YEAR = 44;

    double toX(LocalDate day) {
        double all = Math.max(1, ChronoUnit.DAYS.between(from, to));
        return left + Math.clamp(ChronoUnit.DAYS.between(from, day) / all, 0, 1) * (right - left);
    }

    boolean containsDay(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** Ticks of the year ends, named below the line. */
    void drawYears(ChartPainter layout, double y) {
        layout.drawLine(Ink.AXIS, 1, false, new DrawingPoint(left, y), new DrawingPoint(right, y));
        int years = Math.max(1, to.getYear() - from.getYear());
        int every = Math.max(1, (int) Math.ceil(years * ROOM_FOR_A_YEAR / (right - left)));
        for (int year = from.getYear(); year <= to.getYear(); year += every) {
            LocalDate end = LocalDate.of(year, 12, 31);
            if (!containsDay(end)) continue;
            layout.drawLine(
                    Ink.AXIS,
                    1,
                    false,
                    new DrawingPoint(toX(end), y),
                    new DrawingPoint(toX(end), y + 4));
            layout.drawText(
                    toX(end),
                    y + ChartPainter.SMALL_TEXT * 1.6,
                    "" + year,
                    ChartPainter.SMALL_TEXT,
                    false,
                    Mark.TextAnchor.MIDDLE,
                    Ink.MUTED);
        }
    }
}
