package plumbline.screen.indicators.grid;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;
import plumbline.assessment.VerdictTally;
import plumbline.base.Problem;
import plumbline.desk.CellTarget;
import plumbline.desk.Dialogs;
import plumbline.desk.Workspace;
import plumbline.exchange.notation.PeriodParser;
import plumbline.plan.Direction;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.Observation;
import plumbline.plan.Part;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Redaction;
import plumbline.plan.Snapshot;
import plumbline.plan.Status;
import plumbline.plan.TextTooLongException;
import plumbline.screen.indicators.edit.PartEdits;
import plumbline.screen.indicators.grid.Column.Field;
import plumbline.screen.indicators.grid.Column.Figures;
import plumbline.screen.indicators.grid.Column.Of;
import plumbline.screen.indicators.grid.RejectedEntries.Refused;
import plumbline.screen.indicators.grid.Row.Cell;
import plumbline.screen.indicators.grid.Row.Nest;
import plumbline.screen.parts.Activatable;
import plumbline.screen.parts.ActiveBinding;
import plumbline.words.EditName;
import plumbline.words.Messages;
import plumbline.words.Wording;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The grid of indicators: its columns and rows, computed whole from the standing, and what can be
 * done to a cell.
 */
public final class IndicatorsViewModel {

    /** A column with what stands above it. */
    record Head(Column column, String text) {}

    /** A cell by its row and column. */
    public record Place(UUID row, Column column) {}

    private static final int MOST_QUOTED = 40;
    private static final Column NAME = new Of(Field.NAME);

    private final Workspace desk;
    private final Dialogs dialogs;
    private final PartEdits parts;
    private final Messages words;
    private final Wording wording;
    private final CellFormatter cells;
    private final ReadOnlyObjectWrapper<List<Column>> columns =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Head>> heads = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Row>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<String> message = new ReadOnlyObjectWrapper<>("");
    private final ReadOnlyBooleanWrapper refusing = new ReadOnlyBooleanWrapper();
    private final RejectedEntries refusals;

    /** The step that the sentence under the grid tells of. */
    private Optional<EditName> told = Optional.empty();

    private final Set<UUID> unfolded = new HashSet<>();
    private final ActiveBinding grid;
    private final Subscription subscription;

    public IndicatorsViewModel(
            Workspace desk,
            Dialogs dialogs,
            PartEdits parts,
            RejectedEntries refusals,
            Messages words) {
        this.desk = desk;
        this.dialogs = dialogs;
        this.parts = parts;
        this.refusals = refusals;
        this.words = words;
        this.wording = new Wording(words);
        this.cells = new CellFormatter(words);
        this.grid = new ActiveBinding(this::compute, desk.evaluationProperty());
        this.subscription =
                Subscription.combine(
                        desk.shownSnapshotProperty().subscribe(_ -> say("", false)),
                        desk.nextRedoProperty()
                                .subscribe((_, undone) -> undone.ifPresent(this::forget)));
    }

    /** Follows the desk only while it is seen. */
    Activatable seen() {
        return grid;
    }

    void close() {
        grid.close();
        subscription.unsubscribe();
    }

    ReadOnlyObjectProperty<List<Column>> columns() {
        return columns.getReadOnlyProperty();
    }

