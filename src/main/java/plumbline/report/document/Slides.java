package plumbline.report.document;

import org.apache.poi.xslf.usermodel.XSLFSlide;

import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;
import plumbline.assessment.VerdictTally;
import plumbline.base.Problem;
import plumbline.chart.Chart;
import plumbline.chart.drawing.Palette;
import plumbline.chart.make.ChartGallery;
import plumbline.chart.make.IndicatorCharts;
import plumbline.plan.ChartKind;
import plumbline.plan.Countermeasure;
import plumbline.plan.Finding;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.Milestone;
import plumbline.plan.Observation;
import plumbline.plan.Plan;
import plumbline.plan.Property;
import plumbline.plan.Redaction;
import plumbline.plan.SavedChart;
import plumbline.plan.Task;
import plumbline.plan.TaskTree;
import plumbline.report.table.NativeChart;
import plumbline.report.text.Narrative;
import plumbline.report.text.NumberBindings;
import plumbline.report.text.Outline;
import plumbline.report.text.ReportBlock;
import plumbline.report.text.Section;
import plumbline.words.DecisionWording;
import plumbline.words.ExplanationWording;
import plumbline.words.Messages;
import plumbline.words.Wording;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Slides for the meeting: the same sentences and numbers as the report, with native charts. */
public final class Slides {
    private static final int BARS_ON_A_SLIDE = 10;

    /** Shares of the width: what is judged, its figures, the reason. */
    private static final double[] UNDRAWN = {3.1, 1.6, 0.9, 1.1, 3.5};

    private static final double[] BEHIND = {2.6, 1.1, 1.1, 1.1, 2.4, 2.4};
    private final Messages words;
    private final Evaluation standing;
    private final Plan plan;
    private final Narrative narrative;
    private final Wording wording;
    private final ExplanationWording explanation;
    private final DecisionWording decisions;
    private final SlideFrame frame;
    private final SlideTitles titles;

    private Slides(Messages words, Evaluation standing, SlideFrame frame) {
        this.words = words;
        this.standing = standing;
        this.plan = standing.plan();
        this.narrative = new Narrative(words, standing);
        this.wording = new Wording(words);
        this.explanation = new ExplanationWording(words);
        this.decisions = new DecisionWording(words);
        this.frame = frame;
        this.titles = new SlideTitles(words, standing);
    }

    /**
     * @param template the officer's own, whose slides are left out and whose layouts are used
     * @param chosen the parts wanted
     * @throws Problem if the template cannot be read
     */
    public static void writeSlides(
            Messages words,
            Evaluation standing,
            Optional<Path> template,
            Collection<Section> chosen,
            OutputStream out)
            throws IOException, Problem {
        SlideFrame frame = SlideFrame.openTemplate(template);
        try (var show = frame.slideShow()) {
            new Slides(words, standing, frame).composeSlides(chosen);
            show.write(out);
        }
    }

    private void composeSlides(Collection<Section> chosen) {
        frame.slideShow()
                .getProperties()
                .getCoreProperties()
                .setTitle(narrative.documentTitle(Outline.EVALUATION));
        frame.addOpeningSlide(narrative.titleLines(Outline.EVALUATION), narrative.byline());
        if (chosen.contains(Section.OVERALL) && !standing.assessments().isEmpty())
            addOverallSlides();
        if (chosen.contains(Section.GROUPS))
            plan.groups().stream()
                    .filter(g -> !standing.assessmentsInGroup(g).isEmpty())
                    .forEach(this::addGroupSlides);
        if (chosen.contains(Section.BEHIND)) addBehindSlides();
        if (chosen.contains(Section.TASKS) && !plan.taskTree().tasksInOrder().isEmpty())
            addTaskSlides();
        if (chosen.contains(Section.PROBLEMS)) addProblemSlides();
        if (chosen.contains(Section.NEXT) || chosen.contains(Section.COUNTERMEASURES))
            addTextSlides(Section.NEXT, Outline.SUMMARY);
    }

    private String continuedTitle(String title) {
        return words.sentence("slides.continued", title);
    }

    private void addTable(
            String title,
            String above,
            List<String> heads,
            List<List<String>> rows,
            double... shares) {
        frame.addTableSlides(title, continuedTitle(title), above, heads, rows, shares);
    }

    private void addTextSlides(Section section, Outline outline) {
        List<String> said = paragraphsOf(section, outline);
        if (!said.isEmpty())
            frame.addTextSlides(
                    narrative.sectionHeading(section),
                    continuedTitle(narrative.sectionHeading(section)),
                    said);
    }

    private List<String> paragraphsOf(Section section, Outline outline) {
        return narrative.reportBlocks(outline, List.of(section)).stream()
                .flatMap(
                        b ->
                                b instanceof ReportBlock.ProseBlock p
                                        ? Stream.of(p.text().strip())
                                        : Stream.empty())
                .toList();
    }

