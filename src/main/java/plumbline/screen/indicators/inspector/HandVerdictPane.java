package plumbline.screen.indicators.inspector;

import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;

import plumbline.assessment.Assessment;
import plumbline.plan.Verdict;
import plumbline.screen.indicators.inspector.HandVerdictViewModel.Shown;
import plumbline.screen.parts.Buttons;
import plumbline.screen.parts.Texts;
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
    Object decided(Assessment a) {
        return model.shown(a);
    }

    @Override
    void list(Assessment a) {
        UUID id = a.indicator().id();
        Optional<Shown> set = model.shown(a);
        children().setAll(Texts.heading(words.sentence("hand.heading")));
        set.ifPresent(
                s ->
                        children()
                                .addAll(
                                        new VerdictBadge(Optional.of(s.hand().verdict()), s.word()),
                                        Texts.small(s.said())));
        children().add(Texts.small(words.sentence("hand.about")));
        FlowPane verbs =
                new FlowPane(
                        8,
                        6,
                        Buttons.verb(
                                words.sentence(set.isPresent() ? "hand.change" : "hand.open"),
                                "hand-open",
                                this::open));
        set.ifPresent(
                _ ->
                        verbs.getChildren()
                                .add(
                                        Buttons.verb(
                                                words.sentence("hand.withdraw"),
                                                "hand-withdraw",
                                                () -> model.withdraw(id))));
        children().add(verbs);
    }

    private void open() {
        Assessment a = shown();
        Optional<Shown> set = model.shown(a);
        ComboBox<Verdict> verdict = verdicts(a);
        set.ifPresent(s -> verdict.setValue(s.hand().verdict()));
        TextField reason = new TextField(set.map(s -> s.hand().reason()).orElse(""));
        reason.setId("hand-reason");
        DateField on = new DateField(words, "hand-on");
        on.show(Optional.of(model.suggestedDay(a)));
        Form form =
                new Form(
                                words.sentence("hand.set"),
                                "hand-set",
                                () ->
                                        set(
                                                a.indicator().id(),
                                                Optional.ofNullable(verdict.getValue()),
                                                reason.getText(),
                                                on.day()),
                                words.sentence("hand.cancel"),
                                this::list)
                        .row(words.sentence("hand.verdict"), verdict)
                        .row(words.sentence("hand.reason"), reason)
                        .row(words.sentence("hand.on"), on, on.wrong());
        open(form, verdict);
    }

    private Optional<String> set(
            UUID indicator, Optional<Verdict> verdict, String reason, Optional<LocalDate> on) {
        Optional<String> refused = model.set(indicator, verdict, reason, on);
        if (refused.isEmpty()) list();
        return refused;
    }

    private ComboBox<Verdict> verdicts(Assessment a) {
        ComboBox<Verdict> box = new ComboBox<>();
        box.setId("hand-verdict");
        box.setMaxWidth(Double.MAX_VALUE);
        box.getItems().setAll(model.choices(a));
        box.setConverter(Texts.worded(verdict -> model.name(verdict, a)));
        return box;
    }
}
