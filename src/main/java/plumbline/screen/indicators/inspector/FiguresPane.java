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
import plumbline.screen.indicators.inspector.InspectorViewModel.FigureEntry;
import plumbline.screen.indicators.inspector.InspectorViewModel.FigureHistoryEntry;
import plumbline.screen.indicators.inspector.InspectorViewModel.InspectedLine;
import plumbline.screen.parts.Labels;
import plumbline.screen.parts.LinkRow;
import plumbline.screen.parts.field.CommitField;
import plumbline.screen.parts.field.FieldGrid;
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
    private record FigureKey(InspectedLine line, Period period) {}

    /**
     * What the focus of the grid is on: an indicator or a part, and a period where it is a figure.
     */
    private record ChosenFigure(Optional<UUID> line, Optional<Period> period) {}

    private final InspectorViewModel model;
    private final SourcePane source;
    private final Messages words;
    private final Label name = new Label();
    private final TextField note = new TextField();
    private final CommitField<FigureKey> typing;
    private final Spinner<Integer> months = new Spinner<>(1, 12, 12);
    private final VBox past = new VBox(2);
    private final VBox one;
    private final VBox all = new VBox(8);
    private final VBox root = new VBox(8);
    private final ObjectProperty<ChosenFigure> chosen =
            new SimpleObjectProperty<>(new ChosenFigure(Optional.empty(), Optional.empty()));
    private Optional<FigureKey> shown = Optional.empty();

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
                new CommitField<>(
                        note, k -> findObservation(k).map(Observation::note), this::keepNote);
        this.one = createFigureDetail(frozen);
        root.getChildren().setAll(one, all);
    }

    VBox rootNode() {
        return root;
    }

    private VBox createFigureDetail(ObservableValue<Boolean> frozen) {
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
                                                                && findObservation(k)
                                                                        .filter(
                                                                                o ->
                                                                                        o
                                                                                                        .monthsCovered()
                                                                                                != now)
                                                                        .isPresent())
                                        .ifPresent(
                                                k ->
                                                        model.changeMonths(
                                                                k.line.line(), k.period, now)));
        HBox covered =
                new HBox(
                        8,
                        FieldGrid.createFieldLabel(words.sentence("inspector.months"), months),
                        months);
        covered.setAlignment(Pos.CENTER_LEFT);
        for (Node each : List.of(note, covered)) each.disableProperty().bind(frozen);
        VBox box = new VBox(6, name, source.rootNode(), note, typing.errorLabel(), covered, past);
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    private Optional<String> keepNote(FigureKey key, String text) {
        model.changeNote(key.line.line(), key.period, text);
        return Optional.empty();
    }

    private Optional<Observation> findObservation(FigureKey key) {
        return model.findIndicator(key.line).flatMap(i -> i.displayedObservation(key.period));
    }

    /**
     * @param row an indicator, or one of its parts
     */
    void chooseFigure(UUID row, Optional<Period> wanted) {
        chosen.set(new ChosenFigure(Optional.of(row), wanted));
    }

    /** What it shows first follows this. */
    ObservableValue<?> chosenProperty() {
        return chosen;
    }

    void showFigures(Assessment a) {
        Indicator of =
                chosen.get()
                        .line
                        .flatMap(id -> model.findIndicatorOrPart(a, id))
                        .orElse(a.indicator());
        shown =
                chosen.get()
                        .period
                        .filter(p -> of.displayedObservation(p).isPresent())
                        .map(p -> new FigureKey(model.inspectedLine(of.id()), p));
        one.setVisible(shown.isPresent());
        shown.ifPresent(k -> showFigureDetail(k, of));
        all.getChildren()
                .setAll(model.figureEntries(a).stream().map(f -> createFigureRow(f, a)).toList());
        if (all.getChildren().isEmpty())
            all.getChildren()
                    .add(Labels.createSmallLabel(words.sentence("inspector.figures.none")));
        if (!a.indicator().note().isEmpty())
            all.getChildren()
                    .add(
                            Labels.createSmallLabel(
                                    words.sentence("inspector.note")
                                            + ": "
                                            + a.indicator().note()));
    }

    private void showFigureDetail(FigureKey key, Indicator of) {
        name.setText(model.figureName(of, key.period));
        source.showSource(of.id(), key.period);
        typing.showTextOf(key);
        Observation o = of.displayedObservation(key.period).orElseThrow();
        months.setValueFactory(
                new IntegerSpinnerValueFactory(1, key.period.monthCount(), o.monthsCovered()));
        model.loadFigureHistory(
                of.id(),
                key.period,
                entries -> {
                    if (shown.equals(Optional.of(key))) showFigureHistory(entries);
                });
    }

    private void showFigureHistory(List<FigureHistoryEntry> entries) {
        past.getChildren()
                .setAll(
                        Labels.createSmallLabel(
                                words.sentence(
                                        entries.isEmpty()
                                                ? "inspector.history.none"
                                                : "inspector.history")));
        entries.forEach(
                e ->
                        past.getChildren()
                                .add(
                                        Labels.createSmallLabel(
                                                e.when() + "  " + e.change() + "  " + e.edit())));
    }

    /** Leads to its own lines above. */
    private Node createFigureRow(FigureEntry f, Assessment a) {
        Label head = new Label(f.name() + "  " + f.value());
        head.getStyleClass().add("step-name");
        VBox box = new VBox(2, head, Labels.createSmallLabel(f.source()));
        if (!f.note().isEmpty()) box.getChildren().add(Labels.createSmallLabel(f.note()));
        LinkRow leading =
                new LinkRow(box, () -> chooseFigure(a.indicator().id(), Optional.of(f.period())));
        leading.getStyleClass().add("step");
        return leading;
    }
}
