package plumbline.exchange;

import plumbline.plan.Indicator;
import plumbline.plan.MissingReason;
import plumbline.plan.Reading;
import plumbline.plan.Relation;
import plumbline.plan.Status;
import plumbline.words.Problem;

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
final class KitReader {
    private static final Pattern FORECAST = Pattern.compile("(?i)预.*|forecast.*|est.*");
    private static final Pattern PRELIMINARY = Pattern.compile("(?i)快报.*|初步.*|prelim.*");
    private static final Reading BLANK = Reading.missing(MissingReason.NOT_REPORTED);

    /**
     * @param tables of the sheets that were recognised
     * @param others what is left to be read as any other file
     */
    record Found(List<TableReading> tables, Kit kit, List<Block> others) {}

    /** A value as it was filled in. @param unit where another than the row's was written */
    private record Filled(
            Optional<Reading> reading,
            Status status,
            Optional<Relation> relation,
            Optional<BigDecimal> bound,
            String unit) {}

    private final String file;
    private final Grid grid;
    private final KitSlip slip;
    private final Map<KitColumn, Integer> columns;
    private final List<ReadFigure> figures = new ArrayList<>();
    private final Map<CellPlace, Kit.Answer> answers = new HashMap<>();

    private KitReader(String file, Grid grid, KitSlip slip, Map<KitColumn, Integer> columns) {
        this.file = file;
        this.grid = grid;
        this.slip = slip;
        this.columns = columns;
    }

    static Found find(List<Block> blocks, String file) {
        List<TableReading> tables = new ArrayList<>();
        Set<KitSlip> slips = new LinkedHashSet<>();
        Map<CellPlace, Kit.Answer> answers = new HashMap<>();
        List<Block> others = new ArrayList<>();
        for (Block block : blocks) {
            Optional<KitReader> sheet =
                    block instanceof Block.Table(Grid grid) ? of(grid, file) : Optional.empty();
            Optional<KitSlip> told =
                    block instanceof Block.Table(Grid grid) && grid.sight() == Grid.Sight.HIDDEN
                            ? first(grid)
                            : Optional.empty();
            sheet.map(KitReader::read).ifPresent(tables::add);
            sheet.ifPresent(s -> slips.add(s.slip));
            sheet.ifPresent(s -> answers.putAll(s.answers));
            told.ifPresent(slips::add);
            if (sheet.isEmpty() && told.isEmpty()) others.add(block);
        }
        return new Found(tables, new Kit(List.copyOf(slips), answers), others);
    }

    /** What the hidden sheet of a workbook says, though the marks of the other were taken away. */
    private static Optional<KitSlip> first(Grid grid) {
        return grid.rows().stream()
                .limit(3)
                .flatMap(List::stream)
                .flatMap(c -> KitSlip.parse(c.shown()).stream())
                .findFirst();
    }

    /** By the row that marks the columns. */
    private static Optional<KitReader> of(Grid grid, String file) {
        for (List<Cell> row : grid.rows()) {
            Optional<KitSlip> slip =
                    row.stream().flatMap(c -> KitSlip.parse(c.shown()).stream()).findFirst();
            Map<KitColumn, Integer> columns = columns(row);
            if (slip.isPresent() && columns.containsKey(KitColumn.VALUE))
                return Optional.of(
                        new KitReader(file, bared(grid, row, columns), slip.get(), columns));
        }
        return Optional.empty();
    }

    private static Map<KitColumn, Integer> columns(List<Cell> row) {
        Map<KitColumn, Integer> columns = new EnumMap<>(KitColumn.class);
        for (KitColumn column : KitColumn.values()) {
            IntStream.range(0, row.size())
                    .filter(
                            i ->
                                    column == KitColumn.LINE
                                            ? KitSlip.parse(row.get(i).shown()).isPresent()
                                            : row.get(i).shown().strip().equals(column.mark()))
                    .findFirst()
                    .ifPresent(i -> columns.put(column, i));
        }
        return columns;
    }

    /** Without our own marks, of which nobody need be told that they are hidden. */
    private static Grid bared(Grid grid, List<Cell> marks, Map<KitColumn, Integer> columns) {
        List<List<Cell>> rows = new ArrayList<>();
        for (List<Cell> row : grid.rows()) {
            List<Cell> cells = new ArrayList<>(row);
            int line = columns.get(KitColumn.LINE);
            cells.set(
                    line,
                    new Cell(row.get(line).address(), row.get(line).shown(), Optional.empty()));
            rows.add(
                    row == marks
                            ? row.stream()
                                    .map(c -> new Cell(c.address(), "", Optional.empty()))
                                    .toList()
                            : cells);
        }
        return new Grid(rows, grid.name(), grid.sight(), grid.merged());
    }

