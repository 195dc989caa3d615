package plumbline.report.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.junit.jupiter.api.Test;

import plumbline.assessment.Evaluation;
import plumbline.base.Problem;
import plumbline.chart.make.IndicatorCharts;
import plumbline.exchange.planfile.SamplePlans;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Plan;
import plumbline.plan.Property;
import plumbline.plan.VerdictRule;
import plumbline.words.Messages;
import plumbline.words.RuleNote;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** A plan whose binding indicators are judged by another rule: every paper names both. */
class TwoRulesTest {
    private final Messages words = Messages.forLocale(Messages.CHINESE);

    /** The first indicator is binding and judged by the four classes. */
    private static Evaluation standing() throws Problem {
        Plan plan = SamplePlans.openSample("suizhou", new UUID(0, 1));
        return Evaluation.evaluate(
                plan.withChangedIndicator(
                                plan.indicators().getFirst().id(),
                                i -> i.withChanges(d -> d.property = Property.BINDING))
                        .withChanges(d -> d.bindingRule = Optional.of(VerdictRule.fourClassRule())),
                LocalDate.of(2022, 12, 31));
    }

    private static Evaluation without(Evaluation standing) {
        return Evaluation.evaluate(
                standing.plan().withChanges(d -> d.bindingRule = Optional.empty()),
                standing.evaluationDate());
    }

    @Test
    void theNoteUnderTheTableIsThatOfTheRulesInForce() throws Problem {
        List<String> notes = new TableNotes(words).numberedNotes(standing(), List.of(), true);
        assertEquals("4. " + new RuleNote(words).planNote(standing().plan()), notes.get(3));
        assertTrue(
                notes.get(3).contains("约束性指标按") && notes.get(3).contains("预期性指标按"), notes.get(3));
        assertEquals(
                "4. " + new RuleNote(words).ruleNote(VerdictRule.suizhouRule()),
                new TableNotes(words).numberedNotes(without(standing()), List.of(), true).get(3));
    }

    @Test
    void whatIsMetOrNotIsNotedOnlyWhereItOccurs() throws Problem {
        String note = words.sentence("rule.note.passOrFail");
        assertTrue(notes(standing()).stream().noneMatch(n -> n.endsWith(note)));
        Plan plan = standing().plan();
        Plan mean =
                plan.withChangedIndicator(
                        plan.indicators().get(1).id(),
                        i -> i.withChanges(d -> d.kind = IndicatorKind.MEAN));
        assertEquals(
                1,
                notes(Evaluation.evaluate(mean, standing().evaluationDate())).stream()
                        .filter(n -> n.endsWith(note))
                        .count());
    }

    private List<String> notes(Evaluation standing) {
        return new TableNotes(words).numberedNotes(standing, List.of(), true);
    }

    @Test
    void chartsNameTheRuleThatJudges() throws Problem {
        IndicatorCharts charts = new IndicatorCharts(words);
        Evaluation standing = standing();
        assertTrue(
                charts.trajectoryChart(standing, standing.assessments().get(0))
                        .subtitle()
                        .endsWith("评价规则：四档"));
        assertTrue(
                charts.trajectoryChart(standing, standing.assessments().get(1))
                        .subtitle()
                        .endsWith("评价规则：随州口径"));
        assertEquals(
                List.of("评价规则：约束性指标按四档、预期性指标按随州口径"),
                charts.overviewCharts(standing).stream()
                        .map(c -> c.subtitle().substring(c.subtitle().indexOf("评价规则")))
                        .collect(Collectors.toList()));
    }

    @Test
    void jsonHasBothRulesAndTheirNote() throws Problem, IOException {
        JsonNode both =
                JsonMapper.builder()
                        .build()
                        .readTree(
                                new AssessmentTable(words, standing()).formatAs(TableFormat.JSON));
        assertEquals(
                List.of("suizhou", "four", new RuleNote(words).planNote(standing().plan())),
                List.of(
                        both.get("rule").asText(),
                        both.get("bindingRule").asText(),
                        both.get("ruleNote").asText()));
        assertEquals("提前实现", both.get("assessments").get(0).get("verdict").asText());
        JsonNode one =
                JsonMapper.builder()
                        .build()
                        .readTree(
                                new AssessmentTable(words, without(standing()))
                                        .formatAs(TableFormat.JSON));
        assertTrue(one.get("bindingRule").isNull());
    }
}
