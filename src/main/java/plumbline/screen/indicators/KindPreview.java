package plumbline.screen.indicators;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import plumbline.assessment.Standing;
import plumbline.plan.Indicator;
import plumbline.screen.parts.Texts;
import plumbline.screen.parts.VerdictBadge;
import plumbline.words.Preview;
import plumbline.words.Preview.Choice;
import plumbline.words.Words;

import java.util.List;

/**
 * Under kind and reporting: by what the indicator is judged, and what each other choice would make
 * of its own figures.
 */
final class KindPreview extends VBox {
    private final Preview preview;
    private final Label about = Texts.small("");
    private final VBox reportings = new VBox(6);
    private final VBox kinds = new VBox(6);
    private final Hyperlink compare = new Hyperlink();

    KindPreview(Words words) {
        super(6);
        this.preview = new Preview(words);
        setId("kind-preview");
        about.setId("kind-about");
        compare.setId("kind-compare");
        compare.setText(words.say("preview.compare"));
        compare.setOnAction(
                _ -> {
                    kinds.setVisible(!kinds.isVisible());
                    compare.setText(
                            words.say(
                                    kinds.isVisible()
                                            ? "preview.compare.close"
                                            : "preview.compare"));
                });
        for (VBox list : List.of(reportings, kinds))
            list.managedProperty().bind(list.visibleProperty());
        kinds.setVisible(false);
        getChildren().setAll(about, reportings, compare, kinds);
    }

    void show(Standing standing, Indicator indicator) {
        List<Choice> ofKind = preview.kinds(standing, indicator);
        List<Choice> ofReporting = preview.reportings(standing, indicator);
        about.setText(ofKind.stream().filter(Choice::chosen).findFirst().orElseThrow().about());
        reportings.getChildren().setAll(ofReporting.stream().map(KindPreview::line).toList());
        reportings.setVisible(!ofReporting.isEmpty());
        kinds.getChildren().setAll(ofKind.stream().map(KindPreview::line).toList());
    }

    private static Node line(Choice choice) {
        Label name = new Label(choice.name());
        name.setWrapText(true);
        if (choice.chosen()) name.getStyleClass().add("step-name");
        HBox head = new HBox(8, name, new VerdictBadge(choice.shape(), choice.verdict()));
        head.setAlignment(Pos.CENTER_LEFT);
        VBox box = new VBox(2, head);
        if (!choice.about().isEmpty()) box.getChildren().add(Texts.small(choice.about()));
        box.getChildren().add(Texts.small(choice.worked()));
        box.getStyleClass().add("step");
        return box;
    }
}
