package plumbline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import plumbline.base.Problem;
import plumbline.exchange.planfile.SamplePlans;
import plumbline.plan.Plan;
import plumbline.store.Database;
import plumbline.store.PlanStore;
import plumbline.words.EditName;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Colleagues' files beside a plan that is kept in a library. */
class ImportVerbTest {
    @TempDir Path folder;
    private Plan plan;
    private Path file;

    @BeforeEach
    void keep() throws Exception {
        plan = SamplePlans.openSample("suizhou", UUID.randomUUID());
        try (Database database = Database.openInFolder(folder.resolve("data"))) {
            new PlanStore(database, Clock.systemUTC())
                    .addPlan(plan, EditName.of("edit.plan.new", plan.title()));
        }
        file =
                Files.writeString(
                        folder.resolve("报.csv"),
                        "指标,单位,2023年上半年\n全市市场主体数,万户,28.5\n有效注册商标量,件,2.12\n");
    }

    private Plan kept() throws Problem {
        return CommandLinePlans.loadByTitle(Optional.of(folder.resolve("data")), plan.title());
    }

    @Test
    void aLookLeavesThePlanAsItIs() throws Problem {
        Plan before = kept();
        assertEquals(
                1,
                CommandLinePlans.reviewFiles(
                                Optional.of(folder.resolve("data")), plan.title(), List.of(file))
                        .review()
                        .takenProposals()
                        .count());
        assertEquals(before, kept());
    }

    @Test
    void whatIsBelievedIsKeptWithItsLineInTheHistory() throws Problem {
        CommandLinePlans.importFiles(
                Optional.of(folder.resolve("data")), plan.title(), List.of(file));
        assertEquals(1, kept().importRecords().size());
        assertEquals(1, kept().importRecords().getFirst().figureCount());
        assertEquals("报.csv", kept().importRecords().getFirst().files().getFirst().name());
    }

    @Test
    void theDaysCopyIsTakenBeforeTheLibraryIsLookedAt() throws Exception {
        CommandLinePlans.reviewFiles(
                Optional.of(folder.resolve("data")), plan.title(), List.of(file));
        try (var copies = Files.list(folder.resolve("data").resolve("backups"))) {
            assertEquals(1, copies.count());
        }
    }

    @Test
    void ofTwoPlansOfOneTitleNoneIsGuessed() throws Exception {
        try (Database database = Database.openInFolder(folder.resolve("data"))) {
            new PlanStore(database, Clock.systemUTC())
                    .addPlan(
                            SamplePlans.openSample("suizhou", UUID.randomUUID()),
                            EditName.of("edit.plan.new", plan.title()));
        }
        assertEquals(
                "problem.plan.ambiguous", assertThrows(Problem.class, this::kept).messageKey());
    }

    @Test
    void anUnknownPlanIsRefused() {
        assertThrows(
                Problem.class,
                () ->
                        CommandLinePlans.importFiles(
                                Optional.of(folder.resolve("data")), "没有", List.of(file)));
    }
}
