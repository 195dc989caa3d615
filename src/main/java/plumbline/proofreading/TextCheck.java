package plumbline.proofreading;

import plumbline.assessment.Assessment;
import plumbline.assessment.Judgement;
import plumbline.assessment.YearsMet;
import plumbline.plan.Kind;
import plumbline.plan.Milestone;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Reporting;
import plumbline.plan.Status;
import plumbline.plan.TargetRevision;
import plumbline.plan.Verdict;
import plumbline.proofreading.Contradiction.Where;
import plumbline.proofreading.PrintedCell.Number;
import plumbline.proofreading.PrintedColumnRole.Plain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The table against the text around it. */
final class TextCheck {
    private static final int MONTHS = 12;

    /** More than one part in so many is no rounding any more. */
    private static final BigDecimal COARSE = BigDecimal.valueOf(20);

    /** A sentence that tells how a target was revised. */
    private static final Pattern REVISED = Pattern.compile("调整|修订|修改|上调|下调|改为|调[高低增减]");

    private final PrintedTable table;
    private final Optional<Recomputation> recomputation;

    TextCheck(PrintedTable table, Optional<Recomputation> recomputation) {
        this.table = table;
        this.recomputation = recomputation;
    }

    List<Contradiction> contradictions() {
        List<Contradiction> found = new ArrayList<>();
        ties().stream()
                .flatMap(t -> t.contradiction().stream())
                .filter(c -> fresh(c, found))
                .forEach(found::add);
        return found;
    }

    /** What the text says twice is reported once. */
    private static boolean fresh(Contradiction c, List<Contradiction> found) {
        return found.stream()
                .noneMatch(
                        f ->
                                f.kind() == c.kind()
                                        && f.where().equals(c.where())
                                        && f.recomputed().equals(c.recomputed()));
    }

    /** What of the text could be held against the table. */
    List<ClaimMatch> ties() {
        return table.claims().stream()
                .flatMap(c -> table.row(c.indicator()).flatMap(r -> tie(c, r)).stream())
                .toList();
    }

    private Optional<ClaimMatch> tie(Claim claim, PrintedRow row) {
        return switch (claim) {
            case Claim.Forecast forecast -> forecast(forecast, row);
            case Claim.Amount amount -> amount(amount, row);
            case Claim.OtherUnit(UUID _, String unit, Quote quote) ->
                    name(row)
                            .map(
                                    w ->
                                            ClaimMatch.broken(
                                                    new Contradiction(
                                                            Contradiction.Kind.UNIT_DIFFERS,
                                                            w,
                                                            row.unit(),
                                                            new Recomputed.Text(unit),
                                                            ErrorHypothesis.Plain.NONE,
                                                            quote)));
            case Claim.OtherScale(UUID _, String inTable, String inText, Quote quote) ->
                    name(row)
                            .map(
                                    w ->
                                            ClaimMatch.broken(
                                                    new Contradiction(
                                                            Contradiction.Kind.SCALE_DIFFERS,
                                                            w,
                                                            inTable,
                                                            new Recomputed.Text(inText),
                                                            ErrorHypothesis.Plain.NONE,
                                                            quote)));
            case Claim.Classed(UUID _, Verdict verdict, Quote quote) ->
                    classed(row, verdict, quote);
            case Claim.NoEvent none -> noEvent(none, row);
            case Claim.Held held -> held(held, row);
            case Claim.Yearly _ -> Optional.empty();
        };
    }

    private Optional<Where> name(PrintedRow row) {
        return table.column(Plain.NAME).map(c -> Where.of(row, c));
    }

    /** What was expected and has become a figure since need not be the same. */
    private Optional<ClaimMatch> forecast(Claim.Forecast claim, PrintedRow row) {
        PrintedColumnRole role = new PrintedColumnRole.Actual(claim.period());
        Optional<PrintedColumn> column = table.column(role);
        Optional<Number> number = table.number(row, role);
        if (number.isEmpty()) return Optional.empty();
        Where where = Where.of(row, column.orElseThrow());
        boolean asFact = number.get().status() == Status.ACTUAL;
        boolean near = near(number.get().amount(), claim.amount());
        if (asFact)
            return near
                    ? Optional.of(
                            ClaimMatch.broken(
                                    new Contradiction(
                                            Contradiction.Kind.FORECAST_AS_FACT,
                                            where,
                                            text(row, column.get()),
                                            new Recomputed.Expected(claim.amount()),
                                            ErrorHypothesis.Plain.NONE,
                                            claim.quote())))
                    : Optional.empty();
        return Optional.of(
                against(
                        List.of(number.get().amount()),
                        claim.amount(),
                        claim.written(),
                        where,
                        claim.quote()));
    }

