package plumbline.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;

import plumbline.app.TestOffice;
import plumbline.desk.ScreenPlace;
import plumbline.plan.ChartKind;
import plumbline.plan.Countermeasure;
import plumbline.plan.Department;
import plumbline.plan.HandVerdict;
import plumbline.plan.Indicator;
import plumbline.plan.Milestone;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Verdict;
import plumbline.screen.parts.LinkRow;
import plumbline.words.EditName;

import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import javax.imageio.ImageIO;

/**
 * Every place in both languages and themes, wide and narrow: it opens, no text is cut, and a
 * picture is left to be looked at.
 */
class ScreensTest {
    private static final Path PICTURES = Path.of("target", "screens");
    @TempDir Path folder;

    @BeforeAll
    static void startTheToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @ParameterizedTest
    @CsvSource({"CHINESE, LIGHT", "CHINESE, DARK", "ENGLISH, LIGHT", "ENGLISH, DARK"})
    void everyPlaceOpensAndNoTextIsCut(String language, String theme) throws Exception {
        Files.createDirectories(PICTURES);
        Files.writeString(
                folder.resolve("settings.properties"),
                "language=" + language + "\ntheme=" + theme + "\n");
        TestOffice office = TestOffice.open(folder);
        List<String> cut = new ArrayList<>();
        String name =
                (language.equals("CHINESE") ? "zh" : "en") + "-" + theme.toLowerCase(Locale.ROOT);
        cut.addAll(look(office, name + "-start-empty"));
        office.act(() -> ((Button) office.stage().getScene().lookup("#sample-suizhou")).fire());
        office.awaitPlan();
        for (int[] size : new int[][] {{1280, 800}, {1000, 700}}) {
            office.act(
                    () -> {
                        office.stage().setWidth(size[0]);
                        office.stage().setHeight(size[1]);
                    });
            for (ScreenPlace place : ScreenPlace.values()) {
                office.act(() -> office.desk().placeProperty().set(place));
                cut.addAll(
                        look(
                                office,
                                name
                                        + "-"
                                        + size[0]
                                        + "-"
                                        + place.name().toLowerCase(Locale.ROOT)));
                if (place == ScreenPlace.CHARTS)
                    cut.addAll(lookAtStudio(office, name + "-" + size[0] + "-studio"));
                if (place == ScreenPlace.ANALYSIS)
                    cut.addAll(lookAtAnalysis(office, name + "-" + size[0] + "-analysis"));
                if (place == ScreenPlace.START)
                    cut.addAll(lookAtPlanFile(office, name + "-" + size[0] + "-planfile"));
                if (place == ScreenPlace.SETTINGS)
                    cut.addAll(lookAtRules(office, name + "-" + size[0] + "-rule"));
                if (place == ScreenPlace.INDICATORS)
                    for (int tab = 1; tab < tabs(office).getTabs().size(); tab++) {
                        cut.addAll(
                                lookAtTab(
                                        office,
                                        tab,
                                        name
                                                + "-"
                                                + size[0]
                                                + "-"
                                                + tabs(office).getTabs().get(tab).getId()));
                    }
                if (place == ScreenPlace.PROBLEMS)
                    cut.addAll(lookAtProblems(office, name + "-" + size[0] + "-problems"));
                if (place == ScreenPlace.PROOFREADING)
                    cut.addAll(lookAtProof(office, name + "-" + size[0] + "-proofread"));
            }
        }
        decide(office);
        cut.addAll(lookAtDecisions(office, name + "-decisions"));
        office.close();
        assertEquals(List.of(), cut);
        assertEquals(List.of(), office.said, "a place failed, or asked");
    }

