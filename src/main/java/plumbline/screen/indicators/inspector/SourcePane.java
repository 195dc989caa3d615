package plumbline.screen.indicators.inspector;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import plumbline.plan.Evidence;
import plumbline.plan.Period;
import plumbline.screen.indicators.inspector.SourceViewModel.SourceEntry;
import plumbline.screen.parts.Buttons;
import plumbline.screen.parts.Labels;
import plumbline.words.Messages;

import java.util.Optional;
import java.util.UUID;

/**
 * Where the figure that is looked at comes from, with the form to enter it and the file that is
 * kept for it.
 */
final class SourcePane {
    private final SourceViewModel model;
    private final Messages words;
    private final VBox root = new VBox(4);
    private Optional<SourcedFigure> shown = Optional.empty();

    /** The figure, and what is recorded of its source. */
    private record SourcedFigure(
            UUID line, Period period, SourceEntry entry, Optional<Evidence> evidence) {}

    SourcePane(SourceViewModel model, Messages words) {
        this.model = model;
        this.words = words;
        root.setId("source");
    }

    Node rootNode() {
        return root;
    }

    /** A form that is open stays open while its figure is shown. */
    void showSource(UUID line, Period period) {
        SourcedFigure next =
                new SourcedFigure(
                        line,
                        period,
                        model.sourceEntry(line, period),
                        model.findEvidence(line, period));
        boolean stays = shown.equals(Optional.of(next)) && root.lookup("#source-take") != null;
        shown = Optional.of(next);
        if (!stays) listSource(line, period);
    }

    private void listSource(UUID line, Period period) {
        SourceEntry entry = model.sourceEntry(line, period);
        root.getChildren().setAll(Labels.createHeading(words.sentence("source.heading")));
        addSentence("source.document", entry.document());
        addSentence("source.sheet", entry.sheet());
        addSentence("source.cell", entry.cell());
        addSentence("source.department", entry.department());
        addSentence("source.received", entry.received());
        Optional<Evidence> kept = model.findEvidence(line, period);
        kept.ifPresent(e -> addSentence("source.evidence", model.evidenceText(e)));
        root.getChildren().add(createButtons(line, period, entry, kept.isPresent()));
    }

    private void addSentence(String key, String text) {
        if (text.isEmpty()) return;
        Label label = new Label(words.sentence(key) + ": " + text);
        label.setWrapText(true);
        root.getChildren().add(label);
    }

    private Node createButtons(UUID line, Period period, SourceEntry entry, boolean kept) {
        FlowPane verbs = new FlowPane(8, 6);
        boolean changing = !model.isReadOnly();
        if (kept)
            verbs.getChildren()
                    .add(
                            createButton(
                                    "source.save",
                                    "source-save",
                                    () -> model.saveEvidenceCopy(line, period)));
        if (changing)
            verbs.getChildren()
                    .add(
                            createButton(
                                    entry.equals(SourceEntry.EMPTY)
                                            ? "source.open"
                                            : "source.change",
                                    "source-open",
                                    () -> openSourceForm(line, period)));
        if (changing)
            verbs.getChildren()
                    .add(
                            createButton(
                                    "source.keep",
                                    "source-keep",
                                    () -> model.keepEvidence(line, period)));
        if (changing && !model.knownEvidence().isEmpty())
            verbs.getChildren().add(createEvidenceChoice(line, period));
        if (changing && kept)
            verbs.getChildren()
                    .add(
                            createButton(
                                    "source.drop",
                                    "source-drop",
                                    () -> model.removeEvidence(line, period)));
        return verbs;
    }

    private Node createEvidenceChoice(UUID line, Period period) {
        MenuButton menu = new MenuButton(words.sentence("source.known"));
        menu.setId("source-known");
        for (Evidence file : model.knownEvidence()) {
            MenuItem item = new MenuItem(model.evidenceText(file));
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> model.useEvidence(line, period, file));
            menu.getItems().add(item);
        }
        return menu;
    }

    private void openSourceForm(UUID line, Period period) {
        SourceEntry entry = model.sourceEntry(line, period);
        TextField document = createTextField("source-document", entry.document());
        TextField sheet = createTextField("source-sheet", entry.sheet());
        TextField cell = createTextField("source-cell", entry.cell());
        TextField received = createTextField("source-received", entry.received());
        ComboBox<String> department = new ComboBox<>();
        department.setId("source-department");
        department.setEditable(true);
        department.setMaxWidth(Double.MAX_VALUE);
        department.getItems().setAll(model.departmentNames());
        department.getEditor().setText(entry.department());
        InlineForm form =
                new InlineForm(
                                words.sentence("source.take"),
                                "source-take",
                                () ->
                                        commitEntry(
                                                line,
                                                period,
                                                new SourceEntry(
                                                        document.getText(),
                                                        sheet.getText(),
                                                        cell.getText(),
                                                        department.getEditor().getText(),
                                                        received.getText())),
                                words.sentence("source.cancel"),
                                () -> listSource(line, period))
                        .addField(words.sentence("source.document"), document)
                        .addField(words.sentence("source.sheet"), sheet)
                        .addField(words.sentence("source.cell"), cell)
                        .addField(words.sentence("source.department"), department)
                        .addField(words.sentence("source.received"), received);
        root.getChildren()
                .setAll(Labels.createHeading(words.sentence("source.heading")), form.rootNode());
        document.requestFocus();
    }

    private Optional<String> commitEntry(UUID line, Period period, SourceEntry entry) {
        Optional<String> refused = model.recordSource(line, period, entry);
        if (refused.isEmpty()) listSource(line, period);
        return refused;
    }

    private static TextField createTextField(String id, String text) {
        TextField field = new TextField(text);
        field.setId(id);
        return field;
    }

    private Button createButton(String key, String id, Runnable action) {
        return Buttons.createActionButton(words.sentence(key), id, action);
    }
}
