package plumbline.checks;

import plumbline.checks.Check.Found;
import plumbline.checks.Check.Mending;
import plumbline.checks.Check.Repair;
import plumbline.plan.Indicator;
import plumbline.plan.Kind;
import plumbline.plan.Milestone;
import plumbline.plan.Observation;
import plumbline.plan.Plan;
import plumbline.plan.Reading;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Numbers of one indicator that stand apart from all its others, and that a lost or added step
 * would bring among them. Growth alone, be it a hundredfold, is no fault: there must be evidence.
 *
 * <p>The numbers are parted into neighbourhoods without a wide gap; of those outside the largest
 * are reported which
 *
 * <ul>
 *   <li>times 万 or 亿 (10⁴, 10⁸), or divided by it, would fit among the largest, at most three times
 *       off; two numbers alone will do, for nothing grows ten thousand times, or
 *   <li>with the point moved by one to three digits would be one of the largest but for two per
 *       cent, with three digits at least to tell by.
 * </ul>
 *
 * <p>A figure of about ten times (8 to 12.5) the figure before it, the one after it and the final
 * target, or of a tenth of all these, is likely to have a zero too many or too few.
 *
 * <p>Last, a figure far from all others, the targets among them, that lie close together: eight
 * times the greatest, or a fiftieth of the least, and farther away than the others' own span
 * (greatest ÷ least) squared. If one step of ten alone brings it between them, the point was moved;
 * else only the distance is told.
 */
final class OutlierCheck {
    private static final BigDecimal WIDE = BigDecimal.valueOf(100);
    private static final BigDecimal NARROW = BigDecimal.valueOf(8);
    private static final List<Integer> STEPS = List.of(4, -4, 8, -8);
    private static final List<Integer> POINTS = List.of(1, -1, 2, -2, 3, -3);
    private static final BigDecimal ROOM = BigDecimal.valueOf(3);
    private static final BigDecimal ALIKE = new BigDecimal("0.02");
    private static final BigDecimal TENFOLD_FROM = BigDecimal.valueOf(8);
    private static final BigDecimal TENFOLD_TO = new BigDecimal("12.5");
    private static final int FEWEST_DIGITS = 3;

    /** A small number may well be ten times another. */
    private static final int FEWEST_DIGITS_OF_ZERO = 2;

    private static final int FEWEST_NUMBERS = 3;
    private static final BigDecimal FAR_BELOW = BigDecimal.valueOf(50);
    private static final int MOST_DECIMALS = 12;

    /** A number of the indicator: a figure or a milestone. */
    private record Slot(
            Optional<Observation> figure, Optional<Milestone> milestone, BigDecimal amount) {
        BigDecimal size() {
            return amount.abs();
        }

        boolean is(Milestone.Role role) {
            return milestone.filter(m -> m.role() == role).isPresent();
        }

        /** True of a figure or a baseline that came before a figure. */
        boolean before(Slot later) {
            return is(Milestone.Role.BASELINE)
                    || figure.filter(f -> f.asOf().isBefore(later.figure.orElseThrow().asOf()))
                            .isPresent();
        }

        /** Of a figure. */
        int months() {
            return figure.orElseThrow().months();
        }
    }

    private OutlierCheck() {}

    static List<Found> of(Indicator indicator) {
        if (indicator.kind() == Kind.ZERO || indicator.kind() == Kind.MILESTONE) return List.of();
        List<Slot> slots = slots(indicator);
        Map<Slot, Found> found = new LinkedHashMap<>();
        strays(
                slots,
                WIDE,
                (slot, home) ->
                        step(slot, home)
                                .ifPresent(
                                        power ->
                                                found.put(
                                                        slot,
                                                        found(indicator, slot, home, power))));
        if (slots.size() >= FEWEST_NUMBERS)
            strays(
                    slots,
                    NARROW,
                    (slot, home) ->
                            point(slot, home)
                                    .ifPresent(
                                            power ->
                                                    found.putIfAbsent(
                                                            slot,
                                                            found(indicator, slot, home, power))));
        if (indicator.kind() != Kind.GROWTH) {
            zeros(indicator, slots, found);
            far(indicator, slots, found);
        }
        return List.copyOf(found.values());
    }

    private static void zeros(Indicator indicator, List<Slot> slots, Map<Slot, Found> found) {
        Optional<Slot> target = slots.stream().filter(s -> s.is(Milestone.Role.FINAL)).findFirst();
        List<Slot> inTime =
                slots.stream()
                        .filter(s -> s.figure.isPresent())
                        .sorted(Comparator.comparing(s -> s.figure.orElseThrow()))
                        .toList();
        for (Slot slot : target.isPresent() ? inTime : List.<Slot>of()) {
            List<Slot> beside =
                    beside(slot, inTime, slots).stream()
                            .sorted(Comparator.comparing(Slot::size))
                            .toList();
            if (!beside.isEmpty())
                tenfold(slot, Stream.concat(beside.stream(), target.stream()).toList())
                        .ifPresent(
                                power ->
                                        found.putIfAbsent(
                                                slot, found(indicator, slot, beside, power)));
        }
    }

