package plumbline.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Files, records and lines stay small; simple names are unique. What is not yet so is listed. */
class SizesTest {
    private static final int LINES_OF_A_FILE = 350;
    private static final int COMPONENTS_OF_A_RECORD = 7;
    private static final int COLUMNS = 100;

    /** A text that is wide itself: a sentence, a pattern, a row of a table. */
    private static final Pattern WIDE_TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.){40,}\"");

    @Test
    void noFileIsLongerThanItsListSays() {
        ShrinkingList.read("long-files.txt").check(longFiles(Sources.main()));
    }

    @Test
    void noRecordHasMoreComponentsThanAHandHolds() {
        List<String> wide = new ArrayList<>();
        for (JavaClass type : HouseClasses.main())
            if (isOwn(type) && type.isRecord()) {
                long components =
                        type.getFields().stream()
                                .filter(f -> !f.getModifiers().contains(JavaModifier.STATIC))
                                .count();
                if (components > COMPONENTS_OF_A_RECORD) wide.add(nameOf(type));
            }
        ShrinkingList.read("wide-records.txt").check(wide);
    }

    @Test
    void aSimpleNameIsUnique() {
        Map<String, List<String>> byName = new TreeMap<>();
        for (JavaClass type : HouseClasses.main())
            if (isOwn(type) && !type.getSimpleName().isEmpty())
                byName.computeIfAbsent(type.getSimpleName(), _ -> new ArrayList<>())
                        .add(nameOf(type));
        List<String> twice =
                byName.entrySet().stream()
                        .filter(e -> e.getValue().size() > 1)
                        .map(Map.Entry::getKey)
                        .toList();
        ShrinkingList.read("shared-names.txt").check(twice);
    }

    /** The formatter breaks all lines but those with a text that cannot be broken. */
    @Test
    void aLineIsWideOnlyForItsText() {
        ShrinkingList.read("wide-lines.txt").check(filesWithWideCode(Sources.all()));
    }

    @Test
    void aLongFileIsFound() {
        String text = "\n".repeat(LINES_OF_A_FILE + 1);
        Sources sources =
                new Sources(List.of(new Sources.File(Path.of("plan", "Long.java"), "plan", text)));
        List<String> found = longFiles(sources);
        assertEquals(List.of("plan/Long.java"), found);
        ShrinkingList none = new ShrinkingList("none", Set.of());
        assertThrows(AssertionError.class, () -> none.check(found));
        ShrinkingList two = new ShrinkingList("two", Set.of("a", "plan/Long.java"));
        assertThrows(AssertionError.class, () -> two.check(found));
    }

    private static List<String> filesWithWideCode(Sources sources) {
        return sources.files().stream()
                .filter(f -> f.text().lines().anyMatch(SizesTest::isWideCode))
                .map(f -> f.path().toString().replace('\\', '/'))
                .toList();
    }

    private static boolean isWideCode(String line) {
        return line.length() > COLUMNS && !WIDE_TEXT.matcher(line).find();
    }

    private static boolean isOwn(JavaClass type) {
        return !type.getSimpleName().equals("package-info");
    }

    /** {@code Chart.Gantt} for a nested type. */
    private static String nameOf(JavaClass type) {
        String name = type.getName();
        return name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
    }

    private static List<String> longFiles(Sources sources) {
        return sources.files().stream()
                .filter(f -> f.text().lines().count() > LINES_OF_A_FILE)
                .map(f -> f.path().toString().replace('\\', '/'))
                .toList();
    }
}
