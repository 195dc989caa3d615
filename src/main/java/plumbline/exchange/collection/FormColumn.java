package plumbline.exchange.collection;

import java.util.Locale;

/**
 * The columns of a collection workbook, in their order; a hidden row marks them, so that they are
 * known wherever they are moved.
 */
enum FormColumn {
    /**
     * Hidden: which line of the plan the row is of. Its mark is the workbook's {@link
     * FormIdentity}.
     */
    LINE(12),
    NUMBER(6),
    NAME(30),
    DEFINITION(30),
    UNIT(9),
    TARGET(14),
    LAST(13),
    LAST_PERIOD(13),
    VALUE(15),
    STATUS(9),
    REASON(15),
    NOTE(22);

    /** In characters. */
    final int width;

    FormColumn(int width) {
        this.width = width;
    }

    String marker() {
        return "plumbline:" + name().toLowerCase(Locale.ROOT);
    }

    boolean isFilledIn() {
        return ordinal() >= VALUE.ordinal();
    }
}
