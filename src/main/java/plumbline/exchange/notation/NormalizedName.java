package plumbline.exchange.notation;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name of an indicator, a part or a department without what offices add and leave out:
 * numbering, footnote marks, blanks, punctuation, the width of letters.
 */
public final class NormalizedName {
    private static final Pattern MARKS =
            Pattern.compile(
                    "[\\u2460-\\u2473\\u00b9\\u00b2\\u00b3\\u2070-\\u2079*＊※#]|[〔\\[【]\\d{1,3}[〕\\]】]");
    private static final Pattern NUMBERING =
            Pattern.compile("^(?:[(（]?(?:\\d{1,3}|[一二三四五六七八九十]{1,3})[)）、.．](?!\\d))+");
    private static final Pattern LEAD = Pattern.compile("^(?:其中|指标)[:：]|^其中(?=\\p{IsHan})");
    private static final Pattern BRACKETS = Pattern.compile("[(（\\[【〔][^()（）\\[\\]【】〔〕]*[)）\\]】〕]");

    private NormalizedName() {}

    public static String normalizeName(String name) {
        String rest = MARKS.matcher(name).replaceAll("").replaceAll("\\s+", "");
        rest = LEAD.matcher(NUMBERING.matcher(rest).replaceFirst("")).replaceFirst("");
        return Normalizer.normalize(rest, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}%‰]+", "");
    }

    /** Also without what stands in brackets: a unit, a condition, an abbreviation. */
    public static String nameWithoutBrackets(String name) {
        return normalizeName(BRACKETS.matcher(name).replaceAll(""));
    }
}
