package plumbline.exchange.review;

import java.util.List;

/** A reason to look at a figure twice before it is taken in; with what its sentence needs. */
public record ReviewIssue(Kind kind, List<Object> arguments) {
    public ReviewIssue {
        arguments = List.copyOf(arguments);
    }

    static ReviewIssue issueOfKind(Kind kind, Object... args) {
        return new ReviewIssue(kind, List.of(args));
    }

    public boolean isGrave() {
        return kind.grave;
    }

    public enum Kind {
        /** The name is only like that of the plan's indicator. */
        SIMILAR_NAME(true),
        /** The unit counts the same in other steps: 万户 for 户. Told, not doubted. */
        UNIT_CONVERTED(false),
        /** The unit counts something else. */
        UNIT_UNLIKE(true),
        /** A hundred times and more from all other figures: a 万 was lost or added. */
        MAGNITUDE(true),
        /**
         * Of another size by whole digits, as the checks of a plan find it; a zero or the point
         * slipped.
         */
        JUMP(true),
        /** Far out of the steps the indicator made so far. */
        OUTLIER(true),
        /** More than all. */
        OVER_WHOLE(true),
        /** Another number stands there that was reported as final. Told: it is a change anyway. */
        FINAL_PERIOD(false),
        /** A forecast for a period that was reported already. */
        FORECAST_LATE(true),
        /** Reported as a fact before the period was over. */
        NOT_OVER(true),
        /** Not within the years of the plan. */
        OUTSIDE(true),
        /**
         * A target that the course cannot take: on the day of another, before the baseline or after
         * the final one.
         */
        NO_PLACE(true),
        /** Nothing, where a value stands. */
        VALUE_LOST(true),
        /** The target in the plan is another: targets are revised, not overwritten. */
        TARGET_DIFFERS(true),
        /** Its place in the table does not say surely what it is. */
        DOUBTFUL_PLACE(true),
        /** The same as in the plan but for its digits. */
        ROUNDED(false),
        /** Another file or cell says something else. */
        CONFLICT(true),
        /** The same was read elsewhere. */
        TWICE(false),
        /** The breakdown is not among the parts of the indicator. */
        PART_UNKNOWN(false),
        /** A forecast. Told, not doubted. */
        FORECAST(false),
        /** A reason why there is none was chosen as well. */
        REASON_BESIDE(true),
        /**
         * The collection workbook was made for another plan: its names are all there is to go by.
         */
        OTHER_PLAN(true),
        /** What was typed in its place is no number, or in another unit. */
        TYPED_WRONG(true);

        private final boolean grave;

        Kind(boolean grave) {
            this.grave = grave;
        }
    }
}
