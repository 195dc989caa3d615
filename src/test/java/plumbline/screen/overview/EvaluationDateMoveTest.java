package plumbline.screen.overview;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import plumbline.base.Problem;
import plumbline.desk.Workspace;
import plumbline.exchange.planfile.SamplePlans;
import plumbline.plan.Plan;
import plumbline.words.EditName;
import plumbline.words.Messages;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a move of the evaluation date has changed, with the sample of Suizhou. */
class EvaluationDateMoveTest {
    private static final LocalDate END_2022 = LocalDate.of(2022, 12, 31);
    private static final LocalDate MID_2023 = LocalDate.of(2023, 6, 30);
    private final Workspace desk =
            new Workspace((_, _, _) -> {}, Runnable::run, Runnable::run, _ -> {});
    private final OverviewViewModel model =
            new OverviewViewModel(desk, Messages.forLocale(Messages.CHINESE));

    @BeforeEach
    void open() throws Problem {
        desk.openPlan(SamplePlans.openSample("suizhou", new UUID(0, 1)), END_2022);
    }

    /**
     * Row 8 of the table: 35 is 40 % of the way, exactly due at the end of 2022; half a year later
     * 50 % are.
     */
    @Test
    void theVerdictsThatChangedAreListedWithTheirReason() {
        desk.moveEvaluationDate(MID_2023);
        EvaluationDateMove moved = model.dateMoveProperty().get().orElseThrow();
        assertEquals("评估日由2022年12月31日移到2023年6月30日后的变化", moved.title());
        EvaluationDateMove.MovedIndicator line = moved.movedIndicators().getFirst();
        assertEquals(
                List.of("8. 主导和参与制修订国家、行业标准", "符合进度", "慢于进度"),
                List.of(line.name(), line.before().word(), line.after().word()));
        assertEquals(
                "改按2023年上半年的 35 评价（原按2022年的 35）；2023年上半年完成进度 40.00%，慢于时间进度 50.00% 10.00 个百分点",
                line.reason());
    }

    @Test
    void whereOnlyNumbersChangedTheNamesAreThere() {
        desk.moveEvaluationDate(MID_2023);
        assertEquals(
                true,
                model.dateMoveProperty()
                        .get()
                        .orElseThrow()
                        .otherIndicatorNames()
                        .contains("认证有效证书"));
    }

    @Test
    void backAgainTheOtherWayRoundIsTold() {
        desk.moveEvaluationDate(MID_2023);
        desk.moveEvaluationDate(END_2022);
        assertEquals(
                "符合进度",
                model.dateMoveProperty()
                        .get()
                        .orElseThrow()
                        .movedIndicators()
                        .getFirst()
                        .after()
                        .word());
    }

    @Test
    void itGoesWithTheNextEditOrWhenItIsPutAway() {
        assertEquals(Optional.empty(), model.dateMoveProperty().get());
        desk.moveEvaluationDate(MID_2023);
        desk.editPlan(EditName.of("edit.rule"), (Plan p) -> p.withChanges(d -> d.title = "改"));
        assertEquals(Optional.empty(), model.dateMoveProperty().get());
        desk.moveEvaluationDate(END_2022);
        model.forgetMove();
        assertEquals(Optional.empty(), model.dateMoveProperty().get());
    }
}
