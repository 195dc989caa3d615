package plumbline.screen.overview;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;
import plumbline.assessment.VerdictTally;
import plumbline.checks.PlanChecks;
import plumbline.checks.VerdictWordCheck;
import plumbline.comparison.Comparison;
import plumbline.desk.ScreenPlace;
import plumbline.desk.Workspace;
import plumbline.plan.Department;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Property;
import plumbline.plan.Task;
import plumbline.plan.Verdict;
import plumbline.screen.parts.Activatable;
import plumbline.screen.parts.ActiveBinding;
import plumbline.words.DecisionWording;
import plumbline.words.ExplanationWording;
import plumbline.words.Messages;
import plumbline.words.RulePresets;
import plumbline.words.Wording;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Where the plan stands, at a glance; everything leads to its place. */
public final class OverviewViewModel {
    private static final int DUE_WITHIN_DAYS = 90;

    /** A count of a verdict, with the first indicator it counts. */
    record Count(Optional<Verdict> verdict, String word, int count, Optional<UUID> first) {}

    record TallyRow(String name, List<Count> counts, String share) {}

    record Attention(
            UUID id,
            String name,
            Optional<Verdict> verdict,
            String word,
            String reason,
            Optional<String> byHand) {}

    record TaskLine(UUID id, String title, String due, boolean overdue) {}

    record Gap(UUID indicator, String period, String names) {}

    record Page(
            String headline,
            List<TallyRow> tallies,
            List<Attention> attention,
            List<TaskLine> tasks,
            List<Gap> gaps,
            String noGaps,
            String checks,
            boolean empty) {}

    private final Workspace desk;
    private final Messages words;
    private final VerdictWordCheck.VerdictNames names = RulePresets.chineseVerdictNames();
    private final Wording wording;
    private final ExplanationWording explanation;
    private final DecisionWording decisions;
    private final ReadOnlyObjectWrapper<Optional<Page>> page =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<DateMove>> moved =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ActiveBinding pages;
    private final ActiveBinding moves;

    public OverviewViewModel(Workspace desk, Messages words) {
        this.desk = desk;
        this.words = words;
        this.wording = new Wording(words);
        this.explanation = new ExplanationWording(words);
        this.decisions = new DecisionWording(words);
        this.pages =
                new ActiveBinding(
                        () -> page.set(desk.evaluationProperty().get().map(this::page)),
                        desk.evaluationProperty(),
                        desk.rejectedInputsProperty());
        this.moves =
                new ActiveBinding(
                        this::compareMove,
                        desk.evaluationProperty(),
                        desk.evaluationBeforeMoveProperty());
    }

    /** Follows the desk only while it is seen. */
    Activatable seen() {
        return Activatable.all(pages, moves);
    }

    void close() {
        pages.close();
        moves.close();
    }

    ReadOnlyObjectProperty<Optional<Page>> page() {
        return page.getReadOnlyProperty();
    }

    /**
     * What the last move of the evaluation date has changed, until the next edit or until it is put
     * away.
     */
    ReadOnlyObjectProperty<Optional<DateMove>> moved() {
        return moved.getReadOnlyProperty();
    }

    void forgetMove() {
        desk.forgetEvaluationMove();
    }

    private void compareMove() {
        moved.set(
                desk.evaluationBeforeMoveProperty()
                        .get()
                        .flatMap(
                                before ->
                                        desk.evaluationProperty()
                                                .get()
                                                .filter(
                                                        now ->
                                                                !now.evaluationDate()
                                                                        .equals(
                                                                                before
                                                                                        .evaluationDate()))
                                                .map(
                                                        now ->
                                                                DateMove.of(
                                                                        Comparison.compare(
                                                                                before, now),
                                                                        words))));
    }

    private Page page(Evaluation s) {
        String noGaps =
                words.sentence(
                        s.periodsOver().isEmpty() || s.assessments().isEmpty()
                                ? "overview.gaps.notYet"
                                : "overview.gaps.none");
        return new Page(
                headline(s),
                tallies(s),
                attention(s),
                tasks(s),
                gaps(s),
                noGaps,
                checks(s),
                s.assessments().isEmpty());
    }

    private String checks(Evaluation s) {
        int count = PlanChecks.checkPlan(s, names).size();
        String found =
                count == 0
                        ? words.sentence("check.overview.none")
                        : words.sentence("check.overview", count);
        int unread = desk.rejectedInputsOfPlan().size();
        return unread == 0 ? found : words.sentence("check.unread", unread, found);
    }

    private String headline(Evaluation s) {
        VerdictTally tally = s.tallyAll();
        if (tally.totalCount() == 0) return words.sentence("overview.noIndicators");
        return words.sentence(
                "overview.headline." + tally.coverage(),
                tally.totalCount(),
                tally.onCourseCount(),
                tally.shareOnCourse().map(Wording::formatPercent).orElse(""),
                wording.formatDate(s.evaluationDate()),
                wording.planRuleNames(s.plan()),
                tally.judgedCount());
    }

