package plumbline.report.text;

/** A stretch of a paragraph. */
public sealed interface TextSpan {
    String text();

    /** Words as they stand. */
    record PlainSpan(String text) implements TextSpan {}

    /**
     * A number of the plan.
     *
     * @param name what it is, in the officer's words
     */
    record NumberSpan(String code, String name, String text) implements TextSpan {}

    /** A number that the text names and the plan does not have any more. */
    record LostNumberSpan(String code, String text) implements TextSpan {}
}
