package plumbline.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.plan.VerdictRule.Anchor;
import plumbline.plan.VerdictRule.Band;
import plumbline.plan.VerdictRule.Basis;
import plumbline.plan.VerdictRule.Bound;

/** 评价规则: bands without gap or overlap. */
class VerdictRuleTest {

    private static Band band(Verdict verdict, Anchor anchor, String offset, boolean inclusive) {
        return new Band(verdict, "", Optional.of(new Bound(anchor, new BigDecimal(offset), inclusive)));
    }

    private static Band rest(Verdict verdict) {
        return new Band(verdict, "", Optional.empty());
    }

    private static VerdictRule rule(Band... bands) {
        return new VerdictRule("own", Basis.PROGRESS, false, false, List.of(bands));
    }

    private static void assertRefused(Band... bands) {
        assertThrows(IllegalArgumentException.class, () -> rule(bands));
    }

    @ParameterizedTest
    @CsvSource({"1.0050001, FASTER", "1.005, ON_COURSE", "1, ON_COURSE", "0.995, ON_COURSE", "0.9949999, NEARLY", "0.8, NEARLY", "0.7999999, BEHIND",
        "0, BEHIND", "-3, BEHIND"})
    void byTime(BigDecimal pace, Verdict verdict) {
        assertEquals(verdict, VerdictRule.time().bandOf(pace, new BigDecimal("0.4")).verdict());
    }

    @ParameterizedTest
    @CsvSource({"0.4, 1.01, AHEAD", "0.4, 1, FASTER", "0.4, 0.41, FASTER", "0.4, 0.4, ON_COURSE", "0.4, 0.400, ON_COURSE", "0.4, 0.39, NEARLY",
        "0.4, 0.35, NEARLY", "0.4, 0.34, BEHIND", "1, 1, ON_COURSE", "1, 0.95, NEARLY", "0.02, 0, NEARLY", "0.02, -0.03, NEARLY", "0.02, -0.04, BEHIND"})
    void byTheNoteOfSuizhou(BigDecimal time, BigDecimal progress, Verdict verdict) {
        assertEquals(verdict, VerdictRule.suizhou().bandOf(progress, time).verdict());
    }

    @Test void theDefaultRuleLooksAtPaceAndPutsTheMetAhead() {
        assertEquals(List.of(Basis.PACE, true, false),
                List.of(VerdictRule.time().basis(), VerdictRule.time().metIsAhead(), VerdictRule.time().preliminary()));
    }

    @Test void aPointBetweenTwoBandsIsABand() {
        VerdictRule rule = rule(band(Verdict.FASTER, Anchor.ZERO, "1", false), band(Verdict.ON_COURSE, Anchor.ZERO, "1", true), rest(Verdict.BEHIND));
        assertEquals(Verdict.ON_COURSE, rule.bandOf(BigDecimal.ONE, BigDecimal.ONE).verdict());
    }

    @Test void aRuleMayLeaveVerdictsOut() {
        assertEquals(Verdict.BEHIND, rule(band(Verdict.ON_COURSE, Anchor.ZERO, "1", true), rest(Verdict.BEHIND))
                .bandOf(new BigDecimal("0.99"), BigDecimal.ONE).verdict());
    }

    @Test void aGapBelowIsRefused() {
        assertRefused(band(Verdict.ON_COURSE, Anchor.ZERO, "1", true), band(Verdict.BEHIND, Anchor.ZERO, "0", true));
    }

    @Test void anOpenBandAboveOthersIsRefused() {
        assertRefused(rest(Verdict.FASTER), band(Verdict.ON_COURSE, Anchor.ZERO, "1", true), rest(Verdict.BEHIND));
    }

    @Test void twoOpenBandsAreRefused() {
        assertRefused(band(Verdict.FASTER, Anchor.ZERO, "1", true), rest(Verdict.NEARLY), rest(Verdict.BEHIND));
    }

    @ParameterizedTest
    @CsvSource({"1.1, true", "1.1, false", "1, true", "1, false"})
    void aBandThatTheOneAboveCoversIsRefused(String offset, boolean inclusive) {
        assertRefused(band(Verdict.FASTER, Anchor.ZERO, "1", true), band(Verdict.ON_COURSE, Anchor.ZERO, offset, inclusive), rest(Verdict.BEHIND));
    }

    @Test void twoBandsOpenAtTheSameBoundAreRefused() {
        assertRefused(band(Verdict.FASTER, Anchor.ZERO, "1", false), band(Verdict.ON_COURSE, Anchor.ZERO, "1.0", false), rest(Verdict.BEHIND));
    }

    @Test void aBandThatOneFurtherAboveCoversIsRefused() {
        assertRefused(band(Verdict.AHEAD, Anchor.TIME, "0", true), band(Verdict.FASTER, Anchor.ZERO, "0.5", true),
                band(Verdict.ON_COURSE, Anchor.TIME, "0.1", true), rest(Verdict.BEHIND));
    }

    @Test void bandsFromWorstToBestAreRefused() {
        assertRefused(band(Verdict.NEARLY, Anchor.ZERO, "1", true), band(Verdict.FASTER, Anchor.ZERO, "0.5", true), rest(Verdict.BEHIND));
    }

    @Test void oneVerdictTwiceIsRefused() {
        assertRefused(band(Verdict.NEARLY, Anchor.ZERO, "1", true), rest(Verdict.NEARLY));
    }

    @Test void oneBandAloneIsRefused() {
        assertRefused(rest(Verdict.BEHIND));
    }

    @Test void noBandsAreRefused() {
        assertRefused();
    }

    @Test void aRuleWithoutNameIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new VerdictRule(" ", Basis.PACE, true, false, VerdictRule.time().bands()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0.05"})
    void nearWithoutAnyWidthIsRefused(BigDecimal width) {
        assertThrows(IllegalArgumentException.class, () -> VerdictRule.suizhou(width));
    }
}
