package plumbline.screen.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.junit.jupiter.api.Test;
import plumbline.exchange.Review;
import plumbline.plan.Department;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Reading;
import plumbline.plan.Status;
import plumbline.screen.TestDesk;
import plumbline.words.EditName;

/** Who has answered, and what is written to those who have not. */
class CollectingViewModelTest {
    private static final Period PERIOD = Period.half(2024, 1);
    private final TestDesk desk = TestDesk.with(plan());
    private final CollectingViewModel model = new CollectingViewModel(desk.desk, desk.work, desk.dialogs, new ReadOnlyObjectWrapper<>(Optional.<Review>empty()), desk.words, TestDesk.CLOCK);

    /** Two indicators of one department, the others of nobody. */
    private static Plan plan() {
        Department lead = new Department(new UUID(9, 1), "统计科");
        Plan plan = TestDesk.sample().with(lead);
        for (int i = 0; i < 2; i++) plan = plan.changeIndicator(plan.inOrder().get(i).id(), x -> x.change(d -> d.lead = Optional.of(lead.id())));
        return plan;
    }

    private String said(int row) {
        return model.said(model.rows().get().get(row).of(PERIOD));
    }

    private void report(int indicator, Status status) {
        desk.desk.edit(EditName.of("edit.rule"), p -> p.record(p.inOrder().get(indicator).id(), Observation.of(PERIOD, status, Reading.of(BigDecimal.ONE))));
    }

    @Test void everyDepartmentHasItsRowAndNobodyTheLast() {
        model.period().set(Optional.of(PERIOD));
        assertEquals(List.of("统计科", "未注明单位"), model.rows().get().stream().map(CollectingViewModel.Row::name).toList());
        assertEquals("未报（0/2）", said(0));
        assertEquals("未报（0/11）", said(1));
    }

    @Test void theHalfYearThatWasOverLastIsSuggested() {
        assertEquals(Optional.of(Period.half(2023, 1)), model.period().get());
    }

    /** The eleven of 未注明单位 are still open. */
    @Test void whereNobodyIsNamedItIsNotSaidThatAllIsThere() {
        model.period().set(Optional.of(PERIOD));
        report(0, Status.ACTUAL);
        report(1, Status.ACTUAL);
        assertEquals(desk.words.say("kit.chase.unknown"), model.nobodyToChase(Optional.empty()));
        assertEquals(desk.words.say("kit.chase.nobody"), model.nobodyToChase(Optional.of(model.rows().get().getFirst())));
    }

    @Test void theChaseNamesWhatIsStillMissing() {
        model.period().set(Optional.of(PERIOD));
        assertTrue(model.chase(Optional.empty()).contains("2 项还没有收到"), model.chase(Optional.empty()));
        report(0, Status.FORECAST);
        assertEquals("报了一部分（1/2），其中预计 1", said(0));
        assertTrue(model.chase(Optional.empty()).contains("还缺 1 项：广告经营单位"), model.chase(Optional.empty()));
        report(1, Status.ACTUAL);
        assertEquals("", model.chase(Optional.empty()));
    }
}
