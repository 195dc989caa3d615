package plumbline.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plumbline.assessment.Assessment;
import plumbline.assessment.Judgement;
import plumbline.assessment.Series;
import plumbline.assessment.Standing;
import plumbline.chart.Chart.Bullet;
import plumbline.chart.Chart.Dot;
import plumbline.chart.Chart.Key;
import plumbline.chart.Chart.Row;
import plumbline.chart.Chart.Trajectory;
import plumbline.plan.Course;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.Kind;
import plumbline.plan.Milestone;
import plumbline.plan.Observation;
import plumbline.plan.Reading;
import plumbline.plan.Relation;
import plumbline.plan.Status;
import plumbline.words.Decisions;
import plumbline.words.Explanation;
import plumbline.words.TotalWording;
import plumbline.words.Wording;
import plumbline.words.Words;

/** Makes charts of a plan's standing. */
public final class Charts {
    /** An overview with more rows than this goes on to another page. */
    public static final int ROWS_ON_A_PAGE = 24;

    private static final int MOST_BRANCHES = 6;
    private final Words words;
    private final Wording wording;
    private final Explanation explanation;
    private final Decisions decisions;
    private final Captions captions;

    public Charts(Words words) {
        this.words = words;
        this.wording = new Wording(words);
        this.explanation = new Explanation(words);
        this.decisions = new Decisions(words);
        this.captions = new Captions(words);
    }

    /** One indicator over time. */
    public Trajectory trajectory(Standing standing, Assessment a) {
        Indicator i = a.indicator();
        Series series = a.series();
        List<Dot> actuals = dots(series, Status.ACTUAL);
        List<Dot> forecasts = dots(series, Status.FORECAST);
        Course path = i.course();
        List<Chart.Break> breaks = new Breaks(words).of(standing, i);
        List<Dot> course = breaks.isEmpty() ? path.milestones().stream().map(m -> dot(m, i)).toList() : Breaks.since(breaks.getLast(), path);
        List<Dot> stops = path.milestones().stream().filter(m -> m.role() != Milestone.Role.BASELINE).map(m -> dot(m, i)).toList();
        boolean nothing = actuals.isEmpty() && forecasts.isEmpty() && course.isEmpty();
        List<Dot> withBaseline = new ArrayList<>(path.baseline().map(b -> dot(b, i)).stream().toList());
        withBaseline.addAll(actuals);
        Optional<Chart.Level> level = level(i, path);
        Optional<Chart.Outlook> outlook = new Outlooks(words).of(standing, a);
        return new Trajectory(i.id(), a.number() + ". " + i.name(), i.unit(), captions.of(standing, i), captions.joined(List.of(note(a), words.say("chart.source", standing.plan().title()))),
                "%02d-%s".formatted(a.number(), Captions.fileSafe(i.name())), earliest(standing, path), standing.plan().ends(), standing.at(),
                wording.date(standing.at()), withBaseline, forecasts, level.isPresent() ? List.of() : course, breaks, stops, branches(i), level, outlook,
                keys(forecasts, level, breaks, outlook),
                nothing ? Optional.of(words.say("chart.empty")) : Optional.empty());
    }

    /** What must hold every year, or must never happen. */
    private static Optional<Chart.Level> level(Indicator i, Course path) {
        return switch (i.kind()) {
            case HOLD -> path.target().map(t -> new Chart.Level(t.amount(), t.relation()));
            case ZERO -> Optional.of(new Chart.Level(BigDecimal.ZERO, Relation.EQUAL));
            case STOCK, CUMULATIVE, YEARLY, MEAN, MILESTONE, GROWTH -> Optional.empty();
        };
    }

    private static LocalDate earliest(Standing standing, Course path) {
        return path.baseline().map(Milestone::on).filter(on -> on.isBefore(standing.plan().begins())).orElse(standing.plan().begins());
    }

    private String note(Assessment a) {
        String computed = words.say("chart.verdict", wording.verdict(a), explanation.ground(a));
        return a.byHand().map(hand -> computed + sentences() + decisions.byHand(hand, a)).orElse(computed);
    }

    private String sentences() {
        return words.say("wording.sentences");
    }

    /** Preliminary figures are drawn with the actual ones; a period without a value breaks the line. */
    private List<Dot> dots(Series series, Status status) {
        Indicator i = series.indicator();
        List<Dot> dots = new ArrayList<>();
        boolean joined = true;
        for (Observation o : series.observations()) {
            if (o.forecast() != (status == Status.FORECAST)) continue;
            if (o.reading() instanceof Reading.Value(BigDecimal amount, _, _)) {
                String label = Wording.number(amount, Wording.decimals(o.reading(), i.decimals()));
                dots.add(new Dot(o.asOf(), amount, label, wording.period(o.period()) + " " + wording.observation(o, i.decimals())
                        + "\n" + source(series, o), joined));
                joined = true;
            } else {
                joined = false;
            }
        }
        return dots;
    }

    /** Few enough to be told apart, or none. */
    private List<Chart.Branch> branches(Indicator i) {
        List<Chart.Branch> branches = i.parts().stream().map(p -> new Chart.Branch(p.name(), dots(Series.of(i.of(p)), Status.ACTUAL)))
                .filter(b -> !b.dots().isEmpty()).toList();
        return branches.size() > MOST_BRANCHES ? List.of() : branches;
    }

    private String source(Series series, Observation o) {
        return series.totalOf(o).map(new TotalWording(words)::of).orElseGet(() -> explanation.source(o.source()));
    }

