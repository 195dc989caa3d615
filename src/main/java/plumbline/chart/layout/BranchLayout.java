package plumbline.chart.layout;

import plumbline.chart.Chart;
import plumbline.chart.Chart.Branch;
import plumbline.chart.Chart.Dot;
import plumbline.chart.drawing.Ink;
import plumbline.chart.drawing.Mark;
import plumbline.chart.drawing.MarkInfo;
import plumbline.chart.drawing.Point;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The parts of an indicator: thin lines behind the others, their names one below the other at the
 * right end, a leader to each.
 */
final class BranchLayout {
    private static final double WIDEST = 92;
    private static final double LINE = ChartPainter.SMALL * 1.25;
    private static final double LEADER = 10;
    private static final double REACH = 1.6;
    private final ChartPainter layout;
    private final Chart.Trajectory chart;
    private final Function<Dot, Point> place;

    BranchLayout(ChartPainter layout, Chart.Trajectory chart, Function<Dot, Point> place) {
        this.layout = layout;
        this.chart = chart;
        this.place = place;
    }

    /** How much of the right margin the names take. */
    double room() {
        return chart.branches().stream()
                .mapToDouble(b -> layout.measure(name(b), ChartPainter.SMALL, false))
                .max()
                .stream()
                .map(w -> w + LEADER)
                .findFirst()
                .orElse(0);
    }

    private String name(Branch branch) {
        return layout.fit(
                branch.name(), ChartPainter.SMALL, false, Math.min(WIDEST, layout.width() / 5));
    }

    void lines() {
        for (Branch branch : chart.branches()) {
            List<Point> run = new ArrayList<>();
            for (Dot dot : branch.dots()) {
                if (!dot.joined()) draw(run);
                run.add(place.apply(dot));
                about(branch, dot);
            }
            draw(run);
        }
    }

    private void draw(List<Point> run) {
        if (run.size() > 1) layout.line(Ink.MUTED, 1, false, run.toArray(Point[]::new));
        layout.avoid(run);
        run.clear();
    }

    private void about(Branch branch, Dot dot) {
        Point at = place.apply(dot);
        layout.area(
                VerdictShape.DISC.at(at.x(), at.y(), REACH),
                Ink.MUTED,
                Optional.of(new MarkInfo(chart.indicator(), branch.name() + " " + dot.hint())));
    }

    /** In the order of their ends, pushed apart until none meets another. */
    void names(double right, double top, double bottom) {
        List<Branch> ordered =
                chart.branches().stream()
                        .sorted(Comparator.comparingDouble(b -> end(b).y()))
                        .toList();
        double y = top;
        for (int i = 0; i < ordered.size(); i++) {
            Point end = end(ordered.get(i));
            double lowest = bottom - (ordered.size() - 1 - i) * LINE;
            y = Math.min(Math.max(y, end.y()), lowest);
            layout.line(Ink.GRID, 0.8, true, end, new Point(right, y));
            layout.text(
                    right + LEADER / 2,
                    y + ChartPainter.SMALL * 0.35,
                    name(ordered.get(i)),
                    ChartPainter.SMALL,
                    false,
                    Mark.Anchor.START,
                    Ink.MUTED);
            y += LINE;
        }
    }

    private Point end(Branch branch) {
        return place.apply(branch.dots().getLast());
    }
}
