package plumbline.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
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
import plumbline.assessment.Standing;
import plumbline.plan.Course;
import plumbline.plan.Direction;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.Kind;
import plumbline.plan.Milestone;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;

/** A plan of 2,000 indicators × 60 months: judged whole, and judged anew after one edit. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class StandingBenchmark {
    private static final int INDICATORS = 2_000;
    private static final LocalDate AT = LocalDate.of(2025, 12, 31);
    private Plan plan;
    private Standing standing;
    private UUID edited;

    @Setup public void makePlan() {
        UUID group = new UUID(1, 1);
        List<Period> months = new ArrayList<>();
        for (int year = 2021; year <= 2025; year++) for (int month = 1; month <= 12; month++) months.add(Period.parse(String.format("%d-%02d", year, month)));
        List<Indicator> indicators = new ArrayList<>();
        for (int i = 0; i < INDICATORS; i++) indicators.add(indicator(i, group, months));
        edited = indicators.get(INDICATORS / 2).id();
        plan = Plan.empty(new UUID(0, 1), "规划", "", 2021, 2025, 2020).change(d -> {
            d.periods = months;
            d.groups = List.of(new IndicatorGroup(group, "类"));
            d.indicators = indicators;
        });
        standing = Standing.of(plan, AT);
    }

    private static Indicator indicator(int number, UUID group, List<Period> months) {
        Kind kind = Kind.values()[number % Kind.values().length];
        return Indicator.named(new UUID(2, number), group, "指标 " + number).change(d -> {
            d.kind = kind;
            d.unit = number % 2 == 0 ? "件" : "%";
            d.course = Course.of(Milestone.baseline(LocalDate.of(2020, 12, 31), new BigDecimal("100")),
                    Milestone.target(Milestone.Role.FINAL, AT, new BigDecimal("200"), Direction.HIGHER));
            List<Observation> observations = new ArrayList<>();
            for (int m = 0; m < months.size(); m++) observations.add(Observation.actual(months.get(m), 100 + m + "." + number % 10));
            d.observations = observations;
        });
    }

    @Benchmark public Standing judgesTheWholePlan() {
        return Standing.of(plan, AT);
    }

    @Benchmark public Standing judgesAnewAfterAnEdit() {
        return standing.after(plan.record(edited, Observation.actual(Period.parse("2025-12"), "150")));
    }
}
