package plumbline.exchange.notation;

import plumbline.exchange.notation.TimeReference.Aside;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what a text says of time: 2023年1-9月, 103年, FY2024, 上半年, 本月止累计, 上年同期, Sep-23, “十三五”末. */
public final class TimeParser {
    private static final String YEAR = "(?<!\\d)((?:19|20)\\d\\d)(?!\\d)";
    private static final String DASH = "\\s*(?:-|—|–|―|~|至|到|－)+\\s*";
    private static final String YEARS_END = "\\s*(?:财?年度?|財年|年)?";
    private static final List<String> MONTHS =
            List.of(
                    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                    "dec");
    private static final String NAMED =
            "\\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";
    private static final String DIGITS = "一二三四五六七八九十";

    /** What was found, and the text without it. */
    public record Found(TimeReference when, String rest) {
        public boolean whole() {
            return rest.isEmpty();
        }
    }

    private record Rule(Pattern pattern, Function<MatchResult, TimeReference> when) {}

    private static Rule rule(String regex, Function<MatchResult, TimeReference> when) {
        return new Rule(Pattern.compile(regex, Pattern.CASE_INSENSITIVE), when);
    }

    /** With their year. */
    private static final List<Rule> FULL =
            List.of(
                    rule(
                            "(?:截[至止]|至)"
                                    + YEAR
                                    + "年(?:\\d{1,2}月)?(?:(?<=(\\d{1,2})月))?(?:\\d{1,2}日|[底末])?",
                            TimeParser::upTo),
                    rule(
                            YEAR
                                    + "\\s*[-/.年]\\s*(\\d{1,2})\\s*月?"
                                    + DASH
                                    + "(?:\\1\\s*[-/.年]\\s*)?(\\d{1,2})\\s*月(?:份)?(?:累计)?",
                            m -> months(number(m, 1), number(m, 2), number(m, 3))),
                    rule(
                            YEAR + "\\.(\\d{1,2})" + DASH + "(\\d{1,2})(?!\\d)",
                            m -> months(number(m, 1), number(m, 2), number(m, 3))),
                    rule(
                            YEAR + "-(\\d\\d)\\.\\.\\1-(\\d\\d)",
                            m -> months(number(m, 1), number(m, 2), number(m, 3))),
                    rule(
                            YEAR + "年\\s*(\\d{1,2})\\s*月\\s*[底末]",
                            m -> months(number(m, 1), 1, number(m, 2))),
                    rule(
                            YEAR
                                    + "\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?(?:\\s*\\d\\d:\\d\\d.*)?",
                            m -> months(number(m, 1), number(m, 2), number(m, 2))),
                    rule(
                            "(?<!\\d)(\\d{1,2})/\\d{1,2}/(\\d\\d(?:\\d\\d)?)(?!\\d)",
                            m -> months(century(number(m, 2)), number(m, 1), number(m, 1))),
                    rule(
                            YEAR + YEARS_END + "\\s*(上|下)半年",
                            m -> half(number(m, 1), m.group(2).equals("上") ? 1 : 2)),
                    rule(YEAR + "[年 -]*h([12])\\b", m -> half(number(m, 1), number(m, 2))),
                    rule(
                            "\\b(?:h([12])|([12])h)[ /-]*(?:of )?" + YEAR,
                            m ->
                                    half(
                                            number(m, 3),
                                            m.group(1) == null ? number(m, 2) : number(m, 1))),
                    rule(
                            "\\b(first|second) half(?: of)? " + YEAR,
                            m -> half(number(m, 2), m.group(1).equalsIgnoreCase("first") ? 1 : 2)),
                    rule(
                            YEAR + YEARS_END + "\\s*前([一二三四1-4])个?季度?",
                            m -> months(number(m, 1), 1, 3 * digit(m.group(2)))),
                    rule(
                            YEAR + YEARS_END + "\\s*(?:第?[一1])" + DASH + "(?:第?([二三四2-4]))季度?",
                            m -> months(number(m, 1), 1, 3 * digit(m.group(2)))),
                    rule(
                            YEAR + YEARS_END + "\\s*第?\\s*([一二三四1-4])\\s*季度?",
                            m -> quarter(number(m, 1), digit(m.group(2)))),
                    rule(YEAR + "[年 -]*q([1-4])\\b", m -> quarter(number(m, 1), number(m, 2))),
                    rule(
                            "\\b(?:q([1-4])|([1-4])q)[ /,'-]*" + YEAR,
                            m ->
                                    quarter(
                                            number(m, 3),
                                            m.group(1) == null ? number(m, 2) : number(m, 1))),
                    rule(
                            NAMED + DASH + NAMED + "[ ,'-]*" + YEAR,
                            m -> months(number(m, 3), named(m.group(1)), named(m.group(2)))),
                    rule(
                            NAMED + "[ ,./'-]*" + YEAR,
                            m -> months(number(m, 2), named(m.group(1)), named(m.group(1)))),
                    rule(
                            "(?:\\d{1,2}[ -])?" + NAMED + "[ ,./'-]*(\\d\\d)(?!\\d)",
                            m ->
                                    months(
                                            century(number(m, 2)),
                                            named(m.group(1)),
                                            named(m.group(1)))),
                    rule(
                            YEAR + "[ ,./-]*" + NAMED,
                            m -> months(number(m, 1), named(m.group(2)), named(m.group(2)))),
                    rule(
                            "(?:FY|fiscal year|财年|财政年度|會計年度)\\s*'?((?:20|19)?\\d\\d)\\s*[-/–]\\s*((?:20|19)?\\d\\d)",
                            m -> TimeReference.year(century(number(m, 2)))),
                    rule(
                            "(?:FY|fiscal year|财年|财政年度)\\s*'?((?:20|19)\\d\\d|\\d\\d)",
                            m -> TimeReference.year(century(number(m, 1)))),
                    rule(
                            YEAR + "(?:年(?:度)?)?" + DASH + YEAR + "(?:年(?:度)?)?",
                            m -> TimeReference.years(number(m, 1), number(m, 2))),
                    rule(
                            "(?<!\\d)((?:19|20)\\d\\d)\\s*[/_]\\s*(\\d\\d)(?!\\d)",
                            m -> TimeReference.year(century(number(m, 2)))),
                    rule(
                            YEAR + "\\s*年度?\\s*(\\d{1,2})\\s*月(?:份)?(?:止|度)?",
                            m -> months(number(m, 1), number(m, 2), number(m, 2))),
                    rule(
                            YEAR + "\\s*年?\\s*m(\\d\\d)\\b",
                            m -> months(number(m, 1), number(m, 2), number(m, 2))),
                    rule(
                            YEAR + "[-./](0?[1-9]|1[0-2])(?![\\d%])",
                            m -> months(number(m, 1), number(m, 2), number(m, 2))),
                    rule(
                            "(?<!\\d)(20[0-4]\\d)(0[1-9]|1[0-2])(?!\\d)",
                            m -> months(number(m, 1), number(m, 2), number(m, 2))),
                    rule(
                            "[\"“]?十([一二三四五六])五[\"”]?(?:规划)?(?:期)?末(?:期)?",
                            m -> TimeReference.year(2010 + 5 * (digit(m.group(1)) - 1))),
                    rule(YEAR + "(?=年[末底初中]\\p{IsHan})", m -> TimeReference.year(number(m, 1))),
                    rule(YEAR + "\\s*年度?(?:末|底)?", m -> TimeReference.year(number(m, 1))),
                    rule(YEAR + "(?!\\s*[.,]\\d)", m -> TimeReference.year(number(m, 1))));

