package plumbline.chart.make;

import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;
import plumbline.assessment.Judgement;
import plumbline.assessment.YearsMet;
import plumbline.chart.Chart;
import plumbline.chart.Chart.Bullet;
import plumbline.chart.Chart.Dot;
import plumbline.chart.Chart.Key;
import plumbline.chart.Chart.Row;
import plumbline.chart.Chart.Trajectory;
import plumbline.chart.drawing.Ink;
import plumbline.plan.Course;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.Kind;
import plumbline.plan.Milestone;
import plumbline.plan.Relation;
import plumbline.plan.Status;
import plumbline.words.DecisionWording;
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
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes charts of a plan's standing. */
public final class Charts {
    /** An overview with more rows than this goes on to another page. */
    public static final int ROWS_ON_A_PAGE = 24;

    private static final int MOST_BRANCHES = 6;
    private final Messages words;
    private final Wording wording;
    private final Explanation explanation;
    private final DecisionWording decisions;
    private final ChartCaptions captions;
    private final ChartDots traces;

    public Charts(Messages words) {
        this.words = words;
        this.wording = new Wording(words);
        this.explanation = new Explanation(words);
        this.decisions = new DecisionWording(words);
        this.captions = new ChartCaptions(words);
        this.traces = new ChartDots(words);
    }

    /** One indicator over time. */
    public Trajectory trajectory(Evaluation standing, Assessment a) {
        Indicator i = a.indicator();
        ChartDots.Traced traced = traces.of(standing.plan(), a);
        Course path = standing.plan().courseOf(i);
        List<Chart.Break> breaks = new Breaks(words).of(standing, i);
        List<Dot> course = course(i, path, breaks, traced);
        List<Dot> stops = stops(i, path, traced);
        List<Dot> withBaseline =
                Stream.concat(
                                i.course().baseline().map(b -> dot(b, i)).stream(),
                                traced.actuals().stream())
                        .sorted(Comparator.comparing(Dot::on))
                        .toList();
        Optional<Chart.Level> level = level(i, path);
        Optional<Chart.Outlook> outlook = new Outlooks(words).of(standing, a);
        List<Chart.Branch> branches = branches(standing, i);
        List<LocalDate> days =
                Stream.concat(
                                Stream.of(
                                        withBaseline, traced.derived(), traced.forecasts(), course),
                                branches.stream().map(Chart.Branch::dots))
                        .flatMap(List::stream)
                        .map(Dot::on)
                        .toList();
        return new Trajectory(
                i.id(),
                a.number() + ". " + i.name(),
                i.unit(),
                captions.of(standing, i),
                captions.joined(
                        List.of(note(a), words.say("chart.source", standing.plan().title()))),
                "%02d-%s".formatted(a.number(), ChartCaptions.fileSafe(i.name())),
                earliest(standing, days),
                latest(standing, days),
                standing.at(),
                wording.date(standing.at()),
                withBaseline,
                traced.derived(),
                traced.forecasts(),
                course,
                breaks,
                stops,
                branches,
                level,
                outlook,
                keys(i, traced, level, breaks, outlook),
                nothing(standing, a, traced, course, branches));
    }

    /**
     * Without a figure there is a course to be looked at, or nothing: a target or a forecast alone
     * is told in words.
     */
    private Optional<String> nothing(
            Evaluation standing,
            Assessment a,
            ChartDots.Traced traced,
            List<Dot> course,
            List<Chart.Branch> branches) {
        boolean drawn =
                !traced.actuals().isEmpty()
                        || !traced.derived().isEmpty()
                        || traced.forecasts().size() > 1
                        || course.size() > 1
                        || !branches.isEmpty();
        if (drawn) return Optional.empty();
        if (standing.whole().isPresent() && a.withheld())
            return Optional.of(words.say("chart.withheld"));
        boolean told = a.course().target().isPresent() || a.forecast().isPresent();
        if (!told) return Optional.of(words.say("chart.empty"));
        List<String> said =
                Stream.of(
                                Optional.of(explanation.ground(a)),
                                a.course()
                                        .target()
                                        .map(
                                                t ->
                                                        words.say("role.FINAL")
                                                                + " "
                                                                + wording.target(t, a.indicator())),
                                a.forecast()
                                        .map(
                                                f ->
                                                        wording.period(f.period())
                                                                + " "
                                                                + wording.observation(
                                                                        f, a.indicator())))
                        .flatMap(Optional::stream)
                        .toList();
        return Optional.of(captions.joined(said));
    }

