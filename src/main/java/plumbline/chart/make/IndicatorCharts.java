package plumbline.chart.make;

import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;
import plumbline.assessment.Judgement;
import plumbline.assessment.YearsMet;
import plumbline.chart.Chart;
import plumbline.chart.Chart.ChartDot;
import plumbline.chart.Chart.LegendEntry;
import plumbline.chart.Chart.OverviewRow;
import plumbline.chart.Chart.ProgressBullet;
import plumbline.chart.Chart.TrajectoryChart;
import plumbline.chart.drawing.Ink;
import plumbline.plan.Course;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Milestone;
import plumbline.plan.Relation;
import plumbline.plan.Status;
import plumbline.words.DecisionWording;
import plumbline.words.ExplanationWording;
import plumbline.words.Messages;
import plumbline.words.Wording;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes charts of a plan's standing. */
public final class IndicatorCharts {
    /** An overview with more rows than this goes on to another page. */
    public static final int ROWS_ON_A_PAGE = 24;

    private static final int MOST_BRANCHES = 6;
    private final Messages words;
    private final Wording wording;
    private final ExplanationWording explanation;
    private final DecisionWording decisions;
    private final ChartCaptions captions;
    private final ChartDots chartDots;

    public IndicatorCharts(Messages words) {
        this.words = words;
        this.wording = new Wording(words);
        this.explanation = new ExplanationWording(words);
        this.decisions = new DecisionWording(words);
        this.captions = new ChartCaptions(words);
        this.chartDots = new ChartDots(words);
    }

    /** One indicator over time. */
    public TrajectoryChart trajectoryChart(Evaluation standing, Assessment a) {
        Indicator i = a.indicator();
        ChartDots.IndicatorDots traced = chartDots.assessmentDots(standing.plan(), a);
        Course path = standing.plan().courseWithinPlan(i);
        List<Chart.CourseBreak> breaks = new CourseBreaks(words).breaksOfIndicator(standing, i);
        List<ChartDot> course = courseDots(i, path, breaks, traced);
        List<ChartDot> stops = targetDots(i, path, traced);
        List<ChartDot> withBaseline =
                Stream.concat(
                                i.course().baseline().map(b -> milestoneDot(b, i)).stream(),
                                traced.actuals().stream())
                        .sorted(Comparator.comparing(ChartDot::day))
                        .toList();
        Optional<Chart.TargetLevel> level = targetLevel(i, path);
        Optional<Chart.OutlookWedge> outlook = new OutlookWedges(words).outlookWedge(standing, a);
        List<Chart.PartLine> branches = partLines(standing, i);
        List<LocalDate> days =
                Stream.concat(
                                Stream.of(
                                        withBaseline, traced.derived(), traced.forecasts(), course),
                                branches.stream().map(Chart.PartLine::dots))
                        .flatMap(List::stream)
                        .map(ChartDot::day)
                        .toList();
        return new TrajectoryChart(
                i.id(),
                a.number() + ". " + i.name(),
                i.unit(),
                captions.indicatorSubtitle(standing, i),
                captions.joinSentences(
                        List.of(
                                verdictNote(a),
                                words.sentence("chart.source", standing.plan().title()))),
                "%02d-%s".formatted(a.number(), ChartCaptions.safeFileName(i.name())),
                firstDay(standing, days),
                lastDay(standing, days),
                standing.evaluationDate(),
                wording.formatDate(standing.evaluationDate()),
                withBaseline,
                traced.derived(),
                traced.forecasts(),
                course,
                breaks,
                stops,
                branches,
                level,
                outlook,
                trajectoryLegend(i, traced, level, breaks, outlook),
                emptySentence(standing, a, traced, course, branches));
    }

    /**
     * Without a figure there is a course to be looked at, or nothing: a target or a forecast alone
     * is told in words.
     */
    private Optional<String> emptySentence(
            Evaluation standing,
            Assessment a,
            ChartDots.IndicatorDots traced,
            List<ChartDot> course,
            List<Chart.PartLine> branches) {
        boolean drawn =
                !traced.actuals().isEmpty()
                        || !traced.derived().isEmpty()
                        || traced.forecasts().size() > 1
                        || course.size() > 1
                        || !branches.isEmpty();
        if (drawn) return Optional.empty();
        if (standing.unredactedPlan().isPresent() && a.isWithheld())
            return Optional.of(words.sentence("chart.withheld"));
        boolean told = a.courseInForce().finalTarget().isPresent() || a.forecast().isPresent();
        if (!told) return Optional.of(words.sentence("chart.empty"));
        List<String> said =
                Stream.of(
                                Optional.of(explanation.groundSentence(a)),
                                a.courseInForce()
                                        .finalTarget()
                                        .map(
                                                t ->
                                                        words.sentence("role.FINAL")
                                                                + " "
                                                                + wording.targetText(
                                                                        t, a.indicator())),
                                a.forecast()
                                        .map(
                                                f ->
                                                        wording.formatPeriod(f.period())
                                                                + " "
                                                                + wording.observationText(
                                                                        f, a.indicator())))
                        .flatMap(Optional::stream)
                        .toList();
        return Optional.of(captions.joinSentences(said));
    }

