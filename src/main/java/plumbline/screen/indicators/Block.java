package plumbline.screen.indicators;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A block of cells as spreadsheets put it on the clipboard: tabs, lines, and quotes about cells that contain either. */
final class Block {
    private Block() { }

    static List<List<String>> read(String text) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                boolean doubled = c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
                if (doubled) i++;
                if (c == '"' && !doubled) quoted = false;
                else cell.append(c);
            } else if (c == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (c == '\t') {
                line.add(take(cell));
            } else if (c == '\n') {
                line.add(take(cell));
                lines.add(List.copyOf(line));
                line.clear();
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        if (!cell.isEmpty() || !line.isEmpty()) {
            line.add(take(cell));
            lines.add(List.copyOf(line));
        }
        return lines;
    }

    private static String take(StringBuilder cell) {
        String text = cell.toString();
        cell.setLength(0);
        return text;
    }

    static String write(List<List<String>> lines) {
        return lines.stream().map(line -> line.stream().map(Block::quoted).collect(Collectors.joining("\t"))).collect(Collectors.joining("\n"));
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == '\t' || c == '\n' || c == '"');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
