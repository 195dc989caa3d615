package plumbline.screen;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import plumbline.desk.Workspace;
import plumbline.screen.parts.Buttons;
import plumbline.words.Messages;
import plumbline.words.Wording;

/** Says that a snapshot is looked at, and leads back to the plan. */
final class FrozenBanner extends HBox {
    private final Subscription subscription;

    FrozenBanner(Workspace desk, Messages words) {
        super(10);
        Wording wording = new Wording(words);
        Label name = new Label(null, new FontIcon(Feather.LOCK));
        name.setId("frozen-name");
        name.setWrapText(true);
        name.setMaxWidth(Double.MAX_VALUE);
        setHgrow(name, Priority.ALWAYS);
        getChildren()
                .setAll(
                        name,
                        Buttons.createActionButton(
                                words.sentence("snapshot.back"),
                                "frozen-back",
                                desk::returnToPlan));
        setAlignment(Pos.CENTER_LEFT);
        setId("frozen-banner");
        getStyleClass().add("frozen-banner");
        managedProperty().bind(visibleProperty());
        subscription =
                desk.shownSnapshotProperty()
                        .subscribe(
                                frozen -> {
                                    setVisible(frozen.isPresent());
                                    frozen.ifPresent(
                                            s ->
                                                    name.setText(
                                                            words.sentence(
                                                                    "snapshot.banner",
                                                                    s.name(),
                                                                    wording.formatDate(
                                                                            s.evaluationDate()),
                                                                    wording.formatMoment(
                                                                            s.frozenAt()))));
                                });
    }

    void close() {
        subscription.unsubscribe();
    }
}
