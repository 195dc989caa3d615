package plumbline.exchange.table;

import plumbline.exchange.notation.FootnoteMarks;
import plumbline.exchange.notation.TimeParser;
import plumbline.exchange.notation.TimeReference;
import plumbline.exchange.notation.UnitParser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is said once for a whole table.
 *
 * @param indicator named by 指标：… or by the title; empty where neither does
 * @param isNamed true where 指标：… names it
 * @param units of the line 单位：亿元、%
 */
record TableContext(
        String title, String indicator, boolean isNamed, List<String> units, TimeReference time) {
    private static final Pattern UNIT =
            Pattern.compile(
                    "(?<!\\p{IsHan})(?:计量|金额|数量)?[单單]\\s*位\\s*[:：]\\s*([^)）;；\\t]+)|(?i)\\bunits?\\s*[:：]\\s*([^);]+)|(?i)[(（]\\s*in ([^)）]+)[)）]");
    private static final Pattern INDICATOR =
            Pattern.compile(
                    "(?i)^[(（]?\\s*(?:统计)?(?:指标|指標|指标名称|项目名称|指数|indicators?|series|index|measure|statistic)\\s*[:：]\\s*(.+?)[)）]?$");
    private static final Pattern TIME =
            Pattern.compile(
                    "(?i)^[(（]?\\s*(?:时间|日期|统计时间|报告期|数据时间|所属期|所属时期|期间|统计期间|時間|资料时间|数据截止(?:时间|日期)?|period|date|as of|year)\\s*[:：]?\\s*(.+)$");
    private static final Pattern KEYED = Pattern.compile("(?s)[(（]?[^:：]{1,12}[:：].*");
    private static final Pattern ADMINISTRATIVE =
            Pattern.compile(".*(填报|制表|报送|上报|印发|发布|填表|打印|更新|导出|下载|编制|审核|来源|文号|有效期|电话|表号).*");
    private static final Pattern NUMBERING =
            Pattern.compile(
                    "^(?:附?[表图]|附件|续表|[Tt]able|TABLE|專欄|专栏)\\s*[\\d一二三四五六七八九十]*(?:[-—–.．]\\d+)*\\s*[:：、.]?\\s*|^\\d+[-—–]\\d+(?:[-—–]\\d+)?\\s*|^[\\d一二三四五六七八九十]+[、.．]\\s*|[(（]续(?:表)?\\s*\\d*[)）]|续表\\d*$");
    private static final Pattern BY =
            Pattern.compile(
                    "(?:各|分)(?:[县縣][(（]?市?、?区?[)）]?|(?:(?!地区生产)[县市区州地镇乡省旗、()（）])+|地区(?!生产总值)|地市|市州|行业|产业|登记注册类型|企业类型|类型|季度|月份?|年度?|年龄|性别|经济类型|區域|縣市|区域)+(?:的)?|按[^，,]{1,10}分组?的?|历年|歷年|主要年份|历史|(?i),? by [a-z ]+$");
    private static final Pattern TAIL =
            Pattern.compile(
                    "(?:基本|主要|完成|发展|变化|增长|分布|构成|目标任务|目标|任务)*(?:情况|情況)?(?:统计|一览|汇总|明细|对比|比较|调查|统计监测|監測|统计概况|概况)*(?:表|月报|快报|年报|数据|統計|统计)*(?:[(（][^\\s=＝]{0,10}[)）])?$");

    /** （上年=100） belongs to the name. */
    private static final Pattern INDEX = Pattern.compile("[(（][^()（）]*[=＝]\\s*100[^()（）]*[)）]");

    private static final Pattern PLACE =
            Pattern.compile(
                    "^(?:(?:全|本|我)(?:市|省|国|县|区|州)|[\\p{IsHan}]{2,7}?(?:省|市|州|地区|县|区))(?=.{2})");

    static TableContext readContext(List<String> above, String sheet, String file) {
        List<String> lines =
                above.stream().map(FootnoteMarks::withoutMarks).filter(l -> !l.isBlank()).toList();
        Optional<String> named =
                lines.reversed().stream()
                        .map(INDICATOR::matcher)
                        .filter(Matcher::matches)
                        .map(m -> withClosedBracket(m.group(1).strip()))
                        .findFirst();
        String title = findTitle(lines);
        String usual = isGenericName(sheet) ? "" : sheet;
        String indicator = named.orElseGet(() -> subjectOfTitle(title.isEmpty() ? usual : title));
        if (indicator.isEmpty()) indicator = subjectOfTitle(usual);
        if (indicator.isEmpty()) indicator = subjectWithUnit(file);
        List<String> units = findUnits(lines);
        UnitParser.NameAndUnit split = UnitParser.splitNameAndUnit(indicator);
        if (!split.unit().isEmpty())
            units = units.isEmpty() || named.isPresent() ? List.of(split.unit()) : units;
        return new TableContext(
                title, split.name(), named.isPresent(), units, findContextTime(lines, sheet, file));
    }

    private static String withClosedBracket(String name) {
        boolean open = name.lastIndexOf('(') > name.lastIndexOf(')');
        return open ? name + ")" : name;
    }

    /** A file's name tells what its table is of where it tells a unit too: 造林面积（亩）. */
    private static String subjectWithUnit(String file) {
        String name =
                file.replaceFirst("\\.[A-Za-z]{2,5}$", "")
                        .replaceFirst("^[\\x21-\\x7e\\s]+(?=\\p{IsHan})", "");
        String subject = subjectOfTitle(name);
        return UnitParser.splitNameAndUnit(subject).unit().isEmpty() ? "" : subject;
    }

    private static boolean isGenericName(String sheet) {
        return sheet.matches("(?i)(sheet|工作表|表)\\s*\\d*|数据|data|table\\d*|汇总表?|#\\d+");
    }

    /** The line nearest the table that is no more than a title. */
    private static String findTitle(List<String> lines) {
        return lines.reversed().stream()
                .filter(
                        l ->
                                l.length() <= 60
                                        && l.length() >= 3
                                        && !KEYED.matcher(
                                                        l.replaceFirst(
                                                                "\\s*[(（]?(?:计量)?[单單]位\\s*[:：].*",
                                                                "-"))
                                                .matches()
                                        && !l.matches(
                                                "[(（]?(?:计量)?[单單]位\\s*[:：].*|(?i)unit.*[:：].*")
                                        && !l.matches("[(（].*[)）]|附件\\s*\\d*|附表\\s*\\d*|续表.*")
                                        && UnitParser.parseUnit(l).isEmpty()
                                        && TimeParser.findTime(l)
                                                .filter(TimeParser.FoundTime::isWholeText)
                                                .isEmpty()
                                        && !l.endsWith("。"))
                .findFirst()
                .or(
                        () ->
                                lines.reversed().stream()
                                        .filter(l -> l.matches("^附?表\\s*[\\d-]*\\s*[:：].{3,50}"))
                                        .findFirst())
                .orElse("");
    }

    private static List<String> findUnits(List<String> lines) {
        for (String line : lines.reversed()) {
            Matcher m = UNIT.matcher(line);
            while (m.find()) {
                String said =
                        m.group(1) != null
                                ? m.group(1)
                                : m.group(2) != null ? m.group(2) : m.group(3);
                List<String> units = splitUnits(said);
                if (!units.isEmpty()) return units;
            }
            String bare = line.replaceFirst("^[(（](.*)[)）]$", "$1");
            if (bare.length() <= 8 && !bare.equals(line) && UnitParser.parseUnit(bare).isPresent())
                return List.of(UnitParser.parseUnit(bare).get());
        }
        return List.of();
    }

    private static List<String> splitUnits(String said) {
        Optional<String> whole = UnitParser.parseUnit(said);
        if (whole.isPresent()) return List.of(whole.get());
        List<String> units = new ArrayList<>();
        for (String part : said.split("[、,，;；\\s]+|(?<=[元人户])/(?=%)"))
            UnitParser.parseUnit(part).ifPresent(units::add);
        return units;
    }

    private static TimeReference findContextTime(List<String> lines, String sheet, String file) {
        TimeReference when = TimeReference.UNSAID;
        for (String line : lines.reversed()) {
            Matcher keyed = TIME.matcher(line);
            if (keyed.matches() && !ADMINISTRATIVE.matcher(line).matches())
                when = when.completedFrom(findTime(keyed.group(1)));
        }
        for (String line : lines.reversed()) {
            boolean tells =
                    line.length() <= 60
                            && !ADMINISTRATIVE.matcher(line).matches()
                            && !line.matches(".*最近\\d+(年|月|个月|季度|期).*");
            if (tells && !(when.hasYear() && when.hasMonths()))
                when = when.hasYear() ? when : when.completedFrom(findTime(line));
        }
        if (!when.hasYear()) when = when.completedFrom(findTime(sheet));
        return when.hasYear()
                ? when
                : when.completedFrom(findTime(file.replaceFirst("\\.[A-Za-z]{2,5}$", "")));
    }

    private static TimeReference findTime(String text) {
        TimeReference when =
                TimeParser.findTime(text)
                        .map(TimeParser.FoundTime::time)
                        .orElse(TimeReference.UNSAID);
        return when.aside() == TimeReference.TimeAside.NONE
                        || when.aside() == TimeReference.TimeAside.THIS
                ? when
                : TimeReference.UNSAID;
    }

    /** What a title is about, without number, time, place, and what kind of table it is. */
    static String subjectOfTitle(String title) {
        String rest = NUMBERING.matcher(title.strip()).replaceAll("").strip();
        rest = rest.replaceFirst("(?<=\\S)\\s*[(（]?\\s*(?:计量)?[单單]位\\s*[:：]\\s*\\S+$", "");
        UnitParser.NameAndUnit named =
                UnitParser.splitNameAndUnit(
                        rest.replaceFirst("[(（][单單]位\\s*[:：]([^)）]*)[)）]", "($1)"));
        Matcher index = INDEX.matcher(named.name());
        String base = index.find() ? index.group() : "";
        String name = named.name().replace(base, "");
        rest = TimeParser.findTime(name).map(TimeParser.FoundTime::rest).orElse(name);
        rest = BY.matcher(rest).replaceAll("").strip();
        rest = TAIL.matcher(rest).replaceFirst("").strip();
        Matcher place = PLACE.matcher(rest);
        String bare = place.find() ? place.replaceFirst("") : rest;
        bare = bare.replaceFirst("^[的年末]+(?=[^末])(?<!年末)", "").replaceFirst("(?:的|和)$", "").strip();
        bare += base;
        if (bare.isEmpty() || bare.matches("(主要)?(经济|统计|社会|发展|国民经济和社会发展)?(主要)?(指标|指標|数据)?|综合"))
            return "";
        return named.unit().isEmpty() ? bare : bare + "(" + named.unit() + ")";
    }
}
