package plumbline.report.document;

import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTDocGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STDocGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHighlightColor;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

import plumbline.assessment.Evaluation;
import plumbline.chart.Chart;
import plumbline.chart.drawing.Palette;
import plumbline.report.table.AppendixColumn;
import plumbline.report.table.NativeChart;
import plumbline.report.text.Narrative;
import plumbline.report.text.Outline;
import plumbline.report.text.ReportBlock;
import plumbline.report.text.TextSpan;
import plumbline.words.Messages;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;

/**
 * A report as .docx in the official format (GB/T 9704-2012): A4, 22 lines of 28 characters, page
 * numbers outside; the appendix table lies on landscape pages. Fonts are named with their
 * stand-ins, none is embedded. A field is written in separate runs, because WPS shows nothing of
 * one that is not.
 */
public final class ReportDocument {
    /** Twentieths of a point in a millimetre. */
    private static final double TWIPS = 1440 / 25.4;

    private static final int LINE_PITCH = 578;
    private static final int PICTURE_WIDTH = 432;
    private static final int PICTURE_HEIGHT = 243;
    private static final String FONT_TABLE =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml";
    private static final String FONT_TABLE_LINK =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable";

    private final Messages words;
    private final XWPFDocument document = new XWPFDocument();
    private final HeadingNumbers numbers;

    /** What comes next begins a page. */
    private boolean turn;

    private ReportDocument(Messages words) {
        this.words = words;
        this.numbers = new HeadingNumbers(words);
    }

    /**
     * Writes the blocks under the title of the outline.
     *
     * @param columns of the appendix table
     */
    public static void write(
            Messages words,
            Evaluation standing,
            Outline outline,
            List<ReportBlock> blocks,
            Set<AppendixColumn> columns,
            OutputStream out)
            throws IOException {
        ReportDocument made = new ReportDocument(words);
        try (XWPFDocument document = made.document) {
            made.compose(new Narrative(words, standing), standing, outline, blocks, columns);
            document.write(out);
        }
    }

    private void compose(
            Narrative narrative,
            Evaluation standing,
            Outline outline,
            List<ReportBlock> blocks,
            Set<AppendixColumn> columns)
            throws IOException {
        dress();
        document.getProperties().getCoreProperties().setTitle(narrative.title(outline));
        document.getProperties().getCoreProperties().setCreator(standing.plan().organisation());
        lines(paragraph("Title", "").createRun(), narrative.titleLines(outline));
        paragraph("Subtitle", narrative.byline());
        if (outline.contents()) contents(blocks);
        for (ReportBlock block : blocks) {
            switch (block) {
                case ReportBlock.Heading heading -> heading(heading);
                case ReportBlock.Prose prose -> prose(prose);
                case ReportBlock.Picture(Chart chart) -> picture(chart);
                case ReportBlock.Appendix _ -> {}
            }
        }
        if (outline.onePage())
            BriefFit.of(
                            narrative.titleLines(outline),
                            document.getParagraphs().stream()
                                    .filter(
                                            p ->
                                                    !"Title".equals(p.getStyle())
                                                            && !"Subtitle".equals(p.getStyle()))
                                    .map(XWPFParagraph::getText)
                                    .toList())
                    .set(document);
        boolean appendix = blocks.stream().anyMatch(b -> b instanceof ReportBlock.Appendix);
        finish(appendix, standing, columns);
    }

    private void dress() throws IOException {
        try (InputStream styles = resource("styles.xml")) {
            document.createStyles().setStyles(StylesDocument.Factory.parse(styles).getStyles());
            PackagePart fonts =
                    document.getPackage()
                            .createPart(
                                    PackagingURIHelper.createPartName("/word/fontTable.xml"),
                                    FONT_TABLE);
            try (InputStream in = resource("fonts.xml");
                    OutputStream out = fonts.getOutputStream()) {
                in.transferTo(out);
            }
            document.getPackagePart()
                    .addRelationship(fonts.getPartName(), TargetMode.INTERNAL, FONT_TABLE_LINK);
        } catch (XmlException | InvalidFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InputStream resource(String name) {
        return ReportDocument.class.getResourceAsStream("/plumbline/report/" + name);
    }

    private XWPFParagraph paragraph(String style, String text) {
        XWPFParagraph p = document.createParagraph();
        p.setStyle(style);
        if (!text.isEmpty()) p.createRun().setText(text);
        return p;
    }

    private void heading(ReportBlock.Heading heading) {
        XWPFParagraph p = document.createParagraph();
        p.setStyle("Heading" + heading.level());
        p.setPageBreak(turn);
        turn = false;
        p.createRun().setText(numbers.next(heading.level()) + heading.text());
    }

    private void prose(ReportBlock.Prose prose) {
        XWPFParagraph p = document.createParagraph();
        p.setStyle("Normal");
        for (TextSpan span : prose.spans()) {
            XWPFRun run = p.createRun();
            lines(run, span.text());
            if (span instanceof TextSpan.Lost)
                run.setTextHighlightColor(STHighlightColor.YELLOW.toString());
        }
    }

    static void lines(XWPFRun run, String text) {
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) run.addBreak();
            run.setText(lines[i]);
        }
    }

