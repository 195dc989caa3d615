package plumbline.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Text and tables of a web page, in their order. Scripts are not run and nothing is fetched. */
final class HtmlBlocks {
    private static final Pattern HTML = Pattern.compile("(?is)\\A.{0,4000}<(?:!doctype html|html|table|body)\\b.*");
    private static final int WIDEST = 100;

    private HtmlBlocks() { }

    static boolean looksLikeHtml(String text) {
        return HTML.matcher(text.substring(0, Math.min(text.length(), 8000))).matches();
    }

    static List<Block> read(String text) {
        List<Block> blocks = new ArrayList<>();
        StringBuilder running = new StringBuilder();
        walk(Jsoup.parse(text).body(), blocks, running);
        end(blocks, running);
        return blocks;
    }

    private static void walk(Node node, List<Block> blocks, StringBuilder running) {
        if (node instanceof TextNode text) running.append(text.text());
        if (!(node instanceof Element element)) return;
        if (element.nameIs("table") && element.select("table").size() == 1) {
            end(blocks, running);
            blocks.add(new Block.Table(grid(element)));
            return;
        }
        boolean block = element.isBlock() || element.nameIs("br");
        if (block) running.append('\n');
        element.childNodes().forEach(child -> walk(child, blocks, running));
        if (block) running.append('\n');
    }

    private static void end(List<Block> blocks, StringBuilder running) {
        if (!running.toString().isBlank()) blocks.add(new Block.Text(running.toString()));
        running.setLength(0);
    }

    private static Grid grid(Element table) {
        List<List<String>> rows = new ArrayList<>();
        List<Element> lines = table.select("tr");
        lines.forEach(_ -> rows.add(new ArrayList<>()));
        for (int r = 0; r < lines.size(); r++) {
            for (Element cell : lines.get(r).select("> td, > th")) put(cell, r, rows);
        }
        rows.forEach(row -> row.replaceAll(t -> t == null ? "" : t));
        return Grid.ofTexts(rows);
    }

    /** Into the first free place of its row, and into every other place it spans. */
    private static void put(Element cell, int r, List<List<String>> rows) {
        int c = 0;
        while (c < rows.get(r).size() && rows.get(r).get(c) != null) c++;
        for (int down = 0; down < span(cell, "rowspan") && r + down < rows.size(); down++) {
            List<String> row = rows.get(r + down);
            for (int along = 0; along < span(cell, "colspan"); along++) {
                while (row.size() <= c + along) row.add(null);
                row.set(c + along, cell.text());
            }
        }
    }

    private static int span(Element cell, String attribute) {
        String written = cell.attr(attribute).strip();
        return written.matches("\\d{1,3}") ? Math.clamp(Integer.parseInt(written), 1, WIDEST) : 1;
    }
}
