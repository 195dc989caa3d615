package plumbline.words;

import plumbline.assessment.Assessment;
import plumbline.assessment.Figure;
import plumbline.assessment.Formula;
import plumbline.assessment.Judgement;
import plumbline.plan.Fraction;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Milestone;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Quantity;
import plumbline.plan.Reading;
import plumbline.plan.Redaction;
import plumbline.plan.Relation;
import plumbline.plan.Verdict;
import plumbline.plan.VerdictRule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How numbers, dates, periods and verdicts read in one language. Rounding happens here and nowhere
 * else.
 */
public final class Wording {
    private static final int PERCENT_DECIMALS = 2;

    /** Before a number, and neither within a span of years nor within a name. */
    private static final Pattern HYPHEN = Pattern.compile("(?<![A-Za-z\\d\\-–.])-(?=\\d)");

    private static final int MOST_WRITTEN_DECIMALS = 6;

    /** Beside a number as great as this, hundredths of a unit say nothing. */
    private static final BigDecimal GREAT_AMOUNT = BigDecimal.valueOf(100);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Set<String> PERCENT_SIGNS = Set.of("%", "％");
    private static final int APART_DECIMALS = 2;
    private static final int MOST_APART_DECIMALS = 12;
    private static final int MONTHS_PER_YEAR = 12;

    /** A word of small letters with an s at its end. */
    private static final Pattern PLURAL =
            Pattern.compile("^([a-z]{2,}[a-rtv-z]s|[a-z]+sses)(?![a-z])");

    private final Messages messages;

    public Wording(Messages words) {
        this.messages = words;
    }

    /**
     * Half up to the decimals, without grouping, never {@code .46}. Office programs show the
     * table's live formulas so; half to even (GB/T 8170) would differ from them on a bare 5 alone.
     */
    public static String formatNumber(BigDecimal amount, int decimals) {
        return amount.setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }

    /** All its own decimals, without an exponent. */
    public static String formatNumber(BigDecimal amount) {
        return amount.toPlainString();
    }

    /** As it was written; a quotient with more decimals than anyone writes is cut to six. */
    public static String formatAsWritten(BigDecimal amount) {
        return amount.scale() > MOST_WRITTEN_DECIMALS
                ? formatCompact(amount)
                : formatNumber(amount);
    }

