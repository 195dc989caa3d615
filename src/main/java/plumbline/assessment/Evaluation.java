package plumbline.assessment;

import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.Milestone;
import plumbline.plan.MissingReason;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Property;
import plumbline.plan.Reading;
import plumbline.plan.Redaction;
import plumbline.plan.Status;
import plumbline.plan.Verdict;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Where a whole plan stands at an evaluation date: one assessment for each indicator, in reading
 * order.
 *
 * @param whole of a standing with values left out, see {@link Redacted}: the plan they are left out
 *     of, for judging it on other days
 */
public record Evaluation(
        Plan plan, LocalDate at, List<Assessment> assessments, Optional<Plan> whole) {

    /** A period that is over and for which an indicator has no figure. */
    public record Gap(Indicator indicator, Period period) {}

    public Evaluation {
        assessments = List.copyOf(assessments);
    }

    public Evaluation(Plan plan, LocalDate at, List<Assessment> assessments) {
        this(plan, at, assessments, Optional.empty());
    }

    /** Judges every indicator of the plan by the plan's own rule. */
    public static Evaluation of(Plan plan, LocalDate at) {
        return judged(plan, at, Map.of());
    }

    /** The same plan at another date; what is left out of this one is left out there too. */
    public Evaluation on(LocalDate day) {
        if (day.equals(at)) return this;
        return whole.map(all -> Redacted.of(of(all, day))).orElseGet(() -> of(plan, day));
    }

    /** True of a baseline or target that there is, but that is left out. */
    public boolean withholds(Redaction.Target target) {
        return whole
                .filter(all -> all.redacts(target))
                .flatMap(all -> all.line(target.line()))
                .stream()
                .flatMap(i -> i.courseAt(at).milestones().stream())
                .anyMatch(m -> Redaction.Target.of(target.line(), m.role(), m.on()).equals(target));
    }

    /** As {@link #withholds(Redaction.Target)} of one that stands once. */
    public boolean withholds(Indicator line, Milestone.Role role) {
        return withholds(new Redaction.Target(line.id(), role, Optional.empty()));
    }

    /** With some of the assessments alone. */
    public Evaluation only(List<Assessment> chosen) {
        return new Evaluation(plan, at, chosen, whole);
    }

    /**
     * The same for a plan that came of this one by an edit; what the edit cannot have moved is not
     * judged again.
     */
    public Evaluation after(Plan edited) {
        Map<Indicator, Assessment> known = new IdentityHashMap<>();
        if (sameFrame(edited)) assessments.forEach(a -> known.put(a.indicator(), a));
        return judged(edited, at, known);
    }

    private boolean sameFrame(Plan other) {
        return plan.rule().equals(other.rule())
                && plan.bindingRule().equals(other.bindingRule())
                && plan.periods().equals(other.periods())
                && plan.firstYear() == other.firstYear()
                && plan.lastYear() == other.lastYear();
    }

    private static Evaluation judged(Plan plan, LocalDate at, Map<Indicator, Assessment> known) {
        Reported.Window window = Reported.Window.of(plan, at);
        List<Indicator> order = inOrder(plan);
        List<Assessment> assessments =
                IntStream.range(0, order.size())
                        .parallel()
                        .mapToObj(i -> judged(window, order.get(i), i + 1, known))
                        .toList();
        return new Evaluation(plan, at, assessments);
    }

    private static Assessment judged(
            Reported.Window window,
            Indicator indicator,
            int number,
            Map<Indicator, Assessment> known) {
        Assessment before = known.get(indicator);
        if (before != null && before.number() == number) return before;
        return new IndicatorJudge(window.plan(), indicator, Reported.of(window, indicator))
                .assess(number);
    }

    /** As {@link Plan#inOrder()}, in one pass. */
    private static List<Indicator> inOrder(Plan plan) {
        Map<UUID, Integer> places = new HashMap<>();
        for (IndicatorGroup group : plan.groups()) places.put(group.id(), places.size());
        return plan.indicators().stream()
                .sorted(Comparator.comparing(i -> places.get(i.group())))
                .toList();
    }

    /**
     * The evaluation date a plan suggests by itself: the end of the latest year with an actual
     * figure; else the end of the latest period with one; else the last month that is over, within
     * the plan. Never a day to come.
     */
    public static LocalDate suggestedDate(Plan plan, LocalDate today) {
        List<Observation> known =
                plan.indicators().stream()
                        .flatMap(i -> Series.of(i).observations().stream())
                        .filter(
                                o ->
                                        o.status() == Status.ACTUAL
                                                && o.reading() instanceof Reading.Value
                                                && !o.asOf().isAfter(today))
                        .toList();
        return known.stream()
                .filter(o -> o.period().isYear())
                .map(Observation::asOf)
                .max(Comparator.naturalOrder())
                .or(() -> known.stream().map(Observation::asOf).max(Comparator.naturalOrder()))
                .orElseGet(() -> lastMonthEnd(plan, today));
    }

    private static LocalDate lastMonthEnd(Plan plan, LocalDate today) {
        LocalDate over = today.plusDays(1).withDayOfMonth(1).minusDays(1);
        if (over.isAfter(plan.ends())) return plan.ends();
        return over.isBefore(plan.begins()) ? plan.begins() : over;
    }

    public Optional<Assessment> of(UUID indicator) {
        return assessments.stream().filter(a -> a.indicator().id().equals(indicator)).findFirst();
    }

    /**
     * How an indicator of the plan would stand if it were like this; or a part, seen as an
     * indicator.
     */
    public Assessment tried(Indicator other) {
        return new IndicatorJudge(plan, other, Reported.of(Reported.Window.of(plan, at), other))
                .assess(of(other.id()).map(Assessment::number).orElse(0));
    }

    /** Where each part of an indicator stands on its own course. */
    public List<Assessment> parts(Indicator indicator) {
        return indicator.parts().stream().map(indicator::of).map(this::tried).toList();
    }

    public List<Assessment> in(IndicatorGroup group) {
        return only(i -> i.group().equals(group.id()));
    }

    public Tally tally() {
        return Tally.of(assessments);
    }

    public Tally tally(Property property) {
        return Tally.of(only(i -> i.property() == property));
    }

    public Tally tally(IndicatorGroup group) {
        return Tally.of(in(group));
    }

    /**
     * Behind, nearly on course or not judged: the worst first, then in reading order; last what
     * only a verdict by hand finds wanting.
     */
    public List<Assessment> attention() {
        return assessments.stream()
                .filter(
                        a ->
                                a.verdict().map(Evaluation::wanting).orElse(true)
                                        || a.byHand().filter(h -> wanting(h.verdict())).isPresent())
                .sorted(
                        Comparator.comparingInt(Evaluation::urgency)
                                .thenComparing(a -> a.pace().number().orElse(BigDecimal.ZERO)))
                .toList();
    }

    private static int urgency(Assessment a) {
        return a.verdict().map(v -> v == Verdict.BEHIND ? 0 : wanting(v) ? 1 : 3).orElse(2);
    }

    private static boolean wanting(Verdict verdict) {
        return verdict.compareTo(Verdict.NEARLY) >= 0;
    }

    /**
     * Periods of the plan that are over and have neither a figure nor a stated reason; a forecast
     * is not a figure.
     */
    public List<Gap> gaps() {
        List<Period> over = due();
        return assessments.stream()
                .map(Assessment::indicator)
                .flatMap(i -> gaps(i, over).stream())
                .toList();
    }

    private static List<Gap> gaps(Indicator indicator, List<Period> over) {
        Series series = Series.of(indicator);
        return over.stream()
                .filter(p -> unreported(series, p))
                .map(p -> new Gap(indicator, p))
                .toList();
    }

    private static boolean unreported(Series series, Period period) {
        return series.shown(period)
                .map(
                        o ->
                                o.forecast()
                                        || o.reading()
                                                        instanceof
                                                        Reading.Missing(MissingReason reason, _)
                                                && reason == MissingReason.NOT_REPORTED)
                .orElse(true);
    }

    /** The plan's periods and years that are over at the evaluation date. */
    public List<Period> due() {
        TreeSet<Period> due = new TreeSet<>(plan.periods());
        for (int year = plan.firstYear(); year <= plan.lastYear(); year++)
            due.add(Period.year(year));
        return due.stream().filter(p -> !p.end().isAfter(at)).toList();
    }

    /**
     * Forecasts whose period is over and for which no figure came, nor the reason why there is
     * none.
     */
    public List<Gap> overdueForecasts() {
        return assessments.stream()
                .map(a -> Series.of(a.indicator()))
                .flatMap(
                        s ->
                                s.observations().stream()
                                        .filter(
                                                o ->
                                                        o.forecast()
                                                                && o.reading()
                                                                        instanceof Reading.Value
                                                                && !o.period().end().isAfter(at)
                                                                && unreported(s, o.period()))
                                        .map(o -> new Gap(s.indicator(), o.period())))
                .toList();
    }

    private List<Assessment> only(Predicate<Indicator> wanted) {
        return assessments.stream().filter(a -> wanted.test(a.indicator())).toList();
    }
}
