package plumbline.proofreading;

import plumbline.plan.Period;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * 附表 as it was published, with what its notes lay down and what the text around it says. Read, not
 * yet believed.
 */
public record PrintedTable(
        List<PrintedColumn> columns,
        List<PrintedRow> rows,
        PrintedNote note,
        List<Claim> claims,
        List<Headline> headlines) {
    public PrintedTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        claims = List.copyOf(claims);
        headlines = List.copyOf(headlines);
    }

    /** Why the classes given cannot be checked; empty if they can, or if none are given. */
    public Optional<UncheckedReason> whyClassesUnchecked() {
        boolean given =
                findColumn(PrintedColumnRole.PlainColumn.VERDICT)
                        .filter(
                                c ->
                                        rows.stream()
                                                .anyMatch(r -> !r.cells().get(c.index()).isBlank()))
                        .isPresent();
        if (!given || note.rule().isPresent()) return Optional.empty();
        return Optional.of(
                note.unreadSentence()
                        .<UncheckedReason>map(UncheckedReason.NotesNotUnderstood::new)
                        .orElseGet(UncheckedReason.NoClassesInNotes::new));
    }

    Optional<PrintedColumn> findColumn(PrintedColumnRole role) {
        return columns.stream().filter(c -> c.role().equals(role)).findFirst();
    }

    Optional<PrintedCell> findCell(PrintedRow row, PrintedColumnRole role) {
        return findColumn(role).map(c -> row.cells().get(c.index()));
    }

    Optional<PrintedCell.PrintedNumber> findNumber(PrintedRow row, PrintedColumnRole role) {
        return findCell(row, role).flatMap(PrintedCell::findNumber);
    }

    Optional<PrintedRow> findRow(UUID indicator) {
        return rows.stream().filter(r -> r.indicatorId().equals(indicator)).findFirst();
    }

    /** The periods that have a column, in time. */
    List<Period> periodsWithColumn() {
        return columns.stream()
                .map(PrintedColumn::role)
                .filter(PrintedColumnRole.ActualColumn.class::isInstance)
                .map(r -> ((PrintedColumnRole.ActualColumn) r).period())
                .sorted()
                .toList();
    }
}
