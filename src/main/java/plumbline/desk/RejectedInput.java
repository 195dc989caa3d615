package plumbline.desk;

import plumbline.base.Problem;
import plumbline.plan.Period;

import java.util.Optional;
import java.util.UUID;

/**
 * What stands in a cell of the grid though it was not understood: it is no part of the plan until
 * it is mended.
 *
 * @param rowId an indicator, a part or a group
 * @param period the column of a figure; none for any other column
 */
public record RejectedInput(
        UUID rowId, Optional<Period> period, String typedText, Problem problem) {}
