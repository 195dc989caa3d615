package plumbline.screen.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import plumbline.app.TestOffice;
import plumbline.desk.ScreenPlace;
import plumbline.plan.Plan;
import plumbline.plan.VerdictRule;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;

/** The editor of rules under the keyboard. */
class RuleEditorTest {
    private final FxRobot robot = new FxRobot();
    @TempDir Path folder;
    private TestOffice office;

    @BeforeEach
    void openSettings() throws Exception {
        office = TestOffice.suizhou(folder);
        office.act(() -> office.desk().placeProperty().set(ScreenPlace.SETTINGS));
    }

    @AfterEach
    void close() throws Exception {
        office.close();
    }

    private Node node(String id) {
        return office.stage().getScene().lookup(id);
    }

    private String text(String id) {
        return ((TextField) node(id)).getText();
    }

    private Node focused() {
        return office.stage().getScene().getFocusOwner();
    }

    private Plan plan() {
        return office.desk().shownPlan().orElseThrow();
    }

    private void retype(String id, String text) {
        office.act(
                () -> {
                    node(id).requestFocus();
                    ((TextField) node(id)).selectAll();
                });
        robot.write(text);
        office.settle();
    }

    @Test
    void aFastTypistKeepsThePlaceAndTakesTheRule() throws Exception {
        retype("#rule-bound-3", "-12.5");
        assertEquals("rule-bound-3", focused().getId());
        assertEquals("-12.5", text("#rule-bound-3"));
        office.act(() -> node("#rule-take").requestFocus());
        robot.push(KeyCode.SPACE);
        office.settle();
        assertEquals(VerdictRule.suizhouRule(new BigDecimal("0.125")), plan().rule());
        office.awaitKept();
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        office.settle();
        assertEquals(VerdictRule.suizhouRule(), plan().rule());
        assertEquals("-5", text("#rule-bound-3"));
    }

    @Test
    void whileSomethingIsWrongNothingCanBeTaken() {
        retype("#rule-bound-0", "abc");
        assertTrue(node("#rule-take").isDisabled());
        assertTrue(
                ((Labeled) ((Pane) node("#rule-refusals")).getChildren().getFirst())
                        .getText()
                        .contains("“abc”不是数"));
        office.act(() -> node("#rule-drop").fireEvent(new ActionEvent()));
        assertEquals("100", text("#rule-bound-0"));
        assertTrue(((Pane) node("#rule-refusals")).getChildren().isEmpty());
    }

    @Test
    void aMovedBandKeepsTheKeyboard() {
        office.act(() -> node("#rule-down-0").requestFocus());
        robot.push(KeyCode.SPACE);
        office.settle();
        assertEquals("rule-label-1", focused().getId());
        assertEquals("提前完成", text("#rule-label-1"));
    }

    @Test
    void anAddedBandIsReadyToBeNamed() {
        office.act(() -> node("#rule-add").requestFocus());
        robot.push(KeyCode.SPACE).write("略慢");
        office.settle();
        assertEquals("略慢", text("#rule-label-4"));
        assertEquals("慢于进度", text("#rule-label-5"));
    }

    @Test
    void afterAPresetWasTriedOnesOwnComesBack() {
        retype("#rule-bound-0", "120");
        office.act(() -> preset().setValue(Optional.of("rag")));
        assertEquals("绿", text("#rule-label-0"));
        office.act(() -> preset().setValue(Optional.empty()));
        assertEquals("120", text("#rule-bound-0"));
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Optional<String>> preset() {
        return (ComboBox<Optional<String>>) node("#rule-preset");
    }

    @Test
    void theBindingRuleHasItsOwnFields() {
        assertFalse(node(".rule-binding").isVisible());
        office.act(() -> ((CheckBox) node("#rule-binding")).fire());
        retype("#binding-rule-bound-3", "-8");
        assertEquals("-5", text("#rule-bound-3"));
        office.act(() -> node("#rule-take").fireEvent(new ActionEvent()));
        assertEquals(
                Optional.of(VerdictRule.suizhouRule(new BigDecimal("0.08"))), plan().bindingRule());
        assertEquals(VerdictRule.suizhouRule(), plan().rule());
    }
}
