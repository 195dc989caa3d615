package plumbline.report.text;

import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;
import plumbline.assessment.Figure;
import plumbline.assessment.Judgement;
import plumbline.base.Problem;
import plumbline.chart.make.Charts;
import plumbline.plan.Countermeasure;
import plumbline.plan.Finding;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.Kind;
import plumbline.plan.Milestone;
import plumbline.plan.Passage;
import plumbline.plan.Plan;
import plumbline.plan.Property;
import plumbline.plan.Quantity;
import plumbline.plan.Reading;
import plumbline.plan.Task;
import plumbline.plan.TaskEntry;
import plumbline.plan.TaskTree;
import plumbline.words.Explanation;
import plumbline.words.Messages;
import plumbline.words.RuleNote;
import plumbline.words.Wording;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The text of a report: paragraphs from sentence patterns in which every number is bound to the
 * plan.
 */
public final class Narrative {
    private static final int MONTHS_AHEAD = 6;
    private static final int MOST_TASKS_NAMED = 8;
    private static final int MOST_IN_BRIEF = 6;

    /** What is behind and what is to be decided have parts of their own there. */
    private static final Set<String> ELSEWHERE_IN_BRIEF = Set.of("next.behind", "next.measures");

    private static final int ROWS_OF_A_PICTURE = 12;
    private final Messages words;
    private final Evaluation standing;
    private final Plan plan;
    private final NumberBindings bindings;
    private final Template template;
    private final Wording wording;
    private final Explanation explanation;
    private final Charts charts;

    public Narrative(Messages words, Evaluation standing) {
        this.words = words;
        this.standing = standing;
        this.plan = standing.plan();
        this.bindings = new NumberBindings(words, standing);
        this.template = new Template(bindings, words);
        this.wording = new Wording(words);
        this.explanation = new Explanation(words);
        this.charts = new Charts(words);
    }

    /** The parts of an outline that the plan has anything to say of. */
    public List<ReportBlock> of(Outline outline) {
        return of(outline, outline.sections());
    }

    /**
     * @param chosen of the outline's parts those wanted
     */
    public List<ReportBlock> of(Outline outline, Collection<Section> chosen) {
        List<ReportBlock> blocks = new ArrayList<>();
        for (Section section : outline.sections())
            if (chosen.contains(section)) blocks.addAll(of(section, outline));
        return List.copyOf(blocks);
    }

    private List<ReportBlock> of(Section section, Outline outline) {
        List<ReportBlock> said =
                switch (section) {
                    case ORGANISATION -> organisation();
                    case OVERALL -> overall(outline);
                    case GROUPS -> groups();
                    case BEHIND -> outline.full() ? behind() : behindInBrief();
                    case TASKS -> tasks(outline);
                    case PROBLEMS -> problems();
                    case COUNTERMEASURES -> countermeasures();
                    case NEXT ->
                            outline.full()
                                    ? next()
                                    : next().stream()
                                            .filter(
                                                    b ->
                                                            b instanceof ReportBlock.Prose p
                                                                    && !ELSEWHERE_IN_BRIEF.contains(
                                                                            p.key()))
                                            .toList();
                    case DECISIONS -> decisions();
                    case APPENDIX -> List.of(new ReportBlock.Appendix());
                };
        if (said.isEmpty() || section == Section.APPENDIX) return said;
        List<ReportBlock> blocks =
                new ArrayList<>(List.of(new ReportBlock.Heading(1, heading(section))));
        blocks.addAll(said);
        return blocks;
    }

    public String heading(Section section) {
        return words.say("section." + section.name());
    }

    /** {@code 随州市市场监管“十四五”规划实施情况中期评估报告}. */
    public String title(Outline outline) {
        return titleLines(outline).replace("\n", words.chinese() ? "" : " ");
    }

    /** As {@link #title}, in the lines it is printed in. */
    public String titleLines(Outline outline) {
        return switch (outline) {
            case EVALUATION -> words.say("outline.title." + stage(), plan.title());
            case SUMMARY -> words.say("outline.title.summary", plan.title(), halfYear());
            case BRIEF -> words.say("outline.title.brief", plan.title());
        };
    }

