package plumbline.screen.proofreading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import plumbline.app.TestOffice;
import plumbline.desk.ScreenPlace;
import plumbline.plan.Verdict;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The place in the window: usable without a plan, and the way from a published table to a plan of
 * one's own.
 */
class ProofreadingViewTest {
    @TempDir Path folder;
    private TestOffice office;

    @BeforeEach
    void goThere() throws Exception {
        office = TestOffice.chinese(folder);
        new FxRobot().push(KeyCode.CONTROL, KeyCode.DIGIT0);
        office.settle();
    }

    @AfterEach
    void close() throws Exception {
        office.close();
    }

    private <T extends Node> T node(Class<T> type, String id) {
        return type.cast(office.stage().getScene().lookup(id));
    }

    private void openSeed() throws Exception {
        office.chooses(Path.of("src/test/resources/plumbline/seeds/000.txt"));
        office.act(() -> node(Button.class, "#proof-open").fire());
        office.await(
                () ->
                        office.stage().getScene().lookup("#proof-list") instanceof ListView<?> list
                                && !list.getItems().isEmpty());
    }

    @Test
    void itIsThereWithoutAPlan() {
        assertEquals(ScreenPlace.PROOFREADING, office.desk().placeProperty().get());
        assertEquals(Optional.empty(), office.desk().shownPlan());
        assertTrue(node(Button.class, "#proof-plan").isDisabled());
        assertTrue(node(Button.class, "#proof-copy").isDisabled());
    }

    @Test
    void aFindingLeadsToItsCell() throws Exception {
        openSeed();
        ListView<?> list = node(ListView.class, "#proof-list");
        TableView<?> table = node(TableView.class, "#proof-table");
        assertEquals(27, list.getItems().size());
        assertEquals(13, table.getItems().size());
        office.act(() -> list.getSelectionModel().select(15));
        TablePosition<?, ?> cell = table.getSelectionModel().getSelectedCells().getFirst();
        assertEquals("6 8", cell.getRow() + " " + cell.getColumn(), "row 7, progress");
    }

    @Test
    void aPlanOfTheTableIsOpenedAndKept() throws Exception {
        openSeed();
        assertFalse(node(Button.class, "#proof-plan").isDisabled());
        office.act(() -> node(Button.class, "#proof-plan").fire());
        office.awaitPlan();
        assertEquals(ScreenPlace.OVERVIEW, office.desk().placeProperty().get());
        assertEquals(13, office.desk().shownPlan().orElseThrow().indicators().size());
        assertEquals(
                Optional.of(Verdict.AHEAD),
                office.desk()
                        .evaluationProperty()
                        .get()
                        .orElseThrow()
                        .assessments()
                        .get(6)
                        .verdict());
        assertEquals(
                9,
                office.desk().evaluationProperty().get().orElseThrow().tallyAll().onCourseCount());
    }
}
