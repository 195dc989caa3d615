package plumbline.store;

import static plumbline.store.generated.Tables.ALIAS;
import static plumbline.store.generated.Tables.BINDING_RULE_BAND;
import static plumbline.store.generated.Tables.COUNTERMEASURE;
import static plumbline.store.generated.Tables.DEPARTMENT;
import static plumbline.store.generated.Tables.EVIDENCE;
import static plumbline.store.generated.Tables.FINDING;
import static plumbline.store.generated.Tables.INDICATOR;
import static plumbline.store.generated.Tables.INDICATOR_GROUP;
import static plumbline.store.generated.Tables.INTAKE;
import static plumbline.store.generated.Tables.INTAKE_FILE;
import static plumbline.store.generated.Tables.INTAKE_LINE;
import static plumbline.store.generated.Tables.LINK;
import static plumbline.store.generated.Tables.MILESTONE;
import static plumbline.store.generated.Tables.OBSERVATION;
import static plumbline.store.generated.Tables.PART;
import static plumbline.store.generated.Tables.PASSAGE;
import static plumbline.store.generated.Tables.PERIOD;
import static plumbline.store.generated.Tables.PLAN;
import static plumbline.store.generated.Tables.QUANTITY;
import static plumbline.store.generated.Tables.REDACTION;
import static plumbline.store.generated.Tables.REVISION;
import static plumbline.store.generated.Tables.RULE_BAND;
import static plumbline.store.generated.Tables.SAVED_CHART;
import static plumbline.store.generated.Tables.TASK;
import static plumbline.store.generated.Tables.TASK_ENTRY;

import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.UpdatableRecord;

import plumbline.plan.Countermeasure;
import plumbline.plan.Course;
import plumbline.plan.Finding;
import plumbline.plan.ImportRecord;
import plumbline.plan.Indicator;
import plumbline.plan.Milestone;
import plumbline.plan.MissingReason;
import plumbline.plan.Observation;
import plumbline.plan.Part;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Quantity;
import plumbline.plan.Reading;
import plumbline.plan.SavedChart;
import plumbline.plan.Task;
import plumbline.plan.TaskEntry;
import plumbline.plan.VerdictRule;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A plan as the rows that keep it, by their keys. Two plans are compared by comparing their rows.
 */
final class Rows {
    static final int STORED_DECIMALS = 12;

    /**
     * What tells a row from all others of a plan: its table and its primary key without the plan,
     * in text.
     */
    record Key(String table, String row) {
        static Key of(UpdatableRecord<?> record) {
            Record key = record.key();
            StringJoiner row = new StringJoiner("/");
            for (int i = 1; i < key.size(); i++) row.add(String.valueOf(key.get(i)));
            return new Key(record.getTable().getName(), row.toString());
        }
    }

    private final Map<Key, UpdatableRecord<?>> byKey = new LinkedHashMap<>();
    private final String plan;
    private final Predicate<Object> left;

    private Rows(String plan, Predicate<Object> left) {
        this.plan = plan;
        this.left = left;
    }

    /**
     * @param left tells the indicators and tasks whose rows may be left out, because they are the
     *     same in the other plan
     */
    static Map<Key, UpdatableRecord<?>> of(Plan plan, Predicate<Object> left) {
        Rows rows = new Rows(plan.id().toString(), left);
        rows.add(plan);
        return rows.byKey;
    }

