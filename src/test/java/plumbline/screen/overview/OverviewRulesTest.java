package plumbline.screen.overview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import plumbline.base.Problem;
import plumbline.desk.Workspace;
import plumbline.exchange.planfile.SamplePlans;
import plumbline.plan.Plan;
import plumbline.plan.Property;
import plumbline.plan.VerdictRule;
import plumbline.words.Messages;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The overview names the rules it counts by, and counts by their words. */
class OverviewRulesTest {

    private static OverviewViewModel.OverviewPage page(
            VerdictRule rule, Optional<VerdictRule> binding) throws Problem {
        Workspace desk =
                new Workspace(
                        (_, _, _) -> {},
                        Runnable::run,
                        Runnable::run,
                        p -> {
                            throw new AssertionError(p);
                        });
        Plan plan = SamplePlans.openSample("suizhou", new UUID(0, 1));
        desk.openPlan(
                plan.withChangedIndicator(
                                plan.indicators().getFirst().id(),
                                i -> i.withChanges(d -> d.property = Property.BINDING))
                        .withChanges(
                                d -> {
                                    d.rule = rule;
                                    d.bindingRule = binding;
                                }),
                LocalDate.of(2022, 12, 31));
        return new OverviewViewModel(desk, Messages.forLocale(Messages.CHINESE))
                .pageProperty()
                .get()
                .orElseThrow();
    }

    private static List<String> words(OverviewViewModel.VerdictTallyRow row) {
        return row.counts().stream().map(OverviewViewModel.TallyCount::word).toList();
    }

    @Test
    void bothRulesAreNamed() throws Problem {
        String headline =
                page(VerdictRule.suizhouRule(), Optional.of(VerdictRule.fourClassRule()))
                        .headline();
        assertTrue(headline.endsWith("，约束性指标按四档、预期性指标按随州口径）"), headline);
        assertTrue(page(VerdictRule.suizhouRule(), Optional.empty()).headline().endsWith("，随州口径）"));
    }

    @Test
    void classesAreCalledAsTheRuleCallsThem() throws Problem {
        assertEquals(
                List.of("绿、达标", "红"),
                words(page(VerdictRule.ragRule(), Optional.empty()).tallies().getFirst()));
    }

    @Test
    void classesOfTwoRulesTogetherHaveTheirPlainWords() throws Problem {
        OverviewViewModel.OverviewPage page =
                page(VerdictRule.ragRule(), Optional.of(VerdictRule.fourClassRule()));
        assertEquals(List.of("提前完成", "符合进度、达标", "慢于进度"), words(page.tallies().get(0)));
        assertEquals(List.of("提前实现"), words(page.tallies().get(1)));
        assertEquals(List.of("绿、达标", "红"), words(page.tallies().get(2)));
    }
}
