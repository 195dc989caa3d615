package plumbline.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import plumbline.base.Problem;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.words.EditName;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

class LibraryFileTest {
    private static final UUID ID = new UUID(0, 7);
    private static final EditName NAME = EditName.of("edit.plan.added");
    private static final Instant NOW = Instant.parse("2023-03-04T05:06:07Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final int KILLS = 20;
    @TempDir Path folder;

    private Plan kept() throws Problem {
        try (Database database = Database.openInFolder(folder)) {
            return new PlanStore(database, CLOCK).loadPlan(ID);
        }
    }

    private void keep(Plan plan) throws Problem {
        try (Database database = Database.openInFolder(folder)) {
            new PlanStore(database, CLOCK).addPlan(plan, NAME);
        }
    }

    @Test
    void whatIsKeptIsThereAfterOpeningAgain() throws Problem {
        keep(FullPlan.of(ID));
        assertEquals(FullPlan.of(ID), kept());
    }

    @Test
    void aLibraryOpenElsewhereIsRefused() throws Exception {
        keep(FullPlan.of(ID));
        Process child = child("hold");
        try (BufferedReader said = reader(child)) {
            assertEquals("open", said.readLine());
            Problem problem = assertThrows(Problem.class, () -> Database.openInFolder(folder));
            assertEquals("problem.library.locked", problem.messageKey());
        } finally {
            child.destroyForcibly().waitFor();
        }
        assertEquals(FullPlan.of(ID), kept());
    }

    @Test
    void aDamagedLibraryIsRefusedAndABackupPutsItRight() throws Exception {
        keep(FullPlan.of(ID));
        Backups backups = new Backups(folder, CLOCK);
        backups.takeDailyBackup();
        Files.write(
                folder.resolve(Database.FILE_NAME),
                "not a library ".repeat(2000).getBytes(StandardCharsets.UTF_8));
        assertEquals(
                "problem.library.damaged",
                assertThrows(Problem.class, () -> Database.openInFolder(folder)).messageKey());
        Path aside = backups.restoreBackup(backups.findLatestBackup().orElseThrow());
        assertTrue(Files.readString(aside).startsWith("not a library"));
        assertEquals(FullPlan.of(ID), kept());
    }

    @Test
    void aBackupThatCannotBeCopiedLeavesTheLibraryWhereItIs() throws Exception {
        keep(FullPlan.of(ID));
        Backups backups = new Backups(folder, CLOCK);
        assertEquals(
                "problem.backup",
                assertThrows(
                                Problem.class,
                                () ->
                                        backups.restoreBackup(
                                                folder.resolve("backups").resolve("gone.mv.db")))
                        .messageKey());
        assertEquals(FullPlan.of(ID), kept());
        try (var files = Files.list(folder)) {
            assertEquals(
                    List.of(Database.FILE_NAME),
                    files.map(f -> f.getFileName().toString()).toList());
        }
    }

    @Test
    void aTruncatedLibraryIsRefusedOrWhole() throws Exception {
        keep(FullPlan.of(ID));
        Path file = folder.resolve(Database.FILE_NAME);
        byte[] whole = Files.readAllBytes(file);
        for (int share = 1; share < 10; share += 2) {
            Files.write(file, java.util.Arrays.copyOf(whole, whole.length * share / 10));
            try {
                Plan opened = kept();
                assertEquals(FullPlan.of(ID), opened);
            } catch (Problem problem) {
                assertTrue(
                        List.of(
                                        "problem.library.damaged",
                                        "problem.plan.gone",
                                        "problem.library.unreadable")
                                .contains(problem.messageKey()),
                        problem.messageKey());
            }
        }
    }

    @Test
    void aDamagedLibraryIsNotBackedUp() throws Exception {
        Files.writeString(folder.resolve(Database.FILE_NAME), "rubbish");
        Backups backups = new Backups(folder, CLOCK);
        backups.takeDailyBackup();
        assertTrue(backups.findLatestBackup().isEmpty());
    }

    @Test
    void sevenDaysOfBackupsStay() throws Exception {
        keep(FullPlan.of(ID));
        for (int day = 0; day < 9; day++)
            new Backups(folder, Clock.offset(CLOCK, Duration.ofDays(day))).takeDailyBackup();
        try (var files = Files.list(folder.resolve("backups"))) {
            assertEquals(7, files.count());
        }
        assertEquals(
                "2023-03-12",
                Backups.backupDay(new Backups(folder, CLOCK).findLatestBackup().orElseThrow())
                        .toString());
    }

    @Test
    void aNewerLibraryIsRefused() throws Exception {
        keep(FullPlan.of(ID));
        try (Database database = Database.openInFolder(folder)) {
            database.write(
                    ctx ->
                            ctx.execute(
                                    "insert into migration (number, script) values (999, 'later.sql')"));
        }
        assertEquals(
                "problem.library.newer",
                assertThrows(Problem.class, () -> Database.openInFolder(folder)).messageKey());
    }

    @Test
    void aFolderThatIsAFileIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("occupied"), "");
        assertEquals(
                "problem.library.folder",
                assertThrows(Problem.class, () -> Database.openInFolder(file)).messageKey());
    }

    @Test
    void aSaveThatFailsHalfWayLeavesNothingBehind() throws Exception {
        keep(FullPlan.of(ID));
        try (Database database = Database.openInFolder(folder)) {
            PlanStore plans = new PlanStore(database, CLOCK);
            database.write(ctx -> ctx.execute("drop table change_line"));
            Plan after =
                    FullPlan.of(ID)
                            .withObservation(
                                    FullPlan.EMPTY_INDICATOR,
                                    Observation.actual(Period.ofYear(2021), "1"));
            Problem problem =
                    assertThrows(Problem.class, () -> plans.savePlan(FullPlan.of(ID), after, NAME));
            assertEquals("problem.library.unwritable", problem.messageKey());
            assertEquals(FullPlan.of(ID), plans.loadPlan(ID));
        }
    }

    /**
     * The child acknowledges each edit after it was saved; it is killed at once, twenty times; no
     * acknowledged edit may be lost.
     */
    @Test
    void aKillLosesNoAcknowledgedEdit() throws Exception {
        keep(Plan.empty(ID, "规划", "", 2021, 2025, 2020));
        int acknowledged = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Process child = child("edit");
            try (BufferedReader said = reader(child)) {
                for (int edit = 0; edit <= kill % 4; edit++)
                    acknowledged = Integer.parseInt(said.readLine());
            } finally {
                child.destroyForcibly().waitFor();
            }
            int found = Integer.parseInt(kept().organisation());
            assertTrue(found >= acknowledged, "acknowledged " + acknowledged + ", found " + found);
        }
        assertTrue(acknowledged >= KILLS);
        assertFalse(Files.exists(folder.resolve("plumbline.lock.db")));
    }

    private Process child(String task) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new ProcessBuilder(
                        java.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dorg.jooq.no-logo=true",
                        "-Dorg.jooq.no-tips=true",
                        "-XX:TieredStopAtLevel=1",
                        Child.class.getName(),
                        task,
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static BufferedReader reader(Process child) {
        return new BufferedReader(
                new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8));
    }

    /**
     * What runs in the other process: counts the organisation's name up, telling each number once
     * it is saved.
     */
    public static final class Child {
        private Child() {}

        public static void main(String... args) throws Exception {
            try (Database database = Database.openInFolder(Path.of(args[1]))) {
                if (args[0].equals("hold")) {
                    System.out.println("open");
                    new java.util.concurrent.CountDownLatch(1).await();
                }
                PlanStore plans = new PlanStore(database, CLOCK);
                Plan plan = plans.loadPlan(ID);
                int next =
                        plan.organisation().isEmpty()
                                ? 1
                                : Integer.parseInt(plan.organisation()) + 1;
                for (; ; next++) {
                    String organisation = "" + next;
                    Plan after = plan.withChanges(d -> d.organisation = organisation);
                    plans.savePlan(plan, after, NAME);
                    System.out.println(organisation);
                    plan = after;
                }
            }
        }
    }
}
