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
    public Optional<UncheckedReason> unchecked() {
        boolean given =
                column(PrintedColumnRole.Plain.VERDICT)
                        .filter(c -> rows.stream().anyMatch(r -> !r.cells().get(c.index()).blank()))
                        .isPresent();
        if (!given || note.rule().isPresent()) return Optional.empty();
        return Optional.of(
                note.unread()
                        .<UncheckedReason>map(UncheckedReason.NotUnderstood::new)
                        .orElseGet(UncheckedReason.NoClasses::new));
    }

    Optional<PrintedColumn> column(PrintedColumnRole role) {
        return columns.stream().filter(c -> c.role().equals(role)).findFirst();
    }

    Optional<PrintedCell> cell(PrintedRow row, PrintedColumnRole role) {
        return column(role).map(c -> row.cells().get(c.index()));
    }

    Optional<PrintedCell.Number> number(PrintedRow row, PrintedColumnRole role) {
        return cell(row, role).flatMap(PrintedCell::number);
    }

    Optional<PrintedRow> row(UUID indicator) {
        return rows.stream().filter(r -> r.indicator().equals(indicator)).findFirst();
    }

    /** The periods that have a column, in time. */
    List<Period> periods() {
        return columns.stream()
                .map(PrintedColumn::role)
                .filter(PrintedColumnRole.Actual.class::isInstance)
                .map(r -> ((PrintedColumnRole.Actual) r).period())
                .sorted()
                .toList();
    }
}
