package plumbline.checks;

import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;
import plumbline.checks.Check.CheckFinding;
import plumbline.plan.Task;
import plumbline.plan.TaskEntry;
import plumbline.plan.Verdict;
import plumbline.plan.VerdictRule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Texts that give an indicator another verdict than the one computed for the day they speak of. A
 * word that is denied, hoped for or demanded (没有提前完成, 力争提前完成) says nothing; in a task's text 提前完成
 * and 达标 count only where the sentence names the indicator.
 */
public final class VerdictWordCheck {

    /** Where a text stands. */
    public enum VerdictTextPlace {
        NOTE,
        FIGURE_NOTE,
        TASK
    }

    /** What a rule calls its verdicts in texts; a name may stand for one verdict only. */
    @FunctionalInterface
    public interface VerdictNames {
        Map<String, Verdict> verdictsByName(VerdictRule rule);
    }

    private static final String MET_WORD = "达标";
    private static final String UNMET_WORD = "未达标";

    /** A name of one letter is no word of a text. */
    private static final int SHORTEST_NAME = 2;

    /**
     * A shorter name is a word of the language too (滞后, 合格): it counts where it ends what is said
     * of progress or of the indicator.
     */
    private static final int UNMISTAKABLE_LENGTH = 4;

    private static final Pattern PROGRESS_BEFORE =
            Pattern.compile("(?:^|[“\"'（(]|进度|进展|评价|结果|指标|为|是|属|仍|较|明显|总体|目前)$");
    private static final int LONGEST_EXCERPT = 100;
    private static final Pattern DENIED_OR_HOPED =
            Pattern.compile(
                    "不到|没有|不是|并非|尚未|未能|不能|若|如果|如|力争|争取|确保|预计|预期|有望|将|拟|计划|要求|目标|应当|需要|避免|防止|改为|[不未非没]$");

    /** 达标率 and 达标创建 are other words. */
    private static final Pattern VERDICT_ENDS =
            Pattern.compile("^(?:$|[了，。；、！,;!\\s”\"）)].*)", Pattern.DOTALL);

    private final Evaluation evaluation;
    private final VerdictNames names;
    private final Map<VerdictRule, Map<String, Verdict>> verdictsByRule = new HashMap<>();
    private final List<CheckFinding> findings = new ArrayList<>();

    VerdictWordCheck(Evaluation standing, VerdictNames names) {
        this.evaluation = standing;
        this.names = names;
    }

    List<CheckFinding> checkTexts() {
        for (Assessment a : evaluation.assessments()) {
            checkText(a, VerdictTextPlace.NOTE, a.indicator().note(), a.indicator().note());
            a.indicator().observations().stream()
                    .filter(o -> !o.isForecast() && !o.note().isEmpty())
                    .forEach(
                            o ->
                                    checkText(
                                            assessmentOnDay(a, o.lastCoveredDay(), o.note()),
                                            VerdictTextPlace.FIGURE_NOTE,
                                            o.note(),
                                            o.note()));
        }
        evaluation.plan().taskTree().tasksInOrder().forEach(this::checkTask);
        return findings;
    }

    private void checkTask(Task task) {
        List<Assessment> linked =
                task.indicatorIds().stream()
                        .flatMap(id -> evaluation.findAssessment(id).stream())
                        .toList();
        for (Assessment a : linked) {
            checkTaskText(a, task, task.note(), linked.size() == 1);
            for (TaskEntry entry : task.entries())
                checkTaskEntry(a, task, entry, linked.size() == 1);
        }
    }

    private void checkTaskEntry(Assessment a, Task task, TaskEntry entry, boolean alone) {
        if (!entry.day().isAfter(evaluation.evaluationDate()))
            checkTaskText(
                    assessmentOnDay(a, entry.day(), entry.noteText()),
                    task,
                    entry.noteText(),
                    alone);
    }

    /**
     * Sentence by sentence; one that names another matter than the indicator is only read for words
     * that can mean nothing else.
     */
    private void checkTaskText(Assessment a, Task task, String text, boolean alone) {
        for (String sentence : text.split("[。；;\\n]")) {
            boolean named = sentence.contains(a.indicator().name());
            boolean said =
                    alone
                            && !sentence.contains(MET_WORD)
                            && verdictsByWord(a).entrySet().stream()
                                    .noneMatch(
                                            w ->
                                                    w.getValue() == Verdict.AHEAD
                                                            && sentence.contains(w.getKey()));
            if (named || said) checkText(a, VerdictTextPlace.TASK, sentence, task.title());
        }
    }

