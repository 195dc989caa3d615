package plumbline.exchange.proof;

import plumbline.exchange.notation.DateParser;
import plumbline.exchange.notation.HeaderLexicon;
import plumbline.exchange.notation.PlanYears;
import plumbline.exchange.notation.VerdictTerms;
import plumbline.plan.Period;
import plumbline.plan.Verdict;
import plumbline.plan.VerdictRule;
import plumbline.plan.VerdictRule.Anchor;
import plumbline.plan.VerdictRule.Band;
import plumbline.plan.VerdictRule.Basis;
import plumbline.plan.VerdictRule.Bound;
import plumbline.proofreading.PrintedNote;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads the notes under a table: the period that was judged, and the classes with their bounds as a
 * rule.
 */
final class NoteReader {
    /** How wide 接近 is taken to be where it is not said. */
    static final BigDecimal USUAL_WIDTH = new BigDecimal("0.05");

    private static final int MOST_QUOTED = 60;
    private static final BigDecimal TENTH_OF_A_POINT = new BigDecimal("0.001");
    private static final String SIGN =
            ">=|<=|≥|≤|>|<|=|等于|接近|大于等于|小于等于|大于|小于|不低于|不高于|高于|低于|超过|不足|greater than|equal to";
    private static final Pattern CLASS =
            Pattern.compile(
                    "([\\p{IsHan}A-Za-z][\\p{IsHan}A-Za-z ]{0,17}?) ?\\((?:完成进度|完成程度|进度)?("
                            + SIGN
                            + ")? ?([^()]{1,24}?)\\)");
    private static final Pattern RANGE = Pattern.compile("([\\d.]+)%?(?:\\(含\\))?[-~至]([\\d.]+)%");
    private static final Pattern AMOUNT = Pattern.compile("([\\d.]+)(%?)(以上|以下|\\(含\\)以上)?");
    private static final Pattern TIME =
            Pattern.compile(
                    "(?:时间进度|序时进度|time progress)(?: ?([−+-]) ?([\\d.]+)(?:个百分点| points?))?");

    /** The measure that is named before a condition: 完成率≥95%. */
    private static final Pattern COMPARED =
            Pattern.compile(
                    "(完成程度|完成率|完成进度|进度比)(?:在|为|的)?(?:>|<|≥|≤|大于|小于|高于|低于|超过|不低于|不高于|不超过|达到(?!目标)|不足|接近|等于|\\d)");

    private static final Pattern RATIO_TO_TIME =
            Pattern.compile("完成进度 ?(?:/|÷|与) ?(?:时间|序时|应达)进度|进度比(?:>|<|≥|≤|大于|小于|高于|低于|\\d|达到)");
    private static final Pattern JUDGED =
            Pattern.compile("以((?:19|20)\\d\\d年[^,。;、]{0,8}?)(?:的)?(?:数据|数|实际值|实绩|完成情况)");
    private static final Pattern UNTIL =
            Pattern.compile(
                    "(?:截[至止](?:到)?|up to |evaluated on |评估日: ?)((?:19|20)\\d\\d年\\d{1,2}月\\d{1,2}日|\\d{4}-\\d{2}-\\d{2}|\\d{1,2} [A-Z][a-z]{2} \\d{4})");

    /**
     * A class as the note has it. @param from absent for the last one, whose condition only bounds
     * it above
     */
    private record ClassCondition(
            String label, Verdict verdict, Optional<Bound> from, boolean isNear) {}

    private final String notes;
    private final PlanYears years;

    NoteReader(String notes, PlanYears years) {
        this.notes = Normalizer.normalize(notes, Normalizer.Form.NFKC).replace('；', ';');
        this.years = years;
    }

    PrintedNote readNote() {
        List<ClassCondition> conditions = readConditions();
        Optional<VerdictRule> rule = ruleFromConditions(conditions);
        if (rule.isPresent())
            return new PrintedNote(
                    judgedPeriod(), rule, nearVerdicts(conditions), Optional.empty());
        RuleSentenceReader sentences = new RuleSentenceReader(notes);
        List<ClassCondition> told =
                sentences.describedClasses().stream()
                        .map(c -> new ClassCondition(c.label(), c.verdict(), c.from(), c.isNear()))
                        .toList();
        Optional<VerdictRule> found = ruleFromConditions(told);
        return new PrintedNote(
                judgedPeriod(),
                found,
                found.isPresent() ? nearVerdicts(told) : Set.of(),
                sentences
                        .firstNamingSentence()
                        .filter(_ -> found.isEmpty())
                        .map(NoteReader::abbreviated));
    }

