package plumbline.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static plumbline.assessment.Given.END_2021;
import static plumbline.assessment.Given.END_2022;
import static plumbline.assessment.Given.MID_2023;
import static plumbline.assessment.Given.actual;
import static plumbline.assessment.Given.course;
import static plumbline.assessment.Given.target;

import org.junit.jupiter.api.Test;

import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;
import plumbline.assessment.Given;
import plumbline.comparison.Comparison.IndicatorChange;
import plumbline.plan.Course;
import plumbline.plan.Direction;
import plumbline.plan.HandVerdict;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Milestone;
import plumbline.plan.Milestone.Role;
import plumbline.plan.Observation;
import plumbline.plan.Part;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Property;
import plumbline.plan.Reading;
import plumbline.plan.Reporting;
import plumbline.plan.RollUp;
import plumbline.plan.Status;
import plumbline.plan.Verdict;
import plumbline.plan.VerdictRule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What differs between two standings, and what moved it. On the course 0 → 1000 there are 200 due
 * at the end of 2021, 400 at the end of 2022.
 */
class ComparisonTest {
    private static final Course COURSE = course("0", "1000");
    private static final Observation IN_2021 = actual("2021", "200");
    private static final Plan PLAN = Given.plan(COURSE, IN_2021, actual("2022", "400"));

    private static Comparison compare(Plan before, LocalDate at, Plan after, LocalDate then) {
        return Comparison.compare(
                Evaluation.evaluate(before, at), Evaluation.evaluate(after, then));
    }

    private static IndicatorChange change(Plan before, Plan after) {
        return only(compare(before, END_2022, after, END_2022));
    }

    private static IndicatorChange only(Comparison comparison) {
        assertEquals(1, comparison.changes().size());
        return comparison.changes().getFirst();
    }

    private static List<ChangeCause> movers(Plan before, Plan after) {
        return change(before, after).causes();
    }

    private static Plan with(Plan plan, Consumer<Indicator.Draft> change) {
        return plan.withChangedIndicator(
                plan.indicators().getFirst().id(), i -> i.withChanges(change));
    }

    private static Plan with(Plan plan, Observation... observations) {
        return with(plan, d -> d.observations = List.of(observations));
    }

    private static ChangeCause data(String period, Observation before, Observation after) {
        return new ChangeCause.FigureChange(
                Period.parse(period), Optional.ofNullable(before), Optional.ofNullable(after));
    }

    private static List<Verdict> verdicts(IndicatorChange change) {
        return List.of(
                change.before().flatMap(Assessment::verdict).orElseThrow(),
                change.after().flatMap(Assessment::verdict).orElseThrow());
    }

    @Test
    void equalStandingsDoNotDiffer() {
        assertEquals(List.of(), compare(PLAN, END_2022, PLAN, END_2022).changes());
    }

    @Test
    void theSameNumberWithMoreDecimalsIsNoOtherResult() {
        assertEquals(
                List.of(),
                compare(PLAN, END_2022, with(PLAN, IN_2021, actual("2022", "400.00")), END_2022)
                        .changes());
    }

    /** 200 of 200 due; a year later 100 of 400. */
    @Test
    void anotherDateMovesByTime() {
        Observation low = actual("2022", "100");
        Plan plan = Given.plan(COURSE, IN_2021, low);
        IndicatorChange change = only(compare(plan, END_2021, plan, END_2022));
        assertEquals(List.of(Verdict.ON_COURSE, Verdict.BEHIND), verdicts(change));
        assertEquals(
                List.of(
                        new ChangeCause.EvaluationDateChange(
                                END_2021, END_2022, Optional.of(IN_2021), Optional.of(low))),
                change.causes());
    }

    /** Three months on, and the yearly figure is still the newest there can be. */
    @Test
    void aDateWithoutANewFigureMovesNothing() {
        assertEquals(List.of(), compare(PLAN, END_2022, PLAN, END_2022.plusMonths(3)).changes());
    }

    /** The end of the plan has come, and no figure after 2022: no verdict is left. */
    @Test
    void theEndWithoutAFinalFigureMovesByTime() {
        IndicatorChange change = only(compare(PLAN, END_2022, PLAN, Given.END));
        Optional<Observation> judged = Optional.of(actual("2022", "400"));
        assertEquals(Optional.empty(), change.after().orElseThrow().verdict());
        assertEquals(
                List.of(new ChangeCause.EvaluationDateChange(END_2022, Given.END, judged, judged)),
                change.causes());
    }

