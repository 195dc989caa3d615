package plumbline.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import plumbline.base.Problem;
import plumbline.exchange.file.Cell;
import plumbline.exchange.file.DocumentBlock;
import plumbline.exchange.file.DocumentReader;
import plumbline.exchange.planfile.SamplePlans;
import plumbline.exchange.proof.TableProof;
import plumbline.plan.Plan;
import plumbline.plan.Status;
import plumbline.plan.VerdictRule;
import plumbline.proofreading.Contradiction;
import plumbline.proofreading.PrintedColumn;
import plumbline.proofreading.PrintedRow;
import plumbline.words.Messages;
import plumbline.words.ProofWording;

import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The published table of seed 000: everything domain.md §6 knows of it is found, and nothing else.
 */
class Seed000Test {
    private static final Path SEED = Path.of("src/test/resources/plumbline/seeds/000.txt");
    private static final ProofWording SAY = new ProofWording(Messages.forLocale(Messages.CHINESE));

    @TempDir Path folder;

    private static final List<String> KNOWN =
            """
            0 - TALLY_WRONG 10/13 → 9/13 NEARLY_COUNTED
            0 2021-2022年均或累计 COLUMN_OTHERWISE 2021-2022年均或累计 → 2022年 NONE
            0 进度评价 CLASS_UNUSED 提前完成 → 4 NONE
            1 目标 TEXT_DIFFERS 24.2万 → 24.3万 TRUNCATED
            1 进度评价 CLASS_WRONG 快于进度 → 提前完成 BETTER_CLASS_FIRST
            1 2023年上半年 FORECAST_AS_FACT 290000 → 290000 NONE
            2 2023年上半年 FORECAST_AS_FACT 1830 → 1830 NONE
            3 进度评价 CLASS_WRONG 快于进度 → 提前完成 BETTER_CLASS_FIRST
            3 2023年上半年 FORECAST_AS_FACT 21000 → 21000 NONE
            4 进度评价 CLASS_WRONG 基本符合 → 慢于进度 NEAR_WIDTH
            5 完成程度 BLANK_FILLABLE —— → 90.00% NONE
            5 完成进度 BLANK_FILLABLE —— → 0.00% NONE
            6 指标 SCALE_DIFFERS 每万 → 每百万 NONE
            6 进度评价 CLASS_WRONG 快于进度 → 提前完成 BETTER_CLASS_FIRST
            6 2023年上半年 FORECAST_AS_FACT 0.46 → 0.46 NONE
            7 完成进度 QUOTIENT_WRONG 160% → 260.00% EXCESS_ONLY
            7 进度评价 CLASS_WRONG 快于进度 → 提前完成 BETTER_CLASS_FIRST
            9 进度评价 CLASS_IN_TEXT 快于进度 → 提前完成 NONE
            10 指标 UNIT_DIFFERS 万张 → 万件 NONE
            11 完成程度 BLANK_FILLABLE —— → 0.00% NONE
            11 完成进度 BLANK_FILLABLE —— → 0.00% NONE
            12 2021-2022年均或累计 BLANK_FILLABLE —— → 100.0 NONE
            12 完成程度 BLANK_FILLABLE —— → 101.01% NONE
            12 完成进度 BLANK_FILLABLE —— → 200.00% NONE
            13 2021-2022年均或累计 BLANK_FILLABLE —— → 99.8 NONE
            13 完成程度 BLANK_FILLABLE —— → 102.04% NONE
            13 完成进度 BLANK_IMPOSSIBLE —— → 目标值等于基期值，分母为零 NONE
            """
                    .lines()
                    .toList();

    private static String line(Contradiction c) {
        return c.location().row().map(PrintedRow::number).orElse(0)
                + " "
                + c.location().column().map(PrintedColumn::heading).orElse("-")
                + " "
                + c.kind()
                + " "
                + c.printedText()
                + " → "
                + SAY.recomputedText(c)
                + " "
                + ProofWording.hypothesisCode(c.hypothesis());
    }

    private static List<String> found(Optional<VerdictRule> rule) throws Problem {
        return TableProof.fromFile(SEED, rule).contradictions().stream()
                .map(Seed000Test::line)
                .toList();
    }

    @Test
    void everythingKnownIsFoundAndNothingElse() throws Problem {
        assertEquals(String.join("\n", KNOWN), String.join("\n", found(Optional.empty())));
    }

    @Test
    void bySuizhousRuleItIsTheSame() throws Problem {
        assertEquals(KNOWN.size(), found(Optional.of(VerdictRule.suizhouRule())).size());
    }