    /** In the middle of its time an evaluation is 中期, at its end 总结. */
    private String stage() {
        int share =
                Integer.parseInt(
                        Wording.number(
                                NumberBindings.elapsed(plan, standing.at()).movePointRight(2), 0));
        if (share == 100) return "final";
        return share >= 40 && share <= 60 ? "midTerm" : "evaluation";
    }

    private String halfYear() {
        LocalDate at = standing.at();
        boolean monthEnd = at.plusDays(1).getDayOfMonth() == 1;
        if (monthEnd && at.getMonthValue() == 12)
            return words.say("wording.year", "" + at.getYear());
        return monthEnd && at.getMonthValue() == 6
                ? words.say("wording.half.1", "" + at.getYear())
                : words.say("outline.upTo", wording.date(at));
    }

    /** The organisation and the cut-off date, under the title. */
    public String byline() {
        return words.say("outline.byline", plan.organisation(), wording.date(standing.at()));
    }

    /**
     * What the officer has typed, as the plan keeps it.
     *
     * @throws Problem if a name in braces is none of a number
     */
    public Passage passage(ReportBlock.Prose of, String typed) throws Problem {
        return new Passage(of.key(), language(), template.kept(typed.strip()), of.basis());
    }

    /** A paragraph as the officer types it: with readable names for its numbers. */
    public String typed(ReportBlock.Prose prose) {
        return template.typed(prose.kept());
    }

    /** What a text being typed would say; a name that is none is shown as lost. */
    public List<TextSpan> preview(String typed) {
        return template.preview(typed);
    }

    /**
     * A number that can be named.
     *
     * @param name as it is typed between braces
     * @param shown what it says at present
     */
    public record Name(String name, String shown) {}

    /** The numbers there are, whose names or values have the text in them. */
    public List<Name> names(String text) {
        return bindings.all().stream()
                .flatMap(b -> b.shown().map(shown -> new Name(b.name(), shown)).stream())
                .filter(
                        n ->
                                (n.name() + " " + n.shown())
                                        .toLowerCase(words.locale())
                                        .contains(text.strip().toLowerCase(words.locale())))
                .toList();
    }

    private String language() {
        return words.locale().getLanguage();
    }

    private ReportBlock.Prose prose(String key, String basis) {
        Optional<Passage> own = plan.passage(key, language());
        List<TextSpan> spans = template.spans(own.map(Passage::text).orElse(basis));
        return new ReportBlock.Prose(
                key,
                own.map(Passage::text).orElse(basis),
                basis,
                own.map(p -> wrote(p, basis, spans)).orElse(ReportBlock.Wrote.PROGRAM),
                spans);
    }

    private static ReportBlock.Wrote wrote(Passage own, String basis, List<TextSpan> spans) {
        boolean lost = spans.stream().anyMatch(s -> s instanceof TextSpan.Lost);
        return lost || !own.basis().equals(basis)
                ? ReportBlock.Wrote.STALE
                : ReportBlock.Wrote.OFFICER;
    }

    /** The sentence of a key, its numbers named: each argument is a measure of the scope. */
    private String say(String key, String scope, String... measures) {
        return words.say(
                key, List.of(measures).stream().map(m -> Template.number(scope, m)).toArray());
    }

    private static String sentences(List<String> said) {
        return said.stream().filter(s -> !s.isEmpty()).collect(Collectors.joining());
    }

    private List<ReportBlock> organisation() {
        String set =
                words.say(
                        "narrative.made",
                        Template.plain(
                                plan.organisation().isBlank()
                                        ? words.say("narrative.we")
                                        : plan.organisation()),
                        Template.plain(plan.title()),
                        Template.number("plan", "at"),
                        Template.number("plan", "span"),
                        Template.number("plan", "elapsed"));
        String figures = say("narrative.figures", "plan", "figures", "sources");
        return List.of(
                prose("organisation", set + figures),
                prose(
                        "organisation.rule",
                        Template.plain(new RuleNote(words).of(plan))
                                + words.say("narrative.forecasts.apart")));
    }

