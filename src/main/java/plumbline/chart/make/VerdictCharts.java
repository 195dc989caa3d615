package plumbline.chart.make;

import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;
import plumbline.assessment.VerdictTally;
import plumbline.chart.Chart;
import plumbline.chart.Chart.CategorySeries;
import plumbline.chart.Chart.CategoryValue;
import plumbline.chart.Chart.ChartCategory;
import plumbline.chart.ChartNumbers.CategoryForm;
import plumbline.chart.drawing.Ink;
import plumbline.chart.layout.VerdictShape;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.Period;
import plumbline.plan.Verdict;
import plumbline.words.ExplanationWording;
import plumbline.words.Messages;
import plumbline.words.Wording;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Charts of how the indicators of a plan are judged. */
final class VerdictCharts {
    private static final int RANKED_ON_A_PAGE = 16;
    private static final int MOST_DATES = 6;
    private static final int FEWEST_SPOKES = 3;
    private static final int MOST_SPOKES = 12;

    /** More would be dwarfed by the bar of all indicators, which then has a page of its own. */
    private static final int MOST_BESIDE_ALL = 8;

    private static final int TALLIED_ON_A_PAGE = 14;
    private final Messages words;
    private final Wording wording;
    private final ChartCaptions captions;

    VerdictCharts(Messages words) {
        this.words = words;
        this.wording = new Wording(words);
        this.captions = new ChartCaptions(words);
    }

    /**
     * Progress beside time progress, the furthest first; those that have none are told in a
     * sentence.
     */
    List<Chart> rankingCharts(Evaluation standing) {
        List<Assessment> ranked =
                standing.assessments().stream()
                        .filter(VerdictCharts::isRanked)
                        .sorted(
                                Comparator.comparing((Assessment a) -> progressNumber(a).isEmpty())
                                        .thenComparing(
                                                a -> progressNumber(a).orElse(BigDecimal.ZERO),
                                                Comparator.reverseOrder()))
                        .toList();
        String left =
                new UndrawnIndicators(words)
                        .undrawnSentence(
                                standing.assessments().stream().filter(a -> !isRanked(a)).toList(),
                                this::unrankedReason);
        List<List<Assessment>> pages = ChartPages.splitEvenly(ranked, RANKED_ON_A_PAGE);
        List<Chart> charts = new ArrayList<>();
        for (int p = 0; p < pages.size(); p++) {
            List<ChartCategory> items =
                    pages.get(p).stream().map(VerdictCharts::toCategory).toList();
            List<CategorySeries> strips =
                    List.of(
                            new CategorySeries(
                                    words.sentence("formula.PROGRESS"),
                                    Ink.ACTUAL,
                                    pages.get(p).stream().map(this::progressValue).toList()),
                            new CategorySeries(
                                    words.sentence("formula.TIME_PROGRESS"),
                                    Ink.EVALUATION,
                                    pages.get(p).stream().map(this::timeProgressValue).toList()));
            boolean bare = pages.get(p).stream().noneMatch(a -> progressNumber(a).isPresent());
            Optional<String> nothing =
                    bare && !standing.assessments().isEmpty()
                            ? Optional.of(words.sentence("chart.ranking.empty") + left)
                            : emptySentence(standing);
            charts.add(
                    new Chart.CategoryChart(
                            captions.pageTitle(
                                    words.sentence("chart.ranking.title", standing.plan().title()),
                                    p,
                                    pages.size()),
                            captions.overallSubtitle(standing),
                            captions.noteWithSource(
                                    (p == pages.size() - 1 && !bare ? left : "")
                                            + words.sentence("chart.ranking.note"),
                                    standing.plan()),
                            ChartCaptions.pageFileName(
                                    words.sentence("chart.ranking.file"), p, pages.size()),
                            CategoryForm.BARS,
                            "",
                            true,
                            items,
                            strips,
                            nothing));
        }
        return charts;
    }

    /**
     * Also of a progress that stays in the house, so that there are as many with it and without.
     */
    private static boolean isRanked(Assessment a) {
        return progressNumber(a).isPresent() || a.progress().isWithheld();
    }

    private String unrankedReason(Assessment a) {
        return a.indicator().kind().isJudgedOnCourse()
                ? new ExplanationWording(words).explainFigure(a.progress(), a.indicator()).result()
                : words.sentence("chart.undrawn.level");
    }

    private static ChartCategory toCategory(Assessment a) {
        return new ChartCategory(
                a.number() + ". " + a.indicator().name(), Optional.of(a.indicator().id()));
    }

    private static Optional<BigDecimal> progressNumber(Assessment a) {
        return a.progress().knownValue();
    }

    private CategoryValue progressValue(Assessment a) {
        return new CategoryValue(
                progressNumber(a),
                progressNumber(a)
                                .map(Wording::formatPercent)
                                .orElse(wording.placeholderFor(a.progress()))
                        + " "
                        + wording.verdictName(a),
                verdictHint(a));
    }

