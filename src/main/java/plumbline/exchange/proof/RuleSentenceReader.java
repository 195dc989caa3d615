package plumbline.exchange.proof;

import plumbline.exchange.notation.VerdictTerms;
import plumbline.plan.Verdict;
import plumbline.plan.VerdictRule.Anchor;
import plumbline.plan.VerdictRule.Bound;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads classes that are told in sentences, with the condition before the name (大于100%的为“提前完成”) or
 * after it (提前完成：完成进度≥100%). A clause is taken apart into names and conditions; which of them
 * belong together shows in the bounds, which must join without gap or overlap.
 */
final class RuleSentenceReader {
    private static final BigDecimal HAIR = new BigDecimal("0.001");
    private static final BigDecimal WHOLE_PERCENT = BigDecimal.valueOf(10);
    private static final String NUMBER = "(\\d{1,3}(?:\\.\\d+)?)";
    private static final String LARGE = "(?:[2-9]\\d|1[5-9]|100)";

    /**
     * With its own number behind it: 时间进度40%, 时间进度（40%）. A small one is a distance from it:
     * 高于时间进度5%以上.
     */
    private static final String TIME =
            "(?:时间进度|序时进度|时序进度|应达进度)(?:的?\\((?:即|为)?\\d{1,3}(?:\\.\\d+)?%\\)|的?(?:即|为)?"
                    + LARGE
                    + "(?:\\.\\d+)?%)?";

    private static final String POINTS = "(\\d{1,2}(?:\\.\\d+)?)(?:个?百分点|(?<!" + LARGE + ")%)";
    private static final String VALUE =
            "(?:" + TIME + "(?:([+-])" + POINTS + ")?|" + NUMBER + "(%?))";
    private static final String ABOVE = ">(?!=)|大于(?!或?等于)|高于|超过|超出|多于";
    private static final String AT_LEAST =
            ">=|≥|大于(?:或|、)?等于|等于或大于|不低于|不少于|不小于|达到(?:或|及|和|、)?(?:超过)?|至少";
    private static final String BELOW = "<(?!=)|小于(?!或?等于)|低于|不足|少于|不到|未达到?";
    private static final String AT_MOST = "<=|≤|小于(?:或|、)?等于|不高于|不超过|不大于|至多";
    private static final Pattern ENCLOSED =
            Pattern.compile(
                    NUMBER + "(%?)(<=?|≤)[^<>=≤≥,;:()\"\\d]{0,12}(<=?|≤)" + NUMBER + "(%?)");
    private static final Pattern RANGE =
            Pattern.compile(
                    "(?:介于|在)?"
                            + NUMBER
                            + "(%?)(\\(不?含\\))?(?:~|-|至|到|与|和)"
                            + NUMBER
                            + "(%?)(?:\\(不?含\\))?(?:之间)?");
    private static final Pattern AHEAD_OF_TIME =
            Pattern.compile("(?:高于|超过|大于|快于|领先|超出|多于)" + TIME + POINTS + "(及以上|以上|以内)?");
    private static final Pattern BEHIND_TIME =
            Pattern.compile("(?:低于|落后于?|小于|慢于|滞后于?|少于)" + TIME + POINTS + "(及以上|以上|以内|以下)?");
    private static final Pattern AROUND_TIME =
            Pattern.compile(
                    "(?:与"
                            + TIME
                            + ")?(?:上下浮动|上下|正负|\\+-|±|相差|偏差|浮动)(?:不超过|在)?"
                            + POINTS
                            + "(?:以内|之内|范围内)?");
    private static final Pattern NEAR = Pattern.compile("(?:等于或者?|=或者?|等于、)?接近于?" + VALUE);
    private static final Pattern COMPARED =
            Pattern.compile(
                    "(?:("
                            + AT_LEAST
                            + ")|("
                            + AT_MOST
                            + ")|("
                            + ABOVE
                            + ")|("
                            + BELOW
                            + ")|(=|等于|正好为|恰好为|恰为|持平))"
                            + VALUE
                            + "(?:\\(含\\))?(?:及?以上|及?以下)?");
    private static final Pattern SUFFIXED =
            Pattern.compile(VALUE + "(\\(含\\)|\\(不含\\))?(?:(?:及|或|和)?(以上|以下))(\\(不含[^)]*\\))?");
    private static final Pattern REST = Pattern.compile("其余|其他|其它|否则|剩余");
    private static final Pattern NAME =
            Pattern.compile(
                    "提前(?:完成|实现|达到|达标)|超额完成|(?:进度|进展)?超前|快于(?:时间|序时|应达|计划)?(?:进度|预期)|(?:超过|高于|好于|领先|优于|超)(?:进度|预期)"
                            + "|(?:基本|大致)(?:符合|达到|完成|实现|正常|达标)(?:时间|序时|应达|计划)?(?:进度|预期|要求|目标)?|接近(?:进度|预期|目标)|(?:符合|达到)(?:时间|序时|应达|中期|计划)?(?:进度|预期|要求)"
                            + "|(?:慢于|落后于|滞后于)(?:时间|序时|应达|计划)?(?:进度|预期)|低于(?:进度|预期)|未(?:达到?|完成|符合)(?:时间|序时|应达|计划)?(?:进度|预期|要求|标)|不达标|达标|(?:进度|进展|推进)?(?:正常|滞后|落后|较快|较慢)"
                            + "|按期(?:完成|推进)?|[绿黄红](?:灯|色|牌)");

