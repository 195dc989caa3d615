package plumbline.screen.snapshots;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;
import plumbline.comparison.Comparison;
import plumbline.desk.BackgroundWork;
import plumbline.desk.Dialogs;
import plumbline.desk.Place;
import plumbline.desk.Workspace;
import plumbline.library.Library;
import plumbline.plan.Plan;
import plumbline.plan.Snapshot;
import plumbline.plan.Verdict;
import plumbline.screen.parts.Activatable;
import plumbline.screen.parts.ActiveBinding;
import plumbline.words.ComparisonWording;
import plumbline.words.Messages;
import plumbline.words.Wording;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The snapshots of the open plan: freeze, look at, delete one, and compare one with the plan or
 * with another.
 */
public final class SnapshotsViewModel {

    /** A snapshot as it is listed. */
    record Row(UUID id, String name, String evaluated, String frozen, String note) {}

    /** What a snapshot may be compared with: another, or the plan as it is now. */
    record Other(Optional<UUID> snapshot, String name) {}

    /**
     * A verdict as it is shown.
     *
     * @param there false where the indicator was not in the plan
     */
    record Given(boolean there, Optional<Verdict> verdict, String word) {}

    record Line(
            UUID indicator,
            String name,
            Given before,
            Given after,
            String value,
            String progress,
            String why) {}

    record Table(String title, String summary, List<Line> lines) {}

    /** One side of a comparison; the plan as it is now comes after every snapshot. */
    private record Side(String name, Instant frozen, Evaluation standing) {
        private static final Comparator<Side> IN_TIME =
                Comparator.comparing((Side s) -> s.standing.at()).thenComparing(Side::frozen);

        static Side of(Snapshot s) {
            return new Side(s.name(), s.frozen(), Evaluation.of(s.plan(), s.evaluated()));
        }

        boolean before(Side other) {
            return IN_TIME.compare(this, other) < 0;
        }
    }

    private final Workspace desk;
    private final Library library;
    private final BackgroundWork work;
    private final Dialogs dialogs;
    private final Messages words;
    private final Clock clock;
    private final Wording wording;
    private final ComparisonWording comparing;
    private final ReadOnlyObjectWrapper<List<Row>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Other>> others =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Table>> table =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<String> suggestedName = new ReadOnlyObjectWrapper<>("");
    private final Map<UUID, Side> loaded = new HashMap<>();
    private final ActiveBinding seen;
    private Optional<UUID> plan = Optional.empty();
    private Optional<UUID> selected = Optional.empty();
    private Optional<UUID> with = Optional.empty();
    private Optional<Comparison> comparison = Optional.empty();
    private Optional<BackgroundWork.Running> freezing = Optional.empty();

    public SnapshotsViewModel(
            Workspace desk,
            Library library,
            BackgroundWork work,
            Dialogs dialogs,
            Messages words,
            Clock clock) {
        this.desk = desk;
        this.library = library;
        this.work = work;
        this.dialogs = dialogs;
        this.words = words;
        this.clock = clock;
        this.wording = new Wording(words);
        this.comparing = new ComparisonWording(words);
        this.seen = new ActiveBinding(this::follow, desk.standing());
    }

    /** Follows the desk only while it is seen. */
    Activatable seen() {
        return seen;
    }

    void close() {
        seen.close();
    }

    /** The last frozen first. */
    ReadOnlyObjectProperty<List<Row>> rows() {
        return rows.getReadOnlyProperty();
    }

    /** What the selected snapshot may be compared with; the plan as it is now comes first. */
    ReadOnlyObjectProperty<List<Other>> others() {
        return others.getReadOnlyProperty();
    }

