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
import plumbline.screen.indicators.inspector.InspectorViewModel.InspectedLine;
import plumbline.screen.parts.Labels;
import plumbline.screen.parts.field.CommitComboBox;
import plumbline.screen.parts.field.CommitField;
import plumbline.screen.parts.field.FieldGrid;
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
    private final FieldGrid fields = new FieldGrid();
    private final List<Runnable> showing = new ArrayList<>();
    private Optional<InspectedLine> shown = Optional.empty();

    /** What a text means for an indicator. */
    @FunctionalInterface
    private interface IndicatorTextCommit {
        /**
         * @return a sentence where it is refused
         */
        Optional<String> commitText(Indicator indicator, String text);
    }

    IndicatorForm(InspectorViewModel model, Messages words) {
        this.model = model;
        this.words = words;
        addTextField(
                "inspector.name",
                Indicator::name,
                (i, t) ->
                        model.tryChangeIndicator(
                                "inspector.name", i.id(), d -> d.name = t.strip()));
        addTextField(
                "inspector.unit",
                Indicator::unit,
                (i, t) ->
                        model.tryChangeIndicator(
                                "inspector.unit", i.id(), d -> d.unit = t.strip()));
        addNameChoice(
                "inspector.group",
                model::groupNames,
                model::groupName,
                (i, t) -> model.changeGroup(i.id(), t));
        addKindChoice();
        addEnumChoice(
                "inspector.direction",
                Direction.values(),
                Indicator::direction,
                model::changeDirection);
        addDemandChoice();
        addEnumChoice(
                "inspector.property",
                Property.values(),
                Indicator::property,
                (i, v) -> model.changeIndicator("inspector.property", i, d -> d.property = v));
        addDecimalsField();
        addTargetFields();
        addNameChoice(
                "inspector.lead",
                model::departmentNames,
                model::leadName,
                (i, t) -> model.changeLead(i.id(), t));
        addTextField(
                "inspector.supporting",
                model::supportingNames,
                (i, t) -> model.changeSupporting(i.id(), t));
        addTextArea(
                "inspector.definition",
                Indicator::definition,
                (i, t) ->
                        model.tryChangeIndicator(
                                "inspector.definition", i.id(), d -> d.definition = t));
        addTextField(
                "inspector.numerator",
                i -> i.ratio().map(RatioTerms::numerator).orElse(""),
                (i, t) ->
                        model.changeRatio(
                                i.id(), t, i.ratio().map(RatioTerms::denominator).orElse("")));
        addTextField(
                "inspector.denominator",
                i -> i.ratio().map(RatioTerms::denominator).orElse(""),
                (i, t) ->
                        model.changeRatio(
                                i.id(), i.ratio().map(RatioTerms::numerator).orElse(""), t));
        addTextArea(
                "inspector.note",
                Indicator::note,
                (i, t) -> model.tryChangeIndicator("inspector.note", i.id(), d -> d.note = t));
    }

    private void addKindChoice() {
        addEnumChoice("inspector.kind", IndicatorKind.values(), Indicator::kind, model::changeKind);
        ComboBox<Reporting> reporting =
                addEnumChoice(
                        "inspector.reporting",
                        Reporting.values(),
                        Indicator::reporting,
                        (i, v) ->
                                model.changeIndicator(
                                        "inspector.reporting", i, d -> d.reporting = v));
        showing.add(
                () ->
                        findCurrentIndicator()
                                .map(KindPreviewText::asksReporting)
                                .ifPresent(asked -> fields.showField(reporting, asked)));
        KindPreview preview = new KindPreview(words);
        fields.addField(words.sentence("preview.title"), preview);
        showing.add(
                () ->
                        findCurrentIndicator()
                                .ifPresent(
                                        i ->
                                                model.currentEvaluation()
                                                        .ifPresent(
                                                                s -> preview.showPreview(s, i))));
    }

    /** What the targets ask for, in words below the choice. */
    private void addDemandChoice() {
        ComboBox<Demand> choice =
                addEnumChoice(
                        "inspector.demand",
                        Demand.values(),
                        Indicator::demand,
                        model::changeDemand);
        choice.setOnShowing(
                _ ->
                        findCurrentIndicator()
                                .ifPresent(i -> choice.getItems().setAll(possibleDemands(i))));
        Label sentence = Labels.createSmallLabel("");
        fields.addField("", sentence);
        showing.add(
                () ->
                        findCurrentIndicator()
                                .ifPresent(
                                        i -> {
                                            boolean asked = i.kind().isJudgedOnCourse();
                                            fields.showField(choice, asked);
                                            fields.showField(sentence, asked);
                                            sentence.setText(model.demandSentence(i));
                                        }));
    }

    private static List<Demand> possibleDemands(Indicator indicator) {
        return Stream.of(Demand.values())
                .filter(d -> Indicator.isPossible(d, indicator.course()))
                .toList();
    }

    private void addTargetFields() {
        for (Role role : List.of(Role.BASELINE, Role.MID_TERM, Role.FINAL)) {
            addTextField(
                    "inspector.target." + role.name(),
                    i -> model.formatMilestone(i, role),
                    (i, t) -> model.changeTarget(i, role, t));
        }
        Label days = Labels.createSmallLabel("");
        showing.add(
                () ->
                        findCurrentIndicator()
                                .map(model::milestoneDaysText)
                                .ifPresent(days::setText));
        fields.addField(words.sentence("inspector.days"), days);
        addStrivingBox();
        addTextField(
                        "inspector.target.YEARLY",
                        model::formatYearlyTargets,
                        model::changeYearlyTargets)
                .setPromptText(words.sentence("inspector.yearly.prompt"));
    }

    Node rootNode() {
        return fields;
    }

    void showIndicator(UUID indicator) {
        shown = Optional.of(model.inspectedLine(indicator));
        showing.forEach(Runnable::run);
    }

    private Optional<Indicator> findCurrentIndicator() {
        return shown.flatMap(model::findIndicator);
    }

    private TextField addTextField(
            String key, Function<Indicator, String> value, IndicatorTextCommit take) {
        TextField field = new TextField();
        addCommitField(key, field, value, take);
        return field;
    }

    private void addTextArea(
            String key, Function<Indicator, String> value, IndicatorTextCommit take) {
        TextArea area = new TextArea();
        area.setPrefRowCount(3);
        area.setWrapText(true);
        addCommitField(key, area, value, take);
    }

    private void addCommitField(
            String key,
            TextInputControl field,
            Function<Indicator, String> value,
            IndicatorTextCommit take) {
        addFieldRow(
                key,
                field,
                new CommitField<>(
                        field, s -> model.findIndicator(s).map(value), toTextCommit(take)));
    }

    private void addNameChoice(
            String key,
            Supplier<List<String>> known,
            Function<Indicator, String> value,
            IndicatorTextCommit take) {
        ComboBox<String> box = new ComboBox<>();
        box.setEditable(true);
        box.setOnShowing(_ -> box.getItems().setAll(known.get()));
        addFieldRow(
                key,
                box,
                new CommitField<>(box, s -> model.findIndicator(s).map(value), toTextCommit(take)));
    }

    private CommitField.TextCommit<InspectedLine> toTextCommit(IndicatorTextCommit take) {
        return (subject, text) ->
                model.findIndicator(subject).flatMap(i -> take.commitText(i, text));
    }

    private void addFieldRow(String key, Region field, CommitField<InspectedLine> typing) {
        field.setId(key);
        fields.addField(words.sentence(key), field, typing.errorLabel());
        showing.add(() -> shown.ifPresent(typing::showTextOf));
    }

    private <E extends Enum<E>> ComboBox<E> addEnumChoice(
            String key, E[] values, Function<Indicator, E> value, BiConsumer<UUID, E> take) {
        ComboBox<E> box = new ComboBox<>();
        box.getItems().setAll(values);
        box.setConverter(Labels.converterFor(model::nameOfConstant));
        box.setId(key);
        // Whole where the box is too narrow for it.
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(box.valueProperty().map(model::nameOfConstant).orElse(""));
        box.setTooltip(whole);
        CommitComboBox<InspectedLine, E> choosing =
                new CommitComboBox<>(
                        box,
                        s -> model.findIndicator(s).map(value),
                        (s, chosen) ->
                                model.findIndicator(s).ifPresent(i -> take.accept(i.id(), chosen)));
        showing.add(() -> shown.ifPresent(choosing::showValueOf));
        fields.addField(words.sentence(key), box);
        return box;
    }

    private void addDecimalsField() {
        Spinner<Integer> spinner = new Spinner<>(0, 12, 0);
        showing.add(
                () ->
                        findCurrentIndicator()
                                .map(Indicator::decimals)
                                .ifPresent(spinner.getValueFactory()::setValue));
        spinner.valueProperty()
                .subscribe(
                        (_, now) ->
                                findCurrentIndicator()
                                        .filter(i -> now != null && i.decimals() != now)
                                        .ifPresent(
                                                i ->
                                                        model.changeIndicator(
                                                                "inspector.decimals",
                                                                i.id(),
                                                                d -> d.decimals = now)));
        fields.addField(words.sentence("inspector.decimals"), spinner);
    }

    private void addStrivingBox() {
        CheckBox box = new CheckBox(words.sentence("inspector.striving.word"));
        showing.add(
                () -> findCurrentIndicator().map(model::isStriving).ifPresent(box::setSelected));
        box.setOnAction(
                _ ->
                        findCurrentIndicator()
                                .ifPresent(i -> model.changeStriving(i, box.isSelected())));
        fields.addField(words.sentence("inspector.striving"), box);
    }
}
