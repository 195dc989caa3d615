package plumbline.report;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import plumbline.assessment.Assessment;
import plumbline.assessment.Figure;
import plumbline.assessment.Series;
import plumbline.assessment.Standing;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.Kind;
import plumbline.plan.Milestone;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Reading;
import plumbline.plan.Relation;
import plumbline.plan.TargetRevision;
import plumbline.words.Problem;
import plumbline.words.Wording;
import plumbline.words.Words;

/**
 * 附表: the appendix table as a workbook. Attainment and progress are live formulas on the cells beside them wherever the table
 * holds the numbers; their kept values are ours.
 */
public final class AppendixTable {
    private static final int HEAD_ROW = 2;
    private static final float LINE_HEIGHT = 14;
    private static final double WIDTH_OF_CHARACTER = 256;
    private static final String REVISED = "＊";

    /** Which final targets the table has columns for. */
    public enum Targets {
        IN_FORCE,
        /** Beside the target in force the one that was decided first, if any was revised. */
        FORMER_TOO
    }

    private final Words words;
    private final Wording wording;
    private final Targets targets;

    public AppendixTable(Words words) {
        this(words, Targets.IN_FORCE);
    }

    public AppendixTable(Words words, Targets targets) {
        this.words = words;
        this.wording = new Wording(words);
        this.targets = targets;
    }

    /** Where the columns of one table stand. */
    private record Columns(int number, int name, int unit, int baseline, Optional<Integer> midTerm, Optional<Integer> former, int target, List<Period> periods,
            int firstPeriod) {
        static Columns of(Standing standing, Targets targets) {
            boolean midTerm = standing.assessments().stream().anyMatch(a -> a.course().midTerm().isPresent());
            boolean former = targets == Targets.FORMER_TOO && standing.assessments().stream().anyMatch(a -> formerTarget(a).isPresent());
            int next = midTerm ? 5 : 4;
            int target = former ? next + 1 : next;
            return new Columns(0, 1, 2, 3, midTerm ? Optional.of(4) : Optional.empty(), former ? Optional.of(next) : Optional.empty(), target,
                    standing.plan().periods(), target + 1);
        }

        int attainment() {
            return firstPeriod + periods.size();
        }

        int progress() {
            return attainment() + 1;
        }

        int verdict() {
            return attainment() + 2;
        }

        int property() {
            return attainment() + 3;
        }

        int of(Period period) {
            return firstPeriod + periods.indexOf(period);
        }
    }

    /** The final target that was decided first, if it was revised up to the evaluation date. */
    private static Optional<Milestone> formerTarget(Assessment a) {
        return a.revisions().stream().map(TargetRevision::before).filter(m -> m.role() == Milestone.Role.FINAL).findFirst();
    }

