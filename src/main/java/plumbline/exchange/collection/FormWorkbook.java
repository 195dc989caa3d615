package plumbline.exchange.collection;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

import plumbline.assessment.ReportingStatus;
import plumbline.base.FormulaSafeText;
import plumbline.plan.Course;
import plumbline.plan.Department;
import plumbline.plan.Direction;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Milestone;
import plumbline.plan.MissingReason;
import plumbline.plan.Observation;
import plumbline.plan.Part;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Reading;
import plumbline.plan.Status;
import plumbline.words.Messages;
import plumbline.words.Wording;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The workbook of one department, while it is made: a sheet to fill in, and a very hidden one that
 * says what it is.
 */
final class FormWorkbook implements AutoCloseable {
    private static final int MARKS = 2;
    private static final int HEAD = 3;
    private static final int WIDTH_OF_CHARACTER = 256;
    private static final String LARGEST = "1000000000000000";
    private static final byte[] YELLOW = {(byte) 0xff, (byte) 0xf9, (byte) 0xdb};
    private static final byte[] GREY = {(byte) 0xee, (byte) 0xf1, (byte) 0xf4};

    /** What is not in the list is no reason: that nothing was reported says nothing new. */
    private static final List<MissingReason> REASONS =
            List.of(
                    MissingReason.NOT_CARRIED_OUT,
                    MissingReason.NOT_YET_DUE,
                    MissingReason.NOT_APPLICABLE,
                    MissingReason.UNPREDICTABLE,
                    MissingReason.REDACTED);

    /** How a cell looks and behaves. @param decimals of a number; of others empty */
    private record CellLook(
            HorizontalAlignment alignment,
            boolean isHeadCell,
            boolean isEditable,
            boolean isQuoted,
            Optional<Integer> decimals) {}

    private final Plan plan;
    private final Optional<Department> department;
    private final Period period;
    private final Messages words;
    private final Wording wording;
    private final FormIdentity identity;
    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final XSSFSheet sheet;
    private final Map<CellLook, XSSFCellStyle> styles = new HashMap<>();
    private final List<Indicator> lines = new ArrayList<>();

    FormWorkbook(Plan plan, Optional<Department> department, Period period, Messages words) {
        this.plan = plan;
        this.department = department;
        this.period = period;
        this.words = words;
        this.wording = new Wording(words);
        this.identity = new FormIdentity(plan.id(), department.map(Department::id), period);
        this.sheet = workbook.createSheet(words.sentence("kit.sheet"));
        createTitles();
        createMarkerRow();
        createHeadRow();
        ReportingStatus.indicatorsLedBy(plan, department).forEach(this::createRows);
        addValidations();
        setUpPage();
        protectSheet();
        addIdentitySheet();
    }

    /** What a department is called; of the indicators that nobody leads, 未注明单位. */
    static String departmentName(Optional<Department> department, Messages words) {
        return department.map(Department::name).orElseGet(() -> words.sentence("kit.nobody"));
    }

    void write(OutputStream out) throws IOException {
        workbook.write(out);
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }

    private void createTitles() {
        createTitleLine(
                0,
                words.sentence(
                        "kit.title",
                        wording.formatPeriod(period),
                        departmentName(department, words)),
                15,
                28);
        createTitleLine(1, words.sentence("kit.how", plan.title()), 9, 40);
    }

    private void createTitleLine(int at, String text, double points, float height) {
        XSSFFont font = workbook.createFont();
        font.setFontName(points > 12 ? "黑体" : "宋体");
        font.setFontHeight(points);
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setQuotePrefixed(FormulaSafeText.isFormula(text));
        XSSFRow row = sheet.createRow(at);
        row.setHeightInPoints(height);
        XSSFCell cell = row.createCell(1);
        cell.setCellValue(text);
        cell.setCellStyle(style);
        sheet.addMergedRegion(new CellRangeAddress(at, at, 1, FormColumn.NOTE.ordinal()));
    }

    private void createMarkerRow() {
        XSSFRow row = sheet.createRow(MARKS);
        for (FormColumn column : FormColumn.values())
            row.createCell(column.ordinal())
                    .setCellValue(column == FormColumn.LINE ? identity.code() : column.marker());
        row.setZeroHeight(true);
    }

    private void createHeadRow() {
        XSSFRow row = sheet.createRow(HEAD);
        row.setHeightInPoints(30);
        for (FormColumn column : FormColumn.values())
            createTextCell(
                    row,
                    column,
                    column == FormColumn.VALUE
                            ? words.sentence("kit.value", wording.formatPeriod(period))
                            : words.nameOf(column),
                    HorizontalAlignment.CENTER,
                    true);
    }

    private void createRows(Indicator indicator) {
        createRow(
                indicator, indicator, "" + plan.sequenceNumberOf(indicator.id()), indicator.name());
        for (Part part : indicator.parts())
            createRow(
                    indicator,
                    indicator.partAsIndicator(part),
                    "",
                    words.sentence("kit.part", indicator.name(), part.name()));
    }

