package plumbline.assessment;

import plumbline.plan.Course;
import plumbline.plan.Direction;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Milestone;
import plumbline.plan.Milestone.Role;
import plumbline.plan.MissingReason;
import plumbline.plan.Observation;
import plumbline.plan.Part;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Reading;
import plumbline.plan.Relation;
import plumbline.plan.Reporting;
import plumbline.plan.RollUp;
import plumbline.plan.Source;
import plumbline.plan.Status;
import plumbline.plan.VerdictRule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Any kind, any relation, holes, forecasts, parts, no baseline, no target, nothing at all; each
 * drawn from its own number, so a failure can be repeated.
 */
public final class AnyPlan {
    static final List<VerdictRule> RULES =
            List.of(
                    VerdictRule.timeRule(),
                    VerdictRule.suizhouRule(),
                    VerdictRule.fourClassRule(),
                    VerdictRule.ragRule(),
                    VerdictRule.growthRatioRule());

    private AnyPlan() {}

    /**
     * Of its own for each number; the first draws of numbers one after the other would be much
     * alike.
     */
    static Random random(int number) {
        return new Random(number * 0x9E3779B97F4A7C15L);
    }

    /** With one indicator. */
    public static Plan of(int number) {
        Random random = random(number);
        Indicator indicator = indicator(new UUID(2, 1), random);
        return Given.plan(_ -> {})
                .withIndicator(indicator)
                .withRule(RULES.get(random.nextInt(RULES.size())));
    }

    /** With many, of the plan's years and the first half of 2023. */
    public static Plan with(int indicators, VerdictRule rule) {
        List<Indicator> many =
                IntStream.range(0, indicators)
                        .mapToObj(n -> indicator(new UUID(2, n), random(n)))
                        .toList();
        return Given.plan(_ -> {})
                .withRule(rule)
                .withPeriod(Period.ofHalfYear(2023, 1))
                .withChanges(d -> d.indicators = many);
    }

    private static Indicator indicator(UUID id, Random random) {
        return Indicator.createNamed(id, Given.GROUP, "指标" + id.getLeastSignificantBits())
                .withChanges(
                        d -> {
                            d.kind =
                                    IndicatorKind.values()[
                                            random.nextInt(IndicatorKind.values().length)];
                            d.reporting =
                                    Reporting.values()[random.nextInt(Reporting.values().length)];
                            d.direction = Direction.values()[random.nextInt(2)];
                            d.unit = List.of("件", "%", "万户", "").get(random.nextInt(4));
                            d.course = course(random);
                            d.observations = observations(random);
                            if (random.nextInt(4) == 0) parts(d, random);
                        });
    }

    private static void parts(Indicator.Draft d, Random random) {
        d.rollUp = RollUp.values()[random.nextInt(RollUp.values().length)];
        d.parts =
                List.of(
                        new Part(new UUID(3, 1), "甲县", Course.EMPTY, observations(random)),
                        new Part(new UUID(3, 2), "乙区", Course.EMPTY, observations(random)));
    }

    private static Course course(Random random) {
        List<Milestone> milestones = new ArrayList<>();
        if (random.nextInt(4) > 0)
            milestones.add(
                    Milestone.baseline(
                            LocalDate.of(2018 + random.nextInt(3), 12, 31), odd(random)));
        if (random.nextInt(3) == 0)
            milestones.add(
                    Milestone.target(
                            Role.YEARLY,
                            LocalDate.of(2022, 12, 31),
                            odd(random),
                            Direction.HIGHER));
        if (random.nextInt(3) == 0)
            milestones.add(
                    Milestone.target(
                            Role.MID_TERM,
                            LocalDate.of(2023, 6, 30),
                            odd(random),
                            Direction.LOWER));
        if (random.nextInt(5) > 0) {
            Relation relation = Relation.values()[random.nextInt(Relation.values().length)];
            BigDecimal amount = odd(random);
            milestones.add(
                    new Milestone(
                            Role.FINAL,
                            LocalDate.of(2025, 12, 31),
                            amount,
                            relation,
                            relation.needsBound()
                                    ? Optional.of(amount.abs().add(BigDecimal.ONE))
                                    : Optional.empty(),
                            false));
        }
        return new Course(milestones);
    }

    private static BigDecimal odd(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> BigDecimal.ZERO;
            case 1 -> new BigDecimal("-3.5");
            case 2 -> new BigDecimal("0.000000000001");
            case 3 -> new BigDecimal("1.5E+9");
            default -> BigDecimal.valueOf(random.nextInt(200), random.nextInt(3));
        };
    }

    private static List<Observation> observations(Random random) {
        List<Observation> observations = new ArrayList<>();
        TreeSet<String> codes =
                new TreeSet<>(
                        List.of(
                                "2019",
                                "2021",
                                "2021H1",
                                "2022",
                                "2022Q3",
                                "2022Q4",
                                "2023H1",
                                "2023-05",
                                "2021-01..2022-12",
                                "2022-07..2023-06",
                                "2026"));
        for (String code : codes) {
            if (random.nextBoolean()) continue;
            Period period = Period.parse(code);
            int months =
                    random.nextInt(3) == 0
                            ? 1 + random.nextInt(period.monthCount())
                            : period.monthCount();
            Status status = Status.values()[random.nextInt(Status.values().length)];
            observations.add(
                    new Observation(period, months, reading(random), status, Source.TYPED, ""));
        }
        return observations;
    }

    private static Reading reading(Random random) {
        BigDecimal amount = odd(random);
        return switch (random.nextInt(8)) {
            case 0 -> Reading.missing(MissingReason.REDACTED);
            case 1 -> new Reading.Value(amount, true, "约" + amount.toPlainString());
            case 2 -> new Reading.Value(amount, false, ">" + amount.toPlainString());
            default -> Reading.ofAmount(amount);
        };
    }
}
