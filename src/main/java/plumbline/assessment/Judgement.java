package plumbline.assessment;

import plumbline.plan.Milestone;
import plumbline.plan.Observation;
import plumbline.plan.Verdict;
import plumbline.plan.VerdictRule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A verdict with the ground it stands on, or the reason why there is none. */
public sealed interface Judgement {

    record Judged(Verdict verdict, JudgementGround ground, List<Remark> remarks)
            implements Judgement {
        public Judged {
            remarks = List.copyOf(remarks);
        }

        Judged withRemark(Remark remark) {
            List<Remark> more = new ArrayList<>(remarks);
            more.add(remark);
            return new Judged(verdict, ground, more);
        }
    }

    record Unjudged(Reason reason) implements Judgement {}

    /** What decided. */
    sealed interface JudgementGround {}

    /**
     * The measure fell into this band of the rule; {@code timeProgress} is what bounds counted from
     * time refer to.
     */
    record InBand(
            VerdictRule.Basis basis,
            BigDecimal measure,
            BigDecimal timeProgress,
            VerdictRule.Band band)
            implements JudgementGround {}

    /** The final target is met already. */
    record TargetMet(BigDecimal value, Milestone target) implements JudgementGround {}

    /**
     * Every year must satisfy the relation: how many of the reported ones did, and which was worst.
     */
    record YearsHeld(YearsMet years) implements JudgementGround {}

    /** Met or not: the value against one target. */
    record ComparedWithTarget(BigDecimal value, Milestone target, boolean isMet)
            implements JudgementGround {}

    /** Met or not: the value against what the course asks for on its day. */
    record ComparedWithDue(BigDecimal value, BigDecimal due, boolean isMet)
            implements JudgementGround {}

    /**
     * 守住: a floor or a cap that the baseline met already.
     *
     * @param marginUsed how much of what may be lost since the baseline is lost, as a fraction;
     *     absent where nothing may be
     */
    record LimitKept(
            BigDecimal value, Milestone target, boolean isMet, Optional<BigDecimal> marginUsed)
            implements JudgementGround {}

    /** What decided once the day of the final target, or the plan's last day, had come. */
    record AtTheEnd(JudgementGround decidingGround) implements JudgementGround {}

    /** No event in any of the years reported. */
    record EventFree(int yearCount) implements JudgementGround {}

    /** The first event breaks it. */
    record EventSeen(Observation firstEvent) implements JudgementGround {}

    /**
     * 脱敏: what decided stays in the house.
     *
     * @param band of the rule, that the measure fell into
     * @param onlyPassOrFail as {@link Judgement#isPassOrFail}
     * @param atTheEnd as {@link Judgement#isFinal}
     */
    record WithheldGround(Optional<VerdictRule.Band> band, boolean onlyPassOrFail, boolean atTheEnd)
            implements JudgementGround {}

    default Optional<Verdict> findVerdict() {
        return this instanceof Judged judged ? Optional.of(judged.verdict) : Optional.empty();
    }

    /** What decided, whether under way or at the end; empty where there is no verdict. */
    default Optional<JudgementGround> decidingGround() {
        if (!(this instanceof Judged judged)) return Optional.empty();
        return Optional.of(
                judged.ground instanceof AtTheEnd(JudgementGround ground) ? ground : judged.ground);
    }

    /** True where the verdict is worded 达标 or 未达标 rather than by the rule's classes. */
    default boolean isPassOrFail() {
        return this instanceof Judged judged
                && switch (judged.ground) {
                    case YearsHeld _,
                            ComparedWithTarget _,
                            ComparedWithDue _,
                            LimitKept _,
                            EventFree _,
                            EventSeen _ ->
                            true;
                    case InBand _, TargetMet _, AtTheEnd _ -> false;
                    case WithheldGround(_, boolean passOrFail, _) -> passOrFail;
                };
    }

    /** True of a last verdict: 超额完成, 完成, 基本完成 or 未完成. */
    default boolean isFinal() {
        return this instanceof Judged judged
                && switch (judged.ground) {
                    case AtTheEnd _ -> true;
                    case WithheldGround(_, _, boolean atTheEnd) -> atTheEnd;
                    default -> false;
                };
    }
}
