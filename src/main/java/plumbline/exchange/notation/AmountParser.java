package plumbline.exchange.notation;

import plumbline.base.Problem;
import plumbline.plan.Milestone;
import plumbline.plan.MissingReason;
import plumbline.plan.Reading;
import plumbline.plan.Relation;
import plumbline.plan.Status;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a figure as officials write it (domain.md §7): {@code 预计 290000}, {@code 27.3万户}, {@code
 * 近150}, {@code ≥98%}, {@code 1,721}, {@code ——}. What it does not understand it refuses with a
 * sentence; it never guesses.
 */
public final class AmountParser {

    /**
     * What was written.
     *
     * @param reading the value in the indicator's own unit, or why there is none
     * @param relation where one was written: ≥98, 98以上, 3-5, 15左右, 15±1
     * @param bound the second number of between and about
     */
    public record ParsedAmount(
            Reading reading,
            Status status,
            Optional<Relation> relation,
            Optional<BigDecimal> bound) {
        /** True where nothing was written at all. */
        public boolean isBlank() {
            return reading.equals(BLANK);
        }
    }

    private static final Reading BLANK = Reading.missing(MissingReason.NOT_REPORTED);
    private static final int MOST_CHARACTERS = 80;
    private static final String NUMBER = "[+-]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)?(?:\\.\\d+)?";
    private static final Pattern AMOUNT = Pattern.compile("(" + NUMBER + ")(.*)", Pattern.DOTALL);
    private static final Pattern RANGE =
            Pattern.compile(
                    "(" + NUMBER + ")([万亿]?%?)(?:~|-|至|±)(" + NUMBER + ")(.*)", Pattern.DOTALL);
    private static final List<String> FORECAST =
            List.of("预计", "预测", "预期", "forecast", "fc", "est.", "est");
    private static final List<String> PRELIMINARY =
            List.of("快报", "初步", "prelim.", "preliminary", "prelim");
    private static final List<String> ABOUT_BEFORE =
            List.of(
                    "约",
                    "近",
                    "大约",
                    "将近",
                    "about",
                    "approximately",
                    "approx.",
                    "approx",
                    "circa",
                    "ca.",
                    "ca",
                    "around",
                    "roughly",
                    "~",
                    "≈");
    private static final List<String> ABOUT_AFTER = List.of("余", "多");
    private static final Map<String, Relation> BEFORE =
            Map.ofEntries(
                    Map.entry(">=", Relation.AT_LEAST),
                    Map.entry("≥", Relation.AT_LEAST),
                    Map.entry("不低于", Relation.AT_LEAST),
                    Map.entry("不少于", Relation.AT_LEAST),
                    Map.entry("不小于", Relation.AT_LEAST),
                    Map.entry("至少", Relation.AT_LEAST),
                    Map.entry("<=", Relation.AT_MOST),
                    Map.entry("≤", Relation.AT_MOST),
                    Map.entry("不高于", Relation.AT_MOST),
                    Map.entry("不超过", Relation.AT_MOST),
                    Map.entry("不大于", Relation.AT_MOST),
                    Map.entry("不多于", Relation.AT_MOST),
                    Map.entry("大于", Relation.ABOVE),
                    Map.entry("高于", Relation.ABOVE),
                    Map.entry("超过", Relation.ABOVE),
                    Map.entry("小于", Relation.BELOW),
                    Map.entry("低于", Relation.BELOW),
                    Map.entry(">", Relation.ABOVE),
                    Map.entry("<", Relation.BELOW),
                    Map.entry("=", Relation.EQUAL));
    private static final List<String> STRIVING = List.of("力争达到", "争取达到", "力争", "争取");
    private static final Map<String, Relation> AFTER =
            Map.of("以上", Relation.AT_LEAST, "以下", Relation.AT_MOST);

    /** The reasons' own words, in capitals and without blanks. */
    private static final Map<String, MissingReason> MISSING =
            Map.ofEntries(
                    Map.entry("未报", MissingReason.NOT_REPORTED),
                    Map.entry("未开展", MissingReason.NOT_CARRIED_OUT),
                    Map.entry("不适用", MissingReason.NOT_APPLICABLE),
                    Map.entry("脱敏", MissingReason.REDACTED),
                    Map.entry("无法预期", MissingReason.UNPREDICTABLE),
                    Map.entry("尚未到期", MissingReason.NOT_YET_DUE),
                    Map.entry("N/A", MissingReason.NOT_APPLICABLE),
                    Map.entry("NOTREPORTED", MissingReason.NOT_REPORTED),
                    Map.entry("NOTCARRIEDOUT", MissingReason.NOT_CARRIED_OUT),
                    Map.entry("NOTAPPLICABLE", MissingReason.NOT_APPLICABLE),
                    Map.entry("REDACTED", MissingReason.REDACTED),
                    Map.entry("CANNOTBEFORECAST", MissingReason.UNPREDICTABLE),
                    Map.entry("NOTYETDUE", MissingReason.NOT_YET_DUE));

