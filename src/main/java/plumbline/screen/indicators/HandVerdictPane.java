package plumbline.screen.indicators;

import java.util.Optional;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import plumbline.assessment.Assessment;
import plumbline.plan.Verdict;
import plumbline.screen.indicators.HandVerdictViewModel.Shown;
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
        Assessment a = shown.orElseThrow();
        UUID id = a.indicator().id();
        Optional<Shown> set = model.shown(a);
        root.getChildren().setAll(Texts.heading(words.say("hand.heading")));
        set.ifPresent(s -> root.getChildren().addAll(new VerdictBadge(Optional.of(s.hand().verdict()), s.word()), Texts.small(s.said())));
        root.getChildren().add(Texts.small(words.say("hand.about")));
        Button open = new Button(words.say(set.isPresent() ? "hand.change" : "hand.open"));
        open.setId("hand-open");
        open.setOnAction(_ -> open(a));
        FlowPane verbs = new FlowPane(8, 6, open);
        set.ifPresent(_ -> {
            Button withdraw = new Button(words.say("hand.withdraw"));
            withdraw.setId("hand-withdraw");
            withdraw.setOnAction(_ -> model.withdraw(id));
            verbs.getChildren().add(withdraw);
        });
        root.getChildren().add(verbs);
    }

    private void open(Assessment a) {
        Optional<Shown> set = model.shown(a);
        ComboBox<Verdict> verdict = verdicts(a);
        set.ifPresent(s -> verdict.setValue(s.hand().verdict()));
        TextField reason = new TextField(set.map(s -> s.hand().reason()).orElse(""));
        reason.setId("hand-reason");
        DatePicker on = new DatePicker(model.suggestedDay(a));
        on.setId("hand-on");
        Texts.typed(on);
        Button take = new Button(words.say("hand.set"));
        take.setId("hand-set");
        Form form = new Form(take, new Button(words.say("hand.cancel")), this::list)
                .row(words.say("hand.verdict"), verdict).row(words.say("hand.reason"), reason).row(words.say("hand.on"), on);
        take.setOnAction(_ -> take(form, model.set(a.indicator().id(), Optional.ofNullable(verdict.getValue()), reason.getText(), Optional.ofNullable(on.getValue()))));
        root.getChildren().removeLast();
        root.getChildren().add(form.node());
        verdict.requestFocus();
    }

    private void take(Form form, Optional<String> refused) {
        form.wrong(refused);
        if (refused.isEmpty()) list();
    }

    private ComboBox<Verdict> verdicts(Assessment a) {
        ComboBox<Verdict> box = new ComboBox<>();
        box.setId("hand-verdict");
        box.setMaxWidth(Double.MAX_VALUE);
        box.getItems().setAll(model.choices(a));
        box.setConverter(new StringConverter<>() {
            @Override public String toString(Verdict verdict) {
                return verdict == null ? "" : model.name(verdict, a);
            }

            @Override public Verdict fromString(String text) {
                return box.getValue();
            }
        });
        return box;
    }
}
