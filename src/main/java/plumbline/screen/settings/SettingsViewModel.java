package plumbline.screen.settings;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import plumbline.desk.Desk;
import plumbline.desk.Dialogs;
import plumbline.desk.Settings;
import plumbline.plan.Plan;
import plumbline.screen.parts.PlanForm;
import plumbline.words.EditName;
import plumbline.words.Problem;

/** Language, theme, and where the data lies. */
public final class SettingsViewModel {
    private final Desk desk;
    private final Dialogs dialogs;
    private final Settings settings;
    private final ObjectProperty<Settings.Language> language;
    private final ObjectProperty<Settings.Theme> theme;
    private final Path folder;

    /** @param language what the window listens to, so that a choice shows at once; likewise {@code theme} */
    public SettingsViewModel(Desk desk, Dialogs dialogs, Settings settings, ObjectProperty<Settings.Language> language,
            ObjectProperty<Settings.Theme> theme, Path folder) {
        this.desk = desk;
        this.dialogs = dialogs;
        this.settings = settings;
        this.language = language;
        this.theme = theme;
        this.folder = folder;
    }

    Settings.Language language() {
        return language.get();
    }

    void language(Settings.Language chosen) {
        keep(() -> settings.language(chosen));
        language.set(chosen);
    }

    Settings.Theme theme() {
        return theme.get();
    }

    void theme(Settings.Theme chosen) {
        keep(() -> settings.theme(chosen));
        theme.set(chosen);
    }

    @FunctionalInterface
    private interface Keep {
        void keep() throws Problem;
    }

    private void keep(Keep keep) {
        try {
            keep.keep();
        } catch (Problem problem) {
            dialogs.fail(problem);
        }
    }

    Desk desk() {
        return desk;
    }

    /** @return the key of the sentence that says what is wrong; nothing is changed then */
    Optional<String> plan(PlanForm written) {
        // A day that was left as it is goes with the years.
        boolean left = written.midTerm().equals(desk.plan().map(Plan::middle));
        PlanForm form = left ? written.midTerm(Optional.empty()) : written;
        if (form.wrong().isPresent()) return form.wrong();
        PlanForm.Years years = form.years().orElseThrow();
        try {
            desk.edit(EditName.of("edit.plan.changed"), p -> edited(p.withYears(years.first(), years.last(), years.baseline()), form, left));
            return Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.of("settings.plan.targets");
        }
    }

    private static Plan edited(Plan plan, PlanForm form, boolean left) {
        Plan named = plan.change(d -> {
            d.title = form.title().strip();
            d.organisation = form.organisation().strip();
        });
        return left ? named : named.withMidTerm(form.midTerm());
    }

    Path folder() {
        return folder;
    }
}
