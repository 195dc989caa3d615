package plumbline.checks;

import plumbline.assessment.Figure;
import plumbline.assessment.Origin;
import plumbline.assessment.Precision;
import plumbline.assessment.RunningTotal;
import plumbline.checks.Check.Found;
import plumbline.checks.Check.Mending;
import plumbline.checks.Check.Repair;
import plumbline.plan.Fraction;
import plumbline.plan.Indicator;
import plumbline.plan.Kind;
import plumbline.plan.Milestone;
import plumbline.plan.Observation;
import plumbline.plan.RatioOf;
import plumbline.plan.Reading;
import plumbline.plan.Reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The figures of one series against one another. */
final class FigureChecks {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Set<Kind> SUMMED = EnumSet.of(Kind.CUMULATIVE, Kind.YEARLY, Kind.ZERO);
    private static final Set<Kind> UNSUMMED = EnumSet.of(Kind.STOCK, Kind.MILESTONE);

    /** 全市10个县: how many things a percentage is of. */
    private static final Pattern NUMBER_OF =
            Pattern.compile("(?<!\\d)(\\d{1,6})(?:" + String.join("|", Precision.counted()) + ")");

    private static final Pattern COUNT = Pattern.compile(".*(?:(?<![指系])数|批次|人次|件数|户数)$");
    private final Indicator indicator;
    private final List<Observation> figures;
    private final List<Found> found = new ArrayList<>();

    private FigureChecks(Indicator indicator) {
        this.indicator = indicator;
        this.figures =
                indicator.observations().stream()
                        .filter(o -> !o.forecast() && o.reading() instanceof Reading.Value)
                        .sorted(Comparator.comparing(Observation::asOf))
                        .toList();
    }

    static List<Found> of(Indicator indicator) {
        FigureChecks checks = new FigureChecks(indicator);
        checks.fractions();
        checks.falls();
        checks.sums();
        checks.sameDay();
        checks.percentages();
        checks.found.addAll(OutlierCheck.of(indicator));
        return checks.found;
    }

    private void fractions() {
        for (Observation o : indicator.observations()) {
            Fraction.of(o.reading())
                    .ifPresent(
                            f -> {
                                quotient(o, f);
                                counted(o, f);
                            });
        }
    }

    /** A fraction typed in another unit: in percent, and the unit is ‰ now. */
    private void quotient(Observation o, Fraction fraction) {
        BigDecimal amount = amount(o);
        BigDecimal quotient = fraction.in(indicator.unit());
        if (quotient.setScale(Math.max(0, amount.scale()), RoundingMode.HALF_UP).compareTo(amount)
                == 0) return;
        Reading right = fraction.reading(indicator.unit(), about(o));
        Observation mended =
                new Observation(o.period(), o.months(), right, o.status(), o.source(), o.note());
        Repair repair =
                new Repair(
                        Mending.RECOMPUTE,
                        List.of(quotient),
                        p -> p.record(indicator.id(), mended));
        found.add(
                Check.RATIO_OFF
                        .at(indicator.id(), o.period(), fraction.text(), quotient, amount)
                        .mendedBy(repair));
    }

    private void counted(Observation o, Fraction fraction) {
        Optional<String> counts =
                indicator
                        .ratio()
                        .map(RatioOf::numerator)
                        .map(String::strip)
                        .filter(n -> COUNT.matcher(n).matches());
        if (counts.isEmpty() || whole(fraction.numerator())) return;
        found.add(
                Check.COUNT_NOT_WHOLE.at(
                        indicator.id(), o.period(), fraction.text(), counts.get()));
    }

