package plumbline.screen.parts.field;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import plumbline.screen.parts.Buttons;
import plumbline.screen.parts.Labels;
import plumbline.words.Messages;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Title, organisation, years and mid-term evaluation of a plan, to be written and taken by Enter or
 * the button below.
 */
public final class PlanFormPane extends VBox {
    private final Messages words;
    private final Function<PlanForm, Optional<String>> onCommit;
    private final TextField title;
    private final TextField organisation;
    private final TextField first;
    private final TextField last;
    private final TextField baseline;
    private final DateField midTerm;
    private final Label errorLabel = Labels.createErrorLabel();

    /**
     * @param id what the ids of the fields begin with
     * @param verb the word of the button
     * @param taking answers the key of the sentence that says what is wrong
     */
    public PlanFormPane(
            Messages words, String id, String verb, Function<PlanForm, Optional<String>> taking) {
        super(8);
        this.words = words;
        this.onCommit = taking;
        this.title = createField(id + "-title");
        this.organisation = createField(id + "-organisation");
        this.first = createField(id + "-first");
        this.last = createField(id + "-last");
        this.baseline = createField(id + "-baseline");
        this.midTerm = new DateField(words, id + "-mid-term");
        midTerm.setPromptText(words.sentence("start.new.midTerm.prompt"));
        first.setAccessibleText(words.sentence("start.new.years"));
        errorLabel.setId(id + "-wrong");
        List.of(first, last, baseline).forEach(f -> f.setPrefColumnCount(5));
        HBox years =
                new HBox(
                        8,
                        first,
                        FieldGrid.createFieldLabel("–", last),
                        last,
                        FieldGrid.createFieldLabel(words.sentence("start.new.baseline"), baseline),
                        baseline);
        years.setAlignment(Pos.BASELINE_LEFT);
        FieldGrid fields =
                new FieldGrid()
                        .addField(words.sentence("start.new.title"), title)
                        .addField(words.sentence("start.new.organisation"), organisation)
                        .addField(words.sentence("start.new.years"), years)
                        .addField(words.sentence("start.new.midTerm"), midTerm);
        // Below the button: what is said moves nothing from under the pointer.
        getChildren()
                .setAll(
                        fields,
                        Buttons.createActionButton(verb, id + "-take", this::commitForm),
                        midTerm.errorLabel(),
                        errorLabel);
    }

    private TextField createField(String id) {
        TextField field = new TextField();
        field.setId(id);
        field.setOnAction(_ -> commitForm());
        field.textProperty().subscribe((_, _) -> errorLabel.setText(""));
        return field;
    }

    public void showForm(PlanForm form) {
        errorLabel.setText("");
        title.setText(form.title());
        organisation.setText(form.organisation());
        first.setText(form.first());
        last.setText(form.last());
        baseline.setText(form.baseline());
        midTerm.showDay(form.midTerm());
    }

    private void commitForm() {
        Optional<LocalDate> day = midTerm.committedDay();
        errorLabel.setText("");
        if (midTerm.hasRefusedText()) return;
        Optional<String> refused =
                onCommit.apply(
                        new PlanForm(
                                title.getText(),
                                organisation.getText(),
                                first.getText(),
                                last.getText(),
                                baseline.getText(),
                                day));
        errorLabel.setText(refused.map(words::sentence).orElse(""));
    }
}
