package plumbline.screen.indicators;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import plumbline.assessment.Assessment;
import plumbline.chart.Palette;
import plumbline.plan.Direction;
import plumbline.plan.Indicator;
import plumbline.plan.Kind;
import plumbline.plan.Milestone;
import plumbline.plan.Milestone.Role;
import plumbline.plan.Period;
import plumbline.plan.Property;
import plumbline.plan.Reporting;
import plumbline.screen.parts.ChartCanvas;
import plumbline.screen.parts.Leading;
import plumbline.screen.parts.VerdictBadge;
import plumbline.words.Explanation;
import plumbline.words.Words;

/** Beside the grid: the chart, why this verdict, the fields of the indicator, its figures with source and history. */
public final class Inspector {
    private final InspectorViewModel model;
    private final PartsPane parts;
    private final Words words;
    private final BorderPane root = new BorderPane();
    private final ChartCanvas chart;
    private final AheadPane ahead;
    private final RevisionPane revisions;
    private final HandVerdictPane hand;
    private final VBox why = new VBox(8);
    private final VBox figures = new VBox(8);
    private final SourcePane source;
    private final GridPane fields = new GridPane();
    private final KindPreview preview;
    private final Label title = new Label();
    private final TabPane tabs = new TabPane();
    private final Subscription subscription;
    private final BooleanProperty frozen = new SimpleBooleanProperty();
    private Optional<Period> period = Optional.empty();
    private Optional<UUID> line = Optional.empty();
    private Optional<UUID> built = Optional.empty();
    private Consumer<Assessment> refresh = _ -> { };

    public Inspector(InspectorViewModel model, PartsPane parts, SourceViewModel sources, Words words, Supplier<Palette> palette) {
        this.model = model;
        this.parts = parts;
        this.source = new SourcePane(sources, words);
        this.words = words;
        this.preview = new KindPreview(words);
        this.chart = new ChartCanvas(palette);
        this.ahead = new AheadPane(model.ahead(), words);
        this.revisions = new RevisionPane(model.revisions(), words);
        this.hand = new HandVerdictPane(model.handVerdict(), words);
        root.setId("inspector");
        root.getStyleClass().add("inspector");
        root.setMinWidth(250);
        root.setPrefWidth(380);
        title.setWrapText(true);
        title.getStyleClass().add("inspector-title");
        chart.setPrefHeight(250);
        chart.setMinHeight(200);
        VBox verdict = new VBox(10, chart, why);
        tabs.getTabs().setAll(tab("inspector.why", "inspector-why", verdict), tab("inspector.fields", "inspector-fields", new BorderPane(fields, null, null, new VBox(revisions.node(), hand.node()), null)),
                tab("inspector.figures", "inspector-figures", figures), tab("part.tab", "inspector-parts", parts.node()));
        tabs.getTabs().add(1, tab("projection.tab", "inspector-ahead", ahead.node()));
        for (Node each : List.of(fields, revisions.node(), hand.node(), parts.node())) each.disableProperty().bind(frozen);
        this.subscription = Subscription.combine(model.frozen().subscribe(f -> frozen.set(f.isPresent())),
                model.assessment().subscribe(a -> a.ifPresentOrElse(this::show, this::nothing)));
    }

    Node node() {
        return root;
    }

    void close() {
        subscription.unsubscribe();
        parts.close();
        model.close();
    }

    private Tab tab(String key, String id, Node content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("inspector-scroll");
        if (content instanceof VBox box) box.setPadding(new Insets(8, 12, 12, 4));
        Tab tab = new Tab(words.say(key), scroll);
        tab.setId(id);
        tab.setClosable(false);
        return tab;
    }

    private void nothing() {
        built = Optional.empty();
        Label hint = new Label(words.say("inspector.nothing"));
        hint.setWrapText(true);
        hint.getStyleClass().add("text-muted");
        root.setTop(null);
        root.setCenter(hint);
    }

    /** @param row an indicator, or one of its parts */
    void showFigure(UUID row, Optional<Period> wanted) {
        line = Optional.of(row);
        period = wanted;
        model.assessment().get().ifPresent(this::showFigures);
    }

