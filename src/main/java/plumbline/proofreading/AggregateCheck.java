package plumbline.proofreading;

import plumbline.plan.Period;
import plumbline.proofreading.Contradiction.Kind;
import plumbline.proofreading.Contradiction.Where;
import plumbline.proofreading.PrintedCell.Number;
import plumbline.proofreading.PrintedColumnRole.Means;
import plumbline.proofreading.PrintedColumnRole.Plain;

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
    private record Line(
            PrintedRow row,
            PrintedCell cell,
            List<BigDecimal> years,
            Optional<BigDecimal> baseline) {
        BigDecimal last() {
            return years.getLast();
        }

        BigDecimal total() {
            return years.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        BigDecimal mean() {
            return total().divide(BigDecimal.valueOf(years.size()), MathContext.DECIMAL128);
        }

        boolean isLast() {
            return is(last());
        }

        boolean isTotal() {
            return is(total()) || baseline.filter(b -> is(b.add(total()))).isPresent();
        }

        boolean isMean() {
            return is(mean());
        }

        private boolean is(BigDecimal exact) {
            return printed(RoundingMode.HALF_UP, exact) || printed(RoundingMode.HALF_EVEN, exact);
        }

        private boolean printed(RoundingMode rounding, BigDecimal exact) {
            Number printed = cell.number().orElseThrow();
            int scale = Math.max(printed.decimals(), 0);
            return printed.amount()
                            .setScale(scale, RoundingMode.HALF_UP)
                            .compareTo(exact.setScale(scale, rounding))
                    == 0;
        }

        /** One decimal more than the years have, without trailing zeros, yet at least one. */
        BigDecimal shownMean() {
            int decimals = years.stream().mapToInt(BigDecimal::scale).max().orElse(0) + 1;
            BigDecimal shown =
                    mean().setScale(Math.max(decimals, 1), RoundingMode.HALF_UP)
                            .stripTrailingZeros();
            return shown.scale() < 1 ? shown.setScale(1) : shown;
        }
    }

    AggregateCheck(PrintedTable table) {
        this.table = table;
    }

    List<Contradiction> contradictions() {
        List<Contradiction> found = new ArrayList<>();
        for (PrintedColumn column : table.columns()) {
            if (column.role()
                    instanceof PrintedColumnRole.Aggregate(Optional<Period> span, Means means))
                check(column, years(span, column), means, found);
        }
        return found;
    }

    /** The years of the span that have a column; without a span, those that stand before it. */
    private List<Period> years(Optional<Period> span, PrintedColumn column) {
        return table.periods().stream()
                .filter(Period::isYear)
                .filter(
                        p ->
                                span.map(
                                                s ->
                                                        !p.first().isBefore(s.first())
                                                                && !p.last().isAfter(s.last()))
                                        .orElseGet(
                                                () ->
                                                        table.column(
                                                                                new PrintedColumnRole
                                                                                        .Actual(p))
                                                                        .orElseThrow()
                                                                        .index()
                                                                < column.index()))
                .toList();
    }

    private void check(
            PrintedColumn column, List<Period> years, Means means, List<Contradiction> found) {
        if (years.size() < 2) return;
        List<Line> lines = lines(column, years);
        List<Line> filled = lines.stream().filter(l -> l.cell.number().isPresent()).toList();
        List<Line> telling =
                filled.stream()
                        .filter(
                                l ->
                                        l.last().compareTo(l.mean()) != 0
                                                && l.last().compareTo(l.total()) != 0)
                        .toList();
        long only = telling.stream().filter(l -> l.isLast() && !fits(l, means)).count();
        boolean otherwise = only > 0 && 2 * only > telling.size();
        if (otherwise) found.add(otherwise(column, years.getLast(), filled));
        for (Line line : filled) {
            boolean right = fits(line, means) || otherwise && line.isLast();
            if (!right) wrong(line, column, telling, means).ifPresent(found::add);
        }
        for (Line line : lines)
            if (line.cell.blank())
                blank(line, column, telling, means, otherwise).ifPresent(found::add);
    }

    private List<Line> lines(PrintedColumn column, List<Period> years) {
        List<Line> lines = new ArrayList<>();
        for (PrintedRow row : table.rows()) {
            List<BigDecimal> amounts =
                    years.stream()
                            .flatMap(
                                    p ->
                                            table
                                                    .number(row, new PrintedColumnRole.Actual(p))
                                                    .stream())
                            .map(Number::amount)
                            .toList();
            Optional<BigDecimal> baseline = table.number(row, Plain.BASELINE).map(Number::amount);
            if (amounts.size() == years.size())
                lines.add(new Line(row, row.cells().get(column.index()), amounts, baseline));
        }
        return lines;
    }

    private static boolean fits(Line line, Means means) {
        return switch (means) {
            case MEAN -> line.isMean();
            case TOTAL -> line.isTotal();
            case EITHER -> line.isMean() || line.isTotal();
        };
    }

    private static Contradiction otherwise(PrintedColumn column, Period last, List<Line> filled) {
        int repeating = (int) filled.stream().filter(Line::isLast).count();
        return new Contradiction(
                Kind.COLUMN_OTHERWISE,
                Where.of(column),
                column.head(),
                new Recomputed.EndValue(last, repeating, filled.size()),
                ErrorHypothesis.Plain.NONE,
                Quote.NONE);
    }

    /** Only where what it should be is certain: by the head, the unit, or the other rows. */
    private Optional<Contradiction> wrong(
            Line line, PrintedColumn column, List<Line> telling, Means means) {
        return due(line, telling, means)
                .map(
                        d ->
                                Proofreading.contradiction(
                                        Kind.AGGREGATE_WRONG,
                                        Where.of(line.row, column),
                                        new Recomputed.Amount(d),
                                        guess(line, means)));
    }

    private ErrorHypothesis guess(Line line, Means means) {
        boolean truncated = means != Means.TOTAL && line.printed(RoundingMode.DOWN, line.mean());
        if (truncated) return ErrorHypothesis.Plain.TRUNCATED;
        return line.isLast()
                ? new ErrorHypothesis.OtherPeriod(
                        table.periods().stream()
                                .filter(Period::isYear)
                                .reduce((_, b) -> b)
                                .orElseThrow())
                : ErrorHypothesis.Plain.NONE;
    }

    private Optional<Contradiction> blank(
            Line line, PrintedColumn column, List<Line> telling, Means means, boolean otherwise) {
        Optional<BigDecimal> due =
                otherwise && !rate(line) ? Optional.empty() : due(line, telling, means);
        return due.map(
                d ->
                        Proofreading.contradiction(
                                Kind.BLANK_FILLABLE,
                                Where.of(line.row, column),
                                new Recomputed.Amount(d),
                                ErrorHypothesis.Plain.NONE));
    }

    private static Optional<BigDecimal> due(Line line, List<Line> telling, Means means) {
        return switch (means) {
            case MEAN -> Optional.of(line.shownMean());
            case TOTAL -> rate(line) ? Optional.empty() : Optional.of(line.total());
            case EITHER -> rate(line) ? Optional.of(line.shownMean()) : asTheOthers(line, telling);
        };
    }

    /** A rate is never summed. */
    private static boolean rate(Line line) {
        return line.row.unit().contains("%");
    }

    private static Optional<BigDecimal> asTheOthers(Line line, List<Line> telling) {
        List<Line> others = telling.stream().filter(l -> l != line).toList();
        if (others.isEmpty()) return Optional.empty();
        if (others.stream().allMatch(Line::isMean)) return Optional.of(line.shownMean());
        return others.stream().allMatch(Line::isTotal)
                ? Optional.of(line.total())
                : Optional.empty();
    }
}
