package plumbline.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Property;
import plumbline.plan.Reading;
import plumbline.plan.Verdict;

/** Where a whole plan stands at an evaluation date: one assessment for each indicator, in reading order. */
public record Standing(Plan plan, LocalDate at, List<Assessment> assessments) {

    /** A period that is over and for which an indicator has no figure. */
    public record Gap(Indicator indicator, Period period) { }

    public Standing { assessments = List.copyOf(assessments); }

    /** Judges every indicator of the plan by the plan's own rule. */
    public static Standing of(Plan plan, LocalDate at) {
        List<Assessment> assessments = new ArrayList<>();
        for (Indicator indicator : inOrder(plan)) {
            assessments.add(new Judge(plan, indicator, Reported.of(plan, indicator, at)).assess(assessments.size() + 1));
        }
        return new Standing(plan, at, assessments);
    }

    /** As {@link Plan#inOrder()}, in one pass. */
    private static List<Indicator> inOrder(Plan plan) {
        Map<UUID, Integer> places = new HashMap<>();
        for (IndicatorGroup group : plan.groups()) places.put(group.id(), places.size());
        return plan.indicators().stream().sorted(Comparator.comparing(i -> places.get(i.group()))).toList();
    }

    /**
     * The evaluation date a plan suggests by itself: the end of the latest year with an actual figure, or the plan's own end.
     */
    public static LocalDate suggestedDate(Plan plan) {
        return plan.indicators().stream().flatMap(i -> Series.of(i).observations().stream())
                .filter(o -> !o.forecast() && o.period().isYear() && o.reading() instanceof Reading.Value).map(Observation::asOf)
                .max(Comparator.naturalOrder()).orElse(plan.ends());
    }

    public Optional<Assessment> of(UUID indicator) {
        return assessments.stream().filter(a -> a.indicator().id().equals(indicator)).findFirst();
    }

    /** How an indicator of the plan would stand if it were like this; or a part, seen as an indicator. */
    public Assessment tried(Indicator other) {
        return new Judge(plan, other, Reported.of(plan, other, at)).assess(of(other.id()).map(Assessment::number).orElse(0));
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

    /** Behind, nearly on course or not judged: the worst first, then in reading order. */
    public List<Assessment> attention() {
        return assessments.stream().filter(a -> a.verdict().map(v -> v.compareTo(Verdict.NEARLY) >= 0).orElse(true))
                .sorted(Comparator.comparingInt(Standing::urgency).thenComparing(a -> a.pace().number().orElse(BigDecimal.ZERO))).toList();
    }

    private static int urgency(Assessment a) {
        return a.verdict().map(v -> v == Verdict.BEHIND ? 0 : 1).orElse(2);
    }

    /** Periods of the plan that are over and have neither a figure nor a stated reason; a forecast is not a figure. */
    public List<Gap> gaps() {
        List<Period> over = plan.periods().stream().filter(p -> !p.end().isAfter(at)).toList();
        return assessments.stream().map(Assessment::indicator)
                .flatMap(i -> gaps(i, over).stream()).toList();
    }

    private static List<Gap> gaps(Indicator indicator, List<Period> over) {
        Series series = Series.of(indicator);
        return over.stream().filter(p -> unreported(series, p)).map(p -> new Gap(indicator, p)).toList();
    }

    private static boolean unreported(Series series, Period period) {
        return series.shown(period).map(Observation::forecast).orElse(true);
    }

    private List<Assessment> only(Predicate<Indicator> wanted) {
        return assessments.stream().filter(a -> wanted.test(a.indicator())).toList();
    }
}