    /** 达到时间进度 may be a condition as well; as a name it stands where names stand. */
    private static final Pattern EITHER = Pattern.compile("(?:达到|高于|超过|低于)(?:时间|序时|应达)进度");

    private static final Pattern NAMING =
            Pattern.compile(".*(?:为|是|属于?|评|[\"、:(])", Pattern.DOTALL);

    /**
     * A class with its condition. @param from absent for the last one; {@code to} where an upper
     * bound was written
     */
    record DescribedClass(
            String label,
            Verdict verdict,
            Optional<Bound> from,
            Optional<Bound> to,
            boolean isNear) {}

    private enum NamingOrder {
        CONDITION_FIRST,
        NAME_FIRST
    }

    private sealed interface RuleToken {}

    private record VerdictName(String label, Verdict verdict) implements RuleToken {}

    private record VerdictLimits(Optional<Bound> from, Optional<Bound> to, boolean isNear)
            implements RuleToken {}

    private final List<List<RuleToken>> clauses = new ArrayList<>();
    private final List<String> sentences = new ArrayList<>();

    /**
     * @param notes with full-width signs made half-width
     */
    RuleSentenceReader(String notes) {
        String plain =
                notes.replaceAll("[“”‘’『』「」《》【】']", "\"")
                        .replaceAll("[—–―─〜∼]+", "~")
                        .replace('−', '-')
                        .replaceAll("[ \\t\\u00a0]+", "");
        for (String sentence : plain.split("[。\\n\\r]+")) {
            List<List<RuleToken>> told = new ArrayList<>();
            for (String clause : sentence.split(";")) told.add(readTokens(clause));
            clauses.addAll(told);
            if (told.stream().flatMap(List::stream).anyMatch(VerdictName.class::isInstance))
                sentences.add(sentence);
        }
    }

    /**
     * The classes, from best to worst; empty if they leave a gap, overlap, or were not understood.
     */
    List<DescribedClass> describedClasses() {
        return Stream.of(NamingOrder.values())
                .map(this::pairNamesWithLimits)
                .map(RuleSentenceReader::gaplessClasses)
                .max(Comparator.comparingInt(List::size))
                .orElseThrow();
    }

    /** The first sentence that names more than one class. */
    Optional<String> firstNamingSentence() {
        boolean several =
                clauses.stream()
                                .flatMap(List::stream)
                                .filter(VerdictName.class::isInstance)
                                .map(t -> ((VerdictName) t).verdict)
                                .distinct()
                                .count()
                        > 1;
        return several ? sentences.stream().findFirst() : Optional.empty();
    }

    private static List<RuleToken> readTokens(String clause) {
        List<RuleToken> tokens = new ArrayList<>();
        for (int at = 0; at < clause.length(); ) at = readToken(clause, at, tokens);
        return tokens;
    }

    /**
     * @return where what was understood ends, or the next character
     */
    private static int readToken(String clause, int at, List<RuleToken> tokens) {
        boolean naming = at == 0 || NAMING.matcher(clause.substring(0, at)).matches();
        Matcher either = matcherFrom(EITHER, clause, at);
        if (either.lookingAt()
                && naming
                && !matcherFrom(AHEAD_OF_TIME, clause, at).lookingAt()
                && !matcherFrom(BEHIND_TIME, clause, at).lookingAt()) {
            Optional<Verdict> verdict = VerdictTerms.parseVerdict(either.group());
            if (verdict.isPresent()) {
                tokens.add(new VerdictName(either.group(), verdict.get()));
                return either.end();
            }
        }
        for (LimitsPattern reader : READERS) {
            Matcher m = matcherFrom(reader.pattern, clause, at);
            if (!m.lookingAt()) continue;
            Optional<VerdictLimits> limits = reader.reading.readLimits(m);
            if (limits.isEmpty()) continue;
            tokens.add(limits.get());
            return m.end();
        }
        Matcher name = matcherFrom(NAME, clause, at);
        Optional<Verdict> verdict =
                name.lookingAt() ? VerdictTerms.parseVerdict(name.group()) : Optional.empty();
        verdict.ifPresent(v -> tokens.add(new VerdictName(name.group(), v)));
        return verdict.isPresent() ? name.end() : at + 1;
    }

