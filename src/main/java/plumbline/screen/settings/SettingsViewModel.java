package plumbline.screen.settings;

import javafx.beans.property.ObjectProperty;

import plumbline.base.Problem;
import plumbline.desk.Dialogs;
import plumbline.desk.Settings;
import plumbline.desk.Workspace;
import plumbline.plan.Indicator;
import plumbline.plan.Milestone;
import plumbline.plan.Plan;
import plumbline.screen.parts.field.PlanForm;
import plumbline.words.EditName;
import plumbline.words.Messages;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Language, theme, and where the data lies. */
public final class SettingsViewModel {
    private final Workspace desk;
    private final Dialogs dialogs;
    private final Settings settings;
    private final ObjectProperty<Settings.Language> language;
    private final ObjectProperty<Settings.ColourTheme> theme;
    private final Path dataFolder;
    private final Messages words;

    /**
     * @param language what the window listens to, so that a choice shows at once; likewise {@code
     *     theme}
     */
    public SettingsViewModel(
            Workspace desk,
            Dialogs dialogs,
            Settings settings,
            ObjectProperty<Settings.Language> language,
            ObjectProperty<Settings.ColourTheme> theme,
            Path folder,
            Messages words) {
        this.desk = desk;
        this.dialogs = dialogs;
        this.settings = settings;
        this.language = language;
        this.theme = theme;
        this.dataFolder = folder;
        this.words = words;
    }

    Settings.Language language() {
        return language.get();
    }

    void chooseLanguage(Settings.Language chosen) {
        saveSetting(() -> settings.chooseLanguage(chosen));
        language.set(chosen);
    }

    Settings.ColourTheme theme() {
        return theme.get();
    }

    void chooseTheme(Settings.ColourTheme chosen) {
        saveSetting(() -> settings.chooseTheme(chosen));
        theme.set(chosen);
    }

    @FunctionalInterface
    private interface SettingWrite {
        void write() throws Problem;
    }

    private void saveSetting(SettingWrite keep) {
        try {
            keep.write();
        } catch (Problem problem) {
            dialogs.showProblem(problem);
        }
    }

    Workspace workspace() {
        return desk;
    }

    /**
     * @return the key of the sentence that says what is wrong; nothing is changed then
     */
    Optional<String> changePlan(PlanForm written) {
        // A day that was left as it is goes with the years.
        boolean left = written.midTerm().equals(desk.shownPlan().map(Plan::midTermDay));
        PlanForm form = left ? written.withMidTerm(Optional.empty()) : written;
        if (form.findErrorKey().isPresent()) return form.findErrorKey();
        PlanForm.PlanFormYears years = form.parseYears().orElseThrow();
        if (!confirmsLosses(years)) return Optional.empty();
        try {
            desk.editPlan(
                    EditName.of("edit.plan.changed"),
                    p ->
                            withForm(
                                    p.withYears(years.first(), years.last(), years.baseline()),
                                    form,
                                    left));
            return Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.of("settings.plan.targets");
        }
    }

    /** Asks before figures or targets fall out of the plan's years. */
    private boolean confirmsLosses(PlanForm.PlanFormYears years) {
        List<Indicator> lines =
                desk.shownPlan().stream()
                        .flatMap(
                                p ->
                                        p.indicators().stream()
                                                .flatMap(
                                                        i ->
                                                                Stream.concat(
                                                                        Stream.of(i),
                                                                        i.parts().stream()
                                                                                .map(
                                                                                        i
                                                                                                ::partAsIndicator))))
                        .toList();
        long figures =
                lines.stream()
                        .flatMap(i -> i.observations().stream())
                        .filter(
                                o ->
                                        !o.isForecast()
                                                && o.reading().findAmount().isPresent()
                                                && fallsOutOf(o.lastCoveredDay(), years))
                        .count();
        long targets =
                lines.stream()
                        .flatMap(i -> i.course().milestones().stream())
                        .filter(
                                m ->
                                        m.role() == Milestone.Role.YEARLY
                                                && fallsOutOf(m.day(), years))
                        .count();
        return figures + targets == 0
                || dialogs.confirm(
                        words.sentence("settings.plan.outside", figures, targets),
                        words.sentence("settings.plan.shorten"));
    }

    /** True of a day of the plan as it is that is none of the plan as it would be. */
    private boolean fallsOutOf(LocalDate day, PlanForm.PlanFormYears years) {
        Plan plan = desk.shownPlan().orElseThrow();
        boolean now = day.getYear() >= plan.firstYear() && day.getYear() <= plan.lastYear();
        return now && (day.getYear() < years.first() || day.getYear() > years.last());
    }

    private static Plan withForm(Plan plan, PlanForm form, boolean left) {
        Plan named =
                plan.withChanges(
                        d -> {
                            d.title = form.title().strip();
                            d.organisation = form.organisation().strip();
                        });
        return left ? named : named.withMidTermDay(form.midTerm());
    }

    Path dataFolder() {
        return dataFolder;
    }
}
