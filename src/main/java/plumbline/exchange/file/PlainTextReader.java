package plumbline.exchange.file;

import plumbline.base.Problem;
import plumbline.exchange.notation.HeaderLexicon;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tables in plain text: lines with tabs, as a spreadsheet pastes them; with commas, semicolons or
 * bars; columns held apart by blanks; or one cell on a line, as a web page that was saved as text
 * has them.
 */
final class PlainTextReader {
    private static final int FEWEST_HEADS = 3;
    private static final int LONGEST_LINE = 500;

    /** A line of heads is no longer than this. */
    private static final int LONGEST_HEADS = 10_000;

    private PlainTextReader() {}

    /**
     * @throws Problem if there is more than we read
     */
    static List<DocumentBlock> readText(String text, ReadBudget budget) throws Problem {
        List<String> lines = text.lines().toList();
        if (lines.size() > (long) budget.limits().rows() * 20)
            throw new Problem(
                    "problem.table.rows",
                    budget.name(),
                    budget.limits().rows(),
                    budget.limits().cells());
        for (char delimiter : DelimitedText.DELIMITERS) {
            for (int i = 0; i < lines.size(); i++)
                if (isHeadLine(lines.get(i), delimiter))
                    return readDelimited(lines, i, delimiter, budget);
        }
        List<DocumentBlock> blocks = SingleColumnTable.readBlocks(lines);
        if (blocks.size() > 1) return blocks;
        Optional<List<DocumentBlock>> regular = readRegularTable(lines, budget);
        return regular.isPresent() ? regular.get() : readSpacedTable(lines, budget).orElse(blocks);
    }

    private static boolean isHeadLine(String line, char delimiter) {
        if (line.indexOf(delimiter) < 0 || line.length() > LONGEST_HEADS) return false;
        List<String> cells =
                DelimitedText.splitIntoRows(line, delimiter).stream().findFirst().orElse(List.of());
        return cells.stream().anyMatch(HeaderLexicon::isName)
                && HeaderLexicon.countRecognised(cells) >= FEWEST_HEADS;
    }

    /**
     * What comes before the head is running text; the notes under the table are told apart where
     * the table is read.
     */
    private static List<DocumentBlock> readDelimited(
            List<String> lines, int head, char delimiter, ReadBudget budget) throws Problem {
        int end = head;
        for (int i = head; i < lines.size(); i++)
            if (lines.get(i).indexOf(delimiter) >= 0) end = i + 1;
        List<DocumentBlock> blocks = new ArrayList<>();
        blocks.add(createTextBlock(lines, 0, head));
        blocks.add(
                new DocumentBlock.TableBlock(
                        DelimitedText.readGrid(
                                        String.join("\n", lines.subList(head, end)),
                                        delimiter,
                                        budget)
                                .movedDown(head)));
        blocks.add(createTextBlock(lines, end, lines.size()));
        return blocks;
    }

    private static DocumentBlock createTextBlock(List<String> lines, int from, int to) {
        return new DocumentBlock.TextBlock(String.join("\n", lines.subList(from, to)));
    }

    /**
     * Pieces parted by single blanks, where most lines have as many of them and end in a number.
     */
    private static Optional<List<DocumentBlock>> readSpacedTable(
            List<String> lines, ReadBudget budget) throws Problem {
        Map<Integer, Long> sizes =
                lines.stream()
                        .filter(
                                l ->
                                        l.length() < LONGEST_LINE
                                                && l.matches(".*\\s[-+]?[\\d.,]+%?\\s*"))
                        .map(PlainTextReader::splitAtBlanks)
                        .map(List::size)
                        .filter(n -> n >= FEWEST_HEADS)
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        Optional<Map.Entry<Integer, Long>> most =
                sizes.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .filter(e -> e.getValue() >= 2);
        if (most.isEmpty()
                || most.get().getValue() * 2 < lines.stream().filter(l -> !l.isBlank()).count())
            return Optional.empty();
        Stream<List<String>> rows =
                lines.stream()
                        .map(
                                l ->
                                        splitAtBlanks(l).size() == most.get().getKey()
                                                ? splitAtBlanks(l)
                                                : List.of(l.strip()));
        return Optional.of(
                List.of(
                        new DocumentBlock.TableBlock(
                                SheetBuilder.readTexts(rows.iterator(), budget))));
    }

    private static List<String> splitAtBlanks(String line) {
        return List.of(line.strip().split("\\s+"));
    }

    /** Tables whose heads say nothing to us, seen by their regular lines. */
    private static Optional<List<DocumentBlock>> readRegularTable(
            List<String> lines, ReadBudget budget) throws Problem {
        List<DocumentBlock> blocks = new ArrayList<>();
        int told = 0;
        for (int i = 0; i < lines.size(); ) {
            Optional<AlignedLines> found = AlignedLines.findAlignedLines(lines, i);
            if (found.isEmpty()) {
                i++;
                continue;
            }
            if (told < i) blocks.add(createTextBlock(lines, told, i));
            blocks.add(new DocumentBlock.TableBlock(found.get().toGrid(budget).movedDown(i)));
            i = found.get().end();
            told = i;
        }
        if (blocks.isEmpty()) return Optional.empty();
        if (told < lines.size()) blocks.add(createTextBlock(lines, told, lines.size()));
        return Optional.of(blocks);
    }
}
