package plumbline.exchange.planfile;

import com.fasterxml.jackson.databind.JsonNode;

import plumbline.base.Problem;
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
import plumbline.plan.MissingReason;
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
import plumbline.plan.Snapshot;
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

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Puts a plan together from the JSON of a plan file, the inverse of {@link PlanJson}. Whatever no
 * library could keep is refused.
 */
final class JsonReader {
    private static final int NAME = 500;
    private static final int LONG_NAME = 1000;
    private static final int LABEL = 200;
    private static final int DEEPEST_TASK = 100;

    private JsonReader() {}

    static Plan plan(JsonNode json) throws Problem {
        return JsonFields.read(json, "plan", JsonReader::plan);
    }

    static Snapshot snapshot(JsonNode json) throws Problem {
        return JsonFields.read(
                json,
                "snapshot",
                f ->
                        new Snapshot(
                                f.id("id"),
                                f.text("name", NAME),
                                f.day("evaluated"),
                                f.moment("frozen"),
                                f.text("note"),
                                f.object("plan", JsonReader::plan)));
    }

    private static Plan plan(JsonFields f) throws Problem {
        Plan plan =
                new Plan(
                        f.id("id"),
                        f.text("title", NAME),
                        f.text("organisation", NAME),
                        f.number("firstYear"),
                        f.number("lastYear"),
                        f.number("baselineYear"),
                        f.optionalDay("midTerm"),
                        f.object("rule", JsonReader::rule),
                        f.optional("bindingRule", JsonReader::rule),
                        periods(f),
                        f.list(
                                "departments",
                                d -> new Department(d.id("id"), d.text("name", NAME))),
                        f.list("groups", g -> new IndicatorGroup(g.id("id"), g.text("name", NAME))),
                        f.list("indicators", JsonReader::indicator),
                        new TaskTree(f.list("tasks", JsonReader::task)),
                        f.list("findings", JsonReader::finding),
                        f.list("countermeasures", JsonReader::countermeasure),
                        f.list("evidence", JsonReader::evidence),
                        f.list(
                                "aliases",
                                a -> new Alias(a.text("name", LONG_NAME), a.id("indicator"))),
                        f.list("intakes", JsonReader::intake),
                        f.list("passages", JsonReader::passage),
                        f.list("charts", JsonReader::chart),
                        f.list(
                                "redactions",
                                r -> Redaction.parse(r.id("line"), r.text("place", LABEL))));
        checkIds(plan);
        return plan;
    }

    /** What stands once in a plan has an id of its own. */
    private static void checkIds(Plan p) {
        Set<UUID> known = new HashSet<>();
        Stream.of(
                        p.departments().stream().map(Department::id),
                        p.groups().stream().map(IndicatorGroup::id),
                        p.indicators().stream().map(Indicator::id),
                        p.indicators().stream().flatMap(i -> i.parts().stream()).map(Part::id),
                        p.tasks().lines().stream().map(Task::id),
                        p.tasks().lines().stream()
                                .flatMap(t -> t.entries().stream())
                                .map(TaskEntry::id),
                        p.findings().stream().map(Finding::id),
                        p.countermeasures().stream().map(Countermeasure::id),
                        p.evidence().stream().map(Evidence::id),
                        p.charts().stream().map(SavedChart::id))
                .flatMap(s -> s)
                .forEach(
                        id -> {
                            if (!known.add(id))
                                throw new IllegalArgumentException("stands twice: " + id);
                        });
    }

    private static List<Period> periods(JsonFields f) throws Problem {
        return f.texts("periods", Period::parse);
    }

    private static VerdictRule rule(JsonFields f) throws Problem {
        return new VerdictRule(
                f.text("name", LABEL),
                f.constant(VerdictRule.Basis.class, "basis"),
                f.flag("metIsAhead"),
                f.flag("preliminary"),
                f.list(
                        "bands",
                        b ->
                                new VerdictRule.Band(
                                        b.constant(Verdict.class, "verdict"),
                                        b.text("label", LABEL),
                                        b.optional("from", JsonReader::bound))));
    }

    private static VerdictRule.Bound bound(JsonFields f) throws Problem {
        return new VerdictRule.Bound(
                f.constant(VerdictRule.Anchor.class, "anchor"),
                f.amount("offset"),
                f.flag("inclusive"));
    }

    private static Indicator indicator(JsonFields f) throws Problem {
        return new Indicator(
                f.id("id"),
                f.id("group"),
                f.text("name"),
                f.text("unit"),
                f.constant(Kind.class, "kind"),
                f.constant(Reporting.class, "reporting"),
                f.constant(Direction.class, "direction"),
                f.constant(Property.class, "property"),
                f.number("decimals"),
                f.text("definition"),
                f.optionalId("lead"),
                f.ids("supporting"),
                ratio(f),
                course(f),
                observations(f),
                f.constant(RollUp.class, "rollUp"),
                f.list(
                        "parts",
                        p ->
                                new Part(
                                        p.id("id"),
                                        p.text("name", NAME),
                                        course(p),
                                        observations(p))),
                f.list("revisions", JsonReader::revision),
                f.optional("handVerdict", JsonReader::handVerdict),
                f.text("note"));
    }

