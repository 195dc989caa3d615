package plumbline.proofreading;

import plumbline.proofreading.Contradiction.Kind;
import plumbline.proofreading.Contradiction.PrintedLocation;
import plumbline.proofreading.PrintedColumnRole.PlainColumn;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a text says of growth and differences from one year to another: 比2020年提高6.3个百分点, 两年增长14.8%,
 * an increase of 15 percentage points since 2020. Only sentences that name one indicator, and only
 * whole years, are understood.
 */
final class ChangeCheck {
    private static final Pattern SENTENCE =
            Pattern.compile("[^。;；!！?？\\n.]+(?:\\.(?=\\d)[^。;；!！?？\\n.]*)*");
    private static final Pattern YEAR = Pattern.compile("((?:19|20)\\d\\d)");
    private static final Pattern PART_OF_YEAR =
            Pattern.compile(
                    "(?i)半年|季度|\\d月|half|quarter|june|mid[- ]20|预计|预测|expected|forecast|其中|可比|不变价");
    private static final String NUMBER = "(\\d+(?:\\.\\d+)?)";
    private static final String RISING =
            "提高|上升|增长|增加|净增|rose by|rose|grew by|increase of|up|gain of|grown by";
    private static final String FALLING = "下降|降低|减少|回落|fell by|fell|drop of|decrease of|down";
    private static final Pattern CHANGE =
            Pattern.compile(
                    "(?i)(?:(?:比|较)(上年|去年|上一年|(?:19|20)\\d\\d年)(?:底|末)?(?:同期)?|(同比|环比)|([两二三四])年|(年均))?"
                            + "(?<![A-Za-z])("
                            + RISING
                            + "|"
                            + FALLING
                            + ") ?了?(?:约|about )?"
                            + NUMBER
                            + " ?(%|个百分点|percentage points?|points?|µg/m³)?"
                            + "( a year)?(?: (?:since|on|above|below|from) ((?:19|20)\\d\\d))?");
    private static final Pattern IT = Pattern.compile("(?i)\\bit\\b");
    private static final Pattern IN_YEAR = Pattern.compile("\\s*in ((?:19|20)\\d\\d)");
    private static final Pattern SINCE = Pattern.compile("(?i)since ((?:19|20)\\d\\d)");
    private static final double WHOLE = 100;
    private static final double HAIR = 1e-9;
    private final PrintedTable table;
    private final SheetFigures figures;
    private final String text;

    /** A change as it is claimed. */
    private record ClaimedChange(
            PrintedRow row, int from, int to, boolean isYearlyMean, Matcher words) {}

    ChangeCheck(PrintedTable table, String text) {
        this.table = table;
        this.figures = new SheetFigures(table);
        this.text = text;
    }

    /** In the order of the text. */
    List<ClaimMatch> matchChanges() {
        List<ClaimMatch> matches = new ArrayList<>();
        List<PrintedRow> before = List.of();
        for (Matcher s = SENTENCE.matcher(text); s.find(); ) {
            String sentence = s.group();
            List<PrintedRow> named = rowsNamedIn(sentence);
            if (named.isEmpty() && IT.matcher(sentence).find()) named = before;
            before = named;
            if (named.isEmpty() || PART_OF_YEAR.matcher(sentence).find()) continue;
            for (Matcher m = CHANGE.matcher(sentence); m.find(); ) {
                Optional<PrintedRow> row =
                        IT.matcher(sentence).find() && named.size() == 1
                                ? Optional.of(named.getFirst())
                                : nearestBefore(named, sentence, m.start());
                Optional<Integer> until =
                        yearBefore(sentence, m.start())
                                .or(() -> yearAfter(sentence, m.end()))
                                .or(() -> lastOf(s.start()));
                if (row.isPresent() && until.isPresent())
                    readChange(row.get(), until.get(), m, sentence)
                            .flatMap(c -> matchChange(c, s.start(), sentence))
                            .ifPresent(matches::add);
            }
        }
        return matches;
    }

    /** The year that was spoken of last before a place of the text. */
    private Optional<Integer> lastOf(int before) {
        return yearBefore(text, before);
    }

    /** Years that only something is compared with are not those spoken of. */
    private static Optional<Integer> yearBefore(String said, int end) {
        Optional<Integer> found = Optional.empty();
        Matcher m = YEAR.matcher(said).region(0, end);
        while (m.find()) {
            String before = said.substring(Math.max(0, m.start() - 6), m.start());
            boolean compared =
                    before.matches("(?si).*(比|较|由|从|since |than |距|与|到|from |on |above |below )");
            boolean target = said.startsWith("年的目标", m.end());
            if (!compared && !target) found = Optional.of(Integer.parseInt(m.group()));
        }
        return found;
    }

    /** {@code rose by 2 µg/m³ in 2022}. */
    private static Optional<Integer> yearAfter(String sentence, int end) {
        Matcher m = IN_YEAR.matcher(sentence).region(end, sentence.length());
        return m.lookingAt() ? Optional.of(Integer.parseInt(m.group(1))) : Optional.empty();
    }

