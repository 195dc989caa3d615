package plumbline.plan;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/** A place for a number in a plan, of an indicator or a part of one. */
public sealed interface FigureSlot {

    /** The indicator or the part. */
    UUID line();

    /** True if one of both can stand there only. */
    default boolean same(FigureSlot other) {
        return equals(other);
    }

    /** What was reported, or forecast, for a period. */
    record Figure(UUID line, Period period, boolean forecast) implements FigureSlot {
        public Figure {
            Objects.requireNonNull(line);
            Objects.requireNonNull(period);
        }
    }

    /**
     * @param on matters for a yearly target only; the others stand once each
     */
    record Target(UUID line, Milestone.Role role, LocalDate on) implements FigureSlot {
        @Override
        public boolean same(FigureSlot other) {
            return other instanceof Target(UUID of, Milestone.Role as, LocalDate then)
                    && of.equals(line)
                    && as == role
                    && (role != Milestone.Role.YEARLY || then.equals(on));
        }

        public Target {
            Objects.requireNonNull(line);
            Objects.requireNonNull(role);
            Objects.requireNonNull(on);
        }
    }
}
