package plumbline.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import plumbline.base.Problem;
import plumbline.exchange.planfile.SamplePlans;
import plumbline.plan.Fraction;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Reading;
import plumbline.plan.Snapshot;
import plumbline.plan.Status;
import plumbline.plan.VerdictRule;
import plumbline.store.ChangeLog.Change;
import plumbline.store.generated.DefaultSchema;
import plumbline.words.EditName;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

class PlansTest {
    private static final UUID ID = new UUID(0, 7);
    private static final EditName ADDED = EditName.of("edit.plan.added");
    private static final EditName RECORDED = EditName.of("edit.observation.recorded", "指标", "2022");
    private static final Instant NOW = Instant.parse("2023-03-04T05:06:07.008Z");
    private Database database;
    private Plans plans;

    @BeforeEach
    void open() throws Problem {
        database = Database.inMemory();
        plans = new Plans(database, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void close() throws Problem {
        database.close();
    }

    @Test
    void everyFieldComesBack() throws Problem {
        plans.add(FullPlan.of(ID), ADDED);
        assertEquals(FullPlan.of(ID), plans.load(ID));
    }

    @Test
    void aPlanIsAddedWithItsSnapshotsOrNotAtAll() throws Problem {
        Snapshot frozen =
                new Snapshot(
                        new UUID(9, 1), "中期", LocalDate.of(2022, 12, 31), NOW, "", FullPlan.of(ID));
        assertThrows(
                Problem.class, () -> plans.add(FullPlan.of(ID), List.of(frozen, frozen), ADDED));
        assertEquals(List.of(), plans.list());
        assertEquals(List.of(), new Snapshots(database).list(ID));
        plans.add(FullPlan.of(ID), List.of(frozen), ADDED);
        assertEquals(frozen, new Snapshots(database).load(frozen.id()));
    }

    @Test
    void everySampleComesBackBesideTheOthers() throws Problem {
        Map<UUID, Plan> samples = new HashMap<>();
        for (String name : SamplePlans.sampleNames()) {
            UUID id = new UUID(1, samples.size());
            samples.put(id, SamplePlans.openSample(name, id));
            plans.add(samples.get(id), ADDED);
        }
        for (Plan sample : samples.values()) assertEquals(sample, plans.load(sample.id()));
    }

    @Test
    void aCountedShareComesBackWithBothNumbers() throws Problem {
        Plan sample = SamplePlans.openSample("suizhou", ID);
        Reading share =
                new Fraction(new BigDecimal("1234"), new BigDecimal("1300")).reading("%", false);
        Plan counted =
                sample.record(
                        sample.indicators().getLast().id(),
                        Observation.of(Period.year(2022), Status.ACTUAL, share));
        plans.add(sample, ADDED);
        plans.save(sample, counted, RECORDED);
        assertEquals(counted, plans.load(ID));
    }

    @Test
    void whatIsSavedInStepsComesBackAsTheWhole() throws Problem {
        Plan empty = Plan.empty(ID, "空", "", 2021, 2025, 2020);
        plans.add(empty, ADDED);
        plans.save(empty, FullPlan.of(ID), RECORDED);
        assertEquals(FullPlan.of(ID), plans.load(ID));
        plans.save(FullPlan.of(ID), empty, RECORDED);
        assertEquals(empty, plans.load(ID));
    }

    @Test
    void reorderedIndicatorsComeBackInTheirNewOrder() throws Problem {
        Plan sample = SamplePlans.openSample("suizhou", ID);
        plans.add(sample, ADDED);
        Plan moved =
                sample.move(sample.indicators().get(3).id(), -1)
                        .move(sample.indicators().get(2).id(), -1);
        plans.save(sample, moved, RECORDED);
        assertEquals(moved, plans.load(ID));
    }

    @Test
    void onlyWhatDiffersIsWritten() throws Problem {
        Plan before = SamplePlans.openSample("suizhou", ID);
        plans.add(before, ADDED);
        UUID indicator = before.indicators().get(1).id();
        Plan after = before.record(indicator, Observation.actual(Period.year(2022), "1799"));
        plans.save(before, after, RECORDED);
        List<Change> changes = new ChangeLog(database).of(ID);
        assertEquals(
                List.of("amount", "source_document", "source_place"),
                changes.stream().map(Change::column).toList());
        assertEquals(
                new Change(NOW, RECORDED, "amount", Optional.of("1721"), Optional.of("1799")),
                changes.getFirst());
    }

    @Test
    void anEqualPlanWritesNothing() throws Problem {
        Plan plan = FullPlan.of(ID);
        plans.add(plan, ADDED);
        plans.save(plan, FullPlan.of(ID), RECORDED);
        assertEquals(List.of(), new ChangeLog(database).of(ID));
    }

    @Test
    void aFiguresHistoryIsNewestFirst() throws Problem {
        Plan first = SamplePlans.openSample("suizhou", ID);
        plans.add(first, ADDED);
        UUID indicator = first.indicators().getFirst().id();
        Plan second = first.record(indicator, Observation.actual(Period.year(2023), "300000"));
        plans.save(first, second, RECORDED);
        Plan third =
                second.record(
                        indicator,
                        Observation.of(Period.year(2023), Status.ACTUAL, Reading.of("310000.50")));
        plans.save(second, third, RECORDED);
        plans.save(third, third.erase(indicator, Period.year(2023)), RECORDED);
        List<Change> history = new ChangeLog(database).ofFigure(ID, indicator, Period.year(2023));
        assertEquals(
                List.of(Optional.empty(), Optional.of("310000.5"), Optional.of("300000")),
                history.stream().map(Change::after).toList());
    }

    @Test
    void twoPlansDoNotMeet() throws Problem {
        UUID other = new UUID(0, 8);
        plans.add(FullPlan.of(ID), ADDED);
        plans.add(FullPlan.of(other), ADDED);
        plans.delete(ID);
        assertEquals(FullPlan.of(other), plans.load(other));
        assertEquals(List.of(other), plans.list().stream().map(Plans.Entry::id).toList());
        assertEquals("problem.plan.gone", assertThrows(Problem.class, () -> plans.load(ID)).key());
    }

    @Test
    void theListTellsWhatAPlanIs() throws Problem {
        plans.add(SamplePlans.openSample("suizhou", ID), ADDED);
        assertEquals(
                List.of(new Plans.Entry(ID, "随州市市场监管“十四五”规划", "随州市市场监督管理局", 2021, 2025, NOW)),
                plans.list());
    }

    @Test
    void theRuleForBindingIndicatorsComesGoesAndIsLogged() throws Problem {
        Plan without = FullPlan.of(ID).change(d -> d.bindingRule = Optional.empty());
        Plan with = without.change(d -> d.bindingRule = Optional.of(VerdictRule.rag()));
        plans.add(without, ADDED);
        plans.save(without, with, RECORDED);
        assertEquals(with, plans.load(ID));
        assertEquals(
                Optional.of("rag"),
                new ChangeLog(database)
                        .of(ID).stream()
                                .filter(c -> c.column().equals("binding_rule_name"))
                                .findFirst()
                                .orElseThrow()
                                .after());
        plans.save(with, without, RECORDED);
        assertEquals(without, plans.load(ID));
        assertEquals(0, rows("binding_rule_band"));
    }

    private static Snapshot snapshot(int id, Plan plan, Instant frozen) {
        return new Snapshot(
                new UUID(9, id),
                "2022年度评估",
                LocalDate.of(2022, 12, 31),
                frozen,
                "中期；'quoted'",
                plan);
    }

    @Test
    void aSnapshotComesBackWhole() throws Problem {
        Snapshots snapshots = new Snapshots(database);
        Snapshot frozen =
                snapshot(1, FullPlan.of(ID), Instant.parse("2023-03-04T05:06:07.008009001Z"));
        plans.add(FullPlan.of(ID), ADDED);
        snapshots.add(frozen);
        assertEquals(frozen, snapshots.load(frozen.id()));
        assertEquals(
                List.of(
                        new Snapshots.Entry(
                                frozen.id(),
                                frozen.name(),
                                frozen.evaluated(),
                                frozen.frozen(),
                                frozen.note())),
                snapshots.list(ID));
    }

    @Test
    void anEditOfThePlanDoesNotTouchItsSnapshot() throws Problem {
        Snapshots snapshots = new Snapshots(database);
        Plan before = FullPlan.of(ID);
        plans.add(before, ADDED);
        snapshots.add(snapshot(1, before, NOW));
        plans.save(before, before.without(before.indicators().getFirst()), RECORDED);
        assertEquals(before, snapshots.load(new UUID(9, 1)).plan());
    }

    @Test
    void theLastFrozenComesFirst() throws Problem {
        Snapshots snapshots = new Snapshots(database);
        for (int day : List.of(2, 1, 3))
            snapshots.add(snapshot(day, FullPlan.of(ID), NOW.plusSeconds(86400L * day)));
        snapshots.add(snapshot(4, FullPlan.of(new UUID(0, 8)), NOW));
        assertEquals(
                List.of(3L, 2L, 1L),
                snapshots.list(ID).stream().map(e -> e.id().getLeastSignificantBits()).toList());
    }

    @Test
    void snapshotsAreNotAmongThePlans() throws Problem {
        plans.add(FullPlan.of(ID), ADDED);
        new Snapshots(database).add(snapshot(1, FullPlan.of(ID), NOW));
        assertEquals(List.of(ID), plans.list().stream().map(Plans.Entry::id).toList());
    }

    @Test
    void aDeletedSnapshotLeavesThePlanAndNothingOfItself() throws Problem {
        Snapshots snapshots = new Snapshots(database);
        plans.add(FullPlan.of(ID), ADDED);
        int before = rows("observation");
        snapshots.add(snapshot(1, FullPlan.of(ID), NOW));
        snapshots.delete(new UUID(9, 1));
        assertEquals(List.of(), snapshots.list(ID));
        assertEquals(
                "snapshot.gone",
                assertThrows(Problem.class, () -> snapshots.load(new UUID(9, 1))).key());
        assertEquals(FullPlan.of(ID), plans.load(ID));
        assertEquals(before, rows("observation"));
    }

    @Test
    void aDeletedPlanTakesItsSnapshotsWithItAndLeavesNoRow() throws Problem {
        Snapshots snapshots = new Snapshots(database);
        plans.add(FullPlan.of(ID), ADDED);
        snapshots.add(snapshot(1, FullPlan.of(ID), NOW));
        plans.save(
                FullPlan.of(ID),
                FullPlan.of(ID).without(FullPlan.of(ID).indicators().getFirst()),
                RECORDED);
        plans.delete(ID);
        assertEquals(
                "snapshot.gone",
                assertThrows(Problem.class, () -> snapshots.load(new UUID(9, 1))).key());
        for (var table : DefaultSchema.DEFAULT_SCHEMA.getTables())
            assertEquals(0, rows(table.getName()), table.getName());
    }

    private int rows(String table) throws Problem {
        return database.read(
                ctx ->
                        ctx.fetchCount(
                                DefaultSchema.DEFAULT_SCHEMA.getTables().stream()
                                        .filter(t -> t.getName().equals(table))
                                        .findFirst()
                                        .orElseThrow()));
    }
}
