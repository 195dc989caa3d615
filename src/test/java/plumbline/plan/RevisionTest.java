package plumbline.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import plumbline.plan.Milestone.Role;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** 目标调整: which target was in force when. */
class RevisionTest {
    private static final LocalDate END = LocalDate.of(2025, 12, 31);
    private static final LocalDate MAY_22 = LocalDate.of(2022, 5, 31);
    private static final LocalDate MAY_23 = LocalDate.of(2023, 5, 31);

    private static Milestone aim(String amount) {
        return Milestone.target(Role.FINAL, END, new BigDecimal(amount), Direction.HIGHER);
    }

    private static Indicator first() {
        return Indicator.createNamed(new UUID(1, 1), new UUID(1, 0), "指标")
                .withChanges(
                        d ->
                                d.course =
                                        Course.of(
                                                Milestone.baseline(
                                                        LocalDate.of(2020, 12, 31),
                                                        BigDecimal.ZERO),
                                                aim("200")));
    }

    private static Indicator twice() {
        return first().withRevisedTarget(aim("180"), MAY_22, "甲", "1号")
                .withRevisedTarget(aim("150"), MAY_23, "乙", "2号");
    }

    private static String at(Indicator i, LocalDate day) {
        return i.courseInForceOn(day).finalTarget().orElseThrow().amount().toPlainString();
    }

    @Test
    void eachTargetIsInForceFromItsDecisionOn() {
        assertEquals("200", at(twice(), MAY_22.minusDays(1)));
        assertEquals("180", at(twice(), MAY_22));
        assertEquals("180", at(twice(), MAY_23.minusDays(1)));
        assertEquals("150", at(twice(), MAY_23));
        assertEquals("150", at(twice(), END));
    }

    @Test
    void theOldTargetsStay() {
        assertEquals(
                List.of("200", "180"),
                twice().revisions().stream()
                        .map(r -> r.formerTarget().amount().toPlainString())
                        .toList());
        assertEquals(
                Optional.of(aim("180")),
                twice().targetAfterRevision(twice().revisions().getFirst()));
        assertEquals(
                Optional.of(aim("150")),
                twice().targetAfterRevision(twice().revisions().getLast()));
    }

    @Test
    void twoDecisionsOfOneDayFollowOneAnother() {
        Indicator day =
                first().withRevisedTarget(aim("180"), MAY_22, "甲", "")
                        .withRevisedTarget(aim("150"), MAY_22, "乙", "");
        assertEquals("200", at(day, MAY_22.minusDays(1)));
        assertEquals("150", at(day, MAY_22));
        assertEquals(Optional.of(aim("180")), day.targetAfterRevision(day.revisions().getFirst()));
    }

    @Test
    void aCorrectionIsNoRevision() {
        Indicator mended = twice().withChanges(d -> d.course = d.course.withMilestone(aim("151")));
        assertEquals("151", at(mended, END));
        assertEquals("180", at(mended, MAY_22));
    }

    @Test
    void aYearlyTargetIsRevisedByItsYear() {
        Milestone y2022 =
                Milestone.target(
                        Role.YEARLY,
                        LocalDate.of(2022, 12, 31),
                        new BigDecimal("50"),
                        Direction.HIGHER);
        Milestone y2023 =
                Milestone.target(
                        Role.YEARLY,
                        LocalDate.of(2023, 12, 31),
                        new BigDecimal("90"),
                        Direction.HIGHER);
        Indicator yearly =
                first().withChanges(
                                d -> d.course = d.course.withMilestone(y2022).withMilestone(y2023));
        Milestone less =
                Milestone.target(
                        Role.YEARLY,
                        LocalDate.of(2023, 12, 31),
                        new BigDecimal("80"),
                        Direction.HIGHER);
        Indicator revised = yearly.withRevisedTarget(less, MAY_23, "甲", "");
        assertEquals(List.of(y2022, less), revised.courseInForceOn(MAY_23).yearlyTargets());
        assertEquals(List.of(y2022, y2023), revised.courseInForceOn(MAY_22).yearlyTargets());
    }

    @Test
    void onlyTheLastRevisionOfATargetCanBeTakenBack() {
        Indicator twice = twice();
        assertFalse(twice.isLastRevision(twice.revisions().getFirst()));
        assertThrows(
                IllegalArgumentException.class,
                () -> twice.withRevisionTakenBack(twice.revisions().getFirst()));
        assertTrue(twice.isLastRevision(twice.revisions().getLast()));
        assertEquals(
                first().withRevisedTarget(aim("180"), MAY_22, "甲", "1号"),
                twice.withRevisionTakenBack(twice.revisions().getLast()));
    }

    @Test
    void whatIsNoRevisionIsRefused() {
        Milestone midTerm =
                Milestone.target(Role.MID_TERM, MAY_23, BigDecimal.ONE, Direction.HIGHER);
        assertThrows(
                IllegalArgumentException.class,
                () -> first().withRevisedTarget(midTerm, MAY_22, "甲", ""));
        assertThrows(
                IllegalArgumentException.class,
                () -> first().withRevisedTarget(aim("200"), MAY_22, "甲", ""));
        assertThrows(
                IllegalArgumentException.class,
                () -> twice().withRevisedTarget(aim("100"), MAY_22, "甲", ""));
        Milestone baseline = Milestone.baseline(LocalDate.of(2020, 12, 31), BigDecimal.ONE);
        assertThrows(
                IllegalArgumentException.class,
                () -> first().withRevisedTarget(baseline, MAY_22, "甲", ""));
    }

    /** A mid-term target that moved to a month where another target stood before. */
    @Test
    void aFormerTargetMustFitTheCourse() {
        TargetRevision former =
                new TargetRevision(
                        Milestone.target(
                                Role.MID_TERM,
                                LocalDate.of(2022, 12, 31),
                                BigDecimal.ONE,
                                Direction.HIGHER),
                        MAY_22,
                        "甲",
                        "");
        Milestone yearly =
                Milestone.target(
                        Role.YEARLY, LocalDate.of(2022, 12, 31), BigDecimal.ONE, Direction.HIGHER);
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        first().withChanges(
                                        d -> {
                                            d.course = d.course.withMilestone(yearly);
                                            d.revisions = List.of(former);
                                        }));
    }
}
