package plumbline.screen.indicators.inspector;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import plumbline.assessment.Assessment;
import plumbline.plan.Indicator;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.screen.indicators.inspector.InspectorViewModel.Figure;
import plumbline.screen.indicators.inspector.InspectorViewModel.Past;
import plumbline.screen.indicators.inspector.InspectorViewModel.Subject;
import plumbline.screen.parts.LinkRow;
import plumbline.screen.parts.Texts;
import plumbline.screen.parts.field.CommitField;
import plumbline.screen.parts.field.Fields;
import plumbline.words.Messages;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The figures of an indicator with their sources; above them the one the focus of the grid is on,
 * with what happened to it.
 */
final class FiguresPane {

    /** A figure, wherever it is looked at. */
    private record Key(Subject line, Period period) {}

    /**
     * What the focus of the grid is on: an indicator or a part, and a period where it is a figure.
     */
    private record Chosen(Optional<UUID> line, Optional<Period> period) {}

    private final InspectorViewModel model;
    private final SourcePane source;
    private final Messages words;
    private final Label name = new Label();
    private final TextField note = new TextField();
    private final CommitField<Key> typing;
    private final Spinner<Integer> months = new Spinner<>(1, 12, 12);
    private final VBox past = new VBox(2);
    private final VBox one;
    private final VBox all = new VBox(8);
    private final VBox root = new VBox(8);
    private final ObjectProperty<Chosen> chosen =
            new SimpleObjectProperty<>(new Chosen(Optional.empty(), Optional.empty()));
    private Optional<Key> shown = Optional.empty();

    /**
     * @param frozen while true nothing can be changed
     */
    FiguresPane(
            InspectorViewModel model,
            SourcePane source,
            Messages words,
            ObservableValue<Boolean> frozen) {
        this.model = model;
        this.source = source;
        this.words = words;
        this.typing =
                new CommitField<>(note, k -> observation(k).map(Observation::note), this::keepNote);
        this.one = one(frozen);
        root.getChildren().setAll(one, all);
    }

    VBox node() {
        return root;
    }

    private VBox one(ObservableValue<Boolean> frozen) {
        name.getStyleClass().add("step-name");
        note.setId("figure-note");
        note.setPromptText(words.sentence("inspector.figure.note"));
        note.setAccessibleText(words.sentence("inspector.figure.note"));
        months.setPrefWidth(80);
        months.valueProperty()
                .subscribe(
                        (_, now) ->
                                shown.filter(
                                                k ->
                                                        now != null
                                                                && observation(k)
                                                                        .filter(
                                                                                o ->
                                                                                        o
                                                                                                        .monthsCovered()
                                                                                                != now)
                                                                        .isPresent())
                                        .ifPresent(
                                                k -> model.months(k.line.line(), k.period, now)));
        HBox covered = new HBox(8, Fields.name(words.sentence("inspector.months"), months), months);
        covered.setAlignment(Pos.CENTER_LEFT);
        for (Node each : List.of(note, covered)) each.disableProperty().bind(frozen);
        VBox box = new VBox(6, name, source.node(), note, typing.wrong(), covered, past);
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    private Optional<String> keepNote(Key key, String text) {
        model.note(key.line.line(), key.period, text);
        return Optional.empty();
    }

    private Optional<Observation> observation(Key key) {
        return model.indicator(key.line).flatMap(i -> i.displayedObservation(key.period));
    }

    /**
     * @param row an indicator, or one of its parts
     */
    void choose(UUID row, Optional<Period> wanted) {
        chosen.set(new Chosen(Optional.of(row), wanted));
    }

    /** What it shows first follows this. */
    ObservableValue<?> chosen() {
        return chosen;
    }

    void show(Assessment a) {
        Indicator of = chosen.get().line.flatMap(id -> model.line(a, id)).orElse(a.indicator());
        shown =
                chosen.get()
                        .period
                        .filter(p -> of.displayedObservation(p).isPresent())
                        .map(p -> new Key(model.subject(of.id()), p));
        one.setVisible(shown.isPresent());
        shown.ifPresent(k -> showOne(k, of));
        all.getChildren().setAll(model.figures(a).stream().map(f -> figure(f, a)).toList());
        if (all.getChildren().isEmpty())
            all.getChildren().add(Texts.small(words.sentence("inspector.figures.none")));
        if (!a.indicator().note().isEmpty())
            all.getChildren()
                    .add(
                            Texts.small(
                                    words.sentence("inspector.note")
                                            + ": "
                                            + a.indicator().note()));
    }

    private void showOne(Key key, Indicator of) {
        name.setText(model.figureName(of, key.period));
        source.show(of.id(), key.period);
        typing.show(key);
        Observation o = of.displayedObservation(key.period).orElseThrow();
        months.setValueFactory(
                new IntegerSpinnerValueFactory(1, key.period.monthCount(), o.monthsCovered()));
        model.history(
                of.id(),
                key.period,
                entries -> {
                    if (shown.equals(Optional.of(key))) showPast(entries);
                });
    }

    private void showPast(List<Past> entries) {
        past.getChildren()
                .setAll(
                        Texts.small(
                                words.sentence(
                                        entries.isEmpty()
                                                ? "inspector.history.none"
                                                : "inspector.history")));
        entries.forEach(
                e ->
                        past.getChildren()
                                .add(Texts.small(e.when() + "  " + e.change() + "  " + e.edit())));
    }

    /** Leads to its own lines above. */
    private Node figure(Figure f, Assessment a) {
        Label head = new Label(f.name() + "  " + f.value());
        head.getStyleClass().add("step-name");
        VBox box = new VBox(2, head, Texts.small(f.source()));
        if (!f.note().isEmpty()) box.getChildren().add(Texts.small(f.note()));
        LinkRow leading =
                new LinkRow(box, () -> choose(a.indicator().id(), Optional.of(f.period())));
        leading.getStyleClass().add("step");
        return leading;
    }
}
