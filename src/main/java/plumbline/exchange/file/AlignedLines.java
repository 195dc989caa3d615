package plumbline.exchange.file;

import plumbline.base.Problem;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Lines that follow one another and are parted alike: by the same delimiter as often, or by blanks
 * in the same places.
 *
 * @param delimiter empty where blanks part the columns
 */
record AlignedLines(List<String> lines, Optional<Character> delimiter, int end) {
    private static final Pattern GAP =
            Pattern.compile("\\S(?: {2,}|[ \u00a0]*[\u3000\u2003]+[ \u00a0]*)\\S");
    private static final Pattern FIGURE =
            Pattern.compile("[<>≥≤≈±+-]?[\\d,]+(\\.\\d+)?[%％‰]?|[-—–]{1,3}");
    private static final int FEWEST_LINES = 3;

    /** A gap between columns is at least this wide; a Chinese character is two. */
    private static final int NARROWEST = 2;

    private static final int LONGEST_LINE = 2_000;
    private static final int MOST_LINES = 5_000;

    /** The table that begins at this line. */
    static Optional<AlignedLines> findAlignedLines(List<String> lines, int from) {
        for (char delimiter : DelimitedText.DELIMITERS) {
            int parts = countDelimiters(lines.get(from), delimiter);
            if (parts == 0) continue;
            int end = from + 1;
            // Spreadsheets paste every row with as many tabs; who writes by hand may leave some
            // out.
            while (end < lines.size()
                    && (delimiter == '\t'
                            ? countDelimiters(lines.get(end), delimiter) > 0
                            : countDelimiters(lines.get(end), delimiter) == parts)) end++;
            int fewest = delimiter == '\t' ? 2 : FEWEST_LINES;
            boolean sentence = delimiter == ',' && parts < 2;
            if (end - from >= fewest && !sentence)
                return Optional.of(
                        new AlignedLines(lines.subList(from, end), Optional.of(delimiter), end));
        }
        return findSpacedLines(lines, from);
    }

    private static int countDelimiters(String line, char delimiter) {
        return (int) line.chars().filter(c -> c == delimiter).count();
    }

    private static Optional<AlignedLines> findSpacedLines(List<String> lines, int from) {
        int end = from;
        while (end < lines.size() && end - from < MOST_LINES && hasColumnGap(lines.get(end))) end++;
        if (end - from < FEWEST_LINES) return Optional.empty();
        AlignedLines found = new AlignedLines(lines.subList(from, end), Optional.empty(), end);
        List<List<String>> rows = found.splitIntoRows();
        long figures =
                rows.stream()
                        .filter(r -> r.stream().skip(1).anyMatch(c -> FIGURE.matcher(c).matches()))
                        .count();
        boolean table = rows.getFirst().size() > 1 && figures * 2 >= rows.size();
        return table ? Optional.of(found) : Optional.empty();
    }

    private static boolean hasColumnGap(String line) {
        return line.length() <= LONGEST_LINE && GAP.matcher(line.strip()).find();
    }

    Grid toGrid(ReadBudget budget) throws Problem {
        if (delimiter.isPresent())
            return DelimitedText.readGrid(String.join("\n", lines), delimiter.get(), budget);
        return SheetBuilder.readTexts(splitIntoRows().iterator(), budget);
    }

    /** Parted where every line is blank. */
    private List<List<String>> splitIntoRows() {
        BitSet used = new BitSet();
        for (String line : lines) {
            int at = 0;
            for (int c : line.codePoints().toArray()) {
                int wide = characterWidth(c);
                if (!isBlankCharacter(c)) used.set(at, at + wide);
                at += wide;
            }
        }
        for (int i = used.nextSetBit(0); i >= 0; ) {
            int gap = used.nextClearBit(i);
            int next = used.nextSetBit(gap);
            if (next >= 0 && next - gap < NARROWEST) used.set(gap, next);
            i = next;
        }
        return lines.stream().map(l -> splitAtColumns(l, used)).toList();
    }

    private static List<String> splitAtColumns(String line, BitSet used) {
        List<StringBuilder> cells = new ArrayList<>();
        for (int i = used.nextSetBit(0); i >= 0; i = used.nextSetBit(used.nextClearBit(i)))
            cells.add(new StringBuilder());
        int at = 0;
        int column = 0;
        int end = used.nextClearBit(Math.max(used.nextSetBit(0), 0));
        for (int c : line.codePoints().toArray()) {
            while (at >= end && used.nextSetBit(at) >= 0 && used.get(at)) {
                column++;
                end = used.nextClearBit(at);
            }
            if (column < cells.size()) cells.get(column).appendCodePoint(c);
            at += characterWidth(c);
        }
        return cells.stream().map(c -> RichText.stripBlanks(c.toString())).toList();
    }

    private static boolean isBlankCharacter(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** As a terminal or an editor with a fixed pitch shows it. */
    private static int characterWidth(int c) {
        boolean wide =
                Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN
                        || c >= 0x3000 && c <= 0x303f
                        || c >= 0xff00 && c <= 0xff60
                        || c >= 0x2014 && c <= 0x201d;
        return wide ? 2 : 1;
    }
}
