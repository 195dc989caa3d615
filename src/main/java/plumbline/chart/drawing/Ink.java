package plumbline.chart.drawing;

/** What a mark is drawn for; a palette gives it a colour. */
public enum Ink {
    PAPER,
    TEXT,
    MUTED,
    GRID,
    AXIS,
    ACTUAL,
    FORECAST,
    COURSE,
    TARGET,
    GOOD_SIDE,
    EVALUATION,
    OUTLOOK,
    OUTLOOK_BAND,
    AHEAD,
    FASTER,
    ON_COURSE,
    NEARLY,
    BEHIND,
    UNJUDGED
}