    private List<ReportBlock> overall(Outline outline) {
        if (standing.assessments().isEmpty()) return List.of();
        List<ReportBlock> blocks = new ArrayList<>();
        blocks.add(
                prose(
                        "overall",
                        sentences(
                                List.of(
                                        say(
                                                "narrative.overall",
                                                "all",
                                                "total",
                                                "good",
                                                "share",
                                                "classes"),
                                        standing.tally().unjudged() > 0
                                                ? say("narrative.unjudged", "all", "unjudged")
                                                : "",
                                        properties()))));
        if (!outline.full()) {
            decided().ifPresent(blocks::add);
            return blocks;
        }
        blocks.add(prose("overall.names", say("narrative.names", "all", "classes.names")));
        return blocks;
    }

    private String properties() {
        int binding = standing.tally(Property.BINDING).total();
        int expected = standing.tally(Property.EXPECTED).total();
        if (binding == 0) return say("narrative.allExpected", "all", "total");
        return say("narrative.binding", "binding", "total", "good", "share")
                + (expected == 0
                        ? ""
                        : say("narrative.expected", "expected", "total", "good", "share"));
    }

    private List<ReportBlock> groups() {
        List<ReportBlock> blocks = new ArrayList<>();
        for (IndicatorGroup group : plan.groups()) {
            List<Assessment> in = standing.in(group);
            if (in.isEmpty()) continue;
            blocks.add(new ReportBlock.Heading(2, group.name()));
            blocks.add(key(group));
            charts.overview(standing, group, ROWS_OF_A_PICTURE)
                    .forEach(chart -> blocks.add(new ReportBlock.Picture(chart)));
            in.forEach(
                    a -> blocks.add(prose(NumberBindings.indicator(a.indicator()), sentence(a))));
        }
        return blocks;
    }

    /** The one paragraph on a group that says most. */
    public ReportBlock.Prose key(IndicatorGroup group) {
        return prose(
                NumberBindings.group(group),
                words.say(
                        "narrative.group",
                        Template.plain(group.name()),
                        Template.number(NumberBindings.group(group), "total"),
                        Template.number(NumberBindings.group(group), "good"),
                        Template.number(NumberBindings.group(group), "share"),
                        Template.number(NumberBindings.group(group), "classes")));
    }

    /** One indicator in one or two sentences, by what is known of it. */
    private String sentence(Assessment a) {
        String scope = NumberBindings.indicator(a.indicator());
        String name = words.say("narrative.indicator.name", Template.plain(a.indicator().name()));
        String forecast =
                a.forecast().isPresent()
                        ? say("narrative.indicator.forecast", scope, "forecast")
                        : "";
        return name
                + body(a, scope)
                + missed(a, scope)
                + forecast
                + decided(a)
                + words.say("narrative.stop");
    }

    private String missed(Assessment a, String scope) {
        return a.missed().isEmpty() ? "" : say("narrative.indicator.also", scope, "missed");
    }

    /** What people decided about it: stands beside what was computed. */
    private String decided(Assessment a) {
        return made(a).stream()
                .map(
                        m ->
                                say(
                                        "narrative.indicator.also",
                                        NumberBindings.indicator(a.indicator()),
                                        m))
                .collect(Collectors.joining());
    }

    /** The measures that tell of a decision that was made about it. */
    private List<String> made(Assessment a) {
        return Stream.of("revised", "hand")
                .filter(
                        m ->
                                bindings.of(NumberBindings.indicator(a.indicator()) + "." + m)
                                        .flatMap(NumberBindings.Binding::shown)
                                        .isPresent())
                .toList();
    }

