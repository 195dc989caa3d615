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
import plumbline.plan.Kind;
import plumbline.plan.Milestone;
import plumbline.plan.Milestone.Role;
import plumbline.plan.Observation;
import plumbline.plan.Part;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Property;
import plumbline.plan.Quantity;
import plumbline.plan.RatioOf;
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
    private final Plan empty;
    private final String document;
    private final List<IndicatorGroup> groups = new ArrayList<>();
    private final List<Indicator> indicators = new ArrayList<>();
    private final List<Task> tasks = new ArrayList<>();
    private final Map<String, Department> departments = new LinkedHashMap<>();

    SampleReader(JsonNode root, UUID plan) {
        this.root = root;
        this.document = text(root, "document");
        this.empty =
                Plan.empty(
                        plan,
                        text(root, "title"),
                        text(root, "organisation"),
                        root.path("years").path(0).asInt(),
                        root.path("years").path(1).asInt(),
                        root.path("baseline").asInt());
    }

    Plan plan() throws Problem {
        VerdictRule rule = root.has("rule") ? rule("rule") : VerdictRule.time();
        Optional<VerdictRule> binding =
                root.has("bindingRule") ? Optional.of(rule("bindingRule")) : Optional.empty();
        for (JsonNode group : root.path("groups")) readGroup(group);
        for (JsonNode task : root.path("tasks")) readTask(task, 0);
        List<Finding> findings = new ArrayList<>();
        for (JsonNode finding : root.path("findings")) findings.add(finding(finding));
        List<Countermeasure> countermeasures = new ArrayList<>();
        for (JsonNode measure : root.path("countermeasures"))
            countermeasures.add(countermeasure(measure));
        return empty.change(
                d -> {
                    d.rule = rule;
                    d.bindingRule = binding;
                    d.periods =
                            stream(root.path("periods"))
                                    .map(p -> Period.parse(p.asText()))
                                    .toList();
                    d.departments = List.copyOf(departments.values());
                    d.groups = groups;
                    d.indicators = indicators;
                    d.tasks = new TaskTree(tasks);
                    d.findings = findings;
                    d.countermeasures = countermeasures;
                });
    }

    /** By the name of a preset. */
    private VerdictRule rule(String field) {
        return RulePresets.named(text(root, field))
                .orElseThrow(
                        () -> new IllegalArgumentException("no such rule: " + text(root, field)));
    }

    private void readGroup(JsonNode node) throws Problem {
        IndicatorGroup group =
                new IndicatorGroup(id("group " + text(node, "name")), text(node, "name"));
        groups.add(group);
        for (JsonNode indicator : node.path("indicators"))
            indicators.add(indicator(indicator, group.id()));
    }

    private Indicator indicator(JsonNode node, UUID group) throws Problem {
        Indicator.Draft draft = new Indicator.Draft(id(text(node, "id")));
        draft.group = group;
        draft.name = text(node, "name");
        draft.unit = text(node, "unit");
        draft.kind = constant(Kind.class, node, "kind", Kind.STOCK);
        draft.direction = constant(Direction.class, node, "direction", Direction.HIGHER);
        draft.property = constant(Property.class, node, "property", Property.EXPECTED);
        draft.decimals = node.path("decimals").asInt(0);
        draft.definition = text(node, "definition");
        draft.note = text(node, "note");
        draft.reporting = constant(Reporting.class, node, "reporting", Reporting.TO_DATE);
        draft.lead = department(node, "lead");
        draft.supporting =
                stream(node.path("supporting")).map(n -> department(n.asText())).toList();
        draft.ratio = ratio(node);
        draft.course = course(node, draft);
        draft.observations = observations(node, draft.unit, text(node, "place"));
        draft.rollUp = constant(RollUp.class, node, "rollUp", RollUp.NONE);
        draft.parts = parts(node, draft);
        return draft.done();
    }

    private static Optional<RatioOf> ratio(JsonNode node) {
        if (!node.has("numerator") && !node.has("denominator")) return Optional.empty();
        return Optional.of(new RatioOf(text(node, "numerator"), text(node, "denominator")));
    }

    private List<Part> parts(JsonNode node, Indicator.Draft whole) throws Problem {
        List<Part> parts = new ArrayList<>();
        for (JsonNode part : node.path("parts")) {
            String place = part.has("place") ? text(part, "place") : text(node, "place");
            parts.add(
                    new Part(
                            id(text(node, "id") + " part " + text(part, "name")),
                            text(part, "name"),
                            course(part, whole),
                            observations(part, whole.unit, place)));
        }
        return parts;
    }

    private Course course(JsonNode node, Indicator.Draft draft) throws Problem {
        List<Milestone> milestones = new ArrayList<>();
        Relation better = draft.direction.usual();
        if (node.has("baseline")) {
            milestones.add(
                    milestone(
                            node.path("baseline"),
                            draft.unit,
                            Role.BASELINE,
                            empty.baselineDay(),
                            Relation.EQUAL));
        }
        for (Map.Entry<String, JsonNode> year : node.path("yearly").properties()) {
            LocalDate end = Period.parse(year.getKey()).end();
            milestones.add(milestone(year.getValue(), draft.unit, Role.YEARLY, end, better));
        }
        if (node.has("midTerm")) {
            milestones.add(
                    milestone(
                            node.path("midTerm"),
                            draft.unit,
                            Role.MID_TERM,
                            empty.middle(),
                            better));
        }
        if (node.has("target")) {
            Milestone target =
                    milestone(node.path("target"), draft.unit, Role.FINAL, empty.ends(), better);
            milestones.add(node.path("striving").asBoolean() ? striving(target) : target);
        }
        return new Course(milestones);
    }

    /** A text, or an object with {@code amount} and the day it is due, {@code on}. */
    private static Milestone milestone(
            JsonNode node, String unit, Role role, LocalDate usual, Relation otherwise)
            throws Problem {
        String amount = node.isObject() ? text(node, "amount") : node.asText();
        LocalDate on = node.has("on") ? LocalDate.parse(text(node, "on")) : usual;
        return AmountParser.target(amount, unit, role, on, otherwise);
    }

    private static Milestone striving(Milestone m) {
        return new Milestone(m.role(), m.on(), m.amount(), m.relation(), m.bound(), true);
    }

    private List<Observation> observations(JsonNode node, String unit, String place)
            throws Problem {
        List<Observation> observations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> value : node.path("values").properties()) {
            String key = value.getKey();
            Period period = Period.parse(key);
            AmountParser.Written written = AmountParser.read(value.getValue().asText(), unit);
            String where =
                    node.path("placeOf").has(key)
                            ? text(node.path("placeOf"), key)
                            : place + " " + period.code();
            observations.add(
                    new Observation(
                            period,
                            months(node, period),
                            written.reading(),
                            written.status(),
                            Source.of(document, where),
                            text(node.path("notes"), key)));
        }
        return observations;
    }

    /** Said of the one figure, or else of the period wherever it stands. */
    private int months(JsonNode node, Period period) {
        int usual = root.path("months").path(period.code()).asInt(period.months());
        return node.path("months").path(period.code()).asInt(usual);
    }

    private void readTask(JsonNode node, int level) throws Problem {
        Task.Draft draft = new Task.Draft(id(text(node, "id")));
        draft.level = level;
        draft.kind = constant(TaskKind.class, node, "kind", KIND_OF_LEVEL[Math.min(level, 2)]);
        draft.title = text(node, "title");
        draft.state =
                constant(
                        TaskState.class,
                        node,
                        "state",
                        constant(TaskState.class, root, "state", TaskState.UNDERWAY));
        draft.owner = department(node, "owner");
        draft.due = day(node, "due");
        draft.indicators = ids(node, "indicators");
        draft.note = text(node, "note");
        draft.entries = entries(node);
        tasks.add(draft.done());
        for (JsonNode child : node.path("tasks")) readTask(child, level + 1);
    }

    private List<TaskEntry> entries(JsonNode task) throws Problem {
        List<TaskEntry> entries = new ArrayList<>();
        for (JsonNode node : task.path("entries")) {
            UUID id = id(text(task, "id") + " entry " + entries.size());
            entries.add(
                    new TaskEntry(
                            id,
                            LocalDate.parse(text(node, "on")),
                            text(node, "text"),
                            quantities(node)));
        }
        return entries;
    }

    private List<Quantity> quantities(JsonNode owner) throws Problem {
        List<Quantity> quantities = new ArrayList<>();
        for (JsonNode node : owner.path("quantities")) {
            String unit = text(node, "unit");
            Optional<Reading> before =
                    node.has("before")
                            ? Optional.of(AmountParser.read(text(node, "before"), unit).reading())
                            : Optional.empty();
            quantities.add(
                    new Quantity(
                            text(node, "name"),
                            AmountParser.read(text(node, "value"), unit).reading(),
                            unit,
                            before,
                            period(node).or(() -> period(owner))));
        }
        return quantities;
    }

    private static Optional<Period> period(JsonNode node) {
        return node.has("period")
                ? Optional.of(Period.parse(text(node, "period")))
                : Optional.empty();
    }

    private Finding finding(JsonNode node) throws Problem {
        return new Finding(
                id(text(node, "id")),
                text(node, "title"),
                text(node, "text"),
                quantities(node),
                ids(node, "indicators"),
                ids(node, "tasks"));
    }

    private Countermeasure countermeasure(JsonNode node) throws Problem {
        return new Countermeasure(
                id(text(node, "id")),
                text(node, "title"),
                text(node, "text"),
                quantities(node),
                department(node, "lead"),
                day(node, "due"),
                ids(node, "findings"),
                ids(node, "indicators"),
                ids(node, "tasks"));
    }

    private Optional<UUID> department(JsonNode node, String field) {
        return node.has(field) ? Optional.of(department(text(node, field))) : Optional.empty();
    }

    private UUID department(String name) {
        return departments
                .computeIfAbsent(name, n -> new Department(id("department " + n), n))
                .id();
    }

    private static Optional<LocalDate> day(JsonNode node, String field) {
        return node.has(field) ? Optional.of(LocalDate.parse(text(node, field))) : Optional.empty();
    }

    private static List<UUID> ids(JsonNode node, String field) {
        return stream(node.path(field)).map(n -> id(n.asText())).toList();
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }

    private static <E extends Enum<E>> E constant(
            Class<E> type, JsonNode node, String field, E otherwise) {
        return node.has(field) ? Enum.valueOf(type, text(node, field)) : otherwise;
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
