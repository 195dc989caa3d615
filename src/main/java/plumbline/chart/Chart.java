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
    default Optional<String> emptySentence() {
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
     * @param targets mid-term and other targets, marked and labelled
     * @param branches the parts, thin, each with its name at the right end
     * @param level for an indicator that is held against one level instead of a course: the level
     *     and which side of it is good
     * @param outlook where the ways of projecting it end, from the latest value
     */
    record TrajectoryChart(
            UUID indicator,
            String title,
            String unit,
            String subtitle,
            String note,
            String fileName,
            LocalDate from,
            LocalDate to,
            LocalDate evaluationDate,
            String evaluationLabel,
            List<ChartDot> actuals,
            List<ChartDot> derived,
            List<ChartDot> forecasts,
            List<ChartDot> course,
            List<CourseBreak> breaks,
            List<ChartDot> targets,
            List<PartLine> branches,
            Optional<TargetLevel> level,
            Optional<OutlookWedge> outlook,
            List<LegendEntry> legend,
            Optional<String> emptySentence)
            implements Chart {}

    /**
     * A month in which targets were revised.
     *
     * @param newCourseDot the new course's height at its end
     * @param formerCourse corners of the course that was in force up to then, since the break
     *     before
     */
    record CourseBreak(ChartDot newCourseDot, List<ChartDot> formerCourse) {}

    /** A dated amount with the words beside it. */
    record ChartDot(
            LocalDate day, BigDecimal amount, String label, String hint, boolean isJoined) {}

    /** A part's line. */
    record PartLine(String name, List<ChartDot> dots) {}

    /**
     * A wedge from the latest value to the end of the plan: between the least and the most that the
     * ways of projecting it make. One way alone makes a line.
     */
    record OutlookWedge(ChartDot since, ChartDot least, ChartDot most) {}

    /**
     * @param bound the upper end of between, the tolerance of about
     */
    record TargetLevel(BigDecimal amount, Relation relation, Optional<BigDecimal> bound) {
        /** The amounts at which good ends; one of them, or both where it lies between. */
        public List<BigDecimal> edges() {
            return relation.limits(amount, bound.orElse(BigDecimal.ZERO));
        }
    }

    /** A line of the legend. */
    record LegendEntry(String name, Ink ink, boolean isDashed) {}

    /** Indicators as bars of their progress against what is due. One page. */
    record BulletChart(
            String title,
            String subtitle,
            String note,
            String fileName,
            List<OverviewRow> rows,
            List<LegendEntry> legend,
            Optional<String> emptySentence)
            implements Chart {}

    /** A line of the overview: a heading or an indicator. */
    sealed interface OverviewRow {}

    record OverviewHeading(String name) implements OverviewRow {}

    /**
     * @param progress (A − B) ÷ (T − B), as a fraction
     * @param yearsHeld for an indicator that must hold every year: each year, met or not
     * @param insteadOfBar in place of a bar: the value and what it is held against
     * @param valueText what is printed at the end of the bar
     */
    record ProgressBullet(
            UUID indicator,
            String name,
            Optional<BigDecimal> progress,
            Optional<BigDecimal> due,
            Optional<BigDecimal> midTerm,
            List<Boolean> yearsHeld,
            String insteadOfBar,
            String valueText,
            Optional<Verdict> verdict,
            String verdictWord,
            String hint)
            implements OverviewRow {}

    /**
     * Numbers over names, as bars, columns or a radar.
     *
     * @param unit written at the axis
     * @param areShares the numbers are fractions and are read as percentages
     * @param series each with one cell for each item
     */
    record CategoryChart(
            String title,
            String subtitle,
            String note,
            String fileName,
            ChartNumbers.CategoryForm form,
            String unit,
            boolean areShares,
            List<ChartCategory> categories,
            List<CategorySeries> series,
            Optional<String> emptySentence)
            implements Chart {}

    record ChartCategory(String name, Optional<UUID> indicator) {}

    record CategorySeries(String name, Ink ink, List<CategoryValue> values) {}

    /** Without an amount nothing is drawn. */
    record CategoryValue(Optional<BigDecimal> amount, String label, String hint) {
        public static final CategoryValue NONE = new CategoryValue(Optional.empty(), "", "");
    }

    /** Several lines over days. */
    record LineChart(
            String title,
            String subtitle,
            String note,
            String fileName,
            String unit,
            LocalDate from,
            LocalDate to,
            LocalDate evaluationDate,
            String evaluationLabel,
            List<ChartLine> lines,
            Optional<String> emptySentence)
            implements Chart {}

    record ChartLine(
            String name,
            Ink ink,
            ChartNumbers.LineStyle lineStyle,
            List<ChartDot> dots,
            Optional<UUID> indicator) {}

    /** Verdicts: a line for each indicator, a column for each evaluation date. */
    record MatrixChart(
            String title,
            String subtitle,
            String note,
            String fileName,
            List<String> columns,
            List<MatrixRow> rows)
            implements Chart {}

    sealed interface MatrixRow {}

    record MatrixHeading(String name) implements MatrixRow {}

    record MatrixLine(UUID indicator, String name, List<VerdictSquare> squares)
            implements MatrixRow {}

    record VerdictSquare(Optional<Verdict> verdict, String verdictWord, String hint) {}

    /** Tasks in time. */
    record GanttChart(
            String title,
            String subtitle,
            String note,
            String fileName,
            LocalDate from,
            LocalDate to,
            LocalDate evaluationDate,
            String evaluationLabel,
            List<TaskBar> taskBars,
            List<LegendEntry> legend,
            Optional<String> emptySentence)
            implements Chart {}

    /**
     * A task's line.
     *
     * @param doneShare of its leaves, as a fraction
     * @param isLate due before the evaluation date and not done
     */
    record TaskBar(
            String name,
            int level,
            LocalDate firstDay,
            Optional<LocalDate> dueDay,
            BigDecimal doneShare,
            boolean isLate,
            String stateWord,
            String hint) {}

    /** Many trajectories, small, on one sheet. */
    record TrajectorySheet(
            String title,
            String subtitle,
            String note,
            String fileName,
            List<SmallTrajectory> charts,
            List<LegendEntry> legend)
            implements Chart {}

    record SmallTrajectory(TrajectoryChart chart, Optional<Verdict> verdict, String verdictWord) {}
}