    /**
     * After a freeze, some edits and a move of the date: the comparison, the card of the move, and
     * the snapshot looked at.
     */
    @ParameterizedTest
    @CsvSource({"CHINESE, LIGHT", "CHINESE, DARK", "ENGLISH, LIGHT", "ENGLISH, DARK"})
    void snapshotsAreComparedAndLookedAtWithoutACutText(String language, String theme)
            throws Exception {
        Files.createDirectories(PICTURES);
        Files.writeString(
                folder.resolve("settings.properties"),
                "language=" + language + "\ntheme=" + theme + "\n");
        TestOffice office = TestOffice.open(folder);
        String name =
                (language.equals("CHINESE") ? "zh" : "en") + "-" + theme.toLowerCase(Locale.ROOT);
        office.act(() -> ((Button) office.stage().getScene().lookup("#sample-suizhou")).fire());
        office.awaitPlan();
        office.act(() -> office.desk().placeProperty().set(ScreenPlace.SNAPSHOTS));
        office.act(() -> ((Button) office.stage().getScene().lookup("#snapshot-freeze")).fire());
        ListView<?> list = (ListView<?>) office.stage().getScene().lookup("#snapshots-list");
        office.await(() -> list.getItems().size() == 1);
        office.act(() -> office.desk().editPlan(EditName.of("edit.rule"), ScreensTest::edited));
        office.act(() -> office.desk().moveEvaluationDate(LocalDate.of(2023, 6, 30)));
        List<String> cut = new ArrayList<>();
        for (int[] size : new int[][] {{1280, 800}, {1000, 700}}) {
            office.act(
                    () -> {
                        office.stage().setWidth(size[0]);
                        office.stage().setHeight(size[1]);
                    });
            for (ScreenPlace place : List.of(ScreenPlace.SNAPSHOTS, ScreenPlace.OVERVIEW)) {
                office.act(() -> office.desk().placeProperty().set(place));
                cut.addAll(
                        look(
                                office,
                                name
                                        + "-"
                                        + size[0]
                                        + "-"
                                        + place.name().toLowerCase(Locale.ROOT)
                                        + "-moved"));
            }
        }
        office.act(() -> office.desk().placeProperty().set(ScreenPlace.SNAPSHOTS));
        office.act(() -> ((Button) office.stage().getScene().lookup("#snapshot-open")).fire());
        office.await(() -> office.desk().isReadOnly());
        for (ScreenPlace place : ScreenPlace.values()) {
            office.act(() -> office.desk().placeProperty().set(place));
            cut.addAll(look(office, name + "-frozen-" + place.name().toLowerCase(Locale.ROOT)));
        }
        office.close();
        assertEquals(List.of(), cut);
        assertEquals(List.of(), office.said, "a place failed, or asked");
    }

    /** A corrected figure, a new target, another kind, one indicator gone. */
    private static Plan edited(Plan plan) {
        List<Indicator> all = plan.indicatorsInOrder();
        return plan.withObservation(
                        all.get(1).id(), Observation.actual(Period.ofYear(2022), "1400"))
                .withChangedIndicator(
                        all.get(2).id(),
                        i ->
                                i.withChanges(
                                        d ->
                                                d.course =
                                                        i.course()
                                                                .withMilestone(
                                                                        Milestone.target(
                                                                                Milestone.Role
                                                                                        .FINAL,
                                                                                plan.lastDay(),
                                                                                new BigDecimal(
                                                                                        "30000"),
                                                                                i.direction()))))
                .withoutIndicator(all.get(6));
    }

    /** What goes out, what came in, and what it offers to a plan that was changed since. */
    private List<String> lookAtPlanFile(TestOffice office, String name) throws Exception {
        List<String> cut = new ArrayList<>();
        office.chooses(folder.resolve(name + ".plumb"));
        office.await(() -> !button(office, "#start-export").isDisabled());
        office.act(() -> button(office, "#start-export").fire());
        office.await(() -> office.stage().getScene().lookup("#planfile-write") != null);
        cut.addAll(look(office, name + "-export"));
        office.act(() -> button(office, "#planfile-write").fire());
        office.await(() -> office.stage().getScene().lookup("#planfile-write") == null);
        assertTrue(office.said.removeLast().contains(name + ".plumb"));
        office.act(() -> office.desk().editPlan(EditName.of("edit.rule"), ScreensTest::edited));
        office.act(() -> button(office, "#start-planfile").fire());
        office.await(() -> office.stage().getScene().lookup("#planfile-merge") != null);
        cut.addAll(look(office, name + "-arrived"));
        office.act(() -> button(office, "#planfile-merge").fire());
        office.await(() -> office.stage().getScene().lookup("#merge") != null);
        cut.addAll(look(office, name + "-merge"));
        office.act(() -> button(office, "#merge-leave").fire());
        office.act(office.desk()::undo);
        return cut;
    }