    /** The columns as they are shown; the years in their heads are the plan's. */
    ReadOnlyObjectProperty<List<Head>> heads() {
        return heads.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<Row>> rows() {
        return rows.getReadOnlyProperty();
    }

    /** The sentence under the grid: what was refused, or what was pasted. */
    public ReadOnlyObjectProperty<String> message() {
        return message.getReadOnlyProperty();
    }

    /** While there is a snapshot to look at, nothing can be changed. */
    ReadOnlyObjectProperty<Optional<Snapshot>> frozen() {
        return desk.shownSnapshotProperty();
    }

    /** True, and said under the grid, while a snapshot is looked at. */
    boolean refusesEdits() {
        desk.shownSnapshotProperty()
                .get()
                .ifPresent(s -> say(words.sentence("snapshot.readOnly", s.name()), true));
        return desk.isReadOnly();
    }

    /** True while the sentence tells of something refused. */
    public ReadOnlyBooleanProperty refusing() {
        return refusing.getReadOnlyProperty();
    }

    private void say(String sentence, boolean wrong) {
        told = Optional.empty();
        refusing.set(wrong);
        message.set(sentence);
    }

    /** What an undone step said and marked goes with it. */
    private void forget(EditName undone) {
        boolean marked = refusals.drop(undone);
        if (marked || told.filter(t -> t == undone).isPresent()) say("", false);
        if (marked) compute();
    }

    private void compute() {
        Optional<Evaluation> standing = desk.evaluationProperty().get();
        if (refusals.of(standing.map(s -> s.plan().id()))) say("", false);
        List<Column> next = standing.map(s -> columns(s.plan())).orElse(List.of());
        if (!next.equals(columns.get())) columns.set(next);
        List<Head> above =
                standing.map(
                                s ->
                                        next.stream()
                                                .map(c -> new Head(c, cells.dated(c, s.plan())))
                                                .toList())
                        .orElse(List.of());
        if (!above.equals(heads.get())) heads.set(above);
        if (!desk.isReadOnly())
            refusals.keep(
                    p -> standing.flatMap(s -> s.plan().findIndicatorOrPart(p.row)).isPresent());
        rows.set(standing.map(this::rows).orElse(List.of()));
        if (!desk.isReadOnly()) desk.rejectedInputsProperty().set(refusals.unread());
    }

    /** The first cell of a line that was not understood. */
    Optional<Column> unread(UUID line) {
        Map<Column, Refused> refused = refusals.byRow().getOrDefault(line, Map.of());
        return columns.get().stream().filter(refused::containsKey).findFirst();
    }

    private static List<UUID> rowIds(Optional<Evaluation> standing) {
        return standing.map(
                        s ->
                                s.plan().indicators().stream()
                                        .flatMap(
                                                i ->
                                                        Stream.concat(
                                                                Stream.of(i.id()),
                                                                i.parts().stream().map(Part::id)))
                                        .toList())
                .orElse(List.of());
    }

    private static List<Column> columns(Plan plan) {
        List<Column> columns =
                new ArrayList<>(
                        List.of(
                                new Of(Field.NUMBER),
                                new Of(Field.NAME),
                                new Of(Field.UNIT),
                                new Of(Field.BASELINE)));
        plan.periods().forEach(p -> columns.add(new Figures(p)));
        for (Field field :
                List.of(
                        Field.MID_TERM,
                        Field.TARGET,
                        Field.ATTAINMENT,
                        Field.PROGRESS,
                        Field.VERDICT,
                        Field.TREND)) {
            columns.add(new Of(field));
        }
        return List.copyOf(columns);
    }

    private List<Row> rows(Evaluation standing) {
        Marks marks =
                new Marks(
                        desk.isReadOnly() ? Map.of() : refusals.byRow(),
                        standing.plan().redactions().stream()
                                .collect(
                                        Collectors.groupingBy(
                                                Redaction::indicatorOrPartId, Collectors.toSet())));
        Map<UUID, List<Assessment>> in =
                standing.assessments().stream()
                        .collect(Collectors.groupingBy(a -> a.indicator().groupId()));
        List<Row> rows = new ArrayList<>();
        for (IndicatorGroup group : standing.plan().groups()) {
            List<Assessment> members = in.getOrDefault(group.id(), List.of());
            VerdictTally tally = VerdictTally.forAssessments(members);
            rows.add(
                    new Row.Group(
                            group,
                            words.sentence(
                                    "overview.share." + tally.coverage(),
                                    tally.onCourseCount(),
                                    tally.judgedCount(),
                                    tally.unjudgedCount())));
            members.forEach(a -> rows.addAll(lines(a, standing, marks)));
        }
        return List.copyOf(rows);
    }

    /** What lies on the cells, by line. */
    private record Marks(
            Map<UUID, Map<Column, Refused>> refused, Map<UUID, Set<Redaction>> redacted) {
        private Row line(Assessment a, Nest nest) {
            return line(a, nest, redacted.getOrDefault(a.indicator().id(), Set.of()));
        }

        /** What is marked on the whole indicator is on its parts too. */
        private Row part(Assessment a, UUID owner) {
            Redaction all = new Redaction.LineRedaction(owner);
            boolean whole = redacted.getOrDefault(owner, Set.of()).contains(all);
            return whole ? line(a, Nest.PART, Set.of(all)) : line(a, Nest.PART);
        }

        private Row line(Assessment a, Nest nest, Set<Redaction> redactions) {
            return new Row.Line(
                    a, nest, refused.getOrDefault(a.indicator().id(), Map.of()), redactions);
        }
    }

    /** The indicator's line, and below it those of its parts where they are unfolded. */
    private List<Row> lines(Assessment a, Evaluation standing, Marks marks) {
        Indicator i = a.indicator();
        if (i.parts().isEmpty()) return List.of(marks.line(a, Nest.SINGLE));
        if (!unfolded.contains(i.id())) return List.of(marks.line(a, Nest.FOLDED));
        List<Row> lines = new ArrayList<>(List.of(marks.line(a, Nest.UNFOLDED)));
        standing.assessParts(i).forEach(p -> lines.add(marks.part(p, i.id())));
        return lines;
    }

    /** What a cell of a line shows. */
    public Cell cell(Row.Line line, Column column) {
        return cells.of(line, column);
    }

    /**
     * 脱敏: marks the values of the cells to leave the house as XX, or where all of them are marked
     * already takes the marks away.
     */
    void redact(List<Place> places) {
        Optional<Plan> plan = desk.shownPlan();
        if (plan.isEmpty()) return;
        List<Redaction> wanted =
                places.stream()
                        .flatMap(
                                p ->
                                        plan
                                                .get()
                                                .findIndicatorOrPart(p.row)
                                                .flatMap(line -> p.column.redaction(line.id()))
                                                .stream())
                        .distinct()
                        .toList();
        if (wanted.isEmpty()) return;
        List<Redaction> marked = wanted.stream().filter(plan.get().redactions()::contains).toList();
        boolean all = marked.size() == wanted.size();
        desk.editPlan(
                EditName.of(all ? "edit.redaction.taken" : "edit.redaction", "" + wanted.size()),
                p -> all ? p.withoutRedactions(marked) : p.withRedactions(wanted));
    }

    /** Takes what was typed into a cell as one edit; what is not understood is marked, and kept. */
    public void type(UUID row, Column column, String text) {
        Place place = new Place(row, column);
        try {
            Plan before = desk.shownPlan().orElseThrow();
            UnaryOperator<Plan> edit = CellEdit.of(place, text, before);
            refusals.drop(place);
            say("", false);
            desk.editPlan(name(place), edit);
            turned(before).ifPresent(this::sayWithStep);
            if (desk.shownPlan().orElseThrow() == before) compute();
        } catch (Problem problem) {
            refuse(place, text, problem);
        } catch (IllegalArgumentException broken) {
            refuse(place, text, why(broken, text));
        }
    }

    /** What is undone with the step that was just done. */
    private void sayWithStep(String sentence) {
        say(sentence, false);
        told = desk.nextUndoProperty().get();
    }

    /**
     * The indicators for which less is better since the edit, as their targets lie below their
     * baselines.
     */
    private Optional<String> turned(Plan before) {
        List<String> names =
                desk.shownPlan().orElseThrow().indicators().stream()
                        .filter(i -> i.direction() == Direction.LOWER)
                        .filter(
                                i ->
                                        before.findIndicator(i.id())
                                                .map(was -> was.direction() == Direction.HIGHER)
                                                .orElse(true))
                        .map(Indicator::name)
                        .toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        words.sentence(
                                "indicators.turned",
                                String.join(words.sentence("wording.list"), names)));
    }

