package plumbline.proofreading;

import plumbline.assessment.Assessment;
import plumbline.assessment.Judgement;
import plumbline.assessment.YearsMet;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Milestone;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Reporting;
import plumbline.plan.Status;
import plumbline.plan.TargetRevision;
import plumbline.plan.Verdict;
import plumbline.proofreading.Contradiction.PrintedLocation;
import plumbline.proofreading.PrintedCell.PrintedNumber;
import plumbline.proofreading.PrintedColumnRole.PlainColumn;

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
    private static final int MONTHS_PER_YEAR = 12;

    /** More than one part in so many is no rounding any more. */
    private static final BigDecimal COARSE_DIVISOR = BigDecimal.valueOf(20);

    /** A sentence that tells how a target was revised. */
    private static final Pattern REVISION_WORDS = Pattern.compile("调整|修订|修改|上调|下调|改为|调[高低增减]");

    private final PrintedTable table;
    private final Optional<TableRecomputation> recomputation;

    TextCheck(PrintedTable table, Optional<TableRecomputation> recomputation) {
        this.table = table;
        this.recomputation = recomputation;
    }

    List<Contradiction> findContradictions() {
        List<Contradiction> found = new ArrayList<>();
        matchClaims().stream()
                .flatMap(t -> t.contradiction().stream())
                .filter(c -> isNew(c, found))
                .forEach(found::add);
        return found;
    }

    /** What the text says twice is reported once. */
    private static boolean isNew(Contradiction c, List<Contradiction> found) {
        return found.stream()
                .noneMatch(
                        f ->
                                f.kind() == c.kind()
                                        && f.location().equals(c.location())
                                        && f.recomputed().equals(c.recomputed()));
    }

    /** What of the text could be held against the table. */
    List<ClaimMatch> matchClaims() {
        return table.claims().stream()
                .flatMap(c -> table.findRow(c.indicator()).flatMap(r -> matchClaim(c, r)).stream())
                .toList();
    }

    private Optional<ClaimMatch> matchClaim(Claim claim, PrintedRow row) {
        return switch (claim) {
            case Claim.ForecastClaim forecast -> matchForecast(forecast, row);
            case Claim.AmountClaim amount -> matchAmount(amount, row);
            case Claim.OtherUnitClaim(UUID _, String unit, Quote quote) ->
                    findNameCell(row)
                            .map(
                                    w ->
                                            ClaimMatch.contradicted(
                                                    new Contradiction(
                                                            Contradiction.Kind.UNIT_DIFFERS,
                                                            w,
                                                            row.unit(),
                                                            new RecomputedResult.TextResult(unit),
                                                            ErrorHypothesis.CommonError.NONE,
                                                            quote)));
            case Claim.OtherScaleClaim(UUID _, String inTable, String inText, Quote quote) ->
                    findNameCell(row)
                            .map(
                                    w ->
                                            ClaimMatch.contradicted(
                                                    new Contradiction(
                                                            Contradiction.Kind.SCALE_DIFFERS,
                                                            w,
                                                            inTable,
                                                            new RecomputedResult.TextResult(inText),
                                                            ErrorHypothesis.CommonError.NONE,
                                                            quote)));
            case Claim.VerdictClaim(UUID _, Verdict verdict, Quote quote) ->
                    matchVerdict(row, verdict, quote);
            case Claim.NoEventClaim none -> matchNoEvent(none, row);
            case Claim.YearsHeldClaim held -> matchYearsHeld(held, row);
            case Claim.YearlyTargetClaim _ -> Optional.empty();
        };
    }

    private Optional<PrintedLocation> findNameCell(PrintedRow row) {
        return table.findColumn(PlainColumn.NAME).map(c -> PrintedLocation.ofCell(row, c));
    }

    /** What was expected and has become a figure since need not be the same. */
    private Optional<ClaimMatch> matchForecast(Claim.ForecastClaim claim, PrintedRow row) {
        PrintedColumnRole role = new PrintedColumnRole.ActualColumn(claim.period());
        Optional<PrintedColumn> column = table.findColumn(role);
        Optional<PrintedNumber> number = table.findNumber(row, role);
        if (number.isEmpty()) return Optional.empty();
        PrintedLocation where = PrintedLocation.ofCell(row, column.orElseThrow());
        boolean asFact = number.get().status() == Status.ACTUAL;
        boolean near = isNear(number.get().amount(), claim.amount());
        if (asFact)
            return near
                    ? Optional.of(
                            ClaimMatch.contradicted(
                                    new Contradiction(
                                            Contradiction.Kind.FORECAST_AS_FACT,
                                            where,
                                            cellText(row, column.get()),
                                            new RecomputedResult.ExpectedAmount(claim.amount()),
                                            ErrorHypothesis.CommonError.NONE,
                                            claim.quote())))
                    : Optional.empty();
        return Optional.of(
                matchAgainst(
                        List.of(number.get().amount()),
                        claim.amount(),
                        claim.written(),
                        where,
                        claim.quote()));
    }

    private Optional<ClaimMatch> matchAmount(Claim.AmountClaim claim, PrintedRow row) {
        return switch (claim.subject()) {
            case Claim.UndatedSubject(Optional<Period> assumed) ->
                    matchUndated(claim, row, assumed);
            case Claim.TargetSubject() ->
                    matchFormerTarget(claim, row).or(() -> matchPrintedCell(claim, row));
            case Claim.UpToPeriodSubject(Period period) when isSummedByPeriod(row) ->
                    matchSum(
                            claim,
                            row,
                            new Period(
                                    YearMonth.of(recomputation.orElseThrow().plan().firstYear(), 1),
                                    period.lastMonth()));
            case Claim.SpanSubject(Period span) when isSummedByPeriod(row) ->
                    matchSum(claim, row, span);
            default -> matchPrintedCell(claim, row);
        };
    }

    /**
     * As if the day were named that the paragraph opens with. Without one it is only seen whether
     * the newest figure is meant.
     */
    private Optional<ClaimMatch> matchUndated(
            Claim.AmountClaim claim, PrintedRow row, Optional<Period> assumed) {
        Optional<ClaimMatch> tie =
                assumed.or(() -> findNewestPeriod(row))
                        .flatMap(
                                p ->
                                        matchAmount(
                                                claim.withSubject(new Claim.UpToPeriodSubject(p)),
                                                row));
        return tie.filter(t -> assumed.isPresent() || t.contradiction().isEmpty());
    }

    /** The last period up to the evaluation date that has a figure. */
    private Optional<Period> findNewestPeriod(PrintedRow row) {
        return recomputation.flatMap(
                r ->
                        periodsWithFigure(row)
                                .filter(p -> !p.lastDay().isAfter(r.judgedPeriod().lastDay()))
                                .max(
                                        Comparator.comparing(Period::lastDay)
                                                .thenComparing(Period::monthCount)));
    }

    /** The periods that have a figure; a forecast is none. */
    private Stream<Period> periodsWithFigure(PrintedRow row) {
        return table.periodsWithColumn().stream()
                .filter(
                        p ->
                                table.findNumber(row, new PrintedColumnRole.ActualColumn(p))
                                        .filter(n -> n.status() != Status.FORECAST)
                                        .isPresent());
    }

    /** True of a running total whose figures are those of the single periods. */
    private boolean isSummedByPeriod(PrintedRow row) {
        return recomputation
                .map(r -> r.assessmentOf(row).indicator())
                .filter(
                        i ->
                                i.kind() == IndicatorKind.CUMULATIVE
                                        && i.reporting() == Reporting.PER_PERIOD
                                        && !i.isShareOrLevel())
                .isPresent();
    }

    /**
     * The sum of the periods, their mean, or what the last of them brought where the text says up
     * to when; no tie where periods are missing.
     */
    private Optional<ClaimMatch> matchSum(Claim.AmountClaim claim, PrintedRow row, Period span) {
        Optional<PrintedColumn> column = findColumnOf(claim.subject());
        Optional<BigDecimal> total = findTotal(row, span);
        Optional<BigDecimal> own =
                claim.subject() instanceof Claim.UpToPeriodSubject(Period period)
                        ? table.findNumber(row, new PrintedColumnRole.ActualColumn(period))
                                .map(PrintedNumber::amount)
                        : Optional.empty();
        if (column.isEmpty() || total.isEmpty())
            return column.isPresent() && own.isPresent()
                    ? Optional.of(matchAmountInCell(List.of(own.get()), claim, row, column.get()))
                    : Optional.empty();
        BigDecimal mean =
                total.get()
                        .divide(
                                BigDecimal.valueOf(
                                        Math.max(1, span.monthCount() / MONTHS_PER_YEAR)),
                                MathContext.DECIMAL128);
        Stream<BigDecimal> onTop =
                claim.subject() instanceof Claim.UpToPeriodSubject
                        ? table
                                .findNumber(row, PlainColumn.BASELINE)
                                .map(b -> b.amount().add(total.get()))
                                .stream()
                        : Stream.empty();
        Stream<BigDecimal> meant =
                Stream.of(Stream.of(total.get(), mean), own.stream(), onTop)
                        .flatMap(Function.identity());
        if (meant.anyMatch(m -> isSameAmount(m, claim.amount())))
            return Optional.of(
                    ClaimMatch.confirmed(claim.quote(), PrintedLocation.ofCell(row, column.get())));
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
        if (nearerToOwn)
            return Optional.of(matchAmountInCell(List.of(own.get()), claim, row, column.get()));
        RecomputedResult.WrittenAmount sum =
                asTextWouldWrite(total.get(), claim.amount(), claim.written());
        return Optional.of(
                ClaimMatch.contradicted(
                        new Contradiction(
                                Contradiction.Kind.TOTAL_DIFFERS,
                                PrintedLocation.ofCell(row, column.get()),
                                claim.written(),
                                new RecomputedResult.PeriodSum(sum.number(), sum.suffix(), span),
                                ErrorHypothesis.CommonError.NONE,
                                claim.quote())));
    }

    /** The sum of the figures that together cover every month once. */
    private Optional<BigDecimal> findTotal(PrintedRow row, Period span) {
        List<Period> apart = periodsWithoutOverlap(row, span);
        int covered = apart.stream().mapToInt(Period::monthCount).sum();
        return covered == span.monthCount()
                ? Optional.of(
                        sumOfAmounts(
                                apart.stream()
                                        .map(
                                                p ->
                                                        table.findNumber(
                                                                        row,
                                                                        new PrintedColumnRole
                                                                                .ActualColumn(p))
                                                                .orElseThrow()
                                                                .amount())))
                : Optional.empty();
    }

    private static BigDecimal sumOfAmounts(Stream<BigDecimal> amounts) {
        return amounts.reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The periods with a figure, without those that lie within a longer one. */
    private List<Period> periodsWithoutOverlap(PrintedRow row, Period span) {
        List<Period> known =
                periodsWithin(span)
                        .filter(
                                p ->
                                        table.findNumber(row, new PrintedColumnRole.ActualColumn(p))
                                                .isPresent())
                        .toList();
        return known.stream()
                .filter(p -> known.stream().noneMatch(q -> !q.equals(p) && containsPeriod(q, p)))
                .toList();
    }

    private static boolean containsPeriod(Period outer, Period inner) {
        return !inner.firstMonth().isBefore(outer.firstMonth())
                && !inner.lastMonth().isAfter(outer.lastMonth());
    }

    /**
     * A target that has been revised since; a sentence that tells of the revision may name both.
     */
    private Optional<ClaimMatch> matchFormerTarget(Claim.AmountClaim claim, PrintedRow row) {
        if (recomputation.isEmpty()
                || targetAmounts(row).anyMatch(t -> t.compareTo(claim.amount()) == 0))
            return Optional.empty();
        Assessment a = recomputation.get().assessmentOf(row);
        Optional<TargetRevision> revision =
                a.revisionsInForce().stream()
                        .filter(r -> r.formerTarget().amount().compareTo(claim.amount()) == 0)
                        .reduce((_, b) -> b);
        return revision.flatMap(
                r ->
                        a.courseInForce()
                                .findMilestoneInSlotOf(r.formerTarget())
                                .flatMap(
                                        now ->
                                                table.findColumn(columnRoleOf(now))
                                                        .map(
                                                                c ->
                                                                        formerTargetMatch(
                                                                                claim,
                                                                                PrintedLocation
                                                                                        .ofCell(
                                                                                                row,
                                                                                                c),
                                                                                r,
                                                                                now))));
    }

    private static ClaimMatch formerTargetMatch(
            Claim.AmountClaim claim,
            PrintedLocation where,
            TargetRevision revision,
            Milestone now) {
        if (REVISION_WORDS.matcher(claim.quote().sentence()).find())
            return ClaimMatch.confirmed(claim.quote(), where);
        return ClaimMatch.contradicted(
                new Contradiction(
                        Contradiction.Kind.FORMER_TARGET,
                        where,
                        claim.written(),
                        new RecomputedResult.RevisedTargetAmount(
                                revision.decidedOn(), now.amount()),
                        ErrorHypothesis.CommonError.NONE,
                        claim.quote()));
    }

    private static PrintedColumnRole columnRoleOf(Milestone target) {
        return switch (target.role()) {
            case BASELINE -> PlainColumn.BASELINE;
            case MID_TERM -> PlainColumn.MID_TERM;
            case YEARLY -> new PrintedColumnRole.YearlyTargetColumn(target.day().getYear());
            case FINAL -> PlainColumn.TARGET;
        };
    }

    /** Only of what must not happen at all. */
    private Optional<ClaimMatch> matchNoEvent(Claim.NoEventClaim claim, PrintedRow row) {
        if (recomputation
                .filter(r -> r.assessmentOf(row).indicator().kind() == IndicatorKind.ZERO)
                .isEmpty()) return Optional.empty();
        List<Period> spoken =
                periodsWithFigure(row).filter(p -> speaksOf(claim.subject(), p)).toList();
        Optional<Period> seen =
                spoken.stream()
                        .filter(
                                p ->
                                        table.findNumber(row, new PrintedColumnRole.ActualColumn(p))
                                                        .orElseThrow()
                                                        .amount()
                                                        .signum()
                                                > 0)
                        .findFirst();
        if (seen.isEmpty())
            return spoken.stream()
                    .reduce((_, b) -> b)
                    .map(p -> ClaimMatch.confirmed(claim.quote(), actualCell(row, p)));
        return seen.map(
                p ->
                        ClaimMatch.contradicted(
                                new Contradiction(
                                        Contradiction.Kind.EVENT_SEEN,
                                        actualCell(row, p),
                                        claim.written(),
                                        periodAmount(row, p),
                                        ErrorHypothesis.CommonError.NONE,
                                        claim.quote())));
    }

    private RecomputedResult.PeriodAmount periodAmount(PrintedRow row, Period period) {
        return new RecomputedResult.PeriodAmount(
                period,
                table.findNumber(row, new PrintedColumnRole.ActualColumn(period))
                        .orElseThrow()
                        .amount());
    }

    private PrintedLocation actualCell(PrintedRow row, Period period) {
        return PrintedLocation.ofCell(
                row, table.findColumn(new PrintedColumnRole.ActualColumn(period)).orElseThrow());
    }

    private boolean speaksOf(Claim.ClaimSubject during, Period period) {
        return switch (during) {
            case Claim.PeriodSubject(Period at) -> containsPeriod(at, period);
            case Claim.SpanSubject(Period span) -> containsPeriod(span, period);
            case Claim.UpToPeriodSubject(Period last) -> !period.lastDay().isAfter(last.lastDay());
            case Claim.UndatedSubject(Optional<Period> assumed) ->
                    !period.lastDay()
                            .isAfter(
                                    assumed.map(Period::lastDay)
                                            .orElse(
                                                    recomputation
                                                            .orElseThrow()
                                                            .judgedPeriod()
                                                            .lastDay()));
            case Claim.BaselineSubject(), Claim.TargetSubject(), Claim.ResultSubject _ -> false;
        };
    }

    /** Only of what must be met year by year, and where as many years are known. */
    private Optional<ClaimMatch> matchYearsHeld(Claim.YearsHeldClaim claim, PrintedRow row) {
        Optional<PrintedColumn> verdict = table.findColumn(PlainColumn.VERDICT);
        Optional<YearsMet> met =
                recomputation.flatMap(
                        r ->
                                r.assessmentOf(row).judgement()
                                                instanceof
                                                Judgement.Judged(
                                                        _,
                                                        Judgement.YearsHeld(YearsMet years),
                                                        _)
                                        ? Optional.of(years)
                                        : Optional.empty());
        if (verdict.isEmpty() || met.isEmpty()) return Optional.empty();
        List<YearsMet.YearResult> years = met.get().years();
        int asked = claim.yearCount().orElse(years.size());
        if (asked > years.size()) return Optional.empty();
        Optional<Observation> missed =
                years.subList(years.size() - asked, years.size()).stream()
                        .filter(y -> !y.isMet())
                        .map(YearsMet.YearResult::figure)
                        .findFirst();
        PrintedLocation where = PrintedLocation.ofCell(row, verdict.get());
        return Optional.of(
                missed.map(
                                o ->
                                        ClaimMatch.contradicted(
                                                new Contradiction(
                                                        Contradiction.Kind.NOT_HELD,
                                                        table.findColumn(
                                                                        new PrintedColumnRole
                                                                                .ActualColumn(
                                                                                o.period()))
                                                                .map(
                                                                        c ->
                                                                                PrintedLocation
                                                                                        .ofCell(
                                                                                                row,
                                                                                                c))
                                                                .orElse(where),
                                                        claim.written(),
                                                        new RecomputedResult.PeriodAmount(
                                                                o.period(),
                                                                o.reading()
                                                                        .findAmount()
                                                                        .orElseThrow()),
                                                        ErrorHypothesis.CommonError.NONE,
                                                        claim.quote())))
                        .orElseGet(() -> ClaimMatch.confirmed(claim.quote(), where)));
    }

    /** What one cell has. */
    private Optional<ClaimMatch> matchPrintedCell(Claim.AmountClaim claim, PrintedRow row) {
        Optional<PrintedColumn> column = findColumnOf(claim.subject());
        if (column.isEmpty() || row.cells().get(column.get().index()).findNumber().isEmpty())
            return Optional.empty();
        List<BigDecimal> meant = possiblyMeantAmounts(claim.subject(), row).toList();
        if (meant.isEmpty()) return Optional.empty();
        PrintedLocation where = PrintedLocation.ofCell(row, column.get());
        ClaimMatch tie = matchAgainst(meant, claim.amount(), claim.written(), where, claim.quote());
        boolean ofPeriod =
                claim.subject() instanceof Claim.PeriodSubject
                        || claim.subject() instanceof Claim.UpToPeriodSubject;
        boolean onlyExpected =
                tie.contradiction().isEmpty()
                        && ofPeriod
                        && row.cells().get(column.get().index()).findNumber().get().status()
                                == Status.FORECAST;
        return Optional.of(
                onlyExpected
                        ? ClaimMatch.contradicted(
                                new Contradiction(
                                        Contradiction.Kind.FACT_IS_FORECAST,
                                        where,
                                        claim.written(),
                                        new RecomputedResult.ExpectedAmount(meant.getFirst()),
                                        ErrorHypothesis.CommonError.NONE,
                                        claim.quote()))
                        : tie);
    }

    private static ClaimMatch matchAmountInCell(
            List<BigDecimal> meant, Claim.AmountClaim claim, PrintedRow row, PrintedColumn column) {
        return matchAgainst(
                meant,
                claim.amount(),
                claim.written(),
                PrintedLocation.ofCell(row, column),
                claim.quote());
    }

    private static ClaimMatch matchAgainst(
            List<BigDecimal> meant,
            BigDecimal amount,
            String written,
            PrintedLocation where,
            Quote quote) {
        if (meant.stream().anyMatch(m -> isSameAmount(m, amount)))
            return ClaimMatch.confirmed(quote, where);
        Optional<BigDecimal> truncated =
                meant.stream().filter(m -> roundsTo(m, amount, RoundingMode.DOWN)).findFirst();
        return ClaimMatch.contradicted(
                new Contradiction(
                        Contradiction.Kind.TEXT_DIFFERS,
                        where,
                        written,
                        asTextWouldWrite(truncated.orElse(meant.getFirst()), amount, written),
                        truncated.isPresent()
                                ? ErrorHypothesis.CommonError.TRUNCATED
                                : ErrorHypothesis.CommonError.NONE,
                        quote));
    }

    /**
     * The exact amount as the text would have to write it, with the decimals and the step it uses.
     */
    private static RecomputedResult.WrittenAmount asTextWouldWrite(
            BigDecimal exact, BigDecimal amount, String written) {
        String suffix = written.replaceAll("[\\d.,]", "");
        int decimals = new BigDecimal(written.replaceAll("[^\\d.]", "")).scale();
        int power = decimals - amount.scale();
        BigDecimal rounded =
                isTooCoarse(exact, amount)
                        ? exact.stripTrailingZeros()
                        : exact.setScale(amount.scale(), RoundingMode.HALF_UP);
        return new RecomputedResult.WrittenAmount(rounded.scaleByPowerOfTen(-power), suffix);
    }

    private Optional<PrintedColumn> findColumnOf(Claim.ClaimSubject subject) {
        return switch (subject) {
            case Claim.BaselineSubject() -> table.findColumn(PlainColumn.BASELINE);
            case Claim.TargetSubject() -> table.findColumn(PlainColumn.TARGET);
            case Claim.ResultSubject(PlainColumn measure) -> table.findColumn(measure);
            case Claim.PeriodSubject(Period period) ->
                    table.findColumn(new PrintedColumnRole.ActualColumn(period));
            case Claim.UpToPeriodSubject(Period period) ->
                    table.findColumn(new PrintedColumnRole.ActualColumn(period));
            case Claim.UndatedSubject _ -> Optional.empty();
            case Claim.SpanSubject(Period span) ->
                    periodsWithin(span)
                            .reduce((_, b) -> b)
                            .flatMap(p -> table.findColumn(new PrintedColumnRole.ActualColumn(p)));
        };
    }

    /**
     * The amounts a sentence may mean: of several years the last, their total with or without the
     * baseline, what was added, or their mean.
     */
    private Stream<BigDecimal> possiblyMeantAmounts(Claim.ClaimSubject subject, PrintedRow row) {
        return switch (subject) {
            case Claim.BaselineSubject() ->
                    table.findNumber(row, PlainColumn.BASELINE).map(PrintedNumber::amount).stream();
            case Claim.TargetSubject() -> targetAmounts(row);
            case Claim.ResultSubject(PlainColumn measure) ->
                    recomputation
                            .flatMap(r -> r.shareColumns().get(measure).findPrintedShare(row))
                            .map(s -> s.fraction().movePointRight(2))
                            .stream();
            case Claim.PeriodSubject(Period period) ->
                    Stream.concat(
                            table
                                    .findNumber(row, new PrintedColumnRole.ActualColumn(period))
                                    .map(PrintedNumber::amount)
                                    .stream(),
                            isSummedByPeriod(row) ? Stream.empty() : judgedAmount(row, period));
            case Claim.UpToPeriodSubject(Period period) ->
                    Stream.concat(
                            table
                                    .findNumber(row, new PrintedColumnRole.ActualColumn(period))
                                    .map(PrintedNumber::amount)
                                    .stream(),
                            judgedAmount(row, period));
            case Claim.UndatedSubject _ -> Stream.empty();
            case Claim.SpanSubject(Period span) ->
                    amountsOverYears(
                            periodsWithoutOverlap(row, span).stream()
                                    .flatMap(
                                            p ->
                                                    table
                                                            .findNumber(
                                                                    row,
                                                                    new PrintedColumnRole
                                                                            .ActualColumn(p))
                                                            .stream())
                                    .map(PrintedNumber::amount)
                                    .toList(),
                            row);
        };
    }

    /** The final target first; a target on the way may be meant as well. */
    private Stream<BigDecimal> targetAmounts(PrintedRow row) {
        Stream<PrintedColumnRole> roles =
                Stream.concat(
                        Stream.of(PlainColumn.TARGET, PlainColumn.MID_TERM),
                        table.columns().stream()
                                .map(PrintedColumn::role)
                                .filter(PrintedColumnRole.YearlyTargetColumn.class::isInstance));
        return roles.flatMap(r -> table.findNumber(row, r).stream()).map(PrintedNumber::amount);
    }

    /** What the kind makes of the series up to a period: a running total, a mean. */
    private Stream<BigDecimal> judgedAmount(PrintedRow row, Period period) {
        return recomputation
                .map(r -> r.assessmentOf(row))
                .filter(
                        a ->
                                a.latest()
                                        .filter(o -> o.lastCoveredDay().equals(period.lastDay()))
                                        .isPresent())
                .flatMap(Assessment::value)
                .stream();
    }

    /**
     * The columns of the years in a span, or where there are none of years, all there are: half a
     * year is not counted again beside its year.
     */
    private Stream<Period> periodsWithin(Period span) {
        List<Period> within =
                table.periodsWithColumn().stream().filter(p -> containsPeriod(span, p)).toList();
        return within.stream().filter(p -> p.isYear() || within.stream().noneMatch(Period::isYear));
    }

    private Stream<BigDecimal> amountsOverYears(List<BigDecimal> years, PrintedRow row) {
        if (years.isEmpty()) return Stream.empty();
        BigDecimal total = sumOfAmounts(years.stream());
        Stream<BigDecimal> own =
                Stream.of(
                        years.getLast(),
                        total,
                        total.divide(BigDecimal.valueOf(years.size()), MathContext.DECIMAL128));
        Stream<BigDecimal> fromBaseline =
                table.findNumber(row, PlainColumn.BASELINE).map(PrintedNumber::amount).stream()
                        .flatMap(b -> Stream.of(total.add(b), years.getLast().subtract(b)));
        return Stream.concat(own, fromBaseline);
    }

    /**
     * Whether the amount is the exact one at its own precision; an amount given with more digits
     * than the table has is rounded to the table's.
     */
    private static boolean roundsTo(BigDecimal exact, BigDecimal amount, RoundingMode rounding) {
        int scale = Math.min(amount.scale(), Math.max(exact.scale(), 0));
        return exact.setScale(scale, rounding)
                        .compareTo(amount.setScale(scale, RoundingMode.HALF_UP))
                == 0;
    }

    private static boolean isSameAmount(BigDecimal exact, BigDecimal amount) {
        return !isTooCoarse(exact, amount)
                && (roundsTo(exact, amount, RoundingMode.HALF_UP)
                        || roundsTo(exact, amount, RoundingMode.HALF_EVEN));
    }

    /** 2万 for 18000: rounded so far that it is another number. */
    private static boolean isTooCoarse(BigDecimal exact, BigDecimal amount) {
        return amount.scale() < 0
                && exact.subtract(amount).abs().multiply(COARSE_DIVISOR).compareTo(exact.abs()) > 0
                && roundsTo(exact, amount, RoundingMode.HALF_UP);
    }

    private static boolean isNear(BigDecimal exact, BigDecimal amount) {
        return roundsTo(exact, amount, RoundingMode.HALF_UP)
                || roundsTo(exact, amount, RoundingMode.DOWN);
    }

    /**
     * The text's class against the table's, where the table's own figures do not bear the text out.
     */
    private Optional<ClaimMatch> matchVerdict(PrintedRow row, Verdict inText, Quote quote) {
        Optional<PrintedColumn> column = table.findColumn(PlainColumn.VERDICT);
        Optional<Assessment> assessed =
                recomputation
                        .filter(_ -> table.note().rule().isPresent())
                        .map(r -> r.assessmentOf(row))
                        .filter(a -> a.verdict().isPresent());
        Optional<Verdict> printed = column.flatMap(c -> row.cells().get(c.index()).findVerdict());
        if (assessed.isEmpty() || printed.isEmpty()) return Optional.empty();
        PrintedLocation where = PrintedLocation.ofCell(row, column.get());
        boolean holds = inText == printed.get() || isBorneOut(assessed.get(), inText);
        return Optional.of(
                holds
                        ? ClaimMatch.confirmed(quote, where)
                        : ClaimMatch.contradicted(
                                new Contradiction(
                                        Contradiction.Kind.CLASS_IN_TEXT,
                                        where,
                                        cellText(row, column.get()),
                                        new RecomputedResult.ClassResult(inText, ""),
                                        ErrorHypothesis.CommonError.NONE,
                                        quote)));
    }

    /**
     * By the figures, or by hand; what is only met or not may be called by any class on the same
     * side.
     */
    private static boolean isBorneOut(Assessment a, Verdict inText) {
        Verdict expected = a.verdict().orElseThrow();
        boolean byHand = a.handVerdict().filter(h -> h.verdict() == inText).isPresent();
        boolean sameSide =
                a.judgement().isPassOrFail()
                        && (inText == Verdict.BEHIND) == (expected == Verdict.BEHIND);
        return inText == expected || byHand || sameSide;
    }

    private static String cellText(PrintedRow row, PrintedColumn column) {
        return row.cells().get(column.index()).text();
    }
}
