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
     * @param evidence where each kept file lies, by its SHA-256
     * @param written the day that the file is signed with
     * @param part true if the plan is only a part of the officer's
     */
    public record Contents(
            Plan plan,
            List<Snapshot> snapshots,
            Map<String, Path> evidence,
            LocalDate written,
            boolean part) {
        public Contents {
            snapshots = List.copyOf(snapshots);
            evidence = Map.copyOf(evidence);
        }

        /** The plan alone. */
        public static Contents of(Plan plan, LocalDate written) {
            return new Contents(plan, List.of(), Map.of(), written, false);
        }
    }

    private PlanFileWriter() {}

    /**
     * A file that was there is replaced when everything is written, or stays as it was.
     *
     * @throws Problem if it cannot be written, or a file of evidence is not what it was
     * @throws X if the progress ends it
     */
    public static <X extends Exception> void write(
            Path file, Contents contents, Progress<X> progress) throws Problem, X {
        AtomicFile.<X>write(
                file,
                out -> {
                    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
                        fill(zip, contents, progress);
                    }
                });
    }

    private static <X extends Exception> void fill(
            ZipOutputStream zip, Contents contents, Progress<X> progress)
            throws IOException, Problem, X {
        SortedMap<String, Path> evidence = new TreeMap<>(contents.evidence);
        List<ObjectNode> entries = new ArrayList<>();
        byte[] plan = bytes(PlanJson.of(contents.plan));
        entries.add(PlanJson.entry(PlanFile.PLAN, plan.length, Sha256.of(plan)));
        List<byte[]> snapshots = new ArrayList<>();
        for (Snapshot snapshot : contents.snapshots) {
            byte[] bytes = bytes(PlanJson.of(snapshot));
            snapshots.add(bytes);
            entries.add(PlanJson.entry(name(snapshot), bytes.length, Sha256.of(bytes)));
        }
        for (var each : evidence.entrySet())
            entries.add(
                    PlanJson.entry(
                            PlanFile.EVIDENCE + each.getKey(),
                            Files.size(each.getValue()),
                            each.getKey()));
        PlanFile.Manifest manifest =
                PlanFile.Manifest.of(contents.plan, contents.written, contents.part);
        put(zip, PlanFile.MANIFEST, bytes(PlanJson.of(manifest).all("entries", entries).node()));
        put(zip, PlanFile.PLAN, plan);
        for (int i = 0; i < snapshots.size(); i++)
            put(zip, name(contents.snapshots.get(i)), snapshots.get(i));
        copy(zip, evidence, progress);
    }

    private static String name(Snapshot snapshot) {
        return PlanFile.SNAPSHOTS + snapshot.id() + ".json";
    }

    private static byte[] bytes(ObjectNode node) throws JsonProcessingException {
        return (JSON.writeValueAsString(node) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        begin(zip, name);
        zip.write(bytes);
        zip.closeEntry();
    }

    private static void begin(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
    }

    private static <X extends Exception> void copy(
            ZipOutputStream zip, SortedMap<String, Path> evidence, Progress<X> progress)
            throws IOException, Problem, X {
        int done = 0;
        for (var each : evidence.entrySet()) {
            progress.reached((double) done++ / evidence.size());
            begin(zip, PlanFile.EVIDENCE + each.getKey());
            copy(each.getValue(), each.getKey(), zip);
            zip.closeEntry();
        }
        progress.reached(1);
    }

    private static void copy(Path from, String sha256, OutputStream to)
            throws IOException, Problem {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(from), digest)) {
            in.transferTo(to);
        }
        if (!Sha256.text(digest).equals(sha256))
            throw new Problem("problem.planfile.evidence", from);
    }
}
