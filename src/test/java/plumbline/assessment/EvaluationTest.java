package plumbline.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import static plumbline.assessment.Given.END_2021;
import static plumbline.assessment.Given.END_2022;
import static plumbline.assessment.Given.actual;
import static plumbline.assessment.Given.course;

import org.junit.jupiter.api.Test;

import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.MissingReason;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Property;
import plumbline.plan.Reading;
import plumbline.plan.Status;
import plumbline.plan.Verdict;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** A whole plan at a date: the tally, what needs attention, what was not reported. */
class EvaluationTest {
    private static final IndicatorGroup MARKET = new IndicatorGroup(new UUID(1, 1), "市场发展类");
    private static final IndicatorGroup PEOPLE = new IndicatorGroup(new UUID(1, 2), "民生保障类");
    private static final Plan EMPTY =
            Plan.empty(new UUID(0, 1), "规划", "", 2021, 2025, 2020).with(MARKET).with(PEOPLE);

    private static Indicator indicator(
            int id, IndicatorGroup group, Property property, String... amounts) {
        return Indicator.named(new UUID(2, id), group.id(), "指标" + id)
                .change(
                        d -> {
                            d.property = property;
                            d.course = course("0", "1000");
                            d.observations =
                                    IntStream.range(0, amounts.length)
                                            .mapToObj(y -> actual("" + (2021 + y), amounts[y]))
                                            .toList();
                        });
    }

    /** At the end of 2022 400 are due; the fifth has no figure at all. */
    private static Evaluation five() {
        Plan plan =
                EMPTY.with(indicator(1, PEOPLE, Property.BINDING, "200", "1000"))
                        .with(indicator(2, MARKET, Property.BINDING, "200", "100"))
                        .with(indicator(3, MARKET, Property.EXPECTED, "200", "400"))
                        .with(indicator(4, MARKET, Property.EXPECTED, "200", "360"))
                        .with(indicator(5, PEOPLE, Property.EXPECTED));
        return Evaluation.of(plan, END_2022);
    }

    @Test
    void everyVerdictIsCounted() {
        assertEquals(
                new Tally(
                        Map.of(
                                Verdict.AHEAD,
                                1,
                                Verdict.BEHIND,
                                1,
                                Verdict.ON_COURSE,
                                1,
                                Verdict.NEARLY,
                                1),
                        1),
                five().tally());
    }

    @Test
    void aVerdictNobodyHasCountsNone() {
        assertEquals(0, five().tally().of(Verdict.FASTER));
    }

    @Test
    void theUnjudgedBelongToTheTotal() {
        assertEquals(5, five().tally().total());
    }

    /** Ahead and on course: 2 of 5. Nearly is not on course. */
    @Test
    void onCourseOrBetterAsAShareOfAll() {
        assertEquals(2, five().tally().onCourse());
        assertEquals(
                0, five().tally().shareOnCourse().orElseThrow().compareTo(new BigDecimal("0.4")));
    }

    @Test
    void fasterCountsAsOnCourse() {
        assertEquals(1, new Tally(Map.of(Verdict.FASTER, 1), 0).onCourse());
    }

    @Test
    void ofNoIndicatorsThereIsNoShare() {
        assertEquals(Optional.empty(), Evaluation.of(EMPTY, END_2022).tally().shareOnCourse());
    }

    @Test
    void bindingAndExpectedAreTalliedApart() {
        assertEquals(
                new Tally(Map.of(Verdict.AHEAD, 1, Verdict.BEHIND, 1), 0),
                five().tally(Property.BINDING));
        assertEquals(
                new Tally(Map.of(Verdict.ON_COURSE, 1, Verdict.NEARLY, 1), 1),
                five().tally(Property.EXPECTED));
    }

    @Test
    void aGroupIsTalliedByItself() {
        assertEquals(new Tally(Map.of(Verdict.AHEAD, 1), 1), five().tally(PEOPLE));
    }

    @Test
    void assessmentsAreNumberedInReadingOrder() {
        assertEquals(
                List.of("1 指标2", "2 指标3", "3 指标4", "4 指标1", "5 指标5"),
                five().assessments().stream()
                        .map(a -> a.number() + " " + a.indicator().name())
                        .toList());
    }

    @Test
    void theWorstNeedAttentionFirst() {
        assertEquals(
                List.of("指标2", "指标4", "指标5"),
                five().attention().stream().map(a -> a.indicator().name()).toList());
    }

    @Test
    void ofTwoThatAreBehindTheSlowerComesFirst() {
        Plan plan =
                EMPTY.with(indicator(1, MARKET, Property.BINDING, "200", "100"))
                        .with(indicator(2, MARKET, Property.BINDING, "200", "50"));
        assertEquals(
                List.of("指标2", "指标1"),
                Evaluation.of(plan, END_2022).attention().stream()
                        .map(a -> a.indicator().name())
                        .toList());
    }

    @Test
    void periodsThatAreOverWithoutAFigureAreGaps() {
        Indicator indicator = indicator(1, MARKET, Property.BINDING, "200");
        assertEquals(
                List.of(new Evaluation.Gap(indicator, Period.year(2022))),
                Evaluation.of(EMPTY.with(indicator), END_2022).gaps());
    }

    @Test
    void aStatedReasonIsNoGap() {
        Observation none =
                Observation.of(
                        Period.year(2022),
                        Status.ACTUAL,
                        Reading.missing(MissingReason.NOT_CARRIED_OUT));
        assertEquals(
                List.of(),
                Evaluation.of(
                                EMPTY.with(
                                        indicator(1, MARKET, Property.BINDING, "200").with(none)),
                                END_2022)
                        .gaps());
    }

    @Test
    void aForecastDoesNotCloseAGap() {
        Observation forecast =
                Observation.of(Period.year(2022), Status.FORECAST, Reading.of("400"));
        assertEquals(
                1,
                Evaluation.of(
                                EMPTY.with(
                                        indicator(1, MARKET, Property.BINDING, "200")
                                                .with(forecast)),
                                END_2022)
                        .gaps()
                        .size());
    }

    @Test
    void theSuggestedDateIsTheEndOfTheLatestYearReported() {
        Observation half = actual("2023H1", "1");
        Observation forecast = Observation.of(Period.year(2024), Status.FORECAST, Reading.of("1"));
        Plan plan =
                EMPTY.with(
                                indicator(1, MARKET, Property.BINDING, "1", "1")
                                        .with(half)
                                        .with(forecast))
                        .with(indicator(2, MARKET, Property.BINDING, "1"));
        assertEquals(END_2022, Evaluation.suggestedDate(plan, LocalDate.of(2026, 11, 23)));
    }

    @Test
    void withoutFiguresThePlansOwnEndIsSuggested() {
        assertEquals(
                LocalDate.of(2025, 12, 31),
                Evaluation.suggestedDate(
                        EMPTY.with(indicator(1, MARKET, Property.BINDING)),
                        LocalDate.of(2026, 11, 23)));
    }

    @Test
    void anotherDateIsAnotherStanding() {
        Plan plan = EMPTY.with(indicator(1, MARKET, Property.BINDING, "200", "100"));
        assertEquals(
                List.of(Verdict.ON_COURSE, Verdict.BEHIND),
                List.of(END_2021, END_2022).stream()
                        .map(
                                at ->
                                        Evaluation.of(plan, at)
                                                .assessments()
                                                .getFirst()
                                                .verdict()
                                                .orElseThrow())
                        .toList());
    }
}