    /**
     * Targets revised and verdicts set by hand, where the indicators have no sentences of their
     * own.
     */
    private Optional<ReportBlock> decided() {
        List<String> each =
                standing.assessments().stream()
                        .filter(a -> !made(a).isEmpty())
                        .map(
                                a ->
                                        words.say(
                                                        "narrative.indicator.name",
                                                        Template.plain(a.indicator().name()))
                                                + made(a).stream()
                                                        .map(
                                                                m ->
                                                                        Template.number(
                                                                                NumberBindings
                                                                                        .indicator(
                                                                                                a
                                                                                                        .indicator()),
                                                                                m))
                                                        .collect(
                                                                Collectors.joining(
                                                                        words.say(
                                                                                "wording.sentences"))))
                        .toList();
        if (each.isEmpty()) return Optional.empty();
        String named =
                String.join(
                        words.say("wording.sentences"),
                        each.subList(0, Math.min(each.size(), MOST_IN_BRIEF)));
        return Optional.of(
                prose(
                        "brief.decided",
                        words.say(
                                "narrative.decided",
                                each.size(),
                                each.size() > MOST_IN_BRIEF
                                        ? words.say("narrative.more", named)
                                        : named)));
    }

    /** The same for all of a group, where there is something, in plain words. */
    public List<String> decided(IndicatorGroup group) {
        return standing.in(group).stream()
                .filter(a -> !made(a).isEmpty())
                .map(
                        a ->
                                words.say("narrative.indicator.name", a.indicator().name())
                                        + made(a).stream()
                                                .flatMap(
                                                        m ->
                                                                bindings
                                                                        .of(
                                                                                NumberBindings
                                                                                                .indicator(
                                                                                                        a
                                                                                                                .indicator())
                                                                                        + "."
                                                                                        + m)
                                                                        .flatMap(
                                                                                NumberBindings
                                                                                                .Binding
                                                                                        ::shown)
                                                                        .stream())
                                                .collect(
                                                        Collectors.joining(
                                                                words.say("wording.sentences"))))
                .toList();
    }

    private String body(Assessment a, String scope) {
        boolean zero = a.indicator().kind() == Kind.ZERO;
        boolean target =
                zero
                        || a.course().target().isPresent()
                        || standing.withholds(a.indicator(), Milestone.Role.FINAL);
        if (a.judgement() instanceof Judgement.Unjudged) {
            String value =
                    a.value().isPresent() || a.withheld()
                            ? say(
                                    "narrative.indicator.value." + spanning(a),
                                    scope,
                                    "period",
                                    "value")
                            : "";
            String aim = target ? say("narrative.indicator.target", scope, "target") : "";
            return value + aim + say("narrative.indicator.unjudged", scope, "reason");
        }
        if (held(a)) return say("narrative.indicator.held", scope, "target", "held", "verdict");
        if (zero)
            return say("narrative.indicator.zero", scope, "period", "value", "target", "verdict");
        if (!target)
            return say(
                    "narrative.indicator.bare." + spanning(a), scope, "period", "value", "verdict");
        boolean baseline =
                a.course().baseline().isPresent()
                        || standing.withholds(a.indicator(), Milestone.Role.BASELINE);
        return onTheWay(a) && baseline
                ? say(
                        "narrative.indicator.progress." + spanning(a),
                        scope,
                        "period",
                        "value",
                        "baseline",
                        "target",
                        "progress",
                        "lead",
                        "verdict")
                : say(
                        "narrative.indicator.plain." + spanning(a),
                        scope,
                        "period",
                        "value",
                        "target",
                        "verdict");
    }

    /** A value of several years together is none of the last of them. */
    private static String spanning(Assessment a) {
        return a.derived().isPresent() || a.indicator().kind() == Kind.CUMULATIVE
                ? "span"
                : "period";
    }

    /** Only what is on a course has a progress to tell. */
    public static boolean onTheWay(Assessment a) {
        return a.indicator().kind().onCourse() && there(a.progress()) && there(a.timeProgress());
    }

