package plumbline.report.table;

import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;
import plumbline.assessment.Figure;
import plumbline.assessment.Formula;
import plumbline.plan.Department;
import plumbline.plan.Direction;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.Kind;
import plumbline.plan.Milestone;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Reading;
import plumbline.plan.Redaction;
import plumbline.plan.Relation;
import plumbline.plan.Source;
import plumbline.plan.TargetRevision;
import plumbline.words.Explanation;
import plumbline.words.Messages;
import plumbline.words.Wording;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** 附表 before it is a document: what stands in each cell. Workbook and report show the same. */
public final class AppendixGrid {
    private static final String REVISED = "＊";

    /** What stands in a cell. */
    public sealed interface Entry {
        String shown();

        /**
         * @param centred short marks stand in the middle, sentences at the left
         */
        record Text(String shown, boolean centred) implements Entry {}

        /**
         * @param before and {@code after}: marks shown about the number but no part of it
         */
        record Amount(BigDecimal amount, int decimals, String before, String after)
                implements Entry {
            @Override
            public String shown() {
                return Wording.minus(before + Wording.number(amount, decimals) + after);
            }
        }

        /**
         * @param judged the period whose figure the formula takes; empty where the value that was
         *     judged stands in no cell
         */
        record Share(Formula formula, BigDecimal fraction, Optional<Period> judged)
                implements Entry {
            @Override
            public String shown() {
                return Wording.minus(Wording.percent(fraction));
            }
        }
    }

    /**
     * @param period of a column of figures; {@code due} of one of yearly targets
     */
    public record Place(
            AppendixColumn column, Optional<Period> period, Optional<LocalDate> due, String head) {}

    public sealed interface Line {
        record Heading(String name) implements Line {}

        record Row(Assessment assessment, List<Entry> entries) implements Line {
            public Row {
                entries = List.copyOf(entries);
            }
        }
    }

    private final Messages words;
    private final Wording wording;
    private final Explanation explanation;
    private final Evaluation standing;
    private final List<Place> places;
    private final List<Line> lines = new ArrayList<>();

    public AppendixGrid(Messages words, Evaluation standing, Set<AppendixColumn> columns) {
        this.words = words;
        this.wording = new Wording(words);
        this.explanation = new Explanation(words);
        this.standing = standing;
        this.places =
                Stream.of(AppendixColumn.values())
                        .filter(columns::contains)
                        .flatMap(c -> places(c).stream())
                        .toList();
        for (IndicatorGroup group : standing.plan().groups()) {
            List<Assessment> in = standing.in(group);
            if (!in.isEmpty()) lines.add(new Line.Heading(group.name()));
            in.forEach(
                    a ->
                            lines.add(
                                    new Line.Row(
                                            a, places.stream().map(p -> entry(p, a)).toList())));
        }
    }

    public String title() {
        return words.say("appendix.title", standing.plan().title());
    }

    public String about() {
        return words.say(
                "appendix.about", standing.plan().organisation(), wording.date(standing.at()));
    }

    public List<String> notes() {
        return new TableNotes(words)
                .of(
                        standing,
                        places.stream().map(Place::period).flatMap(Optional::stream).toList(),
                        at(AppendixColumn.YEARLY_TARGETS).isPresent());
    }

    public List<Place> places() {
        return places;
    }

    public List<Line> lines() {
        return List.copyOf(lines);
    }

    /** Where a column stands, counted from 0; empty if it was not chosen. */
    Optional<Integer> at(AppendixColumn column) {
        return places.stream().filter(p -> p.column == column).findFirst().map(places::indexOf);
    }

    Optional<Integer> at(Period period) {
        return places.stream()
                .filter(p -> p.period.equals(Optional.of(period)))
                .findFirst()
                .map(places::indexOf);
    }