    /** 400 of 400 due; corrected, 100 of 400. */
    @Test
    void aCorrectedFigureMovesByData() {
        Observation low = actual("2022", "100");
        IndicatorChange change = change(PLAN, with(PLAN, IN_2021, low));
        assertEquals(List.of(Verdict.ON_COURSE, Verdict.BEHIND), verdicts(change));
        assertEquals(List.of(data("2022", actual("2022", "400"), low)), change.causes());
    }

    @Test
    void aFigureThatWentMovesByData() {
        assertEquals(
                List.of(data("2022", actual("2022", "400"), null)),
                movers(PLAN, with(PLAN, IN_2021)));
    }

    @Test
    void anEarlierFigureOfAStockIsNotMentioned() {
        Observation low = actual("2022", "100");
        assertEquals(
                List.of(data("2022", actual("2022", "400"), low)),
                movers(PLAN, with(PLAN, actual("2021", "150"), low)));
    }

    /** Two figures came; only the newer one is judged. */
    @Test
    void ofTwoNewFiguresOfAStockTheNewerMoves() {
        Observation now = actual("2022", "400");
        assertEquals(
                List.of(data("2022", null, now)),
                movers(with(PLAN, new Observation[0]), with(PLAN, IN_2021, now)));
    }

    /** 200 + 200 = 400; with 2021 corrected 100 + 200 = 300, that is 75 % of what is due. */
    @Test
    void anEarlierFigureOfATotalMoves() {
        Plan before =
                with(
                        with(PLAN, IN_2021, actual("2022", "200")),
                        d -> {
                            d.kind = IndicatorKind.CUMULATIVE;
                            d.reporting = Reporting.PER_PERIOD;
                        });
        IndicatorChange change =
                change(before, with(before, actual("2021", "100"), actual("2022", "200")));
        assertEquals(List.of(Verdict.ON_COURSE, Verdict.BEHIND), verdicts(change));
        assertEquals(List.of(data("2021", IN_2021, actual("2021", "100"))), change.causes());
    }

    /** The old plan on the new day is as before; the new plan on the old day too: it took both. */
    @Test
    void aNewFigureThatCountsOnlyOnTheNewDateIsMovedByBoth() {
        Observation half = actual("2023H1", "250");
        IndicatorChange change =
                only(
                        compare(
                                PLAN,
                                END_2022,
                                PLAN.withObservation(PLAN.indicators().getFirst().id(), half),
                                MID_2023));
        Optional<Observation> judged = Optional.of(actual("2022", "400"));
        assertEquals(
                List.of(
                        new ChangeCause.EvaluationDateChange(END_2022, MID_2023, judged, judged),
                        data("2023H1", null, half)),
                change.causes());
    }

    /**
     * On the new day a figure is judged that was there before; that another was corrected too does
     * not matter now.
     */
    @Test
    void aCorrectionHiddenByTheNewDateIsNotMentioned() {
        Observation half = actual("2023H1", "250");
        Plan before = with(PLAN, actual("2022", "400"), half);
        IndicatorChange change =
                only(compare(before, END_2022, with(PLAN, actual("2022", "300"), half), MID_2023));
        assertEquals(
                List.of(
                        new ChangeCause.EvaluationDateChange(
                                END_2022,
                                MID_2023,
                                Optional.of(actual("2022", "400")),
                                Optional.of(half))),
                change.causes());
    }

    @Test
    void aForecastMovesNothing() {
        Observation forecast =
                Observation.of(Period.ofYear(2023), Status.FORECAST, Reading.ofAmount("900"));
        assertEquals(
                List.of(),
                compare(
                                PLAN,
                                END_2022,
                                PLAN.withObservation(PLAN.indicators().getFirst().id(), forecast),
                                END_2022)
                        .changes());
    }

    @Test
    void aPreliminaryFigureMadeActualMovesByData() {
        Observation quick =
                Observation.of(Period.ofYear(2022), Status.PRELIMINARY, Reading.ofAmount("100"));
        assertEquals(
                List.of(data("2022", quick, actual("2022", "100"))),
                movers(with(PLAN, IN_2021, quick), with(PLAN, IN_2021, actual("2022", "100"))));
    }

