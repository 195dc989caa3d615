package plumbline.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * 指标: what is measured, where it must go, and what was reported.
 *
 * @param decimals how many decimals its figures are shown with, 0 to 12
 * @param definition 口径: what exactly is counted
 * @param leadDepartment 牵头科室
 * @param supportingDepartments 责任单位
 * @param course 目标路径 as it was decided last; see {@link #courseInForceOn}
 * @param revisions in the order of their decisions
 */
public record Indicator(
        UUID id,
        UUID groupId,
        String name,
        String unit,
        IndicatorKind kind,
        Reporting reporting,
        Direction direction,
        Optional<Demand> chosenDemand,
        Property property,
        int decimals,
        String definition,
        Optional<UUID> leadDepartment,
        List<UUID> supportingDepartments,
        Optional<RatioTerms> ratio,
        Course course,
        List<Observation> observations,
        RollUp rollUp,
        List<Part> parts,
        List<TargetRevision> revisions,
        Optional<HandVerdict> handVerdict,
        String note) {
    private static final List<String> SHARE_UNITS = List.of("%", "‰", "％", "百分点");

    /** Per volume, of sound, of warmth: half a year's is not half of a year's. */
    private static final List<String> LEVEL_UNITS =
            List.of("/立方米", "/m³", "/m3", "/升", "/L", "分贝", "℃");

    public Indicator {
        name = VisibleText.onOneLine(name);
        unit = VisibleText.onOneLine(unit);
        Objects.requireNonNull(id);
        Objects.requireNonNull(groupId);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(course);
        if (name.isBlank()) throw new IllegalArgumentException("an indicator needs a name");
        Lengths.requireAtMost(name, Lengths.NAME);
        Lengths.requireAtMost(unit, Lengths.UNIT);
        if (decimals < 0 || decimals > Amounts.MOST_DECIMALS)
            throw new IllegalArgumentException("decimals: " + decimals);
        supportingDepartments = List.copyOf(supportingDepartments);
        observations = ObservationRules.requireDistinctCells(observations);
        parts = List.copyOf(parts);
        revisions =
                revisions.stream().sorted(Comparator.comparing(TargetRevision::decidedOn)).toList();
        checkFormerTargets(course, revisions);
    }

    /** A target that was replaced must have fitted what stood beside it. */
    private static void checkFormerTargets(Course course, List<TargetRevision> revisions) {
        Course then = course;
        for (TargetRevision revision : revisions.reversed())
            then = then.withMilestone(revision.formerTarget());
    }

    /** The course in force on a day: a target that was revised later counts as it stood before. */
    public Course courseInForceOn(LocalDate day) {
        Course then = course;
        for (TargetRevision revision : revisions.reversed())
            if (revision.decidedOn().isAfter(day))
                then = then.withMilestone(revision.formerTarget());
        return then;
    }

    /**
     * The target that a revision put in place of the one before; empty if that was deleted since.
     */
    public Optional<Milestone> targetAfterRevision(TargetRevision revision) {
        return revisions.stream()
                .skip(revisions.lastIndexOf(revision) + 1L)
                .filter(r -> r.isRevisionOf(revision.formerTarget()))
                .map(TargetRevision::formerTarget)
                .findFirst()
                .or(() -> course.findMilestoneInSlotOf(revision.formerTarget()));
    }

    /**
     * 目标调整: with the target in place of the one in the same role, which is kept with the reason.
     *
     * @throws IllegalArgumentException if there is no such target, it is the same, or it was
     *     revised later already
     */
    public Indicator withRevisedTarget(
            Milestone next, LocalDate decided, String reason, String decision) {
        Milestone before =
                course.findMilestoneInSlotOf(next)
                        .orElseThrow(() -> new IllegalArgumentException("no target to revise"));
        if (before.equals(next)) throw new IllegalArgumentException("the target stays the same");
        boolean later =
                revisions.stream()
                        .anyMatch(r -> r.isRevisionOf(next) && r.decidedOn().isAfter(decided));
        if (later) throw new IllegalArgumentException("revised later already");
        List<TargetRevision> more = new ArrayList<>(revisions);
        more.add(new TargetRevision(before, decided, reason, decision));
        return withChanges(
                d -> {
                    d.course = course.withMilestone(next);
                    d.revisions = more;
                });
    }

    /**
     * True for the revision that put the present target in place: only that one can be taken back.
     */
    public boolean isLastRevision(TargetRevision revision) {
        return revisions.stream()
                .filter(r -> r.isRevisionOf(revision.formerTarget()))
                .reduce((_, b) -> b)
                .filter(revision::equals)
                .isPresent();
    }

    /**
     * With the target back that stood before its last revision, as if it had never been revised.
     */
    public Indicator withRevisionTakenBack(TargetRevision revision) {
        if (!isLastRevision(revision)) throw new IllegalArgumentException("revised again since");
        List<TargetRevision> fewer = new ArrayList<>(revisions);
        fewer.remove(revisions.lastIndexOf(revision));
        return withChanges(
                d -> {
                    d.course = course.withMilestone(revision.formerTarget());
                    d.revisions = fewer;
                });
    }

    public static Indicator createNamed(UUID id, UUID group, String name) {
        Draft draft = new Draft(id);
        draft.groupId = group;
        draft.name = name;
        return draft.build();
    }

    /** A copy with the changes made to its draft. */
    public Indicator withChanges(Consumer<Draft> changes) {
        Draft draft = new Draft(this);
        changes.accept(draft);
        return draft.build();
    }

    public Indicator withObservation(Observation observation) {
        return withChanges(
                d -> d.observations = ObservationRules.replaceOrAdd(observations, observation));
    }

    /** Without anything for the period, forecast or figure. */
    public Indicator withoutObservations(Period period) {
        return withChanges(
                d ->
                        d.observations =
                                observations.stream()
                                        .filter(o -> !o.period().equals(period))
                                        .toList());
    }

    /** With the part in place of the one of the same id, or after the others. */
    public Indicator withPart(Part part) {
        List<Part> next = new ArrayList<>(parts);
        next.replaceAll(p -> p.id().equals(part.id()) ? part : p);
        if (findPart(part.id()).isEmpty()) next.add(part);
        return withChanges(d -> d.parts = next);
    }

    public Indicator withoutPart(Part part) {
        return withChanges(
                d -> d.parts = parts.stream().filter(p -> !p.id().equals(part.id())).toList());
    }

    /** With the part one place up (−1) or down (+1); unchanged at the edge. */
    public Indicator withPartMoved(Part part, int by) {
        List<Part> next = new ArrayList<>(parts);
        int to = next.indexOf(part) + by;
        if (to < 0 || to >= next.size()) return this;
        next.remove(part);
        next.add(to, part);
        return withChanges(d -> d.parts = next);
    }

    /**
     * In the other direction, or this one: its targets, the former ones and those of its parts ask
     * for the better side.
     */
    public Indicator withDirection(Direction better) {
        return withChanges(
                d -> {
                    d.direction = better;
                    d.course = course.turnedTowards(better);
                    d.parts =
                            parts.stream()
                                    .map(
                                            p ->
                                                    new Part(
                                                            p.id(),
                                                            p.name(),
                                                            p.course().turnedTowards(better),
                                                            p.observations()))
                                    .toList();
                    d.revisions =
                            revisions.stream()
                                    .map(
                                            r ->
                                                    new TargetRevision(
                                                            r.formerTarget().turnedTowards(better),
                                                            r.decidedOn(),
                                                            r.reason(),
                                                            r.decision()))
                                    .toList();
                });
    }

    /** Of another kind. Of what must not happen less is better. */
    public Indicator withKind(IndicatorKind other) {
        Indicator next = withChanges(d -> d.kind = other);
        return other == IndicatorKind.ZERO ? next.withDirection(Direction.LOWER) : next;
    }

    /**
     * With a course as it was typed: where no target asks for anything but at most so much, less is
     * better from now on.
     */
    public Indicator withTypedCourse(Course typed) {
        Indicator next = withChanges(d -> d.course = typed);
        List<Milestone> targets =
                Stream.concat(Stream.of(typed), parts.stream().map(Part::course))
                        .flatMap(c -> c.milestones().stream())
                        .filter(m -> m.role() != Milestone.Role.BASELINE)
                        .toList();
        boolean most =
                !targets.isEmpty()
                        && targets.stream()
                                .allMatch(
                                        m ->
                                                m.relation() == Relation.AT_MOST
                                                        || m.relation() == Relation.BELOW);
        return most && direction == Direction.HIGHER ? next.withDirection(Direction.LOWER) : next;
    }

    public Indicator withRollUp(RollUp choice) {
        return withChanges(d -> d.rollUp = choice);
    }

    public Optional<Part> findPart(UUID part) {
        return parts.stream().filter(p -> p.id().equals(part)).findFirst();
    }

    /**
     * A part as if it were an indicator: of the same kind and unit, with its own name, course and
     * figures.
     */
    public Indicator partAsIndicator(Part part) {
        Draft draft = new Draft(part.id());
        draft.groupId = groupId;
        draft.name = part.name();
        draft.unit = unit;
        draft.kind = kind;
        draft.reporting = reporting;
        draft.direction = direction;
        draft.property = property;
        draft.decimals = decimals;
        draft.ratio = ratio;
        draft.course = part.course();
        draft.observations = part.observations();
        return draft.build();
    }

    /**
     * True for a share or a level such as a concentration, which is compared as it is; false for an
     * amount that grows with the months.
     */
    public boolean isShareOrLevel() {
        return ratio.isPresent()
                || SHARE_UNITS.stream().anyMatch(unit::contains)
                || LEVEL_UNITS.stream().anyMatch(unit::endsWith)
                || unit.equals("分");
    }

    /** True where the target is a range to be in, and no course to be on. */
    public boolean isJudgedByRange() {
        return isJudgedByRange(course);
    }

    /** The same of the course that was in force another day. */
    public boolean isJudgedByRange(Course then) {
        return demandOf(then) == Demand.STAY_WITHIN && then.isJudgedByRangeOnly(kind);
    }

    /** What the targets of this indicator ask, as they were decided last. */
    public Demand demand() {
        return demandOf(course);
    }

    /**
     * What the targets of a course of this indicator ask: what the officer chose, where the targets
     * can be asked that; or else a baseline that meets the final target already leaves only to keep
     * it. Of a range the worse border is what is asked, unless the officer says that both sides
     * count.
     */
    public Demand demandOf(Course then) {
        return chosenDemand.filter(d -> isPossible(d, then)).orElseGet(() -> proposedDemand(then));
    }

    /** Asked this from now on; what follows from targets and baseline anyway is not kept. */
    public Indicator withDemand(Demand demand) {
        return withChanges(
                d -> d.chosenDemand = Optional.of(demand).filter(x -> x != proposedDemand(course)));
    }

    /** True where the targets of a course can be asked this: both sides count only of a range. */
    public static boolean isPossible(Demand demand, Course course) {
        return switch (demand) {
            case REACH -> true;
            case KEEP -> course.finalTarget().isPresent();
            case STAY_WITHIN -> course.hasRangeTarget();
        };
    }

    private Demand proposedDemand(Course then) {
        boolean kept = then.towardsWorseBorders(direction).meetsTargetFromTheStart();
        return kept ? Demand.KEEP : Demand.REACH;
    }

    /** The course as it is judged: of ranges with one counting side their worse borders. */
    public Course judgedCourse(Course then) {
        return demandOf(then) == Demand.STAY_WITHIN
                ? then.courseIntoRange()
                : then.towardsWorseBorders(direction);
    }

    /** What the grid shows for a period: the reported figure, or else the forecast. */
    public Optional<Observation> displayedObservation(Period period) {
        return observations.stream()
                .filter(o -> o.period().equals(period))
                .reduce((forecast, figure) -> figure);
    }

    /** The fields of an indicator, open for change while a copy is made. */
    public static final class Draft {
        private final UUID id;
        public UUID groupId;
        public String name = "";
        public String unit = "";
        public IndicatorKind kind = IndicatorKind.STOCK;
        public Reporting reporting = Reporting.TO_DATE;
        public Direction direction = Direction.HIGHER;
        public Optional<Demand> chosenDemand = Optional.empty();
        public Property property = Property.EXPECTED;
        public int decimals;
        public String definition = "";
        public Optional<UUID> leadDepartment = Optional.empty();
        public List<UUID> supportingDepartments = List.of();
        public Optional<RatioTerms> ratio = Optional.empty();
        public Course course = Course.EMPTY;
        public List<Observation> observations = List.of();
        public RollUp rollUp = RollUp.NONE;
        public List<Part> parts = List.of();
        public List<TargetRevision> revisions = List.of();
        public Optional<HandVerdict> handVerdict = Optional.empty();
        public String note = "";

        public Draft(UUID id) {
            this.id = id;
        }

        private Draft(Indicator from) {
            this(from.id);
            groupId = from.groupId;
            name = from.name;
            unit = from.unit;
            kind = from.kind;
            reporting = from.reporting;
            direction = from.direction;
            chosenDemand = from.chosenDemand;
            property = from.property;
            decimals = from.decimals;
            definition = from.definition;
            leadDepartment = from.leadDepartment;
            supportingDepartments = from.supportingDepartments;
            ratio = from.ratio;
            course = from.course;
            observations = from.observations;
            rollUp = from.rollUp;
            parts = from.parts;
            revisions = from.revisions;
            handVerdict = from.handVerdict;
            note = from.note;
        }

        /**
         * @throws IllegalArgumentException if the fields do not make an indicator
         */
        public Indicator build() {
            return new Indicator(
                    id,
                    groupId,
                    name,
                    unit,
                    kind,
                    reporting,
                    direction,
                    chosenDemand,
                    property,
                    decimals,
                    definition,
                    leadDepartment,
                    supportingDepartments,
                    ratio,
                    course,
                    observations,
                    rollUp,
                    parts,
                    revisions,
                    handVerdict,
                    note);
        }
    }
}
