package plumbline.exchange.collection;

import plumbline.base.Problem;
import plumbline.exchange.file.Cell;
import plumbline.exchange.file.DocumentBlock;
import plumbline.exchange.file.Grid;
import plumbline.exchange.notation.AmountParser;
import plumbline.exchange.notation.FigureParser;
import plumbline.exchange.notation.TimeReference;
import plumbline.exchange.table.CellAddress;
import plumbline.exchange.table.FigureCell;
import plumbline.exchange.table.FigureRole;
import plumbline.exchange.table.ReadFigure;
import plumbline.exchange.table.TableLayout;
import plumbline.exchange.table.TableReading;
import plumbline.plan.Indicator;
import plumbline.plan.MissingReason;
import plumbline.plan.Reading;
import plumbline.plan.Relation;
import plumbline.plan.Status;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Reads returned collection workbooks by the identifiers in them: whatever the file is called,
 * wherever rows and columns were moved.
 */
public final class FormReader {
    private static final Pattern FORECAST = Pattern.compile("(?i)预.*|forecast.*|est.*");
    private static final Pattern PRELIMINARY = Pattern.compile("(?i)快报.*|初步.*|prelim.*");
    private static final Reading BLANK = Reading.missing(MissingReason.NOT_REPORTED);

    /**
     * @param tables of the sheets that were recognised
     * @param otherBlocks what is left to be read as any other file
     */
    public record FormSearchResult(
            List<TableReading> tables, ReturnedForms forms, List<DocumentBlock> otherBlocks) {}

    /** A value as it was filled in. @param unit where another than the row's was written */
    private record FilledValue(
            Optional<Reading> reading,
            Status status,
            Optional<Relation> relation,
            Optional<BigDecimal> bound,
            String unit) {}

    private final String file;
    private final Grid grid;
    private final FormIdentity identity;
    private final Map<FormColumn, Integer> columns;
    private final List<ReadFigure> figures = new ArrayList<>();
    private final Map<CellAddress, ReturnedForms.FormAnswer> answers = new HashMap<>();

    private FormReader(
            String file, Grid grid, FormIdentity slip, Map<FormColumn, Integer> columns) {
        this.file = file;
        this.grid = grid;
        this.identity = slip;
        this.columns = columns;
    }

    public static FormSearchResult findForms(List<DocumentBlock> blocks, String file) {
        List<TableReading> tables = new ArrayList<>();
        Set<FormIdentity> slips = new LinkedHashSet<>();
        Map<CellAddress, ReturnedForms.FormAnswer> answers = new HashMap<>();
        List<DocumentBlock> others = new ArrayList<>();
        for (DocumentBlock block : blocks) {
            Optional<FormReader> sheet =
                    block instanceof DocumentBlock.TableBlock(Grid grid)
                            ? findMarkedSheet(grid, file)
                            : Optional.empty();
            Optional<FormIdentity> told =
                    block instanceof DocumentBlock.TableBlock(Grid grid)
                                    && grid.visibility() == Grid.GridVisibility.HIDDEN
                            ? identityOnHiddenSheet(grid)
                            : Optional.empty();
            sheet.map(FormReader::readSheet).ifPresent(tables::add);
            sheet.ifPresent(s -> slips.add(s.identity));
            sheet.ifPresent(s -> answers.putAll(s.answers));
            told.ifPresent(slips::add);
            if (sheet.isEmpty() && told.isEmpty()) others.add(block);
        }
        return new FormSearchResult(tables, new ReturnedForms(List.copyOf(slips), answers), others);
    }

    /** What the hidden sheet of a workbook says, though the marks of the other were taken away. */
    private static Optional<FormIdentity> identityOnHiddenSheet(Grid grid) {
        return grid.rows().stream()
                .limit(3)
                .flatMap(List::stream)
                .flatMap(c -> FormIdentity.parse(c.shownText()).stream())
                .findFirst();
    }

    /** By the row that marks the columns. */
    private static Optional<FormReader> findMarkedSheet(Grid grid, String file) {
        for (List<Cell> row : grid.rows()) {
            Optional<FormIdentity> slip =
                    row.stream()
                            .flatMap(c -> FormIdentity.parse(c.shownText()).stream())
                            .findFirst();
            Map<FormColumn, Integer> columns = columnsByMarker(row);
            if (slip.isPresent() && columns.containsKey(FormColumn.VALUE))
                return Optional.of(
                        new FormReader(
                                file, withoutMarkers(grid, row, columns), slip.get(), columns));
        }
        return Optional.empty();
    }

    private static Map<FormColumn, Integer> columnsByMarker(List<Cell> row) {
        Map<FormColumn, Integer> columns = new EnumMap<>(FormColumn.class);
        for (FormColumn column : FormColumn.values()) {
            IntStream.range(0, row.size())
                    .filter(
                            i ->
                                    column == FormColumn.LINE
                                            ? FormIdentity.parse(row.get(i).shownText()).isPresent()
                                            : row.get(i)
                                                    .shownText()
                                                    .strip()
                                                    .equals(column.marker()))
                    .findFirst()
                    .ifPresent(i -> columns.put(column, i));
        }
        return columns;
    }