    private static Problem why(IllegalArgumentException broken, String text) {
        if (broken instanceof TextTooLongException longer) return Problem.forTooLongText(longer);
        String said = text.strip();
        return new Problem(
                "indicators.refused",
                said.length() > MOST_QUOTED ? said.substring(0, MOST_QUOTED) + "…" : said);
    }

    private void refuse(Place place, String text, Problem why) {
        refusals.put(place, new Refused(text, why, Optional.empty()));
        say(words.problemSentence(why), true);
        compute();
    }

    /** Drops what was typed and refused, so that the kept value shows again. */
    void cancel(UUID row, Column column) {
        if (!refusals.drop(new Place(row, column))) return;
        say("", false);
        compute();
    }

    private EditName name(Place place) {
        Plan plan = desk.shownPlan().orElseThrow();
        String indicator =
                plan.findIndicatorOrPart(place.row)
                        .map(i -> lineName(plan, i))
                        .or(() -> plan.findGroup(place.row).map(IndicatorGroup::name))
                        .orElse("");
        return EditName.of("edit.cell", indicator, cells.head(place.column, plan));
    }

    /** Of a part its indicator's name too. */
    private static String lineName(Plan plan, Indicator line) {
        String owner = plan.findOwner(line.id()).orElseThrow().name();
        return plan.findIndicator(line.id()).isPresent() ? owner : owner + " · " + line.name();
    }