    /** Other words for the same, kept as they were written. */
    private static final Map<MissingReason, Pattern> MISSING_OTHERWISE =
            Map.of(
                    MissingReason.NOT_REPORTED,
                            Pattern.compile(
                                    "(?:暂|尚)?无(?:此项)?数据?|暂无|缺数?|缺报|漏报|(?:尚|暂)?未(?:上报|报送|填报|提供|公布|发布|反馈)|待(?:报|补|定|核实|公布)|NODATA|NOFIGURES?|NOTAVAILABLE|NOT(?:YET)?(?:SUBMITTED|SUPPLIED|PROVIDED|RECEIVED|PUBLISHED|RELEASED|REPORTED)|UNREPORTED|PENDING|TBC|TBD"),
                    MissingReason.NOT_CARRIED_OUT,
                            Pattern.compile(
                                    "(?:尚|暂)?未(?:开展)?(?:调查|统计|监测|测评|测算|评估|评价|考核|抽检|启动|实施)|(?:尚|暂)未开展|NOT(?:YET)?(?:SURVEYED|MEASURED|COUNTED|MONITORED|ASSESSED|EVALUATED|TESTED|CALCULATED|CONDUCTED|CARRIEDOUT|STARTED)"),
                    MissingReason.NOT_APPLICABLE,
                            Pattern.compile(
                                    "不涉及|无此项|不存在|N\\.A\\.|NONEAPPLICABLE|INAPPLICABLE|DOESNOTAPPLY"),
                    MissingReason.REDACTED,
                            Pattern.compile(
                                    "保密|涉密|不公开|不宜公开|CONFIDENTIAL|CLASSIFIED|SECRET|WITHHELD|NOTPUBLIC"),
                    MissingReason.UNPREDICTABLE,
                            Pattern.compile(
                                    "无法(?:预计|预测|估计)|CAN(?:NOT|'?T)BE(?:FORECAST|PREDICTED|ESTIMATED)|UNPREDICTABLE"),
                    MissingReason.NOT_YET_DUE,
                            Pattern.compile("(?:尚)?未到(?:期|时间|期限)|未届期|NOTDUE(?:YET)?"));

    /** 1 721: blanks that group digits by three, as in printed tables. */
    private static final Pattern GROUPED =
            Pattern.compile("(?<![\\d.,])\\d{1,3}(?: \\d{3})+(?!\\d)");

    private static final Pattern APART = Pattern.compile("\\d\\s+\\d");
    private static final Pattern UNIT = Pattern.compile("[\\p{L}%‰°/·()（）]+");
    private static final Pattern REDACTED = Pattern.compile("[X×]{1,4}|x{2,4}");

    /**
     * Letters a scanner reads for digits, trusted only before a percent sign: IO0%, and 100%o for a
     * full stop.
     */
    private static final Pattern SCANNED_PERCENT =
            Pattern.compile("(?<![\\w.])([IlOo\\d]*\\d)%[oO]?");

    private static final Pattern SCANNED_POINT = Pattern.compile("(?<![\\w.])L(?=\\d+[万亿])");
    private static final Pattern ORDINAL = Pattern.compile("第(?:(\\d+)|([一二三四五六七八九十]))([名位]?)");
    private static final Pattern BRACKETED = Pattern.compile("[〔\\[](.+)[〕\\]]");

    /** What stands in brackets where a number is wanted: （无数据）. */
    private static final Pattern ASIDE = Pattern.compile("[(（](.+)[)）]");

    private static final Pattern DASHES = Pattern.compile("[-—–―/\\\\]*");

    private AmountParser() {}

