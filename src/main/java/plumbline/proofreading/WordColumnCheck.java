package plumbline.proofreading;

import plumbline.proofreading.ColumnFormulaFinder.FoundFormula;
import plumbline.proofreading.PrintedColumnRole.PlainColumn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Columns of words that follow from the numbers of the row: a verdict by the note's scale, whether
 * a target is met, whether something rose.
 */
final class WordColumnCheck {
    private static final int MOST_WORDS = 7;
    private static final double FEWEST_SHARE = 0.6;
    private final SheetFigures figures;
    private final String notes;

    /** What a word should be: several where rounding leaves it open. */
    record WordOutcome(
            PrintedRow row, PrintedColumn column, String expected, boolean isRight, String by) {}

    WordColumnCheck(SheetFigures figures, String notes) {
        this.figures = figures;
        this.notes = notes;
    }

    List<WordOutcome> checkColumns(List<FoundFormula> formulas) {
        return figures.table().columns().stream()
                .filter(this::holdsWords)
                .flatMap(c -> checkColumn(c, formulas).stream())
                .toList();
    }

    private boolean holdsWords(PrintedColumn column) {
        if (column.role() != PlainColumn.VERDICT && column.role() != PlainColumn.OTHER
                || column.heading().matches("(?i).*(方向|direction|polarity).*")) return false;
        Set<String> words = wordsIn(column);
        return !words.isEmpty() && words.size() <= MOST_WORDS;
    }

    private Set<String> wordsIn(PrintedColumn column) {
        return figures.table().rows().stream()
                .map(r -> wordAt(r, column))
                .filter(t -> !t.isEmpty())
                .collect(Collectors.toSet());
    }

    /** Empty for a number, a dash, and what says that there is none. */
    private static String wordAt(PrintedRow row, PrintedColumn column) {
        String text = row.cells().get(column.index()).text().strip();
        return text.matches(".*\\d.*|[-—–―/\\s]*|(?i)n/a") ? "" : text;
    }

    private List<WordOutcome> checkColumn(PrintedColumn column, List<FoundFormula> formulas) {
        List<List<WordOutcome>> tried = new ArrayList<>();
        NoteScale.readNote(notes, wordsIn(column))
                .ifPresent(
                        s -> {
                            for (PrintedColumn of : figures.numberColumns())
                                if (holdsShares(of, formulas))
                                    tried.add(byScale(column, s, of, formulas));
                        });
        if (TargetWords.areAllKnown(wordsIn(column)))
            for (PrintedColumn target : figures.table().columns())
                for (PrintedColumn value : figures.numberColumns())
                    if (target != value && TargetWords.isTarget(target))
                        tried.add(byTarget(column, target, value));
        if (MovementWords.areAllKnown(wordsIn(column)))
            for (PrintedColumn before : figures.numberColumns())
                for (PrintedColumn after : figures.numberColumns())
                    if (before != after) tried.add(byMovement(column, before, after));
        return tried.stream()
                .filter(WordColumnCheck::isMostlyRight)
                .max(Comparator.comparingLong(WordColumnCheck::countRight))
                .orElse(List.of());
    }

    private boolean holdsShares(PrintedColumn column, List<FoundFormula> formulas) {
        return column.role() == PlainColumn.PROGRESS
                || column.role() == PlainColumn.ATTAINMENT
                || !ColumnFormulaFinder.isInput(column)
                        && formulas.stream().anyMatch(f -> f.column().equals(column));
    }

    private static long countRight(List<WordOutcome> outcomes) {
        return outcomes.stream().filter(WordOutcome::isRight).count();
    }

    private static boolean isMostlyRight(List<WordOutcome> outcomes) {
        long right = countRight(outcomes);
        return right >= 2 && right >= FEWEST_SHARE * outcomes.size();
    }

    private List<WordOutcome> byScale(
            PrintedColumn column, NoteScale scale, PrintedColumn of, List<FoundFormula> formulas) {
        Map<Integer, ColumnFormula> known = new HashMap<>();
        formulas.forEach(f -> known.put(f.column().index(), f.formula()));
        List<WordOutcome> outcomes = new ArrayList<>();
        for (PrintedRow row : figures.table().rows()) {
            String word = wordAt(row, column);
            Optional<RoundedNumber> printed = figures.numberAt(row, of);
            if (word.isEmpty() || printed.isEmpty()) continue;
            List<String> possible = new ArrayList<>();
            Optional.ofNullable(known.get(of.index()))
                    .flatMap(f -> figures.resultOf(f, row, of))
                    .flatMap(r -> scale.labelFor(r.amount()))
                    .ifPresent(possible::add);
            scale.labelFor(printed.get().amount()).ifPresent(possible::add);
            if (!possible.isEmpty())
                outcomes.add(
                        new WordOutcome(
                                row,
                                column,
                                possible.getFirst(),
                                possible.contains(word),
                                of.heading()));
        }
        return outcomes;
    }

    private List<WordOutcome> byTarget(
            PrintedColumn column, PrintedColumn target, PrintedColumn value) {
        List<WordOutcome> outcomes = new ArrayList<>();
        Set<String> words = wordsIn(column);
        for (PrintedRow row : figures.table().rows()) {
            String word = wordAt(row, column);
            Optional<RoundedNumber> there = figures.numberAt(row, value);
            if (word.isEmpty() || there.isEmpty()) continue;
            TargetWords.isMet(
                            row.cells().get(target.index()).text(),
                            there.get().amount(),
                            figures.isDownwards(row))
                    .ifPresent(
                            met ->
                                    outcomes.add(
                                            new WordOutcome(
                                                    row,
                                                    column,
                                                    TargetWords.wordFor(met, words).orElse(""),
                                                    met == TargetWords.saysMet(word),
                                                    value.heading() + " : " + target.heading())));
        }
        return outcomes;
    }

    private List<WordOutcome> byMovement(
            PrintedColumn column, PrintedColumn before, PrintedColumn after) {
        List<WordOutcome> outcomes = new ArrayList<>();
        Set<String> words = wordsIn(column);
        for (PrintedRow row : figures.table().rows()) {
            String word = wordAt(row, column);
            Optional<RoundedNumber> from = figures.numberAt(row, before);
            Optional<RoundedNumber> to = figures.numberAt(row, after);
            if (word.isEmpty() || from.isEmpty() || to.isEmpty()) continue;
            int sign = Double.compare(to.get().amount(), from.get().amount());
            int turned = figures.isDownwards(row) ? -sign : sign;
            int meant = MovementWords.judgesGood(word) ? turned : sign;
            boolean right = MovementWords.signOf(word) == meant;
            String expected =
                    words.stream()
                            .filter(
                                    w ->
                                            MovementWords.signOf(w)
                                                    == (MovementWords.judgesGood(w)
                                                            ? turned
                                                            : sign))
                            .findFirst()
                            .orElse("");
            outcomes.add(
                    new WordOutcome(
                            row,
                            column,
                            expected,
                            right,
                            before.heading() + " → " + after.heading()));
        }
        return outcomes;
    }
}
