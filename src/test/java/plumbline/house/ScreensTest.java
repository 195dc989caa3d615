package plumbline.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;
import plumbline.TestOffice;
import plumbline.desk.Place;

/** Every place in both languages and themes, wide and narrow: it opens, no text is cut, and a picture is left to be looked at. */
class ScreensTest {
    private static final Path PICTURES = Path.of("target", "screens");
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({"CHINESE, LIGHT", "CHINESE, DARK", "ENGLISH, LIGHT", "ENGLISH, DARK"})
    void everyPlaceOpensAndNoTextIsCut(String language, String theme) throws Exception {
        Files.createDirectories(PICTURES);
        Files.writeString(folder.resolve("settings.properties"), "language=" + language + "\ntheme=" + theme + "\n");
        TestOffice office = TestOffice.open(folder);
        List<String> cut = new ArrayList<>();
        String name = (language.equals("CHINESE") ? "zh" : "en") + "-" + theme.toLowerCase(Locale.ROOT);
        cut.addAll(look(office, name + "-start-empty"));
        office.act(() -> ((Button) office.stage().getScene().lookup("#sample-suizhou")).fire());
        office.awaitPlan();
        for (int[] size : new int[][] {{1280, 800}, {1000, 700}}) {
            office.act(() -> {
                office.stage().setWidth(size[0]);
                office.stage().setHeight(size[1]);
            });
            for (Place place : Place.values()) {
                office.act(() -> office.desk().place().set(place));
                cut.addAll(look(office, name + "-" + size[0] + "-" + place.name().toLowerCase(Locale.ROOT)));
                if (place == Place.INDICATORS) for (int tab = 1; tab < tabs(office).getTabs().size(); tab++) cut.addAll(lookAtTab(office, tab, name + "-" + size[0] + "-inspector-" + tab));
            }
        }
        office.close();
        assertEquals(List.of(), cut);
    }

    private static List<String> lookAtTab(TestOffice office, int tab, String name) throws Exception {
        office.act(() -> tabs(office).getSelectionModel().select(tab));
        List<String> cut = look(office, name);
        office.act(() -> tabs(office).getSelectionModel().select(0));
        return cut;
    }

    private static TabPane tabs(TestOffice office) {
        return (TabPane) office.stage().getScene().lookup("#inspector .tab-pane");
    }

    /** Takes the picture; answers what is cut off in it. */
    private static List<String> look(TestOffice office, String name) throws Exception {
        List<String> cut = new ArrayList<>();
        AtomicReference<WritableImage> image = new AtomicReference<>();
        office.act(() -> {
            Scene scene = office.stage().getScene();
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            image.set(scene.snapshot(null));
            cut(scene.getRoot(), cut);
        });
        ImageIO.write(awt(image.get()), "png", PICTURES.resolve(name + ".png").toFile());
        return cut.stream().map(c -> name + ": " + c).toList();
    }

    private static BufferedImage awt(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        PixelReader pixels = image.getPixelReader();
        for (int y = 0; y < height; y++) for (int x = 0; x < width; x++) copy.setRGB(x, y, pixels.getArgb(x, y));
        return copy;
    }

    /** A text ends in dots though no tooltip says it in full; or a tool bar has more than it shows. */
    private static void cut(Node node, List<String> found) {
        if (!node.isVisible()) return;
        if (node.getStyleClass().contains("tool-bar-overflow-button") && node.getParent() != null) found.add("a tool bar overflows");
        if (node instanceof Labeled labeled && shortened(labeled) && !explained(labeled)) found.add("“" + labeled.getText() + "”");
        if (node instanceof Parent parent) parent.getChildrenUnmodifiable().forEach(child -> cut(child, found));
    }

    private static boolean shortened(Labeled labeled) {
        String whole = labeled.getText();
        if (whole == null || whole.isEmpty()) return false;
        return labeled.getChildrenUnmodifiable().stream().filter(Text.class::isInstance).map(Text.class::cast)
                .anyMatch(t -> t != labeled.getGraphic() && t.isVisible() && !t.getText().isEmpty() && !flat(t.getText()).equals(flat(whole)));
    }

    private static String flat(String text) {
        return text.replaceAll("\\s", "");
    }

    private static boolean explained(Control control) {
        for (Node at = control; at != null; at = at.getParent()) if (at instanceof Control c && c.getTooltip() != null) return true;
        return false;
    }

    @Test void aCutLabelIsFound() throws Exception {
        FxToolkit.registerPrimaryStage();
        List<String> found = new ArrayList<>();
        Label narrow = new Label("a sentence that needs far more room than it is given");
        narrow.setMaxWidth(60);
        narrow.setMinWidth(60);
        HBox box = new HBox(narrow);
        new Scene(box, 200, 50);
        box.applyCss();
        box.layout();
        cut(box, found);
        assertTrue(found.size() == 1, found::toString);
    }
}
