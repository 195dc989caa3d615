package plumbline.screen.start;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import plumbline.exchange.planfile.PlanFileTransfer.PlanCompanion;
import plumbline.plan.Department;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.Plan;
import plumbline.screen.parts.Buttons;
import plumbline.screen.parts.Labels;
import plumbline.screen.start.PlanFilesViewModel.ExportExtent;
import plumbline.screen.start.PlanFilesViewModel.PlanFileStep;
import plumbline.words.Messages;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The two cards about plan files: one that came in, and what of a plan is to go out. */
final class PlanFileCards {
    private final PlanFilesViewModel model;
    private final Messages words;

    PlanFileCards(PlanFilesViewModel model, Messages words) {
        this.model = model;
        this.words = words;
    }

    /** What the file is, and what can be done with it. */
    Node createReceivedCard(PlanFileStep.Received step) {
        Label about = new Label(model.aboutText(step.file()));
        about.setId("planfile-about");
        about.setWrapText(true);
        Button add = createButton("planfile.add", "planfile-add", () -> model.addAsNew(step));
        add.getStyleClass().add("accent");
        Button leave = createButton("planfile.leave", "planfile-leave", model::leaveStep);
        FlowPane buttons = new FlowPane(8, 8, add);
        model.mergeTargetTitle()
                .ifPresent(
                        title -> {
                            Button merge =
                                    Buttons.createActionButton(
                                            words.sentence("planfile.merge", title),
                                            "planfile-merge",
                                            () -> model.reviewMerge(step));
                            merge.setMnemonicParsing(false);
                            buttons.getChildren().add(merge);
                        });
        buttons.getChildren().add(leave);
        return createCard(
                Labels.createHeading(step.file().plan().title()),
                Labels.createSmallLabel(words.sentence("planfile.from", step.path().getFileName())),
                about,
                buttons);
    }

    /** Whole or in part, alone or with company. */
    Node createExportCard(PlanFileStep.Exporting step) {
        Plan plan = step.plan();
        ToggleGroup extent = new ToggleGroup();
        RadioButton whole = createRadioButton("planfile.whole", "planfile-whole", extent);
        RadioButton some = createRadioButton("planfile.groups", "planfile-groups", extent);
        RadioButton of = createRadioButton("planfile.department", "planfile-department", extent);
        whole.setSelected(true);
        some.setDisable(plan.groups().isEmpty());
        of.setDisable(plan.departments().isEmpty());
        Map<UUID, CheckBox> groups = createGroupBoxes(plan);
        FlowPane boxes = new FlowPane(12, 6);
        boxes.getChildren().addAll(groups.values());
        boxes.disableProperty().bind(some.selectedProperty().not());
        ComboBox<Department> department = createDepartmentChoice(plan);
        department.setAccessibleText(words.sentence("planfile.department"));
        department.disableProperty().bind(of.selectedProperty().not());
        CheckBox snapshots =
                createCheckBox(words.sentence("planfile.snapshots"), "planfile-snapshots");
        CheckBox evidence =
                createCheckBox(words.sentence("planfile.evidence"), "planfile-evidence");
        snapshots.disableProperty().bind(whole.selectedProperty().not());
        Button write =
                createButton(
                        "planfile.export",
                        "planfile-write",
                        () ->
                                model.exportPlan(
                                        plan,
                                        some.isSelected()
                                                ? new ExportExtent.OfGroups(chosenGroups(groups))
                                                : of.isSelected()
                                                        ? new ExportExtent.OfDepartment(
                                                                department.getValue().id())
                                                        : new ExportExtent.WholePlan(),
                                        chosenCompanions(snapshots, evidence)));
        write.getStyleClass().add("accent");
        HBox third = new HBox(10, of, department);
        third.setAlignment(Pos.CENTER_LEFT);
        return createCard(
                Labels.createHeading(words.sentence("planfile.export.title", plan.title())),
                Labels.createSmallLabel(words.sentence("planfile.export.about")),
                whole,
                some,
                boxes,
                third,
                new HBox(16, snapshots, evidence),
                new HBox(
                        8,
                        write,
                        createButton("planfile.leave", "planfile-leave", model::leaveStep)));
    }

    private static Map<UUID, CheckBox> createGroupBoxes(Plan plan) {
        Map<UUID, CheckBox> groups = new LinkedHashMap<>();
        for (IndicatorGroup group : plan.groups()) {
            CheckBox box = createCheckBox(group.name(), "planfile-group-" + groups.size());
            box.setSelected(true);
            groups.put(group.id(), box);
        }
        return groups;
    }

    private static Set<UUID> chosenGroups(Map<UUID, CheckBox> groups) {
        return groups.entrySet().stream()
                .filter(e -> e.getValue().isSelected())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Set<PlanCompanion> chosenCompanions(CheckBox snapshots, CheckBox evidence) {
        Set<PlanCompanion> companions = EnumSet.noneOf(PlanCompanion.class);
        if (snapshots.isSelected()) companions.add(PlanCompanion.SNAPSHOTS);
        if (evidence.isSelected()) companions.add(PlanCompanion.EVIDENCE);
        return companions;
    }

    private static ComboBox<Department> createDepartmentChoice(Plan plan) {
        ComboBox<Department> box = new ComboBox<>();
        box.setId("planfile-departments");
        box.getItems().setAll(plan.departments());
        box.setConverter(Labels.converterFor(Department::name));
        box.getSelectionModel().selectFirst();
        return box;
    }

    private static Node createCard(Node... content) {
        VBox card = new VBox(10);
        card.getChildren().addAll(List.of(content));
        card.setId("planfile-card");
        card.getStyleClass().add("planfile-card");
        return card;
    }

    private RadioButton createRadioButton(String key, String id, ToggleGroup group) {
        RadioButton radio = new RadioButton(words.sentence(key));
        radio.setId(id);
        radio.setToggleGroup(group);
        return radio;
    }

    private static CheckBox createCheckBox(String text, String id) {
        CheckBox box = new CheckBox(text);
        box.setId(id);
        return box;
    }

    private Button createButton(String key, String id, Runnable action) {
        return Buttons.createActionButton(words.sentence(key), id, action);
    }
}
