package plumbline.words;

import java.util.List;
import java.util.Optional;
import plumbline.plan.Verdict;
import plumbline.plan.VerdictRule;

/** The rules that come with the program (domain.md §5), their bands named in the language. */
public final class RulePresets {
    private static final List<String> NAMES = List.of("time", "suizhou", "four", "rag", "growth");

    private RulePresets() { }

    public static List<String> names() {
        return NAMES;
    }

    /** A preset's name in the language; any other name is the officer's own. */
    public static String name(String rule, Words words) {
        return NAMES.contains(rule) ? words.say("rule." + rule) : rule;
    }

    /** Empty if no preset has the name. */
    public static Optional<VerdictRule> named(String name, Words words) {
        return switch (name) {
            case "time" -> Optional.of(VerdictRule.time());
            case "suizhou" -> Optional.of(VerdictRule.suizhou());
            case "four" -> Optional.of(VerdictRule.fourClasses().named(v -> words.say("four." + v.name())));
            case "rag" -> Optional.of(VerdictRule.rag().named(v -> words.say("rag." + v.name())));
            case "growth" -> Optional.of(VerdictRule.growthRatio().named(v -> words.say("growth." + v.name())));
            default -> Optional.empty();
        };
    }

    /** What a rule calls a verdict: its band's own name, or the verdict's word. */
    public static String label(VerdictRule rule, Verdict verdict, Words words) {
        return rule.bands().stream().filter(b -> b.verdict() == verdict && !b.label().isEmpty()).map(VerdictRule.Band::label).findFirst()
                .orElseGet(() -> words.say(verdict));
    }
}
