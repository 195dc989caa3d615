package plumbline.exchange.notation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;

class MeasureUnitTest {

    @ParameterizedTest
    @CsvSource({
        "万户,户,10000",
        "户,万户,0.0001",
        "亿元,万元,10000",
        "万元,亿元,0.0001",
        "亿元,元,100000000",
        "万亿元,亿元,10000",
        "元,元,1",
        "％,%,1",
        "%,‰,10",
        "‰,%,0.1",
        "吨,千克,1000",
        "万吨,吨,10000",
        "公里,千米,1",
        "平方公里,公顷,100",
        "万 人,人,10000",
        "（亿元）,亿元,1",
        "亿千瓦时,万千瓦时,10000",
        "万千瓦时,万度,1",
        "千元,元,1000",
        "百万元,万元,100",
        "个,家,1",
        "万张,个,10000",
        "'10,000 people',people,10000",
        "people,'10,000 people',0.0001",
        "ten thousand people,people,10000",
        "million dollars,dollars,1000000",
        "100 million yuan,yuan,100000000",
        "hundred million yuan,100 million yuan,1",
        "1000 tonnes,tonnes,1000",
        "thousands of tonnes,1000 tonnes,1",
        "thousand students,students,1000",
        "Billion dollars,million dollars,1000"
    })
    void oneUnitIsSoManyOfAnother(String from, String to, BigDecimal times) {
        assertEquals(
                0,
                times.compareTo(
                        MeasureUnit.parseUnit(from)
                                .findFactorTo(MeasureUnit.parseUnit(to))
                                .orElseThrow()),
                () ->
                        MeasureUnit.parseUnit(from)
                                .findFactorTo(MeasureUnit.parseUnit(to))
                                .toString());
    }

    @ParameterizedTest
    @CsvSource({
        "户,家",
        "%,个百分点",
        "万人,万户",
        "亿元,亿美元",
        "千瓦,瓦",
        "件,万张",
        "个,人",
        "个,元",
        "100 m,m",
        "10 kV lines,kV lines"
    })
    void unlikeUnitsAreNotConverted(String from, String to) {
        assertEquals(
                true,
                MeasureUnit.parseUnit(from).findFactorTo(MeasureUnit.parseUnit(to)).isEmpty());
    }
}