    /** Of 2000, 800 are due. */
    @Test
    void aRaisedTargetMovesByTarget() {
        IndicatorChange change = change(PLAN, with(PLAN, d -> d.course = course("0", "2000")));
        assertEquals(List.of(Verdict.ON_COURSE, Verdict.BEHIND), verdicts(change));
        assertEquals(
                List.of(
                        new ChangeCause.TargetChange(
                                COURSE.finalTarget(), course("0", "2000").finalTarget())),
                change.causes());
    }

    /** A mid-term target of 600 at the end of 2022. */
    @Test
    void aNewMidTermTargetMovesByTarget() {
        Milestone midTerm = target(Role.MID_TERM, END_2022, "600", Direction.HIGHER);
        IndicatorChange change =
                change(PLAN, with(PLAN, d -> d.course = COURSE.withMilestone(midTerm)));
        assertEquals(List.of(Verdict.ON_COURSE, Verdict.BEHIND), verdicts(change));
        assertEquals(
                List.of(new ChangeCause.TargetChange(Optional.empty(), Optional.of(midTerm))),
                change.causes());
    }

    /**
     * What is due at the end of 2022 lies between 2020 and 2023: the target of 2024 has nothing to
     * do with it.
     */
    @Test
    void aTargetThatDoesNotCountYetIsNotMentioned() {
        Course yearly =
                COURSE.withMilestone(
                        target(Role.YEARLY, LocalDate.of(2023, 12, 31), "600", Direction.HIGHER));
        Plan before =
                with(
                        PLAN,
                        d ->
                                d.course =
                                        yearly.withMilestone(
                                                target(
                                                        Role.YEARLY,
                                                        LocalDate.of(2024, 12, 31),
                                                        "800",
                                                        Direction.HIGHER)));
        Plan after =
                with(
                        with(
                                PLAN,
                                d ->
                                        d.course =
                                                yearly.withMilestone(
                                                        target(
                                                                Role.YEARLY,
                                                                LocalDate.of(2024, 12, 31),
                                                                "900",
                                                                Direction.HIGHER))),
                        IN_2021,
                        actual("2022", "100"));
        assertEquals(
                List.of(data("2022", actual("2022", "400"), actual("2022", "100"))),
                movers(before, after));
    }

    /**
     * A mid-term target and a yearly one change months: taken over one by one they would meet in
     * one month.
     */
    @Test
    void targetsThatExchangePlacesAreBothNamed() {
        Milestone midTerm = target(Role.MID_TERM, END_2022, "600", Direction.HIGHER);
        Milestone yearly = target(Role.YEARLY, END_2022, "500", Direction.HIGHER);
        List<ChangeCause> movers =
                movers(
                        with(PLAN, d -> d.course = COURSE.withMilestone(midTerm)),
                        with(
                                PLAN,
                                d ->
                                        d.course =
                                                COURSE.withMilestone(yearly)
                                                        .withMilestone(
                                                                target(
                                                                        Role.MID_TERM,
                                                                        MID_2023,
                                                                        "700",
                                                                        Direction.HIGHER))));
        assertEquals(
                2,
                movers.stream().filter(ChangeCause.TargetChange.class::isInstance).count(),
                movers::toString);
    }

    /** 500 of 2000: of the new target and of the new figure each is needed. */
    @Test
    void figureAndTargetAreBothNamed() {
        Plan after =
                with(
                        with(PLAN, IN_2021, actual("2022", "500")),
                        d -> d.course = course("0", "2000"));
        assertEquals(
                List.of(
                        data("2022", actual("2022", "400"), actual("2022", "500")),
                        new ChangeCause.TargetChange(
                                COURSE.finalTarget(), course("0", "2000").finalTarget())),
                movers(PLAN, after));
    }

    /** 1000 of 1000: the default rule says completed, Suizhou's asks for more than 100 %. */
    @Test
    void anotherRuleMovesByRule() {
        Plan full = with(PLAN, IN_2021, actual("2022", "1000"));
        IndicatorChange change = change(full, full.withRule(VerdictRule.suizhouRule()));
        assertEquals(List.of(Verdict.AHEAD, Verdict.FASTER), verdicts(change));
        assertEquals(
                List.of(
                        new ChangeCause.RuleChange(
                                VerdictRule.timeRule(), VerdictRule.suizhouRule())),
                change.causes());
    }

