package plumbline.plan;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * 脱敏: a value of the plan that leaves the house as {@link #REPLACEMENT_TEXT}. It marks the place,
 * not the number: a figure that is corrected or takes the place of its forecast stays confidential.
 */
public sealed interface Redaction extends Comparable<Redaction> {
    /** What is printed in place of a value, in every language. */
    String REPLACEMENT_TEXT = "XX";

    /** The indicator or the part. */
    UUID indicatorOrPartId();

    /**
     * Everything that stands on the line and on its parts: baseline, targets and figures, also
     * those to come.
     */
    record LineRedaction(UUID indicatorOrPartId) implements Redaction {
        public LineRedaction {
            Objects.requireNonNull(indicatorOrPartId);
        }
    }

    /** The figure and the forecast of a period. */
    record PeriodRedaction(UUID indicatorOrPartId, Period period) implements Redaction {
        public PeriodRedaction {
            Objects.requireNonNull(indicatorOrPartId);
            Objects.requireNonNull(period);
        }
    }

    /**
     * @param yearlyDay of a yearly target, and of none else
     */
    record TargetRedaction(
            UUID indicatorOrPartId, Milestone.Role role, Optional<LocalDate> yearlyDay)
            implements Redaction {
        public TargetRedaction {
            Objects.requireNonNull(indicatorOrPartId);
            if ((role == Milestone.Role.YEARLY) != yearlyDay.isPresent())
                throw new IllegalArgumentException("yearly targets are told apart by their day");
        }

        public static TargetRedaction forMilestone(UUID line, Milestone.Role role, LocalDate on) {
            return new TargetRedaction(
                    line, role, Optional.of(on).filter(_ -> role == Milestone.Role.YEARLY));
        }
    }

    /**
     * The place on the line, as {@link #parse} reads it: empty, {@code 2023H1}, {@code FINAL},
     * {@code YEARLY 2023-12-31}.
     */
    default String placeCode() {
        return switch (this) {
            case LineRedaction _ -> "";
            case PeriodRedaction(_, Period period) -> period.code();
            case TargetRedaction(_, Milestone.Role role, Optional<LocalDate> on) ->
                    role.name() + on.map(day -> " " + day).orElse("");
        };
    }

    /**
     * @throws IllegalArgumentException if it is no place
     */
    static Redaction parse(UUID line, String place) {
        if (place.isEmpty()) return new LineRedaction(line);
        if (!Character.isLetter(place.charAt(0)))
            return new PeriodRedaction(line, Period.parse(place));
        String[] words = place.split(" ", 2);
        return new TargetRedaction(
                line,
                Milestone.Role.valueOf(words[0]),
                words.length == 1 ? Optional.empty() : Optional.of(parseDay(words[1])));
    }

    private static LocalDate parseDay(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no day: " + text, e);
        }
    }

    @Override
    default int compareTo(Redaction other) {
        return Comparator.comparing(Redaction::indicatorOrPartId)
                .thenComparing(Redaction::placeCode)
                .compare(this, other);
    }
}
