package plumbline.bench;

import plumbline.plan.Course;
import plumbline.plan.Direction;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Milestone;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** 2,000 indicators of every kind in ten groups × 60 months, each with a figure. */
final class LargePlan {
    static final int INDICATORS = 2_000;
    static final LocalDate AT = LocalDate.of(2025, 12, 31);
    private static final int GROUPS = 10;

    private LargePlan() {}

    static Plan make() {
        List<IndicatorGroup> groups = new ArrayList<>();
        for (int i = 0; i < GROUPS; i++)
            groups.add(new IndicatorGroup(new UUID(1, i), "第" + (i + 1) + "类"));
        List<Period> months = new ArrayList<>();
        for (int year = 2021; year <= 2025; year++)
            for (int month = 1; month <= 12; month++)
                months.add(Period.parse(String.format("%d-%02d", year, month)));
        List<Indicator> indicators = new ArrayList<>();
        for (int i = 0; i < INDICATORS; i++)
            indicators.add(indicator(i, groups.get(i * GROUPS / INDICATORS).id(), months));
        return Plan.empty(new UUID(0, 1), "规划", "", 2021, 2025, 2020)
                .withChanges(
                        d -> {
                            d.periods = months;
                            d.groups = groups;
                            d.indicators = indicators;
                        });
    }

    private static Indicator indicator(int number, UUID group, List<Period> months) {
        IndicatorKind kind = IndicatorKind.values()[number % IndicatorKind.values().length];
        return Indicator.createNamed(new UUID(2, number), group, "指标 " + number)
                .withChanges(
                        d -> {
                            d.kind = kind;
                            d.unit = number % 2 == 0 ? "件" : "%";
                            d.course =
                                    Course.of(
                                            Milestone.baseline(
                                                    LocalDate.of(2020, 12, 31),
                                                    new BigDecimal("100")),
                                            Milestone.target(
                                                    Milestone.Role.FINAL,
                                                    AT,
                                                    new BigDecimal("200"),
                                                    Direction.HIGHER));
                            List<Observation> observations = new ArrayList<>();
                            for (int m = 0; m < months.size(); m++)
                                observations.add(
                                        Observation.actual(
                                                months.get(m), 100 + m + "." + number % 10));
                            d.observations = observations;
                        });
    }
}
