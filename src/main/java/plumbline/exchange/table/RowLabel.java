package plumbline.exchange.table;

import plumbline.exchange.notation.BoundedCache;
import plumbline.exchange.notation.FootnoteMarks;
import plumbline.exchange.notation.TimeParser;
import plumbline.exchange.notation.TimeReference;
import plumbline.exchange.notation.UnitParser;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a row: without numbering, footnote marks and 其中, the unit and the time taken out of
 * it.
 *
 * @param time the time it tells, 累计 too
 * @param meaning what it is if it names nothing: 同比增长, 本月, 目标值
 */
record RowLabel(String name, String unit, TimeReference time, HeaderMeaning meaning) {
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
    private static final int LONGEST_LABEL = 300;

    private static final Pattern NOT_TIMED =
            Pattern.compile("^(?:19|20)\\d\\d年?(?:[=＝]|价|不变价|可比价|基期|[-—~至]).*");

    private static final BoundedCache<RowLabel> KNOWN =
            new BoundedCache<>(RowLabel::interpretLabel);

    /** A longer text is no name to be taken apart. */
    static RowLabel parseLabel(String written) {
        return written.length() > LONGEST_LABEL
                ? new RowLabel(written.strip(), "", TimeReference.UNSAID, HeaderMeaning.NOTHING)
                : KNOWN.valueFor(written);
    }

    private static RowLabel interpretLabel(String written) {
        String text = bareLabel(written);
        HeaderMeaning facet = HeaderMeaning.parseHeader(text);
        if (facet.isWithoutName()
                && !isJudged(facet, text)
                && (!facet.time().isUnsaid()
                        || facet.role().isPresent()
                        || !facet.unit().isEmpty() && UnitParser.parseUnit(text).isPresent()))
            return new RowLabel("", facet.unit(), facet.time(), facet);
        UnitParser.NameAndUnit named = UnitParser.splitNameAndUnit(text);
        String name = FootnoteMarks.withoutMarks(named.name());
        TimeReference when =
                TO_DATE.matcher(name).matches()
                        ? TimeReference.summedReference()
                        : TimeReference.UNSAID;
        Matcher timed = TIMED.matcher(name);
        if (timed.matches() && !NOT_TIMED.matcher(name).matches()) {
            var found = TimeParser.findTime(name).filter(f -> !f.isWholeText());
            if (found.isPresent())
                return new RowLabel(
                        found.get().rest(),
                        named.unit(),
                        found.get().time(),
                        HeaderMeaning.NOTHING);
        }
        return new RowLabel(name, named.unit(), when, HeaderMeaning.NOTHING);
    }

    /** 任务完成率 is a name; 完成率 is what a row under a name tells. */
    private static boolean isJudged(HeaderMeaning facet, String text) {
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
    static String bareLabel(String written) {
        String text =
                HeaderMeaning.bareHeader(written)
                        .replaceAll("(?<=\\p{IsHan})[\\s\\u3000]+(?=\\p{IsHan})", "")
                        .replaceAll("[\\s\\u3000]+", " ")
                        .strip();
        String numbered = NUMBERING.matcher(text).replaceFirst("");
        String among = AMONG.matcher(numbered.isEmpty() ? text : numbered).replaceFirst("");
        String rest = NUMBERING.matcher(among).replaceFirst("").strip().replaceFirst("[:：]$", "");
        return rest.isEmpty() ? text : rest;
    }

    boolean hasName() {
        return !name.isEmpty();
    }
}
