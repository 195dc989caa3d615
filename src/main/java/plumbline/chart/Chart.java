package plumbline.chart;

import plumbline.chart.drawing.Ink;
import plumbline.plan.Relation;
import plumbline.plan.Verdict;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A chart as data: what is shown, worded, before any place or colour is chosen. */
public sealed interface Chart {
    String title();

    /** Unit, cut-off date, rule. */
    String subtitle();

    /** Source and remarks, under the chart. */
    String note();

    /** A file name without ending that says what it shows. */
    String fileName();

    /** The sentence to show where there is nothing to draw. */
    default Optional<String> empty() {
        return Optional.empty();
    }

    /**
     * One indicator over time.
     *
     * @param actuals joined by a solid line; {@code joined} tells whether a point follows the one
     *     before without a gap
     * @param derived worked out from the actual ones: hollow, joined by a dashed line
     * @param forecasts joined by a dashed line to the last actual
     * @param course corners of the line from baseline to final target
     * @param breaks where targets were revised; the course then begins at the last of them
     * @param stops mid-term and other targets, marked and labelled
     * @param branches the parts, thin, each with its name at the right end
     * @param level for an indicator that is held against one level instead of a course: the level
     *     and which side of it is good
     * @param outlook where the ways of projecting it end, from the latest value
     */
    record Trajectory(
            UUID indicator,
            String title,
            String unit,
            String subtitle,
            String note,
            String fileName,
            LocalDate from,
            LocalDate to,
            LocalDate evaluation,
            String evaluationLabel,
            List<Dot> actuals,
            List<Dot> derived,
            List<Dot> forecasts,
            List<Dot> course,
            List<Break> breaks,
            List<Dot> stops,
            List<Branch> branches,
            Optional<Level> level,
            Optional<Outlook> outlook,
            List<Key> keys,
            Optional<String> empty)
            implements Chart {}

    /**
     * A month in which targets were revised.
     *
     * @param at the new course's height at its end
     * @param former corners of the course that was in force up to then, since the break before
     */
    record Break(Dot at, List<Dot> former) {}

    /** A dated amount with the words beside it. */
    record Dot(LocalDate on, BigDecimal amount, String label, String hint, boolean joined) {}

    /** A part's line. */
    record Branch(String name, List<Dot> dots) {}

    /**
     * A wedge from the latest value to the end of the plan: between the least and the most that the
     * ways of projecting it make. One way alone makes a line.
     */
    record Outlook(Dot since, Dot least, Dot most) {}

    /**
     * @param bound the upper end of between, the tolerance of about
     */
    record Level(BigDecimal amount, Relation relation, Optional<BigDecimal> bound) {
        /** The amounts at which good ends; one of them, or both where it lies between. */
        public List<BigDecimal> edges() {
            return relation.edges(amount, bound.orElse(BigDecimal.ZERO));
        }
    }

    /** A line of the legend. */
    record Key(String name, Ink ink, boolean dashed) {}

    /** Indicators as bars of their progress against what is due. One page. */
    record Bullets(
            String title,
            String subtitle,
            String note,
            String fileName,
            List<Row> rows,
            List<Key> keys,
            Optional<String> empty)
            implements Chart {}

    /** A line of the overview: a heading or an indicator. */
    sealed interface Row {}

    record Heading(String name) implements Row {}

    /**
     * @param progress (A − B) ÷ (T − B), as a fraction
     * @param held for an indicator that must hold every year: each year, met or not
     * @param said in place of a bar: the value and what it is held against
     * @param value what is printed at the end of the bar
     */
    record Bullet(
            UUID indicator,
            String name,
            Optional<BigDecimal> progress,
            Optional<BigDecimal> due,
            Optional<BigDecimal> midTerm,
            List<Boolean> held,
            String said,
            String value,
            Optional<Verdict> verdict,
            String verdictWord,
            String hint)
            implements Row {}

    /**
     * Numbers over names, as bars, columns or a radar.
     *
     * @param unit written at the axis
     * @param shares the numbers are fractions and are read as percentages
     * @param strips each with one cell for each item
     */
    record Plot(
            String title,
            String subtitle,
            String note,
            String fileName,
            ChartNumbers.Form form,
            String unit,
            boolean shares,
            List<Item> items,
            List<Strip> strips,
            Optional<String> empty)
            implements Chart {}

    record Item(String name, Optional<UUID> indicator) {}

    record Strip(String name, Ink ink, List<Cell> cells) {}

    /** Without an amount nothing is drawn. */
    record Cell(Optional<BigDecimal> amount, String label, String hint) {
        public static final Cell NONE = new Cell(Optional.empty(), "", "");
    }

    /** Several lines over days. */
    record Lines(
            String title,
            String subtitle,
            String note,
            String fileName,
            String unit,
            LocalDate from,
            LocalDate to,
            LocalDate evaluation,
            String evaluationLabel,
            List<Trace> traces,
            Optional<String> empty)
            implements Chart {}

    record Trace(
            String name,
            Ink ink,
            ChartNumbers.Look look,
            List<Dot> dots,
            Optional<UUID> indicator) {}

    /** Verdicts: a line for each indicator, a column for each evaluation date. */
    record Matrix(
            String title,
            String subtitle,
            String note,
            String fileName,
            List<String> columns,
            List<MatrixRow> rows)
            implements Chart {}

    sealed interface MatrixRow {}

    record MatrixHeading(String name) implements MatrixRow {}

    record MatrixLine(UUID indicator, String name, List<Square> squares) implements MatrixRow {}

    record Square(Optional<Verdict> verdict, String word, String hint) {}

    /** Tasks in time. */
    record Gantt(
            String title,
            String subtitle,
            String note,
            String fileName,
            LocalDate from,
            LocalDate to,
            LocalDate evaluation,
            String evaluationLabel,
            List<Span> spans,
            List<Key> keys,
            Optional<String> empty)
            implements Chart {}

    /**
     * A task's line.
     *
     * @param done of its leaves, as a fraction
     * @param late due before the evaluation date and not done
     */
    record Span(
            String name,
            int level,
            LocalDate begun,
            Optional<LocalDate> due,
            BigDecimal done,
            boolean late,
            String word,
            String hint) {}

    /** Many trajectories, small, on one sheet. */
    record Sheet(
            String title,
            String subtitle,
            String note,
            String fileName,
            List<Small> charts,
            List<Key> keys)
            implements Chart {}

    record Small(Trajectory chart, Optional<Verdict> verdict, String word) {}
}
