package plumbline.screen.indicators.inspector;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import plumbline.assessment.Assessment;
import plumbline.screen.indicators.inspector.RevisionViewModel.RevisableTarget;
import plumbline.screen.indicators.inspector.RevisionViewModel.RevisionEntry;
import plumbline.screen.indicators.inspector.RevisionViewModel.RevisionLine;
import plumbline.screen.parts.Buttons;
import plumbline.screen.parts.Labels;
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
    Object decisionKey(Assessment a) {
        return List.of(a.indicator().course(), a.indicator().revisions());
    }

    @Override
    void listDecisions(Assessment a) {
        rootChildren().setAll(Labels.createHeading(words.sentence("revision.heading")));
        model.revisionLines(a.indicator())
                .forEach(line -> rootChildren().add(createRevisionRow(a.indicator().id(), line)));
        List<RevisableTarget> choices = model.revisableTargets(a.indicator());
        if (choices.isEmpty()) {
            rootChildren().add(Labels.createSmallLabel(words.sentence("revision.noTarget")));
            return;
        }
        Button open =
                Buttons.createActionButton(
                        words.sentence("revision.open"),
                        "revision-open",
                        () -> openRevisionForm(choices));
        rootChildren().addAll(Labels.createSmallLabel(words.sentence("revision.about")), open);
    }

    private Node createRevisionRow(UUID indicator, RevisionLine line) {
        Label what = new Label(line.what());
        what.setWrapText(true);
        what.getStyleClass().add("step-name");
        VBox box = new VBox(2, what, Labels.createSmallLabel(line.basis()));
        if (line.last()) {
            Button back =
                    Buttons.createActionButton(
                            words.sentence("revision.takeBack"),
                            "revision-take-back",
                            () -> model.withdrawRevision(indicator, line.revision()));
            back.getStyleClass().addAll("flat", "small");
            box.getChildren().add(back);
        }
        return box;
    }

    private void openRevisionForm(List<RevisableTarget> choices) {
        Assessment a = shownAssessment();
        ComboBox<RevisableTarget> target = createTargetChoice(choices);
        TextField amount = createTextField("revision-amount");
        DateField decided = new DateField(words, "revision-decided");
        decided.showDay(Optional.of(model.suggestedDay(a)));
        TextField reason = createTextField("revision-reason");
        TextField decision = createTextField("revision-decision");
        InlineForm form =
                new InlineForm(
                                words.sentence("revision.record"),
                                "revision-record",
                                () ->
                                        model.reviseTarget(
                                                a.indicator().id(),
                                                new RevisionEntry(
                                                        target.getValue().target(),
                                                        amount.getText(),
                                                        decided.committedDay(),
                                                        reason.getText(),
                                                        decision.getText())),
                                words.sentence("revision.cancel"),
                                this::relistDecisions)
                        .addField(words.sentence("revision.which"), target)
                        .addField(words.sentence("revision.amount"), amount)
                        .addField(words.sentence("revision.decided"), decided, decided.errorLabel())
                        .addField(words.sentence("revision.reason"), reason)
                        .addField(words.sentence("revision.decision"), decision);
        openForm(form, amount);
    }

    private static TextField createTextField(String id) {
        TextField field = new TextField();
        field.setId(id);
        return field;
    }

    private static ComboBox<RevisableTarget> createTargetChoice(List<RevisableTarget> choices) {
        ComboBox<RevisableTarget> box = new ComboBox<>();
        box.setId("revision-target");
        box.setMaxWidth(Double.MAX_VALUE);
        box.getItems().setAll(choices);
        box.setConverter(Labels.converterFor(RevisableTarget::name));
        box.getSelectionModel().selectFirst();
        return box;
    }
}
