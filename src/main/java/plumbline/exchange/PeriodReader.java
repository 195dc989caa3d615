package plumbline.exchange;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.util.Locale;
import java.util.Optional;
import plumbline.plan.Period;

/** Periods as officers write them, and as they are shown: 2024年, 2023年上半年, H1 2023, 2023年第3季度, 2023年5月, 2023-05. */
public final class PeriodReader {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    private PeriodReader() { }

    /** Empty for what is no period, and for one that no plan can reach. */
    public static Optional<Period> read(String text) {
        try {
            return Optional.of(Period.parse(code(text))).filter(p -> p.first().getYear() >= FIRST_YEAR && p.last().getYear() <= LAST_YEAR);
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }

    private static String code(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT).replace("年上半年", "H1").replace("年下半年", "H2")
                .replaceFirst("^([HQ]\\d)\\s+(\\d{4})$", "$2$1").replaceFirst("年第?(\\d)季度$", "Q$1").replaceFirst("年(\\d)月$", "-0$1")
                .replaceFirst("年(\\d\\d)月$", "-$1").replaceFirst("年$", "");
    }
}
