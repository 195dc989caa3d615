package plumbline.report.text;

import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;
import plumbline.assessment.Figure;
import plumbline.assessment.Formula;
import plumbline.assessment.Judgement;
import plumbline.assessment.VerdictTally;
import plumbline.plan.Course;
import plumbline.plan.Direction;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Milestone;
import plumbline.plan.Observation;
import plumbline.plan.Plan;
import plumbline.plan.Property;
import plumbline.plan.Reading;
import plumbline.plan.Redaction;
import plumbline.plan.Relation;
import plumbline.plan.Status;
import plumbline.plan.TargetRevision;
import plumbline.plan.Task;
import plumbline.plan.TaskState;
import plumbline.plan.TaskTree;
import plumbline.plan.Verdict;
import plumbline.plan.VerdictRule;
import plumbline.report.table.TableNotes;
import plumbline.words.DecisionWording;
import plumbline.words.ExplanationWording;
import plumbline.words.Messages;
import plumbline.words.ReadingMarks;
import plumbline.words.Wording;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Every number a text can be bound to: {@code all.total}, {@code ind.⟨id⟩.progress}. A code stays
 * the same while indicators move and figures change; what it shows is worded anew each time.
 */
public final class NumberBindings {

    /**
     * @param code stays
     * @param name what the officer reads and types in its place
     * @param shownText empty where there is no such number at present
     */
    record NumberBinding(String code, String name, Optional<String> shownText) {}

    private final Messages words;
    private final Wording wording;
    private final ExplanationWording explanation;
    private final DecisionWording decisions;
    private final Evaluation standing;
    private final Map<String, NumberBinding> bindingByCode = new LinkedHashMap<>();
    private final Map<String, String> codeByName = new HashMap<>();

    NumberBindings(Messages words, Evaluation standing) {
        this.words = words;
        this.wording = new Wording(words);
        this.explanation = new ExplanationWording(words);
        this.decisions = new DecisionWording(words);
        this.standing = standing;
        bindPlan();
        bindScopes();
        bindTasks();
        standing.assessments().forEach(this::bindIndicator);
    }

    Optional<NumberBinding> findByCode(String code) {
        return Optional.ofNullable(bindingByCode.get(code));
    }

    /** The code of a number by the name the officer types. */
    Optional<String> findCode(String name) {
        return Optional.ofNullable(codeByName.get(name.strip()));
    }

    static String groupScope(IndicatorGroup group) {
        return "group." + group.id();
    }

    static String taskScope(Task task) {
        return "task." + task.id();
    }

    static String indicatorScope(Indicator indicator) {
        return "ind." + indicator.id();
    }

    private void bindNumber(
            String scope, String scopeName, String measure, Optional<String> shown) {
        String code = scope + "." + measure;
        String name = words.sentence("bound.name", scopeName, words.sentence("bound." + measure));
        bindingByCode.put(
                code,
                new NumberBinding(
                        code,
                        name,
                        shown.map(s -> s.startsWith("-") ? Wording.withMinusSigns(s) : s)));
        codeByName.put(name, code);
    }

    private void bindNumber(String scope, String scopeName, String measure, Object shown) {
        bindNumber(scope, scopeName, measure, Optional.of(String.valueOf(shown)));
    }

    private void bindPlan() {
        Plan plan = standing.plan();
        String scope = words.sentence("bound.scope.plan");
        List<Observation> actuals =
                standing.unredactedPlan().orElse(plan).indicators().stream()
                        .flatMap(i -> i.observations().stream())
                        .filter(
                                o ->
                                        o.status() == Status.ACTUAL
                                                && o.reading() instanceof Reading.Value
                                                && !o.lastCoveredDay()
                                                        .isAfter(standing.evaluationDate()))
                        .toList();
        bindNumber("plan", scope, "at", wording.formatDate(standing.evaluationDate()));
        bindNumber("plan", scope, "span", wording.planYearsText(plan));
        bindNumber(
                "plan",
                scope,
                "elapsed",
                Wording.formatPercent(elapsedShare(plan, standing.evaluationDate())));
        bindNumber("plan", scope, "rule", wording.planRuleNames(plan));
        bindNumber("plan", scope, "figures", actuals.size());
        bindNumber("plan", scope, "sources", TableNotes.sourceDocuments(standing).size());
        bindNumber("plan", scope, "findings", plan.findings().size());
        bindNumber("plan", scope, "measures", plan.countermeasures().size());
    }

