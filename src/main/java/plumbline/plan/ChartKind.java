package plumbline.plan;

/** What a chart shows. */
public enum ChartKind {
    /** 走势: one indicator over time, a chart each. */
    TRAJECTORY,
    /** 总览: bars of progress against what is due. */
    OVERVIEW,
    /** 排序: progress beside time progress, the furthest first. */
    RANKING,
    /** 评价分布: verdicts by group. */
    TALLY,
    /** 评价矩阵: indicators by evaluation date. */
    MATRIX,
    /** 年度对比: an indicator's years side by side, a chart each. */
    YEARS,
    /** 分领域任务完成情况. */
    TASKS,
    /** 任务完成进程: done against due over time. */
    BURN_UP,
    /** 任务甘特图. */
    GANTT,
    /** 小图: many trajectories on one sheet. */
    SHEET,
    /** 雷达图: share on course of each group. */
    RADAR,
    /** 两期规划衔接: an indicator in this plan and in another. */
    PLAN_TO_PLAN;

    /** True of what needs room downwards: a list, or a ring. */
    public boolean isTall() {
        return switch (this) {
            case OVERVIEW, RANKING, MATRIX, GANTT, SHEET, RADAR -> true;
            case TRAJECTORY, TALLY, YEARS, TASKS, BURN_UP, PLAN_TO_PLAN -> false;
        };
    }
}
