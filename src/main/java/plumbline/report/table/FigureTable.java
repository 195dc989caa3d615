package plumbline.report.table;

import com.fasterxml.jackson.databind.node.ObjectNode;

import plumbline.exchange.table.FigureColumns;
import plumbline.exchange.table.ReadFigure;
import plumbline.report.table.PlainTable.Measure;

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

    private final PlainTable<ReadFigure> listing;

    public FigureTable(List<ReadFigure> figures) {
        List<Measure<ReadFigure>> measures = new ArrayList<>();
        for (String name : FigureColumns.NAMES)
            measures.add(
                    NUMBERS.contains(name) ? number(name) : Measure.text(name, name, text(name)));
        listing = new PlainTable<>(measures, figures);
    }

    private static Function<ReadFigure, String> text(String name) {
        return figure -> FigureColumns.of(figure).get(name);
    }

    private static Measure<ReadFigure> number(String name) {
        return Measure.number(
                name,
                name,
                f -> name.equals("value") ? f.value() : Optional.of(f.confidence()),
                BigDecimal::toPlainString);
    }

    public String in(Format format) {
        return switch (format) {
            case TABLE -> listing.table();
            case CSV -> listing.bareCsv();
            case JSON -> listing.json("figures", (ObjectNode _) -> {}, (_, _) -> {});
        };
    }
}
