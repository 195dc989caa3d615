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
import plumbline.screen.parts.Labels;
import plumbline.screen.parts.ScreenView;
import plumbline.screen.parts.field.PlanForm;
import plumbline.screen.parts.field.PlanFormPane;
import plumbline.screen.start.PlanFilesViewModel.PlanFileStep;
import plumbline.screen.start.StartViewModel.PlanRow;
import plumbline.words.Messages;

import java.util.Optional;

/** Where the program begins. */
public final class StartView implements ScreenView {
    private final StartViewModel model;
    private final Messages words;
    private final ListView<PlanRow> plans = new ListView<>();
    private final PlanFormPane newPlanFields;
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
        this.newPlanFields =
                new PlanFormPane(words, "new", words.sentence("start.create"), this::createPlan);
        card.managedProperty().bind(card.visibleProperty());
        VBox content =
                new VBox(18, createHead(), card, createPlanList(), createSamples(), createForm());
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
                        files.step().subscribe(this::showStep),
                        model.rows()
                                .subscribe(
                                        rows -> {
                                            plans.getItems().setAll(rows);
                                            plans.setPrefHeight(
                                                    Math.clamp(rows.size() * 58L + 4, 62, 240));
                                            rows.stream()
                                                    .filter(r -> model.isOpen(r))
                                                    .findFirst()
                                                    .ifPresentOrElse(
                                                            plans.getSelectionModel()::select,
                                                            plans.getSelectionModel()::selectFirst);
                                        }));
    }

    /** A plan file comes above the plans; what it offers takes the whole place. */
    private void showStep(Optional<PlanFileStep> step) {
        card.getChildren().clear();
        root.getChildren().setAll(scroll);
        step.ifPresent(
                s -> {
                    switch (s) {
                        case PlanFileStep.Received arrived ->
                                card.getChildren().add(cards.createReceivedCard(arrived));
                        case PlanFileStep.Exporting leaving ->
                                card.getChildren().add(cards.createExportCard(leaving));
                        case PlanFileStep.Reviewing reviewing ->
                                root.getChildren().setAll(new MergeReview(files, reviewing, words));
                    }
                });
        card.setVisible(!card.getChildren().isEmpty());
        if (card.isVisible()) scroll.setVvalue(0);
        if (root.getScene() != null) focusFirst();
    }

    @Override
    public Node rootNode() {
        return root;
    }

    @Override
    public void focusMainControl() {
        model.refreshPlans();
        focusFirst();
    }

    private void focusFirst() {
        if (root.getChildren().getFirst() instanceof MergeReview review) review.focusTable();
        else if (card.isVisible()) card.lookup(".accent").requestFocus();
        else plans.requestFocus();
    }

    @Override
    public void close() {
        subscription.unsubscribe();
    }

    private Node createHead() {
        Label name = new Label(words.sentence("app.name"));
        name.getStyleClass().add("title-1");
        return new VBox(4, name, Labels.createSmallLabel(words.sentence("start.promise")));
    }

    private Node createPlanList() {
        plans.setId("start-plans");
        plans.setPlaceholder(Labels.createSmallLabel(words.sentence("start.none")));
        plans.setCellFactory(_ -> new PlanCell());
        plans.setOnKeyPressed(
                e -> {
                    if (e.getCode() == KeyCode.ENTER)
                        selectedRow().ifPresent(r -> model.openPlan(r.id()));
                    if (e.getCode() == KeyCode.DELETE) selectedRow().ifPresent(model::deletePlan);
                });
        plans.setOnMouseClicked(
                e -> {
                    if (e.getClickCount() == 2)
                        selectedRow().ifPresent(r -> model.openPlan(r.id()));
                });
        Button open =
                Buttons.createActionButton(
                        words.sentence("start.open"),
                        "start-open",
                        () -> selectedRow().ifPresent(r -> model.openPlan(r.id())));
        open.getStyleClass().add("accent");
        Button delete =
                Buttons.createActionButton(
                        words.sentence("start.delete"),
                        "start-delete",
                        () -> selectedRow().ifPresent(model::deletePlan));
        Button export =
                Buttons.createActionButton(
                        words.sentence("planfile.export"),
                        "start-export",
                        () -> selectedRow().ifPresent(r -> files.startExport(r.id())));
        Button read =
                Buttons.createActionButton(
                        words.sentence("planfile.open"), "start-planfile", files::chooseFile);
        export.disableProperty().bind(plans.getSelectionModel().selectedItemProperty().isNull());
        open.disableProperty().bind(plans.getSelectionModel().selectedItemProperty().isNull());
        delete.disableProperty().bind(plans.getSelectionModel().selectedItemProperty().isNull());
        return new VBox(
                8,
                Labels.createHeading(words.sentence("start.plans")),
                plans,
                new FlowPane(8, 8, open, export, delete, read),
                Labels.createSmallLabel(words.sentence("planfile.drop")));
    }

    private Optional<PlanRow> selectedRow() {
        return Optional.ofNullable(plans.getSelectionModel().getSelectedItem());
    }

    private static final class PlanCell extends ListCell<PlanRow> {
        @Override
        protected void updateItem(PlanRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            setAccessibleText(row.title() + " · " + row.aboutText());
            Label title = new Label(row.title());
            title.getStyleClass().add("step-name");
            String about =
                    row.organisation().isEmpty()
                            ? row.aboutText()
                            : row.organisation() + " · " + row.aboutText();
            setGraphic(new VBox(2, title, Labels.createSmallLabel(about)));
        }
    }

    private Node createSamples() {
        FlowPane pane = new FlowPane(8, 8);
        model.sampleKeys()
                .forEach(
                        s ->
                                pane.getChildren()
                                        .add(
                                                Buttons.createActionButton(
                                                        model.sampleName(s),
                                                        "sample-" + s,
                                                        () -> model.openSample(s))));
        return new VBox(
                8,
                Labels.createHeading(words.sentence("start.samples")),
                pane,
                Labels.createSmallLabel(words.sentence("start.samples.about")));
    }

    private Node createForm() {
        newPlanFields.showForm(proposedForm());
        return new VBox(8, Labels.createHeading(words.sentence("start.new")), newPlanFields);
    }

    private Optional<String> createPlan(PlanForm form) {
        Optional<String> refused = model.createPlan(form);
        if (refused.isEmpty()) newPlanFields.showForm(proposedForm());
        return refused;
    }

    private PlanForm proposedForm() {
        int first = model.currentFirstYear();
        return new PlanForm("", "", first, first + 4, first - 1, Optional.empty());
    }
}
