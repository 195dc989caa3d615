package plumbline.words;

import plumbline.plan.Reading;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What was written about a number and is no part of it: {@code >4}, 20余, 4以上. It says on which side
 * the real value lies, and goes wherever the number goes.
 *
 * @param before the number
 * @param after it
 */
public record ReadingMarks(String before, String after) {
    private static final ReadingMarks NONE = new ReadingMarks("", "");

    /** The first that is found in the text as it was written. */
    private record MarkPattern(Pattern written, String sign) {
        private static MarkPattern of(String written, String sign) {
            return new MarkPattern(Pattern.compile(written), sign);
        }
    }

    private static final List<MarkPattern> BOUNDS =
            List.of(
                    MarkPattern.of("≥|>=|以上|不低于|不少于|不小于|至少", "≥"),
                    MarkPattern.of("≤|<=|以内|以下|不高于|不超过|不多于|不大于|至多", "≤"));

    private static final Pattern MORE_THAN = Pattern.compile("\\d[\\s万亿千百]*[余多]");

    public static ReadingMarks forReading(Messages words, Reading reading) {
        if (!(reading instanceof Reading.Value value)) return NONE;
        if (value.openSide() > 0) return new ReadingMarks(">", "");
        if (value.openSide() < 0) return new ReadingMarks("<", "");
        String raw = Normalizer.normalize(value.raw(), Normalizer.Form.NFKC);
        for (MarkPattern bound : BOUNDS)
            if (bound.written.matcher(raw).find()) return new ReadingMarks(bound.sign, "");
        if (!value.approximate()) return NONE;
        return MORE_THAN.matcher(raw).find()
                ? new ReadingMarks(
                        words.sentence("wording.moreThan.before"),
                        words.sentence("wording.moreThan.after"))
                : new ReadingMarks(words.sentence("wording.about", ""), "");
    }
}
