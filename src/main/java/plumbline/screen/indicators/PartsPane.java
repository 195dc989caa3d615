package plumbline.screen.indicators;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import plumbline.plan.Part;
import plumbline.plan.RollUp;
import plumbline.screen.indicators.PartsViewModel.Line;
import plumbline.screen.indicators.PartsViewModel.Made;
import plumbline.screen.indicators.PartsViewModel.Page;
import plumbline.screen.parts.Texts;
import plumbline.words.Words;

/** The parts of an indicator: named, added, moved and deleted here; their figures are typed in the grid. */
public final class PartsPane {
    private final PartsViewModel model;
    private final Words words;
    private final ComboBox<RollUp> rollUp = new ComboBox<>();
    private final Label about = Texts.small("");
    private final VBox lines = new VBox(6);
    private final VBox made = new VBox(8);
    private final TextField added = new TextField();
    private final Label wrong = new Label();
    private final VBox root = new VBox(12);
    private final Subscription subscription;
    private Optional<List<Line>> shown = Optional.empty();

    public PartsPane(PartsViewModel model, Words words) {
        this.model = model;
        this.words = words;
        root.getChildren().setAll(choice(), lines, adding(), made);
        this.subscription = model.page().subscribe(page -> page.ifPresent(this::show));
    }

    VBox node() {
        return root;
    }

    void close() {
        subscription.unsubscribe();
        model.close();
    }

    private Node choice() {
        rollUp.setId("part-rollUp");
        rollUp.getItems().setAll(RollUp.values());
        rollUp.setMaxWidth(Double.MAX_VALUE);
        rollUp.setConverter(new StringConverter<>() {
            @Override public String toString(RollUp choice) {
                return choice == null ? "" : words.say("part.rollUp." + choice.name());
            }

            @Override public RollUp fromString(String text) {
                return rollUp.getValue();
            }
        });
        rollUp.valueProperty().subscribe((_, chosen) -> current().filter(p -> chosen != null && p.rollUp() != chosen)
                .ifPresent(p -> model.edits().rollUp(p.indicator(), chosen)));
        Label label = new Label(words.say("part.rollUp"));
        label.setMinWidth(Label.USE_PREF_SIZE);
        HBox.setHgrow(rollUp, Priority.ALWAYS);
        HBox box = new HBox(8, label, rollUp);
        box.setAlignment(Pos.CENTER_LEFT);
        return new VBox(4, box, about);
    }

    private Optional<Page> current() {
        return model.page().get();
    }

    private Node adding() {
        added.setId("part-add");
        added.setPromptText(words.say("part.add.prompt"));
        added.setOnAction(_ -> add());
        Button button = new Button(words.say("part.add"));
        button.setId("part-add-button");
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(_ -> add());
        wrong.setWrapText(true);
        wrong.getStyleClass().add("field-wrong");
        wrong.managedProperty().bind(wrong.visibleProperty());
        wrong.visibleProperty().bind(wrong.textProperty().isNotEmpty());
        HBox.setHgrow(added, Priority.ALWAYS);
        return new VBox(4, new HBox(8, added, button), wrong);
    }

    private void add() {
        current().ifPresent(page -> {
            Optional<String> refused = model.edits().add(page.indicator(), added.getText());
            wrong.setText(refused.orElse(""));
            if (refused.isEmpty()) added.clear();
            added.requestFocus();
        });
    }

    private void show(Page page) {
        rollUp.setValue(page.rollUp());
        about.setText(words.say("part.rollUp.about." + page.rollUp().name()));
        if (!shown.equals(Optional.of(page.lines()))) showLines(page);
        made.getChildren().setAll(page.made().stream().map(PartsPane::made).toList());
        if (page.lines().isEmpty()) made.getChildren().setAll(Texts.small(words.say("part.none")));
    }

    private void showLines(Page page) {
        shown = Optional.of(page.lines());
        wrong.setText("");
        lines.getChildren().setAll(page.lines().stream().map(l -> line(page.indicator(), l)).toList());
    }

    private static Node made(Made made) {
        Label period = new Label(made.period());
        period.getStyleClass().add("step-name");
        VBox box = new VBox(2, period, Texts.small(made.sentence()));
        if (!made.use().isEmpty()) box.getChildren().add(Texts.small(made.use()));
        box.getStyleClass().add("step");
        return box;
    }

    private Node line(UUID indicator, Line line) {
        Part part = line.part();
        TextField name = new TextField(part.name());
        name.setId("part-name-" + part.id());
        name.addEventFilter(KeyEvent.KEY_PRESSED, e -> pressed(e, indicator, part, name));
        name.focusedProperty().subscribe((_, focused) -> {
            if (!focused) rename(indicator, part, name);
        });
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox box = new HBox(4, name, icon(Feather.ARROW_UP, "part.up", () -> model.edits().move(indicator, part, -1)),
                icon(Feather.ARROW_DOWN, "part.down", () -> model.edits().move(indicator, part, 1)),
                icon(Feather.TRASH_2, "part.delete", () -> model.edits().delete(indicator, part)));
        box.setAlignment(Pos.CENTER_LEFT);
        return line.standing().isEmpty() ? box : new VBox(2, box, Texts.small(line.standing()));
    }

    private Button icon(Feather icon, String key, Runnable action) {
        Button button = new Button(null, new FontIcon(icon));
        button.getStyleClass().add("flat");
        button.setAccessibleText(words.say(key));
        button.setTooltip(new Tooltip(words.say(key)));
        button.setOnAction(_ -> action.run());
        return button;
    }

    /** Enter takes the name, Esc drops it, Alt with an arrow moves the part, Ctrl+Delete deletes it. */
    private void pressed(KeyEvent e, UUID indicator, Part part, TextField name) {
        if (e.getCode() == KeyCode.ENTER) rename(indicator, part, name);
        else if (e.getCode() == KeyCode.ESCAPE) name.setText(part.name());
        else if (e.isAltDown() && e.getCode() == KeyCode.UP) moved(indicator, part, -1);
        else if (e.isAltDown() && e.getCode() == KeyCode.DOWN) moved(indicator, part, 1);
        else if (e.isShortcutDown() && e.getCode() == KeyCode.DELETE) model.edits().delete(indicator, part);
        else return;
        e.consume();
    }

    private void moved(UUID indicator, Part part, int by) {
        model.edits().move(indicator, part, by);
        Optional.ofNullable(lines.lookup("#part-name-" + part.id())).ifPresent(Node::requestFocus);
    }

    private void rename(UUID indicator, Part part, TextField name) {
        if (name.getText().strip().equals(part.name()) || name.getScene() == null) return;
        Optional<String> refused = model.edits().rename(indicator, part.id(), name.getText());
        wrong.setText(refused.orElse(""));
        name.pseudoClassStateChanged(PseudoClass.getPseudoClass("danger"), refused.isPresent());
    }
}
