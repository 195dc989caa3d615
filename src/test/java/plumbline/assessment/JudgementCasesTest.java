package plumbline.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import plumbline.exchange.planfile.PlanFileReader;
import plumbline.plan.Plan;
import plumbline.words.RulePresets;

import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Plans that were judged wrong once, each for a whole family of ordinary targets, with the right
 * answer worked by hand: {@code MET} and {@code NOT_MET} are judged by the relation alone, {@code
 * FINAL_…} are last verdicts, {@code NONE} has no verdict, with the cause.
 */
class JudgementCasesTest {
    private static final Path CASES = Path.of("src/test/resources/plumbline/judgement");

    @ParameterizedTest
    @CsvSource({
        "耕地保有量 ≥345，基期350，跌破 343, NOT_MET",
        "耕地保有量 ≥345，守住 350, MET",
        "失业率 ≤5.5，基期5.2，突破 5.7, NOT_MET",
        "失业率 ≤5.5，守住 5.2, MET"
    })
    void aFloorOrCapIsJudgedByTheRelationAloneInEveryRule(String name, String expected) {
        for (String rule : new String[] {"time", "suizhou", "four", "rag", "growth"}) {
            Assessment a = assess("01-floor-below-baseline", name, "2022-12-31", rule);
            assertEquals(expected, answer(a), rule);
            assertEquals(Optional.empty(), a.progress().knownValue(), "no way to travel");
            Assessment last = assess("01-floor-below-baseline", name, "2025-12-31", rule);
            String atTheEnd = expected.equals("MET") ? "FINAL_ON_COURSE" : "FINAL_BEHIND";
            assertEquals(atTheEnd, answer(last), rule);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "02-about-and-range-overshoot, 孵化企业 3–5家 (as in sample jingmen), 2022-12-31, time, AHEAD",
        "02-about-and-range-overshoot, 人均预期寿命 80±0.5, 2022-12-31, time, AHEAD",
        "02-about-and-range-overshoot, 常住人口城镇化率 65±1, 2022-12-31, time, AHEAD",
        "02-about-and-range-overshoot, 'PM2.5 20–25, lower is better', 2022-12-31, time, AHEAD",
        "02-about-and-range-overshoot, GDP增速 6±0.5 (MEAN), 2022-12-31, time, MET",
        "02-about-and-range-overshoot, GDP增速 6±0.5 (MEAN), 2022-12-31, suizhou, MET",
        "03-yearly-falling-part-year, '事故数 (yearly, lower)', 2022-12-31, time, BEHIND",
        "03-yearly-falling-part-year, '事故数 (yearly, lower)', 2023-03-31, time, FASTER",
        "03-yearly-falling-part-year, '培训数 (yearly, higher)', 2023-03-31, time, FASTER",
        "03-yearly-falling-part-year, '事故数 (yearly, lower)', 2025-12-31, time,"
                + " FINAL_FIGURE_MISSING",
        "04-figure-after-the-end, 'met in 2025, 60 in mid-2026', 2025-12-31, time, FINAL_ON_COURSE",
        "04-figure-after-the-end, 'met in 2025, 60 in mid-2026', 2026-06-30, time, FINAL_ON_COURSE",
        "05-zero-with-a-missing-part, '事故 (ZERO, sum of parts)', 2022-12-31, time, NOT_MET",
        "05-zero-with-a-missing-part, 合格率 (mean of parts), 2022-12-31, time, PART_MISSING",
        "06-no-verdict-although-due, 'no baseline, end, missed', 2025-12-31, time, FINAL_BEHIND",
        "06-no-verdict-although-due, 'no baseline, end, met', 2025-12-31, suizhou, FINAL_AHEAD",
        "06-no-verdict-although-due, 'B = T, end, missed', 2025-12-31, suizhou, FINAL_BEHIND",
        "06-no-verdict-although-due, 'B = T, end, met', 2025-12-31, time, FINAL_ON_COURSE",
        "06-no-verdict-although-due, 'no baseline, mid-term due, missed', 2022-12-31, time, NOT_MET",
        "06-no-verdict-although-due, 'no baseline, range, mid-term NOT due', 2022-12-31, time,"
                + " NO_BASELINE",
        "07-stale, only 2021 reported, 2025-12-31, time, FINAL_FIGURE_MISSING",
        "07-stale, 'HOLD, only 2021 reported', 2025-12-31, time, FINAL_FIGURE_MISSING",
        "07-stale, only 2021 reported, 2023-12-31, time, STALE",
        "08-hold, 'yearly targets 96, 97, final 98', 2022-12-31, time, MET",
        "08-hold, '≥96 until 2023-06-30, then ≥98', 2022-12-31, time, MET",
        "08-hold, '≥96 until 2023-06-30, then ≥98', 2023-06-30, time, MET",
        "08-hold, '≥96 until 2023-06-30, then ≥98', 2023-12-31, time, MET",
        "08-hold, '应急演练 ≥3场/年, H1 2023: 2', 2023-06-30, time, MET",
        "10-own-due-date, due 2023-12-31, 2022-12-31, suizhou, BEHIND",
        "10-own-due-date, due 2023-12-31, 2023-12-31, suizhou, FINAL_BEHIND",
        "10-own-due-date, due 2023-12-31, 2023-12-31, time, FINAL_BEHIND",
        "11-final-evaluation-words, met exactly at the end, 2025-12-31, time, FINAL_ON_COURSE",
        "11-final-evaluation-words, '> 100, reached 100.0', 2025-12-31, time, FINAL_BEHIND",
        "11-final-evaluation-words, 97 of 100, 2025-12-31, four, FINAL_BEHIND",
        "14-attainment-two-numbers, '50 → 30, now 25', 2022-12-31, own, ON_COURSE",
        "14-attainment-two-numbers, '50 → 0, now 45', 2022-12-31, own, NOT_MET"
    })
    void theRightAnswer(String file, String name, String at, String rule, String expected) {
        assertEquals(expected, answer(assess(file, name, at, rule)));
    }

