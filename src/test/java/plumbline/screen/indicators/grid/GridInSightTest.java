package plumbline.screen.indicators.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.text.Text;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import plumbline.app.TestOffice;
import plumbline.desk.ScreenPlace;
import plumbline.plan.Indicator;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Reading;
import plumbline.plan.Status;
import plumbline.screen.indicators.grid.IndicatorColumn.ColumnField;
import plumbline.screen.indicators.grid.IndicatorColumn.FieldColumn;
import plumbline.screen.indicators.grid.IndicatorColumn.PeriodColumn;
import plumbline.words.EditName;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What must be seen of the grid and the details beside it. */
class GridInSightTest {
    private static final IndicatorColumn YEAR_2021 = new PeriodColumn(Period.ofYear(2021));
    private final FxRobot robot = new FxRobot();
    @TempDir Path folder;
    private TestOffice office;

    @BeforeEach
    void open() throws Exception {
        Files.writeString(folder.resolve("settings.properties"), "language=ENGLISH\n");
        office = TestOffice.open(folder);
        office.act(() -> ((Button) office.stage().getScene().lookup("#sample-suizhou")).fire());
        office.awaitPlan();
        office.act(() -> office.desk().placeProperty().set(ScreenPlace.INDICATORS));
    }

    @AfterEach
    void close() throws Exception {
        office.close();
    }

    private TableView<?> grid() {
        return (TableView<?>) office.stage().getScene().lookup("#indicators-grid");
    }

    private List<GridCell> cells(IndicatorColumn column) {
        return robot.lookup(".grid-cell").queryAll().stream()
                .filter(GridCell.class::isInstance)
                .map(GridCell.class::cast)
                .filter(
                        c ->
                                column.equals(c.getTableColumn().getUserData())
                                        && !c.isEmpty()
                                        && c.getTableRow().isVisible())
                .toList();
    }

    private List<String> shown(IndicatorColumn column) {
        return cells(column).stream()
                .map(c -> c.lookup(".text"))
                .filter(Text.class::isInstance)
                .map(t -> ((Text) t).getText())
                .toList();
    }

    private UUID indicator(int at) {
        return office.desk().shownPlan().orElseThrow().indicatorsInOrder().get(at).id();
    }

    @Test
    void noNumberAndNoUnitIsCutOff() {
        Observation forecast =
                Observation.of(
                        Period.ofYear(2021),
                        Status.FORECAST,
                        Reading.ofAmount(new BigDecimal("18000000.25")));
        office.act(
                () ->
                        office.desk()
                                .editPlan(
                                        EditName.of("edit.cell", "", ""),
                                        p ->
                                                p.withoutObservations(
                                                                indicator(0), Period.ofYear(2021))
                                                        .withObservation(indicator(0), forecast)
                                                        .withChangedIndicator(
                                                                indicator(0),
                                                                i ->
                                                                        i.withChanges(
                                                                                d ->
                                                                                        d.unit =
                                                                                                "buildings"))));
        office.act(() -> office.stage().getScene().getRoot().layout());
        assertTrue(
                shown(YEAR_2021).contains("forecast 18000000.25"),
                () -> shown(YEAR_2021).toString());
        assertTrue(
                shown(new FieldColumn(ColumnField.UNIT)).contains("buildings"),
                () -> shown(new FieldColumn(ColumnField.UNIT)).toString());
    }

    /** With the details beside it; the verdicts give way. */
    @Test
    void inANarrowWindowAFigureIsSeenWhole() {
        office.act(
                () -> {
                    office.stage().setWidth(1000);
                    office.stage().setHeight(700);
                });
        office.act(() -> office.stage().getScene().getRoot().layout());
        double left = right(cells(new FieldColumn(ColumnField.NAME)).getFirst());
        double end = grid().localToScene(grid().getBoundsInLocal()).getMaxX();
        boolean seen =
                cells(YEAR_2021).stream()
                        .anyMatch(c -> bounds(c).getMinX() >= left && bounds(c).getMaxX() <= end);
        boolean covered =
                cells(new FieldColumn(ColumnField.VERDICT)).stream()
                        .anyMatch(v -> bounds(v).getMinX() < right(cells(YEAR_2021).getFirst()));
        assertEquals(
                List.of(true, false),
                List.of(seen, covered),
                () ->
                        left
                                + " "
                                + end
                                + " "
                                + bounds(cells(YEAR_2021).getFirst())
                                + " "
                                + bounds(cells(new FieldColumn(ColumnField.VERDICT)).getFirst()));
    }

    private static Bounds bounds(Node node) {
        return node.localToScene(node.getBoundsInLocal());
    }

    private static double right(Node node) {
        return bounds(node).getMaxX();
    }

    @Test
    void ofAnotherIndicatorTheVerdictIsSeenFirst() {
        office.act(() -> office.desk().selectedIndicatorProperty().set(Optional.of(indicator(0))));
        TabPane tabs = (TabPane) office.stage().getScene().lookup("#inspector .tab-pane");
        ScrollPane page = (ScrollPane) tabs.getSelectionModel().getSelectedItem().getContent();
        office.act(() -> page.setVvalue(1));
        Indicator same =
                office.desk().shownPlan().orElseThrow().findIndicator(indicator(0)).orElseThrow();
        office.act(
                () ->
                        office.desk()
                                .editPlan(
                                        EditName.of("edit.cell", "", ""),
                                        p ->
                                                p.withChangedIndicator(
                                                        same.id(),
                                                        i -> i.withChanges(d -> d.note = "x"))));
        assertEquals(1, page.getVvalue());
        office.act(() -> office.desk().selectedIndicatorProperty().set(Optional.of(indicator(1))));
        assertEquals(0, page.getVvalue());
    }
}
