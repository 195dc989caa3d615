package plumbline.plan;

/** What a ratio is made of, in words: its numerator and its denominator. */
public record RatioTerms(String numerator, String denominator) {
    public RatioTerms {
        numerator = VisibleText.onOneLine(numerator);
        denominator = VisibleText.onOneLine(denominator);
        Lengths.requireAtMost(numerator, Lengths.NAME);
        Lengths.requireAtMost(denominator, Lengths.NAME);
    }
}
