package plumbline.exchange.notation;

import java.util.regex.Pattern;

/** Marks that point to a note below a table, glued to names and numbers: ①, 〔2〕, *, ¹, 注1. */
public final class FootnoteMarks {
    /** Not the ² of m² and km². */
    private static final Pattern RAISED =
            Pattern.compile(
                    "(?<![A-Za-z\\u33a0-\\u33ff])[\\u2070\\u00b9\\u00b2\\u00b3\\u2074-\\u2079]+");

    private static final Pattern CIRCLED =
            Pattern.compile("[\\u2460-\\u2473\\u24ea\\u2776-\\u277f\\u24d0-\\u24e9]+");
    private static final Pattern STARS =
            Pattern.compile("(?<=.)\\s*[*＊※†‡△▲☆★]+$|^[*＊※†‡]+\\s*(?=.)");
    private static final Pattern BRACKETED =
            Pattern.compile(
                    "(?<=[^\\s(（])\\s*(?:[〔\\[［【]\\s*(?:注\\s*)?\\d{1,2}\\s*[〕\\]］】]|[(（]?注\\s*\\d{0,2}[)）]?|[(（]\\d[)）])$");

    private FootnoteMarks() {}

    public static String withoutMarks(String text) {
        String plain = text.strip();
        if (plain.isEmpty()) return plain;
        String raised =
                CIRCLED.matcher(RAISED.matcher(plain).replaceAll("")).replaceAll("").strip();
        String starred = STARS.matcher(raised).replaceAll("").strip();
        String bare = BRACKETED.matcher(starred).replaceFirst("").strip();
        return STARS.matcher(bare).replaceAll("").strip();
    }
}
