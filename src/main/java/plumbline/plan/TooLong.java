package plumbline.plan;

/** A text is longer than a plan can keep. */
public final class TooLong extends IllegalArgumentException {
    private static final long serialVersionUID = 1;
    private static final int QUOTED = 20;
    private final String text;
    private final int most;

    TooLong(String text, int most) {
        super("longer than " + most + " characters: " + text);
        this.text = text;
        this.most = most;
    }

    /** The first characters of the text. */
    public String beginning() {
        return text.substring(
                0,
                text.offsetByCodePoints(
                        0, Math.min(QUOTED, text.codePointCount(0, text.length()))));
    }

    /** How many characters there may be. */
    public int most() {
        return most;
    }
}
