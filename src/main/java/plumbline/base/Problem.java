package plumbline.base;

import plumbline.plan.TooLong;

import java.util.List;

/**
 * Something that can be expected to go wrong, to be worded once at the top: what happened, what is
 * unharmed, what to do.
 */
public final class Problem extends Exception {
    private static final long serialVersionUID = 1;

    private final String key;
    private final transient List<Object> args;

    /**
     * @param key a key of the bundles, {@code problem.…}
     */
    public Problem(String key, Object... args) {
        super(key);
        this.key = key;
        this.args = List.of(args);
    }

    public static Problem of(TooLong refused) {
        return new Problem("problem.text.long", refused.beginning(), refused.most());
    }

    public Problem because(Throwable cause) {
        initCause(cause);
        return this;
    }

    public String key() {
        return key;
    }

    public List<Object> args() {
        return args;
    }
}