    /** Of a rate of growth what it asks for; none where there is a level. */
    private List<Dot> course(
            Indicator i, Course path, List<Chart.Break> breaks, ChartDots.Traced traced) {
        if (Breaks.level(i)) return List.of();
        if (i.kind() == Kind.GROWTH) return traced.way();
        return breaks.isEmpty()
                ? Breaks.shaped(i, path.milestones().stream().map(m -> dot(m, i)).toList())
                : Breaks.since(breaks.getLast(), i, path);
    }

    /**
     * The targets, a range at both its borders; that of a rate of growth stands where it leads to.
     */
    private List<Dot> stops(Indicator i, Course path, ChartDots.Traced traced) {
        if (i.kind() != Kind.GROWTH || i.share())
            return path.milestones().stream()
                    .filter(m -> m.role() != Milestone.Role.BASELINE)
                    .flatMap(m -> borders(m, dot(m, i)))
                    .toList();
        if (traced.way().isEmpty()) return List.of();
        String label =
                words.say(
                        "chart.growthTarget",
                        path.target().map(t -> wording.target(t, i)).orElse(""));
        Dot end = traced.way().getLast();
        return List.of(
                new Dot(
                        end.on(),
                        end.amount(),
                        label,
                        label + " · " + wording.date(end.on()),
                        true));
    }

    /** Each border of a range a mark, the upper one with the label. */
    private static Stream<Dot> borders(Milestone m, Dot dot) {
        if (!m.relation().bounded()) return Stream.of(dot);
        return Stream.of(
                new Dot(dot.on(), m.edges().getFirst(), "", dot.hint(), dot.joined()),
                new Dot(dot.on(), m.edges().getLast(), dot.label(), dot.hint(), dot.joined()));
    }

    /** No event at all needs no target, and only none at all is good. */
    private static Optional<Chart.Level> level(Indicator i, Course path) {
        if (!Breaks.level(i)) return Optional.empty();
        Optional<Chart.Level> none =
                i.kind() == Kind.ZERO
                        ? Optional.of(
                                new Chart.Level(BigDecimal.ZERO, Relation.EQUAL, Optional.empty()))
                        : Optional.empty();
        return none.or(
                () -> path.target().map(t -> new Chart.Level(t.amount(), t.relation(), t.bound())));
    }

