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
import plumbline.screen.parts.Texts;
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
        kind = choice("chart-kind", "charts.form.kind", ChartKind.values(), SavedChart::withKind);
        size = choice("chart-size", "charts.form.size", ChartSize.values(), SavedChart::withSize);
        colours =
                choice(
                        "chart-colours",
                        "charts.form.colours",
                        ChartColours.values(),
                        SavedChart::withColours);
        title.setId("chart-title");
        title.setAccessibleText(words.sentence("charts.form.title"));
        title.setOnAction(_ -> retitle());
        title.focusedProperty()
                .subscribe(
                        focused -> {
                            if (!focused) retitle();
                        });
        labels.setId("chart-labels");
        labels.setText(words.sentence("charts.form.labels"));
        labels.setOnAction(
                _ ->
                        model.change(
                                c ->
                                        c.withLabels(
                                                labels.isSelected()
                                                        ? ChartLabels.SHOWN
                                                        : ChartLabels.HIDDEN)));
        indicators =
                new CheckList<>(
                        Indicator::name,
                        i -> chosen(c -> c.indicatorIds().contains(i.id())),
                        model::toggle);
        indicators.setId("chart-indicators");
        periods =
                new CheckList<>(
                        new Wording(words)::formatPeriod,
                        p -> chosen(c -> c.periods().contains(p)),
                        model::toggle);
        periods.setId("chart-periods");
        Button delete =
                Buttons.verb(words.sentence("charts.form.delete"), "chart-delete", model::delete);
        VBox box =
                new VBox(
                        4,
                        small("charts.form.kind"),
                        kind,
                        small("charts.form.title"),
                        title,
                        small("charts.form.indicators"),
                        indicators,
                        small("charts.form.periods"),
                        periods,
                        small("charts.form.size"),
                        size,
                        small("charts.form.colours"),
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

    private Node small(String key) {
        return Texts.small(words.sentence(key));
    }

    private <E extends Enum<E>> ComboBox<E> choice(
            String id, String key, E[] values, BiFunction<SavedChart, E, SavedChart> change) {
        ComboBox<E> box = new ComboBox<>();
        box.setId(id);
        box.setAccessibleText(words.sentence(key));
        box.getItems().setAll(values);
        box.setVisibleRowCount(values.length);
        box.setConverter(Texts.worded(words::nameOf));
        box.setMaxWidth(Double.MAX_VALUE);
        box.setTooltip(new Tooltip());
        box.getTooltip().textProperty().bind(box.valueProperty().map(words::nameOf));
        box.valueProperty()
                .subscribe(
                        value -> {
                            if (!showing && value != null)
                                model.change(c -> change.apply(c, value));
                        });
        return box;
    }

    private void retitle() {
        if (!showing) model.change(c -> c.withTitle(title.getText().strip()));
    }

    private boolean chosen(Predicate<SavedChart> test) {
        return model.choice().get().filter(test).isPresent();
    }

    void show(SavedChart chart) {
        showing = true;
        kind.setValue(chart.kind());
        size.setValue(chart.size());
        colours.setValue(chart.colours());
        if (!title.getText().equals(chart.title())) title.setText(chart.title());
        title.setPromptText(words.nameOf(chart.kind()));
        labels.setSelected(chart.labels() == ChartLabels.SHOWN);
        indicators.fill(model.indicators());
        periods.fill(model.periods());
        showing = false;
    }
}
