package plumbline.exchange.notation;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * A text with full-width signs made half-width and without blanks; it knows where each of its
 * letters stood.
 */
public final class NormalizedText {
    private static final int LAST_ASCII = 0x7f;
    private final StringBuilder plain = new StringBuilder();
    private final List<Integer> begins = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();

    public NormalizedText(String written) {
        for (int i = 0; i < written.length(); ) {
            int next = written.offsetByCodePoints(i, 1);
            for (char c : normalizeCharacter(written.substring(i, next)).toCharArray()) {
                if (c == ' ' || c == '\t' || c == '\u00a0' || c == '\u3000') continue;
                begins.add(i);
                ends.add(next);
                plain.append(c);
            }
            i = next;
        }
    }

    private static String normalizeCharacter(String sign) {
        char c = sign.charAt(0);
        boolean itself = c <= LAST_ASCII || c >= '\u4e00' && c <= '\u9fff';
        return itself ? sign : Normalizer.normalize(sign, Normalizer.Form.NFKC);
    }

    public String normalizedText() {
        return plain.toString();
    }

    /** Where in the written text the letter stood. */
    public int originalBegin(int at) {
        return begins.get(at);
    }

    /** One past the end, in the written text, of the last letter before {@code end}. */
    public int originalEnd(int end) {
        return ends.get(end - 1);
    }

    public static String normalizeText(String written) {
        return new NormalizedText(written).normalizedText();
    }
}
