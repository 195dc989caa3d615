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
        ties().stream().flatMap(t -> t.contradiction().stream()).filter(c -> fresh(c, found)).forEach(found::add);
        return found;
    }

    /** What the text says twice is reported once. */
    private static boolean fresh(Contradiction c, List<Contradiction> found) {
        return found.stream().noneMatch(f -> f.kind() == c.kind() && f.where().equals(c.where()) && f.recomputed().equals(c.recomputed()));
    }

    /** What of the text could be held against the table. */
    List<Tie> ties() {
        return table.claims().stream().flatMap(c -> table.row(c.indicator()).flatMap(r -> tie(c, r)).stream()).toList();
    }

    private Optional<Tie> tie(Claim claim, PrintedRow row) {
        return switch (claim) {
            case Claim.Forecast forecast -> forecast(forecast, row);
            case Claim.Amount amount -> amount(amount, row);
            case Claim.OtherUnit(UUID _, String unit, Quote quote) ->
                name(row).map(w -> Tie.broken(new Contradiction(Kind.UNIT_DIFFERS, w, row.unit(), new Recomputed.Text(unit), Guess.Plain.NONE, quote)));
            case Claim.OtherScale(UUID _, String inTable, String inText, Quote quote) ->
                name(row).map(w -> Tie.broken(new Contradiction(Kind.SCALE_DIFFERS, w, inTable, new Recomputed.Text(inText), Guess.Plain.NONE, quote)));
            case Claim.Classed(UUID _, Verdict verdict, Quote quote) -> classed(row, verdict, quote);
            case Claim.Yearly _ -> Optional.empty();
        };
    }

    private Optional<Where> name(PrintedRow row) {
        return table.column(Plain.NAME).map(c -> Where.of(row, c));
    }

    /** What was expected and has become a figure since need not be the same. */
    private Optional<Tie> forecast(Claim.Forecast claim, PrintedRow row) {
        Role role = new Role.Actual(claim.period());
        Optional<PrintedColumn> column = table.column(role);
        Optional<Number> number = table.number(row, role);
        if (number.isEmpty()) return Optional.empty();
        Where where = Where.of(row, column.orElseThrow());
        boolean asFact = number.get().status() == Status.ACTUAL;
        boolean near = near(number.get().amount(), claim.amount());
        if (asFact) return near ? Optional.of(Tie.broken(new Contradiction(Kind.FORECAST_AS_FACT, where, text(row, column.get()), new Recomputed.Expected(claim.amount()), Guess.Plain.NONE, claim.quote())))
                : Optional.empty();
        return Optional.of(against(List.of(number.get().amount()), claim.amount(), claim.written(), where, claim.quote()));
    }

    private Optional<Tie> amount(Claim.Amount claim, PrintedRow row) {
        Optional<PrintedColumn> column = column(claim.subject());
        if (column.isEmpty() || row.cells().get(column.get().index()).number().isEmpty()) return Optional.empty();
        List<BigDecimal> meant = meant(claim.subject(), row).toList();
        if (meant.isEmpty()) return Optional.empty();
        Where where = Where.of(row, column.get());
        Tie tie = against(meant, claim.amount(), claim.written(), where, claim.quote());
        boolean onlyExpected = tie.contradiction().isEmpty() && claim.subject() instanceof Claim.At && row.cells().get(column.get().index()).number().get().status() == Status.FORECAST;
        return Optional.of(onlyExpected ? Tie.broken(new Contradiction(Kind.FACT_IS_FORECAST, where, claim.written(), new Recomputed.Expected(meant.getFirst()), Guess.Plain.NONE, claim.quote())) : tie);
    }

    private static Tie against(List<BigDecimal> meant, BigDecimal amount, String written, Where where, Quote quote) {
        if (meant.stream().anyMatch(m -> rounds(m, amount, RoundingMode.HALF_UP) || rounds(m, amount, RoundingMode.HALF_EVEN))) return Tie.holding(quote, where);
        Optional<BigDecimal> truncated = meant.stream().filter(m -> rounds(m, amount, RoundingMode.DOWN)).findFirst();
        return Tie.broken(new Contradiction(Kind.TEXT_DIFFERS, where, written, written(truncated.orElse(meant.getFirst()), amount, written),
                truncated.isPresent() ? Guess.Plain.TRUNCATED : Guess.Plain.NONE, quote));
    }

    /** The exact amount as the text would have to write it, with the decimals and the step it uses. */
    private static Recomputed written(BigDecimal exact, BigDecimal amount, String written) {
        String suffix = written.replaceAll("[\\d.,]", "");
        int decimals = new BigDecimal(written.replaceAll("[^\\d.]", "")).scale();
        int power = decimals - amount.scale();
        BigDecimal rounded = exact.setScale(amount.scale(), RoundingMode.HALF_UP);
        return new Recomputed.Written(rounded.scaleByPowerOfTen(-power), suffix);
    }

    private Optional<PrintedColumn> column(Claim.Subject subject) {
        return switch (subject) {
            case Claim.Baseline() -> table.column(Plain.BASELINE);
            case Claim.Target() -> table.column(Plain.TARGET);
            case Claim.Result(Plain measure) -> table.column(measure);
            case Claim.At(Period period) -> table.column(new Role.Actual(period));
            case Claim.Over(Period span) -> within(span).reduce((_, b) -> b).flatMap(p -> table.column(new Role.Actual(p)));
        };
    }

    /** The amounts a sentence may mean: of several years the last, their total with or without the baseline, what was added, or their mean. */
    private Stream<BigDecimal> meant(Claim.Subject subject, PrintedRow row) {
        return switch (subject) {
            case Claim.Baseline() -> table.number(row, Plain.BASELINE).map(Number::amount).stream();
            case Claim.Target() -> targets(row);
            case Claim.Result(Plain measure) -> recomputation.flatMap(r -> r.shares().get(measure).printed(row)).map(s -> s.fraction().movePointRight(2)).stream();
            case Claim.At(Period period) -> Stream.concat(table.number(row, new Role.Actual(period)).map(Number::amount).stream(), judged(row, period));
            case Claim.Over(Period span) -> over(within(span).flatMap(p -> table.number(row, new Role.Actual(p)).stream()).map(Number::amount).toList(), row);
        };
    }

    /** The final target first; a target on the way may be meant as well. */
    private Stream<BigDecimal> targets(PrintedRow row) {
        Stream<Role> roles = Stream.concat(Stream.of(Plain.TARGET, Plain.MID_TERM), table.columns().stream().map(PrintedColumn::role).filter(Role.YearlyTarget.class::isInstance));
        return roles.flatMap(r -> table.number(row, r).stream()).map(Number::amount);
    }

    /** What the kind makes of the series up to a period: a running total, a mean. */
    private Stream<BigDecimal> judged(PrintedRow row, Period period) {
        return recomputation.map(r -> r.of(row)).filter(a -> a.latest().filter(o -> o.asOf().equals(period.end())).isPresent()).flatMap(Assessment::value).stream();
    }

    /** The columns of the years in a span, or where there are none of years, all there are: half a year is not counted again beside its year. */
    private Stream<Period> within(Period span) {
        List<Period> within = table.periods().stream().filter(p -> !p.first().isBefore(span.first()) && !p.last().isAfter(span.last())).toList();
        return within.stream().filter(p -> p.isYear() || within.stream().noneMatch(Period::isYear));
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
    private Optional<Tie> classed(PrintedRow row, Verdict inText, Quote quote) {
        Optional<PrintedColumn> column = table.column(Plain.VERDICT);
        Optional<Assessment> assessed = recomputation.filter(_ -> table.note().rule().isPresent()).map(r -> r.of(row)).filter(a -> a.verdict().isPresent());
        Optional<Verdict> printed = column.flatMap(c -> row.cells().get(c.index()).verdict());
        if (assessed.isEmpty() || printed.isEmpty()) return Optional.empty();
        Where where = Where.of(row, column.get());
        boolean holds = inText == printed.get() || borneOut(assessed.get(), inText);
        return Optional.of(holds ? Tie.holding(quote, where)
                : Tie.broken(new Contradiction(Kind.CLASS_IN_TEXT, where, text(row, column.get()), new Recomputed.Class(inText, ""), Guess.Plain.NONE, quote)));
    }

    /** By the figures, or by hand; what is only met or not may be called by any class on the same side. */
    private static boolean borneOut(Assessment a, Verdict inText) {
        Verdict expected = a.verdict().orElseThrow();
        boolean byHand = a.byHand().filter(h -> h.verdict() == inText).isPresent();
        boolean sameSide = a.judgement().passOrFail() && (inText == Verdict.BEHIND) == (expected == Verdict.BEHIND);
        return inText == expected || byHand || sameSide;
    }

    private static String text(PrintedRow row, PrintedColumn column) {
        return row.cells().get(column.index()).text();
    }
}
