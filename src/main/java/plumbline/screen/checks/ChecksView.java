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

import plumbline.screen.checks.ChecksViewModel.Entry;
import plumbline.screen.checks.ChecksViewModel.Item;
import plumbline.screen.checks.ChecksViewModel.Section;
import plumbline.screen.parts.Activatable;
import plumbline.screen.parts.Buttons;
import plumbline.screen.parts.LinkRow;
import plumbline.screen.parts.Texts;
import plumbline.screen.parts.View;
import plumbline.words.Messages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What cannot be, or hardly can, inside the plan: a list that leads to each cell, with a button
 * where it can be mended.
 */
public final class ChecksView implements View {
    private static final int MOST_SHOWN = 60;
    private final ChecksViewModel model;
    private final Messages words;
    private final ScrollPane root = new ScrollPane();
    private final List<LinkRow> lines = new ArrayList<>();
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
                        model.sections().subscribe(_ -> show()),
                        model.entries().subscribe(_ -> show()),
                        model.frozen().subscribe(f -> readOnly.set(f.isPresent())));
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void focus() {
        if (lines.isEmpty()) root.requestFocus();
        else lines.getFirst().requestFocus();
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
        lines.clear();
        Label headline = new Label(model.headline());
        headline.setId("checks-headline");
        headline.setWrapText(true);
        headline.getStyleClass().add("headline");
        VBox content = new VBox(16, headline);
        content.getStyleClass().add("overview");
        if (!model.entries().get().isEmpty())
            content.getChildren().add(unread(model.entries().get()));
        model.sections().get().forEach(s -> content.getChildren().add(card(s)));
        content.getChildren().add(lookedFor());
        root.setContent(content);
    }

    private Node card(Section section) {
        VBox rows = new VBox(4);
        section.items().stream().limit(MOST_SHOWN).forEach(i -> rows.getChildren().add(row(i)));
        int more = section.items().size() - MOST_SHOWN;
        if (more > 0) rows.getChildren().add(Texts.small(words.say("check.more", more)));
        VBox card = new VBox(8, Texts.heading(section.heading()), rows);
        card.getStyleClass()
                .addAll("card", "check-" + section.severity().name().toLowerCase(Locale.ROOT));
        return card;
    }

    private Node unread(List<Entry> entries) {
        VBox rows = new VBox(4);
        entries.stream()
                .limit(MOST_SHOWN)
                .forEach(
                        e ->
                                rows.getChildren()
                                        .add(
                                                listed(
                                                        line(
                                                                e.name(),
                                                                e.sentence(),
                                                                () -> model.go(e)))));
        VBox card = new VBox(8, Texts.heading(words.say("check.unread.heading")), rows);
        card.setId("checks-unread");
        card.getStyleClass().addAll("card", "check-wrong");
        return card;
    }

    private LinkRow listed(LinkRow line) {
        lines.add(line);
        return line;
    }

    private static LinkRow line(String named, String said, Runnable go) {
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

    private Node row(Item item) {
        LinkRow line = line(item.name(), item.sentence(), () -> model.go(item.found()));
        HBox row = new HBox(8, line);
        row.setAlignment(Pos.CENTER_LEFT);
        item.repair().ifPresent(verb -> row.getChildren().add(mend(item, verb, lines.size())));
        lines.add(line);
        return row;
    }

    private Button mend(Item item, String verb, int at) {
        Button button =
                Buttons.verb(
                        verb,
                        "check-mend-" + at,
                        () -> {
                            model.mend(item);
                            // The list was made anew: the keyboard stays where it was.
                            if (!lines.isEmpty())
                                lines.get(Math.min(at, lines.size() - 1)).requestFocus();
                        });
        button.setMnemonicParsing(false);
        button.disableProperty().bind(readOnly);
        return button;
    }

    private Node lookedFor() {
        VBox list = new VBox(3);
        model.lookedFor().forEach(said -> list.getChildren().add(Texts.small("· " + said)));
        VBox card = new VBox(8, Texts.heading(words.say("check.lookedFor")), list);
        card.getStyleClass().add("card");
        return card;
    }
}