    private void createRow(Indicator owner, Indicator line, String number, String name) {
        XSSFRow row = sheet.createRow(HEAD + 1 + lines.size());
        lines.add(line);
        createTextCell(row, FormColumn.LINE, line.id().toString(), HorizontalAlignment.LEFT, false);
        createTextCell(row, FormColumn.NUMBER, number, HorizontalAlignment.CENTER, false);
        createTextCell(row, FormColumn.NAME, name, HorizontalAlignment.LEFT, false);
        createTextCell(
                row, FormColumn.DEFINITION, owner.definition(), HorizontalAlignment.LEFT, false);
        createTextCell(row, FormColumn.UNIT, line.unit(), HorizontalAlignment.CENTER, false);
        createTextCell(row, FormColumn.TARGET, targetText(line), HorizontalAlignment.CENTER, false);
        fillLatestFigure(row, line);
        for (FormColumn column : FormColumn.values())
            if (column.isFilledIn())
                row.createCell(column.ordinal())
                        .setCellStyle(
                                styleFor(
                                        new CellLook(
                                                column == FormColumn.NOTE
                                                        ? HorizontalAlignment.LEFT
                                                        : HorizontalAlignment.CENTER,
                                                false,
                                                true,
                                                false,
                                                Optional.empty())));
        int longest =
                Math.max(
                        wrappedLineCount(name, FormColumn.NAME),
                        wrappedLineCount(owner.definition(), FormColumn.DEFINITION));
        row.setHeightInPoints(Math.max(24, 6 + 14f * longest));
    }

    /** How many lines a text takes in its column: a Chinese character is as wide as two. */
    private static int wrappedLineCount(String text, FormColumn column) {
        int characters = text.codePoints().map(c -> c > 0x2000 ? 2 : 1).sum();
        return 1 + characters / (column.width - 3);
    }

    /**
     * That of the period's own year, where there is one, and the final one; of accidents at most so
     * many, whatever was written.
     */
    private String targetText(Indicator line) {
        Course course =
                (line.kind() == IndicatorKind.ZERO ? line.withDirection(Direction.LOWER) : line)
                        .course();
        return course.milestones().stream()
                .filter(
                        m ->
                                m.role() == Milestone.Role.FINAL
                                        || m.role() == Milestone.Role.YEARLY
                                                && m.day().getYear()
                                                        == period.lastMonth().getYear())
                .sorted(Comparator.comparing(Milestone::day))
                .map(
                        m ->
                                words.sentence(
                                        "kit.target",
                                        "" + m.day().getYear(),
                                        wording.targetText(m, line)))
                .collect(Collectors.joining("\n"));
    }

    private void fillLatestFigure(XSSFRow row, Indicator line) {
        Optional<Observation> latest =
                line.observations().stream()
                        .filter(
                                o ->
                                        o.reading().findAmount().isPresent()
                                                && !o.period().lastDay().isAfter(period.lastDay()))
                        .max(Comparator.naturalOrder());
        Optional<Milestone> baseline = line.course().baseline();
        String when =
                latest.map(o -> wording.formatPeriod(o.period()))
                        .or(
                                () ->
                                        baseline.map(
                                                m ->
                                                        words.sentence(
                                                                "kit.baseline",
                                                                "" + m.day().getYear())))
                        .orElse("");
        Optional<BigDecimal> plain =
                latest.isPresent()
                        ? latest.filter(FormWorkbook::isPlainNumber)
                                .flatMap(o -> o.reading().findAmount())
                        : baseline.map(Milestone::amount);
        if (plain.isPresent())
            setNumber(
                    row.createCell(FormColumn.LAST.ordinal()),
                    plain.get(),
                    Wording.readingDecimals(Reading.ofAmount(plain.get()), line.decimals()));
        else
            createTextCell(
                    row,
                    FormColumn.LAST,
                    latest.map(o -> wording.observationText(o, line))
                            .orElseGet(wording::placeholder),
                    HorizontalAlignment.CENTER,
                    false);
        createTextCell(row, FormColumn.LAST_PERIOD, when, HorizontalAlignment.CENTER, false);
    }

    /** Nothing is to be said of it beside the number. */
    private static boolean isPlainNumber(Observation o) {
        return o.status() == Status.ACTUAL
                && o.reading() instanceof Reading.Value(_, boolean about, _)
                && !about;
    }

    private void setNumber(XSSFCell cell, BigDecimal amount, int decimals) {
        cell.setCellValue(amount.doubleValue());
        cell.setCellStyle(
                styleFor(
                        new CellLook(
                                HorizontalAlignment.CENTER,
                                false,
                                false,
                                false,
                                Optional.of(Math.max(0, decimals)))));
    }

    /** A text stays a text, whatever it looks like. */
    private void createTextCell(
            XSSFRow row, FormColumn column, String text, HorizontalAlignment side, boolean head) {
        XSSFCell cell = row.createCell(column.ordinal());
        cell.setCellValue(text);
        cell.setCellStyle(
                styleFor(
                        new CellLook(
                                side,
                                head,
                                false,
                                FormulaSafeText.isFormula(text),
                                Optional.empty())));
    }

