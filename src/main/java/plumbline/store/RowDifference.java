package plumbline.store;

import org.jooq.DSLContext;
import org.jooq.UpdatableRecord;

import plumbline.store.PlanRows.RowKey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A row that came, went or changed. */
record RowDifference(
        RowKey key, Optional<UpdatableRecord<?>> before, Optional<UpdatableRecord<?>> after) {

    /**
     * What went, then what changed or came: so no new row meets the key of one that is about to go.
     */
    static List<RowDifference> betweenRows(
            Map<RowKey, UpdatableRecord<?>> before, Map<RowKey, UpdatableRecord<?>> after) {
        List<RowDifference> differences = new ArrayList<>();
        before.forEach(
                (key, row) -> {
                    if (!after.containsKey(key))
                        differences.add(new RowDifference(key, Optional.of(row), Optional.empty()));
                });
        after.forEach(
                (key, row) -> {
                    Optional<UpdatableRecord<?>> old = Optional.ofNullable(before.get(key));
                    if (old.isEmpty() || !old.get().equals(row))
                        differences.add(new RowDifference(key, old, Optional.of(row)));
                });
        return differences;
    }

    void writeTo(DSLContext ctx) {
        if (after.isEmpty()) ctx.executeDelete(before.orElseThrow());
        else if (before.isEmpty()) ctx.executeInsert(after.get());
        else updateEveryColumn(ctx, after.get());
    }

    /** Every column: one that has become empty was never set on the new row. */
    private static void updateEveryColumn(DSLContext ctx, UpdatableRecord<?> row) {
        row.touched(true);
        if (ctx.executeUpdate(row) != 1)
            throw new IllegalStateException("a kept row is gone: " + row.key());
    }
}
