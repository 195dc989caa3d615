package plumbline.proofreading;

import java.util.List;

/**
 * What does not hold in a table, and what became of every cell of it.
 *
 * @param checks row by row
 */
public record TableFindings(List<Contradiction> contradictions, List<CellCheck> checks) {
    public TableFindings {
        contradictions = List.copyOf(contradictions);
        checks = List.copyOf(checks);
    }
}
