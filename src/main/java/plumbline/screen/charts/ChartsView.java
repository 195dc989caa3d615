package plumbline.screen.charts;

import javafx.geometry.Orientation;
import javafx.print.Printer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToolBar;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

import plumbline.chart.Chart;
import plumbline.chart.drawing.Palette;
import plumbline.chart.pen.PictureFormat;
import plumbline.chart.pen.PixelImage;
import plumbline.chart.pen.PngPen;
import plumbline.plan.SavedChart;
import plumbline.screen.parts.Activatable;
import plumbline.screen.parts.Buttons;
import plumbline.screen.parts.ChartCanvas;
import plumbline.screen.parts.Labels;
import plumbline.screen.parts.ScreenView;
import plumbline.screen.parts.SystemClipboard;
import plumbline.words.Messages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A list of charts, the one that is looked at, and what a kept one shows and how. */
public final class ChartsView implements ScreenView {
    private static final int MOST_SCALE = 4;
    private static final int SCALE = 2;
    private final ChartsViewModel model;
    private final Messages words;
    private final ListView<Chart> list = new ListView<>();
    private final ComboBox<Optional<SavedChart>> sets = new ComboBox<>();
    private final ChartForm form;
    private final SplitPane side = new SplitPane(list);
    private final ChartCanvas canvas;
    private final BorderPane root = new BorderPane();
    private final Subscription subscriptions;
    private boolean showing;

    public ChartsView(ChartsViewModel model, Messages words, Supplier<Palette> palette) {
        this.model = model;
        this.words = words;
        this.canvas = new ChartCanvas(palette);
        this.form = new ChartForm(model, words);
        root.setId("charts");
        list.setId("charts-list");
        list.setCellFactory(_ -> new ChartCell());
        canvas.setOnPick(a -> a.indicator().ifPresent(model::openIndicator));
        StackPane paper = new StackPane(canvas);
        paper.getStyleClass().add("paper");
        side.setOrientation(Orientation.VERTICAL);
        side.setPrefWidth(240);
        side.setMinWidth(150);
        SplitPane split = new SplitPane(side, paper);
        split.setDividerPositions(0.25);
        SplitPane.setResizableWithParent(side, false);
        root.setTop(createTools());
        root.setCenter(split);
        subscriptions =
                Subscription.combine(
                        model.savedChartsProperty().subscribe(_ -> showSets()),
                        model.choiceProperty().subscribe(this::showChoice),
                        model.chartsProperty().subscribe(this::showCharts),
                        list.getSelectionModel()
                                .selectedItemProperty()
                                .subscribe(this::onChartPicked));
    }

    @Override
    public Node rootNode() {
        return root;
    }

