package plumbline.chart.make;

import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;
import plumbline.assessment.FigureSeries;
import plumbline.chart.Chart;
import plumbline.chart.Chart.CategorySeries;
import plumbline.chart.Chart.CategoryValue;
import plumbline.chart.Chart.ChartCategory;
import plumbline.chart.Chart.ChartDot;
import plumbline.chart.Chart.LegendEntry;
import plumbline.chart.Chart.TrajectoryChart;
import plumbline.chart.ChartNumbers.CategoryForm;
import plumbline.chart.ChartNumbers.LineStyle;
import plumbline.chart.drawing.Ink;
import plumbline.chart.layout.SheetLayout;
import plumbline.plan.Indicator;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Reading;
import plumbline.plan.SavedChart;
import plumbline.plan.Status;
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
import java.util.stream.Stream;

/** Charts of the figures of indicators. */
final class SeriesCharts {
    private final Messages words;
    private final Wording wording;
    private final ChartCaptions captions;

    SeriesCharts(Messages words) {
        this.words = words;
        this.wording = new Wording(words);
        this.captions = new ChartCaptions(words);
    }

    /** Each year beside the one before, with the change; a year without a figure stays empty. */
    Chart yearlyChart(Evaluation standing, Assessment a, SavedChart choice) {
        Indicator i = a.indicator();
        Plan plan = standing.plan();
        List<ChartCategory> items = new ArrayList<>();
        List<CategoryValue> actual = new ArrayList<>();
        List<CategoryValue> forecast = new ArrayList<>();
        Optional<BigDecimal> before = i.course().baseline().map(b -> b.amount());
        before.ifPresent(
                b -> {
                    items.add(
                            new ChartCategory(
                                    wording.formatPeriod(Period.ofYear(plan.baselineYear())),
                                    Optional.of(i.id())));
                    actual.add(
                            new CategoryValue(
                                    Optional.of(b),
                                    Wording.formatNumber(b),
                                    words.sentence("role.BASELINE")
                                            + " "
                                            + Wording.formatNumber(b)));
                    forecast.add(CategoryValue.NONE);
                });
        FigureSeries series = a.series();
        for (int year = plan.firstYear(); year <= plan.lastYear(); year++) {
            Period period = Period.ofYear(year);
            if (!choice.showsPeriod(period)) continue;
            Optional<Observation> shown =
                    series.findShown(period).filter(o -> o.reading() instanceof Reading.Value);
            CategoryValue cell = yearValue(i, shown, before);
            items.add(new ChartCategory(wording.formatPeriod(period), Optional.of(i.id())));
            actual.add(
                    shown.filter(o -> !o.isForecast()).map(_ -> cell).orElse(CategoryValue.NONE));
            forecast.add(
                    shown.filter(Observation::isForecast)
                            .map(_ -> cell)
                            .orElse(CategoryValue.NONE));
            before = shown.flatMap(o -> o.reading().findAmount());
        }
        List<CategorySeries> strips =
                Stream.of(
                                new CategorySeries(words.nameOf(Status.ACTUAL), Ink.ACTUAL, actual),
                                new CategorySeries(
                                        words.nameOf(Status.FORECAST), Ink.OUTLOOK, forecast))
                        .filter(s -> s.values().stream().anyMatch(c -> c.amount().isPresent()))
                        .toList();
        return new Chart.CategoryChart(
                words.sentence("chart.years.title", a.number() + ". " + i.name()),
                captions.indicatorSubtitle(standing, i),
                captions.noteWithSource(
                        words.sentence(
                                i.isShareOrLevel() ? "chart.years.points" : "chart.years.note"),
                        plan),
                ChartCaptions.safeFileName(
                        "%02d-%s-%s"
                                .formatted(
                                        a.number(), words.sentence("chart.years.file"), i.name())),
                CategoryForm.COLUMNS,
                i.unit(),
                false,
                items,
                strips,
                strips.isEmpty() ? Optional.of(words.sentence("chart.empty")) : Optional.empty());
    }

