package plumbline.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.assessment.Assessment;
import plumbline.assessment.Standing;
import plumbline.plan.Course;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.Milestone;
import plumbline.plan.Milestone.Role;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Relation;

/** What is said of a verdict and of the numbers it comes from. */
class ExplanationTest {
    private static final LocalDate END = LocalDate.of(2025, 12, 31);
    private static final UUID GROUP = new UUID(1, 1);

    private static Explanation in(String language) {
        return new Explanation(Words.of(language.equals("zh") ? Words.CHINESE : Words.ENGLISH));
    }

    /** @param figures {@code 2021 5.1, 2022 5.6} */
    private static Assessment of(String figures, String at, Consumer<Indicator.Draft> change) {
        Indicator indicator = Indicator.named(new UUID(2, 1), GROUP, "指标").change(change).change(d -> d.observations =
                Arrays.stream(figures.split(", ")).map(t -> t.split(" ")).map(t -> Observation.actual(Period.parse(t[0]), t[1])).toList());
        Plan plan = Plan.empty(new UUID(0, 1), "规划", "", 2021, 2025, 2020).with(new IndicatorGroup(GROUP, "类")).with(indicator);
        return Standing.of(plan, LocalDate.parse(at)).assessments().getFirst();
    }

    private static Milestone baseline(String amount) {
        return Milestone.baseline(LocalDate.of(2020, 12, 31), new BigDecimal(amount));
    }

    private static Milestone range(Relation relation, String amount, String bound) {
        return new Milestone(Role.FINAL, END, new BigDecimal(amount), relation, Optional.of(new BigDecimal(bound)), false);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"5.20 | BETWEEN | zh | 实际值 5.2，在期末目标 4.5~5.5 的区间之内", "5.60 | BETWEEN | zh | 实际值 5.6，在期末目标 4.5~5.5 的区间之外，高出 0.1 个百分点",
        "4.30 | BETWEEN | zh | 实际值 4.3，在期末目标 4.5~5.5 的区间之外，低了 0.2 个百分点", "5.60 | BETWEEN | en | value 5.6 lies outside the Final target 4.5~5.5, 0.1 points too high"})
    void aRangeIsSaidWithTheDistance(String figure, Relation relation, String language, String said) {
        Assessment a = of("2022 " + figure, "2022-12-31", d -> {
            d.unit = "%";
            d.course = Course.of(baseline("4.8"), range(relation, "4.5", "5.5"));
        });
        assertEquals(said, in(language).ground(a));
    }
}