    private XSSFCellStyle styleFor(CellLook look) {
        return styles.computeIfAbsent(look, this::createStyle);
    }

    private XSSFCellStyle createStyle(CellLook look) {
        XSSFFont font = workbook.createFont();
        font.setFontName(look.isHeadCell ? "黑体" : "宋体");
        font.setFontHeight(10.5);
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setAlignment(look.alignment);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setWrapText(true);
        for (var border :
                List.<Consumer<BorderStyle>>of(
                        style::setBorderTop,
                        style::setBorderBottom,
                        style::setBorderLeft,
                        style::setBorderRight)) border.accept(BorderStyle.THIN);
        style.setLocked(!look.isEditable);
        style.setQuotePrefixed(look.isQuoted);
        look.decimals.ifPresent(
                d ->
                        style.setDataFormat(
                                workbook.createDataFormat()
                                        .getFormat(d == 0 ? "0" : "0." + "0".repeat(d))));
        if (look.isHeadCell || look.isEditable) {
            style.setFillForegroundColor(
                    new XSSFColor(
                            look.isEditable ? YELLOW : GREY,
                            workbook.getStylesSource().getIndexedColors()));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        return style;
    }

    /** A number is asked for, but 预计 290000 and 27.3万 may be written all the same. */
    private void addValidations() {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        DataValidationConstraint number =
                helper.createDecimalConstraint(
                        DataValidationConstraint.OperatorType.BETWEEN, "-" + LARGEST, LARGEST);
        addValidation(
                helper,
                number,
                FormColumn.VALUE,
                DataValidation.ErrorStyle.WARNING,
                "kit.value.ask");
        addValidation(
                helper,
                helper.createExplicitListConstraint(
                        new String[] {words.nameOf(Status.ACTUAL), words.nameOf(Status.FORECAST)}),
                FormColumn.STATUS,
                DataValidation.ErrorStyle.STOP,
                "kit.status.ask");
        addValidation(
                helper,
                helper.createExplicitListConstraint(
                        REASONS.stream().map(words::nameOf).toArray(String[]::new)),
                FormColumn.REASON,
                DataValidation.ErrorStyle.WARNING,
                "kit.reason.ask");
    }

    private void addValidation(
            DataValidationHelper helper,
            DataValidationConstraint constraint,
            FormColumn column,
            int severity,
            String ask) {
        DataValidation validation =
                helper.createValidation(
                        constraint,
                        new CellRangeAddressList(
                                HEAD + 1, HEAD + lines.size(), column.ordinal(), column.ordinal()));
        validation.setErrorStyle(severity);
        validation.setEmptyCellAllowed(true);
        validation.setSuppressDropDownArrow(true);
        validation.setShowErrorBox(true);
        validation.createErrorBox(words.nameOf(column), words.sentence(ask));
        validation.setShowPromptBox(true);
        validation.createPromptBox(words.nameOf(column), words.sentence(ask));
        sheet.addValidationData(validation);
    }

    private void setUpPage() {
        Arrays.stream(FormColumn.values())
                .forEach(c -> sheet.setColumnWidth(c.ordinal(), c.width * WIDTH_OF_CHARACTER));
        sheet.setColumnHidden(FormColumn.LINE.ordinal(), true);
        sheet.createFreezePane(FormColumn.DEFINITION.ordinal(), HEAD + 1);
        sheet.setRepeatingRows(new CellRangeAddress(HEAD, HEAD, 0, FormColumn.NOTE.ordinal()));
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setLandscape(true);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.setHorizontallyCenter(true);
        sheet.getFooter().setCenter("— &P —");
        workbook.setPrintArea(0, 1, FormColumn.NOTE.ordinal(), 0, HEAD + lines.size());
        sheet.setActiveCell(new CellAddress(HEAD + 1, FormColumn.VALUE.ordinal()));
    }

    /**
     * Without a password: it keeps from slips, not from people. Widths may be set and columns put
     * in.
     */
    private void protectSheet() {
        sheet.enableLocking();
        sheet.lockFormatColumns(false);
        sheet.lockFormatRows(false);
        sheet.lockInsertColumns(false);
        sheet.lockInsertRows(false);
    }

    private void addIdentitySheet() {
        XSSFSheet hidden = workbook.createSheet("plumbline");
        hidden.createRow(0).createCell(0).setCellValue(identity.code());
        for (int i = 0; i < lines.size(); i++)
            hidden.createRow(i + 1).createCell(0).setCellValue(lines.get(i).id().toString());
        workbook.setSheetVisibility(workbook.getSheetIndex(hidden), SheetVisibility.VERY_HIDDEN);
        workbook.getProperties()
                .getCoreProperties()
                .setTitle(
                        words.sentence(
                                "kit.title",
                                wording.formatPeriod(period),
                                departmentName(department, words)));
    }
}
