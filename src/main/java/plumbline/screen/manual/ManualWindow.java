package plumbline.screen.manual;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;

import plumbline.desk.ScreenPlace;
import plumbline.words.Messages;

import java.util.List;

/** The manual beside the program's window: sections at the left, searchable; Esc closes it. */
public final class ManualWindow {
    private static final double WIDTH = 860;
    private static final double HEIGHT = 640;

    private final Stage stage = new Stage();
    private final StringProperty wanted = new SimpleStringProperty("");
    private final ListView<ManualText.ManualSection> list;
    private final ScrollPane page = new ScrollPane();

    /**
     * @param owner whose look and style sheets it shares
     */
    public ManualWindow(Window owner, Messages messages) {
        List<ManualText.ManualSection> sections = ManualText.sectionsIn(messages.isChinese());
        FilteredList<ManualText.ManualSection> shown =
                new FilteredList<>(FXCollections.observableArrayList(sections));
        this.list = new ListView<>(shown);
        wanted.subscribe(text -> shown.setPredicate(s -> s.contains(text)));
        TextField search = new TextField();
        search.setId("manual-search");
        search.setPromptText(messages.sentence("manual.search"));
        search.setAccessibleText(messages.sentence("manual.search"));
        wanted.bind(search.textProperty());
        list.setId("manual-sections");
        list.setPlaceholder(new Label(messages.sentence("manual.nothing")));
        list.setCellFactory(_ -> new SectionCell());
        list.getSelectionModel().selectedItemProperty().subscribe(this::showSection);
        page.setId("manual-page");
        page.setFitToWidth(true);
        VBox left = new VBox(8, search, list);
        left.setStyle("-fx-padding: 10;");
        VBox.setVgrow(list, Priority.ALWAYS);
        SplitPane both = new SplitPane(left, page);
        both.setDividerPositions(0.3);
        Scene scene = new Scene(both, WIDTH, HEIGHT);
        scene.getStylesheets().setAll(owner.getScene().getStylesheets());
        both.setStyle(owner.getScene().getRoot().getStyle());
        scene.setOnKeyPressed(
                e -> {
                    if (e.getCode() == KeyCode.ESCAPE) stage.close();
                });
        stage.initOwner(owner);
        stage.setTitle(messages.sentence("manual.title"));
        stage.setScene(scene);
    }

    /** Opens it, or brings it forward, at the section of a place. */
    public void showAt(ScreenPlace place) {
        showSectionAt(anchorOf(place));
    }

    /** Opens it at the table of keys. */
    public void showKeys() {
        showSectionAt("keys");
    }

    private void showSectionAt(String anchor) {
        list.getItems().stream()
                .filter(s -> s.anchor().equals(anchor))
                .findFirst()
                .ifPresent(
                        s -> {
                            list.getSelectionModel().select(s);
                            list.scrollTo(s);
                        });
        stage.show();
        stage.toFront();
    }

    public void close() {
        stage.close();
    }

    private void showSection(ManualText.ManualSection section) {
        if (section == null) return;
        page.setContent(new ManualPage(section));
        page.setVvalue(0);
    }

    static String anchorOf(ScreenPlace place) {
        return switch (place) {
            case START -> "start";
            case OVERVIEW -> "overview";
            case INDICATORS -> "indicators";
            case TASKS -> "tasks";
            case PROBLEMS -> "problems";
            case CHARTS -> "charts";
            case REPORTING -> "report";
            case IMPORTING -> "import";
            case SNAPSHOTS -> "snapshots";
            case CHECKS -> "checks";
            case PROOFREADING -> "proofreading";
            case ANALYSIS -> "analysis";
            case SETTINGS -> "settings";
        };
    }

    private static final class SectionCell extends ListCell<ManualText.ManualSection> {
        @Override
        protected void updateItem(ManualText.ManualSection section, boolean empty) {
            super.updateItem(section, empty);
            setText(empty || section == null ? "" : section.title());
        }
    }
}