    private CategoryValue yearValue(
            Indicator i, Optional<Observation> shown, Optional<BigDecimal> before) {
        return shown.map(
                        o -> {
                            BigDecimal amount = o.reading().findAmount().orElseThrow();
                            String number =
                                    Wording.formatNumber(
                                            amount,
                                            Wording.readingDecimals(o.reading(), i.decimals()));
                            String label =
                                    number
                                            + before.map(b -> formatChange(i, b, amount))
                                                    .map(c -> "\n" + c)
                                                    .orElse("");
                            return new CategoryValue(
                                    Optional.of(amount),
                                    label,
                                    wording.formatPeriod(o.period())
                                            + " "
                                            + wording.observationText(o, i)
                                            + "\n"
                                            + new ExplanationWording(words).sourceText(o.source()));
                        })
                .orElse(CategoryValue.NONE);
    }

    /**
     * Of a share the difference in points, of all else the growth; none on a base that is not
     * positive.
     */
    private static String formatChange(Indicator i, BigDecimal before, BigDecimal now) {
        if (i.isShareOrLevel())
            return withSign(Wording.formatCompact(now.subtract(before)), now.compareTo(before));
        if (before.signum() <= 0) return "";
        return withSign(
                Wording.formatPercent(now.subtract(before).divide(before, MathContext.DECIMAL128)),
                now.compareTo(before));
    }

    private static String withSign(String number, int sign) {
        return sign > 0 ? "+" + number : number;
    }

    /** Only the figures of the chosen periods; the baseline stays. */
    static TrajectoryChart withChosenPeriods(TrajectoryChart t, SavedChart choice) {
        if (choice.periods().isEmpty()) return t;
        return new TrajectoryChart(
                t.indicator(),
                t.title(),
                t.unit(),
                t.subtitle(),
                t.note(),
                t.fileName(),
                t.from(),
                t.to(),
                t.evaluationDate(),
                t.evaluationLabel(),
                dotsOfChosenPeriods(t.actuals(), t.from(), choice),
                dotsOfChosenPeriods(t.derived(), t.from(), choice),
                dotsOfChosenPeriods(t.forecasts(), t.from(), choice),
                t.course(),
                t.breaks(),
                t.targets(),
                t.branches(),
                t.level(),
                t.outlook(),
                t.legend(),
                t.emptySentence());
    }

    private static List<ChartDot> dotsOfChosenPeriods(
            List<ChartDot> dots, LocalDate from, SavedChart choice) {
        return dots.stream()
                .filter(
                        d ->
                                !d.day().isAfter(from)
                                        || choice.periods().stream()
                                                .anyMatch(p -> p.lastDay().equals(d.day())))
                .toList();
    }

    /** Small trajectories, as many on a sheet as can be read. */
    List<Chart> trajectorySheets(Evaluation standing, SavedChart choice) {
        IndicatorCharts charts = new IndicatorCharts(words);
        List<Chart.SmallTrajectory> all =
                standing.assessments().stream()
                        .map(
                                a ->
                                        new Chart.SmallTrajectory(
                                                withChosenPeriods(
                                                        charts.trajectoryChart(standing, a),
                                                        choice),
                                                a.verdict(),
                                                wording.verdictName(a)))
                        .toList();
        List<List<Chart.SmallTrajectory>> pages =
                ChartPages.splitEvenly(
                        all,
                        SheetLayout.chartsPerPage(
                                choice.size().width(), choice.size().height(choice.kind())));
        List<LegendEntry> keys =
                List.of(
                        new LegendEntry(words.nameOf(Status.ACTUAL), Ink.ACTUAL, false),
                        new LegendEntry(words.nameOf(Status.FORECAST), Ink.FORECAST, true),
                        new LegendEntry(words.sentence("chart.course"), Ink.COURSE, false),
                        new LegendEntry(words.sentence("figures.stops"), Ink.TARGET, false));
        List<Chart> sheets = new ArrayList<>();
        for (int p = 0; p < pages.size(); p++)
            sheets.add(
                    new Chart.TrajectorySheet(
                            captions.pageTitle(
                                    words.sentence("chart.sheet.title", standing.plan().title()),
                                    p,
                                    pages.size()),
                            captions.overallSubtitle(standing),
                            captions.noteWithSource(
                                    words.sentence("chart.sheet.note"), standing.plan()),
                            ChartCaptions.pageFileName(
                                    words.sentence("chart.sheet.file"), p, pages.size()),
                            pages.get(p),
                            keys));
        return sheets;
    }

