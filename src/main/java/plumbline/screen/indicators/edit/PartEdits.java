package plumbline.screen.indicators.edit;

import plumbline.desk.Dialogs;
import plumbline.desk.Workspace;
import plumbline.plan.Indicator;
import plumbline.plan.Part;
import plumbline.plan.Plan;
import plumbline.plan.RollUp;
import plumbline.screen.parts.field.EditAttempt;
import plumbline.words.EditName;
import plumbline.words.Messages;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What can be done to the parts of an indicator; each is one edit. */
public final class PartEdits {
    private final Workspace desk;
    private final Dialogs dialogs;
    private final Messages words;

    public PartEdits(Workspace desk, Dialogs dialogs, Messages words) {
        this.desk = desk;
        this.dialogs = dialogs;
        this.words = words;
    }

    private Optional<Indicator> findIndicator(UUID id) {
        return desk.shownPlan().flatMap(p -> p.findIndicator(id));
    }

    public Optional<Part> findPart(UUID indicator, UUID part) {
        return findIndicator(indicator).flatMap(i -> i.findPart(part));
    }

    /**
     * @return the new part, to be named
     */
    public UUID addNewPart(UUID indicator) {
        List<String> taken = findIndicator(indicator).map(PartEdits::partNames).orElse(List.of());
        int number = taken.size() + 1;
        while (taken.contains(words.sentence("part.new", number))) number++;
        Part added = Part.createNamed(UUID.randomUUID(), words.sentence("part.new", number));
        findIndicator(indicator)
                .ifPresent(
                        i ->
                                desk.editPlan(
                                        EditName.of("part.edit.added", i.name(), added.name()),
                                        p ->
                                                p.withChangedIndicator(
                                                        indicator, x -> x.withPart(added))));
        return added.id();
    }

    /**
     * Adds a part for each of the names, which are separated by 、, commas or lines.
     *
     * @return a sentence where there is no name, or one that is there already or too long; then
     *     nothing is added
     */
    public Optional<String> addPartsNamed(UUID indicator, String names) {
        List<String> wanted =
                Arrays.stream(names.split("[、,，;；\\t\\n]"))
                        .map(String::strip)
                        .filter(n -> !n.isEmpty())
                        .distinct()
                        .toList();
        if (wanted.isEmpty()) return Optional.of(words.sentence("part.name.empty"));
        List<String> taken = findIndicator(indicator).map(PartEdits::partNames).orElse(List.of());
        Optional<String> twice = wanted.stream().filter(taken::contains).findFirst();
        if (twice.isPresent()) return twice.map(n -> words.sentence("part.name.twice", n));
        return EditAttempt.tryEdit(() -> editPlanWithParts(indicator, wanted), words);
    }

    private void editPlanWithParts(UUID indicator, List<String> names) {
        List<Part> added = names.stream().map(n -> Part.createNamed(UUID.randomUUID(), n)).toList();
        findIndicator(indicator)
                .ifPresent(
                        i ->
                                desk.editPlan(
                                        EditName.of(
                                                "part.edit.added",
                                                i.name(),
                                                String.join(words.sentence("wording.list"), names)),
                                        p -> planWithParts(p, indicator, added)));
    }

    private static Plan planWithParts(Plan plan, UUID indicator, List<Part> parts) {
        return plan.withChangedIndicator(
                indicator, i -> parts.stream().reduce(i, Indicator::withPart, (_, b) -> b));
    }

    private static List<String> partNames(Indicator indicator) {
        return indicator.parts().stream().map(Part::name).toList();
    }

    /**
     * @return a sentence where the name is empty, another part's or too long; then nothing is
     *     changed
     */
    public Optional<String> renamePart(UUID indicator, UUID part, String name) {
        String wanted = name.strip();
        if (wanted.isEmpty()) return Optional.of(words.sentence("part.name.empty"));
        boolean twice =
                findIndicator(indicator).stream()
                        .flatMap(i -> i.parts().stream())
                        .anyMatch(p -> p.name().equals(wanted) && !p.id().equals(part));
        if (twice) return Optional.of(words.sentence("part.name.twice", wanted));
        return EditAttempt.tryEdit(
                () ->
                        findIndicator(indicator)
                                .ifPresent(
                                        i ->
                                                desk.editPlan(
                                                        EditName.of(
                                                                "part.edit.renamed",
                                                                i.name(),
                                                                wanted),
                                                        p ->
                                                                p.withChangedIndicatorOrPart(
                                                                        part,
                                                                        x ->
                                                                                x.withChanges(
                                                                                        d ->
                                                                                                d.name =
                                                                                                        wanted)))),
                words);
    }

    /** Asks first where figures or targets would go with it. */
    public void deletePart(UUID indicator, Part part) {
        boolean bare = part.observations().isEmpty() && part.course().milestones().isEmpty();
        if (!bare
                && !dialogs.confirm(
                        words.sentence("part.delete.ask", part.name(), part.observations().size()),
                        words.sentence("part.delete"))) return;
        findIndicator(indicator)
                .ifPresent(
                        i ->
                                desk.editPlan(
                                        EditName.of("part.edit.deleted", i.name(), part.name()),
                                        p ->
                                                p.withChangedIndicator(
                                                        indicator, x -> x.withoutPart(part))));
    }

    /**
     * @param by −1 up, +1 down
     */
    public void movePart(UUID indicator, Part part, int by) {
        findIndicator(indicator)
                .ifPresent(
                        i ->
                                desk.editPlan(
                                        EditName.of("part.edit.moved", i.name(), part.name()),
                                        p ->
                                                p.withChangedIndicator(
                                                        indicator,
                                                        x -> x.withPartMoved(part, by))));
    }

    public Optional<RollUp> findRollUp(UUID indicator) {
        return findIndicator(indicator).map(Indicator::rollUp);
    }

    public void changeRollUp(UUID indicator, RollUp choice) {
        findIndicator(indicator)
                .ifPresent(
                        i ->
                                desk.editPlan(
                                        EditName.of("part.edit.rollUp", i.name()),
                                        p ->
                                                p.withChangedIndicator(
                                                        indicator, x -> x.withRollUp(choice))));
    }
}
