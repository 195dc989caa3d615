package plumbline.screen.snapshots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import plumbline.base.Problem;
import plumbline.desk.ScreenPlace;
import plumbline.desk.Workspace;
import plumbline.exchange.planfile.SamplePlans;
import plumbline.plan.Indicator;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Snapshot;
import plumbline.plan.Verdict;
import plumbline.screen.TestDesk;
import plumbline.screen.snapshots.SnapshotsViewModel.ComparisonLine;
import plumbline.screen.snapshots.SnapshotsViewModel.ComparisonPartner;
import plumbline.screen.snapshots.SnapshotsViewModel.SnapshotRow;
import plumbline.words.EditName;
import plumbline.words.Messages;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Freeze, look, compare, delete; with the sample of Suizhou, evaluated at the end of 2022. */
class SnapshotsViewModelTest {
    private static final LocalDate END_2022 = LocalDate.of(2022, 12, 31);
    private static final LocalDate MID_2023 = LocalDate.of(2023, 6, 30);
    private final TestDesk office = TestDesk.suizhou();
    private final Workspace desk = office.desk;
    private final Messages words = office.words;
    private final Plan plan = office.plan();
    private SnapshotsViewModel model;

    @BeforeEach
    void open() {
        desk.placeProperty().set(ScreenPlace.SNAPSHOTS);
        model =
                new SnapshotsViewModel(
                        desk, office.library, office.work, office.dialogs, words, new Ticking());
    }

    private Indicator indicator(int number) {
        return plan.indicatorsInOrder().get(number - 1);
    }

    private void record(int number, String amount) {
        desk.editPlan(
                EditName.of("edit.pasted", "1"),
                p ->
                        p.withObservation(
                                indicator(number).id(),
                                Observation.actual(Period.ofYear(2022), amount)));
    }

    private void freeze(String name) {
        assertEquals(Optional.empty(), model.freezePlan(name, ""));
    }

    private List<ComparisonLine> lines() {
        return model.table().get().orElseThrow().lines();
    }

    private List<String> names() {
        return model.rows().get().stream().map(SnapshotRow::name).toList();
    }

    @Test
    void atFirstThereIsNoneAndNothingIsCompared() {
        assertEquals(List.of(), model.rows().get());
        assertEquals(Optional.empty(), model.table().get());
        assertEquals("", model.comparisonText());
    }

    @Test
    void aFrozenPlanIsListedAndKeptAsItIs() {
        assertEquals(Optional.empty(), model.freezePlan(" 2022年度评估 ", " 报出稿 "));
        assertEquals(List.of("2022年度评估"), names());
        Snapshot kept = office.library.snapshots.values().iterator().next();
        assertEquals(
                new Snapshot(
                        kept.id(),
                        "2022年度评估",
                        END_2022,
                        Instant.parse("2023-03-04T05:06:07Z"),
                        "报出稿",
                        plan),
                kept);
        assertEquals("评估日 2022年12月31日", model.rows().get().getFirst().evaluatedText());
    }

    @Test
    void freezingIsNoEdit() {
        freeze("稿");
        assertEquals(Optional.empty(), desk.nextUndoProperty().get());
    }

    @Test
    void theSuggestedNameFollowsTheDate() {
        assertEquals("2022年度评估", model.suggestedName().get());
        desk.moveEvaluationDate(MID_2023);
        assertEquals("2023年上半年评估", model.suggestedName().get());
        desk.moveEvaluationDate(LocalDate.of(2023, 5, 31));
        assertEquals("2023年5月评估", model.suggestedName().get());
    }

    @Test
    void aTakenNameIsNotSuggestedAgain() {
        freeze("2022年度评估");
        assertEquals("2022年度评估（2）", model.suggestedName().get());
    }

    @Test
    void anEmptyOrATakenNameIsRefused() {
        assertEquals(
                Optional.of(words.sentence("snapshot.wrong.name")), model.freezePlan("  ", ""));
        freeze("稿");
        assertEquals(
                Optional.of(words.sentence("snapshot.wrong.taken", "稿")),
                model.freezePlan("稿 ", ""));
        assertEquals(1, office.library.snapshots.size());
    }

    /** Nothing was changed since: 13 indicators, none of them different. */
    @Test
    void aFreshSnapshotIsSelectedAndDoesNotDifferFromThePlan() {
        freeze("稿");
        assertEquals(List.of(), lines());
        assertEquals("评价、数值、目标和名称都没有不同。", model.table().get().orElseThrow().summary());
    }

    /**
     * Row 2 of the table: (1721 − 1257) ÷ (2250 − 1257) = 46.73 %; with 1400 it is 14.40 %, and 40
     * % are due.
     */
    @Test
    void anEditShowsInTheComparisonAtOnce() {
        freeze("稿");
        record(2, "1400");
        ComparisonLine line = lines().getFirst();
        assertEquals(1, lines().size());
        assertEquals("2. 广告经营单位", line.name());
        assertEquals(
                List.of(Optional.of(Verdict.FASTER), Optional.of(Verdict.BEHIND)),
                List.of(line.before().verdict(), line.after().verdict()));
        assertEquals("1721 → 1400", line.valueText());
        assertEquals("46.73% → 14.40%", line.progressText());
        assertEquals("2022年由 1721 改为 1400", line.reasonText());
        assertEquals(
                "13 项指标中，1 项评价不同，0 项评价相同而数值、目标、名称等不同；符合进度及以上由 9 项变为 8 项。",
                model.table().get().orElseThrow().summary());
    }

    @Test
    void undoneTheDifferenceIsGone() {
        freeze("稿");
        record(2, "1400");
        desk.undo();
        assertEquals(List.of(), lines());
    }