    /** As it stood on another day; computed only where the text has something to say. */
    private Assessment assessmentOnDay(Assessment a, LocalDate day, String text) {
        return namesNoVerdict(a, text)
                ? a
                : new Evaluation(evaluation.plan(), day, evaluation.assessments())
                        .assessInstead(a.indicator());
    }

    private void checkText(Assessment a, VerdictTextPlace place, String text, String where) {
        if (a.verdict().isEmpty() || text.isEmpty() || namesNoVerdict(a, text)) return;
        Set<String> reported = new HashSet<>();
        for (int i = 0; i < text.length(); i++) {
            Optional<String> word = findVerdictWordAt(a, text, i);
            if (word.isEmpty()) continue;
            boolean contrary =
                    isAsserted(a, text, i, word.get()) && !agreesWithComputed(a, word.get());
            if (contrary && reported.add(word.get()))
                findings.add(
                        Check.VERDICT_WORD.findingOnLine(
                                a.indicator().id(),
                                place,
                                excerptAround(where, word.get()),
                                word.get(),
                                a));
            i += word.get().length() - 1;
        }
    }

    /** The whole of a short text, of a long one the words around. */
    private static String excerptAround(String text, String word) {
        if (text.length() <= LONGEST_EXCERPT) return text;
        int from = Math.max(0, text.indexOf(word) - LONGEST_EXCERPT / 2);
        return (from > 0 ? "…" : "")
                + text.substring(from, Math.min(text.length(), from + LONGEST_EXCERPT))
                + "…";
    }

    private boolean namesNoVerdict(Assessment a, String text) {
        return verdictsByWord(a).keySet().stream().noneMatch(text::contains);
    }

    private Optional<String> findVerdictWordAt(Assessment a, String text, int at) {
        return verdictsByWord(a).keySet().stream()
                .filter(w -> text.startsWith(w, at))
                .max((x, y) -> x.length() - y.length());
    }

    /** What the rule calls its verdicts; the pair 达标 and 未达标 stands for met and not met. */
    private Map<String, Verdict> verdictsByWord(Assessment a) {
        return verdictsByRule.computeIfAbsent(
                a.rule(),
                rule -> {
                    Map<String, Verdict> known = new LinkedHashMap<>(names.verdictsByName(rule));
                    known.keySet().removeIf(w -> w.length() < SHORTEST_NAME);
                    known.put(MET_WORD, Verdict.ON_COURSE);
                    known.put(UNMET_WORD, Verdict.BEHIND);
                    return known;
                });
    }

    private static boolean isAsserted(Assessment a, String text, int at, String word) {
        String before = text.substring(clauseStart(text, at), at);
        String after = text.substring(at + word.length());
        boolean mistakable = word.endsWith(MET_WORD) || word.length() < UNMISTAKABLE_LENGTH;
        boolean other =
                mistakable && !VERDICT_ENDS.matcher(after).matches()
                        || word.length() < UNMISTAKABLE_LENGTH
                                && !word.endsWith(MET_WORD)
                                && !speaksOfProgress(a, before);
        return !other && !DENIED_OR_HOPED.matcher(before).find();
    }

    private static boolean speaksOfProgress(Assessment a, String before) {
        return PROGRESS_BEFORE.matcher(before).find() || before.endsWith(a.indicator().name());
    }

    private static int clauseStart(String text, int at) {
        int from = at;
        while (from > 0 && "。；;，,：:！!\n".indexOf(text.charAt(from - 1)) < 0) from--;
        return from;
    }

    private boolean agreesWithComputed(Assessment a, String word) {
        Verdict said = verdictsByWord(a).get(word);
        Verdict computed = a.verdict().orElseThrow();
        boolean passOrFail = a.judgement().isPassOrFail();
        boolean pair = word.endsWith(MET_WORD);
        if (!passOrFail) return pair || said == computed;
        return (said == Verdict.BEHIND) == (computed == Verdict.BEHIND);
    }
}
