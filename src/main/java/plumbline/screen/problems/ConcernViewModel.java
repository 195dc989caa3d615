package plumbline.screen.problems;

import plumbline.assessment.Assessment;
import plumbline.base.Problem;
import plumbline.desk.ScreenPlace;
import plumbline.desk.Workspace;
import plumbline.plan.Countermeasure;
import plumbline.plan.Finding;
import plumbline.plan.Issue;
import plumbline.plan.Plan;
import plumbline.plan.Quantity;
import plumbline.plan.Task;
import plumbline.plan.Verdict;
import plumbline.screen.parts.field.Attempt;
import plumbline.screen.parts.field.Departments;
import plumbline.screen.parts.field.QuantityText;
import plumbline.words.EditName;
import plumbline.words.Messages;
import plumbline.words.Wording;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * What is said of one problem or countermeasure, and what can be said anew. Nothing is changed of
 * one that is gone.
 */
final class ConcernViewModel {

    /** What a problem or a measure can be linked to; only a measure to problems. */
    enum Touch {
        PROBLEM,
        INDICATOR,
        TASK
    }

    /**
     * @param verdict of an indicator, with its {@code word}, empty for anything else
     */
    record Link(
            UUID id,
            String name,
            int level,
            boolean chosen,
            Optional<Verdict> verdict,
            String word) {}

    private final Workspace desk;
    private final Messages words;
    private final Wording wording;

    ConcernViewModel(Workspace desk, Messages words) {
        this.desk = desk;
        this.words = words;
        this.wording = new Wording(words);
    }

    Optional<Issue> concern(UUID id) {
        return desk.shownPlan().flatMap(p -> p.findIssue(id));
    }

    Optional<Countermeasure> measure(UUID id) {
        return concern(id).filter(Countermeasure.class::isInstance).map(Countermeasure.class::cast);
    }

    /** The word for what it is. */
    String kind(Issue c) {
        return ProblemRows.kind(c, words);
    }

    private void edit(String what, Issue c, UnaryOperator<Plan> change) {
        String kind = c instanceof Finding ? "edit.problem." : "edit.measure.";
        desk.editPlan(EditName.of(kind + what, c.title()), change);
    }

    private void change(String what, UUID id, UnaryOperator<Issue> change) {
        concern(id).ifPresent(c -> edit(what, c, p -> p.withIssue(change.apply(c))));
    }

    private void changeMeasure(UUID id, UnaryOperator<Countermeasure> change) {
        measure(id).ifPresent(c -> edit("changed", c, p -> p.withIssue(change.apply(c))));
    }

    /** After the other one, or last. */
    void add(Issue added, Optional<UUID> after) {
        edit(
                "added",
                added,
                p ->
                        after.map(other -> p.withIssue(added).withIssueMoved(added.id(), 1, other))
                                .orElseGet(() -> p.withIssue(added)));
    }

    /** Before (−1) or after (+1) the other one. */
    void move(Issue c, int by, UUID beside) {
        edit("moved", c, p -> p.withIssueMoved(c.id(), by, beside));
    }

    void delete(Issue c) {
        edit("deleted", c, p -> p.withoutIssue(c));
    }

    /**
     * @return a sentence where the title is too long to be kept
     */
    Optional<String> rename(UUID id, String title) {
        return Attempt.of(
                () ->
                        change(
                                "renamed",
                                id,
                                c -> c.withWording(title.strip(), c.description(), c.quantities())),
                words);
    }

    /** What is said of it; nothing if it is gone. */
    Optional<String> text(UUID id) {
        return concern(id).map(Issue::description);
    }

    void text(UUID id, String text) {
        change("changed", id, c -> c.withWording(c.title(), text.strip(), c.quantities()));
    }

    List<String> departments() {
        return Departments.names(desk);
    }

    /**
     * The name of the department that leads a measure, empty where there is none; nothing if it is
     * gone.
     */
    Optional<String> lead(UUID id) {
        return measure(id).map(c -> Departments.name(desk, c.leadDepartment()));
    }

    /**
     * The department of that name; one that is new is added to the plan, an empty name takes the
     * lead away.
     *
     * @return a sentence where the name is too long
     */
    Optional<String> lead(UUID id, String name) {
        return Attempt.of(
                () ->
                        measure(id)
                                .ifPresent(
                                        c ->
                                                edit(
                                                        "changed",
                                                        c,
                                                        plan ->
                                                                Departments.put(
                                                                        name,
                                                                        plan,
                                                                        (p, lead) ->
                                                                                p.withIssue(
                                                                                        c
                                                                                                .withLeadAndDueDay(
                                                                                                        lead,
                                                                                                        c
                                                                                                                .dueDay()))))),
                words);
    }

