package plumbline.exchange.proof;

import plumbline.base.Problem;
import plumbline.exchange.notation.AmountParser;
import plumbline.exchange.notation.DateParser;
import plumbline.exchange.notation.FootnoteMarks;
import plumbline.exchange.notation.PlanYears;
import plumbline.plan.Course;
import plumbline.plan.Direction;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.Kind;
import plumbline.plan.Milestone;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Property;
import plumbline.plan.Reading;
import plumbline.plan.Relation;
import plumbline.plan.Source;
import plumbline.plan.Status;
import plumbline.plan.VerdictRule;
import plumbline.proofreading.Claim;
import plumbline.proofreading.PrintedCell;
import plumbline.proofreading.PrintedColumn;
import plumbline.proofreading.PrintedColumnRole;
import plumbline.proofreading.PrintedColumnRole.Plain;
import plumbline.proofreading.PrintedRow;
import plumbline.proofreading.PrintedTable;
import plumbline.words.KindNote;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes a plan of a printed table: its targets and figures, forecasts as the text has them, its
 * rule.
 */
final class TablePlan {
    private static final Pattern TITLE = Pattern.compile("(.*?规划)(主要|指标|附表|完成|实施|纲要|中期|$).*");
    private final PublishedTable published;
    private final PrintedTable table;
    private final KindNote.Read note;
    private final String document;
    private final Plan empty;

    /**
     * @param note what the notes say of the kinds of the rows
     */
    TablePlan(
            PublishedTable published,
            PrintedTable table,
            KindNote.Read note,
            UUID plan,
            String document) {
        this.published = published;
        this.table = table;
        this.note = note;
        this.document = document;
        PlanYears years = published.years();
        this.empty =
                Plan.empty(plan, title(), "", years.first(), years.last(), years.first() - 1)
                        .change(
                                d ->
                                        d.midTerm =
                                                note.midTerm()
                                                        .flatMap(DateParser::read)
                                                        .filter(
                                                                m ->
                                                                        m.getYear() >= d.firstYear
                                                                                && m.isBefore(
                                                                                        LocalDate
                                                                                                .of(
                                                                                                        d.lastYear,
                                                                                                        12,
                                                                                                        1))));
    }

    private String title() {
        Matcher m = TITLE.matcher(published.title());
        if (m.matches()) return m.group(1);
        return published.title().isBlank() ? document : published.title();
    }

    /**
     * @param groups the name of the group of each row
     */
    Plan plan(List<String> groups) {
        Map<String, IndicatorGroup> made = new LinkedHashMap<>();
        List<Indicator> indicators = new ArrayList<>();
        for (PrintedRow row : table.rows()) {
            IndicatorGroup group =
                    made.computeIfAbsent(
                            groups.get(row.index()),
                            n ->
                                    new IndicatorGroup(
                                            UUID.nameUUIDFromBytes((empty.id() + n).getBytes()),
                                            n));
            indicators.add(indicator(row, group));
        }
        List<Period> periods =
                table.columns().stream()
                        .map(PrintedColumn::role)
                        .filter(PrintedColumnRole.Actual.class::isInstance)
                        .map(r -> ((PrintedColumnRole.Actual) r).period())
                        .toList();
        return empty.change(
                d -> {
                    d.rule = table.note().rule().orElseGet(VerdictRule::time);
                    d.periods = periods;
                    d.groups = List.copyOf(made.values());
                    d.indicators = indicators;
                });
    }

    private Indicator indicator(PrintedRow row, IndicatorGroup group) {
        Course course = course(row);
        boolean lower =
                told(row).isEmpty()
                                && course.baseline().isPresent()
                                && course.target().isPresent()
                                && course.target()
                                                .get()
                                                .amount()
                                                .compareTo(course.baseline().get().amount())
                                        < 0
                        || course.target()
                                .map(
                                        t ->
                                                t.relation() == Relation.AT_MOST
                                                        || t.relation() == Relation.BELOW)
                                .orElse(false);
        return Indicator.named(row.indicator(), group.id(), row.name().isBlank() ? "—" : row.name())
                .change(
                        d -> {
                            d.unit = row.unit();
                            d.kind = kind(row, course);
                            d.reporting =
                                    told(row).map(KindNote.Judged::reporting).orElse(d.reporting);
                            d.direction = lower ? Direction.LOWER : Direction.HIGHER;
                            d.property = property(row);
                            d.decimals = decimals(row);
                            d.course = course;
                            d.observations = observations(row);
                        });
    }

