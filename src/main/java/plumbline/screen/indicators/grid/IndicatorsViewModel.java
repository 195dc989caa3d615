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
import plumbline.screen.indicators.grid.IndicatorColumn.ColumnField;
import plumbline.screen.indicators.grid.IndicatorColumn.FieldColumn;
import plumbline.screen.indicators.grid.IndicatorColumn.PeriodColumn;
import plumbline.screen.indicators.grid.IndicatorRow.CellContent;
import plumbline.screen.indicators.grid.IndicatorRow.PartNesting;
import plumbline.screen.indicators.grid.RejectedEntries.RefusedEntry;
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
    record ColumnHead(IndicatorColumn column, String text) {}

    /** A cell by its row and column. */
    public record CellPlace(UUID row, IndicatorColumn column) {}

    private static final int MOST_QUOTED = 40;
    private static final IndicatorColumn NAME = new FieldColumn(ColumnField.NAME);

    private final Workspace desk;
    private final Dialogs dialogs;
    private final PartEdits parts;
    private final Messages words;
    private final Wording wording;
    private final CellFormatter cells;
    private final ReadOnlyObjectWrapper<List<IndicatorColumn>> columns =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<ColumnHead>> heads =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<IndicatorRow>> rows =
            new ReadOnlyObjectWrapper<>(List.of());
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
        this.grid = new ActiveBinding(this::computeRows, desk.evaluationProperty());
        this.subscription =
                Subscription.combine(
                        desk.shownSnapshotProperty().subscribe(_ -> showMessage("", false)),
                        desk.nextRedoProperty()
                                .subscribe(
                                        (_, undone) -> undone.ifPresent(this::forgetRefusalsOf)));
    }

    /** Follows the desk only while it is seen. */
    Activatable activatable() {
        return grid;
    }

    void close() {
        grid.close();
        subscription.unsubscribe();
    }

    ReadOnlyObjectProperty<List<IndicatorColumn>> columnsProperty() {
        return columns.getReadOnlyProperty();
    }

    /** The columns as they are shown; the years in their heads are the plan's. */
    ReadOnlyObjectProperty<List<ColumnHead>> headsProperty() {
        return heads.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<IndicatorRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** The sentence under the grid: what was refused, or what was pasted. */
    public ReadOnlyObjectProperty<String> messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** While there is a snapshot to look at, nothing can be changed. */
    ReadOnlyObjectProperty<Optional<Snapshot>> frozenProperty() {
        return desk.shownSnapshotProperty();
    }

    /** True, and said under the grid, while a snapshot is looked at. */
    boolean refusesEdits() {
        desk.shownSnapshotProperty()
                .get()
                .ifPresent(s -> showMessage(words.sentence("snapshot.readOnly", s.name()), true));
        return desk.isReadOnly();
    }

    /** True while the sentence tells of something refused. */
    public ReadOnlyBooleanProperty refusingProperty() {
        return refusing.getReadOnlyProperty();
    }

    private void showMessage(String sentence, boolean wrong) {
        told = Optional.empty();
        refusing.set(wrong);
        message.set(sentence);
    }

    /** What an undone step said and marked goes with it. */
    private void forgetRefusalsOf(EditName undone) {
        boolean marked = refusals.removeEntriesOf(undone);
        if (marked || told.filter(t -> t == undone).isPresent()) showMessage("", false);
        if (marked) computeRows();
    }

    private void computeRows() {
        Optional<Evaluation> standing = desk.evaluationProperty().get();
        if (refusals.switchToPlan(standing.map(s -> s.plan().id()))) showMessage("", false);
        List<IndicatorColumn> next = standing.map(s -> columnsOfPlan(s.plan())).orElse(List.of());
        if (!next.equals(columns.get())) columns.set(next);
        List<ColumnHead> above =
                standing.map(
                                s ->
                                        next.stream()
                                                .map(
                                                        c ->
                                                                new ColumnHead(
                                                                        c,
                                                                        cells.headingWithDate(
                                                                                c, s.plan())))
                                                .toList())
                        .orElse(List.of());
        if (!above.equals(heads.get())) heads.set(above);
        if (!desk.isReadOnly())
            refusals.retainEntries(
                    p -> standing.flatMap(s -> s.plan().findIndicatorOrPart(p.row)).isPresent());
        rows.set(standing.map(this::createRows).orElse(List.of()));
        if (!desk.isReadOnly()) desk.rejectedInputsProperty().set(refusals.rejectedInputs());
    }

    /** The first cell of a line that was not understood. */
    Optional<IndicatorColumn> findRefusedColumn(UUID line) {
        Map<IndicatorColumn, RefusedEntry> refused =
                refusals.entriesByRow().getOrDefault(line, Map.of());
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

    private static List<IndicatorColumn> columnsOfPlan(Plan plan) {
        List<IndicatorColumn> columns =
                new ArrayList<>(
                        List.of(
                                new FieldColumn(ColumnField.NUMBER),
                                new FieldColumn(ColumnField.NAME),
                                new FieldColumn(ColumnField.UNIT),
                                new FieldColumn(ColumnField.BASELINE)));
        plan.periods().forEach(p -> columns.add(new PeriodColumn(p)));
        for (ColumnField field :
                List.of(
                        ColumnField.MID_TERM,
                        ColumnField.TARGET,
                        ColumnField.ATTAINMENT,
                        ColumnField.PROGRESS,
                        ColumnField.VERDICT,
                        ColumnField.TREND)) {
            columns.add(new FieldColumn(field));
        }
        return List.copyOf(columns);
    }

    private List<IndicatorRow> createRows(Evaluation standing) {
        RowMarks marks =
                new RowMarks(
                        desk.isReadOnly() ? Map.of() : refusals.entriesByRow(),
                        standing.plan().redactions().stream()
                                .collect(
                                        Collectors.groupingBy(
                                                Redaction::indicatorOrPartId, Collectors.toSet())));
        Map<UUID, List<Assessment>> in =
                standing.assessments().stream()
                        .collect(Collectors.groupingBy(a -> a.indicator().groupId()));
        List<IndicatorRow> rows = new ArrayList<>();
        for (IndicatorGroup group : standing.plan().groups()) {
            List<Assessment> members = in.getOrDefault(group.id(), List.of());
            VerdictTally tally = VerdictTally.forAssessments(members);
            rows.add(
                    new IndicatorRow.GroupRow(
                            group,
                            words.sentence(
                                    "overview.share." + tally.coverage(),
                                    tally.onCourseCount(),
                                    tally.judgedCount(),
                                    tally.unjudgedCount())));
            members.forEach(a -> rows.addAll(createLineRows(a, standing, marks)));
        }
        return List.copyOf(rows);
    }

    /** What lies on the cells, by line. */
    private record RowMarks(
            Map<UUID, Map<IndicatorColumn, RefusedEntry>> refused,
            Map<UUID, Set<Redaction>> redacted) {
        private IndicatorRow createLineRow(Assessment a, PartNesting nest) {
            return createLineRow(a, nest, redacted.getOrDefault(a.indicator().id(), Set.of()));
        }

        /** What is marked on the whole indicator is on its parts too. */
        private IndicatorRow createPartRow(Assessment a, UUID owner) {
            Redaction all = new Redaction.LineRedaction(owner);
            boolean whole = redacted.getOrDefault(owner, Set.of()).contains(all);
            return whole
                    ? createLineRow(a, PartNesting.PART, Set.of(all))
                    : createLineRow(a, PartNesting.PART);
        }

        private IndicatorRow createLineRow(
                Assessment a, PartNesting nest, Set<Redaction> redactions) {
            return new IndicatorRow.LineRow(
                    a, nest, refused.getOrDefault(a.indicator().id(), Map.of()), redactions);
        }
    }

    /** The indicator's line, and below it those of its parts where they are unfolded. */
    private List<IndicatorRow> createLineRows(Assessment a, Evaluation standing, RowMarks marks) {
        Indicator i = a.indicator();
        if (i.parts().isEmpty()) return List.of(marks.createLineRow(a, PartNesting.SINGLE));
        if (!unfolded.contains(i.id())) return List.of(marks.createLineRow(a, PartNesting.FOLDED));
        List<IndicatorRow> lines =
                new ArrayList<>(List.of(marks.createLineRow(a, PartNesting.UNFOLDED)));
        standing.assessParts(i).forEach(p -> lines.add(marks.createPartRow(p, i.id())));
        return lines;
    }

    /** What a cell of a line shows. */
    public CellContent formatCell(IndicatorRow.LineRow line, IndicatorColumn column) {
        return cells.formatCell(line, column);
    }

    /**
     * 脱敏: marks the values of the cells to leave the house as XX, or where all of them are marked
     * already takes the marks away.
     */
    void toggleRedaction(List<CellPlace> places) {
        Optional<Plan> plan = desk.shownPlan();
        if (plan.isEmpty()) return;
        List<Redaction> wanted =
                places.stream()
                        .flatMap(
                                p ->
                                        plan
                                                .get()
                                                .findIndicatorOrPart(p.row)
                                                .flatMap(
                                                        line -> p.column.redactionOfCell(line.id()))
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
    public void enterText(UUID row, IndicatorColumn column, String text) {
        CellPlace place = new CellPlace(row, column);
        try {
            Plan before = desk.shownPlan().orElseThrow();
            UnaryOperator<Plan> edit = CellEdit.parseCellEdit(place, text, before);
            refusals.removeEntry(place);
            showMessage("", false);
            desk.editPlan(editNameFor(place), edit);
            turnedDirectionSentence(before).ifPresent(this::showMessageWithStep);
            if (desk.shownPlan().orElseThrow() == before) computeRows();
        } catch (Problem problem) {
            refuseText(place, text, problem);
        } catch (IllegalArgumentException broken) {
            refuseText(place, text, toProblem(broken, text));
        }
    }

    /** What is undone with the step that was just done. */
    private void showMessageWithStep(String sentence) {
        showMessage(sentence, false);
        told = desk.nextUndoProperty().get();
    }

    /**
     * The indicators for which less is better since the edit, as their targets lie below their
     * baselines.
     */
    private Optional<String> turnedDirectionSentence(Plan before) {
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

    private static Problem toProblem(IllegalArgumentException broken, String text) {
        if (broken instanceof TextTooLongException longer) return Problem.forTooLongText(longer);
        String said = text.strip();
        return new Problem(
                "indicators.refused",
                said.length() > MOST_QUOTED ? said.substring(0, MOST_QUOTED) + "…" : said);
    }

    private void refuseText(CellPlace place, String text, Problem why) {
        refusals.addEntry(place, new RefusedEntry(text, why, Optional.empty()));
        showMessage(words.problemSentence(why), true);
        computeRows();
    }

    /** Drops what was typed and refused, so that the kept value shows again. */
    void cancelRefusedText(UUID row, IndicatorColumn column) {
        if (!refusals.removeEntry(new CellPlace(row, column))) return;
        showMessage("", false);
        computeRows();
    }

    private EditName editNameFor(CellPlace place) {
        Plan plan = desk.shownPlan().orElseThrow();
        String indicator =
                plan.findIndicatorOrPart(place.row)
                        .map(i -> lineName(plan, i))
                        .or(() -> plan.findGroup(place.row).map(IndicatorGroup::name))
                        .orElse("");
        return EditName.of("edit.cell", indicator, cells.columnHeading(place.column, plan));
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
    public List<CellPlace> pasteBlock(UUID row, IndicatorColumn column, String block) {
        if (refusesEdits()) return List.of();
        List<List<String>> lines = ClipboardBlock.parseBlock(block);
        List<IndicatorRow> all = rows.get();
        int first = indexOfRow(row);
        int from = columns.get().indexOf(column);
        if (first < 0 || from < 0 || lines.isEmpty()) return List.of();
        Map<CellPlace, String> texts = new LinkedHashMap<>();
        Map<UUID, String> added = new LinkedHashMap<>();
        int left = 0;
        int at = first;
        for (List<String> line : lines) {
            while (lines.size() > 1
                    && at < all.size()
                    && all.get(at) instanceof IndicatorRow.GroupRow
                    && !isGroupHeading(all.get(at), line, from)) at++;
            if (at < all.size() && isGroupHeading(all.get(at), line, from)) {
                at++;
                continue;
            }
            Optional<UUID> target =
                    at < all.size()
                            ? Optional.of(all.get(at))
                                    .filter(IndicatorRow.LineRow.class::isInstance)
                                    .map(IndicatorRow::id)
                            : addPastedIndicator(line, from, added);
            for (int i = 0; i < line.size(); i++) {
                boolean room =
                        target.isPresent()
                                && from + i < columns.get().size()
                                && isEditableCell(all, at, columns.get().get(from + i));
                if (room)
                    texts.put(
                            new CellPlace(target.get(), columns.get().get(from + i)), line.get(i));
                else if (!line.get(i).isBlank()) left++;
            }
            at++;
        }
        applyPastedTexts(texts, added, left);
        return List.copyOf(texts.keySet());
    }

    /**
     * Takes the texts as one step and says what became of them; what did not happen is not said.
     */
    private void applyPastedTexts(Map<CellPlace, String> texts, Map<UUID, String> added, int left) {
        long blank =
                texts.entrySet().stream()
                        .filter(t -> t.getValue().isBlank() && !shownText(t.getKey()).isEmpty())
                        .count();
        long written = texts.values().stream().filter(t -> !t.isBlank()).count();
        Plan before = desk.shownPlan().orElseThrow();
        int wrong = applyTexts("edit.pasted", texts, added);
        List<String> said =
                new ArrayList<>(List.of(words.sentence("indicators.applied", written - wrong)));
        if (blank > 0) said.add(words.sentence("indicators.applied.emptied", blank));
        if (wrong > 0) said.add(words.sentence("indicators.applied.wrong", wrong));
        if (left > 0) said.add(words.sentence("indicators.applied.left", left));
        String all =
                words.sentence(
                        "indicators.applied.all",
                        String.join(words.sentence("indicators.applied.between"), said));
        showMessage(
                turnedDirectionSentence(before)
                        .map(t -> words.sentence("indicators.applied.turned", all, t))
                        .orElse(all),
                wrong + left > 0);
        told = desk.nextUndoProperty().get();
    }

    /** What a cell shows now; nothing where it is still to be made. */
    private String shownText(CellPlace place) {
        int at = indexOfRow(place.row);
        return at >= 0 ? cellText(rows.get().get(at), place.column) : "";
    }

    /** A line below the last one that brings a name makes an indicator of its own. */
    private Optional<UUID> addPastedIndicator(
            List<String> line, int from, Map<UUID, String> added) {
        int name = columns.get().indexOf(NAME) - from;
        if (name < 0 || name >= line.size() || line.get(name).isBlank()) return Optional.empty();
        UUID id = UUID.randomUUID();
        added.put(id, CellEdit.toOneLine(line.get(name)));
        return Optional.of(id);
    }

    private static Plan planWithIndicators(Plan plan, Map<UUID, String> added) {
        Plan next = plan;
        for (Map.Entry<UUID, String> each : added.entrySet())
            next =
                    next.withIndicator(
                            Indicator.createNamed(
                                    each.getKey(), next.groups().getLast().id(), each.getValue()));
        return next;
    }

    private boolean isGroupHeading(IndicatorRow row, List<String> line, int from) {
        int name = columns.get().indexOf(NAME) - from;
        return row instanceof IndicatorRow.GroupRow(IndicatorGroup group, _)
                && name >= 0
                && name < line.size()
                && line.get(name).equals(group.name());
    }

    /** Puts one text into all the cells; one edit. */
    void fillCells(List<CellPlace> places, String text) {
        if (refusesEdits()) return;
        Map<CellPlace, String> texts = new LinkedHashMap<>();
        places.stream().filter(this::isEditableCell).forEach(p -> texts.put(p, text));
        applyPastedTexts(texts, Map.of(), 0);
    }

    /** Empties the cells; one edit. Names stay. */
    void clearCells(List<CellPlace> places) {
        if (refusesEdits()) return;
        Map<CellPlace, String> texts = new LinkedHashMap<>();
        places.stream()
                .filter(p -> isEditableCell(p) && !p.column.equals(NAME))
                .forEach(p -> texts.put(p, ""));
        long filled = texts.keySet().stream().filter(p -> !shownText(p).isEmpty()).count();
        applyTexts("edit.cleared", texts, Map.of());
        showMessage(filled == 0 ? "" : words.sentence("indicators.cleared", filled), false);
        told = desk.nextUndoProperty().get();
    }

    private boolean isEditableCell(CellPlace place) {
        int at = indexOfRow(place.row);
        return at >= 0 && isEditableCell(rows.get(), at, place.column);
    }

    /** A line below the last one is an indicator to be. */
    private static boolean isEditableCell(List<IndicatorRow> all, int at, IndicatorColumn column) {
        return at < all.size()
                ? all.get(at) instanceof IndicatorRow.LineRow line && line.isEditable(column)
                : column.isEditable();
    }

    /**
     * @return how many were refused
     */
    private int applyTexts(String key, Map<CellPlace, String> texts, Map<UUID, String> added) {
        Plan after = planWithIndicators(desk.shownPlan().orElseThrow(), added);
        Map<CellPlace, Problem> wrong = new LinkedHashMap<>();
        for (Map.Entry<CellPlace, String> entry : texts.entrySet()) {
            try {
                after =
                        CellEdit.parseCellEdit(entry.getKey(), entry.getValue(), after)
                                .apply(after);
                refusals.removeEntry(entry.getKey());
            } catch (Problem problem) {
                wrong.put(entry.getKey(), problem);
            } catch (IllegalArgumentException broken) {
                wrong.put(entry.getKey(), toProblem(broken, entry.getValue()));
            }
        }
        EditName step = EditName.of(key, "" + (texts.size() - wrong.size()));
        wrong.forEach(
                (place, problem) ->
                        refusals.addEntry(
                                place,
                                new RefusedEntry(texts.get(place), problem, Optional.of(step))));
        Plan done = after;
        desk.editPlan(step, _ -> done);
        computeRows();
        return wrong.size();
    }

    /**
     * The rectangle around the cells as lines and tabs, numbers as they would be typed. Headings
     * only where the names are copied.
     */
    String copyCells(List<CellPlace> places) {
        if (places.isEmpty()) return "";
        boolean named = places.stream().anyMatch(p -> p.column.equals(NAME));
        List<Integer> lines =
                places.stream()
                        .map(p -> indexOfRow(p.row))
                        .distinct()
                        .sorted()
                        .filter(l -> named || rows.get().get(l) instanceof IndicatorRow.LineRow)
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
                texts.add(cellText(rows.get().get(line), columns.get().get(column)));
            block.add(texts);
        }
        return ClipboardBlock.formatBlock(block);
    }

    private String cellText(IndicatorRow row, IndicatorColumn column) {
        return switch (row) {
            case IndicatorRow.GroupRow(IndicatorGroup group, _) ->
                    column.equals(NAME) ? group.name() : "";
            case IndicatorRow.LineRow line -> formatCell(line, column).typing();
        };
    }

    int indexOfRow(UUID row) {
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
                                    editNameFor(new CellPlace(row, new PeriodColumn(period))),
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
    void deleteRow(UUID row) {
        if (refusesEdits()) return;
        Plan plan = desk.shownPlan().orElseThrow();
        plan.findOwner(row)
                .ifPresent(
                        owner ->
                                owner.findPart(row)
                                        .ifPresent(part -> parts.deletePart(owner.id(), part)));
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
    void moveRow(UUID row, int by) {
        findOwner(row)
                .ifPresent(
                        owner ->
                                owner.findPart(row)
                                        .ifPresent(part -> parts.movePart(owner.id(), part, by)));
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
        Optional<Period> read = PeriodParser.parsePeriod(code);
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

    void selectRow(UUID row) {
        findOwner(row).ifPresent(i -> desk.selectedIndicatorProperty().set(Optional.of(i.id())));
    }

    /** True where the row is the indicator's own or one of its parts'. */
    boolean isRowOfIndicator(UUID row, UUID indicator) {
        return findOwner(row).filter(i -> i.id().equals(indicator)).isPresent();
    }

    /** Shows the parts of the row's indicator. */
    void unfoldParts(UUID row) {
        findOwner(row)
                .filter(i -> !i.parts().isEmpty() && unfolded.add(i.id()))
                .ifPresent(_ -> computeRows());
    }

    /**
     * Folds the parts of the row's indicator away. @return the indicator, where that changed
     * anything
     */
    Optional<UUID> foldParts(UUID row) {
        Optional<UUID> folded = findOwner(row).map(Indicator::id).filter(unfolded::remove);
        folded.ifPresent(_ -> computeRows());
        return folded;
    }

    void toggleFolded(UUID row) {
        if (foldParts(row).isEmpty()) unfoldParts(row);
    }

    private Optional<Indicator> findOwner(UUID row) {
        return desk.shownPlan().flatMap(p -> p.findOwner(row));
    }

    /** A new part of the row's indicator, to be named. */
    Optional<UUID> addPart(UUID row) {
        findOwner(row).ifPresent(i -> unfolded.add(i.id()));
        return findOwner(row).map(i -> parts.addNewPart(i.id()));
    }

    /** The cell that is to be gone to; its indicator is unfolded where it is a part's. */
    Optional<CellTarget> takeTargetCell() {
        Optional<CellTarget> wanted = desk.cellTargetProperty().get();
        desk.cellTargetProperty().set(Optional.empty());
        wanted.filter(
                        s ->
                                desk.shownPlan()
                                        .flatMap(p -> p.findIndicator(s.indicatorOrPartId()))
                                        .isEmpty())
                .ifPresent(s -> unfoldParts(s.indicatorOrPartId()));
        return wanted;
    }

    ReadOnlyObjectProperty<Optional<UUID>> selectedProperty() {
        return desk.selectedIndicatorProperty();
    }
}
