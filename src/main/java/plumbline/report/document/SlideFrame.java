package plumbline.report.document;

import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.common.usermodel.fonts.FontGroup;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.sl.usermodel.ShapeType;
import org.apache.poi.sl.usermodel.TableCell.BorderEdge;
import org.apache.poi.sl.usermodel.TextParagraph.TextAlign;
import org.apache.poi.sl.usermodel.VerticalAlignment;
import org.apache.poi.xslf.usermodel.SlideLayout;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFSlideLayout;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTableCell;
import org.apache.poi.xslf.usermodel.XSLFTableRow;
import org.apache.poi.xslf.usermodel.XSLFTextBox;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.apache.poi.xslf.usermodel.XSLFTextRun;
import org.apache.poi.xslf.usermodel.XSLFTextShape;

import plumbline.base.Problem;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Places titles, texts and tables on slides: on the officer's own template by its layouts, else on
 * a plain page of ours. A layout that lacks a place for something gets it where such a thing
 * usually stands.
 */
final class SlideFrame {
    static final double TEXT_SIZE = 20;
    static final double TABLE_TEXT_SIZE = 14;
    private static final double GAP = 8;
    private static final double CELL = 6;
    private static final int LINES_OF_A_REASON = 2;
    private static final int FEWEST_ROWS = 3;
    private static final String FACE = "微软雅黑";
    private static final double NARROW = 110;
    private static final Dimension WIDE = new Dimension(960, 540);
    private static final Color INK = new Color(0x1f2328);
    private static final Color HEAD = new Color(0x0550ae);
    private static final Color RULE = new Color(0x8c959f);
    private static final Color PALE = new Color(0xeaf1f9);
    private static final Set<Placeholder> TITLES =
            EnumSet.of(Placeholder.TITLE, Placeholder.CENTERED_TITLE);
    private static final Set<Placeholder> BODIES =
            EnumSet.of(Placeholder.CONTENT, Placeholder.BODY);
    private static final Set<Placeholder> KEPT =
            EnumSet.of(Placeholder.SLIDE_NUMBER, Placeholder.DATETIME, Placeholder.FOOTER);

    private final XMLSlideShow slideShow;
    private final boolean isOwnDesign;

    private SlideFrame(XMLSlideShow show, boolean own) {
        this.slideShow = show;
        this.isOwnDesign = own;
    }

    /**
     * @throws Problem if the template cannot be read
     */
    static SlideFrame openTemplate(Optional<Path> template) throws Problem {
        if (template.isEmpty()) {
            XMLSlideShow show = new XMLSlideShow();
            show.setPageSize(WIDE);
            return new SlideFrame(show, true);
        }
        try (InputStream in = Files.newInputStream(template.get())) {
            XMLSlideShow show = new XMLSlideShow(in);
            while (!show.getSlides().isEmpty()) show.removeSlide(0);
            UnreachableParts.removeFrom(show.getPackage());
            return new SlideFrame(show, false);
        } catch (IOException
                | OpenXML4JRuntimeException
                | POIXMLException
                | UnsupportedFileFormatException e) {
            throw new Problem("problem.template.unreadable", template.get()).withCause(e);
        }
    }

    XMLSlideShow slideShow() {
        return slideShow;
    }

    XSLFSlide addOpeningSlide(String title, String byline) {
        XSLFSlide slide = createSlide(SlideLayout.TITLE);
        double width = slideShow.getPageSize().getWidth();
        double height = slideShow.getPageSize().getHeight();
        Rectangle2D at =
                new Rectangle2D.Double(width * 0.08, height * 0.28, width * 0.84, height * 0.26);
        setTitle(slide, title, at, 36, TextAlign.CENTER);
        Optional<XSLFTextShape> below =
                isOwnDesign
                        ? Optional.empty()
                        : findPlaceholder(
                                slide, EnumSet.of(Placeholder.SUBTITLE, Placeholder.BODY));
        below.ifPresent(s -> s.setText(byline));
        removeUnfilledPlaceholders(slide, below);
        if (below.isEmpty())
            writeText(
                    addTextBox(
                            slide,
                            new Rectangle2D.Double(
                                    width * 0.08, height * 0.58, width * 0.84, height * 0.12)),
                    byline,
                    20,
                    TextAlign.CENTER,
                    false);
        return slide;
    }

