package plumbline.report.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Collectors;

/** A reason that is too long for a slide ends where a clause ends. */
class SlideLinesTest {
    /** Ten characters a line, of which nine are counted on: eighteen for two lines. */
    private static String cut(String text) {
        return SlideLines.shortenToLines(text, 10, 100, 2);
    }

    /** Ten ideographs to a line, were they as wide as the size; a little less, for fonts differ. */
    @Test
    void noLineBeginsWithAMark() {
        String nine = "国".repeat(9);
        assertEquals(2, SlideLines.countLines(nine + nine, 10, 100));
        assertEquals(3, SlideLines.countLines(nine + "，" + nine, 10, 100));
    }

    @Test
    void aWordStaysWholeAndHasRoomBesideIdeographs() {
        assertEquals(1, SlideLines.countLines("国国国国国国国国国", 10, 100));
        assertEquals(2, SlideLines.countLines("国国国国 completely", 10, 70));
        assertEquals(2, SlideLines.countLines("国1国1国1国1国1", 10, 85));
        assertEquals(3, SlideLines.countLines("a\n\nb", 10, 85));
    }

    @Test
    void whatFitsStays() {
        assertEquals("没有基期值，无法计算进度", cut("没有基期值，无法计算进度"));
    }

    @Test
    void whatIsLongerEndsBehindAClause() {
        assertEquals("最近一期没有数，按上一期评价…", cut("最近一期没有数，按上一期评价；填报的数按末位四舍五入，可能是另一档"));
    }

    @Test
    void aBracketIsNotLeftOpen() {
        assertEquals("两年都低于目标…", cut("两年都低于目标。（据指标数据归纳，原文缺这一章，另行核对。）"));
    }

    @Test
    void aClauseThatIsTooLongItselfIsCutAtItsLastCharacter() {
        String cut = cut("重点领域监督检查发现问题按期整改到位比例连续两年低于目标");
        assertTrue(cut.startsWith("重点领域监督检查发现问题") && cut.endsWith("…"), cut);
        assertTrue(SlideLines.countLines(cut, 10, 100) <= 2, cut);
    }

    /**
     * Lines of 14.5 in a room of 100, gaps of 1: after one line the long paragraph begins on the
     * same page, between its sentences.
     */
    @Test
    void aShortParagraphIsNotLeftAloneOnItsPage() {
        String sentence = "一二三四五六七八九十一二三四五。";
        List<List<String>> pages =
                SlideLines.splitIntoPages(List.of("短。", sentence.repeat(6)), 10, 100, 100, 1);
        assertEquals(List.of("短。", sentence.repeat(2)), pages.getFirst());
        assertEquals(
                sentence.repeat(6),
                pages.stream().flatMap(List::stream).skip(1).collect(Collectors.joining()));
    }

    @Test
    void aDecimalPointEndsNothing() {
        assertEquals(
                "value 3.5 of 4.25…",
                SlideLines.shortenToLines(
                        "value 3.5 of 4.25, and what comes next is far too long for two lines",
                        10,
                        100,
                        2));
    }
}
