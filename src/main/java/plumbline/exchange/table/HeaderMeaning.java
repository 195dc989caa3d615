package plumbline.exchange.table;

import plumbline.exchange.notation.BoundedCache;
import plumbline.exchange.notation.FootnoteMarks;
import plumbline.exchange.notation.HeaderLexicon;
import plumbline.exchange.notation.HeaderTerm;
import plumbline.exchange.notation.TimeParser;
import plumbline.exchange.notation.TimeReference;
import plumbline.exchange.notation.UnitParser;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one text over or beside figures says of them: {@code 2025年目标（%）}, {@code 同比增长}, {@code
 * 地区生产总值(亿元)}.
 *
 * @param unit empty where none is named
 * @param rest what is left when all that is understood is taken away: the name of something
 */
record HeaderMeaning(
        HeaderTerm term, TimeReference time, Optional<FigureRole> role, String unit, String rest) {
    static final HeaderMeaning NOTHING =
            new HeaderMeaning(HeaderTerm.NONE, TimeReference.UNSAID, Optional.empty(), "", "");

    /** A change told as an amount: in the unit of its row. */
    static final String UNIT_OF_ROW = "=";

    /** 全市进出口总额:累计值, as data banks name a series; the last group tells its sum. */
    private static final Pattern SERIES =
            Pattern.compile(
                    "[^:：]{2,40}[:：](?:(累计)|当月|本月|当季|本季|当期|期末|期内|年度)(?:值|数|额|同比|环比|增速|同比增长|同比增速)?");

    private static final int LONGEST_HEAD = 300;

    private static final String CORE =
            "(?:增长速度|增长率|增长幅度|增长|增减变动|增减|增速|增幅|增(?![加设收值量产])|涨跌幅?|涨幅|升降幅?|变动|变化(?:率|幅度)?|年增率|年增長率|成長率|增長率|增加率|±|\\+\\s*/\\s*-|\\+,\\s*-|同比|环比|yoy|y-o-y|year[- ]on[- ]year|growth|change|increase|mom)";
    private static final Pattern GROWTH =
            Pattern.compile(
                    "(?:(?:比|较)(?:年初|上年末?|上月末?|去年末?|上年同期|同期|期初)(?:净)?(?:新增|增加|减少|增减|下降|提高|上升|增[(（]减[)）])[±+\\-,，、]*(?:额|数|率|量)?[(（]?(?:%|％)?[)）]?|(?:比|较|與|与|对比|较之)?\\s*(?:上年度?|去年|上月|上季度?|上期|前期|基期|20\\d\\d年)?\\s*(?:同期|同月|同季|末|底|年末)?\\s*(?:相比)?[,，]?\\s*(?:名义|实际|可比价?|按可比价格计算|annual|real|nominal)?\\s*"
                            + CORE
                            + "(?:同比|环比|增长|增减|增速|增幅|下降|减少|[(（]?减少?[)）]?|[-－])*(?:速度|幅度|率|额|量|数|值|情况|点数|百分点|个百分点|rate)?\\s*[(（]?\\s*[±+\\-]*\\s*(?:%|％|个?百分点)?\\s*[)）]?)+",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern BILINGUAL =
            Pattern.compile(
                    "^(?=.*\\p{IsHan})(.*[\\p{IsHan})）])\\s*(?<=\\s|\\p{IsHan}|[)）])[A-Z(]?[A-Za-z]*[a-z]{2}[A-Za-z0-9 ,.()/&'%:-]*$|^(.*[\\p{IsHan})）])\\s+[A-Z]{2,6}\\s+\\([\\w ,%]+\\)$");
    private static final Pattern SHARE =
            Pattern.compile(
                    "占.{0,14}(比重|比例|比率|比|%|％|[(（]%[)）])|比重|占比|构成|结构|構成比?|百分比|share|% of total",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern RANK =
            Pattern.compile(
                    "(在?(全省|全市|全国|全州|全区|总量|增速|全县|增幅))*(位次|排名|排位|名次|排序|居第)(变化|情况)?|rank(ing)?",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern SCORE =
            Pattern.compile("得分|评分|自评分|考核得分|扣分|加分|评估得分|scores?", Pattern.CASE_INSENSITIVE);
    private static final Pattern GAP =
            Pattern.compile(
                    "(差距|差额|差值|缺口|与目标差距|距目标|超额|剩余|还需|较目标|gap)(值|数|量)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern FILLERS =
            Pattern.compile(
                    "(最新|目标|目標|计划|任务|预算|預算|规划|考核|完成|实际|實際|实绩|执行|决算|決算|预计|預計|预测|预期|估计|基期|基数|基准|现状|初值|数值|數值|数据|绝对|绝对值|绝对数|绝对量|总量|数量|指标|指標|主要|经济|本期|值|数|數|额|量|情况|全年|年度|年|末|底|初|累计|累計|期末|中期|终期|最终|期初|余额|金额|年均|平均|五年|总值|本外币|期|为|的|其中|快报|年报|及|与|和|率|月报|截止|截至|达到|按|统计|发展|各年|历年|分年度|分月|近[三五十]年|[\\s/、:：(（)）.,，_-]|\"?十[一二三四五六]五\"?|时期|期间|以来|actuals?|outturns?|results?|achieved|targets?|values?|baseline|forecasts?|estimates?|amounts?|budget|plan|figures?|as of|end of|end|for|the|in|of|year|provisional|final|mid-term|annual|cumulative)*",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern ROLE_WORDS =
            Pattern.compile(
                    "(年度|全年)?(目标|目標)(任务|值|数)?|计划(数|值|任务)?|(任务|预算)数|预计(完成|值|数)?|预测(值|数)?|实际(完成|值|数)?|完成(值|数|情况)|[(（](预计|目标|实际|计划|预测|实绩|完成)[)）]");

    private static final BoundedCache<HeaderMeaning> KNOWN =
            new BoundedCache<>(HeaderMeaning::interpretHeader);

    /** A longer text is a sentence: it names, and says nothing else. */
    static HeaderMeaning parseHeader(String written) {
        return written.length() > LONGEST_HEAD
                ? new HeaderMeaning(
                        HeaderTerm.NONE,
                        TimeReference.UNSAID,
                        Optional.empty(),
                        "",
                        written.strip())
                : KNOWN.valueFor(written);
    }

    private static HeaderMeaning interpretHeader(String written) {
        String text = bareHeader(written);
        if (text.isEmpty()) return NOTHING;
        Optional<String> unit =
                HeaderLexicon.headerTerm(text).isLabel() ? Optional.empty() : findBareUnit(text);
        if (unit.isPresent())
            return new HeaderMeaning(
                    HeaderTerm.NONE, TimeReference.UNSAID, Optional.empty(), unit.get(), "");
        UnitParser.NameAndUnit named = UnitParser.splitNameAndUnit(text);
        Matcher series = SERIES.matcher(named.name());
        if (series.matches())
            return new HeaderMeaning(
                    HeaderTerm.NONE,
                    series.group(1) == null
                            ? TimeReference.UNSAID
                            : TimeReference.summedReference(),
                    Optional.empty(),
                    named.unit(),
                    named.name());
        Optional<HeaderMeaning> beside = meaningWithUnit(named);
        if (beside.isPresent()) return beside.get();
        HeaderTerm word = HeaderLexicon.headerTerm(text);
        if (word == HeaderTerm.NONE) word = HeaderLexicon.headerTerm(named.name());
        Optional<TimeParser.FoundTime> found = TimeParser.findTime(named.name());
        String rest = found.map(TimeParser.FoundTime::rest).orElse(named.name());
        if (findRole(word).isPresent()) rest = ROLE_WORDS.matcher(rest).replaceAll("").strip();
        if (word == HeaderTerm.NONE && found.isPresent() && rest.matches("[EFef]"))
            word = HeaderTerm.FORECAST;
        if (found.isPresent() && rest.matches("[EFAPRefapr]")) rest = "";
        Optional<FigureRole> role = findRole(word);
        boolean judged =
                role.filter(
                                r ->
                                        r == FigureRole.ATTAINMENT
                                                || r == FigureRole.PROGRESS
                                                || r == FigureRole.VERDICT
                                                || r == FigureRole.WEIGHT
                                                || r == FigureRole.OTHER)
                        .isPresent();
        if (word.isLabel() || judged || FILLERS.matcher(rest).matches()) rest = "";
        TimeReference when =
                found.map(TimeParser.FoundTime::time)
                        .filter(w -> !(judged && w.equals(TimeReference.monthsReference(1, 12))))
                        .orElse(TimeReference.UNSAID);
        return new HeaderMeaning(word, when, role, usualUnit(named.unit(), role), rest);
    }

    /**
     * On one line, without footnote marks, and without the English that a yearbook puts behind the
     * Chinese.
     */
    static String bareHeader(String written) {
        String line =
                FootnoteMarks.withoutMarks(written.replaceFirst("\\s*\\[YR\\d{4}\\]$", ""))
                        .replaceAll("(?<=[\\x21-\\x7e])\\s*[\\r\\n]+\\s*(?=[A-Za-z])", " ")
                        .replaceAll("\\s*[\\r\\n]+\\s*", "")
                        .strip();
        return BILINGUAL.matcher(line).replaceFirst("$1$2").strip();
    }

    private static Optional<String> findBareUnit(String text) {
        return RANK.matcher(text).matches()
                        || text.matches(
                                "年|月|日|位|名|[县縣]|区|起|期|级|类|届|分|点|a|k|m|t|number|no\\.?|count|units?|index|ratio|months?|years?|days?|total")
                ? Optional.empty()
                : UnitParser.parseUnit(text.replaceFirst("^[(（](.*)[)）]$", "$1"));
    }

    /** A per cent sign at attainment says nothing of the indicator. */
    private static String usualUnit(String unit, Optional<FigureRole> role) {
        return unit.isEmpty()
                        && role.filter(r -> r == FigureRole.ATTAINMENT || r == FigureRole.PROGRESS)
                                .isPresent()
                ? "%"
                : unit;
    }

    /**
     * Growth, share, rank or score beside an indicator's own value; empty if something else is
     * named as well.
     */
    private static Optional<HeaderMeaning> meaningWithUnit(UnitParser.NameAndUnit named) {
        if (HeaderLexicon.headerTerm(named.name()) == HeaderTerm.ATTAINMENT)
            return Optional.empty();
        for (Pattern pattern : List.of(GROWTH, SHARE, RANK, SCORE, GAP)) {
            Matcher m = pattern.matcher(named.name());
            if (!m.find()) continue;
            String without = m.replaceAll("").strip();
            Optional<TimeParser.FoundTime> found = TimeParser.findTime(without);
            String rest = found.map(TimeParser.FoundTime::rest).orElse(without);
            if (!FILLERS.matcher(rest).matches() || rest.contains("目标")) continue;
            String said = named.unit().isEmpty() ? changeUnit(pattern, named.name()) : named.unit();
            FigureRole role =
                    pattern == GROWTH && named.name().matches(".*(目标|计划|预期).*")
                            ? FigureRole.TARGET
                            : FigureRole.OTHER;
            return Optional.of(
                    new HeaderMeaning(
                            HeaderTerm.NONE,
                            found.map(TimeParser.FoundTime::time).orElse(TimeReference.UNSAID),
                            Optional.of(role),
                            said,
                            ""));
        }
        return Optional.empty();
    }

    private static String changeUnit(Pattern pattern, String name) {
        if (name.contains("百分点")) return name.contains("个百分点") ? "个百分点" : "百分点";
        if (pattern == SHARE || pattern == GROWTH && !name.matches(".*(额|量|数|增减值)[)）]?$"))
            return "%";
        return "";
    }

    /** A label word that stands over figures names what they count: 学校（所）. */
    HeaderMeaning meaningAsName(String head) {
        UnitParser.NameAndUnit named = UnitParser.splitNameAndUnit(bareHeader(head));
        return new HeaderMeaning(
                HeaderTerm.NONE, time, Optional.empty(), named.unit(), named.name());
    }

    HeaderMeaning withRole(FigureRole other, String unitOfIt) {
        return new HeaderMeaning(term, time, Optional.of(other), unitOfIt, "");
    }

    HeaderMeaning withUnit(String other) {
        return new HeaderMeaning(term, time, role, other, rest);
    }

    static Optional<FigureRole> findRole(HeaderTerm word) {
        return switch (word) {
            case TARGET -> Optional.of(FigureRole.TARGET);
            case MID_TERM -> Optional.of(FigureRole.MID_TERM);
            case BASELINE -> Optional.of(FigureRole.BASELINE);
            case ACTUAL -> Optional.of(FigureRole.ACTUAL);
            case FORECAST -> Optional.of(FigureRole.FORECAST);
            case ATTAINMENT -> Optional.of(FigureRole.ATTAINMENT);
            case PROGRESS -> Optional.of(FigureRole.PROGRESS);
            case VERDICT -> Optional.of(FigureRole.VERDICT);
            case WEIGHT -> Optional.of(FigureRole.WEIGHT);
            case TIME_PROGRESS -> Optional.of(FigureRole.OTHER);
            default -> Optional.empty();
        };
    }

    boolean isGrowth() {
        return role.filter(r -> r == FigureRole.OTHER).isPresent();
    }

    /** True where nothing is said but time, role and unit. */
    boolean isWithoutName() {
        return rest.isEmpty();
    }

    boolean saysSomething() {
        return !time.isUnsaid() || role.isPresent() || !unit.isEmpty() || term != HeaderTerm.NONE;
    }

    /** What a lower head adds to what stands over it. */
    HeaderMeaning completedFrom(HeaderMeaning upper) {
        boolean latin =
                !rest.isEmpty() && !upper.rest.isEmpty() && rest.matches("^[\\x00-\\x7f].*");
        String name =
                rest.isEmpty()
                        ? upper.rest
                        : upper.rest.isEmpty() || rest.startsWith(upper.rest)
                                ? rest
                                : upper.rest + (latin ? " " : "") + rest;
        return new HeaderMeaning(
                term == HeaderTerm.NONE ? upper.term : term,
                time.completedFrom(upper.time),
                isGrowth() && upper.role.filter(r -> r == FigureRole.TARGET).isPresent()
                        ? upper.role
                        : role.or(() -> upper.role),
                unit.isEmpty() && !isGrowth() ? upper.unit : unit,
                name);
    }
}
