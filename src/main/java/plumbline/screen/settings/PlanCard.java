package plumbline.screen.settings;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import plumbline.plan.Plan;
import plumbline.screen.parts.PlanForm;
import plumbline.words.Words;

/** Title, organisation and years of the open plan. */
final class PlanCard extends VBox {
    private final SettingsViewModel model;
    private final Words words;
    private final TextField title = new TextField();
    private final TextField organisation = new TextField();
    private final TextField first = new TextField();
    private final TextField last = new TextField();
    private final TextField baseline = new TextField();
    private final Label wrong = new Label();

    PlanCard(SettingsViewModel model, Words words) {
        super(8);
        this.model = model;
        this.words = words;
        title.setId("plan-card-title");
        wrong.getStyleClass().add("field-wrong");
        wrong.setWrapText(true);
        wrong.managedProperty().bind(wrong.textProperty().isNotEmpty());
        GridPane form = new GridPane();
        form.getStyleClass().add("inspector-form");
        form.addRow(0, label("start.new.title"), title);
        form.addRow(1, label("start.new.organisation"), organisation);
        HBox years = new HBox(8, first, new Label("–"), last, label("start.new.baseline"), baseline);
        years.setAlignment(Pos.CENTER_LEFT);
        form.addRow(2, label("start.new.years"), years);
        List.of(first, last, baseline).forEach(f -> f.setPrefColumnCount(5));
        List.of(title, organisation, first, last, baseline).forEach(f -> f.setOnAction(_ -> take()));
        GridPane.setHgrow(title, Priority.ALWAYS);
        Button take = new Button(words.say("settings.plan.take"));
        take.setId("plan-card-take");
        take.setOnAction(_ -> take());
        getChildren().setAll(form, wrong, take);
    }

    private Label label(String key) {
        Label label = new Label(words.say(key));
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    void show(Plan plan) {
        wrong.setText("");
        title.setText(plan.title());
        organisation.setText(plan.organisation());
        first.setText("" + plan.firstYear());
        last.setText("" + plan.lastYear());
        baseline.setText("" + plan.baselineYear());
    }

    private void take() {
        wrong.setText(model.plan(new PlanForm(title.getText(), organisation.getText(), first.getText(), last.getText(), baseline.getText()))
                .map(words::say).orElse(""));
    }
}
