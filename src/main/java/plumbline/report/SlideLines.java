package plumbline.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plumbline.chart.PngPen;

/** How much room a text takes on a slide, told by the widths of the font the charts are painted with. */
final class SlideLines {
    /** Word processors break a little earlier than widths alone would have it. */
    private static final double SAFE = 0.9;
    private static final double LEADING = 1.45;
    private static final Pattern CLAUSE_END = Pattern.compile("[，。；、！？\n]|[,.;!?](?= )");

    private SlideLines() { }

    /** In points. */
    static double height(String text, double size, double width) {
        return lines(text, size, width) * size * LEADING;
    }

    static int lines(String text, double size, double width) {
        int lines = 0;
        for (String line : text.split("\n", -1)) lines += Math.max(1, (int) Math.ceil(PngPen.measure().width(line, size, false) / (width * SAFE)));
        return lines;
    }

    /** The text in so many lines at most: what is longer ends with … behind the last clause that fits, if one does, and leaves no bracket open. */
    static String cut(String text, double size, double width, int most) {
        if (lines(text, size, width) <= most) return text;
        Matcher ends = CLAUSE_END.matcher(text);
        String cut = "";
        while (ends.find()) {
            String clause = text.substring(0, ends.start()) + "…";
            if (lines(clause, size, width) > most) break;
            if (closed(clause)) cut = clause;
        }
        if (!cut.isEmpty()) return cut;
        int end = text.length();
        while (end > 1 && lines(text.substring(0, end) + "…", size, width) > most) end = text.offsetByCodePoints(end, -1);
        return text.substring(0, end) + "…";
    }

    private static boolean closed(String text) {
        return text.codePoints().filter(c -> c == '（' || c == '(' || c == '“').count() == text.codePoints().filter(c -> c == '）' || c == ')' || c == '”').count();
    }

    /** Pages of paragraphs, each page no higher than the room; a paragraph that is higher by itself, or would leave most of a page empty, is parted between sentences. */
    static List<List<String>> pages(List<String> paragraphs, double size, double width, double room, double gap) {
        List<List<String>> pages = new ArrayList<>();
        List<String> page = new ArrayList<>();
        double taken = 0;
        Deque<String> left = new ArrayDeque<>(paragraphs);
        while (!left.isEmpty()) {
            String paragraph = left.pop();
            boolean fits = taken + height(paragraph, size, width) <= room;
            if (!fits && taken > room / 3) {
                pages.add(page);
                page = new ArrayList<>();
                taken = 0;
                fits = height(paragraph, size, width) <= room;
            }
            String first = fits ? paragraph : parted(paragraph, size, width, room - taken).getFirst();
            if (first.length() < paragraph.length()) left.push(paragraph.substring(first.length()));
            page.add(first);
            taken += height(first, size, width) + gap;
        }
        if (!page.isEmpty()) pages.add(page);
        return pages;
    }

    /** A text in parts that are each no higher than the room, parted between sentences if that can be. */
    static List<String> parted(String paragraph, double size, double width, double room) {
        if (height(paragraph, size, width) <= room) return List.of(paragraph);
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (String sentence : paragraph.split("(?<=[。；！？])|(?<=[.;!?] )")) {
            for (String piece : pieces(sentence, size, width, room)) {
                if (!part.isEmpty() && height(part + piece, size, width) > room) {
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
    private static List<String> pieces(String sentence, double size, double width, double room) {
        List<String> pieces = new ArrayList<>();
        String rest = sentence;
        while (height(rest, size, width) > room) {
            int end = rest.length();
            while (end > 1 && height(rest.substring(0, end), size, width) > room) end = rest.offsetByCodePoints(0, Math.max(1, rest.codePointCount(0, end) * 9 / 10));
            pieces.add(rest.substring(0, end));
            rest = rest.substring(end);
        }
        pieces.add(rest);
        return pieces;
    }
}
