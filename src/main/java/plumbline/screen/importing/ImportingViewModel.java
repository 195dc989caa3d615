package plumbline.screen.importing;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;

import plumbline.base.Problem;
import plumbline.desk.BackgroundWork;
import plumbline.desk.CellTarget;
import plumbline.desk.Dialogs;
import plumbline.desk.Place;
import plumbline.desk.Workspace;
import plumbline.exchange.review.ImportBatch;
import plumbline.exchange.review.ImportReview;
import plumbline.exchange.review.Match;
import plumbline.exchange.review.NameMatcher;
import plumbline.exchange.review.Proposal;
import plumbline.exchange.review.ReceivedFile;
import plumbline.exchange.review.ReviewDecisions;
import plumbline.exchange.review.ReviewWording;
import plumbline.exchange.table.CellAddress;
import plumbline.exchange.table.LayoutMemory;
import plumbline.exchange.table.TableLayout;
import plumbline.exchange.table.TableReading;
import plumbline.library.Archive;
import plumbline.plan.Department;
import plumbline.plan.Evidence;
import plumbline.plan.FigureSlot;
import plumbline.plan.ImportRecord;
import plumbline.plan.Indicator;
import plumbline.plan.Lengths;
import plumbline.plan.Plan;
import plumbline.screen.parts.Activatable;
import plumbline.screen.parts.ActiveBinding;
import plumbline.words.EditName;
import plumbline.words.Messages;
import plumbline.words.Wording;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Colleagues' files beside the plan: every figure is seen before it is believed, and all come in by
 * one edit.
 */
public final class ImportingViewModel {

    /** Which figures are listed. */
    enum Show {
        /** Those the officer must say something about. */
        DECIDE,
        ALL,
        TAKEN,
        NEW,
        CHANGED,
        CONFLICT,
        SUSPICIOUS,
        UNREADABLE,
        UNKNOWN,
        SAME,
        UNUSED;

        boolean holds(Proposal p) {
            return switch (this) {
                case ALL -> p.finding() != Proposal.Finding.UNUSED;
                case TAKEN -> p.taken();
                case DECIDE ->
                        switch (p.finding()) {
                            case CHANGED, CONFLICT, SUSPICIOUS, UNREADABLE, UNKNOWN -> true;
                            case NEW, SAME, UNUSED -> false;
                        };
                default -> p.finding().name().equals(name());
            };
        }
    }

    /** A figure as it is listed. */
    record Item(
            Proposal proposal,
            String indicator,
            String period,
            String now,
            String next,
            String finding,
            String reason,
            String source) {
        CellAddress place() {
            return proposal.figure().place();
        }
    }

    /** An import as the history lists it. */
    record Past(ImportRecord intake, String when, String files, String count) {}

    private final Workspace desk;
    private final Archive archive;
    private final BackgroundWork work;
    private final Dialogs dialogs;
    private final LayoutMemory layouts;
    private final Messages words;
    private final Wording wording;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<Optional<ImportReview>> review =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Past>> history =
            new ReadOnlyObjectWrapper<>(List.of());
    private final BooleanProperty keeping = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<List<Item>> items = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<Show> show = new SimpleObjectProperty<>(Show.ALL);
    private final ActiveBinding seen;
    private final Subscription subscription;
    private Optional<ImportBatch> incoming = Optional.empty();
    private ReviewDecisions choices = ReviewDecisions.NONE;

    /** What the last import brought. */
    private String done = "";

    private Optional<UUID> plan = Optional.empty();

    public ImportingViewModel(
            Workspace desk,
            Archive archive,
            BackgroundWork work,
            Dialogs dialogs,
            LayoutMemory layouts,
            Messages words,
            Clock clock) {
        this.desk = desk;
        this.archive = archive;
        this.work = work;
        this.dialogs = dialogs;
        this.layouts = layouts;
        this.words = words;
        this.wording = new Wording(words);
        this.clock = clock;
        seen = new ActiveBinding(this::planChanged, desk.standing());
        subscription = show.subscribe(_ -> list());
    }

    /** Follows the desk only while it is seen. */
    Activatable seen() {
        return seen;
    }

    void close() {
        seen.close();
        subscription.unsubscribe();
    }

