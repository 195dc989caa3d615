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

import plumbline.plan.Verdict;
import plumbline.plan.VerdictRule.Anchor;
import plumbline.plan.VerdictRule.Basis;
import plumbline.screen.parts.Buttons;
import plumbline.screen.parts.Texts;
import plumbline.screen.parts.VerdictBadge;
import plumbline.screen.parts.field.Fields;
import plumbline.screen.settings.RuleDraft.Line;
import plumbline.screen.settings.RuleEditorViewModel.Read;
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
    private final Consumer<RuleDraft> write;
    private final Function<String, RuleDraft> presets;
    private final VBox fields = new VBox(10);
    private final VBox refusals = new VBox(4);
    private final VBox root = new VBox(8, fields, refusals);
    private final ComboBox<Optional<String>> preset = new ComboBox<>();
    private final TextField name = new TextField();
    private final CheckBox met = new CheckBox();
    private Optional<RuleDraft> shown = Optional.empty();
    private Optional<RuleDraft> own = Optional.empty();

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
        this.write = write;
        this.presets = presets;
        refusals.setId(id + "-refusals");
        preset.setId(id + "-preset");
        preset.setConverter(
                Texts.worded(
                        key ->
                                key.map(k -> RulePresets.name(k, words))
                                        .orElseGet(() -> words.say("rule.own"))));
        met.setId(id + "-met");
        name.setId(id + "-name");
        name.setPrefColumnCount(14);
        name.textProperty()
                .subscribe(
                        text ->
                                shown.filter(d -> !d.name().equals(text))
                                        .ifPresent(d -> typed(d.named(text))));
    }

    Region node() {
        return root;
    }

    void show(RuleDraft draft, Read read) {
        boolean same = shown.filter(draft::equals).isPresent();
        shown = Optional.of(draft);
        if (!same) keepingFocus(() -> build(draft));
        if (read.preset().isEmpty()) own = Optional.of(draft);
        met.setText(words.say("ruleEditor.met", read.met()));
        showPresets(read.preset());
        for (int i = 0; i < draft.bands().size(); i++) mark(i, read.wrong().contains(i));
        refusals.getChildren().setAll(read.refusals().stream().map(RuleForm::refusal).toList());
        refusals.setManaged(!read.refusals().isEmpty());
    }

    private void mark(int place, boolean wrong) {
        Optional.ofNullable(root.lookup("#" + id + "-bound-" + place))
                .ifPresent(bound -> bound.pseudoClassStateChanged(DANGER, wrong));
    }

    private static Label refusal(String sentence) {
        Label label = new Label(sentence);
        label.setWrapText(true);
        label.getStyleClass().add("field-wrong");
        return label;
    }

    private void typed(RuleDraft next) {
        shown = Optional.of(next);
        write.accept(next);
    }

    /** From outside of a single field: all fields are made anew. */
    private void changed(RuleDraft next) {
        write.accept(next);
    }

    private RuleDraft now() {
        return shown.orElseThrow();
    }

    private void keepingFocus(Runnable build) {
        Optional<String> focused =
                Optional.ofNullable(root.getScene())
                        .map(s -> s.getFocusOwner())
                        .map(Node::getId)
                        .filter(i -> i.startsWith(id + "-"));
        build.run();
        focused.ifPresent(this::focus);
    }

    private void focus(String node) {
        Optional.ofNullable(root.lookup("#" + node)).ifPresent(Node::requestFocus);
    }

    private void build(RuleDraft draft) {
        name.setText(draft.name());
        Button add =
                Buttons.verb(
                        words.say("ruleEditor.add"),
                        id + "-add",
                        () -> {
                            changed(now().added());
                            focus(id + "-label-" + (now().bands().size() - 2));
                        });
        add.setGraphic(new FontIcon(Feather.PLUS));
        fields.getChildren().setAll(head(draft), switches(draft), bands(draft), add);
    }

    /** Choosing one's own again brings back what was written before a preset was tried. */
    private void showPresets(Optional<String> chosen) {
        List<Optional<String>> items =
                new ArrayList<>(RulePresets.names().stream().map(Optional::of).toList());
        if (own.isPresent()) items.add(Optional.empty());
        preset.setOnAction(null);
        preset.getItems().setAll(items);
        preset.setValue(chosen);
        preset.setOnAction(
                _ ->
                        Optional.ofNullable(preset.getValue())
                                .filter(v -> !v.equals(chosen))
                                .ifPresent(
                                        v ->
                                                changed(
                                                        v.map(presets)
                                                                .orElseGet(
                                                                        () -> own.orElseThrow()))));
        name.setPromptText(
                chosen.map(k -> RulePresets.name(k, words)).orElseGet(() -> words.say("rule.own")));
    }

    private Node head(RuleDraft draft) {
        ComboBox<Basis> basis = choice("basis", Basis.values(), draft.basis(), words::say);
        basis.setOnAction(_ -> changed(now().on(basis.getValue())));
        FlowPane head =
                new FlowPane(
                        16,
                        8,
                        labelled("ruleEditor.preset", preset),
                        labelled("ruleEditor.name", name),
                        labelled("ruleEditor.basis", basis));
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Node labelled(String key, Node field) {
        HBox box = new HBox(6, Fields.name(words.say(key), field), field);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private Node switches(RuleDraft draft) {
        met.setSelected(draft.metIsAhead());
        met.setOnAction(_ -> typed(now().metIsAhead(met.isSelected())));
        CheckBox preliminary = new CheckBox(words.say("ruleEditor.preliminary"));
        preliminary.setId(id + "-preliminary");
        preliminary.setSelected(draft.preliminary());
        preliminary.setOnAction(_ -> typed(now().preliminary(preliminary.isSelected())));
        return new FlowPane(16, 6, met, preliminary);
    }

    private Node bands(RuleDraft draft) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("rule-bands");
        grid.add(Texts.small(words.say("ruleEditor.label")), 1, 0);
        grid.add(Texts.small(words.say("ruleEditor.class")), 2, 0);
        grid.add(Texts.small(words.say("ruleEditor.from")), FROM, 0, MOVES - FROM, 1);
        for (int i = 0; i < draft.bands().size(); i++) addBand(grid, draft, i);
        return grid;
    }

    private void addBand(GridPane grid, RuleDraft draft, int place) {
        Line line = draft.bands().get(place);
        Label number = new Label("" + (place + 1));
        number.setMinWidth(Region.USE_PREF_SIZE);
        TextField label = label(line, place);
        GridPane.setHgrow(label, Priority.ALWAYS);
        grid.addRow(place + 1, number, label, verdict(line, place, label));
        if (place == draft.bands().size() - 1) grid.add(rest(), FROM, place + 1, MOVES - FROM, 1);
        else addFrom(grid, draft, place);
        grid.add(moves(draft, place), MOVES, place + 1);
    }

    private void addFrom(GridPane grid, RuleDraft draft, int place) {
        Line line = draft.bands().get(place);
        boolean time = line.anchor() == Anchor.TIME;
        Label unit =
                new Label(time ? words.say("ruleEditor.points") : draft.basis().share() ? "%" : "");
        unit.setMinWidth(Region.USE_PREF_SIZE);
        grid.addRow(
                place + 1,
                sign(line, place),
                draft.basis().share() || time ? anchor(line, place) : new Region(),
                bound(line, place),
                unit);
    }

    private TextField label(Line line, int place) {
        TextField label = new TextField(line.label());
        label.setId(id + "-label-" + place);
        label.setPrefColumnCount(9);
        label.setPromptText(words.say(line.verdict()));
        label.setAccessibleText(words.say("ruleEditor.label"));
        label.textProperty().subscribe(text -> edit(place, l -> l.label(text)));
        return label;
    }

    private Node verdict(Line line, int place, TextField label) {
        ComboBox<Verdict> verdict =
                choice("class-" + place, Verdict.values(), line.verdict(), words::say);
        verdict.setCellFactory(_ -> new Badge());
        verdict.setButtonCell(new Badge());
        verdict.setAccessibleText(words.say("ruleEditor.class"));
        verdict.setOnAction(
                _ -> {
                    edit(place, l -> l.verdict(verdict.getValue()));
                    label.setPromptText(words.say(verdict.getValue()));
                });
        return verdict;
    }

    private Node rest() {
        Label rest = new Label(words.say("ruleEditor.rest"));
        rest.getStyleClass().add("text-muted");
        return rest;
    }

    private Node sign(Line line, int place) {
        ComboBox<Boolean> sign =
                choice(
                        "sign-" + place,
                        new Boolean[] {true, false},
                        line.inclusive(),
                        inclusive -> inclusive ? "≥" : ">");
        sign.setTooltip(new Tooltip(words.say("ruleEditor.sign")));
        sign.setAccessibleText(words.say("ruleEditor.sign"));
        sign.setOnAction(_ -> edit(place, l -> l.inclusive(sign.getValue())));
        return sign;
    }

    private Node anchor(Line line, int place) {
        ComboBox<Anchor> anchor =
                choice("anchor-" + place, Anchor.values(), line.anchor(), words::say);
        anchor.setAccessibleText(words.say("ruleEditor.from"));
        anchor.setOnAction(
                _ ->
                        changed(
                                now().with(
                                                place,
                                                now().bands()
                                                        .get(place)
                                                        .anchor(anchor.getValue()))));
        return anchor;
    }

    private Node bound(Line line, int place) {
        TextField bound = new TextField(line.bound());
        bound.setId(id + "-bound-" + place);
        bound.setPrefColumnCount(5);
        bound.setAccessibleText(words.say("ruleEditor.from"));
        bound.textProperty().subscribe(text -> edit(place, l -> l.bound(text)));
        return bound;
    }

    private void edit(int place, Function<Line, Line> change) {
        RuleDraft next = now().with(place, change.apply(now().bands().get(place)));
        if (!next.equals(now())) typed(next);
    }

    private Node moves(RuleDraft draft, int place) {
        int last = draft.bands().size() - 1;
        Button up = icon("up", place, Feather.ARROW_UP, () -> move(place, -1));
        up.setDisable(place == 0);
        Button down = icon("down", place, Feather.ARROW_DOWN, () -> move(place, 1));
        down.setDisable(place == last);
        Button delete =
                icon(
                        "delete",
                        place,
                        Feather.TRASH_2,
                        () -> {
                            changed(now().without(place));
                            focus(id + "-label-" + Math.min(place, last - 1));
                        });
        delete.setDisable(last == 0);
        HBox box = new HBox(up, down, delete);
        box.setMinWidth(Region.USE_PREF_SIZE);
        return box;
    }

    private void move(int place, int by) {
        changed(now().moved(place, by));
        focus(id + "-label-" + (place + by));
    }

    private Button icon(String what, int place, Feather icon, Runnable action) {
        Button button =
                Buttons.icon(
                        icon,
                        words.say("ruleEditor." + what),
                        id + "-" + what + "-" + place,
                        action);
        button.getStyleClass().add("rule-icon");
        return button;
    }

    private <T> ComboBox<T> choice(String what, T[] items, T chosen, Function<T, String> word) {
        ComboBox<T> choice = new ComboBox<>();
        choice.setId(id + "-" + what);
        choice.setConverter(Texts.worded(word));
        choice.getItems().setAll(Arrays.asList(items));
        choice.setValue(chosen);
        choice.setMinWidth(Region.USE_PREF_SIZE);
        choice.setMaxWidth(Double.MAX_VALUE);
        return choice;
    }

    /** A class as word, shape and colour. */
    private final class Badge extends ListCell<Verdict> {
        @Override
        protected void updateItem(Verdict verdict, boolean empty) {
            super.updateItem(verdict, empty);
            setGraphic(
                    empty || verdict == null
                            ? null
                            : new VerdictBadge(Optional.of(verdict), words.say(verdict)));
            setAccessibleText(empty || verdict == null ? null : words.say(verdict));
        }
    }
}