    private static Set<Verdict> nearVerdicts(List<ClassCondition> conditions) {
        return conditions.stream()
                .filter(ClassCondition::isNear)
                .map(ClassCondition::verdict)
                .collect(Collectors.toSet());
    }

    private static String abbreviated(String sentence) {
        return sentence.length() > MOST_QUOTED
                ? sentence.substring(0, MOST_QUOTED) + "…"
                : sentence;
    }

    private Optional<Period> judgedPeriod() {
        Matcher named = JUDGED.matcher(notes);
        if (named.find()) return HeaderLexicon.findPeriod(named.group(1));
        Matcher until = UNTIL.matcher(notes);
        return until.find()
                ? DateParser.parseDate(until.group(1)).map(NoteReader::periodEndingOn)
                : Optional.empty();
    }

    private static Period periodEndingOn(LocalDate day) {
        if (day.getMonthValue() == 12) return Period.ofYear(day.getYear());
        return new Period(YearMonth.of(day.getYear(), 1), YearMonth.from(day));
    }

    private List<ClassCondition> readConditions() {
        List<ClassCondition> found = new ArrayList<>();
        for (Matcher m = CLASS.matcher(notes); m.find(); ) {
            parseCondition(
                            m.group(1).strip(),
                            Optional.ofNullable(m.group(2)).orElse(""),
                            m.group(3).strip())
                    .ifPresent(found::add);
        }
        return found;
    }

    private Optional<ClassCondition> parseCondition(String written, String sign, String amount) {
        String label = written.replaceFirst("^.*[为是分类档、]", "");
        Optional<Verdict> verdict = VerdictTerms.parseVerdict(label);
        if (verdict.isEmpty()) return Optional.empty();
        Matcher range = RANGE.matcher(amount);
        if (sign.isEmpty() && range.matches())
            return parseAmountBound(range.group(1), "%")
                    .map(b -> new ClassCondition(label, verdict.get(), Optional.of(b), false));
        Matcher plain = AMOUNT.matcher(amount);
        if (plain.matches()) {
            String said =
                    sign.isEmpty() && plain.group(3) != null
                            ? plain.group(3).endsWith("以上") ? "≥" : "<"
                            : sign;
            return parseAmountBound(plain.group(1), plain.group(2))
                    .flatMap(b -> conditionBySign(label, verdict.get(), said, b));
        }
        return parseTimeBound(amount).flatMap(b -> conditionBySign(label, verdict.get(), sign, b));
    }

