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
 * @param now what stands there
 * @param next what would stand there; empty where it cannot
 * @param taken it is taken in when the review is accepted
 */
public record Proposal(
        ReadFigure figure,
        Optional<Match> match,
        Optional<FigureSlot> slot,
        Optional<SlotContent> now,
        Optional<SlotContent> next,
        Finding finding,
        List<ReviewIssue> doubts,
        boolean taken) {

    public enum Finding {
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

    public Proposal {
        doubts = List.copyOf(doubts);
    }

    /** True where it can be taken in at all. */
    public boolean possible() {
        return slot.isPresent() && next.isPresent() && finding != Finding.SAME;
    }

    Proposal found(Finding other, ReviewIssue doubt, boolean take) {
        List<ReviewIssue> more = new ArrayList<>(doubts);
        more.add(doubt);
        return new Proposal(figure, match, slot, now, next, other, more, take);
    }

    Proposal without(ReviewIssue.Kind kind) {
        return new Proposal(
                figure,
                match,
                slot,
                now,
                next,
                finding,
                doubts.stream().filter(d -> d.kind() != kind).toList(),
                taken);
    }

    Proposal taken(boolean take) {
        return new Proposal(figure, match, slot, now, next, finding, doubts, take && possible());
    }
}
