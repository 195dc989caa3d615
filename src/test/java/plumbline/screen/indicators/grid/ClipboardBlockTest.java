package plumbline.screen.indicators.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/** Blocks of cells as Excel, WPS and LibreOffice put them on the clipboard. */
class ClipboardBlockTest {

    @Test
    void linesAndTabsMakeCells() {
        assertEquals(
                List.of(List.of("1", "2"), List.of("3", "4")),
                ClipboardBlock.parseBlock("1\t2\n3\t4"));
    }

    @Test
    void theLineEndAfterTheLastLineIsNoLine() {
        assertEquals(List.of(List.of("1"), List.of("2")), ClipboardBlock.parseBlock("1\r\n2\r\n"));
    }

    @Test
    void anEmptyLineIsAnEmptyCell() {
        assertEquals(
                List.of(List.of("1"), List.of(""), List.of("3")),
                ClipboardBlock.parseBlock("1\r\n\r\n3\r\n"));
    }

    @Test
    void emptyCellsAtTheEndsOfALineStay() {
        assertEquals(List.of(List.of("", "1", "")), ClipboardBlock.parseBlock("\t1\t\n"));
    }

    @Test
    void noTextIsNoBlock() {
        assertEquals(List.of(), ClipboardBlock.parseBlock(""));
    }

    @Test
    void aQuotedCellMayHoldTabsLineEndsAndQuotes() {
        assertEquals(
                List.of(List.of("a\tb\nc\"d\"", "2")),
                ClipboardBlock.parseBlock("\"a\tb\nc\"\"d\"\"\"\t2\n"));
    }

    @Test
    void anEmptyQuotedCellIsEmpty() {
        assertEquals(List.of(List.of("", "2")), ClipboardBlock.parseBlock("\"\"\t2"));
    }

    @Test
    void aQuoteThatIsNeverClosedIsAQuote() {
        assertEquals(
                List.of(List.of("\"一业一证", "1"), List.of("2", "3")),
                ClipboardBlock.parseBlock("\"一业一证\t1\n2\t3\n"));
    }

    @Test
    void quotesAboutThePartOfACellStay() {
        assertEquals(
                List.of(List.of("\"一业一证\"改革", "1")), ClipboardBlock.parseBlock("\"一业一证\"改革\t1\n"));
    }

    @Test
    void aQuoteInTheMiddleOfACellStays() {
        assertEquals(List.of(List.of("5\" 管道", "1")), ClipboardBlock.parseBlock("5\" 管道\t1\n"));
    }

    @Test
    void aLoneCarriageReturnEndsALine() {
        assertEquals(List.of(List.of("1"), List.of("2")), ClipboardBlock.parseBlock("1\r2\r"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "a\tb", "a\nb", "a\rb", "\"", "\"a\"b", "a\"b", "", " x "})
    void whatIsWrittenReadsBack(String cell) {
        List<List<String>> block = List.of(List.of(cell, "1"), List.of("2", cell));
        assertEquals(block, ClipboardBlock.parseBlock(ClipboardBlock.formatBlock(block)));
    }

    @Test
    void noTextBecomesAFormulaAndComesBackAsItWas() {
        List<List<String>> block =
                List.of(List.of("=cmd|'/c calc'!A1", "-5", "@甲", "+乙", "'=1", "——", "-12.5%"));
        assertEquals(
                "'=cmd|'/c calc'!A1\t-5\t'@甲\t'+乙\t''=1\t——\t-12.5%",
                ClipboardBlock.formatBlock(block));
        assertEquals(block, ClipboardBlock.parseBlock(ClipboardBlock.formatBlock(block)));
    }
}