    private static LocalDate earliest(Evaluation standing, List<LocalDate> days) {
        return Stream.concat(days.stream(), Stream.of(standing.plan().begins()))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** The end of the last year of which there is anything. */
    private static LocalDate latest(Evaluation standing, List<LocalDate> days) {
        return LocalDate.of(
                Stream.concat(days.stream(), Stream.of(standing.plan().ends()))
                        .mapToInt(LocalDate::getYear)
                        .max()
                        .orElseThrow(),
                12,
                31);
    }

    private String note(Assessment a) {
        String computed = words.say("chart.verdict", wording.verdict(a), explanation.ground(a));
        return a.byHand()
                .map(hand -> computed + sentences() + decisions.byHand(hand, a))
                .orElse(computed);
    }

    private String sentences() {
        return words.say("wording.sentences");
    }

    /** Few enough to be told apart, or none. */
    private List<Chart.Branch> branches(Evaluation standing, Indicator i) {
        List<Chart.Branch> branches =
                i.parts().stream()
                        .map(
                                p ->
                                        new Chart.Branch(
                                                p.name(),
                                                traces.of(standing.plan(), i.of(p)).actuals()))
                        .filter(b -> !b.dots().isEmpty())
                        .toList();
        return branches.size() > MOST_BRANCHES ? List.of() : branches;
    }

    private Dot dot(Milestone m, Indicator i) {
        boolean plain =
                m.role() == Milestone.Role.BASELINE
                        || m.relation() == Relation.AT_LEAST && !Breaks.level(i);
        String amount = plain ? Wording.number(m.amount()) : wording.bare(m, i);
        String label =
                m.role() == Milestone.Role.BASELINE ? amount : words.say(m.role()) + " " + amount;
        return new Dot(
                m.on(),
                m.amount(),
                label,
                words.say(m.role()) + " " + amount + " · " + wording.date(m.on()),
                true);
    }

    private List<Key> keys(
            Indicator i,
            ChartDots.Traced traced,
            Optional<Chart.Level> level,
            List<Chart.Break> breaks,
            Optional<Chart.Outlook> outlook) {
        List<Key> keys = new ArrayList<>();
        keys.add(new Key(words.say(Status.ACTUAL), Ink.ACTUAL, false));
        traces.name(traced, i).ifPresent(name -> keys.add(new Key(name, Ink.ACTUAL, true)));
        if (!traced.forecasts().isEmpty())
            keys.add(new Key(words.say(Status.FORECAST), Ink.FORECAST, true));
        boolean range = level.filter(l -> l.relation().bounded()).isPresent();
        keys.add(
                level.isPresent()
                        ? new Key(
                                words.say(range ? "chart.range" : "chart.level"), Ink.TARGET, false)
                        : new Key(words.say("chart.course"), Ink.COURSE, false));
        if (!breaks.isEmpty()) keys.add(new Key(words.say("revision.course"), Ink.COURSE, true));
        if (outlook.isPresent()) keys.add(new Key(words.say("chart.outlook"), Ink.OUTLOOK, true));
        return keys;
    }

    /**
     * All indicators as bars of progress; those without a figure are told in a sentence, and more
     * than a page full go on to further pages.
     */
    public List<Chart.Bullets> overview(Evaluation standing) {
        List<Row> rows = new ArrayList<>();
        for (IndicatorGroup group : standing.plan().groups()) {
            List<Assessment> in = standing.in(group).stream().filter(Charts::figured).toList();
            if (in.isEmpty()) continue;
            rows.add(new Chart.Heading(group.name()));
            in.forEach(a -> rows.add(bullet(a)));
        }
        String left =
                new Undrawn(words)
                        .sentence(
                                standing.assessments().stream().filter(a -> !figured(a)).toList(),
                                explanation::ground);
        return overview(standing, standing.plan().title(), left, pages(rows, ROWS_ON_A_PAGE));
    }

    /** Also of a figure that stays in the house, so that there are as many with it and without. */
    private static boolean figured(Assessment a) {
        return a.value().isPresent() || a.withheld() || a.judgement() instanceof Judgement.Judged;
    }

    /**
     * The indicators of one group as bars of progress; those of which none can be told are left
     * out, and more than a page full go on to further pages.
     */
    public List<Chart.Bullets> overview(
            Evaluation standing, IndicatorGroup group, int rowsOnAPage) {
        List<Row> rows =
                standing.in(group).stream()
                        .map(this::bullet)
                        .filter(b -> b.progress().isPresent())
                        .map(Row.class::cast)
                        .toList();
        return rows.isEmpty()
                ? List.of()
                : overview(standing, group.name(), "", pages(rows, rowsOnAPage));
    }

    private List<Chart.Bullets> overview(
            Evaluation standing, String name, String left, List<List<Row>> pages) {
        List<Chart.Bullets> charts = new ArrayList<>();
        for (int page = 0; page < pages.size(); page++) {
            String title =
                    pages.size() == 1
                            ? words.say("chart.overview.title", name)
                            : words.say("chart.overview.page", name, page + 1, pages.size());
            boolean last = page == pages.size() - 1;
            Optional<String> nothing =
                    pages.get(page).isEmpty()
                            ? Optional.of(left.isEmpty() ? words.say("charts.none") : left)
                            : Optional.empty();
            charts.add(
                    new Chart.Bullets(
                            title,
                            captions.ofAll(standing),
                            captions.sourced(
                                    (last && nothing.isEmpty() ? left : "")
                                            + words.say("chart.overview.note"),
                                    standing.plan()),
                            words.say("chart.overview.file")
                                    + (pages.size() == 1 ? "" : "-" + (page + 1)),
                            pages.get(page),
                            bulletKeys(pages.get(page)),
                            nothing));
        }
        return charts;
    }

    /** As many as are needed, and of one length as far as they can be. */
    private static List<List<Row>> pages(List<Row> rows, int most) {
        List<List<Row>> full = filled(rows, most);
        return IntStream.range(Math.max(3, Math.ceilDiv(rows.size(), full.size())), most)
                .mapToObj(fewer -> filled(rows, fewer))
                .filter(pages -> pages.size() == full.size())
                .findFirst()
                .orElse(full);
    }

    /** A heading is repeated where its group goes on, and never stands last on a page. */
    private static List<List<Row>> filled(List<Row> rows, int most) {
        List<List<Row>> pages = new ArrayList<>();
        List<Row> page = new ArrayList<>();
        Row heading = new Chart.Heading("");
        for (Row row : rows) {
            boolean full =
                    page.size() >= most || row instanceof Chart.Heading && page.size() >= most - 1;
            if (row instanceof Chart.Heading) heading = row;
            if (full) {
                pages.add(page);
                page = new ArrayList<>();
                if (!(row instanceof Chart.Heading) && !heading.equals(new Chart.Heading("")))
                    page.add(heading);
            }
            page.add(row);
        }
        if (!page.isEmpty() || pages.isEmpty()) pages.add(page);
        return pages;
    }

    private Bullet bullet(Assessment a) {
        List<Boolean> held =
                a.judgement() instanceof Judgement.Judged(_, Judgement.YearsHeld(var years), _)
                        ? years.years().stream().map(YearsMet.Year::met).toList()
                        : List.of();
        boolean bar = held.isEmpty() && a.progress().number().isPresent();
        String value =
                !held.isEmpty()
                        ? held.stream().filter(met -> met).count() + "/" + held.size()
                        : wording.percent(a.progress());
        return new Bullet(
                a.indicator().id(),
                a.number() + ". " + a.indicator().name(),
                bar ? a.progress().number() : Optional.empty(),
                bar ? a.progressDue().number() : Optional.empty(),
                bar ? midTerm(a.course().way()) : Optional.empty(),
                held,
                bar ? "" : explanation.brief(a),
                value,
                a.verdict(),
                wording.verdict(a),
                a.indicator().name() + "\n" + note(a));
    }

    private static Optional<BigDecimal> midTerm(Course course) {
        if (course.midTerm().isEmpty() || course.baseline().isEmpty() || course.target().isEmpty())
            return Optional.empty();
        BigDecimal baseline = course.baseline().get().amount();
        BigDecimal way = course.target().get().amount().subtract(baseline);
        if (way.signum() == 0) return Optional.empty();
        return Optional.of(
                course.midTerm()
                        .get()
                        .amount()
                        .subtract(baseline)
                        .divide(way, MathContext.DECIMAL128));
    }

    private List<Key> bulletKeys(List<Row> rows) {
        if (rows.stream()
                .noneMatch(r -> r instanceof Bullet bullet && bullet.progress().isPresent()))
            return List.of();
        List<Key> keys =
                new ArrayList<>(
                        List.of(
                                new Key(words.say("formula.PROGRESS"), Ink.ACTUAL, false),
                                new Key(words.say("chart.due"), Ink.EVALUATION, false),
                                new Key(words.say("role.FINAL"), Ink.TARGET, false)));
        boolean midTerm =
                rows.stream()
                        .anyMatch(r -> r instanceof Bullet bullet && bullet.midTerm().isPresent());
        if (midTerm) keys.add(new Key(words.say("role.MID_TERM"), Ink.TARGET, true));
        return keys;
    }
}
