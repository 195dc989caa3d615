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
    private static final List<String> CHINESE_FAMILIES =
            List.of(
                    "Microsoft YaHei UI",
                    "Microsoft YaHei",
                    "PingFang SC",
                    "Noto Sans CJK SC",
                    "Source Han Sans SC",
                    "Noto Sans SC",
                    "WenQuanYi Micro Hei",
                    "HarmonyOS Sans SC");

    private static final class ChosenFontFamily {
        static final String FAMILY =
                CHINESE_FAMILIES.stream()
                        .filter(Font.getFamilies()::contains)
                        .findFirst()
                        .orElseGet(Fonts::bundledFontFamily);
    }

    private Fonts() {}

    public static String fontFamily() {
        return ChosenFontFamily.FAMILY;
    }

    private static String bundledFontFamily() {
        loadFont("NotoSansSC-Bold.ttf");
        return loadFont("NotoSansSC-Regular.ttf").getFamily();
    }

    private static Font loadFont(String file) {
        try (InputStream in = Fonts.class.getResourceAsStream("/plumbline/fonts/" + file)) {
            return Font.loadFont(in, 12);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
