package plumbline.base;

import java.util.regex.Pattern;

/**
 * Text that a spreadsheet would take for a formula: {@code =cmd|…}. Everything that writes text for
 * one, to a file or to the clipboard, lets it pass through here; a number, also a negative one, is
 * none and stays as it is.
 */
public final class FormulaSafeText {
    private static final Pattern FORMULA =
            Pattern.compile("(?s)[\\s\\p{Z}\\p{Cf}]*[=+\\-@＝＋－＠].*|[\\t\\r\\n].*");
    private static final Pattern NUMBER =
            Pattern.compile(
                    "[+\\-－＋]?(\\d{1,3}(,\\d{3})+|\\d+)(\\.\\d+)?\\s?[%％‰]?|[+-]?\\.\\d+|[-—–]+");

    /** Makes what follows a text, as it does in a spreadsheet's own cell. */
    private static final String TEXT_MARK = "'";

    private FormulaSafeText() {}

    /** Whether a spreadsheet would calculate it if somebody typed it. */
    public static boolean isFormula(String text) {
        return FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches();
    }

    /** As it may be written between commas or tabs. */
    public static String escape(String text) {
        boolean marked = text.startsWith(TEXT_MARK) && isFormula(text.replaceFirst("^'+", ""));
        return marked || isFormula(text) ? TEXT_MARK + text : text;
    }

    /** As one cell of a table that is copied: on one line, without tabs. */
    public static String escapeCell(String text) {
        return escape(text.replaceAll("[\\t\\r\\n]+", " "));
    }

    /** What {@link #escape} was given. */
    public static String unescape(String written) {
        return written.startsWith(TEXT_MARK) && isFormula(written.replaceFirst("^'+", ""))
                ? written.substring(1)
                : written;
    }
}
