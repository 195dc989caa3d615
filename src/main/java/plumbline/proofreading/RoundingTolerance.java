package plumbline.proofreading;

import plumbline.assessment.Figure;
import plumbline.plan.Course;
import plumbline.plan.Indicator;
import plumbline.plan.Milestone;
import plumbline.plan.Observation;
import plumbline.plan.Reading;
import plumbline.proofreading.PrintedColumnRole.PlainColumn;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a result may be because the figures it comes from were rounded for printing: each that has
 * decimals is known to half a unit of its last one. Whole numbers are counts and known exactly.
 */
record RoundingTolerance(TableRecomputation recomputation, PrintedRow row) {
    private static final BigDecimal HALF = new BigDecimal("0.5");

    boolean admitsShare(PlainColumn measure, PrintedShare printed) {
        List<BigDecimal> corners = extremeResults(measure);
        if (corners.isEmpty()) return false;
        BigDecimal half = HALF.scaleByPowerOfTen(-Math.max(printed.fraction().scale(), 0));
        BigDecimal least = corners.stream().min(BigDecimal::compareTo).orElseThrow().subtract(half);
        BigDecimal most = corners.stream().max(BigDecimal::compareTo).orElseThrow().add(half);
        return printed.fraction().compareTo(least) >= 0 && printed.fraction().compareTo(most) <= 0;
    }

    /**
     * The results with every figure at either end of what it may have been; none if one of them
     * cannot be computed.
     */
    private List<BigDecimal> extremeResults(PlainColumn measure) {
        Indicator indicator = recomputation.assessmentOf(row).indicator();
        List<Figure> figures =
                possibleShifts(latestAmount())
                        .flatMap(
                                a ->
                                        possibleShifts(
                                                        milestoneAmount(
                                                                indicator.course(),
                                                                Milestone.Role.BASELINE))
                                                .flatMap(
                                                        b ->
                                                                possibleShifts(
                                                                                milestoneAmount(
                                                                                        indicator
                                                                                                .course(),
                                                                                        Milestone
                                                                                                .Role
                                                                                                .FINAL))
                                                                        .map(
                                                                                t ->
                                                                                        figureOfShifted(
                                                                                                measure,
                                                                                                withShiftedAmounts(
                                                                                                        indicator,
                                                                                                        a,
                                                                                                        b,
                                                                                                        t)))))
                        .toList();
        boolean all = figures.stream().allMatch(f -> f.knownValue().isPresent());
        return all ? figures.stream().map(f -> f.knownValue().orElseThrow()).toList() : List.of();
    }

    private BigDecimal latestAmount() {
        return recomputation
                .assessmentOf(row)
                .latest()
                .flatMap(o -> o.reading().findAmount())
                .orElse(BigDecimal.ZERO);
    }

    private static BigDecimal milestoneAmount(Course course, Milestone.Role role) {
        return course.milestones().stream()
                .filter(m -> m.role() == role)
                .map(Milestone::amount)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    private static Stream<BigDecimal> possibleShifts(BigDecimal amount) {
        if (amount.scale() <= 0) return Stream.of(BigDecimal.ZERO);
        BigDecimal half = HALF.scaleByPowerOfTen(-amount.scale());
        return Stream.of(half.negate(), half);
    }

    private Indicator withShiftedAmounts(
            Indicator indicator, BigDecimal a, BigDecimal b, BigDecimal t) {
        return indicator.withChanges(
                d -> {
                    d.course =
                            new Course(
                                    indicator.course().milestones().stream()
                                            .map(
                                                    m ->
                                                            switch (m.role()) {
                                                                case BASELINE ->
                                                                        withShiftedMilestone(m, b);
                                                                case FINAL ->
                                                                        withShiftedMilestone(m, t);
                                                                case YEARLY, MID_TERM -> m;
                                                            })
                                            .toList());
                    d.observations =
                            indicator.observations().stream()
                                    .map(o -> withShiftedObservation(o, a))
                                    .toList();
                });
    }

    private static Milestone withShiftedMilestone(Milestone m, BigDecimal by) {
        return new Milestone(
                m.role(), m.day(), m.amount().add(by), m.relation(), m.bound(), m.striving());
    }

    private static Observation withShiftedObservation(Observation o, BigDecimal by) {
        if (!(o.reading() instanceof Reading.Value(BigDecimal amount, boolean about, String raw)))
            return o;
        return new Observation(
                o.period(),
                o.monthsCovered(),
                new Reading.Value(amount.add(by), about, raw),
                o.status(),
                o.source(),
                o.note());
    }

    private Figure figureOfShifted(PlainColumn measure, Indicator shifted) {
        return recomputation.figureOfIndicator(shifted, measure);
    }
}
