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
import plumbline.screen.parts.Labels;
import plumbline.screen.parts.LinkRow;
import plumbline.screen.parts.VerdictBadge;
import plumbline.screen.parts.field.CheckList;
import plumbline.screen.problems.IssueViewModel.LinkChoice;
import plumbline.screen.problems.IssueViewModel.LinkKind;
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
    private final IssueViewModel model;
    private final Messages words;
    private final LinkKind touch;
    private final ObservableValue<Boolean> frozen;
    private final VBox lines = new VBox(2);
    private final ToggleButton choose = new ToggleButton();
    private final TextField find;
    private final CheckList<UUID> all;
    private Map<UUID, LinkChoice> links = Map.of();
    private List<UUID> order = List.of();
    private Optional<UUID> whose = Optional.empty();

    LinkPane(
            IssueViewModel model, Messages words, LinkKind touch, ObservableValue<Boolean> frozen) {
        super(4);
        this.model = model;
        this.words = words;
        this.touch = touch;
        this.frozen = frozen;
        String id = "problem-" + touch.name().toLowerCase(Locale.ROOT);
        this.find =
                Labels.createTextField(
                        words.sentence("problems.link.find"),
                        id + "-find",
                        TextField.DEFAULT_PREF_COLUMN_COUNT);
        this.all =
                new CheckList<>(
                        l -> "　".repeat(links.get(l).level()) + links.get(l).name(),
                        l -> links.get(l).isChosen(),
                        this::toggleLink);
        all.setId(id + "-all");
        all.setAccessibleText(words.sentence("problems.touch." + touch.name()));
        find.textProperty().subscribe(_ -> offerChoices());
        getChildren().setAll(createHead(id), lines, createChoicePane());
    }

    private Node createHead(String id) {
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

    private Node createChoicePane() {
        VBox choice = new VBox(4, find, all);
        choice.visibleProperty().bind(choose.selectedProperty());
        choice.managedProperty().bind(choice.visibleProperty());
        choice.disableProperty().bind(frozen);
        return choice;
    }

    void showIssue(UUID concern) {
        if (!whose.equals(Optional.of(concern))) {
            choose.setSelected(false);
            find.clear();
        }
        whose = Optional.of(concern);
        List<LinkChoice> now = model.linkChoices(concern, touch);
        links = now.stream().collect(Collectors.toMap(LinkChoice::id, Function.identity()));
        order = now.stream().map(LinkChoice::id).toList();
        lines.getChildren()
                .setAll(
                        now.stream()
                                .filter(LinkChoice::isChosen)
                                .map(this::createLinkLine)
                                .toList());
        if (lines.getChildren().isEmpty())
            lines.getChildren().add(Labels.createSmallLabel(words.sentence("problems.link.none")));
        offerChoices();
    }

    /** Only what has the letters in its name. */
    private void offerChoices() {
        String wanted = find.getText().strip().toLowerCase(words.locale());
        all.showItems(
                order.stream()
                        .filter(
                                l ->
                                        links.get(l)
                                                .name()
                                                .toLowerCase(words.locale())
                                                .contains(wanted))
                        .toList());
    }

    private void toggleLink(UUID target) {
        whose.ifPresent(concern -> model.toggleLink(concern, touch, target));
    }

    private Node createLinkLine(LinkChoice link) {
        Label name = new Label(link.name());
        name.setWrapText(true);
        VBox content = new VBox(2, name);
        if (!link.word().isEmpty())
            content.getChildren().add(new VerdictBadge(link.verdict(), link.word()));
        LinkRow leading = new LinkRow(content, () -> model.openLinked(touch, link.id()));
        leading.setAccessibleText(link.name());
        HBox.setHgrow(leading, Priority.ALWAYS);
        Button away =
                Buttons.createIconButton(
                        Feather.X,
                        words.sentence("problems.unlink", link.name()),
                        "problem-unlink",
                        () -> {
                            choose.requestFocus();
                            toggleLink(link.id());
                        });
        away.disableProperty().bind(frozen);
        HBox line = new HBox(4, leading, away);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
