package plumbline.exchange.notation;

import plumbline.plan.Period;
import plumbline.proofreading.PrintedColumnRole;
import plumbline.proofreading.PrintedColumnRole.AggregateMeaning;
import plumbline.proofreading.PrintedColumnRole.PlainColumn;

import java.text.Normalizer;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the heads of a table: what each column holds. */
public final class HeaderLexicon {
    private static final Pattern SPAN = Pattern.compile("(\\d{4})年?[-—–~至到](\\d{4})年?");
    private static final Pattern YEAR =
            Pattern.compile("(?:target for |[^\\d]{0,4})((?:19|20)\\d\\d)(?!\\d)年?.*");

    /** A longer text is a sentence. */
    private static final int LONGEST_HEAD = 30;

    private record TermPattern(HeaderTerm term, Pattern pattern) {}

    /** Heads over labels; the first that fits counts. */
    private static final List<TermPattern> LABELS =
            List.of(
                    termPattern(
                            HeaderTerm.NUMBER, "序号|序號|编号|編號|号|行次|no\\.?|#|number|ref\\.?|id|s/n"),
                    termPattern(
                            HeaderTerm.ASIDE,
                            "\\p{IsHan}{0,8}(编码|編碼|代码|代碼|邮编|邮政编码|区划码)|(\\w+[ _])?(code|postcode|zip)|页码?|頁碼?|(来源|所在)页码?|page( no\\.?)?|dataflow|freq(uency)?|频度|频率|obs_?status|decimals|unit_?mult(iplier)?|last_?update.*|预计(完成|实现|达到).{0,4}(率|程度|比例|%).*|.*预计(完成|实现)(率|程度|比例).*"),
                    termPattern(
                            HeaderTerm.NAME,
                            "(主要|具体|核心|统计|统计监测|考核|评价|监测|经济|国民经济)*(规划)?(指标|指標)(名称|名稱|内容|体系)?([(].*)?|[三四]级指标|(衡量|绩效|績效)(指标|指標)|(考核|建设|统计|統計)?(项目|項目)(名称)?|名称|名稱|统计项目|事项|科目|indicators?( name)?|items?|series( name)?|variable|measure|metric|kpi"),
                    termPattern(
                            HeaderTerm.UNIT,
                            "(计量)?(单位|單位)|計量單位|units?( of measure(ment)?)?|unit_?measure"),
                    termPattern(
                            HeaderTerm.BREAKDOWN,
                            "(各)?(城市|地区|地區|县区|区县|市县|县市|省份|省市|乡镇|镇街|街道|园区|国家|国别)(名称|名稱|名)|ref_?area|geo(graphic area)?|borough|ward|town(ship)?|municipality|(各)?(地区|地區|地域|区域|區域|县区|区县|市县|县市|市州|州市|城市|省份|省市|市别|市別|地市|市地|县别|镇街|乡镇|乡镇街道|镇办|街道|省|市|县|区|行政区划?|行政區|行政单位|单位名称|單位名稱|企业类型|企业类别|企业规模|登记注册类型|注册类型|经济类型|所有制|行业|行业名称|行業|行業別|行业门类|产业|產業別|地區別|縣市別|縣市|区域别|区域別|性别|性別|年龄|年龄组|年齡|分组|组别|人群|品种|站点|监测点|点位|断面|河流|水库|学校|医院|企业|企业名称|公司|公司名称|园区|开发区|季别|分项|breakdown|(local )?authorit(y|ies)|region|county|counties|district|city|area|province|country|countries|state|territory|industry|sector|sex|gender|age( group)?|location|place|(country|region|county|area|city|district|state|province) ?name)([(].*)?"),
                    termPattern(
                            HeaderTerm.BREAKDOWN,
                            "(县|市|区|州|地|盟|旗|省|镇|乡|[(、,/)和及]|街道?|街)+(名称|别)?|按.{1,12}分组?"),
                    termPattern(
                            HeaderTerm.PERIOD,
                            "年份|年度|年别|年別|时间|時間|时期|時期|期间|期別|日期|月份|月别|月別|季度|统计时间|统计年度|数据时间|报告期|年月|年|月|year|month|quarter|period|date|time|fiscal year|year/month|(obs_?)?time_?period"),
                    termPattern(
                            HeaderTerm.GROUP,
                            "(.*(类别|類別|分类|分類|类型|领域)|[一二]级指标|group|category|theme|dimension|类|维度|大类|板块|方面)"),
                    termPattern(HeaderTerm.PROPERTY, "(指标)?(属性|性质|類型)|property"),
                    termPattern(
                            HeaderTerm.DEPARTMENT,
                            ".*(牵头|责任|负责|主管|填报|报送|配合|数据提供|承担|主办|协办|考核|监测)(单位|部门|科室|处室|人|领导|股室).*|部门|科室|提供部门|department|responsible.*|lead.*|owner"),
                    termPattern(
                            HeaderTerm.NOTE,
                            "备注|備註|规格|型号|等级|规格型号|说明|說明|附注|注|(数据|资料|指标)?来源|(指标)?(解释|口径|释义)|.*(计算方法|计算公式|口径)|.*原因.*|.*(存在)?问题|.*措施|notes?|remarks?|comments?|sources?|definition"),
                    termPattern(HeaderTerm.DAY, ".*(完成|截止|办结|上报|填报|更新)(时间|日期|时限)|时限"));

