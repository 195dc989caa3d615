package plumbline.assessment;

import plumbline.assessment.Judgement.Judged;
import plumbline.plan.Course;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Milestone;
import plumbline.plan.Milestone.Role;
import plumbline.plan.Observation;
import plumbline.plan.Reading;
import plumbline.plan.Relation;
import plumbline.plan.TargetRevision;
import plumbline.plan.VerdictRule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is said beside a verdict, by the kind of the indicator. */
record RemarkCollector(
        Indicator indicator,
        YearlyFigures years,
        VerdictRule rule,
        Course course,
        JudgedValue value) {

    /** The judgement with its remarks; where there is no verdict nothing is remarked. */
    Judgement withRemarks(Judgement judgement, Figure progress) {
        if (!(judgement instanceof Judged(var verdict, var given, _))) return judgement;
        Judgement.JudgementGround ground = judgement.decidingGround().orElseThrow();
        return new Judged(
                verdict,
                given,
                switch (indicator.kind()) {
                    case STOCK, CUMULATIVE, YEARLY -> remarksOnCourse(ground, progress);
                    case MEAN, GROWTH -> remarksOfWholeYears();
                    case HOLD -> remarksOfYearsHeld(ground);
                    case ZERO ->
                            withYearMissing(
                                    generalRemarks(value.figures()), years.isMonthMissing());
                    case MILESTONE -> remarksOfMilestone(ground);
                });
    }

    private ReportedFigures reported() {
        return years.reported();
    }

    private List<Remark> generalRemarks(List<Observation> from) {
        List<Remark> remarks = new ArrayList<>(reported().remarksOn(from));
        remarks.addAll(value.remarks());
        revisionRemark().ifPresent(remarks::add);
        return remarks;
    }

    /** Whether the targets judged by were revised, or will be. */
    private Optional<Remark> revisionRemark() {
        List<TargetRevision> revisions = indicator.revisions();
        if (revisions.stream().anyMatch(r -> r.decidedOn().isAfter(reported().evaluationDate())))
            return Optional.of(Remark.FORMER_TARGET);
        return revisions.isEmpty() ? Optional.empty() : Optional.of(Remark.REVISED_TARGET);
    }

    private List<Remark> remarksOnCourse(Judgement.JudgementGround ground, Figure progress) {
        List<Remark> remarks = generalRemarks(value.figures());
        boolean measured =
                ground instanceof Judgement.InBand || ground instanceof Judgement.ComparedWithDue;
        if (measured)
            progress.knownValue()
                    .map(BigDecimal::signum)
                    .ifPresent(
                            sign -> {
                                if (sign == 0) remarks.addFirst(Remark.NO_HEADWAY);
                                if (sign < 0) remarks.addFirst(Remark.WORSE_THAN_BASELINE);
                            });
        if (hasOvershot()) remarks.addFirst(Remark.OVERSHOT);
        if (!measured) return remarks;
        boolean straight =
                course.milestones().stream()
                        .allMatch(m -> m.role() == Role.BASELINE || m.role() == Role.FINAL);
        if (rule.basis() == VerdictRule.Basis.PACE && straight) remarks.add(Remark.DUE_DERIVED);
        return remarks;
    }

    /** Beyond its target, seen from the baseline, and not meeting it. */
    private boolean hasOvershot() {
        Optional<Milestone> target =
                course.finalTarget()
                        .filter(t -> t.relation() == Relation.EQUAL || t.relation().needsBound());
        if (target.isEmpty() || course.baseline().isEmpty()) return false;
        if (target.get().isMetBy(course.baseline().get().amount())) return false;
        BigDecimal aim = target.get().amount();
        boolean past =
                value.amount().compareTo(aim) == aim.compareTo(course.baseline().get().amount());
        return past && !target.get().isMetBy(value.amount(), value.sideBeyond());
    }

    private static List<Remark> withYearMissing(List<Remark> remarks, boolean year) {
        if (year) remarks.add(Remark.YEAR_MISSING);
        return remarks;
    }

    private List<Remark> remarksOfYearsHeld(Judgement.JudgementGround ground) {
        List<YearsMet.YearResult> held =
                ground instanceof Judgement.YearsHeld(YearsMet met) ? met.years() : List.of();
        return withYearMissing(
                generalRemarks(held.stream().map(YearsMet.YearResult::figure).toList()),
                years.isYearMissingFrom(
                        held.stream().map(YearsMet.YearResult::year).collect(Collectors.toSet())));
    }

    /**
     * A part of a year is not missed where whole years are judged. Growth of an amount is seen from
     * the last of them alone, a mean needs every one.
     */
    private List<Remark> remarksOfWholeYears() {
        boolean fromTheLast =
                indicator.kind() == IndicatorKind.GROWTH && !indicator.isShareOrLevel();
        List<Remark> remarks =
                withYearMissing(
                        generalRemarks(value.figures()),
                        !fromTheLast && years.isWholeYearMissing());
        remarks.remove(Remark.LATEST_MISSING);
        if (fromTheLast && years.isLatestYearMissing()) remarks.addFirst(Remark.LATEST_MISSING);
        return remarks;
    }

    /** Late where it is done, and a figure of its day or after still said no. */
    private List<Remark> remarksOfMilestone(Judgement.JudgementGround ground) {
        List<Remark> remarks = generalRemarks(value.figures());
        boolean late =
                ground instanceof Judgement.ComparedWithTarget(_, Milestone target, boolean met)
                        && met
                        && reported().figures().stream()
                                .anyMatch(
                                        o ->
                                                !o.lastCoveredDay().isBefore(target.day())
                                                        && !isMetBy(target, o));
        if (late) remarks.add(Remark.LATE);
        return remarks;
    }

    private static boolean isMetBy(Milestone target, Observation o) {
        return o.reading() instanceof Reading.Value reading && target.isMetBy(reading);
    }
}
