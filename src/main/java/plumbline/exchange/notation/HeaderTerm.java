package plumbline.exchange.notation;

import plumbline.proofreading.PrintedColumnRole.Plain;

/** What a head says of its column, whatever the table. */
public enum HeaderTerm {
    NUMBER(Plain.NUMBER),
    NAME(Plain.NAME),
    UNIT(Plain.UNIT),
    GROUP(Plain.GROUP),
    PROPERTY(Plain.PROPERTY),
    ATTAINMENT(Plain.ATTAINMENT),
    PROGRESS(Plain.PROGRESS),
    VERDICT(Plain.VERDICT),
    MID_TERM(Plain.MID_TERM),
    TARGET(Plain.TARGET),
    BASELINE(Plain.BASELINE),
    TIME_PROGRESS(Plain.OTHER),
    BREAKDOWN(Plain.OTHER),
    PERIOD(Plain.OTHER),
    FORMER_TARGET(Plain.OTHER),
    DEPARTMENT(Plain.OTHER),
    NOTE(Plain.OTHER),
    FORECAST(Plain.OTHER),
    ACTUAL(Plain.OTHER),
    WEIGHT(Plain.OTHER),
    VALUE(Plain.OTHER),
    DAY(Plain.OTHER),
    NONE(Plain.OTHER);

    private final Plain plain;

    HeaderTerm(Plain plain) {
        this.plain = plain;
    }

    /** What a printed table's column of this head is. */
    Plain plain() {
        return plain;
    }

    /** Words that name a column of labels. */
    public boolean label() {
        return switch (this) {
            case NUMBER, NAME, UNIT, GROUP, PROPERTY, BREAKDOWN, PERIOD, DEPARTMENT, NOTE, DAY ->
                    true;
            default -> false;
        };
    }
}
