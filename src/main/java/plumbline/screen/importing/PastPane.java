package plumbline.screen.importing;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import plumbline.screen.importing.ImportingViewModel.Past;
import plumbline.screen.parts.Buttons;
import plumbline.screen.parts.Texts;
import plumbline.words.Messages;

import java.util.List;
import java.util.Optional;

/** The imports of the plan: what each brought, and the way back. */
final class PastPane {
    private final ImportingViewModel model;
    private final Messages words;
    private final ListView<Past> list = new ListView<>();
    private final ListView<String> lines = new ListView<>();
    private final Button back;
    private final SplitPane split;

    PastPane(ImportingViewModel model, Messages words) {
        this.model = model;
        this.words = words;
        list.setId("import-past");
        list.setPlaceholder(new Label(words.say("import.past.none")));
        list.setCellFactory(_ -> new PastCell());
        lines.setId("import-past-lines");
        back =
                Buttons.verb(
                        words.say("import.takeBack"),
                        "import-take-back",
                        () ->
                                Optional.ofNullable(list.getSelectionModel().getSelectedItem())
                                        .ifPresent(p -> model.takeBack(p.intake())));
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(p -> look(Optional.ofNullable(p)));
        VBox right = new VBox(8, lines, new HBox(back));
        right.getStyleClass().add("import-figure");
        VBox.setVgrow(lines, Priority.ALWAYS);
        split = new SplitPane(list, right);
        split.setDividerPositions(0.4);
    }

    Node node() {
        return split;
    }

    void show(List<Past> history) {
        int chosen = list.getSelectionModel().getSelectedIndex();
        list.getItems().setAll(history);
        list.getSelectionModel().select(Math.min(Math.max(chosen, 0), list.getItems().size() - 1));
    }

    private void look(Optional<Past> past) {
        lines.getItems().setAll(past.map(p -> model.lines(p.intake())).orElse(List.of()));
        back.setDisable(past.isEmpty() || past.get().intake().takenBack() || model.readOnly());
    }

    private static final class PastCell extends ListCell<Past> {
        private final Label files = new Label();
        private final Label when = Texts.small("");
        private final VBox box = new VBox(2, files, when);

        @Override
        protected void updateItem(Past past, boolean nothing) {
            super.updateItem(past, nothing);
            setGraphic(nothing || past == null ? null : box);
            setAccessibleText(nothing || past == null ? null : past.files() + " · " + past.when());
            if (nothing || past == null) return;
            files.setText(past.files());
            when.setText(past.when() + "   " + past.count());
        }
    }
}
