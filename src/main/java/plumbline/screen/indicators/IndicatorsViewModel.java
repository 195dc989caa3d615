package plumbline.screen.indicators;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
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
import plumbline.plan.Relation;
import plumbline.plan.Source;
import plumbline.plan.Status;
import plumbline.screen.indicators.Column.Field;
import plumbline.screen.indicators.Column.Figures;
import plumbline.screen.indicators.Column.Of;
import plumbline.screen.indicators.Row.Cell;
import plumbline.screen.indicators.Row.Look;
import plumbline.screen.indicators.Row.Nest;
import plumbline.words.EditName;
import plumbline.words.Explanation;
import plumbline.words.Problem;
import plumbline.words.TotalWording;
import plumbline.words.Wording;
import plumbline.words.Words;

/** The grid of indicators: its columns and rows, computed whole from the standing, and what can be done to a cell. */
public final class IndicatorsViewModel {

    /** A cell by its row and column. */
    record Place(UUID row, Column column) { }

    /** What was typed and not understood: kept until it is mended or cancelled. */
    private record Refused(String text, String sentence) { }

    private final Desk desk;
    private final Dialogs dialogs;
    private final PartEdits parts;
    private final Words words;
    private final Wording wording;
    private final Explanation explanation;
    private final ReadOnlyObjectWrapper<List<Column>> columns = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Row>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<String> message = new ReadOnlyObjectWrapper<>("");
    private final Map<Place, Refused> refused = new HashMap<>();
    private final TotalWording totals;
    private final Set<UUID> unfolded = new HashSet<>();
    private final Subscription subscription;

    public IndicatorsViewModel(Desk desk, Dialogs dialogs, PartEdits parts, Words words) {
        this.desk = desk;
        this.dialogs = dialogs;
        this.parts = parts;
        this.words = words;
        this.wording = new Wording(words);
        this.explanation = new Explanation(words);
        this.totals = new TotalWording(words);
        this.subscription = desk.standing().subscribe(_ -> compute());
    }

    void close() {
        subscription.unsubscribe();
    }

