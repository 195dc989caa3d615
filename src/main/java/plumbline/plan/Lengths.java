package plumbline.plan;

/** The lengths of the texts a plan can keep, in characters. */
public final class Lengths {
    /** Plans, groups, parts, departments and snapshots. */
    public static final int TITLE = 500;

    /** Indicators, tasks, quantities, sources, and what else is named in a sentence. */
    public static final int NAME = 1000;

    static final int UNIT = 100;

    private Lengths() {}

    /**
     * @throws TooLong for a longer text
     */
    static void requireAtMost(String text, int most) {
        if (text.length() > most) throw new TextTooLongException(text, most);
    }
}
