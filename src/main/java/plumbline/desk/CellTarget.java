package plumbline.desk;

import plumbline.plan.Period;

import java.util.Optional;
import java.util.UUID;

/**
 * A cell of the grid that is to be gone to.
 *
 * @param indicatorOrPartId an indicator or a part
 * @param period the column; none for the name
 */
public record CellTarget(UUID indicatorOrPartId, Optional<Period> period) {}
