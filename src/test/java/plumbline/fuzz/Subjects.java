package plumbline.fuzz;

import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;

import plumbline.base.Problem;
import plumbline.exchange.file.DocumentReader;
import plumbline.exchange.file.ReadLimits;
import plumbline.exchange.planfile.PlanFileReader;
import plumbline.exchange.planfile.PlanFileWriter;
import plumbline.exchange.planfile.SamplePlans;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Every format a stranger's file may have. */
final class Subjects {
    private static final String CSV =
            "序号,指标,单位,2020年,2025年目标\r\n1,\"市场主体,总数\",户,217825,242854\r\n2,达标率¹,%,98.5,≥99\r\n3,\"两\n行\",件,——,-5\r\n注：一\r\n";
    private static final String HTML =
            "<html><head><meta charset=utf-8></head><body><p>前言</p><table><tr><th rowspan=2>指标<th colspan=2>实际</tr><tr><th>2021年<th>2022年</tr>"
                    + "<tr><td>甲<sup>1</sup><td x:num=\"12.46\">12.5<td>2</tr><tr><td><table><tr><td>内<td>3</table><td>4<td>5</tr></table><div>注：二</div></body></html>";
    private static final String XML =
            "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Styles>"
                    + "<Style ss:ID=\"p\"><NumberFormat ss:Format=\"Percent\"/></Style></Styles><Worksheet ss:Name=\"表\"><Table><Row><Cell ss:MergeAcross=\"1\"><Data ss:Type=\"String\">指标</Data></Cell></Row>"
                    + "<Row ss:Index=\"3\"><Cell ss:StyleID=\"p\" ss:Formula=\"=1\"><Data ss:Type=\"Number\">0.125</Data></Cell></Row></Table></Worksheet></Workbook>";
    private static final String TEXT =
            "前言\n序号\t指标\t2020年\t目标\n1\t甲\t1\t2\n2\t乙\t\t3\n注：三\n\n地区   2020年   2021年\n甲市     12.5     13\n乙县        7      8\n\n| a | b |\n|---|---|\n| 1 | 2 |\n";
    private static final String LINES =
            "序号\n\n指标\n\n基期\n\n目标\n\n1\n\n甲\n\n1\n\n2\n\n2\n\n乙\n\n3\n\n4\n\n注：四";

    private Subjects() {}

    static Stream<Subject> all() {
        return Stream.of(
                table("xlsx", List.of(workbook(new XSSFWorkbook()))),
                table("xls", List.of(workbook(new HSSFWorkbook()), bytes(XML), bytes(HTML))),
                table(
                        "csv",
                        List.of(
                                bytes(CSV),
                                CSV.getBytes(Charset.forName("GB18030")),
                                CSV.getBytes(StandardCharsets.UTF_16))),
                planFile(),
                table("docx", List.of(document())),
                table("html", List.of(bytes(HTML))),
                table(
                        "txt",
                        List.of(bytes(TEXT), bytes(LINES), TEXT.getBytes(Charset.forName("GBK")))));
    }

    private static Subject table(String ending, List<byte[]> seeds) {
        return new Subject(
                ending,
                seeds,
                (file, name) -> DocumentReader.readBytes(file, name, ReadLimits.USUAL));
    }

    private static Subject planFile() {
        try {
            Path file = Files.createTempFile("plan", ".plumb");
            file.toFile().deleteOnExit();
            PlanFileWriter.<RuntimeException>writePlanFile(
                    file,
                    PlanFileWriter.PlanFileContents.planAlone(
                            SamplePlans.openSample("suizhou", new UUID(0, 1)),
                            LocalDate.of(2026, 3, 1)),
                    _ -> {});
            return new Subject(
                    "plumb",
                    List.of(Files.readAllBytes(file)),
                    (bytes, _) ->
                            PlanFileReader.<RuntimeException>readPlanFile(
                                    spoilt(file, bytes), _ -> {}));
        } catch (IOException | Problem e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path spoilt(Path file, byte[] bytes) {
        try {
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] workbook(Workbook workbook) {
        CellStyle percent = workbook.createCellStyle();
        percent.setDataFormat(workbook.createDataFormat().getFormat("0.0%"));
        CellStyle day = workbook.createCellStyle();
        day.setDataFormat(workbook.createDataFormat().getFormat("yyyy\"年\"m\"月\""));
        Sheet sheet = workbook.createSheet("附表");
        sheet.createRow(0).createCell(0).setCellValue("标题");
        sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 3));
        for (int r = 2; r < 8; r++) {
            Row row = sheet.createRow(r);
            row.createCell(0).setCellValue("指标 " + r);
            row.createCell(1).setCellValue(r * 12.46);
            row.createCell(2).setCellValue(r / 10.0);
            row.getCell(2).setCellStyle(percent);
            row.createCell(3).setCellValue(45000 + r);
            row.getCell(3).setCellStyle(day);
            row.createCell(4).setCellFormula(r == 4 ? "1/0" : "B3*2");
        }
        sheet.getRow(3).setZeroHeight(true);
        sheet.setColumnHidden(2, true);
        workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
        workbook.createSheet("另").createRow(4).createCell(2).setCellValue("文");
        return written(workbook::write, workbook);
    }

    private static byte[] document() {
        XWPFDocument document = new XWPFDocument();
        document.createParagraph().createRun().setText("前言");
        XWPFTable table = document.createTable(4, 3);
        for (int r = 0; r < 4; r++)
            for (int c = 0; c < 3; c++)
                table.getRow(r).getCell(c).setText(r == 0 ? "指标" + c : "" + r + c);
        table.getRow(1)
                .getCell(0)
                .getCTTc()
                .addNewTcPr()
                .addNewGridSpan()
                .setVal(java.math.BigInteger.TWO);
        table.getRow(3).getCell(1).getCTTc().addNewTcPr().addNewVMerge();
        document.createParagraph().createRun().setText("注：一");
        return written(document::write, document);
    }

    private interface Writing {
        void to(ByteArrayOutputStream out) throws IOException;
    }

    private static byte[] written(Writing writing, AutoCloseable document) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (document) {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }
}
