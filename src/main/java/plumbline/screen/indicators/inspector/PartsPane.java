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
import plumbline.screen.indicators.inspector.PartsViewModel.Line;
import plumbline.screen.indicators.inspector.PartsViewModel.Made;
import plumbline.screen.indicators.inspector.PartsViewModel.Page;
import plumbline.screen.parts.Activatable;
import plumbline.screen.parts.Buttons;
import plumbline.screen.parts.Texts;
import plumbline.screen.parts.field.ComboBoxKeys;
import plumbline.screen.parts.field.CommitField;
import plumbline.screen.parts.field.Fields;
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
    private final ComboBoxKeys<UUID, RollUp> choosing;
    private final Label about = Texts.small("");
    private final VBox lines = new VBox(6);
    private final VBox made = new VBox(8);
    private final TextField added = new TextField();
    private final Label wrong = Texts.wrong();
    private final VBox root = new VBox(12);
    private final Subscription subscription;
    private List<LineBox> boxes = List.of();

    public PartsPane(PartsViewModel model, Messages words) {
        this.model = model;
        this.words = words;
        this.choosing = new ComboBoxKeys<>(rollUp, model.edits()::rollUp, model.edits()::rollUp);
        root.getChildren().setAll(choice(), lines, adding(), made);
        this.subscription = model.page().subscribe(page -> page.ifPresent(this::show));
    }

    VBox node() {
        return root;
    }

    @Override
    public void rest() {
        model.seen().rest();
    }

    @Override
    public void wake() {
        model.seen().wake();
    }

    void close() {
        subscription.unsubscribe();
        model.close();
    }

    private Node choice() {
        rollUp.setId("part-rollUp");
        rollUp.getItems().setAll(RollUp.values());
        rollUp.setMaxWidth(Double.MAX_VALUE);
        rollUp.setConverter(Texts.worded(choice -> words.sentence("part.rollUp." + choice.name())));
        HBox.setHgrow(rollUp, Priority.ALWAYS);
        HBox box = new HBox(8, Fields.name(words.sentence("part.rollUp"), rollUp), rollUp);
        box.setAlignment(Pos.CENTER_LEFT);
        return new VBox(4, box, about);
    }

    private Optional<Page> current() {
        return model.page().get();
    }

    private Node adding() {
        added.setId("part-add");
        added.setPromptText(words.sentence("part.add.prompt"));
        added.setOnAction(_ -> add());
        added.setAccessibleText(words.sentence("part.add.prompt"));
        HBox.setHgrow(added, Priority.ALWAYS);
        return new VBox(
                4,
                new HBox(
                        8,
                        added,
                        Buttons.verb(words.sentence("part.add"), "part-add-button", this::add)),
                wrong);
    }

    private void add() {
        current()
                .ifPresent(
                        page -> {
                            Optional<String> refused =
                                    model.edits().add(page.indicator(), added.getText());
                            wrong.setText(refused.orElse(""));
                            if (refused.isEmpty()) added.clear();
                            added.requestFocus();
                        });
    }

    private void show(Page page) {
        choosing.show(page.indicator());
        about.setText(words.sentence("part.rollUp.about." + page.rollUp().name()));
        showLines(page);
        made.getChildren().setAll(page.made().stream().map(PartsPane::made).toList());
        if (page.lines().isEmpty())
            made.getChildren().setAll(Texts.small(words.sentence("part.none")));
    }

    /** Made anew only where parts came, went or moved, so that the keyboard stays where it is. */
    private void showLines(Page page) {
        List<UUID> ids = page.lines().stream().map(l -> l.part().id()).toList();
        if (!ids.equals(boxes.stream().map(b -> b.id).toList())) {
            wrong.setText("");
            boxes = ids.stream().map(id -> new LineBox(page.indicator(), id)).toList();
            lines.getChildren().setAll(boxes);
        }
        for (int i = 0; i < boxes.size(); i++) boxes.get(i).show(page.lines().get(i));
    }

    private static Node made(Made made) {
        Label period = new Label(made.period());
        period.getStyleClass().add("step-name");
        VBox box = new VBox(2, period, Texts.small(made.sentence()));
        if (!made.use().isEmpty()) box.getChildren().add(Texts.small(made.use()));
        box.getStyleClass().add("step");
        return box;
    }

    private Button icon(Feather icon, String key, UUID part, Runnable action) {
        return Buttons.icon(icon, words.sentence(key), key.replace('.', '-') + "-" + part, action);
    }

    /**
     * A part: Enter takes its name, Esc drops it, Alt with an arrow moves it, Ctrl+Delete deletes
     * it.
     */
    private final class LineBox extends VBox {
        private final UUID indicator;
        private final UUID id;
        private final TextField name = new TextField();
        private final CommitField<UUID> typing;
        private final Label standing = Texts.small("");

        LineBox(UUID indicator, UUID id) {
            this.indicator = indicator;
            this.id = id;
            this.typing =
                    new CommitField<>(
                            name,
                            _ -> part().map(Part::name),
                            (_, text) -> model.edits().rename(indicator, id, text));
            name.setId("part-name-" + id);
            name.setAccessibleText(words.sentence("inspector.name"));
            name.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
            HBox.setHgrow(name, Priority.ALWAYS);
            HBox box =
                    new HBox(
                            4,
                            name,
                            icon(Feather.ARROW_UP, "part.up", id, () -> move(-1)),
                            icon(Feather.ARROW_DOWN, "part.down", id, () -> move(1)),
                            icon(Feather.TRASH_2, "part.delete", id, this::delete));
            box.setAlignment(Pos.CENTER_LEFT);
            standing.managedProperty().bind(standing.textProperty().isNotEmpty());
            getChildren().setAll(box, typing.wrong(), standing);
        }

        private void show(Line line) {
            typing.show(id);
            standing.setText(line.standing());
        }

        private Optional<Part> part() {
            return model.edits().part(indicator, id);
        }

        private void pressed(KeyEvent e) {
            if (e.isAltDown() && e.getCode() == KeyCode.UP) move(-1);
            else if (e.isAltDown() && e.getCode() == KeyCode.DOWN) move(1);
            else if (e.isShortcutDown() && e.getCode() == KeyCode.DELETE) delete();
            else return;
            e.consume();
        }

        private void move(int by) {
            part().ifPresent(p -> model.edits().move(indicator, p, by));
            boxes.stream()
                    .filter(b -> b.id.equals(id))
                    .findFirst()
                    .ifPresent(b -> b.name.requestFocus());
        }

        private void delete() {
            int at = boxes.indexOf(this);
            part().ifPresent(p -> model.edits().delete(indicator, p));
            if (boxes.isEmpty()) added.requestFocus();
            else boxes.get(Math.min(at, boxes.size() - 1)).name.requestFocus();
        }
    }
}
