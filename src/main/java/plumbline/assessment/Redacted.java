package plumbline.assessment;

import plumbline.assessment.Judgement.Judged;
import plumbline.assessment.Reason.Cause;
import plumbline.plan.Course;
import plumbline.plan.Indicator;
import plumbline.plan.Milestone;
import plumbline.plan.MissingReason;
import plumbline.plan.Observation;
import plumbline.plan.Part;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Reading;
import plumbline.plan.Redaction;
import plumbline.plan.RollUp;
import plumbline.plan.VerdictRule;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A plan, and where it stands, as it may leave the house: the marked values are not in it any more,
 * nor is any number computed from them. Verdicts and tallies are those of the plan as it is.
 * Whatever is written from this cannot tell what it does not know.
 */
public final class Redacted {
    private static final Reading HIDDEN =
            new Reading.Missing(MissingReason.REDACTED, Redaction.SHOWN);

    /** Remarks that bound the value no closer than the verdict does. */
    private static final Set<Remark> HARMLESS =
            EnumSet.of(
                    Remark.DUE_DERIVED,
                    Remark.LATEST_MISSING,
                    Remark.FORECAST_AHEAD,
                    Remark.PRELIMINARY,
                    Remark.APPROXIMATE,
                    Remark.YEAR_MISSING,
                    Remark.PART_OF_YEAR,
                    Remark.LATE,
                    Remark.LATER_FIGURES,
                    Remark.PARTS_COVER_OTHER_MONTHS,
                    Remark.PART_LEFT_OUT,
                    Remark.PARTS_MISSING,
                    Remark.REVISED_TARGET,
                    Remark.FORMER_TARGET);

    private final Plan plan;

    private Redacted(Plan plan) {
        this.plan = plan;
    }

    /** Imports go too: they keep what stood in the plan before. */
    public static Plan of(Plan plan) {
        if (plan.redactions().isEmpty()) return plan;
        Redacted redacted = new Redacted(plan);
        return plan.change(
                d -> {
                    d.indicators = plan.indicators().stream().map(redacted::indicator).toList();
                    d.intakes = List.of();
                });
    }

    /** The same object where nothing is marked. */
    public static Evaluation of(Evaluation standing) {
        Plan plan = standing.plan();
        if (plan.redactions().isEmpty()) return standing;
        Plan shown = of(plan);
        Evaluation without = Evaluation.of(shown, standing.at());
        List<Assessment> assessments =
                standing.assessments().stream()
                        .map(a -> assessment(a, without.of(a.indicator().id()).orElseThrow()))
                        .toList();
        return new Evaluation(shown, standing.at(), assessments, Optional.of(plan));
    }

    private boolean hidden(Redaction place) {
        return plan.redacts(place);
    }

    private boolean touched(Indicator i) {
        Set<UUID> marked = new HashSet<>(plan.redactions().stream().map(Redaction::line).toList());
        return marked.contains(i.id())
                || i.parts().stream().map(Part::id).anyMatch(marked::contains);
    }

    private Indicator indicator(Indicator i) {
        if (!touched(i)) return i;
        List<Part> parts = i.parts().stream().map(this::part).toList();
        boolean kept = parts.equals(i.parts());
        return i.change(
                d -> {
                    d.course = course(i.id(), i.course());
                    d.revisions =
                            i.revisions().stream()
                                    .filter(r -> !hidden(target(i.id(), r.before())))
                                    .toList();
                    d.observations =
                            observations(
                                    i.id(),
                                    kept ? withHiddenTotals(i) : Series.of(i).observations());
                    // A total is a value of its own: it stays what it was, though its parts no
                    // longer make it.
                    d.rollUp = kept ? i.rollUp() : RollUp.NONE;
                    d.parts = parts;
                });
    }

    /**
     * The indicator's own figures, and totals that are marked: in their place nothing may be added
     * up again.
     */
    private List<Observation> withHiddenTotals(Indicator i) {
        Stream<Observation> totals =
                Series.of(i).observations().stream()
                        .filter(
                                o ->
                                        !i.observations().contains(o)
                                                && hidden(figure(i.id(), o.period())));
        return Stream.concat(i.observations().stream(), totals).toList();
    }

