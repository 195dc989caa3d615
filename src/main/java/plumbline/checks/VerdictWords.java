package plumbline.checks;

import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;
import plumbline.checks.Check.Found;
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
public final class VerdictWords {

    /** Where a text stands. */
    public enum Place {
        NOTE,
        FIGURE_NOTE,
        TASK
    }

    /** What a rule calls its verdicts in texts; a name may stand for one verdict only. */
    @FunctionalInterface
    public interface Names {
        Map<String, Verdict> of(VerdictRule rule);
    }

    private static final String MET = "达标";
    private static final String UNMET = "未达标";

    /** A name of one letter is no word of a text. */
    private static final int SHORTEST = 2;

    /**
     * A shorter name is a word of the language too (滞后, 合格): it counts where it ends what is said
     * of progress or of the indicator.
     */
    private static final int UNMISTAKABLE = 4;

    private static final Pattern OF_PROGRESS =
            Pattern.compile("(?:^|[“\"'（(]|进度|进展|评价|结果|指标|为|是|属|仍|较|明显|总体|目前)$");
    private static final int LONGEST = 100;
    private static final Pattern NOT_SAID =
            Pattern.compile(
                    "不到|没有|不是|并非|尚未|未能|不能|若|如果|如|力争|争取|确保|预计|预期|有望|将|拟|计划|要求|目标|应当|需要|避免|防止|改为|[不未非没]$");

    /** 达标率 and 达标创建 are other words. */
    private static final Pattern VERDICT_ENDS =
            Pattern.compile("^(?:$|[了，。；、！,;!\\s”\"）)].*)", Pattern.DOTALL);

    private final Evaluation standing;
    private final Names names;
    private final Map<VerdictRule, Map<String, Verdict>> words = new HashMap<>();
    private final List<Found> found = new ArrayList<>();

    VerdictWords(Evaluation standing, Names names) {
        this.standing = standing;
        this.names = names;
    }

    List<Found> found() {
        for (Assessment a : standing.assessments()) {
            look(a, Place.NOTE, a.indicator().note(), a.indicator().note());
            a.indicator().observations().stream()
                    .filter(o -> !o.forecast() && !o.note().isEmpty())
                    .forEach(
                            o ->
                                    look(
                                            on(a, o.asOf(), o.note()),
                                            Place.FIGURE_NOTE,
                                            o.note(),
                                            o.note()));
        }
        standing.plan().tasks().lines().forEach(this::look);
        return found;
    }

    private void look(Task task) {
        List<Assessment> linked =
                task.indicators().stream().flatMap(id -> standing.of(id).stream()).toList();
        for (Assessment a : linked) {
            look(a, task, task.note(), linked.size() == 1);
            for (TaskEntry entry : task.entries()) look(a, task, entry, linked.size() == 1);
        }
    }

    private void look(Assessment a, Task task, TaskEntry entry, boolean alone) {
        if (!entry.on().isAfter(standing.at()))
            look(on(a, entry.on(), entry.text()), task, entry.text(), alone);
    }

    /**
     * Sentence by sentence; one that names another matter than the indicator is only read for words
     * that can mean nothing else.
     */
    private void look(Assessment a, Task task, String text, boolean alone) {
        for (String sentence : text.split("[。；;\\n]")) {
            boolean named = sentence.contains(a.indicator().name());
            boolean said =
                    alone
                            && !sentence.contains(MET)
                            && words(a).entrySet().stream()
                                    .noneMatch(
                                            w ->
                                                    w.getValue() == Verdict.AHEAD
                                                            && sentence.contains(w.getKey()));
            if (named || said) look(a, Place.TASK, sentence, task.title());
        }
    }

    /** As it stood on another day; computed only where the text has something to say. */
    private Assessment on(Assessment a, LocalDate day, String text) {
        return silent(a, text)
                ? a
                : new Evaluation(standing.plan(), day, standing.assessments()).tried(a.indicator());
    }

    private void look(Assessment a, Place place, String text, String where) {
        if (a.verdict().isEmpty() || text.isEmpty() || silent(a, text)) return;
        Set<String> reported = new HashSet<>();
        for (int i = 0; i < text.length(); i++) {
            Optional<String> word = wordAt(a, text, i);
            if (word.isEmpty()) continue;
            boolean contrary = said(a, text, i, word.get()) && !agrees(a, word.get());
            if (contrary && reported.add(word.get()))
                found.add(
                        Check.VERDICT_WORD.in(
                                a.indicator().id(),
                                place,
                                excerpt(where, word.get()),
                                word.get(),
                                a));
            i += word.get().length() - 1;
        }
    }

    /** The whole of a short text, of a long one the words around. */
    private static String excerpt(String text, String word) {
        if (text.length() <= LONGEST) return text;
        int from = Math.max(0, text.indexOf(word) - LONGEST / 2);
        return (from > 0 ? "…" : "")
                + text.substring(from, Math.min(text.length(), from + LONGEST))
                + "…";
    }

    private boolean silent(Assessment a, String text) {
        return words(a).keySet().stream().noneMatch(text::contains);
    }

    private Optional<String> wordAt(Assessment a, String text, int at) {
        return words(a).keySet().stream()
                .filter(w -> text.startsWith(w, at))
                .max((x, y) -> x.length() - y.length());
    }

    /** What the rule calls its verdicts; the pair 达标 and 未达标 stands for met and not met. */
    private Map<String, Verdict> words(Assessment a) {
        return words.computeIfAbsent(
                a.rule(),
                rule -> {
                    Map<String, Verdict> known = new LinkedHashMap<>(names.of(rule));
                    known.keySet().removeIf(w -> w.length() < SHORTEST);
                    known.put(MET, Verdict.ON_COURSE);
                    known.put(UNMET, Verdict.BEHIND);
                    return known;
                });
    }

    private static boolean said(Assessment a, String text, int at, String word) {
        String before = text.substring(clauseBefore(text, at), at);
        String after = text.substring(at + word.length());
        boolean mistakable = word.endsWith(MET) || word.length() < UNMISTAKABLE;
        boolean other =
                mistakable && !VERDICT_ENDS.matcher(after).matches()
                        || word.length() < UNMISTAKABLE
                                && !word.endsWith(MET)
                                && !ofProgress(a, before);
        return !other && !NOT_SAID.matcher(before).find();
    }

    private static boolean ofProgress(Assessment a, String before) {
        return OF_PROGRESS.matcher(before).find() || before.endsWith(a.indicator().name());
    }

    private static int clauseBefore(String text, int at) {
        int from = at;
        while (from > 0 && "。；;，,：:！!\n".indexOf(text.charAt(from - 1)) < 0) from--;
        return from;
    }

    private boolean agrees(Assessment a, String word) {
        Verdict said = words(a).get(word);
        Verdict computed = a.verdict().orElseThrow();
        boolean passOrFail = a.judgement().passOrFail();
        boolean pair = word.endsWith(MET);
        if (!passOrFail) return pair || said == computed;
        return (said == Verdict.BEHIND) == (computed == Verdict.BEHIND);
    }
}
