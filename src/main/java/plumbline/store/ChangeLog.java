package plumbline.store;

import static plumbline.store.generated.Tables.CHANGE_EDIT;
import static plumbline.store.generated.Tables.CHANGE_LINE;
import static plumbline.store.generated.Tables.OBSERVATION;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.UpdatableRecord;
import org.jooq.impl.DSL;

import plumbline.base.Problem;
import plumbline.plan.Period;
import plumbline.store.generated.tables.records.ChangeLineRecord;
import plumbline.words.EditName;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What was changed, when, by which edit, from what to what. */
public final class ChangeLog {

    /** One column of one row: amounts as plain numbers, absence as empty. */
    public record ColumnChange(
            Instant changedAt,
            EditName editName,
            String column,
            Optional<String> before,
            Optional<String> after) {}

    /** Columns that only say how a value is stored. */
    private static final Set<String> STORAGE_COLUMNS =
            Set.of("plan", "position", "amount_decimals", "bound_decimals", "before_decimals");

    private final Database database;

    public ChangeLog(Database database) {
        this.database = database;
    }

    /** What happened to the figure of an indicator for a period, newest first. */
    public List<ColumnChange> figureChanges(UUID plan, UUID indicator, Period period)
            throws Problem {
        return readChanges(
                plan,
                CHANGE_LINE
                        .TABLE_NAME
                        .eq(OBSERVATION.getName())
                        .and(CHANGE_LINE.ROW_KEY.startsWith(indicator + "/" + period.code() + "/"))
                        .and(
                                CHANGE_LINE.COLUMN_NAME.in(
                                        OBSERVATION.AMOUNT.getName(),
                                        OBSERVATION.MISSING.getName())));
    }

    /** Every change of a plan, newest first. */
    public List<ColumnChange> planChanges(UUID plan) throws Problem {
        return readChanges(plan, DSL.noCondition());
    }

    private List<ColumnChange> readChanges(UUID plan, Condition which) throws Problem {
        return database.read(
                ctx ->
                        ctx.select(
                                        CHANGE_EDIT.MADE,
                                        CHANGE_EDIT.NAME,
                                        CHANGE_LINE.COLUMN_NAME,
                                        CHANGE_LINE.OLD_VALUE,
                                        CHANGE_LINE.NEW_VALUE)
                                .from(CHANGE_LINE)
                                .join(CHANGE_EDIT)
                                .on(CHANGE_EDIT.ID.eq(CHANGE_LINE.EDIT))
                                .where(CHANGE_EDIT.PLAN.eq(plan.toString()))
                                .and(which)
                                .orderBy(CHANGE_EDIT.ID.desc(), CHANGE_LINE.POSITION)
                                .fetch(
                                        r ->
                                                new ColumnChange(
                                                        r.value1().toInstant(ZoneOffset.UTC),
                                                        EditName.parse(r.value2()),
                                                        r.value3(),
                                                        Optional.ofNullable(r.value4()),
                                                        Optional.ofNullable(r.value5()))));
    }

    static List<ChangeLineRecord> changeLines(long edit, List<RowDifference> differences) {
        List<ChangeLineRecord> lines = new ArrayList<>();
        for (RowDifference difference : differences) addChangeLines(lines, edit, difference);
        return lines;
    }

    private static void addChangeLines(
            List<ChangeLineRecord> lines, long edit, RowDifference difference) {
        UpdatableRecord<?> any = difference.after().or(difference::before).orElseThrow();
        for (Field<?> field : any.fields()) {
            Optional<String> before = difference.before().flatMap(r -> valueText(r.get(field)));
            Optional<String> after = difference.after().flatMap(r -> valueText(r.get(field)));
            if (STORAGE_COLUMNS.contains(field.getName()) || before.equals(after)) continue;
            lines.add(
                    new ChangeLineRecord(
                            edit,
                            lines.size(),
                            difference.key().table(),
                            difference.key().keyText(),
                            field.getName(),
                            before.orElse(null),
                            after.orElse(null)));
        }
    }

    private static Optional<String> valueText(Object value) {
        if (value == null || value.equals("")) return Optional.empty();
        return Optional.of(
                value instanceof BigDecimal amount && amount.signum() != 0
                        ? amount.stripTrailingZeros().toPlainString()
                        : value instanceof BigDecimal ? "0" : value.toString());
    }
}