    private static void far(Indicator indicator, List<Slot> slots, Map<Slot, Found> found) {
        if (slots.stream().noneMatch(s -> s.is(Milestone.Role.FINAL))) return;
        for (Slot slot : slots) {
            List<Slot> others =
                    slots.stream()
                            .filter(
                                    s ->
                                            s != slot
                                                    && (s.figure.isEmpty()
                                                            || slot.figure.isPresent()
                                                                    && s.months() == slot.months()))
                            .toList();
            if (slot.figure.isPresent()
                    && others.size() >= FEWEST_NUMBERS
                    && !found.containsKey(slot))
                far(indicator, slot, others).ifPresent(f -> found.put(slot, f));
        }
    }

    /** What stands at a beginning may be small: something comes before what is called too small. */
    private static Optional<Found> far(Indicator indicator, Slot slot, List<Slot> others) {
        BigDecimal least = others.getFirst().size();
        BigDecimal greatest = others.getLast().size();
        BigDecimal span = greatest.divide(least, MathContext.DECIMAL64).pow(2);
        boolean above = slot.size().compareTo(greatest.multiply(NARROW.max(span))) >= 0;
        boolean below =
                slot.size().multiply(FAR_BELOW.max(span)).compareTo(least) <= 0
                        && others.stream().anyMatch(o -> o.before(slot));
        if (!above && !below) return Optional.empty();
        List<Integer> between =
                POINTS.stream()
                        .filter(
                                power ->
                                        within(
                                                slot.size().scaleByPowerOfTen(power),
                                                least,
                                                greatest))
                        .toList();
        if (between.size() == 1)
            return Optional.of(found(indicator, slot, others, between.getFirst()));
        BigDecimal times =
                above
                        ? slot.size().divide(greatest, 0, RoundingMode.HALF_UP)
                        : least.divide(slot.size(), 0, RoundingMode.HALF_UP);
        return Optional.of(
                (above ? Check.FAR_ABOVE : Check.FAR_BELOW)
                        .at(
                                indicator.id(),
                                slot.figure.orElseThrow().period(),
                                slot.amount,
                                above ? others.getLast().amount : others.getFirst().amount,
                                times));
    }

    private static boolean within(BigDecimal size, BigDecimal least, BigDecimal greatest) {
        return size.compareTo(least) >= 0 && size.compareTo(greatest) <= 0;
    }

    /**
     * The figures before and after that cover as many months; the baseline before the first of a
     * whole year.
     */
    private static List<Slot> beside(Slot slot, List<Slot> inTime, List<Slot> all) {
        List<Slot> alike = inTime.stream().filter(s -> s.months() == slot.months()).toList();
        int at = alike.indexOf(slot);
        boolean first = at == 0 && slot.figure.orElseThrow().period().isYear();
        Stream<Slot> before =
                at > 0
                        ? Stream.of(alike.get(at - 1))
                        : all.stream().filter(s -> first && s.is(Milestone.Role.BASELINE));
        return Stream.concat(before, alike.stream().skip(at + 1L).limit(1)).toList();
    }

    /** −1 where there seems to be a zero too many, 1 where one is missing. */
    private static Optional<Integer> tenfold(Slot slot, List<Slot> others) {
        if (slot.size().precision() - slot.size().scale() < FEWEST_DIGITS_OF_ZERO
                && slot.size().stripTrailingZeros().precision() < FEWEST_DIGITS_OF_ZERO)
            return Optional.empty();
        if (others.stream().allMatch(o -> tenfold(slot.size(), o.size()))) return Optional.of(-1);
        return others.stream().allMatch(o -> tenfold(o.size(), slot.size()))
                ? Optional.of(1)
                : Optional.empty();
    }

    private static boolean tenfold(BigDecimal large, BigDecimal small) {
        return large.compareTo(small.multiply(TENFOLD_FROM)) >= 0
                && large.compareTo(small.multiply(TENFOLD_TO)) <= 0;
    }

    /** The numbers outside the largest neighbourhood, milestones first. */
    private static void strays(
            List<Slot> slots, BigDecimal gap, BiConsumer<Slot, List<Slot>> look) {
        List<List<Slot>> parted = parted(slots, gap);
        if (parted.size() < 2) return;
        List<Slot> home =
                parted.stream()
                        .max(
                                Comparator.<List<Slot>>comparingInt(List::size)
                                        .thenComparingLong(OutlierCheck::milestones))
                        .orElseThrow();
        parted.stream()
                .filter(n -> n != home)
                .flatMap(List::stream)
                .sorted(Comparator.comparing(s -> s.figure.isPresent()))
                .forEach(s -> look.accept(s, home));
    }

    /** 4 where 万 seems to be missing, −4 where there is one too many; 8 and −8 for 亿. */
    private static Optional<Integer> step(Slot slot, List<Slot> home) {
        return STEPS.stream()
                .filter(
                        power -> {
                            BigDecimal there = slot.size().scaleByPowerOfTen(power);
                            return there.multiply(ROOM).compareTo(home.getFirst().size()) >= 0
                                    && there.compareTo(home.getLast().size().multiply(ROOM)) <= 0;
                        })
                .findFirst();
    }