    /** Follows the indicator that was looked at elsewhere. */
    @Override
    public void focusMainControl() {
        if (model.isChosenElsewhere(selectedChart()))
            list.getSelectionModel().select(model.selectedIndex());
        list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 3));
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

    private Node createTools() {
        sets.setId("charts-set");
        sets.setAccessibleText(words.sentence("charts.set"));
        sets.setPrefWidth(210);
        sets.setConverter(
                Labels.converterFor(
                        s ->
                                s.map(model::savedChartName)
                                        .orElseGet(() -> words.sentence("charts.standard"))));
        sets.setTooltip(new Tooltip());
        sets.getTooltip()
                .textProperty()
                .bind(sets.valueProperty().map(v -> sets.getConverter().toString(v)));
        sets.valueProperty()
                .subscribe(
                        chosen -> {
                            if (!showing && chosen != null) model.chooseSavedChart(chosen);
                        });
        Button add = createButton("charts-new", "charts.new", model::addSavedChart);
        Button export = createButton("charts-export", "charts.export", model::exportAll);
        export.disableProperty().bind(model.savedChartsProperty().map(List::isEmpty));
        Button print = createButton("charts-print", "charts.print", this::printChart);
        MenuButton save = new MenuButton(words.sentence("charts.save"));
        save.setId("charts-save");
        for (PngPen.PngBackground ground : PngPen.PngBackground.values()) {
            for (int scale = 1; scale <= MOST_SCALE; scale++)
                save.getItems()
                        .add(
                                createSaveItem(
                                        words.sentence("charts.png." + ground.name(), scale),
                                        new PictureFormat.PngFormat(scale, ground)));
            save.getItems().add(new SeparatorMenuItem());
        }
        save.getItems()
                .addAll(
                        createSaveItem(words.sentence("charts.svg"), new PictureFormat.SvgFormat()),
                        createSaveItem(
                                words.sentence("charts.pdf"), new PictureFormat.PdfFormat()));
        MenuButton copy = new MenuButton(words.sentence("charts.copy"));
        copy.setId("charts-copy");
        copy.getItems()
                .addAll(
                        createMenuItem("charts.copy.picture", this::copyPicture),
                        createMenuItem("charts.copy.table", this::copyTable));
        for (Node node : List.of(save, copy, print))
            node.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull());
        return new ToolBar(sets, add, save, copy, print, export);
    }

    private Button createButton(String id, String key, Runnable action) {
        return Buttons.createActionButton(words.sentence(key), id, action);
    }

    private MenuItem createSaveItem(String text, PictureFormat picture) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(_ -> selectedChart().ifPresent(c -> model.savePicture(c, picture)));
        return item;
    }

    private MenuItem createMenuItem(String key, Runnable action) {
        MenuItem item = new MenuItem(words.sentence(key));
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void copyPicture() {
        selectedChart().map(this::createImage).ifPresent(SystemClipboard::copyImage);
    }

    private void copyTable() {
        selectedChart().map(model::tableText).ifPresent(SystemClipboard::copyText);
    }

    private Image createImage(Chart chart) {
        PixelImage pixels =
                PngPen.paintPixels(model.createDrawing(chart), model.chartPalette(), SCALE);
        WritableImage image = new WritableImage(pixels.width(), pixels.height());
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        pixels.width(),
                        pixels.height(),
                        PixelFormat.getIntArgbInstance(),
                        pixels.colours(),
                        0,
                        pixels.width());
        return image;
    }

    /** The pages of a kept chart; of the standard set only the one that is looked at. */
    private void printChart() {
        if (Printer.getAllPrinters().isEmpty()) {
            model.showNoPrinterMessage();
            return;
        }
        List<Chart> pages =
                model.choiceProperty().get().isPresent()
                        ? model.chartsProperty().get()
                        : selectedChart().stream().toList();
        new PrintPreview(
                        root.getScene().getWindow(),
                        pages.stream().map(this::createImage).toList(),
                        words)
                .openPreview();
    }

    private Optional<Chart> selectedChart() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    private void showSets() {
        showing = true;
        List<Optional<SavedChart>> all = new ArrayList<>(List.of(Optional.empty()));
        model.savedChartsProperty().get().forEach(c -> all.add(Optional.of(c)));
        sets.getItems().setAll(all);
        sets.setValue(model.choiceProperty().get());
        showing = false;
    }

    private void showChoice(Optional<SavedChart> choice) {
        showing = true;
        sets.setValue(choice);
        showing = false;
        choice.ifPresent(form::showChart);
        if (choice.isEmpty()) side.getItems().setAll(list);
        else if (side.getItems().size() == 1) {
            side.getItems().add(form.node());
            side.setDividerPositions(0.22);
        }
    }

    private void showCharts(List<Chart> charts) {
        showing = true;
        boolean trajectory =
                selectedChart().filter(c -> !(c instanceof Chart.TrajectoryChart)).isEmpty();
        int page = list.getSelectionModel().getSelectedIndex();
        list.getItems().setAll(charts);
        list.setPlaceholder(
                Labels.createSmallLabel(
                        words.sentence(
                                model.choiceProperty().get().isPresent()
                                        ? "charts.none.chosen"
                                        : "charts.none")));
        boolean stay =
                !trajectory
                        && page >= 0
                        && page < charts.size()
                        && !(charts.get(page) instanceof Chart.TrajectoryChart);
        if (!charts.isEmpty()) list.getSelectionModel().select(stay ? page : model.selectedIndex());
        showing = false;
        selectedChart().ifPresentOrElse(this::drawChart, canvas::clearChart);
    }

    /** A kept chart is seen as its file will be. */
    private void drawChart(Chart chart) {
        canvas.showChart(
                chart,
                model.choiceProperty()
                        .get()
                        .map(
                                c ->
                                        new ChartCanvas.ChartPaper(
                                                c.size().width(),
                                                c.size().height(c.kind()),
                                                model.chartPalette())));
    }

    private void onChartPicked(Chart chart) {
        if (chart == null || showing) return;
        drawChart(chart);
        model.selectChart(chart);
    }

    /**
     * In the list the overview goes by its short name and page; the plan's title stands in the
     * header anyway.
     */
    private String chartName(Chart chart, int index) {
        if (!(chart instanceof Chart.BulletChart) || model.choiceProperty().get().isPresent())
            return model.shortTitle(chart);
        return index == 0
                ? words.sentence("charts.overview")
                : words.sentence("charts.overview.page", index + 1);
    }

    private final class ChartCell extends ListCell<Chart> {
        ChartCell() {
            // As wide as the list, so that a long name ends in dots instead of a scroll bar.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Chart chart, boolean empty) {
            super.updateItem(chart, empty);
            setText(empty || chart == null ? null : chartName(chart, getIndex()));
            setTooltip(getText() == null ? null : new Tooltip(getText()));
        }
    }
}
