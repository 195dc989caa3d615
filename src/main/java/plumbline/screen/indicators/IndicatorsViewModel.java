package plumbline.screen.indicators;

import java.math.BigDecimal;
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
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import plumbline.assessment.Assessment;
import plumbline.assessment.Figure;
import plumbline.assessment.Series;
import plumbline.assessment.Standing;
import plumbline.assessment.Tally;
import plumbline.assessment.Total;
import plumbline.desk.Desk;
import plumbline.desk.Dialogs;
import plumbline.desk.Spot;
import plumbline.exchange.FigureReader;
import plumbline.exchange.NumberReader;
import plumbline.exchange.PeriodReader;
import plumbline.plan.Course;
import plumbline.plan.Direction;
import plumbline.plan.Fraction;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.Milestone;
import plumbline.plan.Milestone.Role;
import plumbline.plan.Observation;
import plumbline.plan.Part;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Reading;
import plumbline.plan.Redaction;
import plumbline.plan.Relation;
import plumbline.plan.Snapshot;
import plumbline.plan.Source;
import plumbline.plan.Status;
import plumbline.plan.TargetRevision;
import plumbline.plan.TooLong;
import plumbline.screen.indicators.Column.Field;
import plumbline.screen.indicators.Column.Figures;
import plumbline.screen.indicators.Column.Of;
import plumbline.screen.indicators.Refusals.Refused;
import plumbline.screen.indicators.Row.Cell;
import plumbline.screen.indicators.Row.Look;
import plumbline.screen.indicators.Row.Nest;
import plumbline.screen.parts.Following;
import plumbline.screen.parts.Seen;
import plumbline.words.Decisions;
import plumbline.words.EditName;
import plumbline.words.Explanation;
import plumbline.words.Problem;
import plumbline.words.TotalWording;
import plumbline.words.Wording;
import plumbline.words.Words;

/** The grid of indicators: its columns and rows, computed whole from the standing, and what can be done to a cell. */
public final class IndicatorsViewModel {

    /** A column with what stands above it. */
    record Head(Column column, String text) { }

    /** A cell by its row and column. */
    record Place(UUID row, Column column) { }

    private static final int MOST_QUOTED = 40;
    private static final Column NAME = new Of(Field.NAME);
    private static final List<Column> BESIDE_NAME = List.of(new Of(Field.NUMBER), new Of(Field.UNIT));

    private final Desk desk;
    private final Dialogs dialogs;
    private final PartEdits parts;
    private final Words words;
    private final Wording wording;
    private final Explanation explanation;
    private final Decisions decisions;
    private final ReadOnlyObjectWrapper<List<Column>> columns = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Head>> heads = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Row>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<String> message = new ReadOnlyObjectWrapper<>("");
    private final ReadOnlyBooleanWrapper refusing = new ReadOnlyBooleanWrapper();
    private final Refusals refusals;
    /** The step that the sentence under the grid tells of. */
    private Optional<EditName> told = Optional.empty();
    private final TotalWording totals;
    private final Set<UUID> unfolded = new HashSet<>();
    private final Following grid;
    private final Subscription subscription;

    public IndicatorsViewModel(Desk desk, Dialogs dialogs, PartEdits parts, Refusals refusals, Words words) {
        this.desk = desk;
        this.dialogs = dialogs;
        this.parts = parts;
        this.refusals = refusals;
        this.words = words;
        this.wording = new Wording(words);
        this.explanation = new Explanation(words);
        this.totals = new TotalWording(words);
        this.decisions = new Decisions(words);
        this.grid = new Following(this::compute, desk.standing());
        this.subscription = Subscription.combine(desk.frozen().subscribe(_ -> say("", false)), desk.nextRedo().subscribe((_, undone) -> undone.ifPresent(this::forget)));
    }

