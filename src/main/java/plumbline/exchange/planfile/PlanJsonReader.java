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
import plumbline.plan.MissingReason;
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

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Puts a plan together from the JSON of a plan file, the inverse of {@link PlanJsonWriter}.
 * Whatever no library could keep is refused.
 */
final class PlanJsonReader {
    private static final int NAME = 500;
    private static final int LONG_NAME = 1000;
    private static final int LABEL = 200;
    private static final int DEEPEST_TASK = 100;

    private PlanJsonReader() {}

    static Plan readPlan(JsonNode json) throws Problem {
        return JsonFields.readObject(json, "plan", PlanJsonReader::planFrom);
    }

    static Snapshot readSnapshot(JsonNode json) throws Problem {
        return JsonFields.readObject(
                json,
                "snapshot",
                f ->
                        new Snapshot(
                                f.readId("id"),
                                f.readText("name", NAME),
                                f.readDay("evaluated"),
                                f.readMoment("frozen"),
                                f.readText("note"),
                                f.readObject("plan", PlanJsonReader::planFrom)));
    }

    private static Plan planFrom(JsonFields f) throws Problem {
        Plan plan =
                new Plan(
                        f.readId("id"),
                        f.readText("title", NAME),
                        f.readText("organisation", NAME),
                        f.readInt("firstYear"),
                        f.readInt("lastYear"),
                        f.readInt("baselineYear"),
                        f.readOptionalDay("midTerm"),
                        f.readObject("rule", PlanJsonReader::ruleFrom),
                        f.readOptionalObject("bindingRule", PlanJsonReader::ruleFrom),
                        periodsFrom(f),
                        f.readList(
                                "departments",
                                d -> new Department(d.readId("id"), d.readText("name", NAME))),
                        f.readList(
                                "groups",
                                g -> new IndicatorGroup(g.readId("id"), g.readText("name", NAME))),
                        f.readList("indicators", PlanJsonReader::indicatorFrom),
                        new TaskTree(f.readList("tasks", PlanJsonReader::taskFrom)),
                        f.readList("findings", PlanJsonReader::findingFrom),
                        f.readList("countermeasures", PlanJsonReader::countermeasureFrom),
                        f.readList("evidence", PlanJsonReader::evidenceFrom),
                        f.readList(
                                "aliases",
                                a ->
                                        new Alias(
                                                a.readText("name", LONG_NAME),
                                                a.readId("indicator"))),
                        f.readList("intakes", PlanJsonReader::importRecordFrom),
                        f.readList("passages", PlanJsonReader::passageFrom),
                        f.readList("charts", PlanJsonReader::chartFrom),
                        f.readList(
                                "redactions",
                                r ->
                                        Redaction.parse(
                                                r.readId("line"), r.readText("place", LABEL))));
        requireDistinctIds(plan);
        requireOnce(plan.aliases().stream().map(Alias::name).toList());
        requireOnce(plan.passages().stream().map(p -> p.key() + " " + p.language()).toList());
        return plan;
    }

    private static void requireOnce(List<String> names) {
        if (Set.copyOf(names).size() < names.size())
            throw new IllegalArgumentException("stands twice: " + names);
    }

