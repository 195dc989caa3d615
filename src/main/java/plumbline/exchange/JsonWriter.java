package plumbline.exchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import plumbline.plan.Countermeasure;
import plumbline.plan.Course;
import plumbline.plan.Evidence;
import plumbline.plan.Finding;
import plumbline.plan.HandVerdict;
import plumbline.plan.Indicator;
import plumbline.plan.Intake;
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
 * A plan as the JSON of a plan file; {@link JsonReader} is its inverse. What is empty or false is
 * left out.
 */
final class JsonWriter {
    private final ObjectNode node = JsonNodeFactory.instance.objectNode();

    private JsonWriter() {}

    static ObjectNode of(Plan p) {
        return new JsonWriter()
                .id("id", p.id())
                .text("title", p.title())
                .text("organisation", p.organisation())
                .number("firstYear", p.firstYear())
                .number("lastYear", p.lastYear())
                .number("baselineYear", p.baselineYear())
                .optional("midTerm", p.midTerm(), LocalDate::toString)
                .object("rule", rule(p.rule()))
                .object("bindingRule", p.bindingRule().map(JsonWriter::rule))
                .texts("periods", p.periods(), Period::code)
                .list(
                        "departments",
                        p.departments(),
                        d -> new JsonWriter().id("id", d.id()).text("name", d.name()).node)
                .list(
                        "groups",
                        p.groups(),
                        g -> new JsonWriter().id("id", g.id()).text("name", g.name()).node)
                .list("indicators", p.indicators(), JsonWriter::indicator)
                .list("tasks", p.tasks().lines(), JsonWriter::task)
                .list("findings", p.findings(), JsonWriter::finding)
                .list("countermeasures", p.countermeasures(), JsonWriter::countermeasure)
                .list("evidence", p.evidence(), JsonWriter::evidence)
                .list(
                        "aliases",
                        p.aliases(),
                        a ->
                                new JsonWriter()
                                        .text("name", a.name())
                                        .id("indicator", a.indicator())
                                        .node)
                .list("intakes", p.intakes(), JsonWriter::intake)
                .list("passages", p.passages(), JsonWriter::passage)
                .list("charts", p.charts(), JsonWriter::chart)
                .list(
                        "redactions",
                        p.redactions(),
                        r -> new JsonWriter().id("line", r.line()).text("place", r.place()).node)
                .node;
    }

    static ObjectNode of(Snapshot s) {
        return new JsonWriter()
                .id("id", s.id())
                .text("name", s.name())
                .day("evaluated", s.evaluated())
                .text("frozen", s.frozen().toString())
                .text("note", s.note())
                .object("plan", of(s.plan()))
                .node;
    }

    static JsonWriter of(PlanFile.Manifest m) {
        return new JsonWriter()
                .text("format", PlanFile.FORMAT)
                .number("version", m.version())
                .text("program", m.program())
                .id("plan", m.plan())
                .text("title", m.title())
                .day("written", m.written())
                .flag("part", m.part());
    }

    /** One entry of the zip, as the manifest names it. */
    static ObjectNode entry(String name, long bytes, String sha256) {
        JsonWriter entry = new JsonWriter().text("name", name);
        entry.node.put("bytes", bytes);
        return entry.text("sha256", sha256).node;
    }

    private static ObjectNode rule(VerdictRule r) {
        return new JsonWriter()
                .text("name", r.name())
                .constant("basis", r.basis())
                .flag("metIsAhead", r.metIsAhead())
                .flag("preliminary", r.preliminary())
                .list("bands", r.bands(), JsonWriter::band)
                .node;
    }

    private static ObjectNode band(VerdictRule.Band b) {
        return new JsonWriter()
                .constant("verdict", b.verdict())
                .text("label", b.label())
                .object(
                        "from",
                        b.from()
                                .map(
                                        f ->
                                                new JsonWriter()
                                                        .constant("anchor", f.anchor())
                                                        .amount("offset", f.offset())
                                                        .flag("inclusive", f.inclusive())
                                                        .node))
                .node;
    }

