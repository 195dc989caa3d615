package plumbline.screen.indicators.inspector;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;
import plumbline.base.Problem;
import plumbline.chart.Chart;
import plumbline.chart.make.IndicatorCharts;
import plumbline.desk.BackgroundWork;
import plumbline.desk.Place;
import plumbline.desk.Workspace;
import plumbline.library.Library;
import plumbline.plan.Course;
import plumbline.plan.Department;
import plumbline.plan.Direction;
import plumbline.plan.Finding;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.Kind;
import plumbline.plan.Milestone;
import plumbline.plan.Milestone.Role;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.RatioOf;
import plumbline.plan.Relation;
import plumbline.plan.Snapshot;
import plumbline.plan.TooLong;
import plumbline.screen.indicators.edit.TypedTarget;
import plumbline.screen.parts.Activatable;
import plumbline.screen.parts.ActiveBinding;
import plumbline.screen.parts.field.Attempt;
import plumbline.screen.parts.field.Departments;
import plumbline.words.DecisionWording;
import plumbline.words.EditName;
import plumbline.words.Explanation;
import plumbline.words.Messages;
import plumbline.words.Wording;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The indicator that is looked at: its chart, why its verdict, its fields, where its figures come
 * from.
 */
public final class InspectorViewModel {

    /** A problem the indicator is named in, as it is told in one line. */
    record Obstacle(UUID problem, String sentence) {}

    /** A figure as it is listed: period, value, status, source, note. */
    record Figure(Period period, String name, String value, String source, String note) {}

    /** What happened to a figure: when, by which edit, from what to what. */
    record Past(String when, String edit, String change) {}

    /** An indicator, or a part of one, in the plan or the snapshot that is looked at. */
    record Subject(UUID in, UUID line) {}

    private final Workspace desk;
    private final BackgroundWork work;
    private final Library library;
    private final Messages words;
    private final Wording wording;
    private final Explanation explanation;
    private final ReadOnlyObjectWrapper<Optional<Assessment>> assessment =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ActiveBinding seen;
    private Optional<BackgroundWork.Running> asking = Optional.empty();

    public InspectorViewModel(
            Workspace desk, BackgroundWork work, Library library, Messages words) {
        this.desk = desk;
        this.work = work;
        this.library = library;
        this.words = words;
        this.wording = new Wording(words);
        this.explanation = new Explanation(words);
        this.seen = new ActiveBinding(this::compute, desk.standing(), desk.indicator());
    }

    /** Follows the desk only while it is seen. */
    Activatable seen() {
        return seen;
    }

    void close() {
        seen.close();
    }

    private void compute() {
        assessment.set(desk.standing().get().flatMap(s -> desk.indicator().get().flatMap(s::of)));
    }

    OutlookViewModel ahead() {
        return new OutlookViewModel(desk, words);
    }

    RevisionViewModel revisions() {
        return new RevisionViewModel(desk, words);
    }

    HandVerdictViewModel handVerdict() {
        return new HandVerdictViewModel(desk, words);
    }

    ReadOnlyObjectProperty<Optional<Assessment>> assessment() {
        return assessment.getReadOnlyProperty();
    }

    /** While there is a snapshot to look at, nothing can be changed. */
    ReadOnlyObjectProperty<Optional<Snapshot>> frozen() {
        return desk.frozen();
    }

    Subject subject(UUID line) {
        return new Subject(
                desk.frozen()
                        .get()
                        .map(Snapshot::id)
                        .or(() -> desk.plan().map(Plan::id))
                        .orElseThrow(),
                line);
    }

    /** Empty if it is gone, or something else is looked at. */
    Optional<Indicator> indicator(Subject subject) {
        return desk.plan()
                .filter(_ -> subject(subject.line).equals(subject))
                .flatMap(p -> p.line(subject.line));
    }

    Chart chart(Assessment a) {
        return new IndicatorCharts(words).trajectoryChart(standing().orElseThrow(), a);
    }

    Optional<Evaluation> standing() {
        return desk.standing().get();
    }

    String verdict(Assessment a) {
        return wording.verdict(a);
    }

    String ground(Assessment a) {
        return explanation.ground(a);
    }

