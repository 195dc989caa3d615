package plumbline.exchange.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import plumbline.base.Problem;
import plumbline.exchange.review.FileReading;
import plumbline.exchange.table.FigureColumns;
import plumbline.exchange.table.ReadFigure;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What only workbooks have: stored numbers, dates, shares, merged cells, sheets; and the seeds'
 * figures as workbooks.
 */
class WorkbookReadingTest {
    @TempDir Path folder;

    private List<String> read(String name, Consumer<Workbook> fill) throws IOException, Problem {
        Path file = folder.resolve(name);
        try (Workbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            fill.accept(workbook);
            workbook.write(out);
        }
        return FileReading.readFile(file, Map.of()).allFigures().stream()
                .map(FigureColumns::columnsForFigure)
                .map(
                        f ->
                                String.join(
                                        ",",
                                        f.get("sheet"),
                                        f.get("cell"),
                                        f.get("indicator"),
                                        f.get("breakdown"),
                                        f.get("unit"),
                                        f.get("role"),
                                        f.get("period"),
                                        f.get("value")))
                .toList();
    }

    private static Row row(Sheet sheet, int at, Object... values) {
        Row row = sheet.createRow(at);
        for (int c = 0; c < values.length; c++) {
            switch (values[c]) {
                case Number number -> row.createCell(c).setCellValue(number.doubleValue());
                case LocalDate day -> row.createCell(c).setCellValue(day);
                default -> row.createCell(c).setCellValue(values[c].toString());
            }
        }
        return row;
    }

    private static void format(Cell cell, String format) {
        CellStyle style = cell.getSheet().getWorkbook().createCellStyle();
        style.setDataFormat(cell.getSheet().getWorkbook().createDataFormat().getFormat(format));
        cell.setCellStyle(style);
    }

    @Test
    void theStoredNumberCountsAndASharesSignIsUnderstood() throws IOException, Problem {
        assertEquals(
                List.of(
                        "附表,C2,抽检合格率,,%,actual,2022,98.76",
                        "附表,D2,抽检合格率,,%,target,2025,99", "附表,C3,市场主体,,万户,actual,2022,27.3104"),
                read(
                        "a.xlsx",
                        workbook -> {
                            Sheet sheet = workbook.createSheet("附表");
                            row(sheet, 0, "指标", "单位", "2022年", "2025年目标");
                            Row share = row(sheet, 1, "抽检合格率", "%", 0.9876, 0.99);
                            format(share.getCell(2), "0%");
                            format(share.getCell(3), "0.0%");
                            format(row(sheet, 2, "市场主体", "万户", 27.3104).getCell(2), "0.0");
                        }));
    }

    @Test
    void yearsAreNumbersAndMonthsAreDates() throws IOException, Problem {
        assertEquals(
                List.of(
                        "月报,B2,用电量,,万千瓦时,actual,2021,510",
                        "月报,C2,用电量,,万千瓦时,actual,2022,530",
                        "月报,D2,用电量,,万千瓦时,actual,2023-06,262.5"),
                read(
                        "b.xlsx",
                        workbook -> {
                            Sheet sheet = workbook.createSheet("月报");
                            Row head = row(sheet, 0, "指标", 2021, 2022, LocalDate.of(2023, 6, 30));
                            format(head.getCell(3), "yyyy\"年\"m\"月\"");
                            row(sheet, 1, "用电量（万千瓦时）", 510, 530, 262.5);
                        }));
    }

    @Test
    void aSheetsNameTellsTheYear() throws IOException, Problem {
        assertEquals(
                List.of("2021,B2,案件数,,件,actual,2021,120", "2022年,B2,案件数,,件,actual,2022,131"),
                read(
                        "c.xlsx",
                        workbook -> {
                            for (String name : List.of("2021", "2022年")) {
                                Sheet sheet = workbook.createSheet(name);
                                row(sheet, 0, "指标", "数值", "单位");
                                row(sheet, 1, "案件数", name.equals("2021") ? 120 : 131, "件");
                            }
                        }));
    }

