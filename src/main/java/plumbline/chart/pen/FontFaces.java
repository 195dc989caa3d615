package plumbline.chart.pen;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The two faces of the bundled Chinese font, each read once. */
final class FontFaces {
    static final String REGULAR = "NotoSansSC-Regular.ttf";
    static final String BOLD = "NotoSansSC-Bold.ttf";
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private static final Map<String, Font> FACES_BY_FILE = new ConcurrentHashMap<>();

    private FontFaces() {}

    private static Font loadedFace(boolean bold) {
        return FACES_BY_FILE.computeIfAbsent(bold ? BOLD : REGULAR, FontFaces::readFace);
    }

    /**
     * Java lays it down in a temporary file, for which a disk may be too full: then the next asking
     * reads again.
     */
    private static Font readFace(String file) {
        try (InputStream in = openFontFile(file)) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    static InputStream openFontFile(String file) {
        return FontFaces.class.getResourceAsStream("/plumbline/fonts/" + file);
    }

    /** The bold face has fewer characters; a text it cannot write is written in the regular one. */
    static boolean isWrittenInBold(String text, boolean bold) {
        return bold && loadedFace(true).canDisplayUpTo(text) < 0;
    }

    static Font fontFor(String text, double size, boolean bold) {
        return loadedFace(isWrittenInBold(text, bold)).deriveFont((float) size);
    }

    static boolean hasCharacter(int character, boolean bold) {
        return loadedFace(bold).canDisplay(character);
    }

    static double textWidth(String text, double size, boolean bold) {
        return fontFor(text, size, bold).getStringBounds(text, CONTEXT).getWidth();
    }
}
