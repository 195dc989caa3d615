package plumbline.plan;

import java.util.UUID;

/** 科室/单位: leads an indicator, owns a task or reports figures. */
public record Department(UUID id, String name) {
    public Department {
        name = VisibleText.onOneLine(name);
        if (name.isBlank()) throw new IllegalArgumentException("a department needs a name");
        Lengths.requireAtMost(name, Lengths.TITLE);
    }
}
