package plumbline.screen.settings;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import plumbline.plan.FigureAge;
import plumbline.plan.Verdict;
import plumbline.plan.VerdictRule.Anchor;
import plumbline.plan.VerdictRule.Basis;
import plumbline.screen.parts.Buttons;
import plumbline.screen.parts.Labels;
import plumbline.screen.parts.VerdictBadge;
import plumbline.screen.parts.field.FieldGrid;
import plumbline.screen.settings.RuleDraft.BandDraft;
import plumbline.screen.settings.RuleEditorViewModel.DraftReading;
import plumbline.words.Messages;
import plumbline.words.RulePresets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The fields of one rule. They are made anew only when the rule becomes another than the one just
 * typed, so typing keeps its place.
 */
final class RuleForm {
    /** The columns where the lower bound begins, and where the buttons stand. */
    private static final int FROM = 3;

    private static final int MOVES = 7;
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");
    private final String id;
    private final Messages words;
    private final Consumer<RuleDraft> onDraftChanged;
    private final Function<String, RuleDraft> presetDrafts;
    private final VBox fields = new VBox(10);
    private final VBox refusals = new VBox(4);
    private final VBox root = new VBox(8, fields, refusals);
    private final ComboBox<Optional<String>> presetChoice = new ComboBox<>();
    private final TextField nameField = new TextField();
    private final CheckBox metBox = new CheckBox();
    private Optional<RuleDraft> shownDraft = Optional.empty();
    private Optional<RuleDraft> ownDraft = Optional.empty();

    /**
     * @param presets what a preset's key stands for
     */
    RuleForm(
            String id,
            Messages words,
            Consumer<RuleDraft> write,
            Function<String, RuleDraft> presets) {
        this.id = id;
        this.words = words;
        this.onDraftChanged = write;
        this.presetDrafts = presets;
        refusals.setId(id + "-refusals");
        presetChoice.setId(id + "-preset");
        presetChoice.setConverter(
                Labels.converterFor(
                        key ->
                                key.map(k -> RulePresets.ruleName(k, words))
                                        .orElseGet(() -> words.sentence("rule.own"))));
        metBox.setId(id + "-met");
        nameField.setId(id + "-name");
        nameField.setPrefColumnCount(14);
        nameField
                .textProperty()
                .subscribe(
                        text ->
                                shownDraft
                                        .filter(d -> !d.name().equals(text))
                                        .ifPresent(d -> onTyped(d.withName(text))));
    }

    Region node() {
        return root;
    }

    void showDraft(RuleDraft draft, DraftReading read) {
        boolean same = shownDraft.filter(draft::equals).isPresent();
        shownDraft = Optional.of(draft);
        if (!same) keepingFocus(() -> buildFields(draft));
        if (read.preset().isEmpty()) ownDraft = Optional.of(draft);
        metBox.setText(words.sentence("ruleEditor.met", read.metLabel()));
        showPresets(read.preset());
        for (int i = 0; i < draft.bands().size(); i++) markBound(i, read.wrongBands().contains(i));
        refusals.getChildren()
                .setAll(read.refusals().stream().map(RuleForm::createRefusal).toList());
        refusals.setManaged(!read.refusals().isEmpty());
    }

    private void markBound(int place, boolean wrong) {
        Optional.ofNullable(root.lookup("#" + id + "-bound-" + place))
                .ifPresent(bound -> bound.pseudoClassStateChanged(DANGER, wrong));
    }

    private static Label createRefusal(String sentence) {
        Label label = new Label(sentence);
        label.setWrapText(true);
        label.getStyleClass().add("field-wrong");
        return label;
    }

    private void onTyped(RuleDraft next) {
        shownDraft = Optional.of(next);
        onDraftChanged.accept(next);
    }

    /** From outside of a single field: all fields are made anew. */
    private void onRebuilt(RuleDraft next) {
        onDraftChanged.accept(next);
    }

    private RuleDraft currentDraft() {
        return shownDraft.orElseThrow();
    }

    private void keepingFocus(Runnable build) {
        Optional<String> focused =
                Optional.ofNullable(root.getScene())
                        .map(s -> s.getFocusOwner())
                        .map(Node::getId)
                        .filter(i -> i.startsWith(id + "-"));
        build.run();
        focused.ifPresent(this::focusField);
    }

    private void focusField(String node) {
        Optional.ofNullable(root.lookup("#" + node)).ifPresent(Node::requestFocus);
    }

    private void buildFields(RuleDraft draft) {
        nameField.setText(draft.name());
        Button add =
                Buttons.createActionButton(
                        words.sentence("ruleEditor.add"),
                        id + "-add",
                        () -> {
                            onRebuilt(currentDraft().withNewBand());
                            focusField(id + "-label-" + (currentDraft().bands().size() - 2));
                        });
        add.setGraphic(new FontIcon(Feather.PLUS));
        fields.getChildren()
                .setAll(createHead(draft), createSwitches(draft), createBands(draft), add);
    }

