package plumbline.proofreading;

/**
 * What a formula gives in a row, with what the rounding of its figures leaves open.
 *
 * @param lowest and {@code highest}: what it may be
 */
record FormulaResult(double amount, double lowest, double highest) {
    private static final double HAIR = 1e-7;

    boolean admits(RoundedNumber printed, boolean isExact) {
        double half = isExact ? 0 : printed.printedHalfUnit();
        double hair = HAIR * Math.max(1, Math.abs(printed.amount()));
        return printed.amount() >= lowest - half - hair
                && printed.amount() <= highest + half + hair;
    }
}
