package plumbline.screen.start;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import plumbline.screen.parts.PlanForm;
import plumbline.screen.parts.Texts;
import plumbline.screen.parts.View;
import plumbline.screen.start.PlanFilesViewModel.Step;
import plumbline.screen.start.StartViewModel.Row;
import plumbline.words.Words;

/** Where the program begins. */
public final class StartView implements View {
    private final StartViewModel model;
    private final Words words;
    private final ListView<Row> plans = new ListView<>();
    private final PlanFilesViewModel files;
    private final PlanFileCards cards;
    private final VBox card = new VBox();
    private final ScrollPane scroll;
    private final StackPane root;
    private final Subscription subscription;

    public StartView(StartViewModel model, PlanFilesViewModel files, Words words) {
        this.model = model;
        this.files = files;
        this.cards = new PlanFileCards(files, words);
        this.words = words;
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
        subscription = Subscription.combine(files.step().subscribe(this::show), model.rows().subscribe(rows -> {
            plans.getItems().setAll(rows);
            plans.setPrefHeight(Math.clamp(rows.size() * 58L + 4, 62, 240));
            rows.stream().filter(r -> model.open(r)).findFirst().ifPresentOrElse(plans.getSelectionModel()::select, plans.getSelectionModel()::selectFirst);
        }));
    }

    /** A plan file comes above the plans; what it offers takes the whole place. */
    private void show(Optional<Step> step) {
        card.getChildren().clear();
        root.getChildren().setAll(scroll);
        step.ifPresent(s -> {
            switch (s) {
                case Step.Arrived arrived -> card.getChildren().add(cards.arrived(arrived));
                case Step.Leaving leaving -> card.getChildren().add(cards.leaving(leaving));
                case Step.Reviewing reviewing -> root.getChildren().setAll(new MergeReview(files, reviewing, words));
            }
        });
        card.setVisible(!card.getChildren().isEmpty());
        if (card.isVisible()) scroll.setVvalue(0);
        if (root.getScene() != null) toFirst();
    }

    @Override public Node node() {
        return root;
    }

    @Override public void focus() {
        model.refresh();
        toFirst();
    }

    private void toFirst() {
        if (root.getChildren().getFirst() instanceof MergeReview review) review.toTable();
        else if (card.isVisible()) card.lookup(".accent").requestFocus();
        else plans.requestFocus();
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
        Button open = button("start.open", "start-open", () -> selected().ifPresent(r -> model.open(r.id())));
        open.getStyleClass().add("accent");
        Button delete = button("start.delete", "start-delete", () -> selected().ifPresent(model::delete));
        Button export = button("planfile.export", "start-export", () -> selected().ifPresent(r -> files.export(r.id())));
        Button read = button("planfile.open", "start-planfile", files::open);
        export.disableProperty().bind(plans.getSelectionModel().selectedItemProperty().isNull());
        open.disableProperty().bind(plans.getSelectionModel().selectedItemProperty().isNull());
        delete.disableProperty().bind(plans.getSelectionModel().selectedItemProperty().isNull());
        return new VBox(8, Texts.heading(words.say("start.plans")), plans, new FlowPane(8, 8, open, export, delete, read), Texts.small(words.say("planfile.drop")));
    }

    private Optional<Row> selected() {
        return Optional.ofNullable(plans.getSelectionModel().getSelectedItem());
    }

    private static final class PlanCell extends ListCell<Row> {
        @Override protected void updateItem(Row row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                return;
            }
            Label title = new Label(row.title());
            title.getStyleClass().add("step-name");
            String about = row.organisation().isEmpty() ? row.about() : row.organisation() + " · " + row.about();
            setGraphic(new VBox(2, title, Texts.small(about)));
        }
    }

    private Node samples() {
        FlowPane pane = new FlowPane(8, 8);
        model.samples().forEach(s -> {
            Button open = new Button(model.sampleName(s));
            open.setId("sample-" + s);
            open.setOnAction(_ -> model.openSample(s));
            pane.getChildren().add(open);
        });
        return new VBox(8, Texts.heading(words.say("start.samples")), pane, Texts.small(words.say("start.samples.about")));
    }

    private Node form() {
        int first = model.currentFirstYear();
        TextField title = field("new-title", "");
        TextField organisation = field("new-organisation", "");
        TextField from = field("new-first", "" + first);
        TextField to = field("new-last", "" + (first + 4));
        TextField baseline = field("new-baseline", "" + (first - 1));
        Label wrong = new Label();
        wrong.setId("new-wrong");
        wrong.getStyleClass().add("field-wrong");
        wrong.setWrapText(true);
        Runnable create = () -> model.create(new PlanForm(title.getText(), organisation.getText(), from.getText(), to.getText(), baseline.getText()))
                .ifPresentOrElse(key -> wrong.setText(words.say(key)), () -> {
                    title.clear();
                    organisation.clear();
                    wrong.setText("");
                });
        GridPane form = new GridPane();
        form.getStyleClass().add("inspector-form");
        form.addRow(0, label("start.new.title"), title);
        form.addRow(1, label("start.new.organisation"), organisation);
        HBox years = new HBox(8, from, new Label("–"), to, label("start.new.baseline"), baseline);
        years.setAlignment(Pos.CENTER_LEFT);
        for (TextField year : new TextField[] {from, to, baseline}) year.setPrefColumnCount(5);
        form.addRow(2, label("start.new.years"), years);
        for (TextField each : new TextField[] {title, organisation, from, to, baseline}) each.setOnAction(_ -> create.run());
        GridPane.setHgrow(title, Priority.ALWAYS);
        return new VBox(8, Texts.heading(words.say("start.new")), form, wrong, button("start.create", "start-create", create));
    }

    private Label label(String key) {
        Label label = new Label(words.say(key));
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }

    private static TextField field(String id, String text) {
        TextField field = new TextField(text);
        field.setId(id);
        return field;
    }

    private Button button(String key, String id, Runnable action) {
        Button button = new Button(words.say(key));
        button.setId(id);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
