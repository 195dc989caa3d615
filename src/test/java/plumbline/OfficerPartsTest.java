package plumbline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import plumbline.app.TestOffice;
import plumbline.desk.ScreenPlace;
import plumbline.plan.Course;
import plumbline.plan.Indicator;
import plumbline.plan.Observation;
import plumbline.plan.Part;
import plumbline.plan.Period;
import plumbline.plan.RollUp;
import plumbline.words.EditName;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.imageio.ImageIO;

/**
 * What an officer does with parts and checks in the window, by keyboard. Leaves pictures to be
 * looked at.
 */
class OfficerPartsTest {
    private static final int NAME = 1;
    private static final int YEAR_2022 = 5;
    private static final int SEVENTH = 9;
    private final FxRobot robot = new FxRobot();
    @TempDir Path folder;
    private TestOffice office;

    @BeforeEach
    void openSample() throws Exception {
        office = TestOffice.suizhou(folder);
        office.act(() -> office.desk().placeProperty().set(ScreenPlace.INDICATORS));
    }

    @AfterEach
    void close() throws Exception {
        office.close();
    }

    @Test
    void partsAreAddedInTheInspectorTypedInTheGridAndMakeTheTotal() throws Exception {
        toCell(SEVENTH, NAME);
        tab(4);
        office.act(() -> this.<ComboBox<RollUp>>find("#part-rollUp").setValue(RollUp.SUM));
        office.act(() -> find("#part-add").requestFocus());
        office.act(() -> this.<TextField>find("#part-add").setText("曾都区、广水市、随县"));
        robot.push(KeyCode.ENTER);
        office.settle();
        assertEquals(
                List.of("曾都区", "广水市", "随县"), seventh().parts().stream().map(Part::name).toList());

        toCell(SEVENTH, YEAR_2022);
        robot.push(KeyCode.ALT, KeyCode.RIGHT).push(KeyCode.DOWN);
        office.settle();
        robot.write("100")
                .push(KeyCode.ENTER)
                .write("70")
                .push(KeyCode.ENTER)
                .write("60")
                .push(KeyCode.ENTER);
        office.settle();
        assertEquals(
                List.of("100", "70", "60"),
                List.of(cell(SEVENTH + 1), cell(SEVENTH + 2), cell(SEVENTH + 3)));
        picture("parts-grid");

        // 220 was typed, the parts make 230.
        office.act(() -> office.desk().placeProperty().set(ScreenPlace.CHECKS));
        picture("parts-checks");
        assertTrue(
                label("#check-mend-0").getText().contains("230"), label("#check-mend-0").getText());
        office.act(() -> find("#check-mend-0").fireEvent(new ActionEvent()));
        office.act(() -> office.desk().placeProperty().set(ScreenPlace.INDICATORS));
        assertEquals("Σ 230", cell(SEVENTH));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        office.settle();
        assertEquals("220", cell(SEVENTH));
    }

    @Test
    void aTotalTypedOverIsTheIndicatorsOwnEvenIfItReadsTheSame() {
        parted();
        toCell(SEVENTH, YEAR_2022);
        assertEquals("Σ 230", cell(SEVENTH));
        robot.push(KeyCode.F2).push(KeyCode.ENTER);
        office.settle();
        assertEquals("Σ 230", cell(SEVENTH));
        toCell(SEVENTH, YEAR_2022);
        robot.write("230").push(KeyCode.ENTER);
        office.settle();
        assertEquals("230", cell(SEVENTH));
    }

    @Test
    void foldingAwayPutsTheFocusOnTheIndicator() {
        parted();
        toCell(SEVENTH, NAME);
        robot.push(KeyCode.ALT, KeyCode.RIGHT).push(KeyCode.DOWN).push(KeyCode.DOWN);
        office.settle();
        assertEquals(SEVENTH + 2, focus().getRow());
        assertEquals(Optional.of(seventh().id()), office.desk().selectedIndicatorProperty().get());
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        office.settle();
        assertEquals(SEVENTH, focus().getRow());
    }

