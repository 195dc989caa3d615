package plumbline.proofreading;

import plumbline.plan.Period;
import plumbline.plan.Verdict;
import plumbline.plan.VerdictRule;

import java.util.Optional;
import java.util.Set;

/**
 * What the notes under a table lay down.
 *
 * @param judgedPeriod the period whose figures the results are said to be computed from
 * @param classesOfOpenWidth classes whose width is not said: 接近40%
 * @param unreadSentence the sentence that names classes, where no rule could be read from it
 */
public record PrintedNote(
        Optional<Period> judgedPeriod,
        Optional<VerdictRule> rule,
        Set<Verdict> classesOfOpenWidth,
        Optional<String> unreadSentence) {
    public PrintedNote {
        classesOfOpenWidth = Set.copyOf(classesOfOpenWidth);
    }
}
