package plumbline.report.text;

import plumbline.plan.Indicator;
import plumbline.words.Messages;
import plumbline.words.Wording;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * An amount in a sentence: 万 and 亿 where digits would have to be counted, 第 before a rank, and
 * whole pieces of what comes in pieces.
 */
final class RunningAmount {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern RANK_NAME = Pattern.compile("排名|名次|位次|排位");
    private static final Pattern RANK_UNIT = Pattern.compile("名|位");
    private static final Pattern GREAT_UNIT = Pattern.compile("[百千万亿‰].*");
    private static final Pattern PIECES =
            Pattern.compile("项|个|家|户|件|人|名|次|起|张|条|场|座|所|处|台|套|辆|只|篇|部");

    private static final BigDecimal FROM_TEN_THOUSANDS = new BigDecimal("100000");
    private static final BigDecimal FROM_HUNDRED_MILLIONS = new BigDecimal("100000000");
    private static final int DECIMALS = 2;
    private final Messages words;

    RunningAmount(Messages words) {
        this.words = words;
    }

    /**
     * @param amount digits, or the mark that stands for them
     */
    String withUnit(String amount, Indicator of) {
        return withUnit(amount, "", of);
    }

    /**
     * @param after between the number and its unit: 20余次
     */
    String withUnit(String amount, String after, Indicator of) {
        String unit = of.unit();
        if (unit.equals("%")) return amount + after + "%";
        if (isRank(amount, of)) return words.sentence("narrative.rank", amount, unit);
        boolean isGreat =
                words.isChinese()
                        && NUMBER.matcher(amount).matches()
                        && !GREAT_UNIT.matcher(unit).matches()
                        && new BigDecimal(amount).abs().compareTo(FROM_TEN_THOUSANDS) >= 0;
        if (isGreat) return inGreatUnits(new BigDecimal(amount), after + unit);
        return unit.isEmpty()
                ? amount + after
                : words.sentence(
                        "narrative.amount",
                        amount + after,
                        new Wording(words).unitAfterNumber(amount, unit));
    }

    private static boolean isRank(String amount, Indicator of) {
        return NUMBER.matcher(amount).matches()
                && RANK_UNIT.matcher(of.unit()).matches()
                && RANK_NAME.matcher(of.name()).find();
    }

    private String inGreatUnits(BigDecimal amount, String unit) {
        boolean isHundredMillions = amount.abs().compareTo(FROM_HUNDRED_MILLIONS) >= 0;
        BigDecimal scaled =
                amount.movePointLeft(isHundredMillions ? 8 : 4)
                        .setScale(DECIMALS, RoundingMode.HALF_UP)
                        .stripTrailingZeros();
        return words.sentence(
                isHundredMillions ? "narrative.hundred.million" : "narrative.ten.thousand",
                scaled.toPlainString(),
                unit);
    }

    /** What comes in pieces is needed in whole ones: 0.67项 a year are no less than one. */
    static BigDecimal roundUpWholePieces(BigDecimal amount, Indicator of) {
        boolean inPieces =
                PIECES.matcher(of.unit()).matches()
                        && of.decimals() == 0
                        && Wording.indicatorDecimals(of) == 0;
        return inPieces ? amount.setScale(0, RoundingMode.CEILING) : amount;
    }
}