    @Test
    void theRuleForBindingOnesMovesThemAlone() {
        Plan full = with(PLAN, IN_2021, actual("2022", "1000"));
        Plan binding = with(full, d -> d.property = Property.BINDING);
        Consumer<Plan.Draft> own = d -> d.bindingRule = Optional.of(VerdictRule.suizhouRule());
        assertEquals(List.of(), compare(full, END_2022, full.withChanges(own), END_2022).changes());
        assertEquals(
                List.of(
                        new ChangeCause.RuleChange(
                                VerdictRule.timeRule(), VerdictRule.suizhouRule())),
                movers(binding, binding.withChanges(own)));
    }

    @Test
    void madeBindingIsMovedByTheProperty() {
        Plan full =
                with(PLAN, IN_2021, actual("2022", "1000"))
                        .withChanges(d -> d.bindingRule = Optional.of(VerdictRule.suizhouRule()));
        assertEquals(
                List.of(new ChangeCause.MeaningChange(Property.EXPECTED, Property.BINDING)),
                movers(full, with(full, d -> d.property = Property.BINDING)));
    }

    /** Not below 98: as a stock it is kept now, as one to be held it was missed in 2021. */
    @Test
    void anotherKindMovesByMeaning() {
        Plan stock = Given.plan(course("98", "98"), actual("2021", "97"), actual("2022", "100"));
        IndicatorChange change = change(stock, with(stock, d -> d.kind = IndicatorKind.HOLD));
        assertEquals(List.of(Verdict.ON_COURSE, Verdict.BEHIND), verdicts(change));
        assertEquals(
                List.of(new ChangeCause.MeaningChange(IndicatorKind.STOCK, IndicatorKind.HOLD)),
                change.causes());
    }

    /** 90 of at most 100: T ÷ A = 1.11; of at least 100 A ÷ T = 0.9. */
    @Test
    void anotherDirectionMovesByMeaning() {
        VerdictRule attained =
                new VerdictRule(
                        "完成程度",
                        VerdictRule.Basis.ATTAINMENT,
                        false,
                        false,
                        List.of(
                                new VerdictRule.Band(
                                        Verdict.ON_COURSE,
                                        "",
                                        Optional.of(
                                                new VerdictRule.Bound(
                                                        VerdictRule.Anchor.ZERO,
                                                        BigDecimal.ONE,
                                                        true))),
                                new VerdictRule.Band(Verdict.BEHIND, "", Optional.empty())));
        Plan higher = Given.plan(course("0", "100"), actual("2022", "90")).withRule(attained);
        IndicatorChange change = change(higher, with(higher, d -> d.direction = Direction.LOWER));
        assertEquals(List.of(Verdict.BEHIND, Verdict.ON_COURSE), verdicts(change));
        assertEquals(
                List.of(new ChangeCause.MeaningChange(Direction.HIGHER, Direction.LOWER)),
                change.causes());
    }

    /** Half a year's 100 events are taken for 200 a year; 100 % of something are 100 %. */
    @Test
    void madeAShareIsMovedByTheUnit() {
        Plan events =
                with(
                        Given.plan(COURSE, actual("2021H1", "100")),
                        d -> {
                            d.kind = IndicatorKind.YEARLY;
                            d.unit = "件";
                        });
        assertEquals(
                List.of(new ChangeCause.UnitChange("件", "%")),
                only(compare(events, END_2021, with(events, d -> d.unit = "%"), END_2021))
                        .causes());
    }

    /** 24 of 60 months are over, then 36 of 72: progress 40 % against the time progress of 50 %. */
    @Test
    void aLongerPlanMovesByItsYears() {
        Course since2019 =
                Course.of(
                        Milestone.baseline(LocalDate.of(2019, 12, 31), BigDecimal.ZERO),
                        target(Role.FINAL, Given.END, "1000", Direction.HIGHER));
        Plan five =
                Given.plan(since2019, IN_2021, actual("2022", "400"))
                        .withRule(VerdictRule.suizhouRule());
        Plan six =
                five.withChanges(
                        d -> {
                            d.firstYear = 2020;
                            d.baselineYear = 2019;
                        });
        assertEquals(List.of(Verdict.ON_COURSE, Verdict.BEHIND), verdicts(change(five, six)));
        assertEquals(List.of(new ChangeCause.PlanYearsChange(five, six)), movers(five, six));
    }

