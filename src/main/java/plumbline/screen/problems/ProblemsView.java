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

import plumbline.screen.parts.Texts;
import plumbline.screen.parts.VerdictBadge;
import plumbline.screen.parts.table.MasterDetailView;
import plumbline.screen.problems.ProblemsViewModel.Filter;
import plumbline.screen.problems.ProblemsViewModel.Row;
import plumbline.screen.problems.ProblemsViewModel.Show;
import plumbline.words.Messages;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The problems with their countermeasures, and the one that is looked at beside them. */
public final class ProblemsView extends MasterDetailView<Row> {
    private final ProblemsViewModel model;
    private final Messages words;

    public ProblemsView(ProblemsViewModel model, Messages words) {
        super("problems", model, words.sentence("shell.details"));
        this.model = model;
        this.words = words;
        tools();
        filters(text(), which(), indicator());
        columns();
        mark("top", Row::problem);
        empty(
                words.sentence("problems.empty"),
                words.sentence("problems.empty.filtered"),
                words.sentence("problems.add"),
                model::addProblem);
        ProblemDetail detail = new ProblemDetail(model.concern(), words, frozen());
        show(
                words.sentence("problems.keys"),
                detail.node(),
                280,
                0.7,
                id -> detail.show(id.flatMap(model.concern()::concern)));
    }

    private void tools() {
        adding(words.sentence("problems.add"), "problems-add", NEW, model::addProblem);
        adding(
                words.sentence("problems.addMeasure"),
                "problems-add-measure",
                NEW_BELOW,
                model::addMeasure);
        tool(words.sentence("problems.delete"), "problems-delete", DELETE, model::delete);
        adding(NEW, model::addBeside);
        adding(INSERT, model::addBeside);
    }

    private TextField text() {
        TextField text = Texts.field(words.sentence("problems.link.find"), "problems-text", 5);
        text.textProperty()
                .subscribe(t -> model.lines().filter(f -> new Filter(f.show(), f.indicator(), t)));
        return text;
    }

    private ComboBox<Show> which() {
        ComboBox<Show> which = new ComboBox<>();
        which.setId("problems-show");
        which.getItems().setAll(Show.values());
        which.setConverter(Texts.worded(s -> words.sentence("problems.filter." + s.name())));
        which.setAccessibleText(words.sentence("problems.filter.show"));
        which.setValue(Show.ALL);
        which.valueProperty()
                .subscribe(s -> model.lines().filter(f -> new Filter(s, f.indicator(), f.text())));
        return which;
    }

    private ComboBox<Optional<UUID>> indicator() {
        ComboBox<Optional<UUID>> of =
                Texts.anyOf(
                        words.sentence("problems.column.touches"),
                        model::indicators,
                        i ->
                                i.map(model::name)
                                        .orElse(words.sentence("problems.filter.indicator")));
        of.setId("problems-indicator");
        of.setPrefWidth(130);
        model.lines().filter().subscribe(f -> of.setValue(f.indicator()));
        of.valueProperty()
                .subscribe(
                        i ->
                                model.lines()
                                        .filter(
                                                f ->
                                                        new Filter(
                                                                f.show(),
                                                                i == null ? Optional.empty() : i,
                                                                f.text())));
        return of;
    }

    private void columns() {
        title(
                words.sentence("problems.column.title"),
                320,
                170,
                Row::charge,
                r -> new FontIcon(r.problem() ? Feather.ALERT_TRIANGLE : Feather.SHIELD));
        column("problems.column.touches", 160, ProblemsView::touches, Row::touches);
        column("problems.column.charge", 150, ProblemsView::charge, Row::charge);
    }

    /**
     * @param said in full by the tooltip
     */
    private void column(
            String key, double width, Function<Row, Node> shown, Function<Row, String> said) {
        column(words.sentence(key), width, width * 0.8, Function.identity())
                .setCellFactory(
                        _ ->
                                new TableCell<>() {
                                    @Override
                                    protected void updateItem(Row row, boolean empty) {
                                        super.updateItem(row, empty);
                                        boolean none =
                                                empty || row == null || said.apply(row).isEmpty();
                                        setGraphic(none ? null : shown.apply(row));
                                        setTooltip(none ? null : new Tooltip(said.apply(row)));
                                        setAccessibleText(none ? null : said.apply(row));
                                    }
                                });
    }

    private static Node touches(Row row) {
        HBox line = new HBox(6, new Label(row.touches()));
        row.worst()
                .ifPresent(
                        _ ->
                                line.getChildren()
                                        .addFirst(new VerdictBadge(row.worst(), row.verdict())));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Node charge(Row row) {
        Label charge = new Label(row.charge());
        charge.getStyleClass()
                .add(row.wanting() ? "overdue" : row.problem() ? "text-muted" : "text-plain");
        return charge;
    }
}
