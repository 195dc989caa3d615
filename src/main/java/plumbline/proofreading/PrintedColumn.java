package plumbline.proofreading;

/**
 * @param index from 0
 */
public record PrintedColumn(int index, String heading, PrintedColumnRole role) {}
