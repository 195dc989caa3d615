package plumbline.plan;

/**
 * How large a picture is, in points: a slide, the width between the margins of an official page, or
 * a square.
 */
public enum ChartSize {
    SLIDE_16_9(960, 540, 540),
    SLIDE_4_3(720, 540, 540),
    A4_WIDTH(442, 300, 560),
    SQUARE(600, 600, 600);

    private static final double HEIGHT_AROUND_LIST = 125;
    private static final double ROW_HEIGHT = 17;
    private final double width;
    private final double height;
    private final double tallHeight;

    ChartSize(double width, double height, double tall) {
        this.width = width;
        this.height = height;
        this.tallHeight = tall;
    }

    public double width() {
        return width;
    }

    /** What needs room downwards is given more where the page has it. */
    public double height(ChartKind kind) {
        return kind.isTall() ? tallHeight : height;
    }

    /** How many lines of a list can be read on one page. */
    public int rowsPerPage() {
        return (int) ((tallHeight - HEIGHT_AROUND_LIST) / ROW_HEIGHT);
    }
}
