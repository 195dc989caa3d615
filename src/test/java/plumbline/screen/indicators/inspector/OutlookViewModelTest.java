package plumbline.screen.indicators.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import plumbline.assessment.Assessment;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Verdict;
import plumbline.screen.TestDesk;
import plumbline.screen.indicators.inspector.OutlookViewModel.ProjectionLine;
import plumbline.screen.indicators.inspector.OutlookViewModel.RehearsalAnswer;

import java.util.List;
import java.util.Optional;

/** The outlook of the published plan at the end of 2022, and what would be if. */
class OutlookViewModelTest {
    private static final Period Y2025 = Period.ofYear(2025);
    private final TestDesk office = TestDesk.suizhou();
    private final OutlookViewModel model = new OutlookViewModel(office.desk, office.words);

    private Assessment of(String name) {
        return office.desk
                .evaluationProperty()
                .get()
                .orElseThrow()
                .findAssessment(TestDesk.id(name))
                .orElseThrow();
    }

    /**
     * Row 2: 1257 → 2250, 1482, 1721. 1721 + 464 × 36 ÷ 24 = 2417; 2250 after 529 ÷ 464 × 24 =
     * 27.4, so 28 months.
     */
    @Test
    void eachMethodSaysWhatAndWhen() {
        List<ProjectionLine> lines = model.projectionLines(of("i2"));
        assertEquals(
                List.of("按当前速度到期末", "按当前增速到期末", "按趋势线到期末"),
                lines.stream().map(l -> l.step().name()).toList());
        assertTrue(
                lines.getFirst().step().result().equals("2417 户"),
                lines.getFirst().step().result());
        assertEquals("预计2025年4月底达到期末目标", lines.getFirst().reach());
    }

    /** Row 1 met its target in 2022. Row 10: 0.38 → 0.57; 0.17, 0.39: 0.01 in two years. */
    @Test
    void whatIsReachedOrLateSaysSo() {
        assertEquals("2022年已达到期末目标", model.projectionLines(of("i1")).getFirst().reach());
        assertEquals(
                "预计2058年12月底才达到期末目标，晚于期末", model.projectionLines(of("i10")).getFirst().reach());
        assertEquals("达到期末目标的日期：按这样的速度达不到目标", model.projectionLines(of("i5")).getFirst().reach());
    }

    @Test
    void aKindWithoutProjectionSaysWhyOnce() {
        assertEquals(List.of(), model.projectionLines(of("i12")));
        assertEquals(
                Optional.of("“每年保持”类指标只对照目标评价，不按时间折算，不计算这一项"),
                model.noProjectionSentence(of("i12")));
        assertEquals(Optional.empty(), model.noProjectionSentence(of("i2")));
    }

    /** Row 2: 529 left in three years, 464 in two. */
    @Test
    void neededStandsBesideAchieved() {
        String said = model.effortSentence(of("i2")).orElseThrow();
        assertTrue(said.contains("176 户") && said.contains("232 户"), said);
        assertEquals(Optional.empty(), model.effortSentence(of("i1")));
    }

    @Test
    void theNextPeriodIsSuggestedAndEveryYearOffered() {
        assertEquals(
                List.of("2021", "2022", "2023H1", "2023", "2024", "2025"),
                model.offeredPeriods().stream().map(Period::code).toList());
        assertEquals("2023H1", model.suggestedPeriod(of("i2")).code());
        office.at("2030-12-31");
        assertEquals("2025", model.suggestedPeriod(of("i2")).code());
    }

    /** (2050 − 1257) ÷ 993 = 79.86 %. */
    @Test
    void aSupposedFigureIsJudgedAndNothingIsKept() {
        Plan before = office.plan();
        RehearsalAnswer.SupposedStanding there =
                assertInstanceOf(
                        RehearsalAnswer.SupposedStanding.class,
                        model.rehearseFigure(of("i2"), Y2025, "2050"));
        assertEquals(
                List.of("2025年", "79.86%"), List.of(there.stand().on(), there.stand().progress()));
        assertEquals(Optional.of(Verdict.BEHIND), there.stand().verdict());
        assertEquals(before, office.plan());
        assertEquals(Optional.empty(), office.step());
    }

    @Test
    void theRealOneStandsBeside() {
        assertEquals(
                List.of("2022年", "46.73%"),
                List.of(
                        model.currentStanding(of("i2")).on(),
                        model.currentStanding(of("i2")).progress()));
    }

    @Test
    void whatIsNoNumberIsToldSo() {
        assertInstanceOf(
                RehearsalAnswer.NothingRehearsed.class,
                model.rehearseFigure(of("i2"), Y2025, "  "));
        RehearsalAnswer.WrongFigure wrong =
                assertInstanceOf(
                        RehearsalAnswer.WrongFigure.class,
                        model.rehearseFigure(of("i2"), Y2025, "多一些"));
        assertEquals("“多一些”不是数。请填写这一期假设的实际值，例如 290000。", wrong.sentence());
        assertInstanceOf(
                RehearsalAnswer.WrongFigure.class, model.rehearseFigure(of("i2"), Y2025, "——"));
    }

    /** In the last year only the target counts: 2250 complete it, more exceeds it. */
    @Test
    void theThresholdOfEachVerdictIsSaid() {
        assertEquals(
                List.of("要达到“超额完成”，至少需要 2251 户", "要达到“完成”，至少需要 2250 户"),
                model.neededFigures(of("i2"), Y2025).stream()
                        .map(OutlookViewModel.NeededFigure::sentence)
                        .toList());
        assertEquals(
                List.of("要达到“完成”，至少需要 99 %"),
                model.neededFigures(of("i12"), Y2025).stream()
                        .map(OutlookViewModel.NeededFigure::sentence)
                        .toList());
    }
}
