package plumbline.exchange.planfile;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import plumbline.base.Problem;
import plumbline.base.Progress;
import plumbline.base.Sha256;
import plumbline.plan.Plan;
import plumbline.plan.Snapshot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Reads plan files. The manifest comes first and says what follows, in which order, how long it is
 * and what its sum is; whatever differs is refused. No more is read than was said, and no entry's
 * name is ever used as a path.
 */
public final class PlanFileReader {
    private static final int MOST_MANIFEST = 4 << 20;
    private static final int MOST_JSON = 32 << 20;
    private static final long MOST_EVIDENCE = 1L << 30;

    /** A zip may unfold to so many times its own size; a small one to so many bytes. */
    private static final long MOST_TIMES = 100;

    private static final long SMALL = 64L << 20;
    private static final int CHUNK = 1 << 16;
    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(20)
                                                    .maxNumberLength(40)
                                                    .maxNameLength(60)
                                                    .maxStringLength(1_000_000)
                                                    .maxTokenCount(4_000_000)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    /** Takes one file of evidence. */
    @FunctionalInterface
    public interface EvidenceReceiver<X extends Exception> {
        /**
         * @param in ends where the file ends; what comes out of it is still to be held against the
         *     sum
         */
        void receive(String sha256, InputStream in) throws Problem, X;
    }

    private record PlanFileEntry(String name, long bytes, String sha256) {}

    private record ManifestAndEntries(
            PlanFile.PlanFileManifest manifest, List<PlanFileEntry> entries) {}

    /** Does something with an entry and what is in it. */
    @FunctionalInterface
    private interface EntryVisitor<X extends Exception> {
        void visit(PlanFileEntry entry, BoundedInput in) throws IOException, Problem, X;
    }

    private PlanFileReader() {}

    /**
     * Reads and checks all of it; of the evidence only the sums.
     *
     * @throws Problem if it is no plan file, made by a newer program, damaged, too large, or says
     *     what cannot be
     * @throws X if the progress ends it
     */
    public static <X extends Exception> PlanFile readPlanFile(Path file, Progress<X> progress)
            throws Problem, X {
        List<Plan> plans = new ArrayList<>();
        List<Snapshot> snapshots = new ArrayList<>();
        Set<String> evidence = new LinkedHashSet<>();
        ManifestAndEntries front =
                visitEntries(
                        file,
                        progress,
                        (entry, in) -> {
                            if (entry.name.equals(PlanFile.PLAN))
                                plans.add(
                                        PlanJsonReader.readPlan(
                                                parseJson(file, readWhole(entry, in))));
                            else if (entry.name.startsWith(PlanFile.SNAPSHOTS))
                                snapshots.add(
                                        PlanJsonReader.readSnapshot(
                                                parseJson(file, readWhole(entry, in))));
                            else evidence.add(entry.sha256);
                        });
        Plan plan = plans.getFirst();
        boolean alien =
                !plan.id().equals(front.manifest.planId())
                        || snapshots.stream().anyMatch(s -> !s.plan().id().equals(plan.id()));
        if (alien) throw damagedProblem(file);
        return new PlanFile(front.manifest, plan, snapshots, evidence);
    }

    /** Hands over the files of evidence in it, one after the other. */
    public static <X extends Exception> void extractEvidence(
            Path file, Progress<X> progress, EvidenceReceiver<X> taking) throws Problem, X {
        visitEntries(
                file,
                progress,
                (entry, in) -> {
                    if (entry.name.startsWith(PlanFile.EVIDENCE)) taking.receive(entry.sha256, in);
                });
    }

    /**
     * Each entry is read to its end and held against its sum, whatever the visit has read of it.
     */
    private static <X extends Exception> ManifestAndEntries visitEntries(
            Path file, Progress<X> progress, EntryVisitor<X> visit) throws Problem, X {
        if (!Files.isRegularFile(file) || !Files.isReadable(file))
            throw new Problem("problem.table.unreadable", file);
        try (ZipInputStream zip =
                new ZipInputStream(Files.newInputStream(file), StandardCharsets.UTF_8)) {
            ManifestAndEntries front = readFront(file, zip);
            long all = Math.max(1, front.entries.stream().mapToLong(PlanFileEntry::bytes).sum());
            long done = 0;
            for (PlanFileEntry entry : front.entries) {
                progress.reportShareDone((double) done / all);
                ZipEntry next = zip.getNextEntry();
                if (next == null || !next.getName().equals(entry.name)) throw damagedProblem(file);
                BoundedInput in = new BoundedInput(zip, entry.bytes);
                visit.visit(entry, in);
                in.skipToEnd();
                if (!in.hasEnded() || !in.sha256().equals(entry.sha256)) throw damagedProblem(file);
                done += entry.bytes;
            }
            if (zip.getNextEntry() != null) throw damagedProblem(file);
            progress.reportShareDone(1);
            return front;
        } catch (IOException | IllegalArgumentException e) {
            throw damagedProblem(file).withCause(e);
        }
    }

