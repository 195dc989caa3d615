package plumbline.plan;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/** What was read for a period: a value, or the reason why there is none. Never a null, never a silent 0. */
public sealed interface Reading {

    /**
     * @param amount      the number; its scale is the decimals as written (1.8万 has the scale −3)
     * @param approximate 近, 余, 约, 左右
     * @param raw         the text as it was written, empty if typed as a plain number
     */
    record Value(BigDecimal amount, boolean approximate, String raw) implements Reading {
        public Value {
            Amounts.checked(amount);
            Lengths.check(raw, Lengths.NAME);
        }

        /** Written as a bound that the real value lies beyond: {@code >4} says more than four. */
        public boolean beyond() {
            return raw.startsWith(">") && !raw.startsWith(">=") || raw.startsWith("<") && !raw.startsWith("<=") || raw.startsWith("超过") || raw.startsWith("大于")
                    || raw.startsWith("高于") || raw.startsWith("小于") || raw.startsWith("低于");
        }
    }

    record Missing(MissingReason reason) implements Reading {
        public Missing { Objects.requireNonNull(reason); }
    }

    static Reading of(BigDecimal amount) {
        return new Value(amount, false, "");
    }

    static Reading of(String amount) {
        return of(new BigDecimal(amount));
    }

    static Reading missing(MissingReason reason) {
        return new Missing(reason);
    }

    default Optional<BigDecimal> value() {
        return this instanceof Value(BigDecimal number, _, _) ? Optional.of(number) : Optional.empty();
    }
}
