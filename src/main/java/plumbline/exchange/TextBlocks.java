package plumbline.exchange;

import java.util.ArrayList;
import java.util.List;

/**
 * Tables in plain text: lines with tabs, as a spreadsheet pastes them; lines with commas; or one cell on a line, as a web page
 * that was saved as text has them.
 */
final class TextBlocks {
    private static final int FEWEST_HEADS = 3;

    private TextBlocks() { }

    static List<Block> read(String text) {
        List<String> lines = text.lines().toList();
        for (char delimiter : new char[] {'\t', ','}) {
            if (lines.stream().anyMatch(l -> heads(l, delimiter))) return delimited(lines, delimiter);
        }
        return OneCellALine.read(lines);
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
        blocks.add(new Block.Table(Delimited.read(String.join("\n", lines.subList(head, end)), delimiter)));
        blocks.add(new Block.Text(String.join("\n", lines.subList(end, lines.size()))));
        return blocks;
    }
}