    /** Choosing one's own again brings back what was written before a preset was tried. */
    private void showPresets(Optional<String> chosen) {
        List<Optional<String>> items =
                new ArrayList<>(RulePresets.presetNames().stream().map(Optional::of).toList());
        if (ownDraft.isPresent()) items.add(Optional.empty());
        presetChoice.setOnAction(null);
        presetChoice.getItems().setAll(items);
        presetChoice.setValue(chosen);
        presetChoice.setOnAction(
                _ ->
                        Optional.ofNullable(presetChoice.getValue())
                                .filter(v -> !v.equals(chosen))
                                .ifPresent(
                                        v ->
                                                onRebuilt(
                                                        v.map(presetDrafts)
                                                                .orElseGet(
                                                                        () ->
                                                                                ownDraft
                                                                                        .orElseThrow()))));
        nameField.setPromptText(
                chosen.map(k -> RulePresets.ruleName(k, words))
                        .orElseGet(() -> words.sentence("rule.own")));
    }

    private Node createHead(RuleDraft draft) {
        ComboBox<Basis> basis = createChoice("basis", Basis.values(), draft.basis(), words::nameOf);
        basis.setOnAction(_ -> onRebuilt(currentDraft().withBasis(basis.getValue())));
        FlowPane head =
                new FlowPane(
                        16,
                        8,
                        createLabelled("ruleEditor.preset", presetChoice),
                        createLabelled("ruleEditor.name", nameField),
                        createLabelled("ruleEditor.basis", basis));
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Node createLabelled(String key, Node field) {
        HBox box = new HBox(6, FieldGrid.createFieldLabel(words.sentence(key), field), field);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private Node createSwitches(RuleDraft draft) {
        metBox.setSelected(draft.metIsAhead());
        metBox.setOnAction(_ -> onTyped(currentDraft().withMetIsAhead(metBox.isSelected())));
        CheckBox preliminary = new CheckBox(words.sentence("ruleEditor.preliminary"));
        preliminary.setId(id + "-preliminary");
        preliminary.setSelected(draft.preliminary());
        preliminary.setOnAction(
                _ -> onTyped(currentDraft().withPreliminary(preliminary.isSelected())));
        return new FlowPane(
                16, 6, metBox, preliminary, createFigureAge(draft), createNearlyMet(draft));
    }

    private Node createFigureAge(RuleDraft draft) {
        ComboBox<FigureAge> age =
                createChoice("age", FigureAge.values(), draft.figureAge(), words::nameOf);
        age.setOnAction(_ -> onTyped(currentDraft().withFigureAge(age.getValue())));
        return createLabelled("ruleEditor.figureAge", age);
    }

    private Node createNearlyMet(RuleDraft draft) {
        TextField percent = new TextField(draft.nearlyMetText());
        percent.setId(id + "-nearly");
        percent.setPrefColumnCount(4);
        percent.setAccessibleText(words.sentence("ruleEditor.nearlyMet"));
        percent.textProperty().subscribe((_, text) -> onTyped(currentDraft().withNearlyMet(text)));
        return createLabelled("ruleEditor.nearlyMet", new HBox(4, percent, new Label("%")));
    }

    private Node createBands(RuleDraft draft) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("rule-bands");
        grid.add(Labels.createSmallLabel(words.sentence("ruleEditor.label")), 1, 0);
        grid.add(Labels.createSmallLabel(words.sentence("ruleEditor.class")), 2, 0);
        grid.add(
                Labels.createSmallLabel(words.sentence("ruleEditor.from")),
                FROM,
                0,
                MOVES - FROM,
                1);
        for (int i = 0; i < draft.bands().size(); i++) addBand(grid, draft, i);
        return grid;
    }

    private void addBand(GridPane grid, RuleDraft draft, int place) {
        BandDraft line = draft.bands().get(place);
        Label number = new Label("" + (place + 1));
        number.setMinWidth(Region.USE_PREF_SIZE);
        TextField label = createLabelField(line, place);
        GridPane.setHgrow(label, Priority.ALWAYS);
        grid.addRow(place + 1, number, label, createVerdictChoice(line, place, label));
        if (place == draft.bands().size() - 1)
            grid.add(createRestLabel(), FROM, place + 1, MOVES - FROM, 1);
        else addFrom(grid, draft, place);
        grid.add(createBandButtons(draft, place), MOVES, place + 1);
    }

    private void addFrom(GridPane grid, RuleDraft draft, int place) {
        BandDraft line = draft.bands().get(place);
        boolean time = line.anchor() == Anchor.TIME;
        Label unit =
                new Label(
                        time
                                ? words.sentence("ruleEditor.points")
                                : draft.basis().isShare() ? "%" : "");
        unit.setMinWidth(Region.USE_PREF_SIZE);
        grid.addRow(
                place + 1,
                createSignChoice(line, place),
                draft.basis().isShare() || time ? createAnchorChoice(line, place) : new Region(),
                createBoundField(line, place),
                unit);
    }

    private TextField createLabelField(BandDraft line, int place) {
        TextField label = new TextField(line.label());
        label.setId(id + "-label-" + place);
        label.setPrefColumnCount(9);
        label.setPromptText(words.nameOf(line.verdict()));
        label.setAccessibleText(words.sentence("ruleEditor.label"));
        label.textProperty().subscribe(text -> editBand(place, l -> l.withLabel(text)));
        return label;
    }

    private Node createVerdictChoice(BandDraft line, int place, TextField label) {
        ComboBox<Verdict> verdict =
                createChoice("class-" + place, Verdict.values(), line.verdict(), words::nameOf);
        verdict.setCellFactory(_ -> new VerdictChoiceCell());
        verdict.setButtonCell(new VerdictChoiceCell());
        verdict.setAccessibleText(words.sentence("ruleEditor.class"));
        verdict.setOnAction(
                _ -> {
                    editBand(place, l -> l.withVerdict(verdict.getValue()));
                    label.setPromptText(words.nameOf(verdict.getValue()));
                });
        return verdict;
    }

    private Node createRestLabel() {
        Label rest = new Label(words.sentence("ruleEditor.rest"));
        rest.getStyleClass().add("text-muted");
        return rest;
    }

    private Node createSignChoice(BandDraft line, int place) {
        ComboBox<Boolean> sign =
                createChoice(
                        "sign-" + place,
                        new Boolean[] {true, false},
                        line.inclusive(),
                        inclusive -> inclusive ? "≥" : ">");
        sign.setTooltip(new Tooltip(words.sentence("ruleEditor.sign")));
        sign.setAccessibleText(words.sentence("ruleEditor.sign"));
        sign.setOnAction(_ -> editBand(place, l -> l.withInclusive(sign.getValue())));
        return sign;
    }

    private Node createAnchorChoice(BandDraft line, int place) {
        ComboBox<Anchor> anchor =
                createChoice("anchor-" + place, Anchor.values(), line.anchor(), words::nameOf);
        anchor.setAccessibleText(words.sentence("ruleEditor.from"));
        anchor.setOnAction(
                _ ->
                        onRebuilt(
                                currentDraft()
                                        .withBand(
                                                place,
                                                currentDraft()
                                                        .bands()
                                                        .get(place)
                                                        .withAnchor(anchor.getValue()))));
        return anchor;
    }

    private Node createBoundField(BandDraft line, int place) {
        TextField bound = new TextField(line.boundText());
        bound.setId(id + "-bound-" + place);
        bound.setPrefColumnCount(5);
        bound.setAccessibleText(words.sentence("ruleEditor.from"));
        bound.textProperty().subscribe(text -> editBand(place, l -> l.withBound(text)));
        return bound;
    }

    private void editBand(int place, Function<BandDraft, BandDraft> change) {
        RuleDraft next =
                currentDraft().withBand(place, change.apply(currentDraft().bands().get(place)));
        if (!next.equals(currentDraft())) onTyped(next);
    }

    private Node createBandButtons(RuleDraft draft, int place) {
        int last = draft.bands().size() - 1;
        Button up = createIconButton("up", place, Feather.ARROW_UP, () -> moveBand(place, -1));
        up.setDisable(place == 0);
        Button down = createIconButton("down", place, Feather.ARROW_DOWN, () -> moveBand(place, 1));
        down.setDisable(place == last);
        Button delete =
                createIconButton(
                        "delete",
                        place,
                        Feather.TRASH_2,
                        () -> {
                            onRebuilt(currentDraft().withoutBand(place));
                            focusField(id + "-label-" + Math.min(place, last - 1));
                        });
        delete.setDisable(last == 0);
        HBox box = new HBox(up, down, delete);
        box.setMinWidth(Region.USE_PREF_SIZE);
        return box;
    }

    private void moveBand(int place, int by) {
        onRebuilt(currentDraft().withBandMoved(place, by));
        focusField(id + "-label-" + (place + by));
    }

    private Button createIconButton(String what, int place, Feather icon, Runnable action) {
        Button button =
                Buttons.createIconButton(
                        icon,
                        words.sentence("ruleEditor." + what),
                        id + "-" + what + "-" + place,
                        action);
        button.getStyleClass().add("rule-icon");
        return button;
    }

    private <T> ComboBox<T> createChoice(
            String what, T[] items, T chosen, Function<T, String> word) {
        ComboBox<T> choice = new ComboBox<>();
        choice.setId(id + "-" + what);
        choice.setConverter(Labels.converterFor(word));
        choice.getItems().setAll(Arrays.asList(items));
        choice.setValue(chosen);
        choice.setMinWidth(Region.USE_PREF_SIZE);
        choice.setMaxWidth(Double.MAX_VALUE);
        return choice;
    }

    /** A class as word, shape and colour. */
    private final class VerdictChoiceCell extends ListCell<Verdict> {
        @Override
        protected void updateItem(Verdict verdict, boolean empty) {
            super.updateItem(verdict, empty);
            setGraphic(
                    empty || verdict == null
                            ? null
                            : new VerdictBadge(Optional.of(verdict), words.nameOf(verdict)));
            setAccessibleText(empty || verdict == null ? null : words.nameOf(verdict));
        }
    }
}
