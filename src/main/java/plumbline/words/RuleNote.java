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
    private final Messages messages;

    public RuleNote(Messages words) {
        this.messages = words;
    }

    /** Of the rule, or of both rules, that a plan is judged by. */
    public String planNote(Plan plan) {
        return plan.bindingRule()
                .map(
                        binding ->
                                messages.sentence(
                                        "rule.note.two",
                                        ruleClause(binding),
                                        ruleClause(plan.rule())))
                .orElseGet(() -> ruleNote(plan.rule()));
    }

    public String ruleNote(VerdictRule rule) {
        return messages.sentence("rule.note.one", ruleClause(rule));
    }

    private String ruleClause(VerdictRule rule) {
        List<String> classes = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        if (rule.metIsAhead()) {
            names.add(RulePresets.targetMetLabel(rule, messages));
            classes.add(
                    messages.sentence("rule.note.met", RulePresets.targetMetLabel(rule, messages)));
        }
        Optional<Bound> above = Optional.empty();
        for (Band band : rule.bands()) {
            String name = RulePresets.bandLabel(rule, band, messages);
            names.add(name);
            classes.add(
                    messages.sentence(
                            "rule.note.band",
                            name,
                            bandRangeText(rule.basis(), band.lowerBound(), above)));
            above = band.lowerBound();
        }
        return messages.sentence(
                "rule.note.clause",
                messages.sentence("rule.basis." + rule.basis().name()),
                names.size(),
                String.join(messages.sentence("wording.list"), classes),
                messages.sentence(
                        rule.judgesPreliminary()
                                ? "rule.note.preliminary"
                                : "rule.note.noPreliminary"));
    }

    private String bandRangeText(Basis basis, Optional<Bound> from, Optional<Bound> above) {
        if (from.isEmpty())
            return (above.orElseThrow().inclusive() ? "<" : "≤")
                    + boundAmountText(basis, above.get());
        boolean exactly =
                above.filter(
                                a ->
                                        a.anchor() == from.get().anchor()
                                                && a.offset().equals(from.get().offset()))
                        .isPresent();
        return exactly
                ? messages.sentence("rule.note.equal", boundAmountText(basis, from.get()))
                : boundText(basis, from.get());
    }

    /** {@code >1.005}, {@code ≥95%}, {@code ≥time progress − 5 points}. */
    String boundText(Basis basis, Bound bound) {
        return (bound.inclusive() ? "≥" : ">") + boundAmountText(basis, bound);
    }

    private String boundAmountText(Basis basis, Bound bound) {
        BigDecimal offset = bound.offset();
        if (bound.anchor() == Anchor.ZERO)
            return basis.isShare() ? formatPoints(offset) + "%" : offset.toPlainString();
        if (offset.signum() == 0) return messages.sentence("rule.note.time");
        return messages.sentence(
                offset.signum() < 0 ? "rule.note.timeLess" : "rule.note.timeMore",
                formatPoints(offset.abs()));
    }

    private static String formatPoints(BigDecimal fraction) {
        return fraction.movePointRight(2).toPlainString();
    }
}
