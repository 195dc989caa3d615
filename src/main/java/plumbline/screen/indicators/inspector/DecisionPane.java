package plumbline.screen.indicators.inspector;

import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

import plumbline.assessment.Assessment;
import plumbline.screen.parts.table.FocusKeeper;

import java.util.Optional;

/**
 * What was decided on an indicator, with a button as the last of the list, which gives way to a
 * form.
 */
abstract class DecisionPane {
    private final String heir;
    private final VBox root = new VBox();
    private Optional<Assessment> shown = Optional.empty();

    /**
     * @param heir the id of the button that opens the form: the keyboard goes on from there when
     *     the form is gone
     */
    DecisionPane(String heir) {
        this.heir = heir;
        root.getStyleClass().add("decisions");
    }

    /** While this stays the same, a form that is open stays open. */
    abstract Object decisionKey(Assessment a);

    abstract void listDecisions(Assessment a);

    final Node rootNode() {
        return root;
    }

    final ObservableList<Node> rootChildren() {
        return root.getChildren();
    }

    final void showAssessment(Assessment a) {
        boolean stays =
                shown.filter(
                                s ->
                                        s.indicator().id().equals(a.indicator().id())
                                                && decisionKey(s).equals(decisionKey(a)))
                        .isPresent();
        shown = Optional.of(a);
        if (!stays) relistDecisions();
    }

    final Assessment shownAssessment() {
        return shown.orElseThrow();
    }

    final void relistDecisions() {
        FocusKeeper.changeKeepingFocus(root, heir, () -> listDecisions(shownAssessment()));
    }

    final void openForm(InlineForm form, Node first) {
        root.getChildren().removeLast();
        root.getChildren().add(form.rootNode());
        first.requestFocus();
    }
}