    private List<TallyRow> tallies(Evaluation s) {
        List<TallyRow> rows = new ArrayList<>();
        rows.add(row(words.sentence("overview.all"), s.assessments()));
        for (Property property : Property.values()) {
            List<Assessment> of =
                    s.assessments().stream()
                            .filter(a -> a.indicator().property() == property)
                            .toList();
            if (!of.isEmpty()) rows.add(row(words.nameOf(property), of));
        }
        for (IndicatorGroup group : s.plan().groups())
            rows.add(row(group.name(), s.assessmentsInGroup(group)));
        return rows;
    }

    private TallyRow row(String name, List<Assessment> of) {
        VerdictTally tally = VerdictTally.forAssessments(of);
        List<Count> counts = new ArrayList<>();
        for (Verdict verdict : Verdict.values())
            add(
                    counts,
                    Optional.of(verdict),
                    wording.commonVerdictName(Optional.of(verdict), of),
                    of);
        add(counts, Optional.empty(), wording.commonVerdictName(Optional.empty(), of), of);
        return new TallyRow(
                name,
                counts,
                words.sentence(
                        "overview.share." + tally.coverage(),
                        tally.onCourseCount(),
                        tally.judgedCount(),
                        tally.unjudgedCount()));
    }

    private static void add(
            List<Count> counts, Optional<Verdict> verdict, String word, List<Assessment> of) {
        List<Assessment> with = of.stream().filter(a -> a.verdict().equals(verdict)).toList();
        if (!with.isEmpty())
            counts.add(
                    new Count(
                            verdict,
                            word,
                            with.size(),
                            with.stream().findFirst().map(a -> a.indicator().id())));
    }

    private List<Attention> attention(Evaluation s) {
        return s.assessmentsNeedingAttention().stream()
                .map(
                        a ->
                                new Attention(
                                        a.indicator().id(),
                                        a.number() + ". " + a.indicator().name(),
                                        a.verdict(),
                                        wording.verdictName(a),
                                        explanation.groundSentence(a),
                                        a.handVerdict()
                                                .map(h -> decisions.handVerdictSentence(h, a))))
                .toList();
    }

    private List<TaskLine> tasks(Evaluation s) {
        List<TaskLine> lines = new ArrayList<>();
        s.plan().taskTree().overdueTasks(s.evaluationDate()).forEach(t -> lines.add(line(t, true)));
        s.plan()
                .taskTree()
                .tasksDueBetween(s.evaluationDate(), s.evaluationDate().plusDays(DUE_WITHIN_DAYS))
                .forEach(t -> lines.add(line(t, false)));
        return lines;
    }

    private TaskLine line(Task t, boolean overdue) {
        String due = t.dueDay().map(wording::formatDate).orElse("");
        return new TaskLine(
                t.id(),
                t.title(),
                words.sentence(overdue ? "overview.task.overdue" : "overview.task.due", due),
                overdue);
    }

    /**
     * Forecasts that should have become figures by now, then the other figures that are missing,
     * period by period.
     */
    private List<Gap> gaps(Evaluation s) {
        List<Evaluation.FigureGap> overdue = s.overdueForecasts();
        List<Gap> lines = new ArrayList<>(lines(overdue, "projection.overdue", s.plan()));
        lines.addAll(
                lines(
                        s.figureGaps().stream().filter(g -> !overdue.contains(g)).toList(),
                        "overview.gap",
                        s.plan()));
        return lines;
    }

    private List<Gap> lines(List<Evaluation.FigureGap> gaps, String key, Plan plan) {
        Map<Period, List<Indicator>> byPeriod =
                gaps.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Evaluation.FigureGap::period,
                                        LinkedHashMap::new,
                                        Collectors.mapping(
                                                Evaluation.FigureGap::indicator,
                                                Collectors.toList())));
        return byPeriod.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(
                        e ->
                                new Gap(
                                        e.getValue().getFirst().id(),
                                        words.sentence(
                                                key,
                                                wording.formatPeriod(e.getKey()),
                                                e.getValue().size()),
                                        explanation.joinNames(
                                                e.getValue().stream()
                                                        .map(i -> owed(i, plan))
                                                        .toList())))
                .toList();
    }

    private String owed(Indicator indicator, Plan plan) {
        return indicator
                .leadDepartment()
                .flatMap(plan::findDepartment)
                .map(Department::name)
                .map(lead -> words.sentence("overview.owed", indicator.name(), lead))
                .orElse(indicator.name());
    }

    void toIndicator(UUID id) {
        desk.selectedIndicatorProperty().set(Optional.of(id));
        desk.placeProperty().set(ScreenPlace.INDICATORS);
    }

    void toIndicators() {
        desk.placeProperty().set(ScreenPlace.INDICATORS);
    }

    void toTask(UUID id) {
        desk.selectedTaskProperty().set(Optional.of(id));
        desk.placeProperty().set(ScreenPlace.TASKS);
    }

    void toChecks() {
        desk.placeProperty().set(ScreenPlace.CHECKS);
    }

    void toTasks() {
        desk.placeProperty().set(ScreenPlace.TASKS);
    }
}
