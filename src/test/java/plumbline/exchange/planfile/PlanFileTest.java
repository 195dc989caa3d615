package plumbline.exchange.planfile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import plumbline.base.Problem;
import plumbline.base.Sha256;
import plumbline.exchange.DrawnPlan;
import plumbline.exchange.planfile.PlanFileWriter.PlanFileContents;
import plumbline.plan.Plan;
import plumbline.plan.Snapshot;
import plumbline.store.FullPlan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What is written comes back exactly, and the same plan gives the same bytes. */
public class PlanFileTest {
    public static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    @TempDir Path folder;

    public static Path write(Path folder, PlanFileContents contents) throws Problem {
        Path file = folder.resolve("plan.plumb");
        PlanFileWriter.<RuntimeException>writePlanFile(file, contents, _ -> {});
        return file;
    }

    public static PlanFile read(Path file) throws Problem {
        return PlanFileReader.<RuntimeException>readPlanFile(file, _ -> {});
    }

    private Plan back(Plan plan) throws Problem {
        return read(write(folder, PlanFileContents.planAlone(plan, DAY))).plan();
    }

    @Test
    void everyFieldComesBack() throws Problem {
        Plan full = FullPlan.of(new UUID(0, 7));
        assertEquals(full, back(full));
    }

    @Test
    void everySampleComesBack() throws Problem {
        for (String name : SamplePlans.sampleNames()) {
            Plan sample = SamplePlans.openSample(name, new UUID(0, 1));
            assertEquals(sample, back(sample));
        }
    }

    @Test
    void threeHundredDrawnPlansComeBack() throws Problem {
        for (int number = 0; number < 300; number++) {
            Plan plan = DrawnPlan.of(number);
            assertEquals(plan, back(plan), "plan " + number);
        }
    }

    @Test
    void theSamePlanGivesTheSameBytes() throws Exception {
        Plan plan = DrawnPlan.of(5);
        byte[] first = Files.readAllBytes(write(folder, PlanFileContents.planAlone(plan, DAY)));
        Path second = folder.resolve("again");
        Files.createDirectories(second);
        assertArrayEquals(
                first,
                Files.readAllBytes(write(second, PlanFileContents.planAlone(back(plan), DAY))));
    }

    @Test
    void theManifestSaysWhatItIs() throws Problem {
        Plan plan = SamplePlans.openSample("suizhou", new UUID(0, 1));
        PlanFile.PlanFileManifest manifest =
                read(write(folder, new PlanFileContents(plan, List.of(), Map.of(), DAY, true)))
                        .manifest();
        assertEquals(
                new PlanFile.PlanFileManifest(
                        2, PlanFile.PROGRAM, plan.id(), "随州市市场监管“十四五”规划", DAY, true),
                manifest);
    }

    @Test
    void snapshotsAndEvidenceTravelAlong() throws Exception {
        Plan plan = SamplePlans.openSample("suizhou", new UUID(0, 1));
        Snapshot snapshot =
                new Snapshot(
                        new UUID(0, 2),
                        "中期",
                        LocalDate.of(2022, 12, 31),
                        Instant.parse("2023-01-09T08:00:00.123456789Z"),
                        "备注",
                        plan);
        Map<String, Path> kept = new HashMap<>();
        for (String text : List.of("一", "二")) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            kept.put(Sha256.hashBytes(bytes), Files.write(folder.resolve(text), bytes));
        }
        Path file = write(folder, new PlanFileContents(plan, List.of(snapshot), kept, DAY, false));
        PlanFile read = read(file);
        assertEquals(List.of(snapshot), read.snapshots());
        assertEquals(kept.keySet(), read.evidenceSums());
        assertEquals(Set.of("一", "二"), Set.copyOf(evidence(file)));
    }

    private static List<String> evidence(Path file) throws Problem {
        List<String> texts = new ArrayList<>();
        PlanFileReader.<RuntimeException>extractEvidence(
                file,
                _ -> {},
                (_, in) -> {
                    try {
                        texts.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                });
        return texts;
    }

    @Test
    void evidenceThatIsNotWhatItWasIsNotSent() throws IOException {
        Path other = Files.writeString(folder.resolve("other"), "changed since");
        Map<String, Path> kept = Map.of("0123456789abcdef".repeat(4), other);
        Problem problem =
                assertThrows(
                        Problem.class,
                        () ->
                                write(
                                        folder,
                                        new PlanFileContents(
                                                DrawnPlan.of(1), List.of(), kept, DAY, false)));
        assertEquals("problem.planfile.evidence", problem.messageKey());
        assertFalse(Files.exists(folder.resolve("plan.plumb")));
    }

    @Test
    void anExportThatIsStoppedLeavesTheOldFile() throws Exception {
        Path file = write(folder, PlanFileContents.planAlone(DrawnPlan.of(1), DAY));
        byte[] before = Files.readAllBytes(file);
        assertThrows(
                InterruptedException.class,
                () ->
                        PlanFileWriter.writePlanFile(
                                file,
                                PlanFileContents.planAlone(DrawnPlan.of(2), DAY),
                                _ -> {
                                    throw new InterruptedException();
                                }));
        assertArrayEquals(before, Files.readAllBytes(file));
        try (var files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void readingCanBeStopped() throws Exception {
        Path file = write(folder, PlanFileContents.planAlone(DrawnPlan.of(1), DAY));
        assertThrows(
                InterruptedException.class,
                () ->
                        PlanFileReader.readPlanFile(
                                file,
                                _ -> {
                                    throw new InterruptedException();
                                }));
        assertTrue(Files.exists(file));
    }
}
