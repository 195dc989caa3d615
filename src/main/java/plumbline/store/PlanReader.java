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
import plumbline.plan.Department;
import plumbline.plan.Direction;
import plumbline.plan.Evidence;
import plumbline.plan.Finding;
import plumbline.plan.HandVerdict;
import plumbline.plan.ImportRecord;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.Kind;
import plumbline.plan.Milestone;
import plumbline.plan.Observation;
import plumbline.plan.Part;
import plumbline.plan.Passage;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Property;
import plumbline.plan.Quantity;
import plumbline.plan.RatioOf;
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

/** Puts a plan together from its rows: one query a table, the inverse of {@link Rows}. */
final class PlanReader {
    private static final Rows.ReadingFields OBSERVED =
            new Rows.ReadingFields(
                    OBSERVATION.AMOUNT,
                    OBSERVATION.AMOUNT_DECIMALS,
                    OBSERVATION.APPROXIMATE,
                    OBSERVATION.RAW,
                    OBSERVATION.MISSING);
    private final DSLContext ctx;
    private final String plan;
    private final Map<Table<?>, Map<String, Result<Record>>> byOwner = new HashMap<>();

    PlanReader(DSLContext ctx, UUID plan) {
        this.ctx = ctx;
        this.plan = plan.toString();
    }

    Optional<Plan> read() {
        return rows(PLAN, PLAN.PLAN_).stream().findFirst().map(this::plan);
    }

    private Plan plan(Record row) {
        VerdictRule rule = rule(row);
        Plan empty =
                Plan.empty(
                        id(plan),
                        row.get(PLAN.TITLE),
                        row.get(PLAN.ORGANISATION),
                        row.get(PLAN.FIRST_YEAR),
                        row.get(PLAN.LAST_YEAR),
                        row.get(PLAN.BASELINE_YEAR));
        return empty.change(
                d -> {
                    d.rule = rule;
                    d.bindingRule = bindingRule(row);
                    d.midTerm = Optional.ofNullable(row.get(PLAN.MID_TERM));
                    d.periods =
                            rows(PERIOD, PERIOD.PERIOD_)
                                    .map(r -> Period.parse(r.get(PERIOD.PERIOD_)));
                    d.departments =
                            rows(DEPARTMENT, DEPARTMENT.POSITION)
                                    .map(
                                            r ->
                                                    new Department(
                                                            id(r.get(DEPARTMENT.ID)),
                                                            r.get(DEPARTMENT.NAME)));
                    d.groups =
                            rows(INDICATOR_GROUP, INDICATOR_GROUP.POSITION)
                                    .map(
                                            r ->
                                                    new IndicatorGroup(
                                                            id(r.get(INDICATOR_GROUP.ID)),
                                                            r.get(INDICATOR_GROUP.NAME)));
                    d.indicators = rows(INDICATOR, INDICATOR.POSITION).map(this::indicator);
                    d.tasks = new TaskTree(rows(TASK, TASK.POSITION).map(this::task));
                    d.findings = rows(FINDING, FINDING.POSITION).map(this::finding);
                    d.countermeasures =
                            rows(COUNTERMEASURE, COUNTERMEASURE.POSITION).map(this::countermeasure);
                    d.charts = rows(SAVED_CHART, SAVED_CHART.POSITION).map(this::chart);
                    d.evidence =
                            rows(EVIDENCE, EVIDENCE.POSITION)
                                    .map(
                                            r ->
                                                    new Evidence(
                                                            id(r.get(EVIDENCE.ID)),
                                                            r.get(EVIDENCE.NAME),
                                                            r.get(EVIDENCE.SHA256),
                                                            r.get(EVIDENCE.RECEIVED)));
                    d.aliases =
                            rows(ALIAS, ALIAS.POSITION)
                                    .map(
                                            r ->
                                                    new Alias(
                                                            r.get(ALIAS.NAME),
                                                            id(r.get(ALIAS.INDICATOR))));
                    d.intakes = rows(INTAKE, INTAKE.POSITION).map(this::intake);
                    d.passages =
                            rows(PASSAGE, PASSAGE.POSITION)
                                    .map(
                                            r ->
                                                    new Passage(
                                                            r.get(PASSAGE.PASSAGE_),
                                                            r.get(PASSAGE.LANGUAGE),
                                                            r.get(PASSAGE.TEXT),
                                                            r.get(PASSAGE.BASIS)));
                    d.redactions =
                            rows(REDACTION, REDACTION.PLACE)
                                    .map(
                                            r ->
                                                    Redaction.parse(
                                                            id(r.get(REDACTION.LINE)),
                                                            r.get(REDACTION.PLACE)));
                });
    }

