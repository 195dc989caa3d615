package plumbline.desk;

import plumbline.base.AtomicFile;
import plumbline.base.Problem;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

/**
 * What the officer chose for the program as a whole; one small file in the data folder. An
 * unreadable entry counts as not chosen.
 */
public final class Settings {
    public enum Language {
        SYSTEM,
        CHINESE,
        ENGLISH
    }

    public enum ColourTheme {
        LIGHT,
        DARK
    }

    private static final String LANGUAGE = "language";
    private static final String THEME = "theme";
    private static final String FORMER_TARGETS = "export.formerTargets";
    private static final String LAST_PLAN = "plan.last";
    private static final String WINDOW = "window";
    private static final String EVALUATED = "plan.evaluated.";

    private final Path file;
    private final Properties properties;

    private Settings(Path file, Properties chosen) {
        this.file = file;
        this.properties = chosen;
    }

    /**
     * @param file need not exist; a damaged one counts as empty and is replaced at the next choice
     */
    public static Settings loadFrom(Path file) {
        Properties chosen = new Properties();
        if (Files.isReadable(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                chosen.load(reader);
            } catch (IOException | IllegalArgumentException _) {
                chosen.clear();
            }
        }
        return new Settings(file, chosen);
    }

    public Language language() {
        return readConstant(LANGUAGE, Language.SYSTEM);
    }

    public void chooseLanguage(Language language) throws Problem {
        saveChoice(LANGUAGE, language.name());
    }

    public ColourTheme theme() {
        return readConstant(THEME, ColourTheme.LIGHT);
    }

    public void chooseTheme(ColourTheme theme) throws Problem {
        saveChoice(THEME, theme.name());
    }

    /** Whether the appendix table lists former targets beside revised ones. */
    public boolean listsFormerTargets() {
        return Boolean.parseBoolean(properties.getProperty(FORMER_TARGETS));
    }

    public void chooseFormerTargets(boolean listed) throws Problem {
        saveChoice(FORMER_TARGETS, Boolean.toString(listed));
    }

    /** Where the window stood when it was last closed. */
    public Optional<WindowBounds> windowBounds() {
        return Optional.ofNullable(properties.getProperty(WINDOW)).flatMap(WindowBounds::parse);
    }

    public void rememberWindowBounds(WindowBounds frame) throws Problem {
        saveChoice(WINDOW, frame.toText());
    }

    public Optional<UUID> lastPlanId() {
        try {
            return Optional.ofNullable(properties.getProperty(LAST_PLAN)).map(UUID::fromString);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    public void rememberLastPlan(UUID plan) throws Problem {
        saveChoice(LAST_PLAN, plan.toString());
    }

    public Optional<LocalDate> evaluationDate(UUID plan) {
        try {
            return Optional.ofNullable(properties.getProperty(EVALUATED + plan))
                    .map(LocalDate::parse);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    public void rememberEvaluationDate(UUID plan, LocalDate at) throws Problem {
        saveChoice(EVALUATED + plan, at.toString());
    }

    private <E extends Enum<E>> E readConstant(String key, E otherwise) {
        return Arrays.stream(otherwise.getDeclaringClass().getEnumConstants())
                .filter(c -> c.name().equals(properties.getProperty(key)))
                .findFirst()
                .orElse(otherwise);
    }

    private void saveChoice(String key, String value) throws Problem {
        properties.setProperty(key, value);
        AtomicFile.write(
                file,
                "problem.settings.unwritable",
                out -> {
                    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                    properties.store(writer, null);
                    writer.flush();
                });
    }
}
