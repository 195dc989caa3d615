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
        String sheet, int headRow, int firstRow, int end, List<Column> columns, Said said) {

    /**
     * @param index from 0
     * @param head all that stands over it
     * @param use what it is for
     * @param when the time its head tells
     * @param indicator what its head names, empty where the rows do
     * @param breakdown the part its head names
     * @param unit the unit its head names
     * @param confidence from 0 to 1
     */
    public record Column(
            int index,
            String head,
            ColumnRole use,
            TimeReference when,
            String indicator,
            String breakdown,
            String unit,
            double confidence) {
        public Column as(ColumnRole use) {
            return new Column(index, head, use, when, indicator, breakdown, unit, 1);
        }

        public Column at(TimeReference when) {
            return new Column(index, head, use, when, indicator, breakdown, unit, 1);
        }

        public Column named(String indicator, String breakdown, String unit) {
            return new Column(index, head, use, when, indicator, breakdown, unit, 1);
        }

        boolean figures() {
            return use instanceof FigureRole;
        }
    }

    /**
     * Said once for a whole table, by its title, the lines above it, its sheet's or its file's
     * name.
     *
     * @param breakdown the place a sheet is named after, where several are
     * @param rows what the rows stand for
     */
    public record Said(
            String indicator,
            String breakdown,
            String unit,
            TimeReference when,
            Rows rows,
            String title) {
        public Said at(TimeReference when) {
            return new Said(indicator, breakdown, unit, when, rows, title);
        }

        public Said named(String indicator, String unit) {
            return new Said(indicator, breakdown, unit, when, rows, title);
        }

        public Said of(String breakdown) {
            return new Said(indicator, breakdown, unit, when, rows, title);
        }

        public Said by(Rows rows) {
            return new Said(indicator, breakdown, unit, when, rows, title);
        }
    }

    public enum Rows {
        INDICATORS,
        BREAKDOWNS,
        PERIODS
    }

    public TableLayout {
        columns = List.copyOf(columns);
    }

    public TableLayout with(Column column) {
        List<Column> other = new ArrayList<>(columns);
        other.replaceAll(c -> c.index == column.index ? column : c);
        return new TableLayout(sheet, headRow, firstRow, end, other, said);
    }

    public TableLayout with(Said said) {
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
    public TableLayout like(TableLayout earlier) {
        if (columns.size() != earlier.columns.size()) return this;
        List<Column> same = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Column was = earlier.columns.get(i);
            Column now = columns.get(i);
            same.add(
                    new Column(
                            now.index,
                            now.head,
                            was.use,
                            now.when,
                            was.indicator,
                            was.breakdown,
                            was.unit,
                            1));
        }
        return new TableLayout(sheet, headRow, firstRow, end, same, said.by(earlier.said.rows));
    }
}