    /**
     * An indicator of the same name in two plans, one after the other; empty where the other plan
     * has none of that name.
     */
    Optional<Chart> planToPlanChart(Evaluation standing, Assessment a, Plan other) {
        Indicator here = a.indicator();
        Optional<Indicator> there =
                other.indicatorsInOrder().stream()
                        .filter(i -> withoutSpaces(i.name()).equals(withoutSpaces(here.name())))
                        .findFirst();
        if (there.isEmpty()) return Optional.empty();
        boolean first = standing.plan().firstYear() <= other.firstYear();
        List<Chart.ChartLine> traces = new ArrayList<>();
        traces.addAll(planLines(standing.plan(), here, Ink.ACTUAL, Ink.COURSE));
        traces.addAll(planLines(other, there.get(), Ink.TARGET, Ink.MUTED));
        Plan earlier = first ? standing.plan() : other;
        Plan later = first ? other : standing.plan();
        boolean oneUnit = withoutSpaces(here.unit()).equals(withoutSpaces(there.get().unit()));
        String note =
                words.sentence("chart.plans.note", earlier.title(), later.title())
                        + (oneUnit
                                ? ""
                                : words.sentence(
                                        "chart.plans.units", here.unit(), there.get().unit()));
        return Optional.of(
                new Chart.LineChart(
                        words.sentence("chart.plans.title", here.name()),
                        captions.indicatorSubtitle(standing, here),
                        note,
                        ChartCaptions.safeFileName(
                                "%02d-%s-%s"
                                        .formatted(
                                                a.number(),
                                                words.sentence("chart.plans.file"),
                                                here.name())),
                        here.unit(),
                        earlier.dayBeforeStart(),
                        later.lastDay(),
                        standing.evaluationDate(),
                        wording.formatDate(standing.evaluationDate()),
                        oneUnit ? traces : planLines(standing.plan(), here, Ink.ACTUAL, Ink.COURSE),
                        Optional.empty()));
    }

    private static String withoutSpaces(String text) {
        return text.replaceAll("\\s", "");
    }

    private List<Chart.ChartLine> planLines(Plan plan, Indicator i, Ink ink, Ink course) {
        List<Chart.ChartLine> traces = new ArrayList<>();
        String span = wording.planYearsText(plan);
        ChartDots.IndicatorDots traced = new ChartDots(words).indicatorDots(plan, i);
        List<ChartDot> actuals =
                Stream.concat(
                                i
                                        .course()
                                        .baseline()
                                        .map(
                                                b ->
                                                        new ChartDot(
                                                                b.day(),
                                                                b.amount(),
                                                                Wording.formatNumber(b.amount()),
                                                                words.nameOf(b.role())
                                                                        + " "
                                                                        + Wording.formatNumber(
                                                                                b.amount()),
                                                                true))
                                        .stream(),
                                traced.actuals().stream())
                        .sorted(Comparator.comparing(ChartDot::day))
                        .toList();
        traces.add(
                new Chart.ChartLine(
                        span + " " + words.nameOf(Status.ACTUAL),
                        ink,
                        LineStyle.SOLID,
                        actuals,
                        Optional.of(i.id())));
        if (!traced.forecasts().isEmpty())
            traces.add(
                    new Chart.ChartLine(
                            span + " " + words.nameOf(Status.FORECAST),
                            ink,
                            LineStyle.DASHED,
                            forecastsFromLastActual(actuals, traced.forecasts()),
                            Optional.of(i.id())));
        List<ChartDot> milestones =
                i.course().milestones().stream()
                        .map(m -> new ChartDot(m.day(), m.amount(), "", "", true))
                        .toList();
        if (milestones.size() > 1)
            traces.add(
                    new Chart.ChartLine(
                            span + " " + words.sentence("chart.course"),
                            course,
                            LineStyle.THIN,
                            milestones,
                            Optional.of(i.id())));
        return traces;
    }

    /** From the last actual before them, which is not labelled twice. */
    private static List<ChartDot> forecastsFromLastActual(
            List<ChartDot> actuals, List<ChartDot> forecasts) {
        List<ChartDot> dots = new ArrayList<>();
        actuals.stream()
                .filter(d -> d.day().isBefore(forecasts.getFirst().day()))
                .reduce((_, b) -> b)
                .ifPresent(d -> dots.add(new ChartDot(d.day(), d.amount(), "", "", true)));
        dots.addAll(forecasts);
        return dots;
    }
}