    private void show(Assessment a) {
        title.setText(a.number() + ". " + a.indicator().name());
        root.setTop(title);
        root.setCenter(tabs);
        chart.show(model.chart(a));
        showWhy(a);
        if (!built.equals(Optional.of(a.indicator().id()))) build(a);
        refresh.accept(a);
        showFigures(a);
        ahead.show(a);
        revisions.show(a);
        hand.show(a);
    }

    private void showWhy(Assessment a) {
        Label ground = new Label(model.ground(a));
        ground.setWrapText(true);
        ground.setId("inspector-ground");
        why.getChildren().setAll(new VerdictBadge(a.verdict(), model.verdict(a)), ground);
        model.byHand(a).map(Inspector::small).ifPresent(why.getChildren()::add);
        model.obstacles(a).forEach(o -> why.getChildren().add(obstacle(o)));
        if (a.value().isPresent()) model.steps(a).forEach(step -> why.getChildren().add(step(step)));
    }

    private Node obstacle(InspectorViewModel.Obstacle obstacle) {
        Label sentence = new Label(obstacle.sentence());
        sentence.setWrapText(true);
        sentence.getStyleClass().add("link");
        Leading line = new Leading(sentence, () -> model.toProblem(obstacle.problem()));
        line.setAccessibleText(obstacle.sentence());
        return line;
    }

    private static Node step(Explanation.Step step) {
        Label name = new Label(step.name());
        name.getStyleClass().add("step-name");
        Label result = new Label(step.result());
        result.setWrapText(true);
        result.getStyleClass().add(step.known() ? "step-result" : "text-muted");
        name.setMinWidth(Label.USE_PREF_SIZE);
        HBox head = step.name().isEmpty() ? new HBox(result) : new HBox(8, name, result);
        VBox box = new VBox(2, head);
        if (!step.expression().isEmpty()) box.getChildren().add(small(step.expression()));
        step.inputs().forEach(i -> box.getChildren().add(small("  " + i.name() + " " + i.amount() + " · " + i.source())));
        box.getStyleClass().add("step");
        return box;
    }

    private static Label small(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().addAll("text-small", "text-muted");
        return label;
    }

    /** Builds the form anew for another indicator; for the same one only its values are refreshed. */
    private void build(Assessment a) {
        UUID id = a.indicator().id();
        built = Optional.of(id);
        fields.getChildren().clear();
        fields.getStyleClass().setAll("inspector-form");
        List<Consumer<Indicator>> show = new ArrayList<>();
        text(show, "inspector.name", Indicator::name, (i, t) -> model.tryChange("inspector.name", id, d -> d.name = t.strip()));
        text(show, "inspector.unit", Indicator::unit, (i, t) -> model.tryChange("inspector.unit", id, d -> d.unit = t.strip()));
        names(show, "inspector.group", model::groupNames, model::groupName, t -> model.group(id, t));
        choice(show, "inspector.kind", Kind.values(), Indicator::kind, v -> model.change("inspector.kind", id, d -> d.kind = v));
        choice(show, "inspector.reporting", Reporting.values(), Indicator::reporting,
                v -> model.change("inspector.reporting", id, d -> d.reporting = v));
        row("preview.title", preview);
        show.add(i -> model.standing().ifPresent(s -> preview.show(s, i)));
        choice(show, "inspector.direction", Direction.values(), Indicator::direction,
                v -> model.direction(id, v));
        choice(show, "inspector.property", Property.values(), Indicator::property,
                v -> model.change("inspector.property", id, d -> d.property = v));
        decimals(show, id);
        for (Role role : List.of(Role.BASELINE, Role.MID_TERM, Role.FINAL)) {
            text(show, "inspector.target." + role.name(), i -> model.milestone(i, role), (i, t) -> model.target(i, role, striving(i, role), t));
        }
        striving(show);
        text(show, "inspector.target.YEARLY", model::yearly, model::yearly).setPromptText(words.say("inspector.yearly.prompt"));
        names(show, "inspector.lead", model::departmentNames, model::leadName, t -> model.lead(id, t));
        text(show, "inspector.supporting", model::supportingNames, (i, t) -> {
            model.supporting(id, t);
            return Optional.empty();
        });
        area(show, "inspector.definition", Indicator::definition, t -> model.change("inspector.definition", id, d -> d.definition = t));
        text(show, "inspector.numerator", i -> i.ratio().map(r -> r.numerator()).orElse(""), (i, t) -> ratio(i, t, i.ratio().map(r -> r.denominator()).orElse("")));
        text(show, "inspector.denominator", i -> i.ratio().map(r -> r.denominator()).orElse(""), (i, t) -> ratio(i, i.ratio().map(r -> r.numerator()).orElse(""), t));
        area(show, "inspector.note", Indicator::note, t -> model.change("inspector.note", id, d -> d.note = t));
        refresh = now -> show.forEach(s -> s.accept(now.indicator()));
    }