    private List<PrintedRow> rowsNamedIn(String sentence) {
        String plain = sentence.toLowerCase(Locale.ROOT);
        return table.rows().stream()
                .filter(
                        r ->
                                r.name().length() > 2
                                        && plain.contains(r.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static Optional<PrintedRow> nearestBefore(
            List<PrintedRow> named, String sentence, int at) {
        String before = sentence.substring(0, at).toLowerCase(Locale.ROOT);
        return named.stream()
                .filter(r -> before.contains(r.name().toLowerCase(Locale.ROOT)))
                .max(
                        Comparator.comparingInt(
                                (PrintedRow r) ->
                                        before.lastIndexOf(r.name().toLowerCase(Locale.ROOT))
                                                + r.name().length()));
    }

    private Optional<ClaimedChange> readChange(
            PrintedRow row, int until, Matcher m, String sentence) {
        Optional<Integer> from = Optional.empty();
        if (m.group(1) != null)
            from =
                    m.group(1).matches(".*\\d.*")
                            ? Optional.of(Integer.parseInt(m.group(1).substring(0, 4)))
                            : Optional.of(until - 1);
        else if ("同比".equals(m.group(2))) from = Optional.of(until - 1);
        else if (m.group(3) != null)
            from = Optional.of(until - "一两三四".indexOf(m.group(3).replace('二', '两')) - 1);
        else if (m.group(9) != null) from = Optional.of(Integer.parseInt(m.group(9)));
        else if (yearAfter(sentence, m.end()).isPresent()) from = Optional.of(until - 1);
        else if (m.group(8) != null) from = yearSince(sentence);
        return from.filter(f -> f < until && m.group(7) != null)
                .map(f -> new ClaimedChange(row, f, until, m.group(8) != null, m));
    }

    private static Optional<Integer> yearSince(String sentence) {
        Matcher m = SINCE.matcher(sentence);
        return m.find() ? Optional.of(Integer.parseInt(m.group(1))) : Optional.empty();
    }

    private Optional<RoundedNumber> figureOf(PrintedRow row, int year) {
        return table.columns().stream()
                .filter(
                        c ->
                                c.role() instanceof PrintedColumnRole.ActualColumn(var p)
                                                && p.isYear()
                                                && p.lastMonth().getYear() == year
                                        || c.role() == PlainColumn.BASELINE
                                                && c.heading().contains("" + year))
                .flatMap(c -> figures.numberAt(row, c).stream())
                .findFirst();
    }

    private Optional<ClaimMatch> matchChange(ClaimedChange claim, int offset, String sentence) {
        Optional<RoundedNumber> before = figureOf(claim.row, claim.from);
        Optional<RoundedNumber> after = figureOf(claim.row, claim.to);
        Optional<PrintedColumn> column =
                table.columns().stream()
                        .filter(
                                c ->
                                        c.role() instanceof PrintedColumnRole.ActualColumn(var p)
                                                && p.isYear()
                                                && p.lastMonth().getYear() == claim.to)
                        .findFirst();
        if (before.isEmpty() || after.isEmpty() || column.isEmpty()) return Optional.empty();
        Matcher m = claim.words;
        boolean percent = m.group(7).equals("%");
        ColumnFormula formula =
                new ColumnFormula(
                        percent
                                ? claim.isYearlyMean
                                        ? ColumnFormula.Operation.MEAN_GROWTH
                                        : ColumnFormula.Operation.GROWTH
                                : ColumnFormula.Operation.DIFFERENCE,
                        List.of(column.get()),
                        claim.to - claim.from);
        Optional<Double> change =
                formula.compute(List.of(after.get().amount(), before.get().amount()), false);
        if (change.isEmpty()) return Optional.empty();
        boolean falling = m.group(5).toLowerCase(Locale.ROOT).matches(FALLING);
        double said = Double.parseDouble(m.group(6)) * (falling ? -1 : 1);
        int decimals =
                m.group(6).contains(".") ? m.group(6).length() - m.group(6).indexOf('.') - 1 : 0;
        Quote quote = new Quote(sentence.strip(), offset + m.start(), offset + m.end());
        PrintedLocation where = PrintedLocation.ofCell(claim.row, column.get());
        if (Math.abs(change.get() - said) <= slackOf(decimals, percent, before.get(), after.get()))
            return Optional.of(ClaimMatch.confirmed(quote, where));
        String right =
                BigDecimal.valueOf(change.get())
                                .setScale(Math.max(decimals, 1), RoundingMode.HALF_UP)
                                .toPlainString()
                        + m.group(7);
        return Optional.of(
                ClaimMatch.contradicted(
                        new Contradiction(
                                Kind.CHANGE_WRONG,
                                where,
                                m.group(),
                                new RecomputedResult.TextResult(right),
                                ErrorHypothesis.CommonError.NONE,
                                quote)));
    }

    /** Half a unit of what is said, and what the rounding of the figures leaves open. */
    private static double slackOf(
            int decimals, boolean percent, RoundedNumber before, RoundedNumber after) {
        double rounding = before.halfUnit() + after.halfUnit();
        double inputs = percent ? WHOLE * rounding / Math.abs(before.amount()) : 0;
        return Math.pow(10, -decimals) / 2 + inputs + HAIR;
    }
}
