package plumbline.screen.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import plumbline.chart.Chart;
import plumbline.chart.make.ChartTable;
import plumbline.chart.pen.PictureFormat;
import plumbline.chart.pen.PngPen;
import plumbline.desk.ScreenPlace;
import plumbline.plan.ChartColours;
import plumbline.plan.ChartKind;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Redaction;
import plumbline.plan.SavedChart;
import plumbline.screen.TestDesk;
import plumbline.words.EditName;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.imageio.ImageIO;

/** The charts of the open plan. */
class ChartsViewModelTest {
    private static final String LARGEST = "999999999999999999999999";
    @TempDir Path folder;
    private TestDesk office = TestDesk.suizhou();
    private ChartsViewModel model = model();

    private ChartsViewModel model() {
        return new ChartsViewModel(
                office.desk,
                office.library,
                office.work,
                office.work,
                office.dialogs,
                office.words);
    }

    private void sit(TestDesk next) {
        office = next;
        model = model();
    }

    private List<UUID> trajectories() {
        return model.chartsProperty().get().stream()
                .filter(Chart.TrajectoryChart.class::isInstance)
                .map(c -> ((Chart.TrajectoryChart) c).indicator())
                .toList();
    }

    private Chart chartOf(String indicator) {
        office.desk.selectedIndicatorProperty().set(Optional.of(TestDesk.id(indicator)));
        return model.chartsProperty().get().get(model.selectedIndex());
    }

    @Test
    void theOverviewComesFirst() {
        assertInstanceOf(Chart.BulletChart.class, model.chartsProperty().get().getFirst());
    }

    @Test
    void everyIndicatorHasItsChartInReadingOrder() {
        assertEquals(
                office.plan().indicatorsInOrder().stream().map(Indicator::id).toList(),
                trajectories());
    }

    @Test
    void theSelectedIndicatorsChartIsLookedAt() {
        assertEquals(TestDesk.id("i10"), ((Chart.TrajectoryChart) chartOf("i10")).indicator());
    }

    @Test
    void withoutASelectionTheOverviewIsLookedAt() {
        assertEquals(0, model.selectedIndex());
    }

    @Test
    void otherPlacesFollowTheChart() {
        model.selectChart(chartOf("i10"));
        assertEquals(
                Optional.of(TestDesk.id("i10")), office.desk.selectedIndicatorProperty().get());
    }

    @Test
    void aMarkLeadsToItsIndicator() {
        model.openIndicator(TestDesk.id("i3"));
        assertEquals(
                List.of(ScreenPlace.INDICATORS, Optional.of(TestDesk.id("i3"))),
                List.of(
                        office.desk.placeProperty().get(),
                        office.desk.selectedIndicatorProperty().get()));
    }

    @Test
    void anEditRedrawsTheChart() {
        Chart before = chartOf("i1");
        office.desk.editPlan(
                EditName.of("edit.rule"),
                p ->
                        p.withObservation(
                                TestDesk.id("i1"),
                                Observation.actual(Period.parse("2022"), "220000")));
        assertTrue(!before.equals(chartOf("i1")));
        office.desk.undo();
        assertEquals(before, chartOf("i1"));
    }

    @Test
    void aPlanWithoutIndicatorsHasNoCharts() {
        sit(TestDesk.empty());
        assertEquals(List.of(), model.chartsProperty().get());
        assertEquals(0, model.selectedIndex());
    }

    @Test
    void nothingOpenHasNoCharts() {
        sit(TestDesk.bare());
        assertEquals(List.of(), model.chartsProperty().get());
    }

    @Test
    void aPictureIsWrittenInTheSizeAskedFor() throws Exception {
        Path file = folder.resolve("chart.png");
        office.dialogs.file = Optional.of(file);
        model.savePicture(
                chartOf("i1"), new PictureFormat.PngFormat(2, PngPen.PngBackground.PAPER));
        var image = ImageIO.read(file.toFile());
        assertEquals(List.of(1920, 1080), List.of(image.getWidth(), image.getHeight()));
        assertTrue(
                office.dialogs.asked.getFirst().endsWith("@2x.png"),
                office.dialogs.asked.getFirst());
        assertEquals(1, office.dialogs.told.size());
    }

