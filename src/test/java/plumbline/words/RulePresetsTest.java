package plumbline.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import plumbline.plan.Verdict;
import plumbline.plan.VerdictRule;
import plumbline.plan.VerdictRule.Band;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a preset is, and what a rule calls its classes. */
class RulePresetsTest {
    private final Messages words = Messages.forLocale(Messages.CHINESE);

    private static VerdictRule renamed(VerdictRule rule, String name) {
        return new VerdictRule(
                name, rule.basis(), rule.metIsAhead(), rule.judgesPreliminary(), rule.bands());
    }

    @ParameterizedTest
    @CsvSource({
        "time, 提前完成 快于进度 符合进度 基本符合 慢于进度",
        "four, 提前实现 快于预期 基本符合预期 滞后",
        "rag, 绿 黄 红",
        "growth, 进展显著 进展适度 进展不足 背离目标"
    })
    void aPresetHasItsOwnWords(String name, String labels) {
        VerdictRule rule = RulePresets.findPreset(name).orElseThrow();
        List<String> expected = Arrays.asList(labels.split(" "));
        List<String> bands =
                rule.bands().stream().map(b -> RulePresets.bandLabel(rule, b, words)).toList();
        assertEquals(
                expected,
                rule.metIsAhead()
                        ? Stream.concat(
                                        Stream.of(RulePresets.targetMetLabel(rule, words)),
                                        bands.stream())
                                .toList()
                        : bands);
    }

    @ParameterizedTest
    @ValueSource(strings = {"time", "suizhou", "four", "rag", "growth"})
    void everyVerdictHasAWordUnderEveryRule(String name) {
        for (Verdict v : Verdict.values())
            assertEquals(
                    false,
                    RulePresets.verdictLabel(RulePresets.findPreset(name).orElseThrow(), v, words)
                            .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"time", "suizhou", "growth"})
    void aPresetIsLikeItselfUnderAnyName(String name) {
        VerdictRule preset = RulePresets.findPreset(name).orElseThrow();
        assertEquals(Optional.of(preset), RulePresets.findEquivalentPreset(preset, words));
    }

    @Test
    void suizhousWidthIsASetting() {
        VerdictRule wide = VerdictRule.suizhouRule(new BigDecimal("0.2334"));
        assertEquals(
                Optional.of(wide), RulePresets.findEquivalentPreset(renamed(wide, "随州"), words));
    }

    @Test
    void theSameBandsUnderOtherNamesAreAnotherRule() {
        // Without its preset's name the rule has the verdicts' plain words: 快于进度, not 快于预期.
        assertEquals(
                Optional.empty(),
                RulePresets.findEquivalentPreset(
                        renamed(VerdictRule.fourClassRule(), "我的"), words));
    }

    /**
     * As the rule editor writes it: every band with its shown name. One renamed class of three
     * keeps the family, two do not.
     */
    @ParameterizedTest
    @CsvSource({
        "快于预期 基本符合预期 滞后, 提前实现",
        "快于预期 基本符合预期 落后, 提前实现",
        "快于预期 合格 落后, 提前完成",
        "快于进度 符合进度 滞后, 提前完成"
    })
    void targetsMetKeepTheWordOfTheirPreset(String labels, String met) {
        VerdictRule four = VerdictRule.fourClassRule();
        String[] names = labels.split(" ");
        VerdictRule changed =
                new VerdictRule(
                        "我局口径",
                        four.basis(),
                        true,
                        false,
                        IntStream.range(0, 3)
                                .mapToObj(
                                        i ->
                                                new Band(
                                                        four.bands().get(i).verdict(),
                                                        names[i],
                                                        four.bands().get(i).lowerBound()))
                                .toList());
        assertEquals(met, RulePresets.targetMetLabel(changed, words));
        assertEquals(met, RulePresets.verdictLabel(changed, Verdict.AHEAD, words));
    }

    @Test
    void aSwitchMakesAnotherRule() {
        VerdictRule time = VerdictRule.timeRule();
        assertEquals(
                Optional.empty(),
                RulePresets.findEquivalentPreset(
                        new VerdictRule(
                                "time", time.basis(), time.metIsAhead(), true, time.bands()),
                        words));
    }
}
