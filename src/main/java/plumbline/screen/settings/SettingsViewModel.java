package plumbline.screen.settings;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import plumbline.desk.Desk;
import plumbline.desk.Dialogs;
import plumbline.desk.Settings;
import plumbline.exchange.NumberReader;
import plumbline.plan.Status;
import plumbline.plan.VerdictRule;
import plumbline.screen.parts.PlanForm;
import plumbline.words.EditName;
import plumbline.words.Problem;
import plumbline.words.RuleNote;
import plumbline.words.Words;

/** Language, theme, the rule of the open plan, and where the data lies. */
public final class SettingsViewModel {
    private static final int MOST_DECIMALS = 12;
    private final Desk desk;
    private final Dialogs dialogs;
    private final Settings settings;
    private final ObjectProperty<Settings.Language> language;
    private final ObjectProperty<Settings.Theme> theme;
    private final Path folder;
    private final Words words;

    /** @param language what the window listens to, so that a choice shows at once; likewise {@code theme} */
    public SettingsViewModel(Desk desk, Dialogs dialogs, Settings settings, ObjectProperty<Settings.Language> language,
            ObjectProperty<Settings.Theme> theme, Path folder, Words words) {
        this.desk = desk;
        this.dialogs = dialogs;
        this.settings = settings;
        this.language = language;
        this.theme = theme;
        this.folder = folder;
        this.words = words;
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
    Optional<String> plan(PlanForm form) {
        if (form.wrong().isPresent()) return form.wrong();
        PlanForm.Years years = form.years().orElseThrow();
        try {
            desk.edit(EditName.of("edit.plan.changed"), p -> p.withYears(years.first(), years.last(), years.baseline()).change(d -> {
                d.title = form.title().strip();
                d.organisation = form.organisation().strip();
            }));
            return Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.of("start.wrong.span");
        }
    }

    Optional<VerdictRule> rule() {
        return desk.plan().map(p -> p.rule());
    }

    void rule(VerdictRule rule) {
        desk.edit(EditName.of("edit.rule"), p -> p.with(rule));
    }

    /** The width of “near” in percentage points, where the rule is Suizhou's. */
    Optional<String> width() {
        return rule().filter(r -> r.name().equals("suizhou")).map(r -> r.bands().get(3).from().orElseThrow().offset().negate().movePointRight(2)
                .stripTrailingZeros().toPlainString());
    }

    /** @return a sentence where it is not a number of points between 0 and 100; then nothing is changed */
    Optional<String> width(String points) {
        try {
            NumberReader.Written written = NumberReader.figure(points, "%");
            BigDecimal width = written.reading().value().orElse(BigDecimal.ZERO).movePointLeft(2);
            boolean usable = written.status() == Status.ACTUAL && width.signum() > 0 && width.compareTo(BigDecimal.ONE) <= 0
                    && width.scale() <= MOST_DECIMALS;
            if (!usable) return Optional.of(words.say("settings.width.wrong"));
            rule(VerdictRule.suizhou(width));
            return Optional.empty();
        } catch (Problem _) {
            return Optional.of(words.say("settings.width.wrong"));
        }
    }

    String note() {
        return rule().map(r -> new RuleNote(words).of(r)).orElse(words.say("settings.rule.noPlan"));
    }

    Path folder() {
        return folder;
    }
}
