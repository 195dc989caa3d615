package plumbline.report.table;

import com.fasterxml.jackson.databind.node.ObjectNode;

import plumbline.exchange.table.FigureColumns;
import plumbline.exchange.table.ReadFigure;
import plumbline.report.table.PlainTable.PlainTableColumn;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The figures understood from strangers' files, as a list for programs: the heads are the same in
 * every language.
 */
public final class FigureTable {
    private static final List<String> NUMBERS = List.of("value", "confidence");

    private final PlainTable<ReadFigure> plainTable;

    public FigureTable(List<ReadFigure> figures) {
        List<PlainTableColumn<ReadFigure>> measures = new ArrayList<>();
        for (String name : FigureColumns.NAMES)
            measures.add(
                    NUMBERS.contains(name)
                            ? numberColumn(name)
                            : PlainTableColumn.textColumn(name, name, textOf(name)));
        plainTable = new PlainTable<>(measures, figures);
    }

    private static Function<ReadFigure, String> textOf(String name) {
        return figure -> FigureColumns.columnsForFigure(figure).get(name);
    }

    private static PlainTableColumn<ReadFigure> numberColumn(String name) {
        return PlainTableColumn.numberColumn(
                name,
                name,
                f -> name.equals("value") ? f.findValue() : Optional.of(f.confidence()),
                BigDecimal::toPlainString);
    }

    public String formatAs(TableFormat format) {
        return switch (format) {
            case TABLE -> plainTable.toAlignedText();
            case CSV -> plainTable.toBareCsv();
            case JSON -> plainTable.toJson("figures", (ObjectNode _) -> {}, (_, _) -> {});
        };
    }
}
