package plumbline.exchange.review;

import plumbline.checks.Check.CheckFinding;
import plumbline.checks.PlanChecks;
import plumbline.plan.Indicator;
import plumbline.plan.Plan;
import plumbline.plan.SlotContent;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Figures that come, seen beside the plan's and beside those that come with them: the plan's own
 * checks tell which are of another size.
 */
final class ContextChecks {
    /** By the line they would stand on. */
    private final Map<UUID, List<CheckFinding>> jumps = new HashMap<>();

    ContextChecks(Plan plan, List<Proposal> proposals) {
        Map<UUID, Indicator> lines = new HashMap<>();
        for (Proposal p : proposals)
            comes(p).ifPresent(
                            f ->
                                    lines.merge(
                                            line(p),
                                            line(p, plan).withObservation(f.observation()),
                                            (there, _) -> there.withObservation(f.observation())));
        lines.forEach((id, line) -> jumps.put(id, PlanChecks.findJumps(line)));
    }

    private static UUID line(Proposal p) {
        return p.slot().orElseThrow().indicatorOrPartId();
    }

    private static Indicator line(Proposal p, Plan plan) {
        return plan.findIndicatorOrPart(line(p)).orElseThrow();
    }

    /** Of two that contradict each other neither is a neighbour. */
    private static Optional<SlotContent.ObservationContent> comes(Proposal p) {
        boolean comes = p.possible() && p.finding() != Proposal.Finding.CONFLICT;
        return comes && p.next().orElseThrow() instanceof SlotContent.ObservationContent f
                ? Optional.of(f)
                : Optional.empty();
    }

    /** The proposal, doubted where it is of another size. */
    Proposal seen(Proposal p, ReviewDecisions choices) {
        boolean doubted = p.doubts().stream().anyMatch(d -> d.kind() == ReviewIssue.Kind.MAGNITUDE);
        Optional<CheckFinding> jump =
                doubted
                        ? Optional.empty()
                        : comes(p).flatMap(
                                        f ->
                                                jumps.get(line(p)).stream()
                                                        .filter(j -> of(j, f))
                                                        .findFirst());
        return jump.map(
                        j ->
                                p.without(ReviewIssue.Kind.OUTLIER)
                                        .found(
                                                Proposal.Finding.SUSPICIOUS,
                                                doubt(j),
                                                choices.taken()
                                                        .getOrDefault(p.figure().place(), false)))
                .orElse(p);
    }

    /** A forecast and a figure share a period, but not their number. */
    private static boolean of(CheckFinding jump, SlotContent.ObservationContent f) {
        return jump.period().equals(Optional.of(f.observation().period()))
                && f.reading().findAmount().equals(Optional.of(amount(jump)));
    }

    private static BigDecimal amount(CheckFinding jump) {
        return (BigDecimal) jump.arguments().get(1);
    }

    /** What would bring it among the others, and the nearest of them. */
    private static ReviewIssue doubt(CheckFinding jump) {
        return ReviewIssue.of(
                ReviewIssue.Kind.JUMP, jump.arguments().get(3), jump.arguments().get(2));
    }
}
