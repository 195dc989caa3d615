package plumbline.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import plumbline.base.Problem;
import plumbline.exchange.planfile.PlanFileReader;
import plumbline.exchange.planfile.SamplePlans;
import plumbline.exchange.review.ImportBatch;
import plumbline.exchange.review.ReviewDecisions;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Redaction;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** What is typed, what is printed, and the exit code. */
class CommandsTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<Optional<Path>> opened = new ArrayList<>();
    private final List<Path> taken = new ArrayList<>();
    private final List<String> looked = new ArrayList<>();
    private final List<String> tookIn = new ArrayList<>();
    @TempDir Path folder;

    /** Reads beside the sample, and remembers for which plan. */
    private static Commands.FigureImporter beside(List<String> titles) {
        return (_, title, files) -> {
            titles.add(title);
            Plan plan = SamplePlans.openSample("suizhou", new UUID(0, 1));
            ImportBatch incoming =
                    ImportBatch.<RuntimeException>readFiles(
                            files, Map.of(), LocalDate.of(2023, 7, 3), Set.of(), _ -> {});
            return new Commands.ImportResult(
                    incoming.createReview(plan, ReviewDecisions.NONE), incoming.failedFiles());
        };
    }

    private int run(String... args) {
        return new Commands(
                        data -> {
                            opened.add(data);
                            return 0;
                        },
                        (_, title) -> {
                            throw new Problem("problem.plan.unknown", title, "甲");
                        },
                        (_, _) -> Optional.empty(),
                        (_, file) -> {
                            taken.add(file);
                            return "甲";
                        },
                        beside(looked),
                        beside(tookIn),
                        new PrintWriter(out),
                        new PrintWriter(err))
                .run(args);
    }

    @Test
    void nothingOpensTheWindow() {
        assertEquals(0, run());
        assertEquals(List.of(Optional.empty()), opened);
    }

    @Test
    void aDataFolderIsHandedToTheWindow() {
        run("--data", "here");
        assertEquals(List.of(Optional.of(Path.of("here"))), opened);
    }

    @Test
    void helpNamesTheVerbs() {
        assertEquals(0, run("--help"));
        assertTrue(out.toString().contains("assess") && out.toString().contains("report"));
        assertTrue(opened.isEmpty());
    }

    @Test
    void csvHasALineForEachIndicatorAndItsHead() {
        assertEquals(
                0,
                run(
                        "assess",
                        "--sample",
                        "suizhou",
                        "--at",
                        "2022-12-31",
                        "--rule",
                        "suizhou",
                        "--format",
                        "csv",
                        "--lang",
                        "zh"));
        List<String> lines = out.toString().lines().toList();
        assertEquals(14, lines.size());
        assertTrue(lines.get(8).startsWith("8,主导和参与制修订国家、行业标准,项,33,"), lines.get(8));
        assertTrue(lines.get(8).contains(",92.11,40.00,40.00,符合进度,"), lines.get(8));
    }

    @Test
    void jsonHoldsTheFiguresAsNumbers() throws IOException {
        assertEquals(
                0,
                run(
                        "assess",
                        "--sample",
                        "suizhou",
                        "--at",
                        "2022-12-31",
                        "--format",
                        "json",
                        "--lang",
                        "en"));
        JsonNode json = JsonMapper.builder().build().readTree(out.toString());
        JsonNode rows = json.get("assessments");
        assertEquals(13, rows.size());
        assertTrue(rows.get(0).get("value").isNumber());
        assertEquals("273104", rows.get(0).get("value").asText());
    }

    @Test
    void aPublishedTableIsProofRead() throws IOException {
        assertEquals(
                0,
                run(
                        "proofread",
                        "src/test/resources/plumbline/seeds/000.txt",
                        "--format",
                        "json",
                        "--lang",
                        "en"));
        JsonNode json = JsonMapper.builder().build().readTree(out.toString());
        assertEquals(27, json.get("contradictions").size());
        JsonNode seven = json.get("contradictions").get(15);
        assertEquals(
                "7 I8 quotient_wrong 160% 260.00% excess_only wrong",
                seven.get("number").asText()
                        + " "
                        + seven.get("cell").asText()
                        + " "
                        + seven.get("kindCode").asText()
                        + " "
                        + seven.get("printed").asText()
                        + " "
                        + seven.get("recomputed").asText()
                        + " "
                        + seven.get("guessCode").asText()
                        + " "
                        + seven.get("severity").asText());
    }

    @Test
    void proofReadingPrintsCsvAndATableToo() {
        assertEquals(
                0,
                run(
                        "proofread",
                        "src/test/resources/plumbline/seeds/000.txt",
                        "--format",
                        "csv",
                        "--lang",
                        "zh"));
        assertEquals(28, out.toString().lines().filter(l -> !l.contains("核对")).count());
        assertTrue(out.toString().contains("未核对：原始数据"), out.toString());
        out.getBuffer().setLength(0);
        assertEquals(
                0,
                run(
                        "proofread",
                        "src/test/resources/plumbline/seeds/000.txt",
                        "--rule",
                        "suizhou",
                        "--lang",
                        "zh"));
        assertTrue(
                out.toString().startsWith("随州市市场监管“十四五”规划主要指标完成情况：13 项指标，发现 27 处（不符 15，漏填 9，提示 3）"),
                out.toString());
    }

    @Test
    void aTextIsHeldAgainstAPlan() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("稿.txt"), "13项指标中，有10项达到进度要求，占76.9%。广告经营单位2022年为1712户。");
        assertEquals(
                0,
                run(
                        "proofread",
                        file.toString(),
                        "--against-sample",
                        "suizhou",
                        "--at",
                        "2022-12-31",
                        "--format",
                        "json",
                        "--lang",
                        "en"));
        JsonNode json = JsonMapper.builder().build().readTree(out.toString()).get("contradictions");
        assertEquals(
                "tally_wrong 9/13 text_differs 1721",
                json.get(0).get("kindCode").asText()
                        + " "
                        + json.get(0).get("recomputed").asText()
                        + " "
                        + json.get(1).get("kindCode").asText()
                        + " "
                        + json.get(1).get("recomputed").asText());
        assertEquals(1, run("proofread", file.toString(), "--against", "乙", "--lang", "zh"));
    }

    @Test
    void aTextIsJudgedAtTheDayOfTheWindowAndSaysWhich() throws IOException, Problem {
        Path file = Files.writeString(folder.resolve("稿.txt"), "13项指标中，有9项达到进度要求。");
        UUID line = UUID.nameUUIDFromBytes("i1".getBytes(StandardCharsets.UTF_8));
        assertEquals(
                0,
                marked(
                        line,
                        "proofread",
                        file.toString(),
                        "--against",
                        "甲",
                        "--format",
                        "csv",
                        "--lang",
                        "zh"));
        assertTrue(err.toString().contains("评估日 2022年12月31日，评价规则：随州口径"), err.toString());
        assertEquals(
                0,
                marked(
                        line,
                        "proofread",
                        file.toString(),
                        "--against",
                        "甲",
                        "--at",
                        "2021-12-31",
                        "--rule",
                        "four",
                        "--format",
                        "csv",
                        "--lang",
                        "en"));
        assertTrue(
                err.toString().contains("2021") && err.toString().contains("Four verdicts"),
                err.toString());
    }

    private static final String TABLE =
            "2023年1-9月主要指标\n指标,单位,1-9月,同比±%\n工业增加值,亿元,301.5,-6.4\n=cmd|甲,件,预计12,待报\n";

    @Test
    void figuresOfATableArePrintedWithoutAnyPlan() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), TABLE);
        assertEquals(0, run("read", file.toString(), "--lang", "zh"));
        assertEquals(
                List.of(
                        "file,sheet,cell,indicator,breakdown,unit,group,role,period,value,relation,status,raw,confidence",
                        "a.csv,,C3,工业增加值,,亿元,,actual,2023-01..2023-09,301.5,,actual,301.5,0.95",
                        "a.csv,,D3,工业增加值,,%,,other,2023-01..2023-09,-6.4,,actual,-6.4,0.95",
                        "a.csv,,C4,'=cmd|甲,,件,,forecast,2023-01..2023-09,12,,forecast,预计12,0.95"),
                out.toString().lines().toList());
        assertEquals("a.csv D4：“待报”不是数值。", err.toString().strip());
    }

    @Test
    void aFolderIsReadAndAFileThatCannotBeIsTold() throws IOException {
        Files.writeString(
                Files.createDirectories(folder.resolve("in/deep")).resolve("a.csv"), TABLE);
        Files.writeString(folder.resolve("in/b.xlsx"), "PK\u0003\u0004 no workbook");
        Files.writeString(folder.resolve("in/~$b.xlsx"), "an owner's mark");
        Path findings = folder.resolve("findings.txt");
        assertEquals(
                1,
                run(
                        "read",
                        folder.resolve("in").toString(),
                        "--format",
                        "json",
                        "--findings",
                        findings.toString(),
                        "--lang",
                        "en"));
        JsonNode figures = JsonMapper.builder().build().readTree(out.toString()).get("figures");
        assertEquals(3, figures.size());
        assertEquals("301.5", figures.get(0).get("value").asText());
        assertEquals("", err.toString());
        assertEquals(2, Files.readAllLines(findings).size());
        assertTrue(Files.readString(findings).contains("b.xlsx"), Files.readString(findings));
    }

    @Test
    void figuresArePrintedAsATableToo() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), TABLE);
        assertEquals(0, run("read", file.toString(), "--format", "table", "--lang", "en"));
        assertTrue(
                out.toString()
                        .lines()
                        .findFirst()
                        .orElse("")
                        .matches("file +sheet +cell +indicator.*"),
                out.toString());
    }

    /** A clean bill would be wrong: 50 % printed as early, and nobody looked. */
    @ParameterizedTest
    @CsvSource({"table, out", "json, out", "csv, err"})
    void proofReadingTellsThatVerdictsWereNotChecked(String format, String where)
            throws IOException {
        Path table =
                Files.writeString(
                        folder.resolve("附表.csv"),
                        "指标,基期,目标,2022年,进度评价\n甲,0,100,50,提前完成\n注：提前完成、快于进度由评估组评定\n");
        assertEquals(0, run("proofread", table.toString(), "--format", format, "--lang", "zh"));
        assertTrue(
                (where.equals("out") ? out : err).toString().contains("评价没有检查：注中的分类没有读懂"),
                out + "\n" + err);
        assertFalse(out.toString().contains("没有发现不符之处"), out.toString());
    }

    @Test
    void aReportIsATableAndAPictureForEachIndicatorAndTheOverview() throws IOException {
        assertEquals(
                0,
                run(
                        "report",
                        "--sample",
                        "suizhou",
                        "--at",
                        "2022-12-31",
                        "--out",
                        folder.resolve("kit").toString()));
        assertTrue(Files.size(folder.resolve("kit/appendix.xlsx")) > 4000);
        try (Stream<Path> charts = Files.list(folder.resolve("kit/charts"))) {
            assertEquals(17, charts.filter(p -> p.toString().endsWith(".png")).count());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "assess --sample suizhou --at 2022-13-31 --lang en | 2 | 2022-13-31",
                "assess --sample suizhou --at 2022年2月30日 --lang zh | 2 | 不是日历上的日期",
                "assess --sample nowhere --lang en | 1 | nowhere",
                "assess --sample suizhou --rule strict --lang zh | 1 | 没有名为“strict”的评价规则",
                "assess --lang en | 2 | --sample",
                "assess --sample suizhou --format xml --lang en | 2 | xml",
                "assess --plan 乙 --lang zh | 1 | 没有名为“乙”的规划",
                "proofread nowhere.xlsx --lang zh | 1 | 没有找到 nowhere.xlsx",
                "proofread pom.xml --lang en | 1 | No table of indicators",
                "proofread --lang en | 2 | FILE",
                "read --lang en | 2 | FILE",
                "import a.csv --lang en | 2 | --plan",
                "import a.plumb b.csv --plan 甲 --lang zh | 2 | 规划文件",
                "judge --lang en | 2 | judge"
            })
    void whatIsNotUnderstoodIsSaidInOneSentence(String line, int code, String said) {
        assertEquals(code, run(line.split(" ")));
        assertTrue(err.toString().contains(said), err.toString());
        assertEquals(1, err.toString().lines().count(), err.toString());
        assertFalse(err.toString().contains("java."), err.toString());
        assertEquals("", out.toString());
    }

    @Test
    void aPlanGoesOutAndComesInAsAFile() throws Problem {
        Path file = folder.resolve("suizhou.plumb");
        assertEquals(0, run("export", "--sample", "suizhou", "--out", file.toString()));
        assertEquals(
                13,
                PlanFileReader.<RuntimeException>readPlanFile(file, _ -> {})
                        .plan()
                        .indicators()
                        .size());
        assertEquals(0, run("import", file.toString(), "--lang", "en"));
        assertEquals(List.of(file), taken);
    }

    @Test
    void figuresOfColleaguesArePrintedAndTakenIn() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("报.csv"),
                        "指标,单位,2022年,2023年上半年\n全市市场主体数,万户,27.3,28.5\n=cmd|甲,件,1,2\n有效注册商标量,件,19000,2.12\n");
        assertEquals(0, run("import", file.toString(), "--plan", "甲", "--dry-run", "--lang", "zh"));
        assertEquals(
                List.of(
                        "file,cell,indicator,part,period,now,new,finding,reasons,taken",
                        "报.csv,C2,全市市场主体数,,2022年,273104,273000,same,已换算单位：文件里是 27.3 万户，规划用 户 | 与现有的 273104 户 只差小数位数,no",
                        "报.csv,D2,全市市场主体数,,2023年上半年,,285000,new,已换算单位：文件里是 28.5 万户，规划用 户,yes"),
                out.toString().lines().limit(3).toList());
        assertTrue(out.toString().contains("'=cmd|甲"), out.toString());
        assertEquals(List.of("甲"), looked);
        assertEquals(List.of(), tookIn);
        assertEquals(0, run("import", file.toString(), "--plan", "乙"));
        assertEquals(List.of("乙"), tookIn);
    }

    @Test
    void aFileThatCannotBeReadIsToldBesideTheOthers() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "指标,单位,2022年\n全市市场主体数,户,273104\n");
        Files.writeString(folder.resolve("b.xlsx"), "PK\u0003\u0004 no workbook");
        assertEquals(1, run("import", folder.toString(), "--plan", "甲", "--lang", "en"));
        assertEquals(2, out.toString().lines().count());
        assertTrue(err.toString().contains("b.xlsx"), err.toString());
    }

    @Test
    void markedValuesAreRedactedUnlessTheOfficerSaysOtherwise() throws IOException {
        UUID first = UUID.nameUUIDFromBytes("i1".getBytes(StandardCharsets.UTF_8));
        Path kit = folder.resolve("kit");
        assertEquals(
                0,
                marked(
                        first,
                        "report",
                        "--plan",
                        "甲",
                        "--at",
                        "2022-12-31",
                        "--lang",
                        "zh",
                        "--out",
                        kit.toString()));
        assertFalse(Files.readString(kit.resolve("figures.csv")).contains(",273104,"));
        assertTrue(err.toString().contains("（273104）：第1项指标的名称里仍写着这个数"), err.toString());
        assertEquals(
                0,
                marked(
                        first,
                        "report",
                        "--plan",
                        "甲",
                        "--at",
                        "2022-12-31",
                        "--no-redact",
                        "--out",
                        kit.toString()));
        assertTrue(Files.readString(kit.resolve("figures.csv")).contains(",273104,"));
    }

    /** The sample with the figure of 2022 marked, and written in the indicator's name. */
    private int marked(UUID line, String... args) {
        return new Commands(
                        _ -> 0,
                        (_, _) ->
                                SamplePlans.openSample("suizhou", new UUID(0, 1))
                                        .withRedaction(
                                                new Redaction.PeriodRedaction(
                                                        line, Period.ofYear(2022)))
                                        .withChangedIndicator(
                                                line,
                                                i -> i.withChanges(d -> d.name = "市场主体273104户")),
                        (_, _) -> Optional.of(LocalDate.of(2022, 12, 31)),
                        (_, _) -> "",
                        beside(looked),
                        beside(tookIn),
                        new PrintWriter(out),
                        new PrintWriter(err))
                .run(args);
    }
}
