package plumbline.proofreading;

import plumbline.proofreading.PrintedColumnRole.Plain;

import java.util.Optional;
import java.util.stream.Stream;

/** A column of shares: printed in percent, or as fractions. */
record Shares(PrintedTable table, Plain measure, int powerOfTen) {
    private static final int PERCENT = -2;

    /** By the sign in head or cells; without one, by what more of the results agree with. */
    static Shares of(Recomputation recomputation, Plain measure) {
        PrintedTable table = recomputation.table();
        Shares percent = new Shares(table, measure, PERCENT);
        boolean signed =
                table.column(measure)
                        .map(
                                c ->
                                        Stream.concat(
                                                        Stream.of(c.head()),
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
        Shares fractions = new Shares(table, measure, 0);
        return fractions.agreeing(recomputation) > percent.agreeing(recomputation)
                ? fractions
                : percent;
    }

    private long agreeing(Recomputation recomputation) {
        return table.rows().stream()
                .filter(
                        r ->
                                printed(r).isPresent()
                                        && recomputation
                                                .figure(r, measure)
                                                .number()
                                                .filter(printed(r).get()::is)
                                                .isPresent())
                .count();
    }

    Optional<PrintedShare> printed(PrintedRow row) {
        return table.number(row, measure)
                .map(n -> new PrintedShare(n.amount().scaleByPowerOfTen(powerOfTen)));
    }
}
