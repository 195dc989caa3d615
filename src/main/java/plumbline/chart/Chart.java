package plumbline.chart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import plumbline.plan.Relation;
import plumbline.plan.Verdict;

/** A chart as data: what is shown, worded, before any place or colour is chosen. */
public sealed interface Chart {
    String title();

    /** Unit, cut-off date, rule. */
    String subtitle();

    /** Source and remarks, under the chart. */
    String note();

    /** A file name without ending that says what it shows. */
    String fileName();

    /**
     * One indicator over time.
     *
     * @param actuals   joined by a solid line; {@code joined} tells whether a point follows the one before without a gap
     * @param derived   worked out from the actual ones: hollow, joined by a dashed line
     * @param forecasts joined by a dashed line to the last actual
     * @param course    corners of the line from baseline to final target
     * @param breaks    where targets were revised; the course then begins at the last of them
     * @param stops     mid-term and other targets, marked and labelled
     * @param branches  the parts, thin, each with its name at the right end
     * @param level     for an indicator that is held against one level instead of a course: the level and which side of it is good
     * @param empty     the sentence to show where there is nothing to draw
     */
    record Trajectory(UUID indicator, String title, String subtitle, String note, String fileName, LocalDate from, LocalDate to,
            LocalDate evaluation, String evaluationLabel, List<Dot> actuals, List<Dot> derived, List<Dot> forecasts, List<Dot> course, List<Break> breaks, List<Dot> stops,
            List<Branch> branches, Optional<Level> level, List<Key> keys, Optional<String> empty) implements Chart { }

    /**
     * A month in which targets were revised.
     *
     * @param at     the new course's height at its end
     * @param former corners of the course that was in force up to then, since the break before
     */
    record Break(Dot at, List<Dot> former) { }

    /** A dated amount with the words beside it. */
    record Dot(LocalDate on, BigDecimal amount, String label, String hint, boolean joined) { }

    /** A part's line. */
    record Branch(String name, List<Dot> dots) { }

    /** @param bound the upper end of between, the tolerance of about */
    record Level(BigDecimal amount, Relation relation, Optional<BigDecimal> bound) {
        /** The amounts at which good ends; one of them, or both where it lies between. */
        List<BigDecimal> edges() {
            return switch (relation) {
                case AT_LEAST, ABOVE, AT_MOST, BELOW, EQUAL -> List.of(amount);
                case BETWEEN -> List.of(amount, bound.orElseThrow());
                case ABOUT -> List.of(amount.subtract(bound.orElseThrow()), amount.add(bound.orElseThrow()));
            };
        }
    }

    /** A line of the legend. */
    record Key(String name, Ink ink, boolean dashed) { }

    /** All indicators as bars of their progress against what is due. One page. */
    record Bullets(String title, String subtitle, String note, String fileName, List<Row> rows, List<Key> keys) implements Chart { }

    /** A line of the overview: a heading or an indicator. */
    sealed interface Row { }

    record Heading(String name) implements Row { }

    /**
     * @param progress (A − B) ÷ (T − B), as a fraction
     * @param held     for an indicator that must hold every year: each year, met or not
     * @param said     in place of a bar: the value and what it is held against
     * @param value    what is printed at the end of the bar
     */
    record Bullet(UUID indicator, String name, Optional<BigDecimal> progress, Optional<BigDecimal> due, Optional<BigDecimal> midTerm,
            List<Boolean> held, String said, String value, Optional<Verdict> verdict, String verdictWord, String hint) implements Row { }
}
