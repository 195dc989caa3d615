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

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Table;

import plumbline.plan.Alias;
import plumbline.plan.ChartColours;
import plumbline.plan.ChartKind;
import plumbline.plan.ChartLabels;
import plumbline.plan.ChartSize;
import plumbline.plan.Countermeasure;
import plumbline.plan.Course;
import plumbline.plan.Demand;
import plumbline.plan.Department;
import plumbline.plan.Direction;
import plumbline.plan.Evidence;
import plumbline.plan.FigureAge;
import plumbline.plan.Finding;
import plumbline.plan.HandVerdict;
import plumbline.plan.ImportRecord;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Milestone;
import plumbline.plan.Observation;
import plumbline.plan.Part;
import plumbline.plan.Passage;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Property;
import plumbline.plan.Quantity;
import plumbline.plan.RatioTerms;
import plumbline.plan.Reading;
import plumbline.plan.Redaction;
import plumbline.plan.Relation;
import plumbline.plan.Reporting;
import plumbline.plan.RollUp;
import plumbline.plan.SavedChart;
import plumbline.plan.Source;
import plumbline.plan.Status;
import plumbline.plan.TargetRevision;
import plumbline.plan.Task;
import plumbline.plan.TaskEntry;
import plumbline.plan.TaskKind;
import plumbline.plan.TaskState;
import plumbline.plan.TaskTree;
import plumbline.plan.Verdict;
import plumbline.plan.VerdictRule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Puts a plan together from its rows: one query a table, the inverse of {@link PlanRows}. */
final class PlanRowReader {
    private static final PlanRows.ReadingFields OBSERVATION_FIELDS =
            new PlanRows.ReadingFields(
                    OBSERVATION.AMOUNT,
                    OBSERVATION.AMOUNT_DECIMALS,
                    OBSERVATION.APPROXIMATE,
                    OBSERVATION.RAW,
                    OBSERVATION.MISSING);
    private final DSLContext ctx;
    private final String planId;
    private final Map<Table<?>, Map<String, Result<Record>>> rowsByOwner = new HashMap<>();

    PlanRowReader(DSLContext ctx, UUID plan) {
        this.ctx = ctx;
        this.planId = plan.toString();
    }

    Optional<Plan> readPlan() {
        return selectRows(PLAN, PLAN.PLAN_).stream().findFirst().map(this::readPlanFrom);
    }