    /**
     * @param file is replaced only once the new table is written whole
     * @throws Problem if it cannot be written
     */
    public void write(Standing standing, Path file) throws Problem {
        Path written = file.resolveSibling(file.getFileName() + ".part");
        try (XSSFWorkbook workbook = workbook(standing)) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (OutputStream out = Files.newOutputStream(written)) {
                workbook.write(out);
            }
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            written.toFile().delete();
            throw new Problem("problem.file.unwritable", file).because(e);
        }
    }

    XSSFWorkbook workbook(Standing standing) {
        XSSFWorkbook workbook = new XSSFWorkbook();
        XSSFSheet sheet = workbook.createSheet(words.say("appendix.sheet"));
        Columns columns = Columns.of(standing, targets);
        Styles styles = new Styles(workbook);
        title(sheet, standing, columns, styles);
        head(sheet, standing, columns, styles);
        int row = HEAD_ROW + 1;
        for (IndicatorGroup group : standing.plan().groups()) {
            List<Assessment> in = standing.in(group);
            if (in.isEmpty()) continue;
            heading(sheet, row++, group.name(), columns, styles);
            for (Assessment a : in) line(sheet.createRow(row++), a, columns, styles);
        }
        notes(sheet, row + 1, standing, columns, styles);
        page(workbook, sheet, columns, row);
        FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
        evaluator.evaluateAll();
        return workbook;
    }

    private void title(XSSFSheet sheet, Standing standing, Columns columns, Styles styles) {
        Cell title = sheet.createRow(0).createCell(0);
        Styles.put(title, words.say("appendix.title", standing.plan().title()), styles.title());
        sheet.getRow(0).setHeightInPoints(30);
        sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, columns.property()));
        Cell about = sheet.createRow(1).createCell(0);
        Styles.put(about, words.say("appendix.about", standing.plan().organisation(), wording.date(standing.at())), styles.note());
        sheet.addMergedRegion(new CellRangeAddress(1, 1, 0, columns.property()));
    }

    private void head(XSSFSheet sheet, Standing standing, Columns columns, Styles styles) {
        List<String> heads = new ArrayList<>(List.of(words.say("appendix.number"), words.say("appendix.name"), words.say("appendix.unit"),
                words.say("appendix.baseline", "" + standing.plan().baselineYear())));
        columns.midTerm.ifPresent(_ -> heads.add(words.say("role.MID_TERM")));
        columns.former.ifPresent(_ -> heads.add(words.say("revision.column", "" + standing.plan().lastYear())));
        heads.add(words.say("appendix.target", "" + standing.plan().lastYear()));
        columns.periods.forEach(p -> heads.add(wording.period(p)));
        heads.addAll(List.of(words.say("formula.ATTAINMENT"), words.say("formula.PROGRESS"), words.say("appendix.verdict"), words.say("appendix.property")));
        XSSFRow row = sheet.createRow(HEAD_ROW);
        row.setHeightInPoints(34);
        for (int i = 0; i < heads.size(); i++) Styles.put(row.createCell(i), heads.get(i), styles.head());
    }

    private static void heading(XSSFSheet sheet, int at, String name, Columns columns, Styles styles) {
        XSSFRow row = sheet.createRow(at);
        row.setHeightInPoints(22);
        for (int i = 0; i <= columns.property(); i++) row.createCell(i).setCellStyle(styles.group());
        Styles.put(row.getCell(0), name, styles.group());
        sheet.addMergedRegion(new CellRangeAddress(at, at, 0, columns.property()));
    }

    private void line(XSSFRow row, Assessment a, Columns columns, Styles styles) {
        Indicator i = a.indicator();
        row.setHeightInPoints(24);
        number(row.createCell(columns.number), BigDecimal.valueOf(a.number()), styles.serial());
        Styles.put(row.createCell(columns.name), i.name(), styles.text());
        Styles.put(row.createCell(columns.unit), i.unit().isEmpty() ? "——" : i.unit(), styles.centred());
        milestone(row.createCell(columns.baseline), a.course().baseline(), a, styles);
        columns.midTerm.ifPresent(c -> milestone(row.createCell(c), a.course().midTerm(), a, styles));
        columns.former.ifPresent(c -> milestone(row.createCell(c), formerTarget(a), a, styles));
        milestone(row.createCell(columns.target), a.course().target(), a, styles);
        Series series = a.series();
        columns.periods.forEach(p -> figure(row.createCell(columns.of(p)), series.shown(p), i, styles));
        result(row.createCell(columns.attainment()), a.attainment(), attainment(a, columns, row.getRowNum()), styles);
        result(row.createCell(columns.progress()), a.progress(), progress(a, columns, row.getRowNum()), styles);
        Styles.put(row.createCell(columns.verdict()), wording.verdict(a), styles.centred());
        Styles.put(row.createCell(columns.property()), words.say(i.property()), styles.centred());
    }

    private static void number(Cell cell, BigDecimal amount, XSSFCellStyle style) {
        cell.setCellValue(amount.doubleValue());
        cell.setCellStyle(style);
    }

    /** A number whose relation, where it is not the usual one, is part of the cell's format, and so is the mark of a revised one: the cell stays a number. */
    private static void milestone(XSSFCell cell, Optional<Milestone> milestone, Assessment a, Styles styles) {
        if (milestone.isEmpty()) {
            Styles.put(cell, "——", styles.centred());
            return;
        }
        Milestone m = milestone.get();
        int decimals = Math.max(0, m.amount().scale());
        boolean usual = m.role() == Milestone.Role.BASELINE || m.relation() == Relation.AT_LEAST && a.indicator().kind() != Kind.HOLD;
        String before = usual || m.relation().bounded() ? "" : Wording.sign(m.relation());
        String after = (m.relation().bounded() ? Wording.sign(m.relation()) + Wording.number(m.bound().orElseThrow()) : "") + Wording.rate(m, a.indicator());
        boolean revised = a.revisions().stream().anyMatch(r -> r.of(m) && !r.before().equals(m));
        number(cell, m.amount(), styles.amount(decimals, before, revised ? after + REVISED : after));
    }

    /** A forecast is marked by its format, so that it stays a number. */
    private void figure(XSSFCell cell, Optional<Observation> shown, Indicator i, Styles styles) {
        if (shown.isEmpty() || !(shown.get().reading() instanceof Reading.Value(BigDecimal amount, boolean about, _))) {
            Styles.put(cell, shown.map(o -> wording.observation(o, i.decimals())).orElse("——"), styles.centred());
            return;
        }
        int decimals = Math.max(0, Wording.decimals(shown.get().reading(), i.decimals()));
        String approximately = about ? words.say("wording.about", "") : "";
        String mark = switch (shown.get().status()) {
            case ACTUAL -> approximately;
            case PRELIMINARY -> words.say("wording.preliminary", approximately);
            case FORECAST -> words.say("wording.forecast", approximately);
        };
        number(cell, amount, styles.amount(decimals, mark));
    }

    private static void result(XSSFCell cell, Figure figure, Optional<String> formula, Styles styles) {
        if (figure.number().isEmpty()) {
            Styles.put(cell, "——", styles.centred());
            return;
        }
        formula.ifPresentOrElse(cell::setCellFormula, () -> cell.setCellValue(figure.number().get().doubleValue()));
        cell.setCellStyle(styles.percent());
    }

    /** The formula, where the value that was judged stands in the table as it is. */
    private static Optional<String> attainment(Assessment a, Columns columns, int row) {
        return value(a, columns, row).map(value -> value + "/" + ref(row, columns.target));
    }

    private static Optional<String> progress(Assessment a, Columns columns, int row) {
        return value(a, columns, row).map(value -> "(" + value + "-" + ref(row, columns.baseline) + ")/(" + ref(row, columns.target) + "-"
                + ref(row, columns.baseline) + ")");
    }

    private static Optional<String> value(Assessment a, Columns columns, int row) {
        return a.latest().filter(_ -> a.derived().isEmpty()).map(Observation::period).filter(columns.periods::contains).map(p -> ref(row, columns.of(p)));
    }

    private static String ref(int row, int column) {
        return CellReference.convertNumToColString(column) + (row + 1);
    }

    private void notes(XSSFSheet sheet, int from, Standing standing, Columns columns, Styles styles) {
        int at = from;
        for (String note : new TableNotes(words).of(standing)) {
            XSSFRow row = sheet.createRow(at);
            Styles.put(row.createCell(0), note, styles.note());
            sheet.addMergedRegion(new CellRangeAddress(at, at, 0, columns.property()));
            row.setHeightInPoints(LINE_HEIGHT * lines(note, columns));
            at++;
        }
    }

    /** How many lines a note takes across the table: at 9 points a Chinese character is 12 pixels wide, others about 5; a column unit is 7. */
    private int lines(String note, Columns columns) {
        double pixels = note.codePoints().mapToDouble(c -> Character.isIdeographic(c) || c > 0x2000 ? 12 : 5.2).sum();
        double across = IntStream.rangeClosed(0, columns.property()).mapToDouble(c -> width(c, columns)).sum() * 7;
        return (int) Math.ceil(pixels / (across * 0.95));
    }

    /** In characters of the standard font. */
    private double width(int column, Columns columns) {
        if (column == columns.number) return 6;
        if (column == columns.name) return 34;
        if (column == columns.unit) return 9;
        if (column == columns.verdict()) return words.chinese() ? 12 : 18;
        return column < columns.attainment() ? 14 : 12;
    }

    private void page(XSSFWorkbook workbook, XSSFSheet sheet, Columns columns, int end) {
        for (int i = 0; i <= columns.property(); i++) sheet.setColumnWidth(i, (int) (width(i, columns) * WIDTH_OF_CHARACTER));
        sheet.createFreezePane(2, HEAD_ROW + 1);
        sheet.setRepeatingRows(new CellRangeAddress(HEAD_ROW, HEAD_ROW, 0, columns.property()));
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setLandscape(true);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.setHorizontallyCenter(true);
        sheet.getFooter().setCenter("— &P —");
        workbook.setPrintArea(0, 0, columns.property(), 0, Math.max(end, sheet.getLastRowNum()));
        workbook.getProperties().getCoreProperties().setTitle(sheet.getRow(0).getCell(0).getStringCellValue());
    }
}
