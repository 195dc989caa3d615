package plumbline.exchange;

import plumbline.plan.Period;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One row of the transcription of the five seed documents. */
record SeedRow(
        int number,
        String file,
        String name,
        String unit,
        String baseline,
        String baselinePeriod,
        String target,
        String targetYear,
        String relation,
        String period,
        String actual,
        String forecast,
        String note) {

    enum Column {
        BASELINE,
        TARGET,
        ACTUAL,
        FORECAST
    }

    /** When a figure speaks: of a period, on a day, at some day of a year, or nobody says. */
    sealed interface When {
        record Of(Period period) implements When {}

        record On(LocalDate day) implements When {}

        record Within(int year) implements When {}

        record Unsaid() implements When {}
    }

    private static final Pattern FIELD =
            Pattern.compile("\\G(?:\"((?:[^\"]|\"\")*)\"|([^,]*))(?:,|$)");
    private static final Pattern YEARS = Pattern.compile("(\\d{4})-(\\d{4}(?:[HQ]\\d)?)");
    private static final LocalDate PLAN_END = LocalDate.of(2025, 12, 31);

    /** In order; the first row below the heading is number 1. */
    static List<SeedRow> all() {
        List<SeedRow> rows = new ArrayList<>();
        for (String line :
                lines("seed-indicators.csv").subList(1, lines("seed-indicators.csv").size()))
            rows.add(row(rows.size() + 1, fields(line)));
        return rows;
    }

    static List<String> lines(String resource) {
        try (InputStream in = SeedRow.class.getResourceAsStream("/plumbline/" + resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        Matcher m = FIELD.matcher(line);
        while (m.find()) {
            fields.add(m.group(1) != null ? m.group(1).replace("\"\"", "\"") : m.group(2));
            if (m.end() == line.length() && !line.endsWith(",")) break;
        }
        return fields;
    }

    private static SeedRow row(int number, List<String> f) {
        return new SeedRow(
                number,
                f.get(0).substring(0, 3),
                f.get(3),
                f.get(4),
                f.get(5),
                f.get(6),
                f.get(7),
                f.get(8),
                f.get(9),
                f.get(13),
                f.get(14),
                f.get(15),
                f.get(16));
    }

    String figure(Column column) {
        return switch (column) {
            case BASELINE -> baseline;
            case TARGET -> target;
            case ACTUAL -> actual;
            case FORECAST -> forecast;
        };
    }

    /**
     * The columns that say something; “未开展” stands in the note and is a figure that is missing with
     * its reason.
     */
    List<Column> filled() {
        List<Column> filled = new ArrayList<>();
        for (Column column : Column.values())
            if (!figure(column).isBlank() || column == Column.ACTUAL && notCarriedOut())
                filled.add(column);
        return filled;
    }

    boolean notCarriedOut() {
        return actual.isBlank() && forecast.isBlank() && note.contains("未开展");
    }

    /** The text of a report repeats a table in rounded figures. */
    boolean repeated() {
        return name.endsWith("(正文口径)");
    }

    boolean approximate() {
        return note.contains("approx raw");
    }

    /** Without the numbering of the document and the remark of the transcription. */
    String plainName() {
        return plain(
                name.replaceFirst("^(?:\\(\\d+[a-z]?\\)|\\d+\\.)", "")
                        .replaceFirst("\\(正文口径\\)$", ""));
    }

    static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC);
    }

    When when(Column column) {
        return switch (column) {
            case BASELINE -> when(baselinePeriod);
            case TARGET -> new When.On(due());
            case ACTUAL, FORECAST -> when(period);
        };
    }

    private LocalDate due() {
        if (targetYear.matches("\\d{4}-\\d{2}-\\d{2}")) return LocalDate.parse(targetYear);
        return targetYear.matches("\\d{4}") ? Period.parse(targetYear).lastDay() : PLAN_END;
    }

    private static When when(String text) {
        if (text.startsWith("未注明") || text.equals("改革前")) return new When.Unsaid();
        if (text.startsWith("2020(")) return new When.On(LocalDate.of(2020, 12, 31));
        if (text.matches("\\d{4}\\(.*"))
            return new When.Within(Integer.parseInt(text.substring(0, 4)));
        if (text.matches("\\d{4}-\\d{2}-\\d{2}")) return new When.On(LocalDate.parse(text));
        Matcher years = YEARS.matcher(text);
        if (!years.matches()) return new When.Of(Period.parse(text));
        return new When.Of(
                new Period(
                        Period.parse(years.group(1)).firstMonth(),
                        Period.parse(years.group(2)).lastMonth()));
    }
}
