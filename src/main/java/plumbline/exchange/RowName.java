package plumbline.exchange;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a row: without numbering, footnote marks and 其中, the unit and the time taken out of
 * it.
 *
 * @param when the time it tells, 累计 too
 * @param facet what it is if it names nothing: 同比增长, 本月, 目标值
 */
record RowName(String name, String unit, When when, Facet facet) {
    private static final Pattern NUMBERING =
            Pattern.compile(
                    "^(?:[(（][一二三四五六七八九十\\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十]+[章节]\\s|\\d{1,3}(?:[.．]\\d{1,2})*[、.．)）](?!\\d)|\\d{1,2}\\.\\d{1,2}(?:\\.\\d{1,2})*\\s+|\\d{1,3}\\s+(?=\\p{IsHan})|[①-⑳]|[•·●▪■◆○#＃*＊]+)\\s*");
    private static final Pattern AMONG =
            Pattern.compile(
                    "^(?:其中|其 中|其中有|其中含|#|＃|of which|including|1、其中)\\s*[:：,，]?\\s*(?=\\S)",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern TO_DATE =
            Pattern.compile(".*(_累计.*|[(（]累计[)）]|累计值|\\(ytd\\))$", Pattern.CASE_INSENSITIVE);
    private static final Pattern TIMED =
            Pattern.compile(
                    "^(?:(?:19|20)\\d\\d年|民[国國]|1[01]\\d年|\\d{1,2}\\s*[-—~至]\\s*\\d{1,2}月|本月止?(?:累计)?|上半年|前三季度|全年|[一二三四]季度|1-本月).*");
    private static final Pattern NOT_TIMED =
            Pattern.compile("^(?:19|20)\\d\\d年?(?:[=＝]|价|不变价|可比价|基期|[-—~至]).*");

    private static final Memo<RowName> KNOWN = new Memo<>(RowName::understood);

    static RowName of(String written) {
        return KNOWN.of(written);
    }

    private static RowName understood(String written) {
        String text = bare(written);
        Facet facet = Facet.of(text);
        if (facet.bare()
                && !judged(facet, text)
                && (!facet.when().unsaid()
                        || facet.role().isPresent()
                        || !facet.unit().isEmpty() && UnitWords.unit(text).isPresent()))
            return new RowName("", facet.unit(), facet.when(), facet);
        UnitWords.Named named = UnitWords.split(text);
        String name = FootMarks.off(named.name());
        When when = TO_DATE.matcher(name).matches() ? When.summed() : When.UNSAID;
        Matcher timed = TIMED.matcher(name);
        if (timed.matches() && !NOT_TIMED.matcher(name).matches()) {
            var found = WhenWords.find(name).filter(f -> !f.whole());
            if (found.isPresent())
                return new RowName(
                        found.get().rest(), named.unit(), found.get().when(), Facet.NOTHING);
        }
        return new RowName(name, named.unit(), when, Facet.NOTHING);
    }

    /** 任务完成率 is a name; 完成率 is what a row under a name tells. */
    private static boolean judged(Facet facet, String text) {
        boolean role =
                facet.role()
                        .filter(
                                r ->
                                        r == FigureRole.ATTAINMENT
                                                || r == FigureRole.PROGRESS
                                                || r == FigureRole.VERDICT
                                                || r == FigureRole.WEIGHT)
                        .isPresent();
        return role && text.length() > 5;
    }

    /** Without numbering, 其中 and footnote marks, on one line. */
    static String bare(String written) {
        String text =
                Facet.bare(written)
                        .replaceAll("(?<=\\p{IsHan})[\\s\\u3000]+(?=\\p{IsHan})", "")
                        .replaceAll("[\\s\\u3000]+", " ")
                        .strip();
        String numbered = NUMBERING.matcher(text).replaceFirst("");
        String among = AMONG.matcher(numbered.isEmpty() ? text : numbered).replaceFirst("");
        String rest = NUMBERING.matcher(among).replaceFirst("").strip();
        return rest.isEmpty() ? text : rest;
    }

    boolean names() {
        return !name.isEmpty();
    }
}
