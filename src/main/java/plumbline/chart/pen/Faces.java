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
final class Faces {
    static final String REGULAR = "NotoSansSC-Regular.ttf";
    static final String BOLD = "NotoSansSC-Bold.ttf";
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private static final Map<String, Font> READ = new ConcurrentHashMap<>();

    private Faces() {}

    private static Font face(boolean bold) {
        return READ.computeIfAbsent(bold ? BOLD : REGULAR, Faces::read);
    }

    /**
     * Java lays it down in a temporary file, for which a disk may be too full: then the next asking
     * reads again.
     */
    private static Font read(String file) {
        try (InputStream in = open(file)) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    static InputStream open(String file) {
        return Faces.class.getResourceAsStream("/plumbline/fonts/" + file);
    }

    /** The bold face has fewer characters; a text it cannot write is written in the regular one. */
    static boolean inBold(String text, boolean bold) {
        return bold && face(true).canDisplayUpTo(text) < 0;
    }

    static Font of(String text, double size, boolean bold) {
        return face(inBold(text, bold)).deriveFont((float) size);
    }

    static boolean has(int character, boolean bold) {
        return face(bold).canDisplay(character);
    }

    static double width(String text, double size, boolean bold) {
        return of(text, size, bold).getStringBounds(text, CONTEXT).getWidth();
    }
}