    private Plan readPlanFrom(Record row) {
        VerdictRule rule = readRule(row);
        Plan empty =
                Plan.empty(
                        parseId(planId),
                        row.get(PLAN.TITLE),
                        row.get(PLAN.ORGANISATION),
                        row.get(PLAN.FIRST_YEAR),
                        row.get(PLAN.LAST_YEAR),
                        row.get(PLAN.BASELINE_YEAR));
        return empty.withChanges(
                d -> {
                    d.rule = rule;
                    d.bindingRule = readBindingRule(row);
                    d.chosenMidTermDay = Optional.ofNullable(row.get(PLAN.MID_TERM));
                    d.periods =
                            selectRows(PERIOD, PERIOD.PERIOD_)
                                    .map(r -> Period.parse(r.get(PERIOD.PERIOD_)));
                    d.departments =
                            selectRows(DEPARTMENT, DEPARTMENT.POSITION)
                                    .map(
                                            r ->
                                                    new Department(
                                                            parseId(r.get(DEPARTMENT.ID)),
                                                            r.get(DEPARTMENT.NAME)));
                    d.groups =
                            selectRows(INDICATOR_GROUP, INDICATOR_GROUP.POSITION)
                                    .map(
                                            r ->
                                                    new IndicatorGroup(
                                                            parseId(r.get(INDICATOR_GROUP.ID)),
                                                            r.get(INDICATOR_GROUP.NAME)));
                    d.indicators =
                            selectRows(INDICATOR, INDICATOR.POSITION).map(this::readIndicator);
                    d.taskTree = new TaskTree(selectRows(TASK, TASK.POSITION).map(this::readTask));
                    d.findings = selectRows(FINDING, FINDING.POSITION).map(this::readFinding);
                    d.countermeasures =
                            selectRows(COUNTERMEASURE, COUNTERMEASURE.POSITION)
                                    .map(this::readCountermeasure);
                    d.charts = selectRows(SAVED_CHART, SAVED_CHART.POSITION).map(this::readChart);
                    d.evidence =
                            selectRows(EVIDENCE, EVIDENCE.POSITION)
                                    .map(
                                            r ->
                                                    new Evidence(
                                                            parseId(r.get(EVIDENCE.ID)),
                                                            r.get(EVIDENCE.NAME),
                                                            r.get(EVIDENCE.SHA256),
                                                            r.get(EVIDENCE.RECEIVED)));
                    d.aliases =
                            selectRows(ALIAS, ALIAS.POSITION)
                                    .map(
                                            r ->
                                                    new Alias(
                                                            r.get(ALIAS.NAME),
                                                            parseId(r.get(ALIAS.INDICATOR))));
                    d.importRecords =
                            selectRows(INTAKE, INTAKE.POSITION).map(this::readImportRecord);
                    d.passages =
                            selectRows(PASSAGE, PASSAGE.POSITION)
                                    .map(
                                            r ->
                                                    new Passage(
                                                            r.get(PASSAGE.PASSAGE_),
                                                            r.get(PASSAGE.LANGUAGE),
                                                            r.get(PASSAGE.TEXT),
                                                            r.get(PASSAGE.BASIS)));
                    d.redactions =
                            selectRows(REDACTION, REDACTION.PLACE)
                                    .map(
                                            r ->
                                                    Redaction.parse(
                                                            parseId(r.get(REDACTION.LINE)),
                                                            r.get(REDACTION.PLACE)));
                });
    }

    private ImportRecord readImportRecord(Record r) {
        String id = r.get(INTAKE.ID);
        List<ImportRecord.ImportedFile> files =
                rowsOfOwner(INTAKE_FILE, INTAKE_FILE.INTAKE, INTAKE_FILE.POSITION, id)
                        .map(
                                f ->
                                        new ImportRecord.ImportedFile(
                                                f.get(INTAKE_FILE.NAME),
                                                f.get(INTAKE_FILE.SHA256)));
        List<ImportRecord.ImportedLine> lines =
                rowsOfOwner(INTAKE_LINE, INTAKE_LINE.INTAKE, INTAKE_LINE.POSITION, id)
                        .map(
                                l ->
                                        new ImportRecord.ImportedLine(
                                                parseId(l.get(INTAKE_LINE.LINE)),
                                                readLineContents(l.get(INTAKE_LINE.BEFORE)),
                                                readLineContents(l.get(INTAKE_LINE.AFTER))));
        return new ImportRecord(
                parseId(id),
                r.get(INTAKE.MADE).toInstant(ZoneOffset.UTC),
                files,
                lines,
                parsePeriods(r.get(INTAKE.PERIODS)),
                r.get(INTAKE.TAKEN_BACK));
    }

    private ImportRecord.LineContents readLineContents(String owner) {
        return new ImportRecord.LineContents(
                parseId(owner), readCourse(owner).milestones(), readObservations(owner));
    }

    private VerdictRule readRule(Record row) {
        return new VerdictRule(
                row.get(PLAN.RULE_NAME),
                VerdictRule.Basis.valueOf(row.get(PLAN.RULE_BASIS)),
                row.get(PLAN.RULE_MET_IS_AHEAD),
                row.get(PLAN.RULE_PRELIMINARY),
                selectRows(RULE_BAND, RULE_BAND.POSITION).map(PlanRowReader::readBand),
                columnOf(row, PLAN.RULE_NEARLY_MET).orElse(BigDecimal.ZERO),
                readFigureAge(row, PLAN.RULE_FIGURE_AGE));
    }

