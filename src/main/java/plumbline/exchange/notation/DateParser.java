package plumbline.exchange.notation;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Days as officers write them: 2023-6-30, 2023年6月30日, 2023/6/30, 2023.6.30, 20230630, 30 Jun 2023.
 */
public final class DateParser {
    private static final List<DateTimeFormatter> PATTERNS =
            Stream.of("uuuu-M-d", "uuuu年M月d日", "uuuu/M/d", "uuuu.M.d", "uuuuMMdd", "d MMM uuuu")
                    .map(
                            p ->
                                    DateTimeFormatter.ofPattern(p, Locale.ENGLISH)
                                            .withResolverStyle(ResolverStyle.STRICT))
                    .toList();

    private DateParser() {}

    /** Empty for what is no day, and for an impossible one such as 2023-02-30. */
    public static Optional<LocalDate> parseDate(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        for (DateTimeFormatter pattern : PATTERNS) {
            try {
                return Optional.of(LocalDate.parse(plain, pattern));
            } catch (DateTimeException _) {
                // The next pattern may fit.
            }
        }
        return Optional.empty();
    }
}
