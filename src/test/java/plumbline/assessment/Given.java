package plumbline.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import plumbline.assessment.Judgement.Judged;
import plumbline.assessment.Judgement.Unjudged;
import plumbline.plan.Course;
import plumbline.plan.Direction;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.Milestone;
import plumbline.plan.Milestone.Role;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.VerdictRule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** A plan of 2021–2025 with one indicator, and short words for what is asked of it. */
public final class Given {
    static final LocalDate BASELINE_DAY = LocalDate.of(2020, 12, 31);
    public static final LocalDate END = LocalDate.of(2025, 12, 31);
    public static final LocalDate END_2021 = LocalDate.of(2021, 12, 31);
    public static final LocalDate END_2022 = LocalDate.of(2022, 12, 31);
    public static final LocalDate MID_2023 = LocalDate.of(2023, 6, 30);
    public static final UUID GROUP = new UUID(1, 1);

    private Given() {}

    public static Plan plan(Consumer<Indicator.Draft> changes) {
        return Plan.empty(new UUID(0, 1), "规划", "", 2021, 2025, 2020)
                .withGroup(new IndicatorGroup(GROUP, "类"))
                .withIndicator(
                        Indicator.createNamed(new UUID(2, 1), GROUP, "指标").withChanges(changes));
    }

    public static Plan plan(Course course, Observation... observations) {
        return plan(
                d -> {
                    d.course = course;
                    d.observations = List.of(observations);
                });
    }

    /** From the end of 2020 to the end of 2025; better is the way the target lies. */
    public static Course course(String baseline, String target) {
        return Course.of(
                baseline(baseline), target(Role.FINAL, END, target, way(baseline, target)));
    }

    static Course withMidTerm(String baseline, String midTerm, LocalDate on, String target) {
        return course(baseline, target)
                .withMilestone(target(Role.MID_TERM, on, midTerm, way(baseline, target)));
    }

    public static Milestone baseline(String amount) {
        return Milestone.baseline(BASELINE_DAY, new BigDecimal(amount));
    }

    public static Milestone target(Role role, LocalDate on, String amount, Direction better) {
        return Milestone.target(role, on, new BigDecimal(amount), better);
    }

    private static Direction way(String baseline, String target) {
        return new BigDecimal(target).compareTo(new BigDecimal(baseline)) < 0
                ? Direction.LOWER
                : Direction.HIGHER;
    }

    public static Observation actual(String period, String amount) {
        return Observation.actual(Period.parse(period), amount);
    }

    public static Assessment assess(Plan plan, LocalDate at) {
        return Evaluation.evaluate(plan, at).assessments().getFirst();
    }

    /** By the default rule, on the last day of the figure's period. */
    static Assessment assess(Course course, String period, String amount) {
        return assess(plan(course, actual(period, amount)), Period.parse(period).lastDay());
    }

    static Assessment assess(Course course, String period, String amount, VerdictRule rule) {
        return assess(
                plan(course, actual(period, amount)).withRule(rule),
                Period.parse(period).lastDay());
    }

    /** To the last of the digits that were worked by hand. */
    static void assertFigure(String expected, Figure figure) {
        BigDecimal wanted = new BigDecimal(expected);
        BigDecimal number = assertInstanceOf(Figure.Known.class, figure).value();
        BigDecimal off = number.subtract(wanted).abs();
        boolean close =
                off.signum() == 0
                        || wanted.scale() >= 6 && off.compareTo(new BigDecimal("0.000001")) < 0;
        assertEquals(
                true, close, () -> figure.formula() + " is " + number + ", by hand " + expected);
    }

    static Reason.Cause cause(Figure figure) {
        return assertInstanceOf(Figure.Unknown.class, figure).reason().cause();
    }

    static Reason.Cause unjudged(Assessment a) {
        return assertInstanceOf(Unjudged.class, a.judgement()).reason().cause();
    }

    static List<Remark> remarks(Assessment a) {
        return assertInstanceOf(Judged.class, a.judgement()).remarks();
    }
}
