package plumbline.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import static plumbline.assessment.Given.END;
import static plumbline.assessment.Given.actual;
import static plumbline.assessment.Given.baseline;
import static plumbline.assessment.Given.course;
import static plumbline.assessment.Given.plan;
import static plumbline.assessment.Given.target;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import plumbline.plan.Course;
import plumbline.plan.Direction;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Milestone.Role;
import plumbline.plan.MissingReason;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Reading;
import plumbline.plan.Reporting;
import plumbline.plan.Status;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What a chart draws is what the verdict reads; worked by hand. */
class FigureTrackTest {

    private static FigureTrack of(
            IndicatorKind kind,
            String unit,
            Reporting reporting,
            Course course,
            Observation... figures) {
        Plan plan =
                plan(
                        d -> {
                            d.kind = kind;
                            d.unit = unit;
                            d.reporting = reporting;
                            d.course = course;
                            d.observations = List.of(figures);
                        });
        return FigureTrack.forIndicator(plan, plan.indicators().getFirst());
    }

    /** {@code 2021 80, 2022 预计120}. */
    private static Observation[] figures(String text) {
        return Arrays.stream(text.split(",\\s*"))
                .map(t -> t.split(" "))
                .map(
                        t ->
                                !t[1].startsWith("预计")
                                        ? actual(t[0], t[1])
                                        : Observation.of(
                                                Period.parse(t[0]),
                                                Status.FORECAST,
                                                Reading.ofAmount(t[1].substring(2))))
                .toArray(Observation[]::new);
    }

