package plumbline.exchange.planfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import plumbline.base.Problem;
import plumbline.plan.Course;
import plumbline.plan.Department;
import plumbline.plan.Indicator;
import plumbline.plan.Milestone;
import plumbline.plan.Milestone.Role;
import plumbline.plan.MissingReason;
import plumbline.plan.Observation;
import plumbline.plan.Part;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Quantity;
import plumbline.plan.RatioTerms;
import plumbline.plan.Reading;
import plumbline.plan.Relation;
import plumbline.plan.Reporting;
import plumbline.plan.RollUp;
import plumbline.plan.Source;
import plumbline.plan.Status;
import plumbline.plan.VerdictRule;
import plumbline.words.RulePresets;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

class SampleReaderTest {
    private static final LocalDate END = LocalDate.of(2025, 12, 31);

    @Test
    void aCourseHasMidTermAndYearlyTargets() throws Problem {
        Course course =
                only("'baseline': '10', 'yearly': {'2021': '15', '2022': '>20'}, 'midTerm': '≥60', 'target': '100'")
                        .course();
        assertEquals(
                Course.of(
                        at(Role.BASELINE, "2020-12-31", "10", Relation.EQUAL),
                        at(Role.YEARLY, "2021-12-31", "15", Relation.AT_LEAST),
                        at(Role.YEARLY, "2022-12-31", "20", Relation.ABOVE),
                        at(Role.MID_TERM, "2023-06-30", "60", Relation.AT_LEAST),
                        at(Role.FINAL, "2025-12-31", "100", Relation.AT_LEAST)),
                course);
    }

    @Test
    void aMilestoneMayHaveItsOwnDay() throws Problem {
        Course course =
                only("'baseline': {'on': '2018-12-31', 'amount': '9'}, 'midTerm': {'on': '2022-12-31', 'amount': '8'}, "
                                + "'target': {'on': '2023-10-31', 'amount': '<5'}, 'direction': 'LOWER'")
                        .course();
        assertEquals(
                Course.of(
                        at(Role.BASELINE, "2018-12-31", "9", Relation.EQUAL),
                        at(Role.MID_TERM, "2022-12-31", "8", Relation.AT_MOST),
                        at(Role.FINAL, "2023-10-31", "5", Relation.BELOW)),
                course);
    }

    @Test
    void aTargetMayBeStrivenFor() throws Problem {
        Milestone target =
                only("'target': '30', 'striving': true").course().finalTarget().orElseThrow();
        assertEquals(
                new Milestone(
                        Role.FINAL,
                        END,
                        new BigDecimal("30"),
                        Relation.AT_LEAST,
                        Optional.empty(),
                        true),
                target);
    }

    @Test
    void anIndicatorHasReportingRatioAndDepartments() throws Problem {
        Plan plan =
                plan(
                        "'reporting': 'PER_PERIOD', 'numerator': '合格', 'denominator': '抽检', 'lead': '食品科', 'supporting': ['药品科', '食品科']");
        Indicator indicator = plan.indicators().getFirst();
        assertEquals(
                List.of("食品科", "药品科"), plan.departments().stream().map(Department::name).toList());
        assertEquals(Reporting.PER_PERIOD, indicator.reporting());
        assertEquals(Optional.of(new RatioTerms("合格", "抽检")), indicator.ratio());
        assertEquals(
                plan.findDepartmentByName("食品科").map(Department::id), indicator.leadDepartment());
        assertEquals(
                plan.departments().reversed().stream().map(Department::id).toList(),
                indicator.supportingDepartments());
    }

    @Test
    void partsHaveTheirOwnCourseAndFigures() throws Problem {
        Indicator indicator =
                only(
                        "'rollUp': 'SUM', 'parts': [{'name': '曾都区', 'baseline': '1', 'target': '4', 'values': {'2021': '2'}, "
                                + "'notes': {'2021': '口头'}}]");
        assertEquals(RollUp.SUM, indicator.rollUp());
        Part part = indicator.parts().getFirst();
        assertEquals("曾都区", part.name());
        assertEquals(
                Course.of(
                        at(Role.BASELINE, "2020-12-31", "1", Relation.EQUAL),
                        at(Role.FINAL, "2025-12-31", "4", Relation.AT_LEAST)),
                part.course());
        Source source = Source.inDocument("报告", "附表 2021");
        assertEquals(
                List.of(
                        new Observation(
                                Period.ofYear(2021),
                                12,
                                Reading.ofAmount("2"),
                                Status.ACTUAL,
                                source,
                                "口头")),
                part.observations());
    }

    @Test
    void aFigureMayCoverFewerMonthsAndStandElsewhere() throws Problem {
        List<Observation> figures =
                only("'values': {'2022': '7', '2023H1': '9'}, 'months': {'2023H1': 5}, 'placeOf': {'2022': '第3段'}")
                        .observations();
        assertEquals(List.of(12, 5), figures.stream().map(Observation::monthsCovered).toList());
        assertEquals(
                List.of("第3段", "附表 2023H1"),
                figures.stream().map(o -> o.source().place()).toList());
    }