    void due(UUID id, Optional<LocalDate> due) {
        changeMeasure(id, c -> c.withLeadAndDueDay(c.leadDepartment(), due));
    }

    // quantities

    /** A quantity as it is read. */
    String quantity(Quantity quantity) {
        return wording.quantityText(quantity);
    }

    QuantityText typed(Quantity quantity) {
        return QuantityText.of(quantity, wording);
    }

    /**
     * Takes a quantity in place of another one, or as a new one.
     *
     * @return a sentence where it is refused; then nothing is changed
     */
    Optional<String> quantity(UUID id, Optional<Quantity> instead, QuantityText typed) {
        return Attempt.of(
                () -> {
                    if (typed.blank()) throw new Problem("problems.quantity.empty");
                    Quantity read = typed.read();
                    change(
                            "changed",
                            id,
                            c ->
                                    c.withWording(
                                            c.title(),
                                            c.description(),
                                            replaced(c.quantities(), instead, read)));
                },
                words);
    }

    private static List<Quantity> replaced(
            List<Quantity> all, Optional<Quantity> instead, Quantity next) {
        List<Quantity> list = new ArrayList<>(all);
        int at = instead.map(list::indexOf).orElse(-1);
        if (at >= 0) list.set(at, next);
        else list.add(next);
        return list;
    }

    void remove(UUID id, Quantity quantity) {
        change(
                "changed",
                id,
                c -> {
                    List<Quantity> left = new ArrayList<>(c.quantities());
                    left.remove(quantity);
                    return c.withWording(c.title(), c.description(), left);
                });
    }

    // links

    /** All there is to be linked, in its order; those that are linked are chosen. */
    List<Link> links(UUID id, Touch touch) {
        List<UUID> chosen = concern(id).map(c -> linked(c, touch)).orElse(List.of());
        return switch (touch) {
            case PROBLEM ->
                    desk.shownPlan().stream()
                            .flatMap(p -> p.findings().stream())
                            .map(
                                    f ->
                                            new Link(
                                                    f.id(),
                                                    f.title(),
                                                    0,
                                                    chosen.contains(f.id()),
                                                    Optional.empty(),
                                                    ""))
                            .toList();
            case INDICATOR ->
                    desk.evaluationProperty().get().stream()
                            .flatMap(s -> s.assessments().stream())
                            .map(a -> link(a, chosen))
                            .toList();
            case TASK ->
                    desk.shownPlan().stream()
                            .flatMap(p -> p.taskTree().tasksInOrder().stream())
                            .map(t -> link(t, chosen))
                            .toList();
        };
    }

    private Link link(Assessment a, List<UUID> chosen) {
        return new Link(
                a.indicator().id(),
                ProblemRows.name(a),
                0,
                chosen.contains(a.indicator().id()),
                a.verdict(),
                wording.verdictName(a));
    }

    private static Link link(Task t, List<UUID> chosen) {
        return new Link(
                t.id(), t.title(), t.level(), chosen.contains(t.id()), Optional.empty(), "");
    }

    private static List<UUID> linked(Issue c, Touch touch) {
        return switch (touch) {
            case PROBLEM -> c instanceof Countermeasure m ? m.findingIds() : List.of();
            case INDICATOR -> c.indicatorIds();
            case TASK -> c.taskIds();
        };
    }

    /** Links it, or takes the link away. */
    void toggle(UUID id, Touch touch, UUID target) {
        concern(id)
                .ifPresent(
                        c -> {
                            List<UUID> next = new ArrayList<>(linked(c, touch));
                            if (!next.remove(target)) next.add(target);
                            link(id, touch, next);
                        });
    }

    private void link(UUID id, Touch touch, List<UUID> next) {
        switch (touch) {
            case PROBLEM -> changeMeasure(id, c -> c.withFindings(next));
            case INDICATOR -> change("changed", id, c -> c.withLinks(next, c.taskIds()));
            case TASK -> change("changed", id, c -> c.withLinks(c.indicatorIds(), next));
        }
    }

    /** To where it is looked after. */
    void go(Touch touch, UUID target) {
        switch (touch) {
            case PROBLEM -> desk.selectedIssueProperty().set(Optional.of(target));
            case INDICATOR -> {
                desk.selectedIndicatorProperty().set(Optional.of(target));
                desk.placeProperty().set(ScreenPlace.INDICATORS);
            }
            case TASK -> {
                desk.selectedTaskProperty().set(Optional.of(target));
                desk.placeProperty().set(ScreenPlace.TASKS);
            }
        }
    }
}
