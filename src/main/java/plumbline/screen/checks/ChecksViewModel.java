package plumbline.screen.checks;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import plumbline.assessment.Evaluation;
import plumbline.checks.Check;
import plumbline.checks.Check.Found;
import plumbline.checks.Check.Severity;
import plumbline.checks.Checks;
import plumbline.checks.VerdictWords;
import plumbline.desk.CellTarget;
import plumbline.desk.Place;
import plumbline.desk.RejectedInput;
import plumbline.desk.Workspace;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Snapshot;
import plumbline.screen.parts.Activatable;
import plumbline.screen.parts.ActiveBinding;
import plumbline.words.CheckWording;
import plumbline.words.EditName;
import plumbline.words.Messages;
import plumbline.words.RulePresets;
import plumbline.words.Wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What was found inside the open plan, by severity; each leads to its cell, some can be mended at
 * once.
 */
public final class ChecksViewModel {

    /**
     * @param repairText what its button says
     */
    record CheckItem(Found finding, String name, String sentence, Optional<String> repairText) {}

    record CheckSection(Severity severity, String heading, List<CheckItem> items) {}

    /** Something typed into the grid and not understood. */
    record RejectedItem(RejectedInput input, String name, String sentence) {}

    private final Workspace desk;
    private final Messages words;
    private final VerdictWords.Names verdictNames = RulePresets.inChineseTexts();
    private final CheckWording wording;
    private final ReadOnlyObjectWrapper<List<CheckSection>> sections =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<RejectedItem>> rejectedItems =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ActiveBinding activeBinding;

    public ChecksViewModel(Workspace desk, Messages words) {
        this.desk = desk;
        this.words = words;
        this.wording = new CheckWording(words);
        this.activeBinding = new ActiveBinding(this::updateChecks, desk.standing(), desk.entries());
    }

    private void updateChecks() {
        rejectedItems.set(desk.unread().stream().map(this::createRejectedItem).toList());
        sections.set(desk.standing().get().map(this::createSections).orElse(List.of()));
    }

    private RejectedItem createRejectedItem(RejectedInput unread) {
        Plan plan = desk.plan().orElseThrow();
        String name =
                plan.line(unread.line())
                        .map(_ -> nameWithNumber(unread.line(), plan))
                        .or(() -> plan.group(unread.line()).map(IndicatorGroup::name))
                        .orElse("");
        return new RejectedItem(
                unread,
                unread.period().map(p -> name + " · " + new Wording(words).period(p)).orElse(name),
                words.say(unread.why()));
    }

    /** What stands in the grid without being understood. */
    ReadOnlyObjectProperty<List<RejectedItem>> rejectedItems() {
        return rejectedItems.getReadOnlyProperty();
    }

    /** Follows the desk only while it is seen. */
    Activatable activatable() {
        return activeBinding;
    }

    void close() {
        activeBinding.close();
    }

    /** While there is a snapshot to look at, nothing can be mended. */
    ReadOnlyObjectProperty<Optional<Snapshot>> shownSnapshot() {
        return desk.frozen();
    }

    /** The worst first; empty if nothing was found. */
    ReadOnlyObjectProperty<List<CheckSection>> sections() {
        return sections.getReadOnlyProperty();
    }

    private List<CheckSection> createSections(Evaluation standing) {
        List<Found> all = Checks.of(standing, verdictNames);
        List<CheckSection> made = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            List<CheckItem> items =
                    all.stream()
                            .filter(f -> f.severity() == severity)
                            .map(f -> createItem(f, standing.plan()))
                            .toList();
            if (!items.isEmpty())
                made.add(
                        new CheckSection(
                                severity,
                                words.say("check.section", wording.of(severity), items.size()),
                                items));
        }
        return List.copyOf(made);
    }

    private CheckItem createItem(Found found, Plan plan) {
        return new CheckItem(
                found,
                nameWithNumber(found.line(), plan),
                wording.of(found),
                found.repair().map(wording::of));
    }

    /** {@code 7. 质量奖}, and of a part its own name after it. */
    private static String nameWithNumber(UUID line, Plan plan) {
        Indicator owner = plan.ownerOf(line).orElseThrow();
        String number = plan.numberOf(owner.id()) + ". " + owner.name();
        return owner.part(line).map(p -> number + " · " + p.name()).orElse(number);
    }

    String headline() {
        int count = sections.get().stream().mapToInt(s -> s.items().size()).sum();
        String found = count == 0 ? words.say("check.none") : words.say("check.count", count);
        return rejectedItems.get().isEmpty()
                ? found
                : words.say("check.unread", rejectedItems.get().size(), found);
    }

    /** What is looked for, in a list. */
    List<String> themeTexts() {
        List<String> said = new ArrayList<>();
        for (Check.Theme theme : Check.Theme.values())
            said.add(words.say("check.theme." + theme.name()));
        return said;
    }

    /** To the cell it was found in. */
    void goToCell(Found found) {
        goToSlot(found.line(), found.period());
    }

    private void goToSlot(UUID line, Optional<Period> period) {
        desk.plan()
                .flatMap(p -> p.ownerOf(line))
                .ifPresent(owner -> desk.indicator().set(Optional.of(owner.id())));
        desk.spot().set(Optional.of(new CellTarget(line, period)));
        desk.place().set(Place.INDICATORS);
    }

    void goToRejected(RejectedItem entry) {
        goToSlot(entry.input().line(), entry.input().period());
    }

    /** Puts it right, as one edit. */
    void repair(CheckItem item) {
        item.finding()
                .repair()
                .ifPresent(
                        r ->
                                desk.edit(
                                        EditName.of("check.edit", item.name(), wording.of(r)),
                                        r.edit()));
    }
}
