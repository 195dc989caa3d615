package plumbline.plan;

/** 未启动, 进行中, 已完成, 暂缓. Only of a leaf; what a branch is follows from its leaves. */
public enum TaskState {
    NOT_STARTED,
    UNDERWAY,
    DONE,
    SUSPENDED
}
