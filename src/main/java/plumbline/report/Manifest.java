package plumbline.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import plumbline.assessment.Evaluation;
import plumbline.assessment.VerdictTally;
import plumbline.base.Sha256;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.Property;
import plumbline.plan.Verdict;
import plumbline.plan.VerdictRule;
import plumbline.report.text.Narrative;
import plumbline.report.text.Outline;
import plumbline.report.text.ReportBlock;
import plumbline.words.Messages;
import plumbline.words.RuleNote;
import plumbline.words.Wording;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;

/**
 * What was handed over, for whoever receives it to check: each file with its SHA-256, and the
 * tallies they all must show.
 */
final class Manifest {
    private final Messages words;
    private final Evaluation standing;

    Manifest(Messages words, Evaluation standing) {
        this.words = words;
        this.standing = standing;
    }

    String toJson(List<StagedFolder.StagedFile> files) throws IOException {
        JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        ObjectNode root = mapper.createObjectNode();
        root.put("plan", standing.plan().title())
                .put("organisation", standing.plan().organisation())
                .put("at", standing.evaluationDate().toString())
                .put("rule", standing.plan().rule().name())
                .put(
                        "bindingRule",
                        standing.plan().bindingRule().map(VerdictRule::name).orElse(null))
                .put("ruleNote", new RuleNote(words).planNote(standing.plan()))
                .put("language", words.locale().getLanguage());
        standing.unredactedPlan().ifPresent(all -> root.put("redacted", all.redactions().size()));
        putTallies(root.putObject("tallies"));
        Narrative narrative = new Narrative(words, standing);
        var stale = root.putArray("stale");
        narrative.reportBlocks(Outline.EVALUATION).stream()
                .filter(
                        b ->
                                b instanceof ReportBlock.ProseBlock p
                                        && p.authorship() == ReportBlock.Authorship.STALE)
                .forEach(b -> stale.add(((ReportBlock.ProseBlock) b).key()));
        var list = root.putArray("files");
        for (StagedFolder.StagedFile made : files) {
            byte[] bytes = Files.readAllBytes(made.file());
            list.addObject()
                    .put("name", made.name())
                    .put("bytes", bytes.length)
                    .put("sha256", Sha256.hashBytes(bytes));
        }
        try {
            return mapper.writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void putTallies(ObjectNode tallies) {
        putTally(tallies.putObject("all"), standing.tallyAll());
        for (Property property : Property.values())
            putTally(
                    tallies.putObject(property.name().toLowerCase(Locale.ROOT)),
                    standing.tallyByProperty(property));
        var groups = tallies.putArray("groups");
        for (IndicatorGroup group : standing.plan().groups())
            putTally(groups.addObject().put("name", group.name()), standing.tallyOfGroup(group));
    }

    private static void putTally(ObjectNode node, VerdictTally tally) {
        node.put("total", tally.totalCount())
                .put("onCourse", tally.onCourseCount())
                .put("share", tally.shareOnCourse().map(Wording::formatPercent).orElse(null))
                .put("unjudged", tally.unjudgedCount());
        ObjectNode verdicts = node.putObject("verdicts");
        for (Verdict verdict : Verdict.values())
            verdicts.put(verdict.name().toLowerCase(Locale.ROOT), tally.countOf(verdict));
    }
}
