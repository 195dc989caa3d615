package plumbline.plan;

/** 重点任务, 举措, checklist item; 重大工程, 重大战略, 重大改革. */
public enum TaskKind {
    KEY_TASK,
    MEASURE,
    ITEM,
    PROJECT,
    STRATEGY,
    REFORM
}
