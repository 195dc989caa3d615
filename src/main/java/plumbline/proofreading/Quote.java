package plumbline.proofreading;

/**
 * Words of a text.
 *
 * @param sentence in which they stand
 * @param from where the words that tell begin in the text
 * @param to one past their end; equal to {@code from} where there is no text
 */
public record Quote(String sentence, int from, int to) {
    public static final Quote NONE = new Quote("", 0, 0);
}