    private Dot dot(Milestone m, Indicator i) {
        boolean plain = m.role() == Milestone.Role.BASELINE || m.relation() == Relation.AT_LEAST && i.kind() != Kind.HOLD;
        String amount = plain ? Wording.number(m.amount()) : wording.target(m);
        String label = m.role() == Milestone.Role.BASELINE ? amount : words.say(m.role()) + " " + amount;
        return new Dot(m.on(), m.amount(), label, words.say(m.role()) + " " + amount + " · " + wording.date(m.on()), true);
    }

    private List<Key> keys(List<Dot> forecasts, Optional<Chart.Level> level, List<Chart.Break> breaks, Optional<Chart.Outlook> outlook) {
        List<Key> keys = new ArrayList<>();
        keys.add(new Key(words.say(Status.ACTUAL), Ink.ACTUAL, false));
        if (!forecasts.isEmpty()) keys.add(new Key(words.say(Status.FORECAST), Ink.FORECAST, true));
        keys.add(level.isPresent() ? new Key(words.say("chart.level"), Ink.TARGET, false) : new Key(words.say("chart.course"), Ink.COURSE, false));
        if (!breaks.isEmpty()) keys.add(new Key(words.say("revision.course"), Ink.COURSE, true));
        if (outlook.isPresent()) keys.add(new Key(words.say("chart.outlook"), Ink.OUTLOOK, true));
        return keys;
    }

    /** All indicators as bars of progress; more than a page full go on to further pages. */
    public List<Chart.Bullets> overview(Standing standing) {
        List<Row> rows = new ArrayList<>();
        for (IndicatorGroup group : standing.plan().groups()) {
            List<Assessment> in = standing.in(group);
            if (in.isEmpty()) continue;
            rows.add(new Chart.Heading(group.name()));
            in.forEach(a -> rows.add(bullet(a, standing)));
        }
        return overview(standing, standing.plan().title(), pages(rows, ROWS_ON_A_PAGE));
    }

    /** The indicators of one group as bars of progress; those of which none can be told are left out, and more than a page full go on to further pages. */
    public List<Chart.Bullets> overview(Standing standing, IndicatorGroup group, int rowsOnAPage) {
        List<Row> rows = standing.in(group).stream().map(a -> bullet(a, standing)).filter(b -> b.progress().isPresent()).map(Row.class::cast).toList();
        return rows.isEmpty() ? List.of() : overview(standing, group.name(), pages(rows, rowsOnAPage));
    }

    private List<Chart.Bullets> overview(Standing standing, String name, List<List<Row>> pages) {
        List<Chart.Bullets> charts = new ArrayList<>();
        for (int page = 0; page < pages.size(); page++) {
            String title = pages.size() == 1 ? words.say("chart.overview.title", name) : words.say("chart.overview.page", name, page + 1, pages.size());
            charts.add(new Chart.Bullets(title, captions.ofAll(standing), captions.sourced(words.say("chart.overview.note"), standing.plan()),
                    words.say("chart.overview.file") + (pages.size() == 1 ? "" : "-" + (page + 1)), pages.get(page), bulletKeys(pages.get(page))));
        }
        return charts;
    }

    /** A heading is repeated where its group goes on, and never stands last on a page. */
    private static List<List<Row>> pages(List<Row> rows, int most) {
        List<List<Row>> pages = new ArrayList<>();
        List<Row> page = new ArrayList<>();
        Row heading = new Chart.Heading("");
        for (Row row : rows) {
            boolean full = page.size() >= most || row instanceof Chart.Heading && page.size() >= most - 1;
            if (row instanceof Chart.Heading) heading = row;
            if (full) {
                pages.add(page);
                page = new ArrayList<>();
                if (!(row instanceof Chart.Heading) && !heading.equals(new Chart.Heading(""))) page.add(heading);
            }
            page.add(row);
        }
        if (!page.isEmpty() || pages.isEmpty()) pages.add(page);
        return pages;
    }

    private Bullet bullet(Assessment a, Standing standing) {
        Course course = a.course();
        List<Boolean> held = a.judgement() instanceof Judgement.Judged(_, Judgement.YearsHeld(var years), _)
                ? years.years().stream().map(o -> years.target().metBy(o.reading().value().orElseThrow())).toList() : List.of();
        Optional<BigDecimal> progress = held.isEmpty() ? a.progress().number() : Optional.empty();
        String value = held.isEmpty() ? a.progress().number().map(Wording::percent).orElse("——")
                : held.stream().filter(met -> met).count() + "/" + held.size();
        return new Bullet(a.indicator().id(), a.number() + ". " + a.indicator().name(), progress, held.isEmpty() ? a.progressDue().number() : Optional.empty(),
                midTerm(course), held, value, a.verdict(), wording.verdict(a),
                a.indicator().name() + "\n" + note(a));
    }

    private static Optional<BigDecimal> midTerm(Course course) {
        if (course.midTerm().isEmpty() || course.baseline().isEmpty() || course.target().isEmpty()) return Optional.empty();
        BigDecimal baseline = course.baseline().get().amount();
        BigDecimal way = course.target().get().amount().subtract(baseline);
        if (way.signum() == 0) return Optional.empty();
        return Optional.of(course.midTerm().get().amount().subtract(baseline).divide(way, MathContext.DECIMAL128));
    }

    private List<Key> bulletKeys(List<Row> rows) {
        List<Key> keys = new ArrayList<>(List.of(new Key(words.say("formula.PROGRESS"), Ink.ACTUAL, false),
                new Key(words.say("chart.due"), Ink.EVALUATION, false), new Key(words.say("role.FINAL"), Ink.TARGET, false)));
        boolean midTerm = rows.stream().anyMatch(r -> r instanceof Bullet bullet && bullet.midTerm().isPresent());
        if (midTerm) keys.add(new Key(words.say("role.MID_TERM"), Ink.TARGET, true));
        return keys;
    }
}
