package plumbline.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/** 定稿: a plan frozen at an evaluation; later edits do not touch it. */
public record Snapshot(
        UUID id, String name, LocalDate evaluationDate, Instant frozenAt, String note, Plan plan) {
    public Snapshot {
        name = VisibleText.onOneLine(name);
        Objects.requireNonNull(evaluationDate);
        Objects.requireNonNull(plan);
        if (name.isBlank()) throw new IllegalArgumentException("a snapshot needs a name");
        Lengths.requireAtMost(name, Lengths.TITLE);
    }
}
