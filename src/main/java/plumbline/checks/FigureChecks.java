package plumbline.checks;

import plumbline.assessment.Figure;
import plumbline.assessment.Origin;
import plumbline.assessment.Precision;
import plumbline.assessment.RunningTotal;
import plumbline.checks.Check.CheckFinding;
import plumbline.checks.Check.PlanRepair;
import plumbline.checks.Check.RepairKind;
import plumbline.plan.Fraction;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Milestone;
import plumbline.plan.Observation;
import plumbline.plan.RatioTerms;
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
    private static final Set<IndicatorKind> SUMMED_KINDS =
            EnumSet.of(IndicatorKind.CUMULATIVE, IndicatorKind.YEARLY, IndicatorKind.ZERO);
    private static final Set<IndicatorKind> UNSUMMED_KINDS =
            EnumSet.of(IndicatorKind.STOCK, IndicatorKind.MILESTONE);

    /** 全市10个县: how many things a percentage is of. */
    private static final Pattern NUMBER_OF_THINGS =
            Pattern.compile(
                    "(?<!\\d)(\\d{1,6})(?:"
                            + String.join("|", Precision.countedUnitsLongestFirst())
                            + ")");

    private static final Pattern COUNT_NAME = Pattern.compile(".*(?:(?<![指系])数|批次|人次|件数|户数)$");
    private final Indicator indicator;
    private final List<Observation> figures;
    private final List<CheckFinding> findings = new ArrayList<>();

    private FigureChecks(Indicator indicator) {
        this.indicator = indicator;
        this.figures =
                indicator.observations().stream()
                        .filter(o -> !o.isForecast() && o.reading() instanceof Reading.Value)
                        .sorted(Comparator.comparing(Observation::lastCoveredDay))
                        .toList();
    }

    static List<CheckFinding> checkFigures(Indicator indicator) {
        FigureChecks checks = new FigureChecks(indicator);
        checks.checkFractions();
        checks.checkFalls();
        checks.checkSums();
        checks.checkSameDay();
        checks.checkPercentages();
        checks.findings.addAll(OutlierCheck.findOutliers(indicator));
        return checks.findings;
    }

    private void checkFractions() {
        for (Observation o : indicator.observations()) {
            Fraction.fromReading(o.reading())
                    .ifPresent(
                            f -> {
                                checkQuotient(o, f);
                                checkCountIsWhole(o, f);
                            });
        }
    }

    /** A fraction typed in another unit: in percent, and the unit is ‰ now. */
    private void checkQuotient(Observation o, Fraction fraction) {
        BigDecimal amount = amountOf(o);
        BigDecimal quotient = fraction.quotientInUnit(indicator.unit());
        if (quotient.setScale(Math.max(0, amount.scale()), RoundingMode.HALF_UP).compareTo(amount)
                == 0) return;
        Reading right = fraction.toReading(indicator.unit(), isApproximate(o));
        Observation mended =
                new Observation(
                        o.period(), o.monthsCovered(), right, o.status(), o.source(), o.note());
        PlanRepair repair =
                new PlanRepair(
                        RepairKind.RECOMPUTE,
                        List.of(quotient),
                        p -> p.withObservation(indicator.id(), mended));
        findings.add(
                Check.RATIO_OFF
                        .findingOnFigure(
                                indicator.id(), o.period(), fraction.toText(), quotient, amount)
                        .withRepair(repair));
    }

    private void checkCountIsWhole(Observation o, Fraction fraction) {
        Optional<String> counts =
                indicator
                        .ratio()
                        .map(RatioTerms::numerator)
                        .map(String::strip)
                        .filter(n -> COUNT_NAME.matcher(n).matches());
        if (counts.isEmpty() || isWholeNumber(fraction.numerator())) return;
        findings.add(
                Check.COUNT_NOT_WHOLE.findingOnFigure(
                        indicator.id(), o.period(), fraction.toText(), counts.get()));
    }

    private static boolean isWholeNumber(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }

    /** What is counted to date cannot become less; of things counted year by year within a year. */
    private void checkFalls() {
        if (indicator.reporting() != Reporting.TO_DATE) return;
        boolean yearly =
                (indicator.kind() == IndicatorKind.YEARLY || indicator.kind() == IndicatorKind.ZERO)
                        && Precision.countsSingleThings(indicator);
        if (indicator.kind() == IndicatorKind.CUMULATIVE)
            checkFallsInRun(
                    figures,
                    indicator
                            .course()
                            .baseline()
                            .filter(
                                    b ->
                                            figures.isEmpty()
                                                    || b.day()
                                                            .isBefore(
                                                                    figures.getFirst()
                                                                            .lastCoveredDay()))
                            .map(Milestone::amount));
        if (yearly)
            figures.stream()
                    .filter(FigureChecks::isWithinOneYear)
                    .collect(Collectors.groupingBy(o -> o.lastCoveredDay().getYear()))
                    .values()
                    .forEach(year -> checkFallsInRun(year, Optional.empty()));
    }

    private static boolean isWithinOneYear(Observation o) {
        return o.period().firstMonth().getYear() == o.lastCoveredDay().getYear();
    }

    private void checkFallsInRun(List<Observation> run, Optional<BigDecimal> from) {
        Optional<BigDecimal> before = from;
        for (Observation o : run) {
            if (before.isPresent() && !isApproximate(o) && amountOf(o).compareTo(before.get()) < 0)
                addFall(o, before.get());
            before = Optional.of(amountOf(o)).filter(_ -> !isApproximate(o));
        }
    }

    private void addFall(Observation o, BigDecimal before) {
        PlanRepair repair =
                new PlanRepair(
                        RepairKind.TO_PER_PERIOD,
                        List.of(),
                        p ->
                                p.withChangedIndicator(
                                        indicator.id(),
                                        i ->
                                                i.withChanges(
                                                        d -> d.reporting = Reporting.PER_PERIOD)));
        findings.add(
                Check.FALL
                        .findingOnFigure(indicator.id(), o.period(), amountOf(o), before)
                        .withRepair(repair));
    }

    /** A year against its halves and quarters, where each stands for itself. */
    private void checkSums() {
        if (indicator.reporting() != Reporting.PER_PERIOD
                || UNSUMMED_KINDS.contains(indicator.kind())
                || indicator.isShareOrLevel()) return;
        for (Observation whole : figures) {
            List<Observation> others =
                    figures.stream()
                            .filter(
                                    o ->
                                            !o.period().equals(whole.period())
                                                    && o.period().monthCount()
                                                            < whole.period().monthCount())
                            .toList();
            if (RunningTotal.sumFromMonth(whole.period().firstMonth(), whole, others)
                    instanceof Figure.Known sum) checkSumDiffers(whole, sum);
            else checkPartsExceedWhole(whole, others);
        }
    }

    /**
     * What is only added to cannot be less in a year than in a part of it; a level, as in μg/m³,
     * can.
     */
    private void checkPartsExceedWhole(Observation whole, List<Observation> shorter) {
        boolean counted =
                SUMMED_KINDS.contains(indicator.kind())
                        && !indicator.unit().contains("/")
                        && figures.stream().allMatch(o -> amountOf(o).signum() >= 0);
        if (!counted || isApproximate(whole)) return;
        shorter.stream()
                .filter(
                        o ->
                                isWithinPeriod(whole, o)
                                        && !isApproximate(o)
                                        && amountOf(o)
                                                        .subtract(amountOf(whole))
                                                        .compareTo(
                                                                Precision.ofObservation(
                                                                                o, indicator)
                                                                        .add(
                                                                                Precision
                                                                                        .ofObservation(
                                                                                                whole,
                                                                                                indicator)))
                                                > 0)
                .max(Comparator.comparing(FigureChecks::amountOf))
                .ifPresent(
                        o ->
                                findings.add(
                                        Check.PART_EXCEEDS.findingOnFigure(
                                                indicator.id(),
                                                whole.period(),
                                                amountOf(whole),
                                                o.period(),
                                                amountOf(o))));
    }

    private static boolean isWithinPeriod(Observation whole, Observation part) {
        return !part.period().firstMonth().isBefore(whole.period().firstMonth())
                && !part.period().lastMonth().isAfter(whole.period().lastMonth());
    }

    private void checkSumDiffers(Observation whole, Figure.Known sum) {
        BigDecimal around =
                sum.inputs().stream()
                        .map(i -> Precision.ofOrigin(i.origin(), indicator))
                        .reduce(Precision.ofObservation(whole, indicator), BigDecimal::add);
        boolean vague =
                isApproximate(whole)
                        || sum.inputs().stream()
                                .anyMatch(
                                        i ->
                                                i.origin() instanceof Origin.Reported(Observation o)
                                                        && isApproximate(o));
        if (vague || isNear(amountOf(whole), sum.value(), around)) return;
        findings.add(
                Check.SUM_DIFFERS.findingOnFigure(
                        indicator.id(), whole.period(), amountOf(whole), sum.value()));
    }

    /** Two figures that both say how it stood on one day. */
    private void checkSameDay() {
        boolean standing =
                indicator.kind() == IndicatorKind.STOCK
                        || indicator.kind() == IndicatorKind.CUMULATIVE
                                && indicator.reporting() == Reporting.TO_DATE;
        if (!standing) return;
        for (int i = 1; i < figures.size(); i++) {
            Observation a = figures.get(i - 1);
            Observation b = figures.get(i);
            boolean comparable =
                    a.lastCoveredDay().equals(b.lastCoveredDay())
                            && !isApproximate(a)
                            && !isApproximate(b);
            BigDecimal around =
                    Precision.ofObservation(a, indicator)
                            .add(Precision.ofObservation(b, indicator));
            if (comparable && !isNear(amountOf(a), amountOf(b), around)) {
                findings.add(
                        Check.SAME_DAY.findingOnFigure(
                                indicator.id(),
                                b.period(),
                                amountOf(b),
                                a.period(),
                                amountOf(a),
                                b.lastCoveredDay()));
            }
        }
    }

    private void checkPercentages() {
        if (!UnitChecks.isShareOfWhole(indicator)) return;
        indicator
                .course()
                .finalTarget()
                .filter(t -> t.amount().compareTo(HUNDRED) <= 0)
                .ifPresent(
                        target ->
                                indicator.observations().stream()
                                        .filter(
                                                o ->
                                                        o.reading()
                                                                .findAmount()
                                                                .filter(
                                                                        v ->
                                                                                v.compareTo(HUNDRED)
                                                                                        > 0)
                                                                .isPresent())
                                        .forEach(
                                                o ->
                                                        findings.add(
                                                                Check.PERCENT_OVER.findingOnFigure(
                                                                        indicator.id(),
                                                                        o.period(),
                                                                        amountOf(o),
                                                                        target.amount()))));
        indicator
                .ratio()
                .map(RatioTerms::denominator)
                .flatMap(FigureChecks::findNumberOfThings)
                .ifPresent(this::checkPercentagesOfCount);
    }

    /** The number of things a text names; only where it names one. */
    private static Optional<BigDecimal> findNumberOfThings(String text) {
        Matcher m = NUMBER_OF_THINGS.matcher(text);
        if (!m.find()) return Optional.empty();
        BigDecimal number = new BigDecimal(m.group(1));
        return m.find() || number.signum() == 0 ? Optional.empty() : Optional.of(number);
    }

    /** A percentage of ten things is a multiple of ten per cent, as far as it was rounded. */
    private void checkPercentagesOfCount(BigDecimal number) {
        for (Observation o : figures) {
            if (Fraction.fromReading(o.reading()).isPresent() || isApproximate(o)) continue;
            BigDecimal nearest =
                    amountOf(o).multiply(number).movePointLeft(2).setScale(0, RoundingMode.HALF_UP);
            BigDecimal percent = new Fraction(nearest, number).quotientInUnit("%");
            BigDecimal half = new BigDecimal("0.5").scaleByPowerOfTen(-amountOf(o).scale());
            if (isNear(percent, amountOf(o), half)) continue;
            findings.add(
                    Check.NOT_WHOLE.findingOnFigure(
                            indicator.id(), o.period(), amountOf(o), number, nearest, percent));
        }
    }

    private static boolean isNear(BigDecimal a, BigDecimal b, BigDecimal around) {
        return a.subtract(b).abs().compareTo(around) <= 0;
    }

    private static BigDecimal amountOf(Observation o) {
        return o.reading().findAmount().orElseThrow();
    }

    private static boolean isApproximate(Observation o) {
        return o.reading() instanceof Reading.Value(_, boolean about, _) && about;
    }
}
