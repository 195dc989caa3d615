package plumbline.screen.indicators.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import plumbline.desk.RejectedInput;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Milestone;
import plumbline.plan.MissingReason;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Reading;
import plumbline.plan.Redaction;
import plumbline.plan.Relation;
import plumbline.plan.Source;
import plumbline.plan.Status;
import plumbline.screen.TestDesk;
import plumbline.screen.indicators.edit.PartEdits;
import plumbline.screen.indicators.grid.IndicatorColumn.ColumnField;
import plumbline.screen.indicators.grid.IndicatorColumn.FieldColumn;
import plumbline.screen.indicators.grid.IndicatorColumn.PeriodColumn;
import plumbline.screen.indicators.grid.IndicatorRow.CellContent;
import plumbline.screen.indicators.grid.IndicatorRow.IndicatorCellLook;
import plumbline.screen.indicators.grid.IndicatorsViewModel.CellPlace;
import plumbline.words.EditName;
import plumbline.words.Wording;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The grid: what can be typed, pasted, copied and moved, and that nothing typed is ever lost. */
class IndicatorsViewModelTest {
    private static final IndicatorColumn Y2021 = new PeriodColumn(Period.parse("2021"));
    private static final IndicatorColumn Y2022 = new PeriodColumn(Period.parse("2022"));
    private static final IndicatorColumn H2023 = new PeriodColumn(Period.parse("2023H1"));
    private static final IndicatorColumn NAME = new FieldColumn(ColumnField.NAME);
    private static final IndicatorColumn UNIT = new FieldColumn(ColumnField.UNIT);
    private static final IndicatorColumn BASELINE = new FieldColumn(ColumnField.BASELINE);
    private static final IndicatorColumn MID_TERM = new FieldColumn(ColumnField.MID_TERM);
    private static final IndicatorColumn TARGET = new FieldColumn(ColumnField.TARGET);
    private static final IndicatorColumn PROGRESS = new FieldColumn(ColumnField.PROGRESS);
    private static final IndicatorColumn ATTAINMENT = new FieldColumn(ColumnField.ATTAINMENT);
    private static final IndicatorColumn VERDICT = new FieldColumn(ColumnField.VERDICT);

    private TestDesk office = TestDesk.suizhou();
    private IndicatorsViewModel model = model();

    private IndicatorsViewModel model() {
        return new IndicatorsViewModel(
                office.desk,
                office.dialogs,
                new PartEdits(office.desk, office.dialogs, office.words),
                new RejectedEntries(),
                office.words);
    }

    private void sit(TestDesk next) {
        office = next;
        model = model();
    }

    private static UUID id(String name) {
        return TestDesk.id(name);
    }

    private void type(String indicator, IndicatorColumn column, String text) {
        model.enterText(id(indicator), column, text);
    }

    private CellContent cell(String indicator, IndicatorColumn column) {
        return cell(id(indicator), column);
    }

    private CellContent cell(UUID row, IndicatorColumn column) {
        return model.formatCell(
                (IndicatorRow.LineRow) model.rowsProperty().get().get(model.indexOfRow(row)),
                column);
    }

    private String text(String indicator, IndicatorColumn column) {
        return cell(indicator, column).text();
    }

    private Optional<BigDecimal> amount(String indicator, String period) {
        return office.reading(indicator, period).flatMap(Reading::findAmount);
    }

    private static Optional<BigDecimal> number(String amount) {
        return Optional.of(new BigDecimal(amount));
    }

    private String said() {
        return model.messageProperty().get();
    }

    // the published table

    @Test
    void everyIndicatorStandsUnderItsGroup() {
        assertEquals(4 + 13, model.rowsProperty().get().size());
        assertEquals(List.of(0, 3, 8, 14), groupRows());
    }

    private List<Integer> groupRows() {
        List<Integer> at = new ArrayList<>();
        for (int i = 0; i < model.rowsProperty().get().size(); i++)
            if (model.rowsProperty().get().get(i) instanceof IndicatorRow.GroupRow) at.add(i);
        return at;
    }

    @ParameterizedTest
    @CsvSource({
        "i1,273104,112.46%,220.86%,提前完成",
        "i2,1721,76.49%,46.73%,快于进度",
        "i3,19000,105.56%,119.49%,提前完成",
        "i4,12,70.59%,16.67%,慢于进度",
        "i5,18,90.00%,0.00%,慢于进度",
        "i6,0.42,110.53%,133.33%,提前完成",
        "i7,220,220.00%,260.00%,提前完成",
        "i8,35,92.11%,40.00%,符合进度",
        "i9,8,100.00%,100.00%,快于进度",
        "i10,0.39,68.42%,5.26%,慢于进度",
        "i11,0,0.00%,0.00%,慢于进度",
        "i12,100,101.01%,——,达标",
        "i13,100.0,102.04%,——,达标"
    })
    void aLineReadsAsThePublishedTableByItsNote(
            String indicator, String value, String attainment, String progress, String verdict) {
        assertEquals(
                List.of(value, attainment, progress, verdict),
                List.of(
                        text(indicator, Y2022),
                        text(indicator, ATTAINMENT),
                        text(indicator, PROGRESS),
                        text(indicator, VERDICT)));
    }

    @ParameterizedTest
    @CsvSource({"0,2/2 达到进度", "3,2/4 达到进度", "8,3/5 达到进度", "14,2/2 达到进度"})
    void aGroupSaysHowManyAreOnCourse(int row, String summary) {
        assertEquals(
                summary, ((IndicatorRow.GroupRow) model.rowsProperty().get().get(row)).summary());
    }

