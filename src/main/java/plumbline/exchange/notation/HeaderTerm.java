package plumbline.exchange.notation;

import plumbline.proofreading.PrintedColumnRole.PlainColumn;

/** What a head says of its column, whatever the table. */
public enum HeaderTerm {
    NUMBER(PlainColumn.NUMBER),
    NAME(PlainColumn.NAME),
    UNIT(PlainColumn.UNIT),
    GROUP(PlainColumn.GROUP),
    PROPERTY(PlainColumn.PROPERTY),
    ATTAINMENT(PlainColumn.ATTAINMENT),
    PROGRESS(PlainColumn.PROGRESS),
    VERDICT(PlainColumn.VERDICT),
    MID_TERM(PlainColumn.MID_TERM),
    TARGET(PlainColumn.TARGET),
    BASELINE(PlainColumn.BASELINE),
    TIME_PROGRESS(PlainColumn.OTHER),
    BREAKDOWN(PlainColumn.OTHER),
    PERIOD(PlainColumn.OTHER),
    FORMER_TARGET(PlainColumn.FORMER_TARGET),
    DEPARTMENT(PlainColumn.OTHER),
    NOTE(PlainColumn.OTHER),
    FORECAST(PlainColumn.OTHER),
    ACTUAL(PlainColumn.OTHER),
    WEIGHT(PlainColumn.OTHER),
    VALUE(PlainColumn.OTHER),
    /** Of no use for figures: a code, a page, a frequency. */
    ASIDE(PlainColumn.OTHER),
    DAY(PlainColumn.OTHER),
    NONE(PlainColumn.OTHER);

    private final PlainColumn plain;

    HeaderTerm(PlainColumn plain) {
        this.plain = plain;
    }

    /** What a printed table's column of this head is. */
    PlainColumn plainColumn() {
        return plain;
    }

    /** Words that name a column of labels. */
    public boolean isLabel() {
        return switch (this) {
            case NUMBER,
                    NAME,
                    UNIT,
                    GROUP,
                    PROPERTY,
                    BREAKDOWN,
                    PERIOD,
                    DEPARTMENT,
                    NOTE,
                    DAY,
                    ASIDE ->
                    true;
            default -> false;
        };
    }
}
