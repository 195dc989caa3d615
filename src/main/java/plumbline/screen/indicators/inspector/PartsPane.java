package plumbline.screen.indicators.inspector;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.kordamp.ikonli.feather.Feather;

import plumbline.plan.Part;
import plumbline.plan.RollUp;
import plumbline.screen.indicators.inspector.PartsViewModel.InspectedPartLine;
import plumbline.screen.indicators.inspector.PartsViewModel.MadeTotal;
import plumbline.screen.indicators.inspector.PartsViewModel.PartsPage;
import plumbline.screen.parts.Activatable;
import plumbline.screen.parts.Buttons;
import plumbline.screen.parts.Labels;
import plumbline.screen.parts.field.CommitComboBox;
import plumbline.screen.parts.field.CommitField;
import plumbline.screen.parts.field.FieldGrid;
import plumbline.words.Messages;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The parts of an indicator: named, added, moved and deleted here; their figures are typed in the
 * grid.
 */
public final class PartsPane implements Activatable {
    private final PartsViewModel model;
    private final Messages words;
    private final ComboBox<RollUp> rollUp = new ComboBox<>();
    private final CommitComboBox<UUID, RollUp> choosing;
    private final Label about = Labels.createSmallLabel("");
    private final VBox lines = new VBox(6);
    private final VBox made = new VBox(8);
    private final TextField added = new TextField();
    private final Label wrong = Labels.createErrorLabel();
    private final VBox root = new VBox(12);
    private final Subscription subscription;
    private List<PartLineBox> boxes = List.of();

    public PartsPane(PartsViewModel model, Messages words) {
        this.model = model;
        this.words = words;
        this.choosing =
                new CommitComboBox<>(
                        rollUp, model.partEdits()::findRollUp, model.partEdits()::changeRollUp);
        root.getChildren().setAll(createRollUpChoice(), lines, createAddingRow(), made);
        this.subscription = model.pageProperty().subscribe(page -> page.ifPresent(this::showPage));
    }

    VBox rootNode() {
        return root;
    }

    @Override
    public void deactivate() {
        model.activatable().deactivate();
    }

    @Override
    public void activate() {
        model.activatable().activate();
    }

    void close() {
        subscription.unsubscribe();
        model.close();
    }

    private Node createRollUpChoice() {
        rollUp.setId("part-rollUp");
        rollUp.getItems().setAll(RollUp.values());
        rollUp.setMaxWidth(Double.MAX_VALUE);
        rollUp.setConverter(
                Labels.converterFor(choice -> words.sentence("part.rollUp." + choice.name())));
        HBox.setHgrow(rollUp, Priority.ALWAYS);
        HBox box =
                new HBox(
                        8,
                        FieldGrid.createFieldLabel(words.sentence("part.rollUp"), rollUp),
                        rollUp);
        box.setAlignment(Pos.CENTER_LEFT);
        return new VBox(4, box, about);
    }

    private Optional<PartsPage> findCurrentPage() {
        return model.pageProperty().get();
    }

    private Node createAddingRow() {
        added.setId("part-add");
        added.setPromptText(words.sentence("part.add.prompt"));
        added.setOnAction(_ -> addTypedParts());
        added.setAccessibleText(words.sentence("part.add.prompt"));
        HBox.setHgrow(added, Priority.ALWAYS);
        return new VBox(
                4,
                new HBox(
                        8,
                        added,
                        Buttons.createActionButton(
                                words.sentence("part.add"),
                                "part-add-button",
                                this::addTypedParts)),
                wrong);
    }

    private void addTypedParts() {
        findCurrentPage()
                .ifPresent(
                        page -> {
                            Optional<String> refused =
                                    model.partEdits()
                                            .addPartsNamed(page.indicator(), added.getText());
                            wrong.setText(refused.orElse(""));
                            if (refused.isEmpty()) added.clear();
                            added.requestFocus();
                        });
    }

