package plumbline.screen.reporting;

import javafx.beans.property.ObjectProperty;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.util.Subscription;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import plumbline.report.HandoverPart;
import plumbline.report.table.AppendixColumn;
import plumbline.report.text.Narrative;
import plumbline.report.text.Outline;
import plumbline.report.text.ReportBlock;
import plumbline.report.text.Section;
import plumbline.report.text.TextSpan;
import plumbline.screen.parts.Activatable;
import plumbline.screen.parts.Buttons;
import plumbline.screen.parts.Texts;
import plumbline.screen.parts.View;
import plumbline.words.Messages;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What is to be written at the left, the text in the middle with its numbers marked, and the
 * paragraph being reworded below.
 */
public final class ReportingView implements View {
    /** Paddings and scroll bar beside the text of a cell. */
    private static final double BESIDE_TEXT = 44;

    private static final int LONGEST_SHOWN = 40;
    private static final List<AppendixColumn> EXTRA =
            List.of(
                    AppendixColumn.DEPARTMENT,
                    AppendixColumn.FORMER_TARGET,
                    AppendixColumn.LATER_FIGURES,
                    AppendixColumn.TIME_PROGRESS,
                    AppendixColumn.NEEDED);
    private final ReportingViewModel model;
    private final Messages words;
    private final ListView<ReportBlock> list = new ListView<>();
    private final TextArea editor = new TextArea();
    private final TextFlow preview = new TextFlow();
    private final TextField find = new TextField();
    private final ListView<Narrative.Name> names = new ListView<>();
    private final Label stale = new Label();
    private final Label leaks = new Label();
    private final Label redacted = new Label();
    private final BorderPane root = new BorderPane();
    private final Subscription subscriptions;
    private boolean showing;

