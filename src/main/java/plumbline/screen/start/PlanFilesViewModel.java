package plumbline.screen.start;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import plumbline.base.Problem;
import plumbline.desk.BackgroundWork;
import plumbline.desk.Dialogs;
import plumbline.desk.Place;
import plumbline.desk.Workspace;
import plumbline.exchange.planfile.PlanFile;
import plumbline.exchange.planfile.PlanFileReader;
import plumbline.exchange.planfile.PlanFiles;
import plumbline.plan.Plan;
import plumbline.plan.PlanExtract;
import plumbline.plan.merge.MergeChange;
import plumbline.plan.merge.Merging;
import plumbline.words.EditName;
import plumbline.words.MergeWording;
import plumbline.words.Messages;
import plumbline.words.Wording;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A plan goes out as a file, or one comes in: looked at first, then made a new plan or merged into
 * the open one.
 */
public final class PlanFilesViewModel {

    /** What is being done about a plan file. */
    sealed interface Step {
        /** It was read, and nothing was done with it yet. */
        record Arrived(Path path, PlanFile file) implements Step {}

        /** What it offers to the open plan is looked at. */
        record Reviewing(Path path, PlanFile file, Merging merging, List<Row> rows)
                implements Step {}

        /** What of the plan is to go out is being chosen. */
        record Leaving(Plan plan) implements Step {}
    }

    /** An offer as it is listed. */
    record Row(MergeChange offer, String where, String what, String now, String next) {}

    /** What of a plan goes out. */
    sealed interface Extent {
        record Whole() implements Extent {}

        record Groups(Set<UUID> groups) implements Extent {}

        record OfDepartment(UUID department) implements Extent {}
    }

    private final Workspace desk;
    private final PlanFiles files;
    private final PlanLoader loader;
    private final BackgroundWork work;
    private final Dialogs dialogs;
    private final Messages words;
    private final Wording wording;
    private final Clock clock;
    private final Consumer<Plan> open;
    private final ReadOnlyObjectWrapper<Optional<Step>> step =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /** Finds a kept plan. */
    @FunctionalInterface
    public interface PlanLoader {
        Plan load(UUID id) throws Problem;
    }

    /**
     * @param open puts a plan that is kept on the desk
     */
    public PlanFilesViewModel(
            Workspace desk,
            PlanFiles files,
            PlanLoader loader,
            BackgroundWork work,
            Dialogs dialogs,
            Messages words,
            Clock clock,
            Consumer<Plan> open) {
        this.desk = desk;
        this.files = files;
        this.loader = loader;
        this.work = work;
        this.dialogs = dialogs;
        this.words = words;
        this.wording = new Wording(words);
        this.clock = clock;
        this.open = open;
    }

    ReadOnlyObjectProperty<Optional<Step>> step() {
        return step.getReadOnlyProperty();
    }

    void leave() {
        step.set(Optional.empty());
    }

    void open() {
        dialogs.openFile(words.say("planfile.open"), PlanFile.ENDING).ifPresent(this::open);
    }

    /** Reads the file and shows what it is, at the start place. */
    public void open(Path path) {
        work.start(
                words.say("planfile.reading"),
                progress -> PlanFileReader.read(path, progress::reached),
                file -> {
                    step.set(Optional.of(new Step.Arrived(path, file)));
                    desk.place().set(Place.START);
                });
    }

    /** Who made it and when, and how much is in it. */
    String about(PlanFile file) {
        Plan plan = file.plan();
        String period = plan.firstYear() + "–" + plan.lastYear();
        long figures =
                plan.indicators().stream()
                        .mapToLong(
                                i ->
                                        i.observations().size()
                                                + i.parts().stream()
                                                        .mapToLong(p -> p.observations().size())
                                                        .sum())
                        .sum();
        String holds =
                words.say(
                        "planfile.holds",
                        plan.indicators().size(),
                        figures,
                        plan.tasks().lines().size(),
                        file.snapshots().size(),
                        file.evidence().size());
        String made =
                words.say(
                        "planfile.made",
                        period,
                        wording.date(file.manifest().written()),
                        file.manifest().program());
        return file.manifest().part()
                ? made + "\n" + holds + "\n" + words.say("planfile.part")
                : made + "\n" + holds;
    }

    /** The title of the plan that the file could be merged into. */
    Optional<String> mergeInto() {
        return desk.readOnly() ? Optional.empty() : desk.plan().map(Plan::title);
    }

    void addAsNew(Step.Arrived arrived) {
        work.start(
                words.say("planfile.adding"),
                progress -> files.add(arrived.path, arrived.file, progress::reached),
                plan -> {
                    leave();
                    open.accept(plan);
                });
    }

