package plumbline.chart.make;

import plumbline.assessment.Evaluation;
import plumbline.plan.Direction;
import plumbline.plan.Indicator;
import plumbline.plan.Plan;
import plumbline.words.Messages;
import plumbline.words.Wording;

import java.util.ArrayList;
import java.util.List;

/**
 * What is written around every chart: unit, cut-off date, rule, source; and the name of its file.
 */
final class ChartCaptions {
    private static final int LONGEST = 40;
    private final Messages words;
    private final Wording wording;

    ChartCaptions(Messages words) {
        this.words = words;
        this.wording = new Wording(words);
    }

    /** Cut-off date and rule of a chart of many indicators. */
    String overallSubtitle(Evaluation standing) {
        return joinSentences(
                List.of(
                        words.sentence("chart.asOf", wording.formatDate(standing.evaluationDate())),
                        words.sentence("chart.rule", wording.planRuleNames(standing.plan()))));
    }

    /** Unit, and which way is better where that is down; cut-off date and rule. */
    String indicatorSubtitle(Evaluation standing, Indicator i) {
        List<String> parts = new ArrayList<>();
        parts.add(
                i.unit().isEmpty()
                        ? words.sentence("chart.noUnit")
                        : words.sentence("chart.unit", i.unit()));
        if (i.direction() == Direction.LOWER) parts.add(words.nameOf(Direction.LOWER));
        parts.add(words.sentence("chart.asOf", wording.formatDate(standing.evaluationDate())));
        parts.add(words.sentence("chart.rule", wording.ruleName(standing.plan().ruleFor(i))));
        return joinSentences(parts);
    }

    /** Of charts that follow no rule. */
    String cutOffDateText(Evaluation standing) {
        return words.sentence("chart.asOf", wording.formatDate(standing.evaluationDate()));
    }

    /** A remark, and after it where the figures come from. */
    String noteWithSource(String remark, Plan plan) {
        return words.sentence("chart.sourced", remark, plan.title());
    }

    String joinSentences(List<String> sentences) {
        return String.join(words.sentence("wording.sentences"), sentences);
    }

    /** The page of several, behind a title. */
    String pageTitle(String title, int page, int pages) {
        return pages == 1 ? title : words.sentence("chart.page", title, page + 1, pages);
    }

    /** A name that every system takes for a file. */
    static String safeFileName(String name) {
        return Wording.fileName(name, LONGEST);
    }

    static String pageFileName(String name, int page, int pages) {
        return safeFileName(name) + (pages == 1 ? "" : "-" + (page + 1));
    }
}