    /** What stands once in a plan has an id of its own. */
    private static void requireDistinctIds(Plan p) {
        Set<UUID> known = new HashSet<>();
        Stream.of(
                        p.departments().stream().map(Department::id),
                        p.groups().stream().map(IndicatorGroup::id),
                        p.indicators().stream().map(Indicator::id),
                        p.indicators().stream().flatMap(i -> i.parts().stream()).map(Part::id),
                        p.taskTree().tasksInOrder().stream().map(Task::id),
                        p.taskTree().tasksInOrder().stream()
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

    private static List<Period> periodsFrom(JsonFields f) throws Problem {
        return f.readTexts("periods", Period::parse);
    }

    private static VerdictRule ruleFrom(JsonFields f) throws Problem {
        return new VerdictRule(
                f.readText("name", LABEL),
                f.readConstant(VerdictRule.Basis.class, "basis"),
                f.readFlag("metIsAhead"),
                f.readFlag("preliminary"),
                f.readList(
                        "bands",
                        b ->
                                new VerdictRule.Band(
                                        b.readConstant(Verdict.class, "verdict"),
                                        b.readText("label", LABEL),
                                        b.readOptionalObject("from", PlanJsonReader::boundFrom))),
                f.readOptionalAmount("nearlyMet").orElse(BigDecimal.ZERO),
                f.readOptionalConstant(FigureAge.class, "figureAge")
                        .orElse(FigureAge.REPORTING_RHYTHM));
    }

    private static VerdictRule.Bound boundFrom(JsonFields f) throws Problem {
        return new VerdictRule.Bound(
                f.readConstant(VerdictRule.Anchor.class, "anchor"),
                f.readAmount("offset"),
                f.readFlag("inclusive"));
    }

    private static Indicator indicatorFrom(JsonFields f) throws Problem {
        return new Indicator(
                f.readId("id"),
                f.readId("group"),
                f.readText("name"),
                f.readText("unit"),
                f.readConstant(IndicatorKind.class, "kind"),
                f.readConstant(Reporting.class, "reporting"),
                f.readConstant(Direction.class, "direction"),
                f.readOptionalConstant(Demand.class, "demand"),
                f.readConstant(Property.class, "property"),
                f.readInt("decimals"),
                f.readText("definition"),
                f.readOptionalId("lead"),
                f.readIds("supporting"),
                ratioFrom(f),
                courseFrom(f),
                observationsFrom(f),
                f.readConstant(RollUp.class, "rollUp"),
                f.readList(
                        "parts",
                        p ->
                                new Part(
                                        p.readId("id"),
                                        p.readText("name", NAME),
                                        courseFrom(p),
                                        observationsFrom(p))),
                f.readList("revisions", PlanJsonReader::revisionFrom),
                f.readOptionalObject("handVerdict", PlanJsonReader::handVerdictFrom),
                f.readText("note"));
    }

    private static Optional<RatioTerms> ratioFrom(JsonFields f) throws Problem {
        return f.readOptionalObject(
                "ratio",
                r ->
                        new RatioTerms(
                                r.readText("numerator", LONG_NAME),
                                r.readText("denominator", LONG_NAME)));
    }

    private static Course courseFrom(JsonFields f) throws Problem {
        return new Course(f.readList("course", PlanJsonReader::milestoneFrom));
    }

    private static Milestone milestoneFrom(JsonFields f) throws Problem {
        return new Milestone(
                f.readConstant(Milestone.Role.class, "role"),
                f.readDay("on"),
                f.readAmount("amount"),
                f.readConstant(Relation.class, "relation"),
                f.readOptionalAmount("bound"),
                f.readFlag("striving"));
    }

    private static TargetRevision revisionFrom(JsonFields f) throws Problem {
        return new TargetRevision(
                f.readObject("before", PlanJsonReader::milestoneFrom),
                f.readDay("decided"),
                f.readText("reason"),
                f.readText("decision"));
    }

    private static HandVerdict handVerdictFrom(JsonFields f) throws Problem {
        return new HandVerdict(
                f.readConstant(Verdict.class, "verdict"), f.readText("reason"), f.readDay("on"));
    }

    private static List<Observation> observationsFrom(JsonFields f) throws Problem {
        return f.readList(
                "observations",
                o ->
                        new Observation(
                                Period.parse(o.readText("period", LABEL)),
                                o.readInt("months"),
                                o.readObject("reading", PlanJsonReader::readingFrom),
                                o.readConstant(Status.class, "status"),
                                sourceFrom(o),
                                o.readText("note")));
    }

    private static Reading readingFrom(JsonFields f) throws Problem {
        if (f.hasField("missing"))
            return new Reading.Missing(
                    f.readConstant(MissingReason.class, "missing"), f.readText("raw", LONG_NAME));
        return new Reading.Value(
                f.readAmount("amount"), f.readFlag("approximate"), f.readText("raw", LONG_NAME));
    }

    private static Source sourceFrom(JsonFields f) throws Problem {
        return f.readOptionalObject(
                        "source",
                        s ->
                                new Source(
                                        s.readText("document", LONG_NAME),
                                        s.readText("place", LONG_NAME),
                                        s.readOptionalId("department"),
                                        s.readOptionalDay("received"),
                                        s.readOptionalId("evidence")))
                .orElse(Source.TYPED);
    }

    private static Task taskFrom(JsonFields f) throws Problem {
        int level = f.readInt("level");
        if (level > DEEPEST_TASK) throw new IllegalArgumentException("level: " + level);
        return new Task(
                f.readId("id"),
                level,
                f.readConstant(TaskKind.class, "kind"),
                f.readText("title"),
                f.readConstant(TaskState.class, "state"),
                f.readOptionalId("owner"),
                f.readOptionalDay("due"),
                f.readIds("indicators"),
                f.readList(
                        "entries",
                        e ->
                                new TaskEntry(
                                        e.readId("id"),
                                        e.readDay("on"),
                                        e.readText("text"),
                                        quantitiesFrom(e))),
                f.readText("note"));
    }

    private static List<Quantity> quantitiesFrom(JsonFields f) throws Problem {
        return f.readList(
                "quantities",
                q ->
                        new Quantity(
                                q.readText("name"),
                                q.readObject("reading", PlanJsonReader::readingFrom),
                                q.readText("unit"),
                                q.readOptionalObject("before", PlanJsonReader::readingFrom),
                                Optional.of(q.readText("period", LABEL))
                                        .filter(p -> !p.isEmpty())
                                        .map(Period::parse)));
    }

    private static Finding findingFrom(JsonFields f) throws Problem {
        return new Finding(
                f.readId("id"),
                f.readText("title", LONG_NAME),
                f.readText("text"),
                quantitiesFrom(f),
                f.readIds("indicators"),
                f.readIds("tasks"));
    }

    private static Countermeasure countermeasureFrom(JsonFields f) throws Problem {
        return new Countermeasure(
                f.readId("id"),
                f.readText("title", LONG_NAME),
                f.readText("text"),
                quantitiesFrom(f),
                f.readOptionalId("lead"),
                f.readOptionalDay("due"),
                f.readIds("findings"),
                f.readIds("indicators"),
                f.readIds("tasks"));
    }

    private static ImportRecord importRecordFrom(JsonFields f) throws Problem {
        return new ImportRecord(
                f.readId("id"),
                f.readMoment("at"),
                f.readList(
                        "files",
                        i ->
                                new ImportRecord.ImportedFile(
                                        i.readText("name", LONG_NAME),
                                        i.readText("sha256", LABEL))),
                f.readList(
                        "lines",
                        l ->
                                new ImportRecord.ImportedLine(
                                        l.readId("line"),
                                        l.readObject("before", PlanJsonReader::heldFrom),
                                        l.readObject("after", PlanJsonReader::heldFrom))),
                periodsFrom(f),
                f.readFlag("takenBack"));
    }

    private static ImportRecord.LineContents heldFrom(JsonFields f) throws Problem {
        return new ImportRecord.LineContents(
                f.readId("id"),
                f.readList("milestones", PlanJsonReader::milestoneFrom),
                observationsFrom(f));
    }

    private static Passage passageFrom(JsonFields f) throws Problem {
        return new Passage(
                f.readText("key"), f.readText("language"), f.readText("text"), f.readText("basis"));
    }

    private static SavedChart chartFrom(JsonFields f) throws Problem {
        return new SavedChart(
                f.readId("id"),
                f.readConstant(ChartKind.class, "kind"),
                f.readText("title", LONG_NAME),
                f.readIds("indicators"),
                periodsFrom(f),
                f.readConstant(ChartLabels.class, "labels"),
                f.readConstant(ChartSize.class, "size"),
                f.readConstant(ChartColours.class, "colours"));
    }

    private static Evidence evidenceFrom(JsonFields f) throws Problem {
        return new Evidence(
                f.readId("id"),
                f.readText("name", LONG_NAME),
                f.readText("sha256", LABEL),
                f.readDay("received"));
    }
}
