package plumbline.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import plumbline.plan.Milestone.Role;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** 节点目标: a dated amount and how a value must stand to it. */
class MilestoneTest {
    private static final LocalDate END = LocalDate.of(2025, 12, 31);

    private static Milestone of(Relation relation, String amount, Optional<String> bound) {
        return new Milestone(
                Role.FINAL,
                END,
                new BigDecimal(amount),
                relation,
                bound.map(BigDecimal::new),
                false);
    }

    @ParameterizedTest
    @CsvSource({
        "AT_LEAST, 98,, 98, true",
        "AT_LEAST, 98,, 98.00, true",
        "AT_LEAST, 98,, 97.99, false",
        "AT_MOST, 5,, 5, true",
        "AT_MOST, 5,, 5.01, false",
        "ABOVE, 80,, 80, false",
        "ABOVE, 80,, 80.01, true",
        "BELOW, 3,, 3, false",
        "BELOW, 3,, 2.99, true",
        "EQUAL, 0,, 0.0, true",
        "EQUAL, 0,, -0.1, false",
        "BETWEEN, 63, 68, 63, true",
        "BETWEEN, 63, 68, 68, true",
        "BETWEEN, 63, 68, 62.99, false",
        "BETWEEN, 63, 68, 68.01, false",
        "ABOUT, 15, 1, 14, true",
        "ABOUT, 15, 1, 16, true",
        "ABOUT, 15, 1, 13.99, false",
        "ABOUT, 15, 1, 16.01, false"
    })
    void metBy(Relation relation, String amount, String bound, BigDecimal value, boolean met) {
        assertEquals(met, of(relation, amount, Optional.ofNullable(bound)).isMetBy(value));
    }

    /**
     * On the number itself the sign decides: ＞98 lies above 98, 低于98 below it. Off the number it
     * changes nothing.
     */
    @ParameterizedTest
    @CsvSource({
        "ABOVE, 4,, >4, 4, true",
        "ABOVE, 4,, ＞4, 4, true",
        "ABOVE, 4,, 快报＞4, 4, true",
        "ABOVE, 4,, 超过4, 4, true",
        "ABOVE, 4,, <4, 4, false",
        "ABOVE, 4,, 4, 4, false",
        "ABOVE, 4,, ≥4, 4, false",
        "ABOVE, 4,, ＞＝4, 4, false",
        "ABOVE, 4,, 不超过4, 4, false",
        "ABOVE, 4,, >3, 3, false",
        "BELOW, 3,, ＜3, 3, true",
        "BELOW, 3,, 低于3, 3, true",
        "BELOW, 3,, >3, 3, false",
        "BELOW, 3,, 不低于3, 3, false",
        "AT_LEAST, 98,, <98, 98, false",
        "AT_LEAST, 98,, 低于98, 98, false",
        "AT_LEAST, 98,, >98, 98, true",
        "AT_MOST, 5,, ＞5, 5, false",
        "AT_MOST, 5,, <5, 5, true",
        "EQUAL, 100,, <100, 100, false",
        "EQUAL, 100,, 100, 100, true",
        "BETWEEN, 63, 68, >68, 68, false",
        "BETWEEN, 63, 68, <68, 68, true",
        "BETWEEN, 63, 68, <63, 63, false",
        "BETWEEN, 63, 68, >63, 63, true",
        "ABOUT, 15, 1, >16, 16, false",
        "ABOUT, 15, 1, <14, 14, false",
        "ABOUT, 15, 1, >14, 14, true"
    })
    void whatWasWrittenAsMoreOrLessLiesBeyondItsNumber(
            Relation relation,
            String amount,
            String bound,
            String raw,
            BigDecimal value,
            boolean met) {
        assertEquals(
                met,
                of(relation, amount, Optional.ofNullable(bound))
                        .isMetBy(new Reading.Value(value, false, raw)));
    }

    @ParameterizedTest
    @CsvSource({"HIGHER, AT_LEAST", "LOWER, AT_MOST"})
    void theDirectionGivesTheRelation(Direction direction, Relation relation) {
        assertEquals(
                relation, Milestone.target(Role.FINAL, END, BigDecimal.TEN, direction).relation());
    }

    @ParameterizedTest
    @EnumSource(names = {"BETWEEN", "ABOUT"})
    void aRelationThatNeedsABoundIsRefusedWithoutOne(Relation relation) {
        assertThrows(IllegalArgumentException.class, () -> of(relation, "1", Optional.empty()));
    }

    @ParameterizedTest
    @EnumSource(names = {"AT_LEAST", "AT_MOST", "ABOVE", "BELOW", "EQUAL"})
    void aRelationThatNeedsNoBoundIsRefusedWithOne(Relation relation) {
        assertThrows(IllegalArgumentException.class, () -> of(relation, "1", Optional.of("2")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0000000000001", "1000000000000000000000000", "1E+25"})
    void anAmountThatCannotBeKeptIsRefused(String amount) {
        assertThrows(
                IllegalArgumentException.class, () -> of(Relation.EQUAL, amount, Optional.empty()));
    }

    @Test
    void theGreatestAmountIsKept() {
        String most = "999999999999999999999999.999999999999";
        assertEquals(new BigDecimal(most), of(Relation.EQUAL, most, Optional.empty()).amount());
    }
}
