package plumbline.screen.indicators.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import plumbline.desk.CellTarget;
import plumbline.desk.Workspace;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.Part;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.RollUp;
import plumbline.screen.TestDesk;
import plumbline.screen.indicators.edit.PartEdits;
import plumbline.screen.indicators.grid.Column.Field;
import plumbline.screen.indicators.grid.Column.Figures;
import plumbline.screen.indicators.grid.Column.Of;
import plumbline.screen.indicators.grid.IndicatorsViewModel.Place;
import plumbline.screen.indicators.grid.Row.Cell;
import plumbline.screen.indicators.grid.Row.Look;
import plumbline.screen.indicators.grid.Row.Nest;
import plumbline.words.Messages;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Parts in the grid: unfolded, typed, pasted over, rolled up, undone. */
class PartsGridTest {
    private static final UUID FIRST = new UUID(2, 1);
    private static final UUID NEXT = new UUID(2, 2);
    private static final UUID A = new UUID(9, 1);
    private static final UUID B = new UUID(9, 2);
    private static final Figures Y2021 = new Figures(Period.ofYear(2021));
    private static final Figures Y2022 = new Figures(Period.ofYear(2022));
    private final TestDesk.Answers dialogs = new TestDesk.Answers();
    private final Workspace desk =
            new Workspace((_, _, _) -> {}, Runnable::run, Runnable::run, _ -> {});
    private final Messages words = Messages.forLocale(Messages.CHINESE);
    private final PartEdits edits = new PartEdits(desk, dialogs, words);
    private final IndicatorsViewModel model =
            new IndicatorsViewModel(desk, dialogs, edits, new RejectedEntries(), words);

    @BeforeEach
    void open() {
        UUID group = new UUID(1, 1);
        Indicator first =
                Indicator.createNamed(FIRST, group, "企业数")
                        .withChanges(
                                d -> {
                                    d.unit = "家";
                                    d.rollUp = RollUp.SUM;
                                    d.parts =
                                            List.of(
                                                    Part.createNamed(A, "甲县"),
                                                    Part.createNamed(B, "乙县"));
                                });
        Plan plan =
                Plan.empty(new UUID(0, 1), "规划", "", 2021, 2025, 2020)
                        .withGroup(new IndicatorGroup(group, "类"))
                        .withIndicator(first)
                        .withIndicator(
                                Indicator.createNamed(NEXT, group, "合格率")
                                        .withChanges(d -> d.unit = "%"));
        desk.openPlan(plan, LocalDate.of(2022, 12, 31));
    }

    private List<UUID> ids() {
        return model.rows().get().stream().map(Row::id).skip(1).toList();
    }

    private Row.Line line(UUID id) {
        return (Row.Line) model.rows().get().get(model.indexOf(id));
    }

    private Cell cell(UUID id, Column column) {
        return model.cell(line(id), column);
    }

    private String text(UUID id, Column column) {
        return cell(id, column).text();
    }

    @Test
    void partsAreFoldedAwayUntilTheyAreAskedFor() {
        assertEquals(List.of(FIRST, NEXT), ids());
        assertEquals(
                List.of(Nest.FOLDED, Nest.SINGLE), List.of(line(FIRST).nest(), line(NEXT).nest()));
        model.unfold(FIRST);
        assertEquals(List.of(FIRST, A, B, NEXT), ids());
        assertEquals(
                List.of("甲县", "乙县"),
                List.of(text(A, new Of(Field.NAME)), text(B, new Of(Field.NAME))));
        assertEquals(Optional.of(FIRST), model.fold(B));
        assertEquals(List.of(FIRST, NEXT), ids());
        assertEquals(Optional.empty(), model.fold(NEXT));
    }

    @Test
    void aTypedPartMakesTheTotalAndUndoTakesItBack() {
        model.unfold(FIRST);
        model.type(A, Y2022, "200");
        assertEquals("", text(FIRST, Y2022));
        assertTrue(cell(FIRST, Y2022).hint().contains("缺乙县"), cell(FIRST, Y2022).hint());
        model.type(B, Y2022, "380");
        assertEquals(
                new Cell("Σ 580", "580", Look.TOTAL, "分项之和：甲县 200 + 乙县 380 = 580"),
                cell(FIRST, Y2022));
        desk.undo();
        assertEquals("", text(B, Y2022));
        assertEquals("", text(FIRST, Y2022));
    }

    @Test
    void aTypedTotalWinsAndClearedGivesWay() {
        model.unfold(FIRST);
        model.paste(A, Y2022, "200\n380");
        model.type(FIRST, Y2022, "600");
        assertEquals("600", text(FIRST, Y2022));
        model.clear(List.of(new Place(FIRST, Y2022)));
        assertEquals("Σ 580", text(FIRST, Y2022));
    }

    @Test
    void aBlockCrossesPartsAndIndicators() {
        model.unfold(FIRST);
        model.paste(A, Y2021, "1\t2\n3\t4\n5\t6\n");
        assertEquals(
                List.of("1", "2", "3", "4", "5", "6"),
                List.of(
                        text(A, Y2021),
                        text(A, Y2022),
                        text(B, Y2021),
                        text(B, Y2022),
                        text(NEXT, Y2021),
                        text(NEXT, Y2022)));
        assertEquals(
                "Σ 4\tΣ 6".replace("Σ ", ""),
                model.copy(List.of(new Place(FIRST, Y2021), new Place(FIRST, Y2022))));
        desk.undo();
        assertEquals("", text(B, Y2022));
        model.fill(List.of(new Place(A, Y2022), new Place(B, Y2022)), "7");
        assertEquals("Σ 14", text(FIRST, Y2022));
    }