    private Optional<ClaimMatch> amount(Claim.Amount claim, PrintedRow row) {
        return switch (claim.subject()) {
            case Claim.Undated(Optional<Period> assumed) -> undated(claim, row, assumed);
            case Claim.Target() -> former(claim, row).or(() -> printed(claim, row));
            case Claim.UpTo(Period period) when addsUp(row) ->
                    added(
                            claim,
                            row,
                            new Period(
                                    YearMonth.of(recomputation.orElseThrow().plan().firstYear(), 1),
                                    period.last()));
            case Claim.Over(Period span) when addsUp(row) -> added(claim, row, span);
            default -> printed(claim, row);
        };
    }

    /**
     * As if the day were named that the paragraph opens with. Without one it is only seen whether
     * the newest figure is meant.
     */
    private Optional<ClaimMatch> undated(
            Claim.Amount claim, PrintedRow row, Optional<Period> assumed) {
        Optional<ClaimMatch> tie =
                assumed.or(() -> newest(row))
                        .flatMap(p -> amount(claim.of(new Claim.UpTo(p)), row));
        return tie.filter(t -> assumed.isPresent() || t.contradiction().isEmpty());
    }

    /** The last period up to the evaluation date that has a figure. */
    private Optional<Period> newest(PrintedRow row) {
        return recomputation.flatMap(
                r ->
                        known(row)
                                .filter(p -> !p.end().isAfter(r.judged().end()))
                                .max(
                                        Comparator.comparing(Period::end)
                                                .thenComparing(Period::months)));
    }

    /** The periods that have a figure; a forecast is none. */
    private Stream<Period> known(PrintedRow row) {
        return table.periods().stream()
                .filter(
                        p ->
                                table.number(row, new PrintedColumnRole.Actual(p))
                                        .filter(n -> n.status() != Status.FORECAST)
                                        .isPresent());
    }

    /** True of a running total whose figures are those of the single periods. */
    private boolean addsUp(PrintedRow row) {
        return recomputation
                .map(r -> r.of(row).indicator())
                .filter(
                        i ->
                                i.kind() == Kind.CUMULATIVE
                                        && i.reporting() == Reporting.PER_PERIOD
                                        && !i.share())
                .isPresent();
    }

    /**
     * The sum of the periods, their mean, or what the last of them brought where the text says up
     * to when; no tie where periods are missing.
     */
    private Optional<ClaimMatch> added(Claim.Amount claim, PrintedRow row, Period span) {
        Optional<PrintedColumn> column = column(claim.subject());
        Optional<BigDecimal> total = total(row, span);
        Optional<BigDecimal> own =
                claim.subject() instanceof Claim.UpTo(Period period)
                        ? table.number(row, new PrintedColumnRole.Actual(period))
                                .map(Number::amount)
                        : Optional.empty();
        if (column.isEmpty() || total.isEmpty())
            return column.isPresent() && own.isPresent()
                    ? Optional.of(against(List.of(own.get()), claim, row, column.get()))
                    : Optional.empty();
        BigDecimal mean =
                total.get()
                        .divide(
                                BigDecimal.valueOf(Math.max(1, span.months() / MONTHS)),
                                MathContext.DECIMAL128);
        Stream<BigDecimal> onTop =
                claim.subject() instanceof Claim.UpTo
                        ? table
                                .number(row, Plain.BASELINE)
                                .map(b -> b.amount().add(total.get()))
                                .stream()
                        : Stream.empty();
        Stream<BigDecimal> meant =
                Stream.of(Stream.of(total.get(), mean), own.stream(), onTop)
                        .flatMap(Function.identity());
        if (meant.anyMatch(m -> same(m, claim.amount())))
            return Optional.of(ClaimMatch.holding(claim.quote(), Where.of(row, column.get())));
        boolean nearerToOwn =
                own.filter(
                                o ->
                                        o.subtract(claim.amount())
                                                        .abs()
                                                        .compareTo(
                                                                total.get()
                                                                        .subtract(claim.amount())
                                                                        .abs())
                                                < 0)
                        .isPresent();
        if (nearerToOwn) return Optional.of(against(List.of(own.get()), claim, row, column.get()));
        Recomputed.Written sum = written(total.get(), claim.amount(), claim.written());
        return Optional.of(
                ClaimMatch.broken(
                        new Contradiction(
                                Contradiction.Kind.TOTAL_DIFFERS,
                                Where.of(row, column.get()),
                                claim.written(),
                                new Recomputed.Sum(sum.number(), sum.suffix(), span),
                                ErrorHypothesis.Plain.NONE,
                                claim.quote())));
    }

