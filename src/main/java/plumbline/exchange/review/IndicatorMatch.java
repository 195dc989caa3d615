package plumbline.exchange.review;

import java.util.UUID;

/**
 * Which of the plan's indicators a strange name stands for.
 *
 * @param score from 0 to 1; 1 for all but SIMILAR
 */
public record IndicatorMatch(UUID indicatorId, MatchMethod method, double score) {
    public enum MatchMethod {
        /** Written as in the plan. */
        EXACT,
        /** By the identifier in a returned collection workbook. */
        KIT,
        /** The same but for numbering, brackets, blanks, punctuation. */
        NORMALISED,
        /** Told by the officer earlier. */
        ALIAS,
        /** Told by the officer just now. */
        CHOSEN,
        /** Much alike: to be looked at. */
        SIMILAR
    }

    /** True where nobody need ask whether it is meant. */
    public boolean isSure() {
        return method != MatchMethod.SIMILAR;
    }
}
