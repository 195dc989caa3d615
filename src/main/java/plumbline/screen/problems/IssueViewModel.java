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
import plumbline.screen.parts.field.DepartmentNames;
import plumbline.screen.parts.field.EditAttempt;
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
final class IssueViewModel {

    /** What a problem or a measure can be linked to; only a measure to problems. */
    enum LinkKind {
        PROBLEM,
        INDICATOR,
        TASK
    }

    /**
     * @param verdict of an indicator, with its {@code word}, empty for anything else
     */
    record LinkChoice(
            UUID id,
            String name,
            int level,
            boolean isChosen,
            Optional<Verdict> verdict,
            String word) {}

    private final Workspace desk;
    private final Messages words;
    private final Wording wording;

    IssueViewModel(Workspace desk, Messages words) {
        this.desk = desk;
        this.words = words;
        this.wording = new Wording(words);
    }

    Optional<Issue> findIssue(UUID id) {
        return desk.shownPlan().flatMap(p -> p.findIssue(id));
    }

    Optional<Countermeasure> findCountermeasure(UUID id) {
        return findIssue(id)
                .filter(Countermeasure.class::isInstance)
                .map(Countermeasure.class::cast);
    }

    /** The word for what it is. */
    String kindName(Issue c) {
        return ProblemRows.kindName(c, words);
    }

    private void editIssue(String what, Issue c, UnaryOperator<Plan> change) {
        String kind = c instanceof Finding ? "edit.problem." : "edit.measure.";
        desk.editPlan(EditName.of(kind + what, c.title()), change);
    }

    private void changeIssue(String what, UUID id, UnaryOperator<Issue> change) {
        findIssue(id).ifPresent(c -> editIssue(what, c, p -> p.withIssue(change.apply(c))));
    }

    private void changeCountermeasure(UUID id, UnaryOperator<Countermeasure> change) {
        findCountermeasure(id)
                .ifPresent(c -> editIssue("changed", c, p -> p.withIssue(change.apply(c))));
    }

    /** After the other one, or last. */
    void addIssue(Issue added, Optional<UUID> after) {
        editIssue(
                "added",
                added,
                p ->
                        after.map(other -> p.withIssue(added).withIssueMoved(added.id(), 1, other))
                                .orElseGet(() -> p.withIssue(added)));
    }

    /** Before (−1) or after (+1) the other one. */
    void moveIssue(Issue c, int by, UUID beside) {
        editIssue("moved", c, p -> p.withIssueMoved(c.id(), by, beside));
    }

    void deleteIssue(Issue c) {
        editIssue("deleted", c, p -> p.withoutIssue(c));
    }

    /**
     * @return a sentence where the title is too long to be kept
     */
    Optional<String> renameIssue(UUID id, String title) {
        return EditAttempt.tryEdit(
                () ->
                        changeIssue(
                                "renamed",
                                id,
                                c -> c.withWording(title.strip(), c.description(), c.quantities())),
                words);
    }

    /** What is said of it; nothing if it is gone. */
    Optional<String> findDescription(UUID id) {
        return findIssue(id).map(Issue::description);
    }

    void setDescription(UUID id, String text) {
        changeIssue("changed", id, c -> c.withWording(c.title(), text.strip(), c.quantities()));
    }

    List<String> departmentNames() {
        return DepartmentNames.departmentNames(desk);
    }

    /**
     * The name of the department that leads a measure, empty where there is none; nothing if it is
     * gone.
     */
    Optional<String> findLeadName(UUID id) {
        return findCountermeasure(id)
                .map(c -> DepartmentNames.departmentName(desk, c.leadDepartment()));
    }

