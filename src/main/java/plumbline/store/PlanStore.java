package plumbline.store;

import static plumbline.store.generated.Tables.CHANGE_EDIT;
import static plumbline.store.generated.Tables.CHANGE_LINE;
import static plumbline.store.generated.Tables.PLAN;
import static plumbline.store.generated.Tables.SNAPSHOT;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.UpdatableRecord;
import org.jooq.impl.DSL;

import plumbline.base.Problem;
import plumbline.plan.Plan;
import plumbline.plan.Snapshot;
import plumbline.store.PlanRows.RowKey;
import plumbline.store.generated.DefaultSchema;
import plumbline.words.EditName;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The plans of a library. Saving writes only what differs, in one transaction, with its lines in
 * the change log.
 */
public final class PlanStore {

    /**
     * @param changedAt when the plan was last edited
     */
    public record StoredPlanEntry(
            UUID id,
            String title,
            String organisation,
            int firstYear,
            int lastYear,
            Instant changedAt) {}

    private final Database database;
    private final Clock clock;

    public PlanStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The last changed first; the frozen copies are not among them. */
    public List<StoredPlanEntry> listPlans() throws Problem {
        Field<LocalDateTime> changed = DSL.max(CHANGE_EDIT.MADE);
        return database.read(
                ctx ->
                        ctx.select(
                                        PLAN.PLAN_,
                                        PLAN.TITLE,
                                        PLAN.ORGANISATION,
                                        PLAN.FIRST_YEAR,
                                        PLAN.LAST_YEAR,
                                        changed)
                                .from(PLAN)
                                .leftJoin(CHANGE_EDIT)
                                .on(CHANGE_EDIT.PLAN.eq(PLAN.PLAN_))
                                .where(PLAN.PLAN_.notIn(DSL.select(SNAPSHOT.ID).from(SNAPSHOT)))
                                .groupBy(PLAN.fields())
                                .orderBy(changed.desc())
                                .fetch(
                                        r ->
                                                new StoredPlanEntry(
                                                        UUID.fromString(r.value1()),
                                                        r.value2(),
                                                        r.value3(),
                                                        r.value4(),
                                                        r.value5(),
                                                        Optional.ofNullable(r.value6())
                                                                .orElse(LocalDateTime.MIN)
                                                                .toInstant(ZoneOffset.UTC))));
    }

    /**
     * @throws Problem if there is no such plan
     */
    public Plan loadPlan(UUID id) throws Problem {
        return database.read(ctx -> new PlanRowReader(ctx, id).readPlan())
                .orElseThrow(() -> new Problem("problem.plan.gone"));
    }

    public void addPlan(Plan plan, EditName name) throws Problem {
        addPlan(plan, List.of(), name);
    }

    /** A new plan and its snapshots, all or nothing. */
    public void addPlan(Plan plan, List<Snapshot> snapshots, EditName name) throws Problem {
        database.write(
                ctx -> {
                    PlanRows.rowsOfPlan(plan, _ -> false).values().forEach(ctx::executeInsert);
                    snapshots.forEach(s -> SnapshotStore.insertSnapshot(ctx, s));
                    return insertEdit(ctx, plan.id(), name);
                });
    }

    /**
     * Keeps the second of two values of one plan, the first of which is kept already. Nothing is
     * written if they are equal.
     */
    public void savePlan(Plan before, Plan after, EditName name) throws Problem {
        if (!before.id().equals(after.id()))
            throw new IllegalArgumentException("two different plans");
        Predicate<Object> same = isSameObjectInBoth(before, after);
        Map<RowKey, UpdatableRecord<?>> old = PlanRows.rowsOfPlan(before, same);
        Map<RowKey, UpdatableRecord<?>> next = PlanRows.rowsOfPlan(after, same);
        List<RowDifference> differences = RowDifference.betweenRows(old, next);
        if (differences.isEmpty()) return;
        database.write(
                ctx -> {
                    differences.forEach(d -> d.writeTo(ctx));
                    long edit = insertEdit(ctx, after.id(), name);
                    ctx.batchInsert(ChangeLog.changeLines(edit, differences)).execute();
                    return edit;
                });
    }

    /** With its snapshots. */
    public void deletePlan(UUID plan) throws Problem {
        database.write(
                ctx -> {
                    List<String> copies =
                            ctx.select(SNAPSHOT.ID)
                                    .from(SNAPSHOT)
                                    .where(SNAPSHOT.PLAN.eq(plan.toString()))
                                    .fetch(SNAPSHOT.ID);
                    copies.forEach(copy -> deleteRows(ctx, copy));
                    return deleteRows(ctx, plan.toString());
                });
    }

    /** Every row of a plan, of all tables. */
    static int deleteRows(DSLContext ctx, String plan) {
        ctx.deleteFrom(CHANGE_LINE)
                .where(
                        CHANGE_LINE.EDIT.in(
                                DSL.select(CHANGE_EDIT.ID)
                                        .from(CHANGE_EDIT)
                                        .where(CHANGE_EDIT.PLAN.eq(plan))))
                .execute();
        int rows = 0;
        for (Table<?> table : DefaultSchema.DEFAULT_SCHEMA.getTables()) {
            Field<String> owner = table.field("plan", String.class);
            if (owner != null) rows += ctx.deleteFrom(table).where(owner.eq(plan)).execute();
        }
        return rows;
    }

    private long insertEdit(DSLContext ctx, UUID plan, EditName name) {
        return ctx.insertInto(CHANGE_EDIT, CHANGE_EDIT.PLAN, CHANGE_EDIT.MADE, CHANGE_EDIT.NAME)
                .values(
                        plan.toString(),
                        LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                        name.toLogText())
                .returningResult(CHANGE_EDIT.ID)
                .fetchSingle()
                .value1();
    }

    /**
     * True of the indicators and tasks that are the very same object at the same place in both:
     * their rows cannot differ.
     */
    private static Predicate<Object> isSameObjectInBoth(Plan before, Plan after) {
        Set<Object> same = Collections.newSetFromMap(new IdentityHashMap<>());
        addSameObjects(same, before.indicators(), after.indicators());
        addSameObjects(same, before.taskTree().tasksInOrder(), after.taskTree().tasksInOrder());
        return same::contains;
    }

    private static void addSameObjects(Set<Object> same, List<?> before, List<?> after) {
        for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
            if (before.get(i) == after.get(i)) same.add(after.get(i));
        }
    }
}
