package plumbline.comparison;

import plumbline.assessment.Assessment;
import plumbline.assessment.IndicatorJudge;
import plumbline.assessment.Reported;
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
record Circumstances(Plan plan, Indicator indicator, LocalDate at) {

    /**
     * By the targets in force on the day, so that a revision between two days is told as another
     * target.
     */
    static Circumstances of(Assessment a, Plan plan) {
        return new Circumstances(
                plan,
                a.indicator()
                        .change(
                                d -> {
                                    d.course = a.course();
                                    d.revisions = List.of();
                                }),
                a.at());
    }

    Outcome outcome() {
        return Outcome.of(assessment());
    }

    Optional<Observation> judged() {
        return assessment().latest();
    }

    private Assessment assessment() {
        return new IndicatorJudge(
                        plan, indicator, Reported.of(Reported.Window.of(plan, at), indicator))
                .assess(0);
    }

    Circumstances on(LocalDate day) {
        return new Circumstances(plan, indicator, day);
    }

    Circumstances with(Consumer<Indicator.Draft> change) {
        return new Circumstances(plan, indicator.change(change), at);
    }

    Circumstances planned(Consumer<Plan.Draft> change) {
        return new Circumstances(plan.change(change), indicator, at);
    }

    /** With one figure or forecast in place of another, or taken away. */
    Circumstances exchange(Optional<Observation> out, Optional<Observation> in) {
        List<Observation> kept =
                indicator.observations().stream().filter(o -> !is(o, out)).toList();
        Circumstances without = with(d -> d.observations = kept);
        return in.map(o -> new Circumstances(plan, without.indicator.with(o), at)).orElse(without);
    }

    /** The same in a part; nothing where there is no such part. */
    Circumstances exchange(UUID part, Optional<Observation> out, Optional<Observation> in) {
        return indicator
                .part(part)
                .map(
                        p -> {
                            List<Observation> kept =
                                    new ArrayList<>(
                                            p.observations().stream()
                                                    .filter(o -> !is(o, out) && !is(o, in))
                                                    .toList());
                            in.ifPresent(kept::add);
                            return with(new Part(p.id(), p.name(), p.course(), kept));
                        })
                .orElse(this);
    }

    Circumstances with(Part part) {
        return new Circumstances(plan, indicator.with(part), at);
    }

    Circumstances without(Part part) {
        return new Circumstances(plan, indicator.without(part), at);
    }

    private static boolean is(Observation o, Optional<Observation> other) {
        return other.filter(x -> x.period().equals(o.period()) && x.forecast() == o.forecast())
                .isPresent();
    }

    /**
     * With one milestone in place of another; with the whole of the other course where the two do
     * not go together.
     */
    Circumstances exchange(Optional<Milestone> out, Optional<Milestone> in, Course whole) {
        return with(d -> d.course = exchanged(out, in, whole));
    }

    private Course exchanged(Optional<Milestone> out, Optional<Milestone> in, Course whole) {
        try {
            Course without =
                    out.map(m -> indicator.course().without(m.role(), m.on()))
                            .orElse(indicator.course());
            return in.map(without::with).orElse(without);
        } catch (IllegalArgumentException _) {
            return whole;
        }
    }
}