    private void addOverallSlides() {
        List<List<String>> rows =
                new ArrayList<>(
                        List.of(tallyRow(words.sentence("overview.all"), standing.tallyAll())));
        for (Property property : Property.values()) {
            if (standing.tallyByProperty(property).totalCount() > 0)
                rows.add(tallyRow(words.nameOf(property), standing.tallyByProperty(property)));
        }
        plan.groups().stream()
                .filter(g -> !standing.assessmentsInGroup(g).isEmpty())
                .forEach(g -> rows.add(tallyRow(g.name(), standing.tallyOfGroup(g))));
        addTable(
                titles.overallTitle(),
                paragraphsOf(Section.OVERALL, Outline.BRIEF).getFirst(),
                List.of(
                        words.sentence("slides.scope"),
                        words.sentence("bound.total"),
                        words.sentence("bound.good"),
                        words.sentence("bound.share"),
                        words.sentence("bound.short"),
                        words.sentence("bound.unjudged")),
                rows,
                3,
                1.2,
                1.2,
                1.2,
                1.2,
                1.2);
        addChartSlides(titles.overallTitle(), ChartKind.TALLY);
    }

    /** Charts of a kind, each on a slide of its own. */
    private void addChartSlides(String title, ChartKind kind) {
        NativeChart drawn = new NativeChart(words, Palette.LIGHT);
        new ChartGallery(words)
                        .createCharts(
                                SavedChart.createForWholePlan(plan.id(), kind),
                                standing,
                                Optional.empty())
                        .stream()
                        .filter(drawn::canDraw)
                        .forEach(
                                chart ->
                                        drawn.addToSlide(
                                                chart,
                                                frame.slideShow(),
                                                frame.addTitledSlide(continuedTitle(title)),
                                                frame.bodyArea()));
    }

    private List<String> tallyRow(String name, VerdictTally tally) {
        int wanting = tally.totalCount() - tally.onCourseCount() - tally.unjudgedCount();
        return List.of(
                name,
                "" + tally.totalCount(),
                "" + tally.onCourseCount(),
                tally.shareOnCourse()
                        .filter(_ -> tally.unjudgedCount() < tally.totalCount())
                        .map(Wording::formatPercent)
                        .orElseGet(wording::placeholder),
                "" + wanting,
                "" + tally.unjudgedCount());
    }

    /**
     * The key sentence above the chart; a group in which nothing moves towards a target has a table
     * in the chart's place.
     */
    private void addGroupSlides(IndicatorGroup group) {
        List<String> key =
                Stream.concat(
                                Stream.of(narrative.groupParagraph(group).text().strip()),
                                narrative.groupDecisions(group).stream())
                        .toList();
        String title = titles.groupTitle(group);
        List<Chart.BulletChart> charts =
                new IndicatorCharts(words).groupOverviewCharts(standing, group, BARS_ON_A_SLIDE);
        for (int i = 0; i < charts.size(); i++) {
            XSLFSlide slide = frame.addTitledSlide(i == 0 ? title : continuedTitle(title));
            Rectangle2D body = frame.bodyArea();
            double above = i == 0 ? frame.addParagraphs(slide, key, body, 18) + 6 : 0;
            new NativeChart(words, Palette.LIGHT)
                    .addToSlide(
                            charts.get(i),
                            frame.slideShow(),
                            slide,
                            new Rectangle2D.Double(
                                    body.getX(),
                                    body.getY() + above,
                                    body.getWidth(),
                                    body.getHeight() - above));
        }
        List<Assessment> undrawn =
                standing.assessmentsInGroup(group).stream()
                        .filter(
                                a ->
                                        charts.stream()
                                                .flatMap(c -> c.rows().stream())
                                                .noneMatch(
                                                        r ->
                                                                r instanceof Chart.ProgressBullet b
                                                                        && b.indicator()
                                                                                .equals(
                                                                                        a.indicator()
                                                                                                .id())))
                        .toList();
        if (!undrawn.isEmpty())
            addTable(
                    charts.isEmpty() ? title : continuedTitle(title),
                    charts.isEmpty() ? String.join("\n", key) : words.sentence("slides.undrawn"),
                    List.of(
                            words.sentence("appendix.name"),
                            words.sentence("slides.latest"),
                            words.sentence("role.FINAL"),
                            words.sentence("appendix.verdict"),
                            words.sentence("assess.reason")),
                    frame.shortenReasons(
                            undrawn.stream().map(this::undrawnRow).toList(), 4, UNDRAWN),
                    UNDRAWN);
    }

    private String latestValueText(Assessment a, Observation reported) {
        boolean made = a.derivation().isPresent() && a.value().isPresent();
        return made
                ? wording.amountInSentence(
                        Wording.formatComputed(a, a.value().get()), a.indicator())
                : wording.observationText(reported, a.indicator());
    }

    /** The computed verdict, and below it the one set by hand. */
    private String verdictText(Assessment a) {
        return a.handVerdict()
                .map(
                        h ->
                                wording.verdictName(a)
                                        + "\n"
                                        + words.sentence(
                                                "narrative.hand",
                                                decisions.verdictLabel(h.verdict(), a),
                                                decisions.handVerdictBasis(h)))
                .orElse(wording.verdictName(a));
    }