    /** Follows the desk only while it is seen. */
    Seen seen() {
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

    ReadOnlyObjectProperty<List<Row>> rows() {
        return rows.getReadOnlyProperty();
    }

    /** The sentence under the grid: what was refused, or what was pasted. */
    ReadOnlyObjectProperty<String> message() {
        return message.getReadOnlyProperty();
    }

    /** While there is a snapshot to look at, nothing can be changed. */
    ReadOnlyObjectProperty<Optional<Snapshot>> frozen() {
        return desk.frozen();
    }

    /** True, and said under the grid, while a snapshot is looked at. */
    boolean refusesEdits() {
        desk.frozen().get().ifPresent(s -> say(words.say("snapshot.readOnly", s.name()), true));
        return desk.readOnly();
    }

    /** True while the sentence tells of something refused. */
    ReadOnlyBooleanProperty refusing() {
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
        Optional<Standing> standing = desk.standing().get();
        if (refusals.of(standing.map(s -> s.plan().id()))) say("", false);
        List<Column> next = standing.map(s -> columns(s.plan())).orElse(List.of());
        if (!next.equals(columns.get())) columns.set(next);
        heads.set(standing.map(s -> next.stream().map(c -> new Head(c, dated(c, s.plan()))).toList()).orElse(List.of()));
        List<UUID> lines = rowIds(standing);
        if (!desk.readOnly()) refusals.keep(p -> lines.contains(p.row));
        rows.set(standing.map(s -> rows(s, next)).orElse(List.of()));
    }

    private static List<UUID> rowIds(Optional<Standing> standing) {
        return standing.map(s -> s.plan().indicators().stream().flatMap(i -> Stream.concat(Stream.of(i.id()), i.parts().stream().map(Part::id))).toList()).orElse(List.of());
    }

    private static List<Column> columns(Plan plan) {
        List<Column> columns = new ArrayList<>(List.of(new Of(Field.NUMBER), new Of(Field.NAME), new Of(Field.UNIT), new Of(Field.BASELINE)));
        plan.periods().forEach(p -> columns.add(new Figures(p)));
        for (Field field : List.of(Field.MID_TERM, Field.TARGET, Field.ATTAINMENT, Field.PROGRESS, Field.VERDICT, Field.TREND)) {
            columns.add(new Of(field));
        }
        return List.copyOf(columns);
    }

    private List<Row> rows(Standing standing, List<Column> columns) {
        List<Row> rows = new ArrayList<>();
        for (IndicatorGroup group : standing.plan().groups()) {
            List<Assessment> in = standing.in(group);
            Tally tally = Tally.of(in);
            rows.add(new Row.Group(group, words.say("indicators.group", tally.onCourse(), tally.total())));
            in.forEach(a -> rows.addAll(lines(a, columns, standing)));
        }
        return List.copyOf(rows);
    }

    /** The indicator's line, and below it those of its parts where they are unfolded. */
    private List<Row> lines(Assessment a, List<Column> columns, Standing standing) {
        boolean open = unfolded.contains(a.indicator().id()) && !a.indicator().parts().isEmpty();
        Nest nest = a.indicator().parts().isEmpty() ? Nest.SINGLE : open ? Nest.UNFOLDED : Nest.FOLDED;
        List<Row> lines = new ArrayList<>(List.of(line(a, nest, columns)));
        if (open) standing.parts(a.indicator()).forEach(p -> lines.add(line(p, Nest.PART, columns)));
        return lines;
    }

    private Row line(Assessment a, Nest nest, List<Column> columns) {
        Map<Column, Cell> cells = new LinkedHashMap<>();
        Series series = a.series();
        for (Column column : columns) {
            cells.put(column, refusal(new Place(a.indicator().id(), column)).orElseGet(() -> cell(a, nest, series, column)));
        }
        List<Double> trend = new ArrayList<>();
        a.indicator().course().baseline().ifPresent(b -> trend.add(b.amount().doubleValue()));
        series.observations().stream().filter(o -> !o.forecast()).forEach(o -> o.reading().value().ifPresent(v -> trend.add(v.doubleValue())));
        return new Row.Line(a, nest, cells, List.copyOf(trend), redacted(a.indicator(), columns));
    }

    private Set<Column> redacted(Indicator line, List<Column> columns) {
        return desk.plan().filter(p -> !p.redactions().isEmpty()).stream()
                .flatMap(p -> columns.stream().filter(c -> !BESIDE_NAME.contains(c) && redaction(line, c).filter(p::redacts).isPresent())).collect(Collectors.toSet());
    }

    /** What is marked at a cell; at the name, or what stands with it, the whole line. */
    private static Optional<Redaction> redaction(Indicator line, Column column) {
        return switch (column) {
            case Figures(Period period) -> Optional.of(new Redaction.Figures(line.id(), period));
            case Of(Field field) -> switch (field) {
                case NUMBER, NAME, UNIT -> Optional.of(new Redaction.Line(line.id()));
                case BASELINE -> Optional.of(new Redaction.Target(line.id(), Role.BASELINE, Optional.empty()));
                case MID_TERM -> Optional.of(new Redaction.Target(line.id(), Role.MID_TERM, Optional.empty()));
                case TARGET -> Optional.of(new Redaction.Target(line.id(), Role.FINAL, Optional.empty()));
                case ATTAINMENT, PROGRESS, VERDICT, TREND -> Optional.empty();
            };
        };
    }

    /** 脱敏: marks the values of the cells to leave the house as XX, or where all of them are marked already takes the marks away. */
    void redact(List<Place> places) {
        Optional<Plan> plan = desk.plan();
        if (plan.isEmpty()) return;
        List<Redaction> wanted = places.stream().flatMap(p -> plan.get().line(p.row).flatMap(line -> redaction(line, p.column)).stream()).distinct().toList();
        if (wanted.isEmpty()) return;
        List<Redaction> marked = wanted.stream().filter(plan.get().redactions()::contains).toList();
        boolean all = marked.size() == wanted.size();
        desk.edit(EditName.of(all ? "edit.redaction.taken" : "edit.redaction", "" + wanted.size()), p -> all ? p.unmarked(marked) : p.marked(wanted));
    }

    /** A snapshot has none. */
    private Optional<Cell> refusal(Place place) {
        return desk.readOnly() ? Optional.empty() : refusals.at(place).map(r -> new Cell(r.text(), r.text(), Look.REFUSED, words.say(r.why())));
    }

    private Cell cell(Assessment a, Nest nest, Series series, Column column) {
        Indicator i = a.indicator();
        boolean unjudged = nest == Nest.PART && i.course().milestones().isEmpty();
        if (unjudged && List.of(new Of(Field.ATTAINMENT), new Of(Field.PROGRESS), new Of(Field.VERDICT)).contains(column)) return computed("", "");
        return switch (column) {
            case Figures(Period period) -> figure(series, period);
            case Of(Field field) -> switch (field) {
                case NUMBER -> computed(nest == Nest.PART ? "" : "" + a.number(), "");
                case NAME -> new Cell(i.name(), i.name(), Look.PLAIN, i.definition());
                case UNIT -> new Cell(i.unit(), i.unit(), Look.PLAIN, "");
                case BASELINE -> milestone(i.course().baseline(), a);
                case MID_TERM -> milestone(i.course().midTerm(), a);
                case TARGET -> milestone(i.course().target(), a);
                case ATTAINMENT -> computed(a.value().isPresent() ? Wording.percent(a.attainment()) : "", attained(a.attainment(), i));
                case PROGRESS -> computed(a.value().isPresent() ? Wording.percent(a.progress()) : "", why(a.progress(), i));
                case VERDICT -> computed(wording.verdict(a), explanation.ground(a) + a.byHand().map(h -> "\n" + decisions.byHand(h, a)).orElse(""));
                case TREND -> computed("", "");
            };
        };
    }

    /** Of a falling indicator it is said that less is better: 145 % is no success there. */
    private String attained(Figure figure, Indicator i) {
        return figure.either(_ -> i.direction() == Direction.LOWER ? words.say("indicators.falling") : "", reason -> explanation.say(reason, i));
    }

    private String why(Figure figure, Indicator i) {
        return figure.either(_ -> "", reason -> explanation.say(reason, i));
    }

    private static Cell computed(String text, String hint) {
        return new Cell(text, text, Look.COMPUTED, hint);
    }

    /** The indicator's own figure, or the total of its parts; where there is neither, the hint says which parts are missing. */
    private Cell figure(Series series, Period period) {
        Indicator i = series.indicator();
        Optional<Observation> shown = series.shown(period);
        Optional<Total> total = shown.flatMap(series::totalOf);
        if (total.isPresent()) return total(shown.get(), total.get(), i);
        return shown.map(o -> figure(o, i)).orElseGet(() -> new Cell("", "", Look.PLAIN, series.total(period).map(totals::of).orElse("")));
    }

    private Cell total(Observation o, Total total, Indicator i) {
        String text = wording.observation(o, i.decimals());
        return new Cell(words.say("part.sign", text), text, Look.TOTAL, totals.of(total));
    }

    private Cell figure(Observation o, Indicator i) {
        Look look = o.reading() instanceof Reading.Missing ? Look.MISSING : o.forecast() ? Look.FORECAST : Look.PLAIN;
        String text = wording.observation(o, i.decimals());
        String typing = o.reading() instanceof Reading.Value(BigDecimal amount, boolean about, _) && !about && o.status() == Status.ACTUAL
                ? Wording.number(amount) : text;
        String hint = Fraction.of(o.reading()).map(f -> f.text() + "\n").orElse("") + explanation.source(o.source()) + (o.note().isEmpty() ? "" : "\n" + o.note());
        return new Cell(text, Fraction.of(o.reading()).map(f -> typing(f, o.status())).orElse(typing), look, hint);
    }

    /** A fraction is typed and copied as it was written. */
    private String typing(Fraction fraction, Status status) {
        return switch (status) {
            case ACTUAL -> fraction.text();
            case PRELIMINARY -> words.say("wording.preliminary", fraction.text());
            case FORECAST -> words.say("wording.forecast", fraction.text());
        };
    }

    private Cell milestone(Optional<Milestone> milestone, Assessment a) {
        return milestone.map(m -> {
            boolean plain = m.relation() == (m.role() == Role.BASELINE ? Relation.EQUAL : a.indicator().direction().usual());
            String text = plain ? Wording.number(m.amount()) : wording.target(m);
            return new Cell(text, text, Look.PLAIN, words.say(m.role()) + " · " + wording.date(m.on()) + revised(m, a));
        }).orElse(new Cell("", "", Look.PLAIN, ""));
    }

    /** How a target came about, and whether it was in force at the evaluation date. */
    private String revised(Milestone m, Assessment a) {
        StringBuilder said = new StringBuilder();
        for (TargetRevision r : a.indicator().revisions()) {
            if (!r.of(m)) continue;
            said.append('\n').append(decisions.revised(a.indicator(), r)).append(words.say("wording.sentences")).append(decisions.basis(r));
            if (r.decided().isAfter(a.at())) said.append(words.say("wording.sentences")).append(words.say("revision.grid.former"));
        }
        return said.toString();
    }

    /** The head of a column; of a target whose day is not the end of a year with that day. */
    private String dated(Column column, Plan plan) {
        return column.equals(new Of(Field.MID_TERM)) ? words.say("indicators.midTerm", head(column, plan), plan.middle()) : head(column, plan);
    }

    /** The name of a column. */
    String head(Column column, Plan plan) {
        return switch (column) {
            case Figures(Period period) -> wording.period(period);
            case Of(Field field) -> switch (field) {
                case BASELINE -> words.say("indicators.baseline", "" + plan.baselineYear());
                case TARGET -> words.say("indicators.target", "" + plan.lastYear());
                default -> words.say("indicators.column." + field.name());
            };
        };
    }

    /** Takes what was typed into a cell as one edit; what is not understood is marked, and kept. */
    void type(UUID row, Column column, String text) {
        Place place = new Place(row, column);
        try {
            Plan before = desk.plan().orElseThrow();
            UnaryOperator<Plan> edit = edit(place, text, before);
            refusals.drop(place);
            say("", false);
            desk.edit(name(place), edit);
            if (desk.plan().orElseThrow() == before) compute();
        } catch (Problem problem) {
            refuse(place, text, problem);
        } catch (IllegalArgumentException broken) {
            refuse(place, text, why(broken, text));
        }
    }

    private static Problem why(IllegalArgumentException broken, String text) {
        if (broken instanceof TooLong longer) return Problem.of(longer);
        String said = text.strip();
        return new Problem("indicators.refused", said.length() > MOST_QUOTED ? said.substring(0, MOST_QUOTED) + "…" : said);
    }

    private void refuse(Place place, String text, Problem why) {
        refusals.put(place, new Refused(text, why, Optional.empty()));
        say(words.say(why), true);
        compute();
    }

    /** Drops what was typed and refused, so that the kept value shows again. */
    void cancel(UUID row, Column column) {
        if (!refusals.drop(new Place(row, column))) return;
        say("", false);
        compute();
    }

    private EditName name(Place place) {
        Plan plan = desk.plan().orElseThrow();
        String indicator = plan.line(place.row).map(i -> lineName(plan, i)).or(() -> plan.group(place.row).map(IndicatorGroup::name)).orElse("");
        return EditName.of("edit.cell", indicator, head(place.column, plan));
    }

    /** Of a part its indicator's name too. */
    private static String lineName(Plan plan, Indicator line) {
        String owner = plan.ownerOf(line.id()).orElseThrow().name();
        return plan.indicator(line.id()).isPresent() ? owner : owner + " · " + line.name();
    }

    /** The edit a text in a cell means, read in the units of the plan. */
    private static UnaryOperator<Plan> edit(Place place, String text, Plan plan) throws Problem {
        Optional<IndicatorGroup> group = plan.group(place.row);
        if (group.isPresent()) return p -> p.with(new IndicatorGroup(place.row, oneLine(text)));
        Indicator indicator = plan.line(place.row).orElseThrow();
        return switch (place.column) {
            case Figures(Period period) -> figure(indicator, period, text);
            case Of(Field field) -> switch (field) {
                case NAME -> named(plan, place.row, oneLine(text));
                case UNIT -> p -> p.changeIndicator(place.row, i -> i.change(d -> d.unit = oneLine(text)));
                case BASELINE -> milestone(indicator, Role.BASELINE, text, plan);
                case MID_TERM -> milestone(indicator, Role.MID_TERM, text, plan);
                case TARGET -> milestone(indicator, Role.FINAL, text, plan);
                case NUMBER, ATTAINMENT, PROGRESS, VERDICT, TREND -> UnaryOperator.identity();
            };
        };
    }

    private static UnaryOperator<Plan> named(Plan plan, UUID row, String name) throws Problem {
        boolean twice = plan.indicator(row).isEmpty() && plan.ownerOf(row).stream().flatMap(i -> i.parts().stream()).anyMatch(p -> p.name().equals(name) && !p.id().equals(row));
        if (twice) throw new Problem("part.name.twice", name);
        return p -> p.changeLine(row, i -> i.change(d -> d.name = name));
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }

    private static UnaryOperator<Plan> figure(Indicator indicator, Period period, String text) throws Problem {
        NumberReader.Written written = FigureReader.read(text, indicator);
        if (text.isBlank()) return p -> p.erase(indicator.id(), period);
        Optional<Observation> old = indicator.shown(period);
        if (old.filter(o -> same(o, written)).isPresent()) return p -> p;
        String note = old.map(Observation::note).orElse("");
        int months = old.filter(o -> o.status() == written.status()).map(Observation::months).orElse(period.months());
        Observation typed = new Observation(period, months, written.reading(), written.status(), Source.TYPED, note);
        boolean overFigure = written.status() == Status.FORECAST && old.filter(o -> !o.forecast()).isPresent();
        return overFigure ? p -> p.erase(indicator.id(), period).record(indicator.id(), typed) : p -> p.record(indicator.id(), typed);
    }

    /** True if it would be shown the same, however it was written: then the figure keeps its source. */
    private static boolean same(Observation old, NumberReader.Written written) {
        boolean alike = old.reading() instanceof Reading.Value(BigDecimal was, boolean about, _)
                && written.reading() instanceof Reading.Value(BigDecimal is, boolean roughly, _) && was.equals(is) && about == roughly;
        return old.status() == written.status() && (alike || old.reading().equals(written.reading()));
    }

    private static UnaryOperator<Plan> milestone(Indicator i, Role role, String text, Plan plan) throws Problem {
        Course course = TypedTarget.into(i, role, text, plan);
        return p -> p.changeLine(i.id(), x -> x.aiming(course));
    }

    /**
     * Puts a block of lines and tabs in, its first cell at the place; one edit. Wrong cells are marked, the others taken. Headings of
     * groups are passed over, with the line of the block that names them.
     *
     * @return the cells it went into
     */
    List<Place> paste(UUID row, Column column, String block) {
        if (refusesEdits()) return List.of();
        List<List<String>> lines = Block.read(block);
        List<Row> all = rows.get();
        int first = indexOf(row);
        int from = columns.get().indexOf(column);
        if (first < 0 || from < 0 || lines.isEmpty()) return List.of();
        Map<Place, String> texts = new LinkedHashMap<>();
        Map<UUID, String> added = new LinkedHashMap<>();
        int left = 0;
        int at = first;
        for (List<String> line : lines) {
            while (lines.size() > 1 && at < all.size() && all.get(at) instanceof Row.Group && !heading(all.get(at), line, from)) at++;
            if (at < all.size() && heading(all.get(at), line, from)) {
                at++;
                continue;
            }
            Optional<UUID> target = at < all.size() ? Optional.of(all.get(at)).filter(Row.Line.class::isInstance).map(Row::id) : added(line, from, added);
            for (int i = 0; i < line.size(); i++) {
                boolean room = target.isPresent() && from + i < columns.get().size() && takes(all, at, columns.get().get(from + i));
                if (room) texts.put(new Place(target.get(), columns.get().get(from + i)), line.get(i));
                else if (!line.get(i).isBlank()) left++;
            }
            at++;
        }
        pasted(texts, added, left);
        return List.copyOf(texts.keySet());
    }

    /** Takes the texts as one step and says what became of them; what did not happen is not said. */
    private void pasted(Map<Place, String> texts, Map<UUID, String> added, int left) {
        long blank = texts.entrySet().stream().filter(t -> t.getValue().isBlank() && !shown(t.getKey()).isEmpty()).count();
        long written = texts.values().stream().filter(t -> !t.isBlank()).count();
        int wrong = apply("edit.pasted", texts, added);
        List<String> said = new ArrayList<>(List.of(words.say("indicators.applied", written - wrong)));
        if (blank > 0) said.add(words.say("indicators.applied.emptied", blank));
        if (wrong > 0) said.add(words.say("indicators.applied.wrong", wrong));
        if (left > 0) said.add(words.say("indicators.applied.left", left));
        say(words.say("indicators.applied.all", String.join(words.say("indicators.applied.between"), said)), wrong + left > 0);
        told = desk.nextUndo().get();
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
        added.put(id, oneLine(line.get(name)));
        return Optional.of(id);
    }

    private static Plan with(Plan plan, Map<UUID, String> added) {
        Plan next = plan;
        for (Map.Entry<UUID, String> each : added.entrySet()) next = next.with(Indicator.named(each.getKey(), next.groups().getLast().id(), each.getValue()));
        return next;
    }

    private boolean heading(Row row, List<String> line, int from) {
        int name = columns.get().indexOf(NAME) - from;
        return row instanceof Row.Group(IndicatorGroup group, _) && name >= 0 && name < line.size() && line.get(name).equals(group.name());
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
        places.stream().filter(p -> takes(p) && !p.column.equals(NAME)).forEach(p -> texts.put(p, ""));
        long filled = texts.keySet().stream().filter(p -> !shown(p).isEmpty()).count();
        apply("edit.cleared", texts, Map.of());
        say(filled == 0 ? "" : words.say("indicators.cleared", filled), false);
        told = desk.nextUndo().get();
    }

    private boolean takes(Place place) {
        int at = indexOf(place.row);
        return at >= 0 && takes(rows.get(), at, place.column);
    }

    /** A line below the last one is an indicator to be. */
    private static boolean takes(List<Row> all, int at, Column column) {
        return at < all.size() ? all.get(at) instanceof Row.Line line && line.takes(column) : column.typed();
    }

    /** @return how many were refused */
    private int apply(String key, Map<Place, String> texts, Map<UUID, String> added) {
        Plan after = with(desk.plan().orElseThrow(), added);
        Map<Place, Problem> wrong = new LinkedHashMap<>();
        for (Map.Entry<Place, String> entry : texts.entrySet()) {
            try {
                after = edit(entry.getKey(), entry.getValue(), after).apply(after);
                refusals.drop(entry.getKey());
            } catch (Problem problem) {
                wrong.put(entry.getKey(), problem);
            } catch (IllegalArgumentException broken) {
                wrong.put(entry.getKey(), why(broken, entry.getValue()));
            }
        }
        EditName step = EditName.of(key, "" + (texts.size() - wrong.size()));
        wrong.forEach((place, problem) -> refusals.put(place, new Refused(texts.get(place), problem, Optional.of(step))));
        Plan done = after;
        desk.edit(step, _ -> done);
        compute();
        return wrong.size();
    }

    /** The rectangle around the cells as lines and tabs, numbers as they would be typed. Headings only where the names are copied. */
    String copy(List<Place> places) {
        if (places.isEmpty()) return "";
        boolean named = places.stream().anyMatch(p -> p.column.equals(NAME));
        List<Integer> lines = places.stream().map(p -> indexOf(p.row)).distinct().sorted().filter(l -> named || rows.get().get(l) instanceof Row.Line)
                .toList();
        List<Integer> across = places.stream().map(p -> columns.get().indexOf(p.column)).distinct().sorted().toList();
        List<List<String>> block = new ArrayList<>();
        for (int line : lines) {
            List<String> texts = new ArrayList<>();
            for (int column : across) texts.add(text(rows.get().get(line), columns.get().get(column)));
            block.add(texts);
        }
        return Block.write(block);
    }

    private static String text(Row row, Column column) {
        return switch (row) {
            case Row.Group(IndicatorGroup group, _) -> column.equals(NAME) ? group.name() : "";
            case Row.Line line -> line.cells().get(column).typing();
        };
    }

    int indexOf(UUID row) {
        for (int i = 0; i < rows.get().size(); i++) if (rows.get().get(i).id().equals(row)) return i;
        return -1;
    }

    /** Makes the figure of a period a forecast, or an actual again. */
    void toggleForecast(UUID row, Period period) {
        desk.plan().flatMap(p -> p.line(row)).flatMap(i -> i.shown(period)).ifPresent(o -> {
            Status status = o.forecast() ? Status.ACTUAL : Status.FORECAST;
            Observation turned = new Observation(period, o.months(), o.reading(), status, o.source(), o.note());
            desk.edit(name(new Place(row, new Figures(period))), p -> p.erase(row, period).record(row, turned));
        });
    }

    /**
     * @param row the line it is added at: into the same group
     * @return the new indicator, to be named
     */
    UUID addIndicator(Optional<UUID> row) {
        Plan plan = desk.plan().orElseThrow();
        UUID id = UUID.randomUUID();
        Optional<UUID> wanted = row.flatMap(r -> plan.group(r).map(IndicatorGroup::id).or(() -> plan.indicator(r).map(Indicator::group)));
        String name = words.say("indicators.new");
        desk.edit(EditName.of("edit.indicator.added", name), p -> {
            Plan grouped = p.groups().isEmpty() ? p.with(new IndicatorGroup(UUID.randomUUID(), words.say("indicators.newGroup"))) : p;
            UUID group = wanted.orElse(grouped.groups().getLast().id());
            return grouped.with(Indicator.named(id, group, name));
        });
        desk.indicator().set(Optional.of(id));
        return id;
    }

    /** @return the new group, to be named */
    UUID addGroup() {
        UUID id = UUID.randomUUID();
        String name = words.say("indicators.newGroup");
        desk.edit(EditName.of("edit.group.added", name), p -> p.with(new IndicatorGroup(id, name)));
        return id;
    }

    /** Deletes an indicator after asking, a part too where it has figures; an empty group without. A group with indicators stays. */
    void delete(UUID row) {
        if (refusesEdits()) return;
        Plan plan = desk.plan().orElseThrow();
        plan.ownerOf(row).ifPresent(owner -> owner.part(row).ifPresent(part -> parts.delete(owner.id(), part)));
        plan.indicator(row).ifPresent(i -> {
            if (dialogs.confirm(words.say("indicators.delete.ask", i.name(), i.observations().size()), words.say("indicators.delete"))) {
                desk.edit(EditName.of("edit.indicator.deleted", i.name()), p -> p.without(i));
            }
        });
        plan.group(row).ifPresent(g -> {
            if (plan.in(g).isEmpty()) {
                desk.edit(EditName.of("edit.group.deleted", g.name()), p -> p.change(d -> d.groups = p.groups().stream()
                        .filter(x -> !x.id().equals(g.id())).toList()));
            } else {
                dialogs.tell(words.say("indicators.group.notEmpty", g.name(), plan.in(g).size()));
            }
        });
    }

    /** @param by −1 up, +1 down */
    void move(UUID row, int by) {
        owner(row).ifPresent(owner -> owner.part(row).ifPresent(part -> parts.move(owner.id(), part, by)));
        desk.plan().flatMap(p -> p.indicator(row)).ifPresent(i ->
                desk.edit(EditName.of("edit.indicator.moved", i.name()), p -> p.move(row, by)));
    }

    /** @return a sentence where the text is not a period */
    Optional<String> addPeriod(String code) {
        Optional<Period> read = PeriodReader.read(code);
        read.ifPresent(period -> desk.edit(EditName.of("edit.period.added", wording.period(period)), p -> p.with(period)));
        return read.isPresent() ? Optional.empty() : Optional.of(words.say("indicators.period.wrong", code.strip()));
    }

    /** Takes a column away; one with figures in it stays. */
    void removePeriod(Period period) {
        Plan plan = desk.plan().orElseThrow();
        long figures = rowIds(desk.standing().get()).stream().flatMap(id -> plan.line(id).stream()).filter(i -> i.shown(period).isPresent()).count();
        if (figures > 0) {
            dialogs.tell(words.say("indicators.period.notEmpty", wording.period(period), figures));
            return;
        }
        desk.edit(EditName.of("edit.period.removed", wording.period(period)),
                p -> p.change(d -> d.periods = p.periods().stream().filter(x -> !x.equals(period)).toList()));
    }

    void select(UUID row) {
        owner(row).ifPresent(i -> desk.indicator().set(Optional.of(i.id())));
    }

    /** True where the row is the indicator's own or one of its parts'. */
    boolean of(UUID row, UUID indicator) {
        return owner(row).filter(i -> i.id().equals(indicator)).isPresent();
    }

    /** Shows the parts of the row's indicator. */
    void unfold(UUID row) {
        owner(row).filter(i -> !i.parts().isEmpty() && unfolded.add(i.id())).ifPresent(_ -> compute());
    }

    /** Folds the parts of the row's indicator away. @return the indicator, where that changed anything */
    Optional<UUID> fold(UUID row) {
        Optional<UUID> folded = owner(row).map(Indicator::id).filter(unfolded::remove);
        folded.ifPresent(_ -> compute());
        return folded;
    }

    void turn(UUID row) {
        if (fold(row).isEmpty()) unfold(row);
    }

    private Optional<Indicator> owner(UUID row) {
        return desk.plan().flatMap(p -> p.ownerOf(row));
    }

    /** A new part of the row's indicator, to be named. */
    Optional<UUID> addPart(UUID row) {
        owner(row).ifPresent(i -> unfolded.add(i.id()));
        return owner(row).map(i -> parts.add(i.id()));
    }

    /** The cell that is to be gone to; its indicator is unfolded where it is a part's. */
    Optional<Spot> takeSpot() {
        Optional<Spot> wanted = desk.spot().get();
        desk.spot().set(Optional.empty());
        wanted.filter(s -> desk.plan().flatMap(p -> p.indicator(s.line())).isEmpty()).ifPresent(s -> unfold(s.line()));
        return wanted;
    }

    ReadOnlyObjectProperty<Optional<UUID>> selected() {
        return desk.indicator();
    }
}