    /**
     * Puts a block of lines and tabs in, its first cell at the place; one edit. Wrong cells are
     * marked, the others taken. Headings of groups are passed over, with the line of the block that
     * names them.
     *
     * @return the cells it went into
     */
    public List<Place> paste(UUID row, Column column, String block) {
        if (refusesEdits()) return List.of();
        List<List<String>> lines = ClipboardBlock.read(block);
        List<Row> all = rows.get();
        int first = indexOf(row);
        int from = columns.get().indexOf(column);
        if (first < 0 || from < 0 || lines.isEmpty()) return List.of();
        Map<Place, String> texts = new LinkedHashMap<>();
        Map<UUID, String> added = new LinkedHashMap<>();
        int left = 0;
        int at = first;
        for (List<String> line : lines) {
            while (lines.size() > 1
                    && at < all.size()
                    && all.get(at) instanceof Row.Group
                    && !heading(all.get(at), line, from)) at++;
            if (at < all.size() && heading(all.get(at), line, from)) {
                at++;
                continue;
            }
            Optional<UUID> target =
                    at < all.size()
                            ? Optional.of(all.get(at))
                                    .filter(Row.Line.class::isInstance)
                                    .map(Row::id)
                            : added(line, from, added);
            for (int i = 0; i < line.size(); i++) {
                boolean room =
                        target.isPresent()
                                && from + i < columns.get().size()
                                && takes(all, at, columns.get().get(from + i));
                if (room)
                    texts.put(new Place(target.get(), columns.get().get(from + i)), line.get(i));
                else if (!line.get(i).isBlank()) left++;
            }
            at++;
        }
        pasted(texts, added, left);
        return List.copyOf(texts.keySet());
    }

    /**
     * Takes the texts as one step and says what became of them; what did not happen is not said.
     */
    private void pasted(Map<Place, String> texts, Map<UUID, String> added, int left) {
        long blank =
                texts.entrySet().stream()
                        .filter(t -> t.getValue().isBlank() && !shown(t.getKey()).isEmpty())
                        .count();
        long written = texts.values().stream().filter(t -> !t.isBlank()).count();
        Plan before = desk.shownPlan().orElseThrow();
        int wrong = apply("edit.pasted", texts, added);
        List<String> said =
                new ArrayList<>(List.of(words.sentence("indicators.applied", written - wrong)));
        if (blank > 0) said.add(words.sentence("indicators.applied.emptied", blank));
        if (wrong > 0) said.add(words.sentence("indicators.applied.wrong", wrong));
        if (left > 0) said.add(words.sentence("indicators.applied.left", left));
        String all =
                words.sentence(
                        "indicators.applied.all",
                        String.join(words.sentence("indicators.applied.between"), said));
        say(
                turned(before)
                        .map(t -> words.sentence("indicators.applied.turned", all, t))
                        .orElse(all),
                wrong + left > 0);
        told = desk.nextUndoProperty().get();
    }

    /** What a cell shows now; nothing where it is still to be made. */
    private String shown(Place place) {
        int at = indexOf(place.row);
        return at >= 0 ? text(rows.get().get(at), place.column) : "";
    }