    private static ObjectNode indicator(Indicator i) {
        return new JsonWriter()
                .id("id", i.id())
                .id("group", i.group())
                .text("name", i.name())
                .text("unit", i.unit())
                .constant("kind", i.kind())
                .constant("reporting", i.reporting())
                .constant("direction", i.direction())
                .constant("property", i.property())
                .number("decimals", i.decimals())
                .text("definition", i.definition())
                .optional("lead", i.lead(), UUID::toString)
                .texts("supporting", i.supporting(), UUID::toString)
                .object(
                        "ratio",
                        i.ratio()
                                .map(
                                        r ->
                                                new JsonWriter()
                                                        .text("numerator", r.numerator())
                                                        .text("denominator", r.denominator())
                                                        .node))
                .course(i.course())
                .observations(i.observations())
                .constant("rollUp", i.rollUp())
                .list("parts", i.parts(), JsonWriter::part)
                .list("revisions", i.revisions(), JsonWriter::revision)
                .object("handVerdict", i.handVerdict().map(JsonWriter::handVerdict))
                .text("note", i.note())
                .node;
    }

    private static ObjectNode part(Part p) {
        return new JsonWriter()
                .id("id", p.id())
                .text("name", p.name())
                .course(p.course())
                .observations(p.observations())
                .node;
    }

    private JsonWriter course(Course course) {
        return list("course", course.milestones(), JsonWriter::milestone);
    }

    private JsonWriter observations(List<Observation> observations) {
        return list("observations", observations, JsonWriter::observation);
    }

    private static ObjectNode milestone(Milestone m) {
        return new JsonWriter()
                .constant("role", m.role())
                .day("on", m.on())
                .amount("amount", m.amount())
                .constant("relation", m.relation())
                .optional("bound", m.bound(), BigDecimal::toString)
                .flag("striving", m.striving())
                .node;
    }

    private static ObjectNode revision(TargetRevision r) {
        return new JsonWriter()
                .object("before", milestone(r.before()))
                .day("decided", r.decided())
                .text("reason", r.reason())
                .text("decision", r.decision())
                .node;
    }

    private static ObjectNode handVerdict(HandVerdict h) {
        return new JsonWriter()
                .constant("verdict", h.verdict())
                .text("reason", h.reason())
                .day("on", h.on())
                .node;
    }

    private static ObjectNode observation(Observation o) {
        return new JsonWriter()
                .text("period", o.period().code())
                .number("months", o.months())
                .object("reading", reading(o.reading()))
                .constant("status", o.status())
                .object("source", source(o.source()))
                .text("note", o.note())
                .node;
    }

    private static ObjectNode reading(Reading reading) {
        return switch (reading) {
            case Reading.Missing(MissingReason reason, String raw) ->
                    new JsonWriter().constant("missing", reason).text("raw", raw).node;
            case Reading.Value(BigDecimal amount, boolean approximate, String raw) ->
                    new JsonWriter()
                            .amount("amount", amount)
                            .flag("approximate", approximate)
                            .text("raw", raw)
                            .node;
        };
    }

    /** Empty for a figure that was typed. */
    private static Optional<ObjectNode> source(Source s) {
        return Optional.of(
                        new JsonWriter()
                                .text("document", s.document())
                                .text("place", s.place())
                                .optional("department", s.department(), UUID::toString)
                                .optional("received", s.received(), LocalDate::toString)
                                .optional("evidence", s.evidence(), UUID::toString)
                                .node)
                .filter(n -> !n.isEmpty());
    }

    private static ObjectNode task(Task t) {
        return new JsonWriter()
                .id("id", t.id())
                .number("level", t.level())
                .constant("kind", t.kind())
                .text("title", t.title())
                .constant("state", t.state())
                .optional("owner", t.owner(), UUID::toString)
                .optional("due", t.due(), LocalDate::toString)
                .texts("indicators", t.indicators(), UUID::toString)
                .list("entries", t.entries(), JsonWriter::entry)
                .text("note", t.note())
                .node;
    }

    private static ObjectNode entry(TaskEntry e) {
        return new JsonWriter()
                .id("id", e.id())
                .day("on", e.on())
                .text("text", e.text())
                .quantities(e.quantities())
                .node;
    }

    private JsonWriter quantities(List<Quantity> quantities) {
        return list(
                "quantities",
                quantities,
                q ->
                        new JsonWriter()
                                .text("name", q.name())
                                .object("reading", reading(q.reading()))
                                .text("unit", q.unit())
                                .object("before", q.before().map(JsonWriter::reading))
                                .optional("period", q.period(), Period::code)
                                .node);
    }