    /** Of a rate of growth what it asks for; none where there is a level. */
    private List<ChartDot> courseDots(
            Indicator i,
            Course path,
            List<Chart.CourseBreak> breaks,
            ChartDots.IndicatorDots traced) {
        if (CourseBreaks.isHeldAgainstLevel(i)) return List.of();
        if (i.kind() == IndicatorKind.GROWTH) return traced.growthCourse();
        return breaks.isEmpty()
                ? CourseBreaks.withSteps(
                        i, path.milestones().stream().map(m -> milestoneDot(m, i)).toList())
                : CourseBreaks.courseSinceBreak(breaks.getLast(), i, path);
    }

    /**
     * The targets, a range at both its borders; that of a rate of growth stands where it leads to.
     */
    private List<ChartDot> targetDots(Indicator i, Course path, ChartDots.IndicatorDots traced) {
        if (i.kind() != IndicatorKind.GROWTH || i.isShareOrLevel())
            return path.milestones().stream()
                    .filter(m -> m.role() != Milestone.Role.BASELINE)
                    .flatMap(m -> borderDots(m, milestoneDot(m, i)))
                    .toList();
        if (traced.growthCourse().isEmpty()) return List.of();
        String label =
                words.sentence(
                        "chart.growthTarget",
                        path.finalTarget().map(t -> wording.targetText(t, i)).orElse(""));
        ChartDot end = traced.growthCourse().getLast();
        return List.of(
                new ChartDot(
                        end.day(),
                        end.amount(),
                        label,
                        label + " · " + wording.formatDate(end.day()),
                        true));
    }

    /** Each border of a range a mark, the upper one with the label. */
    private static Stream<ChartDot> borderDots(Milestone m, ChartDot dot) {
        if (!m.relation().needsBound()) return Stream.of(dot);
        return Stream.of(
                new ChartDot(dot.day(), m.limits().getFirst(), "", dot.hint(), dot.isJoined()),
                new ChartDot(
                        dot.day(), m.limits().getLast(), dot.label(), dot.hint(), dot.isJoined()));
    }

    /** No event at all needs no target, and only none at all is good. */
    private static Optional<Chart.TargetLevel> targetLevel(Indicator i, Course path) {
        if (!CourseBreaks.isHeldAgainstLevel(i)) return Optional.empty();
        Optional<Chart.TargetLevel> none =
                i.kind() == IndicatorKind.ZERO
                        ? Optional.of(
                                new Chart.TargetLevel(
                                        BigDecimal.ZERO, Relation.EQUAL, Optional.empty()))
                        : Optional.empty();
        return none.or(
                () ->
                        path.finalTarget()
                                .map(
                                        t ->
                                                new Chart.TargetLevel(
                                                        t.amount(), t.relation(), t.bound())));
    }