    /** The share of the plan's months that are over, as a fraction. */
    static BigDecimal elapsedShare(Plan plan, LocalDate at) {
        BigDecimal all =
                BigDecimal.valueOf(Course.monthsBetween(plan.dayBeforeStart(), plan.lastDay()));
        BigDecimal gone =
                BigDecimal.valueOf(Course.monthsBetween(plan.dayBeforeStart(), at))
                        .max(BigDecimal.ZERO)
                        .min(all);
        return gone.divide(all, MathContext.DECIMAL128);
    }

    private void bindScopes() {
        bindScope("all", words.sentence("bound.scope.all"), standing.assessments());
        bindScope(
                "binding",
                words.sentence("property.BINDING"),
                assessmentsWhere(a -> a.indicator().property() == Property.BINDING));
        bindScope(
                "expected",
                words.sentence("property.EXPECTED"),
                assessmentsWhere(a -> a.indicator().property() == Property.EXPECTED));
        List<IndicatorGroup> groups = standing.plan().groups();
        for (int i = 0; i < groups.size(); i++)
            bindScope(
                    groupScope(groups.get(i)),
                    words.sentence("bound.scope.group", i + 1),
                    standing.assessmentsInGroup(groups.get(i)));
    }

    private List<Assessment> assessmentsWhere(Predicate<Assessment> wanted) {
        return standing.assessments().stream().filter(wanted).toList();
    }

    private void bindScope(String scope, String name, List<Assessment> in) {
        VerdictTally tally = VerdictTally.forAssessments(in);
        List<Assessment> unjudged = in.stream().filter(a -> a.verdict().isEmpty()).toList();
        List<Assessment> lagging =
                in.stream()
                        .filter(a -> a.verdict().filter(NumberBindings::isWanting).isPresent())
                        .toList();
        bindNumber(scope, name, "total", tally.totalCount());
        bindNumber(scope, name, "judged", tally.judgedCount());
        bindNumber(scope, name, "good", tally.onCourseCount());
        bindNumber(scope, name, "share", tally.shareOnCourse().map(Wording::formatPercent));
        bindNumber(scope, name, "standing", new CountWording(words).tallyPhrase(tally));
        bindNumber(scope, name, "short", lagging.size());
        bindNumber(scope, name, "short.names", indicatorNames(lagging));
        bindNumber(scope, name, "unjudged", tally.unjudgedCount());
        bindNumber(scope, name, "unjudged.names", indicatorNames(unjudged));
        bindNumber(scope, name, "classes", verdictCounts(in));
        bindNumber(scope, name, "classes.names", verdictNames(in));
        bindNumber(
                scope,
                name,
                "forecasts",
                in.stream().filter(a -> a.forecast().isPresent()).count());
    }

    static boolean isWanting(Verdict verdict) {
        return verdict.compareTo(Verdict.NEARLY) >= 0;
    }

