package plumbline.exchange.notation;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of what an indicator is broken down by: places, types of enterprises, industries, and their
 * totals.
 */
public final class BreakdownTerms {
    private static final Pattern TOTAL =
            Pattern.compile(
                    "(全|本)(市|省|国|國|县|縣|区|區|州|旗|盟|部|体|校|社会|系统|行业|镇|乡)|合计|合計|总计|總計|总\\s*计|小计|小計|总数|總數|(全|各)(市|省|县)?(总计|合计)|市本级|本级|市直|市直属|市辖区|區域合計|totals?|all|overall|whole (city|county|country)|grand total",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern PLACE =
            Pattern.compile(
                    "(?!.*(城镇|乡镇|全区域|指标|数量|人口|产值|面积|收入|投资|总量|创建|建设|县区|城市|超市|上市|农村社区))[\\p{IsHan}·×XxA-Za-z]{1,9}(省|自治区|市|县|縣|区|區|州|旗|盟|镇|鎮|乡|鄉|街道|街道办|办事处|开发区|高新区|经开区|新区|示范区|管委会|工业园|园区|产业园|兵团|社区|村|里|地区|林区|特区|特别行政区|農場|农场)");
    private static final Set<String> PROVINCES =
            Set.of(
                    "北京", "天津", "河北", "山西", "内蒙古", "辽宁", "吉林", "黑龙江", "上海", "江苏", "浙江", "安徽", "福建",
                    "江西", "山东", "河南", "湖北", "湖南", "广东", "广西", "海南", "重庆", "四川", "贵州", "云南", "西藏",
                    "陕西", "甘肃", "青海", "宁夏", "新疆", "香港", "澳门", "台湾", "东部", "中部", "西部", "东北", "東部",
                    "北部", "南部", "石家庄", "唐山", "秦皇岛", "邯郸", "邢台", "保定", "张家口", "承德", "沧州", "廊坊", "衡水",
                    "太原", "大同", "沈阳", "大连", "长春", "哈尔滨", "南京", "无锡", "徐州", "常州", "苏州", "南通", "连云港",
                    "淮安", "盐城", "扬州", "镇江", "泰州", "宿迁", "杭州", "宁波", "温州", "嘉兴", "湖州", "绍兴", "金华",
                    "衢州", "舟山", "台州", "丽水", "合肥", "芜湖", "福州", "厦门", "南昌", "景德镇", "济南", "青岛", "烟台",
                    "潍坊", "郑州", "洛阳", "武汉", "黄石", "十堰", "宜昌", "襄阳", "鄂州", "荆门", "孝感", "荆州", "黄冈",
                    "咸宁", "随州", "恩施", "长沙", "株洲", "湘潭", "广州", "深圳", "珠海", "佛山", "东莞", "中山", "惠州",
                    "南宁", "柳州", "桂林", "海口", "三亚", "成都", "绵阳", "贵阳", "遵义", "昆明", "拉萨", "西安", "兰州",
                    "西宁", "银川", "乌鲁木齐");
    private static final Pattern KIND =
            Pattern.compile(
                    "(其中[:：])?\\s*(国有(及国有控股|控股|独资)?|集体|股份(制|合作|有限)?|私营(个体)?|外商(投资)?|外资|港[、,]?澳[、,]?台(商)?(投资)?|外商及港澳台(商)?(投资)?|联营|有限责任|股份有限|内资|大型|中型|小型|微型|大中型|小微|民营|非公有制?|公有制?|个体|三资|混合所有制?|中央|地方|其他|其它|其他内资)(企业|公司|经济|控股企业|工商户|经营|户|类型|单位|工业)?");
    private static final Pattern GROUPS =
            Pattern.compile(
                    "(其中[:：])?\\s*(城镇|农村|乡村|城市|男性?|女性?|轻工业|重工业|第[一二三]产业|農村|城鎮|男|女|\\d{1,3}[-~至]\\d{1,3}岁|\\d{1,3}岁(及)?以上|males?|females?|urban|rural|primary|secondary|tertiary)(居民|人口)?",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern INDUSTRY =
            Pattern.compile(
                    "(?!.*(企业|就业|创业|失业|毕业|营业|从业|事业|产业|作业|农业产|营业))[\\p{IsHan}、，,（）()及和]{2,24}业");

    private BreakdownTerms() {}

    public static boolean isTotal(String text) {
        return TOTAL.matcher(plainTerm(text)).matches();
    }

    public static boolean isPlace(String text) {
        String plain = plainTerm(text);
        return PROVINCES.contains(plain) || PLACE.matcher(plain).matches();
    }

    private static final BoundedCache<Boolean> KNOWN =
            new BoundedCache<>(BreakdownTerms::isKnownTerm);

    public static boolean isBreakdownTerm(String text) {
        return KNOWN.valueFor(text);
    }

    private static boolean isKnownTerm(String text) {
        String plain = plainTerm(text);
        return isTotal(text)
                || isPlace(text)
                || KIND.matcher(plain).matches()
                || GROUPS.matcher(plain).matches()
                || INDUSTRY.matcher(plain).matches();
    }

    private static String plainTerm(String text) {
        String bare = text.strip().replaceFirst("^[#＃*]\\s*", "").replaceFirst("^其中[:：]\\s*", "");
        return bare.replaceAll("(?<=\\p{IsHan})[\\s\\u3000]+(?=\\p{IsHan})", "").strip();
    }
}
