package plumbline.exchange.review;

import plumbline.checks.Check.Found;
import plumbline.checks.Checks;
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
    private final Map<UUID, List<Found>> jumps = new HashMap<>();

    ContextChecks(Plan plan, List<Proposal> proposals) {
        Map<UUID, Indicator> lines = new HashMap<>();
        for (Proposal p : proposals)
            comes(p).ifPresent(
                            f ->
                                    lines.merge(
                                            line(p),
                                            line(p, plan).with(f.observation()),
                                            (there, _) -> there.with(f.observation())));
        lines.forEach((id, line) -> jumps.put(id, Checks.jumps(line)));
    }

    private static UUID line(Proposal p) {
        return p.slot().orElseThrow().line();
    }

    private static Indicator line(Proposal p, Plan plan) {
        return plan.line(line(p)).orElseThrow();
    }

    /** Of two that contradict each other neither is a neighbour. */
    private static Optional<SlotContent.Figure> comes(Proposal p) {
        boolean comes = p.possible() && p.finding() != Proposal.Finding.CONFLICT;
        return comes && p.next().orElseThrow() instanceof SlotContent.Figure f
                ? Optional.of(f)
                : Optional.empty();
    }

    /** The proposal, doubted where it is of another size. */
    Proposal seen(Proposal p, ReviewDecisions choices) {
        boolean doubted = p.doubts().stream().anyMatch(d -> d.kind() == ReviewIssue.Kind.MAGNITUDE);
        Optional<Found> jump =
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
    private static boolean of(Found jump, SlotContent.Figure f) {
        return jump.period().equals(Optional.of(f.observation().period()))
                && f.reading().value().equals(Optional.of(amount(jump)));
    }

    private static BigDecimal amount(Found jump) {
        return (BigDecimal) jump.args().get(1);
    }

    /** What would bring it among the others, and the nearest of them. */
    private static ReviewIssue doubt(Found jump) {
        return ReviewIssue.of(ReviewIssue.Kind.JUMP, jump.args().get(3), jump.args().get(2));
    }
}
