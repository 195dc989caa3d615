package plumbline.bench;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import plumbline.base.Problem;
import plumbline.exchange.file.DocumentBlock;
import plumbline.exchange.file.DocumentReader;
import plumbline.exchange.file.ReadLimits;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * 100 workbooks of 200 rows × 12 periods: to grids, beside merely reading the same cells with a
 * streaming reader and with the library's model of a whole workbook. Peak memory is printed after
 * each iteration, garbage included.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1, jvmArgsAppend = "-Xmx256m")
public class GridBenchmark extends PeakMemory {
    private static final int WORKBOOKS = 100;
    private static final int ROWS = 200;
    private static final int PERIODS = 12;
    private final List<byte[]> workbooks = new ArrayList<>();

    @Setup
    public void makeWorkbooks() throws IOException {
        Random random = new Random(1);
        for (int i = 0; i < WORKBOOKS; i++) workbooks.add(workbook(i, random));
    }

    private static byte[] workbook(int number, Random random) throws IOException {
        try (Workbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            CellStyle rounded = workbook.createCellStyle();
            rounded.setDataFormat(workbook.createDataFormat().getFormat("0.0"));
            Sheet sheet = workbook.createSheet("附表");
            Row head = sheet.createRow(0);
            head.createCell(0).setCellValue("指标名称");
            head.createCell(1).setCellValue("单位");
            for (int p = 0; p < PERIODS; p++)
                head.createCell(2 + p).setCellValue("2023年" + (p + 1) + "月");
            for (int r = 1; r <= ROWS; r++) {
                Row row = sheet.createRow(r);
                row.createCell(0).setCellValue("第" + number + "科室指标 " + r);
                row.createCell(1).setCellValue("件");
                for (int p = 0; p < PERIODS; p++) {
                    row.createCell(2 + p)
                            .setCellValue(Math.round(random.nextDouble() * 1e6) / 100.0);
                    row.getCell(2 + p).setCellStyle(rounded);
                }
            }
            workbook.write(out);
            return out.toByteArray();
        }
    }

    @Benchmark
    public int readsGrids() throws Problem {
        int rows = 0;
        for (byte[] workbook : workbooks) {
            for (DocumentBlock block :
                    DocumentReader.readBytes(workbook, "a.xlsx", ReadLimits.USUAL))
                if (block instanceof DocumentBlock.TableBlock(var grid)) rows += grid.rows().size();
        }
        return rows;
    }

    @Benchmark
    public int merelyReadsTheCells() throws IOException {
        int length = 0;
        for (byte[] workbook : workbooks) {
            try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(workbook));
                    var rows = read.getFirstSheet().openStream()) {
                length +=
                        rows.mapToInt(
                                        row ->
                                                row.stream()
                                                        .mapToInt(
                                                                c ->
                                                                        c == null
                                                                                        || c
                                                                                                        .getRawValue()
                                                                                                == null
                                                                                ? 0
                                                                                : c.getRawValue()
                                                                                        .length())
                                                        .sum())
                                .sum();
            }
        }
        return length;
    }

    @Benchmark
    public int readsTheWholeModel() throws IOException {
        DataFormatter formatter = new DataFormatter();
        int length = 0;
        for (byte[] workbook : workbooks) {
            try (Workbook read = WorkbookFactory.create(new ByteArrayInputStream(workbook))) {
                for (Row row : read.getSheetAt(0))
                    for (var cell : row) length += formatter.formatCellValue(cell).length();
            }
        }
        return length;
    }
}
