package plumbline.screen.indicators.inspector;

import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;

import plumbline.assessment.Assessment;
import plumbline.plan.Verdict;
import plumbline.screen.indicators.inspector.HandVerdictViewModel.ShownHandVerdict;
import plumbline.screen.parts.Buttons;
import plumbline.screen.parts.Labels;
import plumbline.screen.parts.VerdictBadge;
import plumbline.screen.parts.field.DateField;
import plumbline.words.Messages;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** The verdict set by hand beside the computed one, and the form to set it. */
final class HandVerdictPane extends DecisionPane {
    private final HandVerdictViewModel model;
    private final Messages words;

    HandVerdictPane(HandVerdictViewModel model, Messages words) {
        super("hand-open");
        this.model = model;
        this.words = words;
    }

    @Override
    Object decisionKey(Assessment a) {
        return model.findShownVerdict(a);
    }

    @Override
    void listDecisions(Assessment a) {
        UUID id = a.indicator().id();
        Optional<ShownHandVerdict> set = model.findShownVerdict(a);
        rootChildren().setAll(Labels.createHeading(words.sentence("hand.heading")));
        set.ifPresent(
                s ->
                        rootChildren()
                                .addAll(
                                        new VerdictBadge(Optional.of(s.hand().verdict()), s.word()),
                                        Labels.createSmallLabel(s.said())));
        rootChildren().add(Labels.createSmallLabel(words.sentence("hand.about")));
        FlowPane verbs =
                new FlowPane(
                        8,
                        6,
                        Buttons.createActionButton(
                                words.sentence(set.isPresent() ? "hand.change" : "hand.open"),
                                "hand-open",
                                this::openVerdictForm));
        set.ifPresent(
                _ ->
                        verbs.getChildren()
                                .add(
                                        Buttons.createActionButton(
                                                words.sentence("hand.withdraw"),
                                                "hand-withdraw",
                                                () -> model.withdrawVerdict(id))));
        rootChildren().add(verbs);
    }

    private void openVerdictForm() {
        Assessment a = shownAssessment();
        Optional<ShownHandVerdict> set = model.findShownVerdict(a);
        ComboBox<Verdict> verdict = createVerdictChoice(a);
        set.ifPresent(s -> verdict.setValue(s.hand().verdict()));
        TextField reason = new TextField(set.map(s -> s.hand().reason()).orElse(""));
        reason.setId("hand-reason");
        DateField on = new DateField(words, "hand-on");
        on.showDay(Optional.of(model.suggestedDay(a)));
        InlineForm form =
                new InlineForm(
                                words.sentence("hand.set"),
                                "hand-set",
                                () ->
                                        setVerdict(
                                                a.indicator().id(),
                                                Optional.ofNullable(verdict.getValue()),
                                                reason.getText(),
                                                on.committedDay()),
                                words.sentence("hand.cancel"),
                                this::relistDecisions)
                        .addField(words.sentence("hand.verdict"), verdict)
                        .addField(words.sentence("hand.reason"), reason)
                        .addField(words.sentence("hand.on"), on, on.errorLabel());
        openForm(form, verdict);
    }

    private Optional<String> setVerdict(
            UUID indicator, Optional<Verdict> verdict, String reason, Optional<LocalDate> on) {
        Optional<String> refused = model.setVerdict(indicator, verdict, reason, on);
        if (refused.isEmpty()) relistDecisions();
        return refused;
    }

    private ComboBox<Verdict> createVerdictChoice(Assessment a) {
        ComboBox<Verdict> box = new ComboBox<>();
        box.setId("hand-verdict");
        box.setMaxWidth(Double.MAX_VALUE);
        box.getItems().setAll(model.choosableVerdicts(a));
        box.setConverter(Labels.converterFor(verdict -> model.verdictName(verdict, a)));
        return box;
    }
}
