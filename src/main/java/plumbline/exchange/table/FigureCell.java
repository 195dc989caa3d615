package plumbline.exchange.table;

import plumbline.base.Problem;
import plumbline.exchange.file.Cell;
import plumbline.exchange.notation.AmountParser;
import plumbline.exchange.notation.AmountParser.ParsedAmount;
import plumbline.exchange.notation.FootnoteMarks;
import plumbline.exchange.notation.UnitParser;
import plumbline.plan.MissingReason;
import plumbline.plan.Reading;
import plumbline.plan.Relation;
import plumbline.plan.Status;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cell read as a figure, with what stands beside the number in the cell itself.
 *
 * @param unit written at the number, where it is another than the table's; empty otherwise
 * @param isFalling true for 下降3.2%, which is a minus where growth is told
 */
public record FigureCell(
        Reading reading,
        Status status,
        Optional<Relation> relation,
        Optional<BigDecimal> bound,
        String unit,
        boolean isFalling) {
    private static final int LONGEST = 40;
    private static final int MOST_DIGITS = 24;
    private static final Pattern PLAIN =
            Pattern.compile("[+-]?(\\d+|\\d{1,3}(,\\d{3})+)(\\.\\d+)?([eE][+-]?\\d{1,2})?");

    /** More decimals than a plan keeps, or written with an exponent: only ever a plain number. */
    private static final Pattern EXACT =
            Pattern.compile("[+-]?\\d+(\\.\\d{13,}|(\\.\\d+)?[eE][+-]?\\d{1,2})");

    private static final int MOST_EXACT_DECIMALS = 30;

    /** 11.3年, 15年: an amount; 21年 may be the year 2021. */
    private static final Pattern YEARS =
            Pattern.compile("\\d{1,3}\\.\\d+年|(?:[1-9]|1\\d|[3-9]\\d)年");

    /** 31500（同比增长8.6%）: what is said in brackets behind a number is a remark. */
    private static final Pattern REMARKED =
            Pattern.compile("([^()（）]*\\d[^()（）]{0,8})[(（]([^()（）]{2,40})[)）]");

    /** ↑3.2, ↓1.5 */
    private static final Pattern ARROW = Pattern.compile("([↑↓])\\s*(\\d.*)");

    private static final Pattern BESIDE = Pattern.compile("[^\\d.,%\\s-]");
    private static final Pattern MISSING =
            Pattern.compile(
                    "[-—–―－─/\\\\…\\.·•~～]{1,6}|[-—–]\\s*[-—–]|暂无(数据)?|无数据|无|没有|(从?未|无|没有)发生|缺|数据缺失|尚未公布|未公布|待公布|待定|未统计|未发布|nil|null|none|\\(?x\\)?|\\.\\.|not available|tbc|tbd|n\\.a\\.|na|nan",
                    Pattern.CASE_INSENSITIVE);

    /** 零起, whatever unit the table has. */
    private static final Pattern ZERO = Pattern.compile("零[起件例次宗]");

    private static final Pattern LEAD =
            Pattern.compile(
                    "^(?:(?:累计|年均|每年|基本|稳定|确保|力争|争取|努力|预期|全年|总量|比重)*(?:达到|达|提高到|提升到|提高至|提升至|增加到|增加至|增长到|扩大到|保持在?|控制在|维持在|稳定在|稳定达到|降到|降至|降低到|下降到|下降至|实现|完成|为|在|约为)|[:：])+\\s*(?=[^\\p{IsHan}]|约|近|不)");
    private static final Pattern RISE =
            Pattern.compile(
                    "^(?:同比|比上年|较上年|累计|年均|平均|实际|名义)*(?:增长|提高|增加|上升|提升|上涨|升高|正增长|增)\\s*(?=[\\d.约近])");
    private static final Pattern FALL =
            Pattern.compile(
                    "^(?:同比|比上年|较上年|累计|年均|平均|实际|名义)*(?:下降|降低|减少|回落|下跌|负增长|降|减)\\s*(?=[\\d.约近])");
    private static final Pattern WITHIN = Pattern.compile("(.*\\d.*?)(?:以内|之内|以里)$");
    private static final Pattern MARKED = Pattern.compile("(.*\\d)\\s*[(（]?([prefPREF])[)）]?$");
    private static final Pattern MARKED_WORD =
            Pattern.compile(
                    "(.*\\d.*?)\\s*[(（](预计|预测|预期|估计|快报|快报数|初步|初步数|初步核算|初步核算数|预计数|暂定|实际|约|修订|累计|年均|五年累计)[)）]$");
    private static final Pattern ACCOUNTING = Pattern.compile("[(（]\\s*([\\d,.]+)\\s*(%?)[)）]");
    private static final Pattern TRIANGLE = Pattern.compile("[▲△▼]\\s*(\\d.*)");
    private static final Pattern SUFFIX =
            Pattern.compile(
                    "^.*?[\\d.]\\s*([^\\d.,，~≥≤<>=±+\\s][^~≥≤<>=±]*?)(?:以上|以下|左右|上下|余|多)?$");
    private static final Pattern REASONS =
            Pattern.compile(
                    "(?i)未报|未开展.*|不适用|脱敏|未调查|无法预期|尚未到期|n/a|not applicable|not (?:yet )?(?:reported|submitted|published|received|surveyed|measured|counted|monitored|assessed|carried out|started)|no (?:data|figures?)|not (?:yet )?due(?: yet)?|(?:cannot|can't|can not) be (?:forecast|predicted|estimated)|unpredictable|confidential|classified|redacted|[Xx×＊*]{1,6}%?");

    /**
     * Empty for words, dates and the like. @param wanted the unit of the table, where it has one
     */
    public static Optional<FigureCell> parseCell(Cell cell, String wanted) {
        String text = cellText(cell);
        if (text.isEmpty()
                || text.length() > LONGEST
                || cell.date().isPresent()
                || cell.hasTrait(Cell.CellTrait.ERROR)) return Optional.empty();
        Optional<FigureCell> stored =
                cell.storedNumber()
                        .flatMap(
                                raw ->
                                        parseStoredNumber(
                                                raw, text, cell.hasTrait(Cell.CellTrait.PERCENT)));
        if (stored.isPresent()) return stored;
        if (EXACT.matcher(text).matches()) return parseExactNumber(text);
        if (ZERO.matcher(text).matches()) return parseWrittenText(text.replace('零', '0'), wanted);
        if (MISSING.matcher(text).matches())
            return Optional.of(missingFigure(MissingReason.NOT_REPORTED));
        if (text.matches("[*]{1,6}|X{1,4}%?"))
            return Optional.of(missingFigure(MissingReason.REDACTED));
        if (!text.matches(".*\\d.*")
                && !REASONS.matcher(text).matches()
                && !text.matches("零|第[一二三四五六七八九十](名|位)?")) return Optional.empty();
        boolean amountOfYears = YEARS.matcher(text).matches();
        if (!PLAIN.matcher(text).matches() && !amountOfYears && isTimeOrName(text))
            return Optional.empty();
        Optional<FigureCell> whole = parseWrittenText(text, wanted);
        return whole.isPresent() ? whole : parseWithoutRemark(text, wanted);
    }

    private static Optional<FigureCell> parseExactNumber(String text) {
        BigDecimal amount = new BigDecimal(text);
        BigDecimal plain = amount.setScale(Math.max(amount.scale(), 0));
        boolean fits = plain.scale() <= MOST_EXACT_DECIMALS && plain.precision() <= LONGEST;
        return fits ? Optional.of(figureWithValue(plain)) : Optional.empty();
    }

    private static FigureCell figureWithValue(BigDecimal amount) {
        return new FigureCell(
                new Reading.Value(amount, false, ""),
                Status.ACTUAL,
                Optional.empty(),
                Optional.empty(),
                "",
                false);
    }

    private static Optional<FigureCell> parseWithoutRemark(String text, String wanted) {
        Matcher remarked = REMARKED.matcher(text);
        boolean said = remarked.matches() && UnitParser.parseUnit(remarked.group(2)).isEmpty();
        return said ? parseWrittenText(remarked.group(1).strip(), wanted) : Optional.empty();
    }

    static String cellText(Cell cell) {
        String shown = cell.shownText().strip();
        if (shown.isEmpty()) return "";
        if (PLAIN.matcher(shown).matches()) return shown;
        return shown.matches("[*＊]+")
                ? "*"
                : Normalizer.normalize(FootnoteMarks.withoutMarks(shown), Normalizer.Form.NFKC)
                        .strip();
    }

    /** 2022年, 3月, 2023-06-30, 1.生产总值, 12315热线. */
    private static boolean isTimeOrName(String text) {
        return text.matches(
                "\\d{1,2}月.*|.*\\d(年|月|日)$|\\d{4}[-/.]\\d{1,2}([-/.]\\d{1,2})?|\\d{1,2}[.、)）]\\s*[^\\d\\s%].*|[(（]\\d{1,2}[)）].*\\D.*|\\d+:\\d+.*|.*[\\p{IsHan}]{12,}.*");
    }

    private static FigureCell missingFigure(MissingReason reason) {
        return new FigureCell(
                Reading.missing(reason),
                Status.ACTUAL,
                Optional.empty(),
                Optional.empty(),
                "",
                false);
    }

    /**
     * The number behind the cell; what it is shown with tells whether it is a share, and how firm
     * it is.
     */
    private static Optional<FigureCell> parseStoredNumber(
            BigDecimal raw, String shown, boolean percent) {
        String sign = shown.endsWith("%") || shown.endsWith("%)") ? "%" : "";
        BigDecimal amount = percent ? raw.movePointRight(2) : raw;
        if (amount.precision() > MOST_DIGITS) return Optional.empty();
        Optional<ParsedAmount> said =
                PLAIN.matcher(shown).matches() || !BESIDE.matcher(shown).find()
                        ? Optional.empty()
                        : parseAmount(shown, "");
        try {
            Reading reading =
                    new Reading.Value(
                            amount, said.filter(w -> isApproximate(w.reading())).isPresent(), "");
            return Optional.of(
                    new FigureCell(
                            reading,
                            said.map(ParsedAmount::status).orElse(Status.ACTUAL),
                            said.flatMap(ParsedAmount::relation),
                            Optional.empty(),
                            percent ? "%" : sign,
                            false));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static boolean isApproximate(Reading reading) {
        return reading instanceof Reading.Value value && value.approximate();
    }

    private static Optional<FigureCell> parseWrittenText(String text, String wanted) {
        Status status = Status.ACTUAL;
        String rest = text;
        Matcher marked = MARKED.matcher(rest);
        Matcher word = MARKED_WORD.matcher(rest);
        if (marked.matches() && marked.group(1).matches("[\\d,.+\\-\\s]+%?")) {
            status =
                    "ef".contains(marked.group(2).toLowerCase())
                            ? Status.FORECAST
                            : marked.group(2).equalsIgnoreCase("p")
                                    ? Status.PRELIMINARY
                                    : Status.ACTUAL;
            rest = marked.group(1);
        } else if (word.matches()) {
            status =
                    word.group(2).matches("预.*|估计")
                            ? Status.FORECAST
                            : word.group(2).matches("快报.*|初步.*|暂定")
                                    ? Status.PRELIMINARY
                                    : Status.ACTUAL;
            rest = word.group(1);
        }
        rest = LEAD.matcher(rest).replaceFirst("");
        boolean falling = FALL.matcher(rest).find();
        rest = RISE.matcher(FALL.matcher(rest).replaceFirst("")).replaceFirst("");
        Matcher within = WITHIN.matcher(rest);
        if (within.matches()) rest = "≤" + within.group(1).replaceFirst("^[<≤]", "");
        Matcher accounting = ACCOUNTING.matcher(rest);
        if (accounting.matches()) rest = accounting.group(1) + accounting.group(2);
        Matcher arrow = ARROW.matcher(rest);
        if (arrow.matches()) rest = (arrow.group(1).equals("↓") ? "-" : "") + arrow.group(2);
        Matcher triangle = TRIANGLE.matcher(rest);
        if (triangle.matches()) rest = "-" + triangle.group(1);
        rest =
                rest.replaceFirst("(左右|上下)$", "左右")
                        .replace("⩾", "≥")
                        .replace("⩽", "≤")
                        .replace("≧", "≥")
                        .replace("≦", "≤")
                        .replaceFirst("^(突破|超出|超)(?!过)", "超过")
                        .replaceFirst("^大于等于|^大于或等于", "≥")
                        .replaceFirst("^小于等于|^小于或等于", "≤")
                        .replaceFirst("^[(（](.*)[)）]$", "$1")
                        .replaceFirst("^[\\[〔【](.*)[\\]〕】]$", "$1")
                        .replaceFirst("(?<=\\d)(及|或)以上", "以上")
                        .replaceFirst("^\\+", "");
        Status outer = status;
        boolean fell = falling;
        return parseFigureText(rest, wanted)
                .map(
                        f ->
                                new FigureCell(
                                        f.reading,
                                        f.status == Status.ACTUAL ? outer : f.status,
                                        f.relation,
                                        f.bound,
                                        f.unit,
                                        fell));
    }

    private static Optional<FigureCell> parseFigureText(String text, String wanted) {
        Optional<ParsedAmount> written = parseAmount(text, wanted);
        if (written.isPresent()) return written.map(w -> fromParsedAmount(w, ""));
        Matcher suffix = SUFFIX.matcher(text);
        Optional<String> unit =
                suffix.matches() ? UnitParser.parseUnit(suffix.group(1)) : Optional.empty();
        if (unit.isEmpty()) return Optional.empty();
        return parseAmount(text, unit.get())
                .or(() -> parseAmount(text.replace(suffix.group(1), ""), ""))
                .map(w -> fromParsedAmount(w, unit.get()));
    }

    private static Optional<ParsedAmount> parseAmount(String text, String unit) {
        try {
            return Optional.of(AmountParser.parseAmount(text, unit));
        } catch (Problem | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static FigureCell fromParsedAmount(ParsedAmount written, String unit) {
        Optional<Relation> about =
                isApproximate(written.reading()) ? Optional.of(Relation.ABOUT) : Optional.empty();
        return new FigureCell(
                written.reading(),
                written.status(),
                written.relation().or(() -> about),
                written.bound(),
                unit,
                false);
    }

    boolean isNumber() {
        return reading instanceof Reading.Value;
    }
}
