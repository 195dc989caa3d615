package plumbline.screen.overview;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import plumbline.screen.parts.Buttons;
import plumbline.screen.parts.Labels;
import plumbline.screen.parts.LinkRow;
import plumbline.screen.parts.VerdictBadge;
import plumbline.words.Messages;

import java.util.UUID;
import java.util.function.Consumer;

/** What the last move of the evaluation date has changed. */
final class EvaluationDateMoveCard extends VBox {
    EvaluationDateMoveCard(
            EvaluationDateMove moved, Messages words, Consumer<UUID> toIndicator, Runnable close) {
        setId("overview-moved");
        setSpacing(6);
        getStyleClass().addAll("card", "moved");
        Label title = Labels.createHeading(moved.title());
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox head =
                new HBox(
                        8,
                        title,
                        Buttons.createActionButton(
                                words.sentence("comparison.moved.close"),
                                "overview-moved-close",
                                close));
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(head);
        if (moved.movedIndicators().isEmpty())
            getChildren().add(Labels.createSmallLabel(words.sentence("comparison.moved.none")));
        moved.movedIndicators()
                .forEach(
                        l ->
                                getChildren()
                                        .add(
                                                new LinkRow(
                                                        createLine(l),
                                                        () ->
                                                                toIndicator.accept(
                                                                        l.indicatorId()))));
        if (!moved.otherIndicatorNames().isEmpty())
            getChildren()
                    .add(
                            Labels.createSmallLabel(
                                    words.sentence(
                                            "comparison.moved.rest", moved.otherIndicatorNames())));
    }

    private static VBox createLine(EvaluationDateMove.MovedIndicator line) {
        Label name = new Label(line.name());
        name.getStyleClass().add("step-name");
        name.setWrapText(true);
        FlowPane head =
                new FlowPane(
                        8,
                        2,
                        name,
                        createBadge(line.before()),
                        new Label("→"),
                        createBadge(line.after()));
        head.setAlignment(Pos.CENTER_LEFT);
        return new VBox(2, head, Labels.createSmallLabel(line.reason()));
    }

    private static Node createBadge(EvaluationDateMove.VerdictWord given) {
        return new VerdictBadge(given.verdict(), given.word());
    }
}