    private Optional<String> indicatorNames(List<Assessment> of) {
        return of.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        explanation.joinNames(of.stream().map(a -> a.indicator().name()).toList()));
    }

    /**
     * {@code 提前完成7项、慢于进度4项}: by the words in the table, so that each of them can be counted there.
     */
    private Optional<String> verdictCounts(List<Assessment> in) {
        List<String> said =
                assessmentsByVerdictWord(in).entrySet().stream()
                        .map(
                                e ->
                                        words.sentence(
                                                "narrative.class", e.getKey(), e.getValue().size()))
                        .toList();
        return said.isEmpty() ? Optional.empty() : Optional.of(explanation.joinNames(said));
    }

    private Optional<String> verdictNames(List<Assessment> in) {
        List<String> said =
                assessmentsByVerdictWord(in).entrySet().stream()
                        .map(
                                e ->
                                        words.sentence(
                                                "narrative.class.names",
                                                e.getKey(),
                                                indicatorNames(e.getValue()).orElseThrow()))
                        .toList();
        return said.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(words.sentence("wording.sentences"), said));
    }

    /** The assessments by the word for their verdict, the best first, those not judged last. */
    private Map<String, List<Assessment>> assessmentsByVerdictWord(List<Assessment> in) {
        return in.stream()
                .sorted((a, b) -> Integer.compare(verdictRank(a), verdictRank(b)))
                .collect(
                        Collectors.groupingBy(
                                wording::verdictName, LinkedHashMap::new, Collectors.toList()));
    }

    private static int verdictRank(Assessment a) {
        return a.verdict()
                .map(v -> v.ordinal() * 2 + (a.judgement().isPassOrFail() ? 1 : 0))
                .orElse(Integer.MAX_VALUE);
    }

    private void bindTasks() {
        TaskTree tree = standing.plan().taskTree();
        List<Integer> all = IntStream.range(0, tree.tasksInOrder().size()).boxed().toList();
        List<Integer> fields =
                all.stream().filter(i -> tree.tasksInOrder().get(i).level() == 0).toList();
        bindTaskScope("tasks", words.sentence("bound.scope.tasks"), all, tree);
        bindNumber("tasks", words.sentence("bound.scope.tasks"), "fields", fields.size());
        for (int i = 0; i < fields.size(); i++) {
            int from = fields.get(i);
            bindTaskScope(
                    taskScope(tree.tasksInOrder().get(from)),
                    words.sentence("bound.scope.task", i + 1),
                    IntStream.range(from, tree.endOfBranch(from)).boxed().toList(),
                    tree);
        }
    }

    private void bindTaskScope(String scope, String name, List<Integer> lines, TaskTree tree) {
        List<Integer> leaves = lines.stream().filter(tree::isLeaf).toList();
        List<Task> overdue = tree.overdueTasks(standing.evaluationDate());
        long suspended = countInState(TaskState.SUSPENDED, leaves, tree);
        long done = countInState(TaskState.DONE, leaves, tree);
        bindNumber(scope, name, "leaves", leaves.size() - suspended);
        bindNumber(scope, name, "done", done);
        bindNumber(scope, name, "done.share", formatShare(done, leaves.size() - suspended));
        bindNumber(scope, name, "underway", countInState(TaskState.UNDERWAY, leaves, tree));
        bindNumber(scope, name, "notStarted", countInState(TaskState.NOT_STARTED, leaves, tree));
        bindNumber(scope, name, "suspended", suspended);
        long late = lines.stream().map(tree.tasksInOrder()::get).filter(overdue::contains).count();
        bindNumber(scope, name, "overdue", late);
        bindNumber(
                scope,
                name,
                "state",
                new CountWording(words).itemsPhrase(done, leaves.size() - suspended, late));
    }

    private static long countInState(TaskState state, List<Integer> leaves, TaskTree tree) {
        return leaves.stream().filter(i -> tree.tasksInOrder().get(i).state() == state).count();
    }

    public static Optional<String> formatShare(long part, long whole) {
        return whole == 0
                ? Optional.empty()
                : Optional.of(
                        Wording.formatPercent(
                                BigDecimal.valueOf(part)
                                        .divide(
                                                BigDecimal.valueOf(whole),
                                                MathContext.DECIMAL128)));
    }

    private void bindIndicator(Assessment a) {
        Indicator i = a.indicator();
        String scope = indicatorScope(i);
        String name = words.sentence("bound.scope.indicator", a.number());
        bindNumber(
                scope,
                name,
                "period",
                a.valuePeriod().map(_ -> wording.valuePeriodText(a) + coverText(a)));
        bindNumber(
                scope,
                name,
                "value",
                a.value()
                        .map(v -> valueText(a, v))
                        .or(() -> a.isWithheld() ? withheldValue(i) : Optional.empty()));
        bindNumber(
                scope,
                name,
                "baseline",
                a.courseInForce()
                        .baseline()
                        .map(m -> withUnit(Wording.formatNumber(m.amount()), i))
                        .or(() -> withheldMilestone(i, Milestone.Role.BASELINE)));
        bindNumber(
                scope,
                name,
                "target",
                a.courseInForce()
                        .finalTarget()
                        .map(m -> targetText(m, i))
                        .or(() -> withheldMilestone(i, Milestone.Role.FINAL))
                        .or(() -> zeroTargetText(i)));
        bindNumber(scope, name, "attainment", percentText(a.attainment()));
        bindNumber(scope, name, "progress", percentText(a.progress()));
        bindNumber(scope, name, "time", percentText(a.timeProgress()));
        bindNumber(scope, name, "lead", leadText(a));
        bindNumber(scope, name, "verdict", wording.verdictName(a));
        bindNumber(
                scope,
                name,
                "gap",
                remainingDifference(a, a.gap().knownValue().map(BigDecimal::abs), a.gap()));
        bindNumber(
                scope,
                name,
                "needed",
                remainingDifference(
                        a,
                        a.neededPerYear()
                                .knownValue()
                                .map(BigDecimal::abs)
                                .map(n -> RunningAmount.roundUpWholePieces(n, i)),
                        a.neededPerYear()));
        bindNumber(
                scope,
                name,
                "achieved",
                a.achievedPerYear()
                        .knownValue()
                        .map(
                                n ->
                                        differenceText(
                                                Wording.formatDifference(
                                                        n, Wording.indicatorDecimals(i)),
                                                i))
                        .or(() -> withheldDifference(a.achievedPerYear(), i)));
        bindNumber(scope, name, "held", yearsHeldText(a));
        bindNumber(scope, name, "missed", explanation.missedYearsSentence(a));
        bindNumber(
                scope,
                name,
                "forecast",
                a.forecast()
                        .map(
                                f ->
                                        words.sentence(
                                                "narrative.forecast",
                                                wording.formatPeriod(f.period()),
                                                observationText(f, i))));
        bindNumber(scope, name, "revised", revisionSentences(a));
        bindNumber(
                scope,
                name,
                "hand",
                a.handVerdict()
                        .map(
                                h ->
                                        words.sentence(
                                                "narrative.hand",
                                                decisions.verdictLabel(h.verdict(), a),
                                                decisions.handVerdictBasis(h))));
        bindNumber(
                scope,
                name,
                "reason",
                a.judgement() instanceof Judgement.Unjudged(var reason)
                        ? Optional.of(explanation.reasonSentence(reason, i))
                        : Optional.empty());
    }

    /** The months of a period that its figure covers, where they are not all. */
    private String coverText(Assessment a) {
        boolean asItIs =
                a.derivation().isEmpty() && a.indicator().kind() != IndicatorKind.CUMULATIVE;
        return a.latest()
                .filter(o -> asItIs && !o.lastCoveredDay().equals(o.period().lastDay()))
                .map(
                        o ->
                                words.sentence(
                                        "appendix.cover",
                                        wording.formatCover(o.period(), o.lastCoveredMonth())))
                .orElse("");
    }

    /** No event at all needs no target to be written down. */
    private Optional<String> zeroTargetText(Indicator i) {
        return i.kind() == IndicatorKind.ZERO
                ? Optional.of(words.sentence("narrative.target.ZERO"))
                : Optional.empty();
    }

    private Optional<String> withheldValue(Indicator i) {
        return Optional.of(withUnit(Redaction.REPLACEMENT_TEXT, i));
    }

    private Optional<String> withheldDifference(Figure figure, Indicator i) {
        return figure.isWithheld()
                ? Optional.of(differenceText(Redaction.REPLACEMENT_TEXT, i))
                : Optional.empty();
    }

    /**
     * How far, or how fast, it is to go; nothing once it has arrived, and for what is on no course.
     */
    private Optional<String> remainingDifference(
            Assessment a, Optional<BigDecimal> amount, Figure figure) {
        if (!a.hasWayToGo()) return Optional.empty();
        return amount.map(
                        n ->
                                differenceText(
                                        Wording.formatDifference(
                                                n, Wording.indicatorDecimals(a.indicator())),
                                        a.indicator()))
                .or(() -> withheldDifference(figure, a.indicator()));
    }

    private String differenceText(String amount, Indicator i) {
        return Wording.isMeasuredInPercent(i)
                ? words.sentence("narrative.points", amount)
                : withUnit(amount, i);
    }

    /** One of a target that stays in the house is told without its numbers. */
    private String revisionSentence(Assessment a, TargetRevision revision) {
        if (!a.revisionsInForce().contains(revision))
            return words.sentence(
                    "revision.told",
                    decisions.targetName(revision.formerTarget()),
                    Redaction.REPLACEMENT_TEXT,
                    Redaction.REPLACEMENT_TEXT);
        return words.sentence(
                "narrative.revised",
                decisions.revisionClause(a.indicator(), revision),
                decisions.revisionBasis(revision));
    }

    private Optional<String> revisionSentences(Assessment a) {
        List<String> said =
                standing
                        .unredactedPlan()
                        .flatMap(all -> all.findIndicator(a.indicator().id()))
                        .map(
                                i ->
                                        i.revisions().stream()
                                                .filter(
                                                        r ->
                                                                !r.decidedOn()
                                                                        .isAfter(
                                                                                a.evaluationDate()))
                                                .toList())
                        .orElse(a.revisionsInForce())
                        .stream()
                        .map(r -> revisionSentence(a, r))
                        .toList();
        return said.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(words.sentence("wording.sentences"), said));
    }

    private Optional<String> withheldMilestone(Indicator i, Milestone.Role role) {
        return standing.withholdsMilestone(i, role) ? withheldValue(i) : Optional.empty();
    }

    private String valueText(Assessment a, BigDecimal value) {
        boolean asReported = a.derivation().isEmpty() && a.latest().isPresent();
        if (asReported) return observationText(a.latest().orElseThrow(), a.indicator());
        String number = Wording.formatComputed(a, value);
        String computed =
                a.indicator().kind() == IndicatorKind.GROWTH
                        ? wording.amountInSentence(number, a.indicator())
                        : withUnit(number, a.indicator());
        boolean wholeYear =
                a.derivation().filter(d -> d.formula() == Formula.YEAR_EQUIVALENT).isPresent();
        return wholeYear && a.latest().isPresent()
                ? computed + reportedPart(a.latest().get(), a.indicator())
                : computed;
    }

    /** {@code （1—5月实报9305户）} beside what it makes in a whole year. */
    private String reportedPart(Observation o, Indicator i) {
        return words.sentence(
                "narrative.value.reported",
                wording.formatCover(o.period(), o.lastCoveredMonth()),
                observationText(o, i));
    }

    /**
     * The number with its unit; the marks of a forecast are the sentence's business, those of doubt
     * are not.
     */
    private String observationText(Observation o, Indicator i) {
        if (o.reading() instanceof Reading.Missing missing)
            return withUnit(wording.missingText(missing), i);
        ReadingMarks marks = ReadingMarks.forReading(words, o.reading());
        String number =
                Wording.formatNumber(
                        o.reading().findAmount().orElseThrow(),
                        Wording.readingDecimals(o.reading(), i.decimals()));
        return marks.before() + new RunningAmount(words).withUnit(number, marks.after(), i);
    }

    private String withUnit(String amount, Indicator i) {
        return new RunningAmount(words).withUnit(amount, i);
    }

    /**
     * A target as it is said in a sentence; a plain one of a rising indicator by its number alone.
     */
    private String targetText(Milestone m, Indicator i) {
        if (i.kind() == IndicatorKind.ZERO) return words.sentence("narrative.target.ZERO");
        String rate = Wording.rateSign(m, i);
        String amount =
                rate.isEmpty()
                        ? withUnit(Wording.formatNumber(m.amount()), i)
                        : Wording.formatNumber(m.amount()) + rate;
        boolean plain =
                m.relation() == Relation.AT_LEAST
                        && i.direction() == Direction.HIGHER
                        && i.kind() != IndicatorKind.HOLD;
        return switch (m.relation()) {
            case AT_LEAST -> plain ? amount : words.sentence("narrative.target.AT_LEAST", amount);
            case AT_MOST -> words.sentence("narrative.target.AT_MOST", amount);
            case ABOVE -> words.sentence("narrative.target.ABOVE", amount);
            case BELOW -> words.sentence("narrative.target.BELOW", amount);
            case EQUAL -> amount;
            case BETWEEN ->
                    words.sentence(
                            "narrative.target.BETWEEN",
                            amount,
                            rate.isEmpty()
                                    ? withUnit(Wording.formatNumber(m.bound().orElseThrow()), i)
                                    : Wording.formatNumber(m.bound().orElseThrow()) + rate);
            case ABOUT -> words.sentence("narrative.target.ABOUT", amount);
        };
    }

    private static Optional<String> percentText(Figure figure) {
        return figure.knownValue()
                .map(Wording::formatPercent)
                .or(
                        () ->
                                figure.isWithheld()
                                        ? Optional.of(Redaction.REPLACEMENT_TEXT)
                                        : Optional.empty());
    }

    /** Progress against the yardstick that its verdict used, and no other. */
    private Optional<String> leadText(Assessment a) {
        if (a.progress().isWithheld() && a.timeProgress().knownValue().isPresent())
            return Optional.of(
                    words.sentence("narrative.lead.withheld", Redaction.REPLACEMENT_TEXT));
        if (a.progress().knownValue().isEmpty() || a.timeProgress().knownValue().isEmpty())
            return Optional.empty();
        return Optional.of(
                a.judgement() instanceof Judgement.Judged judged
                        ? leadByGround(a, judged.ground())
                        : leadOverTime(a));
    }

    private String leadByGround(Assessment a, Judgement.JudgementGround ground) {
        return switch (ground) {
            case Judgement.TargetMet _ -> words.sentence("narrative.lead.met");
            case Judgement.ComparedWithDue(_, BigDecimal due, _) ->
                    words.sentence(
                            "narrative.lead.dueValue",
                            withUnit(Wording.formatCompact(due), a.indicator()));
            case Judgement.InBand(VerdictRule.Basis basis, BigDecimal measure, _, _)
                    when basis == VerdictRule.Basis.ATTAINMENT ->
                    words.sentence("narrative.lead.attainment", Wording.formatPercent(measure));
            case Judgement.InBand(VerdictRule.Basis basis, BigDecimal measure, _, _)
                    when basis == VerdictRule.Basis.GROWTH_RATIO ->
                    words.sentence("narrative.lead.growth", Wording.formatNumber(measure, 2));
            case Judgement.InBand(VerdictRule.Basis basis, _, _, _)
                    when basis == VerdictRule.Basis.PACE ->
                    a.progressDue()
                            .knownValue()
                            .map(due -> leadOverDue(a, due))
                            .orElse(leadOverTime(a));
            default -> leadOverTime(a);
        };
    }

    private String leadOverTime(Assessment a) {
        BigDecimal points = pointsAhead(a, a.timeProgress().knownValue().orElseThrow());
        if (points.signum() == 0) return words.sentence("narrative.lead.even");
        return words.sentence(
                points.signum() > 0 ? "narrative.lead.ahead" : "narrative.lead.behind",
                points.abs().toPlainString());
    }

    /** What is due is the time itself, unless there are targets on the way. */
    private String leadOverDue(Assessment a, BigDecimal due) {
        if (Wording.formatPercent(due)
                .equals(Wording.formatPercent(a.timeProgress().knownValue().orElseThrow())))
            return leadOverTime(a);
        BigDecimal points = pointsAhead(a, due);
        if (points.signum() == 0)
            return words.sentence("narrative.lead.due.even", Wording.formatPercent(due));
        return words.sentence(
                points.signum() > 0 ? "narrative.lead.due.ahead" : "narrative.lead.due.behind",
                Wording.formatPercent(due),
                points.abs().toPlainString());
    }

    /** By the percentages as they are printed. */
    private static BigDecimal pointsAhead(Assessment a, BigDecimal yardstick) {
        return new BigDecimal(Wording.formatPercentNumber(a.progress().knownValue().orElseThrow()))
                .subtract(new BigDecimal(Wording.formatPercentNumber(yardstick)));
    }

    private Optional<String> yearsHeldText(Assessment a) {
        boolean withheld =
                a.indicator().kind() == IndicatorKind.HOLD
                        && a.judgement()
                                instanceof Judgement.Judged(_, Judgement.WithheldGround _, _);
        if (withheld)
            return Optional.of(
                    words.sentence("narrative.held.withheld", Redaction.REPLACEMENT_TEXT));
        if (!(a.judgement() instanceof Judgement.Judged(_, Judgement.YearsHeld(var years), _)))
            return Optional.empty();
        String worst = observationText(years.worst().figure(), a.indicator());
        return Optional.of(
                words.sentence(
                        years.areAllMet() ? "narrative.held.all" : "narrative.held.some",
                        years.years().size(),
                        years.metCount(),
                        wording.formatPeriod(years.worst().figure().period()),
                        worst));
    }

    /** All there are, for a list to choose from. */
    List<NumberBinding> allBindings() {
        return new ArrayList<>(bindingByCode.values());
    }
}
