package plumbline.screen;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Separator;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import plumbline.assessment.Evaluation;
import plumbline.desk.BackgroundWork;
import plumbline.desk.ScreenPlace;
import plumbline.desk.ScreenPlaceGroup;
import plumbline.desk.Workspace;
import plumbline.screen.manual.ManualWindow;
import plumbline.screen.parts.Buttons;
import plumbline.screen.parts.Fonts;
import plumbline.screen.parts.ScreenView;
import plumbline.screen.parts.field.DateField;
import plumbline.screen.parts.field.FieldGrid;
import plumbline.screen.settings.RuleDrafts;
import plumbline.words.EditName;
import plumbline.words.Messages;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The window's frame: the places at the left, the plan and its evaluation date above, what is under
 * way below.
 */
public final class Shell {
    private static final KeyCombination UNDO =
            new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination REDO =
            new KeyCodeCombination(KeyCode.Y, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination REDO_ALTERNATIVE =
            new KeyCodeCombination(
                    KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    private static final KeyCombination FOCUS_DATE =
            new KeyCodeCombination(KeyCode.D, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination SHOW_KEYS =
            new KeyCodeCombination(KeyCode.SLASH, KeyCombination.SHORTCUT_DOWN);
    private static final int MONTHS_PER_STEP = 6;

    private final ShellViewModel model;
    private final Workspace desk;
    private final BackgroundWork work;
    private final Messages words;
    private final Function<ScreenPlace, ScreenView> views;
    private final Map<ScreenPlace, ScreenView> viewsByPlace = new EnumMap<>(ScreenPlace.class);
    private final Map<ScreenPlace, ToggleButton> buttons = new EnumMap<>(ScreenPlace.class);
    private final StackPane placePane = new StackPane();
    private Optional<ScreenView> shownView = Optional.empty();
    private Optional<ManualWindow> manualWindow = Optional.empty();
    private final BorderPane root = new BorderPane();
    private Runnable focusDateField = () -> {};
    private Subscription subscriptions = Subscription.EMPTY;

    /**
     * @param views makes the view of a place when it is first gone to
     */
    public Shell(
            ShellViewModel model,
            Workspace desk,
            BackgroundWork work,
            RuleDrafts writing,
            Messages words,
            Function<ScreenPlace, ScreenView> views) {
        this.model = model;
        this.desk = desk;
        this.work = work;
        this.words = words;
        this.views = views;
        root.setId("shell");
        root.setStyle("-fx-font-family: \"" + Fonts.fontFamily() + "\"; -fx-font-size: 13px;");
        root.setLeft(createPlaceBar());
        FrozenBanner banner = new FrozenBanner(desk, words);
        RuleBanner pending = new RuleBanner(desk, writing, words);
        addSubscription(banner::close);
        addSubscription(pending::close);
        DateField date = createDateField();
        root.setTop(new VBox(createHeader(date), banner, pending));
        root.setCenter(new StackPane(placePane, createDateErrorPane(date)));
        root.setBottom(createProgressBox());
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::onKeyPressed);
        subscriptions =
                Subscription.combine(
                        subscriptions, desk.placeProperty().subscribe(this::showPlace));
    }

    public BorderPane rootNode() {
        return root;
    }

    public void close() {
        subscriptions.unsubscribe();
        manualWindow.ifPresent(ManualWindow::close);
        viewsByPlace.values().forEach(ScreenView::close);
    }

    private void addSubscription(Subscription subscription) {
        subscriptions = Subscription.combine(subscriptions, subscription);
    }

    private Node createPlaceBar() {
        VBox bar = new VBox(2);
        bar.getStyleClass().add("places");
        ToggleGroup group = new ToggleGroup();
        Optional<ScreenPlaceGroup> before = Optional.empty();
        for (ScreenPlace place : ScreenPlaceGroup.placesInOrder()) {
            Optional<ScreenPlaceGroup> in = ScreenPlaceGroup.groupOf(place);
            if (in.isPresent() && !in.equals(before))
                bar.getChildren().add(createGroupHead(in.get()));
            before = in;
            ToggleButton button =
                    new ToggleButton(words.nameOf(place), new FontIcon(iconOfPlace(place)));
            button.setId("place-" + place.name());
            button.setToggleGroup(group);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setFocusTraversable(false);
            button.getStyleClass().add("place");
            button.setTooltip(
                    new Tooltip(
                            words.nameOf(place)
                                    + place.shortcutDigit().map(d -> "  Ctrl+" + d).orElse("")));
            button.setOnAction(
                    _ -> {
                        // A second click must not take the mark away.
                        button.setSelected(true);
                        desk.placeProperty().set(place);
                    });
            if (place.showsOpenPlan())
                addSubscription(
                        desk.evaluationProperty().subscribe(s -> button.setDisable(s.isEmpty())));
            if (place == ScreenPlace.SETTINGS) bar.getChildren().add(createSpacer());
            bar.getChildren().add(button);
            buttons.put(place, button);
        }
        return bar;
    }

    private Label createGroupHead(ScreenPlaceGroup group) {
        Label head = new Label(words.nameOf(group));
        head.getStyleClass().add("place-group");
        return head;
    }

    private static Region createSpacer() {
        Region spacer = new Region();
        VBox.setVgrow(spacer, Priority.ALWAYS);
        HBox.setHgrow(spacer, Priority.ALWAYS);
        return spacer;
    }

    private Node createHeader(DateField date) {
        Label title = new Label();
        title.setId("plan-title");
        title.getStyleClass().add("plan-title");
        title.setMinWidth(60);
        Node undo =
                createUndoButton(
                        "undo", Feather.CORNER_UP_LEFT, desk::undo, desk.nextUndoProperty());
        Node redo =
                createUndoButton(
                        "redo", Feather.CORNER_UP_RIGHT, desk::redo, desk.nextRedoProperty());
        Node export = createExportButton();
        Label saved = new Label();
        saved.setId("saved");
        saved.setMinWidth(Region.USE_PREF_SIZE);
        saved.getStyleClass().add("text-muted");
        addSubscription(
                desk.saveStatusProperty().subscribe(_ -> saved.setText(model.saveStatusText())));
        addSubscription(
                desk.rejectedInputsProperty()
                        .subscribe(_ -> saved.setText(model.saveStatusText())));
        HBox bar =
                new HBox(
                        8,
                        title,
                        createSpacer(),
                        createEvaluationBox(date),
                        new Separator(Orientation.VERTICAL),
                        undo,
                        redo,
                        export,
                        createSaveStatusPane(saved));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("header");
        addSubscription(
                desk.evaluationProperty()
                        .subscribe(
                                s -> {
                                    title.setText(
                                            s.map(x -> x.plan().title())
                                                    .orElse(words.sentence("shell.noPlan")));
                                    bar.getChildren().stream()
                                            .filter(n -> n != title)
                                            .forEach(n -> n.setVisible(s.isPresent()));
                                    saved.setText(model.saveStatusText());
                                }));
        return bar;
    }

    /** As wide as the longest of its words, so that the date does not move with them. */
    private Node createSaveStatusPane(Label saved) {
        StackPane words = new StackPane();
        for (Workspace.SaveStatus each : Workspace.SaveStatus.values()) {
            Label room = new Label(this.words.nameOf(each));
            room.setMinWidth(Region.USE_PREF_SIZE);
            room.setVisible(false);
            words.getChildren().add(room);
        }
        words.getChildren().add(saved);
        words.setAlignment(Pos.CENTER_LEFT);
        return words;
    }

    /** What its menu offers can be chosen once a target was revised. */
    private Node createExportButton() {
        CheckMenuItem former = new CheckMenuItem(words.sentence("revision.export"));
        former.setSelected(model.listsFormerTargets());
        former.selectedProperty().subscribe((_, listed) -> model.chooseFormerTargets(listed));
        addSubscription(
                desk.evaluationProperty()
                        .subscribe(_ -> former.setDisable(!model.hasRevisedTargets())));
        SplitMenuButton export = new SplitMenuButton(former);
        export.setText(words.sentence("shell.export"));
        export.setId("export-appendix");
        export.setGraphic(new FontIcon(Feather.DOWNLOAD));
        export.setMinWidth(Region.USE_PREF_SIZE);
        export.setFocusTraversable(false);
        export.setOnAction(_ -> model.exportAppendix());
        return export;
    }

    private Node createUndoButton(
            String id, Feather icon, Runnable action, ObservableValue<Optional<EditName>> next) {
        Button button = Buttons.createIconButton(icon, words.sentence("shell." + id), id, action);
        button.setFocusTraversable(false);
        button.getStyleClass().remove("flat");
        button.setTooltip(null);
        // A button that is disabled shows no tooltip; what holds it does.
        StackPane around = new StackPane(button);
        Tooltip tip = new Tooltip();
        Tooltip.install(around, tip);
        addSubscription(
                next.subscribe(
                        name -> {
                            button.setDisable(name.isEmpty());
                            tip.setText(
                                    words.sentence("shell." + id)
                                            + name.map(n -> ": " + n.nameIn(words)).orElse("")
                                            + "\n"
                                            + words.sentence("shell.undo.reach"));
                        }));
        return around;
    }

    private DateField createDateField() {
        DateField date = new DateField(words, "evaluation-date");
        date.setPrefWidth(136);
        date.setMinWidth(126);
        // Not in the round of the Tab key: what is typed blindly after a field went away must not
        // move the date.
        date.setFocusTraversable(false);
        date.setTooltip(new Tooltip(words.sentence("shell.evaluation") + "  Ctrl+D"));
        focusDateField = date::requestFocus;
        addSubscription(
                desk.evaluationProperty()
                        .subscribe(
                                s ->
                                        s.map(Evaluation::evaluationDate)
                                                .filter(at -> !at.equals(date.getValue()))
                                                .ifPresent(at -> date.showDay(Optional.of(at)))));
        date.setOnAction(
                _ ->
                        Optional.ofNullable(date.getValue())
                                .ifPresentOrElse(
                                        model::moveEvaluationTo,
                                        () -> date.showDay(desk.evaluationDate())));
        return date;
    }

    /** Over the place, so that nothing there moves from under the pointer. */
    private static Node createDateErrorPane(DateField date) {
        HBox below = new HBox(date.errorLabel());
        below.getStyleClass().add("header-wrong");
        below.visibleProperty().bind(date.errorLabel().visibleProperty());
        below.setMouseTransparent(true);
        below.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(below, Pos.TOP_RIGHT);
        return below;
    }

    /** The count stands before the date: where it comes and goes, the date does not move. */
    private Node createEvaluationBox(DateField date) {
        HBox box =
                new HBox(
                        4,
                        createVerdictChangesButton(),
                        FieldGrid.createFieldLabel(words.sentence("shell.evaluation"), date),
                        createHalfYearButton(
                                "date-earlier", Feather.CHEVRON_LEFT, -MONTHS_PER_STEP),
                        date,
                        createHalfYearButton("date-later", Feather.CHEVRON_RIGHT, MONTHS_PER_STEP));
        box.setAlignment(Pos.CENTER);
        return box;
    }

    /** To the end of the half year before or after. */
    private Button createHalfYearButton(String id, Feather icon, int months) {
        Button button =
                Buttons.createIconButton(
                        icon,
                        words.sentence("shell." + id),
                        id,
                        () ->
                                desk.evaluationDate()
                                        .ifPresent(
                                                d ->
                                                        model.moveEvaluationTo(
                                                                nearestHalfYearEnd(d, months))));
        button.setFocusTraversable(false);
        return button;
    }

    /** How many verdicts the last move of the date has changed; leads to them. */
    private Button createVerdictChangesButton() {
        Button button =
                Buttons.createToolButton(
                        "", "date-moved", () -> desk.placeProperty().set(ScreenPlace.OVERVIEW));
        button.setGraphic(new FontIcon(Feather.ACTIVITY));
        button.managedProperty().bind(button.visibleProperty());
        addSubscription(
                Subscription.combine(
                        desk.evaluationBeforeMoveProperty()
                                .subscribe(_ -> updateVerdictChangesButton(button)),
                        desk.evaluationProperty()
                                .subscribe(_ -> updateVerdictChangesButton(button))));
        return button;
    }

    private void updateVerdictChangesButton(Button moved) {
        int count = model.changedVerdictCount();
        moved.setVisible(count > 0);
        moved.setText("" + count);
        moved.setTooltip(new Tooltip(words.sentence("comparison.moved.show", count)));
        moved.setAccessibleText(words.sentence("comparison.moved.show", count));
    }

    /** The nearest 30 June or 31 December after the day, or before it. */
    static LocalDate nearestHalfYearEnd(LocalDate from, int months) {
        LocalDate there = months > 0 ? from.plusDays(1) : from.minusMonths(MONTHS_PER_STEP);
        int month = there.getMonthValue() <= MONTHS_PER_STEP ? 6 : 12;
        LocalDate end = LocalDate.of(there.getYear(), month, 1).plusMonths(1).minusDays(1);
        return months < 0 && !end.isBefore(from) ? nearestHalfYearEnd(there, months) : end;
    }

    private Node createProgressBox() {
        Label name = new Label();
        ProgressBar bar = new ProgressBar();
        bar.setPrefWidth(160);
        Button stop = new Button(words.sentence("shell.stop"));
        HBox box = new HBox(8, name, bar, stop);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("progress");
        box.managedProperty().bind(box.visibleProperty());
        addSubscription(
                work.currentJobProperty()
                        .subscribe(
                                running -> {
                                    box.setVisible(running.isPresent());
                                    bar.progressProperty().unbind();
                                    running.ifPresent(
                                            r -> {
                                                name.setText(r.name());
                                                bar.progressProperty().bind(r.shareDoneProperty());
                                                stop.setOnAction(_ -> r.stop());
                                            });
                                }));
        return box;
    }

    private void showPlace(ScreenPlace place) {
        ScreenPlace to =
                place.showsOpenPlan() && desk.shownPlan().isEmpty() ? ScreenPlace.START : place;
        buttons.get(to).setSelected(true);
        // What is being typed is taken before another place looks at the plan.
        root.requestFocus();
        shownView.ifPresent(ScreenView::deactivate);
        ScreenView view = viewsByPlace.computeIfAbsent(to, views);
        view.activate();
        shownView = Optional.of(view);
        placePane.getChildren().setAll(view.rootNode());
        // A control has its children only once it has its skin.
        view.rootNode().applyCss();
        view.focusMainControl();
    }

    private void onKeyPressed(KeyEvent e) {
        boolean typing = e.getTarget() instanceof TextInputControl;
        if (UNDO.match(e) && !typing) desk.shownPlan().ifPresent(_ -> desk.undo());
        else if ((REDO.match(e) || REDO_ALTERNATIVE.match(e)) && !typing)
            desk.shownPlan().ifPresent(_ -> desk.redo());
        else if (FOCUS_DATE.match(e)) focusDateField.run();
        else if (e.getCode() == KeyCode.F1) openManualWindow().showAt(desk.placeProperty().get());
        else if (SHOW_KEYS.match(e)) openManualWindow().showKeys();
        else if (e.isShortcutDown()
                && !e.isAltDown()
                && !e.isShiftDown()
                && e.getCode().isDigitKey()) {
            ScreenPlace place = ScreenPlace.forShortcutDigit(digitOfKey(e.getCode()));
            if (!place.showsOpenPlan() || desk.shownPlan().isPresent())
                desk.placeProperty().set(place);
        } else return;
        e.consume();
    }

    /** Made when it is first asked for. */
    private ManualWindow openManualWindow() {
        if (manualWindow.isEmpty())
            manualWindow = Optional.of(new ManualWindow(root.getScene().getWindow(), words));
        return manualWindow.get();
    }

    private static Feather iconOfPlace(ScreenPlace place) {
        return switch (place) {
            case START -> Feather.FOLDER;
            case OVERVIEW -> Feather.COMPASS;
            case INDICATORS -> Feather.GRID;
            case TASKS -> Feather.CHECK_SQUARE;
            case PROBLEMS -> Feather.ALERT_TRIANGLE;
            case CHARTS -> Feather.TRENDING_UP;
            case IMPORTING -> Feather.INBOX;
            case SNAPSHOTS -> Feather.ARCHIVE;
            case CHECKS -> Feather.ALERT_CIRCLE;
            case PROOFREADING -> Feather.SEARCH;
            case ANALYSIS -> Feather.FILTER;
            case REPORTING -> Feather.FILE_TEXT;
            case SETTINGS -> Feather.SETTINGS;
        };
    }

    private static int digitOfKey(KeyCode key) {
        return key.getName().charAt(key.getName().length() - 1) - '0';
    }
}
