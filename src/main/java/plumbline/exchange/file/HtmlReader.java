package plumbline.exchange.file;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

import plumbline.base.Problem;
import plumbline.exchange.file.Cell.CellTrait;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Text and tables of a web page, or of what a spreadsheet, a word processor or a browser copies, in
 * their order. Scripts are not run and nothing is fetched. A table that only arranges others is
 * read as the text about them.
 */
final class HtmlReader {
    private static final Pattern HTML =
            Pattern.compile("(?is)\\A.{0,4000}<(?:!doctype html|html|table|body)\\b.*");

    /** The rows alone, as some browsers copy them. */
    private static final Pattern ROWS_ALONE =
            Pattern.compile("(?is)\\A\\s*(<!--StartFragment-->)?\\s*<t(r|d|h|body|head)\\b.*");

    private static final Pattern HEADED = Pattern.compile("(?s)\\AVersion:[\\d.]+\\s+StartHTML:.*");
    private static final Set<String> LEFT_OUT =
            Set.of(
                    "script",
                    "style",
                    "template",
                    "rt",
                    "rp",
                    "del",
                    "title",
                    "noscript",
                    "svg",
                    "select",
                    "textarea");

    /** Marks a table that only arranges others. */
    private static final String ARRANGES = "data-arranges";

    private static final int FEWEST_OWN_CELLS = 4;

    private final ReadBudget budget;
    private final List<DocumentBlock> blocks = new ArrayList<>();
    private final Deque<TableBuilder> tables = new ArrayDeque<>();
    private final List<DocumentBlock> within = new ArrayList<>();
    private final StringBuilder running = new StringBuilder();
    private RichText paragraph = new RichText();
    private int above;
    private int begun;

    private HtmlReader(ReadBudget budget) {
        this.budget = budget;
    }

    static boolean looksLikeHtml(String text) {
        String beginning = text.substring(0, Math.min(text.length(), 8000));
        return HTML.matcher(beginning).matches() || ROWS_ALONE.matcher(beginning).matches();
    }

    /**
     * @throws Problem if it is larger than we read
     */
    static List<DocumentBlock> readPage(String text, ReadBudget budget) throws Problem {
        if (text.chars().filter(c -> c == '<').count() > budget.limits().tags())
            throw new Problem(
                    "problem.table.rows",
                    budget.name(),
                    budget.limits().rows(),
                    budget.limits().cells());
        budget.takeText(text.length());
        HtmlReader read = new HtmlReader(budget);
        try {
            NodeTraversor.filter(read.createPageWalker(), Jsoup.parse(cleanPage(text)).body());
        } catch (WrappedProblem carried) {
            throw carried.problem;
        }
        read.endText();
        return read.blocks;
    }

    /**
     * Without what the clipboard of Windows puts before it, and with a table about rows that have
     * none.
     */
    private static String cleanPage(String text) {
        String page =
                HEADED.matcher(text.substring(0, Math.min(text.length(), 200))).matches()
                        ? text.substring(Math.max(0, text.indexOf('<')))
                        : text;
        return ROWS_ALONE.matcher(page.substring(0, Math.min(page.length(), 200))).matches()
                ? "<table>" + page + "</table>"
                : page;
    }

    private NodeFilter createPageWalker() {
        return new NodeFilter() {
            @Override
            public FilterResult head(Node node, int depth) {
                if (node instanceof TextNode text) appendText(text.text());
                if (!(node instanceof Element element)) return FilterResult.CONTINUE;
                if (LEFT_OUT.contains(element.normalName())) return FilterResult.SKIP_ENTIRELY;
                beginElement(element);
                return FilterResult.CONTINUE;
            }

            @Override
            public FilterResult tail(Node node, int depth) {
                if (node instanceof Element element) endElement(element);
                return FilterResult.CONTINUE;
            }
        };
    }

    private void appendText(String text) {
        String more = paragraph.endsWithBlank() ? text.stripLeading() : text;
        paragraph.addRun(more, above > 0);
    }

