package plumbline.screen.indicators.inspector;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

import plumbline.plan.Demand;
import plumbline.plan.Direction;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Milestone.Role;
import plumbline.plan.Property;
import plumbline.plan.RatioTerms;
import plumbline.plan.Reporting;
import plumbline.screen.indicators.inspector.InspectorViewModel.Subject;
import plumbline.screen.parts.Texts;
import plumbline.screen.parts.field.ComboBoxKeys;
import plumbline.screen.parts.field.CommitField;
import plumbline.screen.parts.field.Fields;
import plumbline.words.KindPreviewText;
import plumbline.words.Messages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The fields of an indicator. Made once; showing another one fills them, so that the keyboard stays
 * where it is.
 */
final class IndicatorForm {
    private final InspectorViewModel model;
    private final Messages words;
    private final Fields fields = new Fields();
    private final List<Runnable> showing = new ArrayList<>();
    private Optional<Subject> shown = Optional.empty();

    /** What a text means for an indicator. */
    @FunctionalInterface
    private interface Take {
        /**
         * @return a sentence where it is refused
         */
        Optional<String> take(Indicator indicator, String text);
    }

    IndicatorForm(InspectorViewModel model, Messages words) {
        this.model = model;
        this.words = words;
        text(
                "inspector.name",
                Indicator::name,
                (i, t) -> model.tryChange("inspector.name", i.id(), d -> d.name = t.strip()));
        text(
                "inspector.unit",
                Indicator::unit,
                (i, t) -> model.tryChange("inspector.unit", i.id(), d -> d.unit = t.strip()));
        names(
                "inspector.group",
                model::groupNames,
                model::groupName,
                (i, t) -> model.group(i.id(), t));
        kinds();
        choice("inspector.direction", Direction.values(), Indicator::direction, model::direction);
        demands();
        choice(
                "inspector.property",
                Property.values(),
                Indicator::property,
                (i, v) -> model.change("inspector.property", i, d -> d.property = v));
        decimals();
        targets();
        names(
                "inspector.lead",
                model::departmentNames,
                model::leadName,
                (i, t) -> model.lead(i.id(), t));
        text("inspector.supporting", model::supportingNames, (i, t) -> model.supporting(i.id(), t));
        area(
                "inspector.definition",
                Indicator::definition,
                (i, t) -> model.tryChange("inspector.definition", i.id(), d -> d.definition = t));
        text(
                "inspector.numerator",
                i -> i.ratio().map(RatioTerms::numerator).orElse(""),
                (i, t) ->
                        model.ratio(i.id(), t, i.ratio().map(RatioTerms::denominator).orElse("")));
        text(
                "inspector.denominator",
                i -> i.ratio().map(RatioTerms::denominator).orElse(""),
                (i, t) -> model.ratio(i.id(), i.ratio().map(RatioTerms::numerator).orElse(""), t));
        area(
                "inspector.note",
                Indicator::note,
                (i, t) -> model.tryChange("inspector.note", i.id(), d -> d.note = t));
    }

    private void kinds() {
        choice("inspector.kind", IndicatorKind.values(), Indicator::kind, model::kind);
        ComboBox<Reporting> reporting =
                choice(
                        "inspector.reporting",
                        Reporting.values(),
                        Indicator::reporting,
                        (i, v) -> model.change("inspector.reporting", i, d -> d.reporting = v));
        showing.add(
                () ->
                        current()
                                .map(KindPreviewText::asksReporting)
                                .ifPresent(asked -> fields.show(reporting, asked)));
        KindPreview preview = new KindPreview(words);
        fields.row(words.sentence("preview.title"), preview);
        showing.add(
                () ->
                        current()
                                .ifPresent(
                                        i -> model.standing().ifPresent(s -> preview.show(s, i))));
    }

    /** What the targets ask for, in words below the choice. */
    private void demands() {
        ComboBox<Demand> choice =
                choice("inspector.demand", Demand.values(), Indicator::demand, model::demand);
        choice.setOnShowing(
                _ -> current().ifPresent(i -> choice.getItems().setAll(possibleDemands(i))));
        Label sentence = Texts.small("");
        fields.row("", sentence);
        showing.add(
                () ->
                        current()
                                .ifPresent(
                                        i -> {
                                            boolean asked = i.kind().isJudgedOnCourse();
                                            fields.show(choice, asked);
                                            fields.show(sentence, asked);
                                            sentence.setText(model.demandSentence(i));
                                        }));
    }

