package plumbline.words;

import plumbline.plan.Countermeasure;
import plumbline.plan.Course;
import plumbline.plan.Department;
import plumbline.plan.Finding;
import plumbline.plan.HandVerdict;
import plumbline.plan.Indicator;
import plumbline.plan.Milestone;
import plumbline.plan.Part;
import plumbline.plan.RatioTerms;
import plumbline.plan.Task;
import plumbline.plan.TaskEntry;
import plumbline.plan.merge.IndicatorField;
import plumbline.plan.merge.MergeChange;
import plumbline.plan.merge.PlanMerge;
import plumbline.plan.merge.TaskField;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Says what another plan offers: where, what, what stands there now, and what would stand there.
 */
public final class MergeWording {
    private final Messages messages;
    private final Wording wording;
    private final PlanMerge merging;

    public MergeWording(Messages words, PlanMerge merging) {
        this.messages = words;
        this.wording = new Wording(words);
        this.merging = merging;
    }

    /** The indicator with its part, the task, the problem or the countermeasure. */
    public String placeText(MergeChange offer) {
        return switch (offer) {
            case MergeChange.NewIndicator(Indicator theirs, _) -> theirs.name();
            case MergeChange.ChangedIndicator(Indicator mine, _, _, _) -> mine.name();
            case MergeChange.NewPart(Indicator mine, Part theirs) ->
                    messages.sentence("merge.part", mine.name(), theirs.name());
            case MergeChange.ChangedPartTargets(Indicator owner, Part mine, _, _) ->
                    messages.sentence("merge.part", owner.name(), mine.name());
            case MergeChange.OfferedFigure(Indicator owner, Indicator line, _, _, _) ->
                    owner.id().equals(line.id())
                            ? owner.name()
                            : messages.sentence("merge.part", owner.name(), line.name());
            case MergeChange.NewTask(Task theirs, _) -> theirs.title();
            case MergeChange.ChangedTask(Task mine, _, _, _) -> mine.title();
            case MergeChange.OfferedTaskEntry(Task task, _, _) -> task.title();
            case MergeChange.OfferedFinding(_, var theirs) -> theirs.title();
            case MergeChange.OfferedCountermeasure(_, var theirs) -> theirs.title();
        };
    }

    /** Which figure, or which field; for what is new as a whole, of what kind it is. */
    public String fieldText(MergeChange offer) {
        return switch (offer) {
            case MergeChange.NewIndicator _ -> messages.sentence("merge.indicator");
            case MergeChange.ChangedIndicator(_, _, IndicatorField aspect, _) ->
                    messages.nameOf(aspect);
            case MergeChange.NewPart _ -> messages.sentence("merge.newPart");
            case MergeChange.ChangedPartTargets _ -> messages.nameOf(IndicatorField.TARGETS);
            case MergeChange.OfferedFigure(_, _, _, var theirs, _) ->
                    wording.formatPeriod(theirs.period());
            case MergeChange.NewTask _ -> messages.sentence("merge.task");
            case MergeChange.ChangedTask(_, _, TaskField aspect, _) -> messages.nameOf(aspect);
            case MergeChange.OfferedTaskEntry(_, _, TaskEntry theirs) ->
                    messages.sentence("merge.entry", wording.formatDate(theirs.day()));
            case MergeChange.OfferedFinding _ -> messages.sentence("merge.finding");
            case MergeChange.OfferedCountermeasure _ -> messages.sentence("merge.measure");
        };
    }

    /** —— where nothing is. */
    public String currentText(MergeChange offer) {
        return switch (offer) {
            case MergeChange.NewIndicator _, MergeChange.NewPart _, MergeChange.NewTask _ ->
                    wording.placeholder();
            case MergeChange.ChangedIndicator(Indicator mine, _, IndicatorField aspect, _) ->
                    fieldValueText(aspect.readFrom(mine), mine.course());
            case MergeChange.ChangedPartTargets(_, Part mine, _, _) -> courseText(mine.course());
            case MergeChange.OfferedFigure(_, Indicator line, var mine, _, _) ->
                    mine.map(o -> wording.observationText(o, line)).orElseGet(wording::placeholder);
            case MergeChange.ChangedTask(Task mine, _, TaskField aspect, _) ->
                    fieldValueText(aspect.readFrom(mine), Course.EMPTY);
            case MergeChange.OfferedTaskEntry(_, var mine, _) ->
                    mine.map(this::taskEntryText).orElseGet(wording::placeholder);
            case MergeChange.OfferedFinding(var mine, _) ->
                    mine.map(this::findingText).orElseGet(wording::placeholder);
            case MergeChange.OfferedCountermeasure(var mine, _) ->
                    mine.map(this::countermeasureText).orElseGet(wording::placeholder);
        };
    }

