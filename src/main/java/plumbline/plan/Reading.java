package plumbline.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What was read for a period: a value, or the reason why there is none. Never a null, never a
 * silent 0.
 */
public sealed interface Reading {
    /**
     * @param amount the number; its scale is the decimals as written (1.8万 has the scale −3)
     * @param approximate 近, 余, 约, 左右
     * @param raw the text as it was written, empty if typed as a plain number
     */
    record Value(BigDecimal amount, boolean approximate, String raw) implements Reading {
        /** After words such as 快报, but not after 不: 不超过 is no more than. */
        private static final Pattern MORE =
                Pattern.compile("[\\p{L}\\s]*?(?:>(?!\\s*=)|(?<!不)(?:超过|大于|高于))");

        private static final Pattern LESS =
                Pattern.compile("[\\p{L}\\s]*?(?:<(?!\\s*=)|(?<!不)(?:小于|低于))");

        public Value {
            Amounts.requireReadable(amount);
            Lengths.requireAtMost(raw, Lengths.NAME);
        }

        /** True where a plan can keep it without rounding. */
        public boolean fitsPlan() {
            return Amounts.isInRange(amount);
        }

        /** The same, rounded half up to the decimals that a plan keeps. */
        public Value roundedToPlan() {
            return fitsPlan()
                    ? this
                    : new Value(
                            amount.setScale(Amounts.MOST_DECIMALS, RoundingMode.HALF_UP),
                            approximate,
                            raw);
        }

        /**
         * On which side of the amount the real value lies, as it was written: 1 for {@code >4} and
         * 超过4, −1 for {@code <4} and 低于4, otherwise 0.
         */
        public int openSide() {
            if (raw.isEmpty()) return 0;
            String plain = Normalizer.normalize(raw, Normalizer.Form.NFKC);
            return MORE.matcher(plain).lookingAt() ? 1 : LESS.matcher(plain).lookingAt() ? -1 : 0;
        }
    }

    /**
     * @param raw the words it was written in, empty where the reason's own say it all
     */
    record Missing(MissingReason reason, String raw) implements Reading {
        public Missing {
            Objects.requireNonNull(reason);
            Objects.requireNonNull(raw);
        }
    }

    static Reading ofAmount(BigDecimal amount) {
        return new Value(amount, false, "");
    }

    static Reading ofAmount(String amount) {
        return ofAmount(new BigDecimal(amount));
    }

    static Reading missing(MissingReason reason) {
        return new Missing(reason, "");
    }

    default Optional<BigDecimal> findAmount() {
        return this instanceof Value(BigDecimal number, _, _)
                ? Optional.of(number)
                : Optional.empty();
    }
}
