package plumbline.proofreading;

import plumbline.assessment.Figure;
import plumbline.plan.Course;
import plumbline.plan.Indicator;
import plumbline.plan.Milestone;
import plumbline.plan.Observation;
import plumbline.plan.Reading;
import plumbline.proofreading.PrintedColumnRole.Plain;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a result may be because the figures it comes from were rounded for printing: each that has
 * decimals is known to half a unit of its last one. Whole numbers are counts and known exactly.
 */
record Tolerance(Recomputation recomputation, PrintedRow row) {
    private static final BigDecimal HALF = new BigDecimal("0.5");

    boolean admits(Plain measure, PrintedShare printed) {
        List<BigDecimal> corners = corners(measure);
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
    private List<BigDecimal> corners(Plain measure) {
        Indicator indicator = recomputation.of(row).indicator();
        List<Figure> figures =
                shifts(value())
                        .flatMap(
                                a ->
                                        shifts(amount(indicator.course(), Milestone.Role.BASELINE))
                                                .flatMap(
                                                        b ->
                                                                shifts(
                                                                                amount(
                                                                                        indicator
                                                                                                .course(),
                                                                                        Milestone
                                                                                                .Role
                                                                                                .FINAL))
                                                                        .map(
                                                                                t ->
                                                                                        figure(
                                                                                                measure,
                                                                                                shifted(
                                                                                                        indicator,
                                                                                                        a,
                                                                                                        b,
                                                                                                        t)))))
                        .toList();
        boolean all = figures.stream().allMatch(f -> f.number().isPresent());
        return all ? figures.stream().map(f -> f.number().orElseThrow()).toList() : List.of();
    }

    private BigDecimal value() {
        return recomputation
                .of(row)
                .latest()
                .flatMap(o -> o.reading().value())
                .orElse(BigDecimal.ZERO);
    }

    private static BigDecimal amount(Course course, Milestone.Role role) {
        return course.milestones().stream()
                .filter(m -> m.role() == role)
                .map(Milestone::amount)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    private static Stream<BigDecimal> shifts(BigDecimal amount) {
        if (amount.scale() <= 0) return Stream.of(BigDecimal.ZERO);
        BigDecimal half = HALF.scaleByPowerOfTen(-amount.scale());
        return Stream.of(half.negate(), half);
    }

    private Indicator shifted(Indicator indicator, BigDecimal a, BigDecimal b, BigDecimal t) {
        return indicator.change(
                d -> {
                    d.course =
                            new Course(
                                    indicator.course().milestones().stream()
                                            .map(
                                                    m ->
                                                            switch (m.role()) {
                                                                case BASELINE -> moved(m, b);
                                                                case FINAL -> moved(m, t);
                                                                case YEARLY, MID_TERM -> m;
                                                            })
                                            .toList());
                    d.observations =
                            indicator.observations().stream().map(o -> moved(o, a)).toList();
                });
    }

    private static Milestone moved(Milestone m, BigDecimal by) {
        return new Milestone(
                m.role(), m.on(), m.amount().add(by), m.relation(), m.bound(), m.striving());
    }

    private static Observation moved(Observation o, BigDecimal by) {
        if (!(o.reading() instanceof Reading.Value(BigDecimal amount, boolean about, String raw)))
            return o;
        return new Observation(
                o.period(),
                o.months(),
                new Reading.Value(amount.add(by), about, raw),
                o.status(),
                o.source(),
                o.note());
    }

    private Figure figure(Plain measure, Indicator shifted) {
        return recomputation.figure(shifted, measure);
    }
}