    ReadOnlyObjectProperty<List<Column>> columns() {
        return columns.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Row>> rows() {
        return rows.getReadOnlyProperty();
    }

    /** The sentence under the grid: what was refused, or what was pasted. */
    ReadOnlyObjectProperty<String> message() {
        return message.getReadOnlyProperty();
    }

    private void compute() {
        Optional<Standing> standing = desk.standing().get();
        List<Column> next = standing.map(s -> columns(s.plan())).orElse(List.of());
        if (!next.equals(columns.get())) columns.set(next);
        refused.keySet().removeIf(p -> !rowIds(standing).contains(p.row));
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
            Refused wrong = refused.get(new Place(a.indicator().id(), column));
            cells.put(column, wrong == null ? cell(a, nest, series, column) : new Cell(wrong.text, wrong.text, Look.REFUSED, wrong.sentence));
        }
        List<Double> trend = new ArrayList<>();
        a.indicator().course().baseline().ifPresent(b -> trend.add(b.amount().doubleValue()));
        series.observations().stream().filter(o -> !o.forecast()).forEach(o -> o.reading().value().ifPresent(v -> trend.add(v.doubleValue())));
        return new Row.Line(a, nest, cells, List.copyOf(trend));
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
                case BASELINE -> milestone(i.course().baseline(), i);
                case MID_TERM -> milestone(i.course().midTerm(), i);
                case TARGET -> milestone(i.course().target(), i);
                case ATTAINMENT -> computed(a.value().isPresent() ? Wording.percent(a.attainment()) : "", why(a.attainment(), i));
                case PROGRESS -> computed(a.value().isPresent() ? Wording.percent(a.progress()) : "", why(a.progress(), i));
                case VERDICT -> computed(wording.verdict(a), explanation.ground(a));
                case TREND -> computed("", "");
            };
        };
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

    private Cell milestone(Optional<Milestone> milestone, Indicator i) {
        return milestone.map(m -> {
            boolean plain = m.role() == Role.BASELINE || m.relation() == usual(i);
            String text = plain ? Wording.number(m.amount()) : wording.target(m);
            return new Cell(text, text, Look.PLAIN, words.say(m.role()) + " · " + wording.date(m.on()));
        }).orElse(new Cell("", "", Look.PLAIN, ""));
    }

    private static Relation usual(Indicator i) {
        return i.direction() == Direction.HIGHER ? Relation.AT_LEAST : Relation.AT_MOST;
    }

    /** The head of a column. */
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

    Optional<Plan> plan() {
        return desk.plan();
    }

    /** Takes what was typed into a cell as one edit; what is not understood is marked, and kept. */
    void type(UUID row, Column column, String text) {
        Place place = new Place(row, column);
        try {
            UnaryOperator<Plan> edit = edit(place, text);
            refused.remove(place);
            message.set("");
            Plan before = desk.plan().orElseThrow();
            desk.edit(name(place), edit);
            if (desk.plan().orElseThrow() == before) compute();
        } catch (Problem problem) {
            refuse(place, text, words.say(problem));
        } catch (IllegalArgumentException _) {
            refuse(place, text, words.say("indicators.refused", text.strip()));
        }
    }

    private void refuse(Place place, String text, String sentence) {
        refused.put(place, new Refused(text, sentence));
        message.set(sentence);
        compute();
    }

    /** Drops what was typed and refused, so that the kept value shows again. */
    void cancel(UUID row, Column column) {
        if (refused.remove(new Place(row, column)) == null) return;
        message.set("");
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

    /** The edit a text in a cell means. */
    private UnaryOperator<Plan> edit(Place place, String text) throws Problem {
        Plan plan = desk.plan().orElseThrow();
        Optional<IndicatorGroup> group = plan.group(place.row);
        if (group.isPresent()) return p -> p.with(new IndicatorGroup(place.row, text.strip()));
        Indicator indicator = plan.line(place.row).orElseThrow();
        return switch (place.column) {
            case Figures(Period period) -> figure(indicator, period, text);
            case Of(Field field) -> switch (field) {
                case NAME -> named(plan, place.row, text.strip());
                case UNIT -> p -> p.changeIndicator(place.row, i -> i.change(d -> d.unit = text.strip()));
                case BASELINE -> milestone(indicator, Role.BASELINE, plan.baselineDay(), Relation.EQUAL, text);
                case MID_TERM -> milestone(indicator, Role.MID_TERM, midTerm(indicator, plan), usual(indicator), text);
                case TARGET -> milestone(indicator, Role.FINAL, plan.ends(), usual(indicator), text);
                case NUMBER, ATTAINMENT, PROGRESS, VERDICT, TREND -> UnaryOperator.identity();
            };
        };
    }

    private static UnaryOperator<Plan> named(Plan plan, UUID row, String name) throws Problem {
        boolean twice = plan.indicator(row).isEmpty() && plan.ownerOf(row).stream().flatMap(i -> i.parts().stream()).anyMatch(p -> p.name().equals(name) && !p.id().equals(row));
        if (twice) throw new Problem("part.name.twice", name);
        return p -> p.changeLine(row, i -> i.change(d -> d.name = name));
    }

    /** Where a mid-term target stands, or else half way: the middle of the plan at the end of a month. */
    static LocalDate midTerm(Indicator indicator, Plan plan) {
        long months = (plan.lastYear() - plan.firstYear() + 1) * 6L;
        LocalDate half = plan.begins().plusDays(1).plusMonths(months).minusDays(1);
        return indicator.course().midTerm().map(Milestone::on).orElse(half);
    }

    private static UnaryOperator<Plan> figure(Indicator indicator, Period period, String text) throws Problem {
        NumberReader.Written written = FigureReader.read(text, indicator);
        if (written.blank()) return p -> p.erase(indicator.id(), period);
        Optional<Observation> old = indicator.shown(period);
        if (old.map(o -> o.reading().equals(written.reading()) && o.status() == written.status()).orElse(false)) return p -> p;
        String note = old.map(Observation::note).orElse("");
        Observation typed = new Observation(period, period.months(), written.reading(), written.status(), Source.TYPED, note);
        boolean overFigure = written.status() == Status.FORECAST && old.filter(o -> !o.forecast()).isPresent();
        return overFigure ? p -> p.erase(indicator.id(), period).record(indicator.id(), typed) : p -> p.record(indicator.id(), typed);
    }

    private static UnaryOperator<Plan> milestone(Indicator i, Role role, LocalDate on, Relation usual, String text) throws Problem {
        if (text.isBlank()) return p -> p.changeLine(i.id(), x -> x.change(d -> d.course = x.course().without(role, on)));
        Milestone read = NumberReader.target(text, i.unit(), role, on, usual);
        boolean striving = i.course().milestones().stream().anyMatch(m -> m.role() == role && m.striving());
        Milestone kept = new Milestone(role, on, read.amount(), read.relation(), read.bound(), striving);
        return p -> p.changeLine(i.id(), x -> x.change(d -> d.course = x.course().with(kept)));
    }

    /** Puts a block of lines and tabs in, its first cell at the place; one edit. Wrong cells are marked, the others taken. */
    void paste(UUID row, Column column, String block) {
        List<List<String>> lines = Block.read(block);
        List<Row> all = rows.get();
        int first = indexOf(row);
        int from = columns.get().indexOf(column);
        if (first < 0 || from < 0 || lines.isEmpty()) return;
        Map<Place, String> texts = new LinkedHashMap<>();
        int left = 0;
        int at = first;
        for (List<String> line : lines) {
            while (at < all.size() && all.get(at) instanceof Row.Group && lines.size() > 1) at++;
            for (int i = 0; i < line.size(); i++) {
                boolean room = at < all.size() && from + i < columns.get().size() && all.get(at) instanceof Row.Line to && to.takes(columns.get().get(from + i));
                if (room) texts.put(new Place(all.get(at).id(), columns.get().get(from + i)), line.get(i));
                else left++;
            }
            at++;
        }
        apply(EditName.of("edit.pasted", "" + texts.size()), texts, left);
    }

    /** Puts one text into all the cells; one edit. */
    void fill(List<Place> places, String text) {
        Map<Place, String> texts = new LinkedHashMap<>();
        places.stream().filter(this::takes).forEach(p -> texts.put(p, text));
        apply(EditName.of("edit.pasted", "" + texts.size()), texts, 0);
    }

    /** Empties the cells; one edit. Names stay. */
    void clear(List<Place> places) {
        Map<Place, String> texts = new LinkedHashMap<>();
        places.stream().filter(p -> takes(p) && !p.column.equals(new Of(Field.NAME))).forEach(p -> texts.put(p, ""));
        apply(EditName.of("edit.cleared", "" + texts.size()), texts, 0);
    }

    private boolean takes(Place place) {
        return rows.get().stream().anyMatch(r -> r.id().equals(place.row) && r instanceof Row.Line line && line.takes(place.column));
    }

    private void apply(EditName name, Map<Place, String> texts, int left) {
        Plan before = desk.plan().orElseThrow();
        Plan after = before;
        int wrong = 0;
        for (Map.Entry<Place, String> entry : texts.entrySet()) {
            try {
                after = edit(entry.getKey(), entry.getValue()).apply(after);
                refused.remove(entry.getKey());
            } catch (Problem problem) {
                refused.put(entry.getKey(), new Refused(entry.getValue(), words.say(problem)));
                wrong++;
            } catch (IllegalArgumentException _) {
                refused.put(entry.getKey(), new Refused(entry.getValue(), words.say("indicators.refused", entry.getValue().strip())));
                wrong++;
            }
        }
        Plan done = after;
        desk.edit(name, _ -> done);
        compute();
        message.set(words.say("indicators.applied", texts.size() - wrong, wrong, left));
    }

    /** The rectangle around the cells as lines and tabs, numbers as they would be typed. */
    String copy(List<Place> places) {
        if (places.isEmpty()) return "";
        List<Integer> lines = places.stream().map(p -> indexOf(p.row)).distinct().sorted().toList();
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
            case Row.Group(IndicatorGroup group, _) -> column.equals(new Of(Field.NAME)) ? group.name() : "";
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

    /** @return the new indicator, to be named */
    UUID addIndicator() {
        Plan plan = desk.plan().orElseThrow();
        UUID id = UUID.randomUUID();
        Optional<Indicator> selected = desk.indicator().get().flatMap(plan::indicator);
        String name = words.say("indicators.new");
        desk.edit(EditName.of("edit.indicator.added", name), p -> {
            Plan grouped = p.groups().isEmpty() ? p.with(new IndicatorGroup(UUID.randomUUID(), words.say("indicators.newGroup"))) : p;
            UUID group = selected.map(Indicator::group).orElse(grouped.groups().getLast().id());
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
        try {
            Period period = Period.parse(code.strip().toUpperCase(Locale.ROOT).replace("年上半年", "H1").replace("年下半年", "H2").replace("年", ""));
            desk.edit(EditName.of("edit.period.added", wording.period(period)), p -> p.with(period));
            return Optional.empty();
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.of(words.say("indicators.period.wrong", code.strip()));
        }
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

    ReadOnlyObjectProperty<Optional<Spot>> spot() {
        return desk.spot();
    }

    ReadOnlyObjectProperty<Optional<UUID>> selected() {
        return desk.indicator();
    }
}
