package plumbline.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static plumbline.assessment.Given.END;
import static plumbline.assessment.Given.END_2022;
import static plumbline.assessment.Given.MID_2023;
import static plumbline.assessment.Given.actual;
import static plumbline.assessment.Given.assess;
import static plumbline.assessment.Given.baseline;
import static plumbline.assessment.Given.plan;
import static plumbline.assessment.Given.remarks;
import static plumbline.assessment.Given.target;
import static plumbline.assessment.Given.unjudged;
import static plumbline.assessment.Given.withMidTerm;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import plumbline.assessment.Reason.Cause;
import plumbline.plan.Course;
import plumbline.plan.Direction;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Milestone;
import plumbline.plan.Milestone.Role;
import plumbline.plan.Observation;
import plumbline.plan.Relation;
import plumbline.plan.Verdict;
import plumbline.plan.VerdictRule;
import plumbline.plan.VerdictRule.Anchor;
import plumbline.plan.VerdictRule.Band;
import plumbline.plan.VerdictRule.Basis;
import plumbline.plan.VerdictRule.Bound;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where the formulas end: past a target that is no bound, quotients by nothing or less, nothing
 * due, too late. Worked by hand.
 */
class EdgesTest {
    /** Attainment of 1 at least, or behind. */
    private static final VerdictRule ATTAINED =
            new VerdictRule(
                    "own",
                    Basis.ATTAINMENT,
                    false,
                    false,
                    List.of(
                            new Band(
                                    Verdict.FASTER,
                                    "",
                                    Optional.of(new Bound(Anchor.ZERO, BigDecimal.ONE, true))),
                            new Band(Verdict.BEHIND, "", Optional.empty())));

    /**
     * A target to be hit can be overshot: 70 is past 63 to 68, and 62 is when coming from 80. Its
     * pace alone would be splendid.
     */
    @ParameterizedTest
    @CsvSource({
        "50, BETWEEN, 63, 68, 70, true",
        "50, BETWEEN, 63, 68, 66, false",
        "50, BETWEEN, 63, 68, 60, false",
        "80, BETWEEN, 63, 68, 62, true",
        "80, BETWEEN, 63, 68, 67, false",
        "80, BETWEEN, 63, 68, 75, false",
        "10, ABOUT, 15, 1, 17, true",
        "10, ABOUT, 15, 1, 16, false",
        "20, ABOUT, 15, 1, 13, true",
        "2.5, BETWEEN, 1, 3, 0.5, false",
        "80, EQUAL, 100,, 101, true",
        "80, EQUAL, 100,, 100, false",
        "80, AT_LEAST, 100,, 120, false",
        "80, ABOVE, 100,, 120, false",
        "80, AT_MOST, 60,, 50, false"
    })
    void aTargetToBeHitCanBeOvershot(
            String from,
            Relation relation,
            String amount,
            String bound,
            String value,
            boolean overshot) {
        Milestone aim =
                new Milestone(
                        Role.FINAL,
                        END,
                        new BigDecimal(amount),
                        relation,
                        Optional.ofNullable(bound).map(BigDecimal::new),
                        false);
        for (VerdictRule rule : List.of(VerdictRule.timeRule(), VerdictRule.suizhouRule())) {
            assertEquals(
                    overshot,
                    remarks(assess(Course.of(baseline(from), aim), "2022", value, rule))
                            .contains(Remark.OVERSHOT),
                    rule::name);
        }
    }

    /**
     * 0 accidents of at most 5 is the best there is, though 5 ÷ 0 is nothing; −1 is more than −2,
     * though −1 ÷ −2 is half.
     */
    @ParameterizedTest
    @CsvSource({
        "LOWER, 5, 0, ON_COURSE",
        "LOWER, 0, 0, ON_COURSE",
        "LOWER, 0, 3, BEHIND",
        "LOWER, 3, -2, ON_COURSE",
        "LOWER, -2, -3, ON_COURSE",
        "LOWER, -2, -1, BEHIND",
        "LOWER, 5, 4, FASTER",
        "LOWER, 5, 6, BEHIND",
        "HIGHER, 0, 1, ON_COURSE",
        "HIGHER, 0, -1, BEHIND",
        "HIGHER, -2, -1, ON_COURSE",
        "HIGHER, -2, -3, BEHIND",
        "HIGHER, 4, 0, BEHIND",
        "HIGHER, 4, 5, FASTER"
    })
    void whereAttainmentMeansNothingTheTargetIsMetOrNot(
            Direction direction, String amount, String value, Verdict expected) {
        for (IndicatorKind kind : List.of(IndicatorKind.STOCK, IndicatorKind.MEAN)) {
            Assessment a =
                    assess(
                            plan(d -> {
                                        d.kind = kind;
                                        d.direction = direction;
                                        d.course =
                                                Course.of(
                                                        target(Role.FINAL, END, amount, direction));
                                        d.observations =
                                                List.of(
                                                        actual("2021", value),
                                                        actual("2022", value));
                                    })
                                    .withRule(ATTAINED),
                            END_2022);
            assertEquals(Optional.of(expected), a.verdict(), kind::toString);
        }
    }

    /** 100 is due until the middle of 2023: keeping it is enough, less is not. */
    @ParameterizedTest
    @CsvSource({"100, ON_COURSE", "120, ON_COURSE", "99, BEHIND"})
    void whereNothingIsDueTheLevelMustBeKept(String value, Verdict expected) {
        Assessment a = assess(withMidTerm("100", "100", MID_2023, "200"), "2022", value);
        assertEquals(Optional.of(expected), a.verdict());
        assertTrue(a.judgement().isPassOrFail());
    }

    @Test
    void beforeItsBaselineAFigureIsNotJudged() {
        Course late =
                Course.of(
                        Milestone.baseline(MID_2023, BigDecimal.TEN),
                        target(Role.FINAL, END, "20", Direction.HIGHER));
        assertEquals(
                Cause.NOTHING_DUE_YET,
                unjudged(assess(plan(late, actual("2022", "12")), END_2022)));
    }

    /** Due at the end of 2022. */
    @ParameterizedTest
    @CsvSource({
        "'2022 0, 2023H1 1', true",
        "'2022 1, 2023H1 1', false",
        "'2021 0, 2023H1 1', false",
        "'2021 0, 2022H1 1', false",
        "'2022 0, 2023-01 0, 2023H1 1', true"
    })
    void whatWasDoneTooLateIsRemarked(String figures, boolean late) {
        Assessment a =
                assess(
                        plan(
                                d -> {
                                    d.kind = IndicatorKind.MILESTONE;
                                    d.course =
                                            Course.of(
                                                    target(
                                                            Role.FINAL,
                                                            END_2022,
                                                            "1",
                                                            Direction.HIGHER));
                                    d.observations =
                                            Arrays.stream(figures.split(", "))
                                                    .map(t -> t.split(" "))
                                                    .<Observation>map(t -> actual(t[0], t[1]))
                                                    .toList();
                                }),
                        MID_2023);
        assertEquals(Optional.of(Verdict.ON_COURSE), a.verdict());
        assertEquals(late, remarks(a).contains(Remark.LATE));
    }
}