    /**
     * @param unit the unit the value is wanted in, such as 户 or 万张; 万 and 亿 are converted to it
     * @throws Problem if it is not a number, or in another unit
     */
    public static ParsedAmount parseAmount(String text, String unit) throws Problem {
        if (text.length() > MOST_CHARACTERS)
            throw new Problem("problem.number.long", MOST_CHARACTERS);
        if (hasSeparatedDigits(text)) throw new Problem("problem.number.unreadable", text.strip());
        String rest = normalizeText(text);
        if (DASHES.matcher(rest).matches())
            return new ParsedAmount(BLANK, Status.ACTUAL, Optional.empty(), Optional.empty());
        Status status = Status.ACTUAL;
        Optional<String> without = cutBeforeMark(rest, FORECAST);
        if (without.isPresent()) status = Status.FORECAST;
        else {
            without = cutBeforeMark(rest, PRELIMINARY);
            if (without.isPresent()) status = Status.PRELIMINARY;
        }
        rest = without.orElse(rest);
        Optional<Reading> missing = parseMissing(rest, text.strip());
        if (missing.isPresent())
            return new ParsedAmount(missing.get(), status, Optional.empty(), Optional.empty());
        return parseNumber(text, toPlainDigits(rest), unit, status);
    }

    private static Optional<Reading> parseMissing(String text, String raw) {
        if (REDACTED.matcher(text).matches())
            return Optional.of(Reading.missing(MissingReason.REDACTED));
        String said = ASIDE.matcher(text.toUpperCase(Locale.ROOT)).replaceFirst("$1");
        if (MISSING.containsKey(said)) return Optional.of(Reading.missing(MISSING.get(said)));
        return MISSING_OTHERWISE.entrySet().stream()
                .filter(e -> e.getValue().matcher(said).matches())
                .findFirst()
                .map(e -> new Reading.Missing(e.getKey(), raw));
    }

    /**
     * Scanner's letters, ordinals, 零 and the brackets of a five-year total turned into plain
     * digits.
     */
    private static String toPlainDigits(String text) {
        Matcher bracketed = BRACKETED.matcher(text);
        if (bracketed.matches()) return bracketed.group(1);
        Matcher ordinal = ORDINAL.matcher(text);
        if (ordinal.matches()) {
            return (ordinal.group(1) != null
                            ? ordinal.group(1)
                            : "" + (1 + "一二三四五六七八九十".indexOf(ordinal.group(2))))
                    + ordinal.group(3);
        }
        String zero = text.startsWith("零") ? "0" + text.substring(1) : text;
        String percent =
                SCANNED_PERCENT
                        .matcher(zero)
                        .replaceAll(
                                m ->
                                        m.group(1).replaceAll("[Il]", "1").replaceAll("[Oo]", "0")
                                                + "%");
        return SCANNED_POINT.matcher(percent).replaceAll("1.");
    }

    /**
     * As {@link #parseAmount}, for what can only be one number.
     *
     * @throws Problem also for 3-5 and 15±1
     */
    public static ParsedAmount parseFigure(String text, String unit) throws Problem {
        ParsedAmount written = parseAmount(text, unit);
        if (written.bound.isPresent()) throw new Problem("problem.number.several", text.strip());
        return written;
    }

    /** Two numbers with blanks or a line end between them are not one. */
    private static boolean hasSeparatedDigits(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return APART.matcher(GROUPED.matcher(plain).replaceAll("1")).find();
    }

    private static ParsedAmount parseNumber(String raw, String text, String unit, Status status)
            throws Problem {
        Matcher range = RANGE.matcher(text);
        if (range.matches() && !range.group(1).isEmpty() && !range.group(3).isEmpty())
            return parseRange(raw, text, range, unit, status);
        Optional<String> about = cutBeforeMark(text, ABOUT_BEFORE);
        Optional<String> sign =
                BEFORE.keySet().stream()
                        .filter(text::startsWith)
                        .max(Comparator.comparingInt(String::length));
        Optional<Relation> relation = sign.map(BEFORE::get);
        String rest = about.orElse(text.substring(sign.map(String::length).orElse(0)));
        Matcher m = AMOUNT.matcher(rest);
        if (!m.matches() || m.group(1).matches("[+-]?"))
            throw new Problem("problem.number.unreadable", raw.strip());
        String suffix = m.group(2);
        for (Map.Entry<String, Relation> after : AFTER.entrySet()) {
            if (suffix.endsWith(after.getKey())) {
                relation = Optional.of(after.getValue());
                suffix = suffix.substring(0, suffix.length() - after.getKey().length());
            }
        }
        boolean around = suffix.endsWith("左右");
        if (around) suffix = suffix.substring(0, suffix.length() - 2);
        boolean more = ABOUT_AFTER.stream().anyMatch(suffix::contains);
        for (String mark : ABOUT_AFTER) suffix = suffix.replace(mark, "");
        BigDecimal amount = convertToUnit(parseDigits(m.group(1)), suffix, unit, raw);
        boolean approximate = about.isPresent() || around || more;
        boolean plain = raw.strip().equals(m.group(1));
        return new ParsedAmount(
                createValue(amount, approximate, plain ? "" : raw.strip(), raw),
                status,
                relation,
                Optional.empty());
    }

