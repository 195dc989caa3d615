package plumbline.screen.start;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import plumbline.screen.parts.Buttons;
import plumbline.screen.parts.PlanFields;
import plumbline.screen.parts.PlanForm;
import plumbline.screen.parts.Texts;
import plumbline.screen.parts.View;
import plumbline.screen.start.StartViewModel.Row;
import plumbline.words.Words;

/** Where the program begins. */
public final class StartView implements View {
    private final StartViewModel model;
    private final Words words;
    private final ListView<Row> plans = new ListView<>();
    private final PlanFields created;
    private final ScrollPane root;
    private final Subscription subscription;

    public StartView(StartViewModel model, Words words) {
        this.model = model;
        this.words = words;
        this.created = new PlanFields(words, "new", words.say("start.create"), this::create);
        VBox content = new VBox(18, head(), plansBox(), samples(), form());
        content.getStyleClass().add("start");
        content.setMaxWidth(860);
        HBox middle = new HBox(content);
        middle.setAlignment(Pos.TOP_CENTER);
        HBox.setHgrow(content, Priority.ALWAYS);
        root = new ScrollPane(middle);
        root.setFitToWidth(true);
        root.setId("start");
        subscription = model.rows().subscribe(rows -> {
            plans.getItems().setAll(rows);
            plans.setPrefHeight(Math.clamp(rows.size() * 58L + 4, 62, 240));
            rows.stream().filter(r -> model.open(r)).findFirst().ifPresentOrElse(plans.getSelectionModel()::select, plans.getSelectionModel()::selectFirst);
        });
    }

    @Override public Node node() {
        return root;
    }

    @Override public void focus() {
        model.refresh();
        plans.requestFocus();
    }

    @Override public void close() {
        subscription.unsubscribe();
    }

    private Node head() {
        Label name = new Label(words.say("app.name"));
        name.getStyleClass().add("title-1");
        return new VBox(4, name, Texts.small(words.say("start.promise")));
    }

    private Node plansBox() {
        plans.setId("start-plans");
        plans.setPlaceholder(Texts.small(words.say("start.none")));
        plans.setCellFactory(_ -> new PlanCell());
        plans.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER) selected().ifPresent(r -> model.open(r.id()));
            if (e.getCode() == KeyCode.DELETE) selected().ifPresent(model::delete);
        });
        plans.setOnMouseClicked(e -> {
            if (e.getClickCount() == 2) selected().ifPresent(r -> model.open(r.id()));
        });
        Button open = Buttons.verb(words.say("start.open"), "start-open", () -> selected().ifPresent(r -> model.open(r.id())));
        open.getStyleClass().add("accent");
        Button delete = Buttons.verb(words.say("start.delete"), "start-delete", () -> selected().ifPresent(model::delete));
        open.disableProperty().bind(plans.getSelectionModel().selectedItemProperty().isNull());
        delete.disableProperty().bind(plans.getSelectionModel().selectedItemProperty().isNull());
        return new VBox(8, Texts.heading(words.say("start.plans")), plans, new HBox(8, open, delete));
    }

    private Optional<Row> selected() {
        return Optional.ofNullable(plans.getSelectionModel().getSelectedItem());
    }

    private static final class PlanCell extends ListCell<Row> {
        @Override protected void updateItem(Row row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            setAccessibleText(row.title() + " · " + row.about());
            Label title = new Label(row.title());
            title.getStyleClass().add("step-name");
            String about = row.organisation().isEmpty() ? row.about() : row.organisation() + " · " + row.about();
            setGraphic(new VBox(2, title, Texts.small(about)));
        }
    }

    private Node samples() {
        FlowPane pane = new FlowPane(8, 8);
        model.samples().forEach(s -> pane.getChildren().add(Buttons.verb(model.sampleName(s), "sample-" + s, () -> model.openSample(s))));
        return new VBox(8, Texts.heading(words.say("start.samples")), pane, Texts.small(words.say("start.samples.about")));
    }

    private Node form() {
        created.show(proposed());
        return new VBox(8, Texts.heading(words.say("start.new")), created);
    }

    private Optional<String> create(PlanForm form) {
        Optional<String> refused = model.create(form);
        if (refused.isEmpty()) created.show(proposed());
        return refused;
    }

    private PlanForm proposed() {
        int first = model.currentFirstYear();
        return new PlanForm("", "", first, first + 4, first - 1);
    }
}
