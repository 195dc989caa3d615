package plumbline.screen.charts;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToolBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import plumbline.chart.Chart;
import plumbline.chart.Palette;
import plumbline.screen.parts.Buttons;
import plumbline.screen.parts.ChartCanvas;
import plumbline.screen.parts.View;
import plumbline.words.Words;

/** A list of charts, and the one that is looked at. */
public final class ChartsView implements View {
    private final ChartsViewModel model;
    private final Words words;
    private final ListView<Chart> list = new ListView<>();
    private final ChartCanvas canvas;
    private final BorderPane root = new BorderPane();
    private final Subscription subscriptions;
    private boolean showing;

    public ChartsView(ChartsViewModel model, Words words, Supplier<Palette> palette) {
        this.model = model;
        this.words = words;
        this.canvas = new ChartCanvas(palette);
        root.setId("charts");
        list.setId("charts-list");
        list.setCellFactory(_ -> new ChartCell());
        list.setPrefWidth(240);
        list.setMinWidth(150);
        canvas.setOnPick(a -> model.toIndicator(a.indicator()));
        StackPane paper = new StackPane(canvas);
        paper.getStyleClass().add("paper");
        SplitPane split = new SplitPane(list, paper);
        split.setDividerPositions(0.25);
        SplitPane.setResizableWithParent(list, false);
        root.setTop(tools());
        root.setCenter(split);
        subscriptions = Subscription.combine(model.charts().subscribe(this::show),
                list.getSelectionModel().selectedItemProperty().subscribe(this::picked));
    }

    @Override public Node node() {
        return root;
    }

    /** Follows the indicator that was looked at elsewhere. */
    @Override public void focus() {
        if (model.chosenElsewhere(selected())) list.getSelectionModel().select(model.selected());
        list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 3));
        list.requestFocus();
    }

    @Override public void rest() {
        model.seen().rest();
    }

    @Override public void wake() {
        model.seen().wake();
    }

    @Override public void close() {
        subscriptions.unsubscribe();
        model.close();
    }

    private Node tools() {
        ToolBar tools = new ToolBar(new Label(words.say("charts.save")));
        for (int scale = 1; scale <= 3; scale++) {
            int by = scale;
            Button save = Buttons.verb(words.say("charts.save.scale", scale, 960 * scale, 540 * scale), "charts-save-" + scale, () -> selected().ifPresent(c -> model.save(c, by)));
            save.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull());
            tools.getItems().add(save);
        }
        return tools;
    }

    private Optional<Chart> selected() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    private void show(List<Chart> charts) {
        showing = true;
        boolean overview = selected().filter(c -> c instanceof Chart.Bullets).isPresent();
        int page = list.getSelectionModel().getSelectedIndex();
        list.getItems().setAll(charts);
        list.setPlaceholder(new Label(words.say("charts.none")));
        if (!charts.isEmpty()) list.getSelectionModel().select(overview && page < charts.size() && charts.get(page) instanceof Chart.Bullets ? page : model.selected());
        showing = false;
        selected().ifPresent(canvas::show);
    }

    private void picked(Chart chart) {
        if (chart == null) return;
        canvas.show(chart);
        if (!showing) model.select(chart);
    }

    /** In the list the overview goes by its short name and page; the plan's title stands in the header anyway. */
    private String name(Chart chart, int index) {
        return switch (chart) {
            case Chart.Trajectory trajectory -> trajectory.title();
            case Chart.Bullets _ -> index == 0 ? words.say("charts.overview") : words.say("charts.overview.page", index + 1);
        };
    }

    private final class ChartCell extends ListCell<Chart> {
        ChartCell() {
            // As wide as the list, so that a long name ends in dots instead of a scroll bar.
            setPrefWidth(0);
        }

        @Override protected void updateItem(Chart chart, boolean empty) {
            super.updateItem(chart, empty);
            setText(empty || chart == null ? null : name(chart, getIndex()));
            setTooltip(getText() == null ? null : new Tooltip(getText()));
        }
    }
}