    /** {@code 2022-06-30 130}, a part of a year with ~. */
    private static String said(List<FigureTrack.TrackPoint> points) {
        return points.stream()
                .map(
                        p ->
                                p.day()
                                        + " "
                                        + (p.isWholeYear() ? "" : "~")
                                        + p.amount().stripTrailingZeros().toPlainString())
                .collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CUMULATIVE | 件 | TO_DATE    | 2021 80, 2022H1 130                    | 2021-12-31 80, 2022-06-30 130",
                "CUMULATIVE | 件 | PER_PERIOD | 2021 80, 2022Q1 30, 2022Q2 20          | 2021-12-31 80, 2022-03-31 110, 2022-06-30 130",
                "CUMULATIVE | 件 | PER_PERIOD | 2021H1 30, 2021H2 50, 2021 80          | 2021-06-30 30, 2021-12-31 80",
                "CUMULATIVE | 件 | PER_PERIOD | 2021Q1 10, 2021Q3 30                   | 2021-03-31 10",
                "YEARLY     | 件 | TO_DATE    | 2022 150, 2023H1 80                    | 2022-12-31 150, 2023-12-31 ~160",
                "YEARLY     | 件 | PER_PERIOD | 2022 150, 2023Q1 30, 2023Q2 50         | 2022-12-31 150, 2023-12-31 ~160",
                "YEARLY     | 件 | PER_PERIOD | 2022H1 70, 2022Q3 40, 2022Q4 40        | 2022-12-31 150",
                "YEARLY     | %  | TO_DATE    | 2022 60, 2023H1 80                     | 2022-12-31 60, 2023-12-31 ~80",
                "YEARLY     | 件 | TO_DATE    | 2021-01..2022-12 300                   | 2022-12-31 ~150",
                "MEAN       | 件 | TO_DATE    | 2021 5, 2022H2 9, 2023 7               | 2021-12-31 5, 2023-12-31 7",
                "MEAN       | 件 | PER_PERIOD | 2021 5, 2022H1 2, 2022H2 9             | 2021-12-31 5, 2022-12-31 11",
                "GROWTH     | 件 | PER_PERIOD | 2021 110, 2022H1 60, 2022H2 61, 2023H1 9 | 2021-12-31 110, 2022-12-31 121",
                "HOLD       | %  | TO_DATE    | 2021H1 97, 2021 99, 2022H1 98          | 2021-12-31 99, 2022-06-30 98",
                "HOLD       | 次 | PER_PERIOD | 2021 100, 2022Q1 20, 2022Q2 25         | 2021-12-31 100, 2022-12-31 ~90",
                "ZERO       | 起 | PER_PERIOD | 2021 0, 2022H1 1, 2022Q1 0, 2022H2 0   | 2021-12-31 0, 2022-06-30 1, 2022-12-31 0",
                "ZERO       | 起 | TO_DATE    | 2021 0, 2022H1 1, 2022 2               | 2021-12-31 0, 2022-12-31 2",
                "STOCK      | 件 | PER_PERIOD | 2021 5, 2022H1 6, 2022 7               | 2021-12-31 5, 2022-06-30 6, 2022-12-31 7"
            })
    void figuresStandWhereTheVerdictReadsThem(
            IndicatorKind kind, String unit, Reporting reporting, String figures, String track) {
        assertEquals(
                track,
                said(of(kind, unit, reporting, course("0", "500"), figures(figures)).figures()));
    }

    /**
     * What is forecast for a period is added to the total before it; where the figure has come the
     * forecast is no addend any more.
     */
    @ParameterizedTest
    @CsvSource({
        "CUMULATIVE, '2021 80, 2022 预计120', 2022-12-31 200",
        "CUMULATIVE, '2021 80, 2021 预计90, 2022 预计120', 2022-12-31 200",
        "YEARLY, '2022 150, 2023H1 80, 2023 预计170', 2023-12-31 170",
        "YEARLY, '2022 150, 2023H1 预计80', 2023-12-31 ~160",
        "STOCK, '2021 80, 2022 预计120', 2022-12-31 120"
    })
    void aForecastContinuesTheTrack(IndicatorKind kind, String figures, String forecast) {
        assertEquals(
                forecast,
                said(
                        of(kind, "件", Reporting.PER_PERIOD, course("0", "500"), figures(figures))
                                .forecasts()));
    }

    @Test
    void theTotalStandsOnItsBaseline() {
        assertEquals(
                "2021-12-31 130",
                said(
                        of(
                                        IndicatorKind.CUMULATIVE,
                                        "件",
                                        Reporting.PER_PERIOD,
                                        course("50", "500"),
                                        figures("2021 80"))
                                .figures()));
    }

    /** 100 × 1.1, × 1.21, × 1.331 … */
    @Test
    void aRateAsksForMoreEveryYear() {
        FigureTrack track =
                of(
                        IndicatorKind.GROWTH,
                        "亿元",
                        Reporting.TO_DATE,
                        Course.of(baseline("100"), target(Role.FINAL, END, "10", Direction.HIGHER)),
                        figures("2021 110"));
        assertEquals(
                List.of(
                        "2020-12-31 100",
                        "2021-12-31 110",
                        "2022-12-31 121",
                        "2023-12-31 133.1",
                        "2024-12-31 146.41",
                        "2025-12-31 161.051"),
                track.growthPath().stream()
                        .map(c -> c.day() + " " + c.amount().stripTrailingZeros().toPlainString())
                        .toList());
        assertEquals(
                List.of(),
                of(
                                IndicatorKind.GROWTH,
                                "%",
                                Reporting.TO_DATE,
                                course("8", "10"),
                                figures("2021 9"))
                        .growthPath());
    }

    @ParameterizedTest
    @CsvSource({
        "STOCK, 2022, false",
        "STOCK, 2022H1, false",
        "YEARLY, 2022, false",
        "YEARLY, 2022H1, true",
        "HOLD, 2022, false"
    })
    void aMissingFigurePartsTheTrack(IndicatorKind kind, String missing, boolean joined) {
        Observation none =
                Observation.of(
                        Period.parse(missing),
                        Status.ACTUAL,
                        Reading.missing(MissingReason.NOT_REPORTED));
        FigureTrack track =
                of(
                        kind,
                        "%",
                        Reporting.TO_DATE,
                        course("0", "500"),
                        actual("2021", "5"),
                        none,
                        actual("2023", "7"));
        assertEquals(joined, track.figures().getLast().isJoinedToPrevious());
    }
}
