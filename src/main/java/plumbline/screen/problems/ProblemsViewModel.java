package plumbline.screen.problems;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import plumbline.assessment.Assessment;
import plumbline.desk.Desk;
import plumbline.desk.Dialogs;
import plumbline.desk.Place;
import plumbline.plan.Concern;
import plumbline.plan.Countermeasure;
import plumbline.plan.Department;
import plumbline.plan.Finding;
import plumbline.plan.Indicator;
import plumbline.plan.Plan;
import plumbline.plan.Quantity;
import plumbline.plan.Snapshot;
import plumbline.plan.Task;
import plumbline.plan.TooLong;
import plumbline.plan.Verdict;
import plumbline.screen.parts.Attempt;
import plumbline.screen.parts.Following;
import plumbline.screen.parts.QuantityText;
import plumbline.screen.parts.Seen;
import plumbline.words.EditName;
import plumbline.words.Problem;
import plumbline.words.SafeText;
import plumbline.words.Wording;
import plumbline.words.Words;

/** The problems of the open plan, each with the countermeasures that answer it, and what can be done to them. */
public final class ProblemsViewModel {

    /**
     * A problem, or a countermeasure; one that answers several problems stands under each.
     *
     * @param under   the problem it stands under: none for a problem, and for a measure that answers none
     * @param touches the numbers of the indicators it names
     * @param worst   the worst verdict of these
     * @param charge  of a measure its day and who leads it, of a problem how many measures are folded away
     * @param wanting there is no measure yet, or its day has passed
     */
    record Row(Concern concern, Optional<UUID> under, boolean leaf, boolean folded, String touches, Optional<Verdict> worst, String verdict, String charge, boolean wanting) {
        UUID id() {
            return concern.id();
        }

        boolean problem() {
            return concern instanceof Finding;
        }

        boolean sameLine(Row other) {
            return id().equals(other.id()) && under.equals(other.under);
        }
    }

    /** Which are shown: problems without a measure, measures whose day has passed, whatever names an indicator that is behind. */
    enum Show { ALL, OPEN, PAST, BEHIND }

    /** What must hold for a problem or a measure to be shown; a problem is shown with all its measures, a measure with its problems. */
    record Filter(Show show, Optional<UUID> indicator, String text) {
        static final Filter NONE = new Filter(Show.ALL, Optional.empty(), "");
    }

    /** What a problem or a measure can be linked to; only a measure to problems. */
    enum Touch { PROBLEM, INDICATOR, TASK }

    /** @param verdict of an indicator, with its {@code word}, empty for anything else */
    record Link(UUID id, String name, int level, boolean chosen, Optional<Verdict> verdict, String word) { }

    private final Desk desk;
    private final Dialogs dialogs;
    private final Words words;
    private final Wording wording;
    private final Set<UUID> folded = new HashSet<>();
    /** Added, or gone to from another place, since the filter was chosen: they are shown whatever it asks for. */
    private final Set<UUID> fresh = new HashSet<>();
    private final ObjectProperty<Filter> filter = new SimpleObjectProperty<>(Filter.NONE);
    private final ReadOnlyObjectWrapper<List<Row>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final Subscription subscription;
    private final Following seen;

    public ProblemsViewModel(Desk desk, Dialogs dialogs, Words words) {
        this.desk = desk;
        this.dialogs = dialogs;
        this.words = words;
        this.wording = new Wording(words);
        this.subscription = Subscription.combine(filter.subscribe((_, _) -> fresh.clear()), desk.concern().subscribe((_, wanted) -> show(wanted)));
        this.seen = new Following(this::follow, desk.standing(), filter);
        show(desk.concern().get());
    }

    /** Follows the desk only while it is seen. */
    Seen seen() {
        return seen;
    }

    void close() {
        subscription.unsubscribe();
        seen.close();
    }

    ReadOnlyObjectProperty<List<Row>> rows() {
        return rows.getReadOnlyProperty();
    }

