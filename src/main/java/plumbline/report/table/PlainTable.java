package plumbline.report.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import plumbline.base.FormulaSafeText;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Items as a plain table: the same measures as text, CSV and JSON. */
final class PlainTable<T> {

    /** A measure is defined once. Its number, where it has one, is what JSON gets. */
    record PlainTableColumn<T>(
            String key,
            String heading,
            Function<T, String> textOf,
            Function<T, Optional<BigDecimal>> numberOf,
            boolean isNumeric) {
        static <T> PlainTableColumn<T> textColumn(
                String key, String head, Function<T, String> text) {
            return new PlainTableColumn<>(key, head, text, _ -> Optional.empty(), false);
        }

        static <T> PlainTableColumn<T> numberColumn(
                String key,
                String head,
                Function<T, Optional<BigDecimal>> number,
                Function<BigDecimal, String> wording) {
            return new PlainTableColumn<>(
                    key, head, t -> number.apply(t).map(wording).orElse(""), number, true);
        }
    }

    private final List<PlainTableColumn<T>> tableColumns;
    private final List<T> items;

    PlainTable(List<PlainTableColumn<T>> measures, List<T> items) {
        this.tableColumns = List.copyOf(measures);
        this.items = List.copyOf(items);
    }

    /** With a byte order mark, as Chinese spreadsheets need it; no text can become a formula. */
    String toCsv() {
        return "\ufeff" + toBareCsv();
    }

    /** Without the mark, for a program that reads on. */
    String toBareCsv() {
        List<String> lines = new ArrayList<>();
        lines.add(
                tableColumns.stream()
                        .map(PlainTableColumn::heading)
                        .map(FormulaSafeText::escape)
                        .map(PlainTable::quoteCsv)
                        .collect(Collectors.joining(",")));
        for (T item : items) {
            lines.add(
                    tableColumns.stream()
                            .map(m -> FormulaSafeText.escape(m.textOf.apply(item)))
                            .map(PlainTable::quoteCsv)
                            .collect(Collectors.joining(",")));
        }
        return String.join("\r\n", lines) + "\r\n";
    }

    private static String quoteCsv(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    /**
     * @param about fills the head of the document
     * @param beside adds to an item's object what only a program wants to know
     */
    String toJson(String name, Consumer<ObjectNode> about, BiConsumer<ObjectNode, T> beside) {
        JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        ObjectNode root = mapper.createObjectNode();
        about.accept(root);
        var rows = root.putArray(name);
        for (T item : items) {
            ObjectNode row = rows.addObject();
            for (PlainTableColumn<T> m : tableColumns) putNumberOrText(row, m, item);
            beside.accept(row, item);
        }
        try {
            return mapper.writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void putNumberOrText(ObjectNode row, PlainTableColumn<T> m, T item) {
        if (!m.isNumeric) row.put(m.key, m.textOf.apply(item));
        else
            m.numberOf
                    .apply(item)
                    .ifPresentOrElse(n -> row.put(m.key, n), () -> row.putNull(m.key));
    }

    /** Columns aligned as a terminal shows them, where a Chinese character takes two places. */
    String toAlignedText() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(tableColumns.stream().map(PlainTableColumn::heading).toList());
        items.forEach(
                item -> lines.add(tableColumns.stream().map(m -> m.textOf.apply(item)).toList()));
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            for (int i = 0; i < line.size(); i++) {
                int column = i;
                int wide =
                        lines.stream().mapToInt(l -> displayWidth(l.get(column))).max().orElse(0);
                String gap = " ".repeat(Math.max(0, wide - displayWidth(line.get(i))));
                boolean last = i == line.size() - 1;
                text.append(
                                tableColumns.get(i).isNumeric
                                        ? gap + line.get(i)
                                        : last ? line.get(i) : line.get(i) + gap)
                        .append(last ? "\n" : "  ");
            }
        }
        return text.toString();
    }

    private static int displayWidth(String text) {
        return text.codePoints()
                .map(
                        c ->
                                Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN
                                                || c >= 0x3000 && c <= 0x303f
                                                || c >= 0xff00 && c <= 0xff60
                                                || c == 0x2014
                                                || c == 0x201c
                                                || c == 0x201d
                                        ? 2
                                        : 1)
                .sum();
    }
}
