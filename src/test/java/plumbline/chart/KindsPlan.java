package plumbline.chart;

import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;
import plumbline.plan.Course;
import plumbline.plan.Demand;
import plumbline.plan.Direction;
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
import plumbline.plan.Status;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** An indicator of every kind in the middle of 2023, with figures of parts of years. */
public final class KindsPlan {
    static final LocalDate AT = LocalDate.of(2023, 6, 30);
    private static final UUID GROUP = new UUID(1, 1);
    private final List<Indicator> indicators = new ArrayList<>();

    private KindsPlan() {}

    public static Evaluation standing() {
        KindsPlan kinds = new KindsPlan();
        kinds.add(
                "累计",
                IndicatorKind.CUMULATIVE,
                "件",
                "2021 80, 2022Q1 30, 2022Q2 20, 2022H2 70, 2023Q1 30, 2023 预计120",
                d -> d.course = course("0", "500"));
        kinds.add(
                "年度值",
                IndicatorKind.YEARLY,
                "件",
                "2021 118, 2022 150, 2023Q1 30, 2023Q2 50",
                d -> d.course = course("100", "200"));
        kinds.add(
                "年均",
                IndicatorKind.MEAN,
                "%",
                "2021 5, 2022 7.5, 2023H1 3",
                d -> d.course = course("5.2", "6"));
        kinds.add("零容忍", IndicatorKind.ZERO, "起", "2021 0, 2022 0, 2023H1 0", _ -> {});
        kinds.add("已突破", IndicatorKind.ZERO, "起", "2021 0, 2022H1 1, 2022H2 0", _ -> {});
        kinds.add(
                "总量增速",
                IndicatorKind.GROWTH,
                "亿元",
                "2021 107, 2022 121, 2023H1 60",
                d -> d.course = course("100", "10"));
        kinds.add(
                "比率增速",
                IndicatorKind.GROWTH,
                "%",
                "2021 8, 2022 4",
                d -> d.course = Course.of(aim("6.5")));
        kinds.add(
                "区间",
                IndicatorKind.HOLD,
                "%",
                "2021 64, 2022 69.5, 2023H1 66",
                d -> {
                    d.chosenDemand = Optional.of(Demand.STAY_WITHIN);
                    d.course =
                            Course.of(
                                    new Milestone(
                                            Role.FINAL,
                                            aim("1").day(),
                                            new BigDecimal("63"),
                                            Relation.BETWEEN,
                                            Optional.of(new BigDecimal("68")),
                                            false));
                });
        kinds.add(
                "里程碑",
                IndicatorKind.MILESTONE,
                "",
                "2022 0, 2023H1 1",
                d -> d.course = Course.of(aim("1")));
        kinds.add(
                "无基期",
                IndicatorKind.STOCK,
                "个",
                "2021 3, 2022 5",
                d -> d.course = Course.of(aim("10")));
        kinds.add(
                "旧基期",
                IndicatorKind.STOCK,
                "个",
                "2019 11, 2021 14, 2022 18",
                d ->
                        d.course =
                                Course.of(
                                        Milestone.baseline(
                                                LocalDate.of(2019, 12, 31), BigDecimal.TEN),
                                        aim("30")));
        kinds.add(
                "失业率",
                IndicatorKind.STOCK,
                "%",
                "2021 5.1, 2022 5.6",
                d -> {
                    d.chosenDemand = Optional.of(Demand.STAY_WITHIN);
                    d.course =
                            Course.of(
                                    Milestone.baseline(
                                            LocalDate.of(2020, 12, 31), new BigDecimal("4.8")),
                                    new Milestone(
                                            Role.FINAL,
                                            aim("1").day(),
                                            new BigDecimal("4.5"),
                                            Relation.BETWEEN,
                                            Optional.of(new BigDecimal("5.5")),
                                            false));
                });
        Milestone cars =
                new Milestone(
                        Role.FINAL,
                        aim("1").day(),
                        new BigDecimal("15"),
                        Relation.ABOUT,
                        Optional.of(BigDecimal.ONE),
                        false);
        kinds.add(
                "进区间",
                IndicatorKind.STOCK,
                "辆",
                "2021 13, 2022 14.5",
                d ->
                        d.course =
                                Course.of(
                                        Milestone.baseline(
                                                LocalDate.of(2020, 12, 31), new BigDecimal("11")),
                                        cars));
        kinds.indicators.add(
                Indicator.createNamed(new UUID(2, 98), GROUP, "调区间")
                        .withChanges(
                                d ->
                                        d.course =
                                                Course.of(
                                                        Milestone.baseline(
                                                                LocalDate.of(2020, 12, 31),
                                                                new BigDecimal("11")),
                                                        cars))
                        .withRevisedTarget(
                                new Milestone(
                                        Role.FINAL,
                                        cars.day(),
                                        new BigDecimal("20"),
                                        Relation.BETWEEN,
                                        Optional.of(new BigDecimal("30")),
                                        false),
                                LocalDate.of(2023, 3, 10),
                                "",
                                ""));
        kinds.add(
                "建成",
                IndicatorKind.MILESTONE,
                "",
                "2021 0, 2022 1",
                d -> d.course = course("0", "1"));
        Indicator held = kinds.indicators.get(2).withChanges(d -> d.course = Course.of(aim("6")));
        kinds.indicators.add(
                Indicator.createNamed(new UUID(2, 99), GROUP, "已调整")
                        .withChanges(
                                d -> {
                                    d.kind = IndicatorKind.MEAN;
                                    d.observations = held.observations();
                                    d.course = held.course();
                                })
                        .withRevisedTarget(aim("5.5"), LocalDate.of(2023, 3, 10), "", ""));
        return Evaluation.evaluate(
                Plan.empty(new UUID(0, 1), "规划", "", 2021, 2025, 2020)
                        .withGroup(new IndicatorGroup(GROUP, "类"))
                        .withChanges(d -> d.indicators = kinds.indicators),
                AT);
    }

    static Assessment of(Evaluation standing, String name) {
        return standing.assessments().stream()
                .filter(a -> a.indicator().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void add(
            String name,
            IndicatorKind kind,
            String unit,
            String figures,
            Consumer<Indicator.Draft> change) {
        indicators.add(
                Indicator.createNamed(new UUID(2, indicators.size()), GROUP, name)
                        .withChanges(
                                d -> {
                                    d.kind = kind;
                                    d.unit = unit;
                                    d.reporting = Reporting.PER_PERIOD;
                                    d.observations =
                                            Arrays.stream(figures.split(", "))
                                                    .map(t -> t.split(" "))
                                                    .map(KindsPlan::figure)
                                                    .toList();
                                })
                        .withChanges(change));
    }

    private static Observation figure(String[] text) {
        if (!text[1].startsWith("预计")) return Observation.actual(Period.parse(text[0]), text[1]);
        return Observation.of(
                Period.parse(text[0]), Status.FORECAST, Reading.ofAmount(text[1].substring(2)));
    }

    private static Milestone aim(String amount) {
        return Milestone.target(
                Role.FINAL, LocalDate.of(2025, 12, 31), new BigDecimal(amount), Direction.HIGHER);
    }

    private static Course course(String baseline, String target) {
        return Course.of(
                Milestone.baseline(LocalDate.of(2020, 12, 31), new BigDecimal(baseline)),
                aim(target));
    }
}
