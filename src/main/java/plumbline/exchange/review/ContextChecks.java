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

    ContextChecks(Plan plan, List<FigureProposal> proposals) {
        Map<UUID, Indicator> lines = new HashMap<>();
        for (FigureProposal p : proposals)
            findIncomingObservation(p)
                    .ifPresent(
                            f ->
                                    lines.merge(
                                            indicatorOrPartId(p),
                                            indicatorOrPart(p, plan)
                                                    .withObservation(f.observation()),
                                            (there, _) -> there.withObservation(f.observation())));
        lines.forEach((id, line) -> jumps.put(id, PlanChecks.findJumps(line)));
    }

    private static UUID indicatorOrPartId(FigureProposal p) {
        return p.slot().orElseThrow().indicatorOrPartId();
    }

    private static Indicator indicatorOrPart(FigureProposal p, Plan plan) {
        return plan.findIndicatorOrPart(indicatorOrPartId(p)).orElseThrow();
    }

    /** Of two that contradict each other neither is a neighbour. */
    private static Optional<SlotContent.ObservationContent> findIncomingObservation(
            FigureProposal p) {
        boolean comes = p.isPossible() && p.status() != FigureProposal.ProposalStatus.CONFLICT;
        return comes && p.nextContent().orElseThrow() instanceof SlotContent.ObservationContent f
                ? Optional.of(f)
                : Optional.empty();
    }

    /** The proposal, doubted where it is of another size. */
    FigureProposal withContextIssues(FigureProposal p, ReviewDecisions choices) {
        boolean doubted = p.issues().stream().anyMatch(d -> d.kind() == ReviewIssue.Kind.MAGNITUDE);
        Optional<CheckFinding> jump =
                doubted
                        ? Optional.empty()
                        : findIncomingObservation(p)
                                .flatMap(
                                        f ->
                                                jumps.get(indicatorOrPartId(p)).stream()
                                                        .filter(j -> isAboutObservation(j, f))
                                                        .findFirst());
        return jump.map(
                        j ->
                                p.withoutIssue(ReviewIssue.Kind.OUTLIER)
                                        .withStatus(
                                                FigureProposal.ProposalStatus.SUSPICIOUS,
                                                issueForJump(j),
                                                choices.takenByAddress()
                                                        .getOrDefault(p.figure().address(), false)))
                .orElse(p);
    }

    /** A forecast and a figure share a period, but not their number. */
    private static boolean isAboutObservation(CheckFinding jump, SlotContent.ObservationContent f) {
        return jump.period().equals(Optional.of(f.observation().period()))
                && f.reading().findAmount().equals(Optional.of(jumpAmount(jump)));
    }

    private static BigDecimal jumpAmount(CheckFinding jump) {
        return (BigDecimal) jump.arguments().get(1);
    }

    /** What would bring it among the others, and the nearest of them. */
    private static ReviewIssue issueForJump(CheckFinding jump) {
        return ReviewIssue.issueOfKind(
                ReviewIssue.Kind.JUMP, jump.arguments().get(3), jump.arguments().get(2));
    }
}