    private List<Place> places(AppendixColumn column) {
        int baseline = standing.plan().baselineYear();
        int last = standing.plan().lastYear();
        return switch (column) {
            case NUMBER -> one(column, words.say("appendix.number"));
            case NAME -> one(column, words.say("appendix.name"));
            case UNIT -> one(column, words.say("appendix.unit"));
            case DEPARTMENT -> one(column, words.say("appendix.department"));
            case BASELINE -> one(column, words.say("appendix.baseline", baseline));
            case YEARLY_TARGETS -> yearly();
            case MID_TERM ->
                    any(a -> a.course().midTerm())
                                    || standing.assessments().stream()
                                            .anyMatch(
                                                    a ->
                                                            standing.withholds(
                                                                    a.indicator(),
                                                                    Milestone.Role.MID_TERM))
                            ? one(column, words.say("role.MID_TERM"))
                            : List.of();
            case FORMER_TARGET ->
                    any(AppendixGrid::formerTarget)
                            ? one(column, words.say("revision.column", last))
                            : List.of();
            case TARGET -> one(column, words.say("appendix.target", last));
            case FIGURES -> figures(column, standing.plan().periods().stream().filter(this::over));
            case OTHER_FIGURES -> figures(column, others().stream().filter(this::over));
            case LATER_FIGURES ->
                    figures(
                            column,
                            Stream.concat(standing.plan().periods().stream(), others().stream())
                                    .filter(p -> !over(p))
                                    .sorted());
            case ATTAINMENT -> one(column, words.say("formula.ATTAINMENT"));
            case PROGRESS -> one(column, words.say("formula.PROGRESS"));
            case TIME_PROGRESS -> one(column, words.say("formula.TIME_PROGRESS"));
            case GAP -> one(column, words.say("formula.GAP"));
            case NEEDED -> one(column, words.say("formula.NEEDED_PER_YEAR"));
            case VERDICT -> one(column, words.say("appendix.verdict"));
            case PROPERTY -> one(column, words.say("appendix.property"));
            case SOURCE -> one(column, words.say("appendix.from"));
        };
    }

    private static List<Place> one(AppendixColumn column, String head) {
        return List.of(new Place(column, Optional.empty(), Optional.empty(), head));
    }

    private boolean any(Function<Assessment, Optional<?>> has) {
        return standing.assessments().stream().anyMatch(a -> has.apply(a).isPresent());
    }

    private List<Place> yearly() {
        Set<LocalDate> days = new TreeSet<>();
        standing.assessments().forEach(a -> yearly(a).forEach(m -> days.add(m.on())));
        standing.whole()
                .ifPresent(
                        all ->
                                all.indicators()
                                        .forEach(
                                                i ->
                                                        i.courseAt(standing.at())
                                                                .yearly()
                                                                .forEach(m -> days.add(m.on()))));
        return days.stream()
                .map(
                        d ->
                                new Place(
                                        AppendixColumn.YEARLY_TARGETS,
                                        Optional.empty(),
                                        Optional.of(d),
                                        words.say("revision.yearly", d.getYear())))
                .toList();
    }

    private static List<Milestone> yearly(Assessment a) {
        return a.course().milestones().stream()
                .filter(m -> m.role() == Milestone.Role.YEARLY)
                .toList();
    }

    private List<Place> figures(AppendixColumn column, Stream<Period> periods) {
        return periods.map(
                        p -> new Place(column, Optional.of(p), Optional.empty(), wording.period(p)))
                .toList();
    }

    private boolean over(Period period) {
        return !period.end().isAfter(standing.at());
    }

    private Set<Period> others() {
        Set<Period> others = new TreeSet<>();
        standing.assessments()
                .forEach(a -> a.series().observations().forEach(o -> others.add(o.period())));
        standing.plan().periods().forEach(others::remove);
        return others;
    }

    private Entry entry(Place place, Assessment a) {
        Indicator i = a.indicator();
        return switch (place.column) {
            case NUMBER -> new Entry.Amount(BigDecimal.valueOf(a.number()), 0, "", "");
            case NAME -> text(i.name());
            case UNIT -> mark(i.unit().isEmpty() ? wording.none() : i.unit());
            case DEPARTMENT -> departments(i);
            case BASELINE ->
                    milestone(
                            a.course().baseline(),
                            a,
                            Milestone.Role.BASELINE,
                            standing.plan().baselineDay());
            case YEARLY_TARGETS ->
                    milestone(
                            yearly(a).stream()
                                    .filter(m -> place.due.equals(Optional.of(m.on())))
                                    .findFirst(),
                            a,
                            Milestone.Role.YEARLY,
                            place.due.orElseThrow());
            case MID_TERM ->
                    milestone(a.course().midTerm(), a, Milestone.Role.MID_TERM, standing.at());
            case FORMER_TARGET -> milestone(formerTarget(a), a);
            case TARGET ->
                    milestone(a.course().target(), a, Milestone.Role.FINAL, standing.plan().ends());
            case FIGURES, OTHER_FIGURES, LATER_FIGURES ->
                    figure(a.series().shown(place.period.orElseThrow()), i);
            case ATTAINMENT -> share(a.attainment(), a);
            case PROGRESS -> share(a.progress(), a);
            case TIME_PROGRESS -> share(a.timeProgress(), a);
            case GAP -> amount(a.gap(), i.decimals());
            case NEEDED ->
                    a.toGo() ? amount(a.neededPerYear(), i.decimals() + 2) : mark(wording.none());
            case VERDICT -> mark(wording.verdict(a));
            case PROPERTY -> mark(words.say(i.property()));
            case SOURCE ->
                    text(
                            explanation.list(
                                    a.series().observations().stream()
                                            .map(Observation::source)
                                            .filter(s -> !s.typed())
                                            .map(Source::document)
                                            .distinct()
                                            .toList()));
        };
    }

