package plumbline.chart;

import java.util.EnumMap;
import java.util.Map;

/** Colours for inks, as {@code 0xRRGGBB}. The verdicts' colours differ in lightness too, and never stand without shape and word. */
public enum Palette {
    LIGHT(0xffffff, 0x1f2328, 0x59636e, 0xe4e8ec, 0x8c959f, 0x0550ae, 0x0550ae, 0x9aa4af, 0x8250df, 0xe6f4ea, 0xb08800, 0x7a8aa0, 0xe9eef7,
            0x0a5c4a, 0x1a7f5a, 0x2f6fbf, 0xb35900, 0xb3261e, 0x6e7781),
    DARK(0x0d1117, 0xe6edf3, 0x9da7b3, 0x262c36, 0x6e7681, 0x6cb6ff, 0x6cb6ff, 0x6e7681, 0xc297ff, 0x12261e, 0xd4a72c, 0x8ba3c7, 0x17202e,
            0x56d4b0, 0x3fb97f, 0x6cb6ff, 0xe0a34a, 0xff8a80, 0x9da7b3);

    private final Map<Ink, Integer> colours = new EnumMap<>(Ink.class);

    Palette(int... inOrder) {
        for (Ink ink : Ink.values()) colours.put(ink, inOrder[ink.ordinal()]);
    }

    public int colour(Ink ink) {
        return colours.get(ink);
    }
}
