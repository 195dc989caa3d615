package plumbline.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A part of a plan takes along what belongs to it, and nothing else. */
class PlanExtractTest {
    private static final UUID A = new UUID(1, 1);
    private static final UUID B = new UUID(1, 2);
    private static final UUID OFFICE = new UUID(2, 1);
    private static final UUID OTHER = new UUID(2, 2);
    private static final UUID FILE = new UUID(2, 3);

    private static Plan plan() {
        Source source =
                new Source("表", "", Optional.of(OTHER), Optional.empty(), Optional.of(FILE));
        Indicator one =
                Indicator.createNamed(new UUID(3, 1), A, "一")
                        .withObservation(
                                Observation.actual(Period.ofYear(2022), "1").withSource(source))
                        .withChanges(d -> d.leadDepartment = Optional.of(OFFICE));
        Indicator two =
                Indicator.createNamed(new UUID(3, 2), B, "二")
                        .withChanges(d -> d.supportingDepartments = List.of(OFFICE));
        Indicator three = Indicator.createNamed(new UUID(3, 3), B, "三");
        return Plan.empty(new UUID(0, 1), "规划", "", 2021, 2025, 2020)
                .withChanges(
                        d -> {
                            d.departments =
                                    List.of(
                                            new Department(OFFICE, "甲"),
                                            new Department(OTHER, "乙"),
                                            new Department(new UUID(2, 9), "丙"));
                            d.groups =
                                    List.of(
                                            new IndicatorGroup(A, "发展"),
                                            new IndicatorGroup(B, "民生"));
                            d.indicators = List.of(one, two, three);
                            d.evidence =
                                    List.of(
                                            new Evidence(
                                                    FILE,
                                                    "表",
                                                    "ab".repeat(32),
                                                    LocalDate.of(2023, 1, 1)),
                                            new Evidence(
                                                    new UUID(2, 4),
                                                    "别的",
                                                    "cd".repeat(32),
                                                    LocalDate.of(2023, 1, 1)));
                            d.taskTree =
                                    new TaskTree(
                                            List.of(
                                                    task(1, 0),
                                                    task(2, 1),
                                                    linked(task(3, 2)),
                                                    task(4, 1),
                                                    owned(task(5, 0)),
                                                    task(6, 1)));
                            d.findings =
                                    List.of(
                                            new Finding(
                                                    new UUID(5, 1),
                                                    "问题",
                                                    "",
                                                    List.of(),
                                                    List.of(one.id(), three.id()),
                                                    List.of()),
                                            new Finding(
                                                    new UUID(5, 2),
                                                    "无关",
                                                    "",
                                                    List.of(),
                                                    List.of(three.id()),
                                                    List.of()));
                            d.countermeasures =
                                    List.of(
                                            new Countermeasure(
                                                    new UUID(6, 1),
                                                    "对策",
                                                    "",
                                                    List.of(),
                                                    Optional.empty(),
                                                    Optional.empty(),
                                                    List.of(new UUID(5, 1), new UUID(5, 2)),
                                                    List.of(),
                                                    List.of()));
                        });
    }

    /**
     * What speaks of the whole stays at home: the history of imports, the officer's wording; charts
     * and other names only of what is handed on.
     */
    @Test
    void nothingOfTheOthersGoesAlong() {
        UUID three = new UUID(3, 3);
        Plan whole =
                plan().withChanges(
                                d -> {
                                    d.aliases =
                                            List.of(
                                                    new Alias("甲", new UUID(3, 1)),
                                                    new Alias("丙", three));
                                    d.importRecords =
                                            List.of(
                                                    new ImportRecord(
                                                            new UUID(7, 1),
                                                            Instant.EPOCH,
                                                            List.of(),
                                                            List.of(),
                                                            List.of(),
                                                            false));
                                    d.charts =
                                            List.of(
                                                    SavedChart.createForWholePlan(
                                                            new UUID(8, 1), ChartKind.TALLY),
                                                    SavedChart.createForWholePlan(
                                                                    new UUID(8, 2), ChartKind.TALLY)
                                                            .withIndicators(List.of(three)),
                                                    SavedChart.createForWholePlan(
                                                                    new UUID(8, 3), ChartKind.TALLY)
                                                            .withIndicators(
                                                                    List.of(
                                                                            new UUID(3, 1),
                                                                            three)));
                                });
        Plan part = PlanExtract.extractGroups(whole, Set.of(A));
        assertEquals(List.of(new Alias("甲", new UUID(3, 1))), part.aliases());
        assertEquals(List.of(), part.importRecords());
        assertEquals(
                List.of(List.of(), List.of(new UUID(3, 1))),
                part.charts().stream().map(SavedChart::indicatorIds).toList());
    }