    /** The sum of the figures that together cover every month once. */
    private Optional<BigDecimal> total(PrintedRow row, Period span) {
        List<Period> apart = apart(row, span);
        int covered = apart.stream().mapToInt(Period::months).sum();
        return covered == span.months()
                ? Optional.of(
                        sum(
                                apart.stream()
                                        .map(
                                                p ->
                                                        table.number(
                                                                        row,
                                                                        new PrintedColumnRole
                                                                                .Actual(p))
                                                                .orElseThrow()
                                                                .amount())))
                : Optional.empty();
    }

    private static BigDecimal sum(Stream<BigDecimal> amounts) {
        return amounts.reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The periods with a figure, without those that lie within a longer one. */
    private List<Period> apart(PrintedRow row, Period span) {
        List<Period> known =
                within(span)
                        .filter(p -> table.number(row, new PrintedColumnRole.Actual(p)).isPresent())
                        .toList();
        return known.stream()
                .filter(p -> known.stream().noneMatch(q -> !q.equals(p) && holds(q, p)))
                .toList();
    }

    private static boolean holds(Period outer, Period inner) {
        return !inner.first().isBefore(outer.first()) && !inner.last().isAfter(outer.last());
    }

    /**
     * A target that has been revised since; a sentence that tells of the revision may name both.
     */
    private Optional<ClaimMatch> former(Claim.Amount claim, PrintedRow row) {
        if (recomputation.isEmpty() || targets(row).anyMatch(t -> t.compareTo(claim.amount()) == 0))
            return Optional.empty();
        Assessment a = recomputation.get().of(row);
        Optional<TargetRevision> revision =
                a.revisions().stream()
                        .filter(r -> r.before().amount().compareTo(claim.amount()) == 0)
                        .reduce((_, b) -> b);
        return revision.flatMap(
                r ->
                        a.course()
                                .at(r.before())
                                .flatMap(
                                        now ->
                                                table.column(role(now))
                                                        .map(
                                                                c ->
                                                                        former(
                                                                                claim,
                                                                                Where.of(row, c),
                                                                                r,
                                                                                now))));
    }

    private static ClaimMatch former(
            Claim.Amount claim, Where where, TargetRevision revision, Milestone now) {
        if (REVISED.matcher(claim.quote().sentence()).find())
            return ClaimMatch.holding(claim.quote(), where);
        return ClaimMatch.broken(
                new Contradiction(
                        Contradiction.Kind.FORMER_TARGET,
                        where,
                        claim.written(),
                        new Recomputed.Revised(revision.decided(), now.amount()),
                        ErrorHypothesis.Plain.NONE,
                        claim.quote()));
    }

    private static PrintedColumnRole role(Milestone target) {
        return switch (target.role()) {
            case BASELINE -> Plain.BASELINE;
            case MID_TERM -> Plain.MID_TERM;
            case YEARLY -> new PrintedColumnRole.YearlyTarget(target.on().getYear());
            case FINAL -> Plain.TARGET;
        };
    }

    /** Only of what must not happen at all. */
    private Optional<ClaimMatch> noEvent(Claim.NoEvent claim, PrintedRow row) {
        if (recomputation.filter(r -> r.of(row).indicator().kind() == Kind.ZERO).isEmpty())
            return Optional.empty();
        List<Period> spoken = known(row).filter(p -> speaksOf(claim.during(), p)).toList();
        Optional<Period> seen =
                spoken.stream()
                        .filter(
                                p ->
                                        table.number(row, new PrintedColumnRole.Actual(p))
                                                        .orElseThrow()
                                                        .amount()
                                                        .signum()
                                                > 0)
                        .findFirst();
        if (seen.isEmpty())
            return spoken.stream()
                    .reduce((_, b) -> b)
                    .map(p -> ClaimMatch.holding(claim.quote(), actual(row, p)));
        return seen.map(
                p ->
                        ClaimMatch.broken(
                                new Contradiction(
                                        Contradiction.Kind.EVENT_SEEN,
                                        actual(row, p),
                                        claim.written(),
                                        of(row, p),
                                        ErrorHypothesis.Plain.NONE,
                                        claim.quote())));
    }

    private Recomputed.Of of(PrintedRow row, Period period) {
        return new Recomputed.Of(
                period,
                table.number(row, new PrintedColumnRole.Actual(period)).orElseThrow().amount());
    }

    private Where actual(PrintedRow row, Period period) {
        return Where.of(row, table.column(new PrintedColumnRole.Actual(period)).orElseThrow());
    }

    private boolean speaksOf(Claim.Subject during, Period period) {
        return switch (during) {
            case Claim.At(Period at) -> holds(at, period);
            case Claim.Over(Period span) -> holds(span, period);
            case Claim.UpTo(Period last) -> !period.end().isAfter(last.end());
            case Claim.Undated(Optional<Period> assumed) ->
                    !period.end()
                            .isAfter(
                                    assumed.map(Period::end)
                                            .orElse(recomputation.orElseThrow().judged().end()));
            case Claim.Baseline(), Claim.Target(), Claim.Result _ -> false;
        };
    }

    /** Only of what must be met year by year, and where as many years are known. */
    private Optional<ClaimMatch> held(Claim.Held claim, PrintedRow row) {
        Optional<PrintedColumn> verdict = table.column(Plain.VERDICT);
        Optional<YearsMet> met =
                recomputation.flatMap(
                        r ->
                                r.of(row).judgement()
                                                instanceof
                                                Judgement.Judged(
                                                        _,
                                                        Judgement.YearsHeld(YearsMet years),
                                                        _)
                                        ? Optional.of(years)
                                        : Optional.empty());
        if (verdict.isEmpty() || met.isEmpty()) return Optional.empty();
        List<YearsMet.Year> years = met.get().years();
        int asked = claim.years().orElse(years.size());
        if (asked > years.size()) return Optional.empty();
        Optional<Observation> missed =
                years.subList(years.size() - asked, years.size()).stream()
                        .filter(y -> !y.met())
                        .map(YearsMet.Year::figure)
                        .findFirst();
        Where where = Where.of(row, verdict.get());
        return Optional.of(
                missed.map(
                                o ->
                                        ClaimMatch.broken(
                                                new Contradiction(
                                                        Contradiction.Kind.NOT_HELD,
                                                        table.column(
                                                                        new PrintedColumnRole
                                                                                .Actual(o.period()))
                                                                .map(c -> Where.of(row, c))
                                                                .orElse(where),
                                                        claim.written(),
                                                        new Recomputed.Of(
                                                                o.period(),
                                                                o.reading().value().orElseThrow()),
                                                        ErrorHypothesis.Plain.NONE,
                                                        claim.quote())))
                        .orElseGet(() -> ClaimMatch.holding(claim.quote(), where)));
    }

    /** What one cell has. */
    private Optional<ClaimMatch> printed(Claim.Amount claim, PrintedRow row) {
        Optional<PrintedColumn> column = column(claim.subject());
        if (column.isEmpty() || row.cells().get(column.get().index()).number().isEmpty())
            return Optional.empty();
        List<BigDecimal> meant = meant(claim.subject(), row).toList();
        if (meant.isEmpty()) return Optional.empty();
        Where where = Where.of(row, column.get());
        ClaimMatch tie = against(meant, claim.amount(), claim.written(), where, claim.quote());
        boolean ofPeriod =
                claim.subject() instanceof Claim.At || claim.subject() instanceof Claim.UpTo;
        boolean onlyExpected =
                tie.contradiction().isEmpty()
                        && ofPeriod
                        && row.cells().get(column.get().index()).number().get().status()
                                == Status.FORECAST;
        return Optional.of(
                onlyExpected
                        ? ClaimMatch.broken(
                                new Contradiction(
                                        Contradiction.Kind.FACT_IS_FORECAST,
                                        where,
                                        claim.written(),
                                        new Recomputed.Expected(meant.getFirst()),
                                        ErrorHypothesis.Plain.NONE,
                                        claim.quote()))
                        : tie);
    }

    private static ClaimMatch against(
            List<BigDecimal> meant, Claim.Amount claim, PrintedRow row, PrintedColumn column) {
        return against(
                meant, claim.amount(), claim.written(), Where.of(row, column), claim.quote());
    }

    private static ClaimMatch against(
            List<BigDecimal> meant, BigDecimal amount, String written, Where where, Quote quote) {
        if (meant.stream().anyMatch(m -> same(m, amount))) return ClaimMatch.holding(quote, where);
        Optional<BigDecimal> truncated =
                meant.stream().filter(m -> rounds(m, amount, RoundingMode.DOWN)).findFirst();
        return ClaimMatch.broken(
                new Contradiction(
                        Contradiction.Kind.TEXT_DIFFERS,
                        where,
                        written,
                        written(truncated.orElse(meant.getFirst()), amount, written),
                        truncated.isPresent()
                                ? ErrorHypothesis.Plain.TRUNCATED
                                : ErrorHypothesis.Plain.NONE,
                        quote));
    }

    /**
     * The exact amount as the text would have to write it, with the decimals and the step it uses.
     */
    private static Recomputed.Written written(BigDecimal exact, BigDecimal amount, String written) {
        String suffix = written.replaceAll("[\\d.,]", "");
        int decimals = new BigDecimal(written.replaceAll("[^\\d.]", "")).scale();
        int power = decimals - amount.scale();
        BigDecimal rounded =
                coarse(exact, amount)
                        ? exact.stripTrailingZeros()
                        : exact.setScale(amount.scale(), RoundingMode.HALF_UP);
        return new Recomputed.Written(rounded.scaleByPowerOfTen(-power), suffix);
    }

    private Optional<PrintedColumn> column(Claim.Subject subject) {
        return switch (subject) {
            case Claim.Baseline() -> table.column(Plain.BASELINE);
            case Claim.Target() -> table.column(Plain.TARGET);
            case Claim.Result(Plain measure) -> table.column(measure);
            case Claim.At(Period period) -> table.column(new PrintedColumnRole.Actual(period));
            case Claim.UpTo(Period period) -> table.column(new PrintedColumnRole.Actual(period));
            case Claim.Undated _ -> Optional.empty();
            case Claim.Over(Period span) ->
                    within(span)
                            .reduce((_, b) -> b)
                            .flatMap(p -> table.column(new PrintedColumnRole.Actual(p)));
        };
    }

    /**
     * The amounts a sentence may mean: of several years the last, their total with or without the
     * baseline, what was added, or their mean.
     */
    private Stream<BigDecimal> meant(Claim.Subject subject, PrintedRow row) {
        return switch (subject) {
            case Claim.Baseline() -> table.number(row, Plain.BASELINE).map(Number::amount).stream();
            case Claim.Target() -> targets(row);
            case Claim.Result(Plain measure) ->
                    recomputation
                            .flatMap(r -> r.shares().get(measure).printed(row))
                            .map(s -> s.fraction().movePointRight(2))
                            .stream();
            case Claim.At(Period period) ->
                    Stream.concat(
                            table
                                    .number(row, new PrintedColumnRole.Actual(period))
                                    .map(Number::amount)
                                    .stream(),
                            addsUp(row) ? Stream.empty() : judged(row, period));
            case Claim.UpTo(Period period) ->
                    Stream.concat(
                            table
                                    .number(row, new PrintedColumnRole.Actual(period))
                                    .map(Number::amount)
                                    .stream(),
                            judged(row, period));
            case Claim.Undated _ -> Stream.empty();
            case Claim.Over(Period span) ->
                    over(
                            apart(row, span).stream()
                                    .flatMap(
                                            p ->
                                                    table
                                                            .number(
                                                                    row,
                                                                    new PrintedColumnRole.Actual(p))
                                                            .stream())
                                    .map(Number::amount)
                                    .toList(),
                            row);
        };
    }

    /** The final target first; a target on the way may be meant as well. */
    private Stream<BigDecimal> targets(PrintedRow row) {
        Stream<PrintedColumnRole> roles =
                Stream.concat(
                        Stream.of(Plain.TARGET, Plain.MID_TERM),
                        table.columns().stream()
                                .map(PrintedColumn::role)
                                .filter(PrintedColumnRole.YearlyTarget.class::isInstance));
        return roles.flatMap(r -> table.number(row, r).stream()).map(Number::amount);
    }

    /** What the kind makes of the series up to a period: a running total, a mean. */
    private Stream<BigDecimal> judged(PrintedRow row, Period period) {
        return recomputation
                .map(r -> r.of(row))
                .filter(a -> a.latest().filter(o -> o.asOf().equals(period.end())).isPresent())
                .flatMap(Assessment::value)
                .stream();
    }

    /**
     * The columns of the years in a span, or where there are none of years, all there are: half a
     * year is not counted again beside its year.
     */
    private Stream<Period> within(Period span) {
        List<Period> within = table.periods().stream().filter(p -> holds(span, p)).toList();
        return within.stream().filter(p -> p.isYear() || within.stream().noneMatch(Period::isYear));
    }

    private Stream<BigDecimal> over(List<BigDecimal> years, PrintedRow row) {
        if (years.isEmpty()) return Stream.empty();
        BigDecimal total = sum(years.stream());
        Stream<BigDecimal> own =
                Stream.of(
                        years.getLast(),
                        total,
                        total.divide(BigDecimal.valueOf(years.size()), MathContext.DECIMAL128));
        Stream<BigDecimal> fromBaseline =
                table.number(row, Plain.BASELINE).map(Number::amount).stream()
                        .flatMap(b -> Stream.of(total.add(b), years.getLast().subtract(b)));
        return Stream.concat(own, fromBaseline);
    }

    /**
     * Whether the amount is the exact one at its own precision; an amount given with more digits
     * than the table has is rounded to the table's.
     */
    private static boolean rounds(BigDecimal exact, BigDecimal amount, RoundingMode rounding) {
        int scale = Math.min(amount.scale(), Math.max(exact.scale(), 0));
        return exact.setScale(scale, rounding)
                        .compareTo(amount.setScale(scale, RoundingMode.HALF_UP))
                == 0;
    }

    private static boolean same(BigDecimal exact, BigDecimal amount) {
        return !coarse(exact, amount)
                && (rounds(exact, amount, RoundingMode.HALF_UP)
                        || rounds(exact, amount, RoundingMode.HALF_EVEN));
    }

    /** 2万 for 18000: rounded so far that it is another number. */
    private static boolean coarse(BigDecimal exact, BigDecimal amount) {
        return amount.scale() < 0
                && exact.subtract(amount).abs().multiply(COARSE).compareTo(exact.abs()) > 0
                && rounds(exact, amount, RoundingMode.HALF_UP);
    }

    private static boolean near(BigDecimal exact, BigDecimal amount) {
        return rounds(exact, amount, RoundingMode.HALF_UP)
                || rounds(exact, amount, RoundingMode.DOWN);
    }

    /**
     * The text's class against the table's, where the table's own figures do not bear the text out.
     */
    private Optional<ClaimMatch> classed(PrintedRow row, Verdict inText, Quote quote) {
        Optional<PrintedColumn> column = table.column(Plain.VERDICT);
        Optional<Assessment> assessed =
                recomputation
                        .filter(_ -> table.note().rule().isPresent())
                        .map(r -> r.of(row))
                        .filter(a -> a.verdict().isPresent());
        Optional<Verdict> printed = column.flatMap(c -> row.cells().get(c.index()).verdict());
        if (assessed.isEmpty() || printed.isEmpty()) return Optional.empty();
        Where where = Where.of(row, column.get());
        boolean holds = inText == printed.get() || borneOut(assessed.get(), inText);
        return Optional.of(
                holds
                        ? ClaimMatch.holding(quote, where)
                        : ClaimMatch.broken(
                                new Contradiction(
                                        Contradiction.Kind.CLASS_IN_TEXT,
                                        where,
                                        text(row, column.get()),
                                        new Recomputed.Class(inText, ""),
                                        ErrorHypothesis.Plain.NONE,
                                        quote)));
    }

    /**
     * By the figures, or by hand; what is only met or not may be called by any class on the same
     * side.
     */
    private static boolean borneOut(Assessment a, Verdict inText) {
        Verdict expected = a.verdict().orElseThrow();
        boolean byHand = a.byHand().filter(h -> h.verdict() == inText).isPresent();
        boolean sameSide =
                a.judgement().passOrFail()
                        && (inText == Verdict.BEHIND) == (expected == Verdict.BEHIND);
        return inText == expected || byHand || sameSide;
    }

    private static String text(PrintedRow row, PrintedColumn column) {
        return row.cells().get(column.index()).text();
    }
}