    private void picture(Chart chart) {
        new NativeChart(words, Palette.PRINT)
                .inLine(
                        chart,
                        document,
                        paragraph("Figure", "").createRun(),
                        PICTURE_WIDTH,
                        PICTURE_HEIGHT);
    }

    /**
     * A field that lists the headings already; the pages they stand on are filled in by the word
     * processor, which alone knows them.
     */
    private void contents(List<ReportBlock> blocks) {
        paragraph("TOCHeading", words.say("report.contents"));
        HeadingNumbers counting = new HeadingNumbers(words);
        List<ReportBlock.Heading> headings =
                blocks.stream()
                        .filter(b -> b instanceof ReportBlock.Heading)
                        .map(b -> (ReportBlock.Heading) b)
                        .toList();
        for (int i = 0; i < headings.size(); i++) {
            ReportBlock.Heading heading = headings.get(i);
            XWPFParagraph line = document.createParagraph();
            line.setStyle("TOC" + heading.level());
            if (i == 0) open(line, "TOC \\o \"1-2\" \\h \\z \\u");
            line.createRun().setText(counting.next(heading.level()) + heading.text());
            if (i == headings.size() - 1) mark(line, STFldCharType.END);
        }
        document.enforceUpdateFields();
        turn = true;
    }

    private static void open(XWPFParagraph p, String instruction) {
        mark(p, STFldCharType.BEGIN);
        p.createRun().getCTR().addNewInstrText().setStringValue(" " + instruction + " ");
        mark(p, STFldCharType.SEPARATE);
    }

    private static void mark(XWPFParagraph p, STFldCharType.Enum type) {
        p.createRun().getCTR().addNewFldChar().setFldCharType(type);
    }

    private static void field(XWPFParagraph p, String instruction, String shown) {
        open(p, instruction);
        p.createRun().setText(shown);
        mark(p, STFldCharType.END);
    }

    private void finish(boolean appendix, Evaluation standing, Set<AppendixColumn> columns) {
        footer(HeaderFooterType.DEFAULT, ParagraphAlignment.RIGHT);
        footer(HeaderFooterType.EVEN, ParagraphAlignment.LEFT);
        document.setEvenAndOddHeadings(true);
        CTSectPr last = document.getDocument().getBody().getSectPr();
        if (!appendix) {
            portrait(last);
            return;
        }
        CTSectPr text = document.createParagraph().getCTP().addNewPPr().addNewSectPr();
        text.set(last.copy());
        portrait(text);
        landscape(last);
        new ReportTable(words, document).append(standing, columns);
    }

    private void footer(HeaderFooterType type, ParagraphAlignment side) {
        XWPFFooter footer = document.createFooter(type);
        XWPFParagraph p =
                footer.getParagraphs().isEmpty()
                        ? footer.createParagraph()
                        : footer.getParagraphs().getFirst();
        p.setStyle("Footer");
        p.setAlignment(side);
        if (side == ParagraphAlignment.RIGHT) p.setIndentationRight(280);
        else p.setIndentationLeft(280);
        p.createRun().setText("— ");
        field(p, "PAGE", "1");
        p.createRun().setText(" —");
    }

    private static void portrait(CTSectPr section) {
        page(section, 210, 297, STPageOrientation.PORTRAIT);
        margins(section, 37, 26, 35, 28, 23);
        CTDocGrid grid = section.isSetDocGrid() ? section.getDocGrid() : section.addNewDocGrid();
        // Characters are set closer by their style: a grid for them, narrower than their size,
        // makes LibreOffice give each two cells.
        grid.setType(STDocGrid.LINES);
        grid.setLinePitch(BigInteger.valueOf(LINE_PITCH));
    }

    /** The same sheet turned: its top margin lies at the left. */
    private static void landscape(CTSectPr section) {
        page(section, 297, 210, STPageOrientation.LANDSCAPE);
        margins(section, 25, 35, 24, 37, 15);
    }

    private static void page(
            CTSectPr section, int width, int height, STPageOrientation.Enum orientation) {
        CTPageSz size = section.isSetPgSz() ? section.getPgSz() : section.addNewPgSz();
        size.setW(twips(width));
        size.setH(twips(height));
        size.setOrient(orientation);
    }

    private static void margins(
            CTSectPr section, int top, int right, int bottom, int left, int footer) {
        CTPageMar margin = section.isSetPgMar() ? section.getPgMar() : section.addNewPgMar();
        margin.setTop(twips(top));
        margin.setRight(twips(right));
        margin.setBottom(twips(bottom));
        margin.setLeft(twips(left));
        margin.setHeader(twips(15));
        margin.setFooter(twips(footer));
        margin.setGutter(BigInteger.ZERO);
    }

    static BigInteger twips(double millimetres) {
        return BigInteger.valueOf(Math.round(millimetres * TWIPS));
    }
}
