package plumbline.assessment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A computed number that can say how it came about, or why it did not. */
public sealed interface Figure {
    Formula formula();

    /**
     * @param value exact, or to 34 digits where a division does not end
     */
    record Known(Formula formula, BigDecimal value, List<FormulaInput> inputs) implements Figure {
        public Known {
            inputs = List.copyOf(inputs);
        }
    }

    record Unknown(Formula formula, Reason reason) implements Figure {}

    /** True of a number there is but that stays in the house. */
    default boolean isWithheld() {
        return this instanceof Unknown(_, Reason(Reason.Cause cause, _, _))
                && cause == Reason.Cause.WITHHELD;
    }

    default Optional<BigDecimal> knownValue() {
        return this instanceof Known known ? Optional.of(known.value) : Optional.empty();
    }

    default <T> T foldKnownOrUnknown(Function<Known, T> known, Function<Reason, T> unknown) {
        return switch (this) {
            case Known k -> known.apply(k);
            case Unknown u -> unknown.apply(u.reason);
        };
    }
}
