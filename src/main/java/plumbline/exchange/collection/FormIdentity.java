package plumbline.exchange.collection;

import plumbline.plan.Period;

import java.time.DateTimeException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 采集表标识: what a collection workbook says of itself, wherever it has been.
 *
 * @param departmentId empty for the indicators that no department leads
 */
public record FormIdentity(UUID planId, Optional<UUID> departmentId, Period period) {
    private static final String UUIDS = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern CODE =
            Pattern.compile("plumbline-kit/1/(" + UUIDS + ")/(" + UUIDS + "|none)/(\\S{1,30})");

    /** As it stands in the workbook; {@link #parse} reads it back. */
    String code() {
        return "plumbline-kit/1/"
                + planId
                + "/"
                + departmentId.map(UUID::toString).orElse("none")
                + "/"
                + period.code();
    }

    static Optional<FormIdentity> parse(String code) {
        Matcher m = CODE.matcher(code.strip());
        if (!m.matches()) return Optional.empty();
        try {
            Optional<UUID> department =
                    m.group(2).equals("none")
                            ? Optional.empty()
                            : Optional.of(UUID.fromString(m.group(2)));
            return Optional.of(
                    new FormIdentity(
                            UUID.fromString(m.group(1)), department, Period.parse(m.group(3))));
        } catch (IllegalArgumentException | DateTimeException _) {
            // Somebody changed it: the workbook is read as any other.
            return Optional.empty();
        }
    }

    static Optional<UUID> parseLineId(String text) {
        return text.strip().matches(UUIDS)
                ? Optional.of(UUID.fromString(text.strip()))
                : Optional.empty();
    }
}
