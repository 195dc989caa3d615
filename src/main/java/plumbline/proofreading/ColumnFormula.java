package plumbline.proofreading;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the cells of a column are computed by, from other columns of the same row.
 *
 * @param operands the columns, in the order of the operation
 * @param years between the two of a mean growth; else 1
 */
record ColumnFormula(Operation operation, List<PrintedColumn> operands, int years) {
    private static final double PERCENT = 100;

    enum Operation {
        /** First by second. */
        RATIO,
        /** Second by first in rows whose direction is downwards, first by second in the others. */
        DIRECTED_RATIO,
        /** (First − third) by (second − third). */
        PROGRESS,
        /** (First − second) by second. */
        GROWTH,
        /** The yearly growth that leads from the second to the first. */
        MEAN_GROWTH,
        /** First − second. */
        DIFFERENCE,
        SUM,
        MEAN,
        /** By the row that is the total. */
        SHARE_OF_TOTAL,
        /** First by second, not in percent. */
        QUOTIENT
    }

    ColumnFormula {
        operands = List.copyOf(operands);
    }

    /** Whether rounded parts add to the result as they are. */
    boolean isAdditive() {
        return operation == Operation.SUM
                || operation == Operation.DIFFERENCE
                || operation == Operation.MEAN;
    }

    /**
     * @param isDownwards of a row whose figure is to fall
     * @return nothing where a divisor is zero
     */
    Optional<Double> compute(List<Double> amounts, boolean isDownwards) {
        double a = amounts.getFirst();
        double b = amounts.size() > 1 ? amounts.get(1) : 0;
        double result =
                switch (operation) {
                    case RATIO, SHARE_OF_TOTAL -> PERCENT * a / b;
                    case QUOTIENT -> a / b;
                    case DIRECTED_RATIO -> isDownwards ? PERCENT * b / a : PERCENT * a / b;
                    case PROGRESS -> PERCENT * (a - amounts.get(2)) / (b - amounts.get(2));
                    case GROWTH -> PERCENT * (a - b) / b;
                    case MEAN_GROWTH -> PERCENT * (Math.pow(a / b, 1.0 / years) - 1);
                    case DIFFERENCE -> a - b;
                    case SUM -> sumOf(amounts);
                    case MEAN -> sumOf(amounts) / amounts.size();
                };
        return Double.isFinite(result) ? Optional.of(result) : Optional.empty();
    }

    private static double sumOf(List<Double> amounts) {
        return amounts.stream().mapToDouble(Double::doubleValue).sum();
    }

    /** In the words of the heads: {@code (2022年 − 2020年) ÷ 2020年}. */
    String describe() {
        List<String> heads = operands.stream().map(PrintedColumn::heading).toList();
        String a = heads.getFirst();
        String b = heads.size() > 1 ? heads.get(1) : "";
        return switch (operation) {
            case RATIO, QUOTIENT -> a + " ÷ " + b;
            case DIRECTED_RATIO -> a + " ÷ " + b + " (↓ " + b + " ÷ " + a + ")";
            case PROGRESS ->
                    "(" + a + " − " + heads.get(2) + ") ÷ (" + b + " − " + heads.get(2) + ")";
            case GROWTH -> "(" + a + " − " + b + ") ÷ " + b;
            case MEAN_GROWTH -> "(" + a + " ÷ " + b + ")^(1/" + years + ") − 1";
            case DIFFERENCE -> a + " − " + b;
            case SUM -> heads.stream().collect(Collectors.joining(" + "));
            case MEAN ->
                    heads.stream().collect(Collectors.joining(" + ", "(", ") ÷ " + heads.size()));
            case SHARE_OF_TOTAL -> a + " ÷ Σ";
        };
    }
}
