package plumbline.screen.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import plumbline.analysis.AnalysisQuery.AnalysisMeasure;
import plumbline.analysis.AnalysisQuery.AnalysisScope;
import plumbline.analysis.AnalysisQuery.Summary;
import plumbline.analysis.AnalysisTable;
import plumbline.analysis.Dimension;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Redaction;
import plumbline.screen.TestDesk;
import plumbline.screen.analysis.AnalysisViewModel.AnalysisMode;
import plumbline.words.EditName;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Questions are put, answered, copied and handed out. */
class AnalysisViewModelTest {
    private final TestDesk office = TestDesk.suizhou();
    private final AnalysisViewModel model =
            new AnalysisViewModel(office.desk, office.work, office.dialogs, office.words);
    @TempDir Path folder;

    private AnalysisTable answer() {
        return model.answerProperty().get().orElseThrow();
    }

    private List<String> heads() {
        return answer().columns().stream().map(AnalysisTable.AnalysisColumn::heading).toList();
    }

    private void count(Dimension by) {
        model.setScope(AnalysisScope.INDICATORS);
        model.groupBy(by, Optional.empty());
        model.pivotAcross(Optional.empty());
        model.setMeasure(AnalysisMeasure.VALUE, Summary.COUNT);
    }

    @Test
    void nothingIsReckonedWhileNobodyLooks() {
        count(Dimension.GROUP);
        AnalysisTable before = answer();
        model.activatable().deactivate();
        office.desk.editPlan(
                EditName.of("edit.rule"),
                p ->
                        p.withObservation(
                                TestDesk.id("i1"), Observation.actual(Period.ofYear(2023), "1")));
        assertEquals(before, answer());
        model.activatable().activate();
        assertNotEquals(before, answer());
    }

    @Test
    void anEditIsReckonedAtOnceWhileThePlaceIsLookedAt() {
        count(Dimension.GROUP);
        String before = answer().rows().getFirst().get(1).text();
        office.desk.editPlan(
                EditName.of("edit.rule"),
                p ->
                        p.withObservation(
                                TestDesk.id("i1"), Observation.actual(Period.ofYear(2023), "1")));
        assertEquals(
                "" + (Integer.parseInt(before) + 1),
                model.answerProperty().get().orElseThrow().rows().getFirst().get(1).text());
    }

    @Test
    void theSameDimensionStandsOnceOnly() {
        model.pivotAcross(Optional.of(Dimension.YEAR));
        model.groupBy(Dimension.YEAR, Optional.of(Dimension.YEAR));
        assertEquals(List.of(Dimension.YEAR), model.currentQuery().rowDimensions());
        assertEquals(Optional.empty(), model.currentQuery().columnDimension());
        model.pivotAcross(Optional.of(Dimension.YEAR));
        assertEquals(Optional.empty(), model.currentQuery().columnDimension());
    }

    @Test
    void aFilterIsSetAndGoneWhenEverythingCountsAgain() {
        count(Dimension.PERIOD);
        model.setCounted(Dimension.PERIOD, "2021年", false);
        assertFalse(answer().rows().stream().anyMatch(r -> r.getFirst().text().equals("2021年")));
        assertTrue(model.isFiltered(Dimension.PERIOD));
        assertFalse(model.isCounted(Dimension.PERIOD, "2021年"));
        model.setCounted(Dimension.PERIOD, "2021年", true);
        assertFalse(model.isFiltered(Dimension.PERIOD));
    }

    @Test
    void partsOfAPlanWithoutPartsAreNone() {
        model.setScope(AnalysisScope.PARTS);
        assertEquals(List.of(), answer().rows());
    }

    @Test
    void seriesAreDescribedAndTheQuestionComesBack() {
        model.showMode(AnalysisMode.SERIES);
        assertEquals("年均增速 %", heads().getLast());
        model.showMode(AnalysisMode.PIVOT);
        assertEquals("指标类别", heads().getFirst());
    }

    @Test
    void theTableIsCopiedWithItsHeads() {
        count(Dimension.PROPERTY);
        answer();
        assertTrue(
                model.findCopyText().orElseThrow().startsWith("属性\t数值（个数）\n预期性\t"),
                model.findCopyText()::toString);
    }

    @Test
    void whatIsHandedOutCannotBecomeAFormula() throws Exception {
        office.desk.editPlan(
                EditName.of("edit.rule"),
                p ->
                        p.withChangedIndicator(
                                TestDesk.id("i1"),
                                i -> i.withChanges(d -> d.name = "=cmd|' /C calc'!A0")));
        count(Dimension.INDICATOR);
        answer();
        office.dialogs.file = Optional.of(folder.resolve("a.csv"));
        model.exportCsv();
        assertTrue(
                Files.readString(folder.resolve("a.csv"))
                        .startsWith("\ufeff指标,数值（个数）\r\n'=cmd|' /C calc'!A0,"));
        office.dialogs.file = Optional.of(folder.resolve("a.xlsx"));
        model.exportXlsx();
        try (XSSFWorkbook workbook =
                new XSSFWorkbook(Files.newInputStream(folder.resolve("a.xlsx")))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertEquals(CellType.STRING, sheet.getRow(2).getCell(0).getCellType());
            assertEquals("=cmd|' /C calc'!A0", sheet.getRow(2).getCell(0).getStringCellValue());
            assertEquals(
                    answer().rows().getFirst().get(1).number().orElseThrow().doubleValue(),
                    sheet.getRow(2).getCell(1).getNumericCellValue());
            assertEquals(
                    1 + answer().rows().size() + model.caveatSentences().size(),
                    sheet.getLastRowNum());
        }
    }

    @Test
    void withoutAPlanThereIsNoAnswer() {
        answer();
        office.desk.closePlan();
        assertTrue(model.answerProperty().get().isEmpty());
    }

    @Test
    void theFirstTableFollowsTheEvaluationDate() {
        AnalysisTable before = answer();
        office.desk.moveEvaluationDate(LocalDate.of(2021, 12, 31));
        assertNotEquals(before, answer());
    }

    @Test
    void whatIsExportedAndCopiedLeavesRedactedValuesOutAndSaysSo() throws Exception {
        model.setScope(AnalysisScope.INDICATORS);
        model.groupBy(Dimension.INDICATOR, Optional.empty());
        model.pivotAcross(Optional.of(Dimension.PERIOD));
        model.setMeasure(AnalysisMeasure.VALUE, Summary.SUM);
        office.desk.editPlan(
                EditName.of("edit.redaction", "1"),
                p ->
                        p.withRedaction(
                                new Redaction.PeriodRedaction(
                                        TestDesk.id("i1"), Period.ofYear(2022))));
        assertTrue(
                answer().rows().stream()
                        .flatMap(r -> r.stream())
                        .anyMatch(c -> c.text().equals("273104")));
        office.dialogs.file = Optional.of(folder.resolve("a.csv"));
        model.exportCsv();
        String written = Files.readString(folder.resolve("a.csv"));
        assertTrue(written.contains("237837") && !written.contains("273104"), written);
        assertTrue(
                model.findCopyText().orElseThrow().contains("237837")
                        && !model.findCopyText().orElseThrow().contains("273104"));
        assertTrue(model.caveatSentences().contains(office.words.sentence("analysis.redacted")));
    }
}
