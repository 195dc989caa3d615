package plumbline.exchange.review;

import plumbline.exchange.table.ReadFigure;
import plumbline.plan.FigureSlot;
import plumbline.plan.SlotContent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A figure that was read, and what it would do to the plan.
 *
 * @param match the indicator its name stands for
 * @param slot where it would stand; empty where that is unknown, or the figure is of no use to a
 *     plan
 * @param currentContent what stands there
 * @param nextContent what would stand there; empty where it cannot
 * @param taken it is taken in when the review is accepted
 */
public record FigureProposal(
        ReadFigure figure,
        Optional<IndicatorMatch> match,
        Optional<FigureSlot> slot,
        Optional<SlotContent> currentContent,
        Optional<SlotContent> nextContent,
        ProposalStatus status,
        List<ReviewIssue> issues,
        boolean taken) {

    public enum ProposalStatus {
        /** Nothing stood there. */
        NEW,
        /** As it stands there, or to the digits that were written. */
        SAME,
        /** Another value. */
        CHANGED,
        /** Files or cells contradict each other. */
        CONFLICT,
        /** Hardly believable. */
        SUSPICIOUS,
        /** No number. */
        UNREADABLE,
        /** The plan knows no such indicator or part. */
        UNKNOWN,
        /** Attainment, verdict, weight: computed here, or of no use. */
        UNUSED
    }

    public FigureProposal {
        issues = List.copyOf(issues);
    }

    /** True where it can be taken in at all. */
    public boolean isPossible() {
        return slot.isPresent() && nextContent.isPresent() && status != ProposalStatus.SAME;
    }

    FigureProposal withStatus(ProposalStatus other, ReviewIssue doubt, boolean take) {
        List<ReviewIssue> more = new ArrayList<>(issues);
        more.add(doubt);
        return new FigureProposal(
                figure, match, slot, currentContent, nextContent, other, more, take);
    }

    FigureProposal withoutIssue(ReviewIssue.Kind kind) {
        return new FigureProposal(
                figure,
                match,
                slot,
                currentContent,
                nextContent,
                status,
                issues.stream().filter(d -> d.kind() != kind).toList(),
                taken);
    }

    FigureProposal withTaken(boolean take) {
        return new FigureProposal(
                figure,
                match,
                slot,
                currentContent,
                nextContent,
                status,
                issues,
                take && isPossible());
    }
}
