package plumbline.exchange.planfile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import plumbline.plan.Countermeasure;
import plumbline.plan.Course;
import plumbline.plan.Demand;
import plumbline.plan.Evidence;
import plumbline.plan.Finding;
import plumbline.plan.HandVerdict;
import plumbline.plan.ImportRecord;
import plumbline.plan.Indicator;
import plumbline.plan.Milestone;
import plumbline.plan.MissingReason;
import plumbline.plan.Observation;
import plumbline.plan.Part;
import plumbline.plan.Passage;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Quantity;
import plumbline.plan.Reading;
import plumbline.plan.SavedChart;
import plumbline.plan.Snapshot;
import plumbline.plan.Source;
import plumbline.plan.TargetRevision;
import plumbline.plan.Task;
import plumbline.plan.TaskEntry;
import plumbline.plan.VerdictRule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * A plan as the JSON of a plan file; {@link PlanJsonReader} is its inverse. What is empty or false
 * is left out.
 */
final class PlanJsonWriter {
    private final ObjectNode node = JsonNodeFactory.instance.objectNode();

    private PlanJsonWriter() {}

    static ObjectNode planJson(Plan p) {
        return new PlanJsonWriter()
                .putId("id", p.id())
                .putText("title", p.title())
                .putText("organisation", p.organisation())
                .putInt("firstYear", p.firstYear())
                .putInt("lastYear", p.lastYear())
                .putInt("baselineYear", p.baselineYear())
                .putOptional("midTerm", p.chosenMidTermDay(), LocalDate::toString)
                .putObject("rule", ruleJson(p.rule()))
                .putOptionalObject("bindingRule", p.bindingRule().map(PlanJsonWriter::ruleJson))
                .putTexts("periods", p.periods(), Period::code)
                .putList(
                        "departments",
                        p.departments(),
                        d ->
                                new PlanJsonWriter()
                                        .putId("id", d.id())
                                        .putText("name", d.name())
                                        .node)
                .putList(
                        "groups",
                        p.groups(),
                        g ->
                                new PlanJsonWriter()
                                        .putId("id", g.id())
                                        .putText("name", g.name())
                                        .node)
                .putList("indicators", p.indicators(), PlanJsonWriter::indicatorJson)
                .putList("tasks", p.taskTree().tasksInOrder(), PlanJsonWriter::taskJson)
                .putList("findings", p.findings(), PlanJsonWriter::findingJson)
                .putList("countermeasures", p.countermeasures(), PlanJsonWriter::countermeasureJson)
                .putList("evidence", p.evidence(), PlanJsonWriter::evidenceJson)
                .putList(
                        "aliases",
                        p.aliases(),
                        a ->
                                new PlanJsonWriter()
                                        .putText("name", a.name())
                                        .putId("indicator", a.indicatorId())
                                        .node)
                .putList("intakes", p.importRecords(), PlanJsonWriter::importRecordJson)
                .putList("passages", p.passages(), PlanJsonWriter::passageJson)
                .putList("charts", p.charts(), PlanJsonWriter::chartJson)
                .putList(
                        "redactions",
                        p.redactions(),
                        r ->
                                new PlanJsonWriter()
                                        .putId("line", r.indicatorOrPartId())
                                        .putText("place", r.placeCode())
                                        .node)
                .node;
    }

    static ObjectNode snapshotJson(Snapshot s) {
        return new PlanJsonWriter()
                .putId("id", s.id())
                .putText("name", s.name())
                .putDay("evaluated", s.evaluationDate())
                .putText("frozen", s.frozenAt().toString())
                .putText("note", s.note())
                .putObject("plan", planJson(s.plan()))
                .node;
    }

    static PlanJsonWriter manifestJson(PlanFile.PlanFileManifest m) {
        return new PlanJsonWriter()
                .putText("format", PlanFile.FORMAT)
                .putInt("version", m.version())
                .putText("program", m.program())
                .putId("plan", m.planId())
                .putText("title", m.title())
                .putDay("written", m.writtenOn())
                .putFlag("part", m.isExtract());
    }

