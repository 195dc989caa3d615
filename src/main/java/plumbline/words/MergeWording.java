package plumbline.words;

import plumbline.plan.Countermeasure;
import plumbline.plan.Course;
import plumbline.plan.Department;
import plumbline.plan.Finding;
import plumbline.plan.HandVerdict;
import plumbline.plan.Indicator;
import plumbline.plan.Milestone;
import plumbline.plan.Part;
import plumbline.plan.RatioOf;
import plumbline.plan.Task;
import plumbline.plan.TaskEntry;
import plumbline.plan.merge.IndicatorField;
import plumbline.plan.merge.MergeChange;
import plumbline.plan.merge.Merging;
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
    private final Messages words;
    private final Wording wording;
    private final Merging merging;

    public MergeWording(Messages words, Merging merging) {
        this.words = words;
        this.wording = new Wording(words);
        this.merging = merging;
    }

    /** The indicator with its part, the task, the problem or the countermeasure. */
    public String where(MergeChange offer) {
        return switch (offer) {
            case MergeChange.NewIndicator(Indicator theirs, _) -> theirs.name();
            case MergeChange.Changed(Indicator mine, _, _, _) -> mine.name();
            case MergeChange.NewPart(Indicator mine, Part theirs) ->
                    words.say("merge.part", mine.name(), theirs.name());
            case MergeChange.PartTargets(Indicator owner, Part mine, _, _) ->
                    words.say("merge.part", owner.name(), mine.name());
            case MergeChange.Figure(Indicator owner, Indicator line, _, _, _) ->
                    owner.id().equals(line.id())
                            ? owner.name()
                            : words.say("merge.part", owner.name(), line.name());
            case MergeChange.NewTask(Task theirs, _) -> theirs.title();
            case MergeChange.ChangedTask(Task mine, _, _, _) -> mine.title();
            case MergeChange.Entry(Task task, _, _) -> task.title();
            case MergeChange.OfFinding(_, var theirs) -> theirs.title();
            case MergeChange.OfCountermeasure(_, var theirs) -> theirs.title();
        };
    }

    /** Which figure, or which field; for what is new as a whole, of what kind it is. */
    public String what(MergeChange offer) {
        return switch (offer) {
            case MergeChange.NewIndicator _ -> words.say("merge.indicator");
            case MergeChange.Changed(_, _, IndicatorField aspect, _) -> words.say(aspect);
            case MergeChange.NewPart _ -> words.say("merge.newPart");
            case MergeChange.PartTargets _ -> words.say(IndicatorField.TARGETS);
            case MergeChange.Figure(_, _, _, var theirs, _) -> wording.period(theirs.period());
            case MergeChange.NewTask _ -> words.say("merge.task");
            case MergeChange.ChangedTask(_, _, TaskField aspect, _) -> words.say(aspect);
            case MergeChange.Entry(_, _, TaskEntry theirs) ->
                    words.say("merge.entry", wording.date(theirs.on()));
            case MergeChange.OfFinding _ -> words.say("merge.finding");
            case MergeChange.OfCountermeasure _ -> words.say("merge.measure");
        };
    }

    /** —— where nothing is. */
    public String now(MergeChange offer) {
        return switch (offer) {
            case MergeChange.NewIndicator _, MergeChange.NewPart _, MergeChange.NewTask _ ->
                    wording.none();
            case MergeChange.Changed(Indicator mine, _, IndicatorField aspect, _) ->
                    said(aspect.of(mine), mine.course());
            case MergeChange.PartTargets(_, Part mine, _, _) -> course(mine.course());
            case MergeChange.Figure(_, Indicator line, var mine, _, _) ->
                    mine.map(o -> wording.observation(o, line)).orElseGet(wording::none);
            case MergeChange.ChangedTask(Task mine, _, TaskField aspect, _) ->
                    said(aspect.of(mine), Course.EMPTY);
            case MergeChange.Entry(_, var mine, _) ->
                    mine.map(this::entry).orElseGet(wording::none);
            case MergeChange.OfFinding(var mine, _) ->
                    mine.map(this::finding).orElseGet(wording::none);
            case MergeChange.OfCountermeasure(var mine, _) ->
                    mine.map(this::measure).orElseGet(wording::none);
        };
    }

    public String next(MergeChange offer) {
        return switch (offer) {
            case MergeChange.NewIndicator(Indicator theirs, _) ->
                    words.say(
                            "merge.indicator.about",
                            theirs.unit(),
                            course(theirs.course()),
                            theirs.observations().size());
            case MergeChange.NewPart(_, Part theirs) ->
                    words.say(
                            "merge.part.about",
                            course(theirs.course()),
                            theirs.observations().size());
            case MergeChange.NewTask(Task theirs, _) -> words.say(theirs.state());
            case MergeChange.Changed(_, Indicator theirs, IndicatorField aspect, _) ->
                    said(aspect.of(theirs), theirs.course());
            case MergeChange.PartTargets(_, _, Part theirs, _) -> course(theirs.course());
            case MergeChange.Figure(_, Indicator line, _, var theirs, _) ->
                    wording.observation(theirs, line);
            case MergeChange.ChangedTask(_, Task theirs, TaskField aspect, _) ->
                    said(aspect.of(theirs), Course.EMPTY);
            case MergeChange.Entry(_, _, TaskEntry theirs) -> entry(theirs);
            case MergeChange.OfFinding(_, var theirs) -> finding(theirs);
            case MergeChange.OfCountermeasure(_, var theirs) -> measure(theirs);
        };
    }

    private String entry(TaskEntry entry) {
        if (!entry.text().isBlank()) return entry.text();
        return entry.quantities().stream()
                .map(
                        q ->
                                q.name()
                                        + " "
                                        + q.reading()
                                                .value()
                                                .map(Wording::number)
                                                .orElseGet(wording::none)
                                        + q.unit())
                .collect(Collectors.joining(", "));
    }

    /** With what it is linked to, which may be all that differs. */
    private String finding(Finding f) {
        return words.say(
                "merge.linked",
                f.indicators().size(),
                f.tasks().size(),
                f.quantities().size(),
                text(f.text()));
    }

    private String measure(Countermeasure c) {
        return words.say(
                "merge.linked",
                c.indicators().size(),
                c.tasks().size(),
                c.quantities().size(),
                text(c.text()));
    }

    private String text(String text) {
        return text.isBlank() ? wording.none() : text;
    }

    /**
     * @param course says what is not told by the value itself: the targets
     */
    private String said(Object value, Course course) {
        return switch (value) {
            case Optional<?> maybe -> maybe.map(v -> said(v, course)).orElseGet(wording::none);
            case List<?> list ->
                    list.isEmpty()
                            ? wording.none()
                            : list.stream()
                                    .map(v -> said(v, course))
                                    .collect(Collectors.joining(words.say("wording.list")));
            case UUID id ->
                    merging.mine()
                            .department(id)
                            .or(() -> merging.theirs().department(id))
                            .map(Department::name)
                            .orElseGet(wording::none);
            case Enum<?> constant -> words.say(constant);
            case LocalDate day -> wording.date(day);
            case RatioOf(String numerator, String denominator) -> numerator + " / " + denominator;
            case HandVerdict hand -> words.say(hand.verdict()) + " " + hand.reason();
            case String text -> text(text);
            case Integer number -> "" + number;
            default -> course(course);
        };
    }

    private String course(Course course) {
        if (course.milestones().isEmpty()) return wording.none();
        return course.milestones().stream()
                .map(m -> words.say("merge.milestone", m.on().getYear(), milestone(m)))
                .collect(Collectors.joining(words.say("wording.list")));
    }

    private String milestone(Milestone m) {
        BigDecimal amount = m.amount();
        return m.role() == Milestone.Role.BASELINE ? Wording.number(amount) : wording.target(m);
    }
}