    /** Heads over figures; the first that fits counts: 完成率 before 完成. */
    private static final List<TermPattern> FIGURES =
            List.of(
                    termPattern(
                            HeaderTerm.FORECAST,
                            ".*(全年|年度|全年度|年末)?预计(可)?(完成|实现|达到)(数|值|情况|额|量)?([(].*)?"),
                    termPattern(HeaderTerm.TIME_PROGRESS, "(时间|序时|应达)进度.*|time progress.*"),
                    termPattern(
                            HeaderTerm.ATTAINMENT,
                            ".*(完成|实现|达成|達成|执行|到位)(程度|率|比例|%|[(]%[)]|百分比)(\\(.*)?|.*(占|为|达).*(目标|计划|任务|预算).*(%|比|比重|比例|百分比|[(]%[)])|.*完成(全年|年度|目标|计划|年初|任务).*(%|比例|百分比|[(]%[)]).*|attainment.*|(% )?achieved|achievement.*|% of target"),
                    termPattern(
                            HeaderTerm.VERDICT,
                            ".*(进度评价|评价结果|评估结果|评价等级|完成评价|进展评价|评价结论|评估结论|评判|研判|是否完成|是否达标|是否达到|达标情况|预警|红绿灯)|.*(评价|评估|评判)(情况)?|verdict|rag|rag status|assessment"),
                    termPattern(
                            HeaderTerm.PROGRESS,
                            ".*(完成进度|目标进度|实现进度|进度完成).*|进度|进度\\(%\\)|progress.*"),
                    termPattern(HeaderTerm.WEIGHT, "(指标)?(权重|分值|权数|標準分|标准分)(\\(.*)?|weights?.*"),
                    termPattern(
                            HeaderTerm.FORMER_TARGET,
                            ".*(原|调整前)(的)?目标.*|(former|previous|original) target.*"),
                    termPattern(HeaderTerm.MID_TERM, ".*(中期).*目标.*|mid-term target.*"),
                    termPattern(
                            HeaderTerm.ACTUAL,
                            ".*(完成|实现|执行)(数|值|情况|额|量)?(\\(.*)?|已完成|(累计|本年|实际)?完成(投资|产值|金额|数量)额?(\\(.*)?|实际(值|数|完成|完成值|完成数|完成情况)?|.*(实绩|實績|决算数?|決算數?|实际值|实际数|实际完成).*|actual.*|outturn.*|现状(值)?"),
                    termPattern(
                            HeaderTerm.TARGET,
                            ".*(目标|目標|(年度|全年|本年度?|预期)指标值?$|规划值|标准值|任务数|任务量|(年度|全年)?任务$|计划(数|值|任务|指标)?|计划|预算数?|預算數?|考核值|目标任务|target|goal|budget|plan(ned)?).*"),
                    termPattern(
                            HeaderTerm.BASELINE, ".*(基期|基数|基數|基准|五[”\"]?期?末|baseline|base year).*"),
                    termPattern(
                            HeaderTerm.FORECAST,
                            ".*(预计|預計|预测|預測|估计|估計|预期值|forecast|estimated?|projected|projection|expected).*"),
                    termPattern(
                            HeaderTerm.VALUE,
                            "数值|數值|数据|值|数额|观测值|指标值|数|本期数|本期值|values?|amount|obs_?value|figure|data|观察值"));

