package plumbline.exchange.file;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A cell's text, put together from its runs. Digits set above the line are footnote marks and taken
 * apart, or they would become digits of the number they are glued to; those of a unit or a power of
 * ten (km², 10⁴) stay.
 */
final class RichText {
    private static final String ABOVE = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾";
    private static final String PLAIN = "0123456789+-=()";
    private static final Pattern UNIT_BEFORE =
            Pattern.compile("(?s)(.*[^A-Za-z])?([kcdmnhμ]?m|km|ha|s|h)|.*米");
    private static final Pattern TEN_BEFORE = Pattern.compile("(?s).*[×xX*·]\\s*10|10");

    private final StringBuilder shown = new StringBuilder();
    private final StringBuilder marks = new StringBuilder();

    /**
     * @param above whether the run is set above the line; letters that are so by themselves are
     *     found
     */
    RichText addRun(String run, boolean above) {
        int at = 0;
        while (at < run.length()) {
            boolean raised = above || isRaisedCharacter(run.charAt(at));
            int end = at + 1;
            while (end < run.length() && (above || isRaisedCharacter(run.charAt(end))) == raised)
                end++;
            appendRun(run.substring(at, end), raised);
            at = end;
        }
        return this;
    }

    RichText addText(RichText more) {
        shown.append(more.shown);
        marks.append(more.marks);
        return this;
    }

    private void appendRun(String run, boolean raised) {
        if (!raised) shown.append(run);
        else if (isExponent(run)) shown.append(translateCharacters(run, PLAIN, ABOVE));
        else marks.append(translateCharacters(run, ABOVE, PLAIN));
    }

    /** km² and 10⁴, but not the third footnote. */
    private boolean isExponent(String run) {
        if (shown.isEmpty()) return true;
        String digits = translateCharacters(run, ABOVE, PLAIN);
        String before = shown.substring(Math.max(0, shown.length() - 8));
        boolean exponent = digits.matches("-?\\d{1,2}") && TEN_BEFORE.matcher(before).matches();
        return exponent || digits.matches("-?[123]") && UNIT_BEFORE.matcher(before).matches();
    }

    private static boolean isRaisedCharacter(char c) {
        return ABOVE.indexOf(c) >= 0;
    }

    private static String translateCharacters(String text, String from, String to) {
        StringBuilder other = new StringBuilder();
        for (char c : text.toCharArray())
            other.append(from.indexOf(c) >= 0 ? to.charAt(from.indexOf(c)) : c);
        return other.toString();
    }

    boolean isEmpty() {
        return shown.isEmpty() && marks.isEmpty();
    }

    int length() {
        return shown.length() + marks.length();
    }

    boolean endsWithBlank() {
        return shown.isEmpty() || Character.isWhitespace(shown.charAt(shown.length() - 1));
    }

    String shownText() {
        return stripBlanks(shown.toString());
    }

    String footnoteMarks() {
        return marks.toString().strip();
    }

    /** Without white space about it, the non-breaking kinds among it. */
    static String stripBlanks(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) from++;
        while (to > from && isSpace(text.charAt(to - 1))) to--;
        return text.substring(from, to);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == '\u200b'
                || c == '\ufeff';
    }

    Cell toCell(String address) {
        return new Cell(
                address,
                shownText(),
                Optional.empty(),
                Optional.empty(),
                footnoteMarks(),
                Set.of());
    }
}