    @Test
    void aDeletedIndicatorIsTold() {
        freeze("稿");
        desk.editPlan(
                EditName.of("edit.indicator.deleted", "x"), p -> p.withoutIndicator(indicator(7)));
        ComparisonLine line = lines().getFirst();
        assertEquals(indicator(7).name(), line.name());
        assertFalse(line.after().isInPlan());
        assertEquals("220 → ——", line.valueText());
        assertEquals("指标已删除", line.reasonText());
        model.goToIndicator(line.indicatorId());
        assertEquals(ScreenPlace.SNAPSHOTS, desk.placeProperty().get());
    }

    @Test
    void theEarlierOfTwoSnapshotsComesFirst() {
        desk.moveEvaluationDate(MID_2023);
        freeze("年中");
        UUID middle = model.selectedId().orElseThrow();
        desk.moveEvaluationDate(END_2022);
        freeze("年底");
        model.compareWith(new ComparisonPartner(Optional.of(middle), "年中"));
        assertEquals("年底（2022年12月31日）→ 年中（2023年6月30日）", model.table().get().orElseThrow().title());
        assertTrue(
                lines().stream()
                        .allMatch(l -> l.reasonText().startsWith("评估日由2022年12月31日移到2023年6月30日")),
                () -> lines().toString());
    }

    @Test
    void aSnapshotIsNotComparedWithItself() {
        freeze("一");
        freeze("二");
        UUID one =
                model.rows().get().stream()
                        .filter(r -> r.name().equals("一"))
                        .findFirst()
                        .orElseThrow()
                        .id();
        assertEquals(
                List.of("现在的规划", "一"),
                model.partners().get().stream().map(ComparisonPartner::name).toList());
        model.compareWith(model.partners().get().get(1));
        model.selectSnapshot(Optional.of(one));
        assertEquals(Optional.of("现在的规划"), model.chosenPartner().map(ComparisonPartner::name));
        assertEquals(
                List.of("现在的规划", "二"),
                model.partners().get().stream().map(ComparisonPartner::name).toList());
    }

    @Test
    void comparedWithAnotherSnapshotAnEditDoesNotShow() {
        freeze("一");
        UUID one = model.selectedId().orElseThrow();
        record(2, "1400");
        freeze("二");
        model.compareWith(new ComparisonPartner(Optional.of(one), "一"));
        record(2, "1900");
        assertEquals("1721 → 1400", lines().getFirst().valueText());
    }

    @Test
    void theClipboardTakesATable() {
        freeze("稿");
        record(2, "1400");
        String[] text = model.comparisonText().split("\n");
        assertEquals(4, text.length);
        assertEquals("稿（2022年12月31日）→ 现在的规划（2022年12月31日）", text[0]);
        assertEquals(
                "广告经营单位\t快于进度\t慢于进度\t1721\t1400\t46.73%\t14.40%\t2022年由 1721 改为 1400", text[3]);
        assertEquals(text[2].split("\t").length, text[3].split("\t").length);
    }

    @Test
    void openedItIsLookedAtAndFreezingIsRefused() {
        freeze("稿");
        record(2, "1400");
        model.openSnapshot(model.selectedId().orElseThrow());
        assertTrue(desk.isReadOnly());
        assertEquals(ScreenPlace.OVERVIEW, desk.placeProperty().get());
        assertEquals(Optional.of(plan), desk.shownPlan());
        desk.placeProperty().set(ScreenPlace.SNAPSHOTS);
        assertEquals(
                Optional.of(words.sentence("snapshot.readOnly", "稿")), model.freezePlan("又一稿", ""));
        assertEquals("1721 → 1400", lines().getFirst().valueText());
    }

    @Test
    void deletingAsksAndLeavesThePlan() {
        freeze("稿");
        office.dialogs.agrees = false;
        model.deleteSnapshot(model.rows().get().getFirst());
        assertEquals(List.of("稿"), names());
        office.dialogs.agrees = true;
        model.deleteSnapshot(model.rows().get().getFirst());
        assertEquals(List.of(), names());
        assertEquals(Optional.empty(), model.table().get());
        assertEquals(Optional.of(plan), desk.shownPlan());
        assertEquals(words.sentence("snapshot.delete.ask", "稿"), office.dialogs.asked.getLast());
    }

    @Test
    void deletedWhileLookedAtThePlanComesBack() {
        freeze("稿");
        model.openSnapshot(model.selectedId().orElseThrow());
        model.deleteSnapshot(model.rows().get().getFirst());
        assertFalse(desk.isReadOnly());
    }

    @Test
    void anotherPlanHasItsOwnSnapshots() throws Problem {
        freeze("稿");
        desk.openPlan(SamplePlans.openSample("suizhou", new UUID(0, 2)), END_2022);
        assertEquals(List.of(), names());
        assertEquals(Optional.empty(), model.table().get());
        desk.openPlan(plan, END_2022);
        assertEquals(List.of("稿"), names());
    }

    @Test
    void whatCannotBeKeptIsTold() {
        office.library.full = true;
        freeze("稿");
        assertEquals(
                List.of("problem.library.unwritable"),
                office.dialogs.failures.stream().map(Problem::messageKey).toList());
        assertEquals(List.of(), names());
        office.library.full = false;
        freeze("稿");
        assertEquals(List.of("稿"), names());
    }

    /** A minute later each time it is asked. */
    private static final class Ticking extends Clock {
        private Instant next = Instant.parse("2023-03-04T05:06:07Z");

        @Override
        public Instant instant() {
            Instant now = next;
            next = now.plusSeconds(60);
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
