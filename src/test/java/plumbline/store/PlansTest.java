package plumbline.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plumbline.exchange.Samples;
import plumbline.plan.Fraction;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Reading;
import plumbline.plan.Status;
import plumbline.store.ChangeLog.Change;
import plumbline.words.EditName;
import plumbline.words.Problem;

class PlansTest {
    private static final UUID ID = new UUID(0, 7);
    private static final EditName ADDED = EditName.of("edit.plan.added");
    private static final EditName RECORDED = EditName.of("edit.observation.recorded", "指标", "2022");
    private static final Instant NOW = Instant.parse("2023-03-04T05:06:07.008Z");
    private Database database;
    private Plans plans;

    @BeforeEach void open() throws Problem {
        database = Database.inMemory();
        plans = new Plans(database, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach void close() throws Problem {
        database.close();
    }

    @Test void everyFieldComesBack() throws Problem {
        plans.add(FullPlan.of(ID), ADDED);
        assertEquals(FullPlan.of(ID), plans.load(ID));
    }

    @Test void theSampleComesBack() throws Problem {
        Plan sample = Samples.open("suizhou", ID);
        plans.add(sample, ADDED);
        assertEquals(sample, plans.load(ID));
    }

    @Test void aCountedShareComesBackWithBothNumbers() throws Problem {
        Plan sample = Samples.open("suizhou", ID);
        Reading share = new Fraction(new BigDecimal("1234"), new BigDecimal("1300")).reading("%", false);
        Plan counted = sample.record(sample.indicators().getLast().id(), Observation.of(Period.year(2022), Status.ACTUAL, share));
        plans.add(sample, ADDED);
        plans.save(sample, counted, RECORDED);
        assertEquals(counted, plans.load(ID));
    }

    @Test void whatIsSavedInStepsComesBackAsTheWhole() throws Problem {
        Plan empty = Plan.empty(ID, "空", "", 2021, 2025, 2020);
        plans.add(empty, ADDED);
        plans.save(empty, FullPlan.of(ID), RECORDED);
        assertEquals(FullPlan.of(ID), plans.load(ID));
        plans.save(FullPlan.of(ID), empty, RECORDED);
        assertEquals(empty, plans.load(ID));
    }

    @Test void reorderedIndicatorsComeBackInTheirNewOrder() throws Problem {
        Plan sample = Samples.open("suizhou", ID);
        plans.add(sample, ADDED);
        Plan moved = sample.move(sample.indicators().get(3).id(), -1).move(sample.indicators().get(2).id(), -1);
        plans.save(sample, moved, RECORDED);
        assertEquals(moved, plans.load(ID));
    }

    @Test void onlyWhatDiffersIsWritten() throws Problem {
        Plan before = Samples.open("suizhou", ID);
        plans.add(before, ADDED);
        UUID indicator = before.indicators().get(1).id();
        Plan after = before.record(indicator, Observation.actual(Period.year(2022), "1799"));
        plans.save(before, after, RECORDED);
        List<Change> changes = new ChangeLog(database).of(ID);
        assertEquals(List.of("amount", "source_document", "source_place"), changes.stream().map(Change::column).toList());
        assertEquals(new Change(NOW, RECORDED, "amount", Optional.of("1721"), Optional.of("1799")), changes.getFirst());
    }

    @Test void anEqualPlanWritesNothing() throws Problem {
        Plan plan = FullPlan.of(ID);
        plans.add(plan, ADDED);
        plans.save(plan, FullPlan.of(ID), RECORDED);
        assertEquals(List.of(), new ChangeLog(database).of(ID));
    }

    @Test void aFiguresHistoryIsNewestFirst() throws Problem {
        Plan first = Samples.open("suizhou", ID);
        plans.add(first, ADDED);
        UUID indicator = first.indicators().getFirst().id();
        Plan second = first.record(indicator, Observation.actual(Period.year(2023), "300000"));
        plans.save(first, second, RECORDED);
        Plan third = second.record(indicator, Observation.of(Period.year(2023), Status.ACTUAL, Reading.of("310000.50")));
        plans.save(second, third, RECORDED);
        plans.save(third, third.erase(indicator, Period.year(2023)), RECORDED);
        List<Change> history = new ChangeLog(database).ofFigure(ID, indicator, Period.year(2023));
        assertEquals(List.of(Optional.empty(), Optional.of("310000.5"), Optional.of("300000")), history.stream().map(Change::after).toList());
    }

    @Test void twoPlansDoNotMeet() throws Problem {
        UUID other = new UUID(0, 8);
        plans.add(FullPlan.of(ID), ADDED);
        plans.add(FullPlan.of(other), ADDED);
        plans.delete(ID);
        assertEquals(FullPlan.of(other), plans.load(other));
        assertEquals(List.of(other), plans.list().stream().map(Plans.Entry::id).toList());
        assertEquals("problem.plan.gone", assertThrows(Problem.class, () -> plans.load(ID)).key());
    }

    @Test void theListTellsWhatAPlanIs() throws Problem {
        plans.add(Samples.open("suizhou", ID), ADDED);
        assertEquals(List.of(new Plans.Entry(ID, "随州市市场监管“十四五”规划", "随州市市场监督管理局", 2021, 2025, NOW)), plans.list());
    }
}
