package plumbline.screen.indicators.inspector;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;
import plumbline.base.Problem;
import plumbline.chart.Chart;
import plumbline.chart.make.IndicatorCharts;
import plumbline.desk.BackgroundWork;
import plumbline.desk.ScreenPlace;
import plumbline.desk.Workspace;
import plumbline.library.PlanLibrary;
import plumbline.plan.Course;
import plumbline.plan.Demand;
import plumbline.plan.Department;
import plumbline.plan.Direction;
import plumbline.plan.Finding;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Milestone;
import plumbline.plan.Milestone.Role;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.RatioTerms;
import plumbline.plan.Relation;
import plumbline.plan.Snapshot;
import plumbline.plan.TextTooLongException;
import plumbline.screen.indicators.edit.TargetParser;
import plumbline.screen.parts.Activatable;
import plumbline.screen.parts.ActiveBinding;
import plumbline.screen.parts.field.DepartmentNames;
import plumbline.screen.parts.field.EditAttempt;
import plumbline.words.DecisionWording;
import plumbline.words.EditName;
import plumbline.words.ExplanationWording;
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
    record NamedProblem(UUID problem, String sentence) {}

    /** A figure as it is listed: period, value, status, source, note. */
    record FigureEntry(Period period, String name, String value, String source, String note) {}

    /** What happened to a figure: when, by which edit, from what to what. */
    record FigureHistoryEntry(String when, String edit, String change) {}

    /** An indicator, or a part of one, in the plan or the snapshot that is looked at. */
    record InspectedLine(UUID in, UUID line) {}

    private final Workspace desk;
    private final BackgroundWork work;
    private final PlanLibrary library;
    private final Messages words;
    private final Wording wording;
    private final ExplanationWording explanation;
    private final ReadOnlyObjectWrapper<Optional<Assessment>> assessment =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ActiveBinding seen;
    private Optional<BackgroundWork.RunningJob> asking = Optional.empty();

    public InspectorViewModel(
            Workspace desk, BackgroundWork work, PlanLibrary library, Messages words) {
        this.desk = desk;
        this.work = work;
        this.library = library;
        this.words = words;
        this.wording = new Wording(words);
        this.explanation = new ExplanationWording(words);
        this.seen =
                new ActiveBinding(
                        this::computeAssessment,
                        desk.evaluationProperty(),
                        desk.selectedIndicatorProperty());
    }

    /** Follows the desk only while it is seen. */
    Activatable activatable() {
        return seen;
    }

    void close() {
        seen.close();
    }

    private void computeAssessment() {
        assessment.set(
                desk.evaluationProperty()
                        .get()
                        .flatMap(
                                s ->
                                        desk.selectedIndicatorProperty()
                                                .get()
                                                .flatMap(s::findAssessment)));
    }

    OutlookViewModel createOutlookViewModel() {
        return new OutlookViewModel(desk, words);
    }

    RevisionViewModel createRevisionViewModel() {
        return new RevisionViewModel(desk, words);
    }

    HandVerdictViewModel createHandVerdictViewModel() {
        return new HandVerdictViewModel(desk, words);
    }

    ReadOnlyObjectProperty<Optional<Assessment>> assessmentProperty() {
        return assessment.getReadOnlyProperty();
    }

    /** While there is a snapshot to look at, nothing can be changed. */
    ReadOnlyObjectProperty<Optional<Snapshot>> frozenProperty() {
        return desk.shownSnapshotProperty();
    }

    InspectedLine inspectedLine(UUID line) {
        return new InspectedLine(
                desk.shownSnapshotProperty()
                        .get()
                        .map(Snapshot::id)
                        .or(() -> desk.shownPlan().map(Plan::id))
                        .orElseThrow(),
                line);
    }

    /** Empty if it is gone, or something else is looked at. */
    Optional<Indicator> findIndicator(InspectedLine subject) {
        return desk.shownPlan()
                .filter(_ -> inspectedLine(subject.line).equals(subject))
                .flatMap(p -> p.findIndicatorOrPart(subject.line));
    }

    Chart trajectoryChart(Assessment a) {
        return new IndicatorCharts(words).trajectoryChart(currentEvaluation().orElseThrow(), a);
    }

    Optional<Evaluation> currentEvaluation() {
        return desk.evaluationProperty().get();
    }

    String verdictName(Assessment a) {
        return wording.verdictName(a);
    }

    String groundSentence(Assessment a) {
        return explanation.groundSentence(a);
    }

    Optional<String> handVerdictSentence(Assessment a) {
        return a.handVerdict().map(h -> new DecisionWording(words).handVerdictSentence(h, a));
    }

    /** The problems that name the indicator. */
    List<NamedProblem> namedProblems(Assessment a) {
        return desk.shownPlan().stream()
                .flatMap(
                        p ->
                                p.findings().stream()
                                        .filter(f -> f.indicatorIds().contains(a.indicator().id()))
                                        .map(
                                                f ->
                                                        new NamedProblem(
                                                                f.id(),
                                                                problemSentence(
                                                                        f,
                                                                        p.countermeasuresFor(f.id())
                                                                                .size()))))
                .toList();
    }

    private String problemSentence(Finding f, int answers) {
        return answers == 0
                ? words.sentence("inspector.problem.open", f.title())
                : words.sentence("inspector.problem", f.title(), answers);
    }

    void goToProblem(UUID id) {
        desk.selectedIssueProperty().set(Optional.of(id));
        desk.placeProperty().set(ScreenPlace.PROBLEMS);
    }

    List<ExplanationWording.ExplanationStep> explanationSteps(Assessment a) {
        return explanation.explainAssessment(a);
    }

    /** Newest first. */
    List<FigureEntry> figureEntries(Assessment a) {
        Indicator i = a.indicator();
        return i.observations().reversed().stream()
                .map(
                        o ->
                                new FigureEntry(
                                        o.period(),
                                        wording.formatPeriod(o.period()),
                                        wording.observationText(o, i),
                                        explanation.sourceText(o.source()),
                                        o.note()))
                .toList();
    }

    /**
     * What happened to a figure, looked up in the background; a question that is overtaken by the
     * next is not answered.
     */
    void loadFigureHistory(UUID indicator, Period period, Consumer<List<FigureHistoryEntry>> then) {
        UUID plan = desk.shownPlan().orElseThrow().id();
        asking.ifPresent(BackgroundWork.RunningJob::stop);
        asking =
                Optional.of(
                        work.startJob(
                                words.sentence("inspector.history.reading"),
                                progress -> {
                                    progress.reportShareDone(0);
                                    return library.figureHistory(plan, indicator, period);
                                },
                                changes ->
                                        then.accept(
                                                changes.stream()
                                                        .filter(this::isKnownChange)
                                                        .map(this::historyEntryFor)
                                                        .toList())));
    }

    /** A snapshot knows nothing of what came after it. */
    private boolean isKnownChange(PlanLibrary.FigureEdit change) {
        return desk.shownSnapshotProperty()
                .get()
                .map(s -> !change.changedAt().isAfter(s.frozenAt()))
                .orElse(true);
    }

    private FigureHistoryEntry historyEntryFor(PlanLibrary.FigureEdit change) {
        String edit = change.editName().nameIn(words);
        return new FigureHistoryEntry(
                wording.formatMoment(change.changedAt()),
                edit,
                change.before().orElseGet(wording::placeholder)
                        + " → "
                        + change.after().orElseGet(wording::placeholder));
    }

    /** The period, and of a part its name before it. */
    String figureName(Indicator line, Period period) {
        boolean own = desk.shownPlan().flatMap(p -> p.findIndicator(line.id())).isPresent();
        return own
                ? wording.formatPeriod(period)
                : line.name() + " · " + wording.formatPeriod(period);
    }

    /** The indicator, or the part of it that the id names. */
    Optional<Indicator> findIndicatorOrPart(Assessment a, UUID id) {
        return desk.shownPlan()
                .filter(
                        p ->
                                p.findOwner(id)
                                        .map(Indicator::id)
                                        .equals(Optional.of(a.indicator().id())))
                .flatMap(p -> p.findIndicatorOrPart(id));
    }

    void changeNote(UUID indicator, Period period, String note) {
        editIndicator(
                "inspector.note",
                indicator,
                i ->
                        i.displayedObservation(period)
                                .map(
                                        o ->
                                                i.withObservation(
                                                        new Observation(
                                                                period,
                                                                o.monthsCovered(),
                                                                o.reading(),
                                                                o.status(),
                                                                o.source(),
                                                                note.strip())))
                                .orElse(i));
    }

    /**
     * @return a sentence where the number of months does not fit the period
     */
    Optional<String> changeMonths(UUID indicator, Period period, int months) {
        return tryEditIndicator(
                "inspector.months",
                indicator,
                i ->
                        i.displayedObservation(period)
                                .map(
                                        o ->
                                                i.withObservation(
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
    void changeIndicator(String field, UUID indicator, Consumer<Indicator.Draft> change) {
        editIndicator(field, indicator, i -> i.withChanges(change));
    }

    void changeKind(UUID indicator, IndicatorKind kind) {
        editIndicator("inspector.kind", indicator, i -> i.withKind(kind));
    }

    /** Which way is better; the targets ask for that side from now on. */
    void changeDirection(UUID indicator, Direction better) {
        editIndicator("inspector.direction", indicator, i -> i.withDirection(better));
    }

    /** What the targets ask for, where it is another than what follows from them. */
    void changeDemand(UUID indicator, Demand demand) {
        editIndicator("inspector.demand", indicator, i -> i.withDemand(demand));
    }

    /** What the targets ask for, in words; empty where it is not asked. */
    String demandSentence(Indicator indicator) {
        return new DecisionWording(words).demandSentence(indicator);
    }

    /**
     * @return a sentence where the change would break a rule of the plan
     */
    Optional<String> tryChangeIndicator(
            String field, UUID indicator, Consumer<Indicator.Draft> change) {
        return tryEditIndicator(field, indicator, i -> i.withChanges(change));
    }

    private Optional<String> tryEditIndicator(
            String field, UUID indicator, UnaryOperator<Indicator> change) {
        try {
            editIndicator(field, indicator, change);
            return Optional.empty();
        } catch (TextTooLongException refused) {
            return Optional.of(words.problemSentence(Problem.forTooLongText(refused)));
        } catch (IllegalArgumentException _) {
            return refusalSentence(field);
        }
    }

    private void editIndicator(String field, UUID indicator, UnaryOperator<Indicator> change) {
        desk.shownPlan()
                .flatMap(p -> p.findIndicatorOrPart(indicator))
                .ifPresent(
                        i ->
                                desk.editPlan(
                                        EditName.of("edit.cell", i.name(), words.sentence(field)),
                                        p -> p.withChangedIndicatorOrPart(indicator, change)));
    }

    /**
     * Puts the indicator into the group of that name, which is made if there is none.
     *
     * @return a sentence where the name is too long; likewise for the names below
     */
    Optional<String> changeGroup(UUID indicator, String name) {
        String wanted = name.strip();
        if (wanted.isEmpty()) return Optional.empty();
        return tryEditPlan(
                "inspector.group",
                indicator,
                p -> {
                    Optional<IndicatorGroup> known =
                            p.groups().stream().filter(g -> g.name().equals(wanted)).findFirst();
                    IndicatorGroup group =
                            known.orElseGet(() -> new IndicatorGroup(UUID.randomUUID(), wanted));
                    return p.withGroup(group)
                            .withChangedIndicator(
                                    indicator, x -> x.withChanges(d -> d.groupId = group.id()));
                });
    }

    /**
     * Sets the lead department; one that is new is added to the plan. An empty name takes it away.
     */
    Optional<String> changeLead(UUID indicator, String name) {
        return changeDepartments(
                indicator,
                "inspector.lead",
                List.of(name),
                (draft, ids) -> draft.leadDepartment = ids.stream().findFirst());
    }

    /** Sets the supporting departments from names separated by commas. */
    Optional<String> changeSupporting(UUID indicator, String names) {
        return changeDepartments(
                indicator,
                "inspector.supporting",
                Arrays.asList(names.split("[,，、;；]")),
                (draft, ids) -> draft.supportingDepartments = ids);
    }

    private Optional<String> changeDepartments(
            UUID indicator,
            String field,
            List<String> names,
            BiConsumer<Indicator.Draft, List<UUID>> set) {
        List<String> wanted =
                names.stream().map(String::strip).filter(n -> !n.isEmpty()).distinct().toList();
        return tryEditPlan(
                field,
                indicator,
                p -> {
                    Plan known = wanted.stream().reduce(p, Plan::withDepartmentNamed, (_, b) -> b);
                    List<UUID> ids =
                            wanted.stream()
                                    .map(n -> known.findDepartmentByName(n).orElseThrow().id())
                                    .toList();
                    return known.withChangedIndicator(
                            indicator, x -> x.withChanges(d -> set.accept(d, ids)));
                });
    }

    private Optional<String> tryEditPlan(String field, UUID indicator, UnaryOperator<Plan> change) {
        return EditAttempt.tryEdit(
                () ->
                        desk.shownPlan()
                                .flatMap(p -> p.findIndicator(indicator))
                                .ifPresent(
                                        i ->
                                                desk.editPlan(
                                                        EditName.of(
                                                                "edit.cell",
                                                                i.name(),
                                                                words.sentence(field)),
                                                        change)),
                words);
    }

    String leadName(Indicator i) {
        return DepartmentNames.departmentName(desk, i.leadDepartment());
    }

    String supportingNames(Indicator i) {
        return explanation.joinNames(
                desk.shownPlan()
                        .map(
                                p ->
                                        i.supportingDepartments().stream()
                                                .flatMap(id -> p.findDepartment(id).stream())
                                                .map(Department::name)
                                                .toList())
                        .orElse(List.of()));
    }

    List<String> departmentNames() {
        return DepartmentNames.departmentNames(desk);
    }

    List<String> groupNames() {
        return desk.shownPlan()
                .map(p -> p.groups().stream().map(IndicatorGroup::name).toList())
                .orElse(List.of());
    }

    String groupName(Indicator i) {
        return desk.shownPlan()
                .flatMap(p -> p.findGroup(i.groupId()))
                .map(IndicatorGroup::name)
                .orElse("");
    }

    /** A milestone as it is typed. */
    public String formatMilestone(Indicator i, Role role) {
        return i.course().milestones().stream()
                .filter(m -> m.role() == role)
                .findFirst()
                .map(
                        m ->
                                role == Role.BASELINE && m.relation() == Relation.EQUAL
                                        ? wording.milestoneStateText(m.amount(), i)
                                                .orElse(Wording.formatNumber(m.amount()))
                                        : wording.typedTargetText(m, i))
                .orElse("");
    }

    /** On which days baseline, mid-term and final target stand, or would. */
    String milestoneDaysText(Indicator i) {
        Plan plan = desk.evaluationProperty().get().orElseThrow().plan();
        Map<Role, LocalDate> usual =
                Map.of(
                        Role.BASELINE,
                        plan.baselineDay(),
                        Role.MID_TERM,
                        plan.midTermDay(),
                        Role.FINAL,
                        plan.lastDay());
        return Stream.of(Role.BASELINE, Role.MID_TERM, Role.FINAL)
                .map(
                        role ->
                                words.nameOf(role)
                                        + " "
                                        + i.course().milestones().stream()
                                                .filter(m -> m.role() == role)
                                                .findFirst()
                                                .map(Milestone::day)
                                                .orElse(usual.get(role)))
                .collect(Collectors.joining(" · "));
    }

    /** Yearly targets as they are typed: {@code 2021: 15, 2022: ≥20}. */
    public String formatYearlyTargets(Indicator i) {
        return explanation.joinNames(
                i.course().yearlyTargets().stream()
                        .map(m -> TargetParser.formatDueDate(m) + ": " + wording.targetText(m))
                        .toList());
    }

    /**
     * @return a sentence where the text is no target; then nothing is changed
     */
    public Optional<String> changeTarget(Indicator i, Role role, String text) {
        return tryChangeCourse(
                "inspector.target." + role.name(),
                i,
                () -> TargetParser.parseTargetEdit(i, role, text, desk.shownPlan().orElseThrow()));
    }

    /**
     * @return a sentence where the text is not a list of years and targets; then nothing is changed
     */
    public Optional<String> changeYearlyTargets(Indicator i, String text) {
        return tryChangeCourse(
                "inspector.target.YEARLY",
                i,
                () -> {
                    Course course = TargetParser.parseYearlyTargets(i, text);
                    return x -> x.withTypedCourse(course);
                });
    }

    /** Reads what was typed of a course. */
    @FunctionalInterface
    private interface IndicatorEditParser {
        UnaryOperator<Indicator> parseEdit() throws Problem;
    }

    private Optional<String> tryChangeCourse(String field, Indicator i, IndicatorEditParser typed) {
        try {
            return tryEditIndicator(field, i.id(), typed.parseEdit());
        } catch (Problem problem) {
            return Optional.of(words.problemSentence(problem));
        } catch (IllegalArgumentException _) {
            return refusalSentence(field);
        }
    }

    private Optional<String> refusalSentence(String field) {
        return Optional.of(words.sentence("indicators.refused", words.sentence(field)));
    }

    /** Whether a target is worded 争取 or 力争. */
    boolean isStriving(Indicator i) {
        return i.course().finalTarget().filter(Milestone::striving).isPresent();
    }

    void changeStriving(Indicator i, boolean striving) {
        i.course()
                .finalTarget()
                .ifPresent(
                        m ->
                                changeIndicator(
                                        "inspector.striving",
                                        i.id(),
                                        d ->
                                                d.course =
                                                        i.course()
                                                                .withMilestone(
                                                                        new Milestone(
                                                                                m.role(),
                                                                                m.day(),
                                                                                m.amount(),
                                                                                m.relation(),
                                                                                m.bound(),
                                                                                striving))));
    }

    /** Both parts of a ratio; two empty texts take it away. */
    Optional<String> changeRatio(UUID indicator, String numerator, String denominator) {
        boolean none = numerator.isBlank() && denominator.isBlank();
        return tryChangeIndicator(
                "inspector.ratio",
                indicator,
                d ->
                        d.ratio =
                                none
                                        ? Optional.empty()
                                        : Optional.of(
                                                new RatioTerms(
                                                        numerator.strip(), denominator.strip())));
    }

    String nameOfConstant(Enum<?> constant) {
        return words.nameOf(constant);
    }
}
