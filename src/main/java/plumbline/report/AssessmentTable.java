package plumbline.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import plumbline.assessment.Assessment;
import plumbline.assessment.Figure;
import plumbline.assessment.Standing;
import plumbline.plan.Milestone;
import plumbline.words.Explanation;
import plumbline.words.Wording;
import plumbline.words.Words;

/** The assessments of a plan as a plain table: the same measures as text, CSV and JSON. */
public final class AssessmentTable {
    public enum Format { TABLE, CSV, JSON }

    /** A measure is defined once. Its number, where it has one, is what JSON gets; percentages are in percent. */
    private record Measure(String key, Function<Assessment, String> text, Function<Assessment, Optional<BigDecimal>> number,
            boolean right) { }

    private final Words words;
    private final Standing standing;
    private final List<Measure> measures;

    public AssessmentTable(Words words, Standing standing) {
        this.words = words;
        this.standing = standing;
        Wording wording = new Wording(words);
        Explanation explanation = new Explanation(words);
        this.measures = List.of(
                number("number", a -> Optional.of(BigDecimal.valueOf(a.number())), BigDecimal::toPlainString),
                text("indicator", a -> a.indicator().name()),
                text("unit", a -> a.indicator().unit()),
                number("baseline", a -> a.indicator().course().baseline().map(Milestone::amount), Wording::number),
                new Measure("target", a -> a.indicator().course().target().map(wording::target).orElse(""),
                        a -> a.indicator().course().target().map(Milestone::amount), true),
                text("period", a -> a.latest().map(o -> o.period().code()).orElse("")),
                number("value", Assessment::value, Wording::plain),
                percent("attainment", Assessment::attainment),
                percent("progress", Assessment::progress),
                percent("timeProgress", Assessment::timeProgress),
                text("verdict", wording::verdict),
                text("reason", a -> explanation.ground(a)));
    }

    private static Measure text(String key, Function<Assessment, String> text) {
        return new Measure(key, text, _ -> Optional.empty(), false);
    }

    private static Measure number(String key, Function<Assessment, Optional<BigDecimal>> number, Function<BigDecimal, String> wording) {
        return new Measure(key, a -> number.apply(a).map(wording).orElse(""), number, true);
    }

    private static Measure percent(String key, Function<Assessment, Figure> figure) {
        return new Measure(key, a -> figure.apply(a).number().map(Wording::percentNumber).orElse(""),
                a -> figure.apply(a).number().map(f -> new BigDecimal(Wording.percentNumber(f))), true);
    }

    public String in(Format format) {
        return switch (format) {
            case TABLE -> table();
            case CSV -> csv();
            case JSON -> json();
        };
    }

    private String head(Measure measure) {
        return words.say("assess." + measure.key);
    }

    /** With a byte order mark, as Chinese spreadsheets need it; no text can become a formula. */
    private String csv() {
        List<String> lines = new ArrayList<>();
        lines.add(measures.stream().map(this::head).map(AssessmentTable::quoted).collect(Collectors.joining(",")));
        for (Assessment a : standing.assessments()) {
            lines.add(measures.stream().map(m -> m.number.apply(a).isPresent() ? m.text.apply(a) : harmless(m.text.apply(a)))
                    .map(AssessmentTable::quoted).collect(Collectors.joining(",")));
        }
        return "\ufeff" + String.join("\r\n", lines) + "\r\n";
    }

    private static String harmless(String text) {
        return text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private String json() {
        JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        ObjectNode root = mapper.createObjectNode();
        root.put("plan", standing.plan().title()).put("at", standing.at().toString()).put("rule", standing.plan().rule().name());
        ArrayNode rows = root.putArray("assessments");
        for (Assessment a : standing.assessments()) {
            ObjectNode row = rows.addObject();
            for (Measure m : measures) put(row, m, a);
            row.put("verdictCode", a.verdict().map(v -> v.name().toLowerCase(Locale.ROOT)).orElse("none"));
        }
        try {
            return mapper.writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void put(ObjectNode row, Measure m, Assessment a) {
        if (!m.right) row.put(m.key, m.text.apply(a));
        else m.number.apply(a).ifPresentOrElse(n -> row.put(m.key, n), () -> row.putNull(m.key));
    }

    /** Columns aligned as a terminal shows them, where a Chinese character takes two places. */
    private String table() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(measures.stream().map(this::head).toList());
        standing.assessments().forEach(a -> lines.add(measures.stream().map(m -> m.text.apply(a)).toList()));
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            for (int i = 0; i < line.size(); i++) {
                int column = i;
                int wide = lines.stream().mapToInt(l -> width(l.get(column))).max().orElse(0);
                String gap = " ".repeat(Math.max(0, wide - width(line.get(i))));
                boolean last = i == line.size() - 1;
                text.append(measures.get(i).right ? gap + line.get(i) : last ? line.get(i) : line.get(i) + gap).append(last ? "\n" : "  ");
            }
        }
        return text.toString();
    }

    private static int width(String text) {
        return text.codePoints().map(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN || c >= 0x3000 && c <= 0x303f || c >= 0xff00 && c <= 0xff60
                || c == 0x2014 || c == 0x201c || c == 0x201d ? 2 : 1).sum();
    }
}