    /** One entry of the zip, as the manifest names it. */
    static ObjectNode zipEntryJson(String name, long bytes, String sha256) {
        PlanJsonWriter entry = new PlanJsonWriter().putText("name", name);
        entry.node.put("bytes", bytes);
        return entry.putText("sha256", sha256).node;
    }

    private static ObjectNode ruleJson(VerdictRule r) {
        return new PlanJsonWriter()
                .putText("name", r.name())
                .putConstant("basis", r.basis())
                .putFlag("metIsAhead", r.metIsAhead())
                .putFlag("preliminary", r.judgesPreliminary())
                .putAmount("nearlyMet", r.nearlyMetTolerance())
                .putConstant("figureAge", r.figureAge())
                .putList("bands", r.bands(), PlanJsonWriter::bandJson)
                .node;
    }

    private static ObjectNode bandJson(VerdictRule.Band b) {
        return new PlanJsonWriter()
                .putConstant("verdict", b.verdict())
                .putText("label", b.label())
                .putOptionalObject(
                        "from",
                        b.lowerBound()
                                .map(
                                        f ->
                                                new PlanJsonWriter()
                                                        .putConstant("anchor", f.anchor())
                                                        .putAmount("offset", f.offset())
                                                        .putFlag("inclusive", f.inclusive())
                                                        .node))
                .node;
    }

    private static ObjectNode indicatorJson(Indicator i) {
        return new PlanJsonWriter()
                .putId("id", i.id())
                .putId("group", i.groupId())
                .putText("name", i.name())
                .putText("unit", i.unit())
                .putConstant("kind", i.kind())
                .putConstant("reporting", i.reporting())
                .putConstant("direction", i.direction())
                .putOptional("demand", i.chosenDemand(), Demand::name)
                .putConstant("property", i.property())
                .putInt("decimals", i.decimals())
                .putText("definition", i.definition())
                .putOptional("lead", i.leadDepartment(), UUID::toString)
                .putTexts("supporting", i.supportingDepartments(), UUID::toString)
                .putOptionalObject(
                        "ratio",
                        i.ratio()
                                .map(
                                        r ->
                                                new PlanJsonWriter()
                                                        .putText("numerator", r.numerator())
                                                        .putText("denominator", r.denominator())
                                                        .node))
                .putCourse(i.course())
                .putObservations(i.observations())
                .putConstant("rollUp", i.rollUp())
                .putList("parts", i.parts(), PlanJsonWriter::partJson)
                .putList("revisions", i.revisions(), PlanJsonWriter::revisionJson)
                .putOptionalObject(
                        "handVerdict", i.handVerdict().map(PlanJsonWriter::handVerdictJson))
                .putText("note", i.note())
                .node;
    }

    private static ObjectNode partJson(Part p) {
        return new PlanJsonWriter()
                .putId("id", p.id())
                .putText("name", p.name())
                .putCourse(p.course())
                .putObservations(p.observations())
                .node;
    }

    private PlanJsonWriter putCourse(Course course) {
        return putList("course", course.milestones(), PlanJsonWriter::milestoneJson);
    }

    private PlanJsonWriter putObservations(List<Observation> observations) {
        return putList("observations", observations, PlanJsonWriter::observationJson);
    }

    private static ObjectNode milestoneJson(Milestone m) {
        return new PlanJsonWriter()
                .putConstant("role", m.role())
                .putDay("on", m.day())
                .putAmount("amount", m.amount())
                .putConstant("relation", m.relation())
                .putOptional("bound", m.bound(), BigDecimal::toString)
                .putFlag("striving", m.striving())
                .node;
    }

    private static ObjectNode revisionJson(TargetRevision r) {
        return new PlanJsonWriter()
                .putObject("before", milestoneJson(r.formerTarget()))
                .putDay("decided", r.decidedOn())
                .putText("reason", r.reason())
                .putText("decision", r.decision())
                .node;
    }

