package plumbline.exchange.review;

import plumbline.exchange.notation.NormalizedName;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.Plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Finds the plan's indicator for a strange name: written alike, normalised, told earlier, and last
 * by likeness. Likeness is the share of letters and pairs of letters that two names have in common,
 * the rarer in the plan the weightier: 率 and 数 say little. Names that differ in a word that turns
 * the meaning (城镇 and 农村, an amount and its growth) are not alike.
 */
public final class NameMatcher {
    /** Less is no likeness worth showing. */
    static final double LEAST = 0.6;

    /** If the next best is as near as this, it is not clear which is meant. */
    private static final double APART = 0.05;

    /**
     * One of each row in one name and another of it in the other: different things, however alike.
     */
    private static final List<List<String>> CONTRASTS =
            List.of(
                    List.of("城镇", "农村", "全体"),
                    List.of("城市", "乡村", "县城"),
                    List.of("进口", "出口"),
                    List.of("男", "女"),
                    List.of("高中", "初中", "小学", "学前", "幼儿园"),
                    List.of("收入", "支出"),
                    List.of("公办", "民办"),
                    List.of("国有", "民营", "外资"),
                    List.of("新增", "累计", "年末"),
                    List.of("第一产业", "第二产业", "第三产业"),
                    List.of("地表水", "地下水"),
                    List.of("pm2.5", "pm10", "pm25"),
                    List.of("一级", "二级", "三级"),
                    List.of("驰名", "地理标志", "注册"),
                    List.of("食品", "药品"),
                    List.of("省级", "国家级", "市级"),
                    List.of("上升", "下降"));

    /**
     * One name speaks of it and the other does not: an amount and its growth, a count and its
     * share.
     */
    private static final List<Pattern> TURNS =
            List.of(
                    Pattern.compile("增长|增速|增幅|同比"),
                    Pattern.compile("率|占比|比重|比例|%|达标|覆盖"),
                    Pattern.compile("人均|平均|每"),
                    Pattern.compile("新增"));

    /** Words of the same meaning, put in one way before names are compared. */
    private static final List<List<String>> USUAL =
            List.of(
                    List.of("增长率", "增速"),
                    List.of("增长速度", "增速"),
                    List.of("增幅", "增速"),
                    List.of("总数", "数"),
                    List.of("数量", "数"),
                    List.of("居民可支配收入", "居民人均可支配收入"),
                    List.of("gdp", "地区生产总值"),
                    List.of("经营主体", "市场主体"));

    private record NamedIndicator(UUID id, String name, String key, String bare, String group) {}

    private final List<NamedIndicator> named;
    private final Map<String, UUID> aliases;
    private final Map<String, Integer> spread = new HashMap<>();

    /**
     * @param aliases strange names told earlier, by their {@link NormalizedName}
     */
    public NameMatcher(Plan plan, Map<String, UUID> aliases) {
        this.aliases = Map.copyOf(aliases);
        this.named = plan.indicatorsInOrder().stream().map(i -> toNamedIndicator(plan, i)).toList();
        for (NamedIndicator n : named)
            nameTokens(usualWording(n.key)).forEach(t -> spread.merge(t, 1, Integer::sum));
    }

    private static NamedIndicator toNamedIndicator(Plan plan, Indicator i) {
        return new NamedIndicator(
                i.id(),
                i.name(),
                NormalizedName.normalizeName(i.name()),
                NormalizedName.nameWithoutBrackets(i.name()),
                plan.findGroup(i.groupId())
                        .map(IndicatorGroup::name)
                        .map(NormalizedName::normalizeName)
                        .orElse(""));
    }

    /**
     * @param group the heading it stands under, which tells two of the same name apart; may be
     *     empty
     */
    public Optional<IndicatorMatch> findMatch(String name, String group) {
        UUID told =
                aliases.getOrDefault(
                        NormalizedName.normalizeName(name),
                        aliases.get(NormalizedName.nameWithoutBrackets(name)));
        if (told != null && named.stream().anyMatch(n -> n.id.equals(told)))
            return Optional.of(new IndicatorMatch(told, IndicatorMatch.MatchMethod.ALIAS, 1));
        return findOnlyOne(n -> n.name.equals(name.strip()), group)
                .map(id -> new IndicatorMatch(id, IndicatorMatch.MatchMethod.EXACT, 1))
                .or(
                        () ->
                                findMatchByKey(
                                        NamedIndicator::key,
                                        NormalizedName.normalizeName(name),
                                        group))
                .or(
                        () ->
                                findMatchByKey(
                                        NamedIndicator::bare,
                                        NormalizedName.nameWithoutBrackets(name),
                                        group))
                .or(() -> findSimilar(name));
    }

