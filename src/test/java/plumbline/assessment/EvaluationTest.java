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
            Plan.empty(new UUID(0, 1), "规划", "", 2021, 2025, 2020)
                    .withGroup(MARKET)
                    .withGroup(PEOPLE);

    private static Indicator indicator(
            int id, IndicatorGroup group, Property property, String... amounts) {
        return Indicator.createNamed(new UUID(2, id), group.id(), "指标" + id)
                .withChanges(
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
                EMPTY.withIndicator(indicator(1, PEOPLE, Property.BINDING, "200", "1000"))
                        .withIndicator(indicator(2, MARKET, Property.BINDING, "200", "100"))
                        .withIndicator(indicator(3, MARKET, Property.EXPECTED, "200", "400"))
                        .withIndicator(indicator(4, MARKET, Property.EXPECTED, "200", "360"))
                        .withIndicator(indicator(5, PEOPLE, Property.EXPECTED));
        return Evaluation.evaluate(plan, END_2022);
    }

    @Test
    void everyVerdictIsCounted() {
        assertEquals(
                new VerdictTally(
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
                five().tallyAll());
    }

    @Test
    void aVerdictNobodyHasCountsNone() {
        assertEquals(0, five().tallyAll().countOf(Verdict.FASTER));
    }

    @Test
    void theUnjudgedBelongToTheTotal() {
        assertEquals(5, five().tallyAll().totalCount());
    }

    /** Ahead and on course: 2 of the 4 that are judged. Nearly is not on course. */
    @Test
    void onCourseOrBetterAsAShareOfTheJudged() {
        VerdictTally tally = five().tallyAll();
        assertEquals(List.of(2, 4), List.of(tally.onCourseCount(), tally.judgedCount()));
        assertEquals(VerdictTally.Coverage.PARTLY, tally.coverage());
        assertEquals(0, tally.shareOnCourse().orElseThrow().compareTo(new BigDecimal("0.5")));
    }

    @Test
    void ofNothingJudgedThereIsNoShare() {
        VerdictTally tally = new VerdictTally(Map.of(), 3);
        assertEquals(VerdictTally.Coverage.NONE, tally.coverage());
        assertEquals(Optional.empty(), tally.shareOnCourse());
    }

    @Test
    void fasterCountsAsOnCourse() {
        assertEquals(1, new VerdictTally(Map.of(Verdict.FASTER, 1), 0).onCourseCount());
    }

    @Test
    void ofNoIndicatorsThereIsNoShare() {
        assertEquals(
                Optional.empty(), Evaluation.evaluate(EMPTY, END_2022).tallyAll().shareOnCourse());
    }

    @Test
    void bindingAndExpectedAreTalliedApart() {
        assertEquals(
                new VerdictTally(Map.of(Verdict.AHEAD, 1, Verdict.BEHIND, 1), 0),
                five().tallyByProperty(Property.BINDING));
        assertEquals(
                new VerdictTally(Map.of(Verdict.ON_COURSE, 1, Verdict.NEARLY, 1), 1),
                five().tallyByProperty(Property.EXPECTED));
    }

    @Test
    void aGroupIsTalliedByItself() {
        assertEquals(new VerdictTally(Map.of(Verdict.AHEAD, 1), 1), five().tallyOfGroup(PEOPLE));
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
                five().assessmentsNeedingAttention().stream()
                        .map(a -> a.indicator().name())
                        .toList());
    }

    @Test
    void ofTwoThatAreBehindTheSlowerComesFirst() {
        Plan plan =
                EMPTY.withIndicator(indicator(1, MARKET, Property.BINDING, "200", "100"))
                        .withIndicator(indicator(2, MARKET, Property.BINDING, "200", "50"));
        assertEquals(
                List.of("指标2", "指标1"),
                Evaluation.evaluate(plan, END_2022).assessmentsNeedingAttention().stream()
                        .map(a -> a.indicator().name())
                        .toList());
    }

    @Test
    void periodsThatAreOverWithoutAFigureAreGaps() {
        Indicator indicator = indicator(1, MARKET, Property.BINDING, "200");
        assertEquals(
                List.of(new Evaluation.FigureGap(indicator, Period.ofYear(2022))),
                Evaluation.evaluate(EMPTY.withIndicator(indicator), END_2022).figureGaps());
    }

    @Test
    void aStatedReasonIsNoGap() {
        Observation none =
                Observation.of(
                        Period.ofYear(2022),
                        Status.ACTUAL,
                        Reading.missing(MissingReason.NOT_CARRIED_OUT));
        assertEquals(
                List.of(),
                Evaluation.evaluate(
                                EMPTY.withIndicator(
                                        indicator(1, MARKET, Property.BINDING, "200")
                                                .withObservation(none)),
                                END_2022)
                        .figureGaps());
    }

    @Test
    void aForecastDoesNotCloseAGap() {
        Observation forecast =
                Observation.of(Period.ofYear(2022), Status.FORECAST, Reading.ofAmount("400"));
        assertEquals(
                1,
                Evaluation.evaluate(
                                EMPTY.withIndicator(
                                        indicator(1, MARKET, Property.BINDING, "200")
                                                .withObservation(forecast)),
                                END_2022)
                        .figureGaps()
                        .size());
    }

    @Test
    void theSuggestedDateIsTheEndOfTheLatestYearReported() {
        Observation half = actual("2023H1", "1");
        Observation forecast =
                Observation.of(Period.ofYear(2024), Status.FORECAST, Reading.ofAmount("1"));
        Plan plan =
                EMPTY.withIndicator(
                                indicator(1, MARKET, Property.BINDING, "1", "1")
                                        .withObservation(half)
                                        .withObservation(forecast))
                        .withIndicator(indicator(2, MARKET, Property.BINDING, "1"));
        assertEquals(END_2022, Evaluation.suggestedDate(plan, LocalDate.of(2026, 11, 23)));
    }

    @Test
    void withoutFiguresThePlansOwnEndIsSuggested() {
        assertEquals(
                LocalDate.of(2025, 12, 31),
                Evaluation.suggestedDate(
                        EMPTY.withIndicator(indicator(1, MARKET, Property.BINDING)),
                        LocalDate.of(2026, 11, 23)));
    }

    @Test
    void anotherDateIsAnotherStanding() {
        Plan plan = EMPTY.withIndicator(indicator(1, MARKET, Property.BINDING, "200", "100"));
        assertEquals(
                List.of(Verdict.ON_COURSE, Verdict.BEHIND),
                List.of(END_2021, END_2022).stream()
                        .map(
                                at ->
                                        Evaluation.evaluate(plan, at)
                                                .assessments()
                                                .getFirst()
                                                .verdict()
                                                .orElseThrow())
                        .toList());
    }
}
