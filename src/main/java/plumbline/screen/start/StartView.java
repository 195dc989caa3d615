package plumbline.screen.start;

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
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import plumbline.screen.parts.Buttons;
import plumbline.screen.parts.Texts;
import plumbline.screen.parts.View;
import plumbline.screen.parts.field.PlanFields;
import plumbline.screen.parts.field.PlanForm;
import plumbline.screen.start.PlanFilesViewModel.Step;
import plumbline.screen.start.StartViewModel.Row;
import plumbline.words.Messages;

import java.util.Optional;

/** Where the program begins. */
public final class StartView implements View {
    private final StartViewModel model;
    private final Messages words;
    private final ListView<Row> plans = new ListView<>();
    private final PlanFields created;
    private final PlanFilesViewModel files;
    private final PlanFileCards cards;
    private final VBox card = new VBox();
    private final ScrollPane scroll;
    private final StackPane root;
    private final Subscription subscription;

    public StartView(StartViewModel model, PlanFilesViewModel files, Messages words) {
        this.model = model;
        this.files = files;
        this.cards = new PlanFileCards(files, words);
        this.words = words;
        this.created = new PlanFields(words, "new", words.say("start.create"), this::create);
        card.managedProperty().bind(card.visibleProperty());
        VBox content = new VBox(18, head(), card, plansBox(), samples(), form());
        content.getStyleClass().add("start");
        content.setMaxWidth(860);
        HBox middle = new HBox(content);
        middle.setAlignment(Pos.TOP_CENTER);
        HBox.setHgrow(content, Priority.ALWAYS);
        scroll = new ScrollPane(middle);
        scroll.setFitToWidth(true);
        scroll.setId("start");
        root = new StackPane(scroll);
        subscription =
                Subscription.combine(
                        files.step().subscribe(this::show),
                        model.rows()
                                .subscribe(
                                        rows -> {
                                            plans.getItems().setAll(rows);
                                            plans.setPrefHeight(
                                                    Math.clamp(rows.size() * 58L + 4, 62, 240));
                                            rows.stream()
                                                    .filter(r -> model.open(r))
                                                    .findFirst()
                                                    .ifPresentOrElse(
                                                            plans.getSelectionModel()::select,
                                                            plans.getSelectionModel()::selectFirst);
                                        }));
    }

    /** A plan file comes above the plans; what it offers takes the whole place. */
    private void show(Optional<Step> step) {
        card.getChildren().clear();
        root.getChildren().setAll(scroll);
        step.ifPresent(
                s -> {
                    switch (s) {
                        case Step.Arrived arrived -> card.getChildren().add(cards.arrived(arrived));
                        case Step.Leaving leaving -> card.getChildren().add(cards.leaving(leaving));
                        case Step.Reviewing reviewing ->
                                root.getChildren().setAll(new MergeReview(files, reviewing, words));
                    }
                });
        card.setVisible(!card.getChildren().isEmpty());
        if (card.isVisible()) scroll.setVvalue(0);
        if (root.getScene() != null) toFirst();
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void focus() {
        model.refresh();
        toFirst();
    }

    private void toFirst() {
        if (root.getChildren().getFirst() instanceof MergeReview review) review.toTable();
        else if (card.isVisible()) card.lookup(".accent").requestFocus();
        else plans.requestFocus();
    }

    @Override
    public void close() {
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
        plans.setOnKeyPressed(
                e -> {
                    if (e.getCode() == KeyCode.ENTER) selected().ifPresent(r -> model.open(r.id()));
                    if (e.getCode() == KeyCode.DELETE) selected().ifPresent(model::delete);
                });
        plans.setOnMouseClicked(
                e -> {
                    if (e.getClickCount() == 2) selected().ifPresent(r -> model.open(r.id()));
                });
        Button open =
                Buttons.verb(
                        words.say("start.open"),
                        "start-open",
                        () -> selected().ifPresent(r -> model.open(r.id())));
        open.getStyleClass().add("accent");
        Button delete =
                Buttons.verb(
                        words.say("start.delete"),
                        "start-delete",
                        () -> selected().ifPresent(model::delete));
        Button export =
                Buttons.verb(
                        words.say("planfile.export"),
                        "start-export",
                        () -> selected().ifPresent(r -> files.export(r.id())));
        Button read = Buttons.verb(words.say("planfile.open"), "start-planfile", files::open);
        export.disableProperty().bind(plans.getSelectionModel().selectedItemProperty().isNull());
        open.disableProperty().bind(plans.getSelectionModel().selectedItemProperty().isNull());
        delete.disableProperty().bind(plans.getSelectionModel().selectedItemProperty().isNull());
        return new VBox(
                8,
                Texts.heading(words.say("start.plans")),
                plans,
                new FlowPane(8, 8, open, export, delete, read),
                Texts.small(words.say("planfile.drop")));
    }

    private Optional<Row> selected() {
        return Optional.ofNullable(plans.getSelectionModel().getSelectedItem());
    }

    private static final class PlanCell extends ListCell<Row> {
        @Override
        protected void updateItem(Row row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            setAccessibleText(row.title() + " · " + row.about());
            Label title = new Label(row.title());
            title.getStyleClass().add("step-name");
            String about =
                    row.organisation().isEmpty()
                            ? row.about()
                            : row.organisation() + " · " + row.about();
            setGraphic(new VBox(2, title, Texts.small(about)));
        }
    }

    private Node samples() {
        FlowPane pane = new FlowPane(8, 8);
        model.samples()
                .forEach(
                        s ->
                                pane.getChildren()
                                        .add(
                                                Buttons.verb(
                                                        model.sampleName(s),
                                                        "sample-" + s,
                                                        () -> model.openSample(s))));
        return new VBox(
                8,
                Texts.heading(words.say("start.samples")),
                pane,
                Texts.small(words.say("start.samples.about")));
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
        return new PlanForm("", "", first, first + 4, first - 1, Optional.empty());
    }
}
