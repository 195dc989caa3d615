package plumbline.report.text;

import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;
import plumbline.assessment.Figure;
import plumbline.assessment.Judgement;
import plumbline.base.Problem;
import plumbline.chart.make.IndicatorCharts;
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
    private final NumberTemplate template;
    private final Wording wording;
    private final Explanation explanation;
    private final IndicatorCharts charts;

    public Narrative(Messages words, Evaluation standing) {
        this.words = words;
        this.standing = standing;
        this.plan = standing.plan();
        this.bindings = new NumberBindings(words, standing);
        this.template = new NumberTemplate(bindings, words);
        this.wording = new Wording(words);
        this.explanation = new Explanation(words);
        this.charts = new IndicatorCharts(words);
    }

    /** The parts of an outline that the plan has anything to say of. */
    public List<ReportBlock> reportBlocks(Outline outline) {
        return reportBlocks(outline, outline.sections());
    }

    /**
     * @param chosen of the outline's parts those wanted
     */
    public List<ReportBlock> reportBlocks(Outline outline, Collection<Section> chosen) {
        List<ReportBlock> blocks = new ArrayList<>();
        for (Section section : outline.sections())
            if (chosen.contains(section)) blocks.addAll(sectionBlocks(section, outline));
        return List.copyOf(blocks);
    }

    private List<ReportBlock> sectionBlocks(Section section, Outline outline) {
        List<ReportBlock> said =
                switch (section) {
                    case ORGANISATION -> organisationBlocks();
                    case OVERALL -> overallBlocks(outline);
                    case GROUPS -> groupBlocks();
                    case BEHIND -> outline.isFull() ? behindBlocks() : behindBlocksInBrief();
                    case TASKS -> taskBlocks(outline);
                    case PROBLEMS -> problemBlocks();
                    case COUNTERMEASURES -> countermeasureBlocks();
                    case NEXT ->
                            outline.isFull()
                                    ? nextHalfYearBlocks()
                                    : nextHalfYearBlocks().stream()
                                            .filter(
                                                    b ->
                                                            b instanceof ReportBlock.ProseBlock p
                                                                    && !ELSEWHERE_IN_BRIEF.contains(
                                                                            p.key()))
                                            .toList();
                    case DECISIONS -> decisionBlocks();
                    case APPENDIX -> List.of(new ReportBlock.AppendixBlock());
                };
        if (said.isEmpty() || section == Section.APPENDIX) return said;
        List<ReportBlock> blocks =
                new ArrayList<>(List.of(new ReportBlock.ReportHeading(1, sectionHeading(section))));
        blocks.addAll(said);
        return blocks;
    }

    public String sectionHeading(Section section) {
        return words.say("section." + section.name());
    }

    /** {@code 随州市市场监管“十四五”规划实施情况中期评估报告}. */
    public String documentTitle(Outline outline) {
        return titleLines(outline).replace("\n", words.chinese() ? "" : " ");
    }

    /** As {@link #documentTitle}, in the lines it is printed in. */
    public String titleLines(Outline outline) {
        return switch (outline) {
            case EVALUATION -> words.say("outline.title." + evaluationStage(), plan.title());
            case SUMMARY -> words.say("outline.title.summary", plan.title(), halfYearText());
            case BRIEF -> words.say("outline.title.brief", plan.title());
        };
    }

    /** In the middle of its time an evaluation is 中期, at its end 总结. */
    private String evaluationStage() {
        int share =
                Integer.parseInt(
                        Wording.number(
                                NumberBindings.elapsedShare(plan, standing.at()).movePointRight(2),
                                0));
        if (share == 100) return "final";
        return share >= 40 && share <= 60 ? "midTerm" : "evaluation";
    }

    private String halfYearText() {
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
    public Passage toPassage(ReportBlock.ProseBlock of, String typed) throws Problem {
        return new Passage(
                of.key(), languageCode(), template.toCodedText(typed.strip()), of.basis());
    }

    /** A paragraph as the officer types it: with readable names for its numbers. */
    public String toTypedText(ReportBlock.ProseBlock prose) {
        return template.toTypedText(prose.codedText());
    }

    /** What a text being typed would say; a name that is none is shown as lost. */
    public List<TextSpan> previewSpans(String typed) {
        return template.previewSpans(typed);
    }

    /**
     * A number that can be named.
     *
     * @param name as it is typed between braces
     * @param shownText what it says at present
     */
    public record BoundNumber(String name, String shownText) {}

    /** The numbers there are, whose names or values have the text in them. */
    public List<BoundNumber> findNumbers(String text) {
        return bindings.allBindings().stream()
                .flatMap(b -> b.shownText().map(shown -> new BoundNumber(b.name(), shown)).stream())
                .filter(
                        n ->
                                (n.name() + " " + n.shownText())
                                        .toLowerCase(words.locale())
                                        .contains(text.strip().toLowerCase(words.locale())))
                .toList();
    }

    private String languageCode() {
        return words.locale().getLanguage();
    }

    private ReportBlock.ProseBlock createProse(String key, String basis) {
        Optional<Passage> own = plan.passage(key, languageCode());
        List<TextSpan> spans = template.toSpans(own.map(Passage::text).orElse(basis));
        return new ReportBlock.ProseBlock(
                key,
                own.map(Passage::text).orElse(basis),
                basis,
                own.map(p -> authorshipOf(p, basis, spans)).orElse(ReportBlock.Authorship.PROGRAM),
                spans);
    }

    private static ReportBlock.Authorship authorshipOf(
            Passage own, String basis, List<TextSpan> spans) {
        boolean lost = spans.stream().anyMatch(s -> s instanceof TextSpan.LostNumberSpan);
        return lost || !own.basis().equals(basis)
                ? ReportBlock.Authorship.STALE
                : ReportBlock.Authorship.OFFICER;
    }

    /** The sentence of a key, its numbers named: each argument is a measure of the scope. */
    private String boundSentence(String key, String scope, String... measures) {
        return words.say(
                key,
                List.of(measures).stream()
                        .map(m -> NumberTemplate.placeholder(scope, m))
                        .toArray());
    }

    private static String joinSentences(List<String> said) {
        return said.stream().filter(s -> !s.isEmpty()).collect(Collectors.joining());
    }

    private List<ReportBlock> organisationBlocks() {
        String set =
                words.say(
                        "narrative.made",
                        NumberTemplate.escapeBraces(
                                plan.organisation().isBlank()
                                        ? words.say("narrative.we")
                                        : plan.organisation()),
                        NumberTemplate.escapeBraces(plan.title()),
                        NumberTemplate.placeholder("plan", "at"),
                        NumberTemplate.placeholder("plan", "span"),
                        NumberTemplate.placeholder("plan", "elapsed"));
        String figures = boundSentence("narrative.figures", "plan", "figures", "sources");
        return List.of(
                createProse("organisation", set + figures),
                createProse(
                        "organisation.rule",
                        NumberTemplate.escapeBraces(new RuleNote(words).of(plan))
                                + words.say("narrative.forecasts.apart")));
    }

    private List<ReportBlock> overallBlocks(Outline outline) {
        if (standing.assessments().isEmpty()) return List.of();
        List<ReportBlock> blocks = new ArrayList<>();
        blocks.add(
                createProse(
                        "overall",
                        joinSentences(
                                List.of(
                                        boundSentence(
                                                "narrative.overall",
                                                "all",
                                                "total",
                                                "good",
                                                "share",
                                                "classes"),
                                        standing.tally().unjudged() > 0
                                                ? boundSentence(
                                                        "narrative.unjudged", "all", "unjudged")
                                                : "",
                                        propertySentences()))));
        if (!outline.isFull()) {
            decisionsParagraph().ifPresent(blocks::add);
            return blocks;
        }
        blocks.add(
                createProse(
                        "overall.names", boundSentence("narrative.names", "all", "classes.names")));
        return blocks;
    }

    private String propertySentences() {
        int binding = standing.tally(Property.BINDING).total();
        int expected = standing.tally(Property.EXPECTED).total();
        if (binding == 0) return boundSentence("narrative.allExpected", "all", "total");
        return boundSentence("narrative.binding", "binding", "total", "good", "share")
                + (expected == 0
                        ? ""
                        : boundSentence(
                                "narrative.expected", "expected", "total", "good", "share"));
    }

    private List<ReportBlock> groupBlocks() {
        List<ReportBlock> blocks = new ArrayList<>();
        for (IndicatorGroup group : plan.groups()) {
            List<Assessment> in = standing.in(group);
            if (in.isEmpty()) continue;
            blocks.add(new ReportBlock.ReportHeading(2, group.name()));
            blocks.add(groupParagraph(group));
            charts.groupOverviewCharts(standing, group, ROWS_OF_A_PICTURE)
                    .forEach(chart -> blocks.add(new ReportBlock.ChartBlock(chart)));
            in.forEach(
                    a ->
                            blocks.add(
                                    createProse(
                                            NumberBindings.indicatorScope(a.indicator()),
                                            indicatorSentence(a))));
        }
        return blocks;
    }

    /** The one paragraph on a group that says most. */
    public ReportBlock.ProseBlock groupParagraph(IndicatorGroup group) {
        return createProse(
                NumberBindings.groupScope(group),
                words.say(
                        "narrative.group",
                        NumberTemplate.escapeBraces(group.name()),
                        NumberTemplate.placeholder(NumberBindings.groupScope(group), "total"),
                        NumberTemplate.placeholder(NumberBindings.groupScope(group), "good"),
                        NumberTemplate.placeholder(NumberBindings.groupScope(group), "share"),
                        NumberTemplate.placeholder(NumberBindings.groupScope(group), "classes")));
    }

    /** One indicator in one or two sentences, by what is known of it. */
    private String indicatorSentence(Assessment a) {
        String scope = NumberBindings.indicatorScope(a.indicator());
        String name =
                words.say(
                        "narrative.indicator.name",
                        NumberTemplate.escapeBraces(a.indicator().name()));
        String forecast =
                a.forecast().isPresent()
                        ? boundSentence("narrative.indicator.forecast", scope, "forecast")
                        : "";
        return name
                + judgementClause(a, scope)
                + missedClause(a, scope)
                + forecast
                + decisionClauses(a)
                + words.say("narrative.stop");
    }

    private String missedClause(Assessment a, String scope) {
        return a.missed().isEmpty()
                ? ""
                : boundSentence("narrative.indicator.also", scope, "missed");
    }

    /** What people decided about it: stands beside what was computed. */
    private String decisionClauses(Assessment a) {
        return decisionMeasures(a).stream()
                .map(
                        m ->
                                boundSentence(
                                        "narrative.indicator.also",
                                        NumberBindings.indicatorScope(a.indicator()),
                                        m))
                .collect(Collectors.joining());
    }

    /** The measures that tell of a decision that was made about it. */
    private List<String> decisionMeasures(Assessment a) {
        return Stream.of("revised", "hand")
                .filter(
                        m ->
                                bindings.findByCode(
                                                NumberBindings.indicatorScope(a.indicator())
                                                        + "."
                                                        + m)
                                        .flatMap(NumberBindings.NumberBinding::shownText)
                                        .isPresent())
                .toList();
    }

    /**
     * Targets revised and verdicts set by hand, where the indicators have no sentences of their
     * own.
     */
    private Optional<ReportBlock> decisionsParagraph() {
        List<String> each =
                standing.assessments().stream()
                        .filter(a -> !decisionMeasures(a).isEmpty())
                        .map(
                                a ->
                                        words.say(
                                                        "narrative.indicator.name",
                                                        NumberTemplate.escapeBraces(
                                                                a.indicator().name()))
                                                + decisionMeasures(a).stream()
                                                        .map(
                                                                m ->
                                                                        NumberTemplate.placeholder(
                                                                                NumberBindings
                                                                                        .indicatorScope(
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
                createProse(
                        "brief.decided",
                        words.say(
                                "narrative.decided",
                                each.size(),
                                each.size() > MOST_IN_BRIEF
                                        ? words.say("narrative.more", named)
                                        : named)));
    }

    /** The same for all of a group, where there is something, in plain words. */
    public List<String> groupDecisions(IndicatorGroup group) {
        return standing.in(group).stream()
                .filter(a -> !decisionMeasures(a).isEmpty())
                .map(
                        a ->
                                words.say("narrative.indicator.name", a.indicator().name())
                                        + decisionMeasures(a).stream()
                                                .flatMap(
                                                        m ->
                                                                bindings
                                                                        .findByCode(
                                                                                NumberBindings
                                                                                                .indicatorScope(
                                                                                                        a
                                                                                                                .indicator())
                                                                                        + "."
                                                                                        + m)
                                                                        .flatMap(
                                                                                NumberBindings
                                                                                                .NumberBinding
                                                                                        ::shownText)
                                                                        .stream())
                                                .collect(
                                                        Collectors.joining(
                                                                words.say("wording.sentences"))))
                .toList();
    }

    private String judgementClause(Assessment a, String scope) {
        boolean zero = a.indicator().kind() == Kind.ZERO;
        boolean target =
                zero
                        || a.course().target().isPresent()
                        || standing.withholds(a.indicator(), Milestone.Role.FINAL);
        if (a.judgement() instanceof Judgement.Unjudged) {
            String value =
                    a.value().isPresent() || a.withheld()
                            ? boundSentence(
                                    "narrative.indicator.value." + periodKey(a),
                                    scope,
                                    "period",
                                    "value")
                            : "";
            String aim = target ? boundSentence("narrative.indicator.target", scope, "target") : "";
            return value + aim + boundSentence("narrative.indicator.unjudged", scope, "reason");
        }
        if (isJudgedByYears(a))
            return boundSentence("narrative.indicator.held", scope, "target", "held", "verdict");
        if (zero)
            return boundSentence(
                    "narrative.indicator.zero", scope, "period", "value", "target", "verdict");
        if (!target)
            return boundSentence(
                    "narrative.indicator.bare." + periodKey(a),
                    scope,
                    "period",
                    "value",
                    "verdict");
        boolean baseline =
                a.course().baseline().isPresent()
                        || standing.withholds(a.indicator(), Milestone.Role.BASELINE);
        return hasProgressOnCourse(a) && baseline
                ? boundSentence(
                        "narrative.indicator.progress." + periodKey(a),
                        scope,
                        "period",
                        "value",
                        "baseline",
                        "target",
                        "progress",
                        "lead",
                        "verdict")
                : boundSentence(
                        "narrative.indicator.plain." + periodKey(a),
                        scope,
                        "period",
                        "value",
                        "target",
                        "verdict");
    }

    /** A value of several years together is none of the last of them. */
    private static String periodKey(Assessment a) {
        return a.derived().isPresent() || a.indicator().kind() == Kind.CUMULATIVE
                ? "span"
                : "period";
    }

    /** Only what is on a course has a progress to tell. */
    public static boolean hasProgressOnCourse(Assessment a) {
        return a.indicator().kind().onCourse()
                && isKnownOrWithheld(a.progress())
                && isKnownOrWithheld(a.timeProgress());
    }

    private static boolean isJudgedByYears(Assessment a) {
        return a.judgement() instanceof Judgement.Judged(_, var ground, _)
                && (ground instanceof Judgement.YearsHeld
                        || ground instanceof Judgement.Withheld
                                && a.indicator().kind() == Kind.HOLD);
    }

    /**
     * Also of a number that stays in the house: the sentence is the same, so that one the officer
     * has worded stays true.
     */
    private static boolean isKnownOrWithheld(Figure figure) {
        return figure.number().isPresent() || figure.withheld();
    }

    /** Behind or nearly on course, the worst first. */
    public List<Assessment> laggingAssessments() {
        return standing.attention().stream()
                .filter(a -> a.verdict().filter(NumberBindings::isWanting).isPresent())
                .toList();
    }

    private List<ReportBlock> behindBlocks() {
        if (standing.assessments().isEmpty()) return List.of();
        List<ReportBlock> blocks = new ArrayList<>();
        List<Assessment> lagging = laggingAssessments();
        blocks.add(
                createProse(
                        "behind",
                        lagging.isEmpty()
                                ? boundSentence("narrative.behind.none", "plan", "at")
                                : boundSentence(
                                        "narrative.behind.some", "all", "short", "short.names")));
        lagging.forEach(
                a -> blocks.add(createProse("behind." + a.indicator().id(), laggingSentence(a))));
        List<Assessment> unjudged =
                standing.assessments().stream().filter(a -> a.verdict().isEmpty()).toList();
        if (!unjudged.isEmpty())
            blocks.add(
                    createProse(
                            "unjudged",
                            boundSentence("narrative.unjudged.intro", "all", "unjudged")
                                    + unjudgedByReason(unjudged)
                                    + words.say("narrative.stop")));
        return blocks;
    }

    /** Each reason once, with all it holds for. */
    private String unjudgedByReason(List<Assessment> unjudged) {
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
                                        NumberTemplate.placeholder(
                                                NumberBindings.indicatorScope(
                                                        alike.getFirst().indicator()),
                                                "reason"),
                                        explanation.list(
                                                alike.stream()
                                                        .map(
                                                                a ->
                                                                        NumberTemplate.escapeBraces(
                                                                                a.indicator()
                                                                                        .name()))
                                                        .toList())))
                .collect(Collectors.joining(words.say("wording.sentences")));
    }

    /** The worst in a few words each. */
    private List<ReportBlock> behindBlocksInBrief() {
        List<Assessment> lagging = laggingAssessments();
        if (standing.assessments().isEmpty()) return List.of();
        if (lagging.isEmpty())
            return List.of(
                    createProse(
                            "brief.behind", boundSentence("narrative.behind.none", "plan", "at")));
        String each =
                explanation.list(
                        lagging.stream().limit(MOST_IN_BRIEF).map(this::briefSentence).toList());
        String named = lagging.size() > MOST_IN_BRIEF ? words.say("narrative.more", each) : each;
        return List.of(
                createProse(
                        "brief.behind",
                        words.say(
                                "narrative.behind.some",
                                NumberTemplate.placeholder("all", "short"),
                                named)));
    }

    private String briefSentence(Assessment a) {
        String scope = NumberBindings.indicatorScope(a.indicator());
        return hasProgressOnCourse(a)
                ? words.say(
                        "narrative.brief.progress",
                        NumberTemplate.escapeBraces(a.indicator().name()),
                        NumberTemplate.placeholder(scope, "progress"),
                        NumberTemplate.placeholder(scope, "lead"))
                : words.say(
                        "narrative.named",
                        NumberTemplate.escapeBraces(a.indicator().name()),
                        NumberTemplate.placeholder(scope, "verdict"));
    }

    private String laggingSentence(Assessment a) {
        String scope = NumberBindings.indicatorScope(a.indicator());
        String way =
                hasNeed(a)
                        ? boundSentence(
                                "narrative.behind.need." + directionKey(a), scope, "gap", "needed")
                        : "";
        return words.say(
                        "narrative.indicator.name",
                        NumberTemplate.escapeBraces(a.indicator().name()))
                + judgementClause(a, scope)
                + missedClause(a, scope)
                + decisionClauses(a)
                + words.say("narrative.stop")
                + way
                + reasonSentence(a.indicator());
    }

    private static boolean hasNeed(Assessment a) {
        return a.toGo() && isKnownOrWithheld(a.gap()) && isKnownOrWithheld(a.neededPerYear());
    }

    private static String directionKey(Assessment a) {
        return a.downward() ? "down" : "up";
    }

    /** Reason and countermeasure, where problems and measures are linked to the indicator. */
    private String reasonSentence(Indicator i) {
        List<Finding> reasons = findingsAbout(i);
        List<Countermeasure> answers = countermeasuresFor(i, reasons);
        if (reasons.isEmpty() && answers.isEmpty()) return words.say("narrative.behind.open");
        String reason =
                reasons.isEmpty()
                        ? ""
                        : words.say(
                                "narrative.behind.reason",
                                explanation.list(
                                        reasons.stream()
                                                .map(f -> NumberTemplate.escapeBraces(f.title()))
                                                .toList()));
        return answers.isEmpty()
                ? reason
                : reason
                        + words.say(
                                "narrative.behind.answer",
                                explanation.list(
                                        answers.stream()
                                                .map(c -> NumberTemplate.escapeBraces(c.title()))
                                                .toList()));
    }

    public List<Finding> findingsAbout(Indicator i) {
        return plan.findings().stream().filter(f -> f.indicators().contains(i.id())).toList();
    }

    public List<Countermeasure> countermeasuresFor(Indicator i, List<Finding> reasons) {
        List<UUID> found = reasons.stream().map(Finding::id).toList();
        return plan.countermeasures().stream()
                .filter(
                        c ->
                                c.indicators().contains(i.id())
                                        || c.findings().stream().anyMatch(found::contains))
                .toList();
    }

    private List<ReportBlock> taskBlocks(Outline outline) {
        TaskTree tree = plan.tasks();
        if (tree.lines().isEmpty()) return List.of();
        List<ReportBlock> blocks = new ArrayList<>();
        blocks.add(
                createProse(
                        "tasks",
                        boundSentence(
                                "narrative.tasks",
                                "tasks",
                                "fields",
                                "leaves",
                                "done",
                                "done.share",
                                "underway",
                                "notStarted",
                                "overdue")));
        for (int field : fieldIndexes()) {
            Task top = tree.lines().get(field);
            if (outline.hasContents()) blocks.add(new ReportBlock.ReportHeading(2, top.title()));
            blocks.add(fieldParagraph(top));
            if (outline.hasContents())
                IntStream.range(field, tree.endOf(field))
                        .forEach(
                                i ->
                                        latestNoteParagraph(tree.lines().get(i), i == field)
                                                .ifPresent(blocks::add));
        }
        return blocks;
    }

    public List<Integer> fieldIndexes() {
        TaskTree tree = plan.tasks();
        return IntStream.range(0, tree.lines().size())
                .filter(i -> tree.lines().get(i).level() == 0)
                .boxed()
                .toList();
    }

    ReportBlock.ProseBlock fieldParagraph(Task top) {
        String scope = NumberBindings.taskScope(top);
        boolean counted =
                bindings.findByCode(scope + ".done.share")
                        .flatMap(NumberBindings.NumberBinding::shownText)
                        .isPresent();
        String said =
                counted
                        ? words.say(
                                "narrative.field",
                                NumberTemplate.escapeBraces(top.title()),
                                NumberTemplate.placeholder(scope, "leaves"),
                                NumberTemplate.placeholder(scope, "done"),
                                NumberTemplate.placeholder(scope, "done.share"),
                                NumberTemplate.placeholder(scope, "overdue"))
                        : words.say(
                                "narrative.field.none", NumberTemplate.escapeBraces(top.title()));
        return createProse(scope, said);
    }

    /** The newest progress note up to the evaluation date. */
    private Optional<ReportBlock> latestNoteParagraph(Task task, boolean top) {
        return task.entries().stream()
                .filter(e -> !e.on().isAfter(standing.at()))
                .reduce((a, b) -> b.on().isBefore(a.on()) ? a : b)
                .map(
                        e ->
                                createProse(
                                        "entry." + task.id(),
                                        (top
                                                        ? ""
                                                        : words.say(
                                                                "narrative.indicator.name",
                                                                NumberTemplate.escapeBraces(
                                                                        task.title())))
                                                + entrySentence(e)));
    }

    private String entrySentence(TaskEntry e) {
        return withFullStop(NumberTemplate.escapeBraces(e.text()))
                + quantitiesSentence(e.quantities());
    }

    /** With a full stop, if it has none. */
    private String withFullStop(String text) {
        return text.isEmpty() || text.matches("(?s).*[。！？.!?][）)”\"]*")
                ? text
                : text + words.say("narrative.stop");
    }

    private String quantitiesSentence(List<Quantity> quantities) {
        List<String> said =
                quantities.stream().map(this::quantityText).flatMap(Optional::stream).toList();
        return said.isEmpty() ? "" : words.say("narrative.quantities", explanation.list(said));
    }

    private Optional<String> quantityText(Quantity q) {
        Optional<String> now = amountText(q.reading(), q.unit());
        Optional<String> before = q.before().flatMap(b -> amountText(b, q.unit()));
        return now.map(
                n ->
                        before.map(
                                        b ->
                                                words.say(
                                                        "narrative.quantity.changed",
                                                        NumberTemplate.escapeBraces(q.name()),
                                                        b,
                                                        n))
                                .orElseGet(
                                        () ->
                                                words.say(
                                                        "narrative.quantity",
                                                        NumberTemplate.escapeBraces(q.name()),
                                                        n)));
    }

    private Optional<String> amountText(Reading reading, String unit) {
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

    private List<ReportBlock> problemBlocks() {
        if (plan.findings().isEmpty()) return List.of();
        List<ReportBlock> blocks =
                new ArrayList<>(
                        List.of(
                                createProse(
                                        "problems",
                                        boundSentence("narrative.problems", "plan", "findings"))));
        for (Finding f : plan.findings()) {
            blocks.add(new ReportBlock.ReportHeading(2, f.title()));
            blocks.add(
                    createProse(
                            "finding." + f.id(),
                            withFullStop(NumberTemplate.escapeBraces(f.text()))
                                    + quantitiesSentence(f.quantities())
                                    + concernedSentence(f.indicators())));
        }
        return blocks.stream()
                .filter(b -> !(b instanceof ReportBlock.ProseBlock p) || !p.text().isBlank())
                .toList();
    }

    private String concernedSentence(List<UUID> indicators) {
        List<String> named =
                indicators.stream()
                        .flatMap(id -> standing.of(id).stream())
                        .map(
                                a ->
                                        words.say(
                                                "narrative.named",
                                                NumberTemplate.escapeBraces(a.indicator().name()),
                                                NumberTemplate.placeholder(
                                                        NumberBindings.indicatorScope(
                                                                a.indicator()),
                                                        "verdict")))
                        .toList();
        return named.isEmpty() ? "" : words.say("narrative.concerned", explanation.list(named));
    }

    private List<ReportBlock> countermeasureBlocks() {
        if (plan.countermeasures().isEmpty()) return List.of();
        List<ReportBlock> blocks =
                new ArrayList<>(
                        List.of(
                                createProse(
                                        "countermeasures",
                                        boundSentence(
                                                "narrative.countermeasures", "plan", "measures"))));
        for (Countermeasure c : plan.countermeasures()) {
            blocks.add(new ReportBlock.ReportHeading(2, c.title()));
            blocks.add(
                    createProse(
                            "measure." + c.id(),
                            withFullStop(NumberTemplate.escapeBraces(c.text()))
                                    + quantitiesSentence(c.quantities())
                                    + leadAndDueText(c)));
        }
        return blocks.stream()
                .filter(b -> !(b instanceof ReportBlock.ProseBlock p) || !p.text().isBlank())
                .toList();
    }

    /** Who leads it, and until when. */
    public String leadAndDueText(Countermeasure c) {
        Optional<String> lead =
                c.lead()
                        .flatMap(plan::department)
                        .map(
                                d ->
                                        words.say(
                                                "narrative.lead",
                                                NumberTemplate.escapeBraces(d.name())));
        Optional<String> due = c.due().map(d -> words.say("narrative.due", wording.date(d)));
        if (lead.isEmpty() && due.isEmpty()) return "";
        return words.say(
                "narrative.charge",
                explanation.list(List.of(lead, due).stream().flatMap(Optional::stream).toList()));
    }

    /** What is to be done in the half year to come. */
    private List<ReportBlock> nextHalfYearBlocks() {
        List<ReportBlock> blocks = new ArrayList<>();
        if (!laggingAssessments().isEmpty())
            blocks.add(
                    createProse(
                            "next.behind",
                            boundSentence("narrative.next.behind", "all", "short", "short.names")
                                    + needsSentence()));
        if (!plan.countermeasures().isEmpty())
            blocks.add(
                    createProse(
                            "next.measures",
                            words.say(
                                    "narrative.next.measures",
                                    plan.countermeasures().stream()
                                            .map(c -> NumberTemplate.escapeBraces(c.title()))
                                            .collect(
                                                    Collectors.joining(
                                                            words.say("wording.sentences"))))));
        List<Task> due = plan.tasks().due(standing.at(), standing.at().plusMonths(MONTHS_AHEAD));
        if (!due.isEmpty())
            blocks.add(
                    createProse(
                            "next.tasks",
                            words.say("narrative.next.tasks", due.size(), taskNames(due))));
        List<Task> overdue = plan.tasks().overdue(standing.at());
        if (!overdue.isEmpty())
            blocks.add(
                    createProse(
                            "next.overdue",
                            words.say(
                                    "narrative.next.overdue",
                                    NumberTemplate.placeholder("tasks", "overdue"),
                                    taskNames(overdue))));
        if (standing.tally().unjudged() > 0)
            blocks.add(
                    createProse(
                            "next.unjudged",
                            boundSentence("narrative.next.unjudged", "all", "unjudged")));
        if (blocks.isEmpty())
            blocks.add(createProse("next.none", words.say("narrative.next.none")));
        return blocks;
    }

    /**
     * What the leader is asked to settle: each countermeasure with the problems it answers, who
     * leads it and until when.
     */
    private List<ReportBlock> decisionBlocks() {
        List<Countermeasure> measures = plan.countermeasures();
        if (measures.isEmpty()) return List.of();
        String each =
                measures.stream()
                        .limit(MOST_IN_BRIEF)
                        .collect(
                                Collectors.groupingBy(
                                        this::answeredFindings,
                                        LinkedHashMap::new,
                                        Collectors.toList()))
                        .entrySet()
                        .stream()
                        .map(e -> decisionText(e.getKey(), e.getValue()))
                        .collect(Collectors.joining(words.say("wording.sentences")));
        long open = measures.stream().filter(c -> c.lead().isEmpty() || c.due().isEmpty()).count();
        String asked =
                open == 0
                        ? ""
                        : open == measures.size()
                                ? words.say("narrative.decide.allOpen")
                                : words.say("narrative.decide.open", open);
        return List.of(
                createProse(
                        "brief.decisions",
                        words.say(
                                        "narrative.decide",
                                        NumberTemplate.placeholder("plan", "measures"),
                                        measures.size() > MOST_IN_BRIEF
                                                ? words.say("narrative.more", each)
                                                : each)
                                + asked));
    }

    private List<String> answeredFindings(Countermeasure c) {
        return plan.findings().stream()
                .filter(f -> c.findings().contains(f.id()))
                .map(f -> NumberTemplate.escapeBraces(f.title()))
                .toList();
    }

    private String decisionText(List<String> problems, List<Countermeasure> answers) {
        String measures =
                explanation.list(
                        answers.stream()
                                .map(
                                        c ->
                                                NumberTemplate.escapeBraces(c.title())
                                                        + leadAndDueText(c))
                                .toList());
        return problems.isEmpty()
                ? measures
                : words.say("narrative.decide.for", explanation.list(problems), measures);
    }

    private String needsSentence() {
        String each =
                laggingAssessments().stream()
                        .filter(Narrative::hasNeed)
                        .map(
                                a ->
                                        words.say(
                                                "narrative.next.need." + directionKey(a),
                                                NumberTemplate.escapeBraces(a.indicator().name()),
                                                NumberTemplate.placeholder(
                                                        NumberBindings.indicatorScope(
                                                                a.indicator()),
                                                        "needed")))
                        .collect(Collectors.joining(words.say("wording.sentences")));
        return each.isEmpty() ? "" : words.say("narrative.next.needs", each);
    }

    private String taskNames(List<Task> tasks) {
        String names =
                explanation.list(
                        tasks.stream()
                                .limit(MOST_TASKS_NAMED)
                                .map(
                                        t ->
                                                words.say(
                                                        "narrative.task",
                                                        NumberTemplate.escapeBraces(t.title()),
                                                        wording.date(t.due().orElseThrow())))
                                .toList());
        return tasks.size() > MOST_TASKS_NAMED ? words.say("narrative.more", names) : names;
    }
}