    Optional<String> byHand(Assessment a) {
        return a.byHand().map(h -> new DecisionWording(words).byHand(h, a));
    }

    /** The problems that name the indicator. */
    List<Obstacle> obstacles(Assessment a) {
        return desk.plan().stream()
                .flatMap(
                        p ->
                                p.findings().stream()
                                        .filter(f -> f.indicators().contains(a.indicator().id()))
                                        .map(
                                                f ->
                                                        new Obstacle(
                                                                f.id(),
                                                                obstacle(
                                                                        f,
                                                                        p.answers(f.id()).size()))))
                .toList();
    }

    private String obstacle(Finding f, int answers) {
        return answers == 0
                ? words.say("inspector.problem.open", f.title())
                : words.say("inspector.problem", f.title(), answers);
    }

    void toProblem(UUID id) {
        desk.concern().set(Optional.of(id));
        desk.place().set(Place.PROBLEMS);
    }

    List<Explanation.Step> steps(Assessment a) {
        return explanation.steps(a);
    }

    /** Newest first. */
    List<Figure> figures(Assessment a) {
        Indicator i = a.indicator();
        return i.observations().reversed().stream()
                .map(
                        o ->
                                new Figure(
                                        o.period(),
                                        wording.period(o.period()),
                                        wording.observation(o, i),
                                        explanation.source(o.source()),
                                        o.note()))
                .toList();
    }

    /**
     * What happened to a figure, looked up in the background; a question that is overtaken by the
     * next is not answered.
     */
    void history(UUID indicator, Period period, Consumer<List<Past>> then) {
        UUID plan = desk.plan().orElseThrow().id();
        asking.ifPresent(BackgroundWork.Running::stop);
        asking =
                Optional.of(
                        work.start(
                                words.say("inspector.history.reading"),
                                progress -> {
                                    progress.reached(0);
                                    return library.history(plan, indicator, period);
                                },
                                changes ->
                                        then.accept(
                                                changes.stream()
                                                        .filter(this::known)
                                                        .map(this::past)
                                                        .toList())));
    }

    /** A snapshot knows nothing of what came after it. */
    private boolean known(Library.Change change) {
        return desk.frozen().get().map(s -> !change.at().isAfter(s.frozen())).orElse(true);
    }

    private Past past(Library.Change change) {
        String edit = change.edit().in(words);
        return new Past(
                wording.moment(change.at()),
                edit,
                change.before().orElseGet(wording::none)
                        + " → "
                        + change.after().orElseGet(wording::none));
    }

    /** The period, and of a part its name before it. */
    String figureName(Indicator line, Period period) {
        boolean own = desk.plan().flatMap(p -> p.indicator(line.id())).isPresent();
        return own ? wording.period(period) : line.name() + " · " + wording.period(period);
    }

    /** The indicator, or the part of it that the id names. */
    Optional<Indicator> line(Assessment a, UUID id) {
        return desk.plan()
                .filter(
                        p ->
                                p.ownerOf(id)
                                        .map(Indicator::id)
                                        .equals(Optional.of(a.indicator().id())))
                .flatMap(p -> p.line(id));
    }

    void note(UUID indicator, Period period, String note) {
        edit(
                "inspector.note",
                indicator,
                i ->
                        i.shown(period)
                                .map(
                                        o ->
                                                i.with(
                                                        new Observation(
                                                                period,
                                                                o.months(),
                                                                o.reading(),
                                                                o.status(),
                                                                o.source(),
                                                                note.strip())))
                                .orElse(i));
    }

    /**
     * @return a sentence where the number of months does not fit the period
     */
    Optional<String> months(UUID indicator, Period period, int months) {
        return trying(
                "inspector.months",
                indicator,
                i ->
                        i.shown(period)
                                .map(
                                        o ->
                                                i.with(
                                                        new Observation(
                                                                period,
                                                                months,
                                                                o.reading(),
                                                                o.status(),
                                                                o.source(),
                                                                o.note())))
                                .orElse(i));
    }

    /** Changes one field as one edit. */
    void change(String field, UUID indicator, Consumer<Indicator.Draft> change) {
        edit(field, indicator, i -> i.change(change));
    }

