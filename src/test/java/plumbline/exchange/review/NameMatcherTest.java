package plumbline.exchange.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import plumbline.exchange.notation.NormalizedName;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.Plan;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

class NameMatcherTest {
    private static final String[] NAMES = {
        "全市市场主体数",
        "广告经营单位",
        "有效注册商标量",
        "地理标志商标量",
        "驰名商标",
        "每万人口高价值发明专利拥有量",
        "食品评价抽检合格率",
        "药品监督抽检及评价性抽检合格率",
        "地区生产总值",
        "地区生产总值增速",
        "城镇居民人均可支配收入",
        "农村居民人均可支配收入",
        "城镇新增就业人数",
        "森林覆盖率",
        "PM2.5平均浓度",
        "九年义务教育巩固率",
        "高中阶段毛入学率",
        "学前教育毛入园率"
    };
    private final IndicatorGroup group = new IndicatorGroup(new UUID(0, 99), "全部");
    private final Plan plan = plan();
    private final NameMatcher matcher = new NameMatcher(plan, Map.of());

    private Plan plan() {
        Plan made = Plan.empty(new UUID(0, 1), "t", "o", 2021, 2025, 2020).withGroup(group);
        for (int i = 0; i < NAMES.length; i++)
            made = made.withIndicator(Indicator.createNamed(new UUID(7, i), group.id(), NAMES[i]));
        return made;
    }

    private String name(Optional<IndicatorMatch> match) {
        return match.map(m -> plan.findIndicator(m.indicatorId()).orElseThrow().name()).orElse("");
    }

    @ParameterizedTest
    @CsvSource({
        "有效注册商标量,有效注册商标量,EXACT",
        "3.有效注册商标量,有效注册商标量,NORMALISED",
        "（三）有效注册商标量（件）,有效注册商标量,NORMALISED",
        "有效注册商标量〔2〕,有效注册商标量,NORMALISED",
        "有效注册商标量①,有效注册商标量,NORMALISED",
        "有 效 注 册 商 标 量*,有效注册商标量,NORMALISED",
        "其中：驰名商标,驰名商标,NORMALISED",
        "ＰＭ2.5平均浓度（微克/立方米）,PM2.5平均浓度,NORMALISED"
    })
    void writtenAlikeOrNearlySo(String written, String meant, IndicatorMatch.MatchMethod how) {
        Optional<IndicatorMatch> match = matcher.findMatch(written, "");
        assertEquals(meant, name(match));
        assertEquals(how, match.orElseThrow().method());
    }

    @ParameterizedTest
    @CsvSource({
        "市场主体总数,全市市场主体数",
        "有效注册商标数量,有效注册商标量",
        "地理标志商标数,地理标志商标量",
        "每万人高价值发明专利拥有量,每万人口高价值发明专利拥有量",
        "食品抽检合格率,食品评价抽检合格率",
        "城镇居民可支配收入,城镇居民人均可支配收入",
        "城镇新增就业,城镇新增就业人数",
        "全市森林覆盖率,森林覆盖率",
        "GDP增速,地区生产总值增速",
        "广告经营单位数量,广告经营单位",
        "义务教育巩固率,九年义务教育巩固率",
        "驰名商标数量,驰名商标"
    })
    void muchAlikeIsShownAsSuch(String written, String meant) {
        Optional<IndicatorMatch> match = matcher.findMatch(written, "");
        assertEquals(meant, name(match), () -> matcher.findCandidates(written, 3).toString());
        match.ifPresent(m -> assertEquals(IndicatorMatch.MatchMethod.SIMILAR, m.method()));
    }

    @ParameterizedTest
    @CsvSource({
        "农村居民可支配收入,农村居民人均可支配收入",
        "乡村振兴示范村,''",
        "失业率,''",
        "进口总额,''",
        "合格率,''",
        "城镇登记失业人数,''",
        "药品抽检合格率,药品监督抽检及评价性抽检合格率",
        "商标,''",
        "初中毛入学率,''",
        "地区生产总值增长率,地区生产总值增速",
        "PM10平均浓度,''"
    })
    void otherThingsAreNotTakenForAlike(String written, String meant) {
        assertEquals(
                meant,
                name(matcher.findMatch(written, "")),
                () -> matcher.findCandidates(written, 3).toString());
    }

    @Test
    void whatWasToldEarlierGoesBeforeLikeness() {
        NameMatcher told =
                new NameMatcher(
                        plan, Map.of(NormalizedName.normalizeName("登记在册经营主体"), new UUID(7, 0)));
        assertEquals(
                new IndicatorMatch(new UUID(7, 0), IndicatorMatch.MatchMethod.ALIAS, 1),
                told.findMatch("1、登记在册经营主体（户）", "").orElseThrow());
    }

    @Test
    void theGroupTellsTwoOfTheSameNameApart() {
        IndicatorGroup other = new IndicatorGroup(new UUID(0, 98), "二、农村");
        Plan both =
                plan.withGroup(other)
                        .withIndicator(Indicator.createNamed(new UUID(8, 1), other.id(), "驰名商标"));
        assertEquals(
                new UUID(8, 1),
                new NameMatcher(both, Map.of())
                        .findMatch("驰名商标", "农村")
                        .orElseThrow()
                        .indicatorId());
        assertEquals(
                Optional.empty(),
                new NameMatcher(both, Map.of())
                        .findMatch("驰名商标", "")
                        .filter(IndicatorMatch::isSure));
    }
}
