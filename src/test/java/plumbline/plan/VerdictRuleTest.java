package plumbline.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import plumbline.plan.VerdictRule.Anchor;
import plumbline.plan.VerdictRule.Band;
import plumbline.plan.VerdictRule.Basis;
import plumbline.plan.VerdictRule.Bound;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** 评价规则: bands without gap or overlap. */
class VerdictRuleTest {

    private static Band band(Verdict verdict, Anchor anchor, String offset, boolean inclusive) {
        return new Band(
                verdict, "", Optional.of(new Bound(anchor, new BigDecimal(offset), inclusive)));
    }

    private static Band rest(Verdict verdict) {
        return new Band(verdict, "", Optional.empty());
    }

    private static VerdictRule rule(Band... bands) {
        return new VerdictRule("own", Basis.PROGRESS, false, false, List.of(bands));
    }

    /** Refused for exactly this, by the check and by the rule itself. */
    private static void assertRefused(RuleFault fault, Band... bands) {
        assertEquals(List.of(fault), RuleFault.findFaults(Basis.PROGRESS, List.of(bands)));
        assertThrows(IllegalArgumentException.class, () -> rule(bands));
    }

    /**
     * Exactly on each bound of each preset, and one unit of the twelfth decimal above and below;
     * half of the time is gone.
     */
    @ParameterizedTest
    @CsvSource({
        "time, 1.005000000001, FASTER", "time, 1.005, ON_COURSE", "time, 1.004999999999, ON_COURSE",
        "time, 0.995000000001, ON_COURSE", "time, 0.995, ON_COURSE", "time, 0.994999999999, NEARLY",
        "time, 0.800000000001, NEARLY", "time, 0.8, NEARLY", "time, 0.799999999999, BEHIND",
        "suizhou, 1.000000000001, AHEAD", "suizhou, 1, FASTER", "suizhou, 0.999999999999, FASTER",
        "suizhou, 0.500000000001, FASTER", "suizhou, 0.5, ON_COURSE",
                "suizhou, 0.499999999999, NEARLY",
        "suizhou, 0.450000000001, NEARLY", "suizhou, 0.45, NEARLY",
                "suizhou, 0.449999999999, BEHIND",
        "four, 1.050000000001, FASTER", "four, 1.05, FASTER", "four, 1.049999999999, ON_COURSE",
        "four, 0.900000000001, ON_COURSE", "four, 0.9, ON_COURSE", "four, 0.899999999999, BEHIND",
        "rag, 1.000000000001, ON_COURSE", "rag, 1, ON_COURSE", "rag, 0.999999999999, NEARLY",
        "rag, 0.900000000001, NEARLY", "rag, 0.9, NEARLY", "rag, 0.899999999999, BEHIND",
        "growth, 0.950000000001, FASTER", "growth, 0.95, FASTER",
                "growth, 0.949999999999, ON_COURSE",
        "growth, 0.600000000001, ON_COURSE", "growth, 0.6, ON_COURSE",
                "growth, 0.599999999999, NEARLY",
        "growth, 0.000000000001, NEARLY", "growth, 0, NEARLY", "growth, -0.000000000001, BEHIND"
    })
    void aBorderCaseFollowsTheRulesWords(String preset, BigDecimal measure, Verdict verdict) {
        assertEquals(verdict, preset(preset).bandFor(measure, new BigDecimal("0.5")).verdict());
    }

    private static VerdictRule preset(String name) {
        return List.of(
                        VerdictRule.timeRule(),
                        VerdictRule.suizhouRule(),
                        VerdictRule.fourClassRule(),
                        VerdictRule.ragRule(),
                        VerdictRule.growthRatioRule())
                .stream()
                .filter(r -> r.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, ON_COURSE",
        "1, 0.95, NEARLY",
        "0.02, 0, NEARLY",
        "0.02, -0.03, NEARLY",
        "0.02, -0.04, BEHIND",
        "0.4, 0.400, ON_COURSE"
    })
    void theNoteOfSuizhouFollowsTheTime(BigDecimal time, BigDecimal progress, Verdict verdict) {
        assertEquals(verdict, VerdictRule.suizhouRule().bandFor(progress, time).verdict());
    }

