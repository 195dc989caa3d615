package plumbline.chart.make;

import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;
import plumbline.assessment.Series;
import plumbline.chart.Chart;
import plumbline.chart.Chart.Cell;
import plumbline.chart.Chart.Dot;
import plumbline.chart.Chart.Item;
import plumbline.chart.Chart.Key;
import plumbline.chart.Chart.Strip;
import plumbline.chart.Chart.Trajectory;
import plumbline.chart.ChartNumbers.Form;
import plumbline.chart.ChartNumbers.Look;
import plumbline.chart.drawing.Ink;
import plumbline.chart.layout.SheetLayout;
import plumbline.plan.Indicator;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Reading;
import plumbline.plan.SavedChart;
import plumbline.plan.Status;
import plumbline.words.Explanation;
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
    Chart years(Evaluation standing, Assessment a, SavedChart choice) {
        Indicator i = a.indicator();
        Plan plan = standing.plan();
        List<Item> items = new ArrayList<>();
        List<Cell> actual = new ArrayList<>();
        List<Cell> forecast = new ArrayList<>();
        Optional<BigDecimal> before = i.course().baseline().map(b -> b.amount());
        before.ifPresent(
                b -> {
                    items.add(
                            new Item(
                                    wording.period(Period.year(plan.baselineYear())),
                                    Optional.of(i.id())));
                    actual.add(
                            new Cell(
                                    Optional.of(b),
                                    Wording.number(b),
                                    words.say("role.BASELINE") + " " + Wording.number(b)));
                    forecast.add(Cell.NONE);
                });
        Series series = a.series();
        for (int year = plan.firstYear(); year <= plan.lastYear(); year++) {
            Period period = Period.year(year);
            if (!choice.shows(period)) continue;
            Optional<Observation> shown =
                    series.shown(period).filter(o -> o.reading() instanceof Reading.Value);
            Cell cell = cell(i, shown, before);
            items.add(new Item(wording.period(period), Optional.of(i.id())));
            actual.add(shown.filter(o -> !o.forecast()).map(_ -> cell).orElse(Cell.NONE));
            forecast.add(shown.filter(Observation::forecast).map(_ -> cell).orElse(Cell.NONE));
            before = shown.flatMap(o -> o.reading().value());
        }
        List<Strip> strips =
                Stream.of(
                                new Strip(words.say(Status.ACTUAL), Ink.ACTUAL, actual),
                                new Strip(words.say(Status.FORECAST), Ink.OUTLOOK, forecast))
                        .filter(s -> s.cells().stream().anyMatch(c -> c.amount().isPresent()))
                        .toList();
        return new Chart.Plot(
                words.say("chart.years.title", a.number() + ". " + i.name()),
                captions.of(standing, i),
                captions.sourced(
                        words.say(i.share() ? "chart.years.points" : "chart.years.note"), plan),
                ChartCaptions.fileSafe(
                        "%02d-%s-%s"
                                .formatted(a.number(), words.say("chart.years.file"), i.name())),
                Form.COLUMNS,
                i.unit(),
                false,
                items,
                strips,
                strips.isEmpty() ? Optional.of(words.say("chart.empty")) : Optional.empty());
    }

    private Cell cell(Indicator i, Optional<Observation> shown, Optional<BigDecimal> before) {
        return shown.map(
                        o -> {
                            BigDecimal amount = o.reading().value().orElseThrow();
                            String number =
                                    Wording.number(
                                            amount, Wording.decimals(o.reading(), i.decimals()));
                            String label =
                                    number
                                            + before.map(b -> change(i, b, amount))
                                                    .map(c -> "\n" + c)
                                                    .orElse("");
                            return new Cell(
                                    Optional.of(amount),
                                    label,
                                    wording.period(o.period())
                                            + " "
                                            + wording.observation(o, i)
                                            + "\n"
                                            + new Explanation(words).source(o.source()));
                        })
                .orElse(Cell.NONE);
    }

    /**
     * Of a share the difference in points, of all else the growth; none on a base that is not
     * positive.
     */
    private static String change(Indicator i, BigDecimal before, BigDecimal now) {
        if (i.share()) return signed(Wording.compact(now.subtract(before)), now.compareTo(before));
        if (before.signum() <= 0) return "";
        return signed(
                Wording.percent(now.subtract(before).divide(before, MathContext.DECIMAL128)),
                now.compareTo(before));
    }

    private static String signed(String number, int sign) {
        return sign > 0 ? "+" + number : number;
    }

    /** Only the figures of the chosen periods; the baseline stays. */
    static Trajectory shown(Trajectory t, SavedChart choice) {
        if (choice.periods().isEmpty()) return t;
        return new Trajectory(
                t.indicator(),
                t.title(),
                t.unit(),
                t.subtitle(),
                t.note(),
                t.fileName(),
                t.from(),
                t.to(),
                t.evaluation(),
                t.evaluationLabel(),
                shown(t.actuals(), t.from(), choice),
                shown(t.derived(), t.from(), choice),
                shown(t.forecasts(), t.from(), choice),
                t.course(),
                t.breaks(),
                t.stops(),
                t.branches(),
                t.level(),
                t.outlook(),
                t.keys(),
                t.empty());
    }

    private static List<Dot> shown(List<Dot> dots, LocalDate from, SavedChart choice) {
        return dots.stream()
                .filter(
                        d ->
                                !d.on().isAfter(from)
                                        || choice.periods().stream()
                                                .anyMatch(p -> p.end().equals(d.on())))
                .toList();
    }

    /** Small trajectories, as many on a sheet as can be read. */
    List<Chart> sheet(Evaluation standing, SavedChart choice) {
        Charts charts = new Charts(words);
        List<Chart.Small> all =
                standing.assessments().stream()
                        .map(
                                a ->
                                        new Chart.Small(
                                                shown(charts.trajectory(standing, a), choice),
                                                a.verdict(),
                                                wording.verdict(a)))
                        .toList();
        List<List<Chart.Small>> pages =
                Pages.of(
                        all,
                        SheetLayout.fitting(
                                choice.size().width(), choice.size().height(choice.kind())));
        List<Key> keys =
                List.of(
                        new Key(words.say(Status.ACTUAL), Ink.ACTUAL, false),
                        new Key(words.say(Status.FORECAST), Ink.FORECAST, true),
                        new Key(words.say("chart.course"), Ink.COURSE, false),
                        new Key(words.say("figures.stops"), Ink.TARGET, false));
        List<Chart> sheets = new ArrayList<>();
        for (int p = 0; p < pages.size(); p++)
            sheets.add(
                    new Chart.Sheet(
                            captions.page(
                                    words.say("chart.sheet.title", standing.plan().title()),
                                    p,
                                    pages.size()),
                            captions.ofAll(standing),
                            captions.sourced(words.say("chart.sheet.note"), standing.plan()),
                            ChartCaptions.numbered(words.say("chart.sheet.file"), p, pages.size()),
                            pages.get(p),
                            keys));
        return sheets;
    }

    /**
     * An indicator of the same name in two plans, one after the other; empty where the other plan
     * has none of that name.
     */
    Optional<Chart> acrossPlans(Evaluation standing, Assessment a, Plan other) {
        Indicator here = a.indicator();
        Optional<Indicator> there =
                other.inOrder().stream()
                        .filter(i -> plain(i.name()).equals(plain(here.name())))
                        .findFirst();
        if (there.isEmpty()) return Optional.empty();
        boolean first = standing.plan().firstYear() <= other.firstYear();
        List<Chart.Trace> traces = new ArrayList<>();
        traces.addAll(traces(standing.plan(), here, Ink.ACTUAL, Ink.COURSE));
        traces.addAll(traces(other, there.get(), Ink.TARGET, Ink.MUTED));
        Plan earlier = first ? standing.plan() : other;
        Plan later = first ? other : standing.plan();
        boolean oneUnit = plain(here.unit()).equals(plain(there.get().unit()));
        String note =
                words.say("chart.plans.note", earlier.title(), later.title())
                        + (oneUnit
                                ? ""
                                : words.say("chart.plans.units", here.unit(), there.get().unit()));
        return Optional.of(
                new Chart.Lines(
                        words.say("chart.plans.title", here.name()),
                        captions.of(standing, here),
                        note,
                        ChartCaptions.fileSafe(
                                "%02d-%s-%s"
                                        .formatted(
                                                a.number(),
                                                words.say("chart.plans.file"),
                                                here.name())),
                        here.unit(),
                        earlier.begins(),
                        later.ends(),
                        standing.at(),
                        wording.date(standing.at()),
                        oneUnit ? traces : traces(standing.plan(), here, Ink.ACTUAL, Ink.COURSE),
                        Optional.empty()));
    }

    private static String plain(String text) {
        return text.replaceAll("\\s", "");
    }

    private List<Chart.Trace> traces(Plan plan, Indicator i, Ink ink, Ink course) {
        List<Chart.Trace> traces = new ArrayList<>();
        String span = wording.span(plan);
        ChartDots.Traced traced = new ChartDots(words).of(plan, i);
        List<Dot> actuals =
                Stream.concat(
                                i
                                        .course()
                                        .baseline()
                                        .map(
                                                b ->
                                                        new Dot(
                                                                b.on(),
                                                                b.amount(),
                                                                Wording.number(b.amount()),
                                                                words.say(b.role())
                                                                        + " "
                                                                        + Wording.number(
                                                                                b.amount()),
                                                                true))
                                        .stream(),
                                traced.actuals().stream())
                        .sorted(Comparator.comparing(Dot::on))
                        .toList();
        traces.add(
                new Chart.Trace(
                        span + " " + words.say(Status.ACTUAL),
                        ink,
                        Look.SOLID,
                        actuals,
                        Optional.of(i.id())));
        if (!traced.forecasts().isEmpty())
            traces.add(
                    new Chart.Trace(
                            span + " " + words.say(Status.FORECAST),
                            ink,
                            Look.DASHED,
                            after(actuals, traced.forecasts()),
                            Optional.of(i.id())));
        List<Dot> milestones =
                i.course().milestones().stream()
                        .map(m -> new Dot(m.on(), m.amount(), "", "", true))
                        .toList();
        if (milestones.size() > 1)
            traces.add(
                    new Chart.Trace(
                            span + " " + words.say("chart.course"),
                            course,
                            Look.THIN,
                            milestones,
                            Optional.of(i.id())));
        return traces;
    }

    /** From the last actual before them, which is not labelled twice. */
    private static List<Dot> after(List<Dot> actuals, List<Dot> forecasts) {
        List<Dot> dots = new ArrayList<>();
        actuals.stream()
                .filter(d -> d.on().isBefore(forecasts.getFirst().on()))
                .reduce((_, b) -> b)
                .ifPresent(d -> dots.add(new Dot(d.on(), d.amount(), "", "", true)));
        dots.addAll(forecasts);
        return dots;
    }
}
