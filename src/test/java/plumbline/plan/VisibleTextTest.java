package plumbline.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.UUID;

class VisibleTextTest {
    @ParameterizedTest
    @ValueSource(
            ints = {
                0x200b, 0x200e, 0x200f, 0x202a, 0x2060, 0xfeff, 0xfe0f, 0xad, 0x7f, 0x1, 0xd800,
                0xe000
            })
    void whatIsNotSeenIsGone(int unseen) {
        String name =
                "造林" + (unseen == 0xd800 ? "\ud800" : new String(Character.toChars(unseen))) + "面积";
        assertEquals("造林面积", VisibleText.onOneLine(name));
    }

    @Test
    void aBreakIsABlankButBetweenChineseCharacters() {
        assertEquals("地区生产总值", VisibleText.onOneLine("地区生产\n总值"));
        assertEquals("Roads resurfaced", VisibleText.onOneLine("Roads\tresurfaced"));
        assertEquals("万户", VisibleText.onOneLine("\t万户\r\n"));
    }

    @Test
    void whatIsSeenStays() {
        assertEquals("CO₂ 排放（吨/万元）😀", VisibleText.onOneLine("CO₂ 排放（吨/万元）😀"));
    }

    @Test
    void namesAreCleanWhereverTheyComeFrom() {
        assertEquals("科技局", new Department(new UUID(0, 1), "科技\u200b局").name());
        assertEquals(
                "件",
                Indicator.createNamed(new UUID(0, 1), new UUID(0, 2), "甲")
                        .withChanges(d -> d.unit = "件\t")
                        .unit());
    }
}
