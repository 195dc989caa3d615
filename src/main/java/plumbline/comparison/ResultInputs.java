package plumbline.comparison;

import plumbline.assessment.Assessment;
import plumbline.assessment.IndicatorJudge;
import plumbline.assessment.ReportedFigures;
import plumbline.plan.Course;
import plumbline.plan.Indicator;
import plumbline.plan.Milestone;
import plumbline.plan.Observation;
import plumbline.plan.Part;
import plumbline.plan.Plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Everything one indicator's result follows from; parts of it can be exchanged for those of others.
 */
record ResultInputs(Plan plan, Indicator indicator, LocalDate evaluationDate) {

    /**
     * By the targets in force on the day, so that a revision between two days is told as another
     * target.
     */
    static ResultInputs fromAssessment(Assessment a, Plan plan) {
        return new ResultInputs(
                plan,
                a.indicator()
                        .withChanges(
                                d -> {
                                    d.course = a.courseInForce();
                                    d.revisions = List.of();
                                }),
                a.evaluationDate());
    }

    ComparedOutcome judgeOutcome() {
        return ComparedOutcome.fromAssessment(assess());
    }

    Optional<Observation> judgedObservation() {
        return assess().latest();
    }

    private Assessment assess() {
        return new IndicatorJudge(
                        plan,
                        indicator,
                        ReportedFigures.forIndicator(
                                ReportedFigures.EvaluationWindow.forPlan(plan, evaluationDate),
                                indicator))
                .assess(0);
    }

    ResultInputs withEvaluationDate(LocalDate day) {
        return new ResultInputs(plan, indicator, day);
    }

    ResultInputs withIndicatorChange(Consumer<Indicator.Draft> change) {
        return new ResultInputs(plan, indicator.withChanges(change), evaluationDate);
    }

    ResultInputs withPlanChange(Consumer<Plan.Draft> change) {
        return new ResultInputs(plan.withChanges(change), indicator, evaluationDate);
    }

    /** With one figure or forecast in place of another, or taken away. */
    ResultInputs withFigureExchanged(Optional<Observation> out, Optional<Observation> in) {
        List<Observation> kept =
                indicator.observations().stream().filter(o -> !isSameFigure(o, out)).toList();
        ResultInputs without = withIndicatorChange(d -> d.observations = kept);
        return in.map(
                        o ->
                                new ResultInputs(
                                        plan, without.indicator.withObservation(o), evaluationDate))
                .orElse(without);
    }

    /** The same in a part; nothing where there is no such part. */
    ResultInputs withPartFigureExchanged(
            UUID part, Optional<Observation> out, Optional<Observation> in) {
        return indicator
                .findPart(part)
                .map(
                        p -> {
                            List<Observation> kept =
                                    new ArrayList<>(
                                            p.observations().stream()
                                                    .filter(
                                                            o ->
                                                                    !isSameFigure(o, out)
                                                                            && !isSameFigure(o, in))
                                                    .toList());
                            in.ifPresent(kept::add);
                            return withPart(new Part(p.id(), p.name(), p.course(), kept));
                        })
                .orElse(this);
    }

    ResultInputs withPart(Part part) {
        return new ResultInputs(plan, indicator.withPart(part), evaluationDate);
    }

    ResultInputs withoutPart(Part part) {
        return new ResultInputs(plan, indicator.withoutPart(part), evaluationDate);
    }

    private static boolean isSameFigure(Observation o, Optional<Observation> other) {
        return other.filter(x -> x.period().equals(o.period()) && x.isForecast() == o.isForecast())
                .isPresent();
    }

    /**
     * With one milestone in place of another; with the whole of the other course where the two do
     * not go together.
     */
    ResultInputs withMilestoneExchanged(
            Optional<Milestone> out, Optional<Milestone> in, Course whole) {
        return withIndicatorChange(d -> d.course = courseWithExchange(out, in, whole));
    }

    private Course courseWithExchange(
            Optional<Milestone> out, Optional<Milestone> in, Course whole) {
        try {
            Course without =
                    out.map(m -> indicator.course().withoutMilestone(m.role(), m.day()))
                            .orElse(indicator.course());
            return in.map(without::withMilestone).orElse(without);
        } catch (IllegalArgumentException _) {
            return whole;
        }
    }
}