    private Optional<KindNote.Judged> told(PrintedRow row) {
        return Optional.ofNullable(note.kinds().get(row.number()));
    }

    /** As the notes tell, or else as the row itself lets one think. */
    private Kind kind(PrintedRow row, Course course) {
        Kind guessed = zero(row, course) ? Kind.ZERO : held(row, course) ? Kind.HOLD : Kind.STOCK;
        return told(row).map(KindNote.Judged::kind).orElse(guessed);
    }

    /**
     * None to begin with, none allowed, and judged as met or not: no number of events could fall
     * short of it.
     */
    private boolean zero(PrintedRow row, Course course) {
        boolean none =
                course.target().filter(t -> t.amount().signum() == 0).isPresent()
                        && course.baseline().filter(b -> b.amount().signum() != 0).isEmpty();
        return none && passed(row);
    }

    private boolean passed(PrintedRow row) {
        return text(row, Plain.VERDICT).matches("(?i)(未|不)?达标|(not )?met");
    }

    /**
     * A target that equals the baseline, is called yearly by the text, or is judged as met or not
     * where the notes tell of every year.
     */
    private boolean held(PrintedRow row, Course course) {
        boolean level =
                course.baseline().isPresent()
                        && course.target().isPresent()
                        && course.baseline()
                                        .get()
                                        .amount()
                                        .compareTo(course.target().get().amount())
                                == 0;
        boolean yearly =
                table.claims().stream()
                        .anyMatch(
                                c ->
                                        c instanceof Claim.Yearly
                                                && c.indicator().equals(row.indicator()));
        boolean everyYear = published.notes().matches("(?s).*(每年|各年|every year|each year).*");
        return level || yearly || everyYear && passed(row);
    }

    private String text(PrintedRow row, PrintedColumnRole role) {
        return table.columns().stream()
                .filter(c -> c.role().equals(role))
                .findFirst()
                .map(c -> row.cells().get(c.index()).text().strip())
                .orElse("");
    }

    private Property property(PrintedRow row) {
        return text(row, Plain.PROPERTY).matches(".*约束.*|(?i)binding")
                ? Property.BINDING
                : Property.EXPECTED;
    }

    private int decimals(PrintedRow row) {
        return table.columns().stream()
                .filter(c -> c.role() instanceof PrintedColumnRole.Actual)
                .flatMap(c -> row.cells().get(c.index()).number().stream())
                .mapToInt(n -> Math.clamp(n.decimals(), 0, 6))
                .max()
                .orElse(0);
    }

    private Course course(PrintedRow row) {
        List<Milestone> milestones = new ArrayList<>();
        Optional<BigDecimal> baseline = amount(row, Plain.BASELINE);
        baseline.ifPresent(b -> milestones.add(Milestone.baseline(empty.baselineDay(), b)));
        Optional<BigDecimal> target = amount(row, Plain.TARGET);
        Direction way =
                told(row).isEmpty()
                                && baseline.isPresent()
                                && target.isPresent()
                                && target.get().compareTo(baseline.get()) < 0
                        ? Direction.LOWER
                        : Direction.HIGHER;
        Milestone.Role end = Milestone.Role.FINAL;
        target.ifPresent(
                t ->
                        milestones.add(
                                milestone(end, empty.ends(), t, relation(row, Plain.TARGET, way))));
        amount(row, Plain.MID_TERM)
                .ifPresent(
                        m ->
                                milestones.add(
                                        milestone(
                                                Milestone.Role.MID_TERM,
                                                empty.middle(),
                                                m,
                                                relation(row, Plain.MID_TERM, way))));
        if (told(row).isPresent()) ranges(row).forEach(milestones::add);
        note.yearly()
                .getOrDefault(row.number(), List.of())
                .forEach(
                        y ->
                                target(y.target(), row, Milestone.Role.YEARLY, y.on(), way)
                                        .ifPresent(milestones::add));
        for (PrintedColumn column : table.columns()) {
            if (column.role() instanceof PrintedColumnRole.YearlyTarget(int year))
                amount(row, column.role())
                        .ifPresent(
                                a ->
                                        milestones.add(
                                                milestone(
                                                        Milestone.Role.YEARLY,
                                                        LocalDate.of(year, 12, 31),
                                                        a,
                                                        relation(row, column.role(), way))));
        }
        Course course = new Course(List.of());
        for (Milestone m : milestones) if (course.takes(m)) course = course.with(m);
        return course;
    }

