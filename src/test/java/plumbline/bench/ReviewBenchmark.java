package plumbline.bench;

import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import plumbline.base.Problem;
import plumbline.exchange.review.ImportBatch;
import plumbline.exchange.review.ReviewDecisions;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.Plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * 100 workbooks of 200 rows × 12 periods to the review table of a plan with 2,000 indicators:
 * 240,000 figures read from the disk, understood, matched and compared. Peak memory is printed
 * after each iteration, garbage included; {@link GridBenchmark} reads the same cells merely.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 3)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
public class ReviewBenchmark extends PeakMemory {
    private static final int WORKBOOKS = 100;
    private static final int ROWS = 200;
    private static final int PERIODS = 12;
    private static final int INDICATORS = 2000;
    private final List<Path> files = new ArrayList<>();
    private Plan plan;
    private Path folder;

    @Setup
    public void makeWorkbooks() throws IOException {
        IndicatorGroup group = new IndicatorGroup(new UUID(2, 1), "指标");
        List<Indicator> indicators = new ArrayList<>();
        for (int i = 0; i < INDICATORS; i++)
            indicators.add(
                    Indicator.createNamed(new UUID(3, i), group.id(), name(i))
                            .withChanges(d -> d.unit = "件"));
        plan =
                Plan.empty(new UUID(1, 1), "规划", "局", 2021, 2025, 2020)
                        .withGroup(group)
                        .withChanges(d -> d.indicators = indicators);
        folder = Files.createTempDirectory("review");
        Random random = new Random(1);
        for (int i = 0; i < WORKBOOKS; i++) files.add(workbook(i, random));
    }

    private static String name(int indicator) {
        return "第" + (indicator / ROWS + 1) + "科室业务指标" + (indicator % ROWS + 1) + "号数量";
    }

    private Path workbook(int number, Random random) throws IOException {
        Path file = folder.resolve("科室" + number + ".xlsx");
        try (Workbook workbook = new XSSFWorkbook();
                var out = Files.newOutputStream(file)) {
            Sheet sheet = workbook.createSheet("附表");
            Row head = sheet.createRow(0);
            head.createCell(0).setCellValue("指标名称");
            head.createCell(1).setCellValue("单位");
            for (int p = 0; p < PERIODS; p++)
                head.createCell(2 + p).setCellValue("2023年" + (p + 1) + "月");
            for (int r = 1; r <= ROWS; r++) {
                Row row = sheet.createRow(r);
                row.createCell(0).setCellValue(name((number * ROWS + r - 1) % INDICATORS));
                row.createCell(1).setCellValue("件");
                for (int p = 0; p < PERIODS; p++)
                    row.createCell(2 + p)
                            .setCellValue(Math.round(random.nextDouble() * 1e6) / 100.0);
            }
            workbook.write(out);
        }
        return file;
    }

    @TearDown
    public void drop() throws IOException {
        for (Path file : files) Files.delete(file);
        Files.delete(folder);
    }

    @Benchmark
    public int readsToTheReview() throws Problem {
        ImportBatch incoming =
                ImportBatch.<RuntimeException>readFiles(
                        files, Map.of(), LocalDate.of(2024, 1, 10), Set.of(), _ -> {});
        return incoming.createReview(plan, ReviewDecisions.NONE).proposals().size();
    }
}
