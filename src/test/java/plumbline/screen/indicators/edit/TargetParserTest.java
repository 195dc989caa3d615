package plumbline.screen.indicators.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import plumbline.plan.Course;
import plumbline.plan.Direction;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Milestone;
import plumbline.plan.Milestone.Role;
import plumbline.plan.Relation;
import plumbline.screen.TestDesk;
import plumbline.screen.indicators.grid.IndicatorColumn.ColumnField;
import plumbline.screen.indicators.grid.IndicatorColumn.FieldColumn;
import plumbline.screen.indicators.grid.IndicatorsViewModel;
import plumbline.screen.indicators.grid.RejectedEntries;
import plumbline.screen.indicators.inspector.InspectorViewModel;
import plumbline.words.EditName;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A number typed over a target changes its amount and nothing else, in the grid as in the
 * inspector.
 */
class TargetParserTest {
    private static final UUID I1 = TestDesk.id("i1");
    private static final LocalDate MID_2024 = LocalDate.of(2024, 6, 30);
    private final TestDesk office = TestDesk.suizhou();
    private final IndicatorsViewModel grid =
            new IndicatorsViewModel(
                    office.desk,
                    office.dialogs,
                    new PartEdits(office.desk, office.dialogs, office.words),
                    new RejectedEntries(),
                    office.words);
    private final InspectorViewModel inspector =
            new InspectorViewModel(office.desk, office.work, office.library, office.words);

    private Indicator i1() {
        return office.indicator("i1");
    }

    private Milestone at(Role role) {
        return i1().course().milestones().stream()
                .filter(m -> m.role() == role)
                .findFirst()
                .orElseThrow();
    }

    private void set(Milestone... milestones) {
        office.desk.editPlan(
                EditName.of("edit.rule"),
                p ->
                        p.withChangedIndicator(
                                I1, i -> i.withChanges(d -> d.course = Course.of(milestones))));
    }

    private static Milestone striving(Role role, LocalDate on, String amount, Relation relation) {
        return new Milestone(role, on, new BigDecimal(amount), relation, Optional.empty(), true);
    }

    /** What {@code text} makes of it, typed in the grid and, after an undo, in the inspector. */
    private Milestone typed(Role role, ColumnField field, String text) {
        grid.enterText(I1, new FieldColumn(field), text);
        Milestone byGrid = at(role);
        office.desk.undo();
        assertEquals(Optional.empty(), inspector.changeTarget(i1(), role, text));
        assertEquals(byGrid, at(role));
        return byGrid;
    }

    @BeforeEach
    void givenATargetOnADayOfItsOwn() {
        set(
                Milestone.baseline(LocalDate.of(2019, 12, 31), new BigDecimal("217825")),
                striving(Role.MID_TERM, LocalDate.of(2022, 12, 31), "230000", Relation.ABOVE),
                striving(Role.FINAL, MID_2024, "242854", Relation.EQUAL));
    }

    @ParameterizedTest
    @CsvSource({"BASELINE,BASELINE,217826", "MID_TERM,MID_TERM,231000", "FINAL,TARGET,250000"})
    void aNumberAloneChangesTheAmountAlone(Role role, ColumnField field, BigDecimal amount) {
        Milestone before = at(role);
        assertEquals(
                new Milestone(
                        role,
                        before.day(),
                        amount,
                        before.relation(),
                        before.bound(),
                        before.striving()),
                typed(role, field, amount.toPlainString()));
    }

    @Test
    void anotherRelationMayBeTyped() {
        assertEquals(
                striving(Role.FINAL, MID_2024, "250000", Relation.AT_MOST),
                typed(Role.FINAL, ColumnField.TARGET, "≤250000"));
    }

    /**
     * 300000 → 250000, typed into a row of the grid that nobody has given a direction; at most
     * 250000 then, and the other way again with one undo. From 100 the 273104 of 2022 have risen: 6
     * may be their growth.
     */
    @ParameterizedTest
    @CsvSource({
        "300000, 250000, LOWER, AT_MOST",
        "300000, 310000, HIGHER, AT_LEAST",
        "300000, 300000, HIGHER, AT_LEAST",
        "300000, ≥250000, HIGHER, AT_LEAST",
        "300000, 240000~250000, HIGHER, BETWEEN",
        "300000, 力争250000, LOWER, AT_MOST",
        "100, 6, HIGHER, AT_LEAST"
    })
    void theFirstTargetBelowTheBaselineLeadsDown(
            String baseline, String text, Direction direction, Relation relation) {
        set(Milestone.baseline(LocalDate.of(2020, 12, 31), new BigDecimal(baseline)));
        grid.enterText(I1, new FieldColumn(ColumnField.TARGET), text);
        assertEquals(
                List.of(direction, relation), List.of(i1().direction(), at(Role.FINAL).relation()));
        assertEquals(
                direction == Direction.LOWER,
                grid.messageProperty().get().contains("越低越好"),
                grid.messageProperty()::get);
        office.desk.undo();
        assertEquals(Direction.HIGHER, i1().direction());
        assertEquals(Optional.empty(), i1().course().finalTarget());
    }

