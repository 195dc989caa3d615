package plumbline.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.Map;

class DataFolderTest {
    @Test
    void linuxFollowsXdg() {
        assertEquals(
                Path.of("/data/plumbline"),
                DataFolder.locate("Linux", "/home/a", Map.of("XDG_DATA_HOME", "/data")));
        assertEquals(
                Path.of("/home/a/.local/share/plumbline"),
                DataFolder.locate("Linux", "/home/a", Map.of("XDG_DATA_HOME", " ")));
    }

    @Test
    void windowsFollowsAppData() {
        assertEquals(
                Path.of("/roaming/Plumbline"),
                DataFolder.locate("Windows 11", "/home/a", Map.of("APPDATA", "/roaming")));
    }

    @Test
    void macHasApplicationSupport() {
        assertEquals(
                Path.of("/Users/a/Library/Application Support/Plumbline"),
                DataFolder.locate("Mac OS X", "/Users/a", Map.of()));
    }
}
