package plumbline.checks;

import plumbline.assessment.Precision;
import plumbline.checks.Check.CheckFinding;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorKind;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Units as they are written in the unit field, in the name and in the texts. */
final class UnitChecks {
    private static final Pattern SCALE_WORD = Pattern.compile("每(?:百万|十万|千万|万|亿|千|百)");
    private static final String UNIT_REGEX =
            "(?:百|千)?(?:万|亿)?(?:" + String.join("|", Precision.countedUnitsLongestFirst()) + ")";
    private static final Pattern UNIT_IN_NAME = Pattern.compile("[（(](" + UNIT_REGEX + ")[）)]");
    private static final Pattern UNIT_IN_TEXT =
            Pattern.compile(
                    "单位[^，。；,;]{0,6}?[“\"「（(：:]\\s*(" + UNIT_REGEX + ")(?=[”\"」）)，。；,;\\s]|$)");
    private static final Pattern UNIT = Pattern.compile(UNIT_REGEX);

    private UnitChecks() {}

    /** True for a percentage of something that can at most be all of it; not for growth. */
    static boolean isShareOfWhole(Indicator indicator) {
        boolean percent =
                indicator.unit().strip().equals("%") || indicator.unit().strip().equals("％");
        return percent
                && indicator.kind() != IndicatorKind.GROWTH
                && !indicator.name().contains("增");
    }

    static List<CheckFinding> checkUnits(Indicator indicator) {
        List<CheckFinding> found = new ArrayList<>();
        checkScale(indicator).ifPresent(found::add);
        checkUnit(indicator).ifPresent(found::add);
        return found;
    }

    /** 每万人口 in the name, 每百万人口 in a text. */
    private static Optional<CheckFinding> checkScale(Indicator indicator) {
        Set<String> formal =
                findAllMatches(SCALE_WORD, Stream.of(indicator.name(), indicator.unit()));
        Set<String> elsewhere = findAllMatches(SCALE_WORD, textsOf(indicator));
        if (formal.size() > 1)
            return Optional.of(Check.SCALE_DIFFERS.findingOnLine(indicator.id(), formal.toArray()));
        return formal.stream()
                .findFirst()
                .flatMap(
                        own ->
                                elsewhere.stream()
                                        .filter(o -> !o.equals(own))
                                        .findFirst()
                                        .map(
                                                other ->
                                                        Check.SCALE_DIFFERS.findingOnLine(
                                                                indicator.id(), own, other)));
    }

    /** 万张 in the field, 万件 in the name's brackets or where a text names the unit. */
    private static Optional<CheckFinding> checkUnit(Indicator indicator) {
        String own = indicator.unit().strip();
        if (!UNIT.matcher(own).matches()) return Optional.empty();
        Stream<String> named =
                Stream.concat(
                        findAllMatches(UNIT_IN_NAME, Stream.of(indicator.name())).stream(),
                        findAllMatches(UNIT_IN_TEXT, textsOf(indicator)).stream());
        return named.filter(other -> !other.equals(own))
                .findFirst()
                .map(other -> Check.UNIT_DIFFERS.findingOnLine(indicator.id(), own, other));
    }

    private static Stream<String> textsOf(Indicator indicator) {
        return Stream.of(
                indicator.definition(),
                indicator.note(),
                indicator.ratio().map(r -> r.numerator() + " " + r.denominator()).orElse(""));
    }

    private static Set<String> findAllMatches(Pattern pattern, Stream<String> texts) {
        Set<String> found = new LinkedHashSet<>();
        texts.forEach(
                t -> pattern.matcher(t).results().forEach(r -> found.add(r.group(r.groupCount()))));
        return found;
    }
}
