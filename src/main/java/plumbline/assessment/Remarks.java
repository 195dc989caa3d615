package plumbline.assessment;

import plumbline.assessment.Judgement.Judged;
import plumbline.plan.Course;
import plumbline.plan.Indicator;
import plumbline.plan.Kind;
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
record Remarks(
        Indicator indicator, Years years, VerdictRule rule, Course course, JudgedValue value) {

    /** The judgement with its remarks; where there is no verdict nothing is remarked. */
    Judgement beside(Judgement judgement, Figure progress) {
        if (!(judgement instanceof Judged(var verdict, var given, _))) return judgement;
        Judgement.Ground ground = judgement.decidingGround().orElseThrow();
        return new Judged(
                verdict,
                given,
                switch (indicator.kind()) {
                    case STOCK, CUMULATIVE, YEARLY -> onCourse(ground, progress);
                    case MEAN, GROWTH -> ofWholeYears();
                    case HOLD -> ofYearsHeld(ground);
                    case ZERO -> missing(of(value.from()), years.monthMissing());
                    case MILESTONE -> ofMilestone(ground);
                });
    }

    private Reported reported() {
        return years.reported();
    }

    private List<Remark> of(List<Observation> from) {
        List<Remark> remarks = new ArrayList<>(reported().remarks(from));
        remarks.addAll(value.remarks());
        revision().ifPresent(remarks::add);
        return remarks;
    }

    /** Whether the targets judged by were revised, or will be. */
    private Optional<Remark> revision() {
        List<TargetRevision> revisions = indicator.revisions();
        if (revisions.stream().anyMatch(r -> r.decided().isAfter(reported().at())))
            return Optional.of(Remark.FORMER_TARGET);
        return revisions.isEmpty() ? Optional.empty() : Optional.of(Remark.REVISED_TARGET);
    }

    private List<Remark> onCourse(Judgement.Ground ground, Figure progress) {
        List<Remark> remarks = of(value.from());
        boolean measured =
                ground instanceof Judgement.InBand || ground instanceof Judgement.AgainstDue;
        if (measured)
            progress.number()
                    .map(BigDecimal::signum)
                    .ifPresent(
                            sign -> {
                                if (sign == 0) remarks.addFirst(Remark.NO_HEADWAY);
                                if (sign < 0) remarks.addFirst(Remark.WORSE_THAN_BASELINE);
                            });
        if (overshot()) remarks.addFirst(Remark.OVERSHOT);
        if (!measured) return remarks;
        boolean straight =
                course.milestones().stream()
                        .allMatch(m -> m.role() == Role.BASELINE || m.role() == Role.FINAL);
        if (rule.basis() == VerdictRule.Basis.PACE && straight) remarks.add(Remark.DUE_DERIVED);
        return remarks;
    }

    /** Beyond its target, seen from the baseline, and not meeting it. */
    private boolean overshot() {
        Optional<Milestone> target =
                course.target()
                        .filter(t -> t.relation() == Relation.EQUAL || t.relation().bounded());
        if (target.isEmpty() || course.baseline().isEmpty()) return false;
        if (target.get().metBy(course.baseline().get().amount())) return false;
        BigDecimal aim = target.get().amount();
        boolean past =
                value.amount().compareTo(aim) == aim.compareTo(course.baseline().get().amount());
        return past && !target.get().metBy(value.amount(), value.beyond());
    }

    private static List<Remark> missing(List<Remark> remarks, boolean year) {
        if (year) remarks.add(Remark.YEAR_MISSING);
        return remarks;
    }

    private List<Remark> ofYearsHeld(Judgement.Ground ground) {
        List<YearsMet.Year> held =
                ground instanceof Judgement.YearsHeld(YearsMet met) ? met.years() : List.of();
        return missing(
                of(held.stream().map(YearsMet.Year::figure).toList()),
                years.missing(held.stream().map(YearsMet.Year::year).collect(Collectors.toSet())));
    }

    /**
     * A part of a year is not missed where whole years are judged. Growth of an amount is seen from
     * the last of them alone, a mean needs every one.
     */
    private List<Remark> ofWholeYears() {
        boolean fromTheLast = indicator.kind() == Kind.GROWTH && !indicator.share();
        List<Remark> remarks = missing(of(value.from()), !fromTheLast && years.wholeMissing());
        remarks.remove(Remark.LATEST_MISSING);
        if (fromTheLast && years.latestMissing()) remarks.addFirst(Remark.LATEST_MISSING);
        return remarks;
    }

    /** Late where it is done, and a figure of its day or after still said no. */
    private List<Remark> ofMilestone(Judgement.Ground ground) {
        List<Remark> remarks = of(value.from());
        boolean late =
                ground instanceof Judgement.Compared(_, Milestone target, boolean met)
                        && met
                        && reported().figures().stream()
                                .anyMatch(o -> !o.asOf().isBefore(target.on()) && !met(target, o));
        if (late) remarks.add(Remark.LATE);
        return remarks;
    }

    private static boolean met(Milestone target, Observation o) {
        return o.reading() instanceof Reading.Value reading && target.metBy(reading);
    }
}