    /** A slide with its title; what stands below it goes into {@link #bodyArea()}. */
    XSLFSlide addTitledSlide(String title) {
        XSLFSlide slide = createSlide(SlideLayout.TITLE_ONLY);
        double width = slideShow.getPageSize().getWidth();
        Rectangle2D at =
                new Rectangle2D.Double(
                        width * 0.05,
                        slideShow.getPageSize().getHeight() * 0.045,
                        width * 0.9,
                        slideShow.getPageSize().getHeight() * 0.1);
        setTitle(
                slide,
                title,
                at,
                SlideLines.countLines(title, 28, at.getWidth()) > 1 ? 20 : 28,
                TextAlign.LEFT);
        removeUnfilledPlaceholders(slide, Optional.empty());
        if (isOwnDesign) addRuleAndNumber(slide);
        return slide;
    }

    private XSLFSlide createSlide(SlideLayout wanted) {
        List<XSLFSlideLayout> layouts =
                slideShow.getSlideMasters().stream()
                        .flatMap(m -> Stream.of(m.getSlideLayouts()))
                        .toList();
        return layouts.stream()
                .filter(l -> l.getType() == wanted)
                .findFirst()
                .or(
                        () ->
                                layouts.stream()
                                        .filter(
                                                l ->
                                                        Stream.of(l.getPlaceholders())
                                                                .anyMatch(
                                                                        p ->
                                                                                TITLES.contains(
                                                                                        p
                                                                                                .getPlaceholder())))
                                        .findFirst())
                .or(() -> layouts.stream().findFirst())
                .map(slideShow::createSlide)
                .orElseGet(slideShow::createSlide);
    }

    private void setTitle(
            XSLFSlide slide, String text, Rectangle2D at, double size, TextAlign align) {
        Optional<XSLFTextShape> place = findPlaceholder(slide, TITLES);
        if (place.isPresent() && !isOwnDesign) {
            place.get().setText(text);
            return;
        }
        XSLFTextShape shape = place.orElseGet(() -> slide.createTextBox());
        shape.setAnchor(at);
        shape.setVerticalAlignment(VerticalAlignment.MIDDLE);
        shape.setLeftInset(0);
        writeText(shape, text, size, align, true);
    }

    private static Optional<XSLFTextShape> findPlaceholder(
            XSLFSlide slide, Set<Placeholder> kinds) {
        return Stream.of(slide.getPlaceholders())
                .filter(p -> kinds.contains(p.getTextType()))
                .findFirst();
    }

    /** Places of the layout that are not filled would show as boxes to click on. */
    private static void removeUnfilledPlaceholders(
            XSLFSlide slide, Optional<XSLFTextShape> filled) {
        for (XSLFTextShape p : slide.getPlaceholders()) {
            boolean stays =
                    TITLES.contains(p.getTextType())
                            || KEPT.contains(p.getTextType())
                            || filled.filter(p::equals).isPresent();
            if (!stays) slide.removeShape(p);
        }
    }

    private void addRuleAndNumber(XSLFSlide slide) {
        double width = slideShow.getPageSize().getWidth();
        double y = slideShow.getPageSize().getHeight() * 0.15;
        var line = slide.createAutoShape();
        line.setShapeType(ShapeType.RECT);
        line.setAnchor(new Rectangle2D.Double(width * 0.05, y, width * 0.9, 2));
        line.setFillColor(HEAD);
        line.setLineColor(HEAD);
        XSLFTextBox number =
                addTextBox(
                        slide,
                        new Rectangle2D.Double(
                                width * 0.85,
                                slideShow.getPageSize().getHeight() * 0.94,
                                width * 0.1,
                                24));
        writeText(number, "" + slideShow.getSlides().size(), 12, TextAlign.RIGHT, false);
    }

    /**
     * Where texts, tables and charts go: where the template has its content, else below the title.
     */
    Rectangle2D bodyArea() {
        double width = slideShow.getPageSize().getWidth();
        double height = slideShow.getPageSize().getHeight();
        Rectangle2D usual =
                new Rectangle2D.Double(width * 0.05, height * 0.18, width * 0.9, height * 0.75);
        if (isOwnDesign) return usual;
        Optional<Rectangle2D> content =
                slideShow.getSlideMasters().stream()
                        .flatMap(m -> Stream.of(m.getSlideLayouts()))
                        .filter(l -> l.getType() == SlideLayout.TITLE_AND_CONTENT)
                        .flatMap(l -> Stream.of(l.getPlaceholders()))
                        .filter(p -> BODIES.contains(p.getTextType()))
                        .map(XSLFShape::getAnchor)
                        .filter(a -> a != null && a.getHeight() > height / 3)
                        .findFirst();
        return content.orElse(usual);
    }

    private XSLFTextBox addTextBox(XSLFSlide slide, Rectangle2D at) {
        XSLFTextBox box = slide.createTextBox();
        box.setAnchor(at);
        box.setWordWrap(true);
        return box;
    }