    /**
     * 100 → 200, at 130: 130 is behind; revised to 150 in May 2023 it is ahead of time. The day
     * alone would have moved nothing.
     */
    @Test
    void aRevisionBetweenTheDaysMovesByTarget() {
        Milestone lower = target(Role.FINAL, Given.END, "150", Direction.HIGHER);
        Plan plan = Given.plan(course("100", "200"), actual("2022", "130"));
        Plan revised =
                plan.withChangedIndicator(
                        plan.indicators().getFirst().id(),
                        i -> i.withRevisedTarget(lower, LocalDate.of(2023, 5, 31), "疫情", ""));
        List<ChangeCause> moved =
                List.of(
                        new ChangeCause.TargetChange(
                                course("100", "200").finalTarget(), Optional.of(lower)));
        assertEquals(moved, only(compare(revised, END_2022, revised, MID_2023)).causes());
        assertEquals(moved, only(compare(plan, END_2022, revised, MID_2023)).causes());
        assertEquals(List.of(), compare(plan, END_2022, revised, END_2022).changes());
    }

    // Parts: A and B make 400 in 2022, of 400 due.

    private static Plan parted(RollUp by, Part... parts) {
        return with(
                with(PLAN, IN_2021),
                d -> {
                    d.rollUp = by;
                    d.parts = List.of(parts);
                });
    }

    private static Part part(int id, String name, Observation... figures) {
        return new Part(new UUID(3, id), name, Course.EMPTY, List.of(figures));
    }

    private static ChangeCause figure(String part, Observation before, Observation after) {
        return new ChangeCause.PartFigureChange(
                part, (ChangeCause.FigureChange) data("2022", before, after));
    }

    @Test
    void thePartWhoseFigureMovedIsNamed() {
        Plan before =
                parted(
                        RollUp.SUM,
                        part(1, "甲县", actual("2022", "150")),
                        part(2, "乙区", actual("2022", "250")));
        Plan after =
                parted(
                        RollUp.SUM,
                        part(1, "甲县", actual("2022", "150")),
                        part(2, "乙区", actual("2022", "50")));
        IndicatorChange change = change(before, after);
        assertEquals(List.of(Verdict.ON_COURSE, Verdict.BEHIND), verdicts(change));
        assertEquals(
                List.of(figure("乙区", actual("2022", "250"), actual("2022", "50"))),
                change.causes());
    }

    @Test
    void bothPartsAreNamedWhereBothMoved() {
        Plan before =
                parted(
                        RollUp.SUM,
                        part(1, "甲县", actual("2022", "150")),
                        part(2, "乙区", actual("2022", "250")));
        Plan after =
                parted(
                        RollUp.SUM,
                        part(1, "甲县", actual("2022", "100")),
                        part(2, "乙区", actual("2022", "50")));
        assertEquals(
                List.of(
                        figure("甲县", actual("2022", "150"), actual("2022", "100")),
                        figure("乙区", actual("2022", "250"), actual("2022", "50"))),
                movers(before, after));
    }

    /** Only with the last part there is a total: each of them was needed. */
    @Test
    void theFiguresThatMadeTheTotalAreAllNamed() {
        Plan after =
                parted(
                        RollUp.SUM,
                        part(1, "甲县", actual("2022", "150")),
                        part(2, "乙区", actual("2022", "250")));
        assertEquals(
                List.of(
                        figure("甲县", null, actual("2022", "150")),
                        figure("乙区", null, actual("2022", "250"))),
                movers(parted(RollUp.SUM, part(1, "甲县"), part(2, "乙区")), after));
    }

    /** The indicator's own 400 stands before any total of 2022; 2021 is no longer judged. */
    @Test
    void aPartThatMovedNothingIsNotNamed() {
        Plan before =
                with(
                        parted(RollUp.SUM, part(1, "甲县", actual("2022", "150"))),
                        IN_2021,
                        actual("2022", "400"));
        Plan after =
                with(
                        parted(RollUp.SUM, part(1, "甲县", actual("2022", "10"))),
                        IN_2021,
                        actual("2022", "100"));
        assertEquals(
                List.of(data("2022", actual("2022", "400"), actual("2022", "100"))),
                movers(before, after));
    }

