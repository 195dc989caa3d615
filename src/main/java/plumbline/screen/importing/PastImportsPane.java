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

import plumbline.screen.importing.ImportingViewModel.PastImport;
import plumbline.screen.parts.Buttons;
import plumbline.screen.parts.Labels;
import plumbline.words.Messages;

import java.util.List;
import java.util.Optional;

/** The imports of the plan: what each brought, and the way back. */
final class PastImportsPane {
    private final ImportingViewModel model;
    private final Messages words;
    private final ListView<PastImport> list = new ListView<>();
    private final ListView<String> lines = new ListView<>();
    private final Button takeBackButton;
    private final SplitPane split;

    PastImportsPane(ImportingViewModel model, Messages words) {
        this.model = model;
        this.words = words;
        list.setId("import-past");
        list.setPlaceholder(new Label(words.sentence("import.past.none")));
        list.setCellFactory(_ -> new PastImportCell());
        lines.setId("import-past-lines");
        takeBackButton =
                Buttons.createActionButton(
                        words.sentence("import.takeBack"),
                        "import-take-back",
                        () ->
                                Optional.ofNullable(list.getSelectionModel().getSelectedItem())
                                        .ifPresent(p -> model.takeBackImport(p.importRecord())));
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(p -> showLines(Optional.ofNullable(p)));
        VBox right = new VBox(8, lines, new HBox(takeBackButton));
        right.getStyleClass().add("import-figure");
        VBox.setVgrow(lines, Priority.ALWAYS);
        split = new SplitPane(list, right);
        split.setDividerPositions(0.4);
    }

    Node node() {
        return split;
    }

    void showHistory(List<PastImport> history) {
        int chosen = list.getSelectionModel().getSelectedIndex();
        list.getItems().setAll(history);
        list.getSelectionModel().select(Math.min(Math.max(chosen, 0), list.getItems().size() - 1));
    }

    private void showLines(Optional<PastImport> past) {
        lines.getItems()
                .setAll(past.map(p -> model.pastImportLines(p.importRecord())).orElse(List.of()));
        takeBackButton.setDisable(
                past.isEmpty() || past.get().importRecord().takenBack() || model.isReadOnly());
    }

    private static final class PastImportCell extends ListCell<PastImport> {
        private final Label files = new Label();
        private final Label when = Labels.createSmallLabel("");
        private final VBox box = new VBox(2, files, when);

        @Override
        protected void updateItem(PastImport past, boolean nothing) {
            super.updateItem(past, nothing);
            setGraphic(nothing || past == null ? null : box);
            setAccessibleText(
                    nothing || past == null ? null : past.fileNames() + " · " + past.timeText());
            if (nothing || past == null) return;
            files.setText(past.fileNames());
            when.setText(past.timeText() + "   " + past.countText());
        }
    }
}
