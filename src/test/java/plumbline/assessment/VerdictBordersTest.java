package plumbline.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import static plumbline.assessment.Given.assess;
import static plumbline.assessment.Given.course;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import plumbline.plan.Verdict;
import plumbline.plan.VerdictRule;
import plumbline.words.RulePresets;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** domain.md §5: a figure exactly on the border of two classes, and just beside it. */
class VerdictBordersTest {

    /** From 0 to 1000, 400 due at the end of 2022: 402 is 1 + ε, 398 is 1 − ε, 320 is 1 − δ. */
    @ParameterizedTest
    @CsvSource({
        "1000, AHEAD",
        "999.9999, FASTER",
        "402.0001, FASTER",
        "402, ON_COURSE",
        "400, ON_COURSE",
        "398, ON_COURSE",
        "397.9999, NEARLY",
        "320, NEARLY",
        "319.9999, BEHIND",
        "0, BEHIND",
        "-1, BEHIND"
    })
    void byPace(String value, Verdict verdict) {
        assertEquals(
                Optional.of(verdict),
                assess(course("0", "1000"), "2022", value, VerdictRule.timeRule()).verdict());
    }

    /** The same falling from 1000 to 0. */
    @ParameterizedTest
    @CsvSource({
        "0, AHEAD",
        "0.0001, FASTER",
        "597.9999, FASTER",
        "598, ON_COURSE",
        "602, ON_COURSE",
        "602.0001, NEARLY",
        "680, NEARLY",
        "680.0001, BEHIND"
    })
    void byPaceFalling(String value, Verdict verdict) {
        assertEquals(
                Optional.of(verdict),
                assess(course("1000", "0"), "2022", value, VerdictRule.timeRule()).verdict());
    }