    @Test
    void aPartThatCameOrWentIsNamedAndSoIsTheRollUp() {
        Part one = part(1, "甲县", actual("2022", "150"));
        Part two = part(2, "乙区", actual("2022", "250"));
        assertEquals(
                List.of(new ChangeCause.PartRemoved("乙区")),
                movers(parted(RollUp.SUM, one, two), parted(RollUp.SUM, one)));
        assertEquals(
                List.of(new ChangeCause.PartAdded("乙区")),
                movers(parted(RollUp.SUM, one), parted(RollUp.SUM, one, two)));
        assertEquals(
                List.of(new ChangeCause.MeaningChange(RollUp.SUM, RollUp.MEAN)),
                movers(parted(RollUp.SUM, one, two), parted(RollUp.MEAN, one, two)));
        assertEquals(
                List.of(),
                compare(
                                parted(RollUp.SUM, one, two),
                                END_2022,
                                parted(RollUp.SUM, part(2, "乙区（新名）", actual("2022", "250")), one),
                                END_2022)
                        .changes());
    }

    @Test
    void anIndicatorThatCameOrWentIsNamed() {
        Plan without = PLAN.withoutIndicator(PLAN.indicators().getFirst());
        IndicatorChange came = change(without, PLAN);
        assertEquals(List.of(new ChangeCause.IndicatorAdded()), came.causes());
        assertEquals(Optional.empty(), came.before());
        IndicatorChange went = change(PLAN, without);
        assertEquals(List.of(new ChangeCause.IndicatorRemoved()), went.causes());
        assertEquals(PLAN.indicators().getFirst(), went.latestAssessment().indicator());
        assertTrue(came.hasChangedVerdict() && went.hasChangedVerdict());
    }

    /** 400, then 401: both on course. */
    @Test
    void aNumberMayDifferWhereTheVerdictDoesNot() {
        Comparison comparison =
                compare(PLAN, END_2022, with(PLAN, IN_2021, actual("2022", "401")), END_2022);
        assertFalse(only(comparison).hasChangedVerdict());
        assertEquals(List.of(), comparison.verdictChanges());
    }

    /** Two bands of a rule may be of one class and have names of their own. */
    @Test
    void anotherNameForTheClassIsAnotherVerdict() {
        VerdictRule time = VerdictRule.timeRule();
        VerdictRule named =
                new VerdictRule(
                        "own",
                        time.basis(),
                        time.metIsAhead(),
                        time.judgesPreliminary(),
                        time.bands().stream()
                                .map(
                                        b ->
                                                new VerdictRule.Band(
                                                        b.verdict(),
                                                        "按期" + b.verdict(),
                                                        b.lowerBound()))
                                .toList());
        assertTrue(change(PLAN, PLAN.withRule(named)).hasChangedVerdict());
    }

    @Test
    void changesStandInReadingOrderAndWhatWentComesLast() {
        Plan two = PLAN.withIndicator(Indicator.createNamed(new UUID(2, 2), Given.GROUP, "第二"));
        Plan three =
                two.withoutIndicator(PLAN.indicators().getFirst())
                        .withIndicator(Indicator.createNamed(new UUID(2, 3), Given.GROUP, "第三"));
        assertEquals(
                List.of("第三", "指标"),
                compare(two, END_2022, three, END_2022).changes().stream()
                        .map(c -> c.latestAssessment().indicator().name())
                        .toList());
    }

    /**
     * Whatever differs, something is named for it: the path of hybrids ends at the other result.
     */
    @Test
    void noChangeIsWithoutAMover() {
        Random random = new Random(7);
        int changed = 0;
        for (int i = 0; i < 3000; i++) {
            Comparison comparison =
                    compare(
                            any(random),
                            END_2021.plusMonths(random.nextInt(36)),
                            any(random),
                            END_2021.plusMonths(random.nextInt(36)));
            for (IndicatorChange change : comparison.changes())
                assertFalse(
                        change.causes().isEmpty() && change.furtherDifferences().isEmpty(),
                        change::toString);
            changed += comparison.changes().size();
        }
        assertTrue(changed > 1500, "only " + changed);
    }

