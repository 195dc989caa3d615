package plumbline.chart.pen;

/** A painted drawing that another toolkit can take over. */
public final class PixelImage {
    private final int width;
    private final int height;
    private final int[] colours;

    PixelImage(int width, int height, int[] colours) {
        this.width = width;
        this.height = height;
        this.colours = colours;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Row by row, each {@code 0xAARRGGBB}. */
    public int[] colours() {
        return colours.clone();
    }
}
