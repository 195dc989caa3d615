package plumbline.proofreading;

/**
 * Words of a text.
 *
 * @param sentence in which they stand
 * @param start where the words that tell begin in the text
 * @param end one past their end; equal to {@code from} where there is no text
 */
public record Quote(String sentence, int start, int end) {
    public static final Quote NO_QUOTE = new Quote("", 0, 0);
}
