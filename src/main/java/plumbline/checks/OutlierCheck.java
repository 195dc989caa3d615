package plumbline.checks;

import plumbline.checks.Check.CheckFinding;
import plumbline.checks.Check.PlanRepair;
import plumbline.checks.Check.RepairKind;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorKind;
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
    private static final BigDecimal WIDE_GAP = BigDecimal.valueOf(100);
    private static final BigDecimal NARROW_GAP = BigDecimal.valueOf(8);
    private static final List<Integer> UNIT_POWERS = List.of(4, -4, 8, -8);
    private static final List<Integer> POINT_POWERS = List.of(1, -1, 2, -2, 3, -3);
    private static final BigDecimal ROOM_FACTOR = BigDecimal.valueOf(3);
    private static final BigDecimal ALIKE_SHARE = new BigDecimal("0.02");
    private static final BigDecimal TENFOLD_FROM = BigDecimal.valueOf(8);
    private static final BigDecimal TENFOLD_TO = new BigDecimal("12.5");
    private static final int FEWEST_DIGITS = 3;

    /** A small number may well be ten times another. */
    private static final int FEWEST_DIGITS_OF_ZERO = 2;

    private static final int FEWEST_NUMBERS = 3;
    private static final BigDecimal FAR_BELOW_FACTOR = BigDecimal.valueOf(50);
    private static final int MOST_DECIMALS = 12;

    /** A number of the indicator: a figure or a milestone. */
    private record IndicatorNumber(
            Optional<Observation> figure, Optional<Milestone> milestone, BigDecimal amount) {
        BigDecimal absoluteAmount() {
            return amount.abs();
        }

        boolean hasRole(Milestone.Role role) {
            return milestone.filter(m -> m.role() == role).isPresent();
        }

        /** True of a figure or a baseline that came before a figure. */
        boolean isBefore(IndicatorNumber later) {
            return hasRole(Milestone.Role.BASELINE)
                    || figure.filter(
                                    f ->
                                            f.lastCoveredDay()
                                                    .isBefore(
                                                            later.figure
                                                                    .orElseThrow()
                                                                    .lastCoveredDay()))
                            .isPresent();
        }

        /** Of a figure. */
        int monthsCovered() {
            return figure.orElseThrow().monthsCovered();
        }
    }

    private OutlierCheck() {}

    static List<CheckFinding> findOutliers(Indicator indicator) {
        if (indicator.kind() == IndicatorKind.ZERO || indicator.kind() == IndicatorKind.MILESTONE)
            return List.of();
        List<IndicatorNumber> slots = numbersBySize(indicator);
        Map<IndicatorNumber, CheckFinding> found = new LinkedHashMap<>();
        forEachStray(
                slots,
                WIDE_GAP,
                (slot, home) ->
                        unitPower(slot, home)
                                .ifPresent(
                                        power ->
                                                found.put(
                                                        slot,
                                                        jumpFinding(
                                                                indicator, slot, home, power))));
        if (slots.size() >= FEWEST_NUMBERS)
            forEachStray(
                    slots,
                    NARROW_GAP,
                    (slot, home) ->
                            pointPower(slot, home)
                                    .ifPresent(
                                            power ->
                                                    found.putIfAbsent(
                                                            slot,
                                                            jumpFinding(
                                                                    indicator, slot, home,
                                                                    power))));
        if (indicator.kind() != IndicatorKind.GROWTH) {
            findTenfold(indicator, slots, found);
            findFarNumbers(indicator, slots, found);
        }
        return List.copyOf(found.values());
    }

    private static void findTenfold(
            Indicator indicator,
            List<IndicatorNumber> slots,
            Map<IndicatorNumber, CheckFinding> found) {
        Optional<IndicatorNumber> target =
                slots.stream().filter(s -> s.hasRole(Milestone.Role.FINAL)).findFirst();
        List<IndicatorNumber> inTime =
                slots.stream()
                        .filter(s -> s.figure.isPresent())
                        .sorted(Comparator.comparing(s -> s.figure.orElseThrow()))
                        .toList();
        for (IndicatorNumber slot : target.isPresent() ? inTime : List.<IndicatorNumber>of()) {
            List<IndicatorNumber> beside =
                    comparableNeighbours(slot, inTime, slots).stream()
                            .sorted(Comparator.comparing(IndicatorNumber::absoluteAmount))
                            .toList();
            if (!beside.isEmpty())
                tenfoldPower(slot, Stream.concat(beside.stream(), target.stream()).toList())
                        .ifPresent(
                                power ->
                                        found.putIfAbsent(
                                                slot, jumpFinding(indicator, slot, beside, power)));
        }
    }

    private static void findFarNumbers(
            Indicator indicator,
            List<IndicatorNumber> slots,
            Map<IndicatorNumber, CheckFinding> found) {
        if (slots.stream().noneMatch(s -> s.hasRole(Milestone.Role.FINAL))) return;
        for (IndicatorNumber slot : slots) {
            List<IndicatorNumber> others =
                    slots.stream()
                            .filter(
                                    s ->
                                            s != slot
                                                    && (s.figure.isEmpty()
                                                            || slot.figure.isPresent()
                                                                    && s.monthsCovered()
                                                                            == slot
                                                                                    .monthsCovered()))
                            .toList();
            if (slot.figure.isPresent()
                    && others.size() >= FEWEST_NUMBERS
                    && !found.containsKey(slot))
                farFinding(indicator, slot, others).ifPresent(f -> found.put(slot, f));
        }
    }

    /** What stands at a beginning may be small: something comes before what is called too small. */
    private static Optional<CheckFinding> farFinding(
            Indicator indicator, IndicatorNumber slot, List<IndicatorNumber> others) {
        BigDecimal least = others.getFirst().absoluteAmount();
        BigDecimal greatest = others.getLast().absoluteAmount();
        BigDecimal span = greatest.divide(least, MathContext.DECIMAL64).pow(2);
        boolean above =
                slot.absoluteAmount().compareTo(greatest.multiply(NARROW_GAP.max(span))) >= 0;
        boolean below =
                slot.absoluteAmount().multiply(FAR_BELOW_FACTOR.max(span)).compareTo(least) <= 0
                        && others.stream().anyMatch(o -> o.isBefore(slot));
        if (!above && !below) return Optional.empty();
        List<Integer> between =
                POINT_POWERS.stream()
                        .filter(
                                power ->
                                        isWithin(
                                                slot.absoluteAmount().scaleByPowerOfTen(power),
                                                least,
                                                greatest))
                        .toList();
        if (between.size() == 1)
            return Optional.of(jumpFinding(indicator, slot, others, between.getFirst()));
        BigDecimal times =
                above
                        ? slot.absoluteAmount().divide(greatest, 0, RoundingMode.HALF_UP)
                        : least.divide(slot.absoluteAmount(), 0, RoundingMode.HALF_UP);
        return Optional.of(
                (above ? Check.FAR_ABOVE : Check.FAR_BELOW)
                        .findingOnFigure(
                                indicator.id(),
                                slot.figure.orElseThrow().period(),
                                slot.amount,
                                above ? others.getLast().amount : others.getFirst().amount,
                                times));
    }

    private static boolean isWithin(BigDecimal size, BigDecimal least, BigDecimal greatest) {
        return size.compareTo(least) >= 0 && size.compareTo(greatest) <= 0;
    }

    /**
     * The figures before and after that cover as many months; the baseline before the first of a
     * whole year.
     */
    private static List<IndicatorNumber> comparableNeighbours(
            IndicatorNumber slot, List<IndicatorNumber> inTime, List<IndicatorNumber> all) {
        List<IndicatorNumber> alike =
                inTime.stream().filter(s -> s.monthsCovered() == slot.monthsCovered()).toList();
        int at = alike.indexOf(slot);
        boolean first = at == 0 && slot.figure.orElseThrow().period().isYear();
        Stream<IndicatorNumber> before =
                at > 0
                        ? Stream.of(alike.get(at - 1))
                        : all.stream().filter(s -> first && s.hasRole(Milestone.Role.BASELINE));
        return Stream.concat(before, alike.stream().skip(at + 1L).limit(1)).toList();
    }

    /** −1 where there seems to be a zero too many, 1 where one is missing. */
    private static Optional<Integer> tenfoldPower(
            IndicatorNumber slot, List<IndicatorNumber> others) {
        if (slot.absoluteAmount().precision() - slot.absoluteAmount().scale()
                        < FEWEST_DIGITS_OF_ZERO
                && slot.absoluteAmount().stripTrailingZeros().precision() < FEWEST_DIGITS_OF_ZERO)
            return Optional.empty();
        if (others.stream()
                .allMatch(o -> isAboutTenfold(slot.absoluteAmount(), o.absoluteAmount())))
            return Optional.of(-1);
        return others.stream()
                        .allMatch(o -> isAboutTenfold(o.absoluteAmount(), slot.absoluteAmount()))
                ? Optional.of(1)
                : Optional.empty();
    }

    private static boolean isAboutTenfold(BigDecimal large, BigDecimal small) {
        return large.compareTo(small.multiply(TENFOLD_FROM)) >= 0
                && large.compareTo(small.multiply(TENFOLD_TO)) <= 0;
    }

    /** The numbers outside the largest neighbourhood, milestones first. */
    private static void forEachStray(
            List<IndicatorNumber> slots,
            BigDecimal gap,
            BiConsumer<IndicatorNumber, List<IndicatorNumber>> look) {
        List<List<IndicatorNumber>> parted = partAtGaps(slots, gap);
        if (parted.size() < 2) return;
        List<IndicatorNumber> home =
                parted.stream()
                        .max(
                                Comparator.<List<IndicatorNumber>>comparingInt(List::size)
                                        .thenComparingLong(OutlierCheck::countMilestones))
                        .orElseThrow();
        parted.stream()
                .filter(n -> n != home)
                .flatMap(List::stream)
                .sorted(Comparator.comparing(s -> s.figure.isPresent()))
                .forEach(s -> look.accept(s, home));
    }

    /** 4 where 万 seems to be missing, −4 where there is one too many; 8 and −8 for 亿. */
    private static Optional<Integer> unitPower(IndicatorNumber slot, List<IndicatorNumber> home) {
        return UNIT_POWERS.stream()
                .filter(
                        power -> {
                            BigDecimal there = slot.absoluteAmount().scaleByPowerOfTen(power);
                            return there.multiply(ROOM_FACTOR)
                                                    .compareTo(home.getFirst().absoluteAmount())
                                            >= 0
                                    && there.compareTo(
                                                    home.getLast()
                                                            .absoluteAmount()
                                                            .multiply(ROOM_FACTOR))
                                            <= 0;
                        })
                .findFirst();
    }

    /** By how many digits the point seems to have been moved. */
    private static Optional<Integer> pointPower(IndicatorNumber slot, List<IndicatorNumber> home) {
        if (slot.absoluteAmount().stripTrailingZeros().precision() < FEWEST_DIGITS)
            return Optional.empty();
        return POINT_POWERS.stream()
                .filter(
                        power ->
                                home.stream()
                                        .anyMatch(
                                                h ->
                                                        isAlike(
                                                                slot.absoluteAmount()
                                                                        .scaleByPowerOfTen(power),
                                                                h.absoluteAmount())))
                .findFirst();
    }

    private static boolean isAlike(BigDecimal a, BigDecimal b) {
        return a.subtract(b).abs().compareTo(b.multiply(ALIKE_SHARE)) <= 0;
    }

    private static long countMilestones(List<IndicatorNumber> slots) {
        return slots.stream().filter(s -> s.milestone.isPresent()).count();
    }

    /** A forecast that its figure has replaced is seen nowhere, so it is left alone. */
    private static List<IndicatorNumber> numbersBySize(Indicator indicator) {
        Stream<IndicatorNumber> milestones =
                indicator.course().milestones().stream()
                        .map(
                                m ->
                                        new IndicatorNumber(
                                                Optional.empty(), Optional.of(m), m.amount()));
        Stream<IndicatorNumber> figures =
                indicator.observations().stream()
                        .filter(
                                o ->
                                        o.reading() instanceof Reading.Value
                                                && indicator
                                                        .displayedObservation(o.period())
                                                        .equals(Optional.of(o)))
                        .map(
                                o ->
                                        new IndicatorNumber(
                                                Optional.of(o),
                                                Optional.empty(),
                                                o.reading().findAmount().orElseThrow()));
        return Stream.concat(milestones, figures)
                .filter(s -> s.amount.signum() != 0)
                .sorted(Comparator.comparing(IndicatorNumber::absoluteAmount))
                .toList();
    }

    private static List<List<IndicatorNumber>> partAtGaps(
            List<IndicatorNumber> bySize, BigDecimal gap) {
        List<List<IndicatorNumber>> parted = new ArrayList<>();
        BigDecimal before = BigDecimal.ZERO;
        for (IndicatorNumber slot : bySize) {
            boolean far =
                    parted.isEmpty() || slot.absoluteAmount().compareTo(before.multiply(gap)) >= 0;
            if (far) parted.add(new ArrayList<>());
            parted.getLast().add(slot);
            before = slot.absoluteAmount();
        }
        return parted;
    }

    private static CheckFinding jumpFinding(
            Indicator indicator, IndicatorNumber slot, List<IndicatorNumber> home, int power) {
        IndicatorNumber nearest =
                slot.absoluteAmount().compareTo(home.getFirst().absoluteAmount()) < 0
                        ? home.getFirst()
                        : home.getLast();
        String step = (power > 0 ? "×" : "÷") + factorOfPower(power).toPlainString();
        CheckFinding found =
                slot.figure
                        .map(
                                o ->
                                        Check.JUMP.findingOnFigure(
                                                indicator.id(),
                                                o.period(),
                                                slot.amount,
                                                nearest.amount,
                                                step))
                        .orElseGet(
                                () ->
                                        Check.JUMP.findingOnLine(
                                                indicator.id(),
                                                slot.milestone.orElseThrow().role(),
                                                slot.amount,
                                                nearest.amount,
                                                step));
        return scaleByPower(slot.amount, power).scale() <= MOST_DECIMALS
                ? found.withRepair(rescalingRepair(indicator, slot, power))
                : found;
    }

    private static BigDecimal factorOfPower(int power) {
        return BigDecimal.ONE.scaleByPowerOfTen(Math.abs(power));
    }

    private static PlanRepair rescalingRepair(
            Indicator indicator, IndicatorNumber slot, int power) {
        BigDecimal mended = scaleByPower(slot.amount, power);
        UnaryOperator<Plan> edit =
                slot.figure
                        .<UnaryOperator<Plan>>map(
                                o ->
                                        plan ->
                                                plan.withObservation(
                                                        indicator.id(),
                                                        withRescaledReading(o, power)))
                        .orElseGet(
                                () ->
                                        plan ->
                                                withRescaledMilestone(
                                                        plan,
                                                        indicator,
                                                        slot.milestone.orElseThrow(),
                                                        power));
        return new PlanRepair(
                power > 0 ? RepairKind.TIMES : RepairKind.DIVIDE,
                List.of(factorOfPower(power), mended),
                edit);
    }

    /** Without the zeros that a division leaves behind the point. */
    private static BigDecimal scaleByPower(BigDecimal amount, int power) {
        BigDecimal scaled = amount.scaleByPowerOfTen(power);
        BigDecimal bare = scaled.stripTrailingZeros();
        return scaled.scale() <= 0 ? scaled : bare.setScale(Math.max(0, bare.scale()));
    }

    private static Observation withRescaledReading(Observation o, int power) {
        if (!(o.reading() instanceof Reading.Value(BigDecimal amount, boolean about, String raw)))
            return o;
        Reading next = new Reading.Value(scaleByPower(amount, power), about, raw);
        return new Observation(
                o.period(), o.monthsCovered(), next, o.status(), o.source(), o.note());
    }

    private static Plan withRescaledMilestone(
            Plan plan, Indicator indicator, Milestone m, int power) {
        Milestone next =
                new Milestone(
                        m.role(),
                        m.day(),
                        scaleByPower(m.amount(), power),
                        m.relation(),
                        m.bound().map(b -> scaleByPower(b, power)),
                        m.striving());
        return plan.withChangedIndicatorOrPart(
                indicator.id(), i -> i.withChanges(d -> d.course = i.course().withMilestone(next)));
    }
}
