package plumbline.report.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.Test;

import plumbline.assessment.Evaluation;
import plumbline.base.Problem;
import plumbline.exchange.planfile.SamplePlans;
import plumbline.plan.Direction;
import plumbline.plan.HandVerdict;
import plumbline.plan.Indicator;
import plumbline.plan.Milestone;
import plumbline.plan.Plan;
import plumbline.plan.Verdict;
import plumbline.words.Messages;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Targets revised and verdicts set by hand, as they are handed over. */
class DecisionsInTablesTest {
    private static final LocalDate DECIDED = LocalDate.of(2023, 5, 31);
    private static final Messages WORDS = Messages.forLocale(Messages.CHINESE);
    private final DataFormatter shown = new DataFormatter();

    /** Row 3 revised from 18000 to 20000; row 4 by hand nearly on course. */
    private static Plan decided() throws Problem {
        Plan plan = SamplePlans.openSample("suizhou", new UUID(0, 1));
        Indicator third = plan.indicatorsInOrder().get(2);
        Indicator fourth = plan.indicatorsInOrder().get(3);
        Milestone next =
                Milestone.target(
                        Milestone.Role.FINAL,
                        LocalDate.of(2025, 12, 31),
                        new BigDecimal("20000"),
                        Direction.HIGHER);
        return plan.withIndicator(third.withRevisedTarget(next, DECIDED, "疫情影响", "〔2023〕12号"))
                .withIndicator(
                        fourth.withChanges(
                                d ->
                                        d.handVerdict =
                                                Optional.of(
                                                        new HandVerdict(
                                                                Verdict.NEARLY, "专家意见", DECIDED))));
    }

    private static Sheet sheet(LocalDate at, Set<AppendixColumn> targets) throws Problem {
        return new AppendixTable(WORDS, targets)
                .createWorkbook(Evaluation.evaluate(decided(), at))
                .getSheetAt(0);
    }

    private static Row line(Sheet sheet, int number) {
        for (Row row : sheet) {
            Cell first = row.getCell(0);
            if (first != null
                    && first.getCellType() == CellType.NUMERIC
                    && first.getNumericCellValue() == number) return row;
        }
        throw new AssertionError("no line " + number);
    }

    private static String notes(Sheet sheet) {
        List<String> notes = new ArrayList<>();
        for (int i = sheet.getLastRowNum() - 10; i <= sheet.getLastRowNum(); i++) {
            if (sheet.getRow(i) != null && sheet.getRow(i).getCell(0) != null)
                notes.add(sheet.getRow(i).getCell(0).toString());
        }
        return String.join("\n", notes);
    }

    @Test
    void aRevisedTargetIsMarkedStaysANumberAndIsNoted() throws Problem {
        Sheet sheet = sheet(DECIDED, AppendixColumn.standardColumns());
        Cell target = line(sheet, 3).getCell(4);
        assertEquals(20000, target.getNumericCellValue());
        assertEquals("20000＊", shown.formatCellValue(target));
        assertTrue(
                notes(sheet)
                        .contains(
                                "带＊的目标已经调整：第3项期末目标由 ≥18000 调整为 ≥20000（2023年5月31日；〔2023〕12号；疫情影响）。"),
                notes(sheet));
    }

    /** 19000 ÷ 18000 before, 19000 ÷ 20000 after. */
    @Test
    void theTargetInForceIsPrintedAndCalculatedWith() throws Problem {
        Row before = line(sheet(DECIDED.minusDays(1), AppendixColumn.withFormerTargets()), 3);
        assertEquals("18000", shown.formatCellValue(before.getCell(4)));
        assertEquals(19000.0 / 18000, before.getCell(7).getNumericCellValue(), 1e-12);
        assertEquals(
                19000.0 / 20000,
                line(sheet(DECIDED, AppendixColumn.standardColumns()), 3)
                        .getCell(7)
                        .getNumericCellValue(),
                1e-12);
        assertFalse(
                notes(sheet(DECIDED.minusDays(1), AppendixColumn.standardColumns()))
                        .contains("调整"));
    }

    @Test
    void theFormerTargetHasAColumnWhereItIsAskedFor() throws Problem {
        Sheet sheet = sheet(DECIDED, AppendixColumn.withFormerTargets());
        assertEquals(
                List.of("原目标（2025年）", "目标（2025年）"),
                List.of(
                        sheet.getRow(3).getCell(4).toString(),
                        sheet.getRow(3).getCell(5).toString()));
        assertEquals(
                List.of("18000", "20000＊"),
                List.of(
                        shown.formatCellValue(line(sheet, 3).getCell(4)),
                        shown.formatCellValue(line(sheet, 3).getCell(5))));
        assertEquals("——", line(sheet, 4).getCell(4).getStringCellValue());
        assertEquals("H6/F6", line(sheet, 3).getCell(8).getCellFormula().replaceAll("\\d+", "6"));
    }

    @Test
    void theComputedVerdictStaysAndTheOneByHandIsNoted() throws Problem {
        Sheet sheet = sheet(DECIDED, AppendixColumn.standardColumns());
        assertEquals("慢于进度", line(sheet, 4).getCell(10).getStringCellValue());
        assertTrue(notes(sheet).contains("人工评价与计算结果并列：第4项“基本符合”（2023年5月31日；专家意见）。"), notes(sheet));
    }

    @Test
    void theAssessmentsHaveAColumnOnlyWhereAVerdictIsSetByHand() throws Problem {
        String with =
                new AssessmentTable(WORDS, Evaluation.evaluate(decided(), DECIDED))
                        .formatAs(TableFormat.CSV);
        String without =
                new AssessmentTable(WORDS, Evaluation.evaluate(decided(), DECIDED.minusDays(1)))
                        .formatAs(TableFormat.CSV);
        assertTrue(with.lines().findFirst().orElseThrow().endsWith(",依据,人工评价"));
        assertTrue(
                with.lines()
                        .skip(4)
                        .findFirst()
                        .orElseThrow()
                        .endsWith("人工评价：基本符合（2023年5月31日）专家意见"));
        assertTrue(without.lines().findFirst().orElseThrow().endsWith(",依据"));
    }

    @Test
    void jsonSaysTheVerdictByHandOrNull() throws Problem {
        String json =
                new AssessmentTable(WORDS, Evaluation.evaluate(decided(), DECIDED))
                        .formatAs(TableFormat.JSON);
        assertEquals(12, json.split("\"handVerdict\" : null", -1).length - 1);
        assertTrue(
                json.contains("\"verdictCode\" : \"nearly\",\n      \"on\" : \"2023-05-31\""),
                json);
    }
}