    /**
     * Time progress 40 % and 50 %, “near” reaches five points below; at the end it is met or not.
     */
    @ParameterizedTest
    @CsvSource({
        "2022, 1000.0001, AHEAD", "2022, 1000, FASTER", "2022, 400.0001, FASTER",
                "2022, 400, ON_COURSE", "2022, 399.9999, NEARLY",
        "2022, 350, NEARLY", "2022, 349.9999, BEHIND", "2023H1, 500, ON_COURSE",
                "2023H1, 450, NEARLY", "2023H1, 449.9999, BEHIND",
        "2025, 1000.0001, AHEAD", "2025, 1000, ON_COURSE", "2025, 999.9999, BEHIND"
    })
    void byTheNoteOfSuizhou(String period, String value, Verdict verdict) {
        assertEquals(
                Optional.of(verdict),
                assess(course("0", "1000"), period, value, VerdictRule.suizhouRule()).verdict());
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 300, NEARLY",
        "0.1, 299.9999, BEHIND",
        "0.3, 100, NEARLY",
        "0.3, 99.9999, BEHIND"
    })
    void theWidthOfNearIsASetting(BigDecimal width, String value, Verdict verdict) {
        assertEquals(
                Optional.of(verdict),
                assess(course("0", "1000"), "2022", value, VerdictRule.suizhouRule(width))
                        .verdict());
    }

    /** 1 ÷ 3 of the way after 20 of 60 months: equal, though neither quotient ends. */
    @ParameterizedTest
    @CsvSource({"0, 3, 1", "0, 9, 3", "1, 4, 2", "7, 4, 6", "0, 0.3, 0.1"})
    void endlessQuotientsAreStillEqual(String b, String t, String a) {
        assertEquals(
                Optional.of(Verdict.ON_COURSE),
                assess(course(b, t), "2022-08", a, VerdictRule.suizhouRule()).verdict());
    }

    /**
     * 100 × 13 ÷ 60 = 21.666… is due after 13 months; 0.8 of it, 17.333…, lies between these two.
     */
    @ParameterizedTest
    @CsvSource({"17.333334, NEARLY", "17.333333, BEHIND"})
    void anEndlessDueValueDoesNotMoveTheBorder(String value, Verdict verdict) {
        assertEquals(
                Optional.of(verdict),
                assess(course("0", "100"), "2022-01", value, VerdictRule.timeRule()).verdict());
    }

    /** Attainment 0.9 of a target of 20. */
    @ParameterizedTest
    @CsvSource({"18, NEARLY", "17.9, BEHIND", "20, ON_COURSE"})
    void byAttainment(String value, Verdict verdict) {
        VerdictRule.Bound full =
                new VerdictRule.Bound(VerdictRule.Anchor.ZERO, BigDecimal.ONE, true);
        VerdictRule.Bound most =
                new VerdictRule.Bound(VerdictRule.Anchor.ZERO, new BigDecimal("0.9"), true);
        VerdictRule rule =
                new VerdictRule(
                        "own",
                        VerdictRule.Basis.ATTAINMENT,
                        false,
                        false,
                        List.of(
                                new VerdictRule.Band(Verdict.ON_COURSE, "", Optional.of(full)),
                                new VerdictRule.Band(Verdict.NEARLY, "", Optional.of(most)),
                                new VerdictRule.Band(Verdict.BEHIND, "", Optional.empty())));
        assertEquals(
                Optional.of(verdict), assess(course("0", "20"), "2022", value, rule).verdict());
    }

    /**
     * From 0 to 10¹², so that one unit of the twelfth decimal of progress is 1; 4 × 10¹¹ is due at
     * the end of 2022, of whose pace it is 0.4.
     */
    @ParameterizedTest
    @CsvSource({
        "time, 1000000000000, AHEAD",
        "time, 999999999999, FASTER",
        "time, 402000000000.4, FASTER",
        "time, 402000000000, ON_COURSE",
        "time, 401999999999.6, ON_COURSE",
        "time, 398000000000.4, ON_COURSE",
        "time, 398000000000, ON_COURSE",
        "time, 397999999999.6, NEARLY",
        "time, 320000000000.4, NEARLY",
        "time, 320000000000, NEARLY",
        "time, 319999999999.6, BEHIND",
        "suizhou, 1000000000001, AHEAD",
        "suizhou, 1000000000000, FASTER",
        "suizhou, 999999999999, FASTER",
        "suizhou, 400000000001, FASTER",
        "suizhou, 400000000000, ON_COURSE",
        "suizhou, 399999999999, NEARLY",
        "suizhou, 350000000001, NEARLY",
        "suizhou, 350000000000, NEARLY",
        "suizhou, 349999999999, BEHIND",
        "four, 1000000000000, AHEAD",
        "four, 999999999999, FASTER",
        "four, 420000000000.4, FASTER",
        "four, 420000000000, FASTER",
        "four, 419999999999.6, ON_COURSE",
        "four, 360000000000.4, ON_COURSE",
        "four, 360000000000, ON_COURSE",
        "four, 359999999999.6, BEHIND",
        "rag, 400000000000.4, ON_COURSE",
        "rag, 400000000000, ON_COURSE",
        "rag, 399999999999.6, NEARLY",
        "rag, 360000000000.4, NEARLY",
        "rag, 360000000000, NEARLY",
        "rag, 359999999999.6, BEHIND"
    })
    void oneUnitOfTheTwelfthDecimalDecides(String preset, String value, Verdict verdict) {
        VerdictRule rule = RulePresets.findPreset(preset).orElseThrow();
        assertEquals(
                Optional.of(verdict),
                assess(course("0", "1000000000000"), "2022", value, rule).verdict());
    }

    /**
     * From 100 to 161.051 in five years: 10 % a year; after two years 119.9025 is 9.5 % a year,
     * 112.36 is 6 %, 100 is none.
     */
    @ParameterizedTest
    @CsvSource({
        "100, NEARLY",
        "99.9999, BEHIND",
        "119.9025, FASTER",
        "119.9024, ON_COURSE",
        "112.36, ON_COURSE",
        "112.3599, NEARLY"
    })
    void byGrowth(String value, Verdict verdict) {
        assertEquals(
                Optional.of(verdict),
                assess(course("100", "161.051"), "2022", value, VerdictRule.growthRatioRule())
                        .verdict());
    }

    @Test
    void theVerdictNamesMeasureTimeAndBand() {
        Judgement judgement =
                assess(course("0", "1000"), "2022", "350", VerdictRule.suizhouRule()).judgement();
        Judgement.InBand ground =
                assertInstanceOf(
                        Judgement.InBand.class,
                        assertInstanceOf(Judgement.Judged.class, judgement).ground());
        assertEquals(VerdictRule.Basis.PROGRESS, ground.basis());
        assertEquals(0, ground.measure().compareTo(new BigDecimal("0.35")));
        assertEquals(0, ground.timeProgress().compareTo(new BigDecimal("0.4")));
        assertEquals(VerdictRule.suizhouRule().bands().get(3), ground.band());
    }
}