    private CategoryValue timeProgressValue(Assessment a) {
        return new CategoryValue(
                progressNumber(a).flatMap(_ -> a.timeProgress().knownValue()), "", verdictHint(a));
    }

    private String verdictHint(Assessment a) {
        return a.indicator().name()
                + "\n"
                + words.sentence(
                        "chart.verdict",
                        wording.verdictName(a),
                        new ExplanationWording(words).groundSentence(a));
    }

    private Optional<String> emptySentence(Evaluation standing) {
        return standing.assessments().isEmpty()
                ? Optional.of(words.sentence("charts.none"))
                : Optional.empty();
    }

    /** How many indicators of each group were given each verdict, and of all. */
    List<Chart> tallyCharts(Evaluation standing) {
        List<CountedGroup> groups =
                groupsWithIndicators(standing).stream()
                        .map(g -> new CountedGroup(g.name(), standing.tallyOfGroup(g)))
                        .toList();
        CountedGroup all = new CountedGroup(words.sentence("chart.all"), standing.tallyAll());
        List<List<CountedGroup>> pages =
                groups.size() <= MOST_BESIDE_ALL
                        ? List.of(Stream.concat(groups.stream(), Stream.of(all)).toList())
                        : Stream.concat(
                                        Stream.of(List.of(all)),
                                        ChartPages.splitEvenly(groups, TALLIED_ON_A_PAGE).stream())
                                .toList();
        return IntStream.range(0, pages.size())
                .<Chart>mapToObj(p -> tallyChart(standing, pages.get(p), p, pages.size()))
                .toList();
    }

    private record CountedGroup(String name, VerdictTally tally) {}

    private Chart.CategoryChart tallyChart(
            Evaluation standing, List<CountedGroup> counted, int page, int pages) {
        List<ChartCategory> items =
                counted.stream().map(c -> new ChartCategory(c.name, Optional.empty())).toList();
        List<VerdictTally> tallies = counted.stream().map(CountedGroup::tally).toList();
        List<CategorySeries> strips = new ArrayList<>();
        for (Verdict v : Verdict.values())
            strips.add(verdictSeries(standing, Optional.of(v), items, tallies, t -> t.countOf(v)));
        strips.add(
                verdictSeries(
                        standing, Optional.empty(), items, tallies, VerdictTally::unjudgedCount));
        List<CategorySeries> used =
                strips.stream()
                        .filter(s -> s.values().stream().anyMatch(c -> c.amount().isPresent()))
                        .toList();
        return new Chart.CategoryChart(
                captions.pageTitle(
                        words.sentence("chart.tally.title", standing.plan().title()), page, pages),
                captions.overallSubtitle(standing),
                captions.noteWithSource(words.sentence("chart.tally.note"), standing.plan()),
                ChartCaptions.pageFileName(words.sentence("chart.tally.file"), page, pages),
                CategoryForm.STACKED_BARS,
                words.sentence("chart.items"),
                false,
                items,
                used,
                emptySentence(standing));
    }

    private static List<IndicatorGroup> groupsWithIndicators(Evaluation standing) {
        return standing.plan().groups().stream()
                .filter(g -> !standing.assessmentsInGroup(g).isEmpty())
                .toList();
    }

