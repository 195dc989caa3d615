package plumbline.exchange.file;

import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;

import plumbline.exchange.file.Cell.CellTrait;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers of a workbook with the formats they are shown in. */
final class CellNumberFormats {
    /** What spreadsheets keep of a number: 0.1 + 0.2 is 0.3. */
    private static final MathContext KEPT = new MathContext(15, RoundingMode.HALF_UP);

    private static final int LONGEST_FORMAT = 255;
    private static final int LONGEST_GENERAL = 11;
    private static final int LARGEST_EXPONENT = 310;
    private static final String GENERAL = "General";

    /** Formats that a Chinese Excel or WPS keeps by number only. */
    private static final Map<Integer, String> CHINESE =
            Map.ofEntries(
                    Map.entry(14, "yyyy/m/d"),
                    Map.entry(27, "yyyy\"年\"m\"月\""),
                    Map.entry(28, "m\"月\"d\"日\""),
                    Map.entry(29, "m\"月\"d\"日\""),
                    Map.entry(30, "m/d/yy"),
                    Map.entry(31, "yyyy\"年\"m\"月\"d\"日\""),
                    Map.entry(36, "yyyy\"年\"m\"月\""),
                    Map.entry(50, "yyyy\"年\"m\"月\""),
                    Map.entry(51, "m\"月\"d\"日\""),
                    Map.entry(52, "yyyy\"年\"m\"月\""),
                    Map.entry(53, "m\"月\"d\"日\""),
                    Map.entry(54, "m\"月\"d\"日\""),
                    Map.entry(57, "yyyy\"年\"m\"月\""),
                    Map.entry(58, "m\"月\"d\"日\""));

    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.");

    /** The formats of most cells, for which the formatter need not be asked. */
    private static final Pattern DECIMALS = Pattern.compile("0(\\.0+|)(%|)(?:_ )?");

    /** A character nobody writes, for each that would be taken for a place of the number. */
    private static final char STAND_IN = '\ue000';

    private static final Pattern MARKS = Pattern.compile("[0-9#?.,%]");
    private static final Pattern STOOD_IN = Pattern.compile("[\ue000-\ue07f]");

    private enum FormatKind {
        NUMBER,
        PERCENT,
        DATE
    }

    private record CodedFormat(int index, String code, FormatKind kind) {}

    private final DataFormatter formatter = new DataFormatter(Locale.US);
    private final Map<String, CodedFormat> formats = new HashMap<>();
    private final boolean from1904;

    /**
     * @param from1904 whether its days are counted from 1904, as old Macintosh workbooks do
     */
    CellNumberFormats(boolean from1904) {
        this.from1904 = from1904;
    }

    /** The code of a format that is kept by number only. */
    static String builtinFormatCode(int index) {
        String chinese = CHINESE.get(index);
        String code = chinese == null ? BuiltinFormats.getBuiltinFormat(index) : chinese;
        return code == null || code.startsWith("reserved") ? GENERAL : code;
    }

    /**
     * The number as a spreadsheet keeps it, with at most 15 digits.
     *
     * @throws NumberFormatException if it is no number, or beyond what a spreadsheet can hold
     */
    static BigDecimal parseNumber(String written) {
        if (written.length() > 60) return toDecimal(Double.parseDouble(written));
        BigDecimal read = new BigDecimal(written);
        if (Math.abs((long) read.precision() - read.scale()) > LARGEST_EXPONENT
                || read.scale() > 400) {
            if (read.signum() == 0 || read.precision() - (long) read.scale() < 0)
                return BigDecimal.ZERO;
            throw new NumberFormatException(written);
        }
        return withoutRoundingNoise(read);
    }

    static BigDecimal toDecimal(double number) {
        return withoutRoundingNoise(BigDecimal.valueOf(number));
    }

