package plumbline.base;

import plumbline.plan.TextTooLongException;

import java.util.List;

/**
 * Something that can be expected to go wrong, to be worded once at the top: what happened, what is
 * unharmed, what to do.
 */
public final class Problem extends Exception {
    private static final long serialVersionUID = 1;

    private final String messageKey;
    private final transient List<Object> arguments;

    /**
     * @param key a key of the bundles, {@code problem.…}
     */
    public Problem(String key, Object... args) {
        super(key);
        this.messageKey = key;
        this.arguments = List.of(args);
    }

    public static Problem forTooLongText(TextTooLongException refused) {
        return new Problem("problem.text.long", refused.quotedBeginning(), refused.maximumLength());
    }

    public Problem withCause(Throwable cause) {
        initCause(cause);
        return this;
    }

    public String messageKey() {
        return messageKey;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