    private TableReading read() {
        for (List<Cell> row : grid.rows())
            KitSlip.line(row.get(columns.get(KitColumn.LINE)).shown())
                    .ifPresent(line -> read(row, line));
        Layout layout =
                new Layout(
                        grid.name(),
                        0,
                        0,
                        grid.rows().size(),
                        List.of(),
                        new Layout.Said(
                                "", "", "", When.of(slip.period()), Layout.Rows.INDICATORS, ""));
        return new TableReading(file, grid, layout, figures, List.of());
    }

    private void read(List<Cell> row, UUID line) {
        Cell value = cell(row, KitColumn.VALUE);
        String reason = text(row, KitColumn.REASON);
        Filled filled = filled(value, text(row, KitColumn.UNIT));
        boolean none = FigureReader.none(value.shown()) && reason.isBlank();
        boolean blank =
                value.shown().isBlank()
                        || !none && filled.reading.filter(BLANK::equals).isPresent();
        if (!blank) add(row, line, value, filled, reason);
        else if (!reason.isBlank()) reason(row, line, reason);
    }

    private void reason(List<Cell> row, UUID line, String reason) {
        Filled why =
                written(reason, "")
                        .orElse(
                                new Filled(
                                        Optional.empty(),
                                        Status.ACTUAL,
                                        Optional.empty(),
                                        Optional.empty(),
                                        ""));
        boolean told = why.reading.filter(r -> r instanceof Reading.Missing).isPresent();
        if (why.reading.filter(BLANK::equals).isPresent()) return;
        add(
                row,
                line,
                cell(row, KitColumn.REASON),
                told
                        ? why
                        : new Filled(
                                Optional.empty(),
                                Status.ACTUAL,
                                Optional.empty(),
                                Optional.empty(),
                                ""),
                "");
    }

    private void add(List<Cell> row, UUID line, Cell at, Filled filled, String beside) {
        CellPlace place = new CellPlace(file, grid.name(), at.address());
        Status status =
                filled.status == Status.ACTUAL
                        ? status(text(row, KitColumn.STATUS))
                        : filled.status;
        String raw = at.raw().map(BigDecimal::toPlainString).orElse(at.shown().strip());
        figures.add(
                new ReadFigure(
                        place,
                        text(row, KitColumn.NAME),
                        "",
                        filled.unit.isEmpty() ? text(row, KitColumn.UNIT) : filled.unit,
                        "",
                        status == Status.FORECAST ? FigureRole.FORECAST : FigureRole.ACTUAL,
                        Optional.of(slip.period()),
                        filled.reading,
                        status,
                        filled.relation,
                        filled.bound,
                        raw,
                        BigDecimal.ONE));
        answers.put(place, new Kit.Answer(slip, line, beside, text(row, KitColumn.NOTE)));
    }

    private static Status status(String word) {
        if (FORECAST.matcher(word).matches()) return Status.FORECAST;
        return PRELIMINARY.matcher(word).matches() ? Status.PRELIMINARY : Status.ACTUAL;
    }

    /**
     * The number behind the cell; or what was typed as text, as the grid of the plan itself would
     * read it; or as any table is read.
     */
    private static Filled filled(Cell cell, String unit) {
        Optional<Filled> typed =
                cell.raw().isPresent() ? Optional.empty() : written(cell.shown(), unit);
        return typed.or(
                        () ->
                                FigureText.of(cell, unit)
                                        .map(
                                                f ->
                                                        new Filled(
                                                                Optional.of(f.reading()),
                                                                f.status(),
                                                                f.relation(),
                                                                f.bound(),
                                                                f.unit())))
                .orElse(
                        new Filled(
                                Optional.empty(),
                                FigureReader.doneOrNot(cell.shown()).orElse(Status.ACTUAL),
                                Optional.empty(),
                                Optional.empty(),
                                ""));
    }

    private static Optional<Filled> written(String text, String unit) {
        try {
            NumberReader.Written w =
                    FigureReader.read(
                            text,
                            Indicator.named(new UUID(0, 0), new UUID(0, 0), "?")
                                    .change(d -> d.unit = unit));
            return Optional.of(
                    new Filled(Optional.of(w.reading()), w.status(), w.relation(), w.bound(), ""));
        } catch (Problem | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Cell cell(List<Cell> row, KitColumn column) {
        return columns.containsKey(column)
                ? row.get(columns.get(column))
                : new Cell("", "", Optional.empty());
    }

    private String text(List<Cell> row, KitColumn column) {
        return cell(row, column).shown().strip();
    }
}
