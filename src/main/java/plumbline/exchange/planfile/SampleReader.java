package plumbline.exchange.planfile;

import com.fasterxml.jackson.databind.JsonNode;

import plumbline.base.Problem;
import plumbline.exchange.notation.AmountParser;
import plumbline.plan.Countermeasure;
import plumbline.plan.Course;
import plumbline.plan.Department;
import plumbline.plan.Direction;
import plumbline.plan.Finding;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Milestone;
import plumbline.plan.Milestone.Role;
import plumbline.plan.Observation;
import plumbline.plan.Part;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Property;
import plumbline.plan.Quantity;
import plumbline.plan.RatioTerms;
import plumbline.plan.Reading;
import plumbline.plan.Relation;
import plumbline.plan.Reporting;
import plumbline.plan.RollUp;
import plumbline.plan.Source;
import plumbline.plan.Task;
import plumbline.plan.TaskEntry;
import plumbline.plan.TaskKind;
import plumbline.plan.TaskState;
import plumbline.plan.TaskTree;
import plumbline.plan.VerdictRule;
import plumbline.words.RulePresets;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reads a sample written by hand as JSON: figures as officials write them, short names instead of
 * ids, and whatever is not said takes its usual value.
 */
final class SampleReader {
    private static final TaskKind[] KIND_OF_LEVEL = {
        TaskKind.KEY_TASK, TaskKind.MEASURE, TaskKind.ITEM
    };
    private final JsonNode root;
    private final Plan emptyPlan;
    private final String document;
    private final List<IndicatorGroup> groups = new ArrayList<>();
    private final List<Indicator> indicators = new ArrayList<>();
    private final List<Task> tasks = new ArrayList<>();
    private final Map<String, Department> departments = new LinkedHashMap<>();

    SampleReader(JsonNode root, UUID plan) {
        this.root = root;
        this.document = readText(root, "document");
        this.emptyPlan =
                Plan.empty(
                        plan,
                        readText(root, "title"),
                        readText(root, "organisation"),
                        root.path("years").path(0).asInt(),
                        root.path("years").path(1).asInt(),
                        root.path("baseline").asInt());
    }

    Plan readPlan() throws Problem {
        VerdictRule rule = root.has("rule") ? presetRule("rule") : VerdictRule.timeRule();
        Optional<VerdictRule> binding =
                root.has("bindingRule") ? Optional.of(presetRule("bindingRule")) : Optional.empty();
        for (JsonNode group : root.path("groups")) readGroup(group);
        for (JsonNode task : root.path("tasks")) readTask(task, 0);
        List<Finding> findings = new ArrayList<>();
        for (JsonNode finding : root.path("findings")) findings.add(readFinding(finding));
        List<Countermeasure> countermeasures = new ArrayList<>();
        for (JsonNode measure : root.path("countermeasures"))
            countermeasures.add(readCountermeasure(measure));
        return emptyPlan.withChanges(
                d -> {
                    d.rule = rule;
                    d.bindingRule = binding;
                    d.periods =
                            elements(root.path("periods"))
                                    .map(p -> Period.parse(p.asText()))
                                    .toList();
                    d.departments = List.copyOf(departments.values());
                    d.groups = groups;
                    d.indicators = indicators;
                    d.taskTree = new TaskTree(tasks);
                    d.findings = findings;
                    d.countermeasures = countermeasures;
                });
    }