    /** Without our own marks, of which nobody need be told that they are hidden. */
    private static Grid withoutMarkers(
            Grid grid, List<Cell> marks, Map<FormColumn, Integer> columns) {
        List<List<Cell>> rows = new ArrayList<>();
        for (List<Cell> row : grid.rows()) {
            List<Cell> cells = new ArrayList<>(row);
            int line = columns.get(FormColumn.LINE);
            cells.set(
                    line,
                    new Cell(row.get(line).address(), row.get(line).shownText(), Optional.empty()));
            rows.add(
                    row == marks
                            ? row.stream()
                                    .map(c -> new Cell(c.address(), "", Optional.empty()))
                                    .toList()
                            : cells);
        }
        return new Grid(rows, grid.name(), grid.visibility(), grid.mergedRanges());
    }

    private TableReading readSheet() {
        for (List<Cell> row : grid.rows())
            FormIdentity.parseLineId(row.get(columns.get(FormColumn.LINE)).shownText())
                    .ifPresent(line -> readRow(row, line));
        TableLayout layout =
                new TableLayout(
                        grid.name(),
                        0,
                        0,
                        grid.rows().size(),
                        List.of(),
                        new TableLayout.TableSubject(
                                "",
                                "",
                                "",
                                TimeReference.referenceToPeriod(identity.period()),
                                TableLayout.RowMeaning.INDICATORS,
                                ""));
        return new TableReading(file, grid, layout, figures, List.of());
    }

    private void readRow(List<Cell> row, UUID line) {
        Cell value = cell(row, FormColumn.VALUE);
        String reason = cellText(row, FormColumn.REASON);
        FilledValue filled = readFilledValue(value, cellText(row, FormColumn.UNIT));
        boolean none = FigureParser.saysNone(value.shownText()) && reason.isBlank();
        boolean blank =
                value.shownText().isBlank()
                        || !none && filled.reading.filter(BLANK::equals).isPresent();
        if (!blank) addFigure(row, line, value, filled, reason);
        else if (!reason.isBlank()) addReason(row, line, reason);
    }

    private void addReason(List<Cell> row, UUID line, String reason) {
        FilledValue why =
                parseTyped(reason, "")
                        .orElse(
                                new FilledValue(
                                        Optional.empty(),
                                        Status.ACTUAL,
                                        Optional.empty(),
                                        Optional.empty(),
                                        ""));
        boolean told = why.reading.filter(r -> r instanceof Reading.Missing).isPresent();
        if (why.reading.filter(BLANK::equals).isPresent()) return;
        addFigure(
                row,
                line,
                cell(row, FormColumn.REASON),
                told
                        ? why
                        : new FilledValue(
                                Optional.empty(),
                                Status.ACTUAL,
                                Optional.empty(),
                                Optional.empty(),
                                ""),
                "");
    }

    private void addFigure(List<Cell> row, UUID line, Cell at, FilledValue filled, String beside) {
        CellAddress place = new CellAddress(file, grid.name(), at.address());
        Status status =
                filled.status == Status.ACTUAL
                        ? parseStatus(cellText(row, FormColumn.STATUS))
                        : filled.status;
        String raw =
                at.storedNumber().map(BigDecimal::toPlainString).orElse(at.shownText().strip());
        figures.add(
                new ReadFigure(
                        place,
                        cellText(row, FormColumn.NAME),
                        "",
                        filled.unit.isEmpty() ? cellText(row, FormColumn.UNIT) : filled.unit,
                        "",
                        status == Status.FORECAST ? FigureRole.FORECAST : FigureRole.ACTUAL,
                        Optional.of(identity.period()),
                        filled.reading,
                        status,
                        filled.relation,
                        filled.bound,
                        raw,
                        BigDecimal.ONE));
        answers.put(
                place,
                new ReturnedForms.FormAnswer(
                        identity, line, beside, cellText(row, FormColumn.NOTE)));
    }

    private static Status parseStatus(String word) {
        if (FORECAST.matcher(word).matches()) return Status.FORECAST;
        return PRELIMINARY.matcher(word).matches() ? Status.PRELIMINARY : Status.ACTUAL;
    }

    /**
     * The number behind the cell; or what was typed as text, as the grid of the plan itself would
     * read it; or as any table is read.
     */
    private static FilledValue readFilledValue(Cell cell, String unit) {
        Optional<FilledValue> typed =
                cell.storedNumber().isPresent()
                        ? Optional.empty()
                        : parseTyped(cell.shownText(), unit);
        return typed.or(
                        () ->
                                FigureCell.parseCell(cell, unit)
                                        .map(
                                                f ->
                                                        new FilledValue(
                                                                Optional.of(f.reading()),
                                                                f.status(),
                                                                f.relation(),
                                                                f.bound(),
                                                                f.unit())))
                .orElse(
                        new FilledValue(
                                Optional.empty(),
                                FigureParser.parseMilestoneStatus(cell.shownText())
                                        .orElse(Status.ACTUAL),
                                Optional.empty(),
                                Optional.empty(),
                                ""));
    }

    private static Optional<FilledValue> parseTyped(String text, String unit) {
        try {
            AmountParser.ParsedAmount w =
                    FigureParser.parseFigure(
                            text,
                            Indicator.createNamed(new UUID(0, 0), new UUID(0, 0), "?")
                                    .withChanges(d -> d.unit = unit));
            return Optional.of(
                    new FilledValue(
                            Optional.of(w.reading()), w.status(), w.relation(), w.bound(), ""));
        } catch (Problem | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Cell cell(List<Cell> row, FormColumn column) {
        return columns.containsKey(column)
                ? row.get(columns.get(column))
                : new Cell("", "", Optional.empty());
    }

    private String cellText(List<Cell> row, FormColumn column) {
        return cell(row, column).shownText().strip();
    }
}
