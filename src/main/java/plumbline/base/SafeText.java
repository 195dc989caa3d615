package plumbline.base;

import java.util.regex.Pattern;

/**
 * Text that a spreadsheet would take for a formula: {@code =cmd|…}. Everything that writes text for
 * one, to a file or to the clipboard, lets it pass through here; a number, also a negative one, is
 * none and stays as it is.
 */
public final class SafeText {
    private static final Pattern FORMULA =
            Pattern.compile("(?s)[\\s\\p{Z}\\p{Cf}]*[=+\\-@＝＋－＠].*|[\\t\\r\\n].*");
    private static final Pattern NUMBER =
            Pattern.compile(
                    "[+\\-－＋]?(\\d{1,3}(,\\d{3})+|\\d+)(\\.\\d+)?\\s?[%％‰]?|[+-]?\\.\\d+|[-—–]+");

    /** Makes what follows a text, as it does in a spreadsheet's own cell. */
    private static final String TEXT = "'";

    private SafeText() {}

    /** Whether a spreadsheet would calculate it if somebody typed it. */
    public static boolean isFormula(String text) {
        return FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches();
    }

    /** As it may be written between commas or tabs. */
    public static String write(String text) {
        boolean marked = text.startsWith(TEXT) && isFormula(text.replaceFirst("^'+", ""));
        return marked || isFormula(text) ? TEXT + text : text;
    }

    /** As one cell of a table that is copied: on one line, without tabs. */
    public static String cell(String text) {
        return write(text.replaceAll("[\\t\\r\\n]+", " "));
    }

    /** What {@link #write} was given. */
    public static String read(String written) {
        return written.startsWith(TEXT) && isFormula(written.replaceFirst("^'+", ""))
                ? written.substring(1)
                : written;
    }
}
