package plumbline.screen.indicators.inspector;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import plumbline.assessment.Evaluation;
import plumbline.plan.Indicator;
import plumbline.screen.parts.Labels;
import plumbline.screen.parts.VerdictBadge;
import plumbline.words.KindPreviewText;
import plumbline.words.KindPreviewText.KindChoice;
import plumbline.words.Messages;

import java.util.List;

/**
 * Under kind and reporting: by what the indicator is judged, and what each other choice would make
 * of its own figures.
 */
final class KindPreview extends VBox {
    private final KindPreviewText preview;
    private final Label about = Labels.createSmallLabel("");
    private final VBox reportings = new VBox(6);
    private final VBox kinds = new VBox(6);
    private final Hyperlink compare = new Hyperlink();

    KindPreview(Messages words) {
        super(6);
        this.preview = new KindPreviewText(words);
        setId("kind-preview");
        about.setId("kind-about");
        compare.setId("kind-compare");
        compare.setText(words.sentence("preview.compare"));
        compare.setOnAction(
                _ -> {
                    kinds.setVisible(!kinds.isVisible());
                    compare.setText(
                            words.sentence(
                                    kinds.isVisible()
                                            ? "preview.compare.close"
                                            : "preview.compare"));
                });
        for (VBox list : List.of(reportings, kinds))
            list.managedProperty().bind(list.visibleProperty());
        kinds.setVisible(false);
        getChildren().setAll(about, reportings, compare, kinds);
    }

    void showPreview(Evaluation standing, Indicator indicator) {
        List<KindChoice> ofKind = preview.kindChoices(standing, indicator);
        List<KindChoice> ofReporting = preview.reportingChoices(standing, indicator);
        about.setText(
                ofKind.stream()
                        .filter(KindChoice::isChosen)
                        .findFirst()
                        .orElseThrow()
                        .description());
        reportings
                .getChildren()
                .setAll(ofReporting.stream().map(KindPreview::createChoiceLine).toList());
        reportings.setVisible(!ofReporting.isEmpty());
        kinds.getChildren().setAll(ofKind.stream().map(KindPreview::createChoiceLine).toList());
    }

    private static Node createChoiceLine(KindChoice choice) {
        Label name = new Label(choice.name());
        name.setWrapText(true);
        if (choice.isChosen()) name.getStyleClass().add("step-name");
        HBox head =
                new HBox(8, name, new VerdictBadge(choice.verdictClass(), choice.verdictText()));
        head.setAlignment(Pos.CENTER_LEFT);
        VBox box = new VBox(2, head);
        if (!choice.description().isEmpty())
            box.getChildren().add(Labels.createSmallLabel(choice.description()));
        box.getChildren().add(Labels.createSmallLabel(choice.computation()));
        box.getStyleClass().add("step");
        return box;
    }
}
