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
    private boolean nextBeginsPage;

    private ReportDocument(Messages words) {
        this.words = words;
        this.numbers = new HeadingNumbers(words);
    }

    /**
     * Writes the blocks under the title of the outline.
     *
     * @param columns of the appendix table
     */
    public static void writeReport(
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
        addStyles();
        document.getProperties().getCoreProperties().setTitle(narrative.documentTitle(outline));
        document.getProperties().getCoreProperties().setCreator(standing.plan().organisation());
        addTextLines(addParagraph("Title", "").createRun(), narrative.titleLines(outline));
        addParagraph("Subtitle", narrative.byline());
        if (outline.hasContents()) addContents(blocks);
        for (ReportBlock block : blocks) {
            switch (block) {
                case ReportBlock.ReportHeading heading -> addHeading(heading);
                case ReportBlock.ProseBlock prose -> addProse(prose);
                case ReportBlock.ChartBlock(Chart chart) -> addChart(chart);
                case ReportBlock.AppendixBlock _ -> {}
            }
        }
        if (outline.isOnePage())
            BriefFit.fitToOnePage(
                            narrative.titleLines(outline),
                            document.getParagraphs().stream()
                                    .filter(
                                            p ->
                                                    !"Title".equals(p.getStyle())
                                                            && !"Subtitle".equals(p.getStyle()))
                                    .map(XWPFParagraph::getText)
                                    .toList())
                    .applyTo(document);
        boolean appendix = blocks.stream().anyMatch(b -> b instanceof ReportBlock.AppendixBlock);
        addFootersAndAppendix(appendix, standing, columns);
    }

    private void addStyles() throws IOException {
        try (InputStream styles = openResource("styles.xml")) {
            document.createStyles().setStyles(StylesDocument.Factory.parse(styles).getStyles());
            PackagePart fonts =
                    document.getPackage()
                            .createPart(
                                    PackagingURIHelper.createPartName("/word/fontTable.xml"),
                                    FONT_TABLE);
            try (InputStream in = openResource("fonts.xml");
                    OutputStream out = fonts.getOutputStream()) {
                in.transferTo(out);
            }
            document.getPackagePart()
                    .addRelationship(fonts.getPartName(), TargetMode.INTERNAL, FONT_TABLE_LINK);
        } catch (XmlException | InvalidFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InputStream openResource(String name) {
        return ReportDocument.class.getResourceAsStream("/plumbline/report/" + name);
    }

    private XWPFParagraph addParagraph(String style, String text) {
        XWPFParagraph p = document.createParagraph();
        p.setStyle(style);
        if (!text.isEmpty()) p.createRun().setText(text);
        return p;
    }

    private void addHeading(ReportBlock.ReportHeading heading) {
        XWPFParagraph p = document.createParagraph();
        p.setStyle("Heading" + heading.level());
        p.setPageBreak(nextBeginsPage);
        nextBeginsPage = false;
        p.createRun().setText(numbers.nextNumber(heading.level()) + heading.text());
    }

    private void addProse(ReportBlock.ProseBlock prose) {
        XWPFParagraph p = document.createParagraph();
        p.setStyle("Normal");
        for (TextSpan span : prose.spans()) {
            XWPFRun run = p.createRun();
            addTextLines(run, span.text());
            if (span instanceof TextSpan.LostNumberSpan)
                run.setTextHighlightColor(STHighlightColor.YELLOW.toString());
        }
    }

    static void addTextLines(XWPFRun run, String text) {
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) run.addBreak();
            run.setText(lines[i]);
        }
    }

    private void addChart(Chart chart) {
        new NativeChart(words, Palette.PRINT)
                .addInLine(
                        chart,
                        document,
                        addParagraph("Figure", "").createRun(),
                        PICTURE_WIDTH,
                        PICTURE_HEIGHT);
    }

    /**
     * A field that lists the headings already; the pages they stand on are filled in by the word
     * processor, which alone knows them.
     */
    private void addContents(List<ReportBlock> blocks) {
        addParagraph("TOCHeading", words.sentence("report.contents"));
        HeadingNumbers counting = new HeadingNumbers(words);
        List<ReportBlock.ReportHeading> headings =
                blocks.stream()
                        .filter(b -> b instanceof ReportBlock.ReportHeading)
                        .map(b -> (ReportBlock.ReportHeading) b)
                        .toList();
        for (int i = 0; i < headings.size(); i++) {
            ReportBlock.ReportHeading heading = headings.get(i);
            XWPFParagraph line = document.createParagraph();
            line.setStyle("TOC" + heading.level());
            if (i == 0) openField(line, "TOC \\o \"1-2\" \\h \\z \\u");
            line.createRun().setText(counting.nextNumber(heading.level()) + heading.text());
            if (i == headings.size() - 1) addFieldMark(line, STFldCharType.END);
        }
        document.enforceUpdateFields();
        nextBeginsPage = true;
    }

    private static void openField(XWPFParagraph p, String instruction) {
        addFieldMark(p, STFldCharType.BEGIN);
        p.createRun().getCTR().addNewInstrText().setStringValue(" " + instruction + " ");
        addFieldMark(p, STFldCharType.SEPARATE);
    }

    private static void addFieldMark(XWPFParagraph p, STFldCharType.Enum type) {
        p.createRun().getCTR().addNewFldChar().setFldCharType(type);
    }

    private static void addField(XWPFParagraph p, String instruction, String shown) {
        openField(p, instruction);
        p.createRun().setText(shown);
        addFieldMark(p, STFldCharType.END);
    }

    private void addFootersAndAppendix(
            boolean appendix, Evaluation standing, Set<AppendixColumn> columns) {
        addFooter(HeaderFooterType.DEFAULT, ParagraphAlignment.RIGHT);
        addFooter(HeaderFooterType.EVEN, ParagraphAlignment.LEFT);
        document.setEvenAndOddHeadings(true);
        CTSectPr last = document.getDocument().getBody().getSectPr();
        if (!appendix) {
            setPortrait(last);
            return;
        }
        CTSectPr text = document.createParagraph().getCTP().addNewPPr().addNewSectPr();
        text.set(last.copy());
        setPortrait(text);
        setLandscape(last);
        new ReportTable(words, document).appendTable(standing, columns);
    }

    private void addFooter(HeaderFooterType type, ParagraphAlignment side) {
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
        addField(p, "PAGE", "1");
        p.createRun().setText(" —");
    }

    private static void setPortrait(CTSectPr section) {
        setPageSize(section, 210, 297, STPageOrientation.PORTRAIT);
        setMargins(section, 37, 26, 35, 28, 23);
        CTDocGrid grid = section.isSetDocGrid() ? section.getDocGrid() : section.addNewDocGrid();
        // Characters are set closer by their style: a grid for them, narrower than their size,
        // makes LibreOffice give each two cells.
        grid.setType(STDocGrid.LINES);
        grid.setLinePitch(BigInteger.valueOf(LINE_PITCH));
    }

    /** The same sheet turned: its top margin lies at the left. */
    private static void setLandscape(CTSectPr section) {
        setPageSize(section, 297, 210, STPageOrientation.LANDSCAPE);
        setMargins(section, 25, 35, 24, 37, 15);
    }

    private static void setPageSize(
            CTSectPr section, int width, int height, STPageOrientation.Enum orientation) {
        CTPageSz size = section.isSetPgSz() ? section.getPgSz() : section.addNewPgSz();
        size.setW(toTwips(width));
        size.setH(toTwips(height));
        size.setOrient(orientation);
    }

    private static void setMargins(
            CTSectPr section, int top, int right, int bottom, int left, int footer) {
        CTPageMar margin = section.isSetPgMar() ? section.getPgMar() : section.addNewPgMar();
        margin.setTop(toTwips(top));
        margin.setRight(toTwips(right));
        margin.setBottom(toTwips(bottom));
        margin.setLeft(toTwips(left));
        margin.setHeader(toTwips(15));
        margin.setFooter(toTwips(footer));
        margin.setGutter(BigInteger.ZERO);
    }

    static BigInteger toTwips(double millimetres) {
        return BigInteger.valueOf(Math.round(millimetres * TWIPS));
    }
}