    @Test
    void aSheetsNameTellsTheCounty() throws IOException, Problem {
        assertEquals(
                List.of(
                        "东平县,B3,粮食产量,东平县,万吨,actual,2022,20.1",
                        "西河区,B3,粮食产量,西河区,万吨,actual,2022,18.7"),
                read(
                        "d.xlsx",
                        workbook -> {
                            for (String name : List.of("东平县", "西河区")) {
                                Sheet sheet = workbook.createSheet(name);
                                row(sheet, 0, "2022年农业生产");
                                row(sheet, 1, "指标", "数值");
                                row(sheet, 2, "粮食产量（万吨）", name.equals("东平县") ? 20.1 : 18.7);
                            }
                        }));
    }

    @Test
    void mergedTitlesHeadsAndNamesSpeakForAllTheirCells() throws IOException, Problem {
        assertEquals(
                List.of(
                        "汇总,D4,新增就业,东平县,人,target,2023,3000",
                        "汇总,E4,新增就业,东平县,人,actual,2023,3210",
                        "汇总,D5,新增就业,西河区,人,target,2023,4000",
                        "汇总,E5,新增就业,西河区,人,actual,2023,3900"),
                read(
                        "e.xlsx",
                        workbook -> {
                            Sheet sheet = workbook.createSheet("汇总");
                            row(sheet, 0, "2023年度重点指标");
                            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 4));
                            row(sheet, 1, "指标", "单位", "县区", "完成情况", "");
                            row(sheet, 2, "", "", "", "目标", "实际");
                            for (int c = 0; c < 3; c++)
                                sheet.addMergedRegion(new CellRangeAddress(1, 2, c, c));
                            sheet.addMergedRegion(new CellRangeAddress(1, 1, 3, 4));
                            row(sheet, 3, "新增就业", "人", "东平县", 3000, 3210);
                            row(sheet, 4, "", "", "西河区", 4000, 3900);
                            sheet.addMergedRegion(new CellRangeAddress(3, 4, 0, 0));
                            sheet.addMergedRegion(new CellRangeAddress(3, 4, 1, 1));
                        }));
    }

    /**
     * Each seed's figures laid out as its departments would: a row for each indicator, baseline,
     * target and a column for each period.
     */
    @Test
    void theSeedsFiguresComeBackFromWorkbooks() throws IOException, Problem {
        List<List<plumbline.exchange.file.Cell>> rows =
                Grid.gridOfTexts(
                                DelimitedText.splitIntoRows(
                                        Files.readString(
                                                Path.of(
                                                        "src/test/resources/plumbline/seed-indicators.csv")),
                                        ','))
                        .rows();
        int right = 0;
        int all = 0;
        List<String> wrong = new ArrayList<>();
        for (String seed : List.of("000", "001", "002", "003", "004")) {
            Map<String, List<String[]>> indicators = new LinkedHashMap<>();
            Set<String> periods = new LinkedHashSet<>();
            for (List<plumbline.exchange.file.Cell> row : rows) {
                String[] t =
                        row.stream()
                                .map(plumbline.exchange.file.Cell::shownText)
                                .toArray(String[]::new);
                if (!t[0].startsWith(seed)) continue;
                indicators.computeIfAbsent(t[3] + "|" + t[4], _ -> new ArrayList<>()).add(t);
                if (t[13].matches("\\d{4}([HQ]\\d)?|\\d{4}-\\d{4}")) periods.add(t[13]);
            }
            List<String> columns = List.copyOf(periods);
            Map<String, String> expected = new LinkedHashMap<>();
            List<String> figures =
                    read(
                            seed + ".xlsx",
                            workbook -> {
                                Sheet sheet = workbook.createSheet("附表");
                                row(sheet, 0, "“十四五”规划主要指标");
                                List<Object> head =
                                        new ArrayList<>(List.of("序号", "指标", "单位", "“十三五”末", "目标"));
                                columns.forEach(p -> head.add(written(p)));
                                row(sheet, 1, head.toArray());
                                int at = 2;
                                for (List<String[]> lines : indicators.values()) {
                                    String[] first = lines.getFirst();
                                    Object[] cells = new Object[5 + columns.size()];
                                    java.util.Arrays.fill(cells, "");
                                    cells[0] = at - 1;
                                    cells[1] =
                                            first[3].replaceFirst("^\\d+\\.|^\\(\\d+[a-z]?\\)", "");
                                    cells[2] = first[4];
                                    put(cells, 3, at, first[5], "baseline,2020", expected);
                                    put(cells, 4, at, first[7], "target,2025", expected);
                                    for (String[] line : lines)
                                        if (columns.contains(line[13]))
                                            put(
                                                    cells,
                                                    5 + columns.indexOf(line[13]),
                                                    at,
                                                    line[14],
                                                    "actual," + code(line[13]),
                                                    expected);
                                    row(sheet, at++, cells);
                                }
                            });
            for (Map.Entry<String, String> e : expected.entrySet()) {
                all++;
                boolean found =
                        figures.stream()
                                .anyMatch(
                                        f ->
                                                f.startsWith("附表," + e.getKey() + ",")
                                                        && f.endsWith("," + e.getValue()));
                if (found) right++;
                else
                    wrong.add(
                            seed
                                    + " "
                                    + e
                                    + " but "
                                    + figures.stream()
                                            .filter(f -> f.startsWith("附表," + e.getKey() + ","))
                                            .findFirst()
                                            .orElse("nothing"));
            }
        }
        System.out.printf(
                "seeds as workbooks: %d of %d figures right (%.1f %%)%n",
                right, all, 100.0 * right / all);
        wrong.forEach(System.out::println);
        assertTrue(right >= 0.98 * all, () -> String.join("\n", wrong));
    }

    private static void put(
            Object[] cells,
            int c,
            int row,
            String text,
            String what,
            Map<String, String> expected) {
        if (!text.matches("-?\\d+(\\.\\d+)?")) {
            cells[c] = cells[c].equals("") ? text : cells[c];
            return;
        }
        cells[c] = new java.math.BigDecimal(text);
        expected.put(
                plumbline.exchange.file.Cell.formatAddress(row, c),
                what + "," + new java.math.BigDecimal(text).stripTrailingZeros().toPlainString());
    }

    private static String code(String period) {
        return period.matches("\\d{4}-\\d{4}")
                ? period.substring(0, 4) + "-01.." + period.substring(5) + "-12"
                : period;
    }

    private static String written(String period) {
        if (period.contains("H"))
            return period.substring(0, 4) + (period.endsWith("1") ? "年上半年" : "年下半年");
        if (period.contains("Q"))
            return period.substring(0, 4) + "年第" + "一二三四".charAt(period.charAt(5) - '1') + "季度";
        return period + "年";
    }

    /** The table of the first seed, as the text of a web page that was saved. */
    @Test
    void theTableOfASeedIsReadFromItsText() throws IOException, Problem {
        Map<String, String> read = new LinkedHashMap<>();
        for (ReadFigure figure :
                FileReading.readFile(
                                Path.of("src/test/resources/plumbline/seeds/000.txt"), Map.of())
                        .allFigures()) {
            Map<String, String> f = FigureColumns.columnsForFigure(figure);
            read.put(
                    f.get("indicator") + "|" + f.get("role") + "|" + f.get("period"),
                    f.get("value"));
        }
        int all = 0;
        List<String> wrong = new ArrayList<>();
        for (List<plumbline.exchange.file.Cell> row :
                Grid.gridOfTexts(
                                DelimitedText.splitIntoRows(
                                        Files.readString(
                                                Path.of(
                                                        "src/test/resources/plumbline/seed-indicators.csv")),
                                        ','))
                        .rows()) {
            String[] t =
                    row.stream()
                            .map(plumbline.exchange.file.Cell::shownText)
                            .toArray(String[]::new);
            if (!t[0].startsWith("000") || !t[2].startsWith("附表")) continue;
            String name = t[3].replaceFirst("^\\d+\\.", "");
            for (String[] one :
                    new String[][] {
                        {"actual|" + code(t[13]), t[14]},
                        {"baseline|2020", t[5]},
                        {"target|2025", t[7]}
                    }) {
                if (!one[1].matches("-?\\d+(\\.\\d+)?")) continue;
                all++;
                String got = read.getOrDefault(name + "|" + one[0], "nothing");
                if (!got.matches("-?\\d.*")
                        || new java.math.BigDecimal(got).compareTo(new java.math.BigDecimal(one[1]))
                                != 0)
                    wrong.add(name + " " + one[0] + ": " + got + " for " + one[1]);
            }
        }
        System.out.printf("seed 000 as text: %d of %d figures right%n", all - wrong.size(), all);
        wrong.forEach(System.out::println);
        assertTrue(all > 100 && wrong.size() <= 0.02 * all, () -> String.join("\n", wrong));
    }
}