    private static boolean held(Assessment a) {
        return a.judgement() instanceof Judgement.Judged(_, var ground, _)
                && (ground instanceof Judgement.YearsHeld
                        || ground instanceof Judgement.Withheld
                                && a.indicator().kind() == Kind.HOLD);
    }

    /**
     * Also of a number that stays in the house: the sentence is the same, so that one the officer
     * has worded stays true.
     */
    private static boolean there(Figure figure) {
        return figure.number().isPresent() || figure.withheld();
    }

    /** Behind or nearly on course, the worst first. */
    public List<Assessment> lagging() {
        return standing.attention().stream()
                .filter(a -> a.verdict().filter(NumberBindings::wanting).isPresent())
                .toList();
    }

    private List<ReportBlock> behind() {
        if (standing.assessments().isEmpty()) return List.of();
        List<ReportBlock> blocks = new ArrayList<>();
        List<Assessment> lagging = lagging();
        blocks.add(
                prose(
                        "behind",
                        lagging.isEmpty()
                                ? say("narrative.behind.none", "plan", "at")
                                : say("narrative.behind.some", "all", "short", "short.names")));
        lagging.forEach(a -> blocks.add(prose("behind." + a.indicator().id(), lagging(a))));
        List<Assessment> unjudged =
                standing.assessments().stream().filter(a -> a.verdict().isEmpty()).toList();
        if (!unjudged.isEmpty())
            blocks.add(
                    prose(
                            "unjudged",
                            say("narrative.unjudged.intro", "all", "unjudged")
                                    + byReason(unjudged)
                                    + words.say("narrative.stop")));
        return blocks;
    }

