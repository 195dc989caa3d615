package plumbline.report.text;

import plumbline.assessment.VerdictTally;
import plumbline.words.Messages;
import plumbline.words.Wording;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * How many of how many, as an office says it: all, none, so many; a percentage only from ten on,
 * for of fewer it says less than the two numbers.
 */
final class CountWording {
    private static final int FEWEST_FOR_A_SHARE = 10;
    private final Messages words;

    CountWording(Messages words) {
        this.words = words;
    }

    /** How many of the judged indicators are on course: to be read after how many there are. */
    String tallyPhrase(VerdictTally tally) {
        String phrase =
                countPhrase(
                        "narrative.standing.", "zero", tally.onCourseCount(), tally.judgedCount());
        return switch (tally.coverage()) {
            case WHOLE -> phrase;
            case PARTLY -> words.sentence("narrative.standing.partly", tally.judgedCount(), phrase);
            case NONE -> words.sentence("narrative.standing.none");
        };
    }

    /** How many of the items are done, and how many late: to be read after how many there are. */
    String itemsPhrase(long done, long all, long overdue) {
        String said = countPhrase("narrative.items.", "none", done, all);
        return overdue == 0 ? said : words.sentence("narrative.items.overdue", said, overdue);
    }

    private String countPhrase(String keys, String none, long part, long whole) {
        if (part == 0) return words.sentence(keys + none);
        if (part == whole) return words.sentence(keys + "all");
        if (whole < FEWEST_FOR_A_SHARE) return words.sentence(keys + "few", part);
        return words.sentence(
                keys + "many",
                part,
                Wording.formatPercent(
                        BigDecimal.valueOf(part)
                                .divide(BigDecimal.valueOf(whole), MathContext.DECIMAL128)));
    }
}
