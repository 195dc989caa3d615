package plumbline.chart.drawing;

import java.util.Optional;
import java.util.UUID;

/**
 * What a mark stands for: shown when the pointer rests on it, followed to the indicator when it is
 * clicked.
 */
public record MarkInfo(Optional<UUID> indicator, String label) {
    public MarkInfo(UUID indicator, String label) {
        this(Optional.of(indicator), label);
    }
}