    /** A figure that was replaced by an import may come back: its file is named still. */
    @Test
    void whatAnImportReplacedNamesItsFile() {
        Observation old = plan().indicators().getFirst().observations().getFirst();
        ImportRecord.LineContents held =
                new ImportRecord.LineContents(new UUID(7, 2), List.of(), List.of(old));
        Plan replaced =
                plan().withChangedIndicatorOrPart(
                                new UUID(3, 1), i -> i.withChanges(d -> d.observations = List.of()))
                        .withImportRecord(
                                new ImportRecord(
                                        new UUID(7, 1),
                                        Instant.EPOCH,
                                        List.of(),
                                        List.of(
                                                new ImportRecord.ImportedLine(
                                                        new UUID(3, 1),
                                                        held,
                                                        new ImportRecord.LineContents(
                                                                new UUID(7, 3),
                                                                List.of(),
                                                                List.of()))),
                                        List.of(),
                                        false));
        assertEquals(2, replaced.withoutUnusedEvidence(FILE).evidence().size());
    }

    private static Task task(int id, int level) {
        return Task.createTitled(new UUID(4, id), level, TaskKind.ITEM, "任务" + id);
    }

    private static Task linked(Task task) {
        return task.withChanges(d -> d.indicatorIds = List.of(new UUID(3, 1), new UUID(3, 3)));
    }

    private static Task owned(Task task) {
        return task.withChanges(d -> d.ownerDepartment = Optional.of(OFFICE));
    }

    private static String kept(Plan p) {
        return p.groups().stream().map(IndicatorGroup::name).toList()
                + " "
                + p.indicators().stream().map(Indicator::name).toList()
                + " "
                + p.taskTree().tasksInOrder().stream().map(Task::title).toList()
                + " "
                + p.findings().stream().map(f -> f.title() + f.indicatorIds().size()).toList()
                + " "
                + p.countermeasures().stream().map(c -> c.title() + c.findingIds().size()).toList()
                + " "
                + p.departments().stream().map(Department::name).toList()
                + " "
                + p.evidence().stream().map(Evidence::name).toList();
    }

    @Test
    void aGroupTakesItsTasksWithTheirParentsAndWhatIsNamed() {
        assertEquals(
                "[发展] [一] [任务1, 任务2, 任务3] [问题1] [对策1] [甲, 乙] [表]",
                kept(PlanExtract.extractGroups(plan(), Set.of(A))));
    }

    @Test
    void aDepartmentTakesWhatItLeadsSupportsAndOwns() {
        assertEquals(
                "[发展, 民生] [一, 二] [任务1, 任务2, 任务3, 任务5] [问题1] [对策1] [甲, 乙] [表]",
                kept(PlanExtract.extractDepartment(plan(), OFFICE)));
    }

    @Test
    void nothingChosenIsAnEmptyPlanOfTheSameName() {
        Plan none = PlanExtract.extractGroups(plan(), Set.of());
        assertEquals("[] [] [] [] [] [] []", kept(none));
        assertEquals(plan().id() + plan().title(), none.id() + none.title());
    }

    @Test
    void allGroupsAreEverythingThatBelongsToAnIndicator() {
        Plan all = PlanExtract.extractGroups(plan(), Set.of(A, B));
        assertEquals(plan().indicators(), all.indicators());
        assertEquals(plan().findings(), all.findings());
    }
}
