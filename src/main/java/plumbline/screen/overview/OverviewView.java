package plumbline.screen.overview;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import plumbline.screen.overview.OverviewViewModel.Attention;
import plumbline.screen.overview.OverviewViewModel.Count;
import plumbline.screen.overview.OverviewViewModel.Page;
import plumbline.screen.overview.OverviewViewModel.TallyRow;
import plumbline.screen.parts.Activatable;
import plumbline.screen.parts.Buttons;
import plumbline.screen.parts.LinkRow;
import plumbline.screen.parts.Texts;
import plumbline.screen.parts.VerdictBadge;
import plumbline.screen.parts.View;
import plumbline.words.Messages;

/** Tallies, what needs attention, tasks due, figures missing. */
public final class OverviewView implements View {
    private static final int MOST_GAPS = 12;
    private final OverviewViewModel model;
    private final Messages words;
    private final ScrollPane root = new ScrollPane();
    private final Subscription subscription;

    public OverviewView(OverviewViewModel model, Messages words) {
        this.model = model;
        this.words = words;
        root.setId("overview");
        root.setFitToWidth(true);
        subscription =
                Subscription.combine(
                        model.page().subscribe(_ -> show()), model.moved().subscribe(_ -> show()));
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public Activatable seen() {
        return model.seen();
    }

    @Override
    public void close() {
        subscription.unsubscribe();
        model.close();
    }

    private void show() {
        model.page().get().ifPresent(p -> root.setContent(content(p)));
    }

    private Node content(Page page) {
        Label headline = new Label(page.headline());
        headline.setId("overview-headline");
        headline.setWrapText(true);
        headline.getStyleClass().add("headline");
        GridPane columns = new GridPane();
        columns.setHgap(16);
        columns.setVgap(16);
        for (double share : new double[] {52, 48}) {
            ColumnConstraints constraint = new ColumnConstraints();
            constraint.setPercentWidth(share);
            columns.getColumnConstraints().add(constraint);
        }
        columns.add(
                new VBox(
                        16,
                        card("overview.tallies", tallies(page)),
                        card("overview.gaps", gaps(page))),
                0,
                0);
        columns.add(
                new VBox(
                        16,
                        card("overview.attention", attention(page)),
                        card("overview.tasks", tasks(page))),
                1,
                0);
        VBox content = new VBox(16, new VBox(4, headline, checks(page)), columns);
        model.moved()
                .get()
                .ifPresent(
                        m ->
                                content.getChildren()
                                        .add(
                                                1,
                                                new MovedCard(
                                                        m,
                                                        words,
                                                        model::toIndicator,
                                                        model::forgetMove)));
        content.getStyleClass().add("overview");
        return content;
    }

    private Node checks(Page page) {
        HBox text = new HBox(8, new FontIcon(Feather.ALERT_CIRCLE), new Label(page.checks()));
        text.setAlignment(Pos.CENTER_LEFT);
        LinkRow line = new LinkRow(text, model::toChecks);
        line.setId("overview-checks");
        return line;
    }

    private Node card(String key, Node content) {
        VBox card = new VBox(8, Texts.heading(words.sentence(key)), content);
        card.getStyleClass().add("card");
        return card;
    }

    private Node tallies(Page page) {
        if (page.empty())
            return lead("overview.addIndicators", "overview-add", model::toIndicators);
        VBox rows = new VBox(6);
        for (TallyRow row : page.tallies()) {
            Label name = new Label(row.name());
            name.setWrapText(true);
            FlowPane counts = new FlowPane(6, 4);
            row.counts().forEach(c -> counts.getChildren().add(count(row, c)));
            Label share = new Label(row.share());
            share.getStyleClass().addAll("text-muted", "text-small");
            VBox of = new VBox(name, share);
            of.setPrefWidth(112);
            of.setMinWidth(112);
            HBox line = new HBox(8, of, counts);
            HBox.setHgrow(counts, Priority.ALWAYS);
            line.setAlignment(Pos.CENTER_LEFT);
            rows.getChildren().add(line);
        }
        return rows;
    }

    private Node count(TallyRow row, Count count) {
        String said = count.word() + " " + count.count();
        Button button =
                Buttons.verb(
                        "", "overview-count", () -> count.first().ifPresent(model::toIndicator));
        button.setGraphic(new VerdictBadge(count.verdict(), said));
        button.setAccessibleText(row.name() + " · " + said);
        button.getStyleClass().addAll("flat", "tally");
        return button;
    }

    private Node attention(Page page) {
        if (page.attention().isEmpty())
            return Texts.small(words.sentence("overview.attention.none"));
        VBox lines = new VBox(2);
        for (Attention a : page.attention()) {
            Label name = new Label(a.name());
            name.getStyleClass().add("step-name");
            HBox head = new HBox(8, name, spacer(), new VerdictBadge(a.verdict(), a.word()));
            head.setAlignment(Pos.CENTER_LEFT);
            VBox line = new VBox(2, head, Texts.small(a.reason()));
            a.byHand().map(Texts::small).ifPresent(line.getChildren()::add);
            lines.getChildren().add(new LinkRow(line, () -> model.toIndicator(a.id())));
        }
        return lines;
    }

    private static Region spacer() {
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        return spacer;
    }

    private Node tasks(Page page) {
        if (page.tasks().isEmpty())
            return lead("overview.tasks.none", "overview-tasks", model::toTasks);
        VBox lines = new VBox(2);
        page.tasks()
                .forEach(
                        t -> {
                            Label due = new Label(t.due());
                            due.setMinWidth(Region.USE_PREF_SIZE);
                            due.getStyleClass().add(t.overdue() ? "overdue" : "text-muted");
                            Label title = new Label(t.title());
                            lines.getChildren()
                                    .add(
                                            new LinkRow(
                                                    new HBox(8, title, spacer(), due),
                                                    () -> model.toTask(t.id())));
                        });
        return lines;
    }

    private Node gaps(Page page) {
        if (page.gaps().isEmpty()) return Texts.small(page.noGaps());
        VBox lines = new VBox(2);
        page.gaps().stream()
                .limit(MOST_GAPS)
                .forEach(
                        g -> {
                            Label period = new Label(g.period());
                            period.getStyleClass().add("step-name");
                            lines.getChildren()
                                    .add(
                                            new LinkRow(
                                                    new VBox(2, period, Texts.small(g.names())),
                                                    () -> model.toIndicator(g.indicator())));
                        });
        return lines;
    }

    private Node lead(String key, String id, Runnable action) {
        Button button = Buttons.verb(words.sentence(key), id, action);
        button.getStyleClass().addAll("flat", "link");
        return button;
    }
}
