package plumbline.screen.settings;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import plumbline.screen.parts.Activatable;
import plumbline.screen.parts.Buttons;
import plumbline.screen.parts.Texts;
import plumbline.screen.parts.VerdictBadge;
import plumbline.screen.settings.RuleEditorViewModel.Count;
import plumbline.screen.settings.RuleEditorViewModel.Move;
import plumbline.screen.settings.RuleEditorViewModel.Page;
import plumbline.screen.settings.RuleEditorViewModel.Preview;
import plumbline.words.Messages;

import java.util.List;
import java.util.Optional;

/**
 * Where the plan's rule is chosen or written, with what it would make of the plan before it is
 * taken.
 */
public final class RuleEditor {
    private static final int MOST_MOVES = 30;
    private final RuleEditorViewModel model;
    private final Messages words;
    private final RuleForm all;
    private final RuleForm binding;
    private final CheckBox separate = new CheckBox();
    private final VBox preview = new VBox(8);
    private final Button take;
    private final Button drop;
    private final VBox root = new VBox(12);
    private final Subscription subscription;

    public RuleEditor(RuleEditorViewModel model, Messages words) {
        this.model = model;
        this.words = words;
        this.all = new RuleForm("rule", words, model::all, model::preset);
        this.binding = new RuleForm("binding-rule", words, model::binding, model::preset);
        binding.node().getStyleClass().add("rule-binding");
        separate.setText(words.say("ruleEditor.binding"));
        separate.setId("rule-binding");
        separate.setOnAction(_ -> separateOrUnite());
        preview.setId("rule-preview");
        take = Buttons.verb(words.say("ruleEditor.take"), "rule-take", () -> leaving(model::take));
        take.getStyleClass().add("accent");
        drop = Buttons.verb(words.say("ruleEditor.drop"), "rule-drop", () -> leaving(model::drop));
        subscription =
                model.page().subscribe(page -> page.ifPresentOrElse(this::show, this::showNone));
    }

    Node node() {
        return root;
    }

    Activatable seen() {
        return model.seen();
    }

    void close() {
        subscription.unsubscribe();
        model.close();
    }

    /**
     * The button goes grey: the keyboard stays here rather than in the next text field, so that
     * Ctrl+Z undoes the edit.
     */
    private void leaving(Runnable action) {
        root.requestFocus();
        action.run();
    }

    private void separateOrUnite() {
        if (separate.isSelected()) model.separate();
        else model.unite();
    }

    private void showNone() {
        root.getChildren().setAll(Texts.small(words.say("ruleEditor.noPlan")));
    }

    private void show(Page page) {
        all.show(page.drafts().all(), page.all());
        separate.setSelected(page.binding().isPresent());
        page.binding().ifPresent(read -> binding.show(page.drafts().binding().orElseThrow(), read));
        binding.node().setVisible(page.binding().isPresent());
        binding.node().setManaged(page.binding().isPresent());
        page.preview().ifPresentOrElse(p -> showPreview(p, page.takable()), this::showNoPreview);
        take.setDisable(!page.takable());
        drop.setDisable(!page.touched());
        if (root.getChildren().size() < 2)
            root.getChildren()
                    .setAll(all.node(), separate, binding.node(), preview, new HBox(8, take, drop));
    }

    private void showNoPreview() {
        preview.getChildren().setAll(Texts.small(words.say("ruleEditor.mend")));
    }

    private void showPreview(Preview p, boolean differs) {
        Label note = new Label(p.note());
        note.setId("rule-note");
        note.setWrapText(true);
        preview.getChildren().setAll(title("ruleEditor.note"), note);
        if (differs)
            preview.getChildren()
                    .addAll(
                            tally("ruleEditor.before", p.before()),
                            tally("ruleEditor.after", p.after()),
                            moves(p.moves()));
    }

    private Label title(String key, Object... args) {
        Label title = new Label(words.say(key, args));
        title.setWrapText(true);
        title.getStyleClass().add("step-name");
        return title;
    }

    private Node tally(String key, List<Count> counts) {
        Label name = title(key);
        name.setMinWidth(Region.USE_PREF_SIZE);
        FlowPane tally = new FlowPane(14, 4, name);
        tally.setAlignment(Pos.CENTER_LEFT);
        counts.forEach(
                c ->
                        tally.getChildren()
                                .add(new VerdictBadge(c.verdict(), c.word() + " " + c.count())));
        return tally;
    }

    private Node moves(List<Move> moves) {
        if (moves.isEmpty()) return Texts.small(words.say("ruleEditor.noMoves"));
        GridPane lines = new GridPane();
        lines.setId("rule-moves");
        lines.getStyleClass().add("rule-moves");
        for (Move m : moves.subList(0, Math.min(MOST_MOVES, moves.size()))) {
            Label name = new Label(m.name());
            name.setWrapText(true);
            lines.addRow(
                    lines.getRowCount(),
                    name,
                    new VerdictBadge(m.was(), m.wasWord()),
                    new Label("→"),
                    new VerdictBadge(m.would(), m.wouldWord()));
        }
        VBox box = new VBox(6, title("ruleEditor.moves", moves.size()), lines);
        more(moves.size()).ifPresent(box.getChildren()::add);
        return box;
    }

    private Optional<Node> more(int moves) {
        return moves > MOST_MOVES
                ? Optional.of(Texts.small(words.say("ruleEditor.more", moves - MOST_MOVES)))
                : Optional.empty();
    }
}
