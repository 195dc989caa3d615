package plumbline.proofreading;

import plumbline.plan.Period;
import plumbline.proofreading.Contradiction.Kind;
import plumbline.proofreading.Contradiction.PrintedLocation;
import plumbline.proofreading.PrintedCell.PrintedNumber;
import plumbline.proofreading.PrintedColumnRole.AggregateMeaning;
import plumbline.proofreading.PrintedColumnRole.PlainColumn;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * 年均, 累计: whether such a column is the mean or the total of the years beside it, or only the last
 * of them.
 */
final class AggregateCheck {
    private final PrintedTable table;

    /** A row whose years all have a figure. */
    private record AggregateRow(
            PrintedRow row,
            PrintedCell cell,
            List<BigDecimal> yearAmounts,
            Optional<BigDecimal> baseline) {
        BigDecimal lastYearAmount() {
            return yearAmounts.getLast();
        }

        BigDecimal totalOfYears() {
            return yearAmounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        BigDecimal meanOfYears() {
            return totalOfYears()
                    .divide(BigDecimal.valueOf(yearAmounts.size()), MathContext.DECIMAL128);
        }

        boolean isLastYearAmount() {
            return isRoundedFrom(lastYearAmount());
        }

        boolean isTotal() {
            return isRoundedFrom(totalOfYears())
                    || baseline.filter(b -> isRoundedFrom(b.add(totalOfYears()))).isPresent();
        }

        boolean isMean() {
            return isRoundedFrom(meanOfYears());
        }

        private boolean isRoundedFrom(BigDecimal exact) {
            return isPrintedAs(RoundingMode.HALF_UP, exact)
                    || isPrintedAs(RoundingMode.HALF_EVEN, exact);
        }

        private boolean isPrintedAs(RoundingMode rounding, BigDecimal exact) {
            PrintedNumber printed = cell.findNumber().orElseThrow();
            int scale = Math.max(printed.decimals(), 0);
            return printed.amount()
                            .setScale(scale, RoundingMode.HALF_UP)
                            .compareTo(exact.setScale(scale, rounding))
                    == 0;
        }

        /** One decimal more than the years have, without trailing zeros, yet at least one. */
        BigDecimal shownMean() {
            int decimals = yearAmounts.stream().mapToInt(BigDecimal::scale).max().orElse(0) + 1;
            BigDecimal shown =
                    meanOfYears()
                            .setScale(Math.max(decimals, 1), RoundingMode.HALF_UP)
                            .stripTrailingZeros();
            return shown.scale() < 1 ? shown.setScale(1) : shown;
        }
    }

    AggregateCheck(PrintedTable table) {
        this.table = table;
    }

    List<Contradiction> findContradictions() {
        List<Contradiction> found = new ArrayList<>();
        for (PrintedColumn column : table.columns()) {
            if (column.role()
                    instanceof
                    PrintedColumnRole.AggregateColumn(
                            Optional<Period> span,
                            AggregateMeaning means))
                checkColumn(column, yearsWithColumn(span, column), means, found);
        }
        return found;
    }

    /** The years of the span that have a column; without a span, those that stand before it. */
    private List<Period> yearsWithColumn(Optional<Period> span, PrintedColumn column) {
        return table.periodsWithColumn().stream()
                .filter(Period::isYear)
                .filter(
                        p ->
                                span.map(
                                                s ->
                                                        !p.firstMonth().isBefore(s.firstMonth())
                                                                && !p.lastMonth()
                                                                        .isAfter(s.lastMonth()))
                                        .orElseGet(
                                                () ->
                                                        table.findColumn(
                                                                                new PrintedColumnRole
                                                                                        .ActualColumn(
                                                                                        p))
                                                                        .orElseThrow()
                                                                        .index()
                                                                < column.index()))
                .toList();
    }

    private void checkColumn(
            PrintedColumn column,
            List<Period> years,
            AggregateMeaning means,
            List<Contradiction> found) {
        if (years.size() < 2) return;
        List<AggregateRow> lines = completeRows(column, years);
        List<AggregateRow> filled =
                lines.stream().filter(l -> l.cell.findNumber().isPresent()).toList();
        List<AggregateRow> telling =
                filled.stream()
                        .filter(
                                l ->
                                        l.lastYearAmount().compareTo(l.meanOfYears()) != 0
                                                && l.lastYearAmount().compareTo(l.totalOfYears())
                                                        != 0)
                        .toList();
        long only =
                telling.stream()
                        .filter(l -> l.isLastYearAmount() && !fitsMeaning(l, means))
                        .count();
        boolean otherwise = only > 0 && 2 * only > telling.size();
        if (otherwise) found.add(endValueContradiction(column, years.getLast(), filled));
        for (AggregateRow line : filled) {
            boolean right = fitsMeaning(line, means) || otherwise && line.isLastYearAmount();
            if (!right) checkPrintedAmount(line, column, telling, means).ifPresent(found::add);
        }
        for (AggregateRow line : lines)
            if (line.cell.isBlank())
                checkBlank(line, column, telling, means, otherwise).ifPresent(found::add);
    }

    private List<AggregateRow> completeRows(PrintedColumn column, List<Period> years) {
        List<AggregateRow> lines = new ArrayList<>();
        for (PrintedRow row : table.rows()) {
            List<BigDecimal> amounts =
                    years.stream()
                            .flatMap(
                                    p ->
                                            table
                                                    .findNumber(
                                                            row,
                                                            new PrintedColumnRole.ActualColumn(p))
                                                    .stream())
                            .map(PrintedNumber::amount)
                            .toList();
            Optional<BigDecimal> baseline =
                    table.findNumber(row, PlainColumn.BASELINE).map(PrintedNumber::amount);
            if (amounts.size() == years.size())
                lines.add(
                        new AggregateRow(row, row.cells().get(column.index()), amounts, baseline));
        }
        return lines;
    }

    private static boolean fitsMeaning(AggregateRow line, AggregateMeaning means) {
        return switch (means) {
            case MEAN -> line.isMean();
            case TOTAL -> line.isTotal();
            case EITHER -> line.isMean() || line.isTotal();
        };
    }

    private static Contradiction endValueContradiction(
            PrintedColumn column, Period last, List<AggregateRow> filled) {
        int repeating = (int) filled.stream().filter(AggregateRow::isLastYearAmount).count();
        return new Contradiction(
                Kind.COLUMN_OTHERWISE,
                PrintedLocation.ofColumn(column),
                column.heading(),
                new RecomputedResult.EndValueResult(last, repeating, filled.size()),
                ErrorHypothesis.CommonError.NONE,
                Quote.NO_QUOTE);
    }

    /** Only where what it should be is certain: by the head, the unit, or the other rows. */
    private Optional<Contradiction> checkPrintedAmount(
            AggregateRow line,
            PrintedColumn column,
            List<AggregateRow> telling,
            AggregateMeaning means) {
        return findExpectedAmount(line, telling, means)
                .map(
                        d ->
                                Contradiction.inCell(
                                        Kind.AGGREGATE_WRONG,
                                        PrintedLocation.ofCell(line.row, column),
                                        new RecomputedResult.AmountResult(d),
                                        guessError(line, means)));
    }

    private ErrorHypothesis guessError(AggregateRow line, AggregateMeaning means) {
        boolean truncated =
                means != AggregateMeaning.TOTAL
                        && line.isPrintedAs(RoundingMode.DOWN, line.meanOfYears());
        if (truncated) return ErrorHypothesis.CommonError.TRUNCATED;
        return line.isLastYearAmount()
                ? new ErrorHypothesis.OtherPeriodUsed(
                        table.periodsWithColumn().stream()
                                .filter(Period::isYear)
                                .reduce((_, b) -> b)
                                .orElseThrow())
                : ErrorHypothesis.CommonError.NONE;
    }

    private Optional<Contradiction> checkBlank(
            AggregateRow line,
            PrintedColumn column,
            List<AggregateRow> telling,
            AggregateMeaning means,
            boolean otherwise) {
        Optional<BigDecimal> due =
                otherwise && !isRate(line)
                        ? Optional.empty()
                        : findExpectedAmount(line, telling, means);
        return due.map(
                d ->
                        Contradiction.inCell(
                                Kind.BLANK_FILLABLE,
                                PrintedLocation.ofCell(line.row, column),
                                new RecomputedResult.AmountResult(d),
                                ErrorHypothesis.CommonError.NONE));
    }

    private static Optional<BigDecimal> findExpectedAmount(
            AggregateRow line, List<AggregateRow> telling, AggregateMeaning means) {
        return switch (means) {
            case MEAN -> Optional.of(line.shownMean());
            case TOTAL -> isRate(line) ? Optional.empty() : Optional.of(line.totalOfYears());
            case EITHER ->
                    isRate(line)
                            ? Optional.of(line.shownMean())
                            : findAmountAsInOtherRows(line, telling);
        };
    }

    /** A rate is never summed. */
    private static boolean isRate(AggregateRow line) {
        return line.row.unit().contains("%");
    }

    private static Optional<BigDecimal> findAmountAsInOtherRows(
            AggregateRow line, List<AggregateRow> telling) {
        List<AggregateRow> others = telling.stream().filter(l -> l != line).toList();
        if (others.isEmpty()) return Optional.empty();
        if (others.stream().allMatch(AggregateRow::isMean)) return Optional.of(line.shownMean());
        return others.stream().allMatch(AggregateRow::isTotal)
                ? Optional.of(line.totalOfYears())
                : Optional.empty();
    }
}
