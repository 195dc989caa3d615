package plumbline.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import plumbline.assessment.VerdictTally;
import plumbline.plan.Indicator;
import plumbline.plan.Verdict;
import plumbline.words.Messages;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;

/** Numbers in sentences as an office says them. */
class CountWordingTest {
    private final Messages words = Messages.forLocale(Messages.CHINESE);

    @ParameterizedTest
    @CsvSource({
        "0, 0, 33, 均暂未作评价",
        "4, 0, 0, 均达到或快于进度",
        "0, 4, 0, 没有达到或快于进度的",
        "3, 1, 0, 3项达到或快于进度",
        "9, 4, 0, 达到或快于进度的9项，占69.23%",
        "1, 0, 32, '已评价1项，均达到或快于进度'",
        "8, 4, 1, '已评价12项，达到或快于进度的8项，占66.67%'"
    })
    void talliesAreToldByHowManyThereAre(int good, int behind, int unjudged, String said) {
        Map<Verdict, Integer> counts = Map.of(Verdict.ON_COURSE, good, Verdict.BEHIND, behind);
        assertEquals(said, new CountWording(words).tallyPhrase(new VerdictTally(counts, unjudged)));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 5, 0, 尚无完成的",
        "5, 5, 0, 均已完成",
        "2, 5, 1, 已完成2项，逾期1项",
        "6, 25, 0, 已完成6项，占24.00%"
    })
    void itemsAreToldWithoutEmptyCounts(long done, long all, long overdue, String said) {
        assertEquals(said, new CountWording(words).itemsPhrase(done, all, overdue));
    }

    private static Indicator indicator(String name, String unit) {
        return Indicator.createNamed(new UUID(1, 1), new UUID(0, 2), name)
                .withChanges(d -> d.unit = unit);
    }

    @ParameterizedTest
    @CsvSource({
        "475308642099, 产值, 元, 4753.09亿元",
        "273104, 主体, 户, 27.31万户",
        "99999, 主体, 户, 99999户",
        "100000, 主体, 户, 10万户",
        "273104, 主体, 万户, 273104万户",
        "2, 全省排名, 名, 第2名",
        "2, 获奖者, 名, 2名",
        "98.5, 合格率, %, 98.5%",
        "XX, 主体, 户, XX户"
    })
    void greatNumbersAndRanks(String amount, String name, String unit, String said) {
        assertEquals(said, new RunningAmount(words).withUnit(amount, indicator(name, unit)));
    }

    @ParameterizedTest
    @CsvSource({"0.67, 项, 1", "176.34, 户, 177", "0.25, 万户, 0.25", "0.25, %, 0.25"})
    void whatComesInPiecesIsNeededInWholeOnes(String amount, String unit, String needed) {
        assertEquals(
                new BigDecimal(needed),
                RunningAmount.roundUpWholePieces(new BigDecimal(amount), indicator("数", unit)));
    }

    /** Advice belongs on the screen: what documents are made of gives none to the user. */
    @Test
    void noAdviceStandsInWhatLeavesTheHouse() throws IOException {
        Properties sentences = new Properties();
        try (Reader in =
                Files.newBufferedReader(
                        Path.of("src/main/resources/plumbline/words/words_zh_CN.properties"),
                        StandardCharsets.UTF_8)) {
            sentences.load(in);
        }
        sentences.forEach(
                (key, said) -> {
                    boolean leaves =
                            ("" + key).matches("(cause|narrative|appendix|ground|remark|slides).*")
                                    && !("" + key).startsWith("narrative.decide");
                    if (leaves) assertFalse(("" + said).contains("请"), key + ": " + said);
                });
    }
}