    private HeaderLexicon() {}

    public static boolean isNumber(String head) {
        return plainColumn(head) == PlainColumn.NUMBER;
    }

    public static boolean isName(String head) {
        return plainColumn(head) == PlainColumn.NAME;
    }

    /** How many of the texts are heads of a table of indicators. */
    public static int countRecognised(List<String> heads) {
        return (int)
                heads.stream()
                        .map(h -> columnRole(h, Optional.empty()))
                        .filter(r -> r != PlainColumn.OTHER)
                        .distinct()
                        .count();
    }

    /** The columns' roles, each at most once: the first of two that say the same counts. */
    public static List<PrintedColumnRole> columnRoles(
            List<String> heads, Optional<PlanYears> years) {
        List<PrintedColumnRole> roles = new ArrayList<>();
        for (String head : heads) {
            PrintedColumnRole role = columnRole(head, years);
            roles.add(roles.contains(role) ? PlainColumn.OTHER : role);
        }
        years.ifPresent(y -> yearsAsMilestones(roles, y));
        return List.copyOf(roles);
    }

    /**
     * Where no column is named so, the year before the plan is the baseline, and its last year the
     * target.
     */
    private static void yearsAsMilestones(List<PrintedColumnRole> roles, PlanYears years) {
        if (!roles.contains(PlainColumn.BASELINE))
            roles.replaceAll(
                    r ->
                            r.equals(
                                            new PrintedColumnRole.ActualColumn(
                                                    Period.ofYear(years.firstYear() - 1)))
                                    ? PlainColumn.BASELINE
                                    : r);
        if (!roles.contains(PlainColumn.TARGET))
            roles.replaceAll(
                    r ->
                            r.equals(
                                            new PrintedColumnRole.ActualColumn(
                                                    Period.ofYear(years.lastYear())))
                                    ? PlainColumn.TARGET
                                    : r);
    }

    private static PrintedColumnRole columnRole(String written, Optional<PlanYears> years) {
        String head = normalizeHead(written);
        PlainColumn plain = plainColumn(written);
        if (plain == PlainColumn.TARGET) return targetColumn(head, years);
        if (plain != PlainColumn.OTHER || headerTerm(written) == HeaderTerm.FORMER_TARGET)
            return plain;
        Optional<PrintedColumnRole> aggregate = findAggregateColumn(head);
        return aggregate
                .or(() -> findPeriod(head).map(PrintedColumnRole.ActualColumn::new))
                .orElse(PlainColumn.OTHER);
    }

    private static PlainColumn plainColumn(String written) {
        return headerTerm(written).plainColumn();
    }

    /** What a head says, as the table of a plan or any other has it. */
    public static HeaderTerm headerTerm(String written) {
        String head = normalizeHead(written);
        if (head.isEmpty() || head.length() > LONGEST_HEAD) return HeaderTerm.NONE;
        HeaderTerm label =
                head.matches("[^/\\\\|]+[/\\\\|][^/\\\\|]+")
                        ? cornerTerm(head.split("[/\\\\|]"))
                        : labelTerm(head);
        return label == HeaderTerm.NONE ? figureTerm(head) : label;
    }

