package plumbline.plan.merge;

import plumbline.plan.Course;
import plumbline.plan.Indicator;
import plumbline.plan.TargetRevision;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** What can be said of an indicator, apart from its figures and parts. */
public enum IndicatorField {
    NAME(Indicator::name, (d, i) -> d.name = i.name()),
    UNIT(Indicator::unit, (d, i) -> d.unit = i.unit()),
    KIND(Indicator::kind, (d, i) -> d.kind = i.kind()),
    REPORTING(Indicator::reporting, (d, i) -> d.reporting = i.reporting()),
    DIRECTION(Indicator::direction, (d, i) -> d.direction = i.direction()),
    DEMAND(Indicator::chosenDemand, (d, i) -> d.chosenDemand = i.chosenDemand()),
    PROPERTY(Indicator::property, (d, i) -> d.property = i.property()),
    DECIMALS(Indicator::decimals, (d, i) -> d.decimals = i.decimals()),
    DEFINITION(Indicator::definition, (d, i) -> d.definition = i.definition()),
    LEAD(Indicator::leadDepartment, (d, i) -> d.leadDepartment = i.leadDepartment()),
    SUPPORTING(
            Indicator::supportingDepartments,
            (d, i) -> d.supportingDepartments = i.supportingDepartments()),
    RATIO(Indicator::ratio, (d, i) -> d.ratio = i.ratio()),
    /** With the revisions that led to them. */
    TARGETS(
            i -> new CourseAndRevisions(i.course(), i.revisions()),
            (d, i) -> {
                d.course = i.course();
                d.revisions = i.revisions();
            }),
    ROLL_UP(Indicator::rollUp, (d, i) -> d.rollUp = i.rollUp()),
    HAND_VERDICT(Indicator::handVerdict, (d, i) -> d.handVerdict = i.handVerdict()),
    NOTE(Indicator::note, (d, i) -> d.note = i.note());

    static final Object NO_TARGETS = new CourseAndRevisions(Course.EMPTY, List.of());

    private record CourseAndRevisions(Course course, List<TargetRevision> revisions) {}

    private final Function<Indicator, Object> reader;
    private final BiConsumer<Indicator.Draft, Indicator> copier;

    IndicatorField(Function<Indicator, Object> of, BiConsumer<Indicator.Draft, Indicator> put) {
        this.reader = of;
        this.copier = put;
    }

    /** What an indicator says of it: a text, a constant, an optional, a list, a number. */
    public Object readFrom(Indicator indicator) {
        return reader.apply(indicator);
    }

    /** The indicator as it is, but in this as the other. */
    Indicator copyInto(Indicator into, Indicator from) {
        return into.withChanges(d -> copier.accept(d, from));
    }
}