    private CategorySeries verdictSeries(
            Evaluation standing,
            Optional<Verdict> verdict,
            List<ChartCategory> items,
            List<VerdictTally> tallies,
            Function<VerdictTally, Integer> count) {
        String name = wording.commonVerdictName(verdict, standing.assessments());
        List<CategoryValue> cells = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            int n = count.apply(tallies.get(i));
            cells.add(
                    n == 0
                            ? CategoryValue.NONE
                            : new CategoryValue(
                                    Optional.of(BigDecimal.valueOf(n)),
                                    "" + n,
                                    words.sentence(
                                            "chart.tally.hint",
                                            items.get(i).name(),
                                            name,
                                            n,
                                            tallies.get(i).totalCount())));
        }
        return new CategorySeries(name, VerdictShape.forVerdict(verdict).ink(), cells);
    }

    /**
     * @param chosen the periods at whose ends is judged; empty for those that are over, the latest
     *     first kept
     */
    List<Chart> matrixCharts(Evaluation standing, List<Period> chosen, int rows) {
        List<Period> periods = chosen.isEmpty() ? latestPeriods(standing) : chosen;
        List<Evaluation> standings =
                periods.stream().map(p -> standing.atDate(p.lastDay())).toList();
        List<String> columns = periods.stream().map(wording::formatPeriod).toList();
        List<Chart.MatrixRow> lines = new ArrayList<>();
        for (IndicatorGroup group : groupsWithIndicators(standing)) {
            lines.add(new Chart.MatrixHeading(group.name()));
            standing.assessmentsInGroup(group).forEach(a -> lines.add(matrixLine(a, standings)));
        }
        List<List<Chart.MatrixRow>> pages = pagesWithHeadings(lines, rows);
        List<Chart> charts = new ArrayList<>();
        for (int p = 0; p < pages.size(); p++)
            charts.add(
                    new Chart.MatrixChart(
                            captions.pageTitle(
                                    words.sentence("chart.matrix.title", standing.plan().title()),
                                    p,
                                    pages.size()),
                            words.sentence("chart.rule", wording.planRuleNames(standing.plan())),
                            captions.noteWithSource(
                                    words.sentence("chart.matrix.note"), standing.plan()),
                            ChartCaptions.pageFileName(
                                    words.sentence("chart.matrix.file"), p, pages.size()),
                            columns,
                            pages.get(p)));
        return charts;
    }

    private static List<Period> latestPeriods(Evaluation standing) {
        List<Period> over =
                standing.plan().periods().stream()
                        .filter(p -> !p.lastDay().isAfter(standing.evaluationDate()))
                        .toList();
        return over.subList(Math.max(0, over.size() - MOST_DATES), over.size());
    }

    private Chart.MatrixRow matrixLine(Assessment a, List<Evaluation> standings) {
        List<Chart.VerdictSquare> squares =
                standings.stream()
                        .map(s -> s.findAssessment(a.indicator().id()).orElseThrow())
                        .map(
                                at ->
                                        new Chart.VerdictSquare(
                                                at.verdict(),
                                                wording.verdictName(at),
                                                wording.formatDate(at.evaluationDate())
                                                        + "\n"
                                                        + verdictHint(at)))
                        .toList();
        return new Chart.MatrixLine(
                a.indicator().id(), a.number() + ". " + a.indicator().name(), squares);
    }

    /** A heading is repeated where its group goes on, and never stands last on a page. */
    private static List<List<Chart.MatrixRow>> pagesWithHeadings(
            List<Chart.MatrixRow> lines, int rows) {
        List<List<Chart.MatrixRow>> pages = new ArrayList<>();
        List<Chart.MatrixRow> page = new ArrayList<>();
        Chart.MatrixRow heading = new Chart.MatrixHeading("");
        for (Chart.MatrixRow line : lines) {
            boolean begins = line instanceof Chart.MatrixHeading;
            if (begins) heading = line;
            if (page.size() >= rows || begins && page.size() >= rows - 1) {
                pages.add(page);
                page = new ArrayList<>(begins ? List.of() : List.of(heading));
            }
            page.add(line);
        }
        pages.add(page);
        return pages;
    }

    /**
     * The share on course or better of each group, beside that of a year before; too few groups for
     * a radar stand as bars.
     */
    List<Chart> radarCharts(Evaluation standing) {
        List<List<IndicatorGroup>> pages =
                ChartPages.splitEvenly(groupsWithIndicators(standing), MOST_SPOKES);
        return IntStream.range(0, pages.size())
                .<Chart>mapToObj(p -> radarChart(standing, pages.get(p), p, pages.size()))
                .toList();
    }

    private Chart.CategoryChart radarChart(
            Evaluation standing, List<IndicatorGroup> groups, int page, int pages) {
        List<ChartCategory> items =
                groups.stream().map(g -> new ChartCategory(g.name(), Optional.empty())).toList();
        List<CategorySeries> strips = new ArrayList<>();
        strips.add(sharesOnCourse(standing, groups, Ink.ACTUAL));
        LocalDate before = standing.evaluationDate().minusYears(1);
        if (before.isAfter(standing.plan().dayBeforeStart()))
            strips.add(
                    sharesOnCourse(evaluationOneYearBefore(standing, before), groups, Ink.MUTED));
        return new Chart.CategoryChart(
                captions.pageTitle(
                        words.sentence("chart.radar.title", standing.plan().title()), page, pages),
                captions.overallSubtitle(standing),
                captions.noteWithSource(words.sentence("chart.radar.note"), standing.plan()),
                ChartCaptions.pageFileName(words.sentence("chart.radar.file"), page, pages),
                groups.size() < FEWEST_SPOKES ? CategoryForm.BARS : CategoryForm.RADAR,
                "",
                true,
                items,
                strips,
                emptySentence(standing));
    }

    /** Of the same indicators. */
    private static Evaluation evaluationOneYearBefore(Evaluation standing, LocalDate before) {
        Evaluation then = standing.atDate(before);
        return then.withAssessments(
                then.assessments().stream()
                        .filter(a -> standing.findAssessment(a.indicator().id()).isPresent())
                        .toList());
    }

    private CategorySeries sharesOnCourse(
            Evaluation standing, List<IndicatorGroup> groups, Ink ink) {
        return new CategorySeries(
                wording.formatDate(standing.evaluationDate()),
                ink,
                groups.stream().map(g -> shareOnCourseValue(standing, g)).toList());
    }

    private CategoryValue shareOnCourseValue(Evaluation standing, IndicatorGroup group) {
        VerdictTally tally = standing.tallyOfGroup(group);
        String count = tally.onCourseCount() + "/" + tally.judgedCount();
        return new CategoryValue(
                tally.shareOnCourse(),
                count,
                group.name() + "\n" + wording.formatDate(standing.evaluationDate()) + " " + count);
    }
}