    /** By the name of a preset. */
    private VerdictRule presetRule(String field) {
        return RulePresets.findPreset(readText(root, field))
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "no such rule: " + readText(root, field)));
    }

    private void readGroup(JsonNode node) throws Problem {
        IndicatorGroup group =
                new IndicatorGroup(
                        idFromName("group " + readText(node, "name")), readText(node, "name"));
        groups.add(group);
        for (JsonNode indicator : node.path("indicators"))
            indicators.add(readIndicator(indicator, group.id()));
    }

    private Indicator readIndicator(JsonNode node, UUID group) throws Problem {
        Indicator.Draft draft = new Indicator.Draft(idFromName(readText(node, "id")));
        draft.groupId = group;
        draft.name = readText(node, "name");
        draft.unit = readText(node, "unit");
        draft.kind = readConstant(IndicatorKind.class, node, "kind", IndicatorKind.STOCK);
        draft.direction = readConstant(Direction.class, node, "direction", Direction.HIGHER);
        draft.property = readConstant(Property.class, node, "property", Property.EXPECTED);
        draft.decimals = node.path("decimals").asInt(0);
        draft.definition = readText(node, "definition");
        draft.note = readText(node, "note");
        draft.reporting = readConstant(Reporting.class, node, "reporting", Reporting.TO_DATE);
        draft.leadDepartment = readDepartment(node, "lead");
        draft.supportingDepartments =
                elements(node.path("supporting")).map(n -> departmentNamed(n.asText())).toList();
        draft.ratio = readRatio(node);
        draft.course = readCourse(node, draft);
        draft.observations = readObservations(node, draft.unit, readText(node, "place"));
        draft.rollUp = readConstant(RollUp.class, node, "rollUp", RollUp.NONE);
        draft.parts = readParts(node, draft);
        return draft.build();
    }

    private static Optional<RatioTerms> readRatio(JsonNode node) {
        if (!node.has("numerator") && !node.has("denominator")) return Optional.empty();
        return Optional.of(
                new RatioTerms(readText(node, "numerator"), readText(node, "denominator")));
    }

    private List<Part> readParts(JsonNode node, Indicator.Draft whole) throws Problem {
        List<Part> parts = new ArrayList<>();
        for (JsonNode part : node.path("parts")) {
            String place = part.has("place") ? readText(part, "place") : readText(node, "place");
            parts.add(
                    new Part(
                            idFromName(readText(node, "id") + " part " + readText(part, "name")),
                            readText(part, "name"),
                            readCourse(part, whole),
                            readObservations(part, whole.unit, place)));
        }
        return parts;
    }

    private Course readCourse(JsonNode node, Indicator.Draft draft) throws Problem {
        List<Milestone> milestones = new ArrayList<>();
        Relation better = draft.direction.usualRelation();
        if (node.has("baseline")) {
            milestones.add(
                    readMilestone(
                            node.path("baseline"),
                            draft.unit,
                            Role.BASELINE,
                            emptyPlan.baselineDay(),
                            Relation.EQUAL));
        }
        for (Map.Entry<String, JsonNode> year : node.path("yearly").properties()) {
            LocalDate end = Period.parse(year.getKey()).lastDay();
            milestones.add(readMilestone(year.getValue(), draft.unit, Role.YEARLY, end, better));
        }
        if (node.has("midTerm")) {
            milestones.add(
                    readMilestone(
                            node.path("midTerm"),
                            draft.unit,
                            Role.MID_TERM,
                            emptyPlan.midTermDay(),
                            better));
        }
        if (node.has("target")) {
            Milestone target =
                    readMilestone(
                            node.path("target"),
                            draft.unit,
                            Role.FINAL,
                            emptyPlan.lastDay(),
                            better);
            milestones.add(node.path("striving").asBoolean() ? asStriving(target) : target);
        }
        return new Course(milestones);
    }

    /** A text, or an object with {@code amount} and the day it is due, {@code on}. */
    private static Milestone readMilestone(
            JsonNode node, String unit, Role role, LocalDate usual, Relation otherwise)
            throws Problem {
        String amount = node.isObject() ? readText(node, "amount") : node.asText();
        LocalDate on = node.has("on") ? LocalDate.parse(readText(node, "on")) : usual;
        return AmountParser.parseTarget(amount, unit, role, on, otherwise);
    }

    private static Milestone asStriving(Milestone m) {
        return new Milestone(m.role(), m.day(), m.amount(), m.relation(), m.bound(), true);
    }

    private List<Observation> readObservations(JsonNode node, String unit, String place)
            throws Problem {
        List<Observation> observations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> value : node.path("values").properties()) {
            String key = value.getKey();
            Period period = Period.parse(key);
            AmountParser.ParsedAmount written =
                    AmountParser.parseAmount(value.getValue().asText(), unit);
            String where =
                    node.path("placeOf").has(key)
                            ? readText(node.path("placeOf"), key)
                            : place + " " + period.code();
            observations.add(
                    new Observation(
                            period,
                            monthsCovered(node, period),
                            written.reading(),
                            written.status(),
                            Source.inDocument(document, where),
                            readText(node.path("notes"), key)));
        }
        return observations;
    }

    /** Said of the one figure, or else of the period wherever it stands. */
    private int monthsCovered(JsonNode node, Period period) {
        int usual = root.path("months").path(period.code()).asInt(period.monthCount());
        return node.path("months").path(period.code()).asInt(usual);
    }

    private void readTask(JsonNode node, int level) throws Problem {
        Task.Draft draft = new Task.Draft(idFromName(readText(node, "id")));
        draft.level = level;
        draft.kind = readConstant(TaskKind.class, node, "kind", KIND_OF_LEVEL[Math.min(level, 2)]);
        draft.title = readText(node, "title");
        draft.state =
                readConstant(
                        TaskState.class,
                        node,
                        "state",
                        readConstant(TaskState.class, root, "state", TaskState.UNDERWAY));
        draft.ownerDepartment = readDepartment(node, "owner");
        draft.dueDay = readDay(node, "due");
        draft.indicatorIds = readIds(node, "indicators");
        draft.note = readText(node, "note");
        draft.entries = readEntries(node);
        tasks.add(draft.build());
        for (JsonNode child : node.path("tasks")) readTask(child, level + 1);
    }

    private List<TaskEntry> readEntries(JsonNode task) throws Problem {
        List<TaskEntry> entries = new ArrayList<>();
        for (JsonNode node : task.path("entries")) {
            UUID id = idFromName(readText(task, "id") + " entry " + entries.size());
            entries.add(
                    new TaskEntry(
                            id,
                            LocalDate.parse(readText(node, "on")),
                            readText(node, "text"),
                            readQuantities(node)));
        }
        return entries;
    }

    private List<Quantity> readQuantities(JsonNode owner) throws Problem {
        List<Quantity> quantities = new ArrayList<>();
        for (JsonNode node : owner.path("quantities")) {
            String unit = readText(node, "unit");
            Optional<Reading> before =
                    node.has("before")
                            ? Optional.of(
                                    AmountParser.parseAmount(readText(node, "before"), unit)
                                            .reading())
                            : Optional.empty();
            quantities.add(
                    new Quantity(
                            readText(node, "name"),
                            AmountParser.parseAmount(readText(node, "value"), unit).reading(),
                            unit,
                            before,
                            readPeriod(node).or(() -> readPeriod(owner))));
        }
        return quantities;
    }

    private static Optional<Period> readPeriod(JsonNode node) {
        return node.has("period")
                ? Optional.of(Period.parse(readText(node, "period")))
                : Optional.empty();
    }

    private Finding readFinding(JsonNode node) throws Problem {
        return new Finding(
                idFromName(readText(node, "id")),
                readText(node, "title"),
                readText(node, "text"),
                readQuantities(node),
                readIds(node, "indicators"),
                readIds(node, "tasks"));
    }

    private Countermeasure readCountermeasure(JsonNode node) throws Problem {
        return new Countermeasure(
                idFromName(readText(node, "id")),
                readText(node, "title"),
                readText(node, "text"),
                readQuantities(node),
                readDepartment(node, "lead"),
                readDay(node, "due"),
                readIds(node, "findings"),
                readIds(node, "indicators"),
                readIds(node, "tasks"));
    }

    private Optional<UUID> readDepartment(JsonNode node, String field) {
        return node.has(field)
                ? Optional.of(departmentNamed(readText(node, field)))
                : Optional.empty();
    }

    private UUID departmentNamed(String name) {
        return departments
                .computeIfAbsent(name, n -> new Department(idFromName("department " + n), n))
                .id();
    }

    private static Optional<LocalDate> readDay(JsonNode node, String field) {
        return node.has(field)
                ? Optional.of(LocalDate.parse(readText(node, field)))
                : Optional.empty();
    }

    private static List<UUID> readIds(JsonNode node, String field) {
        return elements(node.path(field)).map(n -> idFromName(n.asText())).toList();
    }

    private static UUID idFromName(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static String readText(JsonNode node, String field) {
        return node.path(field).asText("");
    }

    private static <E extends Enum<E>> E readConstant(
            Class<E> type, JsonNode node, String field, E otherwise) {
        return node.has(field) ? Enum.valueOf(type, readText(node, field)) : otherwise;
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
