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
    record TallyCount(
            Optional<Verdict> verdict, String word, int count, Optional<UUID> firstIndicatorId) {}

    record VerdictTallyRow(String name, List<TallyCount> counts, String share) {}

    record AttentionItem(
            UUID id,
            String name,
            Optional<Verdict> verdict,
            String word,
            String reason,
            Optional<String> manualNote) {}

    record DueTaskLine(UUID id, String title, String due, boolean overdue) {}

    record FigureGapLine(UUID indicatorId, String period, String indicatorNames) {}

    record OverviewPage(
            String headline,
            List<VerdictTallyRow> tallies,
            List<AttentionItem> attention,
            List<DueTaskLine> tasks,
            List<FigureGapLine> gaps,
            String noGaps,
            String checksSummary,
            boolean isEmptyPlan) {}

    private final Workspace desk;
    private final Messages words;
    private final VerdictWordCheck.VerdictNames names = RulePresets.chineseVerdictNames();
    private final Wording wording;
    private final ExplanationWording explanation;
    private final DecisionWording decisions;
    private final ReadOnlyObjectWrapper<Optional<OverviewPage>> page =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<EvaluationDateMove>> moved =
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
                        () -> page.set(desk.evaluationProperty().get().map(this::createPage)),
                        desk.evaluationProperty(),
                        desk.rejectedInputsProperty());
        this.moves =
                new ActiveBinding(
                        this::compareMove,
                        desk.evaluationProperty(),
                        desk.evaluationBeforeMoveProperty());
    }

    /** Follows the desk only while it is seen. */
    Activatable activatable() {
        return Activatable.combineActivatables(pages, moves);
    }

    void close() {
        pages.close();
        moves.close();
    }

    ReadOnlyObjectProperty<Optional<OverviewPage>> pageProperty() {
        return page.getReadOnlyProperty();
    }

    /**
     * What the last move of the evaluation date has changed, until the next edit or until it is put
     * away.
     */
    ReadOnlyObjectProperty<Optional<EvaluationDateMove>> dateMoveProperty() {
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
                                                                EvaluationDateMove.fromComparison(
                                                                        Comparison.compare(
                                                                                before, now),
                                                                        words))));
    }

    private OverviewPage createPage(Evaluation s) {
        String noGaps =
                words.sentence(
                        s.periodsOver().isEmpty() || s.assessments().isEmpty()
                                ? "overview.gaps.notYet"
                                : "overview.gaps.none");
        return new OverviewPage(
                headlineSentence(s),
                createTallyRows(s),
                createAttentionItems(s),
                createTaskLines(s),
                createGapLines(s),
                noGaps,
                checksSentence(s),
                s.assessments().isEmpty());
    }

    private String checksSentence(Evaluation s) {
        int count = PlanChecks.checkPlan(s, names).size();
        String found =
                count == 0
                        ? words.sentence("check.overview.none")
                        : words.sentence("check.overview", count);
        int unread = desk.rejectedInputsOfPlan().size();
        return unread == 0 ? found : words.sentence("check.unread", unread, found);
    }

    private String headlineSentence(Evaluation s) {
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

    private List<VerdictTallyRow> createTallyRows(Evaluation s) {
        List<VerdictTallyRow> rows = new ArrayList<>();
        rows.add(createTallyRow(words.sentence("overview.all"), s.assessments()));
        for (Property property : Property.values()) {
            List<Assessment> of =
                    s.assessments().stream()
                            .filter(a -> a.indicator().property() == property)
                            .toList();
            if (!of.isEmpty()) rows.add(createTallyRow(words.nameOf(property), of));
        }
        for (IndicatorGroup group : s.plan().groups())
            rows.add(createTallyRow(group.name(), s.assessmentsInGroup(group)));
        return rows;
    }

    private VerdictTallyRow createTallyRow(String name, List<Assessment> of) {
        VerdictTally tally = VerdictTally.forAssessments(of);
        List<TallyCount> counts = new ArrayList<>();
        for (Verdict verdict : Verdict.values())
            addCount(
                    counts,
                    Optional.of(verdict),
                    wording.commonVerdictName(Optional.of(verdict), of),
                    of);
        addCount(counts, Optional.empty(), wording.commonVerdictName(Optional.empty(), of), of);
        return new VerdictTallyRow(
                name,
                counts,
                words.sentence(
                        "overview.share." + tally.coverage(),
                        tally.onCourseCount(),
                        tally.judgedCount(),
                        tally.unjudgedCount()));
    }

    private static void addCount(
            List<TallyCount> counts, Optional<Verdict> verdict, String word, List<Assessment> of) {
        List<Assessment> with = of.stream().filter(a -> a.verdict().equals(verdict)).toList();
        if (!with.isEmpty())
            counts.add(
                    new TallyCount(
                            verdict,
                            word,
                            with.size(),
                            with.stream().findFirst().map(a -> a.indicator().id())));
    }

    private List<AttentionItem> createAttentionItems(Evaluation s) {
        return s.assessmentsNeedingAttention().stream()
                .map(
                        a ->
                                new AttentionItem(
                                        a.indicator().id(),
                                        a.number() + ". " + a.indicator().name(),
                                        a.verdict(),
                                        wording.verdictName(a),
                                        explanation.groundSentence(a),
                                        a.handVerdict()
                                                .map(h -> decisions.handVerdictSentence(h, a))))
                .toList();
    }

    private List<DueTaskLine> createTaskLines(Evaluation s) {
        List<DueTaskLine> lines = new ArrayList<>();
        s.plan()
                .taskTree()
                .overdueTasks(s.evaluationDate())
                .forEach(t -> lines.add(createTaskLine(t, true)));
        s.plan()
                .taskTree()
                .tasksDueBetween(s.evaluationDate(), s.evaluationDate().plusDays(DUE_WITHIN_DAYS))
                .forEach(t -> lines.add(createTaskLine(t, false)));
        return lines;
    }

    private DueTaskLine createTaskLine(Task t, boolean overdue) {
        String due = t.dueDay().map(wording::formatDate).orElse("");
        return new DueTaskLine(
                t.id(),
                t.title(),
                words.sentence(overdue ? "overview.task.overdue" : "overview.task.due", due),
                overdue);
    }

    /**
     * Forecasts that should have become figures by now, then the other figures that are missing,
     * period by period.
     */
    private List<FigureGapLine> createGapLines(Evaluation s) {
        List<Evaluation.FigureGap> overdue = s.overdueForecasts();
        List<FigureGapLine> lines =
                new ArrayList<>(gapLinesByPeriod(overdue, "projection.overdue", s.plan()));
        lines.addAll(
                gapLinesByPeriod(
                        s.figureGaps().stream().filter(g -> !overdue.contains(g)).toList(),
                        "overview.gap",
                        s.plan()));
        return lines;
    }

    private List<FigureGapLine> gapLinesByPeriod(
            List<Evaluation.FigureGap> gaps, String key, Plan plan) {
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
                                new FigureGapLine(
                                        e.getValue().getFirst().id(),
                                        words.sentence(
                                                key,
                                                wording.formatPeriod(e.getKey()),
                                                e.getValue().size()),
                                        explanation.joinNames(
                                                e.getValue().stream()
                                                        .map(i -> owedFigureName(i, plan))
                                                        .toList())))
                .toList();
    }

    private String owedFigureName(Indicator indicator, Plan plan) {
        return indicator
                .leadDepartment()
                .flatMap(plan::findDepartment)
                .map(Department::name)
                .map(lead -> words.sentence("overview.owed", indicator.name(), lead))
                .orElse(indicator.name());
    }

    void openIndicator(UUID id) {
        desk.selectedIndicatorProperty().set(Optional.of(id));
        desk.placeProperty().set(ScreenPlace.INDICATORS);
    }

    void openIndicators() {
        desk.placeProperty().set(ScreenPlace.INDICATORS);
    }

    void openTask(UUID id) {
        desk.selectedTaskProperty().set(Optional.of(id));
        desk.placeProperty().set(ScreenPlace.TASKS);
    }

    void openChecks() {
        desk.placeProperty().set(ScreenPlace.CHECKS);
    }

    void openTasks() {
        desk.placeProperty().set(ScreenPlace.TASKS);
    }
}