    /** Without a year. */
    private static final List<Rule> PARTIAL =
            List.of(
                    rule(
                            "(?:1|一)"
                                    + DASH
                                    + "本月(?:止)?(?:累计)?|(?:本月|本期|本季)?(?:止|末)累计|(?:自)?年初(?:至|到)(?:本月|本期|今|报告期)(?:末)?(?:累计)?",
                            _ -> TimeReference.summed()),
                    rule(
                            "(?<!\\d)(\\d{1,2})月?" + DASH + "(\\d{1,2})\\s*月(?:份)?(?:累计)?",
                            m -> TimeReference.months(month(m, 1), month(m, 2))),
                    rule(
                            "截[至止]\\s*(\\d{1,2})\\s*月\\s*[底末份]?",
                            m -> TimeReference.months(1, month(m, 1))),
                    rule(
                            "(上|下)半年(?:度)?",
                            m ->
                                    m.group(1).equals("上")
                                            ? TimeReference.months(1, 6)
                                            : TimeReference.months(7, 12)),
                    rule("前([一二三四1-4])个?季度?", m -> TimeReference.months(1, 3 * digit(m.group(1)))),
                    rule(
                            "(?:第?[一1])" + DASH + "(?:第?([二三四2-4]))季度?",
                            m -> TimeReference.months(1, 3 * digit(m.group(1)))),
                    rule(
                            "(?:第\\s*)?([一二三四1-4])\\s*季(?:度)?",
                            m ->
                                    TimeReference.months(
                                            3 * digit(m.group(1)) - 2, 3 * digit(m.group(1)))),
                    rule(
                            "^\\s*q([1-4])\\s*$",
                            m -> TimeReference.months(3 * number(m, 1) - 2, 3 * number(m, 1))),
                    rule(
                            "^\\s*h([12])\\s*$",
                            m -> TimeReference.months(6 * number(m, 1) - 5, 6 * number(m, 1))),
                    rule(
                            "^\\s*(?:m)?(\\d{1,2})\\s*月(?:份)?(?!度)",
                            m -> TimeReference.months(month(m, 1), month(m, 1))),
                    rule(
                            "(?<![\\d-])(\\d{1,2})\\s*月份",
                            m -> TimeReference.months(month(m, 1), month(m, 1))),
                    rule(
                            "^\\s*(十[一二]?|[一二三四五六七八九])月(?:份)?",
                            m -> TimeReference.months(digits(m.group(1)), digits(m.group(1)))),
                    rule(
                            "^\\s*" + NAMED + DASH + NAMED + "\\s*$",
                            m -> TimeReference.months(named(m.group(1)), named(m.group(2)))),
                    rule(
                            "^\\s*" + NAMED + "\\s*$",
                            m -> TimeReference.months(named(m.group(1)), named(m.group(1)))),
                    rule("全年", _ -> TimeReference.months(1, 12)));