    @Test
    void aFindingOfAPartLeadsToItsCell() {
        parted();
        office.act(
                () ->
                        office.desk()
                                .editPlan(
                                        EditName.of("edit.rule"),
                                        p ->
                                                p.withObservation(
                                                        seventh().parts().get(1).id(),
                                                        Observation.actual(
                                                                Period.ofYear(2022), "1"))));
        office.act(() -> office.desk().placeProperty().set(ScreenPlace.CHECKS));
        office.act(
                () ->
                        robot.lookup(".leading").queryAll().stream()
                                .map(Node.class::cast)
                                .filter(
                                        n ->
                                                n.getAccessibleText() != null
                                                        && n.getAccessibleText().contains("广水市"))
                                .findFirst()
                                .orElseThrow()
                                .requestFocus());
        robot.push(KeyCode.ENTER);
        office.settle();
        assertEquals(ScreenPlace.INDICATORS, office.desk().placeProperty().get());
        assertEquals(
                List.of(SEVENTH + 2, YEAR_2022), List.of(focus().getRow(), focus().getColumn()));
    }

    @Test
    void aFindingLeadsToItsCellThoughTheGridWasNeverOpenedBefore() throws Exception {
        office.awaitKept();
        office.close();
        office = TestOffice.open(folder);
        office.awaitPlan();
        parted();
        office.act(
                () ->
                        office.desk()
                                .editPlan(
                                        EditName.of("edit.rule"),
                                        p ->
                                                p.withObservation(
                                                        seventh().parts().get(1).id(),
                                                        Observation.actual(
                                                                Period.ofYear(2022), "1"))));
        office.act(() -> office.desk().placeProperty().set(ScreenPlace.CHECKS));
        robot.push(KeyCode.ENTER);
        office.settle();
        assertEquals(
                List.of(SEVENTH + 2, YEAR_2022), List.of(focus().getRow(), focus().getColumn()));
    }

    @Test
    void aColumnGoneToStandsBesideTheFrozenOnes() throws Exception {
        parted();
        office.act(() -> office.stage().setWidth(900));
        toCell(SEVENTH, YEAR_2022);
        robot.push(KeyCode.ALT, KeyCode.RIGHT).push(KeyCode.DOWN);
        robot.write("100").push(KeyCode.ENTER).write("71").push(KeyCode.ENTER);
        office.settle();
        picture("parts-narrow");
        Node typed =
                robot.lookup(".grid-cell").queryAll().stream()
                        .filter(
                                n ->
                                        n instanceof TableCell<?, ?> c
                                                && c.getIndex() == SEVENTH + 2
                                                && c.getTableColumn()
                                                        == grid().getColumns().get(YEAR_2022))
                        .findFirst()
                        .orElseThrow();
        Node name =
                robot.lookup(".grid-cell").queryAll().stream()
                        .filter(
                                n ->
                                        n instanceof TableCell<?, ?> c
                                                && c.getIndex() == SEVENTH + 2
                                                && c.getTableColumn()
                                                        == grid().getColumns().get(NAME))
                        .findFirst()
                        .orElseThrow();
        double right = grid().localToScene(grid().getBoundsInLocal()).getMaxX();
        assertTrue(
                typed.localToScene(typed.getBoundsInLocal()).getMinX()
                        >= name.localToScene(name.getBoundsInLocal()).getMaxX() - 2);
        assertTrue(typed.localToScene(typed.getBoundsInLocal()).getMaxX() <= right + 2);
    }

    @Test
    void theChartAndThePanesWithParts() throws Exception {
        parted();
        toCell(SEVENTH, YEAR_2022);
        robot.push(KeyCode.ALT, KeyCode.RIGHT);
        picture("parts-chart");
        tab(2);
        office.act(() -> find("#kind-compare").fireEvent(new ActionEvent()));
        picture("parts-preview");
        tab(4);
        picture("parts-pane");
        office.act(() -> office.desk().placeProperty().set(ScreenPlace.CHARTS));
        picture("parts-charts");
        assertEquals("Σ 230", cellOf(ScreenPlace.INDICATORS, SEVENTH));
    }