    void kind(UUID indicator, Kind kind) {
        edit("inspector.kind", indicator, i -> i.with(kind));
    }

    /** Which way is better; the targets ask for that side from now on. */
    void direction(UUID indicator, Direction better) {
        edit("inspector.direction", indicator, i -> i.with(better));
    }

    /**
     * @return a sentence where the change would break a rule of the plan
     */
    Optional<String> tryChange(String field, UUID indicator, Consumer<Indicator.Draft> change) {
        return trying(field, indicator, i -> i.change(change));
    }

    private Optional<String> trying(String field, UUID indicator, UnaryOperator<Indicator> change) {
        try {
            edit(field, indicator, change);
            return Optional.empty();
        } catch (TooLong refused) {
            return Optional.of(words.say(Problem.of(refused)));
        } catch (IllegalArgumentException _) {
            return refused(field);
        }
    }

    private void edit(String field, UUID indicator, UnaryOperator<Indicator> change) {
        desk.plan()
                .flatMap(p -> p.line(indicator))
                .ifPresent(
                        i ->
                                desk.edit(
                                        EditName.of("edit.cell", i.name(), words.say(field)),
                                        p -> p.changeLine(indicator, change)));
    }

    /**
     * Puts the indicator into the group of that name, which is made if there is none.
     *
     * @return a sentence where the name is too long; likewise for the names below
     */
    Optional<String> group(UUID indicator, String name) {
        String wanted = name.strip();
        if (wanted.isEmpty()) return Optional.empty();
        return attempt(
                "inspector.group",
                indicator,
                p -> {
                    Optional<IndicatorGroup> known =
                            p.groups().stream().filter(g -> g.name().equals(wanted)).findFirst();
                    IndicatorGroup group =
                            known.orElseGet(() -> new IndicatorGroup(UUID.randomUUID(), wanted));
                    return p.with(group)
                            .changeIndicator(indicator, x -> x.change(d -> d.group = group.id()));
                });
    }

    /**
     * Sets the lead department; one that is new is added to the plan. An empty name takes it away.
     */
    Optional<String> lead(UUID indicator, String name) {
        return departments(
                indicator,
                "inspector.lead",
                List.of(name),
                (draft, ids) -> draft.lead = ids.stream().findFirst());
    }

    /** Sets the supporting departments from names separated by commas. */
    Optional<String> supporting(UUID indicator, String names) {
        return departments(
                indicator,
                "inspector.supporting",
                Arrays.asList(names.split("[,，、;；]")),
                (draft, ids) -> draft.supporting = ids);
    }

    private Optional<String> departments(
            UUID indicator,
            String field,
            List<String> names,
            BiConsumer<Indicator.Draft, List<UUID>> set) {
        List<String> wanted =
                names.stream().map(String::strip).filter(n -> !n.isEmpty()).distinct().toList();
        return attempt(
                field,
                indicator,
                p -> {
                    Plan known = wanted.stream().reduce(p, Plan::withDepartment, (_, b) -> b);
                    List<UUID> ids =
                            wanted.stream()
                                    .map(n -> known.department(n).orElseThrow().id())
                                    .toList();
                    return known.changeIndicator(indicator, x -> x.change(d -> set.accept(d, ids)));
                });
    }

    private Optional<String> attempt(String field, UUID indicator, UnaryOperator<Plan> change) {
        return Attempt.of(
                () ->
                        desk.plan()
                                .flatMap(p -> p.indicator(indicator))
                                .ifPresent(
                                        i ->
                                                desk.edit(
                                                        EditName.of(
                                                                "edit.cell",
                                                                i.name(),
                                                                words.say(field)),
                                                        change)),
                words);
    }

    String leadName(Indicator i) {
        return Departments.name(desk, i.lead());
    }

    String supportingNames(Indicator i) {
        return explanation.list(
                desk.plan()
                        .map(
                                p ->
                                        i.supporting().stream()
                                                .flatMap(id -> p.department(id).stream())
                                                .map(Department::name)
                                                .toList())
                        .orElse(List.of()));
    }

    List<String> departmentNames() {
        return Departments.names(desk);
    }

