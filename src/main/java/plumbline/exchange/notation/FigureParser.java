package plumbline.exchange.notation;

import plumbline.base.Problem;
import plumbline.exchange.notation.AmountParser.ParsedAmount;
import plumbline.plan.Fraction;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Reading;
import plumbline.plan.Status;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a figure of an indicator: a number, or of a share what it is made of, {@code 1234/1300}.
 * Both numbers are kept with it.
 */
public final class FigureParser {
    private static final int MOST_CHARACTERS = 80;

    /** Two numbers and one stroke; 2022/12/31 and 12件/万人 are none. */
    private static final Pattern FRACTION = Pattern.compile("([^/]*\\d[^/]*)/([^/]*\\d[^/]*)");

    /** That nothing happened: of accidents that is a number. */
    private static final Pattern NONE =
            Pattern.compile(
                    "无|没有|(?:从?未|无|没有)发生.{0,10}|(?:无|没有).{0,8}(?:事故|事件|案件)|零[起件例次宗]|none|nil",
                    Pattern.CASE_INSENSITIVE);

    /** What a milestone may be said to be, with the word of a forecast before it. */
    private static final String STATUS =
            "(预计|预测|预期|forecast|fc|est\\.?|快报|初步|prelim\\.?|preliminary|to be)?(?:\\s+to be)?\\s*";

    private static final Pattern DONE =
            Pattern.compile(
                    STATUS
                            + "(?:是|已?(?:完成|建成|达成|实现|办结|竣工|投用)|yes|done|completed?|achieved|built|opened|√|✓|✔)",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_DONE =
            Pattern.compile(
                    STATUS
                            + "(?:否|(?:尚|还)?未(?:完成|建成|达成|实现|办结|竣工|投用)|no|not\\s+(?:yet\\s+)?(?:done|completed?|achieved|built|opened)|undone|incomplete)",
                    Pattern.CASE_INSENSITIVE);

    private FigureParser() {}

    /**
     * {@code 完成}, {@code not done}, {@code forecast done} in digits: what a milestone's figures and
     * targets are kept in; any other text as it is.
     */
    public static String toDigits(String text, IndicatorKind kind) {
        if (kind != IndicatorKind.MILESTONE) return text;
        Matcher done = DONE.matcher(text.strip());
        if (done.matches()) return toDigit(done, "1");
        Matcher not = NOT_DONE.matcher(text.strip());
        return not.matches() ? toDigit(not, "0") : text;
    }

    private static String toDigit(Matcher said, String digit) {
        return Optional.ofNullable(said.group(1))
                .map(
                        status ->
                                (status.equalsIgnoreCase("to be") ? "forecast" : status)
                                        + " "
                                        + digit)
                .orElse(digit);
    }

    /**
     * How firm 完成, 是, 预计完成, not done are: a number for a {@link IndicatorKind#MILESTONE}, a word
     * for any other. Empty for any other text.
     */
    public static Optional<Status> parseMilestoneStatus(String text) {
        String digits = toDigits(text, IndicatorKind.MILESTONE);
        if (digits.equals(text)) return Optional.empty();
        try {
            return Optional.of(AmountParser.parseAmount(digits, "").status());
        } catch (Problem _) {
            return Optional.empty();
        }
    }

    /**
     * True for 无, 没有, 未发生, 零起: 0 for an indicator of {@link IndicatorKind#ZERO}, nothing for any
     * other.
     */
    public static boolean saysNone(String text) {
        return NONE.matcher(text.strip()).matches();
    }

    /**
     * @throws Problem if it is neither, or a fraction where no share is wanted
     */
    public static ParsedAmount parseFigure(String text, Indicator indicator) throws Problem {
        if (indicator.kind() == IndicatorKind.MILESTONE)
            return parseMilestoneFigure(text, indicator);
        if (indicator.kind() != IndicatorKind.ZERO && saysNone(text))
            throw new Problem("problem.number.none", text.strip());
        if (indicator.kind() == IndicatorKind.ZERO && saysNone(text))
            return new ParsedAmount(
                    new Reading.Value(BigDecimal.ZERO, false, text.strip()),
                    Status.ACTUAL,
                    Optional.empty(),
                    Optional.empty());
        Matcher m =
                FRACTION.matcher(
                        Normalizer.normalize(text.strip(), Normalizer.Form.NFKC).replace('÷', '/'));
        boolean unit = !indicator.unit().isEmpty() && text.strip().endsWith(indicator.unit());
        if (text.length() > MOST_CHARACTERS || unit || !m.matches())
            return AmountParser.parseFigure(text, indicator.unit());
        if (!indicator.isShareOrLevel()) throw new Problem("part.fraction.noShare", text.strip());
        ParsedAmount numerator = parseFractionSide(m.group(1), text);
        ParsedAmount denominator = parseFractionSide(m.group(2), text);
        boolean plain = numerator.relation().isEmpty() && denominator.relation().isEmpty();
        Optional<Fraction> fraction =
                plain ? toFraction(numerator.reading(), denominator.reading()) : Optional.empty();
        if (fraction.isEmpty()) throw new Problem("part.fraction.wrong", text.strip());
        return new ParsedAmount(
                fractionReading(fraction.get(), indicator, text),
                numerator.status(),
                Optional.empty(),
                Optional.empty());
    }

    private static ParsedAmount parseMilestoneFigure(String text, Indicator indicator)
            throws Problem {
        try {
            return AmountParser.parseFigure(
                    toDigits(text, IndicatorKind.MILESTONE), indicator.unit());
        } catch (Problem problem) {
            if (!problem.messageKey().equals("problem.number.unreadable")) throw problem;
            throw new Problem("problem.number.milestone", text.strip()).withCause(problem);
        }
    }

    private static ParsedAmount parseFractionSide(String number, String text) throws Problem {
        try {
            return AmountParser.parseAmount(number, "");
        } catch (Problem problem) {
            throw new Problem("part.fraction.wrong", text.strip()).withCause(problem);
        }
    }

    private static Optional<Fraction> toFraction(Reading numerator, Reading denominator) {
        if (numerator.findAmount().isEmpty()
                || denominator.findAmount().filter(d -> d.signum() > 0).isEmpty())
            return Optional.empty();
        return Optional.of(
                new Fraction(numerator.findAmount().get(), denominator.findAmount().get()));
    }

    private static Reading fractionReading(Fraction fraction, Indicator indicator, String text)
            throws Problem {
        try {
            return fraction.toReading(indicator.unit(), false);
        } catch (IllegalArgumentException _) {
            throw new Problem("problem.number.range", text.strip());
        }
    }
}