    private static final List<Rule> ASIDE =
            List.of(
                    rule(
                            "(?:上年|去年|上一年)\\s*同[期月季](?:累计)?(?:数|值)?|^同期(?:累计)?(?:数|值)?$|same period (?:of )?last year|year[- ]earlier",
                            m -> aside(Aside.YEAR_BEFORE, m)),
                    rule(
                            "^(?:上年|去年|上一年)(?:度|末|底|数|值|实际|完成)*$|^(?:last|previous|prior) year$",
                            m -> aside(Aside.WHOLE_YEAR_BEFORE, m)),
                    rule("^(?:上年|去年)(?=(?:实际|完成|实绩|决算))", m -> aside(Aside.WHOLE_YEAR_BEFORE, m)),
                    rule(
                            "^(?:上月|上个月|前一月)(?:末|数|值)*|^上期(?:数|值)?$",
                            m -> aside(Aside.MONTH_BEFORE, m)),
                    rule(
                            "(?:本|当)月(?:末|底|数|值|止)?|this month|current month",
                            m -> aside(Aside.MONTH, m)),
                    rule(
                            "^(?:本期|当期|本季度?|当季|本年度?|今年|当年|报告期)(?:累计)?(?:末|底|数|值)*|^(?:this|current) (?:year|period|quarter)$",
                            m -> aside(Aside.THIS, m)),
                    rule(
                            "(?:^|[_(\\s-])累计(?:数|值)?[)]?$|^累计(?:数|值|完成)?$|year[- ]to[- ]date|\\bytd\\b|cumulative$",
                            _ -> TimeReference.summed()));

    private static final int LONGEST_TEXT = 600;

    private TimeParser() {}

    /** Empty where the text says nothing of time. */
    public static Optional<Found> find(String text) {
        if (text.length() > LONGEST_TEXT) return Optional.empty();
        AnchoredTimes anchored = AnchoredTimes.hideIn(plain(text));
        String rest = anchored.text();
        TimeReference when = TimeReference.UNSAID;
        for (List<Rule> rules : List.of(FULL, PARTIAL, ASIDE)) {
            if (rules == PARTIAL && when.hasMonths()) continue;
            for (Rule rule : rules) {
                Matcher m = rule.pattern.matcher(rest);
                if (!m.find()) continue;
                TimeReference said = rule.when.apply(m.toMatchResult());
                if (!possible(said)) continue;
                when = when.unsaid() ? said : said.within(when).unsaid() ? when : both(when, said);
                rest = (rest.substring(0, m.start()) + rest.substring(m.end())).strip();
                break;
            }
        }
        return when.unsaid()
                ? Optional.empty()
                : Optional.of(new Found(when, anchored.restoreIn(tidy(rest))));
    }

