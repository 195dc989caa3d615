package plumbline.plan;

import java.time.LocalDate;
import java.util.Objects;

/** 目标调整: the target that stood before, and when, why and by which decision it was changed. */
public record TargetRevision(
        Milestone formerTarget, LocalDate decidedOn, String reason, String decision) {
    public TargetRevision {
        if (formerTarget.role() == Milestone.Role.BASELINE)
            throw new IllegalArgumentException("a baseline is no target");
        Objects.requireNonNull(decidedOn);
        Objects.requireNonNull(reason);
        Objects.requireNonNull(decision);
    }

    /**
     * True if it changed this target: the one of its role, of the yearly ones that of the same day.
     */
    public boolean isRevisionOf(Milestone target) {
        return formerTarget.isSameSlot(target);
    }
}
