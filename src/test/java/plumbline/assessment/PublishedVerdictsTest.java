package plumbline.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import plumbline.base.Problem;
import plumbline.exchange.planfile.SamplePlans;
import plumbline.plan.Plan;
import plumbline.words.Messages;
import plumbline.words.Wording;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The classes that seeds 000, 003 and 004 print, beside ours; where they differ the resource says
 * why in one line.
 */
class PublishedVerdictsTest {
    private static final Wording CHINESE = new Wording(Messages.forLocale(Messages.CHINESE));

    @ParameterizedTest(name = "{0} {2}")
    @CsvFileSource(resources = "/plumbline/published-verdicts.csv", numLinesToSkip = 1)
    void oursIsThePrintedOneOrSaysWhyNot(
            String sample,
            LocalDate at,
            String indicator,
            String published,
            String ours,
            String why)
            throws Problem {
        Plan plan = SamplePlans.openSample(sample, new UUID(0, 1));
        Assessment a =
                Evaluation.evaluate(plan, at).assessments().stream()
                        .filter(x -> x.indicator().name().equals(indicator))
                        .findFirst()
                        .orElseThrow();
        assertEquals(ours, CHINESE.verdictName(a));
        assertEquals(
                published.equals(ours),
                why == null,
                "a difference has its reason, and only a difference");
    }
}
