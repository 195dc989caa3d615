package plumbline.exchange.proof;

import plumbline.assessment.Evaluation;
import plumbline.exchange.file.DocumentBlock;
import plumbline.exchange.file.Grid;
import plumbline.proofreading.ClaimMatch;
import plumbline.proofreading.Contradiction;
import plumbline.proofreading.PrintedTable;
import plumbline.proofreading.Proofreading;
import plumbline.words.Messages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 正文对规划: a text held against a plan.
 *
 * @param text as it was read
 * @param table the plan as the table it would be printed as
 * @param matches what could be tied to a cell, in the order of the text
 * @param marks every number of the text, and every word that was tied, in their order; none
 *     overlaps another
 */
public record TextProof(
        String name,
        String text,
        PrintedTable table,
        List<ClaimMatch> matches,
        List<TextMark> marks) {
    /** A year, a day or a number within a name or a list is none that could be tied. */
    private static final Pattern NUMBER =
            Pattern.compile(
                    "(?<![\\d.A-Za-z“+第])(?!(?:19|20)\\d\\d\\s*(?:年|[-—–~至]))\\d+(?:,\\d{3})*(?:\\.\\d+)?(?![\\d.、)）]|\\s*[年月日号])(?:[万亿]|万亿)?[%％]?");

    /**
     * @param match none where a number was not tied to anything
     */
    public record TextMark(int from, int to, Optional<ClaimMatch> match) {}

    public TextProof {
        matches = List.copyOf(matches);
        marks = List.copyOf(marks);
    }

    /**
     * @param name of the file, or what the text is called
     */
    public static TextProof fromBlocks(
            List<DocumentBlock> blocks, Evaluation standing, String name, Messages words) {
        return fromText(plainTextOf(blocks), standing, name, words);
    }

    public static TextProof fromText(
            String text, Evaluation standing, String name, Messages words) {
        PrintedTable table = new PlanTable(standing, words).tableWithText(text);
        List<ClaimMatch> ties = Proofreading.checkText(table, standing, text);
        return new TextProof(name, text, table, ties, markText(text, ties));
    }

    /** Those of a sentence that counts are marked number by number. */
    private static List<TextMark> markText(String text, List<ClaimMatch> ties) {
        List<TextMark> marks = new ArrayList<>();
        int end = 0;
        for (ClaimMatch tie : ties) {
            if (tie.location().row().isEmpty() || tie.quote().start() < end) continue;
            markNumbers(text, end, tie.quote().start(), ties, marks);
            marks.add(new TextMark(tie.quote().start(), tie.quote().end(), Optional.of(tie)));
            end = tie.quote().end();
        }
        markNumbers(text, end, text.length(), ties, marks);
        return marks;
    }

    private static void markNumbers(
            String text, int from, int to, List<ClaimMatch> ties, List<TextMark> marks) {
        Matcher m = NUMBER.matcher(text).region(from, to).useTransparentBounds(true);
        while (m.find()) {
            int begin = m.start();
            int end = m.end();
            marks.add(
                    new TextMark(
                            begin,
                            end,
                            ties.stream()
                                    .filter(
                                            t ->
                                                    t.location().row().isEmpty()
                                                            && t.quote().start() <= begin
                                                            && end <= t.quote().end())
                                    .findFirst()));
        }
    }

    /** A table within the text keeps its rows apart, and the cells of a row. */
    private static String plainTextOf(List<DocumentBlock> blocks) {
        StringBuilder all = new StringBuilder();
        for (DocumentBlock block : blocks) {
            switch (block) {
                case DocumentBlock.TextBlock(String text) -> all.append(text).append('\n');
                case DocumentBlock.TableBlock(Grid grid) ->
                        grid.rows()
                                .forEach(
                                        r ->
                                                all.append(
                                                                String.join(
                                                                        " | ",
                                                                        Grid.distinctTexts(r)))
                                                        .append('\n'));
            }
        }
        return all.toString();
    }

    public List<Contradiction> contradictions() {
        return matches.stream().flatMap(t -> t.contradiction().stream()).toList();
    }

    /** Numbers and words that were tied. */
    public int countTied() {
        return (int) marks.stream().filter(m -> m.match().isPresent()).count();
    }

    /** Numbers that were not. */
    public int countUntied() {
        return marks.size() - countTied();
    }
}
