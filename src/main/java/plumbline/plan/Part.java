package plumbline.plan;

import java.util.List;
import java.util.UUID;

/**
 * 分项: a county, district or sub-item of an indicator, with its own figures and perhaps its own
 * targets.
 */
public record Part(UUID id, String name, Course course, List<Observation> observations) {
    public Part {
        name = VisibleText.onOneLine(name);
        if (name.isBlank()) throw new IllegalArgumentException("a part needs a name");
        Lengths.requireAtMost(name, Lengths.TITLE);
        observations = ObservationRules.requireDistinctCells(observations);
    }

    public static Part createNamed(UUID id, String name) {
        return new Part(id, name, Course.EMPTY, List.of());
    }
}