    private void add(Plan p) {
        Row row =
                row(PLAN)
                        .set(PLAN.TITLE, p.title())
                        .set(PLAN.ORGANISATION, p.organisation())
                        .set(PLAN.FIRST_YEAR, p.firstYear())
                        .set(PLAN.LAST_YEAR, p.lastYear())
                        .set(PLAN.BASELINE_YEAR, p.baselineYear())
                        .set(PLAN.RULE_NAME, p.rule().name())
                        .set(PLAN.RULE_BASIS, p.rule().basis().name())
                        .set(PLAN.RULE_MET_IS_AHEAD, p.rule().metIsAhead())
                        .set(PLAN.RULE_PRELIMINARY, p.rule().preliminary());
        p.bindingRule().ifPresent(rule -> binding(row, rule));
        p.midTerm().ifPresent(day -> row.set(PLAN.MID_TERM, day));
        put(row);
        each(p.rule().bands(), (i, b) -> band(row(RULE_BAND), i, b));
        p.periods().forEach(period -> put(row(PERIOD).set(PERIOD.PERIOD_, period.code())));
        each(
                p.departments(),
                (i, d) ->
                        put(
                                row(DEPARTMENT)
                                        .set(DEPARTMENT.ID, id(d.id()))
                                        .set(DEPARTMENT.POSITION, i)
                                        .set(DEPARTMENT.NAME, d.name())));
        each(
                p.groups(),
                (i, g) ->
                        put(
                                row(INDICATOR_GROUP)
                                        .set(INDICATOR_GROUP.ID, id(g.id()))
                                        .set(INDICATOR_GROUP.POSITION, i)
                                        .set(INDICATOR_GROUP.NAME, g.name())));
        each(p.indicators(), this::indicator);
        each(p.tasks().lines(), this::task);
        each(p.findings(), this::finding);
        each(p.countermeasures(), this::countermeasure);
        each(p.charts(), this::chart);
        each(
                p.evidence(),
                (i, e) ->
                        put(
                                row(EVIDENCE)
                                        .set(EVIDENCE.ID, id(e.id()))
                                        .set(EVIDENCE.POSITION, i)
                                        .set(EVIDENCE.NAME, e.name())
                                        .set(EVIDENCE.SHA256, e.sha256())
                                        .set(EVIDENCE.RECEIVED, e.received())));
        each(
                p.aliases(),
                (i, a) ->
                        put(
                                row(ALIAS)
                                        .set(ALIAS.NAME, a.name())
                                        .set(ALIAS.POSITION, i)
                                        .set(ALIAS.INDICATOR, id(a.indicator()))));
        each(p.intakes(), this::intake);
        each(
                p.passages(),
                (i, t) ->
                        put(
                                row(PASSAGE)
                                        .set(PASSAGE.PASSAGE_, t.key())
                                        .set(PASSAGE.LANGUAGE, t.language())
                                        .set(PASSAGE.POSITION, i)
                                        .set(PASSAGE.TEXT, t.text())
                                        .set(PASSAGE.BASIS, t.basis())));
        p.redactions()
                .forEach(
                        r ->
                                put(
                                        row(REDACTION)
                                                .set(REDACTION.LINE, id(r.line()))
                                                .set(REDACTION.PLACE, r.place())));
    }

    /**
     * What it brought and what stood there before is kept with the figures and targets, by owners
     * of its own.
     */
    private void intake(int position, ImportRecord intake) {
        put(
                row(INTAKE)
                        .set(INTAKE.ID, id(intake.id()))
                        .set(INTAKE.POSITION, position)
                        .set(INTAKE.MADE, LocalDateTime.ofInstant(intake.at(), ZoneOffset.UTC))
                        .set(INTAKE.PERIODS, codes(intake.periods()))
                        .set(INTAKE.TAKEN_BACK, intake.takenBack()));
        each(
                intake.files(),
                (i, f) ->
                        put(
                                row(INTAKE_FILE)
                                        .set(INTAKE_FILE.INTAKE, id(intake.id()))
                                        .set(INTAKE_FILE.POSITION, i)
                                        .set(INTAKE_FILE.NAME, f.name())
                                        .set(INTAKE_FILE.SHA256, f.sha256())));
        each(
                intake.lines(),
                (i, l) -> {
                    put(
                            row(INTAKE_LINE)
                                    .set(INTAKE_LINE.INTAKE, id(intake.id()))
                                    .set(INTAKE_LINE.POSITION, i)
                                    .set(INTAKE_LINE.LINE, id(l.line()))
                                    .set(INTAKE_LINE.BEFORE, id(l.before().id()))
                                    .set(INTAKE_LINE.AFTER, id(l.after().id())));
                    held(l.before());
                    held(l.after());
                });
    }

    private void held(ImportRecord.Held held) {
        series(held.id(), new Course(held.milestones()), held.observations());
    }

    private void binding(Row plan, VerdictRule rule) {
        plan.set(PLAN.BINDING_RULE_NAME, rule.name())
                .set(PLAN.BINDING_RULE_BASIS, rule.basis().name())
                .set(PLAN.BINDING_RULE_MET_IS_AHEAD, rule.metIsAhead())
                .set(PLAN.BINDING_RULE_PRELIMINARY, rule.preliminary());
        each(rule.bands(), (i, b) -> band(row(BINDING_RULE_BAND), i, b));
    }

