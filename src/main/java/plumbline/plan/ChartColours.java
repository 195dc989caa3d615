package plumbline.plan;

/** 屏幕, 打印, 黑白, 色觉友好: what a chart is coloured for. */
public enum ChartColours {
    SCREEN,
    PRINT,
    MONOCHROME,
    COLOUR_SAFE
}
