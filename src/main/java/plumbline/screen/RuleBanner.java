package plumbline.screen;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import plumbline.desk.ScreenPlace;
import plumbline.desk.Workspace;
import plumbline.plan.Plan;
import plumbline.screen.parts.Buttons;
import plumbline.screen.settings.RuleDrafts;
import plumbline.words.Messages;

import java.util.Optional;

/** Says everywhere but in the settings that a rule was changed and not taken, and leads there. */
final class RuleBanner extends HBox {
    private final Workspace desk;
    private final RuleDrafts ruleDrafts;
    private final Subscription subscription;

    RuleBanner(Workspace desk, RuleDrafts writing, Messages words) {
        super(10);
        this.desk = desk;
        this.ruleDrafts = writing;
        Label said = new Label(words.sentence("ruleEditor.pending"), new FontIcon(Feather.EDIT_3));
        said.setWrapText(true);
        said.setMaxWidth(Double.MAX_VALUE);
        setHgrow(said, Priority.ALWAYS);
        getChildren()
                .setAll(
                        said,
                        Buttons.createActionButton(
                                words.sentence("ruleEditor.pending.go"),
                                "rule-pending-go",
                                () -> desk.placeProperty().set(ScreenPlace.SETTINGS)));
        setAlignment(Pos.CENTER_LEFT);
        setId("rule-banner");
        getStyleClass().add("frozen-banner");
        managedProperty().bind(visibleProperty());
        subscription =
                Subscription.combine(
                        writing.pendingPlan().subscribe(_ -> updateVisibility()),
                        desk.evaluationProperty().subscribe(_ -> updateVisibility()),
                        desk.placeProperty().subscribe(_ -> updateVisibility()));
    }

    private void updateVisibility() {
        Optional<?> open = desk.shownPlan().map(Plan::id);
        setVisible(
                open.isPresent()
                        && open.equals(ruleDrafts.pendingPlan().get())
                        && desk.placeProperty().get() != ScreenPlace.SETTINGS
                        && !desk.isReadOnly());
    }

    void close() {
        subscription.unsubscribe();
    }
}
