package plumbline.plan;

/** Whether the numbers stand beside what is drawn. */
public enum ChartLabels {
    SHOWN,
    HIDDEN
}
