package plumbline.screen.indicators.inspector;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import plumbline.assessment.Assessment;
import plumbline.screen.indicators.inspector.RevisionViewModel.Choice;
import plumbline.screen.indicators.inspector.RevisionViewModel.Entry;
import plumbline.screen.indicators.inspector.RevisionViewModel.Line;
import plumbline.screen.parts.Buttons;
import plumbline.screen.parts.Texts;
import plumbline.screen.parts.field.DateField;
import plumbline.words.Messages;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The revisions of an indicator's targets, and the form to record another. */
final class RevisionPane extends DecisionPane {
    private final RevisionViewModel model;
    private final Messages words;

    RevisionPane(RevisionViewModel model, Messages words) {
        super("revision-open");
        this.model = model;
        this.words = words;
    }

    @Override
    Object decided(Assessment a) {
        return List.of(a.indicator().course(), a.indicator().revisions());
    }

    @Override
    void list(Assessment a) {
        children().setAll(Texts.heading(words.sentence("revision.heading")));
        model.revisions(a.indicator())
                .forEach(line -> children().add(line(a.indicator().id(), line)));
        List<Choice> choices = model.choices(a.indicator());
        if (choices.isEmpty()) {
            children().add(Texts.small(words.sentence("revision.noTarget")));
            return;
        }
        Button open =
                Buttons.verb(words.sentence("revision.open"), "revision-open", () -> open(choices));
        children().addAll(Texts.small(words.sentence("revision.about")), open);
    }

    private Node line(UUID indicator, Line line) {
        Label what = new Label(line.what());
        what.setWrapText(true);
        what.getStyleClass().add("step-name");
        VBox box = new VBox(2, what, Texts.small(line.basis()));
        if (line.last()) {
            Button back =
                    Buttons.verb(
                            words.sentence("revision.takeBack"),
                            "revision-take-back",
                            () -> model.takeBack(indicator, line.revision()));
            back.getStyleClass().addAll("flat", "small");
            box.getChildren().add(back);
        }
        return box;
    }

    private void open(List<Choice> choices) {
        Assessment a = shown();
        ComboBox<Choice> target = targets(choices);
        TextField amount = field("revision-amount");
        DateField decided = new DateField(words, "revision-decided");
        decided.show(Optional.of(model.suggestedDay(a)));
        TextField reason = field("revision-reason");
        TextField decision = field("revision-decision");
        Form form =
                new Form(
                                words.sentence("revision.record"),
                                "revision-record",
                                () ->
                                        model.revise(
                                                a.indicator().id(),
                                                new Entry(
                                                        target.getValue().target(),
                                                        amount.getText(),
                                                        decided.day(),
                                                        reason.getText(),
                                                        decision.getText())),
                                words.sentence("revision.cancel"),
                                this::list)
                        .row(words.sentence("revision.which"), target)
                        .row(words.sentence("revision.amount"), amount)
                        .row(words.sentence("revision.decided"), decided, decided.wrong())
                        .row(words.sentence("revision.reason"), reason)
                        .row(words.sentence("revision.decision"), decision);
        open(form, amount);
    }

    private static TextField field(String id) {
        TextField field = new TextField();
        field.setId(id);
        return field;
    }

    private static ComboBox<Choice> targets(List<Choice> choices) {
        ComboBox<Choice> box = new ComboBox<>();
        box.setId("revision-target");
        box.setMaxWidth(Double.MAX_VALUE);
        box.getItems().setAll(choices);
        box.setConverter(Texts.worded(Choice::name));
        box.getSelectionModel().selectFirst();
        return box;
    }
}
