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
import plumbline.plan.IndicatorKind;
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
import plumbline.proofreading.PrintedColumnRole.PlainColumn;
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
final class TablePlanBuilder {
    private static final Pattern TITLE = Pattern.compile("(.*?规划)(主要|指标|附表|完成|实施|纲要|中期|$).*");
    private final PublishedTable published;
    private final PrintedTable table;
    private final KindNote.KindNoteContent kindNotes;
    private final String document;
    private final Plan emptyPlan;

    /**
     * @param note what the notes say of the kinds of the rows
     */
    TablePlanBuilder(
            PublishedTable published,
            PrintedTable table,
            KindNote.KindNoteContent note,
            UUID plan,
            String document) {
        this.published = published;
        this.table = table;
        this.kindNotes = note;
        this.document = document;
        PlanYears years = published.years();
        this.emptyPlan =
                Plan.empty(
                                plan,
                                planTitle(),
                                "",
                                years.firstYear(),
                                years.lastYear(),
                                years.firstYear() - 1)
                        .withChanges(
                                d ->
                                        d.chosenMidTermDay =
                                                note.midTermDay()
                                                        .flatMap(DateParser::parseDate)
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

    private String planTitle() {
        Matcher m = TITLE.matcher(published.title());
        if (m.matches()) return m.group(1);
        return published.title().isBlank() ? document : published.title();
    }

    /**
     * @param groups the name of the group of each row
     */
    Plan buildPlan(List<String> groups) {
        Map<String, IndicatorGroup> made = new LinkedHashMap<>();
        List<Indicator> indicators = new ArrayList<>();
        for (PrintedRow row : table.rows()) {
            IndicatorGroup group =
                    made.computeIfAbsent(
                            groups.get(row.index()),
                            n ->
                                    new IndicatorGroup(
                                            UUID.nameUUIDFromBytes((emptyPlan.id() + n).getBytes()),
                                            n));
            indicators.add(buildIndicator(row, group));
        }
        List<Period> periods =
                table.columns().stream()
                        .map(PrintedColumn::role)
                        .filter(PrintedColumnRole.ActualColumn.class::isInstance)
                        .map(r -> ((PrintedColumnRole.ActualColumn) r).period())
                        .toList();
        return emptyPlan.withChanges(
                d -> {
                    d.rule = table.note().rule().orElseGet(VerdictRule::timeRule);
                    d.periods = periods;
                    d.groups = List.copyOf(made.values());
                    d.indicators = indicators;
                });
    }

    private Indicator buildIndicator(PrintedRow row, IndicatorGroup group) {
        Course course = buildCourse(row);
        boolean lower =
                kindInNotes(row).isEmpty()
                                && course.baseline().isPresent()
                                && course.finalTarget().isPresent()
                                && course.finalTarget()
                                                .get()
                                                .amount()
                                                .compareTo(course.baseline().get().amount())
                                        < 0
                        || course.finalTarget()
                                .map(
                                        t ->
                                                t.relation() == Relation.AT_MOST
                                                        || t.relation() == Relation.BELOW)
                                .orElse(false);
        return Indicator.createNamed(
                        row.indicatorId(), group.id(), row.name().isBlank() ? "—" : row.name())
                .withChanges(
                        d -> {
                            d.unit = row.unit();
                            d.kind = kindOf(row, course);
                            d.reporting =
                                    kindInNotes(row)
                                            .map(KindNote.JudgedKind::reporting)
                                            .orElse(d.reporting);
                            d.direction = lower ? Direction.LOWER : Direction.HIGHER;
                            d.property = propertyOf(row);
                            d.decimals = decimalsOf(row);
                            d.course = course;
                            d.observations = readObservations(row);
                        });
    }

    private Optional<KindNote.JudgedKind> kindInNotes(PrintedRow row) {
        return Optional.ofNullable(kindNotes.kinds().get(row.number()));
    }

    /** As the notes tell, or else as the row itself lets one think. */
    private IndicatorKind kindOf(PrintedRow row, Course course) {
        IndicatorKind guessed =
                looksLikeZero(row, course)
                        ? IndicatorKind.ZERO
                        : looksLikeHold(row, course) ? IndicatorKind.HOLD : IndicatorKind.STOCK;
        return kindInNotes(row).map(KindNote.JudgedKind::kind).orElse(guessed);
    }

    /**
     * None to begin with, none allowed, and judged as met or not: no number of events could fall
     * short of it.
     */
    private boolean looksLikeZero(PrintedRow row, Course course) {
        boolean none =
                course.finalTarget().filter(t -> t.amount().signum() == 0).isPresent()
                        && course.baseline().filter(b -> b.amount().signum() != 0).isEmpty();
        return none && isPassOrFail(row);
    }

    private boolean isPassOrFail(PrintedRow row) {
        return cellText(row, PlainColumn.VERDICT).matches("(?i)(未|不)?达标|(not )?met");
    }

    /**
     * A target that equals the baseline, is called yearly by the text, or is judged as met or not
     * where the notes tell of every year.
     */
    private boolean looksLikeHold(PrintedRow row, Course course) {
        boolean level =
                course.baseline().isPresent()
                        && course.finalTarget().isPresent()
                        && course.baseline()
                                        .get()
                                        .amount()
                                        .compareTo(course.finalTarget().get().amount())
                                == 0;
        boolean yearly =
                table.claims().stream()
                        .anyMatch(
                                c ->
                                        c instanceof Claim.YearlyTargetClaim
                                                && c.indicator().equals(row.indicatorId()));
        boolean everyYear = published.notes().matches("(?s).*(每年|各年|every year|each year).*");
        return level || yearly || everyYear && isPassOrFail(row);
    }

    private String cellText(PrintedRow row, PrintedColumnRole role) {
        return table.columns().stream()
                .filter(c -> c.role().equals(role))
                .findFirst()
                .map(c -> row.cells().get(c.index()).text().strip())
                .orElse("");
    }

    private Property propertyOf(PrintedRow row) {
        return cellText(row, PlainColumn.PROPERTY).matches(".*约束.*|(?i)binding")
                ? Property.BINDING
                : Property.EXPECTED;
    }

    private int decimalsOf(PrintedRow row) {
        return table.columns().stream()
                .filter(c -> c.role() instanceof PrintedColumnRole.ActualColumn)
                .flatMap(c -> row.cells().get(c.index()).findNumber().stream())
                .mapToInt(n -> Math.clamp(n.decimals(), 0, 6))
                .max()
                .orElse(0);
    }

    private Course buildCourse(PrintedRow row) {
        List<Milestone> milestones = new ArrayList<>();
        Optional<BigDecimal> baseline = amountIn(row, PlainColumn.BASELINE);
        baseline.ifPresent(b -> milestones.add(Milestone.baseline(emptyPlan.baselineDay(), b)));
        Optional<BigDecimal> target = amountIn(row, PlainColumn.TARGET);
        Direction way =
                kindInNotes(row).isEmpty()
                                && baseline.isPresent()
                                && target.isPresent()
                                && target.get().compareTo(baseline.get()) < 0
                        ? Direction.LOWER
                        : Direction.HIGHER;
        Milestone.Role end = Milestone.Role.FINAL;
        target.ifPresent(
                t ->
                        milestones.add(
                                createMilestone(
                                        end,
                                        emptyPlan.lastDay(),
                                        t,
                                        relationIn(row, PlainColumn.TARGET, way))));
        amountIn(row, PlainColumn.MID_TERM)
                .ifPresent(
                        m ->
                                milestones.add(
                                        createMilestone(
                                                Milestone.Role.MID_TERM,
                                                emptyPlan.midTermDay(),
                                                m,
                                                relationIn(row, PlainColumn.MID_TERM, way))));
        if (kindInNotes(row).isPresent()) rangeTargets(row).forEach(milestones::add);
        kindNotes
                .yearlyTargets()
                .getOrDefault(row.number(), List.of())
                .forEach(
                        y ->
                                parseTarget(
                                                y.targetText(),
                                                row,
                                                Milestone.Role.YEARLY,
                                                y.day(),
                                                way)
                                        .ifPresent(milestones::add));
        for (PrintedColumn column : table.columns()) {
            if (column.role() instanceof PrintedColumnRole.YearlyTargetColumn(int year))
                amountIn(row, column.role())
                        .ifPresent(
                                a ->
                                        milestones.add(
                                                createMilestone(
                                                        Milestone.Role.YEARLY,
                                                        LocalDate.of(year, 12, 31),
                                                        a,
                                                        relationIn(row, column.role(), way))));
        }
        Course course = new Course(List.of());
        for (Milestone m : milestones)
            if (course.canTakeMilestone(m)) course = course.withMilestone(m);
        return course;
    }

    /** Of a row whose kind is known it is known too what a second number of its target means. */
    private Stream<Milestone> rangeTargets(PrintedRow row) {
        Stream<Milestone> all =
                Stream.of(
                                parseTarget(
                                        cellText(row, PlainColumn.TARGET),
                                        row,
                                        Milestone.Role.FINAL,
                                        emptyPlan.lastDay(),
                                        Direction.HIGHER),
                                parseTarget(
                                        cellText(row, PlainColumn.MID_TERM),
                                        row,
                                        Milestone.Role.MID_TERM,
                                        emptyPlan.midTermDay(),
                                        Direction.HIGHER))
                        .flatMap(Optional::stream);
        return all.filter(m -> m.relation().needsBound());
    }

    private String unitOfTarget(PrintedRow row) {
        return kindInNotes(row).filter(j -> j.kind() == IndicatorKind.GROWTH).isPresent()
                ? "%"
                : row.unit();
    }

    private Optional<Milestone> parseTarget(
            String text, PrintedRow row, Milestone.Role role, LocalDate on, Direction way) {
        try {
            return Optional.of(
                    AmountParser.parseTarget(
                            FootnoteMarks.withoutMarks(text),
                            unitOfTarget(row),
                            role,
                            on,
                            way.usualRelation()));
        } catch (Problem _) {
            return Optional.empty();
        }
    }

    private Optional<BigDecimal> amountIn(PrintedRow row, PrintedColumnRole role) {
        return findCell(row, role)
                .flatMap(PrintedCell::findNumber)
                .map(PrintedCell.PrintedNumber::amount);
    }

    private Optional<PrintedCell> findCell(PrintedRow row, PrintedColumnRole role) {
        return table.columns().stream()
                .filter(c -> c.role().equals(role))
                .findFirst()
                .map(c -> row.cells().get(c.index()));
    }

    /**
     * A relation with a second number keeps its first; the second is not part of the table's
     * arithmetic.
     */
    private Relation relationIn(PrintedRow row, PrintedColumnRole role, Direction way) {
        Relation usual = way.usualRelation();
        try {
            return AmountParser.parseAmount(
                            FootnoteMarks.withoutMarks(cellText(row, role)), unitOfTarget(row))
                    .relation()
                    .filter(r -> !r.needsBound())
                    .orElse(usual);
        } catch (Problem _) {
            return usual;
        }
    }

    private static Milestone createMilestone(
            Milestone.Role role, LocalDate on, BigDecimal amount, Relation relation) {
        return new Milestone(role, on, amount, relation, Optional.empty(), false);
    }

    private List<Observation> readObservations(PrintedRow row) {
        List<Observation> observations = new ArrayList<>();
        for (PrintedColumn column : table.columns()) {
            if (column.role() instanceof PrintedColumnRole.ActualColumn(Period period))
                row.cells()
                        .get(column.index())
                        .findNumber()
                        .ifPresent(
                                n ->
                                        observations.add(
                                                new Observation(
                                                        period,
                                                        period.monthCount(),
                                                        Reading.ofAmount(n.amount()),
                                                        statusOf(row, period, n),
                                                        Source.inDocument(
                                                                document,
                                                                row.cells()
                                                                        .get(column.index())
                                                                        .address()),
                                                        "")));
        }
        return observations;
    }

    private Status statusOf(PrintedRow row, Period period, PrintedCell.PrintedNumber printed) {
        boolean forecast =
                table.claims().stream()
                        .anyMatch(
                                c ->
                                        c instanceof Claim.ForecastClaim(UUID of, Period p, _, _, _)
                                                && of.equals(row.indicatorId())
                                                && p.equals(period));
        return forecast ? Status.FORECAST : printed.status();
    }
}
