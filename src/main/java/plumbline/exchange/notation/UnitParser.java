package plumbline.exchange.notation;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Units as tables write them: 亿元, 件/万人, 微克/立方米, %, million yuan; and names that carry one. */
public final class UnitParser {
    private static final String SCALE = "(?:[十百千万亿萬億兆]{0,3})";
    private static final String MONEY = "(?:人民币|新[台臺][币幣])?元|美元|港元|港币|欧元|日元|英镑|[圆圓]";
    private static final String THINGS =
            "标准?煤|吨标准?煤|吨二氧化碳|吨|噸|公[吨噸]|公斤|千克|毫克|微克|克|斤|担|升|毫升|立方米|立方公[里尺]|平方米|平方公[里尺]|平方千米|平方厘米|公[顷頃]|[亩畝]|公里|千米|米|公尺|厘米|毫米|海里"
                    + "|千瓦时|千瓦小时|千瓦|兆瓦时|兆瓦|瓦|千伏安|伏安|度电|度|焦耳?|卡|标准?箱|集装箱|箱|吨公里|人公里|车公里|公里/小时|分[贝貝]|摄氏度|℃|标台|标准台|床位|张床位|[张張]床|床|位床";
    private static final String COUNTED =
            "人次|人天|人年|人日|人月|人|户次|户数|[户戶]|家次|家|个百分点|百分点|百分點|个次|[个個]|[项項]次?|件次?|套次?|台次?|[臺]|部|[辆輛]次?|艘次?|架次?|列|座|[栋棟]|幢|[间間]|所|[处處]|[条條]|本|[册冊]|[张張]|片|枚|[颗顆]|粒|株|棵|[头頭]|只|[隻]|羽|匹|尾|口|次|[场場]次?|起|宗|案|例|批次|批|期|届|班次?|[门門]|年|[岁歲]|天|小时|小時|分钟|分鐘|分|秒"
                    + "|名次?|位次?|倍|[点點]|[级級]|[类類]|[种種]|款|份|幅|[盏盞]|根|组|店|站|公分|股|[笔筆]|[单單]|票|篇|车次|车位|桌|[节節]|[团團]|支|瓶|包|袋|盒|道|块|塊|元件|户籍人|村|社区|[镇鎮]|[乡鄉]|[县縣]|区|师|柱|课时|学时|标段|机柜|标准机架|机架|字节|核|杯|盘";
    private static final String LATIN =
            "%|‰|‱|％|GB|TB|PB|EB|Mbps|Gbps|MW|GW|kW|kWh|GWh|TWh|EFLOPS|TEU|m2|m3|km2|km|kg|mg/l|m|t|ha|pp|pct|per ?cent|percent|tonnes?|tons?|hectares?|persons?|people|households?|hours?|days?|years?|months?|units?|cases?|beds?|index|ratio|number|no\\.|count|points?|years old|miles?|vehicles?|students?|lit(?:re|er)s?|met(?:re|er)s?|kilomet(?:re|er)s?|kilograms?|grams?|gallons?|dwellings?|homes?|trips?|visits?|passengers?|items?|pieces?|sets?|times";
    private static final String CURRENCY =
            "yuan|rmb|cny|usd|us\\$|nt\\$|hk\\$|\\$|£|€|eur|gbp|dollars?|euros?|pounds?";
    private static final String LARGE =
            "million|billion|thousand|trillion|hundred|10,?000|10 000|100 million|100m|'?000s?|bn|mn|m|k";
    private static final String ENGLISH =
            "(?:(?:"
                    + CURRENCY
                    + ")\\s?(?:"
                    + LARGE
                    + ")?|(?:"
                    + LARGE
                    + ")\\s?(?:of )?(?:"
                    + CURRENCY
                    + "|"
                    + LATIN
                    + ")?|"
                    + LATIN
                    + "|(?:"
                    + LARGE
                    + "))(?:(?:\\s+per\\s+|/)[\\w ,]+)?";
    private static final String CHINESE =
            SCALE + "(?:" + MONEY + "|" + THINGS + "|" + COUNTED + "|%|‰)";
    private static final Pattern UNIT =
            Pattern.compile(
                    CHINESE
                            + "(?:[/·每]"
                            + "(?:百?[十百千万亿萬億]{0,3})?(?:[\\p{IsHan}]{1,6}|[a-zA-Z]{1,4}[23]?|100000|10000))*|"
                            + ENGLISH
                            + "|[十百千万亿萬億]{1,2}",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern CHANGE = Pattern.compile("[±+\\-/]{1,3}(%|‰|个?百分点)");
    private static final Pattern LAST_BRACKET =
            Pattern.compile("(.*?)\\s*[(（\\[]([^()（）\\[\\]]{1,24})[)）\\]]?\\s*$", Pattern.DOTALL);
    private static final Pattern INNER_BRACKET =
            Pattern.compile("(.+?)[(（]([^()（）]{1,16})[)）](.{1,12})$");
    private static final Pattern AFTER_MARK =
            Pattern.compile("(.+?)\\s*(?:[,，:：;；]|\\s-|--|/)\\s*([^,，:：;；/()（）]{1,16})$");
    private static final Pattern AFTER_BLANK =
            Pattern.compile("(.*\\p{IsHan}[)）]?)[\\s\\u3000]+([^\\s]{1,10})$");

    /**
     * @param unit empty where there is none
     */
    public record NameAndUnit(String name, String unit) {}

    private UnitParser() {}

    /** The unit, tidied; empty if the text is none. */
    public static Optional<String> parseUnit(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        Matcher change = CHANGE.matcher(plain);
        if (change.matches()) return Optional.of(change.group(1));
        if (plain.isEmpty() || plain.length() > 24) return Optional.empty();
        String bare = plain.replaceFirst("^(?:计量)?[单單]位\\s*[:：]?\\s*", "");
        if (bare.matches("百分比|百分之")) return Optional.of("%");
        if (bare.matches("[个個]百分[点點]") || UNIT.matcher(bare).matches())
            return Optional.of(unitAsWritten(text, bare));
        return Optional.empty();
    }

    /** m² stays as it was written. */
    private static String unitAsWritten(String text, String bare) {
        String own = text.strip().replaceFirst("^(?:计量)?[单單]位\\s*[:：]?\\s*", "");
        return own.matches(".*[㎡㎥²³℃㎞].*") ? own : bare;
    }

    /** The first unit of a list: 亿元、%. */
    public static Optional<String> findFirstUnit(String text) {
        for (String part : text.split("[、,，;；/或和及\\s]+")) {
            Optional<String> unit = parseUnit(part);
            if (unit.isPresent()) return parseUnit(text).or(() -> unit);
        }
        return parseUnit(text);
    }

    /** A name and the unit in brackets behind it, or after a comma. */
    public static NameAndUnit splitNameAndUnit(String written) {
        String text = written.strip();
        Matcher last = LAST_BRACKET.matcher(text);
        if (last.matches()) {
            Optional<NameAndUnit> named = parseBracketedUnit(last.group(1), last.group(2), "");
            if (named.isPresent()) return named.get();
        }
        Matcher inner = INNER_BRACKET.matcher(text);
        if (inner.matches()) {
            Optional<NameAndUnit> named =
                    parseBracketedUnit(inner.group(1), inner.group(2), inner.group(3));
            if (named.isPresent()) return named.get();
        }
        for (Pattern pattern : new Pattern[] {AFTER_MARK, AFTER_BLANK}) {
            Matcher m = pattern.matcher(text);
            Optional<String> unit =
                    m.matches() && !m.group(2).matches("[年月日分点次期起区县]|[县縣]|m|t|k|\\d.*")
                            ? parseUnit(m.group(2))
                            : Optional.empty();
            if (unit.isPresent()) return new NameAndUnit(m.group(1).strip(), unit.get());
        }
        return new NameAndUnit(text, "");
    }

    private static Optional<NameAndUnit> parseBracketedUnit(
            String name, String inside, String tail) {
        Optional<String> unit = parseUnit(inside);
        if (unit.isPresent())
            return Optional.of(new NameAndUnit((name + tail).strip(), unit.get()));
        String[] parts = inside.split("[,，;；、]");
        if (parts.length < 2) return Optional.empty();
        Optional<String> first = parseUnit(parts[0]);
        if (first.isPresent())
            return parseUnit(parts[parts.length - 1])
                    .map(_ -> new NameAndUnit((name + tail).strip(), first.get()));
        String rest = inside.substring(0, inside.length() - parts[parts.length - 1].length() - 1);
        return parseUnit(parts[parts.length - 1])
                .map(u -> new NameAndUnit(name.strip() + "(" + rest.strip() + ")" + tail, u));
    }
}