    /** What stands in the details is not overridden by another number. */
    @Test
    void aTargetThatWasThereKeepsItsDirection() {
        set(
                Milestone.baseline(LocalDate.of(2020, 12, 31), BigDecimal.TEN),
                Milestone.target(
                        Role.FINAL,
                        LocalDate.of(2025, 12, 31),
                        new BigDecimal("12"),
                        Direction.HIGHER));
        grid.enterText(I1, new FieldColumn(ColumnField.TARGET), "5");
        assertEquals(Direction.HIGHER, i1().direction());
    }

    @Test
    void whatIsPastedIsToldToo() {
        set();
        grid.pasteBlock(I1, new FieldColumn(ColumnField.BASELINE), "8.0\t7.6\t7.1\t6.9\t7\t5.0");
        assertEquals(
                List.of(Direction.LOWER, Relation.AT_MOST, Relation.AT_MOST),
                List.of(i1().direction(), at(Role.MID_TERM).relation(), at(Role.FINAL).relation()));
        assertTrue(grid.messageProperty().get().contains("越低越好"), grid.messageProperty()::get);
    }

    @Test
    void aTargetMayBeMarkedAsStrivenFor() {
        set(Milestone.target(Role.FINAL, MID_2024, BigDecimal.TEN, Direction.HIGHER));
        assertEquals(
                striving(Role.FINAL, MID_2024, "12", Relation.AT_LEAST),
                typed(Role.FINAL, ColumnField.TARGET, "力争12"));
    }

    @Test
    void aNumberOverARangeIsATargetTheIndicatorsOwnWay() {
        set(
                new Milestone(
                        Role.FINAL,
                        MID_2024,
                        BigDecimal.TEN,
                        Relation.BETWEEN,
                        Optional.of(new BigDecimal("12")),
                        false));
        assertEquals(
                Milestone.target(Role.FINAL, MID_2024, new BigDecimal("11"), Direction.HIGHER),
                typed(Role.FINAL, ColumnField.TARGET, "11"));
    }

    @Test
    void whereThereWasNoneItStandsAtItsUsualDay() {
        set();
        assertEquals(
                LocalDate.of(2020, 12, 31), typed(Role.BASELINE, ColumnField.BASELINE, "1").day());
        assertEquals(
                LocalDate.of(2023, 6, 30), typed(Role.MID_TERM, ColumnField.MID_TERM, "2").day());
        assertEquals(LocalDate.of(2025, 12, 31), typed(Role.FINAL, ColumnField.TARGET, "3").day());
    }

    @Test
    void aYearlyTargetKeepsItsDayItsRelationAndItsMark() {
        Milestone june = striving(Role.YEARLY, LocalDate.of(2021, 6, 30), "220000", Relation.BELOW);
        set(at(Role.BASELINE), june, at(Role.FINAL));
        assertEquals("2021-06: <220000", inspector.formatYearlyTargets(i1()));
        assertEquals(
                Optional.empty(),
                inspector.changeYearlyTargets(i1(), "2021-06: 221000、2022: 225000"));
        assertEquals(
                striving(Role.YEARLY, june.day(), "221000", Relation.BELOW),
                i1().course().yearlyTargets().getFirst());
        assertEquals(
                Milestone.target(
                        Role.YEARLY,
                        LocalDate.of(2022, 12, 31),
                        new BigDecimal("225000"),
                        Direction.HIGHER),
                i1().course().yearlyTargets().getLast());
    }

    @Test
    void aDayBeyondTheNextTargetIsRefusedWithASentence() {
        set(
                at(Role.BASELINE),
                Milestone.target(
                        Role.FINAL, LocalDate.of(2023, 6, 30), BigDecimal.TEN, Direction.HIGHER));
        assertTrue(inspector.changeTarget(i1(), Role.MID_TERM, "5").isPresent());
        grid.enterText(I1, new FieldColumn(ColumnField.MID_TERM), "5");
        assertTrue(grid.refusingProperty().get());
    }

    /** The course of the test: baseline 2019, final target mid 2024. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2021: 5、2019: 4 | “2019: 4”：这是基期，请去掉。年度目标没有变。",
                "2021: 5、2024H1: 9 | “2024H1: 9”：这是期末目标的时间，请去掉。年度目标没有变。",
                "2022: 5 | “2022: 5”：这一年已有中期目标，请去掉。年度目标没有变。",
                "2021: 5、2021: 6 | “2021: 6”：这一年写了两次，请留一个。年度目标没有变。",
                "2025: 9 | “2025: 9”在基期之前或期末目标之后，请去掉。年度目标没有变。"
            })
    void aYearThatIsTakenIsRefusedByItsName(String text, String sentence) {
        assertEquals(Optional.of(sentence), inspector.changeYearlyTargets(i1(), text));
        assertEquals(List.of(), i1().course().yearlyTargets());
    }

    @Test
    void aMilestonesTargetIsDone() {
        office.desk.editPlan(
                EditName.of("edit.cell", "", ""),
                p -> p.withChangedIndicator(i1().id(), i -> i.withKind(IndicatorKind.MILESTONE)));
        assertEquals(BigDecimal.ONE, typed(Role.FINAL, ColumnField.TARGET, "建成").amount());
        assertEquals("完成", inspector.formatMilestone(i1(), Role.FINAL));
    }
}