    /** By how many digits the point seems to have been moved. */
    private static Optional<Integer> point(Slot slot, List<Slot> home) {
        if (slot.size().stripTrailingZeros().precision() < FEWEST_DIGITS) return Optional.empty();
        return POINTS.stream()
                .filter(
                        power ->
                                home.stream()
                                        .anyMatch(
                                                h ->
                                                        alike(
                                                                slot.size()
                                                                        .scaleByPowerOfTen(power),
                                                                h.size())))
                .findFirst();
    }

    private static boolean alike(BigDecimal a, BigDecimal b) {
        return a.subtract(b).abs().compareTo(b.multiply(ALIKE)) <= 0;
    }

    private static long milestones(List<Slot> slots) {
        return slots.stream().filter(s -> s.milestone.isPresent()).count();
    }

    /** A forecast that its figure has replaced is seen nowhere, so it is left alone. */
    private static List<Slot> slots(Indicator indicator) {
        Stream<Slot> milestones =
                indicator.course().milestones().stream()
                        .map(m -> new Slot(Optional.empty(), Optional.of(m), m.amount()));
        Stream<Slot> figures =
                indicator.observations().stream()
                        .filter(
                                o ->
                                        o.reading() instanceof Reading.Value
                                                && indicator
                                                        .shown(o.period())
                                                        .equals(Optional.of(o)))
                        .map(
                                o ->
                                        new Slot(
                                                Optional.of(o),
                                                Optional.empty(),
                                                o.reading().value().orElseThrow()));
        return Stream.concat(milestones, figures)
                .filter(s -> s.amount.signum() != 0)
                .sorted(Comparator.comparing(Slot::size))
                .toList();
    }

    private static List<List<Slot>> parted(List<Slot> bySize, BigDecimal gap) {
        List<List<Slot>> parted = new ArrayList<>();
        BigDecimal before = BigDecimal.ZERO;
        for (Slot slot : bySize) {
            boolean far = parted.isEmpty() || slot.size().compareTo(before.multiply(gap)) >= 0;
            if (far) parted.add(new ArrayList<>());
            parted.getLast().add(slot);
            before = slot.size();
        }
        return parted;
    }

    private static Found found(Indicator indicator, Slot slot, List<Slot> home, int power) {
        Slot nearest =
                slot.size().compareTo(home.getFirst().size()) < 0
                        ? home.getFirst()
                        : home.getLast();
        String step = (power > 0 ? "×" : "÷") + factor(power).toPlainString();
        Found found =
                slot.figure
                        .map(
                                o ->
                                        Check.JUMP.at(
                                                indicator.id(),
                                                o.period(),
                                                slot.amount,
                                                nearest.amount,
                                                step))
                        .orElseGet(
                                () ->
                                        Check.JUMP.in(
                                                indicator.id(),
                                                slot.milestone.orElseThrow().role(),
                                                slot.amount,
                                                nearest.amount,
                                                step));
        return scaled(slot.amount, power).scale() <= MOST_DECIMALS
                ? found.mendedBy(repair(indicator, slot, power))
                : found;
    }

    private static BigDecimal factor(int power) {
        return BigDecimal.ONE.scaleByPowerOfTen(Math.abs(power));
    }

    private static Repair repair(Indicator indicator, Slot slot, int power) {
        BigDecimal mended = scaled(slot.amount, power);
        UnaryOperator<Plan> edit =
                slot.figure
                        .<UnaryOperator<Plan>>map(
                                o -> plan -> plan.record(indicator.id(), rescaled(o, power)))
                        .orElseGet(
                                () ->
                                        plan ->
                                                rescaled(
                                                        plan,
                                                        indicator,
                                                        slot.milestone.orElseThrow(),
                                                        power));
        return new Repair(
                power > 0 ? Mending.TIMES : Mending.DIVIDE, List.of(factor(power), mended), edit);
    }

    /** Without the zeros that a division leaves behind the point. */
    private static BigDecimal scaled(BigDecimal amount, int power) {
        BigDecimal scaled = amount.scaleByPowerOfTen(power);
        BigDecimal bare = scaled.stripTrailingZeros();
        return scaled.scale() <= 0 ? scaled : bare.setScale(Math.max(0, bare.scale()));
    }

    private static Observation rescaled(Observation o, int power) {
        if (!(o.reading() instanceof Reading.Value(BigDecimal amount, boolean about, String raw)))
            return o;
        Reading next = new Reading.Value(scaled(amount, power), about, raw);
        return new Observation(o.period(), o.months(), next, o.status(), o.source(), o.note());
    }

    private static Plan rescaled(Plan plan, Indicator indicator, Milestone m, int power) {
        Milestone next =
                new Milestone(
                        m.role(),
                        m.on(),
                        scaled(m.amount(), power),
                        m.relation(),
                        m.bound().map(b -> scaled(b, power)),
                        m.striving());
        return plan.changeLine(
                indicator.id(), i -> i.change(d -> d.course = i.course().with(next)));
    }
}