    /** The columns of a band, which the rule for binding indicators keeps in a table of its own. */
    private void band(Row row, int position, VerdictRule.Band band) {
        row.set(row.like(RULE_BAND.POSITION), position)
                .set(row.like(RULE_BAND.VERDICT), band.verdict().name())
                .set(row.like(RULE_BAND.LABEL), band.label());
        band.from()
                .ifPresent(
                        b -> {
                            row.set(row.like(RULE_BAND.ANCHOR), b.anchor().name());
                            row.set(row.like(RULE_BAND.INCLUSIVE), b.inclusive());
                            amount(
                                    row,
                                    row.like(RULE_BAND.BOUND),
                                    row.like(RULE_BAND.BOUND_DECIMALS),
                                    b.offset());
                        });
        put(row);
    }

    private void indicator(int position, Indicator i) {
        if (left.test(i)) return;
        Row row =
                row(INDICATOR)
                        .set(INDICATOR.ID, id(i.id()))
                        .set(INDICATOR.POSITION, position)
                        .set(INDICATOR.INDICATOR_GROUP, id(i.group()))
                        .set(INDICATOR.NAME, i.name())
                        .set(INDICATOR.UNIT, i.unit())
                        .set(INDICATOR.KIND, i.kind().name())
                        .set(INDICATOR.REPORTING, i.reporting().name())
                        .set(INDICATOR.DIRECTION, i.direction().name())
                        .set(INDICATOR.PROPERTY, i.property().name())
                        .set(INDICATOR.DECIMALS, i.decimals())
                        .set(INDICATOR.DEFINITION, i.definition())
                        .set(INDICATOR.ROLL_UP, i.rollUp().name())
                        .set(INDICATOR.NOTE, i.note());
        i.lead().ifPresent(lead -> row.set(INDICATOR.LEAD, id(lead)));
        i.ratio()
                .ifPresent(
                        r -> {
                            row.set(INDICATOR.NUMERATOR, r.numerator());
                            row.set(INDICATOR.DENOMINATOR, r.denominator());
                        });
        i.handVerdict()
                .ifPresent(
                        h -> {
                            row.set(INDICATOR.HAND_VERDICT, h.verdict().name());
                            row.set(INDICATOR.HAND_REASON, h.reason());
                            row.set(INDICATOR.HAND_ON, h.on());
                        });
        put(row);
        links(i.id(), LinkKind.SUPPORTING, i.supporting());
        series(i.id(), i.course(), i.observations());
        each(i.parts(), (at, part) -> part(at, i, part));
        each(
                i.revisions(),
                (at, r) -> {
                    Row revision =
                            row(REVISION)
                                    .set(REVISION.INDICATOR, id(i.id()))
                                    .set(REVISION.POSITION, at)
                                    .set(REVISION.DECIDED, r.decided())
                                    .set(REVISION.REASON, r.reason())
                                    .set(REVISION.DECISION, r.decision());
                    put(milestone(revision, r.before()));
                });
    }

    private void part(int position, Indicator of, Part part) {
        put(
                row(PART)
                        .set(PART.ID, id(part.id()))
                        .set(PART.POSITION, position)
                        .set(PART.INDICATOR, id(of.id()))
                        .set(PART.NAME, part.name()));
        series(part.id(), part.course(), part.observations());
    }

    private void series(UUID owner, Course course, List<Observation> observations) {
        course.milestones()
                .forEach(m -> put(milestone(row(MILESTONE).set(MILESTONE.OWNER, id(owner)), m)));
        observations.forEach(o -> observation(owner, o));
    }

    /** The columns of a milestone, which a revision has too. */
    private static Row milestone(Row row, Milestone m) {
        row.set(row.like(MILESTONE.DUE_ON), m.on());
        row.set(row.like(MILESTONE.ROLE), m.role().name());
        row.set(row.like(MILESTONE.RELATION), m.relation().name());
        row.set(row.like(MILESTONE.STRIVING), m.striving());
        amount(row, row.like(MILESTONE.AMOUNT), row.like(MILESTONE.AMOUNT_DECIMALS), m.amount());
        m.bound()
                .ifPresent(
                        b ->
                                amount(
                                        row,
                                        row.like(MILESTONE.BOUND),
                                        row.like(MILESTONE.BOUND_DECIMALS),
                                        b));
        return row;
    }

