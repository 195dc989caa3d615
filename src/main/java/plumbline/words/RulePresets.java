package plumbline.words;

import plumbline.checks.VerdictWordCheck;
import plumbline.plan.Verdict;
import plumbline.plan.VerdictRule;
import plumbline.plan.VerdictRule.Band;
import plumbline.plan.VerdictRule.Bound;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rules that come with the program (domain.md §5) and what a rule calls its classes; a preset
 * keeps no words of one language.
 */
public final class RulePresets {
    private static final List<String> NAMES = List.of("time", "suizhou", "four", "rag", "growth");

    /** Those that have a name of their own for targets that are met already. */
    private static final List<String> WITH_OWN_MET_NAME = List.of("four");

    /** What a rule is called that was read from the note of a published table. */
    private static final String NAME_OF_NOTE_RULE = "note";

    private RulePresets() {}

    public static List<String> presetNames() {
        return NAMES;
    }

    /** Empty if no preset has the name. */
    public static Optional<VerdictRule> findPreset(String name) {
        return switch (name) {
            case "time" -> Optional.of(VerdictRule.timeRule());
            case "suizhou" -> Optional.of(VerdictRule.suizhouRule());
            case "four" -> Optional.of(VerdictRule.fourClassRule());
            case "rag" -> Optional.of(VerdictRule.ragRule());
            case "growth" -> Optional.of(VerdictRule.growthRatioRule());
            default -> Optional.empty();
        };
    }

    /** A preset's name in the language; any other name is the officer's own. */
    public static String ruleName(String rule, Messages words) {
        if (rule.equals(NAME_OF_NOTE_RULE)) return words.sentence("rule.note");
        return NAMES.contains(rule) ? words.sentence("rule." + rule) : rule;
    }

    /**
     * The preset that does what the rule does and calls its classes the same; Suizhou's may be of
     * any width.
     */
    public static Optional<VerdictRule> findEquivalentPreset(VerdictRule rule, Messages words) {
        Stream<VerdictRule> presets =
                Stream.concat(
                        NAMES.stream().map(n -> findPreset(n).orElseThrow()),
                        findSuizhouOfSameWidth(rule).stream());
        return presets.filter(p -> withShownLabels(p, words).equals(withShownLabels(rule, words)))
                .findFirst();
    }

    private static Optional<VerdictRule> findSuizhouOfSameWidth(VerdictRule rule) {
        return rule.bands().stream()
                .filter(b -> b.verdict() == Verdict.NEARLY)
                .findFirst()
                .flatMap(Band::lowerBound)
                .map(Bound::offset)
                .filter(o -> o.signum() < 0)
                .map(BigDecimal::negate)
                .map(VerdictRule::suizhouRule);
    }

    /** The rule without its own name, and with the shown name of every band. */
    private static VerdictRule withShownLabels(VerdictRule rule, Messages words) {
        List<Band> bands =
                rule.bands().stream()
                        .map(b -> new Band(b.verdict(), bandLabel(rule, b, words), b.lowerBound()))
                        .toList();
        return new VerdictRule(
                "-",
                rule.basis(),
                rule.metIsAhead(),
                rule.judgesPreliminary(),
                bands,
                rule.nearlyMetTolerance(),
                rule.figureAge());
    }

    /** What a rule calls a band: its own name for it, a preset's word, or the verdict's. */
    public static String bandLabel(VerdictRule rule, Band band, Messages words) {
        return band.label().isEmpty()
                ? usualVerdictName(rule, band.verdict(), words)
                : band.label();
    }

    /** What a rule calls a verdict: the names of its bands with it. */
    public static String verdictLabel(VerdictRule rule, Verdict verdict, Messages words) {
        List<String> labels =
                rule.bands().stream()
                        .filter(b -> b.verdict() == verdict)
                        .map(b -> bandLabel(rule, b, words))
                        .toList();
        if (labels.isEmpty() && verdict == Verdict.AHEAD) return targetMetLabel(rule, words);
        return labels.isEmpty()
                ? usualVerdictName(rule, verdict, words)
                : String.join(words.sentence("rule.or"), labels);
    }

    /**
     * What a rule calls the class of targets that are met already: its best band, if it is of that
     * class.
     */
    public static String targetMetLabel(VerdictRule rule, Messages words) {
        Band best = rule.bands().getFirst();
        if (best.verdict() == Verdict.AHEAD) return bandLabel(rule, best, words);
        return findPreset(rule.name()).filter(rule::equals).isPresent()
                ? usualVerdictName(rule, Verdict.AHEAD, words)
                : WITH_OWN_MET_NAME.stream()
                        .filter(p -> keepsMostPresetNames(rule, p, words))
                        .findFirst()
                        .map(p -> presetVerdictName(p, Verdict.AHEAD, words))
                        .orElse(words.nameOf(Verdict.AHEAD));
    }

    /**
     * True if most classes still have the names a preset gave them: then that of targets met, which
     * has no band to keep its name, has it too.
     */
    private static boolean keepsMostPresetNames(VerdictRule rule, String preset, Messages words) {
        List<Verdict> own =
                findPreset(preset).orElseThrow().bands().stream().map(Band::verdict).toList();
        long kept =
                rule.bands().stream()
                        .filter(
                                b ->
                                        own.contains(b.verdict())
                                                && b.label()
                                                        .equals(
                                                                presetVerdictName(
                                                                        preset,
                                                                        b.verdict(),
                                                                        words)))
                        .count();
        return kept * 2 > rule.bands().size();
    }

    /** What rules call their verdicts in Chinese texts. */
    public static VerdictWordCheck.VerdictNames chineseVerdictNames() {
        Messages chinese = Messages.forLocale(Messages.CHINESE);
        return rule -> {
            Map<String, Verdict> names = new LinkedHashMap<>();
            if (rule.metIsAhead()) names.put(targetMetLabel(rule, chinese), Verdict.AHEAD);
            rule.bands().forEach(b -> names.putIfAbsent(bandLabel(rule, b, chinese), b.verdict()));
            return names;
        };
    }

    private static String usualVerdictName(VerdictRule rule, Verdict verdict, Messages words) {
        boolean given =
                verdict == Verdict.AHEAD && rule.metIsAhead()
                        || rule.bands().stream().anyMatch(b -> b.verdict() == verdict);
        boolean unchanged = given && findPreset(rule.name()).filter(rule::equals).isPresent();
        return presetVerdictName(unchanged ? rule.name() : "", verdict, words);
    }

    private static String presetVerdictName(String preset, Verdict verdict, Messages words) {
        return switch (preset) {
            case "four" -> words.sentence("four." + verdict.name());
            case "rag" -> words.sentence("rag." + verdict.name());
            case "growth" -> words.sentence("growth." + verdict.name());
            default -> words.nameOf(verdict);
        };
    }
}
