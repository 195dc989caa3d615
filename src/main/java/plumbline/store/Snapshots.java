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
public final class Snapshots {

    /**
     * @param frozen when it was made
     */
    public record Entry(UUID id, String name, LocalDate evaluated, Instant frozen, String note) {}

    private final Database database;

    public Snapshots(Database database) {
        this.database = database;
    }

    /** Of one plan, the last frozen first. */
    public List<Entry> list(UUID plan) throws Problem {
        return database.read(
                ctx ->
                        ctx.selectFrom(SNAPSHOT)
                                .where(SNAPSHOT.PLAN.eq(plan.toString()))
                                .orderBy(SNAPSHOT.FROZEN.desc())
                                .fetch(Snapshots::entry));
    }

    private static Entry entry(Record r) {
        return new Entry(
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
    public Snapshot load(UUID id) throws Problem {
        return database.read(ctx -> read(ctx, id)).orElseThrow(() -> new Problem("snapshot.gone"));
    }

    private static Optional<Snapshot> read(DSLContext ctx, UUID id) {
        return ctx.selectFrom(SNAPSHOT)
                .where(SNAPSHOT.ID.eq(id.toString()))
                .fetchOptional()
                .flatMap(
                        r ->
                                new PlanReader(ctx, id)
                                        .read()
                                        .map(
                                                copy ->
                                                        snapshot(
                                                                entry(r),
                                                                copy.change(
                                                                        d ->
                                                                                d.id =
                                                                                        UUID
                                                                                                .fromString(
                                                                                                        r
                                                                                                                .getPlan())))));
    }

    private static Snapshot snapshot(Entry e, Plan plan) {
        return new Snapshot(e.id, e.name, e.evaluated, e.frozen, e.note, plan);
    }

    public void add(Snapshot snapshot) throws Problem {
        database.write(ctx -> add(ctx, snapshot));
    }

    static int add(DSLContext ctx, Snapshot snapshot) {
        Plan copy = snapshot.plan().change(d -> d.id = snapshot.id());
        Rows.of(copy, _ -> false).values().forEach(ctx::executeInsert);
        return ctx.insertInto(SNAPSHOT)
                .set(SNAPSHOT.PLAN, snapshot.plan().id().toString())
                .set(SNAPSHOT.ID, snapshot.id().toString())
                .set(SNAPSHOT.NAME, snapshot.name())
                .set(SNAPSHOT.EVALUATED, snapshot.evaluated())
                .set(SNAPSHOT.FROZEN, LocalDateTime.ofInstant(snapshot.frozen(), ZoneOffset.UTC))
                .set(SNAPSHOT.NOTE, snapshot.note())
                .execute();
    }

    public void delete(UUID id) throws Problem {
        database.write(
                ctx -> {
                    ctx.deleteFrom(SNAPSHOT).where(SNAPSHOT.ID.eq(id.toString())).execute();
                    return Plans.remove(ctx, id.toString());
                });
    }
}
