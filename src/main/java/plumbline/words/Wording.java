package plumbline.words;

import plumbline.assessment.Assessment;
import plumbline.assessment.Figure;
import plumbline.assessment.Formula;
import plumbline.assessment.Judgement;
import plumbline.plan.Fraction;
import plumbline.plan.Indicator;
import plumbline.plan.Kind;
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

    private static final int MOST_WRITTEN = 6;

    /** Beside a number as great as this, hundredths of a unit say nothing. */
    private static final BigDecimal GREAT = BigDecimal.valueOf(100);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Set<String> PERCENT = Set.of("%", "％");
    private static final int APART_DECIMALS = 2;
    private static final int MOST_APART = 12;
    private static final int MONTHS = 12;

    /** A word of small letters with an s at its end. */
    private static final Pattern PLURAL =
            Pattern.compile("^([a-z]{2,}[a-rtv-z]s|[a-z]+sses)(?![a-z])");

    private final Messages words;

    public Wording(Messages words) {
        this.words = words;
    }

    /**
     * Half up to the decimals, without grouping, never {@code .46}. Office programs show the
     * table's live formulas so; half to even (GB/T 8170) would differ from them on a bare 5 alone.
     */
    public static String number(BigDecimal amount, int decimals) {
        return amount.setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }

    /** All its own decimals, without an exponent. */
    public static String number(BigDecimal amount) {
        return amount.toPlainString();
    }

    /** As it was written; a quotient with more decimals than anyone writes is cut to six. */
    public static String plain(BigDecimal amount) {
        return amount.scale() > MOST_WRITTEN ? compact(amount) : number(amount);
    }

    /** A measure of unknown decimals: at most six, without trailing zeros. */
    public static String compact(BigDecimal amount) {
        BigDecimal rounded =
                amount.setScale(Math.clamp(amount.scale(), 0, MOST_WRITTEN), RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /**
     * How far one amount lies from another, or what that makes a year: with two decimals or the
     * indicator's own, and more only where it would be nothing.
     */
    public static String difference(BigDecimal amount, int decimals) {
        int shown = Math.max(PERCENT_DECIMALS, decimals);
        while (shown < MOST_WRITTEN
                && amount.signum() != 0
                && amount.setScale(shown, RoundingMode.HALF_UP).signum() == 0) shown++;
        return compact(
                amount.setScale(
                        Math.min(shown, Math.max(amount.scale(), 0)), RoundingMode.HALF_UP));
    }

    /** What a difference makes a year; a great one as {@link #derived}. */
    public static String perYear(BigDecimal amount, int decimals) {
        return amount.abs().compareTo(GREAT) >= 0
                ? derived(amount, decimals)
                : difference(amount, decimals);
    }

    /** As many decimals as the indicator is shown with, or its target was written with. */
    public static int decimals(Indicator of) {
        return of.course()
                .target()
                .map(m -> Math.max(of.decimals(), Math.min(MOST_WRITTEN, m.amount().scale())))
                .orElse(of.decimals());
    }

    /**
     * What was worded, with the minus that is printed; numbers that go into a spreadsheet keep the
     * hyphen.
     */
    public static String minus(String said) {
        return HYPHEN.matcher(said).replaceAll("−");
    }

    /**
     * With as few decimals, but two, as tell it from the limit: 9.998 is not shown as 10.00 beside
     * “under 10”.
     */
    public static String apart(BigDecimal measure, BigDecimal limit) {
        int decimals = APART_DECIMALS;
        while (decimals < MOST_APART
                && measure.compareTo(limit) != 0
                && measure.setScale(decimals, RoundingMode.HALF_UP)
                                .compareTo(limit.setScale(decimals, RoundingMode.HALF_UP))
                        == 0) decimals++;
        return number(measure, decimals);
    }

    /** A fraction as a percentage: 0.46727 → {@code 46.73%}. */
    public static String percent(BigDecimal fraction) {
        return percentNumber(fraction) + "%";
    }

    /**
     * As {@link #percent} without the sign, for a column that has it in its head. What is not quite
     * all is not shown as 100.00: it would stand beside 未达标.
     */
    public static String percentNumber(BigDecimal fraction) {
        return apart(
                fraction.setScale(MOST_APART, RoundingMode.HALF_UP).movePointRight(2), HUNDRED);
    }

    /** What stands in place of a number that there is not, or that stays in the house. */
    public String none(Figure figure) {
        return figure.withheld() ? Redaction.SHOWN : none();
    }

    /** The mark of an empty place. */
    public String none() {
        return words.say("wording.none");
    }

    /** The percentage, or a dash where there is none. */
    public String percent(Figure figure) {
        return figure.number().map(Wording::percent).orElseGet(() -> none(figure));
    }

    /**
     * An amount nobody wrote: with two decimals more than the indicator's own, as far as they say
     * something beside a great number.
     */
    public static String derived(BigDecimal amount, int decimals) {
        int shown = amount.abs().compareTo(GREAT) >= 0 ? decimals : decimals + PERCENT_DECIMALS;
        BigDecimal rounded = amount.setScale(shown, RoundingMode.HALF_UP);
        int bare = Math.max(decimals, rounded.stripTrailingZeros().scale());
        return number(rounded, Math.min(shown, bare));
    }

    /**
     * A number with the unit of the indicator's values, as it is said in a sentence; a rate of
     * growth is a percentage, whatever grows.
     */
    public String amount(String number, Indicator of) {
        if (of.kind() == Kind.GROWTH || of.unit().equals("%")) return number + "%";
        return of.unit().isEmpty()
                ? number
                : words.say("narrative.amount", number, unit(number, of.unit()));
    }

    /**
     * How far one value lies from another, in the indicator's unit: two percentages are points
     * apart.
     */
    public String difference(String amount, Indicator of) {
        if (points(of)) return words.say("wording.points", amount);
        return withUnit(amount, of.unit());
    }

    /** A number beside its unit, a blank between. */
    public String withUnit(String number, String unit) {
        return unit.isEmpty() ? number : words.typeset(number) + " " + unit(number, unit);
    }

    /**
     * A unit as it is said after a number: a unit that is a number itself multiplies it, and of one
     * thing there is no plural.
     */
    public String unit(String number, String unit) {
        if (words.chinese()) return unit;
        if (unit.matches("\\d.*")) return "× " + unit;
        return number.equals("1") ? singular(unit) : unit;
    }

    /** 1 death, 1 car per town; words in -es are left, for 1 sery and 1 specy would be worse. */
    private static String singular(String unit) {
        Matcher plural = PLURAL.matcher(unit);
        if (!plural.find()) return unit;
        String one = plural.group(1);
        return one.endsWith("es") && !one.endsWith("ees")
                ? unit
                : one.substring(0, one.length() - 1) + unit.substring(plural.end());
    }

    /** True where values are percentages, so that one is so many points from another. */
    public static boolean points(Indicator of) {
        return of.kind() == Kind.GROWTH || PERCENT.contains(of.unit().strip());
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

    public String date(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern(words.say("wording.date"), words.locale()));
    }

    /** A day and time of the clock on the wall. */
    public String moment(Instant at) {
        return at.atZone(ZoneId.systemDefault())
                .format(DateTimeFormatter.ofPattern(words.say("wording.moment"), words.locale()));
    }

    public String month(YearMonth month) {
        return month.format(
                DateTimeFormatter.ofPattern(words.say("wording.month"), words.locale()));
    }

    public String period(Period period) {
        String code = period.code();
        String year = "" + period.first().getYear();
        if (period.isYear()) return words.say("wording.year", year);
        if (code.contains("H"))
            return words.say("wording.half." + code.charAt(code.length() - 1), year);
        if (code.contains("Q"))
            return words.say("wording.quarter", year, "" + code.charAt(code.length() - 1));
        if (period.months() == 1) return month(period.first());
        boolean years = period.months() % MONTHS == 0 && period.first().getMonthValue() == 1;
        if (years) return words.say("wording.years", year, "" + period.last().getYear());
        return words.say("wording.span", month(period.first()), month(period.last()));
    }

    /**
     * What a value speaks of: its period, or of one that was computed from several figures their
     * span and what was made of them.
     */
    public String spoken(Assessment a) {
        String period = a.spoken().map(this::period).orElse("");
        if (a.derived().isEmpty())
            return a.indicator().kind() == Kind.CUMULATIVE ? toDate(a) : period;
        return switch (a.derived().get().formula()) {
            case RUNNING_TOTAL -> onTop(a) ? toDate(a) : words.say("wording.total", period);
            case YEAR_SO_FAR -> words.say("wording.total", period);
            case YEAR_EQUIVALENT -> words.say("wording.wholeYear", period);
            case MEAN_OF_YEARS -> words.say("wording.mean", period);
            case MEAN_GROWTH, MEAN_RATE -> words.say("wording.meanGrowth", period);
            default -> period;
        };
    }

    private String toDate(Assessment a) {
        YearMonth last = a.latest().orElseThrow().asOfMonth();
        return words.say(
                "wording.toDate",
                last.getMonthValue() == MONTHS
                        ? words.say("wording.year", "" + last.getYear())
                        : month(last));
    }

    /** A total that begins with what there was before is none of the periods alone. */
    private static boolean onTop(Assessment a) {
        return a.course().baseline().filter(b -> b.amount().signum() != 0).isPresent();
    }

    /**
     * A value as it was computed from several figures: a sum in full, a quotient to the digits that
     * tell it from its target.
     */
    public static String computed(Assessment a, BigDecimal value) {
        BigDecimal target = a.course().target().map(Milestone::amount).orElse(value);
        return switch (a.derived().map(Figure::formula).orElse(Formula.EVENTS)) {
            case YEAR_EQUIVALENT, MEAN_OF_YEARS -> compact(new BigDecimal(apart(value, target)));
            case MEAN_GROWTH, MEAN_RATE -> apart(value, target);
            default -> compact(value);
        };
    }

    /**
     * A figure of an indicator as it stands in a cell: with the mark of a forecast, approximation
     * or absence; a milestone is done or not.
     */
    public String observation(Observation o, Indicator of) {
        return marked(o, reading(o.reading(), of));
    }

    /** As above, where it is not known of what. */
    public String observation(Observation o, int decimals) {
        return marked(o, reading(o.reading(), decimals));
    }

    private String marked(Observation o, String said) {
        if (o.reading() instanceof Reading.Missing) return said;
        return switch (o.status()) {
            case ACTUAL -> said;
            case PRELIMINARY -> words.say("wording.preliminary", said);
            case FORECAST -> words.say("wording.forecast", said);
        };
    }

    /** As below, with the indicator's decimals; a milestone is done or not. */
    public String reading(Reading reading, Indicator of) {
        return reading.value()
                .flatMap(v -> done(v, of))
                .orElseGet(() -> reading(reading, of.decimals()));
    }

    /** The word for the 1 or 0 of a milestone; empty for any other number. */
    public Optional<String> done(BigDecimal amount, Indicator of) {
        boolean word =
                of.kind() == Kind.MILESTONE
                        && (amount.signum() == 0 || amount.compareTo(BigDecimal.ONE) == 0);
        return word
                ? Optional.of(
                        words.say(amount.signum() == 0 ? "milestone.notDone" : "milestone.done"))
                : Optional.empty();
    }

    /** A number with the mark of an approximation, or why there is none. */
    public String reading(Reading reading, int decimals) {
        return switch (reading) {
            case Reading.Missing missing -> missing(missing);
            case Reading.Value(var amount, boolean about, _) -> {
                String number = number(amount, decimals(reading, decimals));
                yield about ? words.say("wording.about", number) : number;
            }
        };
    }

    /**
     * A figure told in a text, after what it was before, with the period it speaks of where that is
     * told.
     */
    public String quantity(Quantity q) {
        String before = q.before().map(b -> reading(b) + " → ").orElse("");
        boolean bare = q.unit().isEmpty() || q.reading().value().isEmpty();
        String told =
                q.name()
                        + " "
                        + before
                        + reading(q.reading())
                        + (bare ? "" : " " + unit(reading(q.reading()), q.unit()));
        return q.period().map(p -> words.say("wording.quantity.of", told, period(p))).orElse(told);
    }

    /** With all decimals it has, and without a unit; as it would be typed. */
    public String reading(Reading reading) {
        return switch (reading) {
            case Reading.Missing missing -> missing(missing);
            case Reading.Value(var amount, boolean about, _) ->
                    about ? words.say("wording.about", number(amount)) : number(amount);
        };
    }

    /** As it was written, or else the reason's own word. */
    public String missing(Reading.Missing missing) {
        return missing.raw().isEmpty() ? words.say(missing.reason()) : missing.raw();
    }

    /**
     * How many decimals a figure is shown with: as many as were written, of a quotient two at most,
     * never fewer than the indicator's own.
     */
    public static int decimals(Reading reading, int decimals) {
        int written = reading.value().map(BigDecimal::scale).orElse(0);
        return Math.max(
                decimals,
                Fraction.of(reading).isPresent() ? Math.min(written, PERCENT_DECIMALS) : written);
    }

    /**
     * {@code ≥98}, {@code 95~98}, {@code 15±1}; a plain ≥ of a rising target may be left out with
     * {@link #number}.
     */
    public String target(Milestone m) {
        String amount = number(m.amount());
        return switch (m.relation()) {
            case BETWEEN -> words.say("wording.range", amount, number(m.bound().orElseThrow()));
            case ABOUT -> amount + "±" + number(m.bound().orElseThrow());
            case AT_LEAST, AT_MOST, ABOVE, BELOW, EQUAL -> sign(m.relation()) + amount;
        };
    }

    /**
     * As {@link #target(Milestone)}; a rate that is asked of an amount is marked as one: {@code
     * ≥10%}.
     */
    public String target(Milestone m, Indicator of) {
        return bare(m, of) + rate(m, of);
    }

    /** As it would be typed; where no event is allowed 0 is no bound, whatever way was stored. */
    public String bare(Milestone m, Indicator of) {
        boolean whole = m.relation() == Relation.AT_LEAST || m.relation() == Relation.EQUAL;
        if (whole && done(m.amount(), of).isPresent()) return done(m.amount(), of).get();
        return of.kind() == Kind.ZERO ? number(m.amount()) : target(m);
    }

    /**
     * {@code %} of a target that is a rate though the indicator's unit is not; otherwise nothing.
     */
    public static String rate(Milestone m, Indicator of) {
        return of.kind() == Kind.GROWTH && !of.share() && m.role() != Milestone.Role.BASELINE
                ? "%"
                : "";
    }

    public static String sign(Relation relation) {
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
    public String verdict(Assessment a) {
        return switch (a.judgement()) {
            case Judgement.Unjudged _ -> words.say("verdict.none");
            case Judgement.Judged(_, Judgement.InBand(_, _, _, VerdictRule.Band band), _) ->
                    RulePresets.label(a.rule(), band, words);
            case Judgement.Judged(_, Judgement.TargetMet _, _) -> RulePresets.met(a.rule(), words);
            case Judgement.Judged(Verdict v, _, _) when a.judgement().isFinal() -> finalVerdict(v);
            case Judgement.Judged(_, Judgement.Withheld(var band, boolean passOrFail, _), _)
                    when !passOrFail ->
                    band.map(b -> RulePresets.label(a.rule(), b, words))
                            .orElseGet(() -> RulePresets.met(a.rule(), words));
            case Judgement.Judged(Verdict v, _, _) ->
                    words.say(v == Verdict.BEHIND ? "verdict.unmet" : "verdict.met");
        };
    }

    /** 超额完成, 完成, 基本完成 or 未完成. */
    public String finalVerdict(Verdict verdict) {
        return words.say("verdict.final." + (verdict == Verdict.FASTER ? "ON_COURSE" : verdict));
    }

    /**
     * A verdict as those of these assessments call it that were given it: by their rule's name for
     * it, or by its own word where they have several rules; where some or all are only met or not,
     * by that.
     */
    public String verdict(Optional<Verdict> verdict, List<Assessment> of) {
        if (verdict.isEmpty()) return words.say("verdict.none");
        List<Assessment> given = of.stream().filter(a -> a.verdict().equals(verdict)).toList();
        if (!given.isEmpty() && given.stream().allMatch(a -> a.judgement().isFinal()))
            return finalVerdict(verdict.get());
        List<VerdictRule> rules = of.stream().map(Assessment::rule).distinct().toList();
        String word =
                rules.size() == 1
                        ? RulePresets.label(rules.getFirst(), verdict.get(), words)
                        : words.say(verdict.get());
        long passOrFail = given.stream().filter(a -> a.judgement().passOrFail()).count();
        if (passOrFail == 0) return word;
        String passed =
                words.say(verdict.get() == Verdict.BEHIND ? "verdict.unmet" : "verdict.met");
        return passOrFail == given.size() ? passed : word + words.say("wording.list") + passed;
    }

    /** A preset's name in the language, or the officer's own name for the rule. */
    public String rule(VerdictRule rule) {
        return RulePresets.name(rule.name(), words);
    }

    /** The name of the rule, or of both rules, that a plan is judged by. */
    public String rules(Plan plan) {
        return plan.bindingRule()
                .map(binding -> words.say("rule.two", rule(binding), rule(plan.rule())))
                .orElseGet(() -> rule(plan.rule()));
    }

    /** {@code 2021–2025}. */
    public String span(Plan plan) {
        return plan.firstYear() + "–" + plan.lastYear();
    }
}