    private void writeText(
            XSLFTextShape shape, String text, double size, TextAlign align, boolean bold) {
        shape.clearText();
        for (String line : text.split("\n")) {
            XSLFTextParagraph p = shape.addNewTextParagraph();
            p.setTextAlign(align);
            addRun(p, line, size, bold);
        }
    }

    private void addRun(XSLFTextParagraph p, String text, double size, boolean bold) {
        XSLFTextRun run = p.addNewTextRun();
        run.setText(text);
        run.setFontSize(size);
        run.setBold(bold);
        if (!isOwnDesign) return;
        run.setFontColor(bold ? HEAD : INK);
        setFontFace(run);
    }

    private static void setFontFace(XSLFTextRun run) {
        run.setFontFamily(FACE);
        run.setFontFamily(FACE, FontGroup.EAST_ASIAN);
    }

    /**
     * @return the height taken, in points
     */
    double addParagraphs(XSLFSlide slide, List<String> paragraphs, Rectangle2D at, double size) {
        XSLFTextBox box = addTextBox(slide, at);
        box.setLeftInset(0);
        box.setRightInset(0);
        box.setTopInset(0);
        box.clearText();
        double height = 0;
        for (String paragraph : paragraphs) {
            XSLFTextParagraph p = box.addNewTextParagraph();
            p.setSpaceAfter(-GAP);
            p.setLineSpacing(115d);
            addRun(p, paragraph, size, false);
            height += SlideLines.textHeight(paragraph, size, at.getWidth()) + GAP;
        }
        box.setAnchor(new Rectangle2D.Double(at.getX(), at.getY(), at.getWidth(), height));
        return height;
    }

    /** Slides of paragraphs under one title, as many as they need. */
    void addTextSlides(String title, String continued, List<String> paragraphs) {
        Rectangle2D body = bodyArea();
        List<List<String>> pages =
                SlideLines.splitIntoPages(
                        paragraphs, TEXT_SIZE, body.getWidth(), body.getHeight(), GAP);
        for (int page = 0; page < pages.size(); page++)
            addParagraphs(
                    addTitledSlide(page == 0 ? title : continued),
                    pages.get(page),
                    body,
                    TEXT_SIZE);
    }

    /**
     * A table under one title, on as many slides as it needs; the first keeps room for a sentence
     * above.
     *
     * @param shares of the width, for each column
     */
    void addTableSlides(
            String title,
            String continued,
            String above,
            List<String> heads,
            List<List<String>> lines,
            double... shares) {
        Rectangle2D body = bodyArea();
        double[] widths = columnWidths(body.getWidth(), shares);
        double head = rowHeight(heads, widths);
        List<List<String>> rows =
                lines.stream()
                        .flatMap(l -> splitRow(l, widths, (body.getHeight() - head) / 2).stream())
                        .toList();
        XSLFSlide slide = addTitledSlide(title);
        double top =
                body.getY()
                        + (above.isEmpty()
                                ? 0
                                : addParagraphs(slide, List.of(above), body, 18) + GAP);
        List<List<List<String>>> pages =
                tablePages(rows, widths, body.getMaxY() - top - head, body.getHeight() - head);
        for (int page = 0; page < pages.size(); page++) {
            double taken =
                    head + pages.get(page).stream().mapToDouble(r -> rowHeight(r, widths)).sum();
            addTable(
                    page == 0 ? slide : addTitledSlide(continued),
                    new Rectangle2D.Double(
                            body.getX(), page == 0 ? top : body.getY(), body.getWidth(), taken),
                    heads,
                    pages.get(page),
                    widths);
        }
    }

    /**
     * Rows by pages, as many as there is room for; a last page of one or two gets some of those
     * before, if they can be spared and find room.
     */
    private static List<List<List<String>>> tablePages(
            List<List<String>> rows, double[] widths, double first, double further) {
        List<List<List<String>>> pages = new ArrayList<>();
        double left = 0;
        for (List<String> row : rows) {
            double high = rowHeight(row, widths);
            if (pages.isEmpty() || high > left) {
                left = pages.isEmpty() ? first : further;
                pages.add(new ArrayList<>());
            }
            pages.getLast().add(row);
            left -= high;
        }
        if (pages.size() < 2) return pages;
        List<List<String>> last = pages.getLast();
        List<List<String>> before = pages.get(pages.size() - 2);
        while (last.size() < FEWEST_ROWS
                && before.size() > FEWEST_ROWS
                && rowHeight(before.getLast(), widths) <= left) {
            left -= rowHeight(before.getLast(), widths);
            last.addFirst(before.removeLast());
        }
        return pages;
    }