    private static Matcher matcherFrom(Pattern pattern, String text, int at) {
        return pattern.matcher(text).region(at, text.length());
    }

    /** What a match means; nothing where its numbers cannot be a bound. */
    @FunctionalInterface
    private interface LimitsReading {
        Optional<VerdictLimits> readLimits(Matcher m);
    }

    private record LimitsPattern(Pattern pattern, LimitsReading reading) {}

    private static final List<LimitsPattern> READERS =
            List.of(
                    new LimitsPattern(
                            ENCLOSED,
                            m ->
                                    limitsBetween(
                                            parseBound(
                                                    m.group(1),
                                                    m.group(2) + m.group(6),
                                                    m.group(3).length() > 1
                                                            || m.group(3).equals("≤")),
                                            parseBound(m.group(5), m.group(6) + m.group(2), true))),
                    new LimitsPattern(
                            RANGE,
                            m ->
                                    limitsBetween(
                                            parseBound(
                                                    m.group(1),
                                                    m.group(2) + m.group(5),
                                                    !"(不含)".equals(m.group(3))),
                                            parseBound(m.group(4), m.group(5) + m.group(2), true))),
                    new LimitsPattern(
                            AHEAD_OF_TIME,
                            m ->
                                    "以内".equals(m.group(2))
                                            ? limitsBetween(
                                                    timeBound(BigDecimal.ZERO, false),
                                                    timeBound(parsePoints(m.group(1)), true))
                                            : limitsBetween(
                                                    timeBound(
                                                            parsePoints(m.group(1)),
                                                            m.group(2) != null),
                                                    Optional.empty())),
                    new LimitsPattern(
                            BEHIND_TIME,
                            m ->
                                    "以内".equals(m.group(2))
                                            ? limitsBetween(
                                                    timeBound(
                                                            parsePoints(m.group(1)).negate(), true),
                                                    Optional.empty())
                                            : limitsBetween(
                                                    Optional.empty(),
                                                    timeBound(
                                                            parsePoints(m.group(1)).negate(),
                                                            true))),
                    new LimitsPattern(
                            AROUND_TIME,
                            m ->
                                    limitsBetween(
                                            timeBound(parsePoints(m.group(1)).negate(), true),
                                            timeBound(parsePoints(m.group(1)), true))),
                    new LimitsPattern(
                            NEAR,
                            m ->
                                    parseValueBound(m, 1, true)
                                            .map(
                                                    b ->
                                                            new VerdictLimits(
                                                                    Optional.of(
                                                                            new Bound(
                                                                                    b.anchor(),
                                                                                    b.offset()
                                                                                            .subtract(
                                                                                                    NoteReader
                                                                                                            .USUAL_WIDTH),
                                                                                    true)),
                                                                    Optional.empty(),
                                                                    true))),
                    new LimitsPattern(COMPARED, RuleSentenceReader::comparedLimits),
                    new LimitsPattern(
                            SUFFIXED,
                            m ->
                                    "以上".equals(m.group(6))
                                            ? limitsBetween(
                                                    parseValueBound(
                                                            m,
                                                            1,
                                                            m.group(7) == null
                                                                    && !"(不含)".equals(m.group(5))),
                                                    Optional.empty())
                                            : limitsBetween(
                                                    Optional.empty(), parseValueBound(m, 1, true))),
                    new LimitsPattern(
                            REST,
                            _ ->
                                    Optional.of(
                                            new VerdictLimits(
                                                    Optional.empty(), Optional.empty(), false))));

    private static Optional<VerdictLimits> comparedLimits(Matcher m) {
        boolean atLeast = m.group(1) != null || m.group(5) != null;
        if (atLeast) return limitsBetween(parseValueBound(m, 6, true), Optional.empty());
        if (m.group(3) != null)
            return limitsBetween(parseValueBound(m, 6, false), Optional.empty());
        return limitsBetween(Optional.empty(), parseValueBound(m, 6, m.group(4) != null));
    }

    /** None where a bound that was written could not be read. */
    private static Optional<VerdictLimits> limitsBetween(Optional<Bound> from, Optional<Bound> to) {
        return from.isEmpty() && to.isEmpty()
                ? Optional.empty()
                : Optional.of(new VerdictLimits(from, to, false));
    }

