package plumbline.exchange.table;

import plumbline.exchange.notation.TimeReference;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * How a table of a sheet is understood: where its heads and rows lie, what each column is for, and
 * what is said once for all of it. It can be corrected, and gives figures again.
 *
 * @param sheet empty where the file has none
 * @param headRow the first row of the heads, from 0
 * @param firstRow the first row below the heads
 * @param end one past the last row
 */
public record TableLayout(
        String sheet,
        int headRow,
        int firstRow,
        int end,
        List<LayoutColumn> columns,
        TableSubject subject) {

    /**
     * @param index from 0
     * @param head all that stands over it
     * @param role what it is for
     * @param time the time its head tells
     * @param indicator what its head names, empty where the rows do
     * @param breakdown the part its head names
     * @param unit the unit its head names
     * @param confidence from 0 to 1
     */
    public record LayoutColumn(
            int index,
            String head,
            ColumnRole role,
            TimeReference time,
            String indicator,
            String breakdown,
            String unit,
            double confidence) {
        public LayoutColumn withRole(ColumnRole use) {
            return new LayoutColumn(index, head, use, time, indicator, breakdown, unit, 1);
        }

        public LayoutColumn withTime(TimeReference when) {
            return new LayoutColumn(index, head, role, when, indicator, breakdown, unit, 1);
        }

        public LayoutColumn withNames(String indicator, String breakdown, String unit) {
            return new LayoutColumn(index, head, role, time, indicator, breakdown, unit, 1);
        }

        boolean holdsFigures() {
            return role instanceof FigureRole;
        }
    }

    /**
     * Said once for a whole table, by its title, the lines above it, its sheet's or its file's
     * name.
     *
     * @param breakdown the place a sheet is named after, where several are
     * @param rowMeaning what the rows stand for
     */
    public record TableSubject(
            String indicator,
            String breakdown,
            String unit,
            TimeReference time,
            RowMeaning rowMeaning,
            String title) {
        public TableSubject withTime(TimeReference when) {
            return new TableSubject(indicator, breakdown, unit, when, rowMeaning, title);
        }

        public TableSubject withIndicator(String indicator, String unit) {
            return new TableSubject(indicator, breakdown, unit, time, rowMeaning, title);
        }

        public TableSubject withBreakdown(String breakdown) {
            return new TableSubject(indicator, breakdown, unit, time, rowMeaning, title);
        }

        public TableSubject withRowMeaning(RowMeaning rows) {
            return new TableSubject(indicator, breakdown, unit, time, rows, title);
        }
    }

    public enum RowMeaning {
        INDICATORS,
        BREAKDOWNS,
        PERIODS
    }

    public TableLayout {
        columns = List.copyOf(columns);
    }

    public TableLayout withColumn(LayoutColumn column) {
        List<LayoutColumn> other = new ArrayList<>(columns);
        other.replaceAll(c -> c.index == column.index ? column : c);
        return new TableLayout(sheet, headRow, firstRow, end, other, subject);
    }

    public TableLayout withSubject(TableSubject said) {
        return new TableLayout(sheet, headRow, firstRow, end, columns, said);
    }

    /** The same for tables of the same heads, whatever their years and months. */
    public String fingerprint() {
        String heads =
                columns.stream()
                        .map(
                                c ->
                                        c.head.toLowerCase(Locale.ROOT)
                                                .replaceAll("\\d+", "0")
                                                .replaceAll("\\s+", ""))
                        .collect(Collectors.joining("|"));
        return UUID.nameUUIDFromBytes(heads.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /**
     * This table with the uses a person gave to the columns of an earlier one of the same heads;
     * times stay those of this one.
     */
    public TableLayout withRolesOf(TableLayout earlier) {
        if (columns.size() != earlier.columns.size()) return this;
        List<LayoutColumn> same = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            LayoutColumn was = earlier.columns.get(i);
            LayoutColumn now = columns.get(i);
            same.add(
                    new LayoutColumn(
                            now.index,
                            now.head,
                            was.role,
                            now.time,
                            was.indicator,
                            was.breakdown,
                            was.unit,
                            1));
        }
        return new TableLayout(
                sheet,
                headRow,
                firstRow,
                end,
                same,
                subject.withRowMeaning(earlier.subject.rowMeaning));
    }
}
