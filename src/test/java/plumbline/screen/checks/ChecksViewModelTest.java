package plumbline.screen.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import plumbline.base.Problem;
import plumbline.desk.CellTarget;
import plumbline.desk.ScreenPlace;
import plumbline.desk.Workspace;
import plumbline.exchange.planfile.SamplePlans;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.screen.checks.ChecksViewModel.CheckItem;
import plumbline.words.Messages;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was found leads to its cell, and a repair is one edit. */
class ChecksViewModelTest {
    private final Workspace desk =
            new Workspace((_, _, _) -> {}, Runnable::run, Runnable::run, _ -> {});
    private final ChecksViewModel model =
            new ChecksViewModel(desk, Messages.forLocale(Messages.CHINESE));

    /** The sample with 27.3104 in place of 273104. */
    private Plan open() throws Problem {
        Plan plan = SamplePlans.openSample("suizhou", new UUID(0, 1));
        Plan slipped =
                plan.withObservation(
                        plan.indicators().getFirst().id(),
                        Observation.actual(Period.ofYear(2022), "27.3104"));
        desk.openPlan(slipped, LocalDate.of(2022, 12, 31));
        return slipped;
    }

    private CheckItem first() {
        return model.sections().get().getFirst().items().getFirst();
    }

    private int count() {
        return model.sections().get().stream().mapToInt(s -> s.items().size()).sum();
    }

    @Test
    void nothingIsFoundWhileNoPlanIsOpen() {
        assertEquals(List.of(), model.sections().get());
        assertEquals("没有发现问题", model.headline());
    }

    @Test
    void aRepairIsOneEditThatCanBeUndone() throws Problem {
        Plan slipped = open();
        assertEquals(5, count());
        assertEquals("1. 全市市场主体数", first().name());
        assertEquals(
                "2022年的 27.3104 与其余各数不在一个量级（最接近的是 217825），×10000 后正相当，是否漏了“万”或错了小数点",
                first().sentence());
        assertEquals(Optional.of("乘以 10000，得 273104"), first().repairText());
        model.repair(first());
        assertEquals(4, count());
        assertEquals(
                "修正“1. 全市市场主体数”：乘以 10000，得 273104",
                desk.nextUndoProperty()
                        .get()
                        .orElseThrow()
                        .nameIn(Messages.forLocale(Messages.CHINESE)));
        desk.undo();
        assertEquals(slipped, desk.shownPlan().orElseThrow());
        assertEquals(5, count());
    }

    @Test
    void aFindingLeadsToItsCell() throws Problem {
        Plan plan = open();
        model.goToCell(first().finding());
        UUID id = plan.indicators().getFirst().id();
        assertEquals(
                Optional.of(new CellTarget(id, Optional.of(Period.ofYear(2022)))),
                desk.cellTargetProperty().get());
        assertEquals(Optional.of(id), desk.selectedIndicatorProperty().get());
        assertEquals(ScreenPlace.INDICATORS, desk.placeProperty().get());
    }

    @Test
    void theWorstSectionComesFirst() throws Problem {
        open();
        assertTrue(model.sections().get().getFirst().heading().startsWith("很可能有误"));
        assertEquals("发现 5 处，点一处就到那个单元格", model.headline());
    }
}