    /** The comparison; empty while no snapshot is selected. */
    ReadOnlyObjectProperty<Optional<Table>> table() {
        return table.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Snapshot>> frozen() {
        return desk.frozen();
    }

    private void follow() {
        Optional<UUID> open = desk.working().map(s -> s.plan().id());
        suggestedName.set(suggestion());
        if (open.equals(plan)) compare();
        else change(open);
    }

    private void change(Optional<UUID> open) {
        plan = open;
        loaded.clear();
        show(List.of());
        open.ifPresent(
                id ->
                        work.start(
                                words.say("snapshot.reading"),
                                _ -> library.snapshots(id),
                                entries -> show(id, entries)));
    }

    private void show(UUID of, List<Library.Frozen> entries) {
        if (plan.filter(of::equals).isPresent()) show(entries);
    }

    private void show(List<Library.Frozen> entries) {
        rows.set(entries.stream().map(this::row).toList());
        suggestedName.set(suggestion());
        selected = selected.filter(this::listed);
        with = with.filter(this::listed);
        choose();
    }

    private boolean listed(UUID id) {
        return rows.get().stream().anyMatch(r -> r.id.equals(id));
    }

    private Row row(Library.Frozen f) {
        return new Row(
                f.id(),
                f.name(),
                words.say("snapshot.evaluated", wording.date(f.evaluated())),
                words.say("snapshot.frozen", wording.moment(f.frozen())),
                f.note());
    }

    Optional<UUID> selected() {
        return selected;
    }

    void select(Optional<UUID> snapshot) {
        if (selected.equals(snapshot)) return;
        selected = snapshot;
        with = with.filter(id -> !selected.equals(Optional.of(id)));
        choose();
    }

    /** With what the selected one is compared. */
    Optional<Other> other() {
        return others.get().stream().filter(o -> o.snapshot.equals(with)).findFirst();
    }

    void compareWith(Other other) {
        if (with.equals(other.snapshot)) return;
        with = other.snapshot;
        choose();
    }

    private void choose() {
        List<Other> next =
                new ArrayList<>(List.of(new Other(Optional.empty(), words.say("snapshot.now"))));
        rows.get().stream()
                .filter(r -> !selected.equals(Optional.of(r.id)))
                .forEach(r -> next.add(new Other(Optional.of(r.id), r.name)));
        others.set(List.copyOf(next));
        List<UUID> wanted =
                Stream.concat(selected.stream(), with.stream())
                        .filter(id -> !loaded.containsKey(id))
                        .toList();
        if (wanted.isEmpty()) compare();
        else wanted.forEach(id -> load(id, _ -> compare()));
    }

    /** A snapshot never changes: what was read and judged once is kept while the plan is open. */
    private void load(UUID id, Consumer<Snapshot> then) {
        work.start(
                words.say("snapshot.reading"),
                _ -> library.snapshot(id),
                snapshot -> {
                    if (!plan.equals(Optional.of(snapshot.plan().id()))) return;
                    loaded.put(id, Side.of(snapshot));
                    then.accept(snapshot);
                });
    }

    private void compare() {
        Optional<Side> one = selected.map(loaded::get);
        Optional<Side> two =
                with.isPresent()
                        ? with.map(loaded::get)
                        : desk.working()
                                .map(s -> new Side(words.say("snapshot.now"), Instant.MAX, s));
        boolean turned = with.isPresent() && two.flatMap(b -> one.map(b::before)).orElse(false);
        table.set(one.flatMap(a -> two.map(b -> turned ? table(b, a) : table(a, b))));
        if (table.get().isEmpty()) comparison = Optional.empty();
    }

    private Table table(Side before, Side after) {
        Comparison between = Comparison.between(before.standing, after.standing);
        comparison = Optional.of(between);
        String title =
                words.say(
                        "comparison.title",
                        before.name,
                        wording.date(before.standing.at()),
                        after.name,
                        wording.date(after.standing.at()));
        return new Table(
                title,
                comparing.summary(between),
                between.changes().stream().map(this::line).toList());
    }

    private Line line(Comparison.Change c) {
        Assessment latest = c.latest();
        String name =
                c.after().isPresent()
                        ? latest.number() + ". " + latest.indicator().name()
                        : latest.indicator().name();
        return new Line(
                latest.indicator().id(),
                name,
                given(c.before()),
                given(c.after()),
                arrow(comparing.value(c.before()), comparing.value(c.after())),
                arrow(comparing.progress(c.before()), comparing.progress(c.after())),
                comparing.reasons(c));
    }

    private Given given(Optional<Assessment> a) {
        return new Given(a.isPresent(), a.flatMap(Assessment::verdict), comparing.verdict(a));
    }

    private String arrow(String before, String after) {
        return before.equals(after) ? after : words.say("comparison.arrow", before, after);
    }

    /** The comparison for the clipboard. */
    String text() {
        return comparison.flatMap(c -> table.get().map(t -> comparing.text(c, t.title))).orElse("");
    }

    /**
     * What an evaluation at the plan's date is called; with a number if there is one of the name.
     */
    ReadOnlyObjectProperty<String> suggestedName() {
        return suggestedName.getReadOnlyProperty();
    }

    private String suggestion() {
        String name = desk.working().map(s -> nameOf(s.at())).orElse("");
        String free = name;
        for (int i = 2; taken(free); i++) free = words.say("snapshot.name.again", name, i);
        return free;
    }

    private String nameOf(LocalDate at) {
        if (at.getMonthValue() == 12) return words.say("snapshot.name.year", "" + at.getYear());
        if (at.getMonthValue() == 6) return words.say("snapshot.name.half", "" + at.getYear());
        return words.say("snapshot.name.month", wording.month(YearMonth.from(at)));
    }

    private boolean taken(String name) {
        return rows.get().stream().anyMatch(r -> r.name.equals(name));
    }

    /**
     * @return a sentence where it is refused; then nothing is frozen
     */
    Optional<String> freeze(String name, String note) {
        if (desk.frozen().get().isPresent())
            return desk.frozen().get().map(s -> words.say("snapshot.readOnly", s.name()));
        if (name.isBlank()) return Optional.of(words.say("snapshot.wrong.name"));
        if (taken(name.strip()))
            return Optional.of(words.say("snapshot.wrong.taken", name.strip()));
        boolean already = freezing.filter(r -> r.going().get()).isPresent();
        if (!already)
            desk.working()
                    .ifPresent(
                            s ->
                                    freeze(
                                            new Snapshot(
                                                    UUID.randomUUID(),
                                                    name.strip(),
                                                    s.at(),
                                                    clock.instant(),
                                                    note.strip(),
                                                    s.plan())));
        return Optional.empty();
    }

    private void freeze(Snapshot snapshot) {
        UUID of = snapshot.plan().id();
        freezing =
                Optional.of(
                        work.start(
                                words.say("snapshot.freezing"),
                                _ -> {
                                    library.freeze(snapshot);
                                    return library.snapshots(of);
                                },
                                entries -> {
                                    if (plan.filter(of::equals).isPresent())
                                        selected = Optional.of(snapshot.id());
                                    show(of, entries);
                                }));
    }

    /** Lays the snapshot over the plan, to be looked at. */
    void open(UUID id) {
        load(
                id,
                snapshot -> {
                    desk.look(snapshot);
                    desk.place().set(Place.OVERVIEW);
                });
    }

    void delete(Row row) {
        if (!dialogs.confirm(
                words.say("snapshot.delete.ask", row.name), words.say("snapshot.delete"))) return;
        if (desk.frozen().get().filter(s -> s.id().equals(row.id)).isPresent()) desk.backToPlan();
        Optional<UUID> of = desk.plan().map(Plan::id);
        of.ifPresent(
                id ->
                        work.start(
                                words.say("snapshot.deleting"),
                                _ -> {
                                    library.deleteSnapshot(row.id);
                                    return library.snapshots(id);
                                },
                                entries -> show(id, entries)));
    }

    /** Leads to an indicator of what is looked at; one that is gone leads nowhere. */
    void toIndicator(UUID id) {
        if (desk.plan().flatMap(p -> p.indicator(id)).isEmpty()) return;
        desk.indicator().set(Optional.of(id));
        desk.place().set(Place.INDICATORS);
    }
}