    /** A line below the last one that brings a name makes an indicator of its own. */
    private Optional<UUID> added(List<String> line, int from, Map<UUID, String> added) {
        int name = columns.get().indexOf(NAME) - from;
        if (name < 0 || name >= line.size() || line.get(name).isBlank()) return Optional.empty();
        UUID id = UUID.randomUUID();
        added.put(id, CellEdit.oneLine(line.get(name)));
        return Optional.of(id);
    }

    private static Plan with(Plan plan, Map<UUID, String> added) {
        Plan next = plan;
        for (Map.Entry<UUID, String> each : added.entrySet())
            next =
                    next.withIndicator(
                            Indicator.createNamed(
                                    each.getKey(), next.groups().getLast().id(), each.getValue()));
        return next;
    }

    private boolean heading(Row row, List<String> line, int from) {
        int name = columns.get().indexOf(NAME) - from;
        return row instanceof Row.Group(IndicatorGroup group, _)
                && name >= 0
                && name < line.size()
                && line.get(name).equals(group.name());
    }

    /** Puts one text into all the cells; one edit. */
    void fill(List<Place> places, String text) {
        if (refusesEdits()) return;
        Map<Place, String> texts = new LinkedHashMap<>();
        places.stream().filter(this::takes).forEach(p -> texts.put(p, text));
        pasted(texts, Map.of(), 0);
    }

    /** Empties the cells; one edit. Names stay. */
    void clear(List<Place> places) {
        if (refusesEdits()) return;
        Map<Place, String> texts = new LinkedHashMap<>();
        places.stream()
                .filter(p -> takes(p) && !p.column.equals(NAME))
                .forEach(p -> texts.put(p, ""));
        long filled = texts.keySet().stream().filter(p -> !shown(p).isEmpty()).count();
        apply("edit.cleared", texts, Map.of());
        say(filled == 0 ? "" : words.sentence("indicators.cleared", filled), false);
        told = desk.nextUndoProperty().get();
    }

    private boolean takes(Place place) {
        int at = indexOf(place.row);
        return at >= 0 && takes(rows.get(), at, place.column);
    }

    /** A line below the last one is an indicator to be. */
    private static boolean takes(List<Row> all, int at, Column column) {
        return at < all.size()
                ? all.get(at) instanceof Row.Line line && line.takes(column)
                : column.typed();
    }

    /**
     * @return how many were refused
     */
    private int apply(String key, Map<Place, String> texts, Map<UUID, String> added) {
        Plan after = with(desk.shownPlan().orElseThrow(), added);
        Map<Place, Problem> wrong = new LinkedHashMap<>();
        for (Map.Entry<Place, String> entry : texts.entrySet()) {
            try {
                after = CellEdit.of(entry.getKey(), entry.getValue(), after).apply(after);
                refusals.drop(entry.getKey());
            } catch (Problem problem) {
                wrong.put(entry.getKey(), problem);
            } catch (IllegalArgumentException broken) {
                wrong.put(entry.getKey(), why(broken, entry.getValue()));
            }
        }
        EditName step = EditName.of(key, "" + (texts.size() - wrong.size()));
        wrong.forEach(
                (place, problem) ->
                        refusals.put(
                                place, new Refused(texts.get(place), problem, Optional.of(step))));
        Plan done = after;
        desk.editPlan(step, _ -> done);
        compute();
        return wrong.size();
    }

    /**
     * The rectangle around the cells as lines and tabs, numbers as they would be typed. Headings
     * only where the names are copied.
     */
    String copy(List<Place> places) {
        if (places.isEmpty()) return "";
        boolean named = places.stream().anyMatch(p -> p.column.equals(NAME));
        List<Integer> lines =
                places.stream()
                        .map(p -> indexOf(p.row))
                        .distinct()
                        .sorted()
                        .filter(l -> named || rows.get().get(l) instanceof Row.Line)
                        .toList();
        List<Integer> across =
                places.stream()
                        .map(p -> columns.get().indexOf(p.column))
                        .distinct()
                        .sorted()
                        .toList();
        List<List<String>> block = new ArrayList<>();
        for (int line : lines) {
            List<String> texts = new ArrayList<>();
            for (int column : across)
                texts.add(text(rows.get().get(line), columns.get().get(column)));
            block.add(texts);
        }
        return ClipboardBlock.write(block);
    }

