package plumbline.report.text;

import plumbline.words.Messages;

/**
 * A place from which a redacted value can still be read.
 *
 * @param secret what was to be hidden, in words
 * @param number as they would be printed
 * @param place in words
 */
public record RedactionLeak(Kind kind, String secret, String number, String place) {
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

    public String leakSentence(Messages words) {
        return words.sentence("leak." + kind.name(), secret, number, place);
    }
}
