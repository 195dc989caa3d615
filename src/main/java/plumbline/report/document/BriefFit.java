package plumbline.report.document;

import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;

import java.util.List;

/**
 * How large a document is set that is to stand on one page: 3号 as usual, and where that is too much
 * as large as lets it stand there, down to 小四. Lines have a fixed pitch, so that the height does
 * not hang on whose 仿宋 the machine has.
 *
 * @param textSize size of the text, in points
 * @param linePitch of its lines, in points
 */
record BriefFit(double textSize, double linePitch) {
    private static final BriefFit USUAL = new BriefFit(16, 28.9);
    private static final List<BriefFit> SIZES =
            List.of(
                    USUAL,
                    new BriefFit(15, 26),
                    new BriefFit(14, 24),
                    new BriefFit(13, 22),
                    new BriefFit(12, 20));

    /** The type area, in points. */
    private static final double ACROSS = 156 * 72 / 25.4;

    private static final double DOWN = 225 * 72 / 25.4;
    private static final double SAFE = 0.97;

    /** The lines of the title, and the byline with what is kept free below it. */
    private static final double TITLE = 34;

    private static final double BYLINE = 28.9 + 20;

    /** The first line of a paragraph is indented by two characters. */
    private static final String INDENT = "　　";

    /**
     * @param title in its lines; {@code paragraphs} of the text, headings among them
     */
    static BriefFit fitToOnePage(String title, List<String> paragraphs) {
        return SIZES.stream()
                .filter(s -> s.textHeight(title, paragraphs) <= DOWN * SAFE)
                .findFirst()
                .orElse(SIZES.getLast());
    }

    private double textHeight(String title, List<String> paragraphs) {
        int lines =
                paragraphs.stream()
                        .mapToInt(p -> SlideLines.countLines(INDENT + p, textSize, ACROSS))
                        .sum();
        return title.lines().count() * TITLE + BYLINE + lines * linePitch;
    }

    /** Sets the document's text so; its title and byline stay. */
    void applyTo(XWPFDocument document) {
        if (equals(USUAL)) return;
        document.getParagraphs().stream()
                .filter(p -> "Normal".equals(p.getStyle()) || "Heading1".equals(p.getStyle()))
                .forEach(this::applyToParagraph);
    }

    private void applyToParagraph(XWPFParagraph p) {
        p.setSpacingBetween(linePitch, LineSpacingRule.EXACT);
        p.getRuns().forEach(r -> r.setFontSize(textSize));
        CTPPr properties = p.getCTP().getPPr();
        properties.addNewSnapToGrid().setVal(false);
    }
}
