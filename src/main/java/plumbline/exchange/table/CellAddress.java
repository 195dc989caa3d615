package plumbline.exchange.table;

/**
 * Where a figure stands.
 *
 * @param sheet empty where the file has none; {@code #2} for the second table of a document
 * @param cell {@code C14}, for text files too; empty for a whole sheet or file
 */
public record CellAddress(String file, String sheet, String cell) {}