    /** Held against its sum before anybody reads it. */
    private static byte[] readWhole(PlanFileEntry entry, BoundedInput in) throws IOException {
        byte[] bytes = in.readRemaining();
        if (!Sha256.hashBytes(bytes).equals(entry.sha256))
            throw new ZipException("another sum: " + entry.name);
        return bytes;
    }

    private static Problem damagedProblem(Path file) {
        return new Problem("problem.planfile.damaged", file);
    }

    private static ManifestAndEntries readFront(Path file, ZipInputStream zip)
            throws IOException, Problem {
        ZipEntry first = zip.getNextEntry();
        if (first == null || !first.getName().equals(PlanFile.MANIFEST))
            throw new Problem("problem.planfile.kind", file);
        BoundedInput in = new BoundedInput(zip, MOST_MANIFEST);
        byte[] bytes = in.readRemaining();
        if (!in.hasEnded()) throw tooLargeProblem(file);
        JsonNode json = parseJson(file, bytes);
        if (!json.path("format").asText().equals(PlanFile.FORMAT))
            throw new Problem("problem.planfile.kind", file);
        if (json.path("version").intValue() > PlanFile.VERSION)
            throw new Problem("problem.planfile.newer", file, json.path("program").asText());
        ManifestAndEntries front =
                JsonFields.readObject(json, "manifest", PlanFileReader::frontFrom);
        checkEntries(file, front.entries);
        return front;
    }

    private static ManifestAndEntries frontFrom(JsonFields f) throws Problem {
        f.readText("format");
        PlanFile.PlanFileManifest manifest =
                new PlanFile.PlanFileManifest(
                        f.readInt("version"),
                        f.readText("program"),
                        f.readId("plan"),
                        f.readText("title"),
                        f.readDay("written"),
                        f.readFlag("part"));
        return new ManifestAndEntries(
                manifest,
                f.readList(
                        "entries",
                        e ->
                                new PlanFileEntry(
                                        e.readText("name"),
                                        e.readCount("bytes"),
                                        e.readText("sha256"))));
    }

    /** The plan, then snapshots, then evidence; each once, and none larger than it may be. */
    private static void checkEntries(Path file, List<PlanFileEntry> entries) throws Problem {
        Set<String> names = new HashSet<>();
        if (entries.isEmpty() || !entries.getFirst().name.equals(PlanFile.PLAN))
            throw damagedProblem(file);
        for (PlanFileEntry entry : entries) {
            if (!names.add(entry.name) || !isKnown(entry)) throw damagedProblem(file);
            if (entry.bytes > (isEvidence(entry) ? MOST_EVIDENCE : MOST_JSON))
                throw tooLargeProblem(file);
        }
        if (!areInOrder(entries)) throw damagedProblem(file);
        if (entries.stream().mapToLong(PlanFileEntry::bytes).sum()
                > Math.max(SMALL, fileSize(file) * MOST_TIMES)) throw tooLargeProblem(file);
    }

    private static long fileSize(Path file) throws Problem {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw damagedProblem(file).withCause(e);
        }
    }

    private static Problem tooLargeProblem(Path file) {
        return new Problem("problem.planfile.large", file);
    }

    private static boolean isEvidence(PlanFileEntry entry) {
        return entry.name.startsWith(PlanFile.EVIDENCE);
    }

    private static boolean areInOrder(List<PlanFileEntry> entries) {
        return entries.stream()
                .dropWhile(Predicate.not(PlanFileReader::isEvidence))
                .allMatch(PlanFileReader::isEvidence);
    }

    private static boolean isKnown(PlanFileEntry entry) {
        if (!entry.sha256.matches("[0-9a-f]{64}")) return false;
        return entry.name.equals(PlanFile.PLAN)
                || entry.name.matches("snapshots/[0-9a-f-]{36}\\.json")
                || entry.name.equals(PlanFile.EVIDENCE + entry.sha256);
    }

    private static JsonNode parseJson(Path file, byte[] bytes) throws IOException, Problem {
        try {
            return JSON.readTree(bytes);
        } catch (JsonProcessingException e) {
            throw damagedProblem(file).withCause(e);
        }
    }

    /** What is in one entry: no more than was said, counted and summed as it is read. */
    private static final class BoundedInput extends InputStream {
        private final InputStream source;
        private final long limit;
        private final MessageDigest digest = Sha256.newDigest();
        private long bytesRead;

        BoundedInput(InputStream in, long most) {
            this.source = in;
            this.limit = most;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int wanted = (int) Math.min(length, limit - bytesRead);
            int got = wanted == 0 ? -1 : source.read(into, offset, wanted);
            if (got < 0) return -1;
            digest.update(into, offset, got);
            bytesRead += got;
            return got;
        }

        byte[] readRemaining() throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            transferTo(bytes);
            return bytes.toByteArray();
        }

        void skipToEnd() throws IOException {
            byte[] chunk = new byte[CHUNK];
            while (read(chunk, 0, CHUNK) >= 0) continue;
        }

        /** True if nothing more comes. */
        boolean hasEnded() throws IOException {
            return source.read() < 0;
        }

        String sha256() {
            return Sha256.toHex(digest);
        }
    }
}
