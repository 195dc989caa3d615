package plumbline.proofreading;

import java.util.List;
import java.util.UUID;

/**
 * A row that tells of one indicator.
 *
 * @param index from 0, among the rows of indicators
 * @param number its serial number
 * @param indicatorId the indicator it became in the plan made of the table
 * @param cells one for each column
 */
public record PrintedRow(
        int index,
        int number,
        UUID indicatorId,
        String name,
        String unit,
        List<PrintedCell> cells) {
    public PrintedRow {
        cells = List.copyOf(cells);
    }
}
