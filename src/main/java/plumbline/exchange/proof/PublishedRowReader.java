package plumbline.exchange.proof;

import plumbline.base.Problem;
import plumbline.exchange.file.Cell;
import plumbline.exchange.notation.AmountParser;
import plumbline.exchange.notation.FootnoteMarks;
import plumbline.exchange.notation.VerdictTerms;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Reading;
import plumbline.proofreading.PrintedCell;
import plumbline.proofreading.PrintedColumnRole;
import plumbline.proofreading.PrintedColumnRole.PlainColumn;
import plumbline.proofreading.PrintedRow;
import plumbline.words.KindNote;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one line of a table: the name and the unit in brackets after it, the numbers in that
 * unit. @param kindNotes what the notes say of its kind
 */
record PublishedRowReader(
        PublishedTable table,
        PublishedTable.PublishedRow line,
        KindNote.KindNoteContent kindNotes) {
    private static final Pattern NAME_AND_UNIT =
            Pattern.compile("(.+?)\\s*[(（]([^()（）]{1,8})[)）]?");
    private static final Pattern NOT_A_UNIT =
            Pattern.compile("^(含|不含|其中|占|包括|累计|年均|按|以|新|全).*|\\d+");
    private static final int MOST_DIGITS = 24;

    /**
     * @param index from 0
     */
    PrintedRow readPrintedRow(int index, UUID indicator) {
        int number =
                table.findCell(line, PlainColumn.NUMBER)
                        .map(Cell::shownText)
                        .filter(t -> t.matches("\\d{1,5}"))
                        .map(Integer::parseInt)
                        .orElse(index + 1);
        String unit = readUnit();
        List<PrintedCell> cells = new ArrayList<>();
        for (int c = 0; c < table.roles().size(); c++)
            cells.add(readCell(line.cells().get(c), table.roles().get(c), unit, isGrowth(number)));
        return new PrintedRow(index, number, indicator, indicatorName(), unit, cells);
    }

    private String writtenName() {
        return table.findCell(line, PlainColumn.NAME)
                .map(Cell::shownText)
                .orElse("")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private Optional<Matcher> matchNameAndUnit() {
        Matcher m = NAME_AND_UNIT.matcher(writtenName());
        return m.matches() && !NOT_A_UNIT.matcher(m.group(2)).matches()
                ? Optional.of(m)
                : Optional.empty();
    }

    private String indicatorName() {
        return matchNameAndUnit().map(m -> m.group(1)).orElse(writtenName());
    }

    /** From its own column, the brackets after the name, or the percent signs of its figures. */
    private String readUnit() {
        Optional<String> own =
                table.findCell(line, PlainColumn.UNIT)
                        .map(Cell::shownText)
                        .filter(t -> !t.matches("[-—–―/\\s]*"));
        return own.or(() -> matchNameAndUnit().map(m -> m.group(2).strip().replace('％', '%')))
                .orElseGet(() -> hasPercentFigures() ? "%" : "");
    }

    private boolean hasPercentFigures() {
        return table.findCell(line, PlainColumn.TARGET)
                .or(() -> table.findCell(line, PlainColumn.BASELINE))
                .map(Cell::shownText)
                .filter(t -> t.matches(".*[%％].*"))
                .isPresent();
    }

    /** A rate is asked of what has another unit. */
    private boolean isGrowth(int number) {
        return Optional.ofNullable(kindNotes.kinds().get(number))
                .filter(j -> j.kind() == IndicatorKind.GROWTH)
                .isPresent();
    }

    private static PrintedCell readCell(
            Cell cell, PrintedColumnRole role, String unit, boolean growth) {
        String text = cell.shownText();
        return new PrintedCell(
                cell.address(),
                text,
                switch (role) {
                    case PlainColumn.ATTAINMENT, PlainColumn.PROGRESS ->
                            parseNumber(new Cell(cell.address(), text, Optional.empty()), "%")
                                    .orElseGet(PrintedCell.UnreadablePrint::new);
                    case PlainColumn.TARGET, PlainColumn.MID_TERM ->
                            parseFigure(cell, growth ? "%" : unit);
                    case PlainColumn.BASELINE -> parseFigure(cell, unit);
                    case PlainColumn.VERDICT -> parseVerdict(text);
                    case PlainColumn.NUMBER,
                            PlainColumn.NAME,
                            PlainColumn.UNIT,
                            PlainColumn.GROUP,
                            PlainColumn.PROPERTY,
                            PlainColumn.FORMER_TARGET,
                            PlainColumn.OTHER ->
                            new PrintedCell.PrintedWords();
                    case PrintedColumnRole.YearlyTargetColumn _ ->
                            parseFigure(cell, growth ? "%" : unit);
                    case PrintedColumnRole.ActualColumn _, PrintedColumnRole.AggregateColumn _ ->
                            parseFigure(cell, unit);
                });
    }

    private static PrintedCell.PrintedContent parseVerdict(String text) {
        if (text.matches("[-—–―/\\s]*")) return new PrintedCell.PrintedBlank();
        if (text.matches("(?i)(未|不|暂不|无法|暂未)评价|not judged|n/a|不适用"))
            return new PrintedCell.PrintedUnjudged();
        if (text.strip().matches("(?i)(未|不)?达标|(not )?met"))
            return new PrintedCell.PrintedPassOrFail(VerdictTerms.parseVerdict(text).orElseThrow());
        return VerdictTerms.parseVerdict(text)
                .<PrintedCell.PrintedContent>map(PrintedCell.PrintedClass::new)
                .orElseGet(PrintedCell.PrintedWords::new);
    }

    /** 保持在合理区间 is no number that failed to be one; 3-5 is no single number to compute with. */
    private static PrintedCell.PrintedContent parseFigure(Cell cell, String unit) {
        return parseNumber(cell, unit)
                .orElseGet(
                        () ->
                                cell.shownText().matches(".*\\d.*")
                                        ? new PrintedCell.UnreadablePrint()
                                        : new PrintedCell.PrintedWords());
    }

    /**
     * The number behind the cell where the file keeps one, marked as what it is shown to be; empty
     * for what is not understood.
     */
    private static Optional<PrintedCell.PrintedContent> parseNumber(Cell cell, String unit) {
        try {
            AmountParser.ParsedAmount written =
                    AmountParser.parseAmount(FootnoteMarks.withoutMarks(cell.shownText()), unit);
            if (written.isBlank()) return Optional.of(new PrintedCell.PrintedBlank());
            Optional<BigDecimal> shown = written.reading().findAmount();
            if (shown.isEmpty() || written.bound().isPresent())
                return Optional.of(new PrintedCell.PrintedWords());
            BigDecimal amount =
                    cell.storedNumber().map(r -> rawAmount(cell, r, unit)).orElse(shown.get());
            if (amount.precision() > MOST_DIGITS) amount = shown.get();
            Reading.ofAmount(amount);
            return Optional.of(
                    new PrintedCell.PrintedNumber(amount, shown.get().scale(), written.status()));
        } catch (Problem | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /**
     * A share is kept as a fraction; a percent sign that is only shown behind a number is not one.
     */
    private static BigDecimal rawAmount(Cell cell, BigDecimal raw, String unit) {
        return unit.contains("%") && cell.hasTrait(Cell.CellTrait.PERCENT)
                ? raw.movePointRight(2)
                : raw;
    }
}
