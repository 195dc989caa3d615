package plumbline.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasureUnitTest {

    @ParameterizedTest
    @CsvSource({"万户,户,10000", "户,万户,0.0001", "亿元,万元,10000", "万元,亿元,0.0001", "亿元,元,100000000", "万亿元,亿元,10000", "元,元,1",
            "％,%,1", "%,‰,10", "‰,%,0.1", "吨,千克,1000", "万吨,吨,10000", "公里,千米,1", "平方公里,公顷,100", "万 人,人,10000", "（亿元）,亿元,1",
            "亿千瓦时,万千瓦时,10000", "万千瓦时,万度,1", "千元,元,1000", "百万元,万元,100", "个,家,1", "万张,个,10000"})
    void oneUnitIsSoManyOfAnother(String from, String to, BigDecimal times) {
        assertEquals(0, times.compareTo(MeasureUnit.of(from).to(MeasureUnit.of(to)).orElseThrow()), () -> MeasureUnit.of(from).to(MeasureUnit.of(to)).toString());
    }

    @ParameterizedTest
    @CsvSource({"户,家", "%,个百分点", "万人,万户", "亿元,亿美元", "千瓦,瓦", "件,万张", "个,人", "个,元"})
    void unlikeUnitsAreNotConverted(String from, String to) {
        assertEquals(true, MeasureUnit.of(from).to(MeasureUnit.of(to)).isEmpty());
    }
}