    /** Counted by verdict; then values, which must be split by unit; then every series. */
    private static List<String> lookAtAnalysis(TestOffice office, String name) throws Exception {
        office.await(() -> !analysis(office).getColumns().isEmpty());
        List<String> cut = new ArrayList<>(look(office, name + "-count"));
        office.act(
                () ->
                        ((ComboBox<?>) office.stage().getScene().lookup("#analysis-across"))
                                .getSelectionModel()
                                .clearAndSelect(10));
        office.act(
                () ->
                        ((ComboBox<?>) office.stage().getScene().lookup("#analysis-summary"))
                                .getSelectionModel()
                                .clearAndSelect(1));
        office.await(() -> office.stage().getScene().lookup("#analysis-caveats .label") != null);
        cut.addAll(look(office, name + "-sum"));
        office.act(
                () -> ((ToggleButton) office.stage().getScene().lookup("#analysis-SERIES")).fire());
        office.await(() -> analysis(office).getColumns().size() == 10);
        cut.addAll(look(office, name + "-series"));
        office.act(
                () -> ((ToggleButton) office.stage().getScene().lookup("#analysis-PIVOT")).fire());
        return cut;
    }

    private static TableView<?> analysis(TestOffice office) {
        return (TableView<?>) office.stage().getScene().lookup("#analysis-table");
    }

    private static Button button(TestOffice office, String id) {
        return (Button) office.stage().getScene().lookup(id);
    }

    /**
     * A countermeasure with all its fields, what it can be linked to, and its quantities; a problem
     * without one; and a filter that nothing passes.
     */
    private static List<String> lookAtProblems(TestOffice office, String name) throws Exception {
        Plan before = office.desk().shownPlan().orElseThrow();
        Countermeasure first = before.countermeasures().getFirst();
        Department lead = new Department(UUID.randomUUID(), "市场监管科");
        office.act(
                () ->
                        office.desk()
                                .editPlan(
                                        EditName.of("edit.rule"),
                                        p ->
                                                p.withDepartment(lead)
                                                        .withoutIssue(p.countermeasures().getLast())
                                                        .withIssue(
                                                                first.withLeadAndDueDay(
                                                                        Optional.of(lead.id()),
                                                                        Optional.of(
                                                                                LocalDate.of(
                                                                                        2022, 6,
                                                                                        30))))));
        office.act(() -> office.desk().selectedIssueProperty().set(Optional.of(first.id())));
        List<String> cut = new ArrayList<>(look(office, name + "-measure"));
        office.act(
                () ->
                        ((ToggleButton)
                                        office.stage()
                                                .getScene()
                                                .lookup("#problem-indicator-choose"))
                                .fire());
        cut.addAll(look(office, name + "-choose"));
        office.act(
                () ->
                        ((ScrollPane) office.stage().getScene().lookup("#problems-scroll"))
                                .setVvalue(1));
        cut.addAll(look(office, name + "-end"));
        office.act(
                () ->
                        ((TextField) office.stage().getScene().lookup("#problems-text"))
                                .setText("?"));
        cut.addAll(look(office, name + "-none"));
        office.act(
                () -> ((TextField) office.stage().getScene().lookup("#problems-text")).setText(""));
        office.act(
                () ->
                        ((ScrollPane) office.stage().getScene().lookup("#problems-scroll"))
                                .setVvalue(0));
        office.act(office.desk()::undo);
        return cut;
    }

