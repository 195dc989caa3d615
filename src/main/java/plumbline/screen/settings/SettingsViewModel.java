package plumbline.screen.settings;

import java.nio.file.Path;
import javafx.beans.property.ObjectProperty;
import plumbline.desk.Dialogs;
import plumbline.desk.Settings;
import plumbline.words.Problem;

/** Language, theme, and where the data lies. */
public final class SettingsViewModel {
    private final Dialogs dialogs;
    private final Settings settings;
    private final ObjectProperty<Settings.Language> language;
    private final ObjectProperty<Settings.Theme> theme;
    private final Path folder;

    /** @param language what the window listens to, so that a choice shows at once; likewise {@code theme} */
    public SettingsViewModel(Dialogs dialogs, Settings settings, ObjectProperty<Settings.Language> language,
            ObjectProperty<Settings.Theme> theme, Path folder) {
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

    Path folder() {
        return folder;
    }
}