    private static ObjectNode handVerdictJson(HandVerdict h) {
        return new PlanJsonWriter()
                .putConstant("verdict", h.verdict())
                .putText("reason", h.reason())
                .putDay("on", h.day())
                .node;
    }

    private static ObjectNode observationJson(Observation o) {
        return new PlanJsonWriter()
                .putText("period", o.period().code())
                .putInt("months", o.monthsCovered())
                .putObject("reading", readingJson(o.reading()))
                .putConstant("status", o.status())
                .putOptionalObject("source", sourceJson(o.source()))
                .putText("note", o.note())
                .node;
    }

    private static ObjectNode readingJson(Reading reading) {
        return switch (reading) {
            case Reading.Missing(MissingReason reason, String raw) ->
                    new PlanJsonWriter().putConstant("missing", reason).putText("raw", raw).node;
            case Reading.Value(BigDecimal amount, boolean approximate, String raw) ->
                    new PlanJsonWriter()
                            .putAmount("amount", amount)
                            .putFlag("approximate", approximate)
                            .putText("raw", raw)
                            .node;
        };
    }

    /** Empty for a figure that was typed. */
    private static Optional<ObjectNode> sourceJson(Source s) {
        return Optional.of(
                        new PlanJsonWriter()
                                .putText("document", s.document())
                                .putText("place", s.place())
                                .putOptional("department", s.departmentId(), UUID::toString)
                                .putOptional("received", s.receivedOn(), LocalDate::toString)
                                .putOptional("evidence", s.evidenceId(), UUID::toString)
                                .node)
                .filter(n -> !n.isEmpty());
    }

    private static ObjectNode taskJson(Task t) {
        return new PlanJsonWriter()
                .putId("id", t.id())
                .putInt("level", t.level())
                .putConstant("kind", t.kind())
                .putText("title", t.title())
                .putConstant("state", t.state())
                .putOptional("owner", t.ownerDepartment(), UUID::toString)
                .putOptional("due", t.dueDay(), LocalDate::toString)
                .putTexts("indicators", t.indicatorIds(), UUID::toString)
                .putList("entries", t.entries(), PlanJsonWriter::taskEntryJson)
                .putText("note", t.note())
                .node;
    }

    private static ObjectNode taskEntryJson(TaskEntry e) {
        return new PlanJsonWriter()
                .putId("id", e.id())
                .putDay("on", e.day())
                .putText("text", e.noteText())
                .putQuantities(e.quantities())
                .node;
    }

    private PlanJsonWriter putQuantities(List<Quantity> quantities) {
        return putList(
                "quantities",
                quantities,
                q ->
                        new PlanJsonWriter()
                                .putText("name", q.name())
                                .putObject("reading", readingJson(q.reading()))
                                .putText("unit", q.unit())
                                .putOptionalObject(
                                        "before",
                                        q.formerReading().map(PlanJsonWriter::readingJson))
                                .putOptional("period", q.period(), Period::code)
                                .node);
    }

    private static ObjectNode findingJson(Finding f) {
        return new PlanJsonWriter()
                .putId("id", f.id())
                .putText("title", f.title())
                .putText("text", f.description())
                .putQuantities(f.quantities())
                .putTexts("indicators", f.indicatorIds(), UUID::toString)
                .putTexts("tasks", f.taskIds(), UUID::toString)
                .node;
    }

    private static ObjectNode countermeasureJson(Countermeasure c) {
        return new PlanJsonWriter()
                .putId("id", c.id())
                .putText("title", c.title())
                .putText("text", c.description())
                .putQuantities(c.quantities())
                .putOptional("lead", c.leadDepartment(), UUID::toString)
                .putOptional("due", c.dueDay(), LocalDate::toString)
                .putTexts("findings", c.findingIds(), UUID::toString)
                .putTexts("indicators", c.indicatorIds(), UUID::toString)
                .putTexts("tasks", c.taskIds(), UUID::toString)
                .node;
    }

