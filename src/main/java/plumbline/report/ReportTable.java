package plumbline.report;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableCell.XWPFVertAlign;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;
import plumbline.assessment.Standing;
import plumbline.report.AppendixGrid.Entry;
import plumbline.report.AppendixGrid.Line;
import plumbline.words.Words;

/** The appendix table at the end of a report: fixed widths, heads repeated on each page, no row torn. */
final class ReportTable {
    private static final String HEADS = "黑体";
    /** The width of a landscape page within its margins, in twentieths of a point. */
    private static final int ACROSS = ReportDocument.twips(297 - 37 - 35).intValue();
    private static final int CELL_MARGINS = 130;
    private static final int WIDEST_NAME = 26;
    /** 五号, 小五, 六号: the largest that lets every number stand on one line. */
    private static final List<Double> SIZES = List.of(10.5, 9.0, 7.5);

    private final Words words;
    private final XWPFDocument document;

    ReportTable(Words words, XWPFDocument document) {
        this.words = words;
        this.document = document;
    }

    void append(Standing standing, Set<AppendixColumn> columns) {
        AppendixGrid grid = new AppendixGrid(words, standing, columns);
        paragraph("Attachment", words.say("report.attachment"));
        paragraph("TableTitle", grid.title());
        paragraph("TableText", grid.about());
        table(grid);
        grid.notes().forEach(note -> paragraph("Note", note));
    }

    private void paragraph(String style, String text) {
        XWPFParagraph p = document.createParagraph();
        p.setStyle(style);
        p.createRun().setText(text);
    }

    private void table(AppendixGrid grid) {
        int columns = grid.places().size();
        double size = SIZES.stream().filter(s -> width(grid, s) <= ACROSS).findFirst().orElse(SIZES.getLast());
        int[] widths = widths(grid, size);
        XWPFTable table = document.createTable(grid.lines().size() + 1, columns);
        table.setTableAlignment(TableRowAlign.CENTER);
        table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        table.setWidth(ACROSS);
        CTTblGrid sizes = table.getCTTbl().getTblGrid() == null ? table.getCTTbl().addNewTblGrid() : table.getCTTbl().getTblGrid();
        while (sizes.sizeOfGridColArray() > 0) sizes.removeGridCol(0);
        for (int w : widths) sizes.addNewGridCol().setW(BigInteger.valueOf(w));
        XWPFTableRow head = table.getRow(0);
        head.setRepeatHeader(true);
        head.setCantSplitRow(true);
        for (int c = 0; c < columns; c++) {
            fill(head.getCell(c), torn(grid.places().get(c).head()), ParagraphAlignment.CENTER, size, true);
            wide(head.getCell(c), widths[c]);
        }
        for (int r = 0; r < grid.lines().size(); r++) {
            XWPFTableRow row = table.getRow(r + 1);
            row.setCantSplitRow(true);
            switch (grid.lines().get(r)) {
                case Line.Heading(String name) -> heading(row, name, size);
                case Line.Row line -> line(row, line, widths, size);
            }
        }
    }

    private static void heading(XWPFTableRow row, String name, double size) {
        int columns = row.getTableCells().size();
        for (int c = columns - 1; c > 0; c--) row.removeCell(c);
        CTTcPr properties = properties(row.getCell(0));
        properties.addNewGridSpan().setVal(BigInteger.valueOf(columns));
        fill(row.getCell(0), name, ParagraphAlignment.LEFT, size, true);
        wide(row.getCell(0), ACROSS);
        row.getCell(0).getParagraphs().getFirst().setKeepNext(true);
    }

    private static void line(XWPFTableRow row, Line.Row line, int[] widths, double size) {
        for (int c = 0; c < widths.length; c++) {
            Entry entry = line.entries().get(c);
            ParagraphAlignment side = switch (entry) {
                case Entry.Text(_, boolean centred) -> centred ? ParagraphAlignment.CENTER : ParagraphAlignment.LEFT;
                case Entry.Amount _ -> c == 0 ? ParagraphAlignment.CENTER : ParagraphAlignment.RIGHT;
                case Entry.Share _ -> ParagraphAlignment.RIGHT;
            };
            fill(row.getCell(c), entry.shown(), side, size, false);
            wide(row.getCell(c), widths[c]);
        }
    }

    private static void fill(XWPFTableCell cell, String text, ParagraphAlignment side, double size, boolean head) {
        XWPFParagraph p = cell.getParagraphs().getFirst();
        p.setStyle("TableText");
        p.setAlignment(side);
        XWPFRun run = p.createRun();
        ReportDocument.lines(run, text);
        run.setFontSize(size);
        if (head) run.setFontFamily(HEADS, XWPFRun.FontCharRange.eastAsia);
        cell.setVerticalAlignment(XWPFVertAlign.CENTER);
    }

    private static CTTcPr properties(XWPFTableCell cell) {
        return cell.getCTTc().isSetTcPr() ? cell.getCTTc().getTcPr() : cell.getCTTc().addNewTcPr();
    }

    private static void wide(XWPFTableCell cell, int twips) {
        CTTcPr properties = properties(cell);
        CTTblWidth width = properties.isSetTcW() ? properties.getTcW() : properties.addNewTcW();
        width.setType(STTblWidth.DXA);
        width.setW(BigInteger.valueOf(twips));
    }

    private static int[] widths(AppendixGrid grid, double size) {
        double[] natural = IntStream.range(0, grid.places().size()).mapToDouble(c -> natural(grid, c, size)).toArray();
        double all = IntStream.range(0, natural.length).mapToDouble(c -> natural[c]).sum();
        return IntStream.range(0, natural.length).map(c -> (int) (natural[c] * ACROSS / all)).toArray();
    }

    private static double width(AppendixGrid grid, double size) {
        return IntStream.range(0, grid.places().size()).mapToDouble(c -> natural(grid, c, size)).sum();
    }

    /** What a column would like: its longest entry on one line, a name or a head on two. */
    private static double natural(AppendixGrid grid, int column, double size) {
        AppendixColumn kind = grid.places().get(column).column();
        int longest = grid.lines().stream().mapToInt(l -> l instanceof Line.Row row ? halves(row.entries().get(column).shown()) : 0).max().orElse(0);
        int entry = kind == AppendixColumn.NAME ? Math.min(longest, WIDEST_NAME) : Math.min(longest, WIDEST_NAME / 2 + 1);
        int head = head(grid.places().get(column).head());
        return (Math.max(entry, head) + 1) * size * 10.5 + CELL_MARGINS;
    }

    /** What stands together in a head is not torn, unless it is long. */
    private static int head(String head) {
        int half = Math.max(12, (halves(head) + 1) / 2);
        return Stream.of(torn(head).split("[ \n]")).mapToInt(p -> Math.min(halves(p), half)).reduce(4, Math::max);
    }

    /** Where a head goes on in a second line. */
    private static String torn(String head) {
        return head.replaceAll(" ?(?=[（(至])", "\n");
    }

    /** A Chinese character is two halves wide. */
    private static int halves(String text) {
        return text.codePoints().map(c -> Character.isIdeographic(c) || c > 0x2000 ? 2 : 1).sum();
    }
}