    @Test
    void aCellTellsWhereItsFigureComesFrom() {
        assertTrue(cell("i1", Y2022).hint().contains("附表第1行"), cell("i1", Y2022).hint());
    }

    @Test
    void progressThatCannotBeComputedSaysWhy() {
        assertTrue(cell("i13", PROGRESS).hint().contains("只对照目标评价"), cell("i13", PROGRESS).hint());
    }

    // typing a figure

    @Test
    void aTypedFigureIsKept() {
        type("i1", Y2022, "220000");
        assertEquals(number("220000"), amount("i1", "2022"));
        assertEquals("edit.cell", office.step().orElseThrow());
    }

    @Test
    void aTypedFigureMovesProgressAndVerdict() {
        type("i1", Y2022, "220000");
        // (220000 − 217825) ÷ (242854 − 217825) = 8.69 %, and 40 % is due.
        assertEquals(List.of("8.69%", "慢于进度"), List.of(text("i1", PROGRESS), text("i1", VERDICT)));
    }

    @Test
    void exactlyTheTargetIsFasterByTheNoteNotEarly() {
        type("i1", Y2022, "24.2854万户");
        assertEquals(
                List.of("242854", "100.00%", "快于进度"),
                List.of(text("i1", Y2022), text("i1", PROGRESS), text("i1", VERDICT)));
    }

    @Test
    void undoBringsTheFigureAndItsSourceBack() {
        Plan before = office.plan();
        type("i1", Y2022, "220000");
        office.desk.undo();
        assertEquals(before, office.plan());
        assertEquals("273104", text("i1", Y2022));
    }

    @Test
    void aTypedFigureIsHandMadeAndKeepsTheNote() {
        type("i1", Y2022, "220000");
        Observation now =
                office.indicator("i1").displayedObservation(Period.parse("2022")).orElseThrow();
        assertEquals(Source.TYPED, now.source());
        assertEquals("正文写作27.3万户", now.note());
    }

    @Test
    void typingTheSameFigureChangesNothing() {
        type("i1", Y2022, "273104");
        assertEquals(Optional.empty(), office.step());
    }

    @Test
    void typingTheSameForecastInEnglishChangesNothing() {
        sit(TestDesk.suizhouInEnglish());
        type("i1", H2023, "forecast 290000");
        assertEquals(Optional.empty(), office.step());
    }

    @Test
    void theMonthsCoveredStayWhenAFigureIsCorrected() {
        Period half = Period.parse("2023H1");
        office.desk.editPlan(
                EditName.of("edit.rule"),
                p ->
                        p.withChangedIndicator(
                                id("i4"),
                                i ->
                                        i.withObservation(
                                                new Observation(
                                                        half,
                                                        5,
                                                        Reading.ofAmount("12"),
                                                        Status.ACTUAL,
                                                        Source.TYPED,
                                                        "截至5月底"))));
        type("i4", H2023, "13");
        assertEquals(
                5, office.indicator("i4").displayedObservation(half).orElseThrow().monthsCovered());
    }

    @Test
    void typingAForecastMarksItAsOne() {
        type("i4", Y2022, "预计 14");
        assertEquals(IndicatorCellLook.FORECAST, cell("i4", Y2022).look());
        assertEquals("预计 14", text("i4", Y2022));
    }

    @Test
    void aForecastTypedOverAFigureIsNotJudged() {
        type("i1", Y2022, "预计 290000");
        // What is left is 2021: (237837 − 217825) ÷ 25029 = 79.96 %.
        assertEquals("79.96%", text("i1", PROGRESS));
    }

    @Test
    void anActualTypedOverAForecastIsShown() {
        type("i1", H2023, "291000");
        assertEquals(
                List.of("291000", IndicatorCellLook.PLAIN),
                List.of(text("i1", H2023), cell("i1", H2023).look()));
    }

    @Test
    void anAboutIsShownAsAbout() {
        type("i1", Y2022, "近28万户");
        assertEquals("约280000", text("i1", Y2022));
    }

    @Test
    void aSmallerUnitIsConverted() {
        type("i10", Y2022, "3900张");
        assertEquals("0.3900", text("i10", Y2022));
    }

