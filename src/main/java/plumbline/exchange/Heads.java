package plumbline.exchange;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plumbline.assessment.Role;
import plumbline.assessment.Role.Means;
import plumbline.assessment.Role.Plain;
import plumbline.plan.Period;

/** Reads the heads of a table: what each column holds. */
final class Heads {
    private static final Pattern SPAN = Pattern.compile("(\\d{4})年?[-—–~至到](\\d{4})年?");
    private static final Pattern MONTHS = Pattern.compile("(\\d{4})年1[-—–~至](\\d{1,2})月.*");
    private static final Pattern UP_TO = Pattern.compile("截[至止](\\d{4})年(\\d{1,2})月.*");
    private static final Pattern MONTH_END = Pattern.compile("(\\d{4})年(\\d{1,2})月[底末].*");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})年(\\d{1,2})月.*");
    private static final Pattern HALF = Pattern.compile("(\\d{4})年([上下])半年.*|h([12]) ?(\\d{4})");
    private static final Pattern QUARTERS = Pattern.compile("(\\d{4})年前([二三])季度.*");
    private static final Pattern QUARTER = Pattern.compile("(\\d{4})年第?([一二三四1-4])季度.*|q([1-4]) ?(\\d{4})");
    private static final Pattern YEAR = Pattern.compile("[^\\d]{0,4}((?:19|20)\\d\\d)(?!\\d)年?.*");
    /** A longer text is a sentence. */
    private static final int LONGEST_HEAD = 30;
    private static final String CHINESE_DIGITS = "一二三四";

    private Heads() { }

    static boolean isNumber(String head) {
        return plain(head) == Plain.NUMBER;
    }

    static boolean isName(String head) {
        return plain(head) == Plain.NAME;
    }

    /** How many of the texts are heads of a table of indicators. */
    static int recognised(List<String> heads) {
        return (int) heads.stream().map(h -> role(h, Optional.empty())).filter(r -> r != Plain.OTHER).distinct().count();
    }

    /** The columns' roles, each at most once: the first of two that say the same counts. */
    static List<Role> roles(List<String> heads, Optional<Years> years) {
        List<Role> roles = new ArrayList<>();
        for (String head : heads) {
            Role role = role(head, years);
            roles.add(roles.contains(role) ? Plain.OTHER : role);
        }
        years.ifPresent(y -> yearsAsMilestones(roles, y));
        return List.copyOf(roles);
    }

    /** Where no column is named so, the year before the plan is the baseline, and its last year the target. */
    private static void yearsAsMilestones(List<Role> roles, Years years) {
        if (!roles.contains(Plain.BASELINE)) roles.replaceAll(r -> r.equals(new Role.Actual(Period.year(years.first() - 1))) ? Plain.BASELINE : r);
        if (!roles.contains(Plain.TARGET)) roles.replaceAll(r -> r.equals(new Role.Actual(Period.year(years.last()))) ? Plain.TARGET : r);
    }

    private static Role role(String written, Optional<Years> years) {
        String head = normalized(written);
        Plain plain = plain(written);
        if (plain == Plain.TARGET) return target(head, years);
        if (plain != Plain.OTHER) return plain;
        Optional<Role> aggregate = aggregate(head);
        return aggregate.or(() -> period(head).map(Role.Actual::new)).orElse(Plain.OTHER);
    }

    private static Plain plain(String written) {
        String head = normalized(written);
        if (head.isEmpty() || head.length() > LONGEST_HEAD) return Plain.OTHER;
        if (head.matches("序号|编号|号|no\\.?|#|number")) return Plain.NUMBER;
        if (head.matches("(主要|具体|核心)?(规划)?指标(名称|内容)?([(].*)?|项目名称|名称|indicators?")) return Plain.NAME;
        if (head.matches("(计量)?单位|unit")) return Plain.UNIT;
        if (head.matches(".*(类别|分类|类型|领域)|group")) return Plain.GROUP;
        if (head.matches("(指标)?(属性|性质)|property")) return Plain.PROPERTY;
        if (head.matches(".*(完成|实现|达成)(程度|率|比例)(\\(.*)?|attainment.*")) return Plain.ATTAINMENT;
        if (head.matches("(时间|序时|应达)进度.*|time progress.*")) return Plain.OTHER;
        if (head.matches(".*(进度评价|评价结果|评估结果|评价等级|完成评价|进展评价|评价结论|评估结论)|评价|评估|verdict")) return Plain.VERDICT;
        if (head.matches(".*(完成进度|目标进度|实现进度).*|进度|进度\\(%\\)|progress.*")) return Plain.PROGRESS;
        if (head.matches(".*(中期).*目标.*|mid-term target.*")) return Plain.MID_TERM;
        if (head.matches(".*(目标|规划值|标准值|target).*")) return Plain.TARGET;
        if (head.matches(".*(基期|基数|基准|五[”\"]?期?末|baseline).*")) return Plain.BASELINE;
        return Plain.OTHER;
    }

    /** 2022年目标 is a yearly target, unless 2022 is the plan's last year. */
    private static Role target(String head, Optional<Years> years) {
        Matcher year = YEAR.matcher(head);
        if (!year.matches() || years.isEmpty()) return Plain.TARGET;
        int of = Integer.parseInt(year.group(1));
        boolean within = of >= years.get().first() && of < years.get().last();
        return within ? new Role.YearlyTarget(of) : Plain.TARGET;
    }

    private static Optional<Role> aggregate(String head) {
        boolean mean = head.matches(".*(年均|平均|均值).*") && !head.matches(".*(增速|增长).*");
        boolean total = head.matches(".*(累计|合计|总计).*");
        if (!mean && !total) return Optional.empty();
        Matcher span = SPAN.matcher(head);
        boolean spanned = span.find() && Integer.parseInt(span.group(2)) >= Integer.parseInt(span.group(1));
        Optional<Period> over = spanned ? Optional.of(new Period(YearMonth.of(Integer.parseInt(span.group(1)), 1), YearMonth.of(Integer.parseInt(span.group(2)), 12)))
                : Optional.empty();
        return Optional.of(new Role.Aggregate(over, mean && total ? Means.EITHER : mean ? Means.MEAN : Means.TOTAL));
    }

    /** The period a head or a piece of running text names; empty for none, and for a span of years. */
    static Optional<Period> period(String written) {
        String text = normalized(written);
        if (SPAN.matcher(text).find()) return Optional.empty();
        try {
            return months(text).or(() -> part(text)).or(() -> year(text));
        } catch (DateTimeException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<Period> months(String text) {
        for (Pattern pattern : List.of(MONTHS, UP_TO, MONTH_END)) {
            Matcher m = pattern.matcher(text);
            if (m.matches()) return Optional.of(new Period(YearMonth.of(number(m, 1), 1), YearMonth.of(number(m, 1), number(m, 2))));
        }
        Matcher month = MONTH.matcher(text);
        return month.matches() ? Optional.of(Period.parse("%04d-%02d".formatted(number(month, 1), number(month, 2)))) : Optional.empty();
    }

    private static Optional<Period> part(String text) {
        Matcher half = HALF.matcher(text);
        if (half.matches()) {
            return Optional.of(half.group(1) == null ? Period.half(number(half, 4), number(half, 3)) : Period.half(number(half, 1), half.group(2).equals("上") ? 1 : 2));
        }
        Matcher quarters = QUARTERS.matcher(text);
        if (quarters.matches()) {
            return Optional.of(new Period(YearMonth.of(number(quarters, 1), 1), YearMonth.of(number(quarters, 1), quarters.group(2).equals("二") ? 6 : 9)));
        }
        Matcher quarter = QUARTER.matcher(text);
        if (!quarter.matches()) return Optional.empty();
        if (quarter.group(1) == null) return Optional.of(Period.quarter(number(quarter, 4), number(quarter, 3)));
        int chinese = CHINESE_DIGITS.indexOf(quarter.group(2));
        return Optional.of(Period.quarter(number(quarter, 1), chinese >= 0 ? chinese + 1 : number(quarter, 2)));
    }

    private static Optional<Period> year(String text) {
        Matcher year = YEAR.matcher(text);
        return year.matches() ? Optional.of(Period.year(number(year, 1))) : Optional.empty();
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }

    private static String normalized(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replace('“', '"').replace('”', '"').toLowerCase(Locale.ROOT)
                .replaceAll("(?<![a-z0-9])\\s+|\\s+(?![a-z0-9])", "").strip();
    }
}
