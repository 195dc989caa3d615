package plumbline.screen.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import plumbline.desk.ScreenPlace;
import plumbline.screen.manual.ManualText.ManualSection;

import java.util.List;

class ManualTextTest {
    @Test
    void aSectionHasItsAnchorItsTitleAndItsLines() {
        assertEquals(
                List.of(
                        new ManualSection("start", "Begin", List.of("One.", "")),
                        new ManualSection("keys", "Keys", List.of("- two"))),
                ManualText.parse(
                        """
                        # Title
                        <a id="start"></a>
                        ## Begin
                        One.

                        <a id="keys"></a>
                        ## Keys
                        - two
                        """));
    }

    @Test
    void bothLanguagesHaveTheSameSections() {
        assertEquals(
                ManualText.sectionsIn(false).stream().map(ManualSection::anchor).toList(),
                ManualText.sectionsIn(true).stream().map(ManualSection::anchor).toList());
    }

    @ParameterizedTest
    @EnumSource(ScreenPlace.class)
    void everyPlaceHasItsSection(ScreenPlace place) {
        assertEquals(
                1,
                ManualText.sectionsIn(true).stream()
                        .filter(s -> s.anchor().equals(ManualWindow.anchorOf(place)))
                        .count());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsSearchedIsFoundWhateverItsCase(boolean chinese) {
        assertTrue(ManualText.sectionsIn(chinese).stream().anyMatch(s -> s.contains("ctrl+z")));
        assertEquals(
                0,
                ManualText.sectionsIn(chinese).stream()
                        .filter(s -> s.contains("no such word anywhere"))
                        .count());
    }
}