    private static Entry text(String text) {
        return new Entry.Text(text, false);
    }

    private static Entry mark(String text) {
        return new Entry.Text(text, true);
    }

    private Entry departments(Indicator i) {
        List<String> names =
                Stream.concat(i.lead().stream(), i.supporting().stream())
                        .distinct()
                        .flatMap(id -> standing.plan().department(id).stream())
                        .map(Department::name)
                        .toList();
        return names.isEmpty() ? mark(wording.none()) : text(explanation.list(names));
    }

    /** The final target that was decided first, if it was revised up to the evaluation date. */
    private static Optional<Milestone> formerTarget(Assessment a) {
        return a.revisions().stream()
                .map(TargetRevision::before)
                .filter(m -> m.role() == Milestone.Role.FINAL)
                .findFirst();
    }

    /**
     * @param on matters for a yearly target only
     */
    private Entry milestone(
            Optional<Milestone> milestone, Assessment a, Milestone.Role role, LocalDate on) {
        boolean left =
                milestone.isEmpty()
                        && standing.withholds(Redaction.Target.of(a.indicator().id(), role, on));
        return left ? mark(Redaction.SHOWN) : milestone(milestone, a);
    }

    /**
     * A number whose relation, where it is not the usual one, is a mark about it, and so is the
     * star of a revised one: it stays a number.
     */
    private Entry milestone(Optional<Milestone> milestone, Assessment a) {
        if (milestone.isEmpty()) return mark(wording.none());
        Milestone m = milestone.get();
        boolean usual =
                m.role() == Milestone.Role.BASELINE
                        || m.relation() == Relation.AT_LEAST
                                && a.indicator().direction() == Direction.HIGHER
                                && a.indicator().kind() != Kind.HOLD;
        String before =
                usual || m.relation().bounded() || a.indicator().kind() == Kind.ZERO
                        ? ""
                        : Wording.sign(m.relation());
        String after =
                (m.relation().bounded()
                                ? wording.target(m).substring(Wording.number(m.amount()).length())
                                : "")
                        + Wording.rate(m, a.indicator());
        boolean revised = a.revisions().stream().anyMatch(r -> r.of(m) && !r.before().equals(m));
        return new Entry.Amount(
                m.amount(),
                Math.max(0, m.amount().scale()),
                before,
                revised ? after + REVISED : after);
    }

    /** A forecast is marked, and stays a number. */
    private Entry figure(Optional<Observation> shown, Indicator i) {
        if (shown.isEmpty()
                || !(shown.get().reading()
                        instanceof Reading.Value(BigDecimal amount, boolean about, _))) {
            return mark(shown.map(o -> wording.observation(o, i)).orElseGet(wording::none));
        }
        String approximately = about ? words.say("wording.about", "") : "";
        String mark =
                switch (shown.get().status()) {
                    case ACTUAL -> approximately;
                    case PRELIMINARY -> words.say("wording.preliminary", approximately);
                    case FORECAST -> words.say("wording.forecast", approximately);
                };
        return new Entry.Amount(
                amount,
                Math.max(0, Wording.decimals(shown.get().reading(), i.decimals())),
                mark,
                "");
    }

    private Entry share(Figure figure, Assessment a) {
        Optional<Period> judged =
                a.latest()
                        .filter(_ -> a.derived().isEmpty() && !a.course().ranged())
                        .map(Observation::period);
        return figure.number()
                .<Entry>map(f -> new Entry.Share(figure.formula(), f, judged))
                .orElse(mark(wording.none(figure)));
    }

    private Entry amount(Figure figure, int decimals) {
        return figure.number()
                .<Entry>map(f -> new Entry.Amount(f, decimals, "", ""))
                .orElse(mark(wording.none(figure)));
    }
}
