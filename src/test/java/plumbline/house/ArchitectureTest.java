package plumbline.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Which room may know which, and where each library lives. */
class ArchitectureTest {
    /**
     * A room and the rooms it may import from; the root, where everything is introduced to
     * everything, is free.
     */
    private static final Map<String, Set<String>> KNOWS =
            Map.ofEntries(
                    Map.entry("base", Set.of("plan")),
                    Map.entry("plan", Set.of()),
                    Map.entry("assessment", Set.of("plan")),
                    Map.entry("checks", Set.of("plan", "assessment")),
                    Map.entry("comparison", Set.of("plan", "assessment")),
                    Map.entry("proofreading", Set.of("plan", "assessment")),
                    Map.entry(
                            "words",
                            Set.of(
                                    "base",
                                    "plan",
                                    "assessment",
                                    "checks",
                                    "comparison",
                                    "proofreading")),
                    Map.entry("library", Set.of("base", "plan", "words")),
                    Map.entry("store", Set.of("base", "plan", "words")),
                    Map.entry(
                            "exchange",
                            Set.of(
                                    "base",
                                    "plan",
                                    "assessment",
                                    "checks",
                                    "proofreading",
                                    "words",
                                    "library")),
                    Map.entry("analysis", Set.of("plan", "assessment", "words")),
                    Map.entry("chart", Set.of("base", "plan", "assessment", "words")),
                    Map.entry(
                            "report",
                            Set.of(
                                    "base",
                                    "plan",
                                    "assessment",
                                    "proofreading",
                                    "words",
                                    "chart",
                                    "exchange",
                                    "analysis")),
                    Map.entry("desk", Set.of("base", "plan", "assessment", "words")),
                    Map.entry(
                            "screen",
                            Set.of(
                                    "base",
                                    "plan",
                                    "assessment",
                                    "checks",
                                    "comparison",
                                    "proofreading",
                                    "words",
                                    "library",
                                    "exchange",
                                    "analysis",
                                    "chart",
                                    "report",
                                    "desk")),
                    Map.entry(
                            "command",
                            Set.of(
                                    "base",
                                    "plan",
                                    "assessment",
                                    "proofreading",
                                    "words",
                                    "exchange",
                                    "chart",
                                    "report",
                                    "desk")));

    /** A library and the rooms that may use it. */
    private static final Map<String, Set<String>> LIBRARIES =
            Map.ofEntries(
                    Map.entry("org.jooq", Set.of("store")),
                    Map.entry("java.sql", Set.of("store")),
                    Map.entry("org.h2", Set.of("store")),
                    Map.entry("org.apache.poi", Set.of("report", "exchange")),
                    Map.entry("org.apache.pdfbox", Set.of("chart")),
                    Map.entry("org.apache.fontbox", Set.of("chart")),
                    Map.entry("org.jsoup", Set.of("exchange")),
                    Map.entry("org.apache.commons.compress", Set.of("exchange")),
                    Map.entry("tech.tablesaw", Set.of("report", "analysis")),
                    Map.entry("com.fasterxml.jackson", Set.of("report", "exchange")),
                    Map.entry("javafx.scene", Set.of("screen", "app", "")),
                    Map.entry("javafx.beans", Set.of("screen", "desk", "app", "")),
                    Map.entry("picocli", Set.of("command", "")));

    private static final List<String> SOCKETS =
            List.of(
                    "java.net.Socket",
                    "java.net.ServerSocket",
                    "java.net.http",
                    "java.net.URLConnection");

    @Test
    void everyRoomImportsOnlyWhatItMay() {
        Sources sources = Sources.main();
        assertTrue(sources.files().size() > 100);
        assertEquals(List.of(), trespasses(sources));
    }

    @Test
    void aViewModelKnowsNoNode() {
        List<String> wrong =
                Sources.main().files().stream()
                        .filter(f -> f.path().toString().endsWith("ViewModel.java"))
                        .filter(
                                f ->
                                        f.imports().stream()
                                                .anyMatch(i -> i.startsWith("javafx.scene")))
                        .map(f -> f.path().toString())
                        .toList();
        assertEquals(List.of(), wrong);
    }

    @Test
    void aTrespassIsFound() {
        Sources wrong =
                new Sources(
                        List.of(
                                file("plan", "import plumbline.words.Messages;"),
                                file("screen", "import org.jooq.DSLContext;"),
                                file("desk", "import plumbline.store.Plans;"),
                                file("chart", "import javafx.scene.Node;"),
                                file("store", "import java.net.Socket;"),
                                file("assessment", "class X { plumbline.store.Plans p; }")));
        assertEquals(6, trespasses(wrong).size(), () -> trespasses(wrong).toString());
    }

    private static Sources.File file(String room, String text) {
        return new Sources.File(Path.of(room, "X.java"), room, text);
    }

    private static List<String> trespasses(Sources sources) {
        List<String> found = new ArrayList<>();
        for (Sources.File file : sources.files()) {
            for (String name : named(file))
                if (!allowed(file.room(), name)) found.add(file.path() + " uses " + name);
        }
        return found;
    }

    /** What is imported, and what is named in full. */
    private static List<String> named(Sources.File file) {
        List<String> names = new ArrayList<>(file.imports());
        String body =
                file.text()
                        .replaceAll("(?m)^(import|package) .*$", "")
                        .replaceAll("\"[^\"\\n]*\"", "");
        Pattern.compile("\\bplumbline\\.[a-z]+\\.[\\w.]+")
                .matcher(body)
                .results()
                .forEach(r -> names.add(r.group()));
        return names;
    }

    private static boolean allowed(String room, String name) {
        if (SOCKETS.stream().anyMatch(name::startsWith)) return false;
        for (var library : LIBRARIES.entrySet())
            if (name.startsWith(library.getKey() + ".") && !library.getValue().contains(room))
                return false;
        if (!name.startsWith("plumbline.") || room.isEmpty() || room.equals("app")) return true;
        String other = name.split("\\.")[1];
        return other.equals(room) || KNOWS.get(room).contains(other);
    }
}