    /** Three parts with two years each; the second year's total was not typed. */
    private void parted() {
        UUID id = seventh().id();
        office.act(
                () ->
                        office.desk()
                                .editPlan(
                                        EditName.of("edit.rule"),
                                        p -> {
                                            Indicator with =
                                                    seventh()
                                                            .withRollUp(RollUp.SUM)
                                                            .withoutObservations(
                                                                    Period.ofYear(2022))
                                                            .withoutObservations(
                                                                    Period.ofHalfYear(2023, 1));
                                            for (String[] part :
                                                    new String[][] {
                                                        {"曾都区", "20", "100"},
                                                        {"广水市", "12", "70"},
                                                        {"随县", "8", "60"}
                                                    }) {
                                                with =
                                                        with.withPart(
                                                                new Part(
                                                                        UUID.nameUUIDFromBytes(
                                                                                part[0].getBytes(
                                                                                        StandardCharsets
                                                                                                .UTF_8)),
                                                                        part[0],
                                                                        Course.EMPTY,
                                                                        List.of(
                                                                                Observation.actual(
                                                                                        Period
                                                                                                .ofYear(
                                                                                                        2021),
                                                                                        part[1]),
                                                                                Observation.actual(
                                                                                        Period
                                                                                                .ofYear(
                                                                                                        2022),
                                                                                        part[2]))));
                                            }
                                            Indicator made = with;
                                            return p.withChangedIndicator(id, _ -> made);
                                        }));
    }

    private Indicator seventh() {
        return office.desk().shownPlan().orElseThrow().indicatorsInOrder().get(6);
    }

    private TableView<Object> grid() {
        return find("#indicators-grid");
    }

    private TablePosition<?, ?> focus() {
        return grid().getFocusModel().getFocusedCell();
    }

    @SuppressWarnings("unchecked")
    private <T extends Node> T find(String id) {
        return (T) office.stage().getScene().lookup(id);
    }

    private Labeled label(String id) {
        return find(id);
    }

    private void tab(int index) {
        office.act(
                () ->
                        ((TabPane) office.stage().getScene().lookup("#inspector .tab-pane"))
                                .getSelectionModel()
                                .select(index));
    }

    private void toCell(int row, int column) {
        office.act(
                () -> {
                    grid().requestFocus();
                    grid().getSelectionModel().clearAndSelect(row, grid().getColumns().get(column));
                });
    }

    private String cellOf(ScreenPlace place, int row) {
        office.act(() -> office.desk().placeProperty().set(place));
        return cell(row);
    }

    private String cell(int row) {
        Node found =
                robot.lookup(".grid-cell").queryAll().stream()
                        .filter(
                                n ->
                                        n instanceof TableCell<?, ?> c
                                                && c.getIndex() == row
                                                && c.getTableColumn()
                                                        == grid().getColumns().get(YEAR_2022))
                        .findFirst()
                        .orElseThrow();
        return ((Labeled) found).getText();
    }

    private void picture(String name) throws Exception {
        WritableImage[] image = new WritableImage[1];
        office.act(
                () -> {
                    Scene scene = office.stage().getScene();
                    scene.getRoot().applyCss();
                    scene.getRoot().layout();
                    image[0] = scene.snapshot(null);
                });
        BufferedImage copy =
                new BufferedImage(
                        (int) image[0].getWidth(),
                        (int) image[0].getHeight(),
                        BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < copy.getHeight(); y++)
            for (int x = 0; x < copy.getWidth(); x++)
                copy.setRGB(x, y, image[0].getPixelReader().getArgb(x, y));
        Path folder = Files.createDirectories(Path.of("target", "screens"));
        ImageIO.write(copy, "png", folder.resolve(name + ".png").toFile());
    }
}
