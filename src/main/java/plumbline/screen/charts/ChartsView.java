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
import plumbline.screen.parts.ClipboardText;
import plumbline.screen.parts.Texts;
import plumbline.screen.parts.View;
import plumbline.words.Messages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A list of charts, the one that is looked at, and what a kept one shows and how. */
public final class ChartsView implements View {
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
        canvas.setOnPick(a -> a.indicator().ifPresent(model::toIndicator));
        StackPane paper = new StackPane(canvas);
        paper.getStyleClass().add("paper");
        side.setOrientation(Orientation.VERTICAL);
        side.setPrefWidth(240);
        side.setMinWidth(150);
        SplitPane split = new SplitPane(side, paper);
        split.setDividerPositions(0.25);
        SplitPane.setResizableWithParent(side, false);
        root.setTop(tools());
        root.setCenter(split);
        subscriptions =
                Subscription.combine(
                        model.saved().subscribe(_ -> showSets()),
                        model.choice().subscribe(this::showChoice),
                        model.charts().subscribe(this::show),
                        list.getSelectionModel().selectedItemProperty().subscribe(this::picked));
    }

    @Override
    public Node node() {
        return root;
    }

    /** Follows the indicator that was looked at elsewhere. */
    @Override
    public void focus() {
        if (model.chosenElsewhere(selected())) list.getSelectionModel().select(model.selected());
        list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 3));
        list.requestFocus();
    }

    @Override
    public Activatable seen() {
        return model.seen();
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
        model.close();
    }

    private Node tools() {
        sets.setId("charts-set");
        sets.setAccessibleText(words.sentence("charts.set"));
        sets.setPrefWidth(210);
        sets.setConverter(
                Texts.worded(
                        s ->
                                s.map(model::name)
                                        .orElseGet(() -> words.sentence("charts.standard"))));
        sets.setTooltip(new Tooltip());
        sets.getTooltip()
                .textProperty()
                .bind(sets.valueProperty().map(v -> sets.getConverter().toString(v)));
        sets.valueProperty()
                .subscribe(
                        chosen -> {
                            if (!showing && chosen != null) model.choose(chosen);
                        });
        Button add = button("charts-new", "charts.new", model::add);
        Button export = button("charts-export", "charts.export", model::exportAll);
        export.disableProperty().bind(model.saved().map(List::isEmpty));
        Button print = button("charts-print", "charts.print", this::print);
        MenuButton save = new MenuButton(words.sentence("charts.save"));
        save.setId("charts-save");
        for (PngPen.PngBackground ground : PngPen.PngBackground.values()) {
            for (int scale = 1; scale <= MOST_SCALE; scale++)
                save.getItems()
                        .add(
                                saving(
                                        words.sentence("charts.png." + ground.name(), scale),
                                        new PictureFormat.PngFormat(scale, ground)));
            save.getItems().add(new SeparatorMenuItem());
        }
        save.getItems()
                .addAll(
                        saving(words.sentence("charts.svg"), new PictureFormat.SvgFormat()),
                        saving(words.sentence("charts.pdf"), new PictureFormat.PdfFormat()));
        MenuButton copy = new MenuButton(words.sentence("charts.copy"));
        copy.setId("charts-copy");
        copy.getItems()
                .addAll(
                        item("charts.copy.picture", this::copyPicture),
                        item("charts.copy.table", this::copyTable));
        for (Node node : List.of(save, copy, print))
            node.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull());
        return new ToolBar(sets, add, save, copy, print, export);
    }

    private Button button(String id, String key, Runnable action) {
        return Buttons.verb(words.sentence(key), id, action);
    }

    private MenuItem saving(String text, PictureFormat picture) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(_ -> selected().ifPresent(c -> model.save(c, picture)));
        return item;
    }

    private MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(words.sentence(key));
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void copyPicture() {
        selected().map(this::image).ifPresent(ClipboardText::picture);
    }

    private void copyTable() {
        selected().map(model::table).ifPresent(ClipboardText::text);
    }

    private Image image(Chart chart) {
        PixelImage pixels = PngPen.paintPixels(model.drawing(chart), model.palette(), SCALE);
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
    private void print() {
        if (Printer.getAllPrinters().isEmpty()) {
            model.noPrinter();
            return;
        }
        List<Chart> pages =
                model.choice().get().isPresent()
                        ? model.charts().get()
                        : selected().stream().toList();
        new PrintPreview(
                        root.getScene().getWindow(),
                        pages.stream().map(this::image).toList(),
                        words)
                .open();
    }

    private Optional<Chart> selected() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    private void showSets() {
        showing = true;
        List<Optional<SavedChart>> all = new ArrayList<>(List.of(Optional.empty()));
        model.saved().get().forEach(c -> all.add(Optional.of(c)));
        sets.getItems().setAll(all);
        sets.setValue(model.choice().get());
        showing = false;
    }

    private void showChoice(Optional<SavedChart> choice) {
        showing = true;
        sets.setValue(choice);
        showing = false;
        choice.ifPresent(form::show);
        if (choice.isEmpty()) side.getItems().setAll(list);
        else if (side.getItems().size() == 1) {
            side.getItems().add(form.node());
            side.setDividerPositions(0.22);
        }
    }

    private void show(List<Chart> charts) {
        showing = true;
        boolean trajectory =
                selected().filter(c -> !(c instanceof Chart.TrajectoryChart)).isEmpty();
        int page = list.getSelectionModel().getSelectedIndex();
        list.getItems().setAll(charts);
        list.setPlaceholder(
                Texts.small(
                        words.sentence(
                                model.choice().get().isPresent()
                                        ? "charts.none.chosen"
                                        : "charts.none")));
        boolean stay =
                !trajectory
                        && page >= 0
                        && page < charts.size()
                        && !(charts.get(page) instanceof Chart.TrajectoryChart);
        if (!charts.isEmpty()) list.getSelectionModel().select(stay ? page : model.selected());
        showing = false;
        selected().ifPresentOrElse(this::draw, canvas::clear);
    }

    /** A kept chart is seen as its file will be. */
    private void draw(Chart chart) {
        canvas.show(
                chart,
                model.choice()
                        .get()
                        .map(
                                c ->
                                        new ChartCanvas.Paper(
                                                c.size().width(),
                                                c.size().height(c.kind()),
                                                model.palette())));
    }

    private void picked(Chart chart) {
        if (chart == null || showing) return;
        draw(chart);
        model.select(chart);
    }

    /**
     * In the list the overview goes by its short name and page; the plan's title stands in the
     * header anyway.
     */
    private String name(Chart chart, int index) {
        if (!(chart instanceof Chart.BulletChart) || model.choice().get().isPresent())
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
            setText(empty || chart == null ? null : name(chart, getIndex()));
            setTooltip(getText() == null ? null : new Tooltip(getText()));
        }
    }
}
