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
import plumbline.plan.FigureAge;
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
final class PlanRows {
    static final int STORED_DECIMALS = 12;

    /**
     * What tells a row from all others of a plan: its table and its primary key without the plan,
     * in text.
     */
    record RowKey(String table, String keyText) {
        static RowKey keyOf(UpdatableRecord<?> record) {
            Record key = record.key();
            StringJoiner row = new StringJoiner("/");
            for (int i = 1; i < key.size(); i++) row.add(String.valueOf(key.get(i)));
            return new RowKey(record.getTable().getName(), row.toString());
        }
    }

    private final Map<RowKey, UpdatableRecord<?>> rowsByKey = new LinkedHashMap<>();
    private final String planId;
    private final Predicate<Object> isLeftOut;

    private PlanRows(String plan, Predicate<Object> left) {
        this.planId = plan;
        this.isLeftOut = left;
    }

    /**
     * @param left tells the indicators and tasks whose rows may be left out, because they are the
     *     same in the other plan
     */
    static Map<RowKey, UpdatableRecord<?>> rowsOfPlan(Plan plan, Predicate<Object> left) {
        PlanRows rows = new PlanRows(plan.id().toString(), left);
        rows.addPlan(plan);
        return rows.rowsByKey;
    }

    private void addPlan(Plan p) {
        RowDraft row =
                createRow(PLAN)
                        .set(PLAN.TITLE, p.title())
                        .set(PLAN.ORGANISATION, p.organisation())
                        .set(PLAN.FIRST_YEAR, p.firstYear())
                        .set(PLAN.LAST_YEAR, p.lastYear())
                        .set(PLAN.BASELINE_YEAR, p.baselineYear())
                        .set(PLAN.RULE_NAME, p.rule().name())
                        .set(PLAN.RULE_BASIS, p.rule().basis().name())
                        .set(PLAN.RULE_MET_IS_AHEAD, p.rule().metIsAhead())
                        .set(PLAN.RULE_PRELIMINARY, p.rule().judgesPreliminary());
        setWhatIsUnusual(row, PLAN.RULE_NEARLY_MET, PLAN.RULE_FIGURE_AGE, p.rule());
        p.bindingRule().ifPresent(rule -> addBindingRule(row, rule));
        p.chosenMidTermDay().ifPresent(day -> row.set(PLAN.MID_TERM, day));
        addRow(row);
        forEachIndexed(p.rule().bands(), (i, b) -> addBand(createRow(RULE_BAND), i, b));
        p.periods().forEach(period -> addRow(createRow(PERIOD).set(PERIOD.PERIOD_, period.code())));
        forEachIndexed(
                p.departments(),
                (i, d) ->
                        addRow(
                                createRow(DEPARTMENT)
                                        .set(DEPARTMENT.ID, idText(d.id()))
                                        .set(DEPARTMENT.POSITION, i)
                                        .set(DEPARTMENT.NAME, d.name())));
        forEachIndexed(
                p.groups(),
                (i, g) ->
                        addRow(
                                createRow(INDICATOR_GROUP)
                                        .set(INDICATOR_GROUP.ID, idText(g.id()))
                                        .set(INDICATOR_GROUP.POSITION, i)
                                        .set(INDICATOR_GROUP.NAME, g.name())));
        forEachIndexed(p.indicators(), this::addIndicator);
        forEachIndexed(p.taskTree().tasksInOrder(), this::addTask);
        forEachIndexed(p.findings(), this::addFinding);
        forEachIndexed(p.countermeasures(), this::addCountermeasure);
        forEachIndexed(p.charts(), this::addChart);
        forEachIndexed(
                p.evidence(),
                (i, e) ->
                        addRow(
                                createRow(EVIDENCE)
                                        .set(EVIDENCE.ID, idText(e.id()))
                                        .set(EVIDENCE.POSITION, i)
                                        .set(EVIDENCE.NAME, e.name())
                                        .set(EVIDENCE.SHA256, e.sha256())
                                        .set(EVIDENCE.RECEIVED, e.receivedOn())));
        forEachIndexed(
                p.aliases(),
                (i, a) ->
                        addRow(
                                createRow(ALIAS)
                                        .set(ALIAS.NAME, a.name())
                                        .set(ALIAS.POSITION, i)
                                        .set(ALIAS.INDICATOR, idText(a.indicatorId()))));
        forEachIndexed(p.importRecords(), this::addImportRecord);
        forEachIndexed(
                p.passages(),
                (i, t) ->
                        addRow(
                                createRow(PASSAGE)
                                        .set(PASSAGE.PASSAGE_, t.key())
                                        .set(PASSAGE.LANGUAGE, t.language())
                                        .set(PASSAGE.POSITION, i)
                                        .set(PASSAGE.TEXT, t.wording())
                                        .set(PASSAGE.BASIS, t.programWording())));
        p.redactions()
                .forEach(
                        r ->
                                addRow(
                                        createRow(REDACTION)
                                                .set(REDACTION.LINE, idText(r.indicatorOrPartId()))
                                                .set(REDACTION.PLACE, r.placeCode())));
    }