    /** Of a row whose kind is known it is known too what a second number of its target means. */
    private Stream<Milestone> ranges(PrintedRow row) {
        Stream<Milestone> all =
                Stream.of(
                                target(
                                        text(row, Plain.TARGET),
                                        row,
                                        Milestone.Role.FINAL,
                                        empty.ends(),
                                        Direction.HIGHER),
                                target(
                                        text(row, Plain.MID_TERM),
                                        row,
                                        Milestone.Role.MID_TERM,
                                        empty.middle(),
                                        Direction.HIGHER))
                        .flatMap(Optional::stream);
        return all.filter(m -> m.relation().bounded());
    }

    private String unitOfTarget(PrintedRow row) {
        return told(row).filter(j -> j.kind() == Kind.GROWTH).isPresent() ? "%" : row.unit();
    }

    private Optional<Milestone> target(
            String text, PrintedRow row, Milestone.Role role, LocalDate on, Direction way) {
        try {
            return Optional.of(
                    AmountParser.target(
                            FootnoteMarks.off(text), unitOfTarget(row), role, on, way.usual()));
        } catch (Problem _) {
            return Optional.empty();
        }
    }

    private Optional<BigDecimal> amount(PrintedRow row, PrintedColumnRole role) {
        return cell(row, role).flatMap(PrintedCell::number).map(PrintedCell.Number::amount);
    }

    private Optional<PrintedCell> cell(PrintedRow row, PrintedColumnRole role) {
        return table.columns().stream()
                .filter(c -> c.role().equals(role))
                .findFirst()
                .map(c -> row.cells().get(c.index()));
    }

    /**
     * A relation with a second number keeps its first; the second is not part of the table's
     * arithmetic.
     */
    private Relation relation(PrintedRow row, PrintedColumnRole role, Direction way) {
        Relation usual = way.usual();
        try {
            return AmountParser.read(FootnoteMarks.off(text(row, role)), unitOfTarget(row))
                    .relation()
                    .filter(r -> !r.bounded())
                    .orElse(usual);
        } catch (Problem _) {
            return usual;
        }
    }

    private static Milestone milestone(
            Milestone.Role role, LocalDate on, BigDecimal amount, Relation relation) {
        return new Milestone(role, on, amount, relation, Optional.empty(), false);
    }

    private List<Observation> observations(PrintedRow row) {
        List<Observation> observations = new ArrayList<>();
        for (PrintedColumn column : table.columns()) {
            if (column.role() instanceof PrintedColumnRole.Actual(Period period))
                row.cells()
                        .get(column.index())
                        .number()
                        .ifPresent(
                                n ->
                                        observations.add(
                                                new Observation(
                                                        period,
                                                        period.months(),
                                                        Reading.of(n.amount()),
                                                        status(row, period, n),
                                                        Source.of(
                                                                document,
                                                                row.cells()
                                                                        .get(column.index())
                                                                        .address()),
                                                        "")));
        }
        return observations;
    }

    private Status status(PrintedRow row, Period period, PrintedCell.Number printed) {
        boolean forecast =
                table.claims().stream()
                        .anyMatch(
                                c ->
                                        c instanceof Claim.Forecast(UUID of, Period p, _, _, _)
                                                && of.equals(row.indicator())
                                                && p.equals(period));
        return forecast ? Status.FORECAST : printed.status();
    }
}
