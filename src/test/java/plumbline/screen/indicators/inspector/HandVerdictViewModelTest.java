package plumbline.screen.indicators.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import plumbline.assessment.Assessment;
import plumbline.plan.Verdict;
import plumbline.screen.TestDesk;
import plumbline.screen.indicators.edit.PartEdits;
import plumbline.screen.indicators.grid.IndicatorColumn.ColumnField;
import plumbline.screen.indicators.grid.IndicatorColumn.FieldColumn;
import plumbline.screen.indicators.grid.IndicatorRow;
import plumbline.screen.indicators.grid.IndicatorsViewModel;
import plumbline.screen.indicators.grid.RejectedEntries;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A verdict by hand: set and withdrawn as steps, shown beside the computed one. */
class HandVerdictViewModelTest {
    private static final UUID ID = TestDesk.id("i4");
    private static final Optional<LocalDate> END_2022 = Optional.of(TestDesk.END_2022);
    private final TestDesk office = TestDesk.suizhou();
    private final HandVerdictViewModel model = new HandVerdictViewModel(office.desk, office.words);

    private Assessment assessment() {
        return office.desk
                .evaluationProperty()
                .get()
                .orElseThrow()
                .findAssessment(ID)
                .orElseThrow();
    }

    @Test
    void itStandsBesideTheComputedOne() {
        Optional<Verdict> computed = assessment().verdict();
        assertEquals(
                Optional.empty(),
                model.setVerdict(ID, Optional.of(Verdict.NEARLY), "专家意见", END_2022));
        assertEquals(computed, assessment().verdict());
        assertEquals("2022年12月31日；专家意见", model.findShownVerdict(assessment()).orElseThrow().said());
        assertEquals(
                "人工评价“" + assessment().indicator().name() + "”",
                office.desk.nextUndoProperty().get().orElseThrow().nameIn(office.words));
        office.desk.undo();
        assertEquals(Optional.empty(), model.findShownVerdict(assessment()));
    }

    @Test
    void itCanBeWithdrawn() {
        model.setVerdict(ID, Optional.of(Verdict.NEARLY), "专家意见", END_2022);
        model.withdrawVerdict(ID);
        assertEquals(Optional.empty(), assessment().indicator().handVerdict());
        assertEquals(Optional.of("hand.edit.withdrawn"), office.step());
    }

    @Test
    void whatIsWantingIsSaidAndNothingIsChanged() {
        assertEquals(
                Optional.of("请选择一个评价。没有改动。"),
                model.setVerdict(ID, Optional.empty(), "专家意见", END_2022));
        assertEquals(
                Optional.of("人工评价必须写明理由。没有改动。"),
                model.setVerdict(ID, Optional.of(Verdict.NEARLY), " ", END_2022));
        assertEquals(
                Optional.of("请填写日期，例如 2023-06-30。没有改动。"),
                model.setVerdict(ID, Optional.of(Verdict.NEARLY), "专家意见", Optional.empty()));
        assertEquals(Optional.empty(), office.step());
    }

    @Test
    void whatMustHoldIsMetOrNot() {
        Assessment held =
                office.desk
                        .evaluationProperty()
                        .get()
                        .orElseThrow()
                        .findAssessment(TestDesk.id("i12"))
                        .orElseThrow();
        assertEquals(
                List.of("达标", "未达标"),
                model.choosableVerdicts(held).stream()
                        .map(v -> model.verdictName(v, held))
                        .toList());
        assertEquals(
                List.of("提前完成", "快于进度", "符合进度", "基本符合", "慢于进度"),
                model.choosableVerdicts(assessment()).stream()
                        .map(v -> model.verdictName(v, assessment()))
                        .toList());
    }

    @Test
    void theGridSaysIt() {
        model.setVerdict(ID, Optional.of(Verdict.NEARLY), "专家意见", END_2022);
        IndicatorsViewModel grid =
                new IndicatorsViewModel(
                        office.desk,
                        office.dialogs,
                        new PartEdits(office.desk, office.dialogs, office.words),
                        new RejectedEntries(),
                        office.words);
        IndicatorRow.LineRow line =
                grid.rowsProperty().get().stream()
                        .filter(r -> r.id().equals(ID))
                        .map(IndicatorRow.LineRow.class::cast)
                        .findFirst()
                        .orElseThrow();
        String hint = grid.formatCell(line, new FieldColumn(ColumnField.VERDICT)).hint();
        assertTrue(hint.endsWith("\n人工评价：基本符合（2022年12月31日）专家意见"), hint);
    }

    @Test
    void beforeItsDayItIsOnlyAnnounced() {
        model.setVerdict(
                ID, Optional.of(Verdict.NEARLY), "专家意见", Optional.of(LocalDate.of(2023, 6, 30)));
        assertTrue(assessment().handVerdict().isEmpty());
        assertTrue(
                model.findShownVerdict(assessment()).orElseThrow().said().endsWith("现在的评估日在此之前。"));
    }
}
