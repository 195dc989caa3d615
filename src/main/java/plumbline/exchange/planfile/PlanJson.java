package plumbline.exchange.planfile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import plumbline.plan.Countermeasure;
import plumbline.plan.Course;
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
 * A plan as the JSON of a plan file; {@link JsonReader} is its inverse. What is empty or false is
 * left out.
 */
final class PlanJson {
    private final ObjectNode node = JsonNodeFactory.instance.objectNode();

    private PlanJson() {}

    static ObjectNode of(Plan p) {
        return new PlanJson()
                .id("id", p.id())
                .text("title", p.title())
                .text("organisation", p.organisation())
                .number("firstYear", p.firstYear())
                .number("lastYear", p.lastYear())
                .number("baselineYear", p.baselineYear())
                .optional("midTerm", p.midTerm(), LocalDate::toString)
                .object("rule", rule(p.rule()))
                .object("bindingRule", p.bindingRule().map(PlanJson::rule))
                .texts("periods", p.periods(), Period::code)
                .list(
                        "departments",
                        p.departments(),
                        d -> new PlanJson().id("id", d.id()).text("name", d.name()).node)
                .list(
                        "groups",
                        p.groups(),
                        g -> new PlanJson().id("id", g.id()).text("name", g.name()).node)
                .list("indicators", p.indicators(), PlanJson::indicator)
                .list("tasks", p.tasks().lines(), PlanJson::task)
                .list("findings", p.findings(), PlanJson::finding)
                .list("countermeasures", p.countermeasures(), PlanJson::countermeasure)
                .list("evidence", p.evidence(), PlanJson::evidence)
                .list(
                        "aliases",
                        p.aliases(),
                        a ->
                                new PlanJson()
                                        .text("name", a.name())
                                        .id("indicator", a.indicator())
                                        .node)
                .list("intakes", p.intakes(), PlanJson::intake)
                .list("passages", p.passages(), PlanJson::passage)
                .list("charts", p.charts(), PlanJson::chart)
                .list(
                        "redactions",
                        p.redactions(),
                        r -> new PlanJson().id("line", r.line()).text("place", r.place()).node)
                .node;
    }

    static ObjectNode of(Snapshot s) {
        return new PlanJson()
                .id("id", s.id())
                .text("name", s.name())
                .day("evaluated", s.evaluated())
                .text("frozen", s.frozen().toString())
                .text("note", s.note())
                .object("plan", of(s.plan()))
                .node;
    }

    static PlanJson of(PlanFile.Manifest m) {
        return new PlanJson()
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
        PlanJson entry = new PlanJson().text("name", name);
        entry.node.put("bytes", bytes);
        return entry.text("sha256", sha256).node;
    }

    private static ObjectNode rule(VerdictRule r) {
        return new PlanJson()
                .text("name", r.name())
                .constant("basis", r.basis())
                .flag("metIsAhead", r.metIsAhead())
                .flag("preliminary", r.preliminary())
                .list("bands", r.bands(), PlanJson::band)
                .node;
    }

    private static ObjectNode band(VerdictRule.Band b) {
        return new PlanJson()
                .constant("verdict", b.verdict())
                .text("label", b.label())
                .object(
                        "from",
                        b.from()
                                .map(
                                        f ->
                                                new PlanJson()
                                                        .constant("anchor", f.anchor())
                                                        .amount("offset", f.offset())
                                                        .flag("inclusive", f.inclusive())
                                                        .node))
                .node;
    }

