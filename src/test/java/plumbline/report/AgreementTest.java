package plumbline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import plumbline.assessment.AnyPlan;
import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;
import plumbline.assessment.Figure;
import plumbline.base.Problem;
import plumbline.report.table.AppendixTable;
import plumbline.report.table.AssessmentTable;
import plumbline.report.table.TableFormat;
import plumbline.words.Messages;
import plumbline.words.RulePresets;
import plumbline.words.Wording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Three hundred indicators of every sort: the workbook's own formulas, the plain table and the
 * assessment say the same.
 */
class AgreementTest {
    private static final int MANY = 300;
    private static final int HEADS = 3;
    private static final int NAME = 1;
    private static final Messages WORDS = Messages.forLocale(Messages.CHINESE);
    @TempDir Path folder;

    private static Evaluation standing(String rule, int year) {
        return Evaluation.evaluate(
                AnyPlan.with(MANY, RulePresets.findPreset(rule).orElseThrow()),
                LocalDate.of(year, 12, 31));
    }

    @ParameterizedTest
    @CsvSource({"time, 2021", "suizhou, 2022", "growth, 2022"})
    void theWorkbooksFormulasMakeOurFigures(String rule, int year) throws Problem, IOException {
        Evaluation standing = standing(rule, year);
        Path file = folder.resolve("table.xlsx");
        new AppendixTable(WORDS).writeWorkbook(standing, file);
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            Sheet sheet = workbook.getSheetAt(0);
            Map<String, Integer> columns = columns(sheet.getRow(HEADS));
            int formulas = 0;
            for (Assessment a : standing.assessments()) {
                Row row = row(sheet, a.indicator().name());
                formulas +=
                        compare(row.getCell(columns.get("完成程度")), a.attainment(), a)
                                + compare(row.getCell(columns.get("完成进度")), a.progress(), a);
                assertEquals(
                        new Wording(WORDS).verdictName(a),
                        row.getCell(columns.get("进度评价")).getStringCellValue(),
                        a.indicator().name());
            }
            assertTrue(formulas > 12, "only " + formulas + " formulas");
        }
    }

    private static Map<String, Integer> columns(Row head) {
        Map<String, Integer> columns = new HashMap<>();
        head.forEach(c -> columns.put(c.getStringCellValue(), c.getColumnIndex()));
        return columns;
    }

    private static Row row(Sheet sheet, String name) {
        for (Row row : sheet) {
            Optional<Cell> cell = Optional.ofNullable(row.getCell(NAME));
            if (cell.filter(
                            c ->
                                    c.getCellType() == CellType.STRING
                                            && c.getStringCellValue().equals(name))
                    .isPresent()) return row;
        }
        throw new AssertionError("no row for " + name);
    }

    /**
     * @return 1 for a live formula
     */
    private static int compare(Cell cell, Figure figure, Assessment a) {
        if (figure.knownValue().isEmpty()) {
            assertEquals("——", cell.getStringCellValue(), a.indicator().name());
            return 0;
        }
        double ours = figure.knownValue().get().doubleValue();
        assertEquals(
                ours,
                cell.getNumericCellValue(),
                Math.max(1, Math.abs(ours)) * 1e-9,
                () -> a.indicator().name() + " " + figure);
        return cell.getCellType() == CellType.FORMULA ? 1 : 0;
    }

    @ParameterizedTest
    @ValueSource(strings = {"time", "four", "rag"})
    void thePlainTableSaysTheSame(String rule) {
        Evaluation standing = standing(rule, 2022);
        List<String> lines =
                new AssessmentTable(WORDS, standing)
                        .formatAs(TableFormat.CSV)
                        .lines()
                        .skip(1)
                        .toList();
        for (int n = 0; n < MANY; n++) {
            Assessment a = standing.assessments().get(n);
            List<String> cells = List.of(lines.get(n).split(",", -1));
            assertEquals(a.indicator().name(), cells.get(1));
            assertEquals(
                    a.attainment().knownValue().map(Wording::formatPercentNumber).orElse(""),
                    cells.get(7),
                    a.indicator().name());
            assertEquals(
                    a.progress().knownValue().map(Wording::formatPercentNumber).orElse(""),
                    cells.get(8),
                    a.indicator().name());
            assertEquals(new Wording(WORDS).verdictName(a), cells.get(10), a.indicator().name());
        }
    }
}