    private static TimeReference both(TimeReference one, TimeReference other) {
        return new TimeReference(
                one.hasYear() ? one.from() : other.from(),
                one.hasYear() ? one.to() : other.to(),
                one.hasMonths() ? one.first() : other.first(),
                one.hasMonths() ? one.last() : other.last(),
                one.aside() == Aside.NONE ? other.aside() : one.aside(),
                one.toDate() || other.toDate());
    }

    private static boolean possible(TimeReference when) {
        return when.first() >= 0
                && when.last() <= 12
                && when.first() <= when.last()
                && when.from() <= when.to();
    }

    private static String tidy(String rest) {
        String bare = rest.replaceAll("[(（]\\s*[)）]", "").strip();
        return bare.replaceFirst("^[\\s:：,，、_/·.-]+", "").replaceFirst("[\\s:：,，、_/·-]+$", "");
    }

    /**
     * Digits and brackets half-width; years of the Minguo calendar and in Chinese digits turned
     * into ours.
     */
    private static String plain(String text) {
        String plain =
                Normalizer.normalize(text.strip(), Normalizer.Form.NFKC)
                        .replace('“', '"')
                        .replace('”', '"')
                        .replaceAll(
                                "(?<=[\\p{IsHan}\\d])\\s+(?=\\p{IsHan})|(?<=\\p{IsHan})\\s+(?=[\\p{IsHan}\\d])",
                                "");
        Matcher chinese = Pattern.compile("([一二][〇○零九][〇○零一二三四五六七八九]{2})年").matcher(plain);
        plain = chinese.replaceAll(m -> western(m.group(1)) + "年");
        plain =
                Pattern.compile("(?:中[华華])?民[国國]\\s*(\\d{2,3})(?=\\D|$)")
                        .matcher(plain)
                        .replaceAll(m -> "" + (1911 + Integer.parseInt(m.group(1))));
        plain =
                Pattern.compile("(?<!\\d)(1[0-3]\\d)(?=\\s*年)")
                        .matcher(plain)
                        .replaceAll(m -> "" + (1911 + Integer.parseInt(m.group(1))));
        return Pattern.compile("^(2[0-9])(?=年(?:$|\\d|上|下|第|度))").matcher(plain).replaceAll("20$1");
    }

    private static String western(String digits) {
        StringBuilder year = new StringBuilder();
        for (char c : digits.toCharArray()) year.append(Math.max(0, "〇一二三四五六七八九".indexOf(c)));
        return year.toString();
    }

    private static TimeReference upTo(MatchResult m) {
        Matcher month = Pattern.compile("年(\\d{1,2})月").matcher(m.group());
        return month.find()
                ? months(number(m, 1), 1, Integer.parseInt(month.group(1)))
                : TimeReference.year(number(m, 1));
    }

    private static TimeReference aside(Aside aside, MatchResult m) {
        return new TimeReference(0, 0, 0, 0, aside, m.group().contains("累计"));
    }

    private static TimeReference months(int year, int first, int last) {
        return new TimeReference(year, year, first, last, Aside.NONE, false);
    }

    private static TimeReference half(int year, int half) {
        return months(year, 6 * half - 5, 6 * half);
    }

    private static TimeReference quarter(int year, int quarter) {
        return months(year, 3 * quarter - 2, 3 * quarter);
    }

    private static int number(MatchResult m, int group) {
        return Integer.parseInt(m.group(group));
    }

    /** -1 for a month there is not. */
    private static int month(MatchResult m, int group) {
        int month = number(m, group);
        return month >= 1 && month <= 12 ? month : -1;
    }

    private static int century(int year) {
        if (year >= 100) return year;
        return year < 70 ? 2000 + year : 1900 + year;
    }

    private static int named(String month) {
        return MONTHS.indexOf(month.toLowerCase(Locale.ROOT)) + 1;
    }

    private static int digit(String digit) {
        int chinese = DIGITS.indexOf(digit);
        return chinese >= 0 ? chinese + 1 : Integer.parseInt(digit);
    }

    private static int digits(String chinese) {
        return chinese.length() == 2 ? 10 + digit(chinese.substring(1)) : digit(chinese);
    }
}
