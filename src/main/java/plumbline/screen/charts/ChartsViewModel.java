package plumbline.screen.charts;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import plumbline.assessment.Evaluation;
import plumbline.assessment.Redactor;
import plumbline.chart.Chart;
import plumbline.chart.drawing.Drawing;
import plumbline.chart.drawing.Palette;
import plumbline.chart.layout.ChartPainter;
import plumbline.chart.make.ChartGallery;
import plumbline.chart.make.ChartTable;
import plumbline.chart.make.IndicatorCharts;
import plumbline.chart.pen.PictureFormat;
import plumbline.chart.pen.PngPen;
import plumbline.desk.BackgroundWork;
import plumbline.desk.Dialogs;
import plumbline.desk.ScreenPlace;
import plumbline.desk.Workspace;
import plumbline.library.PlanLibrary;
import plumbline.plan.ChartColours;
import plumbline.plan.ChartKind;
import plumbline.plan.ChartSize;
import plumbline.plan.Indicator;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.SavedChart;
import plumbline.report.ChartAlbum;
import plumbline.screen.parts.Activatable;
import plumbline.screen.parts.ActiveBinding;
import plumbline.words.EditName;
import plumbline.words.Messages;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * The charts of the open plan: the overview and one of each indicator; or those of a chart that is
 * kept with the plan.
 */
public final class ChartsViewModel {
    private final Workspace desk;
    private final PlanLibrary library;
    private final BackgroundWork shelf;
    private final BackgroundWork work;
    private final Dialogs dialogs;
    private final Messages words;
    private final ReadOnlyObjectWrapper<List<Chart>> charts =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<SavedChart>> saved =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<SavedChart>> choice =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ActiveBinding seen;

    /** The indicator that was selected when the overview was chosen instead. */
    private Optional<UUID> left = Optional.empty();

    /** The plan before or after the open one, once it was read. */
    private Optional<Plan> other = Optional.empty();

    private Optional<UUID> asked = Optional.empty();

    /**
     * @param shelf reads whole plans
     */
    public ChartsViewModel(
            Workspace desk,
            PlanLibrary library,
            BackgroundWork shelf,
            BackgroundWork work,
            Dialogs dialogs,
            Messages words) {
        this.desk = desk;
        this.library = library;
        this.shelf = shelf;
        this.work = work;
        this.dialogs = dialogs;
        this.words = words;
        this.seen =
                new ActiveBinding(
                        () -> updateSavedCharts(desk.evaluationProperty().get()),
                        desk.evaluationProperty());
    }

    /** Follows the desk only while it is seen. */
    Activatable activatable() {
        return seen;
    }

    void close() {
        seen.close();
    }

    private void updateSavedCharts(Optional<Evaluation> standing) {
        saved.set(standing.map(s -> s.plan().charts()).orElse(List.of()));
        choice.set(choice.get().flatMap(c -> standing.flatMap(s -> s.plan().findChart(c.id()))));
        updateCharts(standing);
    }

    private void updateCharts(Optional<Evaluation> standing) {
        charts.set(
                standing.map(
                                s ->
                                        choice.get()
                                                .map(c -> chartsForSaved(c, s))
                                                .orElseGet(() -> standardCharts(s)))
                        .orElse(List.of()));
    }

    /**
     * What is looked at, in pages: the overview's, then the indicators in reading order; or those
     * of the chosen chart.
     */
    ReadOnlyObjectProperty<List<Chart>> chartsProperty() {
        return charts.getReadOnlyProperty();
    }

    /** The charts kept with the plan. */
    ReadOnlyObjectProperty<List<SavedChart>> savedChartsProperty() {
        return saved.getReadOnlyProperty();
    }

    /** The kept chart that is looked at; empty for the overview and the trajectories. */
    ReadOnlyObjectProperty<Optional<SavedChart>> choiceProperty() {
        return choice.getReadOnlyProperty();
    }

    void chooseSavedChart(Optional<SavedChart> next) {
        choice.set(next.flatMap(c -> desk.shownPlan().flatMap(p -> p.findChart(c.id()))));
        updateCharts(desk.evaluationProperty().get());
    }

    /** Its own title, or what it shows. */
    String savedChartName(SavedChart chart) {
        return chart.title().isBlank() ? words.nameOf(chart.kind()) : chart.title();
    }

    /** Without the plan's title, which stands in the header anyway. */
    String shortTitle(Chart chart) {
        String plan = desk.shownPlan().map(Plan::title).orElse("");
        return chart.title().startsWith(plan)
                ? chart.title().substring(plan.length()).replaceFirst("^[\\s·]+", "")
                : chart.title();
    }