    /** 3-5家 is between; 15±1 is about. */
    private static ParsedAmount parseRange(
            String raw, String text, Matcher m, String unit, Status status) throws Problem {
        BigDecimal first = convertToUnit(parseDigits(m.group(1)), m.group(2), unit, raw);
        BigDecimal second = convertToUnit(parseDigits(m.group(3)), m.group(4), unit, raw);
        boolean about = text.contains("±");
        if (!about && second.compareTo(first) < 0)
            throw new Problem("problem.number.range", raw.strip());
        return new ParsedAmount(
                createValue(first, false, raw.strip(), raw),
                status,
                Optional.of(about ? Relation.ABOUT : Relation.BETWEEN),
                Optional.of(second));
    }

    private static Reading createValue(
            BigDecimal amount, boolean approximate, String kept, String raw) throws Problem {
        try {
            Reading.Value value = new Reading.Value(amount, approximate, kept);
            if (value.fitsPlan()) return value;
            throw new Problem("problem.number.range", raw.strip());
        } catch (IllegalArgumentException _) {
            throw new Problem("problem.number.range", raw.strip());
        }
    }

    /** The amount in the wanted unit; a bare number is in it already. */
    private static BigDecimal convertToUnit(
            BigDecimal amount, String suffix, String unit, String raw) throws Problem {
        if (suffix.isEmpty()) return amount;
        UnitScale written = UnitScale.scaleOfUnit(suffix);
        UnitScale wanted = UnitScale.scaleOfUnit(normalizeText(unit));
        if (written.base().isEmpty() && written.power() == 0) return amount;
        if (!written.base().isEmpty() && !written.base().equalsIgnoreCase(wanted.base())) {
            if (!UNIT.matcher(written.base()).matches())
                throw new Problem("problem.number.unreadable", raw.strip());
            throw new Problem("problem.number.unit", raw.strip(), unit.isEmpty() ? "——" : unit);
        }
        return amount.scaleByPowerOfTen(written.power() - wanted.power());
    }

    private static BigDecimal parseDigits(String text) {
        return new BigDecimal(text.replace(",", ""));
    }

    /** Full-width signs made half-width, all blanks gone. */
    private static String normalizeText(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\u00a0\\u200b]+", "")
                .replace('−', '-')
                .replace('–', '-')
                .replace('％', '%')
                .replace('，', ',')
                .replace('。', '.');
    }

    private static Optional<String> cutBeforeMark(String text, List<String> marks) {
        String lower = text.toLowerCase(Locale.ROOT);
        return marks.stream()
                .filter(lower::startsWith)
                .max((a, b) -> a.length() - b.length())
                .map(mark -> text.substring(mark.length()).replaceFirst("^[:,为达到]+", ""));
    }

    /**
     * Reads a baseline or a target: as {@link #parseAmount}, with the relation written or else the
     * one given; 力争 and 争取 mark it as striven for.
     *
     * @throws Problem also for something that is not a value, or that is a forecast; for a target
     *     that is about a number without saying how far off it may be: whether 约78 is met nobody
     *     can tell
     */
    public static Milestone parseTarget(
            String text, String unit, Milestone.Role role, LocalDate on, Relation otherwise)
            throws Problem {
        boolean baseline = role == Milestone.Role.BASELINE;
        Optional<String> striving = cutBeforeMark(text.strip(), STRIVING);
        ParsedAmount written =
                parsePlannedAmount(
                        striving.orElse(text),
                        unit,
                        baseline ? "problem.baseline.unreadable" : "problem.target.unreadable");
        if (written.status != Status.ACTUAL)
            throw new Problem("problem.number.target", text.strip());
        BigDecimal amount =
                written.reading
                        .findAmount()
                        .orElseThrow(() -> new Problem("problem.number.target", text.strip()));
        boolean vague = written.reading instanceof Reading.Value(_, boolean about, _) && about;
        if (vague && !baseline)
            throw new Problem("problem.target.about", text.strip(), amount.toPlainString());
        Relation relation =
                written.relation.orElse(otherwise.needsBound() ? Relation.EQUAL : otherwise);
        return new Milestone(role, on, amount, relation, written.bound, striving.isPresent());
    }

    /** What is no number is told with examples of what is wanted. */
    private static ParsedAmount parsePlannedAmount(String text, String unit, String unreadable)
            throws Problem {
        try {
            return parseAmount(text, unit);
        } catch (Problem problem) {
            if (!problem.messageKey().equals("problem.number.unreadable")) throw problem;
            throw new Problem(unreadable, text.strip()).withCause(problem);
        }
    }
}