    private String text(Row row, Column column) {
        return switch (row) {
            case Row.Group(IndicatorGroup group, _) -> column.equals(NAME) ? group.name() : "";
            case Row.Line line -> cell(line, column).typing();
        };
    }

    int indexOf(UUID row) {
        for (int i = 0; i < rows.get().size(); i++)
            if (rows.get().get(i).id().equals(row)) return i;
        return -1;
    }

    /** Makes the figure of a period a forecast, or an actual again. */
    void toggleForecast(UUID row, Period period) {
        desk.shownPlan()
                .flatMap(p -> p.findIndicatorOrPart(row))
                .flatMap(i -> i.displayedObservation(period))
                .ifPresent(
                        o -> {
                            Status status = o.isForecast() ? Status.ACTUAL : Status.FORECAST;
                            Observation turned =
                                    new Observation(
                                            period,
                                            o.monthsCovered(),
                                            o.reading(),
                                            status,
                                            o.source(),
                                            o.note());
                            desk.editPlan(
                                    name(new Place(row, new Figures(period))),
                                    p ->
                                            p.withoutObservations(row, period)
                                                    .withObservation(row, turned));
                        });
    }

    /**
     * @param row the line it is added at: into the same group
     * @return the new indicator, to be named
     */
    UUID addIndicator(Optional<UUID> row) {
        Plan plan = desk.shownPlan().orElseThrow();
        UUID id = UUID.randomUUID();
        Optional<UUID> wanted =
                row.flatMap(
                        r ->
                                plan.findGroup(r)
                                        .map(IndicatorGroup::id)
                                        .or(() -> plan.findIndicator(r).map(Indicator::groupId)));
        String name = words.sentence("indicators.new");
        desk.editPlan(
                EditName.of("edit.indicator.added", name),
                p -> {
                    Plan grouped =
                            p.groups().isEmpty()
                                    ? p.withGroup(
                                            new IndicatorGroup(
                                                    UUID.randomUUID(),
                                                    words.sentence("indicators.newGroup")))
                                    : p;
                    UUID group = wanted.orElse(grouped.groups().getLast().id());
                    return grouped.withIndicator(Indicator.createNamed(id, group, name));
                });
        desk.selectedIndicatorProperty().set(Optional.of(id));
        return id;
    }

    /**
     * @return the new group, to be named
     */
    UUID addGroup() {
        UUID id = UUID.randomUUID();
        String name = words.sentence("indicators.newGroup");
        desk.editPlan(
                EditName.of("edit.group.added", name),
                p -> p.withGroup(new IndicatorGroup(id, name)));
        return id;
    }

    /**
     * Deletes an indicator after asking, a part too where it has figures; an empty group without. A
     * group with indicators stays.
     */
    void delete(UUID row) {
        if (refusesEdits()) return;
        Plan plan = desk.shownPlan().orElseThrow();
        plan.findOwner(row)
                .ifPresent(
                        owner ->
                                owner.findPart(row)
                                        .ifPresent(part -> parts.delete(owner.id(), part)));
        plan.findIndicator(row)
                .ifPresent(
                        i -> {
                            if (dialogs.confirm(
                                    words.sentence(
                                            "indicators.delete.ask",
                                            i.name(),
                                            i.observations().size()),
                                    words.sentence("indicators.delete"))) {
                                desk.editPlan(
                                        EditName.of("edit.indicator.deleted", i.name()),
                                        p -> p.withoutIndicator(i));
                            }
                        });
        plan.findGroup(row)
                .ifPresent(
                        g -> {
                            if (plan.indicatorsInGroup(g).isEmpty()) {
                                desk.editPlan(
                                        EditName.of("edit.group.deleted", g.name()),
                                        p ->
                                                p.withChanges(
                                                        d ->
                                                                d.groups =
                                                                        p.groups().stream()
                                                                                .filter(
                                                                                        x ->
                                                                                                !x.id().equals(
                                                                                                                g
                                                                                                                        .id()))
                                                                                .toList()));
                            } else {
                                dialogs.showMessage(
                                        words.sentence(
                                                "indicators.group.notEmpty",
                                                g.name(),
                                                plan.indicatorsInGroup(g).size()));
                            }
                        });
    }

