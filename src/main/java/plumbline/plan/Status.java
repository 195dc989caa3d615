package plumbline.plan;

/** How firm a figure is. A forecast never counts as an actual. */
public enum Status {
    ACTUAL,
    PRELIMINARY,
    FORECAST
}