    /**
     * What it brought and what stood there before is kept with the figures and targets, by owners
     * of its own.
     */
    private void addImportRecord(int position, ImportRecord intake) {
        addRow(
                createRow(INTAKE)
                        .set(INTAKE.ID, idText(intake.id()))
                        .set(INTAKE.POSITION, position)
                        .set(
                                INTAKE.MADE,
                                LocalDateTime.ofInstant(intake.importedAt(), ZoneOffset.UTC))
                        .set(INTAKE.PERIODS, periodCodes(intake.periods()))
                        .set(INTAKE.TAKEN_BACK, intake.takenBack()));
        forEachIndexed(
                intake.files(),
                (i, f) ->
                        addRow(
                                createRow(INTAKE_FILE)
                                        .set(INTAKE_FILE.INTAKE, idText(intake.id()))
                                        .set(INTAKE_FILE.POSITION, i)
                                        .set(INTAKE_FILE.NAME, f.name())
                                        .set(INTAKE_FILE.SHA256, f.sha256())));
        forEachIndexed(
                intake.importedLines(),
                (i, l) -> {
                    addRow(
                            createRow(INTAKE_LINE)
                                    .set(INTAKE_LINE.INTAKE, idText(intake.id()))
                                    .set(INTAKE_LINE.POSITION, i)
                                    .set(INTAKE_LINE.LINE, idText(l.indicatorOrPartId()))
                                    .set(INTAKE_LINE.BEFORE, idText(l.before().id()))
                                    .set(INTAKE_LINE.AFTER, idText(l.after().id())));
                    addLineContents(l.before());
                    addLineContents(l.after());
                });
    }

    private void addLineContents(ImportRecord.LineContents held) {
        addCourseAndObservations(held.id(), new Course(held.milestones()), held.observations());
    }

    private void addBindingRule(RowDraft plan, VerdictRule rule) {
        plan.set(PLAN.BINDING_RULE_NAME, rule.name())
                .set(PLAN.BINDING_RULE_BASIS, rule.basis().name())
                .set(PLAN.BINDING_RULE_MET_IS_AHEAD, rule.metIsAhead())
                .set(PLAN.BINDING_RULE_PRELIMINARY, rule.judgesPreliminary());
        setWhatIsUnusual(plan, PLAN.BINDING_RULE_NEARLY_MET, PLAN.BINDING_RULE_FIGURE_AGE, rule);
        forEachIndexed(rule.bands(), (i, b) -> addBand(createRow(BINDING_RULE_BAND), i, b));
    }

    /** What most rules leave as it usually is: no 基本完成, and the rhythm of reporting. */
    private static void setWhatIsUnusual(
            RowDraft row, Field<BigDecimal> nearlyMet, Field<String> figureAge, VerdictRule rule) {
        if (rule.nearlyMetTolerance().signum() != 0) row.set(nearlyMet, rule.nearlyMetTolerance());
        if (rule.figureAge() != FigureAge.REPORTING_RHYTHM)
            row.set(figureAge, rule.figureAge().name());
    }

    /** The columns of a band, which the rule for binding indicators keeps in a table of its own. */
    private void addBand(RowDraft row, int position, VerdictRule.Band band) {
        row.set(row.sameNamedField(RULE_BAND.POSITION), position)
                .set(row.sameNamedField(RULE_BAND.VERDICT), band.verdict().name())
                .set(row.sameNamedField(RULE_BAND.LABEL), band.label());
        band.lowerBound()
                .ifPresent(
                        b -> {
                            row.set(row.sameNamedField(RULE_BAND.ANCHOR), b.anchor().name());
                            row.set(row.sameNamedField(RULE_BAND.INCLUSIVE), b.inclusive());
                            setAmount(
                                    row,
                                    row.sameNamedField(RULE_BAND.BOUND),
                                    row.sameNamedField(RULE_BAND.BOUND_DECIMALS),
                                    b.offset());
                        });
        addRow(row);
    }

