package plumbline.screen.checks;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import plumbline.assessment.Evaluation;
import plumbline.checks.Check;
import plumbline.checks.Check.CheckFinding;
import plumbline.checks.Check.CheckSeverity;
import plumbline.checks.PlanChecks;
import plumbline.checks.VerdictWordCheck;
import plumbline.desk.CellTarget;
import plumbline.desk.RejectedInput;
import plumbline.desk.ScreenPlace;
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
    record CheckItem(
            CheckFinding finding, String name, String sentence, Optional<String> repairText) {}

    record CheckSection(CheckSeverity severity, String heading, List<CheckItem> items) {}

    /** Something typed into the grid and not understood. */
    record RejectedItem(RejectedInput input, String name, String sentence) {}

    private final Workspace desk;
    private final Messages words;
    private final VerdictWordCheck.VerdictNames verdictNames = RulePresets.chineseVerdictNames();
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
        this.activeBinding =
                new ActiveBinding(
                        this::updateChecks,
                        desk.evaluationProperty(),
                        desk.rejectedInputsProperty());
    }

    private void updateChecks() {
        rejectedItems.set(
                desk.rejectedInputsOfPlan().stream().map(this::createRejectedItem).toList());
        sections.set(desk.evaluationProperty().get().map(this::createSections).orElse(List.of()));
    }

    private RejectedItem createRejectedItem(RejectedInput unread) {
        Plan plan = desk.shownPlan().orElseThrow();
        String name =
                plan.findIndicatorOrPart(unread.rowId())
                        .map(_ -> nameWithNumber(unread.rowId(), plan))
                        .or(() -> plan.findGroup(unread.rowId()).map(IndicatorGroup::name))
                        .orElse("");
        return new RejectedItem(
                unread,
                unread.period()
                        .map(p -> name + " · " + new Wording(words).formatPeriod(p))
                        .orElse(name),
                words.problemSentence(unread.problem()));
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
        return desk.shownSnapshotProperty();
    }

    /** The worst first; empty if nothing was found. */
    ReadOnlyObjectProperty<List<CheckSection>> sections() {
        return sections.getReadOnlyProperty();
    }

    private List<CheckSection> createSections(Evaluation standing) {
        List<CheckFinding> all = PlanChecks.checkPlan(standing, verdictNames);
        List<CheckSection> made = new ArrayList<>();
        for (CheckSeverity severity : CheckSeverity.values()) {
            List<CheckItem> items =
                    all.stream()
                            .filter(f -> f.severity() == severity)
                            .map(f -> createItem(f, standing.plan()))
                            .toList();
            if (!items.isEmpty())
                made.add(
                        new CheckSection(
                                severity,
                                words.sentence(
                                        "check.section",
                                        wording.severityName(severity),
                                        items.size()),
                                items));
        }
        return List.copyOf(made);
    }

    private CheckItem createItem(CheckFinding found, Plan plan) {
        return new CheckItem(
                found,
                nameWithNumber(found.lineId(), plan),
                wording.findingSentence(found),
                found.repair().map(wording::repairLabel));
    }

    /** {@code 7. 质量奖}, and of a part its own name after it. */
    private static String nameWithNumber(UUID line, Plan plan) {
        Indicator owner = plan.findOwner(line).orElseThrow();
        String number = plan.sequenceNumberOf(owner.id()) + ". " + owner.name();
        return owner.findPart(line).map(p -> number + " · " + p.name()).orElse(number);
    }

    String headline() {
        int count = sections.get().stream().mapToInt(s -> s.items().size()).sum();
        String found =
                count == 0 ? words.sentence("check.none") : words.sentence("check.count", count);
        return rejectedItems.get().isEmpty()
                ? found
                : words.sentence("check.unread", rejectedItems.get().size(), found);
    }

    /** What is looked for, in a list. */
    List<String> themeTexts() {
        List<String> said = new ArrayList<>();
        for (Check.CheckTheme theme : Check.CheckTheme.values())
            said.add(words.sentence("check.theme." + theme.name()));
        return said;
    }

    /** To the cell it was found in. */
    void goToCell(CheckFinding found) {
        goToSlot(found.lineId(), found.period());
    }

    private void goToSlot(UUID line, Optional<Period> period) {
        desk.shownPlan()
                .flatMap(p -> p.findOwner(line))
                .ifPresent(owner -> desk.selectedIndicatorProperty().set(Optional.of(owner.id())));
        desk.cellTargetProperty().set(Optional.of(new CellTarget(line, period)));
        desk.placeProperty().set(ScreenPlace.INDICATORS);
    }

    void goToRejected(RejectedItem entry) {
        goToSlot(entry.input().rowId(), entry.input().period());
    }

    /** Puts it right, as one edit. */
    void repair(CheckItem item) {
        item.finding()
                .repair()
                .ifPresent(
                        r ->
                                desk.editPlan(
                                        EditName.of(
                                                "check.edit", item.name(), wording.repairLabel(r)),
                                        r.edit()));
    }
}
