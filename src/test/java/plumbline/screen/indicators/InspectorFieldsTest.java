package plumbline.screen.indicators;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import plumbline.app.TestOffice;
import plumbline.desk.ScreenPlace;
import plumbline.plan.Department;
import plumbline.plan.Indicator;
import plumbline.plan.Period;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What is typed into the fields of one indicator while another one is clicked in the grid. */
class InspectorFieldsTest {
    private static final int NAME = 1;
    private static final int YEAR_2022 = 5;
    private final FxRobot robot = new FxRobot();
    @TempDir Path folder;
    private TestOffice office;
    private UUID first;
    private UUID second;

    @BeforeEach
    void openTheFieldsOfTheFirstIndicator() throws Exception {
        office = TestOffice.suizhou(folder);
        first = office.desk().shownPlan().orElseThrow().indicatorsInOrder().get(0).id();
        second = office.desk().shownPlan().orElseThrow().indicatorsInOrder().get(1).id();
        office.act(
                () -> {
                    office.desk().placeProperty().set(ScreenPlace.INDICATORS);
                    office.desk().selectedIndicatorProperty().set(Optional.of(first));
                });
        tab("inspector-fields");
    }

    @AfterEach
    void close() throws Exception {
        office.close();
    }

    private Node node(String id) {
        return office.stage().getScene().lookup(id);
    }

    private void tab(String id) {
        TabPane tabs = (TabPane) node("#inspector .tab-pane");
        office.act(
                () -> {
                    tabs.getSelectionModel()
                            .select(
                                    tabs.getTabs().stream()
                                            .filter(t -> t.getId().equals(id))
                                            .findFirst()
                                            .orElseThrow());
                    office.stage().getScene().getRoot().applyCss();
                });
    }

    private Indicator indicator(UUID id) {
        return office.desk().shownPlan().orElseThrow().findIndicator(id).orElseThrow();
    }

    /** Keys are dotted, so {@code #} cannot find them. */
    private Node field(String key) {
        return robot.lookup(n -> key.equals(n.getId())).query();
    }

    private void write(TextInputControl into, String text) {
        office.act(
                () -> {
                    into.requestFocus();
                    into.setText(text);
                });
    }

    /** Rows begin with the heading of the first group. */
    private void click(int row, int column) {
        TableView<?> grid = (TableView<?>) node("#indicators-grid");
        Node cell =
                robot.lookup(".grid-cell").queryAll().stream()
                        .filter(
                                n ->
                                        n instanceof TableCell<?, ?> c
                                                && c.getIndex() == row
                                                && c.getTableColumn()
                                                        == grid.getColumns().get(column))
                        .findFirst()
                        .orElseThrow();
        robot.clickOn(cell);
        office.settle();
    }

    /** So far that the year is not covered by the column of verdicts, which stays at the right. */
    private void pastTheVerdicts() {
        office.act(
                () ->
                        node("#indicators-grid").lookupAll(".scroll-bar").stream()
                                .map(ScrollBar.class::cast)
                                .filter(b -> b.getOrientation() == Orientation.HORIZONTAL)
                                .forEach(b -> b.setValue(120)));
    }

    /** The plan is judged anew beside the window; what is shown follows. */
    private void awaitText(String text, TextInputControl field) {
        try {
            office.await(() -> field.getText().equals(text));
        } catch (Exception _) {
            assertEquals(text, field.getText());
        }
    }

    private List<String> names() {
        return List.of(indicator(first).name(), indicator(second).name());
    }

    private List<String> targets() {
        return Stream.of(first, second)
                .map(
                        id ->
                                indicator(id)
                                        .course()
                                        .finalTarget()
                                        .orElseThrow()
                                        .amount()
                                        .toPlainString())
                .toList();
    }

    private TextInputControl target() {
        return (TextInputControl) field("inspector.target.FINAL");
    }

    @Test
    void clickingAnotherRowGivesTheTextToTheOneItWasTypedFor() {
        write(target(), "250000");
        click(2, NAME);
        assertEquals(List.of("250000", "2250"), targets());
        awaitText("≥2250", target());
        assertEquals(Optional.of(second), office.desk().selectedIndicatorProperty().get());
    }

    @Test
    void choosingAnotherIndicatorElsewhereDoesSoToo() {
        write(target(), "250000");
        office.act(() -> office.desk().selectedIndicatorProperty().set(Optional.of(second)));
        office.act(() -> node("#indicators-grid").requestFocus());
        assertEquals(List.of("250000", "2250"), targets());
    }

    @Test
    void aRefusedTextWaitsForItsOwnIndicator() {
        write(target(), "很多");
        click(2, NAME);
        awaitText("≥2250", target());
        click(1, NAME);
        awaitText("很多", target());
        assertEquals(List.of("242854", "2250"), targets());
    }

    @Test
    void aNameTypedIntoABoxGoesToItsOwnIndicator() {
        office.act(() -> field("inspector.lead").requestFocus());
        robot.write("xinyong");
        click(2, NAME);
        List<Department> departments = office.desk().shownPlan().orElseThrow().departments();
        assertEquals(
                Optional.of("xinyong"),
                indicator(first)
                        .leadDepartment()
                        .flatMap(
                                id ->
                                        departments.stream()
                                                .filter(d -> d.id().equals(id))
                                                .findFirst())
                        .map(Department::name));
        assertEquals(Optional.empty(), indicator(second).leadDepartment());
    }

    @Test
    void aFieldThatHasTheFocusDoesNotBringBackWhatWasUndone() {
        TextInputControl name = (TextInputControl) field("inspector.name");
        write(name, "市场主体总数");
        robot.push(KeyCode.ENTER);
        office.settle();
        assertEquals("市场主体总数", names().getFirst());
        office.act(() -> office.desk().undo());
        awaitText("全市市场主体数", name);
        click(2, NAME);
        assertEquals(List.of("全市市场主体数", "广告经营单位"), names());
    }

    @Test
    void theNoteOfAFigureGoesToItsOwnFigure() {
        pastTheVerdicts();
        click(1, YEAR_2022);
        tab("inspector-figures");
        TextInputControl note = (TextInputControl) node("#figure-note");
        String before =
                indicator(second).displayedObservation(Period.ofYear(2022)).orElseThrow().note();
        write(note, "年报数");
        click(2, YEAR_2022);
        assertEquals(
                "年报数",
                indicator(first).displayedObservation(Period.ofYear(2022)).orElseThrow().note());
        assertEquals(
                before,
                indicator(second).displayedObservation(Period.ofYear(2022)).orElseThrow().note());
        assertEquals(before, note.getText());
    }
}