    public ReportingView(ReportingViewModel model, Messages words) {
        this.model = model;
        this.words = words;
        root.setId("reporting");
        list.setId("reporting-text");
        list.setCellFactory(_ -> new BlockCell());
        list.setPlaceholder(Texts.small(words.say("reporting.none")));
        stale.setId("reporting-stale");
        stale.setWrapText(true);
        stale.getStyleClass().add("reporting-stale");
        stale.managedProperty().bind(stale.visibleProperty());
        leaks.setId("reporting-leaks");
        leaks.setWrapText(true);
        leaks.getStyleClass().add("reporting-stale");
        leaks.managedProperty().bind(leaks.visibleProperty());
        BorderPane text = new BorderPane(list);
        text.setTop(new VBox(stale, leaks));
        SplitPane right = new SplitPane(text, editing());
        right.setOrientation(Orientation.VERTICAL);
        right.setDividerPositions(0.6);
        root.setLeft(choices());
        root.setCenter(right);
        subscriptions =
                Subscription.combine(
                        model.leaks().subscribe(_ -> showRedaction()),
                        model.marked().subscribe(_ -> showRedaction()),
                        model.redacting().subscribe(_ -> showRedaction()),
                        model.blocks().subscribe(this::show),
                        list.getSelectionModel().selectedItemProperty().subscribe(this::picked));
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void focus() {
        list.requestFocus();
    }

    @Override
    public Activatable seen() {
        return model.seen();
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
        model.close();
    }

    private Node choices() {
        ComboBox<Outline> outline = new ComboBox<>();
        outline.setId("reporting-document");
        outline.setAccessibleText(words.say("reporting.document"));
        outline.getItems().setAll(Outline.values());
        outline.setConverter(Texts.worded(o -> words.say("outline." + o.name())));
        outline.valueProperty().bindBidirectional(model.outline());
        outline.setMaxWidth(Double.MAX_VALUE);
        ComboBox<Locale> language = new ComboBox<>();
        language.setId("reporting-language");
        language.setAccessibleText(words.say("reporting.language"));
        language.getItems().setAll(Messages.CHINESE, Messages.ENGLISH);
        language.setConverter(
                Texts.worded(
                        l ->
                                words.say(
                                        l.equals(Messages.CHINESE)
                                                ? "language.CHINESE"
                                                : "language.ENGLISH")));
        language.valueProperty().bindBidirectional(model.language());
        language.setMaxWidth(Double.MAX_VALUE);
        VBox box =
                new VBox(
                        6,
                        heading("reporting.document"),
                        outline,
                        heading("reporting.language"),
                        language);
        box.getChildren().add(heading("reporting.sections"));
        for (Section section : Section.values())
            box.getChildren().add(choice(section, model.sections(), Section.class, model::heading));
        box.getChildren().add(heading("reporting.pieces"));
        for (HandoverPart piece : HandoverPart.values())
            box.getChildren().add(choice(piece, model.pieces(), HandoverPart.class, words::say));
        box.getChildren().addAll(heading("reporting.redacting"), redacting());
        box.getChildren().add(heading("reporting.columns"));
        for (AppendixColumn column : EXTRA)
            box.getChildren()
                    .add(choice(column, model.columns(), AppendixColumn.class, this::name));
        box.getChildren().addAll(heading("reporting.template"), template());
        box.getStyleClass().add("reporting-choices");
        ScrollPane scroll = new ScrollPane(box);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        BorderPane side = new BorderPane(scroll);
        side.setBottom(buttons());
        side.setPrefWidth(300);
        side.setMinWidth(270);
        return side;
    }

    /** The switch, and a sentence on what it does to this plan. */
    private Node redacting() {
        CheckBox box = new CheckBox(words.say("reporting.redact"));
        box.setId("reporting-redact");
        box.setWrapText(true);
        box.setMinHeight(Region.USE_PREF_SIZE);
        box.selectedProperty().bindBidirectional(model.redacting());
        redacted.setId("reporting-redacted");
        redacted.setWrapText(true);
        redacted.setMinHeight(Region.USE_PREF_SIZE);
        return new VBox(4, box, redacted);
    }

    private void showRedaction() {
        boolean open = model.marked().get() > 0 && !model.redacting().get();
        redacted.setText(
                model.marked().get() == 0
                        ? words.say("reporting.unmarked")
                        : words.say(
                                open ? "reporting.unredacted" : "reporting.redacted",
                                model.marked().get()));
        redacted.getStyleClass().setAll("label", open ? "reporting-stale" : "text-muted");
        leaks.setVisible(!model.leaks().get().isEmpty());
        leaks.setText(
                words.say("leak.heading", model.leaks().get().size())
                        + "\n"
                        + String.join("\n", model.warnings()));
    }

    private String name(AppendixColumn column) {
        return switch (column) {
            case DEPARTMENT -> words.say("appendix.department");
            case FORMER_TARGET -> words.say("revision.export");
            case LATER_FIGURES -> words.say("reporting.later");
            case TIME_PROGRESS -> words.say("formula.TIME_PROGRESS");
            default -> words.say("formula.NEEDED_PER_YEAR");
        };
    }

    private Label heading(String key) {
        Label heading = Texts.heading(words.say(key));
        heading.setMinHeight(Region.USE_PREF_SIZE);
        return heading;
    }

    /** A box that puts its value into the set, or takes it out. */
    private <E extends Enum<E>> Node choice(
            E value, ObjectProperty<Set<E>> chosen, Class<E> type, Function<E, String> name) {
        CheckBox box = new CheckBox(name.apply(value));
        box.setId("reporting-" + value.name());
        box.setWrapText(true);
        box.setMinHeight(Region.USE_PREF_SIZE);
        box.setSelected(chosen.get().contains(value));
        box.selectedProperty()
                .subscribe(
                        (_, on) -> {
                            Set<E> next = EnumSet.noneOf(type);
                            next.addAll(chosen.get());
                            if (on) next.add(value);
                            else next.remove(value);
                            chosen.set(next);
                        });
        return box;
    }

    private Node template() {
        Label file = Texts.small("");
        file.setMinHeight(Region.USE_PREF_SIZE);
        Button choose =
                button(
                        "reporting.template.choose",
                        "reporting-template",
                        Feather.FOLDER,
                        model::chooseTemplate);
        Button drop =
                button(
                        "reporting.template.drop",
                        "reporting-no-template",
                        Feather.X,
                        model::dropTemplate);
        drop.managedProperty().bind(drop.visibleProperty());
        model.template()
                .subscribe(
                        t -> {
                            file.setText(
                                    t.map(p -> p.getFileName().toString())
                                            .orElse(words.say("reporting.template.none")));
                            drop.setVisible(t.isPresent());
                        });
        return new VBox(6, file, choose, drop);
    }

    private Node buttons() {
        Button write =
                button("reporting.write", "reporting-write", Feather.DOWNLOAD, model::handOver);
        write.getStyleClass().add("accent");
        write.setMaxWidth(Double.MAX_VALUE);
        Button folder =
                button(
                        "reporting.folder",
                        "reporting-folder",
                        Feather.EXTERNAL_LINK,
                        model::openFolder);
        folder.setMaxWidth(Double.MAX_VALUE);
        folder.disableProperty().bind(model.written().map(Optional::isEmpty));
        VBox box = new VBox(6, write, folder);
        box.getStyleClass().add("reporting-buttons");
        return box;
    }

    private Button button(String key, String id, Feather icon, Runnable action) {
        Button button = Buttons.verb(words.say(key), id, action);
        button.setGraphic(new FontIcon(icon));
        return button;
    }

    private Node editing() {
        editor.setId("reporting-editor");
        editor.setAccessibleText(words.say("reporting.passage"));
        editor.setWrapText(true);
        editor.setPrefRowCount(4);
        editor.textProperty()
                .subscribe(text -> preview.getChildren().setAll(spans(model.preview(text))));
        editor.disableProperty()
                .bind(
                        list.getSelectionModel()
                                .selectedItemProperty()
                                .map(b -> !(b instanceof ReportBlock.Prose))
                                .orElse(true));
        preview.setId("reporting-preview");
        ScrollPane shown = new ScrollPane(preview);
        shown.setFitToWidth(true);
        shown.setMinHeight(48);
        Button take = button("reporting.reword", "reporting-reword", Feather.CHECK, this::take);
        Button own =
                button(
                        "reporting.own",
                        "reporting-own",
                        Feather.ROTATE_CCW,
                        () -> selected().ifPresent(model::own));
        take.disableProperty().bind(editor.disabledProperty());
        own.disableProperty()
                .bind(
                        list.getSelectionModel()
                                .selectedItemProperty()
                                .map(
                                        b ->
                                                !(b instanceof ReportBlock.Prose p)
                                                        || p.wrote() == ReportBlock.Wrote.PROGRAM)
                                .orElse(true));
        HBox verbs = new HBox(8, take, own);
        verbs.setAlignment(Pos.CENTER_LEFT);
        Label about = Texts.small(words.say("reporting.nothing"));
        about.setMinHeight(Region.USE_PREF_SIZE);
        VBox left =
                new VBox(
                        6,
                        about,
                        editor,
                        Texts.small(words.say("reporting.preview")),
                        shown,
                        verbs);
        VBox.setVgrow(editor, Priority.ALWAYS);
        VBox.setVgrow(shown, Priority.ALWAYS);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox box = new HBox(12, left, numbers());
        box.getStyleClass().add("reporting-editing");
        return box;
    }

    private Node numbers() {
        find.setId("reporting-find");
        find.setPromptText(words.say("reporting.find"));
        find.setAccessibleText(words.say("reporting.find"));
        find.textProperty().subscribe(this::listNames);
        names.setId("reporting-names");
        names.setCellFactory(_ -> new NameCell());
        names.setPrefHeight(120);
        names.setOnMouseClicked(
                e -> {
                    if (e.getClickCount() == 2) insert();
                });
        Button insert = button("reporting.insert", "reporting-insert", Feather.PLUS, this::insert);
        insert.disableProperty()
                .bind(
                        names.getSelectionModel()
                                .selectedItemProperty()
                                .isNull()
                                .or(editor.disabledProperty()));
        VBox box = new VBox(6, find, names, insert);
        VBox.setVgrow(names, Priority.ALWAYS);
        box.setPrefWidth(270);
        box.setMinWidth(200);
        return box;
    }

    private void insert() {
        Narrative.Name name = names.getSelectionModel().getSelectedItem();
        if (name == null || editor.isDisabled()) return;
        editor.insertText(editor.getCaretPosition(), "{" + name.name() + "}");
        editor.requestFocus();
    }

    private void listNames(String text) {
        names.getItems().setAll(model.names(text));
    }

    private void take() {
        selected().ifPresent(p -> model.reword(p, editor.getText()));
    }

    private Optional<ReportBlock.Prose> selected() {
        return list.getSelectionModel().getSelectedItem() instanceof ReportBlock.Prose p
                ? Optional.of(p)
                : Optional.empty();
    }

    /** The same paragraph stays selected, whatever it says by now; charts are not shown here. */
    private void show(List<ReportBlock> blocks) {
        showing = true;
        Optional<String> key = selected().map(ReportBlock.Prose::key);
        List<ReportBlock> texts =
                blocks.stream()
                        .filter(
                                b ->
                                        b instanceof ReportBlock.Heading
                                                || b instanceof ReportBlock.Prose)
                        .toList();
        list.getItems().setAll(texts);
        texts.stream()
                .filter(b -> b instanceof ReportBlock.Prose p && key.equals(Optional.of(p.key())))
                .findFirst()
                .ifPresent(list.getSelectionModel()::select);
        showing = false;
        stale.setVisible(model.stale() > 0);
        stale.setText(words.say("reporting.stale", model.stale()));
        listNames(find.getText());
        picked(list.getSelectionModel().getSelectedItem());
    }

    private void picked(ReportBlock block) {
        if (showing) return;
        editor.setText(block instanceof ReportBlock.Prose p ? model.typed(p) : "");
    }

    private static List<Text> spans(List<TextSpan> spans) {
        return spans.stream()
                .map(
                        span -> {
                            Text text = new Text(span.text());
                            text.getStyleClass()
                                    .add(
                                            switch (span) {
                                                case TextSpan.Said _ -> "said";
                                                case TextSpan.Bound _ -> "bound";
                                                case TextSpan.Lost _ -> "lost";
                                            });
                            return text;
                        })
                .toList();
    }

    private final class BlockCell extends ListCell<ReportBlock> {
        BlockCell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(ReportBlock block, boolean empty) {
            super.updateItem(block, empty);
            setText(null);
            setGraphic(empty || block == null ? null : graphic(block));
        }

        private Node graphic(ReportBlock block) {
            if (block instanceof ReportBlock.Prose prose) return prose(prose);
            Label heading = new Label(block instanceof ReportBlock.Heading h ? h.text() : "");
            heading.getStyleClass()
                    .add(
                            block instanceof ReportBlock.Heading h && h.level() == 1
                                    ? "heading"
                                    : "step-name");
            return heading;
        }

        private Node prose(ReportBlock.Prose prose) {
            TextFlow flow = new TextFlow(spans(prose.spans()).toArray(Text[]::new));
            VBox box = new VBox(2, flow);
            if (prose.wrote() != ReportBlock.Wrote.PROGRAM) {
                Label mark = new Label(words.say("reporting.mark." + prose.wrote().name()));
                mark.getStyleClass()
                        .add(
                                prose.wrote() == ReportBlock.Wrote.STALE
                                        ? "reporting-stale"
                                        : "text-muted");
                box.getChildren().addFirst(mark);
            }
            return box;
        }

        /**
         * As high as the text is at the list's width; the cell's own reckoning takes it for one
         * line.
         */
        @Override
        protected double computePrefHeight(double width) {
            double room = list.getWidth() - BESIDE_TEXT;
            return getGraphic() == null
                    ? super.computePrefHeight(width)
                    : snapSizeY(getGraphic().prefHeight(room))
                            + snappedTopInset()
                            + snappedBottomInset();
        }
    }

    private final class NameCell extends ListCell<Narrative.Name> {
        NameCell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Narrative.Name name, boolean empty) {
            super.updateItem(name, empty);
            setGraphic(
                    empty || name == null
                            ? null
                            : new TextFlow(
                                    spans(
                                                    List.of(
                                                            new TextSpan.Said(name.name() + " = "),
                                                            new TextSpan.Bound(
                                                                    "",
                                                                    name.name(),
                                                                    brief(name.shown()))))
                                            .toArray(Text[]::new)));
        }

        @Override
        protected double computePrefHeight(double width) {
            double room = names.getWidth() - BESIDE_TEXT;
            return getGraphic() == null
                    ? super.computePrefHeight(width)
                    : snapSizeY(getGraphic().prefHeight(room))
                            + snappedTopInset()
                            + snappedBottomInset();
        }
    }

    private static String brief(String shown) {
        int most = Math.min(LONGEST_SHOWN, shown.codePointCount(0, shown.length()));
        String begin = shown.substring(0, shown.offsetByCodePoints(0, most));
        return begin.length() == shown.length() ? shown : begin + "…";
    }
}
