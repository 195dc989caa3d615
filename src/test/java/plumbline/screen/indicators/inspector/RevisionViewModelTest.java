package plumbline.screen.indicators.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import plumbline.plan.Indicator;
import plumbline.plan.Milestone;
import plumbline.plan.Plan;
import plumbline.screen.TestDesk;
import plumbline.screen.indicators.inspector.RevisionViewModel.RevisableTarget;
import plumbline.screen.indicators.inspector.RevisionViewModel.RevisionEntry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Revising a target in the inspector: one named step, and a sentence for what is wrong. */
class RevisionViewModelTest {
    private static final UUID ID = TestDesk.id("i3");
    private static final LocalDate MAY = LocalDate.of(2023, 5, 31);
    private final TestDesk office = TestDesk.suizhou();
    private final RevisionViewModel model = new RevisionViewModel(office.desk, office.words);

    private RevisableTarget only() {
        assertEquals(1, model.revisableTargets(office.indicator("i3")).size());
        return model.revisableTargets(office.indicator("i3")).getFirst();
    }

    private Optional<String> revise(String amount, LocalDate decided, String reason) {
        return model.reviseTarget(
                ID,
                new RevisionEntry(
                        only().target(),
                        amount,
                        Optional.ofNullable(decided),
                        reason,
                        "〔2023〕12号"));
    }

    private String target() {
        return office.indicator("i3").course().finalTarget().orElseThrow().amount().toPlainString();
    }

    @Test
    void aRevisionKeepsTheOldTargetAndIsOneStep() {
        Plan before = office.plan();
        assertEquals(Optional.empty(), revise("20000", MAY, "疫情"));
        assertEquals("20000", target());
        assertEquals(
                "18000",
                office.indicator("i3")
                        .revisions()
                        .getFirst()
                        .formerTarget()
                        .amount()
                        .toPlainString());
        assertEquals(
                "调整“有效注册商标量”的期末目标",
                office.desk.nextUndoProperty().get().orElseThrow().nameIn(office.words));
        office.desk.undo();
        assertEquals(before, office.plan());
        office.desk.redo();
        assertEquals("20000", target());
    }

    @Test
    void theListSaysFromWhatToWhatWhenWhyAndByWhat() {
        revise("20000", MAY, "疫情");
        RevisionViewModel.RevisionLine line =
                model.revisionLines(office.indicator("i3")).getFirst();
        assertEquals("期末目标由 ≥18000 调整为 ≥20000", line.what());
        assertEquals("2023年5月31日；〔2023〕12号；疫情", line.basis());
        assertTrue(line.last());
    }

    @Test
    void theLastRevisionCanBeTakenBack() {
        Indicator before = office.indicator("i3");
        revise("20000", MAY, "疫情");
        model.withdrawRevision(ID, office.indicator("i3").revisions().getFirst());
        assertEquals(before, office.indicator("i3"));
        assertEquals(Optional.of("revision.edit.takeBack"), office.step());
    }

    @Test
    void whatIsWrongIsSaidAndNothingIsChanged() {
        assertEquals(Optional.of("请填写新目标。原来的目标没有变。"), revise(" ", MAY, "疫情"));
        assertEquals(Optional.of("请填写决定日期，例如 2023-05-31。原来的目标没有变。"), revise("20000", null, "疫情"));
        assertEquals(Optional.of("请写明调整原因。原来的目标没有变。"), revise("20000", MAY, " "));
        assertEquals(Optional.of("新目标与现在的目标相同，没有记录调整。"), revise("18000", MAY, "疫情"));
        assertEquals(
                Optional.of("决定日期应在2021年1月1日至2025年12月31日之间。原来的目标没有变。"),
                revise("20000", LocalDate.of(2020, 12, 31), "疫情"));
        assertEquals(
                revise("20000", LocalDate.of(2020, 12, 31), "疫情"),
                revise("20000", LocalDate.of(2026, 1, 1), "疫情"));
        assertTrue(revise("很多", MAY, "疫情").orElseThrow().contains("很多"));
        assertEquals(Optional.empty(), office.step());
    }

    @Test
    void anEarlierDecisionThanTheLastIsRefused() {
        revise("20000", MAY, "疫情");
        assertEquals(
                Optional.of("这个目标在2023年5月31日已调整过，新的决定不能早于那一天。原来的目标没有变。"),
                revise("21000", MAY.minusDays(1), "再调"));
        assertEquals(Optional.empty(), revise("21000", MAY.plusDays(1), "再调"));
        assertEquals(
                List.of(false, true),
                model.revisionLines(office.indicator("i3")).stream()
                        .map(RevisionViewModel.RevisionLine::last)
                        .toList());
    }

    @Test
    void anotherRelationMayBeDecidedToo() {
        assertEquals(Optional.empty(), revise("15000~16000", MAY, "疫情"));
        assertEquals(
                "期末目标由 ≥18000 调整为 15000~16000",
                model.revisionLines(office.indicator("i3")).getFirst().what());
    }

    @Test
    void aPlainCorrectionIsNoRevision() {
        new InspectorViewModel(office.desk, office.work, office.library, office.words)
                .changeTarget(office.indicator("i3"), Milestone.Role.FINAL, "18500");
        assertEquals("18500", target());
        assertEquals(List.of(), office.indicator("i3").revisions());
    }
}
