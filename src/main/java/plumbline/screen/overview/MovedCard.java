package plumbline.screen.overview;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import plumbline.screen.parts.Buttons;
import plumbline.screen.parts.LinkRow;
import plumbline.screen.parts.Texts;
import plumbline.screen.parts.VerdictBadge;
import plumbline.words.Messages;

import java.util.UUID;
import java.util.function.Consumer;

/** What the last move of the evaluation date has changed. */
final class MovedCard extends VBox {
    MovedCard(DateMove moved, Messages words, Consumer<UUID> toIndicator, Runnable close) {
        setId("overview-moved");
        setSpacing(6);
        getStyleClass().addAll("card", "moved");
        Label title = Texts.heading(moved.title());
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox head =
                new HBox(
                        8,
                        title,
                        Buttons.verb(
                                words.sentence("comparison.moved.close"),
                                "overview-moved-close",
                                close));
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(head);
        if (moved.lines().isEmpty())
            getChildren().add(Texts.small(words.sentence("comparison.moved.none")));
        moved.lines()
                .forEach(
                        l ->
                                getChildren()
                                        .add(
                                                new LinkRow(
                                                        line(l),
                                                        () -> toIndicator.accept(l.indicator()))));
        if (!moved.rest().isEmpty())
            getChildren().add(Texts.small(words.sentence("comparison.moved.rest", moved.rest())));
    }

    private static VBox line(DateMove.Line line) {
        Label name = new Label(line.name());
        name.getStyleClass().add("step-name");
        name.setWrapText(true);
        FlowPane head =
                new FlowPane(8, 2, name, badge(line.before()), new Label("→"), badge(line.after()));
        head.setAlignment(Pos.CENTER_LEFT);
        return new VBox(2, head, Texts.small(line.reason()));
    }

    private static Node badge(DateMove.Given given) {
        return new VerdictBadge(given.verdict(), given.word());
    }
}