    /** Each reason once, with all it holds for. */
    private String byReason(List<Assessment> unjudged) {
        return unjudged.stream()
                .collect(
                        Collectors.groupingBy(
                                explanation::ground, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(
                        alike ->
                                words.say(
                                        "narrative.class.names",
                                        Template.number(
                                                NumberBindings.indicator(
                                                        alike.getFirst().indicator()),
                                                "reason"),
                                        explanation.list(
                                                alike.stream()
                                                        .map(
                                                                a ->
                                                                        Template.plain(
                                                                                a.indicator()
                                                                                        .name()))
                                                        .toList())))
                .collect(Collectors.joining(words.say("wording.sentences")));
    }

    /** The worst in a few words each. */
    private List<ReportBlock> behindInBrief() {
        List<Assessment> lagging = lagging();
        if (standing.assessments().isEmpty()) return List.of();
        if (lagging.isEmpty())
            return List.of(prose("brief.behind", say("narrative.behind.none", "plan", "at")));
        String each =
                explanation.list(lagging.stream().limit(MOST_IN_BRIEF).map(this::inBrief).toList());
        String named = lagging.size() > MOST_IN_BRIEF ? words.say("narrative.more", each) : each;
        return List.of(
                prose(
                        "brief.behind",
                        words.say(
                                "narrative.behind.some", Template.number("all", "short"), named)));
    }

    private String inBrief(Assessment a) {
        String scope = NumberBindings.indicator(a.indicator());
        return onTheWay(a)
                ? words.say(
                        "narrative.brief.progress",
                        Template.plain(a.indicator().name()),
                        Template.number(scope, "progress"),
                        Template.number(scope, "lead"))
                : words.say(
                        "narrative.named",
                        Template.plain(a.indicator().name()),
                        Template.number(scope, "verdict"));
    }

    private String lagging(Assessment a) {
        String scope = NumberBindings.indicator(a.indicator());
        String way = needs(a) ? say("narrative.behind.need." + way(a), scope, "gap", "needed") : "";
        return words.say("narrative.indicator.name", Template.plain(a.indicator().name()))
                + body(a, scope)
                + missed(a, scope)
                + decided(a)
                + words.say("narrative.stop")
                + way
                + why(a.indicator());
    }

    private static boolean needs(Assessment a) {
        return a.toGo() && there(a.gap()) && there(a.neededPerYear());
    }

    private static String way(Assessment a) {
        return a.downward() ? "down" : "up";
    }

    /** Reason and countermeasure, where problems and measures are linked to the indicator. */
    private String why(Indicator i) {
        List<Finding> reasons = reasons(i);
        List<Countermeasure> answers = answers(i, reasons);
        if (reasons.isEmpty() && answers.isEmpty()) return words.say("narrative.behind.open");
        String reason =
                reasons.isEmpty()
                        ? ""
                        : words.say(
                                "narrative.behind.reason",
                                explanation.list(
                                        reasons.stream()
                                                .map(f -> Template.plain(f.title()))
                                                .toList()));
        return answers.isEmpty()
                ? reason
                : reason
                        + words.say(
                                "narrative.behind.answer",
                                explanation.list(
                                        answers.stream()
                                                .map(c -> Template.plain(c.title()))
                                                .toList()));
    }

    public List<Finding> reasons(Indicator i) {
        return plan.findings().stream().filter(f -> f.indicators().contains(i.id())).toList();
    }

    public List<Countermeasure> answers(Indicator i, List<Finding> reasons) {
        List<UUID> found = reasons.stream().map(Finding::id).toList();
        return plan.countermeasures().stream()
                .filter(
                        c ->
                                c.indicators().contains(i.id())
                                        || c.findings().stream().anyMatch(found::contains))
                .toList();
    }

    private List<ReportBlock> tasks(Outline outline) {
        TaskTree tree = plan.tasks();
        if (tree.lines().isEmpty()) return List.of();
        List<ReportBlock> blocks = new ArrayList<>();
        blocks.add(
                prose(
                        "tasks",
                        say(
                                "narrative.tasks",
                                "tasks",
                                "fields",
                                "leaves",
                                "done",
                                "done.share",
                                "underway",
                                "notStarted",
                                "overdue")));
        for (int field : fields()) {
            Task top = tree.lines().get(field);
            if (outline.contents()) blocks.add(new ReportBlock.Heading(2, top.title()));
            blocks.add(field(top));
            if (outline.contents())
                IntStream.range(field, tree.endOf(field))
                        .forEach(i -> told(tree.lines().get(i), i == field).ifPresent(blocks::add));
        }
        return blocks;
    }

    public List<Integer> fields() {
        TaskTree tree = plan.tasks();
        return IntStream.range(0, tree.lines().size())
                .filter(i -> tree.lines().get(i).level() == 0)
                .boxed()
                .toList();
    }

    ReportBlock.Prose field(Task top) {
        String scope = NumberBindings.task(top);
        boolean counted =
                bindings.of(scope + ".done.share")
                        .flatMap(NumberBindings.Binding::shown)
                        .isPresent();
        String said =
                counted
                        ? words.say(
                                "narrative.field",
                                Template.plain(top.title()),
                                Template.number(scope, "leaves"),
                                Template.number(scope, "done"),
                                Template.number(scope, "done.share"),
                                Template.number(scope, "overdue"))
                        : words.say("narrative.field.none", Template.plain(top.title()));
        return prose(scope, said);
    }

    /** The newest progress note up to the evaluation date. */
    private Optional<ReportBlock> told(Task task, boolean top) {
        return task.entries().stream()
                .filter(e -> !e.on().isAfter(standing.at()))
                .reduce((a, b) -> b.on().isBefore(a.on()) ? a : b)
                .map(
                        e ->
                                prose(
                                        "entry." + task.id(),
                                        (top
                                                        ? ""
                                                        : words.say(
                                                                "narrative.indicator.name",
                                                                Template.plain(task.title())))
                                                + entry(e)));
    }

    private String entry(TaskEntry e) {
        return ended(Template.plain(e.text())) + quantities(e.quantities());
    }

    /** With a full stop, if it has none. */
    private String ended(String text) {
        return text.isEmpty() || text.matches("(?s).*[。！？.!?][）)”\"]*")
                ? text
                : text + words.say("narrative.stop");
    }

    private String quantities(List<Quantity> quantities) {
        List<String> said =
                quantities.stream().map(this::quantity).flatMap(Optional::stream).toList();
        return said.isEmpty() ? "" : words.say("narrative.quantities", explanation.list(said));
    }

    private Optional<String> quantity(Quantity q) {
        Optional<String> now = amount(q.reading(), q.unit());
        Optional<String> before = q.before().flatMap(b -> amount(b, q.unit()));
        return now.map(
                n ->
                        before.map(
                                        b ->
                                                words.say(
                                                        "narrative.quantity.changed",
                                                        Template.plain(q.name()),
                                                        b,
                                                        n))
                                .orElseGet(
                                        () ->
                                                words.say(
                                                        "narrative.quantity",
                                                        Template.plain(q.name()),
                                                        n)));
    }

    private Optional<String> amount(Reading reading, String unit) {
        if (!(reading instanceof Reading.Value(var amount, boolean about, _)))
            return Optional.empty();
        String number =
                unit.isEmpty()
                        ? Wording.number(amount)
                        : unit.equals("%")
                                ? Wording.number(amount) + "%"
                                : words.say(
                                        "narrative.amount",
                                        Wording.number(amount),
                                        wording.unit(Wording.number(amount), unit));
        return Optional.of(about ? words.say("wording.about", number) : number);
    }

    private List<ReportBlock> problems() {
        if (plan.findings().isEmpty()) return List.of();
        List<ReportBlock> blocks =
                new ArrayList<>(
                        List.of(prose("problems", say("narrative.problems", "plan", "findings"))));
        for (Finding f : plan.findings()) {
            blocks.add(new ReportBlock.Heading(2, f.title()));
            blocks.add(
                    prose(
                            "finding." + f.id(),
                            ended(Template.plain(f.text()))
                                    + quantities(f.quantities())
                                    + concerned(f.indicators())));
        }
        return blocks.stream()
                .filter(b -> !(b instanceof ReportBlock.Prose p) || !p.text().isBlank())
                .toList();
    }

    private String concerned(List<UUID> indicators) {
        List<String> named =
                indicators.stream()
                        .flatMap(id -> standing.of(id).stream())
                        .map(
                                a ->
                                        words.say(
                                                "narrative.named",
                                                Template.plain(a.indicator().name()),
                                                Template.number(
                                                        NumberBindings.indicator(a.indicator()),
                                                        "verdict")))
                        .toList();
        return named.isEmpty() ? "" : words.say("narrative.concerned", explanation.list(named));
    }

    private List<ReportBlock> countermeasures() {
        if (plan.countermeasures().isEmpty()) return List.of();
        List<ReportBlock> blocks =
                new ArrayList<>(
                        List.of(
                                prose(
                                        "countermeasures",
                                        say("narrative.countermeasures", "plan", "measures"))));
        for (Countermeasure c : plan.countermeasures()) {
            blocks.add(new ReportBlock.Heading(2, c.title()));
            blocks.add(
                    prose(
                            "measure." + c.id(),
                            ended(Template.plain(c.text()))
                                    + quantities(c.quantities())
                                    + charge(c)));
        }
        return blocks.stream()
                .filter(b -> !(b instanceof ReportBlock.Prose p) || !p.text().isBlank())
                .toList();
    }

    /** Who leads it, and until when. */
    public String charge(Countermeasure c) {
        Optional<String> lead =
                c.lead()
                        .flatMap(plan::department)
                        .map(d -> words.say("narrative.lead", Template.plain(d.name())));
        Optional<String> due = c.due().map(d -> words.say("narrative.due", wording.date(d)));
        if (lead.isEmpty() && due.isEmpty()) return "";
        return words.say(
                "narrative.charge",
                explanation.list(List.of(lead, due).stream().flatMap(Optional::stream).toList()));
    }

    /** What is to be done in the half year to come. */
    private List<ReportBlock> next() {
        List<ReportBlock> blocks = new ArrayList<>();
        if (!lagging().isEmpty())
            blocks.add(
                    prose(
                            "next.behind",
                            say("narrative.next.behind", "all", "short", "short.names") + needs()));
        if (!plan.countermeasures().isEmpty())
            blocks.add(
                    prose(
                            "next.measures",
                            words.say(
                                    "narrative.next.measures",
                                    plan.countermeasures().stream()
                                            .map(c -> Template.plain(c.title()))
                                            .collect(
                                                    Collectors.joining(
                                                            words.say("wording.sentences"))))));
        List<Task> due = plan.tasks().due(standing.at(), standing.at().plusMonths(MONTHS_AHEAD));
        if (!due.isEmpty())
            blocks.add(
                    prose("next.tasks", words.say("narrative.next.tasks", due.size(), named(due))));
        List<Task> overdue = plan.tasks().overdue(standing.at());
        if (!overdue.isEmpty())
            blocks.add(
                    prose(
                            "next.overdue",
                            words.say(
                                    "narrative.next.overdue",
                                    Template.number("tasks", "overdue"),
                                    named(overdue))));
        if (standing.tally().unjudged() > 0)
            blocks.add(prose("next.unjudged", say("narrative.next.unjudged", "all", "unjudged")));
        if (blocks.isEmpty()) blocks.add(prose("next.none", words.say("narrative.next.none")));
        return blocks;
    }

    /**
     * What the leader is asked to settle: each countermeasure with the problems it answers, who
     * leads it and until when.
     */
    private List<ReportBlock> decisions() {
        List<Countermeasure> measures = plan.countermeasures();
        if (measures.isEmpty()) return List.of();
        String each =
                measures.stream()
                        .limit(MOST_IN_BRIEF)
                        .collect(
                                Collectors.groupingBy(
                                        this::answered, LinkedHashMap::new, Collectors.toList()))
                        .entrySet()
                        .stream()
                        .map(e -> decision(e.getKey(), e.getValue()))
                        .collect(Collectors.joining(words.say("wording.sentences")));
        long open = measures.stream().filter(c -> c.lead().isEmpty() || c.due().isEmpty()).count();
        String asked =
                open == 0
                        ? ""
                        : open == measures.size()
                                ? words.say("narrative.decide.allOpen")
                                : words.say("narrative.decide.open", open);
        return List.of(
                prose(
                        "brief.decisions",
                        words.say(
                                        "narrative.decide",
                                        Template.number("plan", "measures"),
                                        measures.size() > MOST_IN_BRIEF
                                                ? words.say("narrative.more", each)
                                                : each)
                                + asked));
    }

    private List<String> answered(Countermeasure c) {
        return plan.findings().stream()
                .filter(f -> c.findings().contains(f.id()))
                .map(f -> Template.plain(f.title()))
                .toList();
    }

    private String decision(List<String> problems, List<Countermeasure> answers) {
        String measures =
                explanation.list(
                        answers.stream().map(c -> Template.plain(c.title()) + charge(c)).toList());
        return problems.isEmpty()
                ? measures
                : words.say("narrative.decide.for", explanation.list(problems), measures);
    }

    private String needs() {
        String each =
                lagging().stream()
                        .filter(Narrative::needs)
                        .map(
                                a ->
                                        words.say(
                                                "narrative.next.need." + way(a),
                                                Template.plain(a.indicator().name()),
                                                Template.number(
                                                        NumberBindings.indicator(a.indicator()),
                                                        "needed")))
                        .collect(Collectors.joining(words.say("wording.sentences")));
        return each.isEmpty() ? "" : words.say("narrative.next.needs", each);
    }

    private String named(List<Task> tasks) {
        String names =
                explanation.list(
                        tasks.stream()
                                .limit(MOST_TASKS_NAMED)
                                .map(
                                        t ->
                                                words.say(
                                                        "narrative.task",
                                                        Template.plain(t.title()),
                                                        wording.date(t.due().orElseThrow())))
                                .toList());
        return tasks.size() > MOST_TASKS_NAMED ? words.say("narrative.more", names) : names;
    }
}