    @Test
    void theWholeSampleMayHavePartYears() throws Problem {
        Indicator indicator =
                read("'months': {'2023': 6}, 'groups': [{'name': '甲', 'indicators': [{'id': 'i', 'name': '乙', 'values': {'2023': '1'}}]}]")
                        .indicators()
                        .getFirst();
        assertEquals(
                LocalDate.of(2023, 6, 30), indicator.observations().getFirst().lastCoveredDay());
    }

    @Test
    void whatIsMissingHasItsReason() throws Problem {
        List<Observation> figures =
                only("'values': {'2021': 'XX', '2022': '未开展', '2023': '未调查', '2024': '——', '2025': '预计 无法预期'}")
                        .observations();
        assertEquals(
                List.of(
                        MissingReason.REDACTED,
                        MissingReason.NOT_CARRIED_OUT,
                        MissingReason.NOT_CARRIED_OUT,
                        MissingReason.NOT_REPORTED,
                        MissingReason.UNPREDICTABLE),
                figures.stream().map(o -> ((Reading.Missing) o.reading()).reason()).toList());
        assertTrue(figures.getLast().isForecast());
    }

    @Test
    void tasksAndCountermeasuresHaveOwnersAndDays() throws Problem {
        Plan plan =
                read(
                        "'tasks': [{'id': 't', 'title': '甲', 'owner': '食品科', 'due': '2023-12-31', 'entries': [{'on': '2023-06-30', "
                                + "'quantities': [{'name': '天数', 'before': '45', 'value': '20', 'unit': '天', 'period': '2023-01..2023-05'}]}]}], "
                                + "'countermeasures': [{'id': 'c', 'title': '乙', 'lead': '食品科', 'due': '2023-12-31'}]");
        UUID food = plan.findDepartmentByName("食品科").orElseThrow().id();
        assertEquals(
                Optional.of(food), plan.taskTree().tasksInOrder().getFirst().ownerDepartment());
        assertEquals(
                Optional.of(LocalDate.of(2023, 12, 31)),
                plan.taskTree().tasksInOrder().getFirst().dueDay());
        assertEquals(
                List.of(
                        new Quantity(
                                "天数",
                                Reading.ofAmount("20"),
                                "天",
                                Optional.of(Reading.ofAmount("45")),
                                Optional.of(Period.parse("2023-01..2023-05")))),
                plan.taskTree().tasksInOrder().getFirst().entries().getFirst().quantities());
        assertEquals(Optional.of(food), plan.countermeasures().getFirst().leadDepartment());
        assertEquals(
                Optional.of(LocalDate.of(2023, 12, 31)),
                plan.countermeasures().getFirst().dueDay());
    }

    @Test
    void quantitiesTakeThePeriodOfTheirOwnerUnlessTheySayTheirs() throws Problem {
        Plan plan =
                read(
                        "'findings': [{'id': 'f', 'title': '甲', 'period': '2023H1', 'quantities': [{'name': '一', 'value': '1'}, "
                                + "{'name': '二', 'value': '2', 'period': '2022'}]}]");
        assertEquals(
                List.of(Optional.of(Period.ofHalfYear(2023, 1)), Optional.of(Period.ofYear(2022))),
                plan.findings().getFirst().quantities().stream().map(Quantity::period).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"time", "suizhou", "four", "rag", "growth"})
    void aSampleMayBeJudgedByEveryPreset(String preset) throws Problem {
        VerdictRule rule = RulePresets.findPreset(preset).orElseThrow();
        assertEquals(rule, read("'rule': '" + preset + "'").rule());
        assertEquals(
                Optional.of(rule),
                read("'rule': 'time', 'bindingRule': '" + preset + "'").bindingRule());
    }

    @Test
    void aRuleThatIsNoPresetIsAMistake() {
        assertThrows(IllegalArgumentException.class, () -> read("'rule': '随州'"));
    }

    @Test
    void aRedactedTargetIsRefused() {
        assertThrows(Problem.class, () -> only("'target': 'XX'"));
    }

    private static Indicator only(String fields) throws Problem {
        return plan(fields).indicators().getFirst();
    }

    private static Plan plan(String fields) throws Problem {
        return read(
                "'groups': [{'name': '甲', 'indicators': [{'id': 'i', 'name': '乙', 'unit': '件', 'place': '附表', "
                        + fields
                        + "}]}]");
    }

    private static Plan read(String fields) throws Problem {
        String json =
                "{'title': '规划', 'document': '报告', 'years': [2021, 2025], 'baseline': 2020, "
                        + fields
                        + "}";
        try {
            return new SampleReader(
                            JsonMapper.builder().build().readTree(json.replace('\'', '"')),
                            new UUID(0, 1))
                    .readPlan();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Milestone at(Role role, String on, String amount, Relation relation) {
        return new Milestone(
                role,
                LocalDate.parse(on),
                new BigDecimal(amount),
                relation,
                Optional.empty(),
                false);
    }
}