    private static List<Demand> possibleDemands(Indicator indicator) {
        return Stream.of(Demand.values())
                .filter(d -> Indicator.isPossible(d, indicator.course()))
                .toList();
    }

    private void targets() {
        for (Role role : List.of(Role.BASELINE, Role.MID_TERM, Role.FINAL)) {
            text(
                    "inspector.target." + role.name(),
                    i -> model.milestone(i, role),
                    (i, t) -> model.target(i, role, t));
        }
        Label days = Texts.small("");
        showing.add(() -> current().map(model::days).ifPresent(days::setText));
        fields.row(words.sentence("inspector.days"), days);
        striving();
        text("inspector.target.YEARLY", model::yearly, model::yearly)
                .setPromptText(words.sentence("inspector.yearly.prompt"));
    }

    Node node() {
        return fields;
    }

    void show(UUID indicator) {
        shown = Optional.of(model.subject(indicator));
        showing.forEach(Runnable::run);
    }

    private Optional<Indicator> current() {
        return shown.flatMap(model::indicator);
    }

    private TextField text(String key, Function<Indicator, String> value, Take take) {
        TextField field = new TextField();
        typing(key, field, value, take);
        return field;
    }

    private void area(String key, Function<Indicator, String> value, Take take) {
        TextArea area = new TextArea();
        area.setPrefRowCount(3);
        area.setWrapText(true);
        typing(key, area, value, take);
    }

    private void typing(
            String key, TextInputControl field, Function<Indicator, String> value, Take take) {
        row(key, field, new CommitField<>(field, s -> model.indicator(s).map(value), taking(take)));
    }

    private void names(
            String key,
            Supplier<List<String>> known,
            Function<Indicator, String> value,
            Take take) {
        ComboBox<String> box = new ComboBox<>();
        box.setEditable(true);
        box.setOnShowing(_ -> box.getItems().setAll(known.get()));
        row(key, box, new CommitField<>(box, s -> model.indicator(s).map(value), taking(take)));
    }

    private CommitField.Take<Subject> taking(Take take) {
        return (subject, text) -> model.indicator(subject).flatMap(i -> take.take(i, text));
    }

    private void row(String key, Region field, CommitField<Subject> typing) {
        field.setId(key);
        fields.row(words.sentence(key), field, typing.wrong());
        showing.add(() -> shown.ifPresent(typing::show));
    }

    private <E extends Enum<E>> ComboBox<E> choice(
            String key, E[] values, Function<Indicator, E> value, BiConsumer<UUID, E> take) {
        ComboBox<E> box = new ComboBox<>();
        box.getItems().setAll(values);
        box.setConverter(Texts.worded(model::word));
        box.setId(key);
        // Whole where the box is too narrow for it.
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(box.valueProperty().map(model::word).orElse(""));
        box.setTooltip(whole);
        ComboBoxKeys<Subject, E> choosing =
                new ComboBoxKeys<>(
                        box,
                        s -> model.indicator(s).map(value),
                        (s, chosen) ->
                                model.indicator(s).ifPresent(i -> take.accept(i.id(), chosen)));
        showing.add(() -> shown.ifPresent(choosing::show));
        fields.row(words.sentence(key), box);
        return box;
    }

    private void decimals() {
        Spinner<Integer> spinner = new Spinner<>(0, 12, 0);
        showing.add(
                () ->
                        current()
                                .map(Indicator::decimals)
                                .ifPresent(spinner.getValueFactory()::setValue));
        spinner.valueProperty()
                .subscribe(
                        (_, now) ->
                                current()
                                        .filter(i -> now != null && i.decimals() != now)
                                        .ifPresent(
                                                i ->
                                                        model.change(
                                                                "inspector.decimals",
                                                                i.id(),
                                                                d -> d.decimals = now)));
        fields.row(words.sentence("inspector.decimals"), spinner);
    }

    private void striving() {
        CheckBox box = new CheckBox(words.sentence("inspector.striving.word"));
        showing.add(() -> current().map(model::striving).ifPresent(box::setSelected));
        box.setOnAction(_ -> current().ifPresent(i -> model.strive(i, box.isSelected())));
        fields.row(words.sentence("inspector.striving"), box);
    }
}