    @Test
    void theDefaultRuleLooksAtPaceAndPutsTheMetAhead() {
        assertEquals(
                List.of(Basis.PACE, true, false),
                List.of(
                        VerdictRule.timeRule().basis(),
                        VerdictRule.timeRule().metIsAhead(),
                        VerdictRule.timeRule().judgesPreliminary()));
    }

    @Test
    void aPointBetweenTwoBandsIsABand() {
        VerdictRule rule =
                rule(
                        band(Verdict.FASTER, Anchor.ZERO, "1", false),
                        band(Verdict.ON_COURSE, Anchor.ZERO, "1", true),
                        rest(Verdict.BEHIND));
        assertEquals(Verdict.ON_COURSE, rule.bandFor(BigDecimal.ONE, BigDecimal.ONE).verdict());
    }

    @Test
    void aRuleMayLeaveVerdictsOut() {
        assertEquals(
                Verdict.BEHIND,
                rule(band(Verdict.ON_COURSE, Anchor.ZERO, "1", true), rest(Verdict.BEHIND))
                        .bandFor(new BigDecimal("0.99"), BigDecimal.ONE)
                        .verdict());
    }

    @Test
    void aGapBelowIsRefused() {
        assertRefused(
                new RuleFault.GapAtEnd(1),
                band(Verdict.ON_COURSE, Anchor.ZERO, "1", true),
                band(Verdict.BEHIND, Anchor.ZERO, "0", true));
    }

    @Test
    void anOpenBandAboveOthersIsRefused() {
        assertRefused(
                new RuleFault.OpenTooEarly(0),
                rest(Verdict.FASTER),
                band(Verdict.ON_COURSE, Anchor.ZERO, "1", true),
                rest(Verdict.BEHIND));
    }

    @Test
    void twoOpenBandsAreRefused() {
        assertRefused(
                new RuleFault.OpenTooEarly(1),
                band(Verdict.FASTER, Anchor.ZERO, "1", true),
                rest(Verdict.NEARLY),
                rest(Verdict.BEHIND));
    }

    @ParameterizedTest
    @CsvSource({"1.1, true", "1.1, false", "1, true", "1, false"})
    void aBandThatTheOneAboveCoversIsRefused(String offset, boolean inclusive) {
        assertRefused(
                new RuleFault.NeverApplies(1, 0),
                band(Verdict.FASTER, Anchor.ZERO, "1", true),
                band(Verdict.ON_COURSE, Anchor.ZERO, offset, inclusive),
                rest(Verdict.BEHIND));
    }

    @Test
    void twoBandsOpenAtTheSameBoundAreRefused() {
        assertRefused(
                new RuleFault.NeverApplies(1, 0),
                band(Verdict.FASTER, Anchor.ZERO, "1", false),
                band(Verdict.ON_COURSE, Anchor.ZERO, "1.0", false),
                rest(Verdict.BEHIND));
    }

    @Test
    void aBandThatOneFurtherAboveCoversIsRefused() {
        assertRefused(
                new RuleFault.NeverApplies(2, 0),
                band(Verdict.AHEAD, Anchor.TIME, "0", true),
                band(Verdict.FASTER, Anchor.ZERO, "0.5", true),
                band(Verdict.ON_COURSE, Anchor.TIME, "0.1", true),
                rest(Verdict.BEHIND));
    }

    /**
     * The time progress is at most 1: from there on a band from “time + 0.1” takes all that is at
     * least 1.1.
     */
    @ParameterizedTest
    @CsvSource({
        "1.1, true, true, true",
        "1.1, false, false, true",
        "1.1, false, true, false",
        "1.0999, true, true, false",
        "2, false, true, true"
    })
    void aFixedBandThatTheTimesBandAlwaysCoversIsRefused(
            String offset, boolean above, boolean inclusive, boolean refused) {
        List<Band> bands =
                List.of(
                        band(Verdict.FASTER, Anchor.TIME, "0.1", above),
                        band(Verdict.ON_COURSE, Anchor.ZERO, offset, inclusive),
                        rest(Verdict.BEHIND));
        assertEquals(
                refused ? List.of(new RuleFault.NeverApplies(1, 0)) : List.of(),
                RuleFault.findFaults(Basis.PROGRESS, bands));
    }