    private ImportRecord intake(Record r) {
        String id = r.get(INTAKE.ID);
        List<ImportRecord.File> files =
                owned(INTAKE_FILE, INTAKE_FILE.INTAKE, INTAKE_FILE.POSITION, id)
                        .map(
                                f ->
                                        new ImportRecord.File(
                                                f.get(INTAKE_FILE.NAME),
                                                f.get(INTAKE_FILE.SHA256)));
        List<ImportRecord.Line> lines =
                owned(INTAKE_LINE, INTAKE_LINE.INTAKE, INTAKE_LINE.POSITION, id)
                        .map(
                                l ->
                                        new ImportRecord.Line(
                                                id(l.get(INTAKE_LINE.LINE)),
                                                held(l.get(INTAKE_LINE.BEFORE)),
                                                held(l.get(INTAKE_LINE.AFTER))));
        return new ImportRecord(
                id(id),
                r.get(INTAKE.MADE).toInstant(ZoneOffset.UTC),
                files,
                lines,
                periods(r.get(INTAKE.PERIODS)),
                r.get(INTAKE.TAKEN_BACK));
    }

    private ImportRecord.Held held(String owner) {
        return new ImportRecord.Held(id(owner), course(owner).milestones(), observations(owner));
    }

    private VerdictRule rule(Record row) {
        return new VerdictRule(
                row.get(PLAN.RULE_NAME),
                VerdictRule.Basis.valueOf(row.get(PLAN.RULE_BASIS)),
                row.get(PLAN.RULE_MET_IS_AHEAD),
                row.get(PLAN.RULE_PRELIMINARY),
                rows(RULE_BAND, RULE_BAND.POSITION).map(PlanReader::band));
    }

    private Optional<VerdictRule> bindingRule(Record row) {
        return Optional.ofNullable(row.get(PLAN.BINDING_RULE_NAME))
                .map(
                        name ->
                                new VerdictRule(
                                        name,
                                        VerdictRule.Basis.valueOf(row.get(PLAN.BINDING_RULE_BASIS)),
                                        row.get(PLAN.BINDING_RULE_MET_IS_AHEAD),
                                        row.get(PLAN.BINDING_RULE_PRELIMINARY),
                                        rows(BINDING_RULE_BAND, BINDING_RULE_BAND.POSITION)
                                                .map(PlanReader::band)));
    }

    /** From the columns that both tables of bands have in common. */
    private static VerdictRule.Band band(Record r) {
        Optional<VerdictRule.Bound> from =
                Optional.ofNullable(r.get(like(r, RULE_BAND.ANCHOR)))
                        .map(
                                anchor ->
                                        new VerdictRule.Bound(
                                                VerdictRule.Anchor.valueOf(anchor),
                                                amount(
                                                        r,
                                                        like(r, RULE_BAND.BOUND),
                                                        like(r, RULE_BAND.BOUND_DECIMALS)),
                                                r.get(like(r, RULE_BAND.INCLUSIVE))));
        return new VerdictRule.Band(
                Verdict.valueOf(r.get(like(r, RULE_BAND.VERDICT))),
                r.get(like(r, RULE_BAND.LABEL)),
                from);
    }

