package plumbline.report.table;

import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;
import plumbline.assessment.Figure;
import plumbline.assessment.Formula;
import plumbline.plan.Department;
import plumbline.plan.Direction;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Milestone;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Reading;
import plumbline.plan.Redaction;
import plumbline.plan.Relation;
import plumbline.plan.Source;
import plumbline.plan.TargetRevision;
import plumbline.words.ExplanationWording;
import plumbline.words.Messages;
import plumbline.words.ReadingMarks;
import plumbline.words.Wording;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
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
    public sealed interface AppendixEntry {
        String shownText();

        /**
         * @param isCentred short marks stand in the middle, sentences at the left
         */
        record TextEntry(String shownText, boolean isCentred) implements AppendixEntry {}

        /**
         * @param prefix and {@code after}: marks shown about the number but no part of it
         */
        record AmountEntry(BigDecimal amount, int decimals, String prefix, String suffix)
                implements AppendixEntry {
            @Override
            public String shownText() {
                return Wording.withMinusSigns(
                        prefix + Wording.formatNumber(amount, decimals) + suffix);
            }
        }

        /**
         * @param judgedPeriod the period whose figure the formula takes; empty where the value that
         *     was judged stands in no cell
         */
        record ShareEntry(Formula formula, BigDecimal fraction, Optional<Period> judgedPeriod)
                implements AppendixEntry {
            @Override
            public String shownText() {
                return Wording.withMinusSigns(Wording.formatPercent(fraction));
            }
        }
    }

    /**
     * @param period of a column of figures; {@code due} of one of yearly targets
     */
    public record GridColumn(
            AppendixColumn kind,
            Optional<Period> period,
            Optional<LocalDate> dueDay,
            String heading) {}

    public sealed interface AppendixLine {
        record AppendixHeading(String name) implements AppendixLine {}

        record AppendixRow(Assessment assessment, List<AppendixEntry> entries)
                implements AppendixLine {
            public AppendixRow {
                entries = List.copyOf(entries);
            }
        }
    }

    private final Messages words;
    private final Wording wording;
    private final ExplanationWording explanation;
    private final Evaluation standing;
    private final FigurePeriods periods;
    private final Set<AppendixColumn> chosen;
    private final List<GridColumn> gridColumns;
    private final List<AppendixLine> lines = new ArrayList<>();

    public AppendixGrid(Messages words, Evaluation standing, Set<AppendixColumn> columns) {
        this.words = words;
        this.wording = new Wording(words);
        this.explanation = new ExplanationWording(words);
        this.standing = standing;
        this.periods = new FigurePeriods(standing);
        this.chosen = columns;
        this.gridColumns =
                Stream.of(AppendixColumn.values())
                        .filter(columns::contains)
                        .flatMap(c -> gridColumnsFor(c).stream())
                        .toList();
        for (IndicatorGroup group : standing.plan().groups()) {
            List<Assessment> in = standing.assessmentsInGroup(group);
            if (!in.isEmpty()) lines.add(new AppendixLine.AppendixHeading(group.name()));
            in.forEach(
                    a ->
                            lines.add(
                                    new AppendixLine.AppendixRow(
                                            a,
                                            gridColumns.stream()
                                                    .map(p -> createEntry(p, a))
                                                    .toList())));
        }
    }

    public String title() {
        return words.sentence("appendix.title", standing.plan().title());
    }

    public String aboutLine() {
        return words.sentence(
                "appendix.about",
                standing.plan().organisation(),
                wording.formatDate(standing.evaluationDate()));
    }

    public List<String> notes() {
        return new TableNotes(words)
                .numberedNotes(
                        standing,
                        gridColumns.stream()
                                .map(GridColumn::period)
                                .flatMap(Optional::stream)
                                .toList(),
                        columnIndex(AppendixColumn.YEARLY_TARGETS).isPresent());
    }

    public List<GridColumn> gridColumns() {
        return gridColumns;
    }

    public List<AppendixLine> lines() {
        return List.copyOf(lines);
    }

    /** Where a column stands, counted from 0; empty if it was not chosen. */
    Optional<Integer> columnIndex(AppendixColumn column) {
        return gridColumns.stream()
                .filter(p -> p.kind == column)
                .findFirst()
                .map(gridColumns::indexOf);
    }

    Optional<Integer> columnIndex(Period period) {
        return gridColumns.stream()
                .filter(p -> p.period.equals(Optional.of(period)))
                .findFirst()
                .map(gridColumns::indexOf);
    }

    private List<GridColumn> gridColumnsFor(AppendixColumn column) {
        int baseline = standing.plan().baselineYear();
        int last = standing.plan().lastYear();
        return switch (column) {
            case NUMBER -> singleColumn(column, words.sentence("appendix.number"));
            case NAME -> singleColumn(column, words.sentence("appendix.name"));
            case UNIT -> singleColumn(column, words.sentence("appendix.unit"));
            case DEPARTMENT -> singleColumn(column, words.sentence("appendix.department"));
            case BASELINE -> singleColumn(column, words.sentence("appendix.baseline", baseline));
            case YEARLY_TARGETS -> yearlyTargetColumns();
            case MID_TERM ->
                    anyAssessmentHas(a -> a.courseInForce().midTermTarget())
                                    || standing.assessments().stream()
                                            .anyMatch(
                                                    a ->
                                                            standing.withholdsMilestone(
                                                                    a.indicator(),
                                                                    Milestone.Role.MID_TERM))
                            ? singleColumn(column, words.sentence("role.MID_TERM"))
                            : List.of();
            case FORMER_TARGET ->
                    anyAssessmentHas(AppendixGrid::formerTarget)
                            ? singleColumn(column, words.sentence("revision.column", last))
                            : List.of();
            case TARGET -> singleColumn(column, words.sentence("appendix.target", last));
            case FIGURES -> figureColumns(column, periods.columns().stream());
            case OTHER_FIGURES -> figureColumns(column, periods.otherPeriods().stream());
            case LATEST_FIGURE ->
                    periods.isAnyFolded() && !chosen.contains(AppendixColumn.OTHER_FIGURES)
                            ? singleColumn(column, words.sentence("appendix.latest"))
                            : List.of();
            case LATER_FIGURES -> figureColumns(column, periods.laterPeriods().stream());
            case ATTAINMENT -> singleColumn(column, words.sentence("formula.ATTAINMENT"));
            case PROGRESS -> singleColumn(column, words.sentence("formula.PROGRESS"));
            case PROGRESS_DUE ->
                    anyAssessmentHas(a -> a.progressDue().knownValue())
                            ? singleColumn(column, words.sentence("formula.PROGRESS_DUE"))
                            : List.of();
            case TIME_PROGRESS -> singleColumn(column, words.sentence("formula.TIME_PROGRESS"));
            case GAP -> singleColumn(column, words.sentence("formula.GAP"));
            case NEEDED -> singleColumn(column, words.sentence("formula.NEEDED_PER_YEAR"));
            case VERDICT -> singleColumn(column, words.sentence("appendix.verdict"));
            case PROPERTY -> singleColumn(column, words.sentence("appendix.property"));
            case SOURCE -> singleColumn(column, words.sentence("appendix.from"));
        };
    }

    private static List<GridColumn> singleColumn(AppendixColumn column, String head) {
        return List.of(new GridColumn(column, Optional.empty(), Optional.empty(), head));
    }

    private boolean anyAssessmentHas(Function<Assessment, Optional<?>> has) {
        return standing.assessments().stream().anyMatch(a -> has.apply(a).isPresent());
    }

    private List<GridColumn> yearlyTargetColumns() {
        Set<LocalDate> days = new TreeSet<>();
        standing.assessments().forEach(a -> yearlyMilestones(a).forEach(m -> days.add(m.day())));
        standing.unredactedPlan()
                .ifPresent(
                        all ->
                                all.indicators()
                                        .forEach(
                                                i ->
                                                        i.courseInForceOn(standing.evaluationDate())
                                                                .yearlyTargets()
                                                                .forEach(m -> days.add(m.day()))));
        return days.stream()
                .map(
                        d ->
                                new GridColumn(
                                        AppendixColumn.YEARLY_TARGETS,
                                        Optional.empty(),
                                        Optional.of(d),
                                        words.sentence("revision.yearly", d.getYear())))
                .toList();
    }

    private static List<Milestone> yearlyMilestones(Assessment a) {
        return a.courseInForce().milestones().stream()
                .filter(m -> m.role() == Milestone.Role.YEARLY)
                .toList();
    }

    private List<GridColumn> figureColumns(AppendixColumn column, Stream<Period> shown) {
        return shown.map(
                        p ->
                                new GridColumn(
                                        column,
                                        Optional.of(p),
                                        Optional.empty(),
                                        wording.formatPeriod(p) + commonCover(p)))
                .toList();
    }

    /** The months that all figures of a column cover, where they are not the whole period. */
    private String commonCover(Period period) {
        Set<String> covers = new HashSet<>();
        for (Assessment a : standing.assessments())
            periods.findFigure(a, period)
                    .filter(o -> o.reading() instanceof Reading.Value)
                    .map(this::coverText)
                    .ifPresent(covers::add);
        return covers.size() == 1 ? covers.iterator().next() : "";
    }

    /** {@code （1—5月）}; empty where the whole period is covered. */
    private String coverText(Observation o) {
        if (o.lastCoveredDay().equals(o.period().lastDay())) return "";
        return words.sentence(
                "appendix.cover", wording.formatCover(o.period(), o.lastCoveredMonth()));
    }

    private AppendixEntry createEntry(GridColumn place, Assessment a) {
        Indicator i = a.indicator();
        return switch (place.kind) {
            case NUMBER -> new AppendixEntry.AmountEntry(BigDecimal.valueOf(a.number()), 0, "", "");
            case NAME -> leftAlignedEntry(i.name());
            case UNIT -> centredEntry(i.unit().isEmpty() ? wording.placeholder() : i.unit());
            case DEPARTMENT -> departmentsEntry(i);
            case BASELINE ->
                    milestoneOrWithheldEntry(
                            a.courseInForce().baseline(),
                            a,
                            Milestone.Role.BASELINE,
                            standing.plan().baselineDay());
            case YEARLY_TARGETS ->
                    milestoneOrWithheldEntry(
                            yearlyMilestones(a).stream()
                                    .filter(m -> place.dueDay.equals(Optional.of(m.day())))
                                    .findFirst(),
                            a,
                            Milestone.Role.YEARLY,
                            place.dueDay.orElseThrow());
            case MID_TERM ->
                    milestoneOrWithheldEntry(
                            a.courseInForce().midTermTarget(),
                            a,
                            Milestone.Role.MID_TERM,
                            standing.evaluationDate());
            case FORMER_TARGET -> milestoneEntry(formerTarget(a), a);
            case TARGET ->
                    milestoneOrWithheldEntry(
                            a.courseInForce().finalTarget(),
                            a,
                            Milestone.Role.FINAL,
                            standing.plan().lastDay());
            case FIGURES, OTHER_FIGURES -> knownFigureEntry(place, a);
            case LATER_FIGURES ->
                    figureEntry(a.series().findShown(place.period.orElseThrow()), i, "");
            case LATEST_FIGURE -> foldedFigureEntry(a);
            case PROGRESS_DUE -> shareEntry(a.progressDue(), a);
            case ATTAINMENT -> shareEntry(a.attainment(), a);
            case PROGRESS -> shareEntry(a.progress(), a);
            case TIME_PROGRESS -> shareEntry(a.timeProgress(), a);
            case GAP -> amountEntry(a.gap(), i.decimals());
            case NEEDED ->
                    a.hasWayToGo()
                            ? amountEntry(a.neededPerYear(), i.decimals() + 2)
                            : centredEntry(wording.placeholder());
            case VERDICT -> centredEntry(wording.verdictName(a));
            case PROPERTY -> centredEntry(words.nameOf(i.property()));
            case SOURCE ->
                    leftAlignedEntry(
                            explanation.joinNames(
                                    a.series().observations().stream()
                                            .map(Observation::source)
                                            .filter(s -> !s.isTyped())
                                            .map(Source::document)
                                            .distinct()
                                            .toList()));
        };
    }

    private static AppendixEntry leftAlignedEntry(String text) {
        return new AppendixEntry.TextEntry(text, false);
    }

    private static AppendixEntry centredEntry(String text) {
        return new AppendixEntry.TextEntry(text, true);
    }

    private AppendixEntry departmentsEntry(Indicator i) {
        List<String> names =
                Stream.concat(i.leadDepartment().stream(), i.supportingDepartments().stream())
                        .distinct()
                        .flatMap(id -> standing.plan().findDepartment(id).stream())
                        .map(Department::name)
                        .toList();
        return names.isEmpty()
                ? centredEntry(wording.placeholder())
                : leftAlignedEntry(explanation.joinNames(names));
    }

    /** The final target that was decided first, if it was revised up to the evaluation date. */
    private static Optional<Milestone> formerTarget(Assessment a) {
        return a.revisionsInForce().stream()
                .map(TargetRevision::formerTarget)
                .filter(m -> m.role() == Milestone.Role.FINAL)
                .findFirst();
    }

    /**
     * @param on matters for a yearly target only
     */
    private AppendixEntry milestoneOrWithheldEntry(
            Optional<Milestone> milestone, Assessment a, Milestone.Role role, LocalDate on) {
        boolean left =
                milestone.isEmpty()
                        && standing.withholdsTarget(
                                Redaction.TargetRedaction.forMilestone(
                                        a.indicator().id(), role, on));
        return left ? centredEntry(Redaction.REPLACEMENT_TEXT) : milestoneEntry(milestone, a);
    }

    /**
     * A number whose relation, where it is not the usual one, is a mark about it, and so is the
     * star of a revised one: it stays a number.
     */
    private AppendixEntry milestoneEntry(Optional<Milestone> milestone, Assessment a) {
        if (milestone.isEmpty()) return centredEntry(wording.placeholder());
        Milestone m = milestone.get();
        Optional<String> state = wording.milestoneStateText(m.amount(), a.indicator());
        if (state.isPresent()) return centredEntry(state.get());
        boolean usual =
                m.role() == Milestone.Role.BASELINE
                        || m.relation() == Relation.AT_LEAST
                                && a.indicator().direction() == Direction.HIGHER
                                && a.indicator().kind() != IndicatorKind.HOLD;
        String before =
                usual || m.relation().needsBound() || a.indicator().kind() == IndicatorKind.ZERO
                        ? ""
                        : Wording.relationSign(m.relation());
        String after =
                (m.relation().needsBound()
                                ? wording.targetText(m)
                                        .substring(Wording.formatNumber(m.amount()).length())
                                : "")
                        + Wording.rateSign(m, a.indicator());
        boolean revised =
                a.revisionsInForce().stream()
                        .anyMatch(r -> r.isRevisionOf(m) && !r.formerTarget().equals(m));
        return new AppendixEntry.AmountEntry(
                m.amount(),
                Math.max(0, m.amount().scale()),
                before,
                revised ? after + REVISED : after);
    }

    /** With the months it covers, where they are others than its column says. */
    private AppendixEntry knownFigureEntry(GridColumn place, Assessment a) {
        Period period = place.period.orElseThrow();
        Optional<Observation> figure = periods.findFigure(a, period);
        String cover = commonCover(period).isEmpty() ? figure.map(this::coverText).orElse("") : "";
        return figureEntry(figure, a.indicator(), cover);
    }

    private AppendixEntry foldedFigureEntry(Assessment a) {
        Optional<Observation> figure = periods.findFolded(a);
        String period =
                figure.map(o -> words.sentence("appendix.cover", wording.formatPeriod(o.period())))
                        .orElse("");
        return figureEntry(figure, a.indicator(), period);
    }

    /**
     * A forecast is marked, and a bound, and both stay numbers; a milestone is told in words.
     *
     * @param cover behind it: what it speaks of
     */
    private AppendixEntry figureEntry(Optional<Observation> shown, Indicator i, String cover) {
        boolean isNumber =
                shown.flatMap(o -> o.reading().findAmount())
                        .filter(v -> wording.milestoneStateText(v, i).isEmpty())
                        .isPresent();
        if (!isNumber)
            return centredEntry(
                    shown.map(o -> wording.observationText(o, i) + cover)
                            .orElseGet(wording::placeholder));
        Observation o = shown.orElseThrow();
        ReadingMarks marks = ReadingMarks.forReading(words, o.reading());
        String before =
                switch (o.status()) {
                    case ACTUAL -> marks.before();
                    case PRELIMINARY -> words.sentence("wording.preliminary", marks.before());
                    case FORECAST -> words.sentence("wording.forecast", marks.before());
                };
        return new AppendixEntry.AmountEntry(
                o.reading().findAmount().orElseThrow(),
                Math.max(0, Wording.readingDecimals(o.reading(), i.decimals())),
                before,
                marks.after() + cover);
    }

    private AppendixEntry shareEntry(Figure figure, Assessment a) {
        Optional<Period> judged =
                a.latest()
                        .filter(
                                _ ->
                                        figure.formula() != Formula.PROGRESS_DUE
                                                && a.derivation().isEmpty()
                                                && a.indicator().kind() != IndicatorKind.MILESTONE
                                                && !a.courseInForce().hasRangeTarget())
                        .map(Observation::period);
        return figure.knownValue()
                .<AppendixEntry>map(f -> new AppendixEntry.ShareEntry(figure.formula(), f, judged))
                .orElse(centredEntry(wording.placeholderFor(figure)));
    }

    private AppendixEntry amountEntry(Figure figure, int decimals) {
        return figure.knownValue()
                .<AppendixEntry>map(f -> new AppendixEntry.AmountEntry(f, decimals, "", ""))
                .orElse(centredEntry(wording.placeholderFor(figure)));
    }
}
