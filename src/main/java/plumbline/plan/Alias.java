package plumbline.plan;

import java.util.UUID;

/**
 * 别名: a name that others use for an indicator, told by the officer once.
 *
 * @param name without blanks, brackets and numbering, in lower case
 */
public record Alias(String name, UUID indicatorId) {
    private static final int LONGEST = 200;

    public Alias {
        if (!canBeRemembered(name))
            throw new IllegalArgumentException("no name to remember: " + name);
    }

    /** True for a name that can be remembered: neither empty nor a whole paragraph. */
    public static boolean canBeRemembered(String name) {
        return !name.isBlank() && name.length() <= LONGEST;
    }
}