    private static ObjectNode importRecordJson(ImportRecord i) {
        return new PlanJsonWriter()
                .putId("id", i.id())
                .putText("at", i.importedAt().toString())
                .putFlag("takenBack", i.takenBack())
                .putTexts("periods", i.periods(), Period::code)
                .putList(
                        "files",
                        i.files(),
                        f ->
                                new PlanJsonWriter()
                                        .putText("name", f.name())
                                        .putText("sha256", f.sha256())
                                        .node)
                .putList(
                        "lines",
                        i.importedLines(),
                        l ->
                                new PlanJsonWriter()
                                        .putId("line", l.indicatorOrPartId())
                                        .putObject("before", heldJson(l.before()))
                                        .putObject("after", heldJson(l.after()))
                                        .node)
                .node;
    }

    private static ObjectNode heldJson(ImportRecord.LineContents h) {
        return new PlanJsonWriter()
                .putId("id", h.id())
                .putList("milestones", h.milestones(), PlanJsonWriter::milestoneJson)
                .putObservations(h.observations())
                .node;
    }

    private static ObjectNode passageJson(Passage t) {
        return new PlanJsonWriter()
                .putText("key", t.key())
                .putText("language", t.language())
                .putText("text", t.wording())
                .putText("basis", t.programWording())
                .node;
    }

    private static ObjectNode chartJson(SavedChart c) {
        return new PlanJsonWriter()
                .putId("id", c.id())
                .putConstant("kind", c.kind())
                .putText("title", c.title())
                .putTexts("indicators", c.indicatorIds(), UUID::toString)
                .putTexts("periods", c.periods(), Period::code)
                .putConstant("labels", c.labels())
                .putConstant("size", c.size())
                .putConstant("colours", c.colours())
                .node;
    }

    private static ObjectNode evidenceJson(Evidence e) {
        return new PlanJsonWriter()
                .putId("id", e.id())
                .putText("name", e.name())
                .putText("sha256", e.sha256())
                .putDay("received", e.receivedOn())
                .node;
    }

    private PlanJsonWriter putId(String name, UUID id) {
        node.put(name, id.toString());
        return this;
    }

    private PlanJsonWriter putText(String name, String text) {
        if (!text.isEmpty()) node.put(name, text);
        return this;
    }

    private PlanJsonWriter putInt(String name, int number) {
        node.put(name, number);
        return this;
    }

    /** With its scale: it is read back with as many decimals. */
    private PlanJsonWriter putAmount(String name, BigDecimal amount) {
        return putText(name, amount.toString());
    }

    private PlanJsonWriter putDay(String name, LocalDate day) {
        return putText(name, day.toString());
    }

    private PlanJsonWriter putConstant(String name, Enum<?> constant) {
        return putText(name, constant.name());
    }

    private PlanJsonWriter putFlag(String name, boolean flag) {
        if (flag) node.put(name, true);
        return this;
    }

    private <T> PlanJsonWriter putOptional(String name, Optional<T> value, Function<T, String> as) {
        value.ifPresent(v -> node.put(name, as.apply(v)));
        return this;
    }

    private PlanJsonWriter putObject(String name, ObjectNode object) {
        node.set(name, object);
        return this;
    }

    private PlanJsonWriter putOptionalObject(String name, Optional<ObjectNode> object) {
        object.ifPresent(o -> node.set(name, o));
        return this;
    }

    private <T> PlanJsonWriter putTexts(String name, List<T> items, Function<T, String> as) {
        if (items.isEmpty()) return this;
        ArrayNode array = node.putArray(name);
        items.forEach(i -> array.add(as.apply(i)));
        return this;
    }

    private <T> PlanJsonWriter putList(String name, List<T> items, Function<T, ObjectNode> as) {
        if (items.isEmpty()) return this;
        return putObjects(name, items.stream().map(as).toList());
    }

    /** With the objects as a list. */
    PlanJsonWriter putObjects(String name, List<ObjectNode> objects) {
        node.putArray(name).addAll(objects);
        return this;
    }

    ObjectNode toNode() {
        return node;
    }
}
