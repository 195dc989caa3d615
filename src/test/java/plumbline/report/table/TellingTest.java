package plumbline.report.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.poi.xslf.extractor.XSLFExtractor;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;
import plumbline.chart.Chart;
import plumbline.chart.make.IndicatorCharts;
import plumbline.exchange.proof.TableProof;
import plumbline.plan.Course;
import plumbline.plan.Direction;
import plumbline.plan.HandVerdict;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Milestone;
import plumbline.plan.Milestone.Role;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Reading;
import plumbline.plan.Relation;
import plumbline.plan.Reporting;
import plumbline.plan.Source;
import plumbline.plan.Status;
import plumbline.plan.Verdict;
import plumbline.proofreading.Contradiction;
import plumbline.report.Handover;
import plumbline.report.HandoverOptions;
import plumbline.report.text.Narrative;
import plumbline.report.text.Outline;
import plumbline.report.text.ReportBlock;
import plumbline.words.Messages;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is said of an indicator of each kind: met, not met, without a target, without a figure, in a
 * range, falling.
 */
class TellingTest {
    private static final LocalDate AT = LocalDate.of(2023, 12, 31);
    private static final LocalDate END = LocalDate.of(2025, 12, 31);
    private static final UUID GROUP = new UUID(1, 1);
    @TempDir Path folder;

    private static Milestone aim(String amount, Direction way) {
        return Milestone.target(Role.FINAL, END, new BigDecimal(amount), way);
    }

    private static Course course(String baseline, Milestone target) {
        return Course.of(
                Milestone.baseline(LocalDate.of(2020, 12, 31), new BigDecimal(baseline)), target);
    }

    private static List<Observation> years(String... amounts) {
        return IntStream.range(0, amounts.length)
                .mapToObj(i -> Observation.actual(Period.ofYear(2021 + i), amounts[i]))
                .toList();
    }

    private static Plan plan(List<Indicator> indicators) {
        return Plan.empty(new UUID(0, 1), "试验规划", "试验局", 2021, 2025, 2020)
                .withGroup(new IndicatorGroup(GROUP, "综合类"))
                .withChanges(d -> d.indicators = indicators);
    }

