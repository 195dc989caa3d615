package plumbline.screen.indicators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import plumbline.app.TestOffice;
import plumbline.desk.ScreenPlace;
import plumbline.plan.Indicator;
import plumbline.plan.Verdict;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Outlook, revisions and verdict by hand in the inspector of the real window, by keyboard. */
class InspectorPanesTest {
    @TempDir Path folder;
    private TestOffice office;
    private UUID id;

    @BeforeEach
    void openTheThirdIndicator() throws Exception {
        office = TestOffice.suizhou(folder);
        id = office.desk().shownPlan().orElseThrow().indicatorsInOrder().get(2).id();
        office.act(
                () -> {
                    office.desk().placeProperty().set(ScreenPlace.INDICATORS);
                    office.desk().selectedIndicatorProperty().set(Optional.of(id));
                });
    }

    @AfterEach
    void close() throws Exception {
        office.close();
    }

    private Node node(String id) {
        return office.stage().getScene().lookup(id);
    }

    private void tab(int index) {
        office.act(
                () -> {
                    ((TabPane) node("#inspector .tab-pane")).getSelectionModel().select(index);
                    office.stage().getScene().getRoot().applyCss();
                });
    }

    private void type(String field, String text) {
        office.act(() -> ((TextField) node(field)).setText(text));
    }

    private void press(String field, KeyCode key) {
        office.act(
                () ->
                        Event.fireEvent(
                                node(field),
                                new KeyEvent(
                                        KeyEvent.KEY_PRESSED,
                                        "",
                                        "",
                                        key,
                                        false,
                                        false,
                                        false,
                                        false)));
    }

    private Indicator indicator() {
        return office.desk().shownPlan().orElseThrow().findIndicator(id).orElseThrow();
    }

    private List<String> said() {
        return node("#inspector").lookupAll(".label").stream()
                .map(n -> ((Label) n).getText())
                .toList();
    }

    private MenuItem formerTargets() {
        return ((SplitMenuButton) node("#export-appendix")).getItems().getFirst();
    }

    @Test
    void aChangedFieldTakesBackWhatWasSaidOfTheForm() {
        tab(2);
        office.act(() -> ((Button) node("#revision-open")).fire());
        office.act(() -> ((Button) node("#revision-record")).fire());
        assertTrue(said().contains("请填写新目标。原来的目标没有变。"));
        type("#revision-amount", "20000");
        assertFalse(said().contains("请填写新目标。原来的目标没有变。"));
    }

    @Test
    void anImpossibleDayOfDecisionRecordsNothing() {
        tab(2);
        office.act(() -> ((Button) node("#revision-open")).fire());
        type("#revision-amount", "20000");
        type("#revision-reason", "疫情影响");
        office.act(
                () -> ((DatePicker) node("#revision-decided")).getEditor().setText("2023-02-30"));
        office.act(() -> ((Button) node("#revision-record")).fire());
        assertEquals(0, indicator().revisions().size());
        assertEquals("2023-02-30", ((DatePicker) node("#revision-decided")).getEditor().getText());
        assertTrue(said().stream().anyMatch(s -> s.contains("“2023-02-30”不是日历上的日期")));
    }

    @Test
    void aTargetIsRevisedByKeyboardListedAndUndone() {
        tab(2);
        office.act(() -> ((Button) node("#revision-open")).fire());
        type("#revision-amount", "20000");
        press("#revision-amount", KeyCode.ENTER);
        assertTrue(said().contains("请写明调整原因。原来的目标没有变。"));
        type("#revision-reason", "疫情影响");
        press("#revision-reason", KeyCode.ENTER);
        assertEquals(1, indicator().revisions().size());
        assertNull(node("#revision-amount"));
        assertTrue(said().contains("期末目标由 ≥18000 调整为 ≥20000"));
        assertFalse(formerTargets().isDisable());
        office.act(() -> office.desk().undo());
        assertEquals(0, indicator().revisions().size());
        assertFalse(said().contains("期末目标由 ≥18000 调整为 ≥20000"));
        assertTrue(formerTargets().isDisable());
    }

    @Test
    void escapeClosesTheFormAndAnEditElsewhereLeavesItOpen() {
        tab(2);
        office.act(() -> ((Button) node("#revision-open")).fire());
        type("#revision-amount", "20000");
        office.act(
                () ->
                        office.desk()
                                .moveEvaluationDate(
                                        office.desk()
                                                .evaluationDate()
                                                .orElseThrow()
                                                .plusMonths(1)));
        assertEquals("20000", ((TextField) node("#revision-amount")).getText());
        press("#revision-amount", KeyCode.ESCAPE);
        assertNull(node("#revision-amount"));
        assertNotNull(node("#revision-open"));
    }

    @Test
    void aVerdictIsSetAndWithdrawn() {
        tab(2);
        office.act(() -> ((Button) node("#hand-open")).fire());
        office.act(() -> ((ComboBox<?>) node("#hand-verdict")).getSelectionModel().select(4));
        type("#hand-reason", "口径有变化");
        press("#hand-reason", KeyCode.ENTER);
        assertEquals(Verdict.BEHIND, indicator().handVerdict().orElseThrow().verdict());
        assertNull(node("#hand-reason"));
        office.act(() -> ((Button) node("#hand-withdraw")).fire());
        assertEquals(Optional.empty(), indicator().handVerdict());
        assertNull(node("#hand-withdraw"));
    }

    @Test
    void aSupposedFigureIsJudgedWhileItIsTyped() {
        tab(1);
        type("#rehearsal-amount", "12000");
        assertEquals("慢于进度", ((Label) node("#rehearsal-verdict")).getText());
        type("#rehearsal-amount", "19000");
        assertEquals("提前完成", ((Label) node("#rehearsal-verdict")).getText());
        type("#rehearsal-amount", "很多");
        assertNull(node("#rehearsal-verdict"));
        assertTrue(said().contains("“很多”不是数。请填写这一期假设的实际值，例如 290000。"));
        assertEquals(Optional.empty(), office.desk().nextUndoProperty().get());
        office.act(
                () ->
                        office.desk()
                                .selectedIndicatorProperty()
                                .set(
                                        Optional.of(
                                                office.desk()
                                                        .shownPlan()
                                                        .orElseThrow()
                                                        .indicatorsInOrder()
                                                        .get(3)
                                                        .id())));
        assertEquals("", ((TextField) node("#rehearsal-amount")).getText());
    }
}