    private static boolean whole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }

    /** What is counted to date cannot become less; of things counted year by year within a year. */
    private void falls() {
        if (indicator.reporting() != Reporting.TO_DATE) return;
        boolean yearly =
                (indicator.kind() == Kind.YEARLY || indicator.kind() == Kind.ZERO)
                        && Precision.counted(indicator);
        if (indicator.kind() == Kind.CUMULATIVE)
            falls(
                    figures,
                    indicator
                            .course()
                            .baseline()
                            .filter(
                                    b ->
                                            figures.isEmpty()
                                                    || b.on().isBefore(figures.getFirst().asOf()))
                            .map(Milestone::amount));
        if (yearly)
            figures.stream()
                    .filter(FigureChecks::within)
                    .collect(Collectors.groupingBy(o -> o.asOf().getYear()))
                    .values()
                    .forEach(year -> falls(year, Optional.empty()));
    }

    private static boolean within(Observation o) {
        return o.period().first().getYear() == o.asOf().getYear();
    }

    private void falls(List<Observation> run, Optional<BigDecimal> from) {
        Optional<BigDecimal> before = from;
        for (Observation o : run) {
            if (before.isPresent() && !about(o) && amount(o).compareTo(before.get()) < 0)
                fall(o, before.get());
            before = Optional.of(amount(o)).filter(_ -> !about(o));
        }
    }

    private void fall(Observation o, BigDecimal before) {
        Repair repair =
                new Repair(
                        Mending.TO_PER_PERIOD,
                        List.of(),
                        p ->
                                p.changeIndicator(
                                        indicator.id(),
                                        i -> i.change(d -> d.reporting = Reporting.PER_PERIOD)));
        found.add(Check.FALL.at(indicator.id(), o.period(), amount(o), before).mendedBy(repair));
    }

    /** A year against its halves and quarters, where each stands for itself. */
    private void sums() {
        if (indicator.reporting() != Reporting.PER_PERIOD
                || UNSUMMED.contains(indicator.kind())
                || indicator.share()) return;
        for (Observation whole : figures) {
            List<Observation> others =
                    figures.stream()
                            .filter(
                                    o ->
                                            !o.period().equals(whole.period())
                                                    && o.period().months()
                                                            < whole.period().months())
                            .toList();
            if (RunningTotal.between(whole.period().first(), whole, others)
                    instanceof Figure.Known sum) differs(whole, sum);
            else exceeded(whole, others);
        }
    }

    /**
     * What is only added to cannot be less in a year than in a part of it; a level, as in μg/m³,
     * can.
     */
    private void exceeded(Observation whole, List<Observation> shorter) {
        boolean counted =
                SUMMED.contains(indicator.kind())
                        && !indicator.unit().contains("/")
                        && figures.stream().allMatch(o -> amount(o).signum() >= 0);
        if (!counted || about(whole)) return;
        shorter.stream()
                .filter(
                        o ->
                                within(whole, o)
                                        && !about(o)
                                        && amount(o)
                                                        .subtract(amount(whole))
                                                        .compareTo(
                                                                Precision.of(o, indicator)
                                                                        .add(
                                                                                Precision.of(
                                                                                        whole,
                                                                                        indicator)))
                                                > 0)
                .max(Comparator.comparing(FigureChecks::amount))
                .ifPresent(
                        o ->
                                found.add(
                                        Check.PART_EXCEEDS.at(
                                                indicator.id(),
                                                whole.period(),
                                                amount(whole),
                                                o.period(),
                                                amount(o))));
    }

    private static boolean within(Observation whole, Observation part) {
        return !part.period().first().isBefore(whole.period().first())
                && !part.period().last().isAfter(whole.period().last());
    }

    private void differs(Observation whole, Figure.Known sum) {
        BigDecimal around =
                sum.inputs().stream()
                        .map(i -> Precision.of(i.origin(), indicator))
                        .reduce(Precision.of(whole, indicator), BigDecimal::add);
        boolean vague =
                about(whole)
                        || sum.inputs().stream()
                                .anyMatch(
                                        i ->
                                                i.origin() instanceof Origin.Reported(Observation o)
                                                        && about(o));
        if (vague || near(amount(whole), sum.value(), around)) return;
        found.add(Check.SUM_DIFFERS.at(indicator.id(), whole.period(), amount(whole), sum.value()));
    }

    /** Two figures that both say how it stood on one day. */
    private void sameDay() {
        boolean standing =
                indicator.kind() == Kind.STOCK
                        || indicator.kind() == Kind.CUMULATIVE
                                && indicator.reporting() == Reporting.TO_DATE;
        if (!standing) return;
        for (int i = 1; i < figures.size(); i++) {
            Observation a = figures.get(i - 1);
            Observation b = figures.get(i);
            boolean comparable = a.asOf().equals(b.asOf()) && !about(a) && !about(b);
            BigDecimal around = Precision.of(a, indicator).add(Precision.of(b, indicator));
            if (comparable && !near(amount(a), amount(b), around)) {
                found.add(
                        Check.SAME_DAY.at(
                                indicator.id(),
                                b.period(),
                                amount(b),
                                a.period(),
                                amount(a),
                                b.asOf()));
            }
        }
    }

    private void percentages() {
        if (!UnitChecks.shareOfAWhole(indicator)) return;
        indicator
                .course()
                .target()
                .filter(t -> t.amount().compareTo(HUNDRED) <= 0)
                .ifPresent(
                        target ->
                                indicator.observations().stream()
                                        .filter(
                                                o ->
                                                        o.reading()
                                                                .value()
                                                                .filter(
                                                                        v ->
                                                                                v.compareTo(HUNDRED)
                                                                                        > 0)
                                                                .isPresent())
                                        .forEach(
                                                o ->
                                                        found.add(
                                                                Check.PERCENT_OVER.at(
                                                                        indicator.id(),
                                                                        o.period(),
                                                                        amount(o),
                                                                        target.amount()))));
        indicator
                .ratio()
                .map(RatioOf::denominator)
                .flatMap(FigureChecks::number)
                .ifPresent(this::wholes);
    }

    /** The number of things a text names; only where it names one. */
    private static Optional<BigDecimal> number(String text) {
        Matcher m = NUMBER_OF.matcher(text);
        if (!m.find()) return Optional.empty();
        BigDecimal number = new BigDecimal(m.group(1));
        return m.find() || number.signum() == 0 ? Optional.empty() : Optional.of(number);
    }

    /** A percentage of ten things is a multiple of ten per cent, as far as it was rounded. */
    private void wholes(BigDecimal number) {
        for (Observation o : figures) {
            if (Fraction.of(o.reading()).isPresent() || about(o)) continue;
            BigDecimal nearest =
                    amount(o).multiply(number).movePointLeft(2).setScale(0, RoundingMode.HALF_UP);
            BigDecimal percent = new Fraction(nearest, number).in("%");
            BigDecimal half = new BigDecimal("0.5").scaleByPowerOfTen(-amount(o).scale());
            if (near(percent, amount(o), half)) continue;
            found.add(
                    Check.NOT_WHOLE.at(
                            indicator.id(), o.period(), amount(o), number, nearest, percent));
        }
    }

    private static boolean near(BigDecimal a, BigDecimal b, BigDecimal around) {
        return a.subtract(b).abs().compareTo(around) <= 0;
    }

    private static BigDecimal amount(Observation o) {
        return o.reading().value().orElseThrow();
    }

    private static boolean about(Observation o) {
        return o.reading() instanceof Reading.Value(_, boolean about, _) && about;
    }
}
