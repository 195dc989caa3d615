package plumbline.assessment;

/**
 * @param index from 0
 */
public record PrintedColumn(int index, String head, Role role) {}