    /** With a published table in it, and its first finding in a cell chosen. */
    private static List<String> lookAtProof(TestOffice office, String name) throws Exception {
        office.chooses(Path.of("src/test/resources/plumbline/seeds/000.txt"));
        office.act(() -> ((Button) office.stage().getScene().lookup("#proof-open")).fire());
        office.await(
                () ->
                        office.stage().getScene().lookup("#proof-list") instanceof ListView<?> list
                                && !list.getItems().isEmpty());
        office.act(
                () ->
                        ((ListView<?>) office.stage().getScene().lookup("#proof-list"))
                                .getSelectionModel()
                                .select(4));
        List<String> cut = new ArrayList<>(look(office, name));
        office.act(
                () -> ((ToggleButton) office.stage().getScene().lookup("#proof-mode-text")).fire());
        cut.addAll(look(office, name + "-text-empty"));
        office.act(() -> ((Button) office.stage().getScene().lookup("#proof-open")).fire());
        office.await(
                () ->
                        office.stage().getScene().lookup("#proof-list") instanceof ListView<?> list
                                && !list.getItems().isEmpty());
        office.act(
                () ->
                        ((ListView<?>) office.stage().getScene().lookup("#proof-list"))
                                .getSelectionModel()
                                .select(1));
        cut.addAll(look(office, name + "-text"));
        office.act(
                () ->
                        ((ToggleButton) office.stage().getScene().lookup("#proof-mode-table"))
                                .fire());
        return cut;
    }

