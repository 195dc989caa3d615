package plumbline.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import plumbline.plan.Countermeasure;
import plumbline.plan.Course;
import plumbline.plan.Direction;
import plumbline.plan.Finding;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.Kind;
import plumbline.plan.Milestone;
import plumbline.plan.Milestone.Role;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Property;
import plumbline.plan.Quantity;
import plumbline.plan.Reading;
import plumbline.plan.Relation;
import plumbline.plan.Source;
import plumbline.plan.Task;
import plumbline.plan.TaskEntry;
import plumbline.plan.TaskKind;
import plumbline.plan.TaskState;
import plumbline.plan.TaskTree;
import plumbline.plan.VerdictRule;
import plumbline.words.Problem;

/**
 * Reads a sample written by hand as JSON: figures as officials write them, short names instead of ids, and whatever is not
 * said takes its usual value.
 */
final class SampleReader {
    private static final TaskKind[] KIND_OF_LEVEL = {TaskKind.KEY_TASK, TaskKind.MEASURE, TaskKind.ITEM};
    private final JsonNode root;
    private final Plan empty;
    private final String document;
    private final List<IndicatorGroup> groups = new ArrayList<>();
    private final List<Indicator> indicators = new ArrayList<>();
    private final List<Task> tasks = new ArrayList<>();

    SampleReader(JsonNode root, UUID plan) {
        this.root = root;
        this.document = text(root, "document");
        this.empty = Plan.empty(plan, text(root, "title"), text(root, "organisation"), root.path("years").path(0).asInt(),
                root.path("years").path(1).asInt(), root.path("baseline").asInt());
    }

    Plan plan() throws Problem {
        for (JsonNode group : root.path("groups")) readGroup(group);
        for (JsonNode task : root.path("tasks")) readTask(task, 0);
        List<Finding> findings = new ArrayList<>();
        for (JsonNode finding : root.path("findings")) findings.add(finding(finding));
        List<Countermeasure> countermeasures = new ArrayList<>();
        for (JsonNode measure : root.path("countermeasures")) countermeasures.add(countermeasure(measure));
        return empty.change(d -> {
            d.rule = text(root, "rule").equals("suizhou") ? VerdictRule.suizhou() : VerdictRule.time();
            d.periods = stream(root.path("periods")).map(p -> Period.parse(p.asText())).toList();
            d.groups = groups;
            d.indicators = indicators;
            d.tasks = new TaskTree(tasks);
            d.findings = findings;
            d.countermeasures = countermeasures;
        });
    }

    private void readGroup(JsonNode node) throws Problem {
        IndicatorGroup group = new IndicatorGroup(id("group " + text(node, "name")), text(node, "name"));
        groups.add(group);
        for (JsonNode indicator : node.path("indicators")) indicators.add(indicator(indicator, group.id()));
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
        draft.course = course(node, draft);
        draft.observations = observations(node, draft.unit);
        return draft.done();
    }

    private Course course(JsonNode node, Indicator.Draft draft) throws Problem {
        List<Milestone> milestones = new ArrayList<>();
        Relation better = draft.direction == Direction.HIGHER ? Relation.AT_LEAST : Relation.AT_MOST;
        if (node.has("baseline")) {
            milestones.add(NumberReader.target(text(node, "baseline"), draft.unit, Role.BASELINE, empty.baselineDay(), Relation.EQUAL));
        }
        if (node.has("target")) {
            milestones.add(NumberReader.target(text(node, "target"), draft.unit, Role.FINAL, empty.ends(), better));
        }
        return new Course(milestones);
    }

    private List<Observation> observations(JsonNode node, String unit) throws Problem {
        List<Observation> observations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> value : node.path("values").properties()) {
            Period period = Period.parse(value.getKey());
            NumberReader.Written written = NumberReader.read(value.getValue().asText(), unit);
            Source source = Source.of(document, text(node, "place") + " " + period.code());
            String note = text(node.path("notes"), value.getKey());
            observations.add(new Observation(period, period.months(), written.reading(), written.status(), source, note));
        }
        return observations;
    }

    private void readTask(JsonNode node, int level) throws Problem {
        Task.Draft draft = new Task.Draft(id(text(node, "id")));
        draft.level = level;
        draft.kind = constant(TaskKind.class, node, "kind", KIND_OF_LEVEL[Math.min(level, 2)]);
        draft.title = text(node, "title");
        draft.state = constant(TaskState.class, node, "state", TaskState.UNDERWAY);
        draft.due = node.has("due") ? Optional.of(LocalDate.parse(text(node, "due"))) : Optional.empty();
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
            entries.add(new TaskEntry(id, LocalDate.parse(text(node, "on")), text(node, "text"), quantities(node)));
        }
        return entries;
    }

    private List<Quantity> quantities(JsonNode owner) throws Problem {
        List<Quantity> quantities = new ArrayList<>();
        for (JsonNode node : owner.path("quantities")) {
            String unit = text(node, "unit");
            Optional<Reading> before = node.has("before")
                    ? Optional.of(NumberReader.read(text(node, "before"), unit).reading()) : Optional.empty();
            Optional<Period> period = node.has("period") ? Optional.of(Period.parse(text(node, "period"))) : Optional.empty();
            quantities.add(new Quantity(text(node, "name"), NumberReader.read(text(node, "value"), unit).reading(), unit, before, period));
        }
        return quantities;
    }

    private Finding finding(JsonNode node) throws Problem {
        return new Finding(id(text(node, "id")), text(node, "title"), text(node, "text"), quantities(node), ids(node, "indicators"),
                ids(node, "tasks"));
    }

    private Countermeasure countermeasure(JsonNode node) throws Problem {
        return new Countermeasure(id(text(node, "id")), text(node, "title"), text(node, "text"), quantities(node), Optional.empty(),
                Optional.empty(), ids(node, "findings"), ids(node, "indicators"), ids(node, "tasks"));
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

    private static <E extends Enum<E>> E constant(Class<E> type, JsonNode node, String field, E otherwise) {
        return node.has(field) ? Enum.valueOf(type, text(node, field)) : otherwise;
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
