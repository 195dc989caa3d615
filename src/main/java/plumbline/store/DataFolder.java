package plumbline.store;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where the platform wants a program's data. */
public final class DataFolder {
    private DataFolder() {}

    /**
     * @param osName the system property {@code os.name}
     * @param home the system property {@code user.home}
     * @param environment the process's environment
     */
    public static Path locate(String osName, String home, Map<String, String> environment) {
        if (osName.startsWith("Windows")) {
            return findVariable(environment, "APPDATA")
                    .map(Path::of)
                    .orElse(Path.of(home, "AppData", "Roaming"))
                    .resolve("Plumbline");
        }
        if (osName.startsWith("Mac"))
            return Path.of(home, "Library", "Application Support", "Plumbline");
        return findVariable(environment, "XDG_DATA_HOME")
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElse(Path.of(home, ".local", "share"))
                .resolve("plumbline");
    }

    private static Optional<String> findVariable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(v -> !v.isBlank());
    }
}