    /** A bound, so far with its own value included. */
    private static Optional<Bound> parseAmountBound(String number, String percent) {
        try {
            BigDecimal amount = new BigDecimal(number);
            return Optional.of(
                    new Bound(
                            Anchor.ZERO,
                            percent.isEmpty() ? amount : amount.movePointLeft(2),
                            true));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<Bound> parseTimeBound(String amount) {
        Matcher time = TIME.matcher(amount);
        if (!time.matches()) return Optional.empty();
        BigDecimal points =
                time.group(2) == null
                        ? BigDecimal.ZERO
                        : new BigDecimal(time.group(2)).movePointLeft(2);
        boolean less = time.group(1) != null && !time.group(1).equals("+");
        return Optional.of(new Bound(Anchor.TIME, less ? points.negate() : points, true));
    }

    private static Optional<ClassCondition> conditionBySign(
            String label, Verdict verdict, String sign, Bound bound) {
        return switch (sign) {
            case ">", "大于", "高于", "超过" ->
                    Optional.of(
                            new ClassCondition(
                                    label,
                                    verdict,
                                    Optional.of(new Bound(bound.anchor(), bound.offset(), false)),
                                    false));
            case ">=", "≥", "大于等于", "不低于", "=", "等于", "equal to" ->
                    Optional.of(new ClassCondition(label, verdict, Optional.of(bound), false));
            case "接近" ->
                    Optional.of(
                            new ClassCondition(
                                    label,
                                    verdict,
                                    Optional.of(
                                            new Bound(
                                                    bound.anchor(),
                                                    bound.offset().subtract(USUAL_WIDTH),
                                                    true)),
                                    true));
            case "<", "<=", "≤", "小于", "小于等于", "不高于", "低于", "不足" ->
                    Optional.of(new ClassCondition(label, verdict, Optional.empty(), false));
            default -> Optional.empty();
        };
    }

    /**
     * The rule, where the classes stand from best to worst and leave no gap; else none is known.
     */
    private Optional<VerdictRule> ruleFromConditions(List<ClassCondition> conditions) {
        List<ClassCondition> sorted =
                conditions.stream().sorted(Comparator.comparing(ClassCondition::verdict)).toList();
        boolean whole =
                sorted.size() >= 2
                        && sorted.stream().map(ClassCondition::verdict).distinct().count()
                                == sorted.size()
                        && sorted.getLast().from.isEmpty()
                        && sorted.stream().filter(c -> c.from.isEmpty()).count() == 1;
        if (!whole) return Optional.empty();
        boolean metIsAhead = notes.matches("(?s).*(已达到期末目标|final target met).*");
        List<Band> bands =
                sorted.stream()
                        .map(c -> new Band(c.verdict, c.label, c.from.map(this::anchoredToTime)))
                        .toList();
        try {
            return Optional.of(
                    new VerdictRule("note", basisOfNotes(sorted), metIsAhead, false, bands));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /**
     * A bound that is the time progress of the judged period, such as 40 % at the end of 2022,
     * moves with time.
     */
    private Bound anchoredToTime(Bound bound) {
        Optional<BigDecimal> time = judgedPeriod().map(this::timeProgress);
        if (bound.anchor() == Anchor.TIME || time.isEmpty()) return bound;
        BigDecimal over = bound.offset().subtract(time.get());
        boolean atTime = over.abs().compareTo(TENTH_OF_A_POINT) < 0;
        boolean nearTime = over.add(USUAL_WIDTH).abs().compareTo(TENTH_OF_A_POINT) < 0;
        if (atTime) return new Bound(Anchor.TIME, BigDecimal.ZERO, bound.inclusive());
        return nearTime ? new Bound(Anchor.TIME, USUAL_WIDTH.negate(), bound.inclusive()) : bound;
    }

    private BigDecimal timeProgress(Period period) {
        int gone =
                (period.lastMonth().getYear() - years.firstYear()) * 12
                        + period.lastMonth().getMonthValue();
        return BigDecimal.valueOf(gone)
                .divide(
                        BigDecimal.valueOf(12L * (years.lastYear() - years.firstYear() + 1)),
                        MathContext.DECIMAL64);
    }

    private static Basis basisOfMeasure(String measure) {
        return switch (measure.toLowerCase(Locale.ROOT)) {
            case "完成程度", "完成率", "attainment" -> Basis.ATTAINMENT;
            case "进度比", "pace" -> Basis.PACE;
            default -> Basis.PROGRESS;
        };
    }

    /**
     * What the classes are said to be given by; bounds without a percent sign are those of a ratio.
     */
    private Basis basisOfNotes(List<ClassCondition> conditions) {
        Matcher said =
                Pattern.compile(
                                "(?i)(?:进度评价按|按|根据|依据|(?:given|verdicts|indicators) by )(完成程度|完成率|完成进度|进度比|progress|attainment|pace)")
                        .matcher(notes);
        if (said.find()) return basisOfMeasure(said.group(1));
        if (RATIO_TO_TIME.matcher(notes).find()) return Basis.PACE;
        Matcher compared = COMPARED.matcher(notes);
        if (compared.find()) return basisOfMeasure(compared.group(1));
        boolean ofProgress =
                conditions.stream().anyMatch(c -> c.label.contains("进度")) || notes.contains("完成进度");
        return ofProgress ? Basis.PROGRESS : Basis.ATTAINMENT;
    }
}
