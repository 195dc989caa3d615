package plumbline.words;

import plumbline.assessment.Assessment;
import plumbline.plan.HandVerdict;
import plumbline.plan.Indicator;
import plumbline.plan.Milestone;
import plumbline.plan.TargetRevision;
import plumbline.plan.Verdict;
import plumbline.plan.VerdictRule;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Says what people decided about an indicator: targets revised, a verdict set by hand. */
public final class DecisionWording {
    private final Messages words;
    private final Wording wording;

    public DecisionWording(Messages words) {
        this.words = words;
        this.wording = new Wording(words);
    }

    /** {@code 期末目标由 ≥18000 调整为 ≥20000}. */
    public String revised(Indicator indicator, TargetRevision revision) {
        return changed("revision.changed", indicator, revision, "");
    }

    /** The same within a sentence: {@code 期末目标由18000张调整为20000张}. */
    public String changed(Indicator indicator, TargetRevision revision) {
        return changed("revision.told", indicator, revision, indicator.unit());
    }

    private String changed(String key, Indicator indicator, TargetRevision revision, String unit) {
        Milestone before = revision.before();
        return words.say(
                key,
                name(before),
                told(before, indicator, unit),
                indicator
                        .after(revision)
                        .map(m -> told(m, indicator, unit))
                        .orElseGet(wording::none));
    }

    private String told(Milestone target, Indicator indicator, String unit) {
        boolean bare = unit.isEmpty() || !Wording.rate(target, indicator).isEmpty();
        return bare
                ? wording.target(target, indicator)
                : Wording.points(indicator)
                        ? wording.target(target, indicator) + "%"
                        : words.say(
                                "narrative.amount",
                                wording.target(target, indicator),
                                wording.unit(wording.target(target, indicator), unit));
    }

    /** What a target is called; of the yearly ones with its year. */
    public String name(Milestone target) {
        return target.role() == Milestone.Role.YEARLY
                ? words.say("revision.yearly", target.on().getYear())
                : words.say(target.role());
    }

    /** When, by which document and why. */
    public String basis(TargetRevision revision) {
        List<String> basis =
                new ArrayList<>(
                        List.of(
                                wording.date(revision.decided()),
                                revision.decision(),
                                revision.reason()));
        basis.removeIf(String::isBlank);
        return String.join(words.say("wording.sentences"), basis);
    }

    /** Why, and when. */
    public String basis(HandVerdict hand) {
        return hand.reason() + words.say("wording.and") + wording.date(hand.on());
    }

    /** {@code 人工评价：基本符合（2023年7月1日）专家意见}. */
    public String byHand(HandVerdict hand, Assessment a) {
        return words.say(
                "hand.said", label(hand.verdict(), a), wording.date(hand.on()), hand.reason());
    }

    /** What a verdict is called where the indicator's rule is used. */
    public String label(Verdict verdict, Assessment a) {
        boolean passOrFail =
                a.judgement().passOrFail()
                        && (verdict == Verdict.ON_COURSE || verdict == Verdict.BEHIND);
        if (passOrFail)
            return words.say(verdict == Verdict.BEHIND ? "verdict.unmet" : "verdict.met");
        return RulePresets.label(a.rule(), verdict, words);
    }

    /** The verdicts that can be given to an indicator, from best to worst. */
    public static List<Verdict> verdicts(Assessment a) {
        if (a.judgement().passOrFail()) return List.of(Verdict.ON_COURSE, Verdict.BEHIND);
        Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
        if (a.rule().metIsAhead()) verdicts.add(Verdict.AHEAD);
        a.rule().bands().stream().map(VerdictRule.Band::verdict).forEach(verdicts::add);
        return List.copyOf(verdicts);
    }
}
