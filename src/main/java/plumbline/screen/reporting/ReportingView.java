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
import plumbline.screen.parts.Labels;
import plumbline.screen.parts.ScreenView;
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
public final class ReportingView implements ScreenView {
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
    private final TextField searchField = new TextField();
    private final ListView<Narrative.BoundNumber> nameList = new ListView<>();
    private final Label staleLabel = new Label();
    private final Label leaksLabel = new Label();
    private final Label redactionLabel = new Label();
    private final BorderPane root = new BorderPane();
    private final Subscription subscriptions;
    private boolean showing;

    public ReportingView(ReportingViewModel model, Messages words) {
        this.model = model;
        this.words = words;
        root.setId("reporting");
        list.setId("reporting-text");
        list.setCellFactory(_ -> new ReportBlockCell());
        list.setPlaceholder(Labels.createSmallLabel(words.sentence("reporting.none")));
        staleLabel.setId("reporting-stale");
        staleLabel.setWrapText(true);
        staleLabel.getStyleClass().add("reporting-stale");
        staleLabel.managedProperty().bind(staleLabel.visibleProperty());
        leaksLabel.setId("reporting-leaks");
        leaksLabel.setWrapText(true);
        leaksLabel.getStyleClass().add("reporting-stale");
        leaksLabel.managedProperty().bind(leaksLabel.visibleProperty());
        BorderPane text = new BorderPane(list);
        text.setTop(new VBox(staleLabel, leaksLabel));
        SplitPane right = new SplitPane(text, createEditor());
        right.setOrientation(Orientation.VERTICAL);
        right.setDividerPositions(0.6);
        root.setLeft(createChoices());
        root.setCenter(right);
        subscriptions =
                Subscription.combine(
                        model.leaks().subscribe(_ -> showRedaction()),
                        model.redactionCount().subscribe(_ -> showRedaction()),
                        model.redacting().subscribe(_ -> showRedaction()),
                        model.blocks().subscribe(this::showBlocks),
                        list.getSelectionModel()
                                .selectedItemProperty()
                                .subscribe(this::onBlockSelected));
    }

    @Override
    public Node rootNode() {
        return root;
    }

    @Override
    public void focusMainControl() {
        list.requestFocus();
    }

    @Override
    public Activatable activatable() {
        return model.activatable();
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
        model.close();
    }

    private Node createChoices() {
        ComboBox<Outline> outline = new ComboBox<>();
        outline.setId("reporting-document");
        outline.setAccessibleText(words.sentence("reporting.document"));
        outline.getItems().setAll(Outline.values());
        outline.setConverter(Labels.converterFor(o -> words.sentence("outline." + o.name())));
        outline.valueProperty().bindBidirectional(model.outline());
        outline.setMaxWidth(Double.MAX_VALUE);
        ComboBox<Locale> language = new ComboBox<>();
        language.setId("reporting-language");
        language.setAccessibleText(words.sentence("reporting.language"));
        language.getItems().setAll(Messages.CHINESE, Messages.ENGLISH);
        language.setConverter(
                Labels.converterFor(
                        l ->
                                words.sentence(
                                        l.equals(Messages.CHINESE)
                                                ? "language.CHINESE"
                                                : "language.ENGLISH")));
        language.valueProperty().bindBidirectional(model.language());
        language.setMaxWidth(Double.MAX_VALUE);
        VBox box =
                new VBox(
                        6,
                        createHeading("reporting.document"),
                        outline,
                        createHeading("reporting.language"),
                        language);
        box.getChildren().add(createHeading("reporting.sections"));
        for (Section section : Section.values())
            box.getChildren()
                    .add(
                            createChoice(
                                    section,
                                    model.sections(),
                                    Section.class,
                                    model::sectionHeading));
        box.getChildren().add(createHeading("reporting.pieces"));
        for (HandoverPart piece : HandoverPart.values())
            box.getChildren()
                    .add(
                            createChoice(
                                    piece,
                                    model.handoverParts(),
                                    HandoverPart.class,
                                    words::nameOf));
        box.getChildren().addAll(createHeading("reporting.redacting"), createRedactionSwitch());
        box.getChildren().add(createHeading("reporting.columns"));
        for (AppendixColumn column : EXTRA)
            box.getChildren()
                    .add(
                            createChoice(
                                    column,
                                    model.columns(),
                                    AppendixColumn.class,
                                    this::columnName));
        box.getChildren().addAll(createHeading("reporting.template"), createTemplateChoice());
        box.getStyleClass().add("reporting-choices");
        ScrollPane scroll = new ScrollPane(box);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        BorderPane side = new BorderPane(scroll);
        side.setBottom(createButtons());
        side.setPrefWidth(300);
        side.setMinWidth(270);
        return side;
    }