    private Optional<VerdictRule> readBindingRule(Record row) {
        return Optional.ofNullable(row.get(PLAN.BINDING_RULE_NAME))
                .map(
                        name ->
                                new VerdictRule(
                                        name,
                                        VerdictRule.Basis.valueOf(row.get(PLAN.BINDING_RULE_BASIS)),
                                        row.get(PLAN.BINDING_RULE_MET_IS_AHEAD),
                                        row.get(PLAN.BINDING_RULE_PRELIMINARY),
                                        selectRows(BINDING_RULE_BAND, BINDING_RULE_BAND.POSITION)
                                                .map(PlanRowReader::readBand),
                                        columnOf(row, PLAN.BINDING_RULE_NEARLY_MET)
                                                .orElse(BigDecimal.ZERO),
                                        readFigureAge(row, PLAN.BINDING_RULE_FIGURE_AGE)));
    }

    private static <T> Optional<T> columnOf(Record row, Field<T> column) {
        return Optional.ofNullable(row.get(column));
    }

    private static FigureAge readFigureAge(Record row, Field<String> column) {
        return columnOf(row, column).map(FigureAge::valueOf).orElse(FigureAge.REPORTING_RHYTHM);
    }

    /** From the columns that both tables of bands have in common. */
    private static VerdictRule.Band readBand(Record r) {
        Optional<VerdictRule.Bound> from =
                Optional.ofNullable(r.get(sameNamedField(r, RULE_BAND.ANCHOR)))
                        .map(
                                anchor ->
                                        new VerdictRule.Bound(
                                                VerdictRule.Anchor.valueOf(anchor),
                                                readAmount(
                                                        r,
                                                        sameNamedField(r, RULE_BAND.BOUND),
                                                        sameNamedField(
                                                                r, RULE_BAND.BOUND_DECIMALS)),
                                                r.get(sameNamedField(r, RULE_BAND.INCLUSIVE))));
        return new VerdictRule.Band(
                Verdict.valueOf(r.get(sameNamedField(r, RULE_BAND.VERDICT))),
                r.get(sameNamedField(r, RULE_BAND.LABEL)),
                from);
    }

    private Indicator readIndicator(Record r) {
        String id = r.get(INDICATOR.ID);
        Indicator.Draft d = new Indicator.Draft(parseId(id));
        d.groupId = parseId(r.get(INDICATOR.INDICATOR_GROUP));
        d.name = r.get(INDICATOR.NAME);
        d.unit = r.get(INDICATOR.UNIT);
        d.kind = IndicatorKind.valueOf(r.get(INDICATOR.KIND));
        d.reporting = Reporting.valueOf(r.get(INDICATOR.REPORTING));
        d.direction = Direction.valueOf(r.get(INDICATOR.DIRECTION));
        d.property = Property.valueOf(r.get(INDICATOR.PROPERTY));
        d.decimals = r.get(INDICATOR.DECIMALS);
        d.definition = r.get(INDICATOR.DEFINITION);
        d.leadDepartment = parseOptionalId(r.get(INDICATOR.LEAD));
        d.supportingDepartments = readLinks(id, PlanRows.LinkTargetKind.SUPPORTING);
        d.ratio =
                Optional.ofNullable(r.get(INDICATOR.NUMERATOR))
                        .map(n -> new RatioTerms(n, r.get(INDICATOR.DENOMINATOR)));
        d.course = readCourse(id);
        d.observations = readObservations(id);
        d.chosenDemand = Optional.ofNullable(r.get(INDICATOR.DEMAND)).map(Demand::valueOf);
        d.rollUp = RollUp.valueOf(r.get(INDICATOR.ROLL_UP));
        d.parts =
                rowsOfOwner(PART, PART.INDICATOR, PART.POSITION, id)
                        .map(
                                p ->
                                        new Part(
                                                parseId(p.get(PART.ID)),
                                                p.get(PART.NAME),
                                                readCourse(p.get(PART.ID)),
                                                readObservations(p.get(PART.ID))));
        d.revisions =
                rowsOfOwner(REVISION, REVISION.INDICATOR, REVISION.POSITION, id)
                        .map(
                                v ->
                                        new TargetRevision(
                                                readMilestone(v),
                                                v.get(REVISION.DECIDED),
                                                v.get(REVISION.REASON),
                                                v.get(REVISION.DECISION)));
        d.handVerdict =
                Optional.ofNullable(r.get(INDICATOR.HAND_VERDICT))
                        .map(
                                v ->
                                        new HandVerdict(
                                                Verdict.valueOf(v),
                                                r.get(INDICATOR.HAND_REASON),
                                                r.get(INDICATOR.HAND_ON)));
        d.note = r.get(INDICATOR.NOTE);
        return d.build();
    }

