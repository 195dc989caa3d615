package plumbline.chart.make;

import plumbline.assessment.Evaluation;
import plumbline.chart.Chart;
import plumbline.chart.Chart.CategorySeries;
import plumbline.chart.Chart.CategoryValue;
import plumbline.chart.Chart.ChartCategory;
import plumbline.chart.Chart.ChartDot;
import plumbline.chart.Chart.LegendEntry;
import plumbline.chart.ChartNumbers.CategoryForm;
import plumbline.chart.ChartNumbers.LineStyle;
import plumbline.chart.drawing.Ink;
import plumbline.plan.Task;
import plumbline.plan.TaskEntry;
import plumbline.plan.TaskState;
import plumbline.plan.TaskTree;
import plumbline.words.Messages;
import plumbline.words.Wording;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Charts of the tasks of a plan. */
final class TaskCharts {
    private final Messages words;
    private final Wording wording;
    private final ChartCaptions captions;

    TaskCharts(Messages words) {
        this.words = words;
        this.wording = new Wording(words);
        this.captions = new ChartCaptions(words);
    }

    private static List<Integer> topLevelIndexes(TaskTree tasks) {
        return IntStream.range(0, tasks.lines().size())
                .filter(i -> tasks.lines().get(i).level() == 0)
                .boxed()
                .toList();
    }

    private static List<Integer> leafIndexes(TaskTree tasks) {
        return IntStream.range(0, tasks.lines().size()).filter(tasks::leaf).boxed().toList();
    }

    private Optional<String> emptySentence(TaskTree tasks) {
        return tasks.lines().isEmpty() ? Optional.of(words.say("chart.noTasks")) : Optional.empty();
    }

    /** Of each field, which is a task of the top level, how many leaves are in each state. */
    List<Chart> fieldCharts(Evaluation standing, int rows) {
        TaskTree tasks = standing.plan().tasks();
        List<List<Integer>> pages = ChartPages.splitEvenly(topLevelIndexes(tasks), rows);
        List<Chart> charts = new ArrayList<>();
        for (int p = 0; p < pages.size(); p++) {
            List<Integer> fields = pages.get(p);
            List<CategorySeries> strips =
                    List.of(
                                    TaskState.DONE,
                                    TaskState.UNDERWAY,
                                    TaskState.NOT_STARTED,
                                    TaskState.SUSPENDED)
                            .stream()
                            .map(
                                    s ->
                                            new CategorySeries(
                                                    words.say(s),
                                                    inkOfState(s),
                                                    fields.stream()
                                                            .map(f -> stateCount(tasks, f, s))
                                                            .toList()))
                            .filter(s -> s.values().stream().anyMatch(c -> c.amount().isPresent()))
                            .toList();
            charts.add(
                    new Chart.CategoryChart(
                            captions.pageTitle(
                                    words.say("chart.tasks.title", standing.plan().title()),
                                    p,
                                    pages.size()),
                            captions.cutOffDateText(standing),
                            captions.noteWithSource(words.say("chart.tasks.note"), standing.plan()),
                            ChartCaptions.pageFileName(
                                    words.say("chart.tasks.file"), p, pages.size()),
                            CategoryForm.STACKED_BARS,
                            words.say("chart.items"),
                            false,
                            fields.stream()
                                    .map(
                                            f ->
                                                    new ChartCategory(
                                                            tasks.lines().get(f).title(),
                                                            Optional.empty()))
                                    .toList(),
                            strips,
                            emptySentence(tasks)));
        }
        return charts;
    }

    private static Ink inkOfState(TaskState state) {
        return switch (state) {
            case DONE -> Ink.AHEAD;
            case UNDERWAY -> Ink.ON_COURSE;
            case NOT_STARTED -> Ink.UNJUDGED;
            case SUSPENDED -> Ink.NEARLY;
        };
    }