    /** The switch, and a sentence on what it does to this plan. */
    private Node createRedactionSwitch() {
        CheckBox box = new CheckBox(words.sentence("reporting.redact"));
        box.setId("reporting-redact");
        box.setWrapText(true);
        box.setMinHeight(Region.USE_PREF_SIZE);
        box.selectedProperty().bindBidirectional(model.redacting());
        redactionLabel.setId("reporting-redacted");
        redactionLabel.setWrapText(true);
        redactionLabel.setMinHeight(Region.USE_PREF_SIZE);
        return new VBox(4, box, redactionLabel);
    }

    private void showRedaction() {
        boolean open = model.redactionCount().get() > 0 && !model.redacting().get();
        redactionLabel.setText(
                model.redactionCount().get() == 0
                        ? words.sentence("reporting.unmarked")
                        : words.sentence(
                                open ? "reporting.unredacted" : "reporting.redacted",
                                model.redactionCount().get()));
        redactionLabel.getStyleClass().setAll("label", open ? "reporting-stale" : "text-muted");
        leaksLabel.setVisible(!model.leaks().get().isEmpty());
        leaksLabel.setText(
                words.sentence("leak.heading", model.leaks().get().size())
                        + "\n"
                        + String.join("\n", model.leakWarnings()));
    }

    private String columnName(AppendixColumn column) {
        return switch (column) {
            case DEPARTMENT -> words.sentence("appendix.department");
            case FORMER_TARGET -> words.sentence("revision.export");
            case LATER_FIGURES -> words.sentence("reporting.later");
            case TIME_PROGRESS -> words.sentence("formula.TIME_PROGRESS");
            default -> words.sentence("formula.NEEDED_PER_YEAR");
        };
    }

    private Label createHeading(String key) {
        Label heading = Labels.createHeading(words.sentence(key));
        heading.setMinHeight(Region.USE_PREF_SIZE);
        return heading;
    }

