package plumbline.screen.proofreading;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import plumbline.exchange.proof.TextProof;
import plumbline.exchange.proof.TextProof.TextMark;
import plumbline.proofreading.ClaimMatch;
import plumbline.proofreading.Contradiction;
import plumbline.proofreading.Quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A text with its numbers marked: tied and right, contradicted, not tied. The mark says by its
 * line, too, what its colour says.
 */
final class ProofTextPane {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    /** How much of the page above what is shown is left in sight. */
    private static final double ABOVE = 60;

    /** A marked piece on the screen. */
    private record ShownMark(TextMark mark, Text text) {}

    private final ProofreadingViewModel model;
    private final Consumer<Contradiction> onChosen;
    private final VBox lines = new VBox(6);
    private final ScrollPane pane = new ScrollPane(lines);
    private final List<ShownMark> shownMarks = new ArrayList<>();

    /**
     * @param chosen told which contradiction was clicked on
     */
    ProofTextPane(ProofreadingViewModel model, Consumer<Contradiction> chosen) {
        this.model = model;
        this.onChosen = chosen;
        pane.setId("proof-text");
        pane.setFitToWidth(true);
        lines.getStyleClass().add("proof-page");
    }

    Node node() {
        return pane;
    }

    void showProof(TextProof proof) {
        shownMarks.clear();
        lines.getChildren().clear();
        int begin = 0;
        int next = 0;
        for (String line : proof.text().split("\n", -1)) {
            int end = begin + line.length();
            List<TextMark> within = new ArrayList<>();
            for (; next < proof.marks().size() && proof.marks().get(next).from() < end; next++)
                within.add(proof.marks().get(next));
            if (!line.isBlank())
                lines.getChildren().add(createLine(proof.text(), begin, end, within));
            begin = end + 1;
        }
        pane.setVvalue(0);
    }

    private TextFlow createLine(String text, int begin, int end, List<TextMark> within) {
        TextFlow flow = new TextFlow();
        int at = begin;
        for (TextMark mark : within) {
            flow.getChildren().add(createPlainText(text.substring(at, mark.from())));
            flow.getChildren().add(createMarkedText(mark, text.substring(mark.from(), mark.to())));
            at = mark.to();
        }
        flow.getChildren().add(createPlainText(text.substring(at, end)));
        return flow;
    }

    private static Text createPlainText(String words) {
        Text text = new Text(words);
        text.getStyleClass().add("proof-plain");
        return text;
    }

    private Text createMarkedText(TextMark mark, String words) {
        Text text = new Text(words);
        Optional<Contradiction> contradiction = mark.match().flatMap(ClaimMatch::contradiction);
        text.getStyleClass()
                .add(
                        contradiction.isPresent()
                                ? "proof-broken"
                                : mark.match().isPresent() ? "proof-held" : "proof-untied");
        Tooltip.install(text, new Tooltip(model.markText(mark)));
        contradiction.ifPresent(c -> text.setOnMouseClicked(_ -> onChosen.accept(c)));
        shownMarks.add(new ShownMark(mark, text));
        return text;
    }

    /** Brings the words into sight. */
    void revealQuote(Quote quote) {
        shownMarks.forEach(
                s ->
                        s.text.pseudoClassStateChanged(
                                CHOSEN,
                                quote.start() <= s.mark.from() && s.mark.to() <= quote.end()));
        shownMarks.stream()
                .filter(s -> quote.start() <= s.mark.from())
                .findFirst()
                .ifPresent(
                        s -> {
                            double over = lines.getHeight() - pane.getViewportBounds().getHeight();
                            double top =
                                    s.text.getParent().getBoundsInParent().getMinY()
                                            + s.text.getBoundsInParent().getMinY();
                            pane.setVvalue(over <= 0 ? 0 : Math.clamp((top - ABOVE) / over, 0, 1));
                        });
    }
}
