package plumbline.screen.overview;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;
import plumbline.assessment.Tally;
import plumbline.checks.Checks;
import plumbline.checks.VerdictWords;
import plumbline.comparison.Comparison;
import plumbline.desk.Place;
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
import plumbline.words.Explanation;
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
    private final VerdictWords.Names names = RulePresets.inChineseTexts();
    private final Wording wording;
    private final Explanation explanation;
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
        this.explanation = new Explanation(words);
        this.decisions = new DecisionWording(words);
        this.pages =
                new ActiveBinding(
                        () -> page.set(desk.standing().get().map(this::page)),
                        desk.standing(),
                        desk.entries());
        this.moves = new ActiveBinding(this::compareMove, desk.standing(), desk.movedFrom());
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
        desk.forgetMove();
    }

    private void compareMove() {
        moved.set(
                desk.movedFrom()
                        .get()
                        .flatMap(
                                before ->
                                        desk.standing()
                                                .get()
                                                .filter(now -> !now.at().equals(before.at()))
                                                .map(
                                                        now ->
                                                                DateMove.of(
                                                                        Comparison.between(
                                                                                before, now),
                                                                        words))));
    }

    private Page page(Evaluation s) {
        String noGaps =
                words.say(
                        s.due().isEmpty() || s.assessments().isEmpty()
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
        int count = Checks.of(s, names).size();
        String found =
                count == 0 ? words.say("check.overview.none") : words.say("check.overview", count);
        int unread = desk.unread().size();
        return unread == 0 ? found : words.say("check.unread", unread, found);
    }

    private String headline(Evaluation s) {
        Tally tally = s.tally();
        return tally.shareOnCourse()
                .map(
                        share ->
                                words.say(
                                        "overview.headline",
                                        tally.total(),
                                        tally.onCourse(),
                                        Wording.percent(share),
                                        wording.date(s.at()),
                                        wording.rules(s.plan())))
                .orElse(words.say("overview.noIndicators"));
    }

    private List<TallyRow> tallies(Evaluation s) {
        List<TallyRow> rows = new ArrayList<>();
        rows.add(row(words.say("overview.all"), s.assessments()));
        for (Property property : Property.values()) {
            List<Assessment> of =
                    s.assessments().stream()
                            .filter(a -> a.indicator().property() == property)
                            .toList();
            if (!of.isEmpty()) rows.add(row(words.say(property), of));
        }
        for (IndicatorGroup group : s.plan().groups()) rows.add(row(group.name(), s.in(group)));
        return rows;
    }

    private TallyRow row(String name, List<Assessment> of) {
        Tally tally = Tally.of(of);
        List<Count> counts = new ArrayList<>();
        for (Verdict verdict : Verdict.values())
            add(counts, Optional.of(verdict), wording.verdict(Optional.of(verdict), of), of);
        add(counts, Optional.empty(), wording.verdict(Optional.empty(), of), of);
        return new TallyRow(
                name, counts, words.say("overview.share", tally.onCourse(), tally.total()));
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
        return s.attention().stream()
                .map(
                        a ->
                                new Attention(
                                        a.indicator().id(),
                                        a.number() + ". " + a.indicator().name(),
                                        a.verdict(),
                                        wording.verdict(a),
                                        explanation.ground(a),
                                        a.byHand().map(h -> decisions.byHand(h, a))))
                .toList();
    }

    private List<TaskLine> tasks(Evaluation s) {
        List<TaskLine> lines = new ArrayList<>();
        s.plan().tasks().overdue(s.at()).forEach(t -> lines.add(line(t, true)));
        s.plan()
                .tasks()
                .due(s.at(), s.at().plusDays(DUE_WITHIN_DAYS))
                .forEach(t -> lines.add(line(t, false)));
        return lines;
    }

    private TaskLine line(Task t, boolean overdue) {
        String due = t.due().map(wording::date).orElse("");
        return new TaskLine(
                t.id(),
                t.title(),
                words.say(overdue ? "overview.task.overdue" : "overview.task.due", due),
                overdue);
    }

    /**
     * Forecasts that should have become figures by now, then the other figures that are missing,
     * period by period.
     */
    private List<Gap> gaps(Evaluation s) {
        List<Evaluation.Gap> overdue = s.overdueForecasts();
        List<Gap> lines = new ArrayList<>(lines(overdue, "projection.overdue", s.plan()));
        lines.addAll(
                lines(
                        s.gaps().stream().filter(g -> !overdue.contains(g)).toList(),
                        "overview.gap",
                        s.plan()));
        return lines;
    }

    private List<Gap> lines(List<Evaluation.Gap> gaps, String key, Plan plan) {
        Map<Period, List<Indicator>> byPeriod =
                gaps.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Evaluation.Gap::period,
                                        LinkedHashMap::new,
                                        Collectors.mapping(
                                                Evaluation.Gap::indicator, Collectors.toList())));
        return byPeriod.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(
                        e ->
                                new Gap(
                                        e.getValue().getFirst().id(),
                                        words.say(
                                                key,
                                                wording.period(e.getKey()),
                                                e.getValue().size()),
                                        explanation.list(
                                                e.getValue().stream()
                                                        .map(i -> owed(i, plan))
                                                        .toList())))
                .toList();
    }

    private String owed(Indicator indicator, Plan plan) {
        return indicator
                .lead()
                .flatMap(plan::department)
                .map(Department::name)
                .map(lead -> words.say("overview.owed", indicator.name(), lead))
                .orElse(indicator.name());
    }

    void toIndicator(UUID id) {
        desk.indicator().set(Optional.of(id));
        desk.place().set(Place.INDICATORS);
    }

    void toIndicators() {
        desk.place().set(Place.INDICATORS);
    }

    void toTask(UUID id) {
        desk.task().set(Optional.of(id));
        desk.place().set(Place.TASKS);
    }

    void toChecks() {
        desk.place().set(Place.CHECKS);
    }

    void toTasks() {
        desk.place().set(Place.TASKS);
    }
}
