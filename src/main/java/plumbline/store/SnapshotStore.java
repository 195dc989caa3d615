package plumbline.store;

import static plumbline.store.generated.Tables.SNAPSHOT;

import org.jooq.DSLContext;
import org.jooq.Record;

import plumbline.base.Problem;
import plumbline.plan.Plan;
import plumbline.plan.Snapshot;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The frozen copies of a library's plans: each is kept as the rows of a plan under the snapshot's
 * own id.
 */
public final class SnapshotStore {

    /**
     * @param frozenAt when it was made
     */
    public record StoredSnapshotEntry(
            UUID id, String name, LocalDate evaluationDate, Instant frozenAt, String note) {}

    private final Database database;

    public SnapshotStore(Database database) {
        this.database = database;
    }

    /** Of one plan, the last frozen first. */
    public List<StoredSnapshotEntry> listSnapshots(UUID plan) throws Problem {
        return database.read(
                ctx ->
                        ctx.selectFrom(SNAPSHOT)
                                .where(SNAPSHOT.PLAN.eq(plan.toString()))
                                .orderBy(SNAPSHOT.FROZEN.desc())
                                .fetch(SnapshotStore::readEntry));
    }

    private static StoredSnapshotEntry readEntry(Record r) {
        return new StoredSnapshotEntry(
                UUID.fromString(r.get(SNAPSHOT.ID)),
                r.get(SNAPSHOT.NAME),
                r.get(SNAPSHOT.EVALUATED),
                r.get(SNAPSHOT.FROZEN).toInstant(ZoneOffset.UTC),
                r.get(SNAPSHOT.NOTE));
    }

    /**
     * The plan in it has the id of the plan that was frozen.
     *
     * @throws Problem if there is no such snapshot
     */
    public Snapshot loadSnapshot(UUID id) throws Problem {
        return database.read(ctx -> findSnapshot(ctx, id))
                .orElseThrow(() -> new Problem("snapshot.gone"));
    }

    private static Optional<Snapshot> findSnapshot(DSLContext ctx, UUID id) {
        return ctx.selectFrom(SNAPSHOT)
                .where(SNAPSHOT.ID.eq(id.toString()))
                .fetchOptional()
                .flatMap(
                        r ->
                                new PlanRowReader(ctx, id)
                                        .readPlan()
                                        .map(
                                                copy ->
                                                        createSnapshot(
                                                                readEntry(r),
                                                                copy.withChanges(
                                                                        d ->
                                                                                d.id =
                                                                                        UUID
                                                                                                .fromString(
                                                                                                        r
                                                                                                                .getPlan())))));
    }

    private static Snapshot createSnapshot(StoredSnapshotEntry e, Plan plan) {
        return new Snapshot(e.id, e.name, e.evaluationDate, e.frozenAt, e.note, plan);
    }

    public void addSnapshot(Snapshot snapshot) throws Problem {
        database.write(ctx -> insertSnapshot(ctx, snapshot));
    }

    static int insertSnapshot(DSLContext ctx, Snapshot snapshot) {
        Plan copy = snapshot.plan().withChanges(d -> d.id = snapshot.id());
        PlanRows.rowsOfPlan(copy, _ -> false).values().forEach(ctx::executeInsert);
        return ctx.insertInto(SNAPSHOT)
                .set(SNAPSHOT.PLAN, snapshot.plan().id().toString())
                .set(SNAPSHOT.ID, snapshot.id().toString())
                .set(SNAPSHOT.NAME, snapshot.name())
                .set(SNAPSHOT.EVALUATED, snapshot.evaluationDate())
                .set(SNAPSHOT.FROZEN, LocalDateTime.ofInstant(snapshot.frozenAt(), ZoneOffset.UTC))
                .set(SNAPSHOT.NOTE, snapshot.note())
                .execute();
    }

    public void deleteSnapshot(UUID id) throws Problem {
        database.write(
                ctx -> {
                    ctx.deleteFrom(SNAPSHOT).where(SNAPSHOT.ID.eq(id.toString())).execute();
                    return PlanStore.deleteRows(ctx, id.toString());
                });
    }
}
