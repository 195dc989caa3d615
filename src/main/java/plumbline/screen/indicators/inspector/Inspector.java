package plumbline.screen.indicators.inspector;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import plumbline.assessment.Assessment;
import plumbline.chart.drawing.Palette;
import plumbline.plan.Period;
import plumbline.screen.parts.Activatable;
import plumbline.screen.parts.ActiveBinding;
import plumbline.screen.parts.ChartCanvas;
import plumbline.screen.parts.CoalescingConsumer;
import plumbline.screen.parts.Labels;
import plumbline.screen.parts.LinkRow;
import plumbline.screen.parts.VerdictBadge;
import plumbline.words.ExplanationWording;
import plumbline.words.Messages;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Beside the grid: the chart, why this verdict, the outlook, the fields of the indicator, its
 * figures and its parts.
 */
public final class Inspector implements Activatable {
    private final InspectorViewModel model;
    private final PartsPane parts;
    private final Messages words;
    private final BorderPane root = new BorderPane();
    private final ChartCanvas chart;
    private final OutlookPane ahead;
    private final IndicatorForm form;
    private final RevisionPane revisions;
    private final HandVerdictPane hand;
    private final FiguresPane figures;
    private final VBox why = new VBox(8);
    private final Label title = new Label();
    private final Label nothing;
    private final TabPane tabs = new TabPane();

    /** Only the page that is open follows the indicator. */
    private final Map<Tab, Activatable> pages = new LinkedHashMap<>();

    private final Subscription subscription;
    private final BooleanProperty frozen = new SimpleBooleanProperty();
    private Optional<UUID> shown = Optional.empty();

    public Inspector(
            InspectorViewModel model,
            PartsPane parts,
            SourceViewModel sources,
            Messages words,
            Supplier<Palette> palette) {
        this.model = model;
        this.parts = parts;
        this.words = words;
        this.chart = new ChartCanvas(palette);
        this.ahead = new OutlookPane(model.createOutlookViewModel(), words);
        this.form = new IndicatorForm(model, words);
        this.revisions = new RevisionPane(model.createRevisionViewModel(), words);
        this.hand = new HandVerdictPane(model.createHandVerdictViewModel(), words);
        this.figures = new FiguresPane(model, new SourcePane(sources, words), words, frozen);
        this.nothing = new Label(words.sentence("inspector.nothing"));
        setUpHead();
        addPages();
        for (Node each :
                List.of(form.rootNode(), revisions.rootNode(), hand.rootNode(), parts.rootNode()))
            each.disableProperty().bind(frozen);
        this.subscription =
                Subscription.combine(
                        model.frozenProperty().subscribe(f -> frozen.set(f.isPresent())),
                        model.assessmentProperty().subscribe(this::showAssessment));
    }

    private void setUpHead() {
        root.setId("inspector");
        root.getStyleClass().add("inspector");
        root.setMinWidth(250);
        root.setPrefWidth(380);
        title.setWrapText(true);
        title.getStyleClass().add("inspector-title");
        nothing.setWrapText(true);
        nothing.getStyleClass().add("text-muted");
        chart.setPrefHeight(250);
        chart.setMinHeight(200);
    }

