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
    private final Messages messages;
    private final Wording wording;

    public DecisionWording(Messages words) {
        this.messages = words;
        this.wording = new Wording(words);
    }

    /** {@code 期末目标由 ≥18000 调整为 ≥20000}. */
    public String revisionText(Indicator indicator, TargetRevision revision) {
        return revisionSentence("revision.changed", indicator, revision, "");
    }

    /** The same within a sentence: {@code 期末目标由18000张调整为20000张}. */
    public String revisionClause(Indicator indicator, TargetRevision revision) {
        return revisionSentence("revision.told", indicator, revision, indicator.unit());
    }

    private String revisionSentence(
            String key, Indicator indicator, TargetRevision revision, String unit) {
        Milestone before = revision.formerTarget();
        return messages.sentence(
                key,
                targetName(before),
                targetWithUnit(before, indicator, unit),
                indicator
                        .targetAfterRevision(revision)
                        .map(m -> targetWithUnit(m, indicator, unit))
                        .orElseGet(wording::placeholder));
    }

    /** What the final target asks for, 守住 ≥345 件; empty where there is none. */
    public String demandSentence(Indicator indicator) {
        return indicator
                .course()
                .finalTarget()
                .map(
                        target ->
                                messages.sentence(
                                        "demand.sentence." + indicator.demand().name(),
                                        targetWithUnit(target, indicator, indicator.unit())))
                .orElse("");
    }

    private String targetWithUnit(Milestone target, Indicator indicator, String unit) {
        boolean bare = unit.isEmpty() || !Wording.rateSign(target, indicator).isEmpty();
        return bare
                ? wording.targetText(target, indicator)
                : Wording.isMeasuredInPercent(indicator)
                        ? wording.targetText(target, indicator) + "%"
                        : messages.sentence(
                                "narrative.amount",
                                wording.targetText(target, indicator),
                                wording.unitAfterNumber(
                                        wording.targetText(target, indicator), unit));
    }

    /** What a target is called; of the yearly ones with its year. */
    public String targetName(Milestone target) {
        return target.role() == Milestone.Role.YEARLY
                ? messages.sentence("revision.yearly", target.day().getYear())
                : messages.nameOf(target.role());
    }

    /** When, by which document and why. */
    public String revisionBasis(TargetRevision revision) {
        List<String> basis =
                new ArrayList<>(
                        List.of(
                                wording.formatDate(revision.decidedOn()),
                                revision.decision(),
                                revision.reason()));
        basis.removeIf(String::isBlank);
        return String.join(messages.sentence("wording.sentences"), basis);
    }

    /** Why, and when. */
    public String handVerdictBasis(HandVerdict hand) {
        return hand.reason() + messages.sentence("wording.and") + wording.formatDate(hand.day());
    }

    /** {@code 人工评价：基本符合（2023年7月1日）专家意见}. */
    public String handVerdictSentence(HandVerdict hand, Assessment a) {
        return messages.sentence(
                "hand.said",
                verdictLabel(hand.verdict(), a),
                wording.formatDate(hand.day()),
                hand.reason());
    }

    /** What a verdict is called where the indicator's rule is used. */
    public String verdictLabel(Verdict verdict, Assessment a) {
        boolean passOrFail =
                a.judgement().isPassOrFail()
                        && (verdict == Verdict.ON_COURSE || verdict == Verdict.BEHIND);
        if (passOrFail)
            return messages.sentence(verdict == Verdict.BEHIND ? "verdict.unmet" : "verdict.met");
        return RulePresets.verdictLabel(a.rule(), verdict, messages);
    }

    /** The verdicts that can be given to an indicator, from best to worst. */
    public static List<Verdict> possibleVerdicts(Assessment a) {
        if (a.judgement().isPassOrFail()) return List.of(Verdict.ON_COURSE, Verdict.BEHIND);
        Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
        if (a.rule().metIsAhead()) verdicts.add(Verdict.AHEAD);
        a.rule().bands().stream().map(VerdictRule.Band::verdict).forEach(verdicts::add);
        return List.copyOf(verdicts);
    }
}
