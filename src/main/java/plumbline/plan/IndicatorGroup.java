package plumbline.plan;

import java.util.UUID;

/** 指标类别: 市场发展类, 民生保障类 … */
public record IndicatorGroup(UUID id, String name) {
    public IndicatorGroup {
        name = VisibleText.onOneLine(name);
        if (name.isBlank()) throw new IllegalArgumentException("a group needs a name");
        Lengths.requireAtMost(name, Lengths.TITLE);
    }
}
