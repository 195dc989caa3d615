package plumbline.assessment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import plumbline.assessment.Contradiction.Kind;
import plumbline.assessment.Contradiction.Where;
import plumbline.assessment.PrintedCell.Number;
import plumbline.assessment.Role.Plain;
import plumbline.plan.Period;
import plumbline.plan.Status;
import plumbline.plan.Verdict;

/** The table against the text around it. */
final class TextCheck {
    private final PrintedTable table;
    private final Optional<Recomputation> recomputation;

    TextCheck(PrintedTable table, Optional<Recomputation> recomputation) {
        this.table = table;
        this.recomputation = recomputation;
    }

    List<Contradiction> contradictions() {
        List<Contradiction> found = new ArrayList<>();
        for (Claim claim : table.claims()) table.row(claim.indicator()).flatMap(r -> check(claim, r)).filter(c -> fresh(c, found)).ifPresent(found::add);
        return found;
    }

    /** What the text says twice is reported once. */
    private static boolean fresh(Contradiction c, List<Contradiction> found) {
        return found.stream().noneMatch(f -> f.kind() == c.kind() && f.where().equals(c.where()) && f.recomputed().equals(c.recomputed()));
    }

    private Optional<Contradiction> check(Claim claim, PrintedRow row) {
        return switch (claim) {
            case Claim.Forecast forecast -> forecast(forecast, row);
            case Claim.Amount amount -> amount(amount, row);
            case Claim.OtherUnit(UUID _, String unit, String quote) ->
                name(row).map(w -> new Contradiction(Kind.UNIT_DIFFERS, w, row.unit(), new Recomputed.Text(unit), Guess.Plain.NONE, quote));
            case Claim.OtherScale(UUID _, String inTable, String inText, String quote) ->
                name(row).map(w -> new Contradiction(Kind.SCALE_DIFFERS, w, inTable, new Recomputed.Text(inText), Guess.Plain.NONE, quote));
            case Claim.Classed(UUID _, Verdict verdict, String quote) -> classed(row, verdict, quote);
            case Claim.Yearly _ -> Optional.empty();
        };
    }

    private Optional<Where> name(PrintedRow row) {
        return table.column(Plain.NAME).map(c -> Where.of(row, c));
    }

    private Optional<Contradiction> forecast(Claim.Forecast claim, PrintedRow row) {
        Role role = new Role.Actual(claim.period());
        Optional<PrintedColumn> column = table.column(role);
        boolean asFact = table.number(row, role).filter(n -> n.status() == Status.ACTUAL && near(n.amount(), claim.amount())).isPresent();
        if (!asFact) return Optional.empty();
        return column.map(c -> new Contradiction(Kind.FORECAST_AS_FACT, Where.of(row, c), text(row, c), new Recomputed.Expected(claim.amount()), Guess.Plain.NONE, claim.quote()));
    }

    private Optional<Contradiction> amount(Claim.Amount claim, PrintedRow row) {
        Optional<PrintedColumn> column = column(claim.subject());
        if (column.isEmpty() || row.cells().get(column.get().index()).number().isEmpty()) return Optional.empty();
        List<BigDecimal> meant = meant(claim.subject(), row).toList();
        if (meant.isEmpty() || meant.stream().anyMatch(m -> rounds(m, claim.amount(), RoundingMode.HALF_UP) || rounds(m, claim.amount(), RoundingMode.HALF_EVEN))) return Optional.empty();
        Optional<BigDecimal> truncated = meant.stream().filter(m -> rounds(m, claim.amount(), RoundingMode.DOWN)).findFirst();
        return Optional.of(new Contradiction(Kind.TEXT_DIFFERS, Where.of(row, column.get()), claim.written(), written(truncated.orElse(meant.getFirst()), claim),
                truncated.isPresent() ? Guess.Plain.TRUNCATED : Guess.Plain.NONE, claim.quote()));
    }

