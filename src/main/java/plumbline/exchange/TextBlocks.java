package plumbline.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Tables in plain text: lines with tabs, as a spreadsheet pastes them; lines with commas; or one cell on a line, as a web page
 * that was saved as text has them.
 */
final class TextBlocks {
    private static final int FEWEST_HEADS = 3;
    private static final int FEWEST_PIECES = 2;
    private static final String STROKE = "\\|";
    private static final List<String> DELIMITERS = List.of("\t", STROKE, ",(?!\\d{3}(?!\\d))", ";", "\\s{2,}|\u3000+");

    private TextBlocks() { }

    static List<Block> read(String text) {
        List<String> lines = text.lines().toList();
        for (char delimiter : new char[] {'\t', ','}) {
            if (lines.stream().anyMatch(l -> heads(l, delimiter))) return delimited(lines, delimiter);
        }
        List<Block> cells = OneCellALine.read(lines);
        return cells.size() > 1 ? cells : aligned(lines).orElse(cells);
    }

    /** No known heads, but lines that fall into as many pieces: at tabs, commas, strokes, or wide gaps. */
    private static Optional<List<Block>> aligned(List<String> lines) {
        for (String delimiter : DELIMITERS) {
            long wide = lines.stream().filter(l -> pieces(l, delimiter).size() >= FEWEST_PIECES).filter(l -> l.matches(".*\\d.*")).count();
            long filled = lines.stream().filter(l -> !l.isBlank()).count();
            if (wide < 2 || wide * 3 < filled) continue;
            List<List<String>> rows = lines.stream().map(l -> pieces(l, delimiter)).toList();
            return Optional.of(List.of(new Block.Table(Grid.ofTexts(rows))));
        }
        return spaced(lines);
    }

    /** Pieces parted by single blanks, where most lines have as many of them and end in a number. */
    private static Optional<List<Block>> spaced(List<String> lines) {
        Map<Integer, Long> sizes = lines.stream().filter(l -> l.matches(".*\\s[-+]?[\\d.,]+%?\\s*")).map(l -> l.strip().split("\\s+").length).filter(n -> n >= FEWEST_HEADS)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        Optional<Map.Entry<Integer, Long>> most = sizes.entrySet().stream().max(Map.Entry.comparingByValue()).filter(e -> e.getValue() >= 2);
        if (most.isEmpty() || most.get().getValue() * 2 < lines.stream().filter(l -> !l.isBlank()).count()) return Optional.empty();
        List<List<String>> rows = lines.stream().map(l -> l.strip().split("\\s+").length == most.get().getKey() ? List.of(l.strip().split("\\s+")) : List.of(l.strip())).toList();
        return Optional.of(List.of(new Block.Table(Grid.ofTexts(rows))));
    }

    private static List<String> pieces(String line, String delimiter) {
        String bare = delimiter.equals(STROKE) ? line.strip().replaceFirst("^\\|", "").replaceFirst("\\|$", "") : line.strip();
        if (delimiter.equals(STROKE) && bare.matches("[-:|\\s+]+")) return List.of("");
        return List.of(bare.split(delimiter)).stream().map(String::strip).toList();
    }

    private static boolean heads(String line, char delimiter) {
        if (line.indexOf(delimiter) < 0) return false;
        List<String> cells = Delimited.read(line, delimiter).rows().getFirst().stream().map(Cell::shown).toList();
        return cells.stream().anyMatch(Heads::isName) && Heads.recognised(cells) >= FEWEST_HEADS;
    }

    /** What comes before the head is running text; the notes under the table are told apart where the table is read. */
    private static List<Block> delimited(List<String> lines, char delimiter) {
        int head = 0;
        while (!heads(lines.get(head), delimiter)) head++;
        int end = head;
        for (int i = head; i < lines.size(); i++) if (lines.get(i).indexOf(delimiter) >= 0) end = i + 1;
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Text(String.join("\n", lines.subList(0, head))));
        blocks.add(new Block.Table(Delimited.read(String.join("\n", lines.subList(head, end)), delimiter, head)));
        blocks.add(new Block.Text(String.join("\n", lines.subList(end, lines.size()))));
        return blocks;
    }
}