    public String offeredText(MergeChange offer) {
        return switch (offer) {
            case MergeChange.NewIndicator(Indicator theirs, _) ->
                    messages.sentence(
                            "merge.indicator.about",
                            theirs.unit(),
                            courseText(theirs.course()),
                            theirs.observations().size());
            case MergeChange.NewPart(_, Part theirs) ->
                    messages.sentence(
                            "merge.part.about",
                            courseText(theirs.course()),
                            theirs.observations().size());
            case MergeChange.NewTask(Task theirs, _) -> messages.nameOf(theirs.state());
            case MergeChange.ChangedIndicator(_, Indicator theirs, IndicatorField aspect, _) ->
                    fieldValueText(aspect.readFrom(theirs), theirs.course());
            case MergeChange.ChangedPartTargets(_, _, Part theirs, _) ->
                    courseText(theirs.course());
            case MergeChange.OfferedFigure(_, Indicator line, _, var theirs, _) ->
                    wording.observationText(theirs, line);
            case MergeChange.ChangedTask(_, Task theirs, TaskField aspect, _) ->
                    fieldValueText(aspect.readFrom(theirs), Course.EMPTY);
            case MergeChange.OfferedTaskEntry(_, _, TaskEntry theirs) -> taskEntryText(theirs);
            case MergeChange.OfferedFinding(_, var theirs) -> findingText(theirs);
            case MergeChange.OfferedCountermeasure(_, var theirs) -> countermeasureText(theirs);
        };
    }

    private String taskEntryText(TaskEntry entry) {
        if (!entry.noteText().isBlank()) return entry.noteText();
        return entry.quantities().stream()
                .map(
                        q ->
                                q.name()
                                        + " "
                                        + q.reading()
                                                .findAmount()
                                                .map(Wording::formatNumber)
                                                .orElseGet(wording::placeholder)
                                        + q.unit())
                .collect(Collectors.joining(", "));
    }

    /** With what it is linked to, which may be all that differs. */
    private String findingText(Finding f) {
        return messages.sentence(
                "merge.linked",
                f.indicatorIds().size(),
                f.taskIds().size(),
                f.quantities().size(),
                textOrPlaceholder(f.description()));
    }

    private String countermeasureText(Countermeasure c) {
        return messages.sentence(
                "merge.linked",
                c.indicatorIds().size(),
                c.taskIds().size(),
                c.quantities().size(),
                textOrPlaceholder(c.description()));
    }

    private String textOrPlaceholder(String text) {
        return text.isBlank() ? wording.placeholder() : text;
    }

    /**
     * @param course says what is not told by the value itself: the targets
     */
    private String fieldValueText(Object value, Course course) {
        return switch (value) {
            case Optional<?> maybe ->
                    maybe.map(v -> fieldValueText(v, course)).orElseGet(wording::placeholder);
            case List<?> list ->
                    list.isEmpty()
                            ? wording.placeholder()
                            : list.stream()
                                    .map(v -> fieldValueText(v, course))
                                    .collect(Collectors.joining(messages.sentence("wording.list")));
            case UUID id ->
                    merging.mine()
                            .findDepartment(id)
                            .or(() -> merging.theirs().findDepartment(id))
                            .map(Department::name)
                            .orElseGet(wording::placeholder);
            case Enum<?> constant -> messages.nameOf(constant);
            case LocalDate day -> wording.formatDate(day);
            case RatioTerms(String numerator, String denominator) ->
                    numerator + " / " + denominator;
            case HandVerdict hand -> messages.nameOf(hand.verdict()) + " " + hand.reason();
            case String text -> textOrPlaceholder(text);
            case Integer number -> "" + number;
            default -> courseText(course);
        };
    }

    private String courseText(Course course) {
        if (course.milestones().isEmpty()) return wording.placeholder();
        return course.milestones().stream()
                .map(m -> messages.sentence("merge.milestone", m.day().getYear(), milestoneText(m)))
                .collect(Collectors.joining(messages.sentence("wording.list")));
    }

    private String milestoneText(Milestone m) {
        BigDecimal amount = m.amount();
        return m.role() == Milestone.Role.BASELINE
                ? Wording.formatNumber(amount)
                : wording.targetText(m);
    }
}