    private List<Chart> standardCharts(Evaluation standing) {
        IndicatorCharts of = new IndicatorCharts(words);
        List<Chart> all = new ArrayList<>();
        if (standing.assessments().isEmpty()) return all;
        all.addAll(of.overviewCharts(standing));
        standing.assessments().forEach(a -> all.add(of.trajectoryChart(standing, a)));
        return all;
    }

    private List<Chart> chartsForSaved(SavedChart chart, Evaluation standing) {
        if (chart.kind() == ChartKind.PLAN_TO_PLAN) readOtherPlan(standing.plan());
        return new ChartGallery(words).createCharts(chart, standing, other);
    }

    /** The plan of the library whose years lie nearest, once for each open plan. */
    private void readOtherPlan(Plan plan) {
        if (asked.equals(Optional.of(plan.id()))) return;
        asked = Optional.of(plan.id());
        other = Optional.empty();
        shelf.startJob(
                words.sentence("charts.other.reading"),
                _ -> {
                    Optional<PlanLibrary.PlanSummary> nearest =
                            library.listPlans().stream()
                                    .filter(
                                            e ->
                                                    !e.id().equals(plan.id())
                                                            && e.firstYear() != plan.firstYear())
                                    .min(
                                            Comparator.comparingInt(
                                                    e ->
                                                            Math.abs(
                                                                    e.firstYear()
                                                                            - plan.firstYear())));
                    return nearest.isPresent()
                            ? Optional.of(library.loadPlan(nearest.get().id()))
                            : Optional.<Plan>empty();
                },
                read -> {
                    other = read;
                    if (read.isPresent()) updateCharts(desk.evaluationProperty().get());
                });
    }

    /** Keeps a new chart with the plan and looks at it. */
    void addSavedChart() {
        if (desk.shownPlan().isEmpty()) return;
        SavedChart added = SavedChart.createForWholePlan(UUID.randomUUID(), ChartKind.TALLY);
        desk.editPlan(EditName.of("edit.chart.added"), p -> p.withChart(added));
        chooseSavedChart(Optional.of(added));
    }

    void changeSavedChart(UnaryOperator<SavedChart> change) {
        choice.get()
                .ifPresent(
                        c ->
                                desk.editPlan(
                                        EditName.of("edit.chart.changed", savedChartName(c)),
                                        p ->
                                                p.findChart(c.id())
                                                        .map(now -> p.withChart(change.apply(now)))
                                                        .orElse(p)));
    }

    void deleteSavedChart() {
        choice.get()
                .ifPresent(
                        c ->
                                desk.editPlan(
                                        EditName.of("edit.chart.deleted", savedChartName(c)),
                                        p -> p.withoutChart(c)));
    }

    List<Indicator> indicatorsInOrder() {
        return desk.shownPlan().map(Plan::indicatorsInOrder).orElse(List.of());
    }

    List<Period> planPeriods() {
        return desk.shownPlan().map(Plan::periods).orElse(List.of());
    }

    void toggleIndicator(Indicator indicator) {
        changeSavedChart(c -> c.withIndicators(withToggled(c.indicatorIds(), indicator.id())));
    }

    void togglePeriod(Period period) {
        changeSavedChart(c -> c.withPeriods(withToggled(c.periods(), period)));
    }

    private static <T> List<T> withToggled(List<T> items, T item) {
        List<T> next = new ArrayList<>(items);
        if (!next.remove(item)) next.add(item);
        return next;
    }

    /** Where the chart of the selected indicator stands; the first if none is selected. */
    int selectedIndex() {
        Optional<UUID> wanted = desk.selectedIndicatorProperty().get();
        for (int i = 0; i < charts.get().size(); i++) {
            if (charts.get().get(i) instanceof Chart.TrajectoryChart t
                    && wanted.equals(Optional.of(t.indicator()))) return i;
        }
        return 0;
    }

    /** True if an indicator is selected whose chart is not the one shown. */
    boolean isChosenElsewhere(Optional<Chart> shown) {
        Optional<UUID> drawn =
                shown.flatMap(
                        c ->
                                c instanceof Chart.TrajectoryChart t
                                        ? Optional.of(t.indicator())
                                        : Optional.empty());
        return desk.selectedIndicatorProperty().get().isPresent()
                && !desk.selectedIndicatorProperty().get().equals(drawn)
                && !desk.selectedIndicatorProperty().get().equals(left);
    }

    /** Other places follow the chart that is looked at. */
    void selectChart(Chart chart) {
        if (chart instanceof Chart.TrajectoryChart t)
            desk.selectedIndicatorProperty().set(Optional.of(t.indicator()));
        left =
                chart instanceof Chart.TrajectoryChart
                        ? Optional.empty()
                        : desk.selectedIndicatorProperty().get();
    }

    void openIndicator(UUID id) {
        desk.selectedIndicatorProperty().set(Optional.of(id));
        desk.placeProperty().set(ScreenPlace.INDICATORS);
    }