    /**
     * @param first the group of the sign before the points; points, number and percent sign follow
     */
    private static Optional<Bound> parseValueBound(Matcher m, int first, boolean inclusive) {
        if (m.group(first + 2) != null)
            return parseBound(m.group(first + 2), m.group(first + 3), inclusive);
        BigDecimal points =
                m.group(first + 1) == null ? BigDecimal.ZERO : parsePoints(m.group(first + 1));
        return timeBound("-".equals(m.group(first)) ? points.negate() : points, inclusive);
    }

    private static BigDecimal parsePoints(String number) {
        return new BigDecimal(number).movePointLeft(2);
    }

    private static Optional<Bound> timeBound(BigDecimal offset, boolean inclusive) {
        return Optional.of(new Bound(Anchor.TIME, offset, inclusive));
    }

    /** 0.8 without a percent sign is a ratio, 80 is a percentage. */
    private static Optional<Bound> parseBound(String number, String percent, boolean inclusive) {
        BigDecimal amount = new BigDecimal(number);
        boolean share = !percent.isEmpty() || amount.compareTo(WHOLE_PERCENT) >= 0;
        return Optional.of(
                new Bound(Anchor.ZERO, share ? amount.movePointLeft(2) : amount, inclusive));
    }

    /**
     * Each name with the conditions since the name before, or up to the name after; names without
     * any are only listed.
     */
    private List<DescribedClass> pairNamesWithLimits(NamingOrder order) {
        List<DescribedClass> told = new ArrayList<>();
        for (List<RuleToken> clause : clauses) {
            Optional<VerdictName> open = Optional.empty();
            List<VerdictLimits> limits = new ArrayList<>();
            for (RuleToken token : clause) {
                switch (token) {
                    case VerdictLimits more -> limits.add(more);
                    case VerdictName name -> {
                        (order == NamingOrder.CONDITION_FIRST ? Optional.of(name) : open)
                                .filter(_ -> !limits.isEmpty())
                                .ifPresent(n -> told.add(describedClass(n, limits)));
                        open = Optional.of(name);
                        limits.clear();
                    }
                }
            }
            if (order == NamingOrder.NAME_FIRST)
                open.filter(_ -> !limits.isEmpty())
                        .ifPresent(n -> told.add(describedClass(n, limits)));
        }
        return told.stream().distinct().toList();
    }

    /** Of 等于或接近 the wider one; of what was written twice the first. */
    private static DescribedClass describedClass(VerdictName name, List<VerdictLimits> limits) {
        boolean near = limits.stream().anyMatch(VerdictLimits::isNear);
        Optional<Bound> from =
                limits.stream()
                        .filter(l -> !near || l.isNear)
                        .flatMap(l -> l.from.stream())
                        .findFirst();
        return new DescribedClass(
                name.label,
                name.verdict,
                from,
                near ? Optional.empty() : limits.stream().flatMap(l -> l.to.stream()).findFirst(),
                near);
    }

    /**
     * From best to worst without gap or overlap, as far as upper bounds were written; a lower bound
     * that was left out is the next one's upper.
     */
    private static List<DescribedClass> gaplessClasses(List<DescribedClass> told) {
        List<DescribedClass> sorted =
                new ArrayList<>(
                        told.stream()
                                .sorted(Comparator.comparing(DescribedClass::verdict))
                                .toList());
        boolean distinct =
                sorted.stream().map(DescribedClass::verdict).distinct().count() == sorted.size();
        if (sorted.size() < 2 || !distinct) return List.of();
        for (int i = 0; i + 1 < sorted.size(); i++) {
            DescribedClass here = sorted.get(i);
            Optional<Bound> next = sorted.get(i + 1).to;
            if (here.from.isEmpty())
                sorted.set(
                        i,
                        new DescribedClass(
                                here.label,
                                here.verdict,
                                next.map(b -> new Bound(b.anchor(), b.offset(), !b.inclusive())),
                                here.to,
                                here.isNear));
            if (!joinsWithoutGap(sorted.get(i), next)) return List.of();
        }
        boolean open =
                sorted.getLast().from.isEmpty()
                        && sorted.stream().filter(t -> t.from.isEmpty()).count() == 1;
        return open ? sorted : List.of();
    }

    /** What is near reaches an unknown way down; a time progress and its number may be one. */
    private static boolean joinsWithoutGap(DescribedClass better, Optional<Bound> upper) {
        boolean unknown =
                better.isNear
                        || upper.isEmpty()
                        || better.from.isEmpty()
                        || upper.get().anchor() != better.from.get().anchor();
        return unknown
                || better.from.get().offset().subtract(upper.get().offset()).abs().compareTo(HAIR)
                        < 0;
    }
}