    /** While there is a snapshot to look at, nothing can be changed. */
    ReadOnlyObjectProperty<Optional<Snapshot>> frozen() {
        return desk.frozen();
    }

    ObjectProperty<Filter> filter() {
        return filter;
    }

    ObjectProperty<Optional<UUID>> selected() {
        return desk.concern();
    }

    private void follow() {
        Filter f = filter.get();
        boolean gone = f.indicator.filter(i -> desk.plan().flatMap(p -> p.indicator(i)).isEmpty()).isPresent();
        if (gone) filter.set(new Filter(f.show, Optional.empty(), f.text));
        else compute();
    }

    private void show(Optional<UUID> wanted) {
        wanted.filter(id -> rows.get().stream().noneMatch(r -> r.id().equals(id))).ifPresent(id -> {
            fresh.add(id);
            measure(id).map(Countermeasure::findings).ifPresent(folded::removeAll);
            compute();
        });
    }

    private void compute() {
        List<Row> next = new ArrayList<>();
        desk.plan().ifPresent(p -> {
            p.findings().forEach(f -> next.addAll(lines(f, p)));
            p.countermeasures().stream().filter(c -> free(c, p) && passes(c)).map(c -> row(c, Optional.empty())).forEach(next::add);
        });
        rows.set(List.copyOf(next));
    }

    private static boolean free(Countermeasure c, Plan p) {
        return p.findings().stream().noneMatch(f -> c.findings().contains(f.id()));
    }

    /** The problem and the measures under it, as far as they are to be shown. */
    private List<Row> lines(Finding f, Plan p) {
        boolean itself = passes(f);
        List<Countermeasure> answers = p.answers(f.id()).stream().filter(c -> itself || passes(c)).toList();
        if (!itself && answers.isEmpty()) return List.of();
        boolean fold = filter.get().equals(Filter.NONE) && folded.contains(f.id()) && !answers.isEmpty();
        Stream<Row> below = fold ? Stream.empty() : answers.stream().map(c -> row(c, Optional.of(f.id())));
        return Stream.concat(Stream.of(row(f, answers.isEmpty(), fold)), below).toList();
    }

    private boolean passes(Concern c) {
        Filter f = filter.get();
        return fresh.contains(c.id()) || shown(c) && f.indicator.map(c.indicators()::contains).orElse(true)
                && lower(c.title() + "\n" + c.text()).contains(lower(f.text.strip()));
    }

    private String lower(String text) {
        return text.toLowerCase(words.locale());
    }

    private boolean shown(Concern c) {
        return switch (filter.get().show) {
            case ALL -> true;
            case OPEN -> c instanceof Finding && answers(c).isEmpty();
            case PAST -> past(c);
            case BEHIND -> assessments(c).anyMatch(a -> a.verdict().equals(Optional.of(Verdict.BEHIND)));
        };
    }

    private List<Countermeasure> answers(Concern c) {
        return desk.plan().map(p -> p.answers(c.id())).orElse(List.of());
    }

    private boolean past(Concern c) {
        return c instanceof Countermeasure m && m.due().isPresent() && desk.evaluationDate().filter(m.due().get()::isBefore).isPresent();
    }

    private Stream<Assessment> assessments(Concern c) {
        return desk.standing().get().stream().flatMap(s -> c.indicators().stream().flatMap(i -> s.of(i).stream()));
    }

    private Row row(Finding f, boolean leaf, boolean fold) {
        int answers = answers(f).size();
        String hidden = fold ? words.say("problems.answers", answers) : "";
        return row(f, Optional.empty(), leaf, fold, answers == 0 ? words.say("problems.open") : hidden, answers == 0);
    }

    private Row row(Countermeasure c, Optional<UUID> under) {
        Stream<String> charge = Stream.of(due(c), lead(c)).filter(t -> !t.isEmpty());
        return row(c, under, true, false, charge.collect(Collectors.joining(" · ")), past(c));
    }

