package plumbline.screen.problems;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import plumbline.screen.parts.Labels;
import plumbline.screen.parts.VerdictBadge;
import plumbline.screen.parts.table.MasterDetailView;
import plumbline.screen.problems.ProblemsViewModel.ProblemFilter;
import plumbline.screen.problems.ProblemsViewModel.ProblemRow;
import plumbline.screen.problems.ProblemsViewModel.ProblemSelection;
import plumbline.words.Messages;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The problems with their countermeasures, and the one that is looked at beside them. */
public final class ProblemsView extends MasterDetailView<ProblemRow> {
    private final ProblemsViewModel model;
    private final Messages words;

    public ProblemsView(ProblemsViewModel model, Messages words) {
        super("problems", model, words.sentence("shell.details"));
        this.model = model;
        this.words = words;
        createTools();
        addFilters(createTextFilter(), createShowFilter(), createIndicatorFilter());
        createColumns();
        addRowMark("top", ProblemRow::isFinding);
        setEmptyPlaceholder(
                words.sentence("problems.empty"),
                words.sentence("problems.empty.filtered"),
                words.sentence("problems.add"),
                model::addFinding);
        ProblemDetail detail = new ProblemDetail(model.issueModel(), words, frozenProperty());
        showWithDetail(
                words.sentence("problems.keys"),
                detail.node(),
                280,
                0.7,
                id -> detail.showIssue(id.flatMap(model.issueModel()::findIssue)));
    }

    private void createTools() {
        addInsertTool(words.sentence("problems.add"), "problems-add", NEW, model::addFinding);
        addInsertTool(
                words.sentence("problems.addMeasure"),
                "problems-add-measure",
                NEW_BELOW,
                model::addCountermeasure);
        addRowTool(words.sentence("problems.delete"), "problems-delete", DELETE, model::deleteRow);
        addInsertKey(NEW, model::addIssueBeside);
        addInsertKey(INSERT, model::addIssueBeside);
    }

    private TextField createTextFilter() {
        TextField text =
                Labels.createTextField(words.sentence("problems.link.find"), "problems-text", 5);
        text.textProperty()
                .subscribe(
                        t ->
                                model.treeRows()
                                        .changeFilter(
                                                f ->
                                                        new ProblemFilter(
                                                                f.selection(),
                                                                f.indicatorId(),
                                                                t)));
        return text;
    }

    private ComboBox<ProblemSelection> createShowFilter() {
        ComboBox<ProblemSelection> which = new ComboBox<>();
        which.setId("problems-show");
        which.getItems().setAll(ProblemSelection.values());
        which.setConverter(Labels.converterFor(s -> words.sentence("problems.filter." + s.name())));
        which.setAccessibleText(words.sentence("problems.filter.show"));
        which.setValue(ProblemSelection.ALL);
        which.valueProperty()
                .subscribe(
                        s ->
                                model.treeRows()
                                        .changeFilter(
                                                f ->
                                                        new ProblemFilter(
                                                                s, f.indicatorId(), f.text())));
        return which;
    }

    private ComboBox<Optional<UUID>> createIndicatorFilter() {
        ComboBox<Optional<UUID>> of =
                Labels.createOptionalChoice(
                        words.sentence("problems.column.touches"),
                        model::indicatorIds,
                        i ->
                                i.map(model::indicatorName)
                                        .orElse(words.sentence("problems.filter.indicator")));
        of.setId("problems-indicator");
        of.setPrefWidth(130);
        model.treeRows().filterProperty().subscribe(f -> of.setValue(f.indicatorId()));
        of.valueProperty()
                .subscribe(
                        i ->
                                model.treeRows()
                                        .changeFilter(
                                                f ->
                                                        new ProblemFilter(
                                                                f.selection(),
                                                                i == null ? Optional.empty() : i,
                                                                f.text())));
        return of;
    }

    private void createColumns() {
        setUpTitleColumn(
                words.sentence("problems.column.title"),
                320,
                170,
                ProblemRow::charge,
                r -> new FontIcon(r.isFinding() ? Feather.ALERT_TRIANGLE : Feather.SHIELD));
        addColumn(
                "problems.column.touches",
                160,
                ProblemsView::createLinksNode,
                ProblemRow::linkedNumbers);
        addColumn(
                "problems.column.charge", 150, ProblemsView::createChargeNode, ProblemRow::charge);
    }

    /**
     * @param said in full by the tooltip
     */
    private void addColumn(
            String key,
            double width,
            Function<ProblemRow, Node> shown,
            Function<ProblemRow, String> said) {
        addTableColumn(words.sentence(key), width, width * 0.8, Function.identity())
                .setCellFactory(
                        _ ->
                                new TableCell<>() {
                                    @Override
                                    protected void updateItem(ProblemRow row, boolean empty) {
                                        super.updateItem(row, empty);
                                        boolean none =
                                                empty || row == null || said.apply(row).isEmpty();
                                        setGraphic(none ? null : shown.apply(row));
                                        setTooltip(none ? null : new Tooltip(said.apply(row)));
                                        setAccessibleText(none ? null : said.apply(row));
                                    }
                                });
    }

    private static Node createLinksNode(ProblemRow row) {
        HBox line = new HBox(6, new Label(row.linkedNumbers()));
        row.worstVerdict()
                .ifPresent(
                        _ ->
                                line.getChildren()
                                        .addFirst(
                                                new VerdictBadge(
                                                        row.worstVerdict(), row.verdict())));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Node createChargeNode(ProblemRow row) {
        Label charge = new Label(row.charge());
        charge.getStyleClass()
                .add(
                        row.needsAttention()
                                ? "overdue"
                                : row.isFinding() ? "text-muted" : "text-plain");
        return charge;
    }
}
