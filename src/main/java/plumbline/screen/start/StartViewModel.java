package plumbline.screen.start;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import plumbline.assessment.Evaluation;
import plumbline.base.Problem;
import plumbline.desk.BackgroundWork;
import plumbline.desk.Dialogs;
import plumbline.desk.ScreenPlace;
import plumbline.desk.Settings;
import plumbline.desk.Workspace;
import plumbline.exchange.planfile.SamplePlans;
import plumbline.library.PlanLibrary;
import plumbline.plan.Lengths;
import plumbline.plan.Plan;
import plumbline.screen.parts.field.PlanForm;
import plumbline.words.EditName;
import plumbline.words.Messages;
import plumbline.words.Wording;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The plans there are: open, make, delete one, or open a sample. */
public final class StartViewModel {

    record PlanRow(UUID id, String title, String organisation, String aboutText) {}

    private final Workspace desk;
    private final PlanLibrary library;
    private final BackgroundWork work;
    private final Dialogs dialogs;
    private final Settings settings;
    private final Messages words;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<List<PlanRow>> rows =
            new ReadOnlyObjectWrapper<>(List.of());

    public StartViewModel(
            Workspace desk,
            PlanLibrary library,
            BackgroundWork work,
            Dialogs dialogs,
            Settings settings,
            Messages words,
            Clock clock) {
        this.desk = desk;
        this.library = library;
        this.work = work;
        this.dialogs = dialogs;
        this.settings = settings;
        this.words = words;
        this.clock = clock;
    }

    ReadOnlyObjectProperty<List<PlanRow>> rows() {
        return rows.getReadOnlyProperty();
    }

    /** Looks the plans up. */
    public void refreshPlans() {
        work.startJob(words.sentence("start.reading"), _ -> library.listPlans(), this::showPlans);
    }

    private void showPlans(List<PlanLibrary.PlanSummary> entries) {
        Wording wording = new Wording(words);
        rows.set(
                entries.stream()
                        .map(
                                e ->
                                        new PlanRow(
                                                e.id(),
                                                e.title(),
                                                e.organisation(),
                                                words.sentence(
                                                        "start.about",
                                                        e.firstYear() + "–" + e.lastYear(),
                                                        wording.formatMoment(e.changedAt()))))
                        .toList());
    }

    /** True of the plan that is on the desk. */
    boolean isOpen(PlanRow row) {
        return desk.shownPlan().filter(p -> p.id().equals(row.id)).isPresent();
    }

    public void openPlan(UUID id) {
        work.startJob(
                words.sentence("start.opening"), _ -> library.loadPlan(id), this::openInWorkspace);
    }

    /** What was open last comes back; if it is gone, nothing happens. */
    public void openLastPlan() {
        settings.lastPlanId()
                .ifPresent(
                        last ->
                                work.startJob(
                                        words.sentence("start.opening"),
                                        _ ->
                                                library.listPlans().stream()
                                                                .anyMatch(e -> e.id().equals(last))
                                                        ? Optional.of(library.loadPlan(last))
                                                        : Optional.<Plan>empty(),
                                        found -> found.ifPresent(this::openInWorkspace)));
    }

    /** The plan that is open already stays as it is, with what can be undone. */
    public void openInWorkspace(Plan plan) {
        LocalDate at =
                settings.evaluationDate(plan.id())
                        .orElseGet(() -> Evaluation.suggestedDate(plan, LocalDate.now(clock)));
        if (desk.shownPlan().filter(p -> p.id().equals(plan.id())).isEmpty())
            desk.openPlan(plan, at);
        desk.placeProperty().set(ScreenPlace.OVERVIEW);
        try {
            settings.rememberLastPlan(plan.id());
            settings.rememberEvaluationDate(plan.id(), at);
        } catch (Problem problem) {
            dialogs.showProblem(problem);
        }
    }

    List<String> sampleKeys() {
        return SamplePlans.sampleNames();
    }

    String sampleName(String name) {
        return words.sentence("sample." + name);
    }

    /** A sample that is in the library already is opened, not copied again. */
    public void openSample(String name) {
        work.startJob(
                words.sentence("start.opening"),
                _ -> {
                    Plan sample = SamplePlans.openSample(name, UUID.randomUUID());
                    Optional<PlanLibrary.PlanSummary> known =
                            library.listPlans().stream()
                                    .filter(
                                            e ->
                                                    e.title().equals(sample.title())
                                                            && e.organisation()
                                                                    .equals(sample.organisation()))
                                    .findFirst();
                    if (known.isPresent()) return library.loadPlan(known.get().id());
                    library.addPlan(
                            sample, List.of(), EditName.of("edit.plan.added", sample.title()));
                    return sample;
                },
                this::openInWorkspace);
    }

    /**
     * @return the key of the sentence that says what is wrong; nothing is made then
     */
    public Optional<String> createPlan(PlanForm form) {
        if (form.findErrorKey().isPresent()) return form.findErrorKey();
        PlanForm.PlanFormYears years = form.parseYears().orElseThrow();
        Plan plan =
                Plan.empty(
                                UUID.randomUUID(),
                                form.title().strip(),
                                form.organisation().strip(),
                                years.first(),
                                years.last(),
                                years.baseline())
                        .withMidTermDay(form.midTerm());
        addPlan(plan, EditName.of("edit.plan.added", plan.title()));
        return Optional.empty();
    }

    /** Keeps a new plan and opens it; with a number if there is one of the title. */
    public void addPlan(Plan plan, EditName name) {
        work.startJob(
                words.sentence("start.opening"),
                _ -> {
                    Plan told =
                            withDistinctTitle(
                                    plan,
                                    library.listPlans().stream()
                                            .map(PlanLibrary.PlanSummary::title)
                                            .collect(Collectors.toSet()));
                    library.addPlan(told, List.of(), name);
                    return told;
                },
                this::openInWorkspace);
    }

    /** A title that has no room for a number stays. */
    private Plan withDistinctTitle(Plan plan, Set<String> taken) {
        String title = plan.title();
        for (int i = 2; taken.contains(title); i++)
            title = words.sentence("start.title.again", plan.title(), i);
        String free = title;
        return free.length() > Lengths.TITLE || free.equals(plan.title())
                ? plan
                : plan.withChanges(d -> d.title = free);
    }

    /** The first year of the five-year plan under way: 2021, 2026 … */
    int currentFirstYear() {
        int year = LocalDate.now(clock).getYear();
        return year - Math.floorMod(year - 1, 5);
    }

    void deletePlan(PlanRow row) {
        if (!dialogs.confirm(
                words.sentence("start.delete.ask", row.title), words.sentence("start.delete")))
            return;
        work.startJob(
                words.sentence("start.deleting"),
                _ -> {
                    library.deletePlan(row.id);
                    return library.listPlans();
                },
                entries -> {
                    if (desk.shownPlan().map(p -> p.id().equals(row.id)).orElse(false))
                        desk.closePlan();
                    showPlans(entries);
                });
    }
}
