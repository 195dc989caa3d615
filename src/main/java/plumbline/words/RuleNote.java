package plumbline.words;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plumbline.plan.Verdict;
import plumbline.plan.VerdictRule;
import plumbline.plan.VerdictRule.Anchor;
import plumbline.plan.VerdictRule.Band;
import plumbline.plan.VerdictRule.Bound;

/** The note that a rule prints of itself: its bands from best to worst. */
public final class RuleNote {
    private final Words words;

    public RuleNote(Words words) {
        this.words = words;
    }

    public String of(VerdictRule rule) {
        List<String> bands = new ArrayList<>();
        if (rule.metIsAhead()) bands.add(words.say("note.met", words.say(Verdict.AHEAD)));
        Optional<Bound> above = Optional.empty();
        for (Band band : rule.bands()) {
            bands.add(words.say("note.band", band.label().isEmpty() ? words.say(band.verdict()) : band.label(), range(rule, band.from(), above)));
            above = band.from();
        }
        return words.say("note.rule", words.say(rule.basis()), String.join(words.say("wording.list"), bands));
    }

    private String range(VerdictRule rule, Optional<Bound> from, Optional<Bound> above) {
        boolean exactly = from.isPresent() && above.isPresent() && from.get().anchor() == above.get().anchor()
                && from.get().offset().compareTo(above.get().offset()) == 0;
        if (exactly) return words.say("note.equal", amount(rule, from.get()));
        if (from.isPresent()) return (from.get().inclusive() ? "≥" : ">") + amount(rule, from.get());
        return (above.orElseThrow().inclusive() ? "<" : "≤") + amount(rule, above.get());
    }

    private String amount(VerdictRule rule, Bound bound) {
        boolean ratio = rule.basis() == VerdictRule.Basis.PACE || rule.basis() == VerdictRule.Basis.GROWTH_RATIO;
        if (bound.anchor() == Anchor.ZERO) return ratio ? Wording.compact(bound.offset()) : points(bound.offset()) + "%";
        if (bound.offset().signum() == 0) return words.say("note.time");
        return words.say(bound.offset().signum() < 0 ? "note.timeLess" : "note.timeMore", points(bound.offset().abs()));
    }

    private static String points(BigDecimal fraction) {
        return Wording.compact(fraction.movePointRight(2));
    }
}
