package plumbline.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import plumbline.plan.Milestone.Role;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** 目标路径: straight lines between milestones. */
class CourseTest {
    private static final LocalDate START = LocalDate.of(2020, 12, 31);
    private static final LocalDate MID = LocalDate.of(2023, 6, 30);
    private static final LocalDate END = LocalDate.of(2025, 12, 31);
    private static final Milestone BASELINE = Milestone.baseline(START, new BigDecimal("100"));

    private static Milestone target(Role role, LocalDate on, String amount) {
        return Milestone.target(role, on, new BigDecimal(amount), Direction.HIGHER);
    }

    private static Course straight() {
        return Course.of(BASELINE, target(Role.FINAL, END, "220"));
    }

    private static void assertDue(String expected, Optional<BigDecimal> due) {
        assertEquals(
                0,
                due.orElseThrow().compareTo(new BigDecimal(expected)),
                () -> "due " + due.orElseThrow());
    }

    /** 120 in 60 months: 2 a month, level outside. */
    @ParameterizedTest
    @CsvSource({
        "2019-12-31, 100",
        "2020-12-30, 100",
        "2020-12-31, 100",
        "2021-01-31, 102",
        "2021-12-31, 124",
        "2023-06-30, 160",
        "2025-11-30, 218",
        "2025-12-31, 220",
        "2026-01-31, 220",
        "2031-12-31, 220"
    })
    void straightBetweenBaselineAndTarget(LocalDate day, String due) {
        assertDue(due, straight().dueOn(day));
    }

    /** 100 → 130 in 30 months is 1 a month, 130 → 220 in 30 is 3. */
    @ParameterizedTest
    @CsvSource({
        "2020-12-31, 100",
        "2023-05-31, 129",
        "2023-06-30, 130",
        "2023-07-31, 133",
        "2025-12-31, 220"
    })
    void theMidTermTargetBendsIt(LocalDate day, String due) {
        assertDue(due, straight().withMilestone(target(Role.MID_TERM, MID, "130")).dueOn(day));
    }

    @ParameterizedTest
    @CsvSource({"2021-12-31, 90", "2022-12-31, 102.5", "2021-06-30, 95"})
    void aCourseMayFallAndRise(LocalDate day, String due) {
        Course course =
                Course.of(
                        BASELINE,
                        target(Role.YEARLY, LocalDate.of(2021, 12, 31), "90"),
                        target(Role.FINAL, END, "140"));
        assertDue(due, course.dueOn(day));
    }

    @Test
    void fallsAsItRises() {
        assertDue(
                "52",
                Course.of(BASELINE, target(Role.FINAL, END, "-20"))
                        .dueOn(LocalDate.of(2022, 12, 31)));
    }

    @Test
    void isLevelWhereTargetIsBaseline() {
        assertDue("100", Course.of(BASELINE, target(Role.FINAL, END, "100")).dueOn(MID));
    }

    @Test
    void anyDayOfAMonthIsItsEnd() {
        assertEquals(
                straight().dueOn(LocalDate.of(2023, 6, 30)),
                straight().dueOn(LocalDate.of(2023, 6, 1)));
    }

    @Test
    void nothingIsDueWithoutBaseline() {
        assertEquals(
                Optional.empty(),
                Course.of(target(Role.MID_TERM, MID, "130"), target(Role.FINAL, END, "220"))
                        .dueOn(MID));
    }

    @Test
    void nothingIsDueWithoutTarget() {
        assertEquals(Optional.empty(), Course.of(BASELINE).dueOn(MID));
    }

    @Test
    void nothingIsDueOnAnEmptyCourse() {
        assertEquals(Optional.empty(), Course.EMPTY.dueOn(MID));
    }

    @Test
    void milestonesStandInOrderOfTheirDates() {
        Course course =
                Course.of(
                        target(Role.FINAL, END, "220"),
                        BASELINE,
                        target(Role.MID_TERM, MID, "130"));
        assertEquals(
                List.of(Role.BASELINE, Role.MID_TERM, Role.FINAL),
                course.milestones().stream().map(Milestone::role).toList());
    }

    @Test
    void aNewFinalTargetReplacesTheOldEvenOnAnotherDay() {
        Course course = straight().withMilestone(target(Role.FINAL, END.plusYears(1), "230"));
        assertEquals(
                List.of(BASELINE, target(Role.FINAL, END.plusYears(1), "230")),
                course.milestones());
    }

    @Test
    void aYearlyTargetReplacesThatOfItsOwnDayOnly() {
        Milestone y2021 = target(Role.YEARLY, LocalDate.of(2021, 12, 31), "110");
        Milestone y2022 = target(Role.YEARLY, LocalDate.of(2022, 12, 31), "120");
        Milestone changed = target(Role.YEARLY, LocalDate.of(2022, 12, 31), "125");
        assertEquals(
                List.of(y2021, changed),
                straight()
                        .withMilestone(y2021)
                        .withMilestone(y2022)
                        .withMilestone(changed)
                        .yearlyTargets());
    }

    @Test
    void oneYearlyTargetCanBeTakenAway() {
        Milestone y2021 = target(Role.YEARLY, LocalDate.of(2021, 12, 31), "110");
        Milestone y2022 = target(Role.YEARLY, LocalDate.of(2022, 12, 31), "120");
        assertEquals(
                straight().withMilestone(y2022),
                straight()
                        .withMilestone(y2021)
                        .withMilestone(y2022)
                        .withoutMilestone(Role.YEARLY, y2021.day()));
    }

    @Test
    void theOnlyMidTermTargetIsTakenAwayWhateverTheDay() {
        assertEquals(
                straight(),
                straight()
                        .withMilestone(target(Role.MID_TERM, MID, "130"))
                        .withoutMilestone(Role.MID_TERM, END));
    }

    @Test
    void twoMilestonesOnOneDayAreRefused() {
        assertRefused(BASELINE, target(Role.YEARLY, MID, "120"), target(Role.MID_TERM, MID, "130"));
    }

    /** Between them lie no months to divide by. */
    @Test
    void twoMilestonesInOneMonthAreRefused() {
        assertRefused(
                BASELINE,
                target(Role.YEARLY, LocalDate.of(2023, 6, 15), "120"),
                target(Role.MID_TERM, MID, "130"));
    }

    @Test
    void twoBaselinesAreRefused() {
        assertRefused(BASELINE, Milestone.baseline(START.plusYears(1), BigDecimal.ONE));
    }

    @Test
    void twoFinalTargetsAreRefused() {
        assertRefused(target(Role.FINAL, MID, "130"), target(Role.FINAL, END, "220"));
    }

    @Test
    void aTargetBeforeTheBaselineIsRefused() {
        assertRefused(BASELINE, target(Role.YEARLY, START.minusYears(1), "90"));
    }

    @Test
    void aTargetAfterTheFinalOneIsRefused() {
        assertRefused(target(Role.FINAL, END, "220"), target(Role.YEARLY, END.plusYears(1), "230"));
    }

    private static void assertRefused(Milestone... milestones) {
        assertThrows(IllegalArgumentException.class, () -> Course.of(milestones));
    }
}
