package plumbline.screen.manual;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A section of the manual, drawn: paragraphs, steps, lists, commands, the table of keys. */
final class ManualPage extends VBox {
    private static final Pattern STEP = Pattern.compile("(\\d+\\.|-|   -) +.*");
    private static final Pattern BOLD = Pattern.compile("(?=\\*\\*)|(?<=\\*\\*)");
    private static final String MARK = "**";

    ManualPage(ManualText.ManualSection section) {
        super(10);
        getStyleClass().add("manual-page");
        Label title = new Label(section.title());
        title.getStyleClass().add("manual-title");
        title.setWrapText(true);
        getChildren().add(title);
        List<List<String>> rows = new ArrayList<>();
        for (String line : section.lines()) {
            if (line.startsWith("|")) {
                rows.add(cellsOf(line));
                continue;
            }
            addTable(rows);
            if (!line.isBlank()) getChildren().add(paragraph(line));
        }
        addTable(rows);
    }

    private static List<String> cellsOf(String line) {
        return List.of(line.substring(1, line.length() - 1).split("\\|")).stream()
                .map(String::strip)
                .toList();
    }

    /** The rule below the heads of a table is no row. */
    private void addTable(List<List<String>> rows) {
        if (rows.isEmpty()) return;
        GridPane table = new GridPane(24, 6);
        List<List<String>> told =
                rows.stream().filter(r -> !r.getFirst().startsWith("---")).toList();
        for (int r = 0; r < told.size(); r++)
            for (int c = 0; c < told.get(r).size(); c++)
                table.add(textOf(told.get(r).get(c)), c, r);
        getChildren().add(table);
        rows.clear();
    }

    private static Node paragraph(String line) {
        boolean command = line.startsWith("    ");
        TextFlow text = textOf(line.strip());
        if (command) text.getStyleClass().add("manual-command");
        boolean step = STEP.matcher(line).matches();
        double indent = line.startsWith("   ") ? 32 : step ? 12 : 0;
        VBox box = new VBox(text);
        box.setStyle("-fx-padding: 0 0 0 " + (int) indent + ";");
        return box;
    }

    private static TextFlow textOf(String line) {
        TextFlow flow = new TextFlow();
        flow.setMinWidth(Region.USE_COMPUTED_SIZE);
        boolean bold = false;
        for (String piece : BOLD.split(line.startsWith("- ") ? "· " + line.substring(2) : line)) {
            if (piece.equals(MARK)) {
                bold = !bold;
                continue;
            }
            Text text = new Text(piece.replace("`", "").replace(MARK, ""));
            text.getStyleClass().add(bold ? "manual-strong" : "manual-text");
            flow.getChildren().add(text);
        }
        return flow;
    }
}
