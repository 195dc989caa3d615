package plumbline.proofreading;

import plumbline.proofreading.Contradiction.Kind;
import plumbline.proofreading.Contradiction.PrintedLocation;
import plumbline.proofreading.PrintedColumnRole.PlainColumn;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Targets a text quotes: 距2025年64.4%的目标, the mid-term target of 40%. Only where the sentence names
 * one indicator with a unit that can be compared.
 */
final class QuotedTargetCheck {
    private static final Pattern SENTENCE =
            Pattern.compile("[^。;；!！?？\\n.]+(?:\\.(?=\\d)[^。;；!！?？\\n.]*)*");
    private static final Pattern TARGET =
            Pattern.compile(
                    "(\\d+(?:,\\d{3})*(?:\\.\\d+)?)(万|亿)?(%|(?!年)[^\\d,，。的%]{1,10})?的(?:中期|期末|预期|规划)?目标"
                            + "|(?:mid-term |final |\\d{4} )?target (?:for \\d{4} )?(?:of|is) (\\d+(?:,\\d{3})*(?:\\.\\d+)?)(%?)");
    private final PrintedTable table;
    private final String text;

    QuotedTargetCheck(PrintedTable table, String text) {
        this.table = table;
        this.text = text;
    }

    /** In the order of the text. */
    List<ClaimMatch> matchTargets() {
        List<ClaimMatch> matches = new ArrayList<>();
        for (Matcher s = SENTENCE.matcher(text); s.find(); ) {
            String sentence = s.group();
            List<PrintedRow> named = NamedRows.findIn(table, sentence);
            if (named.size() != 1) continue;
            for (Matcher m = TARGET.matcher(sentence); m.find(); )
                matchTarget(named.getFirst(), m, s.start(), sentence).ifPresent(matches::add);
        }
        return matches;
    }

    private Optional<ClaimMatch> matchTarget(
            PrintedRow row, Matcher m, int offset, String sentence) {
        boolean english = m.group(4) != null;
        boolean percent = "%".equals(m.group(english ? 5 : 3));
        if (percent != row.unit().contains("%")) return Optional.empty();
        BigDecimal said =
                new BigDecimal(m.group(english ? 4 : 1).replace(",", ""))
                        .scaleByPowerOfTen(powerOf(m.group(2)) - powerOf(scaleOf(row.unit())));
        List<PrintedColumn> columns =
                table.columns().stream()
                        .filter(
                                c ->
                                        c.role() == PlainColumn.TARGET
                                                || c.role() == PlainColumn.MID_TERM
                                                || c.role() == PlainColumn.FORMER_TARGET
                                                || c.role()
                                                        instanceof
                                                        PrintedColumnRole.YearlyTargetColumn)
                        .toList();
        boolean midTerm =
                m.group().toLowerCase(Locale.ROOT).contains("mid-term") || m.group().contains("中期");
        List<PrintedColumn> meant =
                columns.stream().filter(c -> !midTerm || c.role() == PlainColumn.MID_TERM).toList();
        Optional<PrintedColumn> equal =
                meant.stream()
                        .filter(c -> amountsIn(row, c).anyMatch(a -> isRounded(a, said)))
                        .findFirst();
        Optional<PrintedColumn> first =
                meant.stream().filter(c -> amountsIn(row, c).findAny().isPresent()).findFirst();
        Quote quote = new Quote(sentence.strip(), offset + m.start(), offset + m.end());
        if (equal.isPresent())
            return Optional.of(
                    ClaimMatch.confirmed(quote, PrintedLocation.ofCell(row, equal.get())));
        return first.map(
                c ->
                        ClaimMatch.contradicted(
                                new Contradiction(
                                        Kind.CHANGE_WRONG,
                                        PrintedLocation.ofCell(row, c),
                                        m.group(),
                                        new RecomputedResult.TextResult(
                                                row.cells().get(c.index()).text()),
                                        ErrorHypothesis.CommonError.NONE,
                                        quote)));
    }

    private static int powerOf(String scale) {
        if (scale == null || scale.isEmpty()) return 0;
        return scale.equals("万") ? 4 : 8;
    }

    private static String scaleOf(String unit) {
        return unit.startsWith("万") || unit.startsWith("亿") ? unit.substring(0, 1) : "";
    }

    private static Stream<BigDecimal> amountsIn(PrintedRow row, PrintedColumn column) {
        return RoundedNumber.parse(row.cells().get(column.index()).text())
                .map(n -> BigDecimal.valueOf(n.amount()))
                .stream();
    }

    private static boolean isRounded(BigDecimal exact, BigDecimal said) {
        BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(-said.scale());
        return exact.subtract(said).abs().multiply(BigDecimal.TWO).compareTo(unit) <= 0;
    }

    /** The rows a sentence names in full. */
    static final class NamedRows {
        private NamedRows() {}

        static List<PrintedRow> findIn(PrintedTable table, String sentence) {
            String plain = sentence.toLowerCase(Locale.ROOT);
            return table.rows().stream()
                    .filter(
                            r ->
                                    r.name().length() > 2
                                            && plain.contains(r.name().toLowerCase(Locale.ROOT)))
                    .sorted(Comparator.comparingInt(r -> plain.indexOf(r.name())))
                    .toList();
        }
    }
}
