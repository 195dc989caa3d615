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
        return IntStream.range(0, tasks.tasksInOrder().size())
                .filter(i -> tasks.tasksInOrder().get(i).level() == 0)
                .boxed()
                .toList();
    }

    private static List<Integer> leafIndexes(TaskTree tasks) {
        return IntStream.range(0, tasks.tasksInOrder().size())
                .filter(tasks::isLeaf)
                .boxed()
                .toList();
    }

    private Optional<String> emptySentence(TaskTree tasks) {
        return tasks.tasksInOrder().isEmpty()
                ? Optional.of(words.sentence("chart.noTasks"))
                : Optional.empty();
    }

    /** Of each field, which is a task of the top level, how many leaves are in each state. */
    List<Chart> fieldCharts(Evaluation standing, int rows) {
        TaskTree tasks = standing.plan().taskTree();
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
                                                    words.nameOf(s),
                                                    inkOfState(s),
                                                    fields.stream()
                                                            .map(f -> stateCount(tasks, f, s))
                                                            .toList()))
                            .filter(s -> s.values().stream().anyMatch(c -> c.amount().isPresent()))
                            .toList();
            charts.add(
                    new Chart.CategoryChart(
                            captions.pageTitle(
                                    words.sentence("chart.tasks.title", standing.plan().title()),
                                    p,
                                    pages.size()),
                            captions.cutOffDateText(standing),
                            captions.noteWithSource(
                                    words.sentence("chart.tasks.note"), standing.plan()),
                            ChartCaptions.pageFileName(
                                    words.sentence("chart.tasks.file"), p, pages.size()),
                            CategoryForm.STACKED_BARS,
                            words.sentence("chart.items"),
                            false,
                            fields.stream()
                                    .map(
                                            f ->
                                                    new ChartCategory(
                                                            tasks.tasksInOrder().get(f).title(),
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
                                                && i < tasks.endOfBranch(field)
                                                && tasks.stateOf(i) == state)
                        .count();
        return n == 0
                ? CategoryValue.NONE
                : new CategoryValue(
                        Optional.of(BigDecimal.valueOf(n)),
                        "" + n,
                        tasks.tasksInOrder().get(field).title()
                                + "\n"
                                + words.nameOf(state)
                                + " "
                                + n);
    }

    /**
     * How many leaves were to be done by a day, and how many were; a leaf counts as done on the day
     * of its last note.
     */
    List<Chart> burnUpCharts(Evaluation standing) {
        TaskTree tasks = standing.plan().taskTree();
        List<Integer> counted =
                leafIndexes(tasks).stream()
                        .filter(i -> tasks.stateOf(i) != TaskState.SUSPENDED)
                        .toList();
        List<LocalDate> due =
                counted.stream().flatMap(i -> dueDay(tasks, i).stream()).sorted().toList();
        List<Integer> done =
                counted.stream().filter(i -> tasks.stateOf(i) == TaskState.DONE).toList();
        List<LocalDate> on =
                done.stream()
                        .flatMap(i -> lastNoteDay(tasks.tasksInOrder().get(i)).stream())
                        .filter(d -> !d.isAfter(standing.evaluationDate()))
                        .sorted()
                        .toList();
        List<Chart.ChartLine> traces = new ArrayList<>();
        traces.add(
                new Chart.ChartLine(
                        words.sentence("chart.burnUp.done"),
                        Ink.ACTUAL,
                        LineStyle.SOLID,
                        stepDots(standing, on, standing.evaluationDate(), done.size()),
                        Optional.empty()));
        if (!due.isEmpty())
            traces.add(
                    new Chart.ChartLine(
                            words.sentence("chart.burnUp.due"),
                            Ink.TARGET,
                            LineStyle.DASHED,
                            stepDots(standing, due, standing.plan().lastDay(), due.size()),
                            Optional.empty()));
        BigDecimal all = BigDecimal.valueOf(counted.size());
        traces.add(
                new Chart.ChartLine(
                        words.sentence("chart.burnUp.all"),
                        Ink.COURSE,
                        LineStyle.THIN,
                        List.of(
                                new ChartDot(standing.plan().dayBeforeStart(), all, "", "", true),
                                new ChartDot(
                                        standing.plan().lastDay(),
                                        all,
                                        "" + counted.size(),
                                        "",
                                        true)),
                        Optional.empty()));
        return List.of(
                new Chart.LineChart(
                        words.sentence("chart.burnUp.title", standing.plan().title()),
                        captions.joinSentences(
                                List.of(
                                        words.sentence("chart.unit", words.sentence("chart.items")),
                                        captions.cutOffDateText(standing))),
                        captions.noteWithSource(
                                words.sentence(
                                        "chart.burnUp.note",
                                        done.size() - on.size(),
                                        counted.size() - due.size()),
                                standing.plan()),
                        ChartCaptions.safeFileName(words.sentence("chart.burnUp.file")),
                        words.sentence("chart.items"),
                        standing.plan().dayBeforeStart(),
                        standing.plan().lastDay(),
                        standing.evaluationDate(),
                        wording.formatDate(standing.evaluationDate()),
                        traces,
                        emptySentence(tasks)));
    }

    /** A step up on each day; what has no day is there at the end. */
    private List<ChartDot> stepDots(
            Evaluation standing, List<LocalDate> days, LocalDate end, int total) {
        List<ChartDot> dots = new ArrayList<>();
        dots.add(new ChartDot(standing.plan().dayBeforeStart(), BigDecimal.ZERO, "", "", true));
        for (int i = 0; i < days.size(); i++) {
            LocalDate day =
                    days.get(i).isBefore(standing.plan().dayBeforeStart())
                            ? standing.plan().dayBeforeStart()
                            : days.get(i);
            dots.add(new ChartDot(day, BigDecimal.valueOf(i), "", "", true));
            boolean last = i == days.size() - 1 || !days.get(i + 1).equals(days.get(i));
            dots.add(
                    new ChartDot(
                            day,
                            BigDecimal.valueOf(i + 1),
                            "",
                            last ? wording.formatDate(days.get(i)) + " " + (i + 1) : "",
                            true));
        }
        dots.add(new ChartDot(end, BigDecimal.valueOf(days.size()), "", "", true));
        dots.add(
                new ChartDot(
                        end,
                        BigDecimal.valueOf(total),
                        "" + total,
                        wording.formatDate(end) + " " + total,
                        true));
        return dots;
    }

    /** A task's own day, or that of what it stands under. */
    private static Optional<LocalDate> dueDay(TaskTree tasks, int index) {
        Task task = tasks.tasksInOrder().get(index);
        return task.dueDay()
                .or(
                        () ->
                                tasks.findParent(index)
                                        .flatMap(
                                                parent ->
                                                        dueDay(tasks, tasks.indexOf(parent.id()))));
    }

    private static Optional<LocalDate> lastNoteDay(Task task) {
        return task.entries().stream().map(TaskEntry::day).max(LocalDate::compareTo);
    }

    /**
     * A bar for each task from its first note, or the plan's beginning, to its due day, or the
     * plan's end.
     */
    List<Chart> ganttCharts(Evaluation standing, int rows) {
        TaskTree tasks = standing.plan().taskTree();
        List<Task> late = tasks.overdueTasks(standing.evaluationDate());
        List<Chart.TaskBar> spans =
                IntStream.range(0, tasks.tasksInOrder().size())
                        .mapToObj(i -> taskBar(standing, i, late))
                        .toList();
        List<List<Chart.TaskBar>> pages = ChartPages.splitEvenly(spans, rows);
        List<LegendEntry> keys =
                List.of(
                        new LegendEntry(words.sentence("chart.gantt.done"), Ink.ACTUAL, false),
                        new LegendEntry(words.sentence("chart.gantt.open"), Ink.GRID, false),
                        new LegendEntry(words.sentence("chart.gantt.due"), Ink.TARGET, false));
        List<Chart> charts = new ArrayList<>();
        for (int p = 0; p < pages.size(); p++)
            charts.add(
                    new Chart.GanttChart(
                            captions.pageTitle(
                                    words.sentence("chart.gantt.title", standing.plan().title()),
                                    p,
                                    pages.size()),
                            captions.cutOffDateText(standing),
                            captions.noteWithSource(
                                    words.sentence("chart.gantt.note"), standing.plan()),
                            ChartCaptions.pageFileName(
                                    words.sentence("chart.gantt.file"), p, pages.size()),
                            standing.plan().dayBeforeStart(),
                            standing.plan().lastDay(),
                            standing.evaluationDate(),
                            wording.formatDate(standing.evaluationDate()),
                            pages.get(p),
                            keys,
                            emptySentence(tasks)));
        return charts;
    }

    private Chart.TaskBar taskBar(Evaluation standing, int index, List<Task> late) {
        TaskTree tasks = standing.plan().taskTree();
        Task task = tasks.tasksInOrder().get(index);
        TaskTree.LeafProgress progress = tasks.leafProgressOf(index);
        BigDecimal done =
                progress.leafCount() == 0
                        ? BigDecimal.ZERO
                        : BigDecimal.valueOf(progress.doneLeaves())
                                .divide(
                                        BigDecimal.valueOf(progress.leafCount()),
                                        MathContext.DECIMAL32);
        String state =
                words.nameOf(tasks.stateOf(index))
                        + (tasks.isLeaf(index)
                                ? ""
                                : " " + progress.doneLeaves() + "/" + progress.leafCount());
        boolean overdue = late.contains(task);
        String word = overdue ? words.sentence("chart.gantt.late") : state;
        LocalDate begun =
                task.entries().stream()
                        .map(TaskEntry::day)
                        .min(LocalDate::compareTo)
                        .filter(d -> d.isAfter(standing.plan().dayBeforeStart()))
                        .filter(d -> task.dueDay().map(d::isBefore).orElse(true))
                        .orElse(standing.plan().dayBeforeStart());
        String hint =
                task.title()
                        + "\n"
                        + state
                        + task.dueDay()
                                .map(
                                        d ->
                                                "\n"
                                                        + words.sentence("chart.gantt.due")
                                                        + " "
                                                        + wording.formatDate(d))
                                .orElse("");
        return new Chart.TaskBar(
                task.title(), task.level(), begun, task.dueDay(), done, overdue, word, hint);
    }
}