    /** ((74/63)^(1/15)−1) ÷ ((85/63)^(1/25)−1) = 0.8949: moderate, not significant. */
    @Test
    void growthIsCountedFromTheTrueDayOfTheBaseline() {
        Assessment a =
                assess(
                        "09-cagr-older-baseline",
                        "CIF 11-3-1: 63 (2005) → 85 (2030), 74 in 2020",
                        "2026-12-31",
                        "growth");
        Judgement.Judged judged = (Judgement.Judged) a.judgement();
        Judgement.InBand ground = (Judgement.InBand) judged.ground();
        assertEquals("0.895", ground.measure().setScale(3, RoundingMode.HALF_UP) + "");
        assertEquals("ON_COURSE", answer(a));
    }

    /** 24 of its own 36 months, then 36 of 36. */
    @Test
    void timeProgressRunsToTheOwnDueDate() {
        String file = "10-own-due-date";
        Assessment before = assess(file, "due 2023-12-31", "2022-12-31", "suizhou");
        assertEquals(
                "0.67",
                before.timeProgress().knownValue().get().setScale(2, RoundingMode.HALF_UP) + "");
        Assessment due = assess(file, "due 2023-12-31", "2023-12-31", "suizhou");
        assertEquals("1", due.timeProgress().knownValue().get().toString());
    }

    @Test
    void yearsHeldAreCountedByTheTargetInForce() {
        Assessment a = assess("08-hold", "≥96 until 2023-06-30, then ≥98", "2023-12-31", "time");
        Judgement.YearsHeld held =
                (Judgement.YearsHeld) ((Judgement.Judged) a.judgement()).ground();
        assertEquals(3, held.years().metCount());
        assertEquals(3, held.years().years().size());
    }

    private static Assessment assess(String file, String name, String at, String rule) {
        Plan plan = read(file);
        Plan ruled =
                RulePresets.findPreset(rule)
                        .map(r -> plan.withChanges(d -> d.rule = r))
                        .orElse(plan);
        return Evaluation.evaluate(ruled, LocalDate.parse(at)).assessments().stream()
                .filter(a -> a.indicator().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Plan read(String file) {
        try {
            return PlanFileReader.readPlanFile(CASES.resolve(file + ".plumb"), _ -> {}).plan();
        } catch (Exception e) {
            throw new AssertionError(file, e);
        }
    }

    private static String answer(Assessment a) {
        return switch (a.judgement()) {
            case Judgement.Unjudged(Reason reason) -> reason.cause().name();
            case Judgement.Judged judged when judged.isFinal() -> "FINAL_" + judged.verdict();
            case Judgement.Judged judged when judged.isPassOrFail() ->
                    judged.verdict().name().equals("BEHIND") ? "NOT_MET" : "MET";
            case Judgement.Judged judged -> judged.verdict().name();
        };
    }
}
