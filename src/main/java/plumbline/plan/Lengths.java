package plumbline.plan;

/** The lengths of the texts a plan can keep, in characters. */
final class Lengths {
    static final int NAME = 1000;
    static final int GROUP = 500;
    static final int UNIT = 100;

    private Lengths() { }

    /** @throws IllegalArgumentException for a longer text */
    static void check(String text, int most) {
        if (text.length() > most) throw new IllegalArgumentException("longer than " + most + " characters");
    }
}