    private static Indicator one(
            String name, String unit, IndicatorKind kind, Consumer<Indicator.Draft> more) {
        return Indicator.createNamed(
                        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), GROUP, name)
                .withChanges(
                        d -> {
                            d.unit = unit;
                            d.kind = kind;
                        })
                .withChanges(more);
    }

    private static Indicator jobs() {
        return one(
                "城镇新增就业",
                "人",
                IndicatorKind.CUMULATIVE,
                d -> {
                    d.reporting = Reporting.PER_PERIOD;
                    d.course = course("0", aim("220000", Direction.HIGHER));
                    d.observations =
                            Stream.concat(
                                            years("42000", "45000", "48000").stream(),
                                            Stream.of(
                                                    Observation.actual(
                                                            Period.ofHalfYear(2023, 1), "23000")))
                                    .sorted()
                                    .toList();
                });
    }

    private static Indicator air() {
        return one(
                "空气优良天数比例",
                "%",
                IndicatorKind.HOLD,
                d -> {
                    d.decimals = 1;
                    d.course = course("85", aim("85", Direction.HIGHER));
                    d.observations = years("86.1", "84.2", "86");
                });
    }

    private static Indicator accidents(Direction way) {
        return one(
                "重特大安全事故",
                "起",
                IndicatorKind.ZERO,
                d -> {
                    d.direction = way;
                    d.course = course("0", aim("0", way));
                    d.observations = years("0", "0", "2");
                });
    }

    private static Indicator unemployment(String... figures) {
        return one(
                "城镇调查失业率",
                "%",
                IndicatorKind.STOCK,
                d -> {
                    d.decimals = 1;
                    d.direction = Direction.LOWER;
                    d.course = course("5.6", aim("5.0", Direction.LOWER));
                    d.observations = years(figures);
                });
    }

    private static Indicator beds() {
        Indicator beds =
                one(
                        "养老床位",
                        "张",
                        IndicatorKind.STOCK,
                        d -> {
                            d.course = course("12000", aim("20000", Direction.HIGHER));
                            d.observations = years("13100", "14500", "15000");
                        });
        return beds.withRevisedTarget(
                        aim("18000", Direction.HIGHER),
                        LocalDate.of(2023, 5, 10),
                        "规划调整",
                        "试发〔2023〕3号")
                .withChanges(
                        d ->
                                d.handVerdict =
                                        Optional.of(
                                                new HandVerdict(
                                                        Verdict.AHEAD,
                                                        "已封顶三处",
                                                        LocalDate.of(2023, 12, 20))));
    }

    private static Narrative narrative(Plan plan, Locale language) {
        return new Narrative(Messages.forLocale(language), Evaluation.evaluate(plan, AT));
    }

    private static String told(Plan plan, String key) {
        return narrative(plan, Messages.CHINESE).reportBlocks(Outline.EVALUATION).stream()
                .flatMap(
                        b ->
                                b instanceof ReportBlock.ProseBlock p && p.key().equals(key)
                                        ? Stream.of(p.text())
                                        : Stream.empty())
                .findFirst()
                .orElse("");
    }

    private static String told(Indicator i) {
        return told(plan(List.of(i)), "ind." + i.id());
    }

    private static String behind(Indicator i) {
        return told(plan(List.of(i)), "behind." + i.id());
    }

    @Test
    void aSumOfSeveralYearsIsToldAsOne() {
        assertEquals(
                "城镇新增就业：2021—2023年累计13.5万人（基期0人，期末目标22万人），完成进度61.36%，快于时间进度1.36个百分点，评价为“快于进度”。",
                told(jobs()));
        Indicator toDate =
                jobs().withChanges(
                                d -> {
                                    d.reporting = Reporting.TO_DATE;
                                    d.observations = years("42000", "87000", "135000");
                                });
        assertTrue(told(toDate).startsWith("城镇新增就业：截至2023年底累计13.5万人（"), told(toDate));
    }

    @Test
    void aMeanAndAGrowthAreToldOverTheirYears() {
        Indicator mean = air().withChanges(d -> d.kind = IndicatorKind.MEAN);
        assertEquals("空气优良天数比例：2021—2023年年均85.43%，目标为85%，评价为“达标”。", told(mean));
        Indicator growth =
                one(
                        "生产总值",
                        "亿元",
                        IndicatorKind.GROWTH,
                        d -> {
                            d.course = course("100", aim("11", Direction.HIGHER));
                            d.observations = years("110", "121", "133.1");
                        });
        assertEquals("生产总值：2021—2023年年均增速10.00%，目标为11%，评价为“未达标”。", told(growth));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HIGHER", "LOWER"})
    void noEventIsAllowedWhateverWayIsStored(Direction way) {
        assertEquals("重特大安全事故：2021—2023年共发生2起，要求零发生，评价为“未达标”。", told(accidents(way)));
        Evaluation standing = Evaluation.evaluate(plan(List.of(accidents(way))), AT);
        Messages words = Messages.forLocale(Messages.CHINESE);
        Chart.TrajectoryChart drawn =
                new IndicatorCharts(words)
                        .trajectoryChart(standing, standing.assessments().getFirst());
        assertEquals(Relation.EQUAL, drawn.level().orElseThrow().relation());
        assertTrue(
                drawn.targets().stream().allMatch(s -> s.label().equals("期末目标 0")),
                () -> "" + drawn.targets());
        AppendixGrid.AppendixLine.AppendixRow row =
                (AppendixGrid.AppendixLine.AppendixRow)
                        new AppendixGrid(words, standing, AppendixColumn.allColumns())
                                .lines()
                                .getLast();
        assertTrue(
                row.entries().stream().noneMatch(e -> e.shownText().matches("[≥≤].*")),
                () -> "" + row.entries());
    }

    /** 86 is over the 85 that must be held; only 2022 fell short: no way is left to go. */
    @Test
    void whatMustBeHeldHasNoWayToGo() {
        assertEquals("空气优良天数比例：年度要求不低于85%，已报3年中2年达到要求，最不利的是2022年的84.2%，评价为“未达标”。", told(air()));
        assertEquals("空气优良天数比例的原因和对策待补充。", told(plan(List.of(air())), "behind.open"));
        String brief = told(plan(List.of(air())), "brief.behind");
        assertFalse(brief.contains("完成进度"), brief);
    }

    /** From 5.6 to 5.0: 5.5 is 0.5 points above, 0.25 a year over two years. */
    @Test
    void aFallingPercentageIsToldInPoints() {
        assertTrue(
                behind(unemployment("5.6", "5.6", "5.5"))
                        .contains("比期末目标高0.5个百分点，今后每年需降低0.25个百分点。"),
                behind(unemployment("5.6", "5.6", "5.5")));
    }

    /** (18000 − 15000) ÷ 2 years. */
    @Test
    void whatPeopleDecidedIsToldToo() {
        String said = behind(beds());
        String decided =
                "；期末目标由≥20000张调整为≥18000张（2023年5月10日；试发〔2023〕3号；规划调整）；人工评价为“提前完成”（已封顶三处，2023年12月20日）。";
        assertEquals("养老床位：距期末目标还差3000张，今后每年需推进1500张。", said);
        assertTrue(told(beds()).endsWith(decided), told(beds()));
    }

    @Test
    void theNoteSaysWhichQuotientsAreOfASum() {
        List<String> notes = notes(plan(List.of(air(), jobs())));
        assertTrue(
                notes.stream().anyMatch(n -> n.endsWith("：第2项取2021—2023年累计135000人。")),
                () -> "" + notes);
    }

    @Test
    void sourcesAreCountedAsTheyAreListed() {
        Indicator sourced =
                beds().withChanges(
                                d ->
                                        d.observations =
                                                List.of(
                                                        from("2021", Status.ACTUAL, "一.xlsx"),
                                                        from("2022", Status.PRELIMINARY, "二.xlsx"),
                                                        from("2024", Status.FORECAST, "三.xlsx"),
                                                        from("2024H1", Status.ACTUAL, "四.xlsx")));
        Plan plan = plan(List.of(sourced));
        assertTrue(
                told(plan, "organisation").endsWith("实际值1个，附表数据来源文件3份。"),
                told(plan, "organisation"));
        assertEquals("数据来源：一.xlsx、二.xlsx、三.xlsx。", notes(plan).getLast());
    }

    private static List<String> notes(Plan plan) {
        return new AppendixGrid(
                        Messages.forLocale(Messages.CHINESE),
                        Evaluation.evaluate(plan, AT),
                        AppendixColumn.standardColumns())
                .notes();
    }

    private static Observation from(String period, Status status, String document) {
        return Observation.of(Period.parse(period), status, Reading.ofAmount("14000"))
                .withSource(Source.inDocument(document, ""));
    }

    /** Every kind in every state. */
    private static Plan every() {
        List<Indicator> all = new ArrayList<>();
        for (IndicatorKind kind : IndicatorKind.values()) {
            for (Direction way : Direction.values()) {
                String name = kind + "·" + way;
                String end =
                        kind == IndicatorKind.ZERO
                                ? "0"
                                : kind == IndicatorKind.GROWTH
                                        ? "4"
                                        : way == Direction.HIGHER ? "130" : "70";
                Consumer<Indicator.Draft> set =
                        d -> {
                            d.direction = way;
                            d.reporting =
                                    kind == IndicatorKind.CUMULATIVE
                                            ? Reporting.PER_PERIOD
                                            : Reporting.TO_DATE;
                            d.course = course("100", aim(end, way));
                        };
                String per = kind == IndicatorKind.CUMULATIVE ? "" : "1";
                all.add(
                        one(
                                name + "升",
                                "%",
                                kind,
                                set.andThen(
                                        d ->
                                                d.observations =
                                                        years(
                                                                per + "05",
                                                                per + "15",
                                                                per + "40"))));
                all.add(
                        one(
                                name + "降",
                                "件",
                                kind,
                                set.andThen(d -> d.observations = years("95", "85", "60"))));
                all.add(
                        one(
                                name + "无目标",
                                "件",
                                kind,
                                set.andThen(
                                        d -> {
                                            d.course = Course.EMPTY;
                                            d.observations = years("95", "85", "90");
                                        })));
                all.add(one(name + "无数值", "件", kind, set));
                all.add(
                        one(
                                name + "仅年度目标",
                                "件",
                                kind,
                                set.andThen(
                                        d -> {
                                            d.course =
                                                    Course.of(
                                                            Milestone.target(
                                                                    Role.YEARLY,
                                                                    AT,
                                                                    new BigDecimal("120"),
                                                                    way));
                                            d.observations = years("95", "85", "90");
                                        })));
                all.add(
                        one(
                                name + "区间",
                                "%",
                                kind,
                                set.andThen(
                                        d -> {
                                            d.course =
                                                    course(
                                                            "100",
                                                            new Milestone(
                                                                    Role.FINAL,
                                                                    END,
                                                                    new BigDecimal("110"),
                                                                    Relation.BETWEEN,
                                                                    Optional.of(
                                                                            new BigDecimal("120")),
                                                                    false));
                                            d.observations = years("105", "115", "140");
                                        })));
            }
        }
        return plan(all);
    }

    @ParameterizedTest
    @CsvSource({"zh", "en"})
    void noSentenceOfAnyKindIsFalse(String language) throws Exception {
        Messages words = Messages.forLocale(Locale.forLanguageTag(language));
        Evaluation standing = Evaluation.evaluate(every(), AT);
        List<String> said = new ArrayList<>();
        for (Outline outline : Outline.values())
            new Narrative(words, standing)
                    .reportBlocks(outline)
                    .forEach(
                            b -> {
                                if (b instanceof ReportBlock.ProseBlock p) said.add(p.text());
                            });
        new Handover(words, HandoverOptions.everything()).writeHandover(standing, folder, _ -> {});
        try (XMLSlideShow show =
                        new XMLSlideShow(Files.newInputStream(folder.resolve("slides.pptx")));
                XSLFExtractor text = new XSLFExtractor(show)) {
            said.addAll(text.getText().lines().toList());
        }
        Files.write(Path.of("target", "telling-" + language + ".txt"), said);
        List<String> wrong =
                said.stream()
                        .filter(
                                s ->
                                        s.matches(
                                                "(?s).*(还差|需推进|需降低|降低|gap to the final target is|must fall by|from now on)\\s?-.*|.*[≥≤<>]0(?![.\\d]).*|.*(缺数|no figure\\]).*"))
                        .toList();
        assertEquals(List.of(), wrong);
        List<Assessment> without =
                standing.assessments().stream()
                        .filter(a -> !a.indicator().kind().isJudgedOnCourse())
                        .toList();
        assertEquals(
                List.of(),
                without.stream()
                        .filter(Assessment::hasWayToGo)
                        .map(a -> a.indicator().name())
                        .toList());
    }

    /**
     * What the program has written itself is not reproached: row 2's numbers in the text are sums,
     * row 4's verdict is one of events.
     */
    @ParameterizedTest
    @ValueSource(strings = {"appendix.xlsx", "report.docx"})
    void whatWasWrittenHoldsWhenProofRead(String file) throws Exception {
        Indicator forecast =
                unemployment("5.6", "5.5", "5.2")
                        .withObservation(
                                Observation.of(
                                        Period.ofYear(2024),
                                        Status.FORECAST,
                                        Reading.ofAmount("5.1")));
        Plan plan = plan(List.of(beds(), jobs(), air(), accidents(Direction.HIGHER), forecast));
        new Handover(Messages.forLocale(Messages.CHINESE), HandoverOptions.everything())
                .writeHandover(Evaluation.evaluate(plan, AT), folder, _ -> {});
        TableProof proof = TableProof.fromFile(folder.resolve(file), Optional.empty());
        List<String> wrong =
                proof.contradictions().stream()
                        .filter(
                                c ->
                                        c.kind() != Contradiction.Kind.QUOTIENT_IMPOSSIBLE
                                                && c.kind() != Contradiction.Kind.BLANK_IMPOSSIBLE)
                        .map(Contradiction::toString)
                        .toList();
        assertEquals(List.of(), wrong);
    }

    @Test
    void chartsAreNumberedInOrderAndNoneIsEmpty() throws Exception {
        List<Path> written =
                new Handover(Messages.forLocale(Messages.CHINESE), HandoverOptions.everything())
                        .writeHandover(
                                Evaluation.evaluate(
                                        plan(
                                                List.of(
                                                        beds(),
                                                        one(
                                                                "未填报",
                                                                "个",
                                                                IndicatorKind.STOCK,
                                                                _ -> {}))),
                                        AT),
                                folder,
                                _ -> {});
        List<String> charts =
                written.stream()
                        .map(p -> p.getFileName().toString())
                        .filter(n -> n.endsWith(".svg"))
                        .toList();
        assertEquals(List.of("01-指标总览.svg", "02-进度排序.svg", "03-评价分布.svg", "04-养老床位.svg"), charts);
    }
}
