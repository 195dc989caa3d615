package plumbline.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import plumbline.base.FormulaSafeText;
import plumbline.exchange.file.DocumentReader;
import plumbline.exchange.file.Grid;
import plumbline.exchange.file.ReadLimits;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a spreadsheet would calculate, and what only looks like it. */
class SafeTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=cmd|'/c calc'!A1",
                "+1+1",
                "-2+3+cmd|' /C calc'!A0",
                "@SUM(A1)",
                "\t=1+1",
                "\r=1+1",
                "\n=1+1",
                " =1+1",
                "\u00a0=1+1",
                "\u3000=1+1",
                "\ufeff=1+1",
                "\u200b=1+1",
                "＝1+1",
                "＋甲",
                "-其中",
                "+86 719",
                "\t",
                "-1-1",
                "-1e5a"
            })
    void aFormulaIsMarkedAndComesBackAsItWas(String text) {
        assertEquals("'" + text, FormulaSafeText.escape(text));
        assertEquals(text, FormulaSafeText.unescape(FormulaSafeText.escape(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-5",
                "-5.26",
                "+3",
                "-1,721",
                "-12.5%",
                "－5",
                "-.5",
                "-",
                "——",
                "--",
                "1-2",
                "a=b",
                "指标",
                "'quoted'",
                "'",
                "—",
                "≥98",
                "(=1)"
            })
    void aNumberOrAnyOtherTextStaysAsItIs(String text) {
        assertEquals(text, FormulaSafeText.escape(text));
        assertEquals(text, FormulaSafeText.unescape(text));
    }

    @Test
    void aTextThatIsMarkedAlreadyComesBackWithItsMark() {
        assertEquals("''=1", FormulaSafeText.escape("'=1"));
        assertEquals("'=1", FormulaSafeText.unescape("''=1"));
    }

    @Test
    void markedTextsOfCsvAreReadWithoutTheMark() throws Exception {
        Grid grid =
                MadeFiles.grids(
                                DocumentReader.readBytes(
                                        "'=a,1\n-5,2\n".getBytes(StandardCharsets.UTF_8),
                                        "a.csv",
                                        ReadLimits.USUAL))
                        .getFirst();
        assertEquals(List.of(List.of("=a", "1"), List.of("-5", "2")), MadeFiles.texts(grid));
    }
}