    private CategoryValue stateCount(TaskTree tasks, int field, TaskState state) {
        long n =
                leafIndexes(tasks).stream()
                        .filter(
                                i ->
                                        i >= field
                                                && i < tasks.endOf(field)
                                                && tasks.state(i) == state)
                        .count();
        return n == 0
                ? CategoryValue.NONE
                : new CategoryValue(
                        Optional.of(BigDecimal.valueOf(n)),
                        "" + n,
                        tasks.lines().get(field).title() + "\n" + words.say(state) + " " + n);
    }

    /**
     * How many leaves were to be done by a day, and how many were; a leaf counts as done on the day
     * of its last note.
     */
    List<Chart> burnUpCharts(Evaluation standing) {
        TaskTree tasks = standing.plan().tasks();
        List<Integer> counted =
                leafIndexes(tasks).stream()
                        .filter(i -> tasks.state(i) != TaskState.SUSPENDED)
                        .toList();
        List<LocalDate> due =
                counted.stream().flatMap(i -> dueDay(tasks, i).stream()).sorted().toList();
        List<Integer> done =
                counted.stream().filter(i -> tasks.state(i) == TaskState.DONE).toList();
        List<LocalDate> on =
                done.stream()
                        .flatMap(i -> lastNoteDay(tasks.lines().get(i)).stream())
                        .filter(d -> !d.isAfter(standing.at()))
                        .sorted()
                        .toList();
        List<Chart.ChartLine> traces = new ArrayList<>();
        traces.add(
                new Chart.ChartLine(
                        words.say("chart.burnUp.done"),
                        Ink.ACTUAL,
                        LineStyle.SOLID,
                        stepDots(standing, on, standing.at(), done.size()),
                        Optional.empty()));
        if (!due.isEmpty())
            traces.add(
                    new Chart.ChartLine(
                            words.say("chart.burnUp.due"),
                            Ink.TARGET,
                            LineStyle.DASHED,
                            stepDots(standing, due, standing.plan().ends(), due.size()),
                            Optional.empty()));
        BigDecimal all = BigDecimal.valueOf(counted.size());
        traces.add(
                new Chart.ChartLine(
                        words.say("chart.burnUp.all"),
                        Ink.COURSE,
                        LineStyle.THIN,
                        List.of(
                                new ChartDot(standing.plan().begins(), all, "", "", true),
                                new ChartDot(
                                        standing.plan().ends(),
                                        all,
                                        "" + counted.size(),
                                        "",
                                        true)),
                        Optional.empty()));
        return List.of(
                new Chart.LineChart(
                        words.say("chart.burnUp.title", standing.plan().title()),
                        captions.joinSentences(
                                List.of(
                                        words.say("chart.unit", words.say("chart.items")),
                                        captions.cutOffDateText(standing))),
                        captions.noteWithSource(
                                words.say(
                                        "chart.burnUp.note",
                                        done.size() - on.size(),
                                        counted.size() - due.size()),
                                standing.plan()),
                        ChartCaptions.safeFileName(words.say("chart.burnUp.file")),
                        words.say("chart.items"),
                        standing.plan().begins(),
                        standing.plan().ends(),
                        standing.at(),
                        wording.date(standing.at()),
                        traces,
                        emptySentence(tasks)));
    }

    /** A step up on each day; what has no day is there at the end. */
    private List<ChartDot> stepDots(
            Evaluation standing, List<LocalDate> days, LocalDate end, int total) {
        List<ChartDot> dots = new ArrayList<>();
        dots.add(new ChartDot(standing.plan().begins(), BigDecimal.ZERO, "", "", true));
        for (int i = 0; i < days.size(); i++) {
            LocalDate day =
                    days.get(i).isBefore(standing.plan().begins())
                            ? standing.plan().begins()
                            : days.get(i);
            dots.add(new ChartDot(day, BigDecimal.valueOf(i), "", "", true));
            boolean last = i == days.size() - 1 || !days.get(i + 1).equals(days.get(i));
            dots.add(
                    new ChartDot(
                            day,
                            BigDecimal.valueOf(i + 1),
                            "",
                            last ? wording.date(days.get(i)) + " " + (i + 1) : "",
                            true));
        }
        dots.add(new ChartDot(end, BigDecimal.valueOf(days.size()), "", "", true));
        dots.add(
                new ChartDot(
                        end,
                        BigDecimal.valueOf(total),
                        "" + total,
                        wording.date(end) + " " + total,
                        true));
        return dots;
    }

