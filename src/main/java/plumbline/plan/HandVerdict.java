package plumbline.plan;

import java.time.LocalDate;
import java.util.Objects;

/** A verdict set by hand: it stands beside the computed one, never instead of it. */
public record HandVerdict(Verdict verdict, String reason, LocalDate day) {
    public HandVerdict {
        Objects.requireNonNull(verdict);
        Objects.requireNonNull(day);
        if (reason.isBlank())
            throw new IllegalArgumentException("a verdict set by hand needs its reason");
    }
}
