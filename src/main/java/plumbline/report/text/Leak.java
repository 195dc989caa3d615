package plumbline.report.text;

import plumbline.words.Messages;

/**
 * A place from which a redacted value can still be read.
 *
 * @param secret what was to be hidden, in words
 * @param digits as they would be printed
 * @param where in words
 */
public record Leak(Kind kind, String secret, String digits, String where) {
    public enum Kind {
        /** The same digits stand in a text somebody wrote. */
        SAID,
        /** The same number stands at another place of the plan. */
        SHOWN,
        /** It follows from numbers that are shown. */
        FOLLOWS,
        /** The verdict can mean this one number only. */
        TOLD
    }

    public String say(Messages words) {
        return words.say("leak." + kind.name(), secret, digits, where);
    }
}