    private static ObjectNode indicator(Indicator i) {
        return new PlanJson()
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
                                                new PlanJson()
                                                        .text("numerator", r.numerator())
                                                        .text("denominator", r.denominator())
                                                        .node))
                .course(i.course())
                .observations(i.observations())
                .constant("rollUp", i.rollUp())
                .list("parts", i.parts(), PlanJson::part)
                .list("revisions", i.revisions(), PlanJson::revision)
                .object("handVerdict", i.handVerdict().map(PlanJson::handVerdict))
                .text("note", i.note())
                .node;
    }

    private static ObjectNode part(Part p) {
        return new PlanJson()
                .id("id", p.id())
                .text("name", p.name())
                .course(p.course())
                .observations(p.observations())
                .node;
    }

    private PlanJson course(Course course) {
        return list("course", course.milestones(), PlanJson::milestone);
    }

    private PlanJson observations(List<Observation> observations) {
        return list("observations", observations, PlanJson::observation);
    }

    private static ObjectNode milestone(Milestone m) {
        return new PlanJson()
                .constant("role", m.role())
                .day("on", m.on())
                .amount("amount", m.amount())
                .constant("relation", m.relation())
                .optional("bound", m.bound(), BigDecimal::toString)
                .flag("striving", m.striving())
                .node;
    }

    private static ObjectNode revision(TargetRevision r) {
        return new PlanJson()
                .object("before", milestone(r.before()))
                .day("decided", r.decided())
                .text("reason", r.reason())
                .text("decision", r.decision())
                .node;
    }

    private static ObjectNode handVerdict(HandVerdict h) {
        return new PlanJson()
                .constant("verdict", h.verdict())
                .text("reason", h.reason())
                .day("on", h.on())
                .node;
    }

    private static ObjectNode observation(Observation o) {
        return new PlanJson()
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
                    new PlanJson().constant("missing", reason).text("raw", raw).node;
            case Reading.Value(BigDecimal amount, boolean approximate, String raw) ->
                    new PlanJson()
                            .amount("amount", amount)
                            .flag("approximate", approximate)
                            .text("raw", raw)
                            .node;
        };
    }

    /** Empty for a figure that was typed. */
    private static Optional<ObjectNode> source(Source s) {
        return Optional.of(
                        new PlanJson()
                                .text("document", s.document())
                                .text("place", s.place())
                                .optional("department", s.department(), UUID::toString)
                                .optional("received", s.received(), LocalDate::toString)
                                .optional("evidence", s.evidence(), UUID::toString)
                                .node)
                .filter(n -> !n.isEmpty());
    }

    private static ObjectNode task(Task t) {
        return new PlanJson()
                .id("id", t.id())
                .number("level", t.level())
                .constant("kind", t.kind())
                .text("title", t.title())
                .constant("state", t.state())
                .optional("owner", t.owner(), UUID::toString)
                .optional("due", t.due(), LocalDate::toString)
                .texts("indicators", t.indicators(), UUID::toString)
                .list("entries", t.entries(), PlanJson::entry)
                .text("note", t.note())
                .node;
    }

    private static ObjectNode entry(TaskEntry e) {
        return new PlanJson()
                .id("id", e.id())
                .day("on", e.on())
                .text("text", e.text())
                .quantities(e.quantities())
                .node;
    }

    private PlanJson quantities(List<Quantity> quantities) {
        return list(
                "quantities",
                quantities,
                q ->
                        new PlanJson()
                                .text("name", q.name())
                                .object("reading", reading(q.reading()))
                                .text("unit", q.unit())
                                .object("before", q.before().map(PlanJson::reading))
                                .optional("period", q.period(), Period::code)
                                .node);
    }

    private static ObjectNode finding(Finding f) {
        return new PlanJson()
                .id("id", f.id())
                .text("title", f.title())
                .text("text", f.text())
                .quantities(f.quantities())
                .texts("indicators", f.indicators(), UUID::toString)
                .texts("tasks", f.tasks(), UUID::toString)
                .node;
    }

    private static ObjectNode countermeasure(Countermeasure c) {
        return new PlanJson()
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

    private static ObjectNode intake(ImportRecord i) {
        return new PlanJson()
                .id("id", i.id())
                .text("at", i.at().toString())
                .flag("takenBack", i.takenBack())
                .texts("periods", i.periods(), Period::code)
                .list(
                        "files",
                        i.files(),
                        f -> new PlanJson().text("name", f.name()).text("sha256", f.sha256()).node)
                .list(
                        "lines",
                        i.lines(),
                        l ->
                                new PlanJson()
                                        .id("line", l.line())
                                        .object("before", held(l.before()))
                                        .object("after", held(l.after()))
                                        .node)
                .node;
    }

    private static ObjectNode held(ImportRecord.Held h) {
        return new PlanJson()
                .id("id", h.id())
                .list("milestones", h.milestones(), PlanJson::milestone)
                .observations(h.observations())
                .node;
    }

    private static ObjectNode passage(Passage t) {
        return new PlanJson()
                .text("key", t.key())
                .text("language", t.language())
                .text("text", t.text())
                .text("basis", t.basis())
                .node;
    }

    private static ObjectNode chart(SavedChart c) {
        return new PlanJson()
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
        return new PlanJson()
                .id("id", e.id())
                .text("name", e.name())
                .text("sha256", e.sha256())
                .day("received", e.received())
                .node;
    }

    private PlanJson id(String name, UUID id) {
        node.put(name, id.toString());
        return this;
    }

    private PlanJson text(String name, String text) {
        if (!text.isEmpty()) node.put(name, text);
        return this;
    }

    private PlanJson number(String name, int number) {
        node.put(name, number);
        return this;
    }

    /** With its scale: it is read back with as many decimals. */
    private PlanJson amount(String name, BigDecimal amount) {
        return text(name, amount.toString());
    }

    private PlanJson day(String name, LocalDate day) {
        return text(name, day.toString());
    }

    private PlanJson constant(String name, Enum<?> constant) {
        return text(name, constant.name());
    }

    private PlanJson flag(String name, boolean flag) {
        if (flag) node.put(name, true);
        return this;
    }

    private <T> PlanJson optional(String name, Optional<T> value, Function<T, String> as) {
        value.ifPresent(v -> node.put(name, as.apply(v)));
        return this;
    }

    private PlanJson object(String name, ObjectNode object) {
        node.set(name, object);
        return this;
    }

    private PlanJson object(String name, Optional<ObjectNode> object) {
        object.ifPresent(o -> node.set(name, o));
        return this;
    }

    private <T> PlanJson texts(String name, List<T> items, Function<T, String> as) {
        if (items.isEmpty()) return this;
        ArrayNode array = node.putArray(name);
        items.forEach(i -> array.add(as.apply(i)));
        return this;
    }

    private <T> PlanJson list(String name, List<T> items, Function<T, ObjectNode> as) {
        if (items.isEmpty()) return this;
        return all(name, items.stream().map(as).toList());
    }

    /** With the objects as a list. */
    PlanJson all(String name, List<ObjectNode> objects) {
        node.putArray(name).addAll(objects);
        return this;
    }

    ObjectNode node() {
        return node;
    }
}
