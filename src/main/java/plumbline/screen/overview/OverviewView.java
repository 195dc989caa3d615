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

import plumbline.screen.overview.OverviewViewModel.AttentionItem;
import plumbline.screen.overview.OverviewViewModel.OverviewPage;
import plumbline.screen.overview.OverviewViewModel.TallyCount;
import plumbline.screen.overview.OverviewViewModel.VerdictTallyRow;
import plumbline.screen.parts.Activatable;
import plumbline.screen.parts.Buttons;
import plumbline.screen.parts.Labels;
import plumbline.screen.parts.LinkRow;
import plumbline.screen.parts.ScreenView;
import plumbline.screen.parts.VerdictBadge;
import plumbline.words.Messages;

/** Tallies, what needs attention, tasks due, figures missing. */
public final class OverviewView implements ScreenView {
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
                        model.pageProperty().subscribe(_ -> showPage()),
                        model.dateMoveProperty().subscribe(_ -> showPage()));
    }

    @Override
    public Node rootNode() {
        return root;
    }

    @Override
    public Activatable activatable() {
        return model.activatable();
    }

    @Override
    public void close() {
        subscription.unsubscribe();
        model.close();
    }

    private void showPage() {
        model.pageProperty().get().ifPresent(p -> root.setContent(createPageContent(p)));
    }

    private Node createPageContent(OverviewPage page) {
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
                        createCard("overview.tallies", createTallies(page)),
                        createCard("overview.gaps", createGapList(page))),
                0,
                0);
        columns.add(
                new VBox(
                        16,
                        createCard("overview.attention", createAttentionList(page)),
                        createCard("overview.tasks", createTaskList(page))),
                1,
                0);
        VBox content = new VBox(16, new VBox(4, headline, createChecksNode(page)), columns);
        model.dateMoveProperty()
                .get()
                .ifPresent(
                        m ->
                                content.getChildren()
                                        .add(
                                                1,
                                                new EvaluationDateMoveCard(
                                                        m,
                                                        words,
                                                        model::openIndicator,
                                                        model::forgetMove)));
        content.getStyleClass().add("overview");
        return content;
    }

    private Node createChecksNode(OverviewPage page) {
        HBox text =
                new HBox(8, new FontIcon(Feather.ALERT_CIRCLE), new Label(page.checksSummary()));
        text.setAlignment(Pos.CENTER_LEFT);
        LinkRow line = new LinkRow(text, model::openChecks);
        line.setId("overview-checks");
        return line;
    }

    private Node createCard(String key, Node content) {
        VBox card = new VBox(8, Labels.createHeading(words.sentence(key)), content);
        card.getStyleClass().add("card");
        return card;
    }

    private Node createTallies(OverviewPage page) {
        if (page.isEmptyPlan())
            return createLeadButton(
                    "overview.addIndicators", "overview-add", model::openIndicators);
        VBox rows = new VBox(6);
        for (VerdictTallyRow row : page.tallies()) {
            Label name = new Label(row.name());
            name.setWrapText(true);
            FlowPane counts = new FlowPane(6, 4);
            row.counts().forEach(c -> counts.getChildren().add(createCountNode(row, c)));
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

    private Node createCountNode(VerdictTallyRow row, TallyCount count) {
        String said = count.word() + " " + count.count();
        Button button =
                Buttons.createActionButton(
                        "",
                        "overview-count",
                        () -> count.firstIndicatorId().ifPresent(model::openIndicator));
        button.setGraphic(new VerdictBadge(count.verdict(), said));
        button.setAccessibleText(row.name() + " · " + said);
        button.getStyleClass().addAll("flat", "tally");
        return button;
    }

    private Node createAttentionList(OverviewPage page) {
        if (page.attention().isEmpty())
            return Labels.createSmallLabel(words.sentence("overview.attention.none"));
        VBox lines = new VBox(2);
        for (AttentionItem a : page.attention()) {
            Label name = new Label(a.name());
            name.getStyleClass().add("step-name");
            HBox head = new HBox(8, name, createSpacer(), new VerdictBadge(a.verdict(), a.word()));
            head.setAlignment(Pos.CENTER_LEFT);
            VBox line = new VBox(2, head, Labels.createSmallLabel(a.reason()));
            a.manualNote().map(Labels::createSmallLabel).ifPresent(line.getChildren()::add);
            lines.getChildren().add(new LinkRow(line, () -> model.openIndicator(a.id())));
        }
        return lines;
    }

    private static Region createSpacer() {
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        return spacer;
    }

    private Node createTaskList(OverviewPage page) {
        if (page.tasks().isEmpty())
            return createLeadButton("overview.tasks.none", "overview-tasks", model::openTasks);
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
                                                    new HBox(8, title, createSpacer(), due),
                                                    () -> model.openTask(t.id())));
                        });
        return lines;
    }

    private Node createGapList(OverviewPage page) {
        if (page.gaps().isEmpty()) return Labels.createSmallLabel(page.noGaps());
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
                                                    new VBox(
                                                            2,
                                                            period,
                                                            Labels.createSmallLabel(
                                                                    g.indicatorNames())),
                                                    () -> model.openIndicator(g.indicatorId())));
                        });
        return lines;
    }

    private Node createLeadButton(String key, String id, Runnable action) {
        Button button = Buttons.createActionButton(words.sentence(key), id, action);
        button.getStyleClass().addAll("flat", "link");
        return button;
    }
}