    private static LocalDate firstDay(Evaluation standing, List<LocalDate> days) {
        return Stream.concat(days.stream(), Stream.of(standing.plan().dayBeforeStart()))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** The end of the last year of which there is anything. */
    private static LocalDate lastDay(Evaluation standing, List<LocalDate> days) {
        return LocalDate.of(
                Stream.concat(days.stream(), Stream.of(standing.plan().lastDay()))
                        .mapToInt(LocalDate::getYear)
                        .max()
                        .orElseThrow(),
                12,
                31);
    }

    private String verdictNote(Assessment a) {
        String computed =
                words.sentence(
                        "chart.verdict", wording.verdictName(a), explanation.groundSentence(a));
        return a.handVerdict()
                .map(
                        hand ->
                                computed
                                        + sentenceSeparator()
                                        + decisions.handVerdictSentence(hand, a))
                .orElse(computed);
    }

    private String sentenceSeparator() {
        return words.sentence("wording.sentences");
    }

    /** Few enough to be told apart, or none. */
    private List<Chart.PartLine> partLines(Evaluation standing, Indicator i) {
        List<Chart.PartLine> branches =
                i.parts().stream()
                        .map(
                                p ->
                                        new Chart.PartLine(
                                                p.name(),
                                                chartDots
                                                        .indicatorDots(
                                                                standing.plan(),
                                                                i.partAsIndicator(p))
                                                        .actuals()))
                        .filter(b -> !b.dots().isEmpty())
                        .toList();
        return branches.size() > MOST_BRANCHES ? List.of() : branches;
    }

    private ChartDot milestoneDot(Milestone m, Indicator i) {
        boolean plain =
                m.role() == Milestone.Role.BASELINE
                        || m.relation() == Relation.AT_LEAST && !CourseBreaks.isHeldAgainstLevel(i);
        String amount = plain ? Wording.formatNumber(m.amount()) : wording.typedTargetText(m, i);
        String label =
                m.role() == Milestone.Role.BASELINE
                        ? amount
                        : words.nameOf(m.role()) + " " + amount;
        return new ChartDot(
                m.day(),
                m.amount(),
                label,
                words.nameOf(m.role()) + " " + amount + " · " + wording.formatDate(m.day()),
                true);
    }

    private List<LegendEntry> trajectoryLegend(
            Indicator i,
            ChartDots.IndicatorDots traced,
            Optional<Chart.TargetLevel> level,
            List<Chart.CourseBreak> breaks,
            Optional<Chart.OutlookWedge> outlook) {
        List<LegendEntry> keys = new ArrayList<>();
        keys.add(new LegendEntry(words.nameOf(Status.ACTUAL), Ink.ACTUAL, false));
        chartDots
                .derivedDotsName(traced, i)
                .ifPresent(name -> keys.add(new LegendEntry(name, Ink.ACTUAL, true)));
        if (!traced.forecasts().isEmpty())
            keys.add(new LegendEntry(words.nameOf(Status.FORECAST), Ink.FORECAST, true));
        boolean range = level.filter(l -> l.relation().needsBound()).isPresent();
        keys.add(
                level.isPresent()
                        ? new LegendEntry(
                                words.sentence(range ? "chart.range" : "chart.level"),
                                Ink.TARGET,
                                false)
                        : new LegendEntry(words.sentence("chart.course"), Ink.COURSE, false));
        if (!breaks.isEmpty())
            keys.add(new LegendEntry(words.sentence("revision.course"), Ink.COURSE, true));
        if (outlook.isPresent())
            keys.add(new LegendEntry(words.sentence("chart.outlook"), Ink.OUTLOOK, true));
        return keys;
    }

    /**
     * All indicators as bars of progress; those without a figure are told in a sentence, and more
     * than a page full go on to further pages.
     */
    public List<Chart.BulletChart> overviewCharts(Evaluation standing) {
        List<OverviewRow> rows = new ArrayList<>();
        for (IndicatorGroup group : standing.plan().groups()) {
            List<Assessment> in =
                    standing.assessmentsInGroup(group).stream()
                            .filter(IndicatorCharts::hasFigure)
                            .toList();
            if (in.isEmpty()) continue;
            rows.add(new Chart.OverviewHeading(group.name()));
            in.forEach(a -> rows.add(progressBullet(a)));
        }
        String left =
                new UndrawnIndicators(words)
                        .undrawnSentence(
                                standing.assessments().stream().filter(a -> !hasFigure(a)).toList(),
                                explanation::groundSentence);
        return overviewPages(
                standing, standing.plan().title(), left, balancedPages(rows, ROWS_ON_A_PAGE));
    }

    /** Also of a figure that stays in the house, so that there are as many with it and without. */
    private static boolean hasFigure(Assessment a) {
        return a.value().isPresent() || a.isWithheld() || a.judgement() instanceof Judgement.Judged;
    }

    /**
     * The indicators of one group as bars of progress; those of which none can be told are left
     * out, and more than a page full go on to further pages.
     */
    public List<Chart.BulletChart> groupOverviewCharts(
            Evaluation standing, IndicatorGroup group, int rowsOnAPage) {
        List<OverviewRow> rows =
                standing.assessmentsInGroup(group).stream()
                        .map(this::progressBullet)
                        .filter(b -> b.progress().isPresent())
                        .map(OverviewRow.class::cast)
                        .toList();
        return rows.isEmpty()
                ? List.of()
                : overviewPages(standing, group.name(), "", balancedPages(rows, rowsOnAPage));
    }

    private List<Chart.BulletChart> overviewPages(
            Evaluation standing, String name, String left, List<List<OverviewRow>> pages) {
        List<Chart.BulletChart> charts = new ArrayList<>();
        for (int page = 0; page < pages.size(); page++) {
            String title =
                    pages.size() == 1
                            ? words.sentence("chart.overview.title", name)
                            : words.sentence("chart.overview.page", name, page + 1, pages.size());
            boolean last = page == pages.size() - 1;
            Optional<String> nothing =
                    pages.get(page).isEmpty()
                            ? Optional.of(left.isEmpty() ? words.sentence("charts.none") : left)
                            : Optional.empty();
            charts.add(
                    new Chart.BulletChart(
                            title,
                            captions.overallSubtitle(standing),
                            captions.noteWithSource(
                                    (last && nothing.isEmpty() ? left : "")
                                            + words.sentence("chart.overview.note"),
                                    standing.plan()),
                            words.sentence("chart.overview.file")
                                    + (pages.size() == 1 ? "" : "-" + (page + 1)),
                            pages.get(page),
                            bulletLegend(pages.get(page)),
                            nothing));
        }
        return charts;
    }

    /** As many as are needed, and of one length as far as they can be. */
    private static List<List<OverviewRow>> balancedPages(List<OverviewRow> rows, int most) {
        List<List<OverviewRow>> full = fillPages(rows, most);
        return IntStream.range(Math.max(3, Math.ceilDiv(rows.size(), full.size())), most)
                .mapToObj(fewer -> fillPages(rows, fewer))
                .filter(pages -> pages.size() == full.size())
                .findFirst()
                .orElse(full);
    }

    /** A heading is repeated where its group goes on, and never stands last on a page. */
    private static List<List<OverviewRow>> fillPages(List<OverviewRow> rows, int most) {
        List<List<OverviewRow>> pages = new ArrayList<>();
        List<OverviewRow> page = new ArrayList<>();
        OverviewRow heading = new Chart.OverviewHeading("");
        for (OverviewRow row : rows) {
            boolean full =
                    page.size() >= most
                            || row instanceof Chart.OverviewHeading && page.size() >= most - 1;
            if (row instanceof Chart.OverviewHeading) heading = row;
            if (full) {
                pages.add(page);
                page = new ArrayList<>();
                if (!(row instanceof Chart.OverviewHeading)
                        && !heading.equals(new Chart.OverviewHeading(""))) page.add(heading);
            }
            page.add(row);
        }
        if (!page.isEmpty() || pages.isEmpty()) pages.add(page);
        return pages;
    }

    private ProgressBullet progressBullet(Assessment a) {
        List<Boolean> held =
                a.judgement() instanceof Judgement.Judged(_, Judgement.YearsHeld(var years), _)
                        ? years.years().stream().map(YearsMet.YearResult::isMet).toList()
                        : List.of();
        boolean bar = held.isEmpty() && a.progress().knownValue().isPresent();
        String value =
                !held.isEmpty()
                        ? held.stream().filter(met -> met).count() + "/" + held.size()
                        : wording.percentText(a.progress());
        return new ProgressBullet(
                a.indicator().id(),
                a.number() + ". " + a.indicator().name(),
                bar ? a.progress().knownValue() : Optional.empty(),
                bar ? a.progressDue().knownValue() : Optional.empty(),
                bar ? midTermProgress(a.courseInForce().courseIntoRange()) : Optional.empty(),
                held,
                bar ? "" : explanation.briefText(a),
                value,
                a.verdict(),
                wording.verdictName(a),
                a.indicator().name() + "\n" + verdictNote(a));
    }

    private static Optional<BigDecimal> midTermProgress(Course course) {
        if (course.midTermTarget().isEmpty()
                || course.baseline().isEmpty()
                || course.finalTarget().isEmpty()) return Optional.empty();
        BigDecimal baseline = course.baseline().get().amount();
        BigDecimal way = course.finalTarget().get().amount().subtract(baseline);
        if (way.signum() == 0) return Optional.empty();
        return Optional.of(
                course.midTermTarget()
                        .get()
                        .amount()
                        .subtract(baseline)
                        .divide(way, MathContext.DECIMAL128));
    }

    private List<LegendEntry> bulletLegend(List<OverviewRow> rows) {
        if (rows.stream()
                .noneMatch(
                        r -> r instanceof ProgressBullet bullet && bullet.progress().isPresent()))
            return List.of();
        List<LegendEntry> keys =
                new ArrayList<>(
                        List.of(
                                new LegendEntry(
                                        words.sentence("formula.PROGRESS"), Ink.ACTUAL, false),
                                new LegendEntry(words.sentence("chart.due"), Ink.EVALUATION, false),
                                new LegendEntry(words.sentence("role.FINAL"), Ink.TARGET, false)));
        boolean midTerm =
                rows.stream()
                        .anyMatch(
                                r ->
                                        r instanceof ProgressBullet bullet
                                                && bullet.midTerm().isPresent());
        if (midTerm) keys.add(new LegendEntry(words.sentence("role.MID_TERM"), Ink.TARGET, true));
        return keys;
    }
}