    /** For a file: at the size of the chosen chart, or of a slide, with marked values left out. */
    Drawing createDrawing(Chart chart) {
        return createDrawing(outgoingChart(chart), choice.get());
    }

    private static Drawing createDrawing(Chart chart, Optional<SavedChart> of) {
        ChartSize size = of.map(SavedChart::size).orElse(ChartSize.SLIDE_16_9);
        return ChartPainter.layOut(
                chart,
                size.width(),
                size.height(of.map(SavedChart::kind).orElse(ChartKind.TRAJECTORY)),
                PngPen.textMeasure());
    }

    /**
     * The chart at the same place among those of what may leave the house: there are as many,
     * whatever is left out.
     */
    private Chart outgoingChart(Chart chart) {
        int at = charts.get().indexOf(chart);
        if (!desk.isWithholdingValues() || at < 0) return chart;
        Evaluation standing = desk.outgoingEvaluation().orElseThrow();
        return choice.get()
                .map(c -> new ChartGallery(words).createCharts(c, standing, outgoingOtherPlan()))
                .orElseGet(() -> standardCharts(standing))
                .get(at);
    }

    /** The other plan, as it may leave the house. */
    private Optional<Plan> outgoingOtherPlan() {
        return desk.redactingProperty().get() ? other.map(Redactor::redactPlan) : other;
    }

    private String writtenMessageKey() {
        return desk.isWithholdingValues() ? "file.written.redacted" : "file.written";
    }

    Palette chartPalette() {
        return Palette.forChartColours(
                choice.get().map(SavedChart::colours).orElse(ChartColours.SCREEN));
    }

    String tableText(Chart chart) {
        return new ChartTable(words).toTabSeparatedText(outgoingChart(chart));
    }

    void savePicture(Chart chart, PictureFormat picture) {
        String scale =
                picture instanceof PictureFormat.PngFormat(int by, _) && by > 1
                        ? "@" + by + "x"
                        : "";
        Palette colours = chartPalette();
        Drawing drawing = createDrawing(chart);
        String told = writtenMessageKey();
        dialogs.chooseFileToSave(
                        words.sentence("charts.save"),
                        chart.fileName() + scale + "." + picture.fileExtension(),
                        picture.fileExtension())
                .ifPresent(
                        file ->
                                work.startJob(
                                        words.sentence("charts.saving"),
                                        _ -> {
                                            picture.writeDrawing(drawing, colours, file);
                                            return file;
                                        },
                                        written ->
                                                dialogs.showMessage(
                                                        words.sentence(told, written))));
    }

    /** Every page of every kept chart into a folder: all or, where it is stopped or fails, none. */
    void exportAll() {
        Optional<Evaluation> standing = desk.outgoingEvaluation();
        if (standing.isEmpty() || saved.get().isEmpty()) return;
        List<SavedChart> all = saved.get();
        Optional<Plan> beside = outgoingOtherPlan();
        dialogs.chooseFolder(words.sentence("charts.export"))
                .ifPresent(
                        folder ->
                                work.startJob(
                                        words.sentence("charts.exporting"),
                                        progress -> {
                                            List<Path> written =
                                                    ChartAlbum.writeAlbum(
                                                            createAlbumPages(
                                                                    all, standing.get(), beside),
                                                            folder,
                                                            progress::reportShareDone);
                                            return written.size();
                                        },
                                        files ->
                                                dialogs.showMessage(
                                                        words.sentence(
                                                                standing.get()
                                                                                .unredactedPlan()
                                                                                .isPresent()
                                                                        ? "charts.exported.redacted"
                                                                        : "charts.exported",
                                                                files,
                                                                folder))));
    }

    /** None that would be an empty picture. */
    private List<ChartAlbum.AlbumPage> createAlbumPages(
            List<SavedChart> all, Evaluation standing, Optional<Plan> beside) {
        record Page(SavedChart of, Chart chart) {}
        List<Page> pages =
                all.stream()
                        .flatMap(
                                kept ->
                                        new ChartGallery(words)
                                                .createCharts(kept, standing, beside).stream()
                                                        .filter(c -> c.emptySentence().isEmpty())
                                                        .map(c -> new Page(kept, c)))
                        .toList();
        return IntStream.range(0, pages.size())
                .mapToObj(
                        i ->
                                new ChartAlbum.AlbumPage(
                                        ChartAlbum.numberedFileName(
                                                i + 1, pages.size(), pages.get(i).chart),
                                        createDrawing(
                                                pages.get(i).chart, Optional.of(pages.get(i).of)),
                                        Palette.forChartColours(pages.get(i).of.colours())))
                .toList();
    }

    void showNoPrinterMessage() {
        dialogs.showMessage(words.sentence("charts.print.none"));
    }
}
