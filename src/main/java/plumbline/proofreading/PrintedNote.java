package plumbline.proofreading;

import plumbline.plan.Period;
import plumbline.plan.Verdict;
import plumbline.plan.VerdictRule;

import java.util.Optional;
import java.util.Set;

/**
 * What the notes under a table lay down.
 *
 * @param judged the period whose figures the results are said to be computed from
 * @param open classes whose width is not said: 接近40%
 * @param unread the sentence that names classes, where no rule could be read from it
 */
public record PrintedNote(
        Optional<Period> judged,
        Optional<VerdictRule> rule,
        Set<Verdict> open,
        Optional<String> unread) {
    public PrintedNote {
        open = Set.copyOf(open);
    }
}