    private static BigDecimal withoutRoundingNoise(BigDecimal number) {
        BigDecimal rounded = number.round(KEPT).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    /**
     * @param index of the format, {@code code} how it is written
     */
    Cell numberCell(String address, BigDecimal number, int index, String code) {
        CodedFormat format = formats.computeIfAbsent(code, c -> parseFormat(index, c));
        if (format.kind == FormatKind.NUMBER)
            return new Cell(address, formatNumber(number, format), Optional.of(number));
        if (format.kind == FormatKind.PERCENT)
            return new Cell(
                    address,
                    formatNumber(number, format),
                    Optional.of(number),
                    Optional.empty(),
                    "",
                    Set.of(CellTrait.PERCENT));
        Optional<LocalDate> date = findDate(number.doubleValue());
        return new Cell(
                address,
                formatNumber(number, format),
                date.isPresent() ? Optional.empty() : Optional.of(number),
                date,
                "",
                Set.of());
    }

    /** A day written out, {@code 2023-06-30T00:00:00}; a text where it is none. */
    static Cell parseDateCell(String address, String written) {
        try {
            LocalDate date = LocalDate.parse(written.substring(0, Math.min(written.length(), 10)));
            return new Cell(
                    address, date.toString(), Optional.empty(), Optional.of(date), "", Set.of());
        } catch (DateTimeParseException _) {
            return new Cell(address, written, Optional.empty());
        }
    }

    private static CodedFormat parseFormat(int index, String code) {
        boolean usable = !code.isBlank() && code.length() <= LONGEST_FORMAT;
        String known = usable ? code : GENERAL;
        // The formatter shows the quotes about 年 in dates, and takes a percent sign in quotes for
        // one that multiplies.
        if (DateUtil.isADateFormat(index, known))
            return new CodedFormat(
                    index, known.replaceAll("\"([^\"A-Za-z]*)\"", "$1"), FormatKind.DATE);
        String literal =
                LITERAL.matcher(known)
                        .replaceAll(m -> Matcher.quoteReplacement(hideMarks(m.group())));
        return new CodedFormat(
                literal.equals(known) ? index : -1,
                literal,
                literal.contains("%") ? FormatKind.PERCENT : FormatKind.NUMBER);
    }

    /** Digits and signs in quotes are taken by the formatter for places of the number. */
    private static String hideMarks(String literal) {
        return MARKS.matcher(literal).replaceAll(m -> "" + (char) (STAND_IN + m.group().charAt(0)));
    }

    private static String restoreMarks(String shown) {
        return STOOD_IN.matcher(shown)
                .replaceAll(
                        m ->
                                Matcher.quoteReplacement(
                                        "" + (char) (m.group().charAt(0) - STAND_IN)));
    }

    /** A time of the day alone is no date. */
    private Optional<LocalDate> findDate(double number) {
        if (number < 1 || !DateUtil.isValidExcelDate(number)) return Optional.empty();
        return Optional.ofNullable(DateUtil.getLocalDateTime(number, from1904))
                .map(LocalDateTime::toLocalDate)
                .filter(d -> d.getYear() < 10_000);
    }

    private String formatNumber(BigDecimal number, CodedFormat format) {
        Matcher plainly = DECIMALS.matcher(format.code);
        if (plainly.matches()) {
            BigDecimal hundredfold = plainly.group(2).isEmpty() ? number : number.movePointRight(2);
            return hundredfold
                            .setScale(
                                    Math.max(0, plainly.group(1).length() - 1),
                                    RoundingMode.HALF_UP)
                            .toPlainString()
                    + plainly.group(2);
        }
        if (format.code.equals(GENERAL)) {
            String plain = number.toPlainString();
            if (plain.length() <= LONGEST_GENERAL) return plain;
        }
        // A builtin number would have the formatter take its own idea of it.
        String shown =
                formatter.formatRawCellContents(
                        number.doubleValue(),
                        format.kind == FormatKind.DATE ? -1 : format.index,
                        format.code,
                        from1904);
        return RichText.stripBlanks(restoreMarks(shown));
    }
}
