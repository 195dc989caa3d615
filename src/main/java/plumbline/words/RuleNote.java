package plumbline.words;

import plumbline.plan.Plan;
import plumbline.plan.VerdictRule;
import plumbline.plan.VerdictRule.Anchor;
import plumbline.plan.VerdictRule.Band;
import plumbline.plan.VerdictRule.Basis;
import plumbline.plan.VerdictRule.Bound;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The note that a rule prints of itself: its bands from best to worst, of which the first that
 * applies is the verdict.
 */
public final class RuleNote {
    private final Messages words;

    public RuleNote(Messages words) {
        this.words = words;
    }

    /** Of the rule, or of both rules, that a plan is judged by. */
    public String of(Plan plan) {
        return plan.bindingRule()
                .map(binding -> words.say("rule.note.two", clause(binding), clause(plan.rule())))
                .orElseGet(() -> of(plan.rule()));
    }

    public String of(VerdictRule rule) {
        return words.say("rule.note.one", clause(rule));
    }

    private String clause(VerdictRule rule) {
        List<String> classes = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        if (rule.metIsAhead()) {
            names.add(RulePresets.met(rule, words));
            classes.add(words.say("rule.note.met", RulePresets.met(rule, words)));
        }
        Optional<Bound> above = Optional.empty();
        for (Band band : rule.bands()) {
            String name = RulePresets.label(rule, band, words);
            names.add(name);
            classes.add(words.say("rule.note.band", name, range(rule.basis(), band.from(), above)));
            above = band.from();
        }
        return words.say(
                "rule.note.clause",
                words.say("rule.basis." + rule.basis().name()),
                names.size(),
                String.join(words.say("wording.list"), classes),
                words.say(
                        rule.preliminary() ? "rule.note.preliminary" : "rule.note.noPreliminary"));
    }

    private String range(Basis basis, Optional<Bound> from, Optional<Bound> above) {
        if (from.isEmpty())
            return (above.orElseThrow().inclusive() ? "<" : "≤") + amount(basis, above.get());
        boolean exactly =
                above.filter(
                                a ->
                                        a.anchor() == from.get().anchor()
                                                && a.offset().equals(from.get().offset()))
                        .isPresent();
        return exactly
                ? words.say("rule.note.equal", amount(basis, from.get()))
                : bound(basis, from.get());
    }

    /** {@code >1.005}, {@code ≥95%}, {@code ≥time progress − 5 points}. */
    String bound(Basis basis, Bound bound) {
        return (bound.inclusive() ? "≥" : ">") + amount(basis, bound);
    }

    private String amount(Basis basis, Bound bound) {
        BigDecimal offset = bound.offset();
        if (bound.anchor() == Anchor.ZERO)
            return basis.share() ? points(offset) + "%" : offset.toPlainString();
        if (offset.signum() == 0) return words.say("rule.note.time");
        return words.say(
                offset.signum() < 0 ? "rule.note.timeLess" : "rule.note.timeMore",
                points(offset.abs()));
    }

    private static String points(BigDecimal fraction) {
        return fraction.movePointRight(2).toPlainString();
    }
}
