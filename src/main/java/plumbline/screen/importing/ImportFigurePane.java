package plumbline.screen.importing;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import plumbline.exchange.review.FigureProposal;
import plumbline.exchange.review.IndicatorMatch;
import plumbline.exchange.review.ReceivedFile;
import plumbline.exchange.review.ReviewIssue;
import plumbline.exchange.table.ColumnRole;
import plumbline.exchange.table.FigureRole;
import plumbline.exchange.table.LabelRole;
import plumbline.exchange.table.TableLayout;
import plumbline.exchange.table.TableReading;
import plumbline.plan.Department;
import plumbline.plan.Indicator;
import plumbline.screen.importing.ImportingViewModel.ImportItem;
import plumbline.screen.parts.Buttons;
import plumbline.screen.parts.Labels;
import plumbline.screen.parts.table.FocusKeeper;
import plumbline.words.Messages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One figure of a file: where it stands, what speaks against it, what its name stands for, and how
 * its table was understood.
 */
final class ImportFigurePane {
    private static final int MOST_COLUMNS = 40;
    private static final int MOST_HEAD = 14;

    private final ImportingViewModel model;
    private final Messages words;
    private final VBox box = new VBox(10);

    ImportFigurePane(ImportingViewModel model, Messages words) {
        this.model = model;
        this.words = words;
        box.getStyleClass().add("import-figure");
        box.setId("import-figure");
    }

    Node node() {
        return box;
    }

    void showItem(Optional<ImportItem> item) {
        FocusKeeper.changeKeepingFocus(box, "import-name", () -> fillBox(item));
    }

    private void fillBox(Optional<ImportItem> item) {
        box.getChildren().clear();
        item.ifPresent(
                i -> {
                    FigureProposal p = i.proposal();
                    Label name = Labels.createHeading(i.indicator());
                    box.getChildren()
                            .addAll(
                                    name,
                                    Labels.createSmallLabel(i.period() + "   " + i.source()),
                                    Labels.createSmallLabel(
                                            words.sentence(
                                                    "import.written",
                                                    p.figure().raw(),
                                                    p.figure().unit())));
                    model.reasonSentences(p).forEach(r -> box.getChildren().add(createReason(r)));
                    box.getChildren().add(createNaming(p));
                    createSenderChoice(p).ifPresent(box.getChildren()::add);
                    model.findTable(i)
                            .filter(t -> !t.layout().columns().isEmpty())
                            .ifPresent(t -> box.getChildren().add(createColumnRoles(t)));
                });
    }

    private static Node createReason(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        return label;
    }

    /** What its name stands for. */
    private Node createNaming(FigureProposal p) {
        String name = p.figure().indicator();
        ComboBox<Optional<Indicator>> choice = new ComboBox<>();
        choice.setId("import-name");
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.getItems().add(Optional.empty());
        model.indicatorsByLikeness(name).forEach(i -> choice.getItems().add(Optional.of(i)));
        choice.setConverter(
                Labels.converterFor(
                        i -> i.map(Indicator::name).orElse(words.sentence("import.name.none"))));
        Optional<UUID> now = p.match().map(IndicatorMatch::indicatorId);
        choice.setValue(
                choice.getItems().stream()
                        .filter(i -> i.map(Indicator::id).equals(now))
                        .findFirst()
                        .orElse(Optional.empty()));
        choice.setOnAction(_ -> model.assignName(name, choice.getValue().map(Indicator::id)));
        choice.setAccessibleText(words.sentence("import.name.is", name));
        VBox all =
                new VBox(
                        6, Labels.createSmallLabel(words.sentence("import.name.is", name)), choice);
        if (p.match().isEmpty() && !name.isBlank())
            all.getChildren()
                    .add(
                            createButton(
                                    "import.name.add",
                                    "import-add",
                                    () -> model.addIndicator(name)));
        boolean similar = p.match().filter(m -> !m.isSure()).isPresent();
        if (similar)
            all.getChildren()
                    .add(
                            createButton(
                                    "import.name.confirm",
                                    "import-confirm",
                                    () -> model.assignName(name, now)));
        boolean unlike =
                p.issues().stream().anyMatch(d -> d.kind() == ReviewIssue.Kind.UNIT_UNLIKE);
        if (unlike)
            all.getChildren()
                    .add(
                            createButton(
                                    "import.unit.same",
                                    "import-unit",
                                    () -> model.acceptPlanUnit(p)));
        boolean part = p.issues().stream().anyMatch(d -> d.kind() == ReviewIssue.Kind.PART_UNKNOWN);
        if (part)
            all.getChildren()
                    .add(
                            createButton(
                                    "import.parts.add",
                                    "import-parts",
                                    () -> model.addParts(now.orElseThrow())));
        return all;
    }

    private Button createButton(String key, String id, Runnable action) {
        return Buttons.createActionButton(words.sentence(key), id, action);
    }

    /** Who sent it. */
    private Optional<Node> createSenderChoice(FigureProposal p) {
        if (model.departments().isEmpty()) return Optional.empty();
        String file = p.figure().address().file();
        ComboBox<Optional<Department>> choice = new ComboBox<>();
        choice.setId("import-department");
        choice.setAccessibleText(words.sentence("import.department"));
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.getItems().add(Optional.empty());
        model.departments().forEach(d -> choice.getItems().add(Optional.of(d)));
        choice.setConverter(
                Labels.converterFor(
                        d ->
                                d.map(Department::name)
                                        .orElse(words.sentence("import.department.none"))));
        Optional<UUID> now = model.findReceivedFile(file).flatMap(ReceivedFile::departmentId);
        choice.setValue(
                choice.getItems().stream()
                        .filter(d -> d.map(Department::id).equals(now))
                        .findFirst()
                        .orElse(Optional.empty()));
        choice.setOnAction(
                _ -> model.assignDepartment(file, choice.getValue().map(Department::id)));
        return Optional.of(
                new VBox(6, Labels.createSmallLabel(words.sentence("import.department")), choice));
    }

    /**
     * What each column of its table was taken for; a change is remembered for tables of the same
     * heads.
     */
    private Node createColumnRoles(TableReading table) {
        GridPane grid = new GridPane(8, 4);
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(new ColumnConstraints(), wide);
        List<ColumnRole> uses = new ArrayList<>(Arrays.asList(FigureRole.values()));
        uses.addAll(Arrays.asList(LabelRole.values()));
        TableLayout layout = table.layout();
        for (TableLayout.LayoutColumn column :
                layout.columns().stream().limit(MOST_COLUMNS).toList()) {
            ComboBox<ColumnRole> choice = new ComboBox<>();
            choice.getItems().setAll(uses);
            choice.setConverter(Labels.converterFor(u -> words.nameOf((Enum<?>) u)));
            choice.setValue(column.role());
            choice.setAccessibleText(columnHeading(column));
            choice.setMaxWidth(Double.MAX_VALUE);
            choice.setOnAction(
                    _ ->
                            model.correctLayout(
                                    table, layout.withColumn(column.withRole(choice.getValue()))));
            grid.addRow(grid.getRowCount(), Labels.createSmallLabel(columnHeading(column)), choice);
        }
        return new VBox(6, Labels.createSmallLabel(words.sentence("import.columns")), grid);
    }

    private static String columnHeading(TableLayout.LayoutColumn column) {
        String head = column.head().strip();
        return head.isEmpty()
                ? "—"
                : head.length() > MOST_HEAD ? head.substring(0, MOST_HEAD) + "…" : head;
    }
}
