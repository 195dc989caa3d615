package plumbline.plan;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * 脱敏: a value of the plan that leaves the house as {@link #SHOWN}. It marks the place, not the
 * number: a figure that is corrected or takes the place of its forecast stays confidential.
 */
public sealed interface Redaction extends Comparable<Redaction> {
    /** What is printed in place of a value, in every language. */
    String SHOWN = "XX";

    /** The indicator or the part. */
    UUID line();

    /**
     * Everything that stands on the line and on its parts: baseline, targets and figures, also
     * those to come.
     */
    record Line(UUID line) implements Redaction {
        public Line {
            Objects.requireNonNull(line);
        }
    }

    /** The figure and the forecast of a period. */
    record Figures(UUID line, Period period) implements Redaction {
        public Figures {
            Objects.requireNonNull(line);
            Objects.requireNonNull(period);
        }
    }

    /**
     * @param on of a yearly target, and of none else
     */
    record Target(UUID line, Milestone.Role role, Optional<LocalDate> on) implements Redaction {
        public Target {
            Objects.requireNonNull(line);
            if ((role == Milestone.Role.YEARLY) != on.isPresent())
                throw new IllegalArgumentException("yearly targets are told apart by their day");
        }

        public static Target of(UUID line, Milestone.Role role, LocalDate on) {
            return new Target(
                    line, role, Optional.of(on).filter(_ -> role == Milestone.Role.YEARLY));
        }
    }

    /**
     * The place on the line, as {@link #parse} reads it: empty, {@code 2023H1}, {@code FINAL},
     * {@code YEARLY 2023-12-31}.
     */
    default String place() {
        return switch (this) {
            case Line _ -> "";
            case Figures(_, Period period) -> period.code();
            case Target(_, Milestone.Role role, Optional<LocalDate> on) ->
                    role.name() + on.map(day -> " " + day).orElse("");
        };
    }

    /**
     * @throws IllegalArgumentException if it is no place
     */
    static Redaction parse(UUID line, String place) {
        if (place.isEmpty()) return new Line(line);
        if (!Character.isLetter(place.charAt(0))) return new Figures(line, Period.parse(place));
        String[] words = place.split(" ", 2);
        return new Target(
                line,
                Milestone.Role.valueOf(words[0]),
                words.length == 1 ? Optional.empty() : Optional.of(day(words[1])));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no day: " + text, e);
        }
    }

    @Override
    default int compareTo(Redaction other) {
        return Comparator.comparing(Redaction::line)
                .thenComparing(Redaction::place)
                .compare(this, other);
    }
}