    private static Plan any(Random random) {
        List<Observation> figures = new ArrayList<>();
        for (String period : List.of("2021H1", "2021", "2022", "2023H1", "2023")) {
            if (random.nextBoolean())
                figures.add(
                        Observation.of(
                                Period.parse(period),
                                Status.values()[random.nextInt(3)],
                                Reading.ofAmount("" + random.nextInt(1200))));
        }
        Course course = course("" + random.nextInt(3), "" + (500 + random.nextInt(500)));
        Course full =
                random.nextBoolean()
                        ? course
                        : course.withMilestone(
                                target(
                                        Role.MID_TERM,
                                        END_2022.plusMonths(random.nextInt(12)),
                                        "" + random.nextInt(900),
                                        Direction.HIGHER));
        Plan plan =
                Given.plan(
                                d -> {
                                    d.kind =
                                            IndicatorKind.values()[
                                                    random.nextInt(IndicatorKind.values().length)];
                                    d.reporting = Reporting.values()[random.nextInt(2)];
                                    d.property = Property.values()[random.nextInt(2)];
                                    d.unit = random.nextBoolean() ? "%" : "件";
                                    d.course = random.nextInt(8) == 0 ? Course.EMPTY : full;
                                    d.observations = figures;
                                    d.rollUp =
                                            RollUp.values()[random.nextInt(RollUp.values().length)];
                                    d.parts = parts(random);
                                })
                        .withRule(
                                random.nextBoolean()
                                        ? VerdictRule.timeRule()
                                        : VerdictRule.suizhouRule());
        return plan.withChanges(
                d -> {
                    d.bindingRule =
                            random.nextBoolean()
                                    ? Optional.empty()
                                    : Optional.of(VerdictRule.ragRule());
                    d.lastYear = random.nextBoolean() ? 2025 : 2026;
                });
    }

    private static List<Part> parts(Random random) {
        List<Part> parts = new ArrayList<>();
        for (int id = 1; id <= 2; id++) {
            if (random.nextBoolean())
                parts.add(
                        part(
                                id,
                                "县" + id,
                                actual("2022", "" + random.nextInt(600)),
                                actual("2023", "" + random.nextInt(600))));
        }
        return parts;
    }

    private static List<ChangeCause> beside(Plan before, Plan after) {
        assertEquals(List.of(), movers(before, after));
        assertFalse(change(before, after).hasChangedVerdict());
        return change(before, after).furtherDifferences();
    }

    /** Whoever compares with what was frozen wants to know, though no number is moved. */
    @Test
    void whatMovesNothingIsToldBeside() {
        assertEquals(
                List.of(new ChangeCause.NameChange("指标", "市场主体")),
                beside(PLAN, with(PLAN, d -> d.name = "市场主体")));
        assertEquals(
                List.of(new ChangeCause.UnitChange("", "户")),
                beside(PLAN, with(PLAN, d -> d.unit = "户")));
        Milestone midTerm = target(Role.MID_TERM, MID_2023, "500", Direction.HIGHER);
        assertEquals(
                List.of(new ChangeCause.TargetChange(Optional.empty(), Optional.of(midTerm))),
                beside(PLAN, with(PLAN, d -> d.course = COURSE.withMilestone(midTerm))));
        HandVerdict hand = new HandVerdict(Verdict.NEARLY, "专家意见", END_2022);
        assertEquals(
                List.of(new ChangeCause.HandVerdictChange(Optional.empty(), Optional.of(hand))),
                beside(PLAN, with(PLAN, d -> d.handVerdict = Optional.of(hand))));
        assertEquals(
                List.of(new ChangeCause.HandVerdictChange(Optional.of(hand), Optional.empty())),
                beside(with(PLAN, d -> d.handVerdict = Optional.of(hand)), PLAN));
    }

    @Test
    void whatMovedIsNotToldTwice() {
        IndicatorChange change =
                change(
                        PLAN,
                        with(
                                PLAN,
                                d -> {
                                    d.name = "市场主体";
                                    d.course = course("0", "2000");
                                }));
        assertEquals(1, change.causes().size());
        assertEquals(
                List.of(new ChangeCause.NameChange("指标", "市场主体")), change.furtherDifferences());
    }
}
