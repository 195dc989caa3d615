package plumbline.exchange.notation;

import plumbline.plan.Period;

import java.time.DateTimeException;
import java.util.Optional;

/**
 * Periods as officers write them, and as they are shown: 2024年, 2023年上半年, H1 2023, 2023年第三季度,
 * 2023年7-9月, 2023-05.
 */
public final class PeriodParser {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    private PeriodParser() {}

    /** Empty for what is no period, or a single day, and for one that no plan can reach. */
    public static Optional<Period> parsePeriod(String text) {
        return (DateParser.parseDate(text).isPresent()
                        ? Optional.<Period>empty()
                        : parseWordedPeriod(text))
                .or(() -> parsePeriodCode(text))
                .filter(
                        p ->
                                p.firstMonth().getYear() >= FIRST_YEAR
                                        && p.lastMonth().getYear() <= LAST_YEAR);
    }

    private static Optional<Period> parseWordedPeriod(String text) {
        return TimeParser.findTime(text)
                .filter(TimeParser.FoundTime::isWholeText)
                .flatMap(_ -> HeaderLexicon.findPeriod(text));
    }

    private static Optional<Period> parsePeriodCode(String text) {
        try {
            return Optional.of(Period.parse(text.strip()));
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }
}