    private Course readCourse(String owner) {
        return new Course(
                rowsOfOwner(MILESTONE, MILESTONE.OWNER, MILESTONE.DUE_ON, owner)
                        .map(PlanRowReader::readMilestone));
    }

    /** From the columns that milestones and revisions have in common. */
    private static Milestone readMilestone(Record r) {
        BigDecimal amount =
                readAmount(
                        r,
                        sameNamedField(r, MILESTONE.AMOUNT),
                        sameNamedField(r, MILESTONE.AMOUNT_DECIMALS));
        Optional<BigDecimal> bound =
                r.get(sameNamedField(r, MILESTONE.BOUND)) == null
                        ? Optional.empty()
                        : Optional.of(
                                readAmount(
                                        r,
                                        sameNamedField(r, MILESTONE.BOUND),
                                        sameNamedField(r, MILESTONE.BOUND_DECIMALS)));
        LocalDate on = r.get(sameNamedField(r, MILESTONE.DUE_ON));
        return new Milestone(
                Milestone.Role.valueOf(r.get(sameNamedField(r, MILESTONE.ROLE))),
                on,
                amount,
                Relation.valueOf(r.get(sameNamedField(r, MILESTONE.RELATION))),
                bound,
                r.get(sameNamedField(r, MILESTONE.STRIVING)));
    }

    private List<Observation> readObservations(String owner) {
        return rowsOfOwner(OBSERVATION, OBSERVATION.OWNER, OBSERVATION.PERIOD, owner)
                .map(PlanRowReader::readObservation);
    }

    private static Observation readObservation(Record r) {
        Source source =
                new Source(
                        r.get(OBSERVATION.SOURCE_DOCUMENT),
                        r.get(OBSERVATION.SOURCE_PLACE),
                        parseOptionalId(r.get(OBSERVATION.SOURCE_DEPARTMENT)),
                        Optional.ofNullable(r.get(OBSERVATION.SOURCE_RECEIVED)),
                        parseOptionalId(r.get(OBSERVATION.SOURCE_EVIDENCE)));
        return new Observation(
                Period.parse(r.get(OBSERVATION.PERIOD)),
                r.get(OBSERVATION.MONTHS),
                OBSERVATION_FIELDS.readFrom(r),
                Status.valueOf(r.get(OBSERVATION.STATUS)),
                source,
                r.get(OBSERVATION.NOTE));
    }

    private Task readTask(Record r) {
        String id = r.get(TASK.ID);
        Task.Draft d = new Task.Draft(parseId(id));
        d.level = r.get(TASK.TREE_LEVEL);
        d.kind = TaskKind.valueOf(r.get(TASK.KIND));
        d.title = r.get(TASK.TITLE);
        d.state = TaskState.valueOf(r.get(TASK.STATE));
        d.ownerDepartment = parseOptionalId(r.get(TASK.OWNER));
        d.dueDay = Optional.ofNullable(r.get(TASK.DUE_ON));
        d.indicatorIds = readLinks(id, PlanRows.LinkTargetKind.INDICATOR);
        d.entries =
                rowsOfOwner(TASK_ENTRY, TASK_ENTRY.TASK, TASK_ENTRY.POSITION, id)
                        .map(
                                e ->
                                        new TaskEntry(
                                                parseId(e.get(TASK_ENTRY.ID)),
                                                e.get(TASK_ENTRY.ENTRY_ON),
                                                e.get(TASK_ENTRY.TEXT),
                                                readQuantities(e.get(TASK_ENTRY.ID))));
        d.note = r.get(TASK.NOTE);
        return d.build();
    }

