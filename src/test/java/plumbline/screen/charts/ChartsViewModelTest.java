package plumbline.screen.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.chart.Chart;
import plumbline.desk.Place;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.screen.TestDesk;
import plumbline.words.EditName;

/** The charts of the open plan. */
class ChartsViewModelTest {
    private static final String LARGEST = "999999999999999999999999";
    @TempDir Path folder;
    private TestDesk office = TestDesk.suizhou();
    private ChartsViewModel model = model();

    private ChartsViewModel model() {
        return new ChartsViewModel(office.desk, office.work, office.dialogs, office.words);
    }

    private void sit(TestDesk next) {
        office = next;
        model = model();
    }

    private List<UUID> trajectories() {
        return model.charts().get().stream().filter(Chart.Trajectory.class::isInstance).map(c -> ((Chart.Trajectory) c).indicator()).toList();
    }

    private Chart chartOf(String indicator) {
        office.desk.indicator().set(Optional.of(TestDesk.id(indicator)));
        return model.charts().get().get(model.selected());
    }

    @Test void theOverviewComesFirst() {
        assertInstanceOf(Chart.Bullets.class, model.charts().get().getFirst());
    }

    @Test void everyIndicatorHasItsChartInReadingOrder() {
        assertEquals(office.plan().inOrder().stream().map(Indicator::id).toList(), trajectories());
    }

    @Test void theSelectedIndicatorsChartIsLookedAt() {
        assertEquals(TestDesk.id("i10"), ((Chart.Trajectory) chartOf("i10")).indicator());
    }

    @Test void withoutASelectionTheOverviewIsLookedAt() {
        assertEquals(0, model.selected());
    }

    @Test void otherPlacesFollowTheChart() {
        model.select(chartOf("i10"));
        assertEquals(Optional.of(TestDesk.id("i10")), office.desk.indicator().get());
    }

    @Test void aMarkLeadsToItsIndicator() {
        model.toIndicator(TestDesk.id("i3"));
        assertEquals(List.of(Place.INDICATORS, Optional.of(TestDesk.id("i3"))), List.of(office.desk.place().get(), office.desk.indicator().get()));
    }

    @Test void anEditRedrawsTheChart() {
        Chart before = chartOf("i1");
        office.desk.edit(EditName.of("edit.rule"), p -> p.record(TestDesk.id("i1"), Observation.actual(Period.parse("2022"), "220000")));
        assertTrue(!before.equals(chartOf("i1")));
        office.desk.undo();
        assertEquals(before, chartOf("i1"));
    }

    @Test void aPlanWithoutIndicatorsHasNoCharts() {
        sit(TestDesk.empty());
        assertEquals(List.of(), model.charts().get());
        assertEquals(0, model.selected());
    }

    @Test void nothingOpenHasNoCharts() {
        sit(TestDesk.bare());
        assertEquals(List.of(), model.charts().get());
    }

    @Test void aPictureIsWrittenInTheSizeAskedFor() throws Exception {
        Path file = folder.resolve("chart.png");
        office.dialogs.file = Optional.of(file);
        model.save(chartOf("i1"), 2);
        var image = ImageIO.read(file.toFile());
        assertEquals(List.of(1920, 1080), List.of(image.getWidth(), image.getHeight()));
        assertTrue(office.dialogs.asked.getFirst().endsWith("@2x.png"), office.dialogs.asked.getFirst());
        assertEquals(1, office.dialogs.told.size());
    }

    @Test void whoClosesTheFileDialogWritesNothing() {
        model.save(chartOf("i1"), 1);
        assertEquals(List.of(), office.dialogs.told);
    }

    @Test void aFileThatCannotBeWrittenIsAFailureNotACrash() throws Exception {
        Files.writeString(folder.resolve("nowhere"), "");
        office.dialogs.file = Optional.of(folder.resolve("nowhere").resolve("chart.png"));
        model.save(chartOf("i1"), 1);
        assertEquals("problem.file.unwritable", office.dialogs.failures.getFirst().key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-5", LARGEST, "-" + LARGEST, "0.000000000001"})
    void anOddIndicatorIsDrawnAllTheSame(String amount) throws Exception {
        IndicatorGroup group = new IndicatorGroup(new UUID(1, 1), "类");
        Indicator odd = Indicator.named(new UUID(2, 2), group.id(), "a/b:c?\u0007" + "长".repeat(300));
        Indicator figured = amount.isEmpty() ? odd : odd.with(Observation.actual(Period.parse("2021"), amount));
        office.desk.edit(EditName.of("edit.rule"), p -> p.with(group).with(figured));
        Path file = folder.resolve("odd.png");
        office.dialogs.file = Optional.of(file);
        model.save(model.charts().get().getLast(), 1);
        assertTrue(Files.size(file) > 0);
    }
}