    /**
     * The lines of a table with its reasons shortened, so that several stand on a slide: the whole
     * is in the report.
     *
     * @param from the first column that may be shortened
     */
    List<List<String>> shortenReasons(List<List<String>> lines, int from, double... shares) {
        double[] widths = columnWidths(bodyArea().getWidth(), shares);
        return lines.stream()
                .map(
                        l ->
                                IntStream.range(0, l.size())
                                        .mapToObj(
                                                i ->
                                                        i < from
                                                                ? l.get(i)
                                                                : SlideLines.shortenToLines(
                                                                        l.get(i),
                                                                        TABLE_TEXT_SIZE,
                                                                        widths[i] - 2 * CELL,
                                                                        LINES_OF_A_REASON))
                                        .toList())
                .toList();
    }

    /** A line that would fill more than the room goes on in a line below it. */
    private static List<List<String>> splitRow(List<String> line, double[] widths, double room) {
        if (rowHeight(line, widths) <= room) return List.of(line);
        List<List<String>> cells =
                IntStream.range(0, widths.length)
                        .mapToObj(
                                i ->
                                        SlideLines.splitIntoParts(
                                                line.get(i),
                                                TABLE_TEXT_SIZE,
                                                widths[i] - 2 * CELL,
                                                room - CELL))
                        .toList();
        int most = cells.stream().mapToInt(List::size).max().orElse(1);
        return IntStream.range(0, most)
                .mapToObj(r -> cells.stream().map(c -> r < c.size() ? c.get(r) : "").toList())
                .toList();
    }

    private static double[] columnWidths(double across, double... shares) {
        double all = IntStream.range(0, shares.length).mapToDouble(i -> shares[i]).sum();
        return IntStream.range(0, shares.length)
                .mapToDouble(i -> shares[i] * across / all)
                .toArray();
    }

    private static double rowHeight(List<String> row, double[] widths) {
        return IntStream.range(0, widths.length)
                        .mapToDouble(
                                i ->
                                        SlideLines.textHeight(
                                                row.get(i), TABLE_TEXT_SIZE, widths[i] - 2 * CELL))
                        .max()
                        .orElse(0)
                + CELL;
    }

    private void addTable(
            XSLFSlide slide,
            Rectangle2D at,
            List<String> heads,
            List<List<String>> rows,
            double[] widths) {
        XSLFTable table = slide.createTable(rows.size() + 1, widths.length);
        table.setAnchor(at);
        for (int c = 0; c < widths.length; c++) table.setColumnWidth(c, widths[c]);
        List<TextAlign> sides =
                IntStream.range(0, widths.length)
                        .mapToObj(
                                c ->
                                        c > 0
                                                        && rows.stream()
                                                                .allMatch(
                                                                        r ->
                                                                                SlideLines
                                                                                                .countLines(
                                                                                                        r
                                                                                                                .get(
                                                                                                                        c),
                                                                                                        TABLE_TEXT_SIZE,
                                                                                                        NARROW)
                                                                                        == 1)
                                                ? TextAlign.CENTER
                                                : TextAlign.LEFT)
                        .toList();
        fillRow(table.getRows().getFirst(), heads, true, sides, rowHeight(heads, widths));
        for (int r = 0; r < rows.size(); r++)
            fillRow(
                    table.getRows().get(r + 1),
                    rows.get(r),
                    false,
                    sides,
                    rowHeight(rows.get(r), widths));
    }

    private void fillRow(
            XSLFTableRow row,
            List<String> texts,
            boolean head,
            List<TextAlign> sides,
            double height) {
        row.setHeight(height);
        for (int c = 0; c < texts.size(); c++) {
            XSLFTableCell cell = row.getCells().get(c);
            cell.setLeftInset(CELL);
            cell.setRightInset(CELL);
            cell.setTopInset(CELL / 2);
            cell.setBottomInset(CELL / 2);
            cell.setVerticalAlignment(VerticalAlignment.MIDDLE);
            // Setting a text makes the body whole; one that is only cleared lacks its properties.
            cell.setText("");
            XSLFTextParagraph p = cell.getTextParagraphs().getFirst();
            p.setTextAlign(head ? TextAlign.CENTER : sides.get(c));
            XSLFTextRun run = p.addNewTextRun();
            run.setText(texts.get(c));
            run.setFontSize(TABLE_TEXT_SIZE);
            run.setBold(head);
            run.setFontColor(INK);
            if (isOwnDesign) setFontFace(run);
            cell.setFillColor(head ? PALE : Color.WHITE);
            for (BorderEdge edge : BorderEdge.values()) {
                cell.setBorderColor(edge, RULE);
                cell.setBorderWidth(edge, 0.75);
            }
        }
    }
}
