package plumbline.plan;

import java.time.LocalDate;
import java.util.Objects;

/** 目标调整: the target that stood before, and when, why and by which decision it was changed. */
public record TargetRevision(Milestone before, LocalDate decided, String reason, String decision) {
    public TargetRevision {
        Objects.requireNonNull(before);
        Objects.requireNonNull(decided);
        Objects.requireNonNull(reason);
        Objects.requireNonNull(decision);
    }
}