    List<String> groupNames() {
        return desk.plan()
                .map(p -> p.groups().stream().map(IndicatorGroup::name).toList())
                .orElse(List.of());
    }

    String groupName(Indicator i) {
        return desk.plan().flatMap(p -> p.group(i.group())).map(IndicatorGroup::name).orElse("");
    }

    /** A milestone as it is typed. */
    public String milestone(Indicator i, Role role) {
        return i.course().milestones().stream()
                .filter(m -> m.role() == role)
                .findFirst()
                .map(
                        m ->
                                role == Role.BASELINE && m.relation() == Relation.EQUAL
                                        ? wording.done(m.amount(), i)
                                                .orElse(Wording.number(m.amount()))
                                        : wording.bare(m, i))
                .orElse("");
    }

    /** On which days baseline, mid-term and final target stand, or would. */
    String days(Indicator i) {
        Plan plan = desk.standing().get().orElseThrow().plan();
        Map<Role, LocalDate> usual =
                Map.of(
                        Role.BASELINE,
                        plan.baselineDay(),
                        Role.MID_TERM,
                        plan.middle(),
                        Role.FINAL,
                        plan.ends());
        return Stream.of(Role.BASELINE, Role.MID_TERM, Role.FINAL)
                .map(
                        role ->
                                words.say(role)
                                        + " "
                                        + i.course().milestones().stream()
                                                .filter(m -> m.role() == role)
                                                .findFirst()
                                                .map(Milestone::on)
                                                .orElse(usual.get(role)))
                .collect(Collectors.joining(" · "));
    }

    /** Yearly targets as they are typed: {@code 2021: 15, 2022: ≥20}. */
    public String yearly(Indicator i) {
        return explanation.list(
                i.course().yearly().stream()
                        .map(m -> TypedTarget.year(m) + ": " + wording.target(m))
                        .toList());
    }

    /**
     * @return a sentence where the text is no target; then nothing is changed
     */
    public Optional<String> target(Indicator i, Role role, String text) {
        return course(
                "inspector.target." + role.name(),
                i,
                () -> TypedTarget.edit(i, role, text, desk.plan().orElseThrow()));
    }

    /**
     * @return a sentence where the text is not a list of years and targets; then nothing is changed
     */
    public Optional<String> yearly(Indicator i, String text) {
        return course(
                "inspector.target.YEARLY",
                i,
                () -> {
                    Course course = TypedTarget.yearly(i, text);
                    return x -> x.aiming(course);
                });
    }

    /** Reads what was typed of a course. */
    @FunctionalInterface
    private interface Reader {
        UnaryOperator<Indicator> read() throws Problem;
    }

    private Optional<String> course(String field, Indicator i, Reader typed) {
        try {
            return trying(field, i.id(), typed.read());
        } catch (Problem problem) {
            return Optional.of(words.say(problem));
        } catch (IllegalArgumentException _) {
            return refused(field);
        }
    }

    private Optional<String> refused(String field) {
        return Optional.of(words.say("indicators.refused", words.say(field)));
    }

    /** Whether a target is worded 争取 or 力争. */
    boolean striving(Indicator i) {
        return i.course().target().filter(Milestone::striving).isPresent();
    }

    void strive(Indicator i, boolean striving) {
        i.course()
                .target()
                .ifPresent(
                        m ->
                                change(
                                        "inspector.striving",
                                        i.id(),
                                        d ->
                                                d.course =
                                                        i.course()
                                                                .with(
                                                                        new Milestone(
                                                                                m.role(),
                                                                                m.on(),
                                                                                m.amount(),
                                                                                m.relation(),
                                                                                m.bound(),
                                                                                striving))));
    }

    /** Both parts of a ratio; two empty texts take it away. */
    Optional<String> ratio(UUID indicator, String numerator, String denominator) {
        boolean none = numerator.isBlank() && denominator.isBlank();
        return tryChange(
                "inspector.ratio",
                indicator,
                d ->
                        d.ratio =
                                none
                                        ? Optional.empty()
                                        : Optional.of(
                                                new RatioOf(
                                                        numerator.strip(), denominator.strip())));
    }

    String word(Enum<?> constant) {
        return words.say(constant);
    }
}
