package plumbline.chart;

import java.util.UUID;

/** What a mark stands for: shown when the pointer rests on it, followed when it is clicked. */
public record About(UUID indicator, String label) { }