    private Optional<String> ratio(Indicator i, String numerator, String denominator) {
        model.ratio(i.id(), numerator, denominator);
        return Optional.empty();
    }

    private static boolean striving(Indicator i, Role role) {
        return i.course().milestones().stream().anyMatch(m -> m.role() == role && m.striving());
    }

    /** What a text field means for an indicator; a sentence where it is refused. */
    @FunctionalInterface
    private interface Take {
        Optional<String> take(Indicator indicator, String text);
    }

    private TextField text(List<Consumer<Indicator>> show, String key, Function<Indicator, String> value, Take take) {
        TextField field = new TextField();
        Label wrong = wrong();
        Runnable commit = () -> current().filter(i -> !field.getText().equals(value.apply(i))).ifPresent(i -> {
            Optional<String> refused = take.take(i, field.getText());
            mark(field, wrong, refused);
        });
        committing(field, commit, () -> current().ifPresent(i -> {
            field.setText(value.apply(i));
            mark(field, wrong, Optional.empty());
        }));
        show.add(i -> {
            if (!wrong.isVisible() && !field.isFocused()) field.setText(value.apply(i));
        });
        row(key, new VBox(2, field, wrong));
        field.setId(key);
        return field;
    }

    static Label wrong() {
        Label wrong = new Label();
        wrong.setWrapText(true);
        wrong.getStyleClass().add("field-wrong");
        wrong.setVisible(false);
        wrong.managedProperty().bind(wrong.visibleProperty());
        return wrong;
    }

    private static void mark(TextInputControl field, Label wrong, Optional<String> sentence) {
        wrong.setText(sentence.orElse(""));
        wrong.setVisible(sentence.isPresent());
        field.pseudoClassStateChanged(PseudoClass.getPseudoClass("danger"), sentence.isPresent());
    }

