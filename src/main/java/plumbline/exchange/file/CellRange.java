package plumbline.exchange.file;

/** A rectangle of cells, its corners among them; from 0. */
public record CellRange(int top, int left, int bottom, int right) {

    /**
     * @throws IllegalArgumentException if the corners are the wrong way round
     */
    public CellRange {
        if (top < 0 || left < 0 || bottom < top || right < left)
            throw new IllegalArgumentException(
                    "no area: " + top + "," + left + "," + bottom + "," + right);
    }
}
