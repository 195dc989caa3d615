package plumbline.chart.drawing;

import plumbline.plan.ChartColours;

import java.util.EnumMap;
import java.util.Map;

/**
 * Colours for inks, as {@code 0xRRGGBB}, and patterns for areas. The verdicts' colours differ in
 * lightness too, and never stand without shape and word.
 */
public enum Palette {
    LIGHT(
            0xffffff, 0x1f2328, 0x59636e, 0xe4e8ec, 0x8c959f, 0x0550ae, 0x0550ae, 0x9aa4af,
            0x8250df, 0xe6f4ea, 0xb08800, 0x7a8aa0, 0xe9eef7, 0x0a5c4a, 0x1a7f5a, 0x2f6fbf,
            0xb35900, 0xb3261e, 0x6e7781),
    DARK(
            0x0d1117, 0xe6edf3, 0x9da7b3, 0x262c36, 0x6e7681, 0x6cb6ff, 0x6cb6ff, 0x6e7681,
            0xc297ff, 0x12261e, 0xd4a72c, 0x8ba3c7, 0x17202e, 0x56d4b0, 0x3fb97f, 0x6cb6ff,
            0xe0a34a, 0xff8a80, 0x9da7b3),
    /** Stronger lines and no tint that a copier loses. */
    PRINT(
            0xffffff, 0x000000, 0x3a3f45, 0xc9ced4, 0x5b6168, 0x003f8a, 0x003f8a, 0x6d747c,
            0x5e2ca5, 0xdcefe2, 0x7d5f00, 0x4f5d73, 0xdfe6f2, 0x06473a, 0x0f6947, 0x1f5ba6,
            0x8f4600, 0x8f1a14, 0x4d545b),
    /** Black on white: areas are told by {@link FillPattern}, verdicts by shape and word. */
    MONOCHROME(
            0xffffff, 0x000000, 0x2b2b2b, 0xc8c8c8, 0x4a4a4a, 0x000000, 0x000000, 0x777777,
            0x000000, 0xececec, 0x4a4a4a, 0x777777, 0xf0f0f0, 0x000000, 0x000000, 0x000000,
            0x000000, 0x000000, 0x000000),
    /** Blue against orange, which hardly anyone confuses, and dark against light within each. */
    COLOUR_SAFE(
            0xffffff, 0x1a1a1a, 0x555b61, 0xe2e5e8, 0x858c93, 0x0b3c7d, 0x0b3c7d, 0x8d959d,
            0x1a1a1a, 0xe4eef8, 0xa85a00, 0x6c7d93, 0xe6edf6, 0x0b3c7d, 0x1f6fb4, 0x5a6b7b,
            0xa85a00, 0x7a2e00, 0x6e6e6e);

    private final Map<Ink, Integer> colours = new EnumMap<>(Ink.class);

    Palette(int... inOrder) {
        for (Ink ink : Ink.values()) colours.put(ink, inOrder[ink.ordinal()]);
    }

    /** The palette of a picture file: never the dark one. */
    public static Palette forChartColours(ChartColours colours) {
        return switch (colours) {
            case SCREEN -> LIGHT;
            case PRINT -> PRINT;
            case MONOCHROME -> MONOCHROME;
            case COLOUR_SAFE -> COLOUR_SAFE;
        };
    }

    public int colourOf(Ink ink) {
        return colours.get(ink);
    }

    /** How an area in this ink is filled. */
    public FillPattern patternOf(Ink ink) {
        if (this != MONOCHROME) return FillPattern.SOLID;
        return switch (ink) {
            case FASTER -> FillPattern.CROSSED;
            case ON_COURSE, ACTUAL -> FillPattern.RISING;
            case NEARLY, EVALUATION -> FillPattern.LEVEL;
            case BEHIND, COURSE -> FillPattern.BLANK;
            case UNJUDGED, FORECAST, OUTLOOK -> FillPattern.FALLING;
            default -> FillPattern.SOLID;
        };
    }
}
