package plumbline.proofreading;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The conditions a note gives for the words of a column: {@code >100%为提前完成，40%至100%为…}. The first
 * that holds is the one that counts.
 */
final class NoteScale {
    private static final String NUMBER = "(-?\\d+(?:\\.\\d+)?)%?";
    private static final Pattern TIME_IS =
            Pattern.compile("(?:序时|时间)进度(?:为|是|[::])?(\\d+(?:\\.\\d+)?)%");
    private static final Pattern TIME =
            Pattern.compile("(?i)(?:序时|时间)进度(?!(?:为|是|:)?\\d)|time progress");
    private static final Pattern BEFORE_BRACKET =
            Pattern.compile("(?:.*分为|.*[::])?([\\p{L} ]{2,16})\\(");
    private static final double HAIR = 1e-7;

    /**
     * One word with the stretch of numbers it is given for.
     *
     * @param includesLow and {@code includesHigh}: whether the ends belong to it
     */
    private record ScaleStep(
            String label, double low, boolean includesLow, double high, boolean includesHigh) {
        boolean contains(double value) {
            boolean above = includesLow ? value >= low - HAIR : value > low + HAIR;
            return above && (includesHigh ? value <= high + HAIR : value < high - HAIR);
        }
    }

    private record StepPattern(Pattern pattern, StepReading reading) {}

    @FunctionalInterface
    private interface StepReading {
        ScaleStep readStep(String label, Matcher m);
    }

    private static final double NONE = Double.POSITIVE_INFINITY;

    /** The fuller ones first. */
    private static final List<StepPattern> PATTERNS =
            List.of(
                    new StepPattern(
                            Pattern.compile("低于" + NUMBER + ",?但?不低于" + NUMBER),
                            (l, m) -> new ScaleStep(l, at(m, 2), true, at(m, 1), false)),
                    new StepPattern(
                            Pattern.compile(NUMBER + "(<|≤)[^\\d%<≤]{0,8}(<|≤)" + NUMBER),
                            (l, m) ->
                                    new ScaleStep(
                                            l,
                                            at(m, 1),
                                            m.group(2).equals("≤"),
                                            at(m, 4),
                                            m.group(3).equals("≤"))),
                    new StepPattern(
                            Pattern.compile("接近" + NUMBER + "[^\\d]{0,8}(?:低)?不超过" + NUMBER),
                            (l, m) -> new ScaleStep(l, at(m, 1) - at(m, 2), true, at(m, 1), false)),
                    new StepPattern(
                            Pattern.compile(
                                    NUMBER
                                            + " ?(?:至|到|to|[-~～—]) ?(below |under |不足)?"
                                            + NUMBER
                                            + "(\\(不含\\))?"),
                            (l, m) ->
                                    new ScaleStep(
                                            l,
                                            at(m, 1),
                                            true,
                                            at(m, 3),
                                            m.group(2) == null && m.group(4) == null)),
                    new StepPattern(
                            Pattern.compile(
                                    "(?:≥|>=|不低于|不少于|at least )"
                                            + NUMBER
                                            + "|"
                                            + NUMBER
                                            + "(?:\\(含\\))? ?(?:\\(含\\)以上|以上|及以上|or more|or over)"),
                            (l, m) -> new ScaleStep(l, at(m, 1, 2), true, NONE, true)),
                    new StepPattern(
                            Pattern.compile("(?:>|超过|大于|高于|over |above |more than )" + NUMBER),
                            (l, m) -> new ScaleStep(l, at(m, 1), false, NONE, true)),
                    new StepPattern(
                            Pattern.compile("(?:≤|<=|不超过|不高于|at most )" + NUMBER),
                            (l, m) -> new ScaleStep(l, -NONE, true, at(m, 1), true)),
                    new StepPattern(
                            Pattern.compile("(?:<|低于|小于|不足|below |under |less than )" + NUMBER),
                            (l, m) -> new ScaleStep(l, -NONE, true, at(m, 1), false)),
                    new StepPattern(
                            Pattern.compile("(?:=|等于)" + NUMBER),
                            (l, m) -> new ScaleStep(l, at(m, 1), true, at(m, 1), true)));

    private final List<ScaleStep> steps;
    private final Optional<String> otherwise;

    private NoteScale(List<ScaleStep> steps, Optional<String> otherwise) {
        this.steps = steps;
        this.otherwise = otherwise;
    }

    private static double at(Matcher m, int group) {
        return Double.parseDouble(m.group(group));
    }

    private static double at(Matcher m, int group, int or) {
        return at(m, m.group(group) == null ? or : group);
    }

    /**
     * @param labels the words of the column, as they stand in it
     * @return nothing where fewer than two of them can be told apart
     */
    static Optional<NoteScale> readNote(String note, Collection<String> labels) {
        String plain =
                Normalizer.normalize(note, Normalizer.Form.NFKC)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("(?<=\\d),(?=\\d{3})", "");
        Matcher time = TIME_IS.matcher(plain);
        if (time.find()) plain = TIME.matcher(plain).replaceAll(time.group(1) + "%");
        List<ScaleStep> steps = new ArrayList<>();
        List<String> longestFirst =
                labels.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
        for (String clause : plain.split("[;。,\\n::]|\\.(?!\\d)"))
            readClause(clause, longestFirst, steps);
        List<String> told =
                steps.stream().map(ScaleStep::label).filter(labels::contains).distinct().toList();
        List<String> rest = labels.stream().filter(l -> !told.contains(l)).toList();
        boolean twoWords = labels.size() == 2 && told.size() == 1;
        return told.size() >= 2 || twoWords
                ? Optional.of(
                        new NoteScale(
                                steps, twoWords ? rest.stream().findFirst() : Optional.empty()))
                : Optional.empty();
    }

    private static void readClause(String clause, List<String> labels, List<ScaleStep> steps) {
        Optional<String> label =
                labels.stream()
                        .filter(l -> clause.contains(l.toLowerCase(Locale.ROOT)))
                        .findFirst();
        String condition =
                label.map(l -> clause.replace(l.toLowerCase(Locale.ROOT), "")).orElse(clause);
        for (StepPattern each : PATTERNS) {
            Matcher m = each.pattern.matcher(condition);
            if (!m.find()) continue;
            label.or(() -> unusedLabel(condition, m))
                    .ifPresent(l -> steps.add(each.reading.readStep(l, m)));
            return;
        }
    }

    /** A class that no row has: what stands behind its condition, and nothing else. */
    private static Optional<String> unusedLabel(String clause, Matcher condition) {
        String before = clause.substring(0, condition.start()).strip();
        Matcher named = BEFORE_BRACKET.matcher(before);
        if (named.matches()) return Optional.of(named.group(1));
        String label =
                clause.substring(condition.end())
                        .replaceFirst("^%?\\s*(为|是|is |are )?", "")
                        .strip();
        return before.matches("(?:进度|评价|完成进度)?") && label.matches("[\\p{L} ]{2,16}")
                ? Optional.of(label)
                : Optional.empty();
    }

    /** Nothing where no step holds. */
    Optional<String> labelFor(double value) {
        return steps.stream()
                .filter(s -> s.contains(value))
                .map(ScaleStep::label)
                .findFirst()
                .or(() -> otherwise);
    }
}
