package plumbline.store;

import org.jooq.DSLContext;
import org.jooq.UpdatableRecord;

import plumbline.store.Rows.Key;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A row that came, went or changed. */
record Difference(
        Key key, Optional<UpdatableRecord<?>> before, Optional<UpdatableRecord<?>> after) {

    /**
     * What went, then what changed or came: so no new row meets the key of one that is about to go.
     */
    static List<Difference> between(
            Map<Key, UpdatableRecord<?>> before, Map<Key, UpdatableRecord<?>> after) {
        List<Difference> differences = new ArrayList<>();
        before.forEach(
                (key, row) -> {
                    if (!after.containsKey(key))
                        differences.add(new Difference(key, Optional.of(row), Optional.empty()));
                });
        after.forEach(
                (key, row) -> {
                    Optional<UpdatableRecord<?>> old = Optional.ofNullable(before.get(key));
                    if (old.isEmpty() || !old.get().equals(row))
                        differences.add(new Difference(key, old, Optional.of(row)));
                });
        return differences;
    }

    void write(DSLContext ctx) {
        if (after.isEmpty()) ctx.executeDelete(before.orElseThrow());
        else if (before.isEmpty()) ctx.executeInsert(after.get());
        else update(ctx, after.get());
    }

    /** Every column: one that has become empty was never set on the new row. */
    private static void update(DSLContext ctx, UpdatableRecord<?> row) {
        row.touched(true);
        if (ctx.executeUpdate(row) != 1)
            throw new IllegalStateException("a kept row is gone: " + row.key());
    }
}
