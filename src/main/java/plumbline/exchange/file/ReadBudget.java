package plumbline.exchange.file;

import plumbline.base.Problem;

/** How much of {@link ReadLimits} one file has used up. */
final class ReadBudget {
    /** A text takes memory even if it is empty. */
    private static final int SHORTEST_TEXT = 40;

    private final ReadLimits limits;
    private final String name;
    private int cells;
    private long letters;

    /**
     * @param name of the file, for the sentence
     */
    ReadBudget(ReadLimits limits, String name) {
        this.limits = limits;
        this.name = name;
    }

    ReadLimits limits() {
        return limits;
    }

    String name() {
        return name;
    }

    boolean takeCells(int more) {
        if (cells + more > limits.cells()) return false;
        cells += more;
        return true;
    }

    void giveBackCells(int some) {
        cells -= some;
    }

    /**
     * Takes one more text.
     *
     * @throws Problem if the file's texts are too long, taken together
     */
    void takeText(long length) throws Problem {
        letters += Math.max(length, SHORTEST_TEXT);
        if (letters > limits.letters())
            throw new Problem("problem.table.letters", name, limits.letters() / 1_000_000);
    }
}
