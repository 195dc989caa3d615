package plumbline.report;

import plumbline.plan.ChartKind;
import plumbline.plan.Course;
import plumbline.plan.Direction;
import plumbline.plan.HandVerdict;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Milestone;
import plumbline.plan.Milestone.Role;
import plumbline.plan.Observation;
import plumbline.plan.Part;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Reading;
import plumbline.plan.Redaction;
import plumbline.plan.Relation;
import plumbline.plan.RollUp;
import plumbline.plan.SavedChart;
import plumbline.plan.Status;
import plumbline.plan.TargetRevision;
import plumbline.plan.Verdict;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A plan with figures of our own, five of its six indicators with something to hide, and all
 * numbers that tell it.
 */
public final class Secret {
    public static final LocalDate AT = LocalDate.of(2022, 12, 31);
    private static final LocalDate END = LocalDate.of(2025, 12, 31);
    private static final UUID GROUP = new UUID(1, 1);
    public static final UUID ONE_YEAR = new UUID(2, 1);
    static final UUID WHOLE = new UUID(2, 2);
    static final UUID HELD = new UUID(2, 3);
    public static final UUID SUMMED = new UUID(2, 4);
    public static final UUID PART = new UUID(3, 1);
    static final UUID TARGET = new UUID(2, 5);
    public static final UUID OPEN = new UUID(2, 6);

    /**
     * What is marked, and by hand what is computed from it: of 27391 from 20011 to 30017 attainment
     * 91.25 %, progress 73.76 %, gap 2626; of 1879 from 1203 to 2467 attainment 76.16 %, progress
     * 53.48 %, due 1708.6, gap 588; of 5443 from 4001 to 7919 attainment 68.73 %, progress 36.80 %,
     * gap 2476, due 5568.2.
     */
    static final List<String> DIGITS =
            List.of(
                    "27391", "91.25", "73.76", "2626", "1203", "1551", "1879", "2467", "2511",
                    "76.16", "53.48", "588", "98.37", "7717", "7919", "7501", "68.73", "36.80",
                    "2476", "5568.2", "5568.20");

    /** The same as cells and chart data keep them: fractions, however many decimals. */
    static final List<String> FRACTIONS =
            List.of("0.9125", "0.7375", "0.7616", "0.5348", "0.6873", "0.3680");

    private Secret() {}

    private static Milestone target(String amount) {
        return Milestone.target(Role.FINAL, END, new BigDecimal(amount), Direction.HIGHER);
    }

    private static Course course(String baseline, String target) {
        return Course.of(
                Milestone.baseline(LocalDate.of(2020, 12, 31), new BigDecimal(baseline)),
                target(target));
    }

    private static Observation actual(int year, String amount) {
        return Observation.actual(Period.ofYear(year), amount);
    }

    private static Indicator indicator(
            UUID id, String name, Course course, Observation... figures) {
        return Indicator.createNamed(id, GROUP, name)
                .withChanges(
                        d -> {
                            d.unit = "户";
                            d.course = course;
                            d.observations = List.of(figures);
                        });
    }

    public static Plan unmarked() {
        Indicator whole =
                indicator(
                        WHOLE,
                        "重点企业",
                        course("1203", "2467"),
                        actual(2021, "1551"),
                        actual(2022, "1879"),
                        Observation.of(
                                Period.ofYear(2023), Status.FORECAST, Reading.ofAmount("2511")));
        Indicator held =
                indicator(
                                HELD,
                                "抽检合格率",
                                Course.of(
                                        new Milestone(
                                                Role.FINAL,
                                                END,
                                                new BigDecimal("98"),
                                                Relation.AT_LEAST,
                                                Optional.empty(),
                                                false)),
                                actual(2021, "99.1"),
                                actual(2022, "98.37"))
                        .withChanges(
                                d -> {
                                    d.kind = IndicatorKind.HOLD;
                                    d.unit = "%";
                                    d.decimals = 2;
                                });
        Indicator summed =
                indicator(SUMMED, "市场主体", course("8003", "9907"))
                        .withChanges(
                                d -> {
                                    d.rollUp = RollUp.SUM;
                                    d.parts =
                                            List.of(
                                                    new Part(
                                                            PART,
                                                            "甲县",
                                                            Course.EMPTY,
                                                            List.of(actual(2022, "7717"))),
                                                    new Part(
                                                            new UUID(3, 2),
                                                            "乙县",
                                                            Course.EMPTY,
                                                            List.of(actual(2022, "1234"))));
                                });
        Indicator aimed =
                indicator(TARGET, "新增专利", course("4001", "7919"), actual(2022, "5443"))
                        .withChanges(
                                d -> {
                                    d.revisions =
                                            List.of(
                                                    new TargetRevision(
                                                            target("7501"),
                                                            LocalDate.of(2022, 3, 1),
                                                            "形势变化",
                                                            "〔2022〕3号"));
                                    d.handVerdict =
                                            Optional.of(
                                                    new HandVerdict(
                                                            Verdict.NEARLY,
                                                            "专家意见",
                                                            LocalDate.of(2022, 12, 1)));
                                });
        return Plan.empty(new UUID(0, 1), "试验规划", "试验局", 2021, 2025, 2020)
                .withGroup(new IndicatorGroup(GROUP, "发展类"))
                .withIndicator(
                        indicator(
                                ONE_YEAR,
                                "企业总数",
                                course("20011", "30017"),
                                actual(2021, "23456"),
                                actual(2022, "27391")))
                .withIndicator(whole)
                .withIndicator(held)
                .withIndicator(summed)
                .withIndicator(aimed)
                .withIndicator(
                        indicator(
                                OPEN,
                                "公开指标",
                                course("3300", "6600"),
                                actual(2021, "4100"),
                                actual(2022, "4700")))
                .withChart(SavedChart.createForWholePlan(new UUID(5, 1), ChartKind.MATRIX));
    }

    static Plan marked() {
        return unmarked()
                .withRedaction(new Redaction.PeriodRedaction(ONE_YEAR, Period.ofYear(2022)))
                .withRedaction(new Redaction.LineRedaction(WHOLE))
                .withRedaction(new Redaction.PeriodRedaction(HELD, Period.ofYear(2022)))
                .withRedaction(new Redaction.PeriodRedaction(PART, Period.ofYear(2022)))
                .withRedaction(Redaction.TargetRedaction.forMilestone(TARGET, Role.FINAL, END));
    }
}
