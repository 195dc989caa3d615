package plumbline.plan;

/** Whether a cumulative figure already is the running total or must be summed. */
public enum Reporting {
    TO_DATE,
    PER_PERIOD
}
