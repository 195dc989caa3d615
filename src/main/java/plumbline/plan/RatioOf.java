package plumbline.plan;

import java.util.Objects;

/** What a ratio is made of, in words: its numerator and its denominator. */
public record RatioOf(String numerator, String denominator) {
    public RatioOf {
        Objects.requireNonNull(numerator);
        Objects.requireNonNull(denominator);
    }
}