    private void addIndicator(int position, Indicator i) {
        if (isLeftOut.test(i)) return;
        RowDraft row =
                createRow(INDICATOR)
                        .set(INDICATOR.ID, idText(i.id()))
                        .set(INDICATOR.POSITION, position)
                        .set(INDICATOR.INDICATOR_GROUP, idText(i.groupId()))
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
        i.chosenDemand().ifPresent(d -> row.set(INDICATOR.DEMAND, d.name()));
        i.leadDepartment().ifPresent(lead -> row.set(INDICATOR.LEAD, idText(lead)));
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
                            row.set(INDICATOR.HAND_ON, h.day());
                        });
        addRow(row);
        addLinks(i.id(), LinkTargetKind.SUPPORTING, i.supportingDepartments());
        addCourseAndObservations(i.id(), i.course(), i.observations());
        forEachIndexed(i.parts(), (at, part) -> addPart(at, i, part));
        forEachIndexed(
                i.revisions(),
                (at, r) -> {
                    RowDraft revision =
                            createRow(REVISION)
                                    .set(REVISION.INDICATOR, idText(i.id()))
                                    .set(REVISION.POSITION, at)
                                    .set(REVISION.DECIDED, r.decidedOn())
                                    .set(REVISION.REASON, r.reason())
                                    .set(REVISION.DECISION, r.decision());
                    addRow(setMilestone(revision, r.formerTarget()));
                });
    }

    private void addPart(int position, Indicator of, Part part) {
        addRow(
                createRow(PART)
                        .set(PART.ID, idText(part.id()))
                        .set(PART.POSITION, position)
                        .set(PART.INDICATOR, idText(of.id()))
                        .set(PART.NAME, part.name()));
        addCourseAndObservations(part.id(), part.course(), part.observations());
    }

    private void addCourseAndObservations(
            UUID owner, Course course, List<Observation> observations) {
        course.milestones()
                .forEach(
                        m ->
                                addRow(
                                        setMilestone(
                                                createRow(MILESTONE)
                                                        .set(MILESTONE.OWNER, idText(owner)),
                                                m)));
        observations.forEach(o -> addObservation(owner, o));
    }

    /** The columns of a milestone, which a revision has too. */
    private static RowDraft setMilestone(RowDraft row, Milestone m) {
        row.set(row.sameNamedField(MILESTONE.DUE_ON), m.day());
        row.set(row.sameNamedField(MILESTONE.ROLE), m.role().name());
        row.set(row.sameNamedField(MILESTONE.RELATION), m.relation().name());
        row.set(row.sameNamedField(MILESTONE.STRIVING), m.striving());
        setAmount(
                row,
                row.sameNamedField(MILESTONE.AMOUNT),
                row.sameNamedField(MILESTONE.AMOUNT_DECIMALS),
                m.amount());
        m.bound()
                .ifPresent(
                        b ->
                                setAmount(
                                        row,
                                        row.sameNamedField(MILESTONE.BOUND),
                                        row.sameNamedField(MILESTONE.BOUND_DECIMALS),
                                        b));
        return row;
    }

    private void addObservation(UUID owner, Observation o) {
        RowDraft row =
                createRow(OBSERVATION)
                        .set(OBSERVATION.OWNER, idText(owner))
                        .set(OBSERVATION.PERIOD, o.period().code())
                        .set(OBSERVATION.FORECAST, o.isForecast())
                        .set(OBSERVATION.MONTHS, o.monthsCovered())
                        .set(OBSERVATION.STATUS, o.status().name())
                        .set(OBSERVATION.SOURCE_DOCUMENT, o.source().document())
                        .set(OBSERVATION.SOURCE_PLACE, o.source().place())
                        .set(OBSERVATION.NOTE, o.note());
        o.source().departmentId().ifPresent(d -> row.set(OBSERVATION.SOURCE_DEPARTMENT, idText(d)));
        o.source().receivedOn().ifPresent(d -> row.set(OBSERVATION.SOURCE_RECEIVED, d));
        o.source().evidenceId().ifPresent(e -> row.set(OBSERVATION.SOURCE_EVIDENCE, idText(e)));
        setReading(
                row,
                new ReadingFields(
                        OBSERVATION.AMOUNT,
                        OBSERVATION.AMOUNT_DECIMALS,
                        OBSERVATION.APPROXIMATE,
                        OBSERVATION.RAW,
                        OBSERVATION.MISSING),
                o.reading());
        addRow(row);
    }

    /** The five columns in which a reading is kept. */
    record ReadingFields(
            Field<BigDecimal> amount,
            Field<Integer> decimals,
            Field<Boolean> approximate,
            Field<String> raw,
            Field<String> missing) {

        Reading readFrom(Record row) {
            if (row.get(missing) != null)
                return new Reading.Missing(MissingReason.valueOf(row.get(missing)), row.get(raw));
            return new Reading.Value(
                    row.get(amount).setScale(row.get(decimals)),
                    row.get(approximate),
                    row.get(raw));
        }
    }

    static final ReadingFields QUANTITY_READING =
            new ReadingFields(
                    QUANTITY.AMOUNT,
                    QUANTITY.AMOUNT_DECIMALS,
                    QUANTITY.APPROXIMATE,
                    QUANTITY.RAW,
                    QUANTITY.MISSING);
    static final ReadingFields QUANTITY_FORMER_READING =
            new ReadingFields(
                    QUANTITY.BEFORE_AMOUNT,
                    QUANTITY.BEFORE_DECIMALS,
                    QUANTITY.BEFORE_APPROXIMATE,
                    QUANTITY.BEFORE_RAW,
                    QUANTITY.BEFORE_MISSING);

    private static void setReading(RowDraft row, ReadingFields fields, Reading reading) {
        row.set(fields.approximate, false);
        row.set(fields.raw, "");
        switch (reading) {
            case Reading.Missing(MissingReason reason, String raw) -> {
                row.set(fields.missing, reason.name());
                row.set(fields.raw, raw);
            }
            case Reading.Value(BigDecimal amount, boolean approximate, String raw) -> {
                setAmount(row, fields.amount, fields.decimals, amount);
                row.set(fields.approximate, approximate);
                row.set(fields.raw, raw);
            }
        }
    }

    private static void setAmount(
            RowDraft row, Field<BigDecimal> amount, Field<Integer> decimals, BigDecimal value) {
        row.set(amount, value.setScale(STORED_DECIMALS));
        row.set(decimals, value.scale());
    }

    private void addTask(int position, Task t) {
        if (isLeftOut.test(t)) return;
        RowDraft row =
                createRow(TASK)
                        .set(TASK.ID, idText(t.id()))
                        .set(TASK.POSITION, position)
                        .set(TASK.TREE_LEVEL, t.level())
                        .set(TASK.KIND, t.kind().name())
                        .set(TASK.TITLE, t.title())
                        .set(TASK.STATE, t.state().name())
                        .set(TASK.NOTE, t.note());
        t.ownerDepartment().ifPresent(o -> row.set(TASK.OWNER, idText(o)));
        t.dueDay().ifPresent(d -> row.set(TASK.DUE_ON, d));
        addRow(row);
        addLinks(t.id(), LinkTargetKind.INDICATOR, t.indicatorIds());
        forEachIndexed(t.entries(), (at, e) -> addTaskEntry(at, t, e));
    }

    private void addTaskEntry(int position, Task of, TaskEntry e) {
        addRow(
                createRow(TASK_ENTRY)
                        .set(TASK_ENTRY.ID, idText(e.id()))
                        .set(TASK_ENTRY.POSITION, position)
                        .set(TASK_ENTRY.TASK, idText(of.id()))
                        .set(TASK_ENTRY.ENTRY_ON, e.day())
                        .set(TASK_ENTRY.TEXT, e.noteText()));
        addQuantities(e.id(), e.quantities());
    }

    private void addFinding(int position, Finding f) {
        addRow(
                createRow(FINDING)
                        .set(FINDING.ID, idText(f.id()))
                        .set(FINDING.POSITION, position)
                        .set(FINDING.TITLE, f.title())
                        .set(FINDING.TEXT, f.description()));
        addQuantities(f.id(), f.quantities());
        addLinks(f.id(), LinkTargetKind.INDICATOR, f.indicatorIds());
        addLinks(f.id(), LinkTargetKind.TASK, f.taskIds());
    }

    private void addCountermeasure(int position, Countermeasure c) {
        RowDraft row =
                createRow(COUNTERMEASURE)
                        .set(COUNTERMEASURE.ID, idText(c.id()))
                        .set(COUNTERMEASURE.POSITION, position)
                        .set(COUNTERMEASURE.TITLE, c.title())
                        .set(COUNTERMEASURE.TEXT, c.description());
        c.leadDepartment().ifPresent(lead -> row.set(COUNTERMEASURE.LEAD, idText(lead)));
        c.dueDay().ifPresent(d -> row.set(COUNTERMEASURE.DUE_ON, d));
        addRow(row);
        addQuantities(c.id(), c.quantities());
        addLinks(c.id(), LinkTargetKind.FINDING, c.findingIds());
        addLinks(c.id(), LinkTargetKind.INDICATOR, c.indicatorIds());
        addLinks(c.id(), LinkTargetKind.TASK, c.taskIds());
    }

    private static String periodCodes(List<Period> periods) {
        return periods.stream().map(Period::code).collect(Collectors.joining(" "));
    }

    private void addChart(int position, SavedChart c) {
        addRow(
                createRow(SAVED_CHART)
                        .set(SAVED_CHART.ID, idText(c.id()))
                        .set(SAVED_CHART.POSITION, position)
                        .set(SAVED_CHART.KIND, c.kind().name())
                        .set(SAVED_CHART.TITLE, c.title())
                        .set(SAVED_CHART.PERIODS, periodCodes(c.periods()))
                        .set(SAVED_CHART.LABELS, c.labels().name())
                        .set(SAVED_CHART.SIZE, c.size().name())
                        .set(SAVED_CHART.COLOURS, c.colours().name()));
        addLinks(c.id(), LinkTargetKind.INDICATOR, c.indicatorIds());
    }

    private void addQuantities(UUID owner, List<Quantity> quantities) {
        forEachIndexed(
                quantities,
                (at, q) -> {
                    RowDraft row =
                            createRow(QUANTITY)
                                    .set(QUANTITY.OWNER, idText(owner))
                                    .set(QUANTITY.POSITION, at)
                                    .set(QUANTITY.NAME, q.name())
                                    .set(QUANTITY.UNIT, q.unit());
                    q.period().ifPresent(p -> row.set(QUANTITY.PERIOD, p.code()));
                    setReading(row, QUANTITY_READING, q.reading());
                    q.formerReading().ifPresent(b -> setReading(row, QUANTITY_FORMER_READING, b));
                    addRow(row);
                });
    }

    /** What a link leads to. */
    enum LinkTargetKind {
        INDICATOR,
        TASK,
        FINDING,
        SUPPORTING
    }

    private void addLinks(UUID owner, LinkTargetKind kind, List<UUID> targets) {
        forEachIndexed(
                targets,
                (at, target) ->
                        addRow(
                                createRow(LINK)
                                        .set(LINK.OWNER, idText(owner))
                                        .set(LINK.KIND, kind.name())
                                        .set(LINK.POSITION, at)
                                        .set(LINK.TARGET, idText(target))));
    }

    /** A row being filled. */
    private record RowDraft(UpdatableRecord<?> record) {
        <T> RowDraft set(Field<T> field, T value) {
            record.set(field, value);
            return this;
        }

        /** This row's column of the same name. */
        <T> Field<T> sameNamedField(Field<T> field) {
            return record.field(field.getName(), field.getType());
        }
    }

    private RowDraft createRow(Table<? extends UpdatableRecord<?>> table) {
        UpdatableRecord<?> record = table.newRecord();
        record.set(record.field("plan", String.class), planId);
        return new RowDraft(record);
    }

    private void addRow(RowDraft row) {
        rowsByKey.put(RowKey.keyOf(row.record), row.record);
    }

    private static String idText(UUID id) {
        return id.toString();
    }

    private static <T> void forEachIndexed(List<T> items, BiConsumer<Integer, T> then) {
        for (int i = 0; i < items.size(); i++) then.accept(i, items.get(i));
    }
}
