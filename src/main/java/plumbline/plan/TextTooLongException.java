package plumbline.plan;

/** A text is longer than a plan can keep. */
public final class TextTooLongException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;
    private static final int QUOTED = 20;
    private final String refusedText;
    private final int maximumLength;

    TextTooLongException(String text, int most) {
        super("longer than " + most + " characters: " + text);
        this.refusedText = text;
        this.maximumLength = most;
    }

    /** The first characters of the text. */
    public String quotedBeginning() {
        return refusedText.substring(
                0,
                refusedText.offsetByCodePoints(
                        0, Math.min(QUOTED, refusedText.codePointCount(0, refusedText.length()))));
    }

    /** How many characters there may be. */
    public int maximumLength() {
        return maximumLength;
    }
}
