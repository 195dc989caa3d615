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
import plumbline.screen.indicators.grid.IndicatorColumn.ColumnField;
import plumbline.screen.indicators.grid.IndicatorColumn.FieldColumn;
import plumbline.screen.indicators.grid.IndicatorColumn.PeriodColumn;
import plumbline.screen.indicators.grid.IndicatorRow.CellContent;
import plumbline.screen.indicators.grid.IndicatorRow.IndicatorCellLook;
import plumbline.screen.indicators.grid.IndicatorRow.PartNesting;
import plumbline.screen.indicators.grid.IndicatorsViewModel.CellPlace;
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
    private static final PeriodColumn Y2021 = new PeriodColumn(Period.ofYear(2021));
    private static final PeriodColumn Y2022 = new PeriodColumn(Period.ofYear(2022));
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
        return model.rowsProperty().get().stream().map(IndicatorRow::id).skip(1).toList();
    }

    private IndicatorRow.LineRow line(UUID id) {
        return (IndicatorRow.LineRow) model.rowsProperty().get().get(model.indexOfRow(id));
    }

    private CellContent cell(UUID id, IndicatorColumn column) {
        return model.formatCell(line(id), column);
    }

    private String text(UUID id, IndicatorColumn column) {
        return cell(id, column).text();
    }

    @Test
    void partsAreFoldedAwayUntilTheyAreAskedFor() {
        assertEquals(List.of(FIRST, NEXT), ids());
        assertEquals(
                List.of(PartNesting.FOLDED, PartNesting.SINGLE),
                List.of(line(FIRST).nest(), line(NEXT).nest()));
        model.unfoldParts(FIRST);
        assertEquals(List.of(FIRST, A, B, NEXT), ids());
        assertEquals(
                List.of("甲县", "乙县"),
                List.of(
                        text(A, new FieldColumn(ColumnField.NAME)),
                        text(B, new FieldColumn(ColumnField.NAME))));
        assertEquals(Optional.of(FIRST), model.foldParts(B));
        assertEquals(List.of(FIRST, NEXT), ids());
        assertEquals(Optional.empty(), model.foldParts(NEXT));
    }

    @Test
    void aTypedPartMakesTheTotalAndUndoTakesItBack() {
        model.unfoldParts(FIRST);
        model.enterText(A, Y2022, "200");
        assertEquals("", text(FIRST, Y2022));
        assertTrue(cell(FIRST, Y2022).hint().contains("缺乙县"), cell(FIRST, Y2022).hint());
        model.enterText(B, Y2022, "380");
        assertEquals(
                new CellContent(
                        "Σ 580", "580", IndicatorCellLook.TOTAL, "分项之和：甲县 200 + 乙县 380 = 580"),
                cell(FIRST, Y2022));
        desk.undo();
        assertEquals("", text(B, Y2022));
        assertEquals("", text(FIRST, Y2022));
    }

    @Test
    void aTypedTotalWinsAndClearedGivesWay() {
        model.unfoldParts(FIRST);
        model.pasteBlock(A, Y2022, "200\n380");
        model.enterText(FIRST, Y2022, "600");
        assertEquals("600", text(FIRST, Y2022));
        model.clearCells(List.of(new CellPlace(FIRST, Y2022)));
        assertEquals("Σ 580", text(FIRST, Y2022));
    }

    @Test
    void aBlockCrossesPartsAndIndicators() {
        model.unfoldParts(FIRST);
        model.pasteBlock(A, Y2021, "1\t2\n3\t4\n5\t6\n");
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
                model.copyCells(List.of(new CellPlace(FIRST, Y2021), new CellPlace(FIRST, Y2022))));
        desk.undo();
        assertEquals("", text(B, Y2022));
        model.fillCells(List.of(new CellPlace(A, Y2022), new CellPlace(B, Y2022)), "7");
        assertEquals("Σ 14", text(FIRST, Y2022));
    }

    @Test
    void aPartHasItsOwnBaselineTargetAndVerdict() {
        model.unfoldParts(FIRST);
        model.enterText(A, Y2022, "50");
        assertEquals("", text(A, new FieldColumn(ColumnField.VERDICT)));
        model.enterText(A, new FieldColumn(ColumnField.BASELINE), "0");
        model.enterText(A, new FieldColumn(ColumnField.TARGET), "100");
        assertEquals(
                List.of("0", "100", "50.00%", "快于进度"),
                List.of(
                        text(A, new FieldColumn(ColumnField.BASELINE)),
                        text(A, new FieldColumn(ColumnField.TARGET)),
                        text(A, new FieldColumn(ColumnField.PROGRESS)),
                        text(A, new FieldColumn(ColumnField.VERDICT))));
        model.clearCells(List.of(new CellPlace(A, new FieldColumn(ColumnField.TARGET))));
        assertEquals("", text(A, new FieldColumn(ColumnField.TARGET)));
    }

    @Test
    void theUnitIsTheIndicatorsAndIsNotTypedInAPart() {
        model.unfoldParts(FIRST);
        model.pasteBlock(A, new FieldColumn(ColumnField.UNIT), "户");
        assertEquals("家", text(A, new FieldColumn(ColumnField.UNIT)));
        assertTrue(
                model.messageProperty().get().contains("1 个落在不能填写的位置"),
                model.messageProperty().get());
        model.enterText(A, Y2022, "1.5万家");
        assertEquals("15000", text(A, Y2022));
    }

    @Test
    void aWrongTextStaysInAPartsCell() {
        model.unfoldParts(FIRST);
        model.enterText(A, Y2022, "2o0");
        assertEquals(IndicatorCellLook.REFUSED, cell(A, Y2022).look());
        model.cancelRefusedText(A, Y2022);
        assertEquals(IndicatorCellLook.PLAIN, cell(A, Y2022).look());
    }

    @Test
    void aShareIsTypedAsAFractionAndBothNumbersAreKept() {
        model.enterText(NEXT, Y2022, "1234/1300");
        assertEquals(
                List.of("94.92", "1234/1300"),
                List.of(text(NEXT, Y2022), cell(NEXT, Y2022).typing()));
        model.enterText(FIRST, Y2022, "1234/1300");
        assertEquals(IndicatorCellLook.REFUSED, cell(FIRST, Y2022).look());
        assertTrue(model.messageProperty().get().contains("不是比率"), model.messageProperty().get());
    }

    @Test
    void partsAreAddedNamedMovedAndDeleted() {
        UUID added = model.addPart(NEXT).orElseThrow();
        assertEquals("分项1", text(added, new FieldColumn(ColumnField.NAME)));
        assertEquals(Optional.empty(), edits.addPartsNamed(NEXT, "丙县、丁县,戊县"));
        model.moveRow(added, 1);
        assertEquals(List.of("丙县", "分项1", "丁县", "戊县"), names(NEXT));
        model.deleteRow(added);
        assertEquals(List.of(), dialogs.asked);
        assertEquals(List.of("丙县", "丁县", "戊县"), names(NEXT));
        model.unfoldParts(FIRST);
        model.enterText(A, Y2022, "1");
        model.deleteRow(A);
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
        assertTrue(edits.addPartsNamed(FIRST, "甲县").orElseThrow().contains("甲县"));
        assertTrue(edits.renamePart(FIRST, B, " 甲县 ").orElseThrow().contains("甲县"));
        assertTrue(edits.renamePart(FIRST, B, " ").isPresent());
        assertTrue(edits.addPartsNamed(FIRST, " 、").isPresent());
        assertEquals(Optional.empty(), edits.renamePart(FIRST, B, "丙县"));
        assertEquals(List.of("甲县", "丙县"), names(FIRST));
    }

    @Test
    void theGridRefusesTheNameOfAnotherPartToo() {
        model.unfoldParts(FIRST);
        model.enterText(B, new FieldColumn(ColumnField.NAME), "甲县");
        assertEquals(IndicatorCellLook.REFUSED, cell(B, new FieldColumn(ColumnField.NAME)).look());
        model.enterText(B, new FieldColumn(ColumnField.NAME), "丙县");
        assertEquals(List.of("甲县", "丙县"), names(FIRST));
    }

    @Test
    void theSelectionIsTheIndicatorAndASpotUnfoldsIt() {
        model.unfoldParts(FIRST);
        model.selectRow(B);
        assertEquals(Optional.of(FIRST), desk.selectedIndicatorProperty().get());
        assertTrue(model.isRowOfIndicator(B, FIRST));
        model.foldParts(FIRST);
        desk.cellTargetProperty()
                .set(Optional.of(new CellTarget(B, Optional.of(Period.ofYear(2022)))));
        assertEquals(B, model.takeTargetCell().orElseThrow().indicatorOrPartId());
        assertEquals(List.of(FIRST, A, B, NEXT), ids());
        assertEquals(Optional.empty(), desk.cellTargetProperty().get());
    }

    @Test
    void aColumnWithAPartsFiguresStays() {
        model.unfoldParts(FIRST);
        model.enterText(A, Y2022, "1");
        model.removePeriod(Period.ofYear(2022));
        assertTrue(desk.shownPlan().orElseThrow().periods().contains(Period.ofYear(2022)));
    }
}
