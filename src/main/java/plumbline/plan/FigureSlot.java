package plumbline.plan;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/** A place for a number in a plan, of an indicator or a part of one. */
public sealed interface FigureSlot {

    /** The indicator or the part. */
    UUID indicatorOrPartId();

    /** True if one of both can stand there only. */
    default boolean isSameSlot(FigureSlot other) {
        return equals(other);
    }

    /** What was reported, or forecast, for a period. */
    record ObservationSlot(UUID indicatorOrPartId, Period period, boolean isForecast)
            implements FigureSlot {
        public ObservationSlot {
            Objects.requireNonNull(indicatorOrPartId);
            Objects.requireNonNull(period);
        }
    }

    /**
     * @param day matters for a yearly target only; the others stand once each
     */
    record TargetSlot(UUID indicatorOrPartId, Milestone.Role role, LocalDate day)
            implements FigureSlot {
        @Override
        public boolean isSameSlot(FigureSlot other) {
            return other instanceof TargetSlot(UUID of, Milestone.Role as, LocalDate then)
                    && of.equals(indicatorOrPartId)
                    && as == role
                    && (role != Milestone.Role.YEARLY || then.equals(day));
        }

        public TargetSlot {
            Objects.requireNonNull(indicatorOrPartId);
            Objects.requireNonNull(role);
            Objects.requireNonNull(day);
        }
    }
}
