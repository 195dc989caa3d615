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
public final class Redactor {
    private static final Reading HIDDEN_READING =
            new Reading.Missing(MissingReason.REDACTED, Redaction.REPLACEMENT_TEXT);

    /** Remarks that bound the value no closer than the verdict does. */
    private static final Set<Remark> HARMLESS_REMARKS =
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

    private Redactor(Plan plan) {
        this.plan = plan;
    }

    /** Imports go too: they keep what stood in the plan before. */
    public static Plan redactPlan(Plan plan) {
        if (plan.redactions().isEmpty()) return plan;
        Redactor redacted = new Redactor(plan);
        return plan.withChanges(
                d -> {
                    d.indicators =
                            plan.indicators().stream().map(redacted::redactIndicator).toList();
                    d.importRecords = List.of();
                });
    }

    /** The same object where nothing is marked. */
    public static Evaluation redactEvaluation(Evaluation standing) {
        Plan plan = standing.plan();
        if (plan.redactions().isEmpty()) return standing;
        Plan shown = redactPlan(plan);
        Evaluation without = Evaluation.evaluate(shown, standing.evaluationDate());
        List<Assessment> assessments =
                standing.assessments().stream()
                        .map(
                                a ->
                                        redactAssessment(
                                                a,
                                                without.findAssessment(a.indicator().id())
                                                        .orElseThrow()))
                        .toList();
        return new Evaluation(shown, standing.evaluationDate(), assessments, Optional.of(plan));
    }

    private boolean isHidden(Redaction place) {
        return plan.isRedacted(place);
    }

    private boolean hasRedactions(Indicator i) {
        Set<UUID> marked =
                new HashSet<>(
                        plan.redactions().stream().map(Redaction::indicatorOrPartId).toList());
        return marked.contains(i.id())
                || i.parts().stream().map(Part::id).anyMatch(marked::contains);
    }

    private Indicator redactIndicator(Indicator i) {
        if (!hasRedactions(i)) return i;
        List<Part> parts = i.parts().stream().map(this::redactPart).toList();
        boolean kept = parts.equals(i.parts());
        return i.withChanges(
                d -> {
                    d.course = redactCourse(i.id(), i.course());
                    d.revisions =
                            i.revisions().stream()
                                    .filter(
                                            r ->
                                                    !isHidden(
                                                            targetRedaction(
                                                                    i.id(), r.formerTarget())))
                                    .toList();
                    d.observations =
                            redactObservations(
                                    i.id(),
                                    kept
                                            ? withHiddenTotals(i)
                                            : FigureSeries.forIndicator(i).observations());
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
                FigureSeries.forIndicator(i).observations().stream()
                        .filter(
                                o ->
                                        !i.observations().contains(o)
                                                && isHidden(figureRedaction(i.id(), o.period())));
        return Stream.concat(i.observations().stream(), totals).toList();
    }

    private Part redactPart(Part part) {
        Part shown =
                new Part(
                        part.id(),
                        part.name(),
                        redactCourse(part.id(), part.course()),
                        redactObservations(part.id(), part.observations()));
        return shown.equals(part) ? part : shown;
    }

    private Course redactCourse(UUID line, Course course) {
        return new Course(
                course.milestones().stream()
                        .filter(m -> !isHidden(targetRedaction(line, m)))
                        .toList());
    }

    private List<Observation> redactObservations(UUID line, List<Observation> observations) {
        return observations.stream()
                .map(o -> isHidden(figureRedaction(line, o.period())) ? hideReading(o) : o)
                .toList();
    }

    /** What was missing stays missing for its own reason. */
    private static Observation hideReading(Observation o) {
        return o.reading() instanceof Reading.Value
                ? new Observation(
                        o.period(),
                        o.monthsCovered(),
                        HIDDEN_READING,
                        o.status(),
                        o.source(),
                        o.note())
                : o;
    }

    private static Redaction figureRedaction(UUID line, Period period) {
        return new Redaction.PeriodRedaction(line, period);
    }

    private static Redaction targetRedaction(UUID line, Milestone m) {
        return Redaction.TargetRedaction.forMilestone(line, m.role(), m.day());
    }

    /**
     * What needs nothing that is hidden stays: without it, it is the same. It is taken from what is
     * left, so that no figure names a hidden input.
     *
     * @param w the assessment of what is left
     */
    private static Assessment redactAssessment(Assessment a, Assessment w) {
        Indicator i = w.indicator();
        if (i == a.indicator()) return a;
        boolean value =
                a.latest().equals(w.latest())
                        && a.value().equals(w.value())
                        && inputAmounts(a).equals(inputAmounts(w));
        boolean course = a.courseInForce().equals(w.courseInForce());
        boolean all = value && course;
        return new Assessment(
                a.number(),
                i,
                a.rule(),
                a.evaluationDate(),
                shownObservation(i, a.latest()),
                shownObservation(i, a.forecast()),
                value ? w.value() : Optional.empty(),
                value ? w.derivation() : a.derivation().map(Redactor::withholdFigure),
                all ? w.attainment() : withholdFigure(a.attainment()),
                all ? w.progress() : withholdFigure(a.progress()),
                a.timeProgress(),
                course ? a.due() : withholdFigure(a.due()),
                course ? a.progressDue() : withholdFigure(a.progressDue()),
                all ? w.pace() : withholdFigure(a.pace()),
                all ? w.gap() : withholdFigure(a.gap()),
                all ? w.neededPerYear() : withholdFigure(a.neededPerYear()),
                all ? w.achievedPerYear() : withholdFigure(a.achievedPerYear()),
                all ? a.progressInterval() : Optional.empty(),
                all && findGround(a).equals(findGround(w))
                        ? a.judgement()
                        : withholdGround(a.judgement()),
                w.missedYears());
    }

    /** What the value was computed from, wherever that came from. */
    private static List<BigDecimal> inputAmounts(Assessment a) {
        return a
                .derivation()
                .map(f -> f.foldKnownOrUnknown(Figure.Known::inputs, _ -> List.<FormulaInput>of()))
                .orElse(List.of())
                .stream()
                .map(FormulaInput::amount)
                .toList();
    }

    private static Optional<Judgement.JudgementGround> findGround(Assessment a) {
        return a.judgement() instanceof Judged judged
                ? Optional.of(judged.ground())
                : Optional.empty();
    }

    /** The observation as it stands in what is shown. */
    private static Optional<Observation> shownObservation(
            Indicator shown, Optional<Observation> of) {
        return of.map(
                o ->
                        shown.observations().stream()
                                .filter(
                                        x ->
                                                x.period().equals(o.period())
                                                        && x.isForecast() == o.isForecast())
                                .findFirst()
                                .orElse(o));
    }

    private static Figure withholdFigure(Figure figure) {
        return figure instanceof Figure.Known known
                ? new Figure.Unknown(known.formula(), Reason.forCause(Cause.WITHHELD))
                : figure;
    }

    private static Judgement withholdGround(Judgement judgement) {
        if (!(judgement instanceof Judged judged)) return judgement;
        Optional<VerdictRule.Band> band =
                judged.ground() instanceof Judgement.InBand in
                        ? Optional.of(in.band())
                        : Optional.empty();
        return new Judged(
                judged.verdict(),
                new Judgement.WithheldGround(band, judged.isPassOrFail(), judged.isFinal()),
                judged.remarks().stream().filter(HARMLESS_REMARKS::contains).toList());
    }
}