    /** A task's own day, or that of what it stands under. */
    private static Optional<LocalDate> dueDay(TaskTree tasks, int index) {
        Task task = tasks.lines().get(index);
        return task.due()
                .or(
                        () ->
                                tasks.parentOf(index)
                                        .flatMap(
                                                parent ->
                                                        dueDay(tasks, tasks.indexOf(parent.id()))));
    }

    private static Optional<LocalDate> lastNoteDay(Task task) {
        return task.entries().stream().map(TaskEntry::on).max(LocalDate::compareTo);
    }

    /**
     * A bar for each task from its first note, or the plan's beginning, to its due day, or the
     * plan's end.
     */
    List<Chart> ganttCharts(Evaluation standing, int rows) {
        TaskTree tasks = standing.plan().tasks();
        List<Task> late = tasks.overdue(standing.at());
        List<Chart.TaskBar> spans =
                IntStream.range(0, tasks.lines().size())
                        .mapToObj(i -> taskBar(standing, i, late))
                        .toList();
        List<List<Chart.TaskBar>> pages = ChartPages.splitEvenly(spans, rows);
        List<LegendEntry> keys =
                List.of(
                        new LegendEntry(words.say("chart.gantt.done"), Ink.ACTUAL, false),
                        new LegendEntry(words.say("chart.gantt.open"), Ink.GRID, false),
                        new LegendEntry(words.say("chart.gantt.due"), Ink.TARGET, false));
        List<Chart> charts = new ArrayList<>();
        for (int p = 0; p < pages.size(); p++)
            charts.add(
                    new Chart.GanttChart(
                            captions.pageTitle(
                                    words.say("chart.gantt.title", standing.plan().title()),
                                    p,
                                    pages.size()),
                            captions.cutOffDateText(standing),
                            captions.noteWithSource(words.say("chart.gantt.note"), standing.plan()),
                            ChartCaptions.pageFileName(
                                    words.say("chart.gantt.file"), p, pages.size()),
                            standing.plan().begins(),
                            standing.plan().ends(),
                            standing.at(),
                            wording.date(standing.at()),
                            pages.get(p),
                            keys,
                            emptySentence(tasks)));
        return charts;
    }

    private Chart.TaskBar taskBar(Evaluation standing, int index, List<Task> late) {
        TaskTree tasks = standing.plan().tasks();
        Task task = tasks.lines().get(index);
        TaskTree.Done progress = tasks.progress(index);
        BigDecimal done =
                progress.leaves() == 0
                        ? BigDecimal.ZERO
                        : BigDecimal.valueOf(progress.done())
                                .divide(
                                        BigDecimal.valueOf(progress.leaves()),
                                        MathContext.DECIMAL32);
        String state =
                words.say(tasks.state(index))
                        + (tasks.leaf(index)
                                ? ""
                                : " " + progress.done() + "/" + progress.leaves());
        boolean overdue = late.contains(task);
        String word = overdue ? words.say("chart.gantt.late") : state;
        LocalDate begun =
                task.entries().stream()
                        .map(TaskEntry::on)
                        .min(LocalDate::compareTo)
                        .filter(d -> d.isAfter(standing.plan().begins()))
                        .filter(d -> task.due().map(d::isBefore).orElse(true))
                        .orElse(standing.plan().begins());
        String hint =
                task.title()
                        + "\n"
                        + state
                        + task.due()
                                .map(
                                        d ->
                                                "\n"
                                                        + words.say("chart.gantt.due")
                                                        + " "
                                                        + wording.date(d))
                                .orElse("");
        return new Chart.TaskBar(
                task.title(), task.level(), begun, task.due(), done, overdue, word, hint);
    }
}
