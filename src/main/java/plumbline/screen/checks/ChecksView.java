package plumbline.screen.checks;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import plumbline.screen.checks.ChecksViewModel.CheckItem;
import plumbline.screen.checks.ChecksViewModel.CheckSection;
import plumbline.screen.checks.ChecksViewModel.RejectedItem;
import plumbline.screen.parts.Activatable;
import plumbline.screen.parts.Buttons;
import plumbline.screen.parts.Labels;
import plumbline.screen.parts.LinkRow;
import plumbline.screen.parts.ScreenView;
import plumbline.words.Messages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What cannot be, or hardly can, inside the plan: a list that leads to each cell, with a button
 * where it can be mended.
 */
public final class ChecksView implements ScreenView {
    private static final int MOST_SHOWN = 60;
    private final ChecksViewModel model;
    private final Messages words;
    private final ScrollPane root = new ScrollPane();
    private final List<LinkRow> linkRows = new ArrayList<>();
    private final BooleanProperty readOnly = new SimpleBooleanProperty();
    private final Subscription subscription;

    public ChecksView(ChecksViewModel model, Messages words) {
        this.model = model;
        this.words = words;
        root.setId("checks");
        root.setFitToWidth(true);
        root.getStyleClass().add("checks");
        subscription =
                Subscription.combine(
                        model.sections().subscribe(_ -> showChecks()),
                        model.rejectedItems().subscribe(_ -> showChecks()),
                        model.shownSnapshot().subscribe(f -> readOnly.set(f.isPresent())));
    }

    @Override
    public Node rootNode() {
        return root;
    }

    @Override
    public void focusMainControl() {
        if (linkRows.isEmpty()) root.requestFocus();
        else linkRows.getFirst().requestFocus();
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

    private void showChecks() {
        linkRows.clear();
        Label headline = new Label(model.headline());
        headline.setId("checks-headline");
        headline.setWrapText(true);
        headline.getStyleClass().add("headline");
        VBox content = new VBox(16, headline);
        content.getStyleClass().add("overview");
        if (!model.rejectedItems().get().isEmpty())
            content.getChildren().add(createRejectedCard(model.rejectedItems().get()));
        model.sections().get().forEach(s -> content.getChildren().add(createCard(s)));
        content.getChildren().add(createThemeCard());
        root.setContent(content);
    }

    private Node createCard(CheckSection section) {
        VBox rows = new VBox(4);
        section.items().stream()
                .limit(MOST_SHOWN)
                .forEach(i -> rows.getChildren().add(createRow(i)));
        int more = section.items().size() - MOST_SHOWN;
        if (more > 0)
            rows.getChildren().add(Labels.createSmallLabel(words.sentence("check.more", more)));
        VBox card = new VBox(8, Labels.createHeading(section.heading()), rows);
        card.getStyleClass()
                .addAll("card", "check-" + section.severity().name().toLowerCase(Locale.ROOT));
        return card;
    }

    private Node createRejectedCard(List<RejectedItem> entries) {
        VBox rows = new VBox(4);
        entries.stream()
                .limit(MOST_SHOWN)
                .forEach(
                        e ->
                                rows.getChildren()
                                        .add(
                                                registerRow(
                                                        createLinkRow(
                                                                e.name(),
                                                                e.sentence(),
                                                                () -> model.goToRejected(e)))));
        VBox card = new VBox(8, Labels.createHeading(words.sentence("check.unread.heading")), rows);
        card.setId("checks-unread");
        card.getStyleClass().addAll("card", "check-wrong");
        return card;
    }

    private LinkRow registerRow(LinkRow line) {
        linkRows.add(line);
        return line;
    }

    private static LinkRow createLinkRow(String named, String said, Runnable go) {
        Label name = new Label(named);
        name.setWrapText(true);
        name.getStyleClass().add("step-name");
        Label sentence = new Label(said);
        sentence.setWrapText(true);
        LinkRow line = new LinkRow(new VBox(2, name, sentence), go);
        line.setAccessibleText(named + ": " + said);
        HBox.setHgrow(line, Priority.ALWAYS);
        return line;
    }

    private Node createRow(CheckItem item) {
        LinkRow line =
                createLinkRow(item.name(), item.sentence(), () -> model.goToCell(item.finding()));
        HBox row = new HBox(8, line);
        row.setAlignment(Pos.CENTER_LEFT);
        item.repairText()
                .ifPresent(
                        verb ->
                                row.getChildren()
                                        .add(createRepairButton(item, verb, linkRows.size())));
        linkRows.add(line);
        return row;
    }

    private Button createRepairButton(CheckItem item, String verb, int at) {
        Button button =
                Buttons.createActionButton(
                        verb,
                        "check-mend-" + at,
                        () -> {
                            model.repair(item);
                            // The list was made anew: the keyboard stays where it was.
                            if (!linkRows.isEmpty())
                                linkRows.get(Math.min(at, linkRows.size() - 1)).requestFocus();
                        });
        button.setMnemonicParsing(false);
        button.disableProperty().bind(readOnly);
        return button;
    }

    private Node createThemeCard() {
        VBox list = new VBox(3);
        model.themeTexts()
                .forEach(said -> list.getChildren().add(Labels.createSmallLabel("· " + said)));
        VBox card = new VBox(8, Labels.createHeading(words.sentence("check.lookedFor")), list);
        card.getStyleClass().add("card");
        return card;
    }
}