    @Test
    void fullWidthDigitsAreDigits() {
        type("i1", Y2022, "２５，０００");
        assertEquals(number("25000"), amount("i1", "2022"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void nothingTypedEmptiesTheCell(String nothing) {
        type("i1", Y2022, nothing);
        assertEquals(Optional.empty(), office.reading("i1", "2022"));
        assertEquals("", text("i1", Y2022));
    }

    @ParameterizedTest
    @ValueSource(strings = {"——", "-", "/", "－", "未报"})
    void aMissingMarkSaysThatThereIsNoFigureAndIsNeverZero(String mark) {
        type("i1", Y2022, mark);
        assertEquals(
                Optional.of(Reading.missing(MissingReason.NOT_REPORTED)),
                office.reading("i1", "2022"));
        assertEquals("未报", text("i1", Y2022));
    }

    @Test
    void aReasonIsKeptAsTheReason() {
        type("i1", Y2022, "未开展");
        assertEquals(
                Optional.of(Reading.missing(MissingReason.NOT_CARRIED_OUT)),
                office.reading("i1", "2022"));
        assertEquals(IndicatorCellLook.MISSING, cell("i1", Y2022).look());
    }

    @Test
    void whatAnEnglishCellShowsCanBeTypedBack() {
        for (MissingReason reason : MissingReason.values()) {
            sit(TestDesk.suizhouInEnglish());
            if (reason == MissingReason.NOT_REPORTED) continue;
            office.desk.editPlan(
                    EditName.of("edit.rule"),
                    p ->
                            p.withObservation(
                                    id("i1"),
                                    Observation.of(
                                            Period.parse("2021"),
                                            Status.ACTUAL,
                                            Reading.missing(reason))));
            type("i1", Y2022, cell("i1", Y2021).typing());
            assertEquals(
                    Optional.of(Reading.missing(reason)), office.reading("i1", "2022"), said());
        }
    }

    // what is refused

    @ParameterizedTest
    @ValueSource(
            strings = {
                "26o000",
                "abc",
                "十二",
                "1.2.3",
                "12 13",
                "12\n13",
                "3-5",
                "15±1",
                "5-3",
                "27.3万件",
                "12个百分点",
                "=SUM(A1:A3)",
                "#REF!",
                "1e5",
                "{0}",
                "'",
                "😀",
                "99999999999999999999999999999",
                "0.1234567890123"
            })
    void aRefusedTextIsMarkedAndKept(String wrong) {
        type("i1", Y2022, wrong);
        assertEquals(
                new CellContent(wrong, wrong, IndicatorCellLook.REFUSED, said()),
                cell("i1", Y2022));
        assertTrue(said().contains(wrong.strip()), said());
    }

    @Test
    void aRefusedTextLeavesTheFigure() {
        Plan before = office.plan();
        type("i1", Y2022, "26o000");
        assertEquals(before, office.plan());
        assertEquals(Optional.empty(), office.step());
    }

    @Test
    void aLetterAmongTheDigitsIsNoUnit() {
        type("i1", Y2022, "26o000");
        assertTrue(said().contains("不是数"), said());
    }

    @Test
    void aPointAtTheEndIsNoUnit() {
        type("i1", Y2022, "12。");
        assertFalse(said().contains("单位"), said());
    }

    @Test
    void anotherUnitIsNamed() {
        type("i1", Y2022, "27.3万件");
        assertTrue(said().contains("单位") && said().contains("户"), said());
    }

    @Test
    void aTextTooLongForANumberIsKept() {
        String essay = "九".repeat(5000);
        type("i1", Y2022, essay);
        assertEquals(essay, text("i1", Y2022));
        assertTrue(said().length() < 200, said());
    }

    @Test
    void cancelBringsTheFigureBack() {
        type("i1", Y2022, "26o000");
        model.cancelRefusedText(id("i1"), Y2022);
        assertEquals(List.of("273104", ""), List.of(text("i1", Y2022), said()));
    }

    @Test
    void whatIsNotUnderstoodIsToldOutsideTheGrid() {
        ChecksAndHeader told = new ChecksAndHeader();
        type("i1", Y2021, "很多");
        assertEquals(
                List.of(
                        new RejectedInput(
                                id("i1"),
                                Optional.of(Period.ofYear(2021)),
                                "很多",
                                office.desk.rejectedInputsOfPlan().getFirst().problem())),
                office.desk.rejectedInputsOfPlan());
        assertEquals(
                "problem.number.unreadable",
                office.desk.rejectedInputsOfPlan().getFirst().problem().messageKey());
        type("i2", TARGET, "较大");
        assertEquals(List.of(2, 2), List.of(office.desk.rejectedInputsOfPlan().size(), told.seen));
        model.cancelRefusedText(id("i2"), TARGET);
        type("i1", Y2021, "237837");
        assertEquals(List.of(0, 0), List.of(office.desk.rejectedInputsOfPlan().size(), told.seen));
    }

    private final class ChecksAndHeader {
        private int seen;

        private ChecksAndHeader() {
            office.desk
                    .rejectedInputsProperty()
                    .subscribe(_ -> seen = office.desk.rejectedInputsOfPlan().size());
        }
    }

    @Test
    void whatIsNotUnderstoodIsNotAnotherPlans() {
        type("i1", Y2021, "很多");
        office.desk.openPlan(
                Plan.empty(new UUID(7, 7), "别的规划", "", 2021, 2025, 2020),
                LocalDate.of(2022, 12, 31));
        assertEquals(List.of(), office.desk.rejectedInputsOfPlan());
    }

    @Test
    void theWayThereLeadsToTheColumnThatWasNotUnderstood() {
        type("i2", TARGET, "较大");
        assertEquals(Optional.of(TARGET), model.findRefusedColumn(id("i2")));
        assertEquals(Optional.empty(), model.findRefusedColumn(id("i1")));
    }

    @Test
    void aMilestoneIsShownAsDoneAndTypedSo() {
        office.desk.editPlan(
                EditName.of("edit.cell", "", ""),
                p -> p.withChangedIndicator(id("i1"), i -> i.withKind(IndicatorKind.MILESTONE)));
        type("i1", Y2021, "未建成");
        type("i1", Y2022, "是");
        type("i1", H2023, "预计完成");
        type("i1", TARGET, "完成");
        assertEquals(
                List.of("未完成", "完成", "预计 完成", "完成"),
                List.of(
                        text("i1", Y2021),
                        text("i1", Y2022),
                        text("i1", H2023),
                        text("i1", TARGET)));
        assertEquals(
                List.of("0", "1"),
                List.of(
                        amount("i1", "2021").orElseThrow().toPlainString(),
                        amount("i1", "2022").orElseThrow().toPlainString()));
        assertEquals("完成", cell("i1", Y2022).typing());
        type("i1", Y2021, "大概");
        assertTrue(cell("i1", Y2021).hint().contains("完成或未完成"), cell("i1", Y2021).hint());
    }

    @Test
    void cancelWithoutARefusedTextDoesNothing() {
        type("i1", Y2021, "26o000");
        model.cancelRefusedText(id("i1"), Y2022);
        assertEquals(IndicatorCellLook.REFUSED, cell("i1", Y2021).look());
    }

    @Test
    void mendingARefusedTextIsKept() {
        type("i1", Y2022, "26o000");
        type("i1", Y2022, "260000");
        assertEquals(
                new CellContent("260000", "260000", IndicatorCellLook.PLAIN, "手工录入\n正文写作27.3万户"),
                cell("i1", Y2022));
        assertEquals("", said());
    }

    @Test
    void mendingItToTheOldFigureUnmarksIt() {
        type("i1", Y2022, "26o000");
        type("i1", Y2022, "273104");
        assertEquals(IndicatorCellLook.PLAIN, cell("i1", Y2022).look());
    }

    @Test
    void anotherEditLeavesARefusedTextWhereItIs() {
        type("i1", Y2022, "26o000");
        type("i2", Y2022, "1800");
        office.desk.undo();
        assertEquals("26o000", text("i1", Y2022));
    }

    @Test
    void aRefusedTextGoesWithItsIndicator() {
        type("i1", Y2022, "26o000");
        model.deleteRow(id("i1"));
        office.desk.undo();
        assertEquals("273104", text("i1", Y2022));
    }

    // name, unit, targets

    @Test
    void aNameIsTyped() {
        type("i1", NAME, " 经营主体数 ");
        assertEquals("经营主体数", office.indicator("i1").name());
    }

    @Test
    void anEmptyNameIsRefused() {
        type("i1", NAME, "  ");
        assertEquals(
                List.of("全市市场主体数", IndicatorCellLook.REFUSED),
                List.of(office.indicator("i1").name(), cell("i1", NAME).look()));
    }

    @Test
    void aUnitThatIsAnEssayIsRefusedAndKept() {
        String essay = "以".repeat(2000);
        type("i1", UNIT, essay);
        assertEquals(List.of("户", essay), List.of(office.indicator("i1").unit(), text("i1", UNIT)));
        assertTrue(said().length() < 200, said());
    }

    @Test
    void aGroupIsRenamed() {
        UUID group = office.plan().groups().getFirst().id();
        model.enterText(group, NAME, "市场主体类");
        assertEquals("市场主体类", office.plan().groups().getFirst().name());
    }

    @Test
    void aGroupWithoutANameKeepsTheOldOne() {
        model.enterText(office.plan().groups().getFirst().id(), NAME, " ");
        assertEquals("市场发展类", office.plan().groups().getFirst().name());
    }

    @Test
    void aTargetTypedPlainRunsInTheIndicatorsDirection() {
        type("i1", TARGET, "25万户");
        assertEquals(
                Relation.AT_LEAST,
                office.indicator("i1").course().finalTarget().orElseThrow().relation());
    }

    @ParameterizedTest
    @CsvSource({
        ">99,ABOVE,>99",
        "95~98,BETWEEN,95~98",
        "15±1,ABOUT,15±1",
        "≤5,AT_MOST,5",
        "99以上,AT_LEAST,99"
    })
    void aTargetKeepsItsRelation(String typed, Relation relation, String shown) {
        type("i12", TARGET, typed);
        assertEquals(
                relation, office.indicator("i12").course().finalTarget().orElseThrow().relation());
        assertEquals(shown, text("i12", TARGET));
    }

    @Test
    void aMidTermTargetStandsHalfWay() {
        type("i1", MID_TERM, "230000");
        Milestone mid = office.indicator("i1").course().midTermTarget().orElseThrow();
        assertEquals("2023-06-30", mid.day().toString());
    }

    @Test
    void anEmptiedTargetIsTakenAway() {
        type("i1", TARGET, "");
        assertEquals(Optional.empty(), office.indicator("i1").course().finalTarget());
        assertEquals("未评价", text("i1", VERDICT));
    }

    @Test
    void aForecastIsNoTarget() {
        type("i1", TARGET, "预计 250000");
        assertEquals(
                List.of("预计 250000", IndicatorCellLook.REFUSED),
                List.of(text("i1", TARGET), cell("i1", TARGET).look()));
    }

    @Test
    void aBaselineShowsAllThatWasTyped() {
        type("i1", BASELINE, "3-5");
        assertTrue(text("i1", BASELINE).contains("5"), text("i1", BASELINE));
    }

    @Test
    void aBaselineOfTheMostDecimalsIsTaken() {
        type("i6", BASELINE, "0.000000000001");
        assertEquals(
                List.of("0.000000000001", IndicatorCellLook.PLAIN),
                List.of(text("i6", BASELINE), cell("i6", BASELINE).look()));
        office.desk.undo();
        assertEquals("0.26", text("i6", BASELINE));
    }

    @ParameterizedTest
    @CsvSource({"NUMBER", "ATTAINMENT", "PROGRESS", "VERDICT", "TREND"})
    void computedColumnsAreNotTypedIn(ColumnField field) {
        Plan before = office.plan();
        String shown = text("i1", new FieldColumn(field));
        type("i1", new FieldColumn(field), "5");
        assertEquals(before, office.plan());
        assertEquals(shown, text("i1", new FieldColumn(field)));
    }

    // blocks

    private void paste(String indicator, IndicatorColumn column, String block) {
        model.pasteBlock(id(indicator), column, block);
    }

    @Test
    void aPastedBlockIsOneStep() {
        Plan before = office.plan();
        paste("i1", Y2021, "230000\t240000\n1300\t预计 1400\n");
        assertEquals(
                List.of("230000", "240000", "1300", "预计 1400"),
                List.of(
                        text("i1", Y2021),
                        text("i1", Y2022),
                        text("i2", Y2021),
                        text("i2", Y2022)));
        office.desk.undo();
        assertEquals(before, office.plan());
        assertEquals(Optional.empty(), office.step());
    }

    @Test
    void aBlockSkipsGroupHeadings() {
        paste("i2", Y2021, "1500\n16500\n");
        assertEquals(List.of("1500", "16500"), List.of(text("i2", Y2021), text("i3", Y2021)));
    }

    @Test
    void aBlockOverTheEdgeTellsWhatFellBeside() {
        paste("i13", H2023, "99\n98\n97\n");
        assertEquals("填入 1 个单元格，2 个落在不能填写的位置，没有填入。", said());
    }

    @Test
    void aBlockDoesNotFillComputedColumns() {
        paste("i1", H2023, "290000\t230000\t242855\t99\t99\t99\t99\t99\n");
        assertEquals("填入 3 个单元格，5 个落在不能填写的位置，没有填入。", said());
    }

    @Test
    void wrongCellsOfABlockAreMarkedAndTheOthersTaken() {
        paste("i1", Y2021, "23o000\t240000\n");
        assertEquals(
                List.of("23o000", IndicatorCellLook.REFUSED, "240000"),
                List.of(text("i1", Y2021), cell("i1", Y2021).look(), text("i1", Y2022)));
        assertEquals("填入 1 个单元格，1 个没有读懂（已标红，原值未变）。", said());
    }

    @Test
    void emptyCellsOfABlockAreNotCountedAsFilled() {
        paste("i1", H2023, "\t250000\n\t\n");
        assertEquals("填入 1 个单元格，清空 2 个。", said());
        paste("i1", Y2021, "237837\n");
        assertEquals("填入 1 个单元格。", said());
    }

    @Test
    void whatWasSaidOfABlockGoesWhenItIsUndone() {
        paste("i1", Y2021, "230000\t240000\n");
        assertEquals("填入 2 个单元格。", said());
        office.desk.undo();
        assertEquals("", said());
    }

    @Test
    void theStepCountsTheCellsThatWereTaken() {
        paste("i1", Y2021, "23o000\t240000\n");
        assertEquals(List.of("1"), office.desk.nextUndoProperty().get().orElseThrow().args());
    }

    @Test
    void aBlockOfWrongCellsIsNoStep() {
        paste("i1", Y2021, "x\ty\n");
        assertEquals(Optional.empty(), office.step());
    }

    @Test
    void quotedCellsAreUnwrapped() {
        paste("i1", NAME, "\"全市\"\"经营\"\"主体数\"\t户\n");
        assertEquals("全市\"经营\"主体数", office.indicator("i1").name());
    }

    @Test
    void aNameOfTwoLinesBecomesOne() {
        paste("i1", NAME, "\"全市\n市场主体\"\t户\n");
        assertEquals("全市 市场主体", office.indicator("i1").name());
    }

    @Test
    void aLineTurnedInsideACellDoesNotJoinTwoNumbers() {
        paste("i1", Y2021, "\"12\n13\"\t240000\n");
        assertEquals(
                List.of(number("237837"), number("240000")),
                List.of(amount("i1", "2021"), amount("i1", "2022")));
    }

    @Test
    void aBlockWithANewUnitReadsItsFiguresInIt() {
        paste("i1", UNIT, "万户\t21.7825\t23.7837万户\n");
        assertEquals(number("23.7837"), amount("i1", "2021"));
    }

    @Test
    void aBlankCellInABlockEmptiesItsFigure() {
        paste("i1", Y2021, "\t240000\n");
        assertEquals(Optional.empty(), office.reading("i1", "2021"));
    }

    @Test
    void raggedLinesArePastedAsTheyAre() {
        paste("i1", Y2021, "1\n2\t3\n");
        assertEquals(
                List.of("1", "273104", "2", "3"),
                List.of(
                        text("i1", Y2021),
                        text("i1", Y2022),
                        text("i2", Y2021),
                        text("i2", Y2022)));
    }

    @Test
    void oneCellIntoAHeadingChangesNothing() {
        Plan before = office.plan();
        model.pasteBlock(office.plan().groups().getFirst().id(), Y2021, "5");
        assertEquals(before, office.plan());
    }

    @Test
    void anEmptyClipboardDoesNothing() {
        Plan before = office.plan();
        paste("i1", Y2021, "");
        assertEquals(before, office.plan());
    }

    @Test
    void aLongBlockIntoAShortPlanHasAnEnd() {
        paste("i1", Y2021, "5\t6\n".repeat(5000));
        assertEquals(number("5"), amount("i13", "2021"));
    }

    @Test
    void fillPutsOneTextIntoAllCellsInOneStep() {
        Plan before = office.plan();
        model.fillCells(
                List.of(
                        new CellPlace(id("i1"), Y2021),
                        new CellPlace(id("i2"), Y2022),
                        new CellPlace(id("i3"), VERDICT)),
                "7");
        assertEquals(
                List.of(number("7"), number("7")),
                List.of(amount("i1", "2021"), amount("i2", "2022")));
        office.desk.undo();
        assertEquals(before, office.plan());
    }

    @Test
    void clearEmptiesFiguresInOneStepAndLeavesNames() {
        Plan before = office.plan();
        model.clearCells(
                List.of(
                        new CellPlace(id("i1"), NAME),
                        new CellPlace(id("i1"), Y2021),
                        new CellPlace(id("i1"), Y2022)));
        assertEquals(
                List.of("全市市场主体数", "", ""),
                List.of(text("i1", NAME), text("i1", Y2021), text("i1", Y2022)));
        office.desk.undo();
        assertEquals(before, office.plan());
    }

    @Test
    void clearingIsCalledClearing() {
        model.clearCells(List.of(new CellPlace(id("i1"), Y2021)));
        assertEquals("已清除 1 个单元格。", said());
    }

    @Test
    void clearOfAHeadingChangesNothing() {
        model.clearCells(List.of(new CellPlace(office.plan().groups().getFirst().id(), NAME)));
        assertEquals(Optional.empty(), office.step());
    }

    private List<CellPlace> block(int first, int last, IndicatorColumn... columns) {
        List<CellPlace> places = new ArrayList<>();
        for (int row = first; row <= last; row++)
            for (IndicatorColumn column : columns)
                places.add(new CellPlace(model.rowsProperty().get().get(row).id(), column));
        return places;
    }

    @Test
    void aCopyHasNumbersAsTheyWouldBeTyped() {
        assertEquals(
                "237837\t273104\t预计 290000\n1482\t1721\t预计 1830",
                model.copyCells(block(1, 2, Y2021, Y2022, H2023)));
    }

    @Test
    void aCopyInAnyOrderOfSelectionReadsTheSame() {
        List<CellPlace> places = block(1, 2, Y2021, Y2022);
        String straight = model.copyCells(places);
        Collections.shuffle(places, new Random(1));
        assertEquals(straight, model.copyCells(places));
    }

    @Test
    void nothingSelectedIsNothingCopied() {
        assertEquals("", model.copyCells(List.of()));
    }

    @Test
    void aCopyPastedOverItselfChangesNothing() {
        String copy =
                model.copyCells(
                        block(1, 16, NAME, UNIT, BASELINE, Y2021, Y2022, H2023, MID_TERM, TARGET));
        paste("i1", NAME, copy);
        assertEquals(Optional.empty(), office.step(), said());
    }

    @Test
    void aCopyOfFiguresOverHeadingsPastedOverItselfChangesNothing() {
        String copy = model.copyCells(block(1, 16, Y2021, Y2022));
        paste("i1", Y2021, copy);
        assertEquals(Optional.empty(), office.step(), said());
    }

    @Test
    void aCopyFromTheFirstHeadingOnPastedOverItselfChangesNothing() {
        String copy = model.copyCells(block(0, 16, NAME, UNIT, BASELINE, Y2021, Y2022, H2023));
        model.pasteBlock(office.plan().groups().getFirst().id(), NAME, copy);
        assertEquals(Optional.empty(), office.step(), said());
    }

    @Test
    void anEnglishCopyPastedOverItselfChangesNothing() {
        sit(TestDesk.suizhouInEnglish());
        type("i4", Y2022, "about 12");
        type("i5", Y2022, "prelim. 18");
        type("i6", Y2022, "forecast about 0.42");
        type("i7", Y2022, "未开展");
        Plan before = office.plan();
        paste("i1", Y2021, model.copyCells(block(1, 16, Y2021, Y2022, H2023)));
        assertEquals(before, office.plan(), said());
    }

    @Test
    void aGroupsHeadingIsCopiedWithTheNames() {
        assertTrue(
                model.copyCells(block(0, 1, NAME)).startsWith("市场发展类\n"),
                model.copyCells(block(0, 1, NAME)));
    }

    // forecasts, rows, columns

    @Test
    void aForecastTurnsActualAndBack() {
        Plan before = office.plan();
        model.toggleForecast(id("i1"), Period.parse("2023H1"));
        assertEquals(
                Status.ACTUAL,
                office.indicator("i1")
                        .displayedObservation(Period.parse("2023H1"))
                        .orElseThrow()
                        .status());
        model.toggleForecast(id("i1"), Period.parse("2023H1"));
        assertEquals(before, office.plan());
    }

    @Test
    void anEmptyCellHasNoForecastToTurn() {
        type("i1", Y2022, "");
        model.toggleForecast(id("i1"), Period.parse("2022"));
        assertEquals(Optional.empty(), office.reading("i1", "2022"));
    }

    @Test
    void aNewIndicatorStandsInTheGroupOfTheSelectedOne() {
        UUID added = model.addIndicator(Optional.of(id("i3")));
        assertEquals(
                office.indicator("i3").groupId(),
                office.plan().findIndicator(added).orElseThrow().groupId());
        assertEquals(Optional.of(added), model.selectedProperty().get());
    }

    @Test
    void theFirstIndicatorOfAnEmptyPlanMakesItsGroup() {
        sit(TestDesk.empty());
        Plan before = office.plan();
        model.addIndicator(Optional.empty());
        assertEquals(
                List.of("新类别", "新指标"),
                List.of(
                        office.plan().groups().getFirst().name(),
                        office.plan().indicators().getFirst().name()));
        office.desk.undo();
        assertEquals(before, office.plan());
        assertEquals(Optional.empty(), model.selectedProperty().get());
    }

    @Test
    void aPlanWithoutColumnsHasAGrid() {
        sit(TestDesk.empty());
        UUID added = model.addIndicator(Optional.empty());
        assertEquals("", cell(added, TARGET).text());
    }

    @Test
    void nothingOpenIsAnEmptyGrid() {
        sit(TestDesk.bare());
        assertEquals(
                List.of(List.of(), List.of()),
                List.of(model.rowsProperty().get(), model.columnsProperty().get()));
    }

    @Test
    void anIndicatorIsDeletedAfterAsking() {
        model.deleteRow(id("i1"));
        assertEquals(List.of("删除指标“全市市场主体数”及其 3 个数？可以撤销。"), office.dialogs.asked);
        assertEquals(12, office.plan().indicators().size());
    }

    @Test
    void deletingIsUndoneWithItsLinks() {
        Plan before = office.plan();
        model.deleteRow(id("i1"));
        office.desk.undo();
        assertEquals(before, office.plan());
    }

    @Test
    void whoSaysNoKeepsTheIndicator() {
        office.dialogs.agrees = false;
        model.deleteRow(id("i1"));
        assertEquals(13, office.plan().indicators().size());
    }

    @Test
    void aGroupWithIndicatorsIsNotDeleted() {
        model.deleteRow(office.plan().groups().getFirst().id());
        assertEquals(4, office.plan().groups().size());
        assertEquals(List.of("类别“市场发展类”里还有 2 项指标，没有删除。请先移走或删除这些指标。"), office.dialogs.told);
    }

    @Test
    void theLastGroupIsDeletedAndComesBack() {
        sit(TestDesk.empty());
        UUID group = model.addGroup();
        model.deleteRow(group);
        assertEquals(List.of(), model.rowsProperty().get());
        office.desk.undo();
        assertEquals(
                List.of(new IndicatorRow.GroupRow(new IndicatorGroup(group, "新类别"), "0/0 达到进度")),
                model.rowsProperty().get());
    }

    @Test
    void anIndicatorMovesWithinItsGroup() {
        model.moveRow(id("i1"), 1);
        assertEquals(
                List.of("2", "1"),
                List.of(
                        text("i1", new FieldColumn(ColumnField.NUMBER)),
                        text("i2", new FieldColumn(ColumnField.NUMBER))));
    }

    @Test
    void anIndicatorMovesOverIntoTheNextGroup() {
        model.moveRow(id("i2"), 1);
        assertEquals(office.indicator("i3").groupId(), office.indicator("i2").groupId());
        assertEquals("2", text("i2", new FieldColumn(ColumnField.NUMBER)));
    }

    @Test
    void theFirstAndTheLastStay() {
        model.moveRow(id("i1"), -1);
        model.moveRow(id("i13"), 1);
        assertEquals(Optional.empty(), office.step());
    }

    @ParameterizedTest
    @CsvSource({
        "2024,2024",
        "2023h2,2023H2",
        "2023年,2023",
        "2024年上半年,2024H1",
        "2023Q3,2023Q3",
        "2023-05,2023-05",
        "２０２４,2024",
        "２０２４Ｈ１,2024H1"
    })
    void aColumnIsAdded(String typed, String code) {
        assertEquals(Optional.empty(), model.addPeriod(typed));
        assertTrue(model.columnsProperty().get().contains(new PeriodColumn(Period.parse(code))));
    }

    @Test
    void whatAColumnIsCalledCanBeTyped() {
        for (String code : List.of("2024", "2024H1", "2024H2", "2024Q2", "2024-05")) {
            String name = new Wording(office.words).formatPeriod(Period.parse(code));
            assertEquals(Optional.empty(), model.addPeriod(name));
            assertTrue(
                    model.columnsProperty().get().contains(new PeriodColumn(Period.parse(code))),
                    name);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "明年",
                "2023H3",
                "2023Q5",
                "2023-13",
                "23",
                "20233",
                "2021-06..2021-01",
                "2023H1 2024"
            })
    void whatIsNoPeriodIsToldAndAddsNothing(String wrong) {
        Plan before = office.plan();
        assertTrue(model.addPeriod(wrong).orElseThrow().contains(wrong.strip()));
        assertEquals(before, office.plan());
    }

    @Test
    void aColumnThatIsThereIsNotAddedTwice() {
        assertEquals(Optional.empty(), model.addPeriod("2022"));
        assertEquals(Optional.empty(), office.step());
    }

    @Test
    void aColumnWithFiguresStays() {
        model.removePeriod(Period.parse("2022"));
        assertEquals(List.of("2022年这一列还有 13 个数，没有移除。请先清除这些数。"), office.dialogs.told);
    }

    @Test
    void anEmptyColumnIsTakenAwayAndComesBack() {
        model.addPeriod("2024");
        model.removePeriod(Period.parse("2024"));
        assertFalse(model.columnsProperty().get().contains(new PeriodColumn(Period.parse("2024"))));
        office.desk.undo();
        assertTrue(model.columnsProperty().get().contains(new PeriodColumn(Period.parse("2024"))));
    }

    @Test
    void afterClosingTheGridFollowsNoMore() {
        model.close();
        List<IndicatorRow> rows = model.rowsProperty().get();
        office.desk.undo();
        office.at("2023-06-30");
        assertEquals(rows, model.rowsProperty().get());
    }

    /**
     * Odd texts in every cell: nothing is thrown, nothing is half done, and undo leads back to the
     * beginning.
     */
    @Test
    void noTextBreaksTheGrid() {
        Plan before = office.plan();
        List<String> texts =
                List.of(
                        "",
                        "0",
                        "-1",
                        "0.000000000001",
                        "999999999999999999999999",
                        "-999999999999999999999999",
                        "1e9",
                        "预计",
                        "约",
                        "≥",
                        "≥≥5",
                        "万",
                        "1万亿",
                        "——5",
                        "5——",
                        "%",
                        "5%%",
                        "1,2,3",
                        "\u0000",
                        "\u001f",
                        "\t",
                        "\n",
                        "\u200b5",
                        "١٢",
                        "NaN",
                        "∞",
                        "½",
                        "②",
                        "５～８",
                        "a".repeat(81),
                        "{",
                        "'",
                        "預計 5",
                        "5 余",
                        "至5",
                        "5至",
                        "±",
                        "5±",
                        "-0",
                        "+",
                        "00012",
                        "。5",
                        "5。",
                        "２１．７");
        for (IndicatorColumn column : List.of(NAME, UNIT, BASELINE, Y2022, MID_TERM, TARGET)) {
            for (String text : texts) {
                type("i1", column, text);
                type("i13", column, text);
            }
        }
        while (office.step().isPresent()) office.desk.undo();
        assertEquals(before, office.plan());
    }

    @Test
    void numbersGroupedByBlanksAreOneNumber() {
        type("i1", Y2022, "273 105");
        assertEquals(number("273105"), amount("i1", "2022"));
    }

    @Test
    void nothingPastedBreaksTheGrid() {
        Random random = new Random(42);
        String letters = "0123456789.,-—万亿户预计约≥%\t\t\t\n\n\r\"\" ab类";
        Plan before = office.plan();
        for (int i = 0; i < 400; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(40); n > 0; n--)
                text.append(letters.charAt(random.nextInt(letters.length())));
            IndicatorRow row =
                    model.rowsProperty()
                            .get()
                            .get(random.nextInt(model.rowsProperty().get().size()));
            model.pasteBlock(
                    row.id(),
                    model.columnsProperty()
                            .get()
                            .get(random.nextInt(model.columnsProperty().get().size())),
                    text.toString());
        }
        while (office.step().isPresent()) office.desk.undo();
        assertEquals(before, office.plan());
    }

    @Test
    void namesPastedBelowTheLastLineMakeIndicatorsInOneStep() {
        sit(TestDesk.empty());
        UUID group = model.addGroup();
        Plan before = office.plan();
        model.pasteBlock(group, NAME, "甲\t件\n乙\t户\n");
        assertEquals(
                List.of("甲 件", "乙 户"),
                office.plan().indicators().stream().map(i -> i.name() + " " + i.unit()).toList());
        office.desk.undo();
        assertEquals(before, office.plan());
    }

    @Test
    void whatWasRefusedGoesWithTheUndonePaste() {
        paste("i1", Y2021, "23o000\t240000\n");
        office.desk.undo();
        assertEquals("237837", text("i1", Y2021));
        assertEquals("", said());
    }

    @Test
    void anIndicatorWithoutAnythingIsListedUnjudged() {
        sit(TestDesk.empty());
        UUID added = model.addIndicator(Optional.empty());
        assertEquals("未评价", cell(added, VERDICT).text());
        assertEquals(Optional.of("新指标"), office.plan().findIndicator(added).map(Indicator::name));
    }

    // redaction

    private Set<IndicatorColumn> redacted(String indicator) {
        IndicatorRow.LineRow line =
                (IndicatorRow.LineRow)
                        model.rowsProperty().get().get(model.indexOfRow(id(indicator)));
        return model.columnsProperty().get().stream()
                .filter(line::isRedacted)
                .collect(Collectors.toSet());
    }

    @Test
    void cellsAreMarkedInOneEditAndUnmarkedAgain() {
        List<IndicatorsViewModel.CellPlace> cells =
                List.of(
                        new IndicatorsViewModel.CellPlace(id("i1"), Y2022),
                        new IndicatorsViewModel.CellPlace(id("i2"), TARGET),
                        new IndicatorsViewModel.CellPlace(id("i2"), PROGRESS));
        model.toggleRedaction(cells);
        assertEquals(Set.of(Y2022), redacted("i1"));
        assertEquals(Set.of(TARGET), redacted("i2"));
        assertEquals(Optional.of("edit.redaction"), office.step());
        model.toggleRedaction(cells);
        assertEquals(List.of(), office.plan().redactions());
        office.desk.undo();
        assertEquals(2, office.plan().redactions().size());
    }

    @Test
    void aMarkAtTheNameIsOneOnTheWholeLine() {
        model.toggleRedaction(List.of(new IndicatorsViewModel.CellPlace(id("i1"), NAME)));
        assertEquals(List.of(new Redaction.LineRedaction(id("i1"))), office.plan().redactions());
        assertTrue(redacted("i1").containsAll(List.of(NAME, BASELINE, TARGET, Y2021, Y2022)));
        assertEquals("273104", text("i1", Y2022));
    }

    @Test
    void someMarkedAndSomeNotAreAllMarked() {
        model.toggleRedaction(List.of(new IndicatorsViewModel.CellPlace(id("i1"), Y2022)));
        model.toggleRedaction(
                List.of(
                        new IndicatorsViewModel.CellPlace(id("i1"), Y2021),
                        new IndicatorsViewModel.CellPlace(id("i1"), Y2022)));
        assertEquals(Set.of(Y2021, Y2022), redacted("i1"));
    }
}