    private Finding readFinding(Record r) {
        String id = r.get(FINDING.ID);
        return new Finding(
                parseId(id),
                r.get(FINDING.TITLE),
                r.get(FINDING.TEXT),
                readQuantities(id),
                readLinks(id, PlanRows.LinkTargetKind.INDICATOR),
                readLinks(id, PlanRows.LinkTargetKind.TASK));
    }

    private Countermeasure readCountermeasure(Record r) {
        String id = r.get(COUNTERMEASURE.ID);
        return new Countermeasure(
                parseId(id),
                r.get(COUNTERMEASURE.TITLE),
                r.get(COUNTERMEASURE.TEXT),
                readQuantities(id),
                parseOptionalId(r.get(COUNTERMEASURE.LEAD)),
                Optional.ofNullable(r.get(COUNTERMEASURE.DUE_ON)),
                readLinks(id, PlanRows.LinkTargetKind.FINDING),
                readLinks(id, PlanRows.LinkTargetKind.INDICATOR),
                readLinks(id, PlanRows.LinkTargetKind.TASK));
    }

    private List<Quantity> readQuantities(String owner) {
        return rowsOfOwner(QUANTITY, QUANTITY.OWNER, QUANTITY.POSITION, owner)
                .map(
                        q ->
                                new Quantity(
                                        q.get(QUANTITY.NAME),
                                        PlanRows.QUANTITY_READING.readFrom(q),
                                        q.get(QUANTITY.UNIT),
                                        readFormerReading(q),
                                        Optional.ofNullable(q.get(QUANTITY.PERIOD))
                                                .map(Period::parse)));
    }

    private static Optional<Reading> readFormerReading(Record q) {
        return q.get(QUANTITY.BEFORE_APPROXIMATE) == null
                ? Optional.empty()
                : Optional.of(PlanRows.QUANTITY_FORMER_READING.readFrom(q));
    }

    private static List<Period> parsePeriods(String codes) {
        return Arrays.stream(codes.split(" "))
                .filter(code -> !code.isEmpty())
                .map(Period::parse)
                .toList();
    }

    private SavedChart readChart(Record r) {
        String id = r.get(SAVED_CHART.ID);
        return new SavedChart(
                parseId(id),
                ChartKind.valueOf(r.get(SAVED_CHART.KIND)),
                r.get(SAVED_CHART.TITLE),
                readLinks(id, PlanRows.LinkTargetKind.INDICATOR),
                parsePeriods(r.get(SAVED_CHART.PERIODS)),
                ChartLabels.valueOf(r.get(SAVED_CHART.LABELS)),
                ChartSize.valueOf(r.get(SAVED_CHART.SIZE)),
                ChartColours.valueOf(r.get(SAVED_CHART.COLOURS)));
    }

    private List<UUID> readLinks(String owner, PlanRows.LinkTargetKind kind) {
        return rowsOfOwner(LINK, LINK.OWNER, LINK.POSITION, owner).stream()
                .filter(l -> l.get(LINK.KIND).equals(kind.name()))
                .map(l -> parseId(l.get(LINK.TARGET)))
                .toList();
    }

    private Result<Record> selectRows(Table<?> table, Field<?> order) {
        return ctx.select()
                .from(table)
                .where(table.field("plan", String.class).eq(planId))
                .orderBy(order)
                .fetch();
    }

    /** The rows of one owner; the table is asked once. */
    private Result<Record> rowsOfOwner(
            Table<?> table, Field<String> owner, Field<?> order, String id) {
        return rowsByOwner
                .computeIfAbsent(table, t -> selectRows(t, order).intoGroups(owner))
                .getOrDefault(id, ctx.newResult(table.fields()));
    }

    private static <T> Field<T> sameNamedField(Record row, Field<T> field) {
        return row.field(field.getName(), field.getType());
    }

    private static BigDecimal readAmount(
            Record r, Field<BigDecimal> amount, Field<Integer> decimals) {
        return r.get(amount).setScale(r.get(decimals));
    }

    private static UUID parseId(String text) {
        return UUID.fromString(text);
    }

    private static Optional<UUID> parseOptionalId(String text) {
        return Optional.ofNullable(text).map(UUID::fromString);
    }
}
