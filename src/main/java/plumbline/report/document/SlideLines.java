package plumbline.report.document;

import plumbline.chart.pen.PngPen;

import java.text.BreakIterator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * How much room a text takes on a slide, told by the widths of the font the charts are painted
 * with.
 */
final class SlideLines {
    /** The officer's fonts are not those that are measured. */
    private static final double SAFE = 0.96;

    /** Letters and digits vary more from font to font than ideographs do. */
    private static final double LETTERS = 1.12;

    /** Between ideographs and letters, in widths of an ideograph. */
    private static final double BETWEEN = 0.25;

    private static final double LEADING = 1.45;

    /** From here on signs are as wide as ideographs, or nearly so. */
    private static final char WIDER = '\u0300';

    private static final Pattern NARROW = Pattern.compile("[\\x00-\\u02ff]+");
    private static final Pattern WIDE = Pattern.compile("[^\\x00-\\u02ff]+");
    private static final Pattern CLAUSE_END = Pattern.compile("[，。；、！？\n]|[,.;!?](?= )");

    private SlideLines() {}

    /** In points. */
    static double textHeight(String text, double size, double width) {
        return countLines(text, size, width) * size * LEADING;
    }

    /**
     * Words stay whole and no line begins with a mark that ends a clause, as word processors have
     * it.
     */
    static int countLines(String text, double size, double width) {
        return text.lines().mapToInt(line -> countBrokenLines(line, size, width * SAFE)).sum()
                + (text.isEmpty() || text.endsWith("\n") ? 1 : 0);
    }

    private static int countBrokenLines(String line, double size, double width) {
        BreakIterator ends = BreakIterator.getLineInstance(Locale.CHINESE);
        ends.setText(line);
        int lines = 1;
        double taken = 0;
        for (int from = ends.first(), to = ends.next();
                to != BreakIterator.DONE;
                from = to, to = ends.next()) {
            String word = line.substring(from, to);
            double seen =
                    textWidth(word.stripTrailing(), size)
                            + (from > 0 && isScriptBoundary(line, from) ? BETWEEN * size : 0);
            boolean over = taken > 0 && taken + seen > width;
            int whole = (int) Math.ceil(seen / width) - 1;
            lines += (over ? 1 : 0) + Math.max(0, whole);
            taken =
                    whole > 0
                            ? seen - whole * width
                            : (over ? 0 : taken)
                                    + seen
                                    + textWidth(
                                            word.substring(word.stripTrailing().length()), size);
        }
        return lines;
    }

    private static double textWidth(String text, double size) {
        String wide = NARROW.matcher(text).replaceAll("");
        String narrow = WIDE.matcher(text).replaceAll("");
        long between =
                IntStream.range(1, text.length()).filter(i -> isScriptBoundary(text, i)).count();
        return PngPen.textMeasure().measureWidth(wide, size, false)
                + LETTERS * PngPen.textMeasure().measureWidth(narrow, size, false)
                + between * BETWEEN * size;
    }

    /**
     * True where a wide sign, an ideograph or one of its marks, and a letter or digit meet: some
     * programs leave a space there.
     */
    private static boolean isScriptBoundary(String text, int at) {
        char before = text.charAt(at - 1);
        char after = text.charAt(at);
        return before < WIDER != after < WIDER && before != ' ' && after != ' ';
    }

    /**
     * The text in so many lines at most: what is longer ends with … behind the last clause that
     * fits, if one does, and leaves no bracket open.
     */
    static String shortenToLines(String text, double size, double width, int most) {
        if (countLines(text, size, width) <= most) return text;
        Matcher ends = CLAUSE_END.matcher(text);
        String cut = "";
        while (ends.find()) {
            String clause = text.substring(0, ends.start()) + "…";
            if (countLines(clause, size, width) > most) break;
            if (hasBalancedBrackets(clause)) cut = clause;
        }
        if (!cut.isEmpty()) return cut;
        int end = text.length();
        while (end > 1 && countLines(text.substring(0, end) + "…", size, width) > most)
            end = text.offsetByCodePoints(end, -1);
        return text.substring(0, end) + "…";
    }

    private static boolean hasBalancedBrackets(String text) {
        return text.codePoints().filter(c -> c == '（' || c == '(' || c == '“').count()
                == text.codePoints().filter(c -> c == '）' || c == ')' || c == '”').count();
    }

    /**
     * Pages of paragraphs, each page no higher than the room; a paragraph that is higher by itself,
     * or would leave most of a page empty, is parted between sentences.
     */
    static List<List<String>> splitIntoPages(
            List<String> paragraphs, double size, double width, double room, double gap) {
        List<List<String>> pages = new ArrayList<>();
        List<String> page = new ArrayList<>();
        double taken = 0;
        Deque<String> left = new ArrayDeque<>(paragraphs);
        while (!left.isEmpty()) {
            String paragraph = left.pop();
            boolean fits = taken + textHeight(paragraph, size, width) <= room;
            if (!fits && taken > room / 3) {
                pages.add(page);
                page = new ArrayList<>();
                taken = 0;
                fits = textHeight(paragraph, size, width) <= room;
            }
            String first =
                    fits
                            ? paragraph
                            : splitIntoParts(paragraph, size, width, room - taken).getFirst();
            if (first.length() < paragraph.length()) left.push(paragraph.substring(first.length()));
            page.add(first);
            taken += textHeight(first, size, width) + gap;
        }
        if (!page.isEmpty()) pages.add(page);
        return pages;
    }

    /**
     * A text in parts that are each no higher than the room, parted between sentences if that can
     * be.
     */
    static List<String> splitIntoParts(String paragraph, double size, double width, double room) {
        if (textHeight(paragraph, size, width) <= room) return List.of(paragraph);
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (String sentence : paragraph.split("(?<=[。；！？])|(?<=[.;!?] )")) {
            for (String piece : cutAtPageEnd(sentence, size, width, room)) {
                if (!part.isEmpty() && textHeight(part + piece, size, width) > room) {
                    parts.add(part.toString());
                    part.setLength(0);
                }
                part.append(piece);
            }
        }
        if (!part.isEmpty()) parts.add(part.toString());
        return parts;
    }

    /** A sentence that is too long for a page, cut where the page ends. */
    private static List<String> cutAtPageEnd(
            String sentence, double size, double width, double room) {
        List<String> pieces = new ArrayList<>();
        String rest = sentence;
        while (textHeight(rest, size, width) > room) {
            int end = rest.length();
            while (end > 1 && textHeight(rest.substring(0, end), size, width) > room)
                end = rest.offsetByCodePoints(0, Math.max(1, rest.codePointCount(0, end) * 9 / 10));
            pieces.add(rest.substring(0, end));
            rest = rest.substring(end);
        }
        pieces.add(rest);
        return pieces;
    }
}
