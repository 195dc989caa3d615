package plumbline.report.text;

import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;
import plumbline.assessment.Figure;
import plumbline.assessment.Judgement;
import plumbline.assessment.Tally;
import plumbline.plan.Course;
import plumbline.plan.Direction;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.Kind;
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
import plumbline.words.Explanation;
import plumbline.words.Messages;
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
    private final Explanation explanation;
    private final DecisionWording decisions;
    private final Evaluation standing;
    private final Map<String, NumberBinding> bindingByCode = new LinkedHashMap<>();
    private final Map<String, String> codeByName = new HashMap<>();

    NumberBindings(Messages words, Evaluation standing) {
        this.words = words;
        this.wording = new Wording(words);
        this.explanation = new Explanation(words);
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
        String name = words.say("bound.name", scopeName, words.say("bound." + measure));
        bindingByCode.put(
                code,
                new NumberBinding(
                        code, name, shown.map(s -> s.startsWith("-") ? Wording.minus(s) : s)));
        codeByName.put(name, code);
    }

    private void bindNumber(String scope, String scopeName, String measure, Object shown) {
        bindNumber(scope, scopeName, measure, Optional.of(String.valueOf(shown)));
    }

    private void bindPlan() {
        Plan plan = standing.plan();
        String scope = words.say("bound.scope.plan");
        List<Observation> actuals =
                standing.whole().orElse(plan).indicators().stream()
                        .flatMap(i -> i.observations().stream())
                        .filter(
                                o ->
                                        o.status() == Status.ACTUAL
                                                && o.reading() instanceof Reading.Value
                                                && !o.asOf().isAfter(standing.at()))
                        .toList();
        bindNumber("plan", scope, "at", wording.date(standing.at()));
        bindNumber("plan", scope, "span", wording.span(plan));
        bindNumber("plan", scope, "elapsed", Wording.percent(elapsedShare(plan, standing.at())));
        bindNumber("plan", scope, "rule", wording.rules(plan));
        bindNumber("plan", scope, "figures", actuals.size());
        bindNumber("plan", scope, "sources", TableNotes.sourceDocuments(standing).size());
        bindNumber("plan", scope, "findings", plan.findings().size());
        bindNumber("plan", scope, "measures", plan.countermeasures().size());
    }

    /** The share of the plan's months that are over, as a fraction. */
    static BigDecimal elapsedShare(Plan plan, LocalDate at) {
        BigDecimal all = BigDecimal.valueOf(Course.months(plan.begins(), plan.ends()));
        BigDecimal gone =
                BigDecimal.valueOf(Course.months(plan.begins(), at)).max(BigDecimal.ZERO).min(all);
        return gone.divide(all, MathContext.DECIMAL128);
    }

    private void bindScopes() {
        bindScope("all", words.say("bound.scope.all"), standing.assessments());
        bindScope(
                "binding",
                words.say("property.BINDING"),
                assessmentsWhere(a -> a.indicator().property() == Property.BINDING));
        bindScope(
                "expected",
                words.say("property.EXPECTED"),
                assessmentsWhere(a -> a.indicator().property() == Property.EXPECTED));
        List<IndicatorGroup> groups = standing.plan().groups();
        for (int i = 0; i < groups.size(); i++)
            bindScope(
                    groupScope(groups.get(i)),
                    words.say("bound.scope.group", i + 1),
                    standing.in(groups.get(i)));
    }

    private List<Assessment> assessmentsWhere(Predicate<Assessment> wanted) {
        return standing.assessments().stream().filter(wanted).toList();
    }

    private void bindScope(String scope, String name, List<Assessment> in) {
        Tally tally = Tally.of(in);
        List<Assessment> unjudged = in.stream().filter(a -> a.verdict().isEmpty()).toList();
        List<Assessment> lagging =
                in.stream()
                        .filter(a -> a.verdict().filter(NumberBindings::isWanting).isPresent())
                        .toList();
        bindNumber(scope, name, "total", tally.total());
        bindNumber(scope, name, "judged", tally.total() - tally.unjudged());
        bindNumber(scope, name, "good", tally.onCourse());
        bindNumber(scope, name, "share", tally.shareOnCourse().map(Wording::percent));
        bindNumber(scope, name, "short", lagging.size());
        bindNumber(scope, name, "short.names", indicatorNames(lagging));
        bindNumber(scope, name, "unjudged", tally.unjudged());
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
                        explanation.list(of.stream().map(a -> a.indicator().name()).toList()));
    }

    /**
     * {@code 提前完成7项、慢于进度4项}: by the words in the table, so that each of them can be counted there.
     */
    private Optional<String> verdictCounts(List<Assessment> in) {
        List<String> said =
                assessmentsByVerdictWord(in).entrySet().stream()
                        .map(e -> words.say("narrative.class", e.getKey(), e.getValue().size()))
                        .toList();
        return said.isEmpty() ? Optional.empty() : Optional.of(explanation.list(said));
    }

    private Optional<String> verdictNames(List<Assessment> in) {
        List<String> said =
                assessmentsByVerdictWord(in).entrySet().stream()
                        .map(
                                e ->
                                        words.say(
                                                "narrative.class.names",
                                                e.getKey(),
                                                indicatorNames(e.getValue()).orElseThrow()))
                        .toList();
        return said.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(words.say("wording.sentences"), said));
    }

    /** The assessments by the word for their verdict, the best first, those not judged last. */
    private Map<String, List<Assessment>> assessmentsByVerdictWord(List<Assessment> in) {
        return in.stream()
                .sorted((a, b) -> Integer.compare(verdictRank(a), verdictRank(b)))
                .collect(
                        Collectors.groupingBy(
                                wording::verdict, LinkedHashMap::new, Collectors.toList()));
    }

    private static int verdictRank(Assessment a) {
        return a.verdict()
                .map(v -> v.ordinal() * 2 + (a.judgement().passOrFail() ? 1 : 0))
                .orElse(Integer.MAX_VALUE);
    }

    private void bindTasks() {
        TaskTree tree = standing.plan().tasks();
        List<Integer> all = IntStream.range(0, tree.lines().size()).boxed().toList();
        List<Integer> fields = all.stream().filter(i -> tree.lines().get(i).level() == 0).toList();
        bindTaskScope("tasks", words.say("bound.scope.tasks"), all, tree);
        bindNumber("tasks", words.say("bound.scope.tasks"), "fields", fields.size());
        for (int i = 0; i < fields.size(); i++) {
            int from = fields.get(i);
            bindTaskScope(
                    taskScope(tree.lines().get(from)),
                    words.say("bound.scope.task", i + 1),
                    IntStream.range(from, tree.endOf(from)).boxed().toList(),
                    tree);
        }
    }

    private void bindTaskScope(String scope, String name, List<Integer> lines, TaskTree tree) {
        List<Integer> leaves = lines.stream().filter(tree::leaf).toList();
        List<Task> overdue = tree.overdue(standing.at());
        long suspended = countInState(TaskState.SUSPENDED, leaves, tree);
        long done = countInState(TaskState.DONE, leaves, tree);
        bindNumber(scope, name, "leaves", leaves.size() - suspended);
        bindNumber(scope, name, "done", done);
        bindNumber(scope, name, "done.share", formatShare(done, leaves.size() - suspended));
        bindNumber(scope, name, "underway", countInState(TaskState.UNDERWAY, leaves, tree));
        bindNumber(scope, name, "notStarted", countInState(TaskState.NOT_STARTED, leaves, tree));
        bindNumber(scope, name, "suspended", suspended);
        bindNumber(
                scope,
                name,
                "overdue",
                lines.stream().map(tree.lines()::get).filter(overdue::contains).count());
    }

    private static long countInState(TaskState state, List<Integer> leaves, TaskTree tree) {
        return leaves.stream().filter(i -> tree.lines().get(i).state() == state).count();
    }

    public static Optional<String> formatShare(long part, long whole) {
        return whole == 0
                ? Optional.empty()
                : Optional.of(
                        Wording.percent(
                                BigDecimal.valueOf(part)
                                        .divide(
                                                BigDecimal.valueOf(whole),
                                                MathContext.DECIMAL128)));
    }

    private void bindIndicator(Assessment a) {
        Indicator i = a.indicator();
        String scope = indicatorScope(i);
        String name = words.say("bound.scope.indicator", a.number());
        bindNumber(scope, name, "period", a.spoken().map(_ -> wording.spoken(a)));
        bindNumber(
                scope,
                name,
                "value",
                a.value()
                        .map(v -> valueText(a, v))
                        .or(() -> a.withheld() ? withheldValue(i) : Optional.empty()));
        bindNumber(
                scope,
                name,
                "baseline",
                a.course()
                        .baseline()
                        .map(m -> withUnit(Wording.number(m.amount()), i))
                        .or(() -> withheldMilestone(i, Milestone.Role.BASELINE)));
        bindNumber(
                scope,
                name,
                "target",
                a.course()
                        .target()
                        .map(m -> targetText(m, i))
                        .or(() -> withheldMilestone(i, Milestone.Role.FINAL))
                        .or(() -> zeroTargetText(i)));
        bindNumber(scope, name, "attainment", percentText(a.attainment()));
        bindNumber(scope, name, "progress", percentText(a.progress()));
        bindNumber(scope, name, "time", percentText(a.timeProgress()));
        bindNumber(scope, name, "lead", leadText(a));
        bindNumber(scope, name, "verdict", wording.verdict(a));
        bindNumber(
                scope,
                name,
                "gap",
                remainingDifference(a, a.gap().number().map(BigDecimal::abs), a.gap()));
        bindNumber(
                scope,
                name,
                "needed",
                remainingDifference(
                        a, a.neededPerYear().number().map(BigDecimal::abs), a.neededPerYear()));
        bindNumber(
                scope,
                name,
                "achieved",
                a.achievedPerYear()
                        .number()
                        .map(n -> differenceText(Wording.difference(n, Wording.decimals(i)), i))
                        .or(() -> withheldDifference(a.achievedPerYear(), i)));
        bindNumber(scope, name, "held", yearsHeldText(a));
        bindNumber(scope, name, "missed", explanation.missed(a));
        bindNumber(
                scope,
                name,
                "forecast",
                a.forecast()
                        .map(
                                f ->
                                        words.say(
                                                "narrative.forecast",
                                                wording.period(f.period()),
                                                observationText(f, i))));
        bindNumber(scope, name, "revised", revisionSentences(a));
        bindNumber(
                scope,
                name,
                "hand",
                a.byHand()
                        .map(
                                h ->
                                        words.say(
                                                "narrative.hand",
                                                decisions.label(h.verdict(), a),
                                                decisions.basis(h))));
        bindNumber(
                scope,
                name,
                "reason",
                a.judgement() instanceof Judgement.Unjudged(var reason)
                        ? Optional.of(explanation.say(reason, i))
                        : Optional.empty());
    }

    /** No event at all needs no target to be written down. */
    private Optional<String> zeroTargetText(Indicator i) {
        return i.kind() == Kind.ZERO
                ? Optional.of(words.say("narrative.target.ZERO"))
                : Optional.empty();
    }

    private Optional<String> withheldValue(Indicator i) {
        return Optional.of(withUnit(Redaction.SHOWN, i));
    }

    private Optional<String> withheldDifference(Figure figure, Indicator i) {
        return figure.withheld()
                ? Optional.of(differenceText(Redaction.SHOWN, i))
                : Optional.empty();
    }

    /**
     * How far, or how fast, it is to go; nothing once it has arrived, and for what is on no course.
     */
    private Optional<String> remainingDifference(
            Assessment a, Optional<BigDecimal> amount, Figure figure) {
        if (!a.toGo()) return Optional.empty();
        return amount.map(
                        n ->
                                differenceText(
                                        Wording.difference(n, Wording.decimals(a.indicator())),
                                        a.indicator()))
                .or(() -> withheldDifference(figure, a.indicator()));
    }

    private String differenceText(String amount, Indicator i) {
        return Wording.points(i) ? words.say("narrative.points", amount) : withUnit(amount, i);
    }

    /** One of a target that stays in the house is told without its numbers. */
    private String revisionSentence(Assessment a, TargetRevision revision) {
        if (!a.revisions().contains(revision))
            return words.say(
                    "revision.told",
                    decisions.name(revision.before()),
                    Redaction.SHOWN,
                    Redaction.SHOWN);
        return words.say(
                "narrative.revised",
                decisions.changed(a.indicator(), revision),
                decisions.basis(revision));
    }

    private Optional<String> revisionSentences(Assessment a) {
        List<String> said =
                standing
                        .whole()
                        .flatMap(all -> all.indicator(a.indicator().id()))
                        .map(
                                i ->
                                        i.revisions().stream()
                                                .filter(r -> !r.decided().isAfter(a.at()))
                                                .toList())
                        .orElse(a.revisions())
                        .stream()
                        .map(r -> revisionSentence(a, r))
                        .toList();
        return said.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(words.say("wording.sentences"), said));
    }

    private Optional<String> withheldMilestone(Indicator i, Milestone.Role role) {
        return standing.withholds(i, role) ? withheldValue(i) : Optional.empty();
    }

    private String valueText(Assessment a, BigDecimal value) {
        boolean asReported = a.derived().isEmpty() && a.latest().isPresent();
        return asReported
                ? observationText(a.latest().orElseThrow(), a.indicator())
                : wording.amount(Wording.computed(a, value), a.indicator());
    }

    /**
     * The number with its unit; the marks of a forecast are the sentence's business, those of doubt
     * are not.
     */
    private String observationText(Observation o, Indicator i) {
        if (o.reading() instanceof Reading.Missing missing)
            return withUnit(wording.missing(missing), i);
        String number =
                withUnit(
                        Wording.number(
                                o.reading().value().orElseThrow(),
                                Wording.decimals(o.reading(), i.decimals())),
                        i);
        return o.reading() instanceof Reading.Value(_, boolean about, _) && about
                ? words.say("wording.about", number)
                : number;
    }

    private String withUnit(String amount, Indicator i) {
        if (i.unit().isEmpty()) return amount;
        return i.unit().equals("%")
                ? amount + "%"
                : words.say("narrative.amount", amount, wording.unit(amount, i.unit()));
    }

    /**
     * A target as it is said in a sentence; a plain one of a rising indicator by its number alone.
     */
    private String targetText(Milestone m, Indicator i) {
        if (i.kind() == Kind.ZERO) return words.say("narrative.target.ZERO");
        String rate = Wording.rate(m, i);
        String amount =
                rate.isEmpty()
                        ? withUnit(Wording.number(m.amount()), i)
                        : Wording.number(m.amount()) + rate;
        boolean plain =
                m.relation() == Relation.AT_LEAST
                        && i.direction() == Direction.HIGHER
                        && i.kind() != Kind.HOLD;
        return switch (m.relation()) {
            case AT_LEAST -> plain ? amount : words.say("narrative.target.AT_LEAST", amount);
            case AT_MOST -> words.say("narrative.target.AT_MOST", amount);
            case ABOVE -> words.say("narrative.target.ABOVE", amount);
            case BELOW -> words.say("narrative.target.BELOW", amount);
            case EQUAL -> amount;
            case BETWEEN ->
                    words.say(
                            "narrative.target.BETWEEN",
                            amount,
                            rate.isEmpty()
                                    ? withUnit(Wording.number(m.bound().orElseThrow()), i)
                                    : Wording.number(m.bound().orElseThrow()) + rate);
            case ABOUT -> words.say("narrative.target.ABOUT", amount);
        };
    }

    private static Optional<String> percentText(Figure figure) {
        return figure.number()
                .map(Wording::percent)
                .or(() -> figure.withheld() ? Optional.of(Redaction.SHOWN) : Optional.empty());
    }

    /** Progress against the yardstick that its verdict used, and no other. */
    private Optional<String> leadText(Assessment a) {
        if (a.progress().withheld() && a.timeProgress().number().isPresent())
            return Optional.of(words.say("narrative.lead.withheld", Redaction.SHOWN));
        if (a.progress().number().isEmpty() || a.timeProgress().number().isEmpty())
            return Optional.empty();
        return Optional.of(
                a.judgement() instanceof Judgement.Judged judged
                        ? leadByGround(a, judged.ground())
                        : leadOverTime(a));
    }

    private String leadByGround(Assessment a, Judgement.Ground ground) {
        return switch (ground) {
            case Judgement.TargetMet _ -> words.say("narrative.lead.met");
            case Judgement.AgainstDue(_, BigDecimal due, _) ->
                    words.say(
                            "narrative.lead.dueValue",
                            withUnit(Wording.compact(due), a.indicator()));
            case Judgement.InBand(VerdictRule.Basis basis, BigDecimal measure, _, _)
                    when basis == VerdictRule.Basis.ATTAINMENT ->
                    words.say("narrative.lead.attainment", Wording.percent(measure));
            case Judgement.InBand(VerdictRule.Basis basis, BigDecimal measure, _, _)
                    when basis == VerdictRule.Basis.GROWTH_RATIO ->
                    words.say("narrative.lead.growth", Wording.number(measure, 2));
            case Judgement.InBand(VerdictRule.Basis basis, _, _, _)
                    when basis == VerdictRule.Basis.PACE ->
                    a.progressDue()
                            .number()
                            .map(due -> leadOverDue(a, due))
                            .orElse(leadOverTime(a));
            default -> leadOverTime(a);
        };
    }

    private String leadOverTime(Assessment a) {
        BigDecimal points = pointsAhead(a, a.timeProgress().number().orElseThrow());
        if (points.signum() == 0) return words.say("narrative.lead.even");
        return words.say(
                points.signum() > 0 ? "narrative.lead.ahead" : "narrative.lead.behind",
                points.abs().toPlainString());
    }

    /** What is due is the time itself, unless there are targets on the way. */
    private String leadOverDue(Assessment a, BigDecimal due) {
        if (Wording.percent(due).equals(Wording.percent(a.timeProgress().number().orElseThrow())))
            return leadOverTime(a);
        BigDecimal points = pointsAhead(a, due);
        if (points.signum() == 0) return words.say("narrative.lead.due.even", Wording.percent(due));
        return words.say(
                points.signum() > 0 ? "narrative.lead.due.ahead" : "narrative.lead.due.behind",
                Wording.percent(due),
                points.abs().toPlainString());
    }

    /** By the percentages as they are printed. */
    private static BigDecimal pointsAhead(Assessment a, BigDecimal yardstick) {
        return new BigDecimal(Wording.percentNumber(a.progress().number().orElseThrow()))
                .subtract(new BigDecimal(Wording.percentNumber(yardstick)));
    }

    private Optional<String> yearsHeldText(Assessment a) {
        boolean withheld =
                a.indicator().kind() == Kind.HOLD
                        && a.judgement() instanceof Judgement.Judged(_, Judgement.Withheld _, _);
        if (withheld) return Optional.of(words.say("narrative.held.withheld", Redaction.SHOWN));
        if (!(a.judgement() instanceof Judgement.Judged(_, Judgement.YearsHeld(var years), _)))
            return Optional.empty();
        String worst = observationText(years.worst().figure(), a.indicator());
        return Optional.of(
                words.say(
                        years.all() ? "narrative.held.all" : "narrative.held.some",
                        years.years().size(),
                        years.met(),
                        wording.period(years.worst().figure().period()),
                        worst));
    }

    /** All there are, for a list to choose from. */
    List<NumberBinding> allBindings() {
        return new ArrayList<>(bindingByCode.values());
    }
}
