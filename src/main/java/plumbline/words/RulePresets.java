package plumbline.words;

import plumbline.checks.VerdictWords;
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
    private static final List<String> WITH_MET = List.of("four");

    /** What a rule is called that was read from the note of a published table. */
    private static final String OF_NOTE = "note";

    private RulePresets() {}

    public static List<String> names() {
        return NAMES;
    }

    /** Empty if no preset has the name. */
    public static Optional<VerdictRule> named(String name) {
        return switch (name) {
            case "time" -> Optional.of(VerdictRule.time());
            case "suizhou" -> Optional.of(VerdictRule.suizhou());
            case "four" -> Optional.of(VerdictRule.fourClasses());
            case "rag" -> Optional.of(VerdictRule.rag());
            case "growth" -> Optional.of(VerdictRule.growthRatio());
            default -> Optional.empty();
        };
    }

    /** A preset's name in the language; any other name is the officer's own. */
    public static String name(String rule, Messages words) {
        if (rule.equals(OF_NOTE)) return words.say("rule.note");
        return NAMES.contains(rule) ? words.say("rule." + rule) : rule;
    }

    /**
     * The preset that does what the rule does and calls its classes the same; Suizhou's may be of
     * any width.
     */
    public static Optional<VerdictRule> like(VerdictRule rule, Messages words) {
        Stream<VerdictRule> presets =
                Stream.concat(
                        NAMES.stream().map(n -> named(n).orElseThrow()),
                        suizhouAsWideAs(rule).stream());
        return presets.filter(p -> spelled(p, words).equals(spelled(rule, words))).findFirst();
    }

    private static Optional<VerdictRule> suizhouAsWideAs(VerdictRule rule) {
        return rule.bands().stream()
                .filter(b -> b.verdict() == Verdict.NEARLY)
                .findFirst()
                .flatMap(Band::from)
                .map(Bound::offset)
                .filter(o -> o.signum() < 0)
                .map(BigDecimal::negate)
                .map(VerdictRule::suizhou);
    }

    /** The rule without its own name, and with the shown name of every band. */
    private static VerdictRule spelled(VerdictRule rule, Messages words) {
        List<Band> bands =
                rule.bands().stream()
                        .map(b -> new Band(b.verdict(), label(rule, b, words), b.from()))
                        .toList();
        return new VerdictRule("-", rule.basis(), rule.metIsAhead(), rule.preliminary(), bands);
    }

    /** What a rule calls a band: its own name for it, a preset's word, or the verdict's. */
    public static String label(VerdictRule rule, Band band, Messages words) {
        return band.label().isEmpty() ? word(rule, band.verdict(), words) : band.label();
    }

    /** What a rule calls a verdict: the names of its bands with it. */
    public static String label(VerdictRule rule, Verdict verdict, Messages words) {
        List<String> labels =
                rule.bands().stream()
                        .filter(b -> b.verdict() == verdict)
                        .map(b -> label(rule, b, words))
                        .toList();
        if (labels.isEmpty() && verdict == Verdict.AHEAD) return met(rule, words);
        return labels.isEmpty()
                ? word(rule, verdict, words)
                : String.join(words.say("rule.or"), labels);
    }

    /**
     * What a rule calls the class of targets that are met already: its best band, if it is of that
     * class.
     */
    public static String met(VerdictRule rule, Messages words) {
        Band best = rule.bands().getFirst();
        if (best.verdict() == Verdict.AHEAD) return label(rule, best, words);
        return named(rule.name()).filter(rule::equals).isPresent()
                ? word(rule, Verdict.AHEAD, words)
                : WITH_MET.stream()
                        .filter(p -> shares(rule, p, words))
                        .findFirst()
                        .map(p -> word(p, Verdict.AHEAD, words))
                        .orElse(words.say(Verdict.AHEAD));
    }

    /**
     * True if most classes still have the names a preset gave them: then that of targets met, which
     * has no band to keep its name, has it too.
     */
    private static boolean shares(VerdictRule rule, String preset, Messages words) {
        List<Verdict> own =
                named(preset).orElseThrow().bands().stream().map(Band::verdict).toList();
        long kept =
                rule.bands().stream()
                        .filter(
                                b ->
                                        own.contains(b.verdict())
                                                && b.label()
                                                        .equals(word(preset, b.verdict(), words)))
                        .count();
        return kept * 2 > rule.bands().size();
    }

    /** What rules call their verdicts in Chinese texts. */
    public static VerdictWords.Names inChineseTexts() {
        Messages chinese = Messages.of(Messages.CHINESE);
        return rule -> {
            Map<String, Verdict> names = new LinkedHashMap<>();
            if (rule.metIsAhead()) names.put(met(rule, chinese), Verdict.AHEAD);
            rule.bands().forEach(b -> names.putIfAbsent(label(rule, b, chinese), b.verdict()));
            return names;
        };
    }

    private static String word(VerdictRule rule, Verdict verdict, Messages words) {
        boolean given =
                verdict == Verdict.AHEAD && rule.metIsAhead()
                        || rule.bands().stream().anyMatch(b -> b.verdict() == verdict);
        boolean unchanged = given && named(rule.name()).filter(rule::equals).isPresent();
        return word(unchanged ? rule.name() : "", verdict, words);
    }

    private static String word(String preset, Verdict verdict, Messages words) {
        return switch (preset) {
            case "four" -> words.say("four." + verdict.name());
            case "rag" -> words.say("rag." + verdict.name());
            case "growth" -> words.say("growth." + verdict.name());
            default -> words.say(verdict);
        };
    }
}