    @Test
    void theRemarkOnRowFourNamesTheWidth() throws Problem {
        Contradiction four =
                TableProof.fromFile(SEED, Optional.empty()).contradictions().stream()
                        .filter(c -> line(c).contains("NEAR_WIDTH"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(
                "评为“基本符合”，按规则应为“慢于进度”。推测：要评为这一档，“接近”须放宽到相差 23.34 个百分点",
                SAY.contradictionSentence(four));
    }

    @Test
    void thePlanMadeOfItIsTheSample() throws Problem {
        Plan made = TableProof.fromFile(SEED, Optional.empty()).plan();
        Plan sample = SamplePlans.openSample("suizhou", made.id());
        assertEquals(sample.title(), made.title());
        assertEquals(sample.periods(), made.periods());
        assertEquals(
                sample.groups().stream().map(g -> g.name()).toList(),
                made.groups().stream().map(g -> g.name()).toList());
        assertEquals(
                sample.indicators().stream()
                        .map(
                                i ->
                                        i.name()
                                                + i.unit()
                                                + i.course().baseline().orElseThrow().amount()
                                                + i.course().finalTarget().orElseThrow().amount())
                        .toList(),
                made.indicators().stream()
                        .map(
                                i ->
                                        i.name()
                                                + i.unit()
                                                + i.course().baseline().orElseThrow().amount()
                                                + i.course().finalTarget().orElseThrow().amount())
                        .toList());
        assertEquals(
                sample.indicators().stream()
                        .map(
                                i ->
                                        i.observations().stream()
                                                .map(
                                                        o ->
                                                                o.period().code()
                                                                        + o.status()
                                                                        + o.reading()
                                                                                .findAmount()
                                                                                .orElseThrow())
                                                .toList())
                        .toList(),
                made.indicators().stream()
                        .map(
                                i ->
                                        i.observations().stream()
                                                .map(
                                                        o ->
                                                                o.period().code()
                                                                        + o.status()
                                                                        + o.reading()
                                                                                .findAmount()
                                                                                .orElseThrow())
                                                .toList())
                        .toList());
        assertEquals(
                4,
                made.indicators().stream()
                        .flatMap(i -> i.observations().stream())
                        .filter(o -> o.status() == Status.FORECAST)
                        .count());
    }

    private static final List<DocumentBlock> BLOCKS = blocks();

    private static List<DocumentBlock> blocks() {
        try {
            return DocumentReader.readFile(SEED);
        } catch (Problem e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(int block) {
        return ((DocumentBlock.TextBlock) BLOCKS.get(block)).text();
    }

    private static List<List<String>> rows() {
        return ((DocumentBlock.TableBlock) BLOCKS.get(1))
                .grid().rows().stream().map(r -> r.stream().map(Cell::shownText).toList()).toList();
    }

    private void same(String name) throws Problem {
        List<String> found =
                TableProof.fromFile(folder.resolve(name), Optional.empty())
                        .contradictions()
                        .stream()
                        .map(Seed000Test::line)
                        .toList();
        assertEquals(String.join("\n", KNOWN), String.join("\n", found));
    }

    @Test
    void asAWebPageItIsTheSame() throws Exception {
        String table =
                rows().stream()
                        .map(
                                r ->
                                        "<tr><td><p>"
                                                + String.join("</p></td><td><p>", r)
                                                + "</p></td></tr>")
                        .collect(Collectors.joining());
        String page =
                "<html><body><table><tr><td>"
                        + text(0).lines().map(l -> "<p>" + l + "</p>").collect(Collectors.joining())
                        + "<table>"
                        + table
                        + "</table>"
                        + text(2).lines().map(l -> "<p>" + l + "</p>").collect(Collectors.joining())
                        + "</td></tr></table></body></html>";
        Files.write(folder.resolve("a.html"), page.getBytes(Charset.forName("GBK")));
        same("a.html");
    }

    @Test
    void asATextWithTabsItIsTheSame() throws Exception {
        String table =
                rows().stream().map(r -> String.join("\t", r)).collect(Collectors.joining("\n"));
        Files.writeString(
                folder.resolve("a.txt"),
                text(0) + "\n" + table + "\n" + text(2),
                StandardCharsets.UTF_16);
        same("a.txt");
    }

    @Test
    void asAWordDocumentItIsTheSame() throws Exception {
        try (XWPFDocument document = new XWPFDocument();
                OutputStream out = Files.newOutputStream(folder.resolve("a.docx"))) {
            text(0).lines().forEach(l -> document.createParagraph().createRun().setText(l));
            XWPFTable table = document.createTable(rows().size(), rows().getFirst().size());
            for (int r = 0; r < rows().size(); r++)
                for (int c = 0; c < rows().get(r).size(); c++)
                    table.getRow(r).getCell(c).setText(rows().get(r).get(c));
            text(2).lines().forEach(l -> document.createParagraph().createRun().setText(l));
            document.write(out);
        }
        same("a.docx");
    }

    @Test
    void asAWorkbookWithNumbersItIsTheSame() throws Exception {
        try (Workbook workbook = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(folder.resolve("a.xls"))) {
            Sheet sheet = workbook.createSheet();
            text(0).lines()
                    .forEach(
                            l ->
                                    sheet.createRow(sheet.getLastRowNum() + 1)
                                            .createCell(0)
                                            .setCellValue(l));
            for (List<String> texts : rows()) {
                Row row = sheet.createRow(sheet.getLastRowNum() + 1);
                for (String text : texts) cell(row, text);
            }
            text(2).lines()
                    .forEach(
                            l ->
                                    sheet.createRow(sheet.getLastRowNum() + 1)
                                            .createCell(0)
                                            .setCellValue(l));
            workbook.write(out);
        }
        same("a.xls");
    }

    private static void cell(Row row, String text) {
        org.apache.poi.ss.usermodel.Cell cell =
                row.createCell(row.getLastCellNum() < 0 ? 0 : row.getLastCellNum());
        boolean percent = text.matches("[\\d.]+%");
        if (!percent && !text.matches("[\\d.]+")) {
            cell.setCellValue(text);
            return;
        }
        cell.setCellValue(Double.parseDouble(text.replace("%", "")) / (percent ? 100 : 1));
        if (!percent) return;
        cell.setCellStyle(row.getSheet().getWorkbook().createCellStyle());
        cell.getCellStyle()
                .setDataFormat(
                        row.getSheet()
                                .getWorkbook()
                                .createDataFormat()
                                .getFormat(text.contains(".") ? "0.0%" : "0%"));
    }
}