    /** A measure of unknown decimals: at most six, without trailing zeros. */
    public static String formatCompact(BigDecimal amount) {
        BigDecimal rounded =
                amount.setScale(
                        Math.clamp(amount.scale(), 0, MOST_WRITTEN_DECIMALS), RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /**
     * How far one amount lies from another, or what that makes a year: with two decimals or the
     * indicator's own, and more only where it would be nothing.
     */
    public static String formatDifference(BigDecimal amount, int decimals) {
        int shown = Math.max(PERCENT_DECIMALS, decimals);
        while (shown < MOST_WRITTEN_DECIMALS
                && amount.signum() != 0
                && amount.setScale(shown, RoundingMode.HALF_UP).signum() == 0) shown++;
        return formatCompact(
                amount.setScale(
                        Math.min(shown, Math.max(amount.scale(), 0)), RoundingMode.HALF_UP));
    }

    /** What a difference makes a year; a great one as {@link #formatDerived}. */
    public static String formatPerYear(BigDecimal amount, int decimals) {
        return amount.abs().compareTo(GREAT_AMOUNT) >= 0
                ? formatDerived(amount, decimals)
                : formatDifference(amount, decimals);
    }

    /** As many decimals as the indicator is shown with, or its target was written with. */
    public static int indicatorDecimals(Indicator of) {
        return of.course()
                .finalTarget()
                .map(
                        m ->
                                Math.max(
                                        of.decimals(),
                                        Math.min(MOST_WRITTEN_DECIMALS, m.amount().scale())))
                .orElse(of.decimals());
    }

    /**
     * What was worded, with the minus that is printed; numbers that go into a spreadsheet keep the
     * hyphen.
     */
    public static String withMinusSigns(String said) {
        return HYPHEN.matcher(said).replaceAll("−");
    }

    /**
     * With as few decimals, but two, as tell it from the limit: 9.998 is not shown as 10.00 beside
     * “under 10”.
     */
    public static String formatApartFrom(BigDecimal measure, BigDecimal limit) {
        int decimals = APART_DECIMALS;
        while (decimals < MOST_APART_DECIMALS
                && measure.compareTo(limit) != 0
                && measure.setScale(decimals, RoundingMode.HALF_UP)
                                .compareTo(limit.setScale(decimals, RoundingMode.HALF_UP))
                        == 0) decimals++;
        return formatNumber(measure, decimals);
    }

    /** A fraction as a percentage: 0.46727 → {@code 46.73%}. */
    public static String formatPercent(BigDecimal fraction) {
        return formatPercentNumber(fraction) + "%";
    }

    /**
     * As {@link #percentText} without the sign, for a column that has it in its head. What is not
     * quite all is not shown as 100.00: it would stand beside 未达标.
     */
    public static String formatPercentNumber(BigDecimal fraction) {
        return formatApartFrom(
                fraction.setScale(MOST_APART_DECIMALS, RoundingMode.HALF_UP).movePointRight(2),
                HUNDRED);
    }

    /** What stands in place of a number that there is not, or that stays in the house. */
    public String placeholderFor(Figure figure) {
        return figure.isWithheld() ? Redaction.REPLACEMENT_TEXT : placeholder();
    }

    /** The mark of an empty place. */
    public String placeholder() {
        return messages.sentence("wording.none");
    }

    /** The percentage, or a dash where there is none. */
    public String percentText(Figure figure) {
        return figure.knownValue()
                .map(Wording::formatPercent)
                .orElseGet(() -> placeholderFor(figure));
    }

    /**
     * An amount nobody wrote: with two decimals more than the indicator's own, as far as they say
     * something beside a great number.
     */
    public static String formatDerived(BigDecimal amount, int decimals) {
        int shown =
                amount.abs().compareTo(GREAT_AMOUNT) >= 0 ? decimals : decimals + PERCENT_DECIMALS;
        BigDecimal rounded = amount.setScale(shown, RoundingMode.HALF_UP);
        int bare = Math.max(decimals, rounded.stripTrailingZeros().scale());
        return formatNumber(rounded, Math.min(shown, bare));
    }

    /**
     * A number with the unit of the indicator's values, as it is said in a sentence; a rate of
     * growth is a percentage, whatever grows.
     */
    public String amountInSentence(String number, Indicator of) {
        if (of.kind() == IndicatorKind.GROWTH || of.unit().equals("%")) return number + "%";
        return of.unit().isEmpty()
                ? number
                : messages.sentence("narrative.amount", number, unitAfterNumber(number, of.unit()));
    }

    /**
     * How far one value lies from another, in the indicator's unit: two percentages are points
     * apart.
     */
    public String differenceWithUnit(String amount, Indicator of) {
        if (isMeasuredInPercent(of)) return messages.sentence("wording.points", amount);
        return numberWithUnit(amount, of.unit());
    }

    /** A number beside its unit, a blank between. */
    public String numberWithUnit(String number, String unit) {
        return unit.isEmpty()
                ? number
                : messages.withTypographicMinus(number) + " " + unitAfterNumber(number, unit);
    }

    /**
     * A unit as it is said after a number: a unit that is a number itself multiplies it, and of one
     * thing there is no plural.
     */
    public String unitAfterNumber(String number, String unit) {
        if (messages.isChinese()) return unit;
        if (unit.matches("\\d.*")) return "× " + unit;
        return number.equals("1") ? singularUnit(unit) : unit;
    }

    /** 1 death, 1 car per town; words in -es are left, for 1 sery and 1 specy would be worse. */
    private static String singularUnit(String unit) {
        Matcher plural = PLURAL.matcher(unit);
        if (!plural.find()) return unit;
        String one = plural.group(1);
        return one.endsWith("es") && !one.endsWith("ees")
                ? unit
                : one.substring(0, one.length() - 1) + unit.substring(plural.end());
    }

    /** True where values are percentages, so that one is so many points from another. */
    public static boolean isMeasuredInPercent(Indicator of) {
        return of.kind() == IndicatorKind.GROWTH || PERCENT_SIGNS.contains(of.unit().strip());
    }

    /**
     * A text as the name of a file, on every system: Windows takes no stop and no blank at its end.
     */
    public static String fileName(String text) {
        return text.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_").strip().replaceAll("[.\\s]+$", "");
    }

    /**
     * @param longest how many characters are kept of it
     */
    public static String fileName(String text, int longest) {
        String whole = fileName(text);
        return fileName(
                whole.substring(
                        0,
                        whole.offsetByCodePoints(
                                0, Math.min(longest, whole.codePointCount(0, whole.length())))));
    }

    public String formatDate(LocalDate day) {
        return day.format(
                DateTimeFormatter.ofPattern(messages.sentence("wording.date"), messages.locale()));
    }

    /** A day and time of the clock on the wall. */
    public String formatMoment(Instant at) {
        return at.atZone(ZoneId.systemDefault())
                .format(
                        DateTimeFormatter.ofPattern(
                                messages.sentence("wording.moment"), messages.locale()));
    }

    public String formatMonth(YearMonth month) {
        return month.format(
                DateTimeFormatter.ofPattern(messages.sentence("wording.month"), messages.locale()));
    }

    /** The months of a period up to one of them: {@code 1—5月}. */
    public String formatCover(Period period, YearMonth last) {
        YearMonth first = period.firstMonth();
        if (first.getYear() != last.getYear())
            return messages.sentence("wording.span", formatMonth(first), formatMonth(last));
        if (first.equals(last)) return messages.sentence("wording.cover.one", monthName(last));
        return messages.sentence("wording.cover", monthName(first), monthName(last));
    }

    private String monthName(YearMonth month) {
        return month.format(
                DateTimeFormatter.ofPattern(
                        messages.sentence("wording.cover.month"), messages.locale()));
    }

    public String formatPeriod(Period period) {
        String code = period.code();
        String year = "" + period.firstMonth().getYear();
        if (period.isYear()) return messages.sentence("wording.year", year);
        if (code.contains("H"))
            return messages.sentence("wording.half." + code.charAt(code.length() - 1), year);
        if (code.contains("Q"))
            return messages.sentence("wording.quarter", year, "" + code.charAt(code.length() - 1));
        if (period.monthCount() == 1) return formatMonth(period.firstMonth());
        boolean years =
                period.monthCount() % MONTHS_PER_YEAR == 0
                        && period.firstMonth().getMonthValue() == 1;
        if (years)
            return messages.sentence("wording.years", year, "" + period.lastMonth().getYear());
        return messages.sentence(
                "wording.span", formatMonth(period.firstMonth()), formatMonth(period.lastMonth()));
    }

    /**
     * What a value speaks of: its period, or of one that was computed from several figures their
     * span and what was made of them.
     */
    public String valuePeriodText(Assessment a) {
        String period = a.valuePeriod().map(this::formatPeriod).orElse("");
        if (a.derivation().isEmpty())
            return a.indicator().kind() == IndicatorKind.CUMULATIVE ? upToLatestText(a) : period;
        return switch (a.derivation().get().formula()) {
            case RUNNING_TOTAL ->
                    hasNonZeroBaseline(a)
                            ? upToLatestText(a)
                            : messages.sentence("wording.total", period);
            case YEAR_SO_FAR -> messages.sentence("wording.total", period);
            case YEAR_EQUIVALENT -> messages.sentence("wording.wholeYear", period);
            case MEAN_OF_YEARS -> messages.sentence("wording.mean", period);
            case MEAN_GROWTH, MEAN_RATE -> messages.sentence("wording.meanGrowth", period);
            default -> period;
        };
    }

    private String upToLatestText(Assessment a) {
        YearMonth last = a.latest().orElseThrow().lastCoveredMonth();
        return messages.sentence(
                "wording.toDate",
                last.getMonthValue() == MONTHS_PER_YEAR
                        ? messages.sentence("wording.year", "" + last.getYear())
                        : formatMonth(last));
    }

    /** A total that begins with what there was before is none of the periods alone. */
    private static boolean hasNonZeroBaseline(Assessment a) {
        return a.courseInForce().baseline().filter(b -> b.amount().signum() != 0).isPresent();
    }

    /**
     * A value as it was computed from several figures: a sum in full, a quotient to the digits that
     * tell it from its target.
     */
    public static String formatComputed(Assessment a, BigDecimal value) {
        BigDecimal target = a.courseInForce().finalTarget().map(Milestone::amount).orElse(value);
        return switch (a.derivation().map(Figure::formula).orElse(Formula.EVENTS)) {
            case YEAR_EQUIVALENT, MEAN_OF_YEARS ->
                    formatCompact(new BigDecimal(formatApartFrom(value, target)));
            case MEAN_GROWTH, MEAN_RATE -> formatApartFrom(value, target);
            default -> formatCompact(value);
        };
    }

    /**
     * A figure of an indicator as it stands in a cell: with the mark of a forecast, approximation
     * or absence; a milestone is done or not.
     */
    public String observationText(Observation o, Indicator of) {
        return withStatusMark(o, readingText(o.reading(), of));
    }

    /** As above, where it is not known of what. */
    public String observationText(Observation o, int decimals) {
        return withStatusMark(o, readingText(o.reading(), decimals));
    }

    private String withStatusMark(Observation o, String said) {
        if (o.reading() instanceof Reading.Missing) return said;
        return switch (o.status()) {
            case ACTUAL -> said;
            case PRELIMINARY -> messages.sentence("wording.preliminary", said);
            case FORECAST -> messages.sentence("wording.forecast", said);
        };
    }

    /** As below, with the indicator's decimals; a milestone is done or not. */
    public String readingText(Reading reading, Indicator of) {
        return reading.findAmount()
                .flatMap(v -> milestoneStateText(v, of))
                .orElseGet(() -> readingText(reading, of.decimals()));
    }

    /** The word for the 1 or 0 of a milestone; empty for any other number. */
    public Optional<String> milestoneStateText(BigDecimal amount, Indicator of) {
        boolean word =
                of.kind() == IndicatorKind.MILESTONE
                        && (amount.signum() == 0 || amount.compareTo(BigDecimal.ONE) == 0);
        return word
                ? Optional.of(
                        messages.sentence(
                                amount.signum() == 0 ? "milestone.notDone" : "milestone.done"))
                : Optional.empty();
    }

    /** A number with the mark of an approximation, or why there is none. */
    public String readingText(Reading reading, int decimals) {
        return switch (reading) {
            case Reading.Missing missing -> missingText(missing);
            case Reading.Value(var amount, boolean about, _) -> {
                String number = formatNumber(amount, readingDecimals(reading, decimals));
                yield about ? messages.sentence("wording.about", number) : number;
            }
        };
    }

    /**
     * A figure told in a text, after what it was before, with the period it speaks of where that is
     * told.
     */
    public String quantityText(Quantity q) {
        String before = q.formerReading().map(b -> readingText(b) + " → ").orElse("");
        boolean bare = q.unit().isEmpty() || q.reading().findAmount().isEmpty();
        String told =
                q.name()
                        + " "
                        + before
                        + readingText(q.reading())
                        + (bare ? "" : " " + unitAfterNumber(readingText(q.reading()), q.unit()));
        return q.period()
                .map(p -> messages.sentence("wording.quantity.of", told, formatPeriod(p)))
                .orElse(told);
    }

    /** With all decimals it has, and without a unit; as it would be typed. */
    public String readingText(Reading reading) {
        return switch (reading) {
            case Reading.Missing missing -> missingText(missing);
            case Reading.Value(var amount, boolean about, _) ->
                    about
                            ? messages.sentence("wording.about", formatNumber(amount))
                            : formatNumber(amount);
        };
    }

    /** As it was written, or else the reason's own word. */
    public String missingText(Reading.Missing missing) {
        return missing.raw().isEmpty() ? messages.nameOf(missing.reason()) : missing.raw();
    }

    /**
     * How many decimals a figure is shown with: as many as were written, of a quotient two at most,
     * never fewer than the indicator's own.
     */
    public static int readingDecimals(Reading reading, int decimals) {
        int written = reading.findAmount().map(BigDecimal::scale).orElse(0);
        return Math.max(
                decimals,
                Fraction.fromReading(reading).isPresent()
                        ? Math.min(written, PERCENT_DECIMALS)
                        : written);
    }

    /**
     * {@code ≥98}, {@code 95~98}, {@code 15±1}; a plain ≥ of a rising target may be left out with
     * {@link #formatNumber}.
     */
    public String targetText(Milestone m) {
        String amount = formatNumber(m.amount());
        return switch (m.relation()) {
            case BETWEEN ->
                    messages.sentence(
                            "wording.range", amount, formatNumber(m.bound().orElseThrow()));
            case ABOUT -> amount + "±" + formatNumber(m.bound().orElseThrow());
            case AT_LEAST, AT_MOST, ABOVE, BELOW, EQUAL -> relationSign(m.relation()) + amount;
        };
    }

    /**
     * As {@link #targetText(Milestone)}; a rate that is asked of an amount is marked as one: {@code
     * ≥10%}.
     */
    public String targetText(Milestone m, Indicator of) {
        return typedTargetText(m, of) + rateSign(m, of);
    }

    /** As it would be typed; where no event is allowed 0 is no bound, whatever way was stored. */
    public String typedTargetText(Milestone m, Indicator of) {
        boolean whole = m.relation() == Relation.AT_LEAST || m.relation() == Relation.EQUAL;
        if (whole && milestoneStateText(m.amount(), of).isPresent())
            return milestoneStateText(m.amount(), of).get();
        return of.kind() == IndicatorKind.ZERO ? formatNumber(m.amount()) : targetText(m);
    }

    /**
     * {@code %} of a target that is a rate though the indicator's unit is not; otherwise nothing.
     */
    public static String rateSign(Milestone m, Indicator of) {
        return of.kind() == IndicatorKind.GROWTH
                        && !of.isShareOrLevel()
                        && m.role() != Milestone.Role.BASELINE
                ? "%"
                : "";
    }

    public static String relationSign(Relation relation) {
        return switch (relation) {
            case AT_LEAST -> "≥";
            case AT_MOST -> "≤";
            case ABOVE -> ">";
            case BELOW -> "<";
            case EQUAL -> "=";
            case BETWEEN -> "~";
            case ABOUT -> "±";
        };
    }

    /** The class by the rule's own name for it, 达标/未达标 where a year is held or not, or 未评价. */
    public String verdictName(Assessment a) {
        return switch (a.judgement()) {
            case Judgement.Unjudged _ -> messages.sentence("verdict.none");
            case Judgement.Judged(_, Judgement.InBand(_, _, _, VerdictRule.Band band), _) ->
                    RulePresets.bandLabel(a.rule(), band, messages);
            case Judgement.Judged(_, Judgement.TargetMet _, _) ->
                    RulePresets.targetMetLabel(a.rule(), messages);
            case Judgement.Judged(Verdict v, _, _) when a.judgement().isFinal() ->
                    finalVerdictName(v);
            case Judgement.Judged(_, Judgement.WithheldGround(var band, boolean passOrFail, _), _)
                    when !passOrFail ->
                    band.map(b -> RulePresets.bandLabel(a.rule(), b, messages))
                            .orElseGet(() -> RulePresets.targetMetLabel(a.rule(), messages));
            case Judgement.Judged(Verdict v, _, _) ->
                    messages.sentence(v == Verdict.BEHIND ? "verdict.unmet" : "verdict.met");
        };
    }

    /** 超额完成, 完成, 基本完成 or 未完成. */
    public String finalVerdictName(Verdict verdict) {
        return messages.sentence(
                "verdict.final." + (verdict == Verdict.FASTER ? "ON_COURSE" : verdict));
    }

    /**
     * A verdict as those of these assessments call it that were given it: by their rule's name for
     * it, or by its own word where they have several rules; where some or all are only met or not,
     * by that.
     */
    public String commonVerdictName(Optional<Verdict> verdict, List<Assessment> of) {
        if (verdict.isEmpty()) return messages.sentence("verdict.none");
        List<Assessment> given = of.stream().filter(a -> a.verdict().equals(verdict)).toList();
        if (!given.isEmpty() && given.stream().allMatch(a -> a.judgement().isFinal()))
            return finalVerdictName(verdict.get());
        List<VerdictRule> rules = of.stream().map(Assessment::rule).distinct().toList();
        String word =
                rules.size() == 1
                        ? RulePresets.verdictLabel(rules.getFirst(), verdict.get(), messages)
                        : messages.nameOf(verdict.get());
        long passOrFail = given.stream().filter(a -> a.judgement().isPassOrFail()).count();
        if (passOrFail == 0) return word;
        String passed =
                messages.sentence(
                        verdict.get() == Verdict.BEHIND ? "verdict.unmet" : "verdict.met");
        return passOrFail == given.size()
                ? passed
                : word + messages.sentence("wording.list") + passed;
    }

    /** A preset's name in the language, or the officer's own name for the rule. */
    public String ruleName(VerdictRule rule) {
        return RulePresets.ruleName(rule.name(), messages);
    }

    /** The name of the rule, or of both rules, that a plan is judged by. */
    public String planRuleNames(Plan plan) {
        return plan.bindingRule()
                .map(
                        binding ->
                                messages.sentence(
                                        "rule.two", ruleName(binding), ruleName(plan.rule())))
                .orElseGet(() -> ruleName(plan.rule()));
    }

    /** {@code 2021–2025}. */
    public String planYearsText(Plan plan) {
        return plan.firstYear() + "–" + plan.lastYear();
    }
}