    private void observation(UUID owner, Observation o) {
        Row row =
                row(OBSERVATION)
                        .set(OBSERVATION.OWNER, id(owner))
                        .set(OBSERVATION.PERIOD, o.period().code())
                        .set(OBSERVATION.FORECAST, o.forecast())
                        .set(OBSERVATION.MONTHS, o.months())
                        .set(OBSERVATION.STATUS, o.status().name())
                        .set(OBSERVATION.SOURCE_DOCUMENT, o.source().document())
                        .set(OBSERVATION.SOURCE_PLACE, o.source().place())
                        .set(OBSERVATION.NOTE, o.note());
        o.source().department().ifPresent(d -> row.set(OBSERVATION.SOURCE_DEPARTMENT, id(d)));
        o.source().received().ifPresent(d -> row.set(OBSERVATION.SOURCE_RECEIVED, d));
        o.source().evidence().ifPresent(e -> row.set(OBSERVATION.SOURCE_EVIDENCE, id(e)));
        reading(
                row,
                new ReadingFields(
                        OBSERVATION.AMOUNT,
                        OBSERVATION.AMOUNT_DECIMALS,
                        OBSERVATION.APPROXIMATE,
                        OBSERVATION.RAW,
                        OBSERVATION.MISSING),
                o.reading());
        put(row);
    }

    /** The five columns in which a reading is kept. */
    record ReadingFields(
            Field<BigDecimal> amount,
            Field<Integer> decimals,
            Field<Boolean> approximate,
            Field<String> raw,
            Field<String> missing) {

        Reading of(Record row) {
            if (row.get(missing) != null)
                return new Reading.Missing(MissingReason.valueOf(row.get(missing)), row.get(raw));
            return new Reading.Value(
                    row.get(amount).setScale(row.get(decimals)),
                    row.get(approximate),
                    row.get(raw));
        }
    }

    static final ReadingFields OF_QUANTITY =
            new ReadingFields(
                    QUANTITY.AMOUNT,
                    QUANTITY.AMOUNT_DECIMALS,
                    QUANTITY.APPROXIMATE,
                    QUANTITY.RAW,
                    QUANTITY.MISSING);
    static final ReadingFields BEFORE_OF_QUANTITY =
            new ReadingFields(
                    QUANTITY.BEFORE_AMOUNT,
                    QUANTITY.BEFORE_DECIMALS,
                    QUANTITY.BEFORE_APPROXIMATE,
                    QUANTITY.BEFORE_RAW,
                    QUANTITY.BEFORE_MISSING);

    private static void reading(Row row, ReadingFields fields, Reading reading) {
        row.set(fields.approximate, false);
        row.set(fields.raw, "");
        switch (reading) {
            case Reading.Missing(MissingReason reason, String raw) -> {
                row.set(fields.missing, reason.name());
                row.set(fields.raw, raw);
            }
            case Reading.Value(BigDecimal amount, boolean approximate, String raw) -> {
                amount(row, fields.amount, fields.decimals, amount);
                row.set(fields.approximate, approximate);
                row.set(fields.raw, raw);
            }
        }
    }

    private static void amount(
            Row row, Field<BigDecimal> amount, Field<Integer> decimals, BigDecimal value) {
        row.set(amount, value.setScale(STORED_DECIMALS));
        row.set(decimals, value.scale());
    }

    private void task(int position, Task t) {
        if (left.test(t)) return;
        Row row =
                row(TASK)
                        .set(TASK.ID, id(t.id()))
                        .set(TASK.POSITION, position)
                        .set(TASK.TREE_LEVEL, t.level())
                        .set(TASK.KIND, t.kind().name())
                        .set(TASK.TITLE, t.title())
                        .set(TASK.STATE, t.state().name())
                        .set(TASK.NOTE, t.note());
        t.owner().ifPresent(o -> row.set(TASK.OWNER, id(o)));
        t.due().ifPresent(d -> row.set(TASK.DUE_ON, d));
        put(row);
        links(t.id(), LinkKind.INDICATOR, t.indicators());
        each(t.entries(), (at, e) -> entry(at, t, e));
    }

    private void entry(int position, Task of, TaskEntry e) {
        put(
                row(TASK_ENTRY)
                        .set(TASK_ENTRY.ID, id(e.id()))
                        .set(TASK_ENTRY.POSITION, position)
                        .set(TASK_ENTRY.TASK, id(of.id()))
                        .set(TASK_ENTRY.ENTRY_ON, e.on())
                        .set(TASK_ENTRY.TEXT, e.text()));
        quantities(e.id(), e.quantities());
    }

