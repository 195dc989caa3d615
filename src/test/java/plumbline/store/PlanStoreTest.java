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
import plumbline.store.ChangeLog.ColumnChange;
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

class PlanStoreTest {
    private static final UUID ID = new UUID(0, 7);
    private static final EditName ADDED = EditName.of("edit.plan.added");
    private static final EditName RECORDED = EditName.of("edit.observation.recorded", "指标", "2022");
    private static final Instant NOW = Instant.parse("2023-03-04T05:06:07.008Z");
    private Database database;
    private PlanStore plans;

    @BeforeEach
    void open() throws Problem {
        database = Database.openInMemory();
        plans = new PlanStore(database, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void close() throws Problem {
        database.close();
    }

    @Test
    void everyFieldComesBack() throws Problem {
        plans.addPlan(FullPlan.of(ID), ADDED);
        assertEquals(FullPlan.of(ID), plans.loadPlan(ID));
    }

    @Test
    void aPlanIsAddedWithItsSnapshotsOrNotAtAll() throws Problem {
        Snapshot frozen =
                new Snapshot(
                        new UUID(9, 1), "中期", LocalDate.of(2022, 12, 31), NOW, "", FullPlan.of(ID));
        assertThrows(
                Problem.class,
                () -> plans.addPlan(FullPlan.of(ID), List.of(frozen, frozen), ADDED));
        assertEquals(List.of(), plans.listPlans());
        assertEquals(List.of(), new SnapshotStore(database).listSnapshots(ID));
        plans.addPlan(FullPlan.of(ID), List.of(frozen), ADDED);
        assertEquals(frozen, new SnapshotStore(database).loadSnapshot(frozen.id()));
    }

    @Test
    void everySampleComesBackBesideTheOthers() throws Problem {
        Map<UUID, Plan> samples = new HashMap<>();
        for (String name : SamplePlans.sampleNames()) {
            UUID id = new UUID(1, samples.size());
            samples.put(id, SamplePlans.openSample(name, id));
            plans.addPlan(samples.get(id), ADDED);
        }
        for (Plan sample : samples.values()) assertEquals(sample, plans.loadPlan(sample.id()));
    }

    @Test
    void aCountedShareComesBackWithBothNumbers() throws Problem {
        Plan sample = SamplePlans.openSample("suizhou", ID);
        Reading share =
                new Fraction(new BigDecimal("1234"), new BigDecimal("1300")).toReading("%", false);
        Plan counted =
                sample.withObservation(
                        sample.indicators().getLast().id(),
                        Observation.of(Period.ofYear(2022), Status.ACTUAL, share));
        plans.addPlan(sample, ADDED);
        plans.savePlan(sample, counted, RECORDED);
        assertEquals(counted, plans.loadPlan(ID));
    }

    @Test
    void whatIsSavedInStepsComesBackAsTheWhole() throws Problem {
        Plan empty = Plan.empty(ID, "空", "", 2021, 2025, 2020);
        plans.addPlan(empty, ADDED);
        plans.savePlan(empty, FullPlan.of(ID), RECORDED);
        assertEquals(FullPlan.of(ID), plans.loadPlan(ID));
        plans.savePlan(FullPlan.of(ID), empty, RECORDED);
        assertEquals(empty, plans.loadPlan(ID));
    }

    @Test
    void reorderedIndicatorsComeBackInTheirNewOrder() throws Problem {
        Plan sample = SamplePlans.openSample("suizhou", ID);
        plans.addPlan(sample, ADDED);
        Plan moved =
                sample.withIndicatorMoved(sample.indicators().get(3).id(), -1)
                        .withIndicatorMoved(sample.indicators().get(2).id(), -1);
        plans.savePlan(sample, moved, RECORDED);
        assertEquals(moved, plans.loadPlan(ID));
    }

    @Test
    void onlyWhatDiffersIsWritten() throws Problem {
        Plan before = SamplePlans.openSample("suizhou", ID);
        plans.addPlan(before, ADDED);
        UUID indicator = before.indicators().get(1).id();
        Plan after =
                before.withObservation(indicator, Observation.actual(Period.ofYear(2022), "1799"));
        plans.savePlan(before, after, RECORDED);
        List<ColumnChange> changes = new ChangeLog(database).planChanges(ID);
        assertEquals(
                List.of("amount", "source_document", "source_place"),
                changes.stream().map(ColumnChange::column).toList());
        assertEquals(
                new ColumnChange(NOW, RECORDED, "amount", Optional.of("1721"), Optional.of("1799")),
                changes.getFirst());
    }

    @Test
    void anEqualPlanWritesNothing() throws Problem {
        Plan plan = FullPlan.of(ID);
        plans.addPlan(plan, ADDED);
        plans.savePlan(plan, FullPlan.of(ID), RECORDED);
        assertEquals(List.of(), new ChangeLog(database).planChanges(ID));
    }

    @Test
    void aFiguresHistoryIsNewestFirst() throws Problem {
        Plan first = SamplePlans.openSample("suizhou", ID);
        plans.addPlan(first, ADDED);
        UUID indicator = first.indicators().getFirst().id();
        Plan second =
                first.withObservation(indicator, Observation.actual(Period.ofYear(2023), "300000"));
        plans.savePlan(first, second, RECORDED);
        Plan third =
                second.withObservation(
                        indicator,
                        Observation.of(
                                Period.ofYear(2023), Status.ACTUAL, Reading.ofAmount("310000.50")));
        plans.savePlan(second, third, RECORDED);
        plans.savePlan(third, third.withoutObservations(indicator, Period.ofYear(2023)), RECORDED);
        List<ColumnChange> history =
                new ChangeLog(database).figureChanges(ID, indicator, Period.ofYear(2023));
        assertEquals(
                List.of(Optional.empty(), Optional.of("310000.5"), Optional.of("300000")),
                history.stream().map(ColumnChange::after).toList());
    }

    @Test
    void twoPlansDoNotMeet() throws Problem {
        UUID other = new UUID(0, 8);
        plans.addPlan(FullPlan.of(ID), ADDED);
        plans.addPlan(FullPlan.of(other), ADDED);
        plans.deletePlan(ID);
        assertEquals(FullPlan.of(other), plans.loadPlan(other));
        assertEquals(
                List.of(other),
                plans.listPlans().stream().map(PlanStore.StoredPlanEntry::id).toList());
        assertEquals(
                "problem.plan.gone",
                assertThrows(Problem.class, () -> plans.loadPlan(ID)).messageKey());
    }

    @Test
    void theListTellsWhatAPlanIs() throws Problem {
        plans.addPlan(SamplePlans.openSample("suizhou", ID), ADDED);
        assertEquals(
                List.of(
                        new PlanStore.StoredPlanEntry(
                                ID, "随州市市场监管“十四五”规划", "随州市市场监督管理局", 2021, 2025, NOW)),
                plans.listPlans());
    }

    @Test
    void theRuleForBindingIndicatorsComesGoesAndIsLogged() throws Problem {
        Plan without = FullPlan.of(ID).withChanges(d -> d.bindingRule = Optional.empty());
        Plan with = without.withChanges(d -> d.bindingRule = Optional.of(VerdictRule.ragRule()));
        plans.addPlan(without, ADDED);
        plans.savePlan(without, with, RECORDED);
        assertEquals(with, plans.loadPlan(ID));
        assertEquals(
                Optional.of("rag"),
                new ChangeLog(database)
                        .planChanges(ID).stream()
                                .filter(c -> c.column().equals("binding_rule_name"))
                                .findFirst()
                                .orElseThrow()
                                .after());
        plans.savePlan(with, without, RECORDED);
        assertEquals(without, plans.loadPlan(ID));
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
        SnapshotStore snapshots = new SnapshotStore(database);
        Snapshot frozen =
                snapshot(1, FullPlan.of(ID), Instant.parse("2023-03-04T05:06:07.008009001Z"));
        plans.addPlan(FullPlan.of(ID), ADDED);
        snapshots.addSnapshot(frozen);
        assertEquals(frozen, snapshots.loadSnapshot(frozen.id()));
        assertEquals(
                List.of(
                        new SnapshotStore.StoredSnapshotEntry(
                                frozen.id(),
                                frozen.name(),
                                frozen.evaluationDate(),
                                frozen.frozenAt(),
                                frozen.note())),
                snapshots.listSnapshots(ID));
    }

    @Test
    void anEditOfThePlanDoesNotTouchItsSnapshot() throws Problem {
        SnapshotStore snapshots = new SnapshotStore(database);
        Plan before = FullPlan.of(ID);
        plans.addPlan(before, ADDED);
        snapshots.addSnapshot(snapshot(1, before, NOW));
        plans.savePlan(before, before.withoutIndicator(before.indicators().getFirst()), RECORDED);
        assertEquals(before, snapshots.loadSnapshot(new UUID(9, 1)).plan());
    }

    @Test
    void theLastFrozenComesFirst() throws Problem {
        SnapshotStore snapshots = new SnapshotStore(database);
        for (int day : List.of(2, 1, 3))
            snapshots.addSnapshot(snapshot(day, FullPlan.of(ID), NOW.plusSeconds(86400L * day)));
        snapshots.addSnapshot(snapshot(4, FullPlan.of(new UUID(0, 8)), NOW));
        assertEquals(
                List.of(3L, 2L, 1L),
                snapshots.listSnapshots(ID).stream()
                        .map(e -> e.id().getLeastSignificantBits())
                        .toList());
    }

    @Test
    void snapshotsAreNotAmongThePlans() throws Problem {
        plans.addPlan(FullPlan.of(ID), ADDED);
        new SnapshotStore(database).addSnapshot(snapshot(1, FullPlan.of(ID), NOW));
        assertEquals(
                List.of(ID),
                plans.listPlans().stream().map(PlanStore.StoredPlanEntry::id).toList());
    }

    @Test
    void aDeletedSnapshotLeavesThePlanAndNothingOfItself() throws Problem {
        SnapshotStore snapshots = new SnapshotStore(database);
        plans.addPlan(FullPlan.of(ID), ADDED);
        int before = rows("observation");
        snapshots.addSnapshot(snapshot(1, FullPlan.of(ID), NOW));
        snapshots.deleteSnapshot(new UUID(9, 1));
        assertEquals(List.of(), snapshots.listSnapshots(ID));
        assertEquals(
                "snapshot.gone",
                assertThrows(Problem.class, () -> snapshots.loadSnapshot(new UUID(9, 1)))
                        .messageKey());
        assertEquals(FullPlan.of(ID), plans.loadPlan(ID));
        assertEquals(before, rows("observation"));
    }

    @Test
    void aDeletedPlanTakesItsSnapshotsWithItAndLeavesNoRow() throws Problem {
        SnapshotStore snapshots = new SnapshotStore(database);
        plans.addPlan(FullPlan.of(ID), ADDED);
        snapshots.addSnapshot(snapshot(1, FullPlan.of(ID), NOW));
        plans.savePlan(
                FullPlan.of(ID),
                FullPlan.of(ID).withoutIndicator(FullPlan.of(ID).indicators().getFirst()),
                RECORDED);
        plans.deletePlan(ID);
        assertEquals(
                "snapshot.gone",
                assertThrows(Problem.class, () -> snapshots.loadSnapshot(new UUID(9, 1)))
                        .messageKey());
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