    private static TermPattern termPattern(HeaderTerm word, String regex) {
        return new TermPattern(word, Pattern.compile(regex));
    }

    private static HeaderTerm firstMatchingTerm(List<TermPattern> all, String head) {
        for (TermPattern said : all) if (said.pattern.matcher(head).matches()) return said.term;
        return HeaderTerm.NONE;
    }

    /** 地区＼年份 stands over the names of the rows and beside those of the columns. */
    private static HeaderTerm cornerTerm(String[] parts) {
        HeaderTerm first = labelTerm(parts[0]);
        HeaderTerm second = labelTerm(parts[1]);
        if (first == HeaderTerm.NONE || second == HeaderTerm.NONE)
            return labelTerm(parts[0] + "/" + parts[1]);
        if (first == HeaderTerm.BREAKDOWN || second == HeaderTerm.BREAKDOWN)
            return HeaderTerm.BREAKDOWN;
        return first == HeaderTerm.PERIOD ? second : first;
    }

    private static HeaderTerm labelTerm(String head) {
        return firstMatchingTerm(LABELS, head);
    }

    private static HeaderTerm figureTerm(String head) {
        return firstMatchingTerm(FIGURES, head);
    }

    /** 2022年目标 is a yearly target, unless 2022 is the plan's last year. */
    private static PrintedColumnRole targetColumn(String head, Optional<PlanYears> years) {
        Matcher year = YEAR.matcher(head);
        if (!year.matches() || years.isEmpty()) return PlainColumn.TARGET;
        int of = Integer.parseInt(year.group(1));
        boolean within = of >= years.get().firstYear() && of < years.get().lastYear();
        return within ? new PrintedColumnRole.YearlyTargetColumn(of) : PlainColumn.TARGET;
    }

    private static Optional<PrintedColumnRole> findAggregateColumn(String head) {
        boolean mean = head.matches(".*(年均|平均|均值).*") && !head.matches(".*(增速|增长).*");
        boolean total = head.matches(".*(累计|合计|总计).*");
        if (!mean && !total) return Optional.empty();
        Matcher span = SPAN.matcher(head);
        boolean spanned =
                span.find() && Integer.parseInt(span.group(2)) >= Integer.parseInt(span.group(1));
        Optional<Period> over =
                spanned
                        ? Optional.of(
                                new Period(
                                        YearMonth.of(Integer.parseInt(span.group(1)), 1),
                                        YearMonth.of(Integer.parseInt(span.group(2)), 12)))
                        : Optional.empty();
        return Optional.of(
                new PrintedColumnRole.AggregateColumn(
                        over,
                        mean && total
                                ? AggregateMeaning.EITHER
                                : mean ? AggregateMeaning.MEAN : AggregateMeaning.TOTAL));
    }

    /**
     * The period a head or a piece of running text names; empty for none, and for a span of years.
     */
    public static Optional<Period> findPeriod(String written) {
        return TimeParser.findTime(written)
                .map(TimeParser.FoundTime::time)
                .filter(
                        w ->
                                w.hasYear()
                                        && w.fromYear() == w.toYear()
                                        && w.aside() == TimeReference.TimeAside.NONE)
                .flatMap(TimeReference::findPeriod);
    }

    private static final Pattern BLANKS = Pattern.compile("(?<![a-z0-9])\\s+|\\s+(?![a-z0-9])");

    private static String normalizeHead(String text) {
        return BLANKS.matcher(
                        Normalizer.normalize(text, Normalizer.Form.NFKC)
                                .replace('“', '"')
                                .replace('”', '"')
                                .toLowerCase(Locale.ROOT))
                .replaceAll("")
                .strip();
    }
}
