package plumbline.report.text;

import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;
import plumbline.assessment.Figure;
import plumbline.assessment.Judgement;
import plumbline.assessment.VerdictTally;
import plumbline.base.Problem;
import plumbline.chart.make.IndicatorCharts;
import plumbline.plan.Countermeasure;
import plumbline.plan.Finding;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Milestone;
import plumbline.plan.Passage;
import plumbline.plan.Plan;
import plumbline.plan.Property;
import plumbline.plan.Quantity;
import plumbline.plan.Reading;
import plumbline.plan.Task;
import plumbline.plan.TaskEntry;
import plumbline.plan.TaskTree;
import plumbline.words.ExplanationWording;
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
    private final ExplanationWording explanation;
    private final IndicatorCharts charts;

    public Narrative(Messages words, Evaluation standing) {
        this.words = words;
        this.standing = standing;
        this.plan = standing.plan();
        this.bindings = new NumberBindings(words, standing);
        this.template = new NumberTemplate(bindings, words);
        this.wording = new Wording(words);
        this.explanation = new ExplanationWording(words);
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
        return words.sentence("section." + section.name());
    }

    /** {@code 随州市市场监管“十四五”规划实施情况中期评估报告}. */
    public String documentTitle(Outline outline) {
        return titleLines(outline).replace("\n", words.isChinese() ? "" : " ");
    }

    /** As {@link #documentTitle}, in the lines it is printed in. */
    public String titleLines(Outline outline) {
        return switch (outline) {
            case EVALUATION -> words.sentence("outline.title." + evaluationStage(), plan.title());
            case SUMMARY -> words.sentence("outline.title.summary", plan.title(), halfYearText());
            case BRIEF -> words.sentence("outline.title.brief", plan.title());
        };
    }

    /** In the middle of its time an evaluation is 中期, at its end 总结. */
    private String evaluationStage() {
        int share =
                Integer.parseInt(
                        Wording.formatNumber(
                                NumberBindings.elapsedShare(plan, standing.evaluationDate())
                                        .movePointRight(2),
                                0));
        if (share == 100) return "final";
        return share >= 40 && share <= 60 ? "midTerm" : "evaluation";
    }

    private String halfYearText() {
        LocalDate at = standing.evaluationDate();
        boolean monthEnd = at.plusDays(1).getDayOfMonth() == 1;
        if (monthEnd && at.getMonthValue() == 12)
            return words.sentence("wording.year", "" + at.getYear());
        return monthEnd && at.getMonthValue() == 6
                ? words.sentence("wording.half.1", "" + at.getYear())
                : words.sentence("outline.upTo", wording.formatDate(at));
    }

    /** The organisation and the cut-off date, under the title. */
    public String byline() {
        return words.sentence(
                "outline.byline",
                plan.organisation(),
                wording.formatDate(standing.evaluationDate()));
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
        Optional<Passage> own = plan.findPassage(key, languageCode());
        List<TextSpan> spans = template.toSpans(own.map(Passage::wording).orElse(basis));
        return new ReportBlock.ProseBlock(
                key,
                own.map(Passage::wording).orElse(basis),
                basis,
                own.map(p -> authorshipOf(p, basis, spans)).orElse(ReportBlock.Authorship.PROGRAM),
                spans);
    }

    private static ReportBlock.Authorship authorshipOf(
            Passage own, String basis, List<TextSpan> spans) {
        boolean lost = spans.stream().anyMatch(s -> s instanceof TextSpan.LostNumberSpan);
        return lost || !own.programWording().equals(basis)
                ? ReportBlock.Authorship.STALE
                : ReportBlock.Authorship.OFFICER;
    }

    /** The sentence of a key, its numbers named: each argument is a measure of the scope. */
    private String boundSentence(String key, String scope, String... measures) {
        return words.sentence(
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
                words.sentence(
                        "narrative.made",
                        NumberTemplate.escapeBraces(
                                plan.organisation().isBlank()
                                        ? words.sentence("narrative.we")
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
                        NumberTemplate.escapeBraces(new RuleNote(words).planNote(plan))
                                + words.sentence("narrative.forecasts.apart")));
    }

    private List<ReportBlock> overallBlocks(Outline outline) {
        if (standing.assessments().isEmpty()) return List.of();
        List<ReportBlock> blocks = new ArrayList<>();
        blocks.add(
                createProse(
                        "overall",
                        joinSentences(
                                List.of(
                                        isAnyJudged(standing.tallyAll())
                                                ? boundSentence(
                                                        "narrative.overall",
                                                        "all",
                                                        "total",
                                                        "standing",
                                                        "classes")
                                                : boundSentence(
                                                        "narrative.overall.unjudged",
                                                        "all",
                                                        "total",
                                                        "standing"),
                                        isAnyJudged(standing.tallyAll())
                                                        && standing.tallyAll().unjudgedCount() > 0
                                                ? boundSentence(
                                                        "narrative.unjudged", "all", "unjudged")
                                                : "",
                                        propertySentences()))));
        if (!outline.isFull()) {
            decisionsParagraph().ifPresent(blocks::add);
            return blocks;
        }
        new MidTermTally(words, standing)
                .sentence()
                .ifPresent(said -> blocks.add(createProse("overall.midTerm", said)));
        if (!isAnyJudged(standing.tallyAll())) return blocks;
        blocks.add(
                createProse(
                        "overall.names", boundSentence("narrative.names", "all", "classes.names")));
        return blocks;
    }

    private static boolean isAnyJudged(VerdictTally tally) {
        return tally.totalCount() > tally.unjudgedCount();
    }

    private String propertySentences() {
        int binding = standing.tallyByProperty(Property.BINDING).totalCount();
        int expected = standing.tallyByProperty(Property.EXPECTED).totalCount();
        if (binding == 0) return boundSentence("narrative.allExpected", "all", "total");
        return boundSentence("narrative.binding", "binding", "total", "standing")
                + (expected == 0
                        ? ""
                        : boundSentence("narrative.expected", "expected", "total", "standing"));
    }

    private List<ReportBlock> groupBlocks() {
        List<ReportBlock> blocks = new ArrayList<>();
        for (IndicatorGroup group : plan.groups()) {
            List<Assessment> in = standing.assessmentsInGroup(group);
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
                words.sentence(
                        isAnyJudged(standing.tallyOfGroup(group))
                                ? "narrative.group"
                                : "narrative.group.unjudged",
                        NumberTemplate.escapeBraces(group.name()),
                        NumberTemplate.placeholder(NumberBindings.groupScope(group), "total"),
                        NumberTemplate.placeholder(NumberBindings.groupScope(group), "standing"),
                        NumberTemplate.placeholder(NumberBindings.groupScope(group), "classes")));
    }

    /** One indicator in one or two sentences, by what is known of it. */
    private String indicatorSentence(Assessment a) {
        String scope = NumberBindings.indicatorScope(a.indicator());
        String name =
                words.sentence(
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
                + words.sentence("narrative.stop");
    }

    private String missedClause(Assessment a, String scope) {
        return a.missedYears().isEmpty()
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
                                        words.sentence(
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
                                                                        words.sentence(
                                                                                "wording.sentences"))))
                        .toList();
        if (each.isEmpty()) return Optional.empty();
        String named =
                String.join(
                        words.sentence("wording.sentences"),
                        each.subList(0, Math.min(each.size(), MOST_IN_BRIEF)));
        return Optional.of(
                createProse(
                        "brief.decided",
                        words.sentence(
                                "narrative.decided",
                                each.size(),
                                each.size() > MOST_IN_BRIEF
                                        ? words.sentence("narrative.more", named)
                                        : named)));
    }

    /** The same for all of a group, where there is something, in plain words. */
    public List<String> groupDecisions(IndicatorGroup group) {
        return standing.assessmentsInGroup(group).stream()
                .filter(a -> !decisionMeasures(a).isEmpty())
                .map(
                        a ->
                                words.sentence("narrative.indicator.name", a.indicator().name())
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
                                                                words.sentence(
                                                                        "wording.sentences"))))
                .toList();
    }

    private String judgementClause(Assessment a, String scope) {
        boolean zero = a.indicator().kind() == IndicatorKind.ZERO;
        boolean target =
                zero
                        || a.courseInForce().finalTarget().isPresent()
                        || standing.withholdsMilestone(a.indicator(), Milestone.Role.FINAL);
        if (a.judgement() instanceof Judgement.Unjudged) {
            String value =
                    a.value().isPresent() || a.isWithheld()
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
                a.courseInForce().baseline().isPresent()
                        || standing.withholdsMilestone(a.indicator(), Milestone.Role.BASELINE);
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
        return a.derivation().isPresent() || a.indicator().kind() == IndicatorKind.CUMULATIVE
                ? "span"
                : "period";
    }

    /** Only what is on a course has a progress to tell. */
    public static boolean hasProgressOnCourse(Assessment a) {
        return a.indicator().kind().isJudgedOnCourse()
                && isKnownOrWithheld(a.progress())
                && isKnownOrWithheld(a.timeProgress());
    }

    private static boolean isJudgedByYears(Assessment a) {
        return a.judgement() instanceof Judgement.Judged(_, var ground, _)
                && (ground instanceof Judgement.YearsHeld
                        || ground instanceof Judgement.WithheldGround
                                && a.indicator().kind() == IndicatorKind.HOLD);
    }

    /**
     * Also of a number that stays in the house: the sentence is the same, so that one the officer
     * has worded stays true.
     */
    private static boolean isKnownOrWithheld(Figure figure) {
        return figure.knownValue().isPresent() || figure.isWithheld();
    }

    /** Behind or nearly on course, the worst first. */
    public List<Assessment> laggingAssessments() {
        return standing.assessmentsNeedingAttention().stream()
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
        for (Assessment a : lagging) {
            String said = wayAndReasonSentence(a);
            if (!said.isEmpty())
                blocks.add(
                        createProse(
                                "behind." + a.indicator().id(),
                                words.sentence(
                                                "narrative.indicator.name",
                                                NumberTemplate.escapeBraces(a.indicator().name()))
                                        + said));
        }
        List<String> unexplained =
                lagging.stream()
                        .filter(a -> reasonSentence(a.indicator()).isEmpty())
                        .map(a -> NumberTemplate.escapeBraces(a.indicator().name()))
                        .toList();
        if (!unexplained.isEmpty())
            blocks.add(
                    createProse(
                            "behind.open",
                            words.sentence(
                                    "narrative.behind.open", explanation.joinNames(unexplained))));
        List<Assessment> unjudged =
                standing.assessments().stream().filter(a -> a.verdict().isEmpty()).toList();
        if (!unjudged.isEmpty())
            blocks.add(
                    createProse(
                            "unjudged",
                            boundSentence("narrative.unjudged.intro", "all", "unjudged")
                                    + unjudgedByReason(unjudged)
                                    + words.sentence("narrative.stop")));
        return blocks;
    }

    /** Each reason once, with all it holds for. */
    private String unjudgedByReason(List<Assessment> unjudged) {
        return unjudged.stream()
                .collect(
                        Collectors.groupingBy(
                                explanation::groundSentence,
                                LinkedHashMap::new,
                                Collectors.toList()))
                .values()
                .stream()
                .map(
                        alike ->
                                words.sentence(
                                        "narrative.class.names",
                                        NumberTemplate.placeholder(
                                                NumberBindings.indicatorScope(
                                                        alike.getFirst().indicator()),
                                                "reason"),
                                        explanation.joinNames(
                                                alike.stream()
                                                        .map(
                                                                a ->
                                                                        NumberTemplate.escapeBraces(
                                                                                a.indicator()
                                                                                        .name()))
                                                        .toList())))
                .collect(Collectors.joining(words.sentence("wording.sentences")));
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
                explanation.joinNames(
                        lagging.stream().limit(MOST_IN_BRIEF).map(this::briefSentence).toList());
        String named =
                lagging.size() > MOST_IN_BRIEF ? words.sentence("narrative.more", each) : each;
        return List.of(
                createProse(
                        "brief.behind",
                        words.sentence(
                                "narrative.behind.some",
                                NumberTemplate.placeholder("all", "short"),
                                named)));
    }

    private String briefSentence(Assessment a) {
        String scope = NumberBindings.indicatorScope(a.indicator());
        return hasProgressOnCourse(a)
                ? words.sentence(
                        "narrative.brief.progress",
                        NumberTemplate.escapeBraces(a.indicator().name()),
                        NumberTemplate.placeholder(scope, "progress"),
                        NumberTemplate.placeholder(scope, "lead"))
                : words.sentence(
                        "narrative.named",
                        NumberTemplate.escapeBraces(a.indicator().name()),
                        NumberTemplate.placeholder(scope, "verdict"));
    }

    /** What its own sentence does not tell: the verdict and the figures stand there. */
    private String wayAndReasonSentence(Assessment a) {
        String scope = NumberBindings.indicatorScope(a.indicator());
        String way =
                hasNeed(a)
                        ? boundSentence(
                                "narrative.behind.need." + directionKey(a), scope, "gap", "needed")
                        : "";
        return way + reasonSentence(a.indicator());
    }

    private static boolean hasNeed(Assessment a) {
        return a.hasWayToGo() && isKnownOrWithheld(a.gap()) && isKnownOrWithheld(a.neededPerYear());
    }

    private static String directionKey(Assessment a) {
        return a.leadsDown() ? "down" : "up";
    }

    /** Reason and countermeasure, where problems and measures are linked to the indicator. */
    private String reasonSentence(Indicator i) {
        List<Finding> reasons = findingsAbout(i);
        List<Countermeasure> answers = countermeasuresFor(i, reasons);
        if (reasons.isEmpty() && answers.isEmpty()) return "";
        String reason =
                reasons.isEmpty()
                        ? ""
                        : words.sentence(
                                "narrative.behind.reason",
                                explanation.joinNames(
                                        reasons.stream()
                                                .map(f -> NumberTemplate.escapeBraces(f.title()))
                                                .toList()));
        return answers.isEmpty()
                ? reason
                : reason
                        + words.sentence(
                                "narrative.behind.answer",
                                explanation.joinNames(
                                        answers.stream()
                                                .map(c -> NumberTemplate.escapeBraces(c.title()))
                                                .toList()));
    }

    public List<Finding> findingsAbout(Indicator i) {
        return plan.findings().stream().filter(f -> f.indicatorIds().contains(i.id())).toList();
    }

    public List<Countermeasure> countermeasuresFor(Indicator i, List<Finding> reasons) {
        List<UUID> found = reasons.stream().map(Finding::id).toList();
        return plan.countermeasures().stream()
                .filter(
                        c ->
                                c.indicatorIds().contains(i.id())
                                        || c.findingIds().stream().anyMatch(found::contains))
                .toList();
    }

    private List<ReportBlock> taskBlocks(Outline outline) {
        TaskTree tree = plan.taskTree();
        if (tree.tasksInOrder().isEmpty()) return List.of();
        List<ReportBlock> blocks = new ArrayList<>();
        blocks.add(
                createProse(
                        "tasks",
                        boundSentence(
                                "narrative.tasks",
                                "tasks",
                                "fields",
                                "leaves",
                                "state",
                                "underway",
                                "notStarted")));
        for (int field : fieldIndexes()) {
            Task top = tree.tasksInOrder().get(field);
            if (outline.hasContents()) blocks.add(new ReportBlock.ReportHeading(2, top.title()));
            blocks.add(fieldParagraph(top));
            if (outline.hasContents())
                IntStream.range(field, tree.endOfBranch(field))
                        .forEach(
                                i ->
                                        latestNoteParagraph(tree.tasksInOrder().get(i), i == field)
                                                .ifPresent(blocks::add));
        }
        return blocks;
    }

    public List<Integer> fieldIndexes() {
        TaskTree tree = plan.taskTree();
        return IntStream.range(0, tree.tasksInOrder().size())
                .filter(i -> tree.tasksInOrder().get(i).level() == 0)
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
                        ? words.sentence(
                                "narrative.field",
                                NumberTemplate.escapeBraces(top.title()),
                                NumberTemplate.placeholder(scope, "leaves"),
                                NumberTemplate.placeholder(scope, "state"))
                        : words.sentence(
                                "narrative.field.none", NumberTemplate.escapeBraces(top.title()));
        return createProse(scope, said);
    }

    /** The newest progress note up to the evaluation date. */
    private Optional<ReportBlock> latestNoteParagraph(Task task, boolean top) {
        return task.entries().stream()
                .filter(e -> !e.day().isAfter(standing.evaluationDate()))
                .reduce((a, b) -> b.day().isBefore(a.day()) ? a : b)
                .map(
                        e ->
                                createProse(
                                        "entry." + task.id(),
                                        (top
                                                        ? ""
                                                        : words.sentence(
                                                                "narrative.indicator.name",
                                                                NumberTemplate.escapeBraces(
                                                                        task.title())))
                                                + entrySentence(e)));
    }

    private String entrySentence(TaskEntry e) {
        return withFullStop(NumberTemplate.escapeBraces(e.noteText()))
                + quantitiesSentence(e.quantities());
    }

    /** With a full stop, if it has none. */
    private String withFullStop(String text) {
        return text.isEmpty() || text.matches("(?s).*[。！？.!?][）)”\"]*")
                ? text
                : text + words.sentence("narrative.stop");
    }

    private String quantitiesSentence(List<Quantity> quantities) {
        List<String> said =
                quantities.stream().map(this::quantityText).flatMap(Optional::stream).toList();
        return said.isEmpty()
                ? ""
                : words.sentence("narrative.quantities", explanation.joinNames(said));
    }

    private Optional<String> quantityText(Quantity q) {
        Optional<String> now = amountText(q.reading(), q.unit());
        Optional<String> before = q.formerReading().flatMap(b -> amountText(b, q.unit()));
        return now.map(
                n ->
                        before.map(
                                        b ->
                                                words.sentence(
                                                        "narrative.quantity.changed",
                                                        NumberTemplate.escapeBraces(q.name()),
                                                        b,
                                                        n))
                                .orElseGet(
                                        () ->
                                                words.sentence(
                                                        "narrative.quantity",
                                                        NumberTemplate.escapeBraces(q.name()),
                                                        n)));
    }

    private Optional<String> amountText(Reading reading, String unit) {
        if (!(reading instanceof Reading.Value(var amount, boolean about, _)))
            return Optional.empty();
        String number =
                unit.isEmpty()
                        ? Wording.formatNumber(amount)
                        : unit.equals("%")
                                ? Wording.formatNumber(amount) + "%"
                                : words.sentence(
                                        "narrative.amount",
                                        Wording.formatNumber(amount),
                                        wording.unitAfterNumber(
                                                Wording.formatNumber(amount), unit));
        return Optional.of(about ? words.sentence("wording.about", number) : number);
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
                            withFullStop(NumberTemplate.escapeBraces(f.description()))
                                    + quantitiesSentence(f.quantities())
                                    + concernedSentence(f.indicatorIds())));
        }
        return blocks.stream()
                .filter(b -> !(b instanceof ReportBlock.ProseBlock p) || !p.text().isBlank())
                .toList();
    }

    private String concernedSentence(List<UUID> indicators) {
        List<String> named =
                indicators.stream()
                        .flatMap(id -> standing.findAssessment(id).stream())
                        .map(
                                a ->
                                        words.sentence(
                                                "narrative.named",
                                                NumberTemplate.escapeBraces(a.indicator().name()),
                                                NumberTemplate.placeholder(
                                                        NumberBindings.indicatorScope(
                                                                a.indicator()),
                                                        "verdict")))
                        .toList();
        return named.isEmpty()
                ? ""
                : words.sentence("narrative.concerned", explanation.joinNames(named));
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
                            withFullStop(NumberTemplate.escapeBraces(c.description()))
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
                c.leadDepartment()
                        .flatMap(plan::findDepartment)
                        .map(
                                d ->
                                        words.sentence(
                                                "narrative.lead",
                                                NumberTemplate.escapeBraces(d.name())));
        Optional<String> due =
                c.dueDay().map(d -> words.sentence("narrative.due", wording.formatDate(d)));
        if (lead.isEmpty() && due.isEmpty()) return "";
        return words.sentence(
                "narrative.charge",
                explanation.joinNames(
                        List.of(lead, due).stream().flatMap(Optional::stream).toList()));
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
                            words.sentence(
                                    "narrative.next.measures",
                                    plan.countermeasures().stream()
                                            .map(c -> NumberTemplate.escapeBraces(c.title()))
                                            .collect(
                                                    Collectors.joining(
                                                            words.sentence(
                                                                    "wording.sentences"))))));
        List<Task> due =
                plan.taskTree()
                        .tasksDueBetween(
                                standing.evaluationDate(),
                                standing.evaluationDate().plusMonths(MONTHS_AHEAD));
        if (!due.isEmpty())
            blocks.add(
                    createProse(
                            "next.tasks",
                            words.sentence("narrative.next.tasks", due.size(), taskNames(due))));
        List<Task> overdue = plan.taskTree().overdueTasks(standing.evaluationDate());
        if (!overdue.isEmpty())
            blocks.add(
                    createProse(
                            "next.overdue",
                            words.sentence(
                                    "narrative.next.overdue",
                                    NumberTemplate.placeholder("tasks", "overdue"),
                                    taskNames(overdue))));
        if (standing.tallyAll().unjudgedCount() > 0)
            blocks.add(
                    createProse(
                            "next.unjudged",
                            boundSentence("narrative.next.unjudged", "all", "unjudged")));
        if (blocks.isEmpty())
            blocks.add(createProse("next.none", words.sentence("narrative.next.none")));
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
                        .collect(Collectors.joining(words.sentence("wording.sentences")));
        long open =
                measures.stream()
                        .filter(c -> c.leadDepartment().isEmpty() || c.dueDay().isEmpty())
                        .count();
        String asked =
                open == 0
                        ? ""
                        : open == measures.size()
                                ? words.sentence("narrative.decide.allOpen")
                                : words.sentence("narrative.decide.open", open);
        return List.of(
                createProse(
                        "brief.decisions",
                        words.sentence(
                                        "narrative.decide",
                                        NumberTemplate.placeholder("plan", "measures"),
                                        measures.size() > MOST_IN_BRIEF
                                                ? words.sentence("narrative.more", each)
                                                : each)
                                + asked));
    }

    private List<String> answeredFindings(Countermeasure c) {
        return plan.findings().stream()
                .filter(f -> c.findingIds().contains(f.id()))
                .map(f -> NumberTemplate.escapeBraces(f.title()))
                .toList();
    }

    private String decisionText(List<String> problems, List<Countermeasure> answers) {
        String measures =
                explanation.joinNames(
                        answers.stream()
                                .map(
                                        c ->
                                                NumberTemplate.escapeBraces(c.title())
                                                        + leadAndDueText(c))
                                .toList());
        return problems.isEmpty()
                ? measures
                : words.sentence("narrative.decide.for", explanation.joinNames(problems), measures);
    }

    private String needsSentence() {
        String each =
                laggingAssessments().stream()
                        .filter(Narrative::hasNeed)
                        .map(
                                a ->
                                        words.sentence(
                                                "narrative.next.need." + directionKey(a),
                                                NumberTemplate.escapeBraces(a.indicator().name()),
                                                NumberTemplate.placeholder(
                                                        NumberBindings.indicatorScope(
                                                                a.indicator()),
                                                        "needed")))
                        .collect(Collectors.joining(words.sentence("wording.sentences")));
        return each.isEmpty() ? "" : words.sentence("narrative.next.needs", each);
    }

    private String taskNames(List<Task> tasks) {
        String names =
                explanation.joinNames(
                        tasks.stream()
                                .limit(MOST_TASKS_NAMED)
                                .map(
                                        t ->
                                                words.sentence(
                                                        "narrative.task",
                                                        NumberTemplate.escapeBraces(t.title()),
                                                        wording.formatDate(
                                                                t.dueDay().orElseThrow())))
                                .toList());
        return tasks.size() > MOST_TASKS_NAMED ? words.sentence("narrative.more", names) : names;
    }
}