    private static ObjectNode finding(Finding f) {
        return new JsonWriter()
                .id("id", f.id())
                .text("title", f.title())
                .text("text", f.text())
                .quantities(f.quantities())
                .texts("indicators", f.indicators(), UUID::toString)
                .texts("tasks", f.tasks(), UUID::toString)
                .node;
    }

    private static ObjectNode countermeasure(Countermeasure c) {
        return new JsonWriter()
                .id("id", c.id())
                .text("title", c.title())
                .text("text", c.text())
                .quantities(c.quantities())
                .optional("lead", c.lead(), UUID::toString)
                .optional("due", c.due(), LocalDate::toString)
                .texts("findings", c.findings(), UUID::toString)
                .texts("indicators", c.indicators(), UUID::toString)
                .texts("tasks", c.tasks(), UUID::toString)
                .node;
    }

    private static ObjectNode intake(Intake i) {
        return new JsonWriter()
                .id("id", i.id())
                .text("at", i.at().toString())
                .flag("takenBack", i.takenBack())
                .texts("periods", i.periods(), Period::code)
                .list(
                        "files",
                        i.files(),
                        f ->
                                new JsonWriter()
                                        .text("name", f.name())
                                        .text("sha256", f.sha256())
                                        .node)
                .list(
                        "lines",
                        i.lines(),
                        l ->
                                new JsonWriter()
                                        .id("line", l.line())
                                        .object("before", held(l.before()))
                                        .object("after", held(l.after()))
                                        .node)
                .node;
    }

    private static ObjectNode held(Intake.Held h) {
        return new JsonWriter()
                .id("id", h.id())
                .list("milestones", h.milestones(), JsonWriter::milestone)
                .observations(h.observations())
                .node;
    }

    private static ObjectNode passage(Passage t) {
        return new JsonWriter()
                .text("key", t.key())
                .text("language", t.language())
                .text("text", t.text())
                .text("basis", t.basis())
                .node;
    }

    private static ObjectNode chart(SavedChart c) {
        return new JsonWriter()
                .id("id", c.id())
                .constant("kind", c.kind())
                .text("title", c.title())
                .texts("indicators", c.indicators(), UUID::toString)
                .texts("periods", c.periods(), Period::code)
                .constant("labels", c.labels())
                .constant("size", c.size())
                .constant("colours", c.colours())
                .node;
    }

    private static ObjectNode evidence(Evidence e) {
        return new JsonWriter()
                .id("id", e.id())
                .text("name", e.name())
                .text("sha256", e.sha256())
                .day("received", e.received())
                .node;
    }

    private JsonWriter id(String name, UUID id) {
        node.put(name, id.toString());
        return this;
    }

    private JsonWriter text(String name, String text) {
        if (!text.isEmpty()) node.put(name, text);
        return this;
    }

    private JsonWriter number(String name, int number) {
        node.put(name, number);
        return this;
    }

    /** With its scale: it is read back with as many decimals. */
    private JsonWriter amount(String name, BigDecimal amount) {
        return text(name, amount.toString());
    }

    private JsonWriter day(String name, LocalDate day) {
        return text(name, day.toString());
    }

    private JsonWriter constant(String name, Enum<?> constant) {
        return text(name, constant.name());
    }

    private JsonWriter flag(String name, boolean flag) {
        if (flag) node.put(name, true);
        return this;
    }

    private <T> JsonWriter optional(String name, Optional<T> value, Function<T, String> as) {
        value.ifPresent(v -> node.put(name, as.apply(v)));
        return this;
    }

    private JsonWriter object(String name, ObjectNode object) {
        node.set(name, object);
        return this;
    }

    private JsonWriter object(String name, Optional<ObjectNode> object) {
        object.ifPresent(o -> node.set(name, o));
        return this;
    }

    private <T> JsonWriter texts(String name, List<T> items, Function<T, String> as) {
        if (items.isEmpty()) return this;
        ArrayNode array = node.putArray(name);
        items.forEach(i -> array.add(as.apply(i)));
        return this;
    }

    private <T> JsonWriter list(String name, List<T> items, Function<T, ObjectNode> as) {
        if (items.isEmpty()) return this;
        return all(name, items.stream().map(as).toList());
    }

    /** With the objects as a list. */
    JsonWriter all(String name, List<ObjectNode> objects) {
        node.putArray(name).addAll(objects);
        return this;
    }

    ObjectNode node() {
        return node;
    }
}