    private void showPage(PartsPage page) {
        choosing.showValueOf(page.indicator());
        about.setText(words.sentence("part.rollUp.about." + page.rollUp().name()));
        showLines(page);
        made.getChildren().setAll(page.made().stream().map(PartsPane::createTotalRow).toList());
        if (page.lines().isEmpty())
            made.getChildren().setAll(Labels.createSmallLabel(words.sentence("part.none")));
    }

    /** Made anew only where parts came, went or moved, so that the keyboard stays where it is. */
    private void showLines(PartsPage page) {
        List<UUID> ids = page.lines().stream().map(l -> l.part().id()).toList();
        if (!ids.equals(boxes.stream().map(b -> b.id).toList())) {
            wrong.setText("");
            boxes = ids.stream().map(id -> new PartLineBox(page.indicator(), id)).toList();
            lines.getChildren().setAll(boxes);
        }
        for (int i = 0; i < boxes.size(); i++) boxes.get(i).showPart(page.lines().get(i));
    }

    private static Node createTotalRow(MadeTotal made) {
        Label period = new Label(made.period());
        period.getStyleClass().add("step-name");
        VBox box = new VBox(2, period, Labels.createSmallLabel(made.sentence()));
        if (!made.use().isEmpty()) box.getChildren().add(Labels.createSmallLabel(made.use()));
        box.getStyleClass().add("step");
        return box;
    }

    private Button createIconButton(Feather icon, String key, UUID part, Runnable action) {
        return Buttons.createIconButton(
                icon, words.sentence(key), key.replace('.', '-') + "-" + part, action);
    }

    /**
     * A part: Enter takes its name, Esc drops it, Alt with an arrow moves it, Ctrl+Delete deletes
     * it.
     */
    private final class PartLineBox extends VBox {
        private final UUID indicator;
        private final UUID id;
        private final TextField name = new TextField();
        private final CommitField<UUID> typing;
        private final Label standing = Labels.createSmallLabel("");

        PartLineBox(UUID indicator, UUID id) {
            this.indicator = indicator;
            this.id = id;
            this.typing =
                    new CommitField<>(
                            name,
                            _ -> findPart().map(Part::name),
                            (_, text) -> model.partEdits().renamePart(indicator, id, text));
            name.setId("part-name-" + id);
            name.setAccessibleText(words.sentence("inspector.name"));
            name.addEventFilter(KeyEvent.KEY_PRESSED, this::onKeyPressed);
            HBox.setHgrow(name, Priority.ALWAYS);
            HBox box =
                    new HBox(
                            4,
                            name,
                            createIconButton(Feather.ARROW_UP, "part.up", id, () -> movePart(-1)),
                            createIconButton(
                                    Feather.ARROW_DOWN, "part.down", id, () -> movePart(1)),
                            createIconButton(Feather.TRASH_2, "part.delete", id, this::deletePart));
            box.setAlignment(Pos.CENTER_LEFT);
            standing.managedProperty().bind(standing.textProperty().isNotEmpty());
            getChildren().setAll(box, typing.errorLabel(), standing);
        }

        private void showPart(InspectedPartLine line) {
            typing.showTextOf(id);
            standing.setText(line.standing());
        }

        private Optional<Part> findPart() {
            return model.partEdits().findPart(indicator, id);
        }

        private void onKeyPressed(KeyEvent e) {
            if (e.isAltDown() && e.getCode() == KeyCode.UP) movePart(-1);
            else if (e.isAltDown() && e.getCode() == KeyCode.DOWN) movePart(1);
            else if (e.isShortcutDown() && e.getCode() == KeyCode.DELETE) deletePart();
            else return;
            e.consume();
        }

        private void movePart(int by) {
            findPart().ifPresent(p -> model.partEdits().movePart(indicator, p, by));
            boxes.stream()
                    .filter(b -> b.id.equals(id))
                    .findFirst()
                    .ifPresent(b -> b.name.requestFocus());
        }

        private void deletePart() {
            int at = boxes.indexOf(this);
            findPart().ifPresent(p -> model.partEdits().deletePart(indicator, p));
            if (boxes.isEmpty()) added.requestFocus();
            else boxes.get(Math.min(at, boxes.size() - 1)).name.requestFocus();
        }
    }
}
