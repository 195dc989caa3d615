package plumbline.proofreading;

/**
 * What stands around a table.
 *
 * @param around all of it, of which {@code notes} stand below the table
 * @param tellsKinds whether the notes tell of each row what is asked of it; then no column has one
 *     formula for all its rows
 */
public record TableText(String around, String notes, boolean tellsKinds) {}
