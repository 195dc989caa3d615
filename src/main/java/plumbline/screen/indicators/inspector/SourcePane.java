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
import plumbline.screen.indicators.inspector.SourceViewModel.Entry;
import plumbline.screen.parts.Buttons;
import plumbline.screen.parts.Texts;
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
    private Optional<Figure> shown = Optional.empty();

    /** The figure, and what is recorded of its source. */
    private record Figure(UUID line, Period period, Entry entry, Optional<Evidence> evidence) {}

    SourcePane(SourceViewModel model, Messages words) {
        this.model = model;
        this.words = words;
        root.setId("source");
    }

    Node node() {
        return root;
    }

    /** A form that is open stays open while its figure is shown. */
    void show(UUID line, Period period) {
        Figure next =
                new Figure(line, period, model.entry(line, period), model.evidence(line, period));
        boolean stays = shown.equals(Optional.of(next)) && root.lookup("#source-take") != null;
        shown = Optional.of(next);
        if (!stays) list(line, period);
    }

    private void list(UUID line, Period period) {
        Entry entry = model.entry(line, period);
        root.getChildren().setAll(Texts.heading(words.sentence("source.heading")));
        said("source.document", entry.document());
        said("source.sheet", entry.sheet());
        said("source.cell", entry.cell());
        said("source.department", entry.department());
        said("source.received", entry.received());
        Optional<Evidence> kept = model.evidence(line, period);
        kept.ifPresent(e -> said("source.evidence", model.about(e)));
        root.getChildren().add(verbs(line, period, entry, kept.isPresent()));
    }

    private void said(String key, String text) {
        if (text.isEmpty()) return;
        Label label = new Label(words.sentence(key) + ": " + text);
        label.setWrapText(true);
        root.getChildren().add(label);
    }

    private Node verbs(UUID line, Period period, Entry entry, boolean kept) {
        FlowPane verbs = new FlowPane(8, 6);
        boolean changing = !model.readOnly();
        if (kept)
            verbs.getChildren()
                    .add(button("source.save", "source-save", () -> model.saveCopy(line, period)));
        if (changing)
            verbs.getChildren()
                    .add(
                            button(
                                    entry.equals(Entry.EMPTY) ? "source.open" : "source.change",
                                    "source-open",
                                    () -> form(line, period)));
        if (changing)
            verbs.getChildren()
                    .add(button("source.keep", "source-keep", () -> model.keep(line, period)));
        if (changing && !model.known().isEmpty()) verbs.getChildren().add(known(line, period));
        if (changing && kept)
            verbs.getChildren()
                    .add(button("source.drop", "source-drop", () -> model.drop(line, period)));
        return verbs;
    }

    private Node known(UUID line, Period period) {
        MenuButton menu = new MenuButton(words.sentence("source.known"));
        menu.setId("source-known");
        for (Evidence file : model.known()) {
            MenuItem item = new MenuItem(model.about(file));
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> model.use(line, period, file));
            menu.getItems().add(item);
        }
        return menu;
    }

    private void form(UUID line, Period period) {
        Entry entry = model.entry(line, period);
        TextField document = field("source-document", entry.document());
        TextField sheet = field("source-sheet", entry.sheet());
        TextField cell = field("source-cell", entry.cell());
        TextField received = field("source-received", entry.received());
        ComboBox<String> department = new ComboBox<>();
        department.setId("source-department");
        department.setEditable(true);
        department.setMaxWidth(Double.MAX_VALUE);
        department.getItems().setAll(model.departments());
        department.getEditor().setText(entry.department());
        Form form =
                new Form(
                                words.sentence("source.take"),
                                "source-take",
                                () ->
                                        take(
                                                line,
                                                period,
                                                new Entry(
                                                        document.getText(),
                                                        sheet.getText(),
                                                        cell.getText(),
                                                        department.getEditor().getText(),
                                                        received.getText())),
                                words.sentence("source.cancel"),
                                () -> list(line, period))
                        .row(words.sentence("source.document"), document)
                        .row(words.sentence("source.sheet"), sheet)
                        .row(words.sentence("source.cell"), cell)
                        .row(words.sentence("source.department"), department)
                        .row(words.sentence("source.received"), received);
        root.getChildren().setAll(Texts.heading(words.sentence("source.heading")), form.node());
        document.requestFocus();
    }

    private Optional<String> take(UUID line, Period period, Entry entry) {
        Optional<String> refused = model.record(line, period, entry);
        if (refused.isEmpty()) list(line, period);
        return refused;
    }

    private static TextField field(String id, String text) {
        TextField field = new TextField(text);
        field.setId(id);
        return field;
    }

    private Button button(String key, String id, Runnable action) {
        return Buttons.verb(words.sentence(key), id, action);
    }
}
