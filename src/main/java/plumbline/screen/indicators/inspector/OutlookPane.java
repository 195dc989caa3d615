package plumbline.screen.indicators.inspector;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import plumbline.assessment.Assessment;
import plumbline.plan.Period;
import plumbline.screen.indicators.inspector.OutlookViewModel.ProjectionLine;
import plumbline.screen.indicators.inspector.OutlookViewModel.RehearsalAnswer;
import plumbline.screen.indicators.inspector.OutlookViewModel.StandingColumn;
import plumbline.screen.parts.Labels;
import plumbline.screen.parts.VerdictBadge;
import plumbline.words.Messages;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Projection to the end of the plan, and what would be if a period's figure were another one. */
final class OutlookPane {
    private final OutlookViewModel model;
    private final Messages words;
    private final VBox projection = new VBox(6);
    private final ComboBox<Period> period = new ComboBox<>();
    private final TextField amount = new TextField();
    private final Label wrong = Labels.createErrorLabel();
    private final GridPane result = new GridPane();
    private final Label ground = Labels.createSmallLabel("");
    private final VBox needs = new VBox(4);
    private final VBox root = new VBox(10);
    private Optional<Assessment> shown = Optional.empty();

    OutlookPane(OutlookViewModel model, Messages words) {
        this.model = model;
        this.words = words;
        root.getChildren()
                .addAll(
                        Labels.createHeading(words.sentence("projection.heading")),
                        projection,
                        Labels.createHeading(words.sentence("rehearsal.heading")),
                        Labels.createSmallLabel(words.sentence("rehearsal.about")),
                        createQuestion(),
                        wrong,
                        result,
                        ground,
                        needs);
        VBox.setMargin(root.getChildren().get(2), new Insets(10, 0, 0, 0));
        result.getStyleClass().add("rehearsal");
    }

    Node rootNode() {
        return root;
    }

    private Node createQuestion() {
        period.setId("rehearsal-period");
        period.setAccessibleText(words.sentence("rehearsal.period"));
        period.setConverter(Labels.converterFor(model::periodName));
        period.valueProperty()
                .subscribe(
                        (_, _) -> {
                            showNeededFigures();
                            showRehearsal();
                        });
        amount.setId("rehearsal-amount");
        amount.setPromptText(words.sentence("rehearsal.amount"));
        amount.setAccessibleText(words.sentence("rehearsal.amount"));
        amount.textProperty().subscribe((_, _) -> showRehearsal());
        HBox.setHgrow(amount, Priority.ALWAYS);
        period.setMinWidth(ComboBox.USE_PREF_SIZE);
        return new HBox(8, period, amount);
    }

    /** For the same indicator what was typed stays. */
    void showOutlook(Assessment a) {
        Optional<UUID> before = shown.map(s -> s.indicator().id());
        shown = Optional.of(a);
        showProjection(a);
        offerPeriods(model.offeredPeriods());
        boolean other = !before.equals(Optional.of(a.indicator().id()));
        if (other) amount.clear();
        if (other || period.getValue() == null) period.setValue(model.suggestedPeriod(a));
        showNeededFigures();
        showRehearsal();
    }

    private void offerPeriods(List<Period> periods) {
        if (period.getItems().equals(periods)) return;
        Optional<Period> chosen = Optional.ofNullable(period.getValue()).filter(periods::contains);
        period.getItems().setAll(periods);
        chosen.ifPresent(period::setValue);
    }

    private void showProjection(Assessment a) {
        projection.getChildren().clear();
        model.noProjectionSentence(a)
                .map(Labels::createSmallLabel)
                .ifPresent(projection.getChildren()::add);
        model.projectionLines(a)
                .forEach(line -> projection.getChildren().add(createProjectionRow(line)));
        model.effortSentence(a)
                .ifPresent(said -> projection.getChildren().add(createSentenceLabel(said)));
    }

    /**
     * Result and day first; how it came about small below, where each number comes from on
     * pointing.
     */
    private static Node createProjectionRow(ProjectionLine line) {
        Label name = new Label(line.step().name());
        name.getStyleClass().add("step-name");
        Label result = new Label(line.step().result());
        result.setWrapText(true);
        result.getStyleClass().add(line.step().isKnown() ? "step-result" : "text-muted");
        VBox box = new VBox(2, new HBox(8, name, result));
        if (!line.reach().isEmpty()) box.getChildren().add(createSentenceLabel(line.reach()));
        box.getChildren().add(Labels.createSmallLabel(line.step().expression()));
        if (line.step().isKnown()) {
            Label numbers = Labels.createSmallLabel(line.numbersText());
            numbers.setTooltip(new Tooltip(line.sourcesText()));
            box.getChildren().add(numbers);
        }
        box.getStyleClass().add("step");
        return box;
    }

    private static Label createSentenceLabel(String said) {
        Label label = new Label(said);
        label.setWrapText(true);
        return label;
    }

    private void showRehearsal() {
        if (shown.isEmpty() || period.getValue() == null) return;
        RehearsalAnswer answer =
                model.rehearseFigure(shown.get(), period.getValue(), amount.getText());
        wrong.setText("");
        result.getChildren().clear();
        ground.setText("");
        switch (answer) {
            case RehearsalAnswer.NothingRehearsed() ->
                    showComparison(model.currentStanding(shown.get()), Optional.empty());
            case RehearsalAnswer.WrongFigure(String sentence) -> wrong.setText(sentence);
            case RehearsalAnswer.SupposedStanding(StandingColumn stand) ->
                    showComparison(model.currentStanding(shown.get()), Optional.of(stand));
        }
    }

    private void showComparison(StandingColumn now, Optional<StandingColumn> then) {
        result.getColumnConstraints()
                .setAll(new ColumnConstraints(), new ColumnConstraints(), new ColumnConstraints());
        addStandingColumn(1, words.sentence("rehearsal.now"), now);
        then.ifPresent(stand -> addStandingColumn(2, words.sentence("rehearsal.then"), stand));
        addRowHead(1, words.sentence("rehearsal.at"));
        addRowHead(2, words.sentence("formula.ATTAINMENT"));
        addRowHead(3, words.sentence("formula.PROGRESS"));
        addRowHead(4, words.sentence("appendix.verdict"));
        ground.setText(then.map(StandingColumn::ground).orElse(""));
    }

    private void addRowHead(int row, String name) {
        Label label = Labels.createSmallLabel(name);
        label.setWrapText(false);
        label.setMinWidth(Label.USE_PREF_SIZE);
        result.add(label, 0, row);
    }

    private void addStandingColumn(int at, String name, StandingColumn stand) {
        Label head = new Label(name);
        head.getStyleClass().add("step-name");
        result.add(head, at, 0);
        result.add(new Label(stand.on()), at, 1);
        result.add(new Label(stand.attainment()), at, 2);
        result.add(new Label(stand.progress()), at, 3);
        VerdictBadge badge = new VerdictBadge(stand.verdict(), stand.word());
        if (at == 2) badge.setId("rehearsal-verdict");
        result.add(badge, at, 4);
    }

    private void showNeededFigures() {
        needs.getChildren().clear();
        if (shown.isEmpty() || period.getValue() == null) return;
        model.neededFigures(shown.get(), period.getValue())
                .forEach(
                        need -> {
                            VerdictBadge badge = new VerdictBadge(need.verdict(), need.sentence());
                            badge.setWrapText(true);
                            badge.setMinWidth(0);
                            needs.getChildren().add(badge);
                        });
        if (needs.getChildren().isEmpty())
            needs.getChildren()
                    .add(Labels.createSmallLabel(words.sentence("rehearsal.noThreshold")));
    }
}