    private static Optional<RatioOf> ratio(JsonFields f) throws Problem {
        return f.optional(
                "ratio",
                r -> new RatioOf(r.text("numerator", LONG_NAME), r.text("denominator", LONG_NAME)));
    }

    private static Course course(JsonFields f) throws Problem {
        return new Course(f.list("course", JsonReader::milestone));
    }

    private static Milestone milestone(JsonFields f) throws Problem {
        return new Milestone(
                f.constant(Milestone.Role.class, "role"),
                f.day("on"),
                f.amount("amount"),
                f.constant(Relation.class, "relation"),
                f.optionalAmount("bound"),
                f.flag("striving"));
    }

    private static TargetRevision revision(JsonFields f) throws Problem {
        return new TargetRevision(
                f.object("before", JsonReader::milestone),
                f.day("decided"),
                f.text("reason"),
                f.text("decision"));
    }

    private static HandVerdict handVerdict(JsonFields f) throws Problem {
        return new HandVerdict(f.constant(Verdict.class, "verdict"), f.text("reason"), f.day("on"));
    }

    private static List<Observation> observations(JsonFields f) throws Problem {
        return f.list(
                "observations",
                o ->
                        new Observation(
                                Period.parse(o.text("period", LABEL)),
                                o.number("months"),
                                o.object("reading", JsonReader::reading),
                                o.constant(Status.class, "status"),
                                source(o),
                                o.text("note")));
    }

    private static Reading reading(JsonFields f) throws Problem {
        if (f.has("missing"))
            return new Reading.Missing(
                    f.constant(MissingReason.class, "missing"), f.text("raw", LONG_NAME));
        return new Reading.Value(
                f.amount("amount"), f.flag("approximate"), f.text("raw", LONG_NAME));
    }

    private static Source source(JsonFields f) throws Problem {
        return f.optional(
                        "source",
                        s ->
                                new Source(
                                        s.text("document", LONG_NAME),
                                        s.text("place", LONG_NAME),
                                        s.optionalId("department"),
                                        s.optionalDay("received"),
                                        s.optionalId("evidence")))
                .orElse(Source.TYPED);
    }

    private static Task task(JsonFields f) throws Problem {
        int level = f.number("level");
        if (level > DEEPEST_TASK) throw new IllegalArgumentException("level: " + level);
        return new Task(
                f.id("id"),
                level,
                f.constant(TaskKind.class, "kind"),
                f.text("title"),
                f.constant(TaskState.class, "state"),
                f.optionalId("owner"),
                f.optionalDay("due"),
                f.ids("indicators"),
                f.list(
                        "entries",
                        e -> new TaskEntry(e.id("id"), e.day("on"), e.text("text"), quantities(e))),
                f.text("note"));
    }

    private static List<Quantity> quantities(JsonFields f) throws Problem {
        return f.list(
                "quantities",
                q ->
                        new Quantity(
                                q.text("name"),
                                q.object("reading", JsonReader::reading),
                                q.text("unit"),
                                q.optional("before", JsonReader::reading),
                                Optional.of(q.text("period", LABEL))
                                        .filter(p -> !p.isEmpty())
                                        .map(Period::parse)));
    }

    private static Finding finding(JsonFields f) throws Problem {
        return new Finding(
                f.id("id"),
                f.text("title", LONG_NAME),
                f.text("text"),
                quantities(f),
                f.ids("indicators"),
                f.ids("tasks"));
    }

    private static Countermeasure countermeasure(JsonFields f) throws Problem {
        return new Countermeasure(
                f.id("id"),
                f.text("title", LONG_NAME),
                f.text("text"),
                quantities(f),
                f.optionalId("lead"),
                f.optionalDay("due"),
                f.ids("findings"),
                f.ids("indicators"),
                f.ids("tasks"));
    }

    private static ImportRecord intake(JsonFields f) throws Problem {
        return new ImportRecord(
                f.id("id"),
                f.moment("at"),
                f.list(
                        "files",
                        i ->
                                new ImportRecord.File(
                                        i.text("name", LONG_NAME), i.text("sha256", LABEL))),
                f.list(
                        "lines",
                        l ->
                                new ImportRecord.Line(
                                        l.id("line"),
                                        l.object("before", JsonReader::held),
                                        l.object("after", JsonReader::held))),
                periods(f),
                f.flag("takenBack"));
    }

    private static ImportRecord.Held held(JsonFields f) throws Problem {
        return new ImportRecord.Held(
                f.id("id"), f.list("milestones", JsonReader::milestone), observations(f));
    }

    private static Passage passage(JsonFields f) throws Problem {
        return new Passage(f.text("key"), f.text("language"), f.text("text"), f.text("basis"));
    }

    private static SavedChart chart(JsonFields f) throws Problem {
        return new SavedChart(
                f.id("id"),
                f.constant(ChartKind.class, "kind"),
                f.text("title", LONG_NAME),
                f.ids("indicators"),
                periods(f),
                f.constant(ChartLabels.class, "labels"),
                f.constant(ChartSize.class, "size"),
                f.constant(ChartColours.class, "colours"));
    }

    private static Evidence evidence(JsonFields f) throws Problem {
        return new Evidence(
                f.id("id"), f.text("name", LONG_NAME), f.text("sha256", LABEL), f.day("received"));
    }
}