    @Test
    void whoClosesTheFileDialogWritesNothing() {
        model.savePicture(
                chartOf("i1"), new PictureFormat.PngFormat(1, PngPen.PngBackground.PAPER));
        assertEquals(List.of(), office.dialogs.told);
    }

    @Test
    void aFileThatCannotBeWrittenIsAFailureNotACrash() throws Exception {
        Files.writeString(folder.resolve("nowhere"), "");
        office.dialogs.file = Optional.of(folder.resolve("nowhere").resolve("chart.png"));
        model.savePicture(
                chartOf("i1"), new PictureFormat.PngFormat(1, PngPen.PngBackground.PAPER));
        assertEquals("problem.file.unwritable", office.dialogs.failures.getFirst().messageKey());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-5", LARGEST, "-" + LARGEST, "0.000000000001"})
    void anOddIndicatorIsDrawnAllTheSame(String amount) throws Exception {
        IndicatorGroup group = new IndicatorGroup(new UUID(1, 1), "类");
        Indicator odd =
                Indicator.createNamed(new UUID(2, 2), group.id(), "a/b:c?\u0007" + "长".repeat(300));
        Indicator figured =
                amount.isEmpty()
                        ? odd
                        : odd.withObservation(Observation.actual(Period.parse("2021"), amount));
        office.desk.editPlan(
                EditName.of("edit.rule"), p -> p.withGroup(group).withIndicator(figured));
        Path file = folder.resolve("odd.png");
        office.dialogs.file = Optional.of(file);
        model.savePicture(
                model.chartsProperty().get().getLast(),
                new PictureFormat.PngFormat(1, PngPen.PngBackground.PAPER));
        assertTrue(Files.size(file) > 0);
    }

    private SavedChart kept(ChartKind kind) {
        model.addSavedChart();
        model.changeSavedChart(c -> c.withKind(kind));
        return model.choiceProperty().get().orElseThrow();
    }

    @Test
    void aNewChartIsKeptWithThePlanAndLookedAt() {
        model.addSavedChart();
        assertEquals(model.savedChartsProperty().get(), office.plan().charts());
        assertEquals(Optional.of(office.plan().charts().getFirst()), model.choiceProperty().get());
        assertEquals(Optional.of("edit.chart.added"), office.step());
    }

    @Test
    void everyChangeOfAChartCanBeUndone() {
        SavedChart before = kept(ChartKind.TALLY);
        model.changeSavedChart(c -> c.withTitle("会议用图").withColours(ChartColours.MONOCHROME));
        assertEquals("会议用图", model.chartsProperty().get().getFirst().title());
        office.desk.undo();
        assertEquals(Optional.of(before), model.choiceProperty().get());
    }

    @Test
    void undoingTheAdditionLeavesTheStandardCharts() {
        model.addSavedChart();
        office.desk.undo();
        assertEquals(Optional.empty(), model.choiceProperty().get());
        assertEquals(14, model.chartsProperty().get().size());
    }

    @Test
    void onlyTheChosenIndicatorsAreDrawn() {
        kept(ChartKind.TRAJECTORY);
        model.toggleIndicator(office.indicator("i3"));
        assertEquals(List.of(TestDesk.id("i3")), trajectories());
        model.toggleIndicator(office.indicator("i3"));
        assertEquals(13, trajectories().size());
    }

    @Test
    void aChartOfOneIndicatorGoesWithIt() {
        kept(ChartKind.TRAJECTORY);
        model.toggleIndicator(office.indicator("i3"));
        office.desk.editPlan(
                EditName.of("edit.rule"),
                p -> p.withoutIndicator(p.findIndicator(TestDesk.id("i3")).orElseThrow()));
        assertEquals(List.of(), office.plan().charts());
    }

    @Test
    void theNextPlanOfTheLibraryIsReadForAChartAcrossPlans() {
        kept(ChartKind.PLAN_TO_PLAN);
        assertEquals(List.of(), model.chartsProperty().get());
        sit(TestDesk.suizhou());
        Plan before =
                TestDesk.sample()
                        .withChanges(
                                d -> {
                                    d.id = new UUID(0, 2);
                                    d.title = "“十三五”规划";
                                    d.firstYear = 2016;
                                    d.lastYear = 2020;
                                    d.baselineYear = 2015;
                                });
        office.library.plans.put(before.id(), before);
        kept(ChartKind.PLAN_TO_PLAN);
        assertEquals(13, model.chartsProperty().get().size());
        Chart.LineChart first = (Chart.LineChart) model.chartsProperty().get().getFirst();
        assertEquals(
                List.of(before.dayBeforeStart(), office.plan().lastDay()),
                List.of(first.from(), first.to()));
    }

    @Test
    void allKeptChartsAreWrittenAtOnce() throws Exception {
        kept(ChartKind.TALLY);
        kept(ChartKind.GANTT);
        office.dialogs.file = Optional.of(folder);
        model.exportAll();
        try (var files = Files.list(folder)) {
            assertEquals(9, files.count());
        }
        assertTrue(Files.exists(folder.resolve("01-评价分布.svg")));
        assertTrue(office.dialogs.told.getFirst().contains("9"), office.dialogs.told.getFirst());
    }

    @Test
    void theTableOfAChartHasItsNumbers() {
        kept(ChartKind.TALLY);
        List<String> lines =
                model.tableText(model.chartsProperty().get().getFirst()).lines().toList();
        assertEquals("名称\t提前完成\t快于进度\t符合进度、达标\t慢于进度", lines.get(2));
        assertEquals("全部指标\t4\t2\t3\t4", lines.get(7));
    }

    @Test
    void aFileOfAChartLeavesRedactedValuesOutThoughTheScreenShowsThem() throws Exception {
        office.desk.editPlan(
                EditName.of("edit.redaction", "1"),
                p -> p.withRedaction(new Redaction.LineRedaction(TestDesk.id("i1"))));
        Path file = folder.resolve("chart.svg");
        office.dialogs.file = Optional.of(file);
        Chart shown = chartOf("i1");
        assertTrue(new ChartTable(office.words).toTabSeparatedText(shown).contains("273104"));
        model.savePicture(shown, new PictureFormat.SvgFormat());
        assertFalse(Files.readString(file).contains("273104"));
        assertFalse(model.tableText(shown).contains("273104"));
        assertTrue(office.dialogs.told.getFirst().contains("XX"), office.dialogs.told.getFirst());
        office.desk.redactingProperty().set(false);
        model.savePicture(shown, new PictureFormat.SvgFormat());
        assertTrue(Files.readString(file).contains("273104"));
    }

    @Test
    void everyKindHasItsRedactedPageForEachPage() {
        office.desk.editPlan(
                EditName.of("edit.redaction", "1"),
                p -> p.withRedaction(new Redaction.LineRedaction(TestDesk.id("i1"))));
        for (ChartKind kind : ChartKind.values()) {
            kept(kind);
            for (Chart page : model.chartsProperty().get())
                assertFalse(model.tableText(page).contains("273104"), kind.name());
        }
    }

    /** Stopped after the first of its files: the folder is as it was. */
    @Test
    void anExportThatIsStoppedLeavesNothing() throws Exception {
        kept(ChartKind.TALLY);
        kept(ChartKind.GANTT);
        office.dialogs.file = Optional.of(folder.resolve("out"));
        office.work
                .currentJobProperty()
                .subscribe(
                        running ->
                                running.ifPresent(
                                        r ->
                                                r.shareDoneProperty()
                                                        .subscribe(
                                                                share -> {
                                                                    if (share.doubleValue() > 0)
                                                                        r.stop();
                                                                })));
        model.exportAll();
        assertTrue(Files.notExists(folder.resolve("out")));
        assertEquals(List.of(), office.dialogs.told);
    }
}
