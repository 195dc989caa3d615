package plumbline.report.table;

import java.util.EnumSet;
import java.util.Set;

/** What an appendix table may have columns for, in the order in which they stand. */
public enum AppendixColumn {
    NUMBER,
    NAME,
    UNIT,
    /** 牵头科室 and 责任单位. */
    DEPARTMENT,
    BASELINE,
    /** Stands only where a target of the kind is set. */
    YEARLY_TARGETS,
    MID_TERM,
    /** Beside the target in force the one that was decided first, if any was revised. */
    FORMER_TARGET,
    TARGET,
    /** The years, and of other periods those that several indicators have figures of. */
    FIGURES,
    /** What was judged of those whose period has no column. */
    LATEST_FIGURE,
    /** Figures of all other periods too. */
    OTHER_FIGURES,
    /**
     * Of periods that end after the evaluation date: forecasts, or what became known since; they
     * judge nothing.
     */
    LATER_FIGURES,
    ATTAINMENT,
    PROGRESS,
    PROGRESS_DUE,
    TIME_PROGRESS,
    GAP,
    NEEDED,
    VERDICT,
    PROPERTY,
    SOURCE;

    /** What offices print. */
    public static Set<AppendixColumn> standardColumns() {
        return EnumSet.of(
                NUMBER,
                NAME,
                UNIT,
                BASELINE,
                MID_TERM,
                TARGET,
                FIGURES,
                LATEST_FIGURE,
                ATTAINMENT,
                PROGRESS,
                PROGRESS_DUE,
                VERDICT,
                PROPERTY);
    }

    /** With the targets that were revised. */
    public static Set<AppendixColumn> withFormerTargets() {
        Set<AppendixColumn> columns = standardColumns();
        columns.add(FORMER_TARGET);
        return columns;
    }

    static Set<AppendixColumn> allColumns() {
        return EnumSet.allOf(AppendixColumn.class);
    }
}
