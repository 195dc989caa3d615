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

    public enum Theme {
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
    private final Properties chosen;

    private Settings(Path file, Properties chosen) {
        this.file = file;
        this.chosen = chosen;
    }

    /**
     * @param file need not exist; a damaged one counts as empty and is replaced at the next choice
     */
    public static Settings in(Path file) {
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
        return constant(LANGUAGE, Language.SYSTEM);
    }

    public void language(Language language) throws Problem {
        choose(LANGUAGE, language.name());
    }

    public Theme theme() {
        return constant(THEME, Theme.LIGHT);
    }

    public void theme(Theme theme) throws Problem {
        choose(THEME, theme.name());
    }

    /** Whether the appendix table lists former targets beside revised ones. */
    public boolean formerTargets() {
        return Boolean.parseBoolean(chosen.getProperty(FORMER_TARGETS));
    }

    public void formerTargets(boolean listed) throws Problem {
        choose(FORMER_TARGETS, Boolean.toString(listed));
    }

    /** Where the window stood when it was last closed. */
    public Optional<WindowBounds> window() {
        return Optional.ofNullable(chosen.getProperty(WINDOW)).flatMap(WindowBounds::read);
    }

    public void window(WindowBounds frame) throws Problem {
        choose(WINDOW, frame.written());
    }

    public Optional<UUID> lastPlan() {
        try {
            return Optional.ofNullable(chosen.getProperty(LAST_PLAN)).map(UUID::fromString);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    public void lastPlan(UUID plan) throws Problem {
        choose(LAST_PLAN, plan.toString());
    }

    public Optional<LocalDate> evaluationDate(UUID plan) {
        try {
            return Optional.ofNullable(chosen.getProperty(EVALUATED + plan)).map(LocalDate::parse);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    public void evaluationDate(UUID plan, LocalDate at) throws Problem {
        choose(EVALUATED + plan, at.toString());
    }

    private <E extends Enum<E>> E constant(String key, E otherwise) {
        return Arrays.stream(otherwise.getDeclaringClass().getEnumConstants())
                .filter(c -> c.name().equals(chosen.getProperty(key)))
                .findFirst()
                .orElse(otherwise);
    }

    private void choose(String key, String value) throws Problem {
        chosen.setProperty(key, value);
        AtomicFile.write(
                file,
                "problem.settings.unwritable",
                out -> {
                    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                    chosen.store(writer, null);
                    writer.flush();
                });
    }
}