    /** A chart of every kind, kept; and taken back again. */
    private static List<String> lookAtStudio(TestOffice office, String name) throws Exception {
        List<String> cut = new ArrayList<>();
        office.act(() -> ((Button) office.stage().getScene().lookup("#charts-new")).fire());
        for (ChartKind kind : ChartKind.values()) {
            office.act(() -> kinds(office).setValue(kind));
            cut.addAll(look(office, name + "-" + kind.name().toLowerCase(Locale.ROOT)));
        }
        office.act(
                () -> ((ScrollPane) office.stage().getScene().lookup("#chart-form")).setVvalue(1));
        cut.addAll(look(office, name + "-end"));
        office.act(() -> ((Button) office.stage().getScene().lookup("#chart-delete")).fire());
        return cut;
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<ChartKind> kinds(TestOffice office) {
        return (ComboBox<ChartKind>) office.stage().getScene().lookup("#chart-kind");
    }

    /** Another rule before it is taken; then two rules, of which one is wrong. */
    private static List<String> lookAtRules(TestOffice office, String name) throws Exception {
        office.act(() -> preset(office, "rule").setValue(Optional.of("time")));
        office.act(() -> settings(office).setVvalue(1));
        List<String> cut = new ArrayList<>(look(office, name + "-preview"));
        office.act(() -> ((CheckBox) settings(office).lookup("#rule-binding")).fire());
        office.act(() -> preset(office, "binding-rule").setValue(Optional.of("suizhou")));
        office.act(
                () -> ((TextField) settings(office).lookup("#binding-rule-bound-3")).setText("+5"));
        office.act(() -> settings(office).setVvalue(1));
        cut.addAll(look(office, name + "-refused"));
        office.act(() -> ((Button) settings(office).lookup("#rule-drop")).fire());
        office.act(() -> settings(office).setVvalue(0));
        return cut;
    }

    private static ScrollPane settings(TestOffice office) {
        return (ScrollPane) office.stage().getScene().lookup("#settings");
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<Optional<String>> preset(TestOffice office, String rule) {
        return (ComboBox<Optional<String>>) settings(office).lookup("#" + rule + "-preset");
    }

    /**
     * A target of the first indicator that needs attention is revised, and a verdict set by hand.
     */
    private static void decide(TestOffice office) {
        UUID id = office.desk().shownPlan().orElseThrow().indicatorsInOrder().get(1).id();
        LocalDate on = LocalDate.of(2022, 5, 31);
        office.act(
                () ->
                        office.desk()
                                .editPlan(
                                        EditName.of("revision.edit", "", ""),
                                        p ->
                                                p.withChangedIndicator(
                                                        id,
                                                        i -> {
                                                            Milestone old =
                                                                    i.course()
                                                                            .finalTarget()
                                                                            .orElseThrow();
                                                            Milestone next =
                                                                    new Milestone(
                                                                            old.role(),
                                                                            old.day(),
                                                                            new BigDecimal("2000"),
                                                                            old.relation(),
                                                                            old.bound(),
                                                                            old.striving());
                                                            return i.withRevisedTarget(
                                                                            next,
                                                                            on,
                                                                            "疫情影响，广告业务量下降",
                                                                            "随市监〔2022〕12号")
                                                                    .withChanges(
                                                                            d ->
                                                                                    d.handVerdict =
                                                                                            Optional
                                                                                                    .of(
                                                                                                            new HandVerdict(
                                                                                                                    Verdict
                                                                                                                            .NEARLY,
                                                                                                                    "专家评估意见：口径有变化",
                                                                                                                    on)));
                                                        })));
        office.act(() -> office.desk().selectedIndicatorProperty().set(Optional.of(id)));
    }

    private static List<String> lookAtDecisions(TestOffice office, String name) throws Exception {
        List<String> cut = new ArrayList<>();
        office.act(() -> office.desk().placeProperty().set(ScreenPlace.INDICATORS));
        cut.addAll(look(office, name + "-why"));
        for (int tab = 1; tab < tabs(office).getTabs().size(); tab++) {
            String id = tabs(office).getTabs().get(tab).getId();
            if (id.equals("inspector-ahead"))
                office.act(
                        () ->
                                ((TextInputControl)
                                                office.stage()
                                                        .getScene()
                                                        .lookup("#rehearsal-amount"))
                                        .setText("1900"));
            if (id.equals("inspector-fields"))
                office.act(
                        () -> {
                            ((Button) office.stage().getScene().lookup("#revision-open")).fire();
                            ((Button) office.stage().getScene().lookup("#revision-record")).fire();
                        });
            if (id.equals("inspector-fields") || id.equals("inspector-ahead"))
                cut.addAll(lookAtEnd(office, tab, name + "-" + id));
        }
        office.act(
                () -> {
                    ((ToggleButton) office.stage().getScene().lookup("#indicators-inspector"))
                            .fire();
                    TableView<?> grid =
                            (TableView<?>) office.stage().getScene().lookup("#indicators-grid");
                    grid.scrollToColumnIndex(grid.getColumns().size() - 1);
                });
        cut.addAll(look(office, name + "-grid"));
        office.act(() -> office.desk().placeProperty().set(ScreenPlace.OVERVIEW));
        cut.addAll(look(office, name + "-overview"));
        return cut;
    }

    private static List<String> lookAtEnd(TestOffice office, int tab, String name)
            throws Exception {
        ScrollPane scroll = (ScrollPane) tabs(office).getTabs().get(tab).getContent();
        office.act(() -> tabs(office).getSelectionModel().select(tab));
        List<String> cut = new ArrayList<>(look(office, name));
        office.act(() -> scroll.setVvalue(1));
        cut.addAll(look(office, name + "-end"));
        return cut;
    }

    private static List<String> lookAtTab(TestOffice office, int tab, String name)
            throws Exception {
        office.act(() -> tabs(office).getSelectionModel().select(tab));
        List<String> cut = new ArrayList<>(look(office, name));
        if (tabs(office).getTabs().get(tab).getId().equals("inspector-figures"))
            cut.addAll(lookAtSource(office, tab, name));
        office.act(() -> tabs(office).getSelectionModel().select(0));
        return cut;
    }

    /** The source of one figure, and the form to change it. */
    private static List<String> lookAtSource(TestOffice office, int tab, String name)
            throws Exception {
        office.act(
                () ->
                        ((ScrollPane) tabs(office).getTabs().get(tab).getContent())
                                .getContent()
                                .lookup(".step")
                                .fireEvent(
                                        new MouseEvent(
                                                MouseEvent.MOUSE_CLICKED,
                                                0,
                                                0,
                                                0,
                                                0,
                                                MouseButton.PRIMARY,
                                                1,
                                                false,
                                                false,
                                                false,
                                                false,
                                                true,
                                                false,
                                                false,
                                                true,
                                                false,
                                                true,
                                                null)));
        List<String> cut = new ArrayList<>(look(office, name + "-source"));
        office.act(() -> button(office, "#source-open").fire());
        cut.addAll(look(office, name + "-source-form"));
        office.act(() -> button(office, "#source-take-cancel").fire());
        return cut;
    }

    private static TabPane tabs(TestOffice office) {
        return (TabPane) office.stage().getScene().lookup("#inspector .tab-pane");
    }

    /** Takes the picture; answers what is cut off in it. */
    private static List<String> look(TestOffice office, String name) throws Exception {
        List<String> cut = new ArrayList<>();
        AtomicReference<WritableImage> image = new AtomicReference<>();
        office.act(
                () -> {
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
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++) copy.setRGB(x, y, pixels.getArgb(x, y));
        return copy;
    }

    /**
     * A text ends in dots though no tooltip says it in full; a tool bar has more than it shows; or
     * something lies outside of the window where no scrolling brings it.
     */
    private static void cut(Node node, List<String> found) {
        if (!node.isVisible()) return;
        if (node.getStyleClass().contains("tool-bar-overflow-button") && node.getParent() != null)
            found.add("a tool bar overflows");
        if (node instanceof Labeled && outside(node)) found.add("outside of the window: " + node);
        if (nameless(node)) found.add("a screen reader has no name for " + node);
        if (node instanceof Labeled labeled && shortened(labeled) && !explained(labeled))
            found.add("“" + labeled.getText() + "”");
        if (node instanceof Parent parent)
            parent.getChildrenUnmodifiable().forEach(child -> cut(child, found));
    }

    private static boolean outside(Node node) {
        for (Node at = node; at != null; at = at.getParent())
            if (at instanceof ScrollPane
                    || at instanceof TableView<?>
                    || at instanceof VirtualFlow<?>) return false;
        Bounds there = node.localToScene(node.getLayoutBounds());
        return node.getScene() != null
                && there.getWidth() > 0
                && (there.getMaxX() > node.getScene().getWidth() + 1
                        || there.getMaxY() > node.getScene().getHeight() + 1);
    }

    /**
     * What can be reached by the keyboard is called something: by its word, by a label before it or
     * by a text of its own.
     */
    private static boolean nameless(Node node) {
        boolean asked =
                node instanceof ButtonBase
                        || node instanceof ComboBoxBase<?>
                        || node instanceof Spinner<?>
                        || node instanceof LinkRow
                        || node instanceof TextInputControl
                                && !(node.getParent() instanceof ComboBoxBase<?>
                                        || node.getParent() instanceof Spinner<?>);
        String word = node instanceof Labeled labeled ? labeled.getText() : "";
        boolean called =
                word != null && !word.isBlank()
                        || node.getAccessibleText() != null && !node.getAccessibleText().isBlank();
        return asked
                && node.isFocusTraversable()
                && !called
                && node.getScene().getRoot().lookupAll(".label").stream()
                        .noneMatch(l -> l instanceof Label label && label.getLabelFor() == node);
    }

    private static boolean shortened(Labeled labeled) {
        if (labeled.getText() == null || labeled.getText().isEmpty()) return false;
        String whole =
                labeled.isMnemonicParsing()
                        ? labeled.getText().replaceFirst("_", "")
                        : labeled.getText();
        return labeled.getChildrenUnmodifiable().stream()
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .anyMatch(
                        t ->
                                t != labeled.getGraphic()
                                        && t.isVisible()
                                        && !t.getText().isEmpty()
                                        && !flat(t.getText()).equals(flat(whole)));
    }

    private static String flat(String text) {
        return text.replaceAll("\\s", "");
    }

    /** Some are explained only when the mouse comes. */
    private static boolean explained(Control control) {
        Event.fireEvent(
                control,
                new MouseEvent(
                        MouseEvent.MOUSE_ENTERED,
                        0,
                        0,
                        0,
                        0,
                        MouseButton.NONE,
                        0,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        null));
        for (Node at = control; at != null; at = at.getParent())
            if (at instanceof Control c && c.getTooltip() != null) return true;
        return false;
    }

    @Test
    void aCutLabelIsFound() throws Exception {
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