    public ReadOnlyObjectProperty<Optional<ImportReview>> review() {
        return review.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Item>> items() {
        return items.getReadOnlyProperty();
    }

    ObjectProperty<Show> show() {
        return show;
    }

    boolean readOnly() {
        return desk.readOnly();
    }

    /** The imports of the open plan, the newest first. */
    ReadOnlyObjectProperty<List<Past>> history() {
        return history.getReadOnlyProperty();
    }

    /** Whether the files go into the archive with their figures. */
    BooleanProperty keeping() {
        return keeping;
    }

    private void planChanged() {
        forgetAnother();
        history.set(desk.plan().map(this::pasts).orElse(List.of()));
        compare();
    }

    /** What came in for another plan is of no use to this one. */
    private void forgetAnother() {
        Optional<UUID> now = desk.plan().map(Plan::id);
        if (now.equals(plan)) return;
        plan = now;
        incoming = Optional.empty();
        choices = ReviewDecisions.NONE;
        done = "";
    }

    private void compare() {
        review.set(desk.plan().flatMap(p -> incoming.map(i -> i.review(p, choices))));
        list();
    }

    private void list() {
        items.set(
                review.get()
                        .map(
                                r -> {
                                    ReviewWording say = say(r.plan());
                                    return r.proposals().stream()
                                            .filter(show.get()::holds)
                                            .map(p -> item(say, p, words.say(p.finding())))
                                            .toList();
                                })
                        .orElse(List.of()));
    }

    // What comes in.

    void openFiles() {
        read(dialogs.openFiles(words.say("import.open")));
    }

    void openFolder() {
        dialogs.openFolder(words.say("import.folder.open")).ifPresent(f -> read(List.of(f)));
    }

    void read(List<Path> files) {
        if (files.isEmpty() || desk.plan().isEmpty()) return;
        forgetAnother();
        Set<String> taken = names();
        Optional<UUID> of = plan;
        work.start(
                words.say("import.reading"),
                progress ->
                        ImportBatch.<BackgroundWork.Stopped>read(
                                files, layouts.remembered(), today(), taken, progress::reached),
                more -> arrived(more, of));
    }

    void paste(Optional<String> text) {
        Optional<String> some = text.filter(t -> !t.isBlank());
        if (some.isEmpty()) {
            dialogs.fail(new Problem("problem.table.pasteboard"));
            return;
        }
        String name = words.say("import.pasted", wording.moment(clock.instant()));
        forgetAnother();
        Set<String> taken = names();
        Optional<UUID> of = plan;
        work.start(
                words.say("import.reading"),
                _ -> ImportBatch.pasted(some.get(), name, layouts.remembered(), today(), taken),
                more -> arrived(more, of));
    }

    private Set<String> names() {
        return incoming.map(ImportBatch::names).orElse(Set.of());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /**
     * @param of the plan that it was read for; another one that was opened meanwhile has no use for
     *     it
     */
    private void arrived(ImportBatch more, Optional<UUID> of) {
        forgetAnother();
        desk.plan()
                .filter(p -> of.equals(Optional.of(p.id())))
                .ifPresent(
                        p -> {
                            done = "";
                            incoming =
                                    Optional.of(
                                            incoming.map(i -> i.and(more)).orElse(more).guessed(p));
                            compare();
                            if (items.get().isEmpty()) show.set(Show.ALL);
                        });
    }

    void clear() {
        incoming = Optional.empty();
        choices = ReviewDecisions.NONE;
        done = "";
        compare();
    }

    // What is said of it.

    /**
     * Of figures that contradict each other one is taken: the others are let go. Several at once
     * never decide between them.
     */
    void take(List<Item> some, boolean take) {
        for (Item item : some) {
            boolean undecided =
                    some.size() > 1 && item.proposal().finding() == Proposal.Finding.CONFLICT;
            if (take && undecided) continue;
            if (take) letRivalsGo(item);
            choices = choices.taking(item.place(), take);
        }
        compare();
    }

    private void letRivalsGo(Item item) {
        Optional<FigureSlot> slot = item.proposal().slot();
        review.get().stream()
                .flatMap(ImportReview::taken)
                .filter(p -> slot.isPresent() && p.slot().equals(slot))
                .map(p -> p.figure().place())
                .filter(place -> !place.equals(item.place()))
                .forEach(place -> choices = choices.taking(place, false));
    }

    void type(Item item, String text) {
        letRivalsGo(item);
        choices = choices.typing(item.place(), text);
        compare();
    }

    /** The officer knows that the file means the plan's unit, however it calls it. */
    void inOurUnit(Proposal proposal) {
        choices =
                choices.typing(
                        proposal.figure().place(),
                        proposal.figure()
                                .value()
                                .map(Wording::plain)
                                .orElse(proposal.figure().raw()));
        compare();
    }

    /** What a name stands for; empty for none of the plan's. */
    void name(String name, Optional<UUID> indicator) {
        choices = choices.named(name, indicator);
        compare();
    }

    void addIndicator(String name) {
        choices = choices.added(name);
        compare();
    }

    void addParts(UUID indicator) {
        choices = choices.broken(indicator);
        compare();
    }

    void department(String file, Optional<UUID> department) {
        incoming = incoming.map(i -> i.from(file, department));
        compare();
    }

    void correct(TableReading table, TableLayout layout) {
        incoming = incoming.map(i -> i.corrected(table, layout));
        try {
            layouts.remember(layout);
        } catch (Problem problem) {
            dialogs.fail(problem);
        }
        compare();
    }

    Optional<TableReading> tableOf(Item item) {
        return incoming.stream()
                .flatMap(i -> i.readings().stream())
                .filter(r -> r.file().equals(item.place().file()))
                .flatMap(r -> r.tables().stream())
                .filter(t -> t.figures().stream().anyMatch(f -> f.place().equals(item.place())))
                .findFirst();
    }

    Optional<ReceivedFile> filed(String file) {
        return incoming.map(i -> i.files().get(file));
    }

    List<Department> departments() {
        return desk.plan().map(Plan::departments).orElse(List.of());
    }

    /** The plan's indicators, the likest to the name first. */
    List<Indicator> indicators(String name) {
        return review.get()
                .map(
                        r -> {
                            List<UUID> alike =
                                    new NameMatcher(r.plan(), Map.of())
                                            .candidates(name, 5).stream()
                                                    .map(Match::indicator)
                                                    .toList();
                            Stream<Indicator> first =
                                    alike.stream().map(id -> r.plan().indicator(id).orElseThrow());
                            return Stream.concat(
                                            first,
                                            r.plan().inOrder().stream()
                                                    .filter(i -> !alike.contains(i.id())))
                                    .toList();
                        })
                .orElse(List.of());
    }

    // What it comes to.

    long taken() {
        return review.get().map(r -> r.taken().count()).orElse(0L);
    }

    long count(Show which) {
        return review.get()
                .map(r -> r.proposals().stream().filter(which::holds).count())
                .orElse(0L);
    }

    /** What was read, and what could not be. */
    String summary() {
        return review.get()
                .map(
                        r -> {
                            List<String> said = new ArrayList<>();
                            said.add(
                                    words.say(
                                            "import.summary",
                                            r.files().size(),
                                            count(Show.ALL),
                                            count(Show.NEW),
                                            count(Show.SAME),
                                            count(Show.DECIDE)));
                            if (count(Show.UNUSED) > 0)
                                said.add(words.say("import.summary.unused", count(Show.UNUSED)));
                            incoming.ifPresent(
                                    i ->
                                            i.failed()
                                                    .forEach(
                                                            (name, problem) ->
                                                                    said.add(
                                                                            words.say(
                                                                                    "import.failed",
                                                                                    name,
                                                                                    words.say(
                                                                                            problem)))));
                            if (!done.isEmpty()) said.addFirst(done);
                            return String.join("\n", said);
                        })
                .orElse("");
    }

    /** All that is taken comes into the plan, as one edit. */
    void takeIn() {
        if (taken() == 0 || incoming.isEmpty()) return;
        ImportBatch files = incoming.get();
        List<ReceivedFile> senders =
                review.get().orElseThrow().senders().filter(f -> f.path().isPresent()).toList();
        if (!keeping.get() || senders.isEmpty() || desk.readOnly()) takeIn(files, List.of());
        else
            work.start(
                    words.say("import.keeping"),
                    progress -> archived(senders, progress),
                    kept -> {
                        Map<String, Evidence> evidence =
                                kept.stream()
                                        .collect(
                                                Collectors.toMap(
                                                        ReceivedFile::name, this::evidence));
                        takeIn(files.kept(ids(evidence)), List.copyOf(evidence.values()));
                    });
    }

    /** Each file into the archive, as it was read. */
    private List<ReceivedFile> archived(
            List<ReceivedFile> senders, BackgroundWork.Progress progress)
            throws Problem, BackgroundWork.Stopped {
        for (int i = 0; i < senders.size(); i++) {
            ReceivedFile filed = senders.get(i);
            progress.reached((double) i / senders.size());
            if (!archive.keep(filed.path().orElseThrow()).equals(filed.sha256()))
                throw new Problem("import.changed", filed.name());
        }
        return senders;
    }

    private Evidence evidence(ReceivedFile filed) {
        return desk.plan().stream()
                .flatMap(p -> p.evidence().stream())
                .filter(e -> e.sha256().equals(filed.sha256()))
                .findFirst()
                .orElseGet(
                        () ->
                                new Evidence(
                                        UUID.randomUUID(),
                                        filed.name()
                                                .substring(
                                                        0,
                                                        Math.min(
                                                                filed.name().length(),
                                                                Lengths.NAME)),
                                        filed.sha256(),
                                        filed.received()));
    }

    private static Map<String, UUID> ids(Map<String, Evidence> kept) {
        Map<String, UUID> ids = new HashMap<>();
        kept.forEach((name, evidence) -> ids.put(name, evidence.id()));
        return ids;
    }

    private void takeIn(ImportBatch files, List<Evidence> evidence) {
        if (!desk.plan().map(Plan::id).equals(plan)) return;
        ReviewDecisions now = choices;
        UUID id = UUID.randomUUID();
        desk.edit(
                ReviewWording.edit(review.get().orElseThrow(), words),
                p -> {
                    Plan with = p;
                    for (Evidence file : evidence) with = with.with(file);
                    return files.take(with, now, id, clock.instant());
                });
        done =
                desk.plan()
                        .flatMap(
                                p ->
                                        p.intakes().stream()
                                                .filter(i -> i.id().equals(id))
                                                .findFirst())
                        .map(i -> words.say("import.done", i.figures()))
                        .orElse("");
        show.set(Show.ALL);
        compare();
    }

    private List<Past> pasts(Plan p) {
        return p.intakes().reversed().stream()
                .map(
                        i ->
                                new Past(
                                        i,
                                        wording.moment(i.at()),
                                        i.files().stream()
                                                .map(ImportRecord.File::name)
                                                .collect(
                                                        Collectors.joining(
                                                                words.say("wording.list"))),
                                        i.takenBack()
                                                ? words.say("import.past.takenBack", i.figures())
                                                : words.say("import.past.figures", i.figures())))
                .toList();
    }

    /** What an import brought, line by line, and what became of it. */
    List<String> lines(ImportRecord intake) {
        return desk.plan()
                .map(p -> intake.slots().map(s -> line(p, intake, s)).toList())
                .orElse(List.of());
    }

    private String line(Plan p, ImportRecord intake, FigureSlot slot) {
        ReviewWording say = say(p);
        String before = intake.before(slot).map(e -> say.entry(slot, e)).orElseGet(wording::none);
        String after = intake.after(slot).map(e -> say.entry(slot, e)).orElseGet(wording::none);
        String line =
                words.say(
                        "import.past.line", say.name(slot.line()), say.period(slot), before, after);
        return intake.takenBack() || intake.untouched(slot, p)
                ? line
                : line + words.say("import.past.changed");
    }

    void takeBack(ImportRecord intake) {
        if (desk.plan().filter(p -> p.intakes().contains(intake)).isEmpty()) return;
        String files =
                intake.files().stream()
                        .map(ImportRecord.File::name)
                        .collect(Collectors.joining(words.say("wording.list")));
        if (!dialogs.confirm(
                words.say("import.takeBack.ask", files, intake.figures()),
                words.say("import.takeBack"))) return;
        desk.edit(EditName.of("edit.import.takenBack", files), intake::takeBack);
    }

    /** To the cell of the grid it would stand in. */
    void go(Item item) {
        item.proposal()
                .slot()
                .ifPresent(
                        slot ->
                                desk.plan()
                                        .flatMap(p -> p.ownerOf(slot.line()))
                                        .ifPresent(
                                                owner -> {
                                                    desk.indicator().set(Optional.of(owner.id()));
                                                    desk.spot()
                                                            .set(
                                                                    Optional.of(
                                                                            new CellTarget(
                                                                                    slot.line(),
                                                                                    slot
                                                                                                    instanceof
                                                                                                    FigureSlot
                                                                                                            .Figure(
                                                                                                            _,
                                                                                                            var
                                                                                                                    period,
                                                                                                            _)
                                                                                            ? Optional
                                                                                                    .of(
                                                                                                            period)
                                                                                            : Optional
                                                                                                    .empty())));
                                                    desk.place().set(Place.INDICATORS);
                                                }));
    }

    // How it is worded.

    private ReviewWording say(Plan p) {
        return new ReviewWording(words, p);
    }

    private static Item item(ReviewWording say, Proposal proposal, String finding) {
        CellAddress place = proposal.figure().place();
        return new Item(
                proposal,
                say.name(proposal),
                say.period(proposal),
                say.now(proposal),
                say.next(proposal),
                finding,
                say.reasons(proposal).stream().findFirst().orElse(""),
                place.file() + "  " + ReviewWording.cell(place));
    }

    /** Every reason in a sentence, the grave ones first. */
    List<String> reasons(Proposal proposal) {
        return review.get().map(r -> say(r.plan()).reasons(proposal)).orElse(List.of());
    }

    List<Show> shows() {
        return Arrays.stream(Show.values())
                .filter(s -> s == Show.ALL || s == Show.DECIDE || count(s) > 0)
                .toList();
    }

    String said(Show which) {
        return words.say("import.show." + which.name(), count(which));
    }
}