    private void finding(int position, Finding f) {
        put(
                row(FINDING)
                        .set(FINDING.ID, id(f.id()))
                        .set(FINDING.POSITION, position)
                        .set(FINDING.TITLE, f.title())
                        .set(FINDING.TEXT, f.text()));
        quantities(f.id(), f.quantities());
        links(f.id(), LinkKind.INDICATOR, f.indicators());
        links(f.id(), LinkKind.TASK, f.tasks());
    }

    private void countermeasure(int position, Countermeasure c) {
        Row row =
                row(COUNTERMEASURE)
                        .set(COUNTERMEASURE.ID, id(c.id()))
                        .set(COUNTERMEASURE.POSITION, position)
                        .set(COUNTERMEASURE.TITLE, c.title())
                        .set(COUNTERMEASURE.TEXT, c.text());
        c.lead().ifPresent(lead -> row.set(COUNTERMEASURE.LEAD, id(lead)));
        c.due().ifPresent(d -> row.set(COUNTERMEASURE.DUE_ON, d));
        put(row);
        quantities(c.id(), c.quantities());
        links(c.id(), LinkKind.FINDING, c.findings());
        links(c.id(), LinkKind.INDICATOR, c.indicators());
        links(c.id(), LinkKind.TASK, c.tasks());
    }

    private static String codes(List<Period> periods) {
        return periods.stream().map(Period::code).collect(Collectors.joining(" "));
    }

    private void chart(int position, SavedChart c) {
        put(
                row(SAVED_CHART)
                        .set(SAVED_CHART.ID, id(c.id()))
                        .set(SAVED_CHART.POSITION, position)
                        .set(SAVED_CHART.KIND, c.kind().name())
                        .set(SAVED_CHART.TITLE, c.title())
                        .set(SAVED_CHART.PERIODS, codes(c.periods()))
                        .set(SAVED_CHART.LABELS, c.labels().name())
                        .set(SAVED_CHART.SIZE, c.size().name())
                        .set(SAVED_CHART.COLOURS, c.colours().name()));
        links(c.id(), LinkKind.INDICATOR, c.indicators());
    }

    private void quantities(UUID owner, List<Quantity> quantities) {
        each(
                quantities,
                (at, q) -> {
                    Row row =
                            row(QUANTITY)
                                    .set(QUANTITY.OWNER, id(owner))
                                    .set(QUANTITY.POSITION, at)
                                    .set(QUANTITY.NAME, q.name())
                                    .set(QUANTITY.UNIT, q.unit());
                    q.period().ifPresent(p -> row.set(QUANTITY.PERIOD, p.code()));
                    reading(row, OF_QUANTITY, q.reading());
                    q.before().ifPresent(b -> reading(row, BEFORE_OF_QUANTITY, b));
                    put(row);
                });
    }

    /** What a link leads to. */
    enum LinkKind {
        INDICATOR,
        TASK,
        FINDING,
        SUPPORTING
    }

    private void links(UUID owner, LinkKind kind, List<UUID> targets) {
        each(
                targets,
                (at, target) ->
                        put(
                                row(LINK)
                                        .set(LINK.OWNER, id(owner))
                                        .set(LINK.KIND, kind.name())
                                        .set(LINK.POSITION, at)
                                        .set(LINK.TARGET, id(target))));
    }

    /** A row being filled. */
    private record Row(UpdatableRecord<?> record) {
        <T> Row set(Field<T> field, T value) {
            record.set(field, value);
            return this;
        }

        /** This row's column of the same name. */
        <T> Field<T> like(Field<T> field) {
            return record.field(field.getName(), field.getType());
        }
    }

    private Row row(Table<? extends UpdatableRecord<?>> table) {
        UpdatableRecord<?> record = table.newRecord();
        record.set(record.field("plan", String.class), plan);
        return new Row(record);
    }

    private void put(Row row) {
        byKey.put(Key.of(row.record), row.record);
    }

    private static String id(UUID id) {
        return id.toString();
    }

    private static <T> void each(List<T> items, BiConsumer<Integer, T> then) {
        for (int i = 0; i < items.size(); i++) then.accept(i, items.get(i));
    }
}