    /** The exact amount as the text would have to write it, with the decimals and the step it uses. */
    private static Recomputed written(BigDecimal exact, Claim.Amount claim) {
        String suffix = claim.written().replaceAll("[\\d.,]", "");
        int decimals = new BigDecimal(claim.written().replaceAll("[^\\d.]", "")).scale();
        int power = decimals - claim.amount().scale();
        BigDecimal rounded = exact.setScale(claim.amount().scale(), RoundingMode.HALF_UP);
        return new Recomputed.Written(rounded.scaleByPowerOfTen(-power), suffix);
    }

    private Optional<PrintedColumn> column(Claim.Subject subject) {
        return switch (subject) {
            case Claim.Target() -> table.column(Plain.TARGET);
            case Claim.At(Period period) -> table.column(new Role.Actual(period));
            case Claim.Over(Period span) -> within(span).reduce((_, b) -> b).flatMap(p -> table.column(new Role.Actual(p)));
        };
    }

    /** The amounts a sentence may mean: of several years the last, their total with or without the baseline, what was added, or their mean. */
    private Stream<BigDecimal> meant(Claim.Subject subject, PrintedRow row) {
        return switch (subject) {
            case Claim.Target() -> table.number(row, Plain.TARGET).map(Number::amount).stream();
            case Claim.At(Period period) -> table.number(row, new Role.Actual(period)).map(Number::amount).stream();
            case Claim.Over(Period span) -> over(within(span).flatMap(p -> table.number(row, new Role.Actual(p)).stream()).map(Number::amount).toList(), row);
        };
    }

    private Stream<Period> within(Period span) {
        return table.periods().stream().filter(p -> !p.first().isBefore(span.first()) && !p.last().isAfter(span.last()));
    }

    private Stream<BigDecimal> over(List<BigDecimal> years, PrintedRow row) {
        if (years.isEmpty()) return Stream.empty();
        BigDecimal total = years.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        Stream<BigDecimal> own = Stream.of(years.getLast(), total, total.divide(BigDecimal.valueOf(years.size()), MathContext.DECIMAL128));
        Stream<BigDecimal> fromBaseline = table.number(row, Plain.BASELINE).map(Number::amount).stream().flatMap(b -> Stream.of(total.add(b), years.getLast().subtract(b)));
        return Stream.concat(own, fromBaseline);
    }

    /** Whether the amount is the exact one at its own precision; an amount given with more digits than the table has is rounded to the table's. */
    private static boolean rounds(BigDecimal exact, BigDecimal amount, RoundingMode rounding) {
        int scale = Math.min(amount.scale(), Math.max(exact.scale(), 0));
        return exact.setScale(scale, rounding).compareTo(amount.setScale(scale, RoundingMode.HALF_UP)) == 0;
    }

    private static boolean near(BigDecimal exact, BigDecimal amount) {
        return rounds(exact, amount, RoundingMode.HALF_UP) || rounds(exact, amount, RoundingMode.DOWN);
    }

    /** The text's class against the table's, where the table's own figures do not bear the text out. */
    private Optional<Contradiction> classed(PrintedRow row, Verdict inText, String quote) {
        Optional<PrintedColumn> column = table.column(Plain.VERDICT);
        Optional<Verdict> expected = recomputation.filter(_ -> table.note().rule().isPresent()).flatMap(r -> r.of(row).verdict());
        Optional<Verdict> printed = column.flatMap(c -> row.cells().get(c.index()).verdict());
        if (expected.isEmpty() || printed.isEmpty() || inText == printed.get() || inText == expected.get()) return Optional.empty();
        if (recomputation.map(r -> r.of(row).judgement().passOrFail()).orElse(false)) return Optional.empty();
        return Optional.of(new Contradiction(Kind.CLASS_IN_TEXT, Where.of(row, column.get()), text(row, column.get()), new Recomputed.Class(inText, ""), Guess.Plain.NONE, quote));
    }

    private static String text(PrintedRow row, PrintedColumn column) {
        return row.cells().get(column.index()).text();
    }
}
