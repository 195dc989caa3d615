package plumbline.screen.parts;

import javafx.scene.text.Font;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The family the screen is written in: the system's Chinese font where there is one, the bundled
 * one otherwise.
 */
public final class Fonts {
    private static final List<String> CHINESE =
            List.of(
                    "Microsoft YaHei UI",
                    "Microsoft YaHei",
                    "PingFang SC",
                    "Noto Sans CJK SC",
                    "Source Han Sans SC",
                    "Noto Sans SC",
                    "WenQuanYi Micro Hei",
                    "HarmonyOS Sans SC");

    private static final class Chosen {
        static final String FAMILY =
                CHINESE.stream()
                        .filter(Font.getFamilies()::contains)
                        .findFirst()
                        .orElseGet(Fonts::bundled);
    }

    private Fonts() {}

    public static String family() {
        return Chosen.FAMILY;
    }

    private static String bundled() {
        load("NotoSansSC-Bold.ttf");
        return load("NotoSansSC-Regular.ttf").getFamily();
    }

    private static Font load(String file) {
        try (InputStream in = Fonts.class.getResourceAsStream("/plumbline/fonts/" + file)) {
            return Font.loadFont(in, 12);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