    private Part part(Part part) {
        Part shown =
                new Part(
                        part.id(),
                        part.name(),
                        course(part.id(), part.course()),
                        observations(part.id(), part.observations()));
        return shown.equals(part) ? part : shown;
    }

    private Course course(UUID line, Course course) {
        return new Course(
                course.milestones().stream().filter(m -> !hidden(target(line, m))).toList());
    }

    private List<Observation> observations(UUID line, List<Observation> observations) {
        return observations.stream()
                .map(o -> hidden(figure(line, o.period())) ? hidden(o) : o)
                .toList();
    }

    /** What was missing stays missing for its own reason. */
    private static Observation hidden(Observation o) {
        return o.reading() instanceof Reading.Value
                ? new Observation(o.period(), o.months(), HIDDEN, o.status(), o.source(), o.note())
                : o;
    }

    private static Redaction figure(UUID line, Period period) {
        return new Redaction.Figures(line, period);
    }

    private static Redaction target(UUID line, Milestone m) {
        return Redaction.Target.of(line, m.role(), m.on());
    }

    /**
     * What needs nothing that is hidden stays: without it, it is the same. It is taken from what is
     * left, so that no figure names a hidden input.
     *
     * @param w the assessment of what is left
     */
    private static Assessment assessment(Assessment a, Assessment w) {
        Indicator i = w.indicator();
        if (i == a.indicator()) return a;
        boolean value =
                a.latest().equals(w.latest())
                        && a.value().equals(w.value())
                        && inputs(a).equals(inputs(w));
        boolean course = a.course().equals(w.course());
        boolean all = value && course;
        return new Assessment(
                a.number(),
                i,
                a.rule(),
                a.at(),
                in(i, a.latest()),
                in(i, a.forecast()),
                value ? w.value() : Optional.empty(),
                value ? w.derived() : a.derived().map(Redacted::withheld),
                all ? w.attainment() : withheld(a.attainment()),
                all ? w.progress() : withheld(a.progress()),
                a.timeProgress(),
                course ? a.due() : withheld(a.due()),
                course ? a.progressDue() : withheld(a.progressDue()),
                all ? w.pace() : withheld(a.pace()),
                all ? w.gap() : withheld(a.gap()),
                all ? w.neededPerYear() : withheld(a.neededPerYear()),
                all ? w.achievedPerYear() : withheld(a.achievedPerYear()),
                all ? a.interval() : Optional.empty(),
                all && ground(a).equals(ground(w)) ? a.judgement() : withheld(a.judgement()),
                w.missed());
    }

    /** What the value was computed from, wherever that came from. */
    private static List<BigDecimal> inputs(Assessment a) {
        return a
                .derived()
                .map(f -> f.either(Figure.Known::inputs, _ -> List.<Input>of()))
                .orElse(List.of())
                .stream()
                .map(Input::amount)
                .toList();
    }

    private static Optional<Judgement.Ground> ground(Assessment a) {
        return a.judgement() instanceof Judged judged
                ? Optional.of(judged.ground())
                : Optional.empty();
    }

    /** The observation as it stands in what is shown. */
    private static Optional<Observation> in(Indicator shown, Optional<Observation> of) {
        return of.map(
                o ->
                        shown.observations().stream()
                                .filter(
                                        x ->
                                                x.period().equals(o.period())
                                                        && x.forecast() == o.forecast())
                                .findFirst()
                                .orElse(o));
    }

    private static Figure withheld(Figure figure) {
        return figure instanceof Figure.Known known
                ? new Figure.Unknown(known.formula(), Reason.of(Cause.WITHHELD))
                : figure;
    }

    private static Judgement withheld(Judgement judgement) {
        if (!(judgement instanceof Judged judged)) return judgement;
        Optional<VerdictRule.Band> band =
                judged.ground() instanceof Judgement.InBand in
                        ? Optional.of(in.band())
                        : Optional.empty();
        return new Judged(
                judged.verdict(),
                new Judgement.Withheld(band, judged.passOrFail(), judged.isFinal()),
                judged.remarks().stream().filter(HARMLESS::contains).toList());
    }
}