    private void beginElement(Element element) {
        switch (element.normalName()) {
            case "sup" -> above++;
            case "br" -> endParagraph();
            case "table" -> {
                endParagraph();
                if (isLayoutTable(element)) return;
                if (tables.isEmpty()) endText();
                tables.push(new TableBuilder(++begun, budget));
            }
            case "tr" -> {
                if (tables.isEmpty()) return;
                tables.peek().beginRow();
                if (element.attr("style").replaceAll("\\s", "").contains("display:none"))
                    tables.peek().hideRow();
            }
            case "td", "th" -> {
                if (tables.isEmpty()) return;
                paragraph = new RichText();
                tables.peek().beginCell();
                tables.peek()
                        .spanCells(parseSpan(element, "colspan"), parseSpan(element, "rowspan"));
                tables.peek().setCellProperties(cellProperties(element));
            }
            default -> {
                if (element.isBlock()) endParagraph();
            }
        }
    }

    private void endElement(Element element) {
        switch (element.normalName()) {
            case "sup" -> above--;
            case "table" -> {
                endParagraph();
                if (!isLayoutTable(element)) endTable();
            }
            case "td", "th" -> {
                endParagraph();
                if (!tables.isEmpty()) tables.peek().endCell();
            }
            default -> {
                if (element.isBlock()) endParagraph();
            }
        }
    }

    /**
     * Few cells of its own beside those that hold other tables. Within a table of figures every
     * table is one.
     */
    private boolean isLayoutTable(Element table) {
        if (table.parents().stream().anyMatch(p -> p.nameIs("table") && !p.hasAttr(ARRANGES)))
            return false;
        if (table.hasAttr(ARRANGES)) return true;
        List<Element> cells =
                table.children().stream()
                        .flatMap(c -> c.nameIs("tr") ? List.of(c).stream() : c.children().stream())
                        .filter(r -> r.nameIs("tr"))
                        .flatMap(r -> r.children().stream())
                        .toList();
        long holding = cells.stream().filter(c -> c.selectFirst("table") != null).count();
        boolean arranges =
                holding > 0
                        && (cells.size() - holding < FEWEST_OWN_CELLS
                                || holding * 2 > cells.size());
        if (arranges) table.attr(ARRANGES, "");
        return arranges;
    }

    private void endParagraph() {
        if (tables.isEmpty()) running.append(paragraph.shownText()).append('\n');
        else tables.peek().addParagraph(paragraph);
        paragraph = new RichText();
    }

    private void endText() {
        endParagraph();
        if (!running.toString().isBlank())
            blocks.add(new DocumentBlock.TextBlock(running.toString()));
        running.setLength(0);
    }

    private void endTable() {
        try {
            DocumentBlock table = new DocumentBlock.TableBlock(tables.pop().toGrid());
            if (!tables.isEmpty()) within.addFirst(table);
            else {
                blocks.add(table);
                blocks.addAll(within);
                within.clear();
            }
        } catch (Problem problem) {
            throw new WrappedProblem(problem);
        }
    }

    private static int parseSpan(Element cell, String attribute) {
        String written = cell.attr(attribute).strip();
        return written.matches("\\d{1,4}") ? Integer.parseInt(written) : 1;
    }

    /**
     * Spreadsheets of Excel and WPS keep the number behind the cell in {@code x:num}, empty where
     * it is just what is shown.
     */
    private static Cell cellProperties(Element cell) {
        Optional<BigDecimal> raw = Optional.empty();
        String kept = cell.attr("x:num").strip();
        try {
            if (!kept.isEmpty()) raw = Optional.of(CellNumberFormats.parseNumber(kept));
        } catch (NumberFormatException _) {
            raw = Optional.empty();
        }
        Cell found = new Cell("", "", raw);
        if (raw.isPresent() && cell.text().matches(".*[%％]\\s*"))
            found = found.withTrait(CellTrait.PERCENT);
        if (cell.hasAttr("x:fmla")) found = found.withTrait(CellTrait.FORMULA);
        return cell.hasAttr("x:err") ? found.withTrait(CellTrait.ERROR) : found;
    }
}
