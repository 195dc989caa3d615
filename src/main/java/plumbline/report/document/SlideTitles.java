package plumbline.report.document;

import plumbline.assessment.Evaluation;
import plumbline.assessment.VerdictTally;
import plumbline.plan.IndicatorGroup;
import plumbline.words.ExplanationWording;
import plumbline.words.Messages;

import java.util.Comparator;
import java.util.List;

/** Titles that say what the slide shows, so that who reads nothing else knows how things stand. */
final class SlideTitles {
    private static final int MOST_GROUPS_NAMED = 2;
    private final Messages words;
    private final Evaluation standing;

    SlideTitles(Messages words, Evaluation standing) {
        this.words = words;
        this.standing = standing;
    }

    /** {@code 13项指标中9项达到进度，4项滞后，集中在品牌发展类}. */
    String overallTitle() {
        VerdictTally tally = standing.tallyAll();
        String counted = countedTitle("slides.title.overall.", "", tally);
        int behind = behindCount(tally);
        if (behind == 0) return counted;
        List<IndicatorGroup> worst =
                standing.plan().groups().stream()
                        .filter(g -> behindCount(standing.tallyOfGroup(g)) > 0)
                        .sorted(
                                Comparator.comparingInt(
                                        g -> -behindCount(standing.tallyOfGroup(g))))
                        .toList();
        boolean isConcentrated =
                worst.size() <= MOST_GROUPS_NAMED && standing.plan().groups().size() > worst.size();
        return isConcentrated
                ? words.sentence(
                        "slides.title.in",
                        counted,
                        new ExplanationWording(words)
                                .joinNames(worst.stream().map(IndicatorGroup::name).toList()))
                : counted;
    }

    /** {@code 品牌发展类：4项中1项达到进度，3项滞后}. */
    String groupTitle(IndicatorGroup group) {
        return countedTitle("slides.title.group.", group.name(), standing.tallyOfGroup(group));
    }

    String behindTitle() {
        return words.sentence("slides.title.behind", behindCount(standing.tallyAll()));
    }

    private String countedTitle(String keys, String name, VerdictTally tally) {
        int all = tally.totalCount();
        int good = tally.onCourseCount();
        int behind = behindCount(tally);
        int open = tally.unjudgedCount();
        if (open == all) return words.sentence(keys + "unjudged", all, name);
        if (open * 2 > all) return words.sentence(keys + "open", all, name, good, open);
        if (good == all) return words.sentence(keys + "all", all, name);
        return behind == 0
                ? words.sentence(keys + "good", all, name, good)
                : words.sentence(keys + "mixed", all, name, good, behind);
    }

    private static int behindCount(VerdictTally tally) {
        return tally.totalCount() - tally.onCourseCount() - tally.unjudgedCount();
    }
}