    private Indicator indicator(Record r) {
        String id = r.get(INDICATOR.ID);
        Indicator.Draft d = new Indicator.Draft(id(id));
        d.group = id(r.get(INDICATOR.INDICATOR_GROUP));
        d.name = r.get(INDICATOR.NAME);
        d.unit = r.get(INDICATOR.UNIT);
        d.kind = Kind.valueOf(r.get(INDICATOR.KIND));
        d.reporting = Reporting.valueOf(r.get(INDICATOR.REPORTING));
        d.direction = Direction.valueOf(r.get(INDICATOR.DIRECTION));
        d.property = Property.valueOf(r.get(INDICATOR.PROPERTY));
        d.decimals = r.get(INDICATOR.DECIMALS);
        d.definition = r.get(INDICATOR.DEFINITION);
        d.lead = optionalId(r.get(INDICATOR.LEAD));
        d.supporting = links(id, Rows.LinkKind.SUPPORTING);
        d.ratio =
                Optional.ofNullable(r.get(INDICATOR.NUMERATOR))
                        .map(n -> new RatioOf(n, r.get(INDICATOR.DENOMINATOR)));
        d.course = course(id);
        d.observations = observations(id);
        d.rollUp = RollUp.valueOf(r.get(INDICATOR.ROLL_UP));
        d.parts =
                owned(PART, PART.INDICATOR, PART.POSITION, id)
                        .map(
                                p ->
                                        new Part(
                                                id(p.get(PART.ID)),
                                                p.get(PART.NAME),
                                                course(p.get(PART.ID)),
                                                observations(p.get(PART.ID))));
        d.revisions =
                owned(REVISION, REVISION.INDICATOR, REVISION.POSITION, id)
                        .map(
                                v ->
                                        new TargetRevision(
                                                milestone(v),
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
        return d.done();
    }

    private Course course(String owner) {
        return new Course(
                owned(MILESTONE, MILESTONE.OWNER, MILESTONE.DUE_ON, owner)
                        .map(PlanReader::milestone));
    }

    /** From the columns that milestones and revisions have in common. */
    private static Milestone milestone(Record r) {
        BigDecimal amount =
                amount(r, like(r, MILESTONE.AMOUNT), like(r, MILESTONE.AMOUNT_DECIMALS));
        Optional<BigDecimal> bound =
                r.get(like(r, MILESTONE.BOUND)) == null
                        ? Optional.empty()
                        : Optional.of(
                                amount(
                                        r,
                                        like(r, MILESTONE.BOUND),
                                        like(r, MILESTONE.BOUND_DECIMALS)));
        LocalDate on = r.get(like(r, MILESTONE.DUE_ON));
        return new Milestone(
                Milestone.Role.valueOf(r.get(like(r, MILESTONE.ROLE))),
                on,
                amount,
                Relation.valueOf(r.get(like(r, MILESTONE.RELATION))),
                bound,
                r.get(like(r, MILESTONE.STRIVING)));
    }

    private List<Observation> observations(String owner) {
        return owned(OBSERVATION, OBSERVATION.OWNER, OBSERVATION.PERIOD, owner)
                .map(PlanReader::observation);
    }

    private static Observation observation(Record r) {
        Source source =
                new Source(
                        r.get(OBSERVATION.SOURCE_DOCUMENT),
                        r.get(OBSERVATION.SOURCE_PLACE),
                        optionalId(r.get(OBSERVATION.SOURCE_DEPARTMENT)),
                        Optional.ofNullable(r.get(OBSERVATION.SOURCE_RECEIVED)),
                        optionalId(r.get(OBSERVATION.SOURCE_EVIDENCE)));
        return new Observation(
                Period.parse(r.get(OBSERVATION.PERIOD)),
                r.get(OBSERVATION.MONTHS),
                OBSERVED.of(r),
                Status.valueOf(r.get(OBSERVATION.STATUS)),
                source,
                r.get(OBSERVATION.NOTE));
    }

    private Task task(Record r) {
        String id = r.get(TASK.ID);
        Task.Draft d = new Task.Draft(id(id));
        d.level = r.get(TASK.TREE_LEVEL);
        d.kind = TaskKind.valueOf(r.get(TASK.KIND));
        d.title = r.get(TASK.TITLE);
        d.state = TaskState.valueOf(r.get(TASK.STATE));
        d.owner = optionalId(r.get(TASK.OWNER));
        d.due = Optional.ofNullable(r.get(TASK.DUE_ON));
        d.indicators = links(id, Rows.LinkKind.INDICATOR);
        d.entries =
                owned(TASK_ENTRY, TASK_ENTRY.TASK, TASK_ENTRY.POSITION, id)
                        .map(
                                e ->
                                        new TaskEntry(
                                                id(e.get(TASK_ENTRY.ID)),
                                                e.get(TASK_ENTRY.ENTRY_ON),
                                                e.get(TASK_ENTRY.TEXT),
                                                quantities(e.get(TASK_ENTRY.ID))));
        d.note = r.get(TASK.NOTE);
        return d.done();
    }

    private Finding finding(Record r) {
        String id = r.get(FINDING.ID);
        return new Finding(
                id(id),
                r.get(FINDING.TITLE),
                r.get(FINDING.TEXT),
                quantities(id),
                links(id, Rows.LinkKind.INDICATOR),
                links(id, Rows.LinkKind.TASK));
    }

    private Countermeasure countermeasure(Record r) {
        String id = r.get(COUNTERMEASURE.ID);
        return new Countermeasure(
                id(id),
                r.get(COUNTERMEASURE.TITLE),
                r.get(COUNTERMEASURE.TEXT),
                quantities(id),
                optionalId(r.get(COUNTERMEASURE.LEAD)),
                Optional.ofNullable(r.get(COUNTERMEASURE.DUE_ON)),
                links(id, Rows.LinkKind.FINDING),
                links(id, Rows.LinkKind.INDICATOR),
                links(id, Rows.LinkKind.TASK));
    }

    private List<Quantity> quantities(String owner) {
        return owned(QUANTITY, QUANTITY.OWNER, QUANTITY.POSITION, owner)
                .map(
                        q ->
                                new Quantity(
                                        q.get(QUANTITY.NAME),
                                        Rows.OF_QUANTITY.of(q),
                                        q.get(QUANTITY.UNIT),
                                        before(q),
                                        Optional.ofNullable(q.get(QUANTITY.PERIOD))
                                                .map(Period::parse)));
    }

    private static Optional<Reading> before(Record q) {
        return q.get(QUANTITY.BEFORE_APPROXIMATE) == null
                ? Optional.empty()
                : Optional.of(Rows.BEFORE_OF_QUANTITY.of(q));
    }

    private static List<Period> periods(String codes) {
        return Arrays.stream(codes.split(" "))
                .filter(code -> !code.isEmpty())
                .map(Period::parse)
                .toList();
    }

    private SavedChart chart(Record r) {
        String id = r.get(SAVED_CHART.ID);
        return new SavedChart(
                id(id),
                ChartKind.valueOf(r.get(SAVED_CHART.KIND)),
                r.get(SAVED_CHART.TITLE),
                links(id, Rows.LinkKind.INDICATOR),
                periods(r.get(SAVED_CHART.PERIODS)),
                ChartLabels.valueOf(r.get(SAVED_CHART.LABELS)),
                ChartSize.valueOf(r.get(SAVED_CHART.SIZE)),
                ChartColours.valueOf(r.get(SAVED_CHART.COLOURS)));
    }

    private List<UUID> links(String owner, Rows.LinkKind kind) {
        return owned(LINK, LINK.OWNER, LINK.POSITION, owner).stream()
                .filter(l -> l.get(LINK.KIND).equals(kind.name()))
                .map(l -> id(l.get(LINK.TARGET)))
                .toList();
    }

    private Result<Record> rows(Table<?> table, Field<?> order) {
        return ctx.select()
                .from(table)
                .where(table.field("plan", String.class).eq(plan))
                .orderBy(order)
                .fetch();
    }

    /** The rows of one owner; the table is asked once. */
    private Result<Record> owned(Table<?> table, Field<String> owner, Field<?> order, String id) {
        return byOwner.computeIfAbsent(table, t -> rows(t, order).intoGroups(owner))
                .getOrDefault(id, ctx.newResult(table.fields()));
    }

    private static <T> Field<T> like(Record row, Field<T> field) {
        return row.field(field.getName(), field.getType());
    }

    private static BigDecimal amount(Record r, Field<BigDecimal> amount, Field<Integer> decimals) {
        return r.get(amount).setScale(r.get(decimals));
    }

    private static UUID id(String text) {
        return UUID.fromString(text);
    }

    private static Optional<UUID> optionalId(String text) {
        return Optional.ofNullable(text).map(UUID::fromString);
    }
}
