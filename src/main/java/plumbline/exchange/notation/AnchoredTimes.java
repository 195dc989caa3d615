package plumbline.exchange.notation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Years and times that belong to the name of a thing and not to the period of its figures: the base
 * of an index (上年同月=100), the prices of a year (2020年不变价), a definition (2022年口径).
 *
 * @param text the text, with a sign of its own in the place of each of them
 */
record AnchoredTimes(String text, List<String> anchored) {
    private static final char FIRST_SIGN = '\uE000';
    private static final int MOST = 64;
    private static final Pattern ANCHORED =
            Pattern.compile(
                    "(?:以?(?:上年|去年|上月|上期|上季度?|前一?年|上一年|基期|(?:19|20)\\d\\d年?)(?:同[期月季])?(?:价格?)?\\s*(?:[=＝为]\\s*100|为基期?))"
                            + "|(?:按?(?:19|20)\\d\\d年?(?:不变价格?|可比价格?|价格?计算?|口径|基准价|版)(?![值位]))"
                            + "|(?:(?:constant|chained|base|real)\\s+(?:19|20)\\d\\d(?:\\s+(?:prices?|dollars|us\\$|terms))?)"
                            + "|(?:(?:19|20)\\d\\d\\s+(?:constant\\s+)?(?:prices|dollars|us\\$))"
                            + "|(?:(?:19|20)\\d\\d\\s*=\\s*100)",
                    Pattern.CASE_INSENSITIVE);

    static AnchoredTimes hideIn(String text) {
        Matcher found = ANCHORED.matcher(text);
        if (!found.find()) return new AnchoredTimes(text, List.of());
        List<String> anchored = new ArrayList<>();
        String hidden =
                found.replaceAll(
                        m -> {
                            if (anchored.size() == MOST) return Matcher.quoteReplacement(m.group());
                            anchored.add(m.group());
                            return "" + (char) (FIRST_SIGN + anchored.size() - 1);
                        });
        return new AnchoredTimes(hidden, List.copyOf(anchored));
    }

    /** What is left of the text, with the words in their places again. */
    String restoreIn(String rest) {
        String whole = rest;
        for (int i = 0; i < anchored.size(); i++)
            whole = whole.replace("" + (char) (FIRST_SIGN + i), anchored.get(i));
        return whole;
    }
}
