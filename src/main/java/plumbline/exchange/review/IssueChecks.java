package plumbline.exchange.review;

import plumbline.plan.FigureSlot;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Milestone;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Reading;
import plumbline.plan.SlotContent;
import plumbline.plan.Status;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What speaks against a figure, seen beside the others of its indicator. */
record IssueChecks(
        Plan plan,
        Indicator line,
        FigureSlot slot,
        Optional<SlotContent> currentContent,
        ReceivedFile file) {
    /** As many times larger or smaller than every other number. */
    private static final BigDecimal MAGNITUDE = BigDecimal.valueOf(100);

    /** As many times the largest step so far. */
    private static final BigDecimal STEPS = BigDecimal.valueOf(5);

    /** And at least this share of the nearest number: small numbers jump. */
    private static final BigDecimal SHARE = new BigDecimal("0.5");

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    List<ReviewIssue> findIssues(SlotContent next) {
        List<ReviewIssue> doubts = new ArrayList<>();
        next.reading().findAmount().ifPresent(v -> checkNumber(v, doubts));
        if (next instanceof SlotContent.ObservationContent(Observation o))
            checkObservation(o, doubts);
        if (next instanceof SlotContent.TargetContent(Milestone m))
            currentContent
                    .filter(
                            n ->
                                    n.reading()
                                            .findAmount()
                                            .filter(v -> v.compareTo(m.amount()) != 0)
                                            .isPresent())
                    .filter(
                            _ ->
                                    doubts.stream()
                                            .noneMatch(d -> d.kind() == ReviewIssue.Kind.ROUNDED))
                    .ifPresent(
                            n ->
                                    doubts.add(
                                            ReviewIssue.issueOfKind(
                                                    ReviewIssue.Kind.TARGET_DIFFERS,
                                                    n.reading().findAmount().orElseThrow(),
                                                    m.amount())));
        return doubts;
    }

    private void checkNumber(BigDecimal value, List<ReviewIssue> doubts) {
        List<BigDecimal> others = otherAmounts();
        Optional<BigDecimal> there = currentContent.flatMap(n -> n.reading().findAmount());
        boolean rounded =
                there.filter(
                                t ->
                                        t.compareTo(value) != 0
                                                && t.setScale(value.scale(), RoundingMode.HALF_UP)
                                                                .compareTo(value)
                                                        == 0
                                                && t.scale() > value.scale())
                        .isPresent();
        if (rounded) doubts.add(ReviewIssue.issueOfKind(ReviewIssue.Kind.ROUNDED, there.get()));
        if (line.unit().strip().matches("[%％]")
                && line.kind() != IndicatorKind.GROWTH
                && value.compareTo(WHOLE) > 0
                && others.stream().allMatch(o -> o.compareTo(WHOLE) <= 0))
            doubts.add(ReviewIssue.issueOfKind(ReviewIssue.Kind.OVER_WHOLE));
        if (!others.isEmpty()
                && value.signum() != 0
                && others.stream().allMatch(o -> isFarFrom(o, value)))
            doubts.add(
                    ReviewIssue.issueOfKind(ReviewIssue.Kind.MAGNITUDE, nearestTo(others, value)));
        else if (isOutlier(value))
            doubts.add(
                    ReviewIssue.issueOfKind(
                            ReviewIssue.Kind.OUTLIER,
                            findPreviousAmount().orElseGet(() -> nearestTo(others, value))));
    }

    private static boolean isFarFrom(BigDecimal one, BigDecimal other) {
        if (one.signum() == 0) return false;
        BigDecimal times = one.abs().divide(other.abs(), MathContext.DECIMAL32);
        return times.compareTo(MAGNITUDE) >= 0
                || times.multiply(MAGNITUDE).compareTo(BigDecimal.ONE) <= 0;
    }

    private static BigDecimal nearestTo(List<BigDecimal> others, BigDecimal value) {
        return others.stream()
                .min((a, b) -> a.subtract(value).abs().compareTo(b.subtract(value).abs()))
                .orElseThrow();
    }

    /** All other numbers of the line: its figures, and its targets too. */
    private List<BigDecimal> otherAmounts() {
        Stream<BigDecimal> milestones =
                line.course().milestones().stream()
                        .filter(
                                m ->
                                        !(slot
                                                        instanceof
                                                        FigureSlot.TargetSlot(
                                                                _,
                                                                Milestone.Role role,
                                                                var on))
                                                || m.role() != role
                                                || !m.day().equals(on))
                        .map(Milestone::amount);
        return Stream.concat(milestones, reportedAmounts().stream())
                .filter(v -> v.signum() != 0)
                .toList();
    }

    /** What was reported last before it, or else the baseline. */
    private Optional<BigDecimal> findPreviousAmount() {
        Stream<Observation> earlier =
                line.observations().stream()
                        .filter(
                                o ->
                                        !(slot
                                                        instanceof
                                                        FigureSlot.ObservationSlot(
                                                                _,
                                                                Period period,
                                                                _))
                                                || o.period().lastDay().isBefore(period.lastDay()));
        return earlier.filter(o -> !o.isForecast())
                .flatMap(o -> o.reading().findAmount().stream())
                .reduce((_, last) -> last)
                .or(() -> line.course().baseline().map(Milestone::amount));
    }

    private List<BigDecimal> reportedAmounts() {
        return line.observations().stream()
                .filter(
                        o ->
                                !(slot
                                                instanceof
                                                FigureSlot.ObservationSlot(
                                                        _,
                                                        Period period,
                                                        boolean forecast))
                                        || !o.period().equals(period)
                                        || o.isForecast() != forecast)
                .map(Observation::reading)
                .map(Reading::findAmount)
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Further from the last numbers than five of the largest steps between them. Two steps at least
     * are needed to tell.
     */
    private boolean isOutlier(BigDecimal value) {
        List<BigDecimal> values =
                Stream.concat(
                                line.course().baseline().map(Milestone::amount).stream(),
                                reportedAmounts().stream())
                        .toList();
        if (values.size() < 3) return false;
        BigDecimal step = BigDecimal.ZERO;
        for (int i = 1; i < values.size(); i++)
            step = step.max(values.get(i).subtract(values.get(i - 1)).abs());
        BigDecimal nearest = nearestTo(values, value);
        BigDecimal off = value.subtract(nearest).abs();
        return off.compareTo(step.multiply(STEPS)) > 0
                && off.compareTo(nearest.abs().multiply(SHARE)) > 0;
    }

    private void checkObservation(Observation next, List<ReviewIssue> doubts) {
        boolean reported =
                line.observations().stream()
                        .anyMatch(
                                o ->
                                        o.period().equals(next.period())
                                                && !o.isForecast()
                                                && o.reading().findAmount().isPresent());
        if (next.isForecast())
            doubts.add(
                    reported
                            ? ReviewIssue.issueOfKind(ReviewIssue.Kind.FORECAST_LATE)
                            : ReviewIssue.issueOfKind(ReviewIssue.Kind.FORECAST));
        else if (next.lastCoveredDay().isAfter(file.receivedOn()))
            doubts.add(ReviewIssue.issueOfKind(ReviewIssue.Kind.NOT_OVER, next.period().code()));
        if (next.period().lastDay().isAfter(plan.lastDay())
                || !next.period().lastDay().isAfter(plan.baselineDay()))
            doubts.add(ReviewIssue.issueOfKind(ReviewIssue.Kind.OUTSIDE, next.period().code()));
        Optional<BigDecimal> there = currentContent.flatMap(n -> n.reading().findAmount());
        boolean settled =
                there.isPresent()
                        && line.observations().stream()
                                .anyMatch(
                                        o ->
                                                o.period().equals(next.period())
                                                        && o.status() == Status.ACTUAL);
        if (settled
                && next.reading()
                        .findAmount()
                        .filter(v -> v.compareTo(there.get()) != 0)
                        .isPresent()
                && doubts.stream().noneMatch(d -> d.kind() == ReviewIssue.Kind.ROUNDED))
            doubts.add(ReviewIssue.issueOfKind(ReviewIssue.Kind.FINAL_PERIOD, there.get()));
        if (there.isPresent() && next.reading().findAmount().isEmpty())
            doubts.add(ReviewIssue.issueOfKind(ReviewIssue.Kind.VALUE_LOST, there.get()));
    }
}
