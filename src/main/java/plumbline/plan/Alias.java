package plumbline.plan;

import java.util.UUID;

/**
 * 别名: a name that others use for an indicator, told by the officer once.
 *
 * @param name without blanks, brackets and numbering, in lower case
 */
public record Alias(String name, UUID indicator) {
    public Alias {
        if (name.isBlank()) throw new IllegalArgumentException("an alias needs a name");
    }
}
