package plumbline.proofreading;

import plumbline.proofreading.Contradiction.Kind;
import plumbline.proofreading.Contradiction.PrintedLocation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What title and notes say in numbers: how many rows have a verdict, amounts of the table in
 * another unit, how much of the time is over.
 */
final class NoteFactsCheck {
    private static final Pattern COUNT =
            Pattern.compile(
                    "(?i)(\\d{1,4}) of (?:the |its |our )?(\\d{1,4}) ([^.;:()]{3,80})(?:\\((\\d+(?:\\.\\d+)?)%\\))?");
    private static final Pattern AMOUNT =
            Pattern.compile("(\\d+(?:\\.\\d+)?)(万亿|万|亿)(元|户|人|吨|亩|件|平方米|千瓦时)");
    private static final Pattern PLAN_YEARS =
            Pattern.compile("((?:19|20)\\d\\d)年?[-—–~至到]((?:19|20)\\d\\d)年");
    private static final Pattern TIME =
            Pattern.compile(
                    "截[至止]到?((?:19|20)\\d\\d)年(?:(\\d{1,2})月)?底?[^。;]{0,6}?(?:时间|序时)进度(?:为|是)?(\\d+(?:\\.(\\d+))?)%");
    private static final int FEWEST_DIGITS = 3;
    private static final double HAIR = 1e-9;
    private static final double WHOLE = 100;
    private final PrintedTable table;
    private final SheetFigures figures;
    private final String around;
    private final String notes;

    NoteFactsCheck(PrintedTable table, String around, String notes) {
        this.table = table;
        this.figures = new SheetFigures(table);
        this.around = Normalizer.normalize(around, Normalizer.Form.NFKC);
        this.notes = Normalizer.normalize(notes, Normalizer.Form.NFKC);
    }

    List<Contradiction> findContradictions() {
        List<Contradiction> found = new ArrayList<>();
        for (Matcher m = COUNT.matcher(around); m.find(); ) checkCount(m).ifPresent(found::add);
        for (Matcher m = AMOUNT.matcher(notes); m.find(); ) checkAmount(m).ifPresent(found::add);
        for (Matcher m = TIME.matcher(notes); m.find(); ) checkTime(m).ifPresent(found::add);
        return found;
    }

    /** A count of words in the table, {@code 6 of 8 indicators are on track or ahead of target}. */
    private Optional<Contradiction> checkCount(Matcher m) {
        int counted = Integer.parseInt(m.group(1));
        int total = Integer.parseInt(m.group(2));
        if (total != table.rows().size()) return Optional.empty();
        String said = m.group(3).toLowerCase(Locale.ROOT);
        return table.columns().stream()
                .filter(c -> c.role() != PrintedColumnRole.PlainColumn.NAME)
                .map(c -> countWordsOf(c, said))
                .filter(n -> n > 0)
                .findFirst()
                .filter(n -> n != counted)
                .map(
                        n ->
                                contradictionOf(
                                        Kind.TALLY_WRONG,
                                        counted + "/" + total,
                                        new RecomputedResult.CountResult(n, total),
                                        m));
    }

    private int countWordsOf(PrintedColumn column, String said) {
        return (int)
                table.rows().stream()
                        .map(r -> r.cells().get(column.index()).text().toLowerCase(Locale.ROOT))
                        .filter(
                                t ->
                                        t.length() > 2
                                                && t.matches("[\\p{L} -]+")
                                                && said.matches(
                                                        ".*\\b" + Pattern.quote(t) + "\\b.*"))
                        .count();
    }

    /** The digits of a number in the table, at another place before the point. */
    private Optional<Contradiction> checkAmount(Matcher m) {
        BigDecimal written = new BigDecimal(m.group(1)).scaleByPowerOfTen(powerOf(m.group(2)));
        if (written.stripTrailingZeros().precision() < FEWEST_DIGITS) return Optional.empty();
        Optional<BigDecimal> slipped = Optional.empty();
        for (PrintedColumn column : figures.numberColumns()) {
            Optional<Integer> unit = powerOfUnit(column, m.group(3));
            if (unit.isEmpty()) continue;
            for (PrintedRow row : table.rows()) {
                Optional<RoundedNumber> number = figures.numberAt(row, column);
                if (number.isEmpty() || number.get().amount() == 0) continue;
                double exact = number.get().amount() * Math.pow(10, unit.get());
                double ratio = written.doubleValue() / exact;
                double half =
                        Math.pow(10, powerOf(m.group(2)) - new BigDecimal(m.group(1)).scale()) / 2;
                if (Math.abs(written.doubleValue() - exact) <= half * (1 + HAIR))
                    return Optional.empty();
                boolean tenfold =
                        List.of(-4, -3, -2, -1, 1, 2, 3, 4).stream()
                                .anyMatch(p -> Math.abs(ratio / Math.pow(10, p) - 1) < 1e-4);
                if (tenfold)
                    slipped =
                            Optional.of(
                                    BigDecimal.valueOf(exact)
                                            .scaleByPowerOfTen(-powerOf(m.group(2)))
                                            .setScale(2, RoundingMode.HALF_UP));
            }
        }
        return slipped.map(
                right ->
                        contradictionOf(
                                Kind.NOTE_WRONG,
                                m.group(),
                                new RecomputedResult.TextResult(
                                        right.toPlainString() + m.group(2) + m.group(3)),
                                m));
    }

    private static int powerOf(String scale) {
        return switch (scale) {
            case "万" -> 4;
            case "亿" -> 8;
            default -> 12;
        };
    }

    private static Optional<Integer> powerOfUnit(PrintedColumn column, String unit) {
        Matcher m =
                Pattern.compile("[(（](万亿|亿|万)?" + Pattern.quote(unit) + "[)）]")
                        .matcher(column.heading());
        if (!m.find()) return Optional.empty();
        return Optional.of(m.group(1) == null ? 0 : powerOf(m.group(1)));
    }

    private Optional<Contradiction> checkTime(Matcher m) {
        Matcher years = PLAN_YEARS.matcher(notes);
        if (!years.find()) return Optional.empty();
        int first = Integer.parseInt(years.group(1));
        int last = Integer.parseInt(years.group(2));
        int month = m.group(2) == null ? 12 : Integer.parseInt(m.group(2));
        YearMonth until = YearMonth.of(Integer.parseInt(m.group(1)), Math.clamp(month, 1, 12));
        int gone = (until.getYear() - first) * 12 + until.getMonthValue();
        double share = WHOLE * gone / (12.0 * (last - first + 1));
        int decimals = m.group(4) == null ? 0 : m.group(4).length();
        double half = Math.pow(10, -decimals) / 2;
        if (Math.abs(share - Double.parseDouble(m.group(3))) <= half + HAIR)
            return Optional.empty();
        return Optional.of(
                contradictionOf(
                        Kind.NOTE_WRONG,
                        m.group(3) + "%",
                        new RecomputedResult.TextResult(
                                BigDecimal.valueOf(share)
                                                .setScale(decimals, RoundingMode.HALF_UP)
                                                .toPlainString()
                                        + "%"),
                        m));
    }

    private static Contradiction contradictionOf(
            Kind kind, String printed, RecomputedResult recomputed, Matcher at) {
        return new Contradiction(
                kind,
                PrintedLocation.WHOLE_TABLE,
                printed,
                recomputed,
                ErrorHypothesis.CommonError.NONE,
                new Quote(at.group(), at.start(), at.end()));
    }
}