    /**
     * The department of that name; one that is new is added to the plan, an empty name takes the
     * lead away.
     *
     * @return a sentence where the name is too long
     */
    Optional<String> setLead(UUID id, String name) {
        return EditAttempt.tryEdit(
                () ->
                        findCountermeasure(id)
                                .ifPresent(
                                        c ->
                                                editIssue(
                                                        "changed",
                                                        c,
                                                        plan ->
                                                                DepartmentNames.withDepartmentNamed(
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

    void setDueDay(UUID id, Optional<LocalDate> due) {
        changeCountermeasure(id, c -> c.withLeadAndDueDay(c.leadDepartment(), due));
    }

    // quantities

    /** A quantity as it is read. */
    String quantityText(Quantity quantity) {
        return wording.quantityText(quantity);
    }

    QuantityText toQuantityText(Quantity quantity) {
        return QuantityText.fromQuantity(quantity, wording);
    }

    /**
     * Takes a quantity in place of another one, or as a new one.
     *
     * @return a sentence where it is refused; then nothing is changed
     */
    Optional<String> saveQuantity(UUID id, Optional<Quantity> instead, QuantityText typed) {
        return EditAttempt.tryEdit(
                () -> {
                    if (typed.isBlankText()) throw new Problem("problems.quantity.empty");
                    Quantity read = typed.parseQuantity();
                    changeIssue(
                            "changed",
                            id,
                            c ->
                                    c.withWording(
                                            c.title(),
                                            c.description(),
                                            withQuantityReplaced(c.quantities(), instead, read)));
                },
                words);
    }

    private static List<Quantity> withQuantityReplaced(
            List<Quantity> all, Optional<Quantity> instead, Quantity next) {
        List<Quantity> list = new ArrayList<>(all);
        int at = instead.map(list::indexOf).orElse(-1);
        if (at >= 0) list.set(at, next);
        else list.add(next);
        return list;
    }

    void removeQuantity(UUID id, Quantity quantity) {
        changeIssue(
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
    List<LinkChoice> linkChoices(UUID id, LinkKind touch) {
        List<UUID> chosen = findIssue(id).map(c -> linkedIds(c, touch)).orElse(List.of());
        return switch (touch) {
            case PROBLEM ->
                    desk.shownPlan().stream()
                            .flatMap(p -> p.findings().stream())
                            .map(
                                    f ->
                                            new LinkChoice(
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
                            .map(a -> indicatorLink(a, chosen))
                            .toList();
            case TASK ->
                    desk.shownPlan().stream()
                            .flatMap(p -> p.taskTree().tasksInOrder().stream())
                            .map(t -> taskLink(t, chosen))
                            .toList();
        };
    }

    private LinkChoice indicatorLink(Assessment a, List<UUID> chosen) {
        return new LinkChoice(
                a.indicator().id(),
                ProblemRows.indicatorName(a),
                0,
                chosen.contains(a.indicator().id()),
                a.verdict(),
                wording.verdictName(a));
    }

    private static LinkChoice taskLink(Task t, List<UUID> chosen) {
        return new LinkChoice(
                t.id(), t.title(), t.level(), chosen.contains(t.id()), Optional.empty(), "");
    }

    private static List<UUID> linkedIds(Issue c, LinkKind touch) {
        return switch (touch) {
            case PROBLEM -> c instanceof Countermeasure m ? m.findingIds() : List.of();
            case INDICATOR -> c.indicatorIds();
            case TASK -> c.taskIds();
        };
    }

    /** Links it, or takes the link away. */
    void toggleLink(UUID id, LinkKind touch, UUID target) {
        findIssue(id)
                .ifPresent(
                        c -> {
                            List<UUID> next = new ArrayList<>(linkedIds(c, touch));
                            if (!next.remove(target)) next.add(target);
                            setLinks(id, touch, next);
                        });
    }

    private void setLinks(UUID id, LinkKind touch, List<UUID> next) {
        switch (touch) {
            case PROBLEM -> changeCountermeasure(id, c -> c.withFindings(next));
            case INDICATOR -> changeIssue("changed", id, c -> c.withLinks(next, c.taskIds()));
            case TASK -> changeIssue("changed", id, c -> c.withLinks(c.indicatorIds(), next));
        }
    }

    /** To where it is looked after. */
    void openLinked(LinkKind touch, UUID target) {
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