    private void addPages() {
        addPage(
                "inspector.why",
                "inspector-why",
                new VBox(10, chart, why),
                new CoalescingConsumer<>(this::showExplanation));
        addPage("projection.tab", "inspector-ahead", ahead.rootNode(), ahead::showOutlook);
        addPage(
                "inspector.fields",
                "inspector-fields",
                new BorderPane(
                        form.rootNode(),
                        null,
                        null,
                        new VBox(revisions.rootNode(), hand.rootNode()),
                        null),
                this::showFields);
        addPage(
                "inspector.figures",
                "inspector-figures",
                figures.rootNode(),
                figures::showFigures,
                figures.chosenProperty());
        addPage("part.tab", "inspector-parts", parts.rootNode(), parts);
        tabs.getTabs().setAll(pages.keySet());
        pages.values().stream().skip(1).forEach(Activatable::deactivate);
        tabs.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        (before, now) -> {
                            pages.get(before).deactivate();
                            pages.get(now).activate();
                        });
    }

    private void addPage(
            String key,
            String id,
            Node content,
            Consumer<Assessment> show,
            ObservableValue<?>... more) {
        ObservableValue<?>[] followed =
                Stream.concat(
                                Stream.of(model.assessmentProperty(), model.frozenProperty()),
                                Arrays.stream(more))
                        .toArray(ObservableValue<?>[]::new);
        addPage(
                key,
                id,
                content,
                new ActiveBinding(
                        () -> model.assessmentProperty().get().ifPresent(show), followed));
    }

    private void addPage(String key, String id, Node content, Activatable page) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("inspector-scroll");
        if (content instanceof VBox box) box.setPadding(new Insets(8, 12, 12, 4));
        Tab tab = new Tab(words.sentence(key), scroll);
        tab.setId(id);
        tab.setClosable(false);
        pages.put(tab, page);
    }

    private Activatable openPage() {
        return pages.get(tabs.getSelectionModel().getSelectedItem());
    }

    public Node rootNode() {
        return root;
    }

    @Override
    public void deactivate() {
        openPage().deactivate();
        model.activatable().deactivate();
    }

    @Override
    public void activate() {
        model.activatable().activate();
        openPage().activate();
    }

    public void close() {
        subscription.unsubscribe();
        parts.close();
        model.close();
    }

    private void showAssessment(Optional<Assessment> assessment) {
        Optional<UUID> next = assessment.map(a -> a.indicator().id());
        // Of another indicator the verdict is seen first.
        if (!next.equals(shown))
            tabs.getTabs().forEach(t -> ((ScrollPane) t.getContent()).setVvalue(0));
        shown = next;
        assessment.ifPresent(a -> title.setText(a.number() + ". " + a.indicator().name()));
        root.setTop(assessment.isPresent() ? title : null);
        root.setCenter(assessment.isPresent() ? tabs : nothing);
    }

    /**
     * @param row an indicator, or one of its parts
     */
    public void showFigure(UUID row, Optional<Period> wanted) {
        figures.chooseFigure(row, wanted);
    }

    private void showFields(Assessment a) {
        form.showIndicator(a.indicator().id());
        revisions.showAssessment(a);
        hand.showAssessment(a);
    }

    private void showExplanation(Assessment a) {
        chart.showChart(model.trajectoryChart(a));
        Label ground = new Label(model.groundSentence(a));
        ground.setWrapText(true);
        ground.setId("inspector-ground");
        why.getChildren().setAll(new VerdictBadge(a.verdict(), model.verdictName(a)), ground);
        model.handVerdictSentence(a)
                .map(Labels::createSmallLabel)
                .ifPresent(why.getChildren()::add);
        model.namedProblems(a).forEach(o -> why.getChildren().add(createProblemLink(o)));
        if (a.value().isPresent())
            model.explanationSteps(a).forEach(step -> why.getChildren().add(createStepRow(step)));
    }

    private Node createProblemLink(InspectorViewModel.NamedProblem obstacle) {
        Label sentence = new Label(obstacle.sentence());
        sentence.setWrapText(true);
        sentence.getStyleClass().add("link");
        LinkRow line = new LinkRow(sentence, () -> model.goToProblem(obstacle.problem()));
        line.setAccessibleText(obstacle.sentence());
        return line;
    }

    private static Node createStepRow(ExplanationWording.ExplanationStep step) {
        Label name = new Label(step.name());
        name.getStyleClass().add("step-name");
        Label result = new Label(step.result());
        result.setWrapText(true);
        result.getStyleClass().add(step.isKnown() ? "step-result" : "text-muted");
        name.setMinWidth(Label.USE_PREF_SIZE);
        HBox head = step.name().isEmpty() ? new HBox(result) : new HBox(8, name, result);
        VBox box = new VBox(2, head);
        if (!step.expression().isEmpty())
            box.getChildren().add(Labels.createSmallLabel(step.expression()));
        step.entries()
                .forEach(
                        i ->
                                box.getChildren()
                                        .add(
                                                Labels.createSmallLabel(
                                                        "  "
                                                                + i.name()
                                                                + " "
                                                                + i.amount()
                                                                + " · "
                                                                + i.source())));
        box.getStyleClass().add("step");
        return box;
    }
}
