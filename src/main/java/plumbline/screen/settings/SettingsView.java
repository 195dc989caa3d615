package plumbline.screen.settings;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import plumbline.desk.Settings;
import plumbline.screen.parts.Activatable;
import plumbline.screen.parts.ActiveBinding;
import plumbline.screen.parts.Buttons;
import plumbline.screen.parts.Labels;
import plumbline.screen.parts.ScreenView;
import plumbline.screen.parts.SystemClipboard;
import plumbline.screen.parts.field.PlanForm;
import plumbline.screen.parts.field.PlanFormPane;
import plumbline.words.Messages;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** What can be chosen for the program and for the open plan. */
public final class SettingsView implements ScreenView {
    private final SettingsViewModel model;
    private final Messages words;
    private final ScrollPane root = new ScrollPane();
    private final RuleEditor ruleEditor;
    private final ActiveBinding planBinding;
    private final Subscription subscription;

    public SettingsView(SettingsViewModel model, RuleEditor rule, Messages words) {
        this.model = model;
        this.ruleEditor = rule;
        this.words = words;
        PlanFormPane form =
                new PlanFormPane(
                        words,
                        "plan-card",
                        words.sentence("settings.plan.take"),
                        model::changePlan);
        Node planCard = createCard("settings.plan", form);
        planCard.managedProperty().bind(planCard.visibleProperty());
        VBox content =
                new VBox(
                        16,
                        planCard,
                        createCard(
                                "settings.language",
                                createChoices(
                                        Settings.Language.values(),
                                        model.language(),
                                        model::chooseLanguage)),
                        createCard(
                                "settings.theme",
                                createChoices(
                                        Settings.ColourTheme.values(),
                                        model.theme(),
                                        model::chooseTheme)),
                        createCard("settings.rule", rule.node()),
                        createCard("settings.folder", createFolderField()));
        content.getStyleClass().add("settings");
        content.setMaxWidth(900);
        HBox middle = new HBox(content);
        middle.setAlignment(Pos.TOP_CENTER);
        HBox.setHgrow(content, Priority.ALWAYS);
        root.setContent(middle);
        root.setFitToWidth(true);
        root.setId("settings");
        planBinding =
                new ActiveBinding(
                        () -> {
                            planCard.setVisible(model.workspace().shownPlan().isPresent());
                            model.workspace()
                                    .shownPlan()
                                    .map(PlanForm::fromPlan)
                                    .ifPresent(form::showForm);
                        },
                        model.workspace().evaluationProperty());
        subscription =
                model.workspace()
                        .shownSnapshotProperty()
                        .subscribe(
                                f ->
                                        List.of(form, rule.node())
                                                .forEach(n -> n.setDisable(f.isPresent())));
    }

    @Override
    public Activatable activatable() {
        return Activatable.combineActivatables(planBinding, ruleEditor.activatable());
    }

    @Override
    public Node rootNode() {
        return root;
    }

    @Override
    public void close() {
        subscription.unsubscribe();
        planBinding.close();
        ruleEditor.close();
    }

    private Node createCard(String key, Node content) {
        VBox card = new VBox(8, Labels.createHeading(words.sentence(key)), content);
        card.getStyleClass().add("card");
        return card;
    }

    private <E extends Enum<E>> Node createChoices(E[] values, E chosen, Consumer<E> choose) {
        ToggleGroup group = new ToggleGroup();
        HBox box = new HBox(16);
        Arrays.stream(values)
                .forEach(
                        v -> {
                            RadioButton button = new RadioButton(words.nameOf(v));
                            button.setId("choose-" + v.name());
                            button.setToggleGroup(group);
                            button.setSelected(v == chosen);
                            button.setOnAction(_ -> choose.accept(v));
                            box.getChildren().add(button);
                        });
        return box;
    }

    private Node createFolderField() {
        TextField path = new TextField(model.dataFolder().toString());
        path.setEditable(false);
        path.setId("data-folder");
        path.setAccessibleText(words.sentence("settings.folder"));
        Button copy =
                Buttons.createActionButton(
                        words.sentence("settings.folder.copy"),
                        "data-folder-copy",
                        () -> SystemClipboard.copyText(path.getText()));
        HBox.setHgrow(path, Priority.ALWAYS);
        return new VBox(
                8,
                new HBox(8, path, copy),
                Labels.createSmallLabel(words.sentence("settings.folder.about")));
    }
}