    /**
     * @param by −1 up, +1 down
     */
    void move(UUID row, int by) {
        owner(row)
                .ifPresent(
                        owner ->
                                owner.findPart(row)
                                        .ifPresent(part -> parts.move(owner.id(), part, by)));
        desk.shownPlan()
                .flatMap(p -> p.findIndicator(row))
                .ifPresent(
                        i ->
                                desk.editPlan(
                                        EditName.of("edit.indicator.moved", i.name()),
                                        p -> p.withIndicatorMoved(row, by)));
    }

    /**
     * @return a sentence where the text is not a period
     */
    Optional<String> addPeriod(String code) {
        Optional<Period> read = PeriodParser.read(code);
        read.ifPresent(
                period ->
                        desk.editPlan(
                                EditName.of("edit.period.added", wording.formatPeriod(period)),
                                p -> p.withPeriod(period)));
        return read.isPresent()
                ? Optional.empty()
                : Optional.of(words.sentence("indicators.period.wrong", code.strip()));
    }

    /** Takes a column away; one with figures in it stays. */
    void removePeriod(Period period) {
        Plan plan = desk.shownPlan().orElseThrow();
        long figures =
                rowIds(desk.evaluationProperty().get()).stream()
                        .flatMap(id -> plan.findIndicatorOrPart(id).stream())
                        .filter(i -> i.displayedObservation(period).isPresent())
                        .count();
        if (figures > 0) {
            dialogs.showMessage(
                    words.sentence(
                            "indicators.period.notEmpty", wording.formatPeriod(period), figures));
            return;
        }
        desk.editPlan(
                EditName.of("edit.period.removed", wording.formatPeriod(period)),
                p ->
                        p.withChanges(
                                d ->
                                        d.periods =
                                                p.periods().stream()
                                                        .filter(x -> !x.equals(period))
                                                        .toList()));
    }

    void select(UUID row) {
        owner(row).ifPresent(i -> desk.selectedIndicatorProperty().set(Optional.of(i.id())));
    }

    /** True where the row is the indicator's own or one of its parts'. */
    boolean of(UUID row, UUID indicator) {
        return owner(row).filter(i -> i.id().equals(indicator)).isPresent();
    }

    /** Shows the parts of the row's indicator. */
    void unfold(UUID row) {
        owner(row)
                .filter(i -> !i.parts().isEmpty() && unfolded.add(i.id()))
                .ifPresent(_ -> compute());
    }

    /**
     * Folds the parts of the row's indicator away. @return the indicator, where that changed
     * anything
     */
    Optional<UUID> fold(UUID row) {
        Optional<UUID> folded = owner(row).map(Indicator::id).filter(unfolded::remove);
        folded.ifPresent(_ -> compute());
        return folded;
    }

    void turn(UUID row) {
        if (fold(row).isEmpty()) unfold(row);
    }

    private Optional<Indicator> owner(UUID row) {
        return desk.shownPlan().flatMap(p -> p.findOwner(row));
    }

    /** A new part of the row's indicator, to be named. */
    Optional<UUID> addPart(UUID row) {
        owner(row).ifPresent(i -> unfolded.add(i.id()));
        return owner(row).map(i -> parts.add(i.id()));
    }

    /** The cell that is to be gone to; its indicator is unfolded where it is a part's. */
    Optional<CellTarget> takeSpot() {
        Optional<CellTarget> wanted = desk.cellTargetProperty().get();
        desk.cellTargetProperty().set(Optional.empty());
        wanted.filter(
                        s ->
                                desk.shownPlan()
                                        .flatMap(p -> p.findIndicator(s.indicatorOrPartId()))
                                        .isEmpty())
                .ifPresent(s -> unfold(s.indicatorOrPartId()));
        return wanted;
    }

    ReadOnlyObjectProperty<Optional<UUID>> selected() {
        return desk.selectedIndicatorProperty();
    }
}