    private Optional<IndicatorMatch> findMatchByKey(
            Function<NamedIndicator, String> key, String wanted, String group) {
        if (wanted.isEmpty()) return Optional.empty();
        return findOnlyOne(n -> key.apply(n).equals(wanted), group)
                .map(id -> new IndicatorMatch(id, IndicatorMatch.MatchMethod.NORMALISED, 1));
    }

    private Optional<UUID> findOnlyOne(Predicate<NamedIndicator> which, String group) {
        List<NamedIndicator> found = named.stream().filter(which).toList();
        if (found.size() > 1)
            found =
                    found.stream()
                            .filter(n -> n.group.equals(NormalizedName.normalizeName(group)))
                            .toList();
        return found.size() == 1 ? Optional.of(found.getFirst().id) : Optional.empty();
    }

    private Optional<IndicatorMatch> findSimilar(String name) {
        List<IndicatorMatch> best = findCandidates(name, 2);
        boolean clear =
                best.size() == 1
                        || best.size() == 2 && best.get(0).score() - best.get(1).score() >= APART;
        return clear ? Optional.of(best.getFirst()) : Optional.empty();
    }

    /** Those most alike, the likest first. */
    public List<IndicatorMatch> findCandidates(String name, int most) {
        List<IndicatorMatch> found = new ArrayList<>();
        for (NamedIndicator n : named) {
            double score =
                    Math.max(
                            nameSimilarity(
                                    usualWording(NormalizedName.normalizeName(name)),
                                    usualWording(n.key)),
                            nameSimilarity(
                                    usualWording(NormalizedName.nameWithoutBrackets(name)),
                                    usualWording(n.bare)));
            if (score >= LEAST)
                found.add(
                        new IndicatorMatch(
                                n.id, IndicatorMatch.MatchMethod.SIMILAR, Math.min(score, 0.99)));
        }
        return found.stream()
                .sorted(Comparator.comparingDouble(IndicatorMatch::score).reversed())
                .limit(most)
                .toList();
    }

    private static String usualWording(String key) {
        String usual = key;
        for (List<String> word : USUAL) usual = usual.replace(word.getFirst(), word.getLast());
        return usual;
    }

    private double nameSimilarity(String a, String b) {
        if (a.isEmpty() || b.isEmpty() || hasContrast(a, b)) return 0;
        Set<String> one = nameTokens(a);
        Set<String> other = nameTokens(b);
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        double common = weightOfTokens(both);
        double dice = 2 * common / (weightOfTokens(one) + weightOfTokens(other));
        // A name cut short or with words before it holds all of the other: most of the shorter
        // counts too.
        double held = common / Math.min(weightOfTokens(one), weightOfTokens(other)) * 0.85;
        boolean brief = Math.min(a.length(), b.length()) < 4;
        double score = brief ? dice : Math.max(dice, held);
        return hasOppositeDirection(a, b) ? score * 0.6 : score;
    }

    private static boolean hasContrast(String a, String b) {
        return CONTRASTS.stream()
                .anyMatch(
                        words ->
                                words.stream()
                                        .anyMatch(
                                                w ->
                                                        a.contains(w)
                                                                && !b.contains(w)
                                                                && words.stream()
                                                                        .anyMatch(
                                                                                v ->
                                                                                        !v.equals(w)
                                                                                                && b
                                                                                                        .contains(
                                                                                                                v)
                                                                                                && !a
                                                                                                        .contains(
                                                                                                                v))));
    }

    private static boolean hasOppositeDirection(String a, String b) {
        return TURNS.stream().anyMatch(t -> t.matcher(a).find() != t.matcher(b).find());
    }

    private double weightOfTokens(Set<String> tokens) {
        return tokens.stream()
                .mapToDouble(t -> Math.log(1 + (named.size() + 1.0) / spread.getOrDefault(t, 1)))
                .sum();
    }

    private static Set<String> nameTokens(String key) {
        Set<String> tokens = new HashSet<>();
        for (int i = 0; i < key.length(); i++) {
            tokens.add(key.substring(i, i + 1));
            if (i + 1 < key.length()) tokens.add(key.substring(i, i + 2));
        }
        return tokens;
    }
}