    private Row row(Concern c, Optional<UUID> under, boolean leaf, boolean fold, String charge, boolean wanting) {
        Optional<Assessment> worst = assessments(c).filter(a -> a.verdict().isPresent()).max(Comparator.comparing(a -> a.verdict().orElseThrow()));
        return new Row(c, under, leaf, fold, numbers(c), worst.flatMap(Assessment::verdict), worst.map(wording::verdict).orElse(""), charge, wanting);
    }

    private String due(Countermeasure c) {
        String day = c.due().map(wording::date).orElse("");
        return past(c) ? words.say("problems.past", day) : day;
    }

    /** {@code 3–5、8}. */
    private String numbers(Concern c) {
        List<Integer> numbers = assessments(c).map(Assessment::number).sorted().toList();
        List<String> runs = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < numbers.size(); i++) {
            if (i + 1 < numbers.size() && numbers.get(i + 1) == numbers.get(i) + 1) continue;
            runs.add(from == i ? "" + numbers.get(i) : numbers.get(from) + "–" + numbers.get(i));
            from = i + 1;
        }
        return String.join(words.say("wording.list"), runs);
    }

    private String lead(Countermeasure c) {
        return desk.plan().flatMap(p -> c.lead().flatMap(p::department)).map(Department::name).orElse("");
    }

    /** A problem that is folded is the one that is looked at then. */
    void fold(UUID problem, boolean closed) {
        if (closed) desk.concern().set(Optional.of(problem));
        if (closed) folded.add(problem);
        else folded.remove(problem);
        compute();
    }

    /** The indicators there are, to choose from. */
    List<Indicator> indicators() {
        return desk.plan().map(Plan::inOrder).orElse(List.of());
    }

    /** The name of an indicator after its number. */
    String name(UUID indicator) {
        return desk.standing().get().flatMap(s -> s.of(indicator)).map(a -> a.number() + ". " + a.indicator().name()).orElse("");
    }

    List<String> departments() {
        return desk.plan().map(p -> p.departments().stream().map(Department::name).toList()).orElse(List.of());
    }

    Optional<Concern> concern(UUID id) {
        return desk.plan().flatMap(p -> p.concern(id));
    }

    private Optional<Countermeasure> measure(UUID id) {
        return concern(id).filter(Countermeasure.class::isInstance).map(Countermeasure.class::cast);
    }

    // changing

    private void edit(String what, Concern c, UnaryOperator<Plan> change) {
        String kind = c instanceof Finding ? "edit.problem." : "edit.measure.";
        desk.edit(EditName.of(kind + what, c.title()), change);
    }

    private void change(String what, UUID id, UnaryOperator<Concern> change) {
        concern(id).ifPresent(c -> edit(what, c, p -> p.with(change.apply(c))));
    }

    private void changeMeasure(UUID id, UnaryOperator<Countermeasure> change) {
        measure(id).ifPresent(c -> edit("changed", c, p -> p.with(change.apply(c))));
    }

    /** A new problem after the given line's; about the indicator that is asked for, if one is. */
    UUID addProblem(Optional<Row> after) {
        Finding added = Finding.titled(UUID.randomUUID(), words.say("problems.new")).touching(filter.get().indicator.stream().toList(), List.of());
        Optional<UUID> above = after.map(r -> r.under.orElse(r.id()));
        return add(added, above);
    }

    /** A new measure under the given line's problem: after the line, if that is a measure; answering none, where there is no problem. */
    UUID addMeasure(Optional<Row> at) {
        Optional<UUID> problem = at.flatMap(r -> r.problem() ? Optional.of(r.id()) : r.under);
        problem.ifPresent(folded::remove);
        return add(Countermeasure.titled(UUID.randomUUID(), words.say("problems.newMeasure")).answering(problem.stream().toList()), at.map(Row::id));
    }

    private UUID add(Concern added, Optional<UUID> after) {
        if (!desk.readOnly()) fresh.add(added.id());
        edit("added", added, p -> after.map(other -> p.with(added).put(added.id(), 1, other)).orElseGet(() -> p.with(added)));
        desk.concern().set(concern(added.id()).map(Concern::id).or(desk.concern()::get));
        return added.id();
    }

    /** An empty title is not taken, nor one that is too long to be kept. */
    void rename(UUID id, String title) {
        if (title.isBlank()) return;
        Attempt.of(() -> change("renamed", id, c -> c.said(title.strip(), c.text(), c.quantities())), words).ifPresent(dialogs::tell);
    }

    /** Before (−1) or after (+1) the next line of its kind that is shown under the same problem. */
    void move(Row row, int by) {
        List<UUID> beside = rows.get().stream().filter(r -> r.problem() == row.problem() && r.under.equals(row.under)).map(Row::id).toList();
        int there = beside.indexOf(row.id()) + by;
        if (there >= 0 && there < beside.size()) edit("moved", row.concern, p -> p.put(row.id(), by, beside.get(there)));
    }

    /** The next line is looked at then. */
    void delete(Row row) {
        if (!plain(row.concern) && !dialogs.confirm(question(row.concern), words.say("problems.delete"))) return;
        int at = rows.get().indexOf(row);
        edit("deleted", row.concern, p -> p.without(row.concern));
        if (desk.readOnly() || rows.get().isEmpty()) return;
        desk.concern().set(Optional.of(rows.get().get(Math.clamp(at, 0, rows.get().size() - 1)).id()));
    }

    private boolean plain(Concern c) {
        boolean alone = c instanceof Countermeasure m ? m.findings().size() <= 1 : answers(c).isEmpty();
        return desk.readOnly() || alone && c.text().isBlank() && c.quantities().isEmpty();
    }

    private String question(Concern c) {
        return c instanceof Countermeasure m ? words.say("problems.delete.measure.ask", c.title(), m.findings().size())
                : words.say("problems.delete.ask", c.title(), answers(c).size());
    }

    /** What is said of it; nothing if it is gone. */
    Optional<String> text(UUID id) {
        return concern(id).map(Concern::text);
    }

    void text(UUID id, String text) {
        change("changed", id, c -> c.said(c.title(), text.strip(), c.quantities()));
    }

    /** The name of the department that leads a measure, empty where there is none; nothing if it is gone. */
    Optional<String> lead(UUID id) {
        return measure(id).map(this::lead);
    }

    /**
     * The department of that name; one that is new is added to the plan, an empty name takes the lead away.
     *
     * @return a sentence where the name is too long
     */
    Optional<String> lead(UUID id, String name) {
        String wanted = name.strip();
        return Attempt.of(() -> measure(id).ifPresent(c -> edit("changed", c, p -> {
            Plan next = wanted.isEmpty() ? p : p.withDepartment(wanted);
            return next.with(c.charged(next.department(wanted).map(Department::id), c.due()));
        })), words);
    }

    void due(UUID id, Optional<LocalDate> due) {
        changeMeasure(id, c -> c.charged(c.lead(), due));
    }

    // quantities

    /** A quantity as it is read. */
    String quantity(Quantity quantity) {
        return wording.quantity(quantity);
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
        if (typed.blank()) return Optional.of(words.say("problems.quantity.empty"));
        try {
            Quantity read = typed.read();
            change("changed", id, c -> c.said(c.title(), c.text(), replaced(c.quantities(), instead, read)));
            return Optional.empty();
        } catch (Problem problem) {
            return Optional.of(words.say(problem));
        } catch (TooLong refused) {
            return Optional.of(words.say(Problem.of(refused)));
        }
    }

    private static List<Quantity> replaced(List<Quantity> all, Optional<Quantity> instead, Quantity next) {
        List<Quantity> list = new ArrayList<>(all);
        int at = instead.map(list::indexOf).orElse(-1);
        if (at >= 0) list.set(at, next);
        else list.add(next);
        return list;
    }

    void remove(UUID id, Quantity quantity) {
        change("changed", id, c -> {
            List<Quantity> left = new ArrayList<>(c.quantities());
            left.remove(quantity);
            return c.said(c.title(), c.text(), left);
        });
    }

    // links

    /** All there is to be linked, in its order; those that are linked are chosen. */
    List<Link> links(UUID id, Touch touch) {
        List<UUID> chosen = concern(id).map(c -> linked(c, touch)).orElse(List.of());
        return switch (touch) {
            case PROBLEM -> desk.plan().stream().flatMap(p -> p.findings().stream()).map(f -> new Link(f.id(), f.title(), 0, chosen.contains(f.id()), Optional.empty(), "")).toList();
            case INDICATOR -> desk.standing().get().stream().flatMap(s -> s.assessments().stream()).map(a -> link(a, chosen)).toList();
            case TASK -> desk.plan().stream().flatMap(p -> p.tasks().lines().stream()).map(t -> link(t, chosen)).toList();
        };
    }

    private Link link(Assessment a, List<UUID> chosen) {
        return new Link(a.indicator().id(), a.number() + ". " + a.indicator().name(), 0, chosen.contains(a.indicator().id()), a.verdict(), wording.verdict(a));
    }

    private static Link link(Task t, List<UUID> chosen) {
        return new Link(t.id(), t.title(), t.level(), chosen.contains(t.id()), Optional.empty(), "");
    }

    private static List<UUID> linked(Concern c, Touch touch) {
        return switch (touch) {
            case PROBLEM -> c instanceof Countermeasure m ? m.findings() : List.of();
            case INDICATOR -> c.indicators();
            case TASK -> c.tasks();
        };
    }

    /** Links it, or takes the link away. */
    void toggle(UUID id, Touch touch, UUID target) {
        concern(id).ifPresent(c -> {
            List<UUID> next = new ArrayList<>(linked(c, touch));
            if (!next.remove(target)) next.add(target);
            link(id, touch, next);
        });
    }

    private void link(UUID id, Touch touch, List<UUID> next) {
        switch (touch) {
            case PROBLEM -> changeMeasure(id, c -> c.answering(next));
            case INDICATOR -> change("changed", id, c -> c.touching(next, c.tasks()));
            case TASK -> change("changed", id, c -> c.touching(c.indicators(), next));
        }
    }

    /** To where it is looked after. */
    void go(Touch touch, UUID target) {
        switch (touch) {
            case PROBLEM -> desk.concern().set(Optional.of(target));
            case INDICATOR -> {
                desk.indicator().set(Optional.of(target));
                desk.place().set(Place.INDICATORS);
            }
            case TASK -> {
                desk.task().set(Optional.of(target));
                desk.place().set(Place.TASKS);
            }
        }
    }

    /** What is shown, as lines and tabs for a spreadsheet or a message. */
    String copy() {
        return rows.get().stream().map(this::line).collect(Collectors.joining("\n"));
    }

    private String line(Row r) {
        String indent = r.under.isPresent() ? "  " : "";
        String named = r.concern.indicators().stream().map(this::name).filter(n -> !n.isEmpty()).collect(Collectors.joining(words.say("wording.sentences")));
        Optional<Countermeasure> measure = measure(r.id());
        return Stream.of(indent + r.concern.title(), kind(r.concern), r.concern.text(), named, measure.map(this::lead).orElse(""), measure.map(this::due).orElse("")).map(SafeText::cell)
                .collect(Collectors.joining("\t"));
    }

    /** The word for what it is. */
    String kind(Concern c) {
        return words.say(c instanceof Finding ? "merge.finding" : "merge.measure");
    }
}
