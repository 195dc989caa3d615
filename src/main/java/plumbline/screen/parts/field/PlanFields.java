package plumbline.screen.parts.field;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import plumbline.screen.parts.Buttons;
import plumbline.screen.parts.Texts;
import plumbline.words.Messages;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Title, organisation, years and mid-term evaluation of a plan, to be written and taken by Enter or
 * the button below.
 */
public final class PlanFields extends VBox {
    private final Messages words;
    private final Function<PlanForm, Optional<String>> taking;
    private final TextField title;
    private final TextField organisation;
    private final TextField first;
    private final TextField last;
    private final TextField baseline;
    private final DateField midTerm;
    private final Label wrong = Texts.wrong();

    /**
     * @param id what the ids of the fields begin with
     * @param verb the word of the button
     * @param taking answers the key of the sentence that says what is wrong
     */
    public PlanFields(
            Messages words, String id, String verb, Function<PlanForm, Optional<String>> taking) {
        super(8);
        this.words = words;
        this.taking = taking;
        this.title = field(id + "-title");
        this.organisation = field(id + "-organisation");
        this.first = field(id + "-first");
        this.last = field(id + "-last");
        this.baseline = field(id + "-baseline");
        this.midTerm = new DateField(words, id + "-mid-term");
        midTerm.setPromptText(words.sentence("start.new.midTerm.prompt"));
        first.setAccessibleText(words.sentence("start.new.years"));
        wrong.setId(id + "-wrong");
        List.of(first, last, baseline).forEach(f -> f.setPrefColumnCount(5));
        HBox years =
                new HBox(
                        8,
                        first,
                        Fields.name("–", last),
                        last,
                        Fields.name(words.sentence("start.new.baseline"), baseline),
                        baseline);
        years.setAlignment(Pos.BASELINE_LEFT);
        Fields fields =
                new Fields()
                        .row(words.sentence("start.new.title"), title)
                        .row(words.sentence("start.new.organisation"), organisation)
                        .row(words.sentence("start.new.years"), years)
                        .row(words.sentence("start.new.midTerm"), midTerm);
        // Below the button: what is said moves nothing from under the pointer.
        getChildren()
                .setAll(
                        fields,
                        Buttons.verb(verb, id + "-take", this::take),
                        midTerm.wrong(),
                        wrong);
    }

    private TextField field(String id) {
        TextField field = new TextField();
        field.setId(id);
        field.setOnAction(_ -> take());
        field.textProperty().subscribe((_, _) -> wrong.setText(""));
        return field;
    }

    public void show(PlanForm form) {
        wrong.setText("");
        title.setText(form.title());
        organisation.setText(form.organisation());
        first.setText(form.first());
        last.setText(form.last());
        baseline.setText(form.baseline());
        midTerm.show(form.midTerm());
    }

    private void take() {
        Optional<LocalDate> day = midTerm.day();
        wrong.setText("");
        if (midTerm.refused()) return;
        Optional<String> refused =
                taking.apply(
                        new PlanForm(
                                title.getText(),
                                organisation.getText(),
                                first.getText(),
                                last.getText(),
                                baseline.getText(),
                                day));
        wrong.setText(refused.map(words::sentence).orElse(""));
    }
}
