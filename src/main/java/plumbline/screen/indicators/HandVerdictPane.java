package plumbline.screen.indicators;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import plumbline.assessment.Assessment;
import plumbline.plan.Verdict;
import plumbline.screen.indicators.HandVerdictViewModel.Shown;
import plumbline.screen.parts.Buttons;
import plumbline.screen.parts.DateField;
import plumbline.screen.parts.KeepingFocus;
import plumbline.screen.parts.Texts;
import plumbline.screen.parts.VerdictBadge;
import plumbline.words.Words;

/** The verdict set by hand beside the computed one, and the form to set it. */
final class HandVerdictPane {
    private final HandVerdictViewModel model;
    private final Words words;
    private final VBox root = new VBox();
    private Optional<Assessment> shown = Optional.empty();

    HandVerdictPane(HandVerdictViewModel model, Words words) {
        this.model = model;
        this.words = words;
        root.getStyleClass().add("decisions");
    }

    Node node() {
        return root;
    }

    /** A form that is open stays open while its indicator is shown. */
    void show(Assessment a) {
        Optional<UUID> before = shown.map(s -> s.indicator().id());
        boolean stays = before.equals(Optional.of(a.indicator().id())) && shown.flatMap(model::shown).equals(model.shown(a)) && form();
        shown = Optional.of(a);
        if (!stays) list();
    }

    private boolean form() {
        return root.lookup("#hand-set") != null;
    }

    private void list() {
        KeepingFocus.in(root, this::fill);
    }

    private void fill() {
        Assessment a = shown.orElseThrow();
        UUID id = a.indicator().id();
        Optional<Shown> set = model.shown(a);
        root.getChildren().setAll(Texts.heading(words.say("hand.heading")));
        set.ifPresent(s -> root.getChildren().addAll(new VerdictBadge(Optional.of(s.hand().verdict()), s.word()), Texts.small(s.said())));
        root.getChildren().add(Texts.small(words.say("hand.about")));
        FlowPane verbs = new FlowPane(8, 6, Buttons.verb(words.say(set.isPresent() ? "hand.change" : "hand.open"), "hand-open", () -> open(a)));
        set.ifPresent(_ -> verbs.getChildren().add(Buttons.verb(words.say("hand.withdraw"), "hand-withdraw", () -> model.withdraw(id))));
        root.getChildren().add(verbs);
    }

    private void open(Assessment a) {
        Optional<Shown> set = model.shown(a);
        ComboBox<Verdict> verdict = verdicts(a);
        set.ifPresent(s -> verdict.setValue(s.hand().verdict()));
        TextField reason = new TextField(set.map(s -> s.hand().reason()).orElse(""));
        reason.setId("hand-reason");
        DateField on = new DateField(words, "hand-on");
        on.show(Optional.of(model.suggestedDay(a)));
        Form form = new Form(words.say("hand.set"), "hand-set",
                () -> set(a.indicator().id(), Optional.ofNullable(verdict.getValue()), reason.getText(), on.day()), words.say("hand.cancel"), this::list)
                .row(words.say("hand.verdict"), verdict).row(words.say("hand.reason"), reason).row(words.say("hand.on"), on, on.wrong());
        root.getChildren().removeLast();
        root.getChildren().add(form.node());
        verdict.requestFocus();
    }

    private Optional<String> set(UUID indicator, Optional<Verdict> verdict, String reason, Optional<LocalDate> on) {
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
