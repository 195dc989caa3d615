package plumbline.assessment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import plumbline.assessment.Check.Found;
import plumbline.assessment.Check.Mending;
import plumbline.assessment.Check.Repair;
import plumbline.plan.Indicator;
import plumbline.plan.Kind;
import plumbline.plan.Milestone;
import plumbline.plan.Observation;
import plumbline.plan.Plan;
import plumbline.plan.Reading;

/**
 * Numbers of one indicator that stand a hundred times apart from all its others: most often a 万 that was lost. The numbers are
 * parted into neighbourhoods without such a gap; those outside the largest are reported.
 */
final class Magnitudes {
    private static final BigDecimal GAP = BigDecimal.valueOf(100);
    private static final MathContext TWO_DIGITS = new MathContext(2);
    private static final int WAN = 4;
    private static final int MOST_DECIMALS = 12;

    /** A number of the indicator: a figure or a milestone. */
    private record Slot(Optional<Observation> figure, Optional<Milestone> milestone, BigDecimal amount) {
        BigDecimal size() {
            return amount.abs();
        }
    }

    private Magnitudes() { }

    static List<Found> of(Indicator indicator) {
        if (indicator.kind() == Kind.ZERO || indicator.kind() == Kind.MILESTONE) return List.of();
        List<List<Slot>> parted = parted(slots(indicator));
        if (parted.size() < 2) return List.of();
        List<Slot> home = parted.stream().max(Comparator.<List<Slot>>comparingInt(List::size).thenComparingLong(Magnitudes::milestones)).orElseThrow();
        long all = parted.stream().mapToLong(List::size).sum();
        List<Found> found = new ArrayList<>();
        parted.stream().filter(n -> n != home).flatMap(List::stream).sorted(Comparator.comparing(s -> s.figure.isPresent()))
                .forEach(s -> found(indicator, s, home, all).ifPresent(found::add));
        return found;
    }

    private static long milestones(List<Slot> slots) {
        return slots.stream().filter(s -> s.milestone.isPresent()).count();
    }

    /** A forecast that its figure has replaced is seen nowhere, so it is left alone. */
    private static List<Slot> slots(Indicator indicator) {
        Stream<Slot> milestones = indicator.course().milestones().stream().map(m -> new Slot(Optional.empty(), Optional.of(m), m.amount()));
        Stream<Slot> figures = indicator.observations().stream().filter(o -> o.reading() instanceof Reading.Value && indicator.shown(o.period()).equals(Optional.of(o)))
                .map(o -> new Slot(Optional.of(o), Optional.empty(), o.reading().value().orElseThrow()));
        return Stream.concat(milestones, figures).filter(s -> s.amount.signum() != 0).sorted(Comparator.comparing(Slot::size)).toList();
    }

    private static List<List<Slot>> parted(List<Slot> bySize) {
        List<List<Slot>> parted = new ArrayList<>();
        BigDecimal before = BigDecimal.ZERO;
        for (Slot slot : bySize) {
            boolean far = parted.isEmpty() || slot.size().compareTo(before.multiply(GAP)) >= 0;
            if (far) parted.add(new ArrayList<>());
            parted.getLast().add(slot);
            before = slot.size();
        }
        return parted;
    }

    /** Two numbers alone may well be a hundred times apart, but hardly ten thousand times. */
    private static Optional<Found> found(Indicator indicator, Slot slot, List<Slot> home, long all) {
        Slot nearest = slot.size().compareTo(home.getFirst().size()) < 0 ? home.getFirst() : home.getLast();
        int power = power(slot, nearest);
        if (all < 3 && power == 0) return Optional.empty();
        BigDecimal times = times(slot, nearest);
        Found found = slot.figure.map(o -> Check.JUMP.at(indicator.id(), o.period(), slot.amount, nearest.amount, times))
                .orElseGet(() -> Check.JUMP.in(indicator.id(), slot.milestone.orElseThrow().role(), slot.amount, nearest.amount, times));
        boolean mendable = power != 0 && scaled(slot.amount, power).scale() <= MOST_DECIMALS;
        return Optional.of(mendable ? found.mendedBy(repair(indicator, slot, power)) : found);
    }

    /** How many times the one is the other, to two digits. */
    private static BigDecimal times(Slot one, Slot other) {
        BigDecimal times = one.size().max(other.size()).divide(one.size().min(other.size()), TWO_DIGITS);
        return times.setScale(Math.max(0, times.scale()));
    }

    /** 4 where 万 seems to be missing, −4 where there is one too many, otherwise 0. */
    private static int power(Slot slot, Slot nearest) {
        BigDecimal times = nearest.size().divide(slot.size(), MathContext.DECIMAL32);
        double decades = Math.log10(times.doubleValue());
        if (Math.abs(Math.abs(decades) - WAN) > 1) return 0;
        return decades > 0 ? WAN : -WAN;
    }

    private static Repair repair(Indicator indicator, Slot slot, int power) {
        BigDecimal mended = scaled(slot.amount, power);
        UnaryOperator<Plan> edit = slot.figure.<UnaryOperator<Plan>>map(o -> plan -> plan.record(indicator.id(), rescaled(o, power)))
                .orElseGet(() -> plan -> rescaled(plan, indicator, slot.milestone.orElseThrow(), power));
        return new Repair(power > 0 ? Mending.TIMES : Mending.DIVIDE, List.of(mended), edit);
    }

    /** Without the zeros that a division leaves behind the point. */
    private static BigDecimal scaled(BigDecimal amount, int power) {
        BigDecimal scaled = amount.scaleByPowerOfTen(power);
        BigDecimal bare = scaled.stripTrailingZeros();
        return scaled.scale() <= 0 ? scaled : bare.setScale(Math.max(0, bare.scale()));
    }

    private static Observation rescaled(Observation o, int power) {
        if (!(o.reading() instanceof Reading.Value(BigDecimal amount, boolean about, String raw))) return o;
        Reading next = new Reading.Value(scaled(amount, power), about, raw);
        return new Observation(o.period(), o.months(), next, o.status(), o.source(), o.note());
    }

    private static Plan rescaled(Plan plan, Indicator indicator, Milestone m, int power) {
        Milestone next = new Milestone(m.role(), m.on(), scaled(m.amount(), power), m.relation(), m.bound().map(b -> scaled(b, power)), m.striving());
        return plan.changeLine(indicator.id(), i -> i.change(d -> d.course = i.course().with(next)));
    }
}
