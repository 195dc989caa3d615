package plumbline.chart.make;

import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;
import plumbline.assessment.Tally;
import plumbline.chart.Chart;
import plumbline.chart.Chart.Cell;
import plumbline.chart.Chart.Item;
import plumbline.chart.Chart.Strip;
import plumbline.chart.ChartNumbers.Form;
import plumbline.chart.drawing.Ink;
import plumbline.chart.layout.VerdictShape;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.Period;
import plumbline.plan.Verdict;
import plumbline.words.Explanation;
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
    List<Chart> ranking(Evaluation standing) {
        List<Assessment> ranked =
                standing.assessments().stream()
                        .filter(VerdictCharts::ranked)
                        .sorted(
                                Comparator.comparing((Assessment a) -> progressed(a).isEmpty())
                                        .thenComparing(
                                                a -> progressed(a).orElse(BigDecimal.ZERO),
                                                Comparator.reverseOrder()))
                        .toList();
        String left =
                new Undrawn(words)
                        .sentence(
                                standing.assessments().stream().filter(a -> !ranked(a)).toList(),
                                this::unranked);
        List<List<Assessment>> pages = Pages.of(ranked, RANKED_ON_A_PAGE);
        List<Chart> charts = new ArrayList<>();
        for (int p = 0; p < pages.size(); p++) {
            List<Item> items = pages.get(p).stream().map(VerdictCharts::item).toList();
            List<Strip> strips =
                    List.of(
                            new Strip(
                                    words.say("formula.PROGRESS"),
                                    Ink.ACTUAL,
                                    pages.get(p).stream().map(this::progress).toList()),
                            new Strip(
                                    words.say("formula.TIME_PROGRESS"),
                                    Ink.EVALUATION,
                                    pages.get(p).stream().map(this::time).toList()));
            boolean bare = pages.get(p).stream().noneMatch(a -> progressed(a).isPresent());
            Optional<String> nothing =
                    bare && !standing.assessments().isEmpty()
                            ? Optional.of(words.say("chart.ranking.empty") + left)
                            : empty(standing);
            charts.add(
                    new Chart.Plot(
                            captions.page(
                                    words.say("chart.ranking.title", standing.plan().title()),
                                    p,
                                    pages.size()),
                            captions.ofAll(standing),
                            captions.sourced(
                                    (p == pages.size() - 1 && !bare ? left : "")
                                            + words.say("chart.ranking.note"),
                                    standing.plan()),
                            ChartCaptions.numbered(
                                    words.say("chart.ranking.file"), p, pages.size()),
                            Form.BARS,
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
    private static boolean ranked(Assessment a) {
        return progressed(a).isPresent() || a.progress().withheld();
    }

    private String unranked(Assessment a) {
        return a.indicator().kind().onCourse()
                ? new Explanation(words).step(a.progress(), a.indicator()).result()
                : words.say("chart.undrawn.level");
    }

    private static Item item(Assessment a) {
        return new Item(a.number() + ". " + a.indicator().name(), Optional.of(a.indicator().id()));
    }

    private static Optional<BigDecimal> progressed(Assessment a) {
        return a.progress().number();
    }

    private Cell progress(Assessment a) {
        return new Cell(
                progressed(a),
                progressed(a).map(Wording::percent).orElse(wording.none(a.progress()))
                        + " "
                        + wording.verdict(a),
                hint(a));
    }

    private Cell time(Assessment a) {
        return new Cell(progressed(a).flatMap(_ -> a.timeProgress().number()), "", hint(a));
    }

    private String hint(Assessment a) {
        return a.indicator().name()
                + "\n"
                + words.say("chart.verdict", wording.verdict(a), new Explanation(words).ground(a));
    }

    private Optional<String> empty(Evaluation standing) {
        return standing.assessments().isEmpty()
                ? Optional.of(words.say("charts.none"))
                : Optional.empty();
    }

    /** How many indicators of each group were given each verdict, and of all. */
    List<Chart> tally(Evaluation standing) {
        List<Counted> groups =
                groups(standing).stream()
                        .map(g -> new Counted(g.name(), standing.tally(g)))
                        .toList();
        Counted all = new Counted(words.say("chart.all"), standing.tally());
        List<List<Counted>> pages =
                groups.size() <= MOST_BESIDE_ALL
                        ? List.of(Stream.concat(groups.stream(), Stream.of(all)).toList())
                        : Stream.concat(
                                        Stream.of(List.of(all)),
                                        Pages.of(groups, TALLIED_ON_A_PAGE).stream())
                                .toList();
        return IntStream.range(0, pages.size())
                .<Chart>mapToObj(p -> tally(standing, pages.get(p), p, pages.size()))
                .toList();
    }

    private record Counted(String name, Tally tally) {}

    private Chart.Plot tally(Evaluation standing, List<Counted> counted, int page, int pages) {
        List<Item> items = counted.stream().map(c -> new Item(c.name, Optional.empty())).toList();
        List<Tally> tallies = counted.stream().map(Counted::tally).toList();
        List<Strip> strips = new ArrayList<>();
        for (Verdict v : Verdict.values())
            strips.add(strip(standing, Optional.of(v), items, tallies, t -> t.of(v)));
        strips.add(strip(standing, Optional.empty(), items, tallies, Tally::unjudged));
        List<Strip> used =
                strips.stream()
                        .filter(s -> s.cells().stream().anyMatch(c -> c.amount().isPresent()))
                        .toList();
        return new Chart.Plot(
                captions.page(words.say("chart.tally.title", standing.plan().title()), page, pages),
                captions.ofAll(standing),
                captions.sourced(words.say("chart.tally.note"), standing.plan()),
                ChartCaptions.numbered(words.say("chart.tally.file"), page, pages),
                Form.STACKED_BARS,
                words.say("chart.items"),
                false,
                items,
                used,
                empty(standing));
    }

    private static List<IndicatorGroup> groups(Evaluation standing) {
        return standing.plan().groups().stream().filter(g -> !standing.in(g).isEmpty()).toList();
    }

    private Strip strip(
            Evaluation standing,
            Optional<Verdict> verdict,
            List<Item> items,
            List<Tally> tallies,
            Function<Tally, Integer> count) {
        String name = wording.verdict(verdict, standing.assessments());
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            int n = count.apply(tallies.get(i));
            cells.add(
                    n == 0
                            ? Cell.NONE
                            : new Cell(
                                    Optional.of(BigDecimal.valueOf(n)),
                                    "" + n,
                                    words.say(
                                            "chart.tally.hint",
                                            items.get(i).name(),
                                            name,
                                            n,
                                            tallies.get(i).total())));
        }
        return new Strip(name, VerdictShape.of(verdict).ink(), cells);
    }

    /**
     * @param chosen the periods at whose ends is judged; empty for those that are over, the latest
     *     first kept
     */
    List<Chart> matrix(Evaluation standing, List<Period> chosen, int rows) {
        List<Period> periods = chosen.isEmpty() ? latest(standing) : chosen;
        List<Evaluation> standings = periods.stream().map(p -> standing.on(p.end())).toList();
        List<String> columns = periods.stream().map(wording::period).toList();
        List<Chart.MatrixRow> lines = new ArrayList<>();
        for (IndicatorGroup group : groups(standing)) {
            lines.add(new Chart.MatrixHeading(group.name()));
            standing.in(group).forEach(a -> lines.add(line(a, standings)));
        }
        List<List<Chart.MatrixRow>> pages = headed(lines, rows);
        List<Chart> charts = new ArrayList<>();
        for (int p = 0; p < pages.size(); p++)
            charts.add(
                    new Chart.Matrix(
                            captions.page(
                                    words.say("chart.matrix.title", standing.plan().title()),
                                    p,
                                    pages.size()),
                            words.say("chart.rule", wording.rules(standing.plan())),
                            captions.sourced(words.say("chart.matrix.note"), standing.plan()),
                            ChartCaptions.numbered(words.say("chart.matrix.file"), p, pages.size()),
                            columns,
                            pages.get(p)));
        return charts;
    }

    private static List<Period> latest(Evaluation standing) {
        List<Period> over =
                standing.plan().periods().stream()
                        .filter(p -> !p.end().isAfter(standing.at()))
                        .toList();
        return over.subList(Math.max(0, over.size() - MOST_DATES), over.size());
    }

    private Chart.MatrixRow line(Assessment a, List<Evaluation> standings) {
        List<Chart.Square> squares =
                standings.stream()
                        .map(s -> s.of(a.indicator().id()).orElseThrow())
                        .map(
                                at ->
                                        new Chart.Square(
                                                at.verdict(),
                                                wording.verdict(at),
                                                wording.date(at.at()) + "\n" + hint(at)))
                        .toList();
        return new Chart.MatrixLine(
                a.indicator().id(), a.number() + ". " + a.indicator().name(), squares);
    }

    /** A heading is repeated where its group goes on, and never stands last on a page. */
    private static List<List<Chart.MatrixRow>> headed(List<Chart.MatrixRow> lines, int rows) {
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
    List<Chart> radar(Evaluation standing) {
        List<List<IndicatorGroup>> pages = Pages.of(groups(standing), MOST_SPOKES);
        return IntStream.range(0, pages.size())
                .<Chart>mapToObj(p -> radar(standing, pages.get(p), p, pages.size()))
                .toList();
    }

    private Chart.Plot radar(
            Evaluation standing, List<IndicatorGroup> groups, int page, int pages) {
        List<Item> items = groups.stream().map(g -> new Item(g.name(), Optional.empty())).toList();
        List<Strip> strips = new ArrayList<>();
        strips.add(shares(standing, groups, Ink.ACTUAL));
        LocalDate before = standing.at().minusYears(1);
        if (before.isAfter(standing.plan().begins()))
            strips.add(shares(yearBefore(standing, before), groups, Ink.MUTED));
        return new Chart.Plot(
                captions.page(words.say("chart.radar.title", standing.plan().title()), page, pages),
                captions.ofAll(standing),
                captions.sourced(words.say("chart.radar.note"), standing.plan()),
                ChartCaptions.numbered(words.say("chart.radar.file"), page, pages),
                groups.size() < FEWEST_SPOKES ? Form.BARS : Form.RADAR,
                "",
                true,
                items,
                strips,
                empty(standing));
    }

    /** Of the same indicators. */
    private static Evaluation yearBefore(Evaluation standing, LocalDate before) {
        Evaluation then = standing.on(before);
        return then.only(
                then.assessments().stream()
                        .filter(a -> standing.of(a.indicator().id()).isPresent())
                        .toList());
    }

    private Strip shares(Evaluation standing, List<IndicatorGroup> groups, Ink ink) {
        return new Strip(
                wording.date(standing.at()),
                ink,
                groups.stream().map(g -> share(standing, g)).toList());
    }

    private Cell share(Evaluation standing, IndicatorGroup group) {
        Tally tally = standing.tally(group);
        String count = tally.onCourse() + "/" + tally.total();
        return new Cell(
                tally.shareOnCourse(),
                count,
                group.name() + "\n" + wording.date(standing.at()) + " " + count);
    }
}
