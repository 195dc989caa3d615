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
import plumbline.screen.parts.Labels;
import plumbline.screen.parts.VerdictBadge;
import plumbline.screen.settings.RuleEditorViewModel.RulePage;
import plumbline.screen.settings.RuleEditorViewModel.RulePreview;
import plumbline.screen.settings.RuleEditorViewModel.VerdictCount;
import plumbline.screen.settings.RuleEditorViewModel.VerdictMove;
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
    private final RuleForm generalForm;
    private final RuleForm bindingForm;
    private final CheckBox separate = new CheckBox();
    private final VBox preview = new VBox(8);
    private final Button takeButton;
    private final Button dropButton;
    private final VBox root = new VBox(12);
    private final Subscription subscription;

    public RuleEditor(RuleEditorViewModel model, Messages words) {
        this.model = model;
        this.words = words;
        this.generalForm = new RuleForm("rule", words, model::writeGeneral, model::presetDraft);
        this.bindingForm =
                new RuleForm("binding-rule", words, model::writeBinding, model::presetDraft);
        bindingForm.node().getStyleClass().add("rule-binding");
        separate.setText(words.sentence("ruleEditor.binding"));
        separate.setId("rule-binding");
        separate.setOnAction(_ -> onSeparateChanged());
        preview.setId("rule-preview");
        takeButton =
                Buttons.createActionButton(
                        words.sentence("ruleEditor.take"),
                        "rule-take",
                        () -> runAndFocusHere(model::applyDrafts));
        takeButton.getStyleClass().add("accent");
        dropButton =
                Buttons.createActionButton(
                        words.sentence("ruleEditor.drop"),
                        "rule-drop",
                        () -> runAndFocusHere(model::discardDrafts));
        subscription =
                model.page()
                        .subscribe(page -> page.ifPresentOrElse(this::showPage, this::showNoPlan));
    }

    Node node() {
        return root;
    }

    Activatable activatable() {
        return model.activatable();
    }

    void close() {
        subscription.unsubscribe();
        model.close();
    }

    /**
     * The button goes grey: the keyboard stays here rather than in the next text field, so that
     * Ctrl+Z undoes the edit.
     */
    private void runAndFocusHere(Runnable action) {
        root.requestFocus();
        action.run();
    }

    private void onSeparateChanged() {
        if (separate.isSelected()) model.separateBinding();
        else model.uniteBinding();
    }

    private void showNoPlan() {
        root.getChildren().setAll(Labels.createSmallLabel(words.sentence("ruleEditor.noPlan")));
    }

    private void showPage(RulePage page) {
        generalForm.showDraft(page.drafts().general(), page.general());
        separate.setSelected(page.binding().isPresent());
        page.binding()
                .ifPresent(
                        read -> bindingForm.showDraft(page.drafts().binding().orElseThrow(), read));
        bindingForm.node().setVisible(page.binding().isPresent());
        bindingForm.node().setManaged(page.binding().isPresent());
        page.preview().ifPresentOrElse(p -> showPreview(p, page.canApply()), this::showNoPreview);
        takeButton.setDisable(!page.canApply());
        dropButton.setDisable(!page.isTouched());
        if (root.getChildren().size() < 2)
            root.getChildren()
                    .setAll(
                            generalForm.node(),
                            separate,
                            bindingForm.node(),
                            preview,
                            new HBox(8, takeButton, dropButton));
    }

    private void showNoPreview() {
        preview.getChildren().setAll(Labels.createSmallLabel(words.sentence("ruleEditor.mend")));
    }

    private void showPreview(RulePreview p, boolean differs) {
        Label note = new Label(p.note());
        note.setId("rule-note");
        note.setWrapText(true);
        preview.getChildren().setAll(createTitle("ruleEditor.note"), note);
        if (differs)
            preview.getChildren()
                    .addAll(
                            createTally("ruleEditor.before", p.before()),
                            createTally("ruleEditor.after", p.after()),
                            createMoves(p.moves()));
    }

    private Label createTitle(String key, Object... args) {
        Label title = new Label(words.sentence(key, args));
        title.setWrapText(true);
        title.getStyleClass().add("step-name");
        return title;
    }

    private Node createTally(String key, List<VerdictCount> counts) {
        Label name = createTitle(key);
        name.setMinWidth(Region.USE_PREF_SIZE);
        FlowPane tally = new FlowPane(14, 4, name);
        tally.setAlignment(Pos.CENTER_LEFT);
        counts.forEach(
                c ->
                        tally.getChildren()
                                .add(new VerdictBadge(c.verdict(), c.word() + " " + c.count())));
        return tally;
    }

    private Node createMoves(List<VerdictMove> moves) {
        if (moves.isEmpty()) return Labels.createSmallLabel(words.sentence("ruleEditor.noMoves"));
        GridPane lines = new GridPane();
        lines.setId("rule-moves");
        lines.getStyleClass().add("rule-moves");
        for (VerdictMove m : moves.subList(0, Math.min(MOST_MOVES, moves.size()))) {
            Label name = new Label(m.name());
            name.setWrapText(true);
            lines.addRow(
                    lines.getRowCount(),
                    name,
                    new VerdictBadge(m.verdictBefore(), m.wordBefore()),
                    new Label("→"),
                    new VerdictBadge(m.verdictAfter(), m.wordAfter()));
        }
        VBox box = new VBox(6, createTitle("ruleEditor.moves", moves.size()), lines);
        moreMovesNote(moves.size()).ifPresent(box.getChildren()::add);
        return box;
    }

    private Optional<Node> moreMovesNote(int moves) {
        return moves > MOST_MOVES
                ? Optional.of(
                        Labels.createSmallLabel(
                                words.sentence("ruleEditor.more", moves - MOST_MOVES)))
                : Optional.empty();
    }
}
