package plumbline.proofreading;

import plumbline.plan.Period;

import java.math.BigDecimal;

/** How the author may have come to what was printed. */
public sealed interface ErrorHypothesis {
    enum CommonError implements ErrorHypothesis {
        NONE,
        /** Cut off after the last decimal instead of rounded. */
        TRUNCATED,
        /** Only what exceeds the target: 100 % too little. */
        EXCESS_ONLY,
        /** Attainment and progress have changed places. */
        SWAPPED,
        /** Attainment where progress belongs, or the other way round. */
        OTHER_MEASURE,
        /** Target ÷ value. */
        INVERTED,
        /** Nothing above 100 %. */
        CAPPED,
        /** A ÷ B. */
        OVER_BASELINE,
        /** (A − B) ÷ B. */
        GROWTH,
        /** Two neighbouring digits have changed places. */
        DIGITS_SWAPPED,
        /** A hundred times too much or too little: a fraction for a percentage. */
        HUNDREDFOLD,
        /**
         * The value, or the target, or the baseline, is ten thousand times too much or too little:
         * 万 lost or written twice.
         */
        VALUE_WAN,
        TARGET_WAN,
        BASELINE_WAN,
        /** The condition of the class given holds too, but a better class comes first. */
        BETTER_CLASS_FIRST,
        /** The class counted includes 基本符合. */
        NEARLY_COUNTED,
        /** The count is that of the classes as printed. */
        CLASSES_AS_PRINTED
    }

    /** Computed from the figure of another period. */
    record OtherPeriodUsed(Period period) implements ErrorHypothesis {}

    /** The result of another row. */
    record OtherRowUsed(int rowNumber) implements ErrorHypothesis {}

    /** “Near” would have to be this many percentage points wide. */
    record NearWidthNeeded(BigDecimal points) implements ErrorHypothesis {}
}
