package plumbline.exchange.planfile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import plumbline.base.AtomicFile;
import plumbline.base.Problem;
import plumbline.base.Progress;
import plumbline.base.Sha256;
import plumbline.plan.Plan;
import plumbline.plan.Snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes plan files. */
public final class PlanFileWriter {
    /**
     * The same for every entry, so that the same plan gives the same bytes; one month later than a
     * zip's earliest, which would be kept by time zone.
     */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private static final DefaultIndenter INDENTER = new DefaultIndenter(" ", "\n");
    private static final ObjectWriter JSON =
            JsonMapper.builder()
                    .build()
                    .writer(
                            new DefaultPrettyPrinter()
                                    .withObjectIndenter(INDENTER)
                                    .withArrayIndenter(INDENTER));

    /**
     * What goes into a plan file.
     *
     * @param evidencePaths where each kept file lies, by its SHA-256
     * @param writtenOn the day that the file is signed with
     * @param isExtract true if the plan is only a part of the officer's
     */
    public record PlanFileContents(
            Plan plan,
            List<Snapshot> snapshots,
            Map<String, Path> evidencePaths,
            LocalDate writtenOn,
            boolean isExtract) {
        public PlanFileContents {
            snapshots = List.copyOf(snapshots);
            evidencePaths = Map.copyOf(evidencePaths);
        }

        /** The plan alone. */
        public static PlanFileContents planAlone(Plan plan, LocalDate written) {
            return new PlanFileContents(plan, List.of(), Map.of(), written, false);
        }
    }

    private PlanFileWriter() {}

    /**
     * A file that was there is replaced when everything is written, or stays as it was.
     *
     * @throws Problem if it cannot be written, or a file of evidence is not what it was
     * @throws X if the progress ends it
     */
    public static <X extends Exception> void writePlanFile(
            Path file, PlanFileContents contents, Progress<X> progress) throws Problem, X {
        AtomicFile.<X>write(
                file,
                out -> {
                    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
                        writeEntries(zip, contents, progress);
                    }
                });
    }

    private static <X extends Exception> void writeEntries(
            ZipOutputStream zip, PlanFileContents contents, Progress<X> progress)
            throws IOException, Problem, X {
        SortedMap<String, Path> evidence = new TreeMap<>(contents.evidencePaths);
        List<ObjectNode> entries = new ArrayList<>();
        byte[] plan = toBytes(PlanJsonWriter.planJson(contents.plan));
        entries.add(
                PlanJsonWriter.zipEntryJson(PlanFile.PLAN, plan.length, Sha256.hashBytes(plan)));
        List<byte[]> snapshots = new ArrayList<>();
        for (Snapshot snapshot : contents.snapshots) {
            byte[] bytes = toBytes(PlanJsonWriter.snapshotJson(snapshot));
            snapshots.add(bytes);
            entries.add(
                    PlanJsonWriter.zipEntryJson(
                            entryName(snapshot), bytes.length, Sha256.hashBytes(bytes)));
        }
        for (var each : evidence.entrySet())
            entries.add(
                    PlanJsonWriter.zipEntryJson(
                            PlanFile.EVIDENCE + each.getKey(),
                            Files.size(each.getValue()),
                            each.getKey()));
        PlanFile.PlanFileManifest manifest =
                PlanFile.PlanFileManifest.forPlan(
                        contents.plan, contents.writtenOn, contents.isExtract);
        writeEntry(
                zip,
                PlanFile.MANIFEST,
                toBytes(
                        PlanJsonWriter.manifestJson(manifest)
                                .putObjects("entries", entries)
                                .toNode()));
        writeEntry(zip, PlanFile.PLAN, plan);
        for (int i = 0; i < snapshots.size(); i++)
            writeEntry(zip, entryName(contents.snapshots.get(i)), snapshots.get(i));
        copyEvidence(zip, evidence, progress);
    }

    private static String entryName(Snapshot snapshot) {
        return PlanFile.SNAPSHOTS + snapshot.id() + ".json";
    }

    private static byte[] toBytes(ObjectNode node) throws JsonProcessingException {
        return (JSON.writeValueAsString(node) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void writeEntry(ZipOutputStream zip, String name, byte[] bytes)
            throws IOException {
        beginEntry(zip, name);
        zip.write(bytes);
        zip.closeEntry();
    }

    private static void beginEntry(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
    }

    private static <X extends Exception> void copyEvidence(
            ZipOutputStream zip, SortedMap<String, Path> evidence, Progress<X> progress)
            throws IOException, Problem, X {
        int done = 0;
        for (var each : evidence.entrySet()) {
            progress.reportShareDone((double) done++ / evidence.size());
            beginEntry(zip, PlanFile.EVIDENCE + each.getKey());
            copyChecked(each.getValue(), each.getKey(), zip);
            zip.closeEntry();
        }
        progress.reportShareDone(1);
    }

    private static void copyChecked(Path from, String sha256, OutputStream to)
            throws IOException, Problem {
        MessageDigest digest = Sha256.newDigest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(from), digest)) {
            in.transferTo(to);
        }
        if (!Sha256.toHex(digest).equals(sha256))
            throw new Problem("problem.planfile.evidence", from);
    }
}