    /** The time progress is more than 0: a band from “time + 0.2” begins above 0.2. */
    @ParameterizedTest
    @CsvSource({"0.2, false, true", "0.1, true, true", "0.2001, true, false"})
    void aTimesBandThatTheFixedOneAlwaysCoversIsRefused(
            String above, boolean inclusive, boolean refused) {
        List<Band> bands =
                List.of(
                        band(Verdict.FASTER, Anchor.ZERO, above, inclusive),
                        band(Verdict.ON_COURSE, Anchor.TIME, "0.2", true),
                        rest(Verdict.BEHIND));
        assertEquals(
                refused ? List.of(new RuleFault.NeverApplies(1, 0)) : List.of(),
                RuleFault.findFaults(Basis.PROGRESS, bands));
    }

    @Test
    void bandsFromWorstToBestAreRefused() {
        assertRefused(
                new RuleFault.OutOfOrder(1),
                band(Verdict.NEARLY, Anchor.ZERO, "1", true),
                band(Verdict.FASTER, Anchor.ZERO, "0.5", true),
                rest(Verdict.BEHIND));
    }

    @Test
    void oneVerdictTwiceIsRefused() {
        assertRefused(
                new RuleFault.SameName(1, 0),
                band(Verdict.NEARLY, Anchor.ZERO, "1", true),
                rest(Verdict.NEARLY));
    }

    @Test
    void oneNameTwiceIsRefused() {
        assertRefused(
                new RuleFault.SameName(1, 0),
                new Band(
                        Verdict.NEARLY,
                        "好 ",
                        band(Verdict.NEARLY, Anchor.ZERO, "1", true).lowerBound()),
                new Band(Verdict.BEHIND, "好", Optional.empty()));
    }

    @Test
    void oneVerdictTwiceWithTwoNamesIsARule() {
        VerdictRule rule =
                rule(
                        band(Verdict.NEARLY, Anchor.ZERO, "1", true),
                        new Band(Verdict.NEARLY, "略慢", Optional.empty()));
        assertEquals("略慢", rule.bandFor(BigDecimal.ZERO, BigDecimal.ONE).label());
    }

    @ParameterizedTest
    @CsvSource({"PACE, true", "GROWTH_RATIO, true", "PROGRESS, false", "ATTAINMENT, false"})
    void whatIsDividedByTimeIsNotHeldAgainstTime(Basis basis, boolean refused) {
        List<Band> bands =
                List.of(band(Verdict.ON_COURSE, Anchor.TIME, "0", true), rest(Verdict.BEHIND));
        assertEquals(
                refused ? List.of(new RuleFault.TimeTwice(0)) : List.of(),
                RuleFault.findFaults(basis, bands));
    }

    @Test
    void everyFaultIsTold() {
        assertEquals(
                List.of(
                        new RuleFault.OutOfOrder(1),
                        new RuleFault.NeverApplies(1, 0),
                        new RuleFault.GapAtEnd(2)),
                RuleFault.findFaults(
                        Basis.PACE,
                        List.of(
                                band(Verdict.NEARLY, Anchor.ZERO, "1", true),
                                band(Verdict.FASTER, Anchor.ZERO, "1", true),
                                band(Verdict.BEHIND, Anchor.ZERO, "0", true))));
    }

    @Test
    void oneBandAloneIsRefused() {
        assertRefused(new RuleFault.TooFewBands(1), rest(Verdict.BEHIND));
    }

    @Test
    void noBandsAreRefused() {
        assertRefused(new RuleFault.TooFewBands(0));
    }

    @ParameterizedTest
    @CsvSource({"1.0, 1", "100, 1E+2", "0.050, 0.05", "0.00, 0"})
    void boundsOfOneAmountAreEqual(BigDecimal one, BigDecimal other) {
        assertEquals(new Bound(Anchor.ZERO, one, true), new Bound(Anchor.ZERO, other, true));
    }

    @Test
    void aRuleWithoutNameIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        new VerdictRule(
                                " ", Basis.PACE, true, false, VerdictRule.timeRule().bands()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0.05"})
    void nearWithoutAnyWidthIsRefused(BigDecimal width) {
        assertThrows(IllegalArgumentException.class, () -> VerdictRule.suizhouRule(width));
    }
}
