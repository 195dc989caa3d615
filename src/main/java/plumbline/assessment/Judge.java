package plumbline.assessment;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import plumbline.assessment.Judgement.Judged;
import plumbline.assessment.Judgement.Unjudged;
import plumbline.assessment.Reason.Cause;
import plumbline.plan.Indicator;
import plumbline.plan.Milestone;
import plumbline.plan.Observation;
import plumbline.plan.Plan;
import plumbline.plan.Verdict;
import plumbline.plan.VerdictRule;

/** Assesses one indicator of a plan: the value, the formulas, the verdict. */
final class Judge {
    private final Plan plan;
    private final Indicator indicator;
    private final Reported reported;

    Judge(Plan plan, Indicator indicator, Reported reported) {
        this.plan = plan;
        this.indicator = indicator;
        this.reported = reported;
    }

    Assessment assess(int number) {
        Optional<Observation> latest = reported.latest();
        if (latest.isEmpty()) return without(number, Optional.empty(), Optional.empty(), Reason.of(reported.absence()));
        Optional<Figure> total = runningTotal(latest.get());
        if (total.isPresent() && total.get() instanceof Figure.Unknown(_, Reason reason)) return without(number, latest, total, reason);
        BigDecimal value = total.flatMap(Figure::number).or(() -> latest.get().reading().value()).orElseThrow();
        Origin origin = total.isPresent() ? new Origin.Derived(Formula.RUNNING_TOTAL) : new Origin.Reported(latest.get());
        Arithmetic sums = new Arithmetic(plan, indicator.course(), value, latest.get().asOf(), origin);
        return new Assessment(number, indicator, reported.at(), latest, reported.forecast(), Optional.of(value), total,
                sums.attainment(), sums.progress(), sums.timeProgress(), sums.due(), sums.progressDue(), sums.pace(), sums.gap(),
                sums.neededPerYear(), sums.achievedPerYear(), judge(sums));
    }

    private Optional<Figure> runningTotal(Observation latest) {
        return switch (indicator.kind()) {
            case CUMULATIVE -> switch (indicator.reporting()) {
                case TO_DATE -> Optional.empty();
                case PER_PERIOD -> Optional.of(RunningTotal.upTo(latest, reported.figures(), indicator.course(),
                        YearMonth.of(plan.firstYear(), 1)));
            };
            case STOCK, HOLD, YEARLY, MEAN, ZERO, MILESTONE, GROWTH -> Optional.empty();
        };
    }

    private Assessment without(int number, Optional<Observation> latest, Optional<Figure> total, Reason reason) {
        return new Assessment(number, indicator, reported.at(), latest, reported.forecast(), Optional.empty(), total,
                unknown(Formula.ATTAINMENT, reason), unknown(Formula.PROGRESS, reason), unknown(Formula.TIME_PROGRESS, reason),
                unknown(Formula.DUE, reason), unknown(Formula.PROGRESS_DUE, reason), unknown(Formula.PACE, reason),
                unknown(Formula.GAP, reason), unknown(Formula.NEEDED_PER_YEAR, reason), unknown(Formula.ACHIEVED_PER_YEAR, reason),
                new Unjudged(judgeable() ? reason : Reason.of(Cause.KIND_NOT_JUDGED)));
    }

    private boolean judgeable() {
        return switch (indicator.kind()) {
            case STOCK, CUMULATIVE, HOLD -> true;
            case YEARLY, MEAN, ZERO, MILESTONE, GROWTH -> false;
        };
    }

    private static Figure unknown(Formula formula, Reason reason) {
        return new Figure.Unknown(formula, reason);
    }

    private Judgement judge(Arithmetic sums) {
        return switch (indicator.kind()) {
            case STOCK, CUMULATIVE -> onCourse(sums);
            case HOLD -> held();
            case YEARLY, MEAN, ZERO, MILESTONE, GROWTH -> new Unjudged(Reason.of(Cause.KIND_NOT_JUDGED));
        };
    }

    private Judgement onCourse(Arithmetic sums) {
        Optional<Milestone> target = indicator.course().target();
        if (target.isEmpty()) return new Unjudged(Reason.of(Cause.NO_TARGET));
        if (sums.targetIsBaseline()) return new Unjudged(Reason.of(Cause.TARGET_IS_BASELINE));
        if (plan.rule().metIsAhead() && target.get().metBy(sums.value())) {
            return new Judged(Verdict.AHEAD, new Judgement.TargetMet(sums.value(), target.get()), reported.remarks());
        }
        Figure measure = measure(sums);
        return measure.either(known -> inBand(known.value(), sums), Unjudged::new);
    }

    private Figure measure(Arithmetic sums) {
        return switch (plan.rule().basis()) {
            case PACE -> sums.pace();
            case PROGRESS -> sums.progress();
            case ATTAINMENT -> sums.attainment();
        };
    }

    private Judgement inBand(BigDecimal exact, Arithmetic sums) {
        BigDecimal measure = Arithmetic.compared(exact);
        BigDecimal time = Arithmetic.compared(sums.timeProgress().number().orElseThrow());
        VerdictRule.Band band = plan.rule().bandOf(measure, time);
        return new Judged(band.verdict(), new Judgement.InBand(plan.rule().basis(), exact, time, band), remarks(sums));
    }

    private List<Remark> remarks(Arithmetic sums) {
        List<Remark> remarks = new ArrayList<>(reported.remarks());
        sums.progress().number().map(BigDecimal::signum).ifPresent(sign -> {
            if (sign == 0) remarks.addFirst(Remark.NO_HEADWAY);
            if (sign < 0) remarks.addFirst(Remark.BELOW_BASELINE);
        });
        if (plan.rule().basis() == VerdictRule.Basis.PACE && indicator.course().midTerm().isEmpty()) remarks.add(Remark.DUE_DERIVED);
        return remarks;
    }

    private Judgement held() {
        Optional<Milestone> target = indicator.course().target();
        if (target.isEmpty()) return new Unjudged(Reason.of(Cause.NO_TARGET));
        List<Observation> years = reported.byYear();
        if (years.isEmpty()) return new Unjudged(Reason.of(Cause.NO_OBSERVATION));
        int met = (int) years.stream().filter(o -> target.get().metBy(amount(o))).count();
        YearsMet held = new YearsMet(target.get(), years, met, worst(target.get(), years));
        List<Remark> remarks = new ArrayList<>(reported.remarks());
        if (reported.yearMissing()) remarks.add(Remark.YEAR_MISSING);
        return new Judged(held.all() ? Verdict.ON_COURSE : Verdict.BEHIND, new Judgement.YearsHeld(held), remarks);
    }

    private static Observation worst(Milestone target, List<Observation> years) {
        return years.stream().max(Comparator.comparing(o -> shortfall(target, amount(o)))).orElseThrow();
    }

    /** How far a value stands on the wrong side of its target; negative on the right side. */
    private static BigDecimal shortfall(Milestone target, BigDecimal value) {
        BigDecimal over = value.subtract(target.amount());
        return switch (target.relation()) {
            case AT_LEAST, ABOVE -> over.negate();
            case AT_MOST, BELOW -> over;
            case EQUAL, ABOUT -> over.abs();
            case BETWEEN -> over.negate().max(value.subtract(target.bound().orElseThrow()));
        };
    }

    private static BigDecimal amount(Observation o) {
        return o.reading().value().orElseThrow();
    }
}
