package plumbline.screen.charts;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

import plumbline.plan.ChartColours;
import plumbline.plan.ChartKind;
import plumbline.plan.ChartLabels;
import plumbline.plan.ChartSize;
import plumbline.plan.Indicator;
import plumbline.plan.Period;
import plumbline.plan.SavedChart;
import plumbline.screen.parts.Buttons;
import plumbline.screen.parts.Labels;
import plumbline.screen.parts.field.CheckList;
import plumbline.words.Messages;
import plumbline.words.Wording;

import java.util.function.BiFunction;
import java.util.function.Predicate;

/** What a kept chart shows and how; each change is kept at once and can be undone. */
final class ChartForm {
    private final ChartsViewModel model;
    private final Messages words;
    private final TextField title = new TextField();
    private final CheckBox labels = new CheckBox();
    private final ComboBox<ChartKind> kind;
    private final ComboBox<ChartSize> size;
    private final ComboBox<ChartColours> colours;
    private final CheckList<Indicator> indicators;
    private final CheckList<Period> periods;
    private final ScrollPane root;
    private boolean showing;

    ChartForm(ChartsViewModel model, Messages words) {
        this.model = model;
        this.words = words;
        kind =
                createChoiceBox(
                        "chart-kind", "charts.form.kind", ChartKind.values(), SavedChart::withKind);
        size =
                createChoiceBox(
                        "chart-size", "charts.form.size", ChartSize.values(), SavedChart::withSize);
        colours =
                createChoiceBox(
                        "chart-colours",
                        "charts.form.colours",
                        ChartColours.values(),
                        SavedChart::withColours);
        title.setId("chart-title");
        title.setAccessibleText(words.sentence("charts.form.title"));
        title.setOnAction(_ -> updateTitle());
        title.focusedProperty()
                .subscribe(
                        focused -> {
                            if (!focused) updateTitle();
                        });
        labels.setId("chart-labels");
        labels.setText(words.sentence("charts.form.labels"));
        labels.setOnAction(
                _ ->
                        model.changeSavedChart(
                                c ->
                                        c.withLabels(
                                                labels.isSelected()
                                                        ? ChartLabels.SHOWN
                                                        : ChartLabels.HIDDEN)));
        indicators =
                new CheckList<>(
                        Indicator::name,
                        i -> isChosen(c -> c.indicatorIds().contains(i.id())),
                        model::toggleIndicator);
        indicators.setId("chart-indicators");
        periods =
                new CheckList<>(
                        new Wording(words)::formatPeriod,
                        p -> isChosen(c -> c.periods().contains(p)),
                        model::togglePeriod);
        periods.setId("chart-periods");
        Button delete =
                Buttons.createActionButton(
                        words.sentence("charts.form.delete"),
                        "chart-delete",
                        model::deleteSavedChart);
        VBox box =
                new VBox(
                        4,
                        createSmallLabel("charts.form.kind"),
                        kind,
                        createSmallLabel("charts.form.title"),
                        title,
                        createSmallLabel("charts.form.indicators"),
                        indicators,
                        createSmallLabel("charts.form.periods"),
                        periods,
                        createSmallLabel("charts.form.size"),
                        size,
                        createSmallLabel("charts.form.colours"),
                        colours,
                        labels,
                        delete);
        box.getStyleClass().add("chart-form");
        root = new ScrollPane(box);
        root.setId("chart-form");
        root.setFitToWidth(true);
        root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    }

    Node node() {
        return root;
    }

    private Node createSmallLabel(String key) {
        return Labels.createSmallLabel(words.sentence(key));
    }

    private <E extends Enum<E>> ComboBox<E> createChoiceBox(
            String id, String key, E[] values, BiFunction<SavedChart, E, SavedChart> change) {
        ComboBox<E> box = new ComboBox<>();
        box.setId(id);
        box.setAccessibleText(words.sentence(key));
        box.getItems().setAll(values);
        box.setVisibleRowCount(values.length);
        box.setConverter(Labels.converterFor(words::nameOf));
        box.setMaxWidth(Double.MAX_VALUE);
        box.setTooltip(new Tooltip());
        box.getTooltip().textProperty().bind(box.valueProperty().map(words::nameOf));
        box.valueProperty()
                .subscribe(
                        value -> {
                            if (!showing && value != null)
                                model.changeSavedChart(c -> change.apply(c, value));
                        });
        return box;
    }

    private void updateTitle() {
        if (!showing) model.changeSavedChart(c -> c.withTitle(title.getText().strip()));
    }

    private boolean isChosen(Predicate<SavedChart> test) {
        return model.choiceProperty().get().filter(test).isPresent();
    }

    void showChart(SavedChart chart) {
        showing = true;
        kind.setValue(chart.kind());
        size.setValue(chart.size());
        colours.setValue(chart.colours());
        if (!title.getText().equals(chart.title())) title.setText(chart.title());
        title.setPromptText(words.nameOf(chart.kind()));
        labels.setSelected(chart.labels() == ChartLabels.SHOWN);
        indicators.showItems(model.indicatorsInOrder());
        periods.showItems(model.planPeriods());
        showing = false;
    }
}