    @Test
    void aPartHasItsOwnBaselineTargetAndVerdict() {
        model.unfold(FIRST);
        model.type(A, Y2022, "50");
        assertEquals("", text(A, new Of(Field.VERDICT)));
        model.type(A, new Of(Field.BASELINE), "0");
        model.type(A, new Of(Field.TARGET), "100");
        assertEquals(
                List.of("0", "100", "50.00%", "快于进度"),
                List.of(
                        text(A, new Of(Field.BASELINE)),
                        text(A, new Of(Field.TARGET)),
                        text(A, new Of(Field.PROGRESS)),
                        text(A, new Of(Field.VERDICT))));
        model.clear(List.of(new Place(A, new Of(Field.TARGET))));
        assertEquals("", text(A, new Of(Field.TARGET)));
    }

    @Test
    void theUnitIsTheIndicatorsAndIsNotTypedInAPart() {
        model.unfold(FIRST);
        model.paste(A, new Of(Field.UNIT), "户");
        assertEquals("家", text(A, new Of(Field.UNIT)));
        assertTrue(model.message().get().contains("1 个落在不能填写的位置"), model.message().get());
        model.type(A, Y2022, "1.5万家");
        assertEquals("15000", text(A, Y2022));
    }

    @Test
    void aWrongTextStaysInAPartsCell() {
        model.unfold(FIRST);
        model.type(A, Y2022, "2o0");
        assertEquals(Look.REFUSED, cell(A, Y2022).look());
        model.cancel(A, Y2022);
        assertEquals(Look.PLAIN, cell(A, Y2022).look());
    }

    @Test
    void aShareIsTypedAsAFractionAndBothNumbersAreKept() {
        model.type(NEXT, Y2022, "1234/1300");
        assertEquals(
                List.of("94.92", "1234/1300"),
                List.of(text(NEXT, Y2022), cell(NEXT, Y2022).typing()));
        model.type(FIRST, Y2022, "1234/1300");
        assertEquals(Look.REFUSED, cell(FIRST, Y2022).look());
        assertTrue(model.message().get().contains("不是比率"), model.message().get());
    }

    @Test
    void partsAreAddedNamedMovedAndDeleted() {
        UUID added = model.addPart(NEXT).orElseThrow();
        assertEquals("分项1", text(added, new Of(Field.NAME)));
        assertEquals(Optional.empty(), edits.add(NEXT, "丙县、丁县,戊县"));
        model.move(added, 1);
        assertEquals(List.of("丙县", "分项1", "丁县", "戊县"), names(NEXT));
        model.delete(added);
        assertEquals(List.of(), dialogs.asked);
        assertEquals(List.of("丙县", "丁县", "戊县"), names(NEXT));
        model.unfold(FIRST);
        model.type(A, Y2022, "1");
        model.delete(A);
        assertEquals(List.of("删除分项“甲县”及其 1 个数？可以撤销。"), dialogs.asked);
        assertEquals(List.of("乙县"), names(FIRST));
        desk.undo();
        assertEquals("1", text(A, Y2022));
    }

    private List<String> names(UUID indicator) {
        return desk
                .shownPlan()
                .orElseThrow()
                .findIndicator(indicator)
                .orElseThrow()
                .parts()
                .stream()
                .map(Part::name)
                .toList();
    }

    @Test
    void twoPartsOfOneNameAreRefused() {
        assertTrue(edits.add(FIRST, "甲县").orElseThrow().contains("甲县"));
        assertTrue(edits.rename(FIRST, B, " 甲县 ").orElseThrow().contains("甲县"));
        assertTrue(edits.rename(FIRST, B, " ").isPresent());
        assertTrue(edits.add(FIRST, " 、").isPresent());
        assertEquals(Optional.empty(), edits.rename(FIRST, B, "丙县"));
        assertEquals(List.of("甲县", "丙县"), names(FIRST));
    }

    @Test
    void theGridRefusesTheNameOfAnotherPartToo() {
        model.unfold(FIRST);
        model.type(B, new Of(Field.NAME), "甲县");
        assertEquals(Look.REFUSED, cell(B, new Of(Field.NAME)).look());
        model.type(B, new Of(Field.NAME), "丙县");
        assertEquals(List.of("甲县", "丙县"), names(FIRST));
    }

    @Test
    void theSelectionIsTheIndicatorAndASpotUnfoldsIt() {
        model.unfold(FIRST);
        model.select(B);
        assertEquals(Optional.of(FIRST), desk.selectedIndicatorProperty().get());
        assertTrue(model.of(B, FIRST));
        model.fold(FIRST);
        desk.cellTargetProperty()
                .set(Optional.of(new CellTarget(B, Optional.of(Period.ofYear(2022)))));
        assertEquals(B, model.takeSpot().orElseThrow().indicatorOrPartId());
        assertEquals(List.of(FIRST, A, B, NEXT), ids());
        assertEquals(Optional.empty(), desk.cellTargetProperty().get());
    }

    @Test
    void aColumnWithAPartsFiguresStays() {
        model.unfold(FIRST);
        model.type(A, Y2022, "1");
        model.removePeriod(Period.ofYear(2022));
        assertTrue(desk.shownPlan().orElseThrow().periods().contains(Period.ofYear(2022)));
    }
}
