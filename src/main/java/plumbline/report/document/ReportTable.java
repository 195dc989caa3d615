package plumbline.report.document;

import org.apache.poi.xwpf.usermodel.LineSpacingRule;
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

import plumbline.assessment.Evaluation;
import plumbline.report.table.AppendixColumn;
import plumbline.report.table.AppendixGrid;
import plumbline.report.table.AppendixGrid.AppendixEntry;
import plumbline.report.table.AppendixGrid.AppendixLine;
import plumbline.words.Messages;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;

/**
 * The appendix table at the end of a report: fixed widths, heads repeated on each page, no row
 * torn.
 */
final class ReportTable {
    private static final String HEADS = "黑体";

    /** So many of the last rows go with the notes, which never stand on a page alone. */
    private static final int WITH_NOTES = 3;

    private final Messages words;
    private final XWPFDocument document;

    ReportTable(Messages words, XWPFDocument document) {
        this.words = words;
        this.document = document;
    }

    void appendTable(Evaluation standing, Set<AppendixColumn> columns) {
        AppendixGrid grid = new AppendixGrid(words, standing, columns);
        TableFit fit = TableFit.fitGrid(grid);
        setLinePitch(
                addParagraph("Attachment", words.sentence("report.attachment"), true),
                TableFit.ATTACHMENT);
        setLinePitch(addParagraph("TableTitle", grid.title(), true), TableFit.TITLE);
        setLinePitch(addParagraph("TableText", grid.aboutLine(), true), TableFit.ABOUT);
        addTable(grid, fit);
        addNotes(grid.notes(), fit);
    }

    private XWPFParagraph addParagraph(String style, String text, boolean kept) {
        XWPFParagraph p = document.createParagraph();
        p.setStyle(style);
        p.setKeepNext(kept);
        p.createRun().setText(text);
        return p;
    }

    private static void setLinePitch(XWPFParagraph p, double points) {
        p.setSpacingBetween(points, LineSpacingRule.EXACT);
    }

    private void addNotes(List<String> notes, TableFit fit) {
        for (int i = 0; i < notes.size(); i++) {
            XWPFParagraph p = addParagraph("Note", notes.get(i), i < notes.size() - 1);
            p.getRuns().getFirst().setFontSize(fit.noteSize());
            setLinePitch(p, fit.notePitch());
        }
    }

    private void addTable(AppendixGrid grid, TableFit fit) {
        int columns = grid.gridColumns().size();
        XWPFTable table = document.createTable(grid.lines().size() + 1, columns);
        table.setTableAlignment(TableRowAlign.CENTER);
        table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        table.setWidth(TableFit.ACROSS);
        CTTblGrid sizes =
                table.getCTTbl().getTblGrid() == null
                        ? table.getCTTbl().addNewTblGrid()
                        : table.getCTTbl().getTblGrid();
        while (sizes.sizeOfGridColArray() > 0) sizes.removeGridCol(0);
        for (int w : fit.widths()) sizes.addNewGridCol().setW(BigInteger.valueOf(w));
        XWPFTableRow head = table.getRow(0);
        head.setRepeatHeader(true);
        head.setCantSplitRow(true);
        for (int c = 0; c < columns; c++) {
            fillCell(
                    head.getCell(c),
                    TableFit.breakHead(grid.gridColumns().get(c).heading()),
                    ParagraphAlignment.CENTER,
                    fit,
                    true);
            setCellWidth(head.getCell(c), fit.widths().get(c));
        }
        for (int r = 0; r < grid.lines().size(); r++) {
            XWPFTableRow row = table.getRow(r + 1);
            row.setCantSplitRow(true);
            switch (grid.lines().get(r)) {
                case AppendixLine.AppendixHeading(String name) -> fillHeading(row, name, fit);
                case AppendixLine.AppendixRow line -> fillRow(row, line, fit);
            }
            if (r >= grid.lines().size() - WITH_NOTES) keepWithNext(row);
        }
    }

    private static void keepWithNext(XWPFTableRow row) {
        row.getTableCells().stream()
                .flatMap(c -> c.getParagraphs().stream())
                .forEach(p -> p.setKeepNext(true));
    }

    private static void fillHeading(XWPFTableRow row, String name, TableFit fit) {
        int columns = row.getTableCells().size();
        for (int c = columns - 1; c > 0; c--) row.removeCell(c);
        CTTcPr properties = cellProperties(row.getCell(0));
        properties.addNewGridSpan().setVal(BigInteger.valueOf(columns));
        fillCell(row.getCell(0), name, ParagraphAlignment.LEFT, fit, true);
        setCellWidth(row.getCell(0), TableFit.ACROSS);
        keepWithNext(row);
    }

    private static void fillRow(XWPFTableRow row, AppendixLine.AppendixRow line, TableFit fit) {
        for (int c = 0; c < line.entries().size(); c++) {
            AppendixEntry entry = line.entries().get(c);
            ParagraphAlignment side =
                    switch (entry) {
                        case AppendixEntry.TextEntry(_, boolean centred) ->
                                centred ? ParagraphAlignment.CENTER : ParagraphAlignment.LEFT;
                        case AppendixEntry.AmountEntry _ ->
                                c == 0 ? ParagraphAlignment.CENTER : ParagraphAlignment.RIGHT;
                        case AppendixEntry.ShareEntry _ -> ParagraphAlignment.RIGHT;
                    };
            fillCell(row.getCell(c), entry.shownText(), side, fit, false);
            setCellWidth(row.getCell(c), fit.widths().get(c));
        }
    }

    private static void fillCell(
            XWPFTableCell cell, String text, ParagraphAlignment side, TableFit fit, boolean head) {
        XWPFParagraph p = cell.getParagraphs().getFirst();
        p.setStyle("TableText");
        p.setAlignment(side);
        setLinePitch(p, fit.linePitch());
        XWPFRun run = p.createRun();
        ReportDocument.addTextLines(run, text);
        run.setFontSize(fit.textSize());
        if (head) run.setFontFamily(HEADS, XWPFRun.FontCharRange.eastAsia);
        cell.setVerticalAlignment(XWPFVertAlign.CENTER);
    }

    private static CTTcPr cellProperties(XWPFTableCell cell) {
        return cell.getCTTc().isSetTcPr() ? cell.getCTTc().getTcPr() : cell.getCTTc().addNewTcPr();
    }

    private static void setCellWidth(XWPFTableCell cell, int twips) {
        CTTcPr properties = cellProperties(cell);
        CTTblWidth width = properties.isSetTcW() ? properties.getTcW() : properties.addNewTcW();
        width.setType(STTblWidth.DXA);
        width.setW(BigInteger.valueOf(twips));
    }
}
