package plumbline.report.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import plumbline.base.SafeText;

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
    record Measure<T>(
            String key,
            String head,
            Function<T, String> text,
            Function<T, Optional<BigDecimal>> number,
            boolean right) {
        static <T> Measure<T> text(String key, String head, Function<T, String> text) {
            return new Measure<>(key, head, text, _ -> Optional.empty(), false);
        }

        static <T> Measure<T> number(
                String key,
                String head,
                Function<T, Optional<BigDecimal>> number,
                Function<BigDecimal, String> wording) {
            return new Measure<>(
                    key, head, t -> number.apply(t).map(wording).orElse(""), number, true);
        }
    }

    private final List<Measure<T>> measures;
    private final List<T> items;

    PlainTable(List<Measure<T>> measures, List<T> items) {
        this.measures = List.copyOf(measures);
        this.items = List.copyOf(items);
    }

    /** With a byte order mark, as Chinese spreadsheets need it; no text can become a formula. */
    String csv() {
        return "\ufeff" + bareCsv();
    }

    /** Without the mark, for a program that reads on. */
    String bareCsv() {
        List<String> lines = new ArrayList<>();
        lines.add(
                measures.stream()
                        .map(Measure::head)
                        .map(SafeText::write)
                        .map(PlainTable::quoted)
                        .collect(Collectors.joining(",")));
        for (T item : items) {
            lines.add(
                    measures.stream()
                            .map(m -> SafeText.write(m.text.apply(item)))
                            .map(PlainTable::quoted)
                            .collect(Collectors.joining(",")));
        }
        return String.join("\r\n", lines) + "\r\n";
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    /**
     * @param about fills the head of the document
     * @param beside adds to an item's object what only a program wants to know
     */
    String json(String name, Consumer<ObjectNode> about, BiConsumer<ObjectNode, T> beside) {
        JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        ObjectNode root = mapper.createObjectNode();
        about.accept(root);
        var rows = root.putArray(name);
        for (T item : items) {
            ObjectNode row = rows.addObject();
            for (Measure<T> m : measures) put(row, m, item);
            beside.accept(row, item);
        }
        try {
            return mapper.writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void put(ObjectNode row, Measure<T> m, T item) {
        if (!m.right) row.put(m.key, m.text.apply(item));
        else m.number.apply(item).ifPresentOrElse(n -> row.put(m.key, n), () -> row.putNull(m.key));
    }

    /** Columns aligned as a terminal shows them, where a Chinese character takes two places. */
    String table() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(measures.stream().map(Measure::head).toList());
        items.forEach(item -> lines.add(measures.stream().map(m -> m.text.apply(item)).toList()));
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            for (int i = 0; i < line.size(); i++) {
                int column = i;
                int wide = lines.stream().mapToInt(l -> width(l.get(column))).max().orElse(0);
                String gap = " ".repeat(Math.max(0, wide - width(line.get(i))));
                boolean last = i == line.size() - 1;
                text.append(
                                measures.get(i).right
                                        ? gap + line.get(i)
                                        : last ? line.get(i) : line.get(i) + gap)
                        .append(last ? "\n" : "  ");
            }
        }
        return text.toString();
    }

    private static int width(String text) {
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
