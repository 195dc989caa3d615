package plumbline.proofreading;

import plumbline.proofreading.PrintedColumnRole.PlainColumn;

import java.util.Optional;
import java.util.stream.Stream;

/** A column of shares: printed in percent, or as fractions. */
record PrintedShareColumn(PrintedTable table, PlainColumn measure, int powerOfTen) {
    private static final int PERCENT_POWER = -2;

    /** By the sign in head or cells; without one, by what more of the results agree with. */
    static PrintedShareColumn forMeasure(TableRecomputation recomputation, PlainColumn measure) {
        PrintedTable table = recomputation.table();
        PrintedShareColumn percent = new PrintedShareColumn(table, measure, PERCENT_POWER);
        boolean signed =
                table.findColumn(measure)
                        .map(
                                c ->
                                        Stream.concat(
                                                        Stream.of(c.heading()),
                                                        table.rows().stream()
                                                                .map(
                                                                        r ->
                                                                                r.cells()
                                                                                        .get(
                                                                                                c
                                                                                                        .index())
                                                                                        .text()))
                                                .anyMatch(t -> t.contains("%") || t.contains("％")))
                        .orElse(true);
        if (signed) return percent;
        PrintedShareColumn fractions = new PrintedShareColumn(table, measure, 0);
        return fractions.countAgreeing(recomputation) > percent.countAgreeing(recomputation)
                ? fractions
                : percent;
    }

    private long countAgreeing(TableRecomputation recomputation) {
        return table.rows().stream()
                .filter(
                        r ->
                                findPrintedShare(r).isPresent()
                                        && recomputation
                                                .figureOfRow(r, measure)
                                                .knownValue()
                                                .filter(findPrintedShare(r).get()::isRoundedFrom)
                                                .isPresent())
                .count();
    }

    Optional<PrintedShare> findPrintedShare(PrintedRow row) {
        return table.findNumber(row, measure)
                .map(n -> new PrintedShare(n.amount().scaleByPowerOfTen(powerOfTen)));
    }
}
