package plumbline.screen.problems;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import plumbline.screen.parts.Buttons;
import plumbline.screen.parts.LinkRow;
import plumbline.screen.parts.Texts;
import plumbline.screen.parts.VerdictBadge;
import plumbline.screen.parts.field.CheckList;
import plumbline.screen.problems.ConcernViewModel.Link;
import plumbline.screen.problems.ConcernViewModel.Touch;
import plumbline.words.Messages;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a problem or a countermeasure is linked to: each line leads there; all there is can be
 * looked through and ticked.
 */
final class LinkPane extends VBox {
    private final ConcernViewModel model;
    private final Messages words;
    private final Touch touch;
    private final ObservableValue<Boolean> frozen;
    private final VBox lines = new VBox(2);
    private final ToggleButton choose = new ToggleButton();
    private final TextField find;
    private final CheckList<UUID> all;
    private Map<UUID, Link> links = Map.of();
    private List<UUID> order = List.of();
    private Optional<UUID> whose = Optional.empty();

    LinkPane(ConcernViewModel model, Messages words, Touch touch, ObservableValue<Boolean> frozen) {
        super(4);
        this.model = model;
        this.words = words;
        this.touch = touch;
        this.frozen = frozen;
        String id = "problem-" + touch.name().toLowerCase(Locale.ROOT);
        this.find =
                Texts.field(
                        words.sentence("problems.link.find"),
                        id + "-find",
                        TextField.DEFAULT_PREF_COLUMN_COUNT);
        this.all =
                new CheckList<>(
                        l -> "　".repeat(links.get(l).level()) + links.get(l).name(),
                        l -> links.get(l).chosen(),
                        this::toggle);
        all.setId(id + "-all");
        all.setAccessibleText(words.sentence("problems.touch." + touch.name()));
        find.textProperty().subscribe(_ -> offer());
        getChildren().setAll(head(id), lines, choice());
    }

    private Node head(String id) {
        choose.setId(id + "-choose");
        choose.getStyleClass().add("small");
        choose.setMinWidth(Region.USE_PREF_SIZE);
        choose.textProperty()
                .bind(
                        choose.selectedProperty()
                                .map(
                                        open ->
                                                words.sentence(
                                                        open
                                                                ? "problems.link.done"
                                                                : "problems.link")));
        choose.disableProperty().bind(frozen);
        choose.setOnAction(
                _ -> {
                    if (choose.isSelected()) find.requestFocus();
                });
        Label name = new Label(words.sentence("problems.touch." + touch.name()));
        name.getStyleClass().add("step-name");
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox head = new HBox(8, name, choose);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Node choice() {
        VBox choice = new VBox(4, find, all);
        choice.visibleProperty().bind(choose.selectedProperty());
        choice.managedProperty().bind(choice.visibleProperty());
        choice.disableProperty().bind(frozen);
        return choice;
    }

    void show(UUID concern) {
        if (!whose.equals(Optional.of(concern))) {
            choose.setSelected(false);
            find.clear();
        }
        whose = Optional.of(concern);
        List<Link> now = model.links(concern, touch);
        links = now.stream().collect(Collectors.toMap(Link::id, Function.identity()));
        order = now.stream().map(Link::id).toList();
        lines.getChildren().setAll(now.stream().filter(Link::chosen).map(this::line).toList());
        if (lines.getChildren().isEmpty())
            lines.getChildren().add(Texts.small(words.sentence("problems.link.none")));
        offer();
    }

    /** Only what has the letters in its name. */
    private void offer() {
        String wanted = find.getText().strip().toLowerCase(words.locale());
        all.fill(
                order.stream()
                        .filter(
                                l ->
                                        links.get(l)
                                                .name()
                                                .toLowerCase(words.locale())
                                                .contains(wanted))
                        .toList());
    }

    private void toggle(UUID target) {
        whose.ifPresent(concern -> model.toggle(concern, touch, target));
    }

    private Node line(Link link) {
        Label name = new Label(link.name());
        name.setWrapText(true);
        VBox content = new VBox(2, name);
        if (!link.word().isEmpty())
            content.getChildren().add(new VerdictBadge(link.verdict(), link.word()));
        LinkRow leading = new LinkRow(content, () -> model.go(touch, link.id()));
        leading.setAccessibleText(link.name());
        HBox.setHgrow(leading, Priority.ALWAYS);
        Button away =
                Buttons.icon(
                        Feather.X,
                        words.sentence("problems.unlink", link.name()),
                        "problem-unlink",
                        () -> {
                            choose.requestFocus();
                            toggle(link.id());
                        });
        away.disableProperty().bind(frozen);
        HBox line = new HBox(4, leading, away);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
