package plumbline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import plumbline.app.TestOffice;
import plumbline.desk.ScreenPlace;
import plumbline.plan.Indicator;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * While something is done, the keyboard stays where it is done, and nothing moves from under the
 * pointer.
 */
class SteadyWindowTest {
    private static final int FIELDS = 2;
    private final FxRobot robot = new FxRobot();
    @TempDir Path folder;
    private TestOffice office;

    @BeforeEach
    void openSample() throws Exception {
        Files.writeString(folder.resolve("settings.properties"), "language=CHINESE\n");
        office = TestOffice.open(folder);
        fire("#sample-suizhou");
        office.awaitPlan();
    }

    @AfterEach
    void close() throws Exception {
        office.close();
    }

    private Scene scene() {
        return office.stage().getScene();
    }

    @SuppressWarnings("unchecked")
    private <T extends Node> T find(String id) {
        return (T) scene().lookup(id);
    }

    private void fire(String id) {
        office.act(
                () -> {
                    find(id).requestFocus();
                    find(id).fireEvent(new ActionEvent());
                });
    }

    private void type(String id, String text) {
        office.act(() -> this.<TextField>find(id).setText(text));
    }

    private Indicator first() {
        return office.desk().shownPlan().orElseThrow().indicatorsInOrder().getFirst();
    }

    private void fields() throws Exception {
        office.act(() -> office.desk().placeProperty().set(ScreenPlace.INDICATORS));
        office.act(() -> office.desk().selectedIndicatorProperty().set(Optional.of(first().id())));
        office.act(
                () ->
                        this.<TabPane>find("#inspector .tab-pane")
                                .getSelectionModel()
                                .select(FIELDS));
        office.await(() -> find("#revision-open") != null);
    }

    @Test
    void afterARevisionTheKeyboardStaysInTheDetails() throws Exception {
        fields();
        fire("#revision-open");
        type("#revision-amount", "250000");
        type("#revision-reason", "中期调整");
        fire("#revision-record");
        office.await(() -> first().revisions().size() == 1 && find("#revision-record") == null);
        assertEquals("revision-open", scene().getFocusOwner().getId());
    }

    @Test
    void afterAVerdictByHandTheKeyboardStaysInTheDetails() throws Exception {
        fields();
        fire("#hand-open");
        office.act(() -> this.<ComboBox<?>>find("#hand-verdict").getSelectionModel().selectLast());
        type("#hand-reason", "专家意见");
        fire("#hand-set");
        office.await(() -> first().handVerdict().isPresent() && find("#hand-set") == null);
        assertEquals("hand-open", scene().getFocusOwner().getId());
    }

    @Test
    void aRefusalLeavesTheButtonsOfAFormWhereTheyAre() throws Exception {
        fields();
        fire("#revision-open");
        double before = find("#revision-record").getParent().getLayoutY();
        fire("#revision-record");
        assertEquals(before, find("#revision-record").getParent().getLayoutY());
        office.act(
                () -> this.<DatePicker>find("#revision-decided").getEditor().setText("2023-05-32"));
        fire("#revision-record");
        assertTrue(find("#revision-decided-wrong").isVisible());
        assertEquals(before, find("#revision-record").getParent().getLayoutY());
    }

    @Test
    void theLanguageIsChosenWithoutLosingTheKeyboard() {
        office.act(() -> office.desk().placeProperty().set(ScreenPlace.SETTINGS));
        fire("#choose-ENGLISH");
        assertEquals("choose-ENGLISH", scene().getFocusOwner().getId());
    }

    @Test
    void theDateStaysInItsPlaceWhenVerdictsChangeOrItIsWrong() {
        double at = left("#evaluation-date");
        double middle = top("#overview");
        fire("#date-later");
        assertTrue(find("#date-moved").isVisible());
        assertEquals(at, left("#evaluation-date"));
        office.act(
                () -> {
                    find("#evaluation-date").requestFocus();
                    this.<DatePicker>find("#evaluation-date").getEditor().setText("2022-02-30");
                });
        robot.push(KeyCode.ENTER);
        office.settle();
        assertTrue(find("#evaluation-date-wrong").isVisible());
        assertEquals(middle, top("#overview"));
    }

    private double left(String id) {
        return find(id).localToScene(0, 0).getX();
    }

    private double top(String id) {
        return find(id).localToScene(0, 0).getY();
    }
}
