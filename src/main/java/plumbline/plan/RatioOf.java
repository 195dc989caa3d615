package plumbline.plan;

/** What a ratio is made of, in words: its numerator and its denominator. */
public record RatioOf(String numerator, String denominator) {
    public RatioOf {
        Lengths.check(numerator, Lengths.NAME);
        Lengths.check(denominator, Lengths.NAME);
    }
}