    void review(Step.Arrived arrived) {
        desk.plan().ifPresent(mine -> compare(arrived.path, arrived.file, mine));
    }

    private void compare(Path path, PlanFile file, Plan mine) {
        work.start(
                words.say("planfile.comparing"),
                _ -> reviewing(path, file, mine),
                reviewing -> step.set(Optional.of(reviewing)));
    }

    private Step.Reviewing reviewing(Path path, PlanFile file, Plan mine) {
        Merging merging = Merging.of(mine, file.plan());
        MergeWording say = new MergeWording(words, merging);
        return new Step.Reviewing(
                path,
                file,
                merging,
                merging.offers().stream()
                        .map(o -> new Row(o, say.where(o), say.what(o), say.now(o), say.next(o)))
                        .toList());
    }

    /**
     * What is taken unless the officer says otherwise: what is new or says more, never what
     * contradicts.
     */
    static boolean proposed(Row row) {
        return row.offer.state() == MergeChange.State.NEW
                || row.offer.state() == MergeChange.State.CHANGED;
    }

    Map<MergeChange.State, Long> counts(Step.Reviewing reviewing) {
        Map<MergeChange.State, Long> counts = new EnumMap<>(MergeChange.State.class);
        reviewing.rows.forEach(r -> counts.merge(r.offer.state(), 1L, Long::sum));
        return counts;
    }

    /**
     * One edit. If the plan was changed while the list was looked at, or its evidence was kept, the
     * list is made anew instead.
     */
    void accept(Step.Reviewing reviewing, Collection<Row> chosen) {
        if (!upToDate(reviewing)) return;
        List<MergeChange> offers = chosen.stream().map(Row::offer).toList();
        work.start(
                words.say("planfile.merging"),
                progress -> {
                    files.keepEvidence(reviewing.path, reviewing.file, progress::reached);
                    return reviewing.merging.with(offers);
                },
                merged -> {
                    if (upToDate(reviewing))
                        take(
                                merged,
                                EditName.of(
                                        "edit.plan.merged",
                                        String.valueOf(reviewing.path.getFileName()),
                                        "" + offers.size()));
                });
    }

    private void take(Plan merged, EditName name) {
        leave();
        desk.edit(name, _ -> merged);
        desk.place().set(Place.OVERVIEW);
    }

    /** If it is not, it is said, and compared again with what is open now. */
    private boolean upToDate(Step.Reviewing reviewing) {
        Optional<Plan> now = desk.plan();
        if (now.filter(reviewing.merging.mine()::equals).isPresent()) return true;
        dialogs.tell(words.say("merge.stale"));
        leave();
        now.ifPresent(mine -> compare(reviewing.path, reviewing.file, mine));
        return false;
    }

    /** Begins to choose what of a kept plan goes out. */
    void export(UUID plan) {
        work.start(
                words.say("start.opening"),
                _ -> loader.load(plan),
                found -> step.set(Optional.of(new Step.Leaving(found))));
    }

    void write(Plan plan, Extent extent, Set<PlanFiles.Companion> companions) {
        Plan chosen =
                switch (extent) {
                    case Extent.Whole() -> plan;
                    case Extent.Groups(var groups) -> PlanExtract.ofGroups(plan, groups);
                    case Extent.OfDepartment(UUID department) ->
                            PlanExtract.ofDepartment(plan, department);
                };
        boolean part = !(extent instanceof Extent.Whole);
        Set<PlanFiles.Companion> along = new HashSet<>(companions);
        // A snapshot is of the whole plan: it would tell more than the part.
        if (part) along.remove(PlanFiles.Companion.SNAPSHOTS);
        dialogs.saveFile(words.say("planfile.export"), fileName(plan, extent), PlanFile.ENDING)
                .ifPresent(
                        path ->
                                work.start(
                                        words.say("planfile.writing"),
                                        progress -> {
                                            files.write(
                                                    path,
                                                    chosen,
                                                    part,
                                                    along,
                                                    LocalDate.now(clock),
                                                    progress::reached);
                                            return path;
                                        },
                                        written -> {
                                            leave();
                                            dialogs.tell(words.say("file.written", written));
                                        }));
    }

    private static String fileName(Plan plan, Extent extent) {
        String part =
                switch (extent) {
                    case Extent.Whole() -> "";
                    case Extent.Groups(var groups) ->
                            plan.groups().stream()
                                    .filter(g -> groups.contains(g.id()))
                                    .map(g -> " " + g.name())
                                    .reduce("", String::concat);
                    case Extent.OfDepartment(UUID department) ->
                            plan.department(department).map(d -> " " + d.name()).orElse("");
                };
        return Wording.fileName(plan.title() + part) + "." + PlanFile.ENDING;
    }
}