    /** A box that puts its value into the set, or takes it out. */
    private <E extends Enum<E>> Node createChoice(
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

    private Node createTemplateChoice() {
        Label file = Labels.createSmallLabel("");
        file.setMinHeight(Region.USE_PREF_SIZE);
        Button choose =
                createButton(
                        "reporting.template.choose",
                        "reporting-template",
                        Feather.FOLDER,
                        model::chooseTemplate);
        Button drop =
                createButton(
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
                                            .orElse(words.sentence("reporting.template.none")));
                            drop.setVisible(t.isPresent());
                        });
        return new VBox(6, file, choose, drop);
    }

    private Node createButtons() {
        Button write =
                createButton(
                        "reporting.write", "reporting-write", Feather.DOWNLOAD, model::handOver);
        write.getStyleClass().add("accent");
        write.setMaxWidth(Double.MAX_VALUE);
        Button folder =
                createButton(
                        "reporting.folder",
                        "reporting-folder",
                        Feather.EXTERNAL_LINK,
                        model::openFolder);
        folder.setMaxWidth(Double.MAX_VALUE);
        folder.disableProperty().bind(model.lastFolder().map(Optional::isEmpty));
        VBox box = new VBox(6, write, folder);
        box.getStyleClass().add("reporting-buttons");
        return box;
    }

    private Button createButton(String key, String id, Feather icon, Runnable action) {
        Button button = Buttons.createActionButton(words.sentence(key), id, action);
        button.setGraphic(new FontIcon(icon));
        return button;
    }

    private Node createEditor() {
        editor.setId("reporting-editor");
        editor.setAccessibleText(words.sentence("reporting.passage"));
        editor.setWrapText(true);
        editor.setPrefRowCount(4);
        editor.textProperty()
                .subscribe(
                        text ->
                                preview.getChildren()
                                        .setAll(createTexts(model.previewSpans(text))));
        editor.disableProperty()
                .bind(
                        list.getSelectionModel()
                                .selectedItemProperty()
                                .map(b -> !(b instanceof ReportBlock.ProseBlock))
                                .orElse(true));
        preview.setId("reporting-preview");
        ScrollPane shown = new ScrollPane(preview);
        shown.setFitToWidth(true);
        shown.setMinHeight(48);
        Button take =
                createButton(
                        "reporting.reword",
                        "reporting-reword",
                        Feather.CHECK,
                        this::rewordSelected);
        Button own =
                createButton(
                        "reporting.own",
                        "reporting-own",
                        Feather.ROTATE_CCW,
                        () -> selectedProse().ifPresent(model::restoreWording));
        take.disableProperty().bind(editor.disabledProperty());
        own.disableProperty()
                .bind(
                        list.getSelectionModel()
                                .selectedItemProperty()
                                .map(
                                        b ->
                                                !(b instanceof ReportBlock.ProseBlock p)
                                                        || p.authorship()
                                                                == ReportBlock.Authorship.PROGRAM)
                                .orElse(true));
        HBox verbs = new HBox(8, take, own);
        verbs.setAlignment(Pos.CENTER_LEFT);
        Label about = Labels.createSmallLabel(words.sentence("reporting.nothing"));
        about.setMinHeight(Region.USE_PREF_SIZE);
        VBox left =
                new VBox(
                        6,
                        about,
                        editor,
                        Labels.createSmallLabel(words.sentence("reporting.preview")),
                        shown,
                        verbs);
        VBox.setVgrow(editor, Priority.ALWAYS);
        VBox.setVgrow(shown, Priority.ALWAYS);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox box = new HBox(12, left, createNumberList());
        box.getStyleClass().add("reporting-editing");
        return box;
    }

    private Node createNumberList() {
        searchField.setId("reporting-find");
        searchField.setPromptText(words.sentence("reporting.find"));
        searchField.setAccessibleText(words.sentence("reporting.find"));
        searchField.textProperty().subscribe(this::showNames);
        nameList.setId("reporting-names");
        nameList.setCellFactory(_ -> new NumberNameCell());
        nameList.setPrefHeight(120);
        nameList.setOnMouseClicked(
                e -> {
                    if (e.getClickCount() == 2) insertName();
                });
        Button insert =
                createButton(
                        "reporting.insert", "reporting-insert", Feather.PLUS, this::insertName);
        insert.disableProperty()
                .bind(
                        nameList.getSelectionModel()
                                .selectedItemProperty()
                                .isNull()
                                .or(editor.disabledProperty()));
        VBox box = new VBox(6, searchField, nameList, insert);
        VBox.setVgrow(nameList, Priority.ALWAYS);
        box.setPrefWidth(270);
        box.setMinWidth(200);
        return box;
    }

    private void insertName() {
        Narrative.BoundNumber name = nameList.getSelectionModel().getSelectedItem();
        if (name == null || editor.isDisabled()) return;
        editor.insertText(editor.getCaretPosition(), "{" + name.name() + "}");
        editor.requestFocus();
    }

    private void showNames(String text) {
        nameList.getItems().setAll(model.findNames(text));
    }

    private void rewordSelected() {
        selectedProse().ifPresent(p -> model.reword(p, editor.getText()));
    }

    private Optional<ReportBlock.ProseBlock> selectedProse() {
        return list.getSelectionModel().getSelectedItem() instanceof ReportBlock.ProseBlock p
                ? Optional.of(p)
                : Optional.empty();
    }

    /** The same paragraph stays selected, whatever it says by now; charts are not shown here. */
    private void showBlocks(List<ReportBlock> blocks) {
        showing = true;
        Optional<String> key = selectedProse().map(ReportBlock.ProseBlock::key);
        List<ReportBlock> texts =
                blocks.stream()
                        .filter(
                                b ->
                                        b instanceof ReportBlock.ReportHeading
                                                || b instanceof ReportBlock.ProseBlock)
                        .toList();
        list.getItems().setAll(texts);
        texts.stream()
                .filter(
                        b ->
                                b instanceof ReportBlock.ProseBlock p
                                        && key.equals(Optional.of(p.key())))
                .findFirst()
                .ifPresent(list.getSelectionModel()::select);
        showing = false;
        staleLabel.setVisible(model.countStale() > 0);
        staleLabel.setText(words.sentence("reporting.stale", model.countStale()));
        showNames(searchField.getText());
        onBlockSelected(list.getSelectionModel().getSelectedItem());
    }

    private void onBlockSelected(ReportBlock block) {
        if (showing) return;
        editor.setText(block instanceof ReportBlock.ProseBlock p ? model.editableText(p) : "");
    }

    private static List<Text> createTexts(List<TextSpan> spans) {
        return spans.stream()
                .map(
                        span -> {
                            Text text = new Text(span.text());
                            text.getStyleClass()
                                    .add(
                                            switch (span) {
                                                case TextSpan.PlainSpan _ -> "said";
                                                case TextSpan.NumberSpan _ -> "bound";
                                                case TextSpan.LostNumberSpan _ -> "lost";
                                            });
                            return text;
                        })
                .toList();
    }

    private final class ReportBlockCell extends ListCell<ReportBlock> {
        ReportBlockCell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(ReportBlock block, boolean empty) {
            super.updateItem(block, empty);
            setText(null);
            setGraphic(empty || block == null ? null : createGraphic(block));
        }

        private Node createGraphic(ReportBlock block) {
            if (block instanceof ReportBlock.ProseBlock prose) return createProse(prose);
            Label heading = new Label(block instanceof ReportBlock.ReportHeading h ? h.text() : "");
            heading.getStyleClass()
                    .add(
                            block instanceof ReportBlock.ReportHeading h && h.level() == 1
                                    ? "heading"
                                    : "step-name");
            return heading;
        }

        private Node createProse(ReportBlock.ProseBlock prose) {
            TextFlow flow = new TextFlow(createTexts(prose.spans()).toArray(Text[]::new));
            VBox box = new VBox(2, flow);
            if (prose.authorship() != ReportBlock.Authorship.PROGRAM) {
                Label mark =
                        new Label(words.sentence("reporting.mark." + prose.authorship().name()));
                mark.getStyleClass()
                        .add(
                                prose.authorship() == ReportBlock.Authorship.STALE
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

    private final class NumberNameCell extends ListCell<Narrative.BoundNumber> {
        NumberNameCell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Narrative.BoundNumber name, boolean empty) {
            super.updateItem(name, empty);
            setGraphic(
                    empty || name == null
                            ? null
                            : new TextFlow(
                                    createTexts(
                                                    List.of(
                                                            new TextSpan.PlainSpan(
                                                                    name.name() + " = "),
                                                            new TextSpan.NumberSpan(
                                                                    "",
                                                                    name.name(),
                                                                    abbreviated(name.shownText()))))
                                            .toArray(Text[]::new)));
        }

        @Override
        protected double computePrefHeight(double width) {
            double room = nameList.getWidth() - BESIDE_TEXT;
            return getGraphic() == null
                    ? super.computePrefHeight(width)
                    : snapSizeY(getGraphic().prefHeight(room))
                            + snappedTopInset()
                            + snappedBottomInset();
        }
    }

    private static String abbreviated(String shown) {
        int most = Math.min(LONGEST_SHOWN, shown.codePointCount(0, shown.length()));
        String begin = shown.substring(0, shown.offsetByCodePoints(0, most));
        return begin.length() == shown.length() ? shown : begin + "…";
    }
}