    private List<String> undrawnRow(Assessment a) {
        String latest =
                a.latest()
                        .map(
                                o ->
                                        words.sentence(
                                                "slides.latest.one",
                                                latestValueText(a, o),
                                                wording.valuePeriodText(a)))
                        .orElseGet(wording::placeholder);
        return List.of(
                a.number() + ". " + a.indicator().name(),
                latest,
                a.courseInForce()
                        .finalTarget()
                        .map(t -> wording.targetText(t, a.indicator()))
                        .orElse(
                                standing.withholdsMilestone(a.indicator(), Milestone.Role.FINAL)
                                        ? Redaction.REPLACEMENT_TEXT
                                        : wording.placeholder()),
                verdictText(a),
                explanation.groundSentence(a));
    }

    private void addBehindSlides() {
        List<Assessment> lagging = narrative.laggingAssessments();
        if (lagging.isEmpty()) {
            addTextSlides(Section.BEHIND, Outline.SUMMARY);
            return;
        }
        addTable(
                titles.behindTitle(),
                "",
                List.of(
                        words.sentence("appendix.name"),
                        words.sentence("formula.PROGRESS"),
                        words.sentence("formula.TIME_PROGRESS"),
                        words.sentence("appendix.verdict"),
                        words.sentence("slides.reason"),
                        words.sentence("section.COUNTERMEASURES")),
                frame.shortenReasons(lagging.stream().map(this::behindRow).toList(), 4, BEHIND),
                BEHIND);
    }

    private List<String> behindRow(Assessment a) {
        List<Finding> reasons = narrative.findingsAbout(a.indicator());
        List<Countermeasure> answers = narrative.countermeasuresFor(a.indicator(), reasons);
        return List.of(
                a.number() + ". " + a.indicator().name(),
                Narrative.hasProgressOnCourse(a)
                        ? wording.percentText(a.progress())
                        : wording.placeholder(),
                Narrative.hasProgressOnCourse(a)
                        ? wording.percentText(a.timeProgress())
                        : wording.placeholder(),
                verdictText(a),
                reasons.isEmpty()
                        ? words.sentence("slides.open")
                        : explanation.joinNames(reasons.stream().map(Finding::title).toList()),
                answers.isEmpty()
                        ? words.sentence("slides.open")
                        : explanation.joinNames(
                                answers.stream().map(Countermeasure::title).toList()));
    }

    private void addTaskSlides() {
        TaskTree tree = plan.taskTree();
        List<Task> overdue = tree.overdueTasks(standing.evaluationDate());
        List<List<String>> rows =
                narrative.fieldIndexes().stream()
                        .map(
                                i -> {
                                    TaskTree.LeafProgress done = tree.leafProgressOf(i);
                                    long late =
                                            tree
                                                    .tasksInOrder()
                                                    .subList(i, tree.endOfBranch(i))
                                                    .stream()
                                                    .filter(overdue::contains)
                                                    .count();
                                    return List.of(
                                            tree.tasksInOrder().get(i).title(),
                                            "" + done.leafCount(),
                                            "" + done.doneLeaves(),
                                            NumberBindings.formatShare(
                                                            done.doneLeaves(), done.leafCount())
                                                    .orElseGet(wording::placeholder),
                                            "" + late);
                                })
                        .toList();
        addTable(
                narrative.sectionHeading(Section.TASKS),
                paragraphsOf(Section.TASKS, Outline.SUMMARY).getFirst(),
                List.of(
                        words.sentence("slides.field"),
                        words.sentence("bound.leaves"),
                        words.sentence("bound.done"),
                        words.sentence("bound.done.share"),
                        words.sentence("bound.overdue")),
                rows,
                4,
                1,
                1,
                1,
                1);
        addChartSlides(narrative.sectionHeading(Section.TASKS), ChartKind.TASKS);
    }

    /** Problems beside what will be done about them; measures that answer none come last. */
    private void addProblemSlides() {
        List<List<String>> rows = new ArrayList<>();
        for (Finding f : plan.findings())
            rows.add(
                    List.of(
                            f.title() + "\n" + f.description(),
                            countermeasuresText(c -> c.findingIds().contains(f.id()))));
        String others = countermeasuresText(c -> c.findingIds().isEmpty());
        if (plan.countermeasures().stream().anyMatch(c -> c.findingIds().isEmpty()))
            rows.add(List.of(wording.placeholder(), others));
        if (!rows.isEmpty())
            addTable(
                    words.sentence("slides.problems"),
                    "",
                    List.of(
                            words.sentence("section.PROBLEMS"),
                            words.sentence("section.COUNTERMEASURES")),
                    rows,
                    1,
                    1);
    }

    private String countermeasuresText(Predicate<Countermeasure> wanted) {
        List<String> said =
                plan.countermeasures().stream()
                        .filter(wanted)
                        .map(c -> c.title() + narrative.leadAndDueText(c))
                        .toList();
        return said.isEmpty() ? words.sentence("slides.open") : String.join("\n", said);
    }
}