    private static void committing(TextInputControl field, Runnable commit, Runnable cancel) {
        field.focusedProperty().subscribe((_, focused) -> {
            if (!focused) commit.run();
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ENTER && field instanceof TextField) commit.run();
            if (e.getCode() == KeyCode.ESCAPE) cancel.run();
        });
    }

    private void area(List<Consumer<Indicator>> show, String key, Function<Indicator, String> value, Consumer<String> take) {
        TextArea field = new TextArea();
        field.setPrefRowCount(3);
        field.setWrapText(true);
        committing(field, () -> current().filter(i -> !field.getText().equals(value.apply(i))).ifPresent(_ -> take.accept(field.getText())),
                () -> current().ifPresent(i -> field.setText(value.apply(i))));
        show.add(i -> {
            if (!field.isFocused()) field.setText(value.apply(i));
        });
        row(key, field);
        field.setId(key);
    }

    private <E extends Enum<E>> void choice(List<Consumer<Indicator>> show, String key, E[] values, Function<Indicator, E> value, Consumer<E> take) {
        ComboBox<E> box = new ComboBox<>();
        box.getItems().setAll(values);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new StringConverter<>() {
            @Override public String toString(E constant) {
                return constant == null ? "" : model.word(constant);
            }

            @Override public E fromString(String text) {
                return box.getValue();
            }
        });
        show.add(i -> box.setValue(value.apply(i)));
        box.valueProperty().subscribe((_, chosen) -> current().filter(i -> chosen != null && value.apply(i) != chosen).ifPresent(_ -> take.accept(chosen)));
        row(key, box);
        box.setId(key);
    }

    private void names(List<Consumer<Indicator>> show, String key, Supplier<List<String>> known, Function<Indicator, String> value, Consumer<String> take) {
        ComboBox<String> box = new ComboBox<>();
        box.setEditable(true);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setOnAction(_ -> current().filter(i -> box.getValue() != null && !box.getValue().equals(value.apply(i))).ifPresent(_ -> take.accept(box.getValue())));
        show.add(i -> {
            if (!box.getItems().equals(known.get())) box.getItems().setAll(known.get());
            box.setValue(value.apply(i));
        });
        row(key, box);
        box.setId(key);
    }

    private void decimals(List<Consumer<Indicator>> show, UUID id) {
        Spinner<Integer> spinner = new Spinner<>(0, 12, 0);
        show.add(i -> spinner.getValueFactory().setValue(i.decimals()));
        spinner.valueProperty().subscribe((_, now) -> current().filter(i -> now != null && i.decimals() != now)
                .ifPresent(_ -> model.change("inspector.decimals", id, d -> d.decimals = now)));
        row("inspector.decimals", spinner);
    }

    private void striving(List<Consumer<Indicator>> show) {
        CheckBox box = new CheckBox(words.say("inspector.striving.word"));
        show.add(i -> box.setSelected(striving(i, Role.FINAL)));
        box.setOnAction(_ -> current().ifPresent(i -> i.course().target().ifPresent(m -> model.change("inspector.striving", i.id(), d ->
                d.course = i.course().with(new Milestone(m.role(), m.on(), m.amount(), m.relation(), m.bound(), box.isSelected()))))));
        row("inspector.striving", box);
    }

    private Optional<Indicator> current() {
        return model.assessment().get().map(Assessment::indicator).filter(i -> built.equals(Optional.of(i.id())));
    }

    private void row(String key, Node field) {
        Label label = new Label(words.say(key));
        label.setMinWidth(Label.USE_PREF_SIZE);
        int row = fields.getRowCount();
        fields.add(label, 0, row);
        fields.add(field, 1, row);
        GridPane.setHgrow(field, Priority.ALWAYS);
    }

    private void showFigures(Assessment a) {
        figures.getChildren().clear();
        Indicator of = line.flatMap(id -> model.line(a, id)).orElse(a.indicator());
        period.filter(p -> of.shown(p).isPresent()).ifPresent(p -> one(of, p));
        List<InspectorViewModel.Figure> all = model.figures(a);
        if (all.isEmpty()) figures.getChildren().add(small(words.say("inspector.figures.none")));
        for (InspectorViewModel.Figure f : all) {
            Label head = new Label(f.name() + "  " + f.value());
            head.getStyleClass().add("step-name");
            VBox box = new VBox(2, head, small(f.source()));
            if (!f.note().isEmpty()) box.getChildren().add(small(f.note()));
            box.getStyleClass().add("step");
            box.setOnMouseClicked(_ -> showFigure(a.indicator().id(), Optional.of(f.period())));
            figures.getChildren().add(box);
        }
        if (!a.indicator().note().isEmpty()) figures.getChildren().add(small(words.say("inspector.note") + ": " + a.indicator().note()));
    }

    /** The figure the focus is on: its note, the months it covers and what happened to it. */
    private void one(Indicator i, Period p) {
        TextField note = new TextField(i.shown(p).orElseThrow().note());
        note.setPromptText(words.say("inspector.figure.note"));
        committing(note, () -> {
            if (!note.getText().equals(i.shown(p).orElseThrow().note())) model.note(i.id(), p, note.getText());
        }, () -> note.setText(i.shown(p).orElseThrow().note()));
        Spinner<Integer> months = new Spinner<>(1, p.months(), i.shown(p).orElseThrow().months());
        months.setPrefWidth(80);
        months.valueProperty().subscribe((_, now) -> {
            if (now != null) model.months(i.id(), p, now);
        });
        Label name = new Label(model.figureName(i, p));
        name.getStyleClass().add("step-name");
        VBox past = new VBox(2);
        HBox covered = new HBox(8, new Label(words.say("inspector.months")), months);
        covered.setAlignment(Pos.CENTER_LEFT);
        note.disableProperty().bind(frozen);
        covered.disableProperty().bind(frozen);
        figures.getChildren().add(new VBox(6, name, source.show(i.id(), p), note, covered, past));
        model.history(i.id(), p, entries -> {
            past.getChildren().setAll(small(words.say(entries.isEmpty() ? "inspector.history.none" : "inspector.history")));
            entries.forEach(e -> past.getChildren().add(small(e.when() + "  " + e.change() + "  " + e.edit())));
        });
    }
}
