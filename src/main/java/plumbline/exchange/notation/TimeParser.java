package plumbline.exchange.notation;

import plumbline.exchange.notation.TimeReference.TimeAside;

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
    public record FoundTime(TimeReference time, String rest) {
        public boolean isWholeText() {
            return rest.isEmpty();
        }
    }

    private record TimeRule(Pattern pattern, Function<MatchResult, TimeReference> when) {}

    private static TimeRule createRule(String regex, Function<MatchResult, TimeReference> when) {
        return new TimeRule(Pattern.compile(regex, Pattern.CASE_INSENSITIVE), when);
    }

    /** With their year. */
    private static final List<TimeRule> FULL =
            List.of(
                    createRule(
                            "(?:截[至止]|至)"
                                    + YEAR
                                    + "年(?:\\d{1,2}月)?(?:(?<=(\\d{1,2})月))?(?:\\d{1,2}日|[底末])?",
                            TimeParser::timeUpToMonth),
                    createRule(
                            YEAR
                                    + "\\s*[-/.年]\\s*(\\d{1,2})\\s*月?"
                                    + DASH
                                    + "(?:\\1\\s*[-/.年]\\s*)?(\\d{1,2})\\s*月(?:份)?(?:累计)?",
                            m ->
                                    monthsOfYear(
                                            parseNumber(m, 1),
                                            parseNumber(m, 2),
                                            parseNumber(m, 3))),
                    createRule(
                            YEAR + "\\.(\\d{1,2})" + DASH + "(\\d{1,2})(?!\\d)",
                            m ->
                                    monthsOfYear(
                                            parseNumber(m, 1),
                                            parseNumber(m, 2),
                                            parseNumber(m, 3))),
                    createRule(
                            YEAR + "-(\\d\\d)\\.\\.\\1-(\\d\\d)",
                            m ->
                                    monthsOfYear(
                                            parseNumber(m, 1),
                                            parseNumber(m, 2),
                                            parseNumber(m, 3))),
                    createRule(
                            YEAR + "年\\s*(\\d{1,2})\\s*月\\s*[底末]",
                            m -> monthsOfYear(parseNumber(m, 1), 1, parseNumber(m, 2))),
                    createRule(
                            YEAR
                                    + "\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?(?:\\s*\\d\\d:\\d\\d.*)?",
                            m ->
                                    monthsOfYear(
                                            parseNumber(m, 1),
                                            parseNumber(m, 2),
                                            parseNumber(m, 2))),
                    createRule(
                            "(?<!\\d)(\\d{1,2})/\\d{1,2}/(\\d\\d(?:\\d\\d)?)(?!\\d)",
                            m ->
                                    monthsOfYear(
                                            yearWithCentury(parseNumber(m, 2)),
                                            parseNumber(m, 1),
                                            parseNumber(m, 1))),
                    createRule(
                            YEAR + YEARS_END + "\\s*(上|下)半年",
                            m -> halfYear(parseNumber(m, 1), m.group(2).equals("上") ? 1 : 2)),
                    createRule(
                            YEAR + "[年 -]*h([12])\\b",
                            m -> halfYear(parseNumber(m, 1), parseNumber(m, 2))),
                    createRule(
                            "\\b(?:h([12])|([12])h)[ /-]*(?:of )?" + YEAR,
                            m ->
                                    halfYear(
                                            parseNumber(m, 3),
                                            m.group(1) == null
                                                    ? parseNumber(m, 2)
                                                    : parseNumber(m, 1))),
                    createRule(
                            "\\b(first|second) half(?: of)? " + YEAR,
                            m ->
                                    halfYear(
                                            parseNumber(m, 2),
                                            m.group(1).equalsIgnoreCase("first") ? 1 : 2)),
                    createRule(
                            YEAR + YEARS_END + "\\s*前([一二三四1-4])个?季度?",
                            m ->
                                    monthsOfYear(
                                            parseNumber(m, 1),
                                            1,
                                            3 * parseChineseDigit(m.group(2)))),
                    createRule(
                            YEAR + YEARS_END + "\\s*(?:第?[一1])" + DASH + "(?:第?([二三四2-4]))季度?",
                            m ->
                                    monthsOfYear(
                                            parseNumber(m, 1),
                                            1,
                                            3 * parseChineseDigit(m.group(2)))),
                    createRule(
                            YEAR + YEARS_END + "\\s*第?\\s*([一二三四1-4])\\s*季度?",
                            m -> quarterOfYear(parseNumber(m, 1), parseChineseDigit(m.group(2)))),
                    createRule(
                            YEAR + "[年 -]*q([1-4])\\b",
                            m -> quarterOfYear(parseNumber(m, 1), parseNumber(m, 2))),
                    createRule(
                            "\\b(?:q([1-4])|([1-4])q)[ /,'-]*" + YEAR,
                            m ->
                                    quarterOfYear(
                                            parseNumber(m, 3),
                                            m.group(1) == null
                                                    ? parseNumber(m, 2)
                                                    : parseNumber(m, 1))),
                    createRule(
                            NAMED + DASH + NAMED + "[ ,'-]*" + YEAR,
                            m ->
                                    monthsOfYear(
                                            parseNumber(m, 3),
                                            monthByName(m.group(1)),
                                            monthByName(m.group(2)))),
                    createRule(
                            NAMED + "[ ,./'-]*" + YEAR,
                            m ->
                                    monthsOfYear(
                                            parseNumber(m, 2),
                                            monthByName(m.group(1)),
                                            monthByName(m.group(1)))),
                    createRule(
                            "(?:\\d{1,2}[ -])?" + NAMED + "[ ,./'-]*(\\d\\d)(?!\\d)",
                            m ->
                                    monthsOfYear(
                                            yearWithCentury(parseNumber(m, 2)),
                                            monthByName(m.group(1)),
                                            monthByName(m.group(1)))),
                    createRule(
                            YEAR + "[ ,./-]*" + NAMED,
                            m ->
                                    monthsOfYear(
                                            parseNumber(m, 1),
                                            monthByName(m.group(2)),
                                            monthByName(m.group(2)))),
                    createRule(
                            "(?:FY|fiscal year|财年|财政年度|會計年度)\\s*'?((?:20|19)?\\d\\d)\\s*[-/–]\\s*((?:20|19)?\\d\\d)",
                            m -> TimeReference.yearReference(yearWithCentury(parseNumber(m, 2)))),
                    createRule(
                            "(?:FY|fiscal year|财年|财政年度)\\s*'?((?:20|19)\\d\\d|\\d\\d)",
                            m -> TimeReference.yearReference(yearWithCentury(parseNumber(m, 1)))),
                    createRule(
                            YEAR + "(?:年(?:度)?)?" + DASH + YEAR + "(?:年(?:度)?)?",
                            m ->
                                    TimeReference.yearsReference(
                                            parseNumber(m, 1), parseNumber(m, 2))),
                    createRule(
                            "(?<!\\d)((?:19|20)\\d\\d)\\s*[/_]\\s*(\\d\\d)(?!\\d)",
                            m -> TimeReference.yearReference(yearWithCentury(parseNumber(m, 2)))),
                    createRule(
                            YEAR + "\\s*年度?\\s*(\\d{1,2})\\s*月(?:份)?(?:止|度)?",
                            m ->
                                    monthsOfYear(
                                            parseNumber(m, 1),
                                            parseNumber(m, 2),
                                            parseNumber(m, 2))),
                    createRule(
                            YEAR + "\\s*年?\\s*m(\\d\\d)\\b",
                            m ->
                                    monthsOfYear(
                                            parseNumber(m, 1),
                                            parseNumber(m, 2),
                                            parseNumber(m, 2))),
                    createRule(
                            YEAR + "[-./](0?[1-9]|1[0-2])(?![\\d%])",
                            m ->
                                    monthsOfYear(
                                            parseNumber(m, 1),
                                            parseNumber(m, 2),
                                            parseNumber(m, 2))),
                    createRule(
                            "(?<!\\d)(20[0-4]\\d)(0[1-9]|1[0-2])(?!\\d)",
                            m ->
                                    monthsOfYear(
                                            parseNumber(m, 1),
                                            parseNumber(m, 2),
                                            parseNumber(m, 2))),
                    createRule(
                            "[\"“]?十([一二三四五六])五[\"”]?(?:规划)?(?:期)?末(?:期)?",
                            m ->
                                    TimeReference.yearReference(
                                            2010 + 5 * (parseChineseDigit(m.group(1)) - 1))),
                    createRule(
                            YEAR + "(?=年[末底初中]\\p{IsHan})",
                            m -> TimeReference.yearReference(parseNumber(m, 1))),
                    createRule(
                            YEAR + "\\s*年度?(?:末|底)?",
                            m -> TimeReference.yearReference(parseNumber(m, 1))),
                    createRule(
                            YEAR + "(?!\\s*[.,]\\d)",
                            m -> TimeReference.yearReference(parseNumber(m, 1))));

    /** Without a year. */
    private static final List<TimeRule> PARTIAL =
            List.of(
                    createRule(
                            "(?:1|一)"
                                    + DASH
                                    + "本月(?:止)?(?:累计)?|(?:本月|本期|本季)?(?:止|末)累计|(?:自)?年初(?:至|到)(?:本月|本期|今|报告期)(?:末)?(?:累计)?",
                            _ -> TimeReference.summedReference()),
                    createRule(
                            "(?<!\\d)(\\d{1,2})月?" + DASH + "(\\d{1,2})\\s*月(?:份)?(?:累计)?",
                            m -> TimeReference.monthsReference(parseMonth(m, 1), parseMonth(m, 2))),
                    createRule(
                            "截[至止]\\s*(\\d{1,2})\\s*月\\s*[底末份]?",
                            m -> TimeReference.monthsReference(1, parseMonth(m, 1))),
                    createRule(
                            "(上|下)半年(?:度)?",
                            m ->
                                    m.group(1).equals("上")
                                            ? TimeReference.monthsReference(1, 6)
                                            : TimeReference.monthsReference(7, 12)),
                    createRule(
                            "前([一二三四1-4])个?季度?",
                            m ->
                                    TimeReference.monthsReference(
                                            1, 3 * parseChineseDigit(m.group(1)))),
                    createRule(
                            "(?:第?[一1])" + DASH + "(?:第?([二三四2-4]))季度?",
                            m ->
                                    TimeReference.monthsReference(
                                            1, 3 * parseChineseDigit(m.group(1)))),
                    createRule(
                            "(?:第\\s*)?([一二三四1-4])\\s*季(?:度)?",
                            m ->
                                    TimeReference.monthsReference(
                                            3 * parseChineseDigit(m.group(1)) - 2,
                                            3 * parseChineseDigit(m.group(1)))),
                    createRule(
                            "^\\s*q([1-4])\\s*$",
                            m ->
                                    TimeReference.monthsReference(
                                            3 * parseNumber(m, 1) - 2, 3 * parseNumber(m, 1))),
                    createRule(
                            "^\\s*h([12])\\s*$",
                            m ->
                                    TimeReference.monthsReference(
                                            6 * parseNumber(m, 1) - 5, 6 * parseNumber(m, 1))),
                    createRule(
                            "^\\s*(?:m)?(\\d{1,2})\\s*月(?:份)?(?!度)",
                            m -> TimeReference.monthsReference(parseMonth(m, 1), parseMonth(m, 1))),
                    createRule(
                            "(?<![\\d-])(\\d{1,2})\\s*月份",
                            m -> TimeReference.monthsReference(parseMonth(m, 1), parseMonth(m, 1))),
                    createRule(
                            "^\\s*(十[一二]?|[一二三四五六七八九])月(?:份)?",
                            m ->
                                    TimeReference.monthsReference(
                                            parseChineseNumber(m.group(1)),
                                            parseChineseNumber(m.group(1)))),
                    createRule(
                            "^\\s*" + NAMED + DASH + NAMED + "\\s*$",
                            m ->
                                    TimeReference.monthsReference(
                                            monthByName(m.group(1)), monthByName(m.group(2)))),
                    createRule(
                            "^\\s*" + NAMED + "\\s*$",
                            m ->
                                    TimeReference.monthsReference(
                                            monthByName(m.group(1)), monthByName(m.group(1)))),
                    createRule("全年", _ -> TimeReference.monthsReference(1, 12)));

    private static final List<TimeRule> ASIDE =
            List.of(
                    createRule(
                            "(?:上年|去年|上一年)\\s*同[期月季](?:累计)?(?:数|值)?|^同期(?:累计)?(?:数|值)?$|same period (?:of )?last year|year[- ]earlier",
                            m -> asideTime(TimeAside.YEAR_BEFORE, m)),
                    createRule(
                            "^(?:上年|去年|上一年)(?:度|末|底|数|值|实际|完成)*$|^(?:last|previous|prior) year$",
                            m -> asideTime(TimeAside.WHOLE_YEAR_BEFORE, m)),
                    createRule(
                            "^(?:上年|去年)(?=(?:实际|完成|实绩|决算))",
                            m -> asideTime(TimeAside.WHOLE_YEAR_BEFORE, m)),
                    createRule(
                            "^(?:上月|上个月|前一月)(?:末|数|值)*|^上期(?:数|值)?$",
                            m -> asideTime(TimeAside.MONTH_BEFORE, m)),
                    createRule(
                            "(?:本|当)月(?:末|底|数|值|止)?|this month|current month",
                            m -> asideTime(TimeAside.MONTH, m)),
                    createRule(
                            "^(?:本期|当期|本季度?|当季|本年度?|今年|当年|报告期)(?:累计)?(?:末|底|数|值)*|^(?:this|current) (?:year|period|quarter)$",
                            m -> asideTime(TimeAside.THIS, m)),
                    createRule(
                            "(?:^|[_(\\s-])累计(?:数|值)?[)]?$|^累计(?:数|值|完成)?$|year[- ]to[- ]date|\\bytd\\b|cumulative$",
                            _ -> TimeReference.summedReference()));

    private static final int LONGEST_TEXT = 600;

    private TimeParser() {}

    /** Empty where the text says nothing of time. */
    public static Optional<FoundTime> findTime(String text) {
        if (text.length() > LONGEST_TEXT) return Optional.empty();
        AnchoredTimes anchored = AnchoredTimes.hideIn(normalizeTimeText(text));
        String rest = anchored.text();
        TimeReference when = TimeReference.UNSAID;
        for (List<TimeRule> rules : List.of(FULL, PARTIAL, ASIDE)) {
            if (rules == PARTIAL && when.hasMonths()) continue;
            for (TimeRule rule : rules) {
                Matcher m = rule.pattern.matcher(rest);
                if (!m.find()) continue;
                TimeReference said = rule.when.apply(m.toMatchResult());
                if (!isPossible(said)) continue;
                when =
                        when.isUnsaid()
                                ? said
                                : said.completedFrom(when).isUnsaid()
                                        ? when
                                        : combineTimes(when, said);
                rest = (rest.substring(0, m.start()) + rest.substring(m.end())).strip();
                break;
            }
        }
        return when.isUnsaid()
                ? Optional.empty()
                : Optional.of(new FoundTime(when, anchored.restoreIn(tidyRest(rest))));
    }

    private static TimeReference combineTimes(TimeReference one, TimeReference other) {
        return new TimeReference(
                one.hasYear() ? one.fromYear() : other.fromYear(),
                one.hasYear() ? one.toYear() : other.toYear(),
                one.hasMonths() ? one.firstMonth() : other.firstMonth(),
                one.hasMonths() ? one.lastMonth() : other.lastMonth(),
                one.aside() == TimeAside.NONE ? other.aside() : one.aside(),
                one.toDate() || other.toDate());
    }

    private static boolean isPossible(TimeReference when) {
        return when.firstMonth() >= 0
                && when.lastMonth() <= 12
                && when.firstMonth() <= when.lastMonth()
                && when.fromYear() <= when.toYear();
    }

    private static String tidyRest(String rest) {
        String bare = rest.replaceAll("[(（]\\s*[)）]", "").strip();
        return bare.replaceFirst("^[\\s:：,，、_/·.-]+", "").replaceFirst("[\\s:：,，、_/·-]+$", "");
    }

    /**
     * Digits and brackets half-width; years of the Minguo calendar and in Chinese digits turned
     * into ours.
     */
    private static String normalizeTimeText(String text) {
        String plain =
                Normalizer.normalize(text.strip(), Normalizer.Form.NFKC)
                        .replace('“', '"')
                        .replace('”', '"')
                        .replaceAll(
                                "(?<=[\\p{IsHan}\\d])\\s+(?=\\p{IsHan})|(?<=\\p{IsHan})\\s+(?=[\\p{IsHan}\\d])",
                                "");
        Matcher chinese = Pattern.compile("([一二][〇○零九][〇○零一二三四五六七八九]{2})年").matcher(plain);
        plain = chinese.replaceAll(m -> toWesternDigits(m.group(1)) + "年");
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

    private static String toWesternDigits(String digits) {
        StringBuilder year = new StringBuilder();
        for (char c : digits.toCharArray()) year.append(Math.max(0, "〇一二三四五六七八九".indexOf(c)));
        return year.toString();
    }

    private static TimeReference timeUpToMonth(MatchResult m) {
        Matcher month = Pattern.compile("年(\\d{1,2})月").matcher(m.group());
        return month.find()
                ? monthsOfYear(parseNumber(m, 1), 1, Integer.parseInt(month.group(1)))
                : TimeReference.yearReference(parseNumber(m, 1));
    }

    private static TimeReference asideTime(TimeAside aside, MatchResult m) {
        return new TimeReference(0, 0, 0, 0, aside, m.group().contains("累计"));
    }

    private static TimeReference monthsOfYear(int year, int first, int last) {
        return new TimeReference(year, year, first, last, TimeAside.NONE, false);
    }

    private static TimeReference halfYear(int year, int half) {
        return monthsOfYear(year, 6 * half - 5, 6 * half);
    }

    private static TimeReference quarterOfYear(int year, int quarter) {
        return monthsOfYear(year, 3 * quarter - 2, 3 * quarter);
    }

    private static int parseNumber(MatchResult m, int group) {
        return Integer.parseInt(m.group(group));
    }

    /** -1 for a month there is not. */
    private static int parseMonth(MatchResult m, int group) {
        int month = parseNumber(m, group);
        return month >= 1 && month <= 12 ? month : -1;
    }

    private static int yearWithCentury(int year) {
        if (year >= 100) return year;
        return year < 70 ? 2000 + year : 1900 + year;
    }

    private static int monthByName(String month) {
        return MONTHS.indexOf(month.toLowerCase(Locale.ROOT)) + 1;
    }

    private static int parseChineseDigit(String digit) {
        int chinese = DIGITS.indexOf(digit);
        return chinese >= 0 ? chinese + 1 : Integer.parseInt(digit);
    }

    private static int parseChineseNumber(String chinese) {
        return chinese.length() == 2
                ? 10 + parseChineseDigit(chinese.substring(1))
                : parseChineseDigit(chinese);
    }
}
