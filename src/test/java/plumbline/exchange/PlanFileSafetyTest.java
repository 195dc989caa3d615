package plumbline.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import plumbline.base.Problem;
import plumbline.base.Sha256;
import plumbline.exchange.planfile.PlanFile;
import plumbline.exchange.planfile.PlanFileTest;
import plumbline.exchange.planfile.PlanFileWriter.PlanFileContents;
import plumbline.exchange.planfile.SamplePlans;
import plumbline.plan.Plan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Whatever a stranger's plan file holds, it is read whole or refused with a sentence. */
class PlanFileSafetyTest {
    private static final String ZERO = "0".repeat(64);
    @TempDir Path folder;

    private static Plan sample() {
        try {
            return SamplePlans.openSample("suizhou", new UUID(0, 1));
        } catch (Problem problem) {
            throw new AssertionError(problem);
        }
    }

    private Path good() throws Problem {
        return PlanFileTest.write(folder, PlanFileContents.planAlone(sample(), PlanFileTest.DAY));
    }

    private static String refusal(Path file) {
        return assertThrows(Problem.class, () -> PlanFileTest.read(file)).messageKey();
    }

    /** A zip of these entries, in their order. */
    private Path zip(Map<String, String> entries) throws IOException {
        Path file = folder.resolve("made.plumb");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    private Map<String, String> entries(Path file) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                entries.put(
                        entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
        }
        return entries;
    }

    /** The sample with another text as its plan, and a manifest that fits it. */
    private Path withPlan(UnaryOperator<String> change) throws Exception {
        String plan = change.apply(entries(good()).get("plan.json"));
        return zip(withManifest(Map.of("plan.json", plan), "plan.json"));
    }

    /** A manifest that names the entries in this order, then the entries. */
    private Map<String, String> withManifest(Map<String, String> entries, String... order)
            throws Exception {
        StringBuilder list = new StringBuilder();
        Map<String, String> all = new LinkedHashMap<>();
        all.put("manifest.json", "");
        for (String name : order) {
            byte[] bytes = entries.get(name).getBytes(StandardCharsets.UTF_8);
            list.append(list.isEmpty() ? "" : ",")
                    .append(
                            "{\"name\":\"%s\",\"bytes\":%d,\"sha256\":\"%s\"}"
                                    .formatted(name, bytes.length, Sha256.hashBytes(bytes)));
            all.put(name, entries.get(name));
        }
        all.put("manifest.json", manifest("[" + list + "]"));
        return all;
    }

    private static String manifest(String entries) {
        return "{\"format\":\"plumbline-plan\",\"version\":1,\"program\":\"x\",\"plan\":\"%s\",\"title\":\"t\",\"written\":\"2026-03-01\",\"entries\":%s}"
                .formatted(new UUID(0, 1), entries);
    }

    @Test
    void whatThisTestMakesByHandIsReadWhereNothingIsWrong() throws Exception {
        assertEquals(sample(), PlanFileTest.read(withPlan(p -> p)).plan());
    }

    @Test
    void aFileThatIsNoneIsNamed() throws IOException {
        assertEquals(
                "problem.planfile.kind",
                refusal(Files.writeString(folder.resolve("a.plumb"), "规划")));
        assertEquals(
                "problem.planfile.kind",
                refusal(Files.write(folder.resolve("b.plumb"), new byte[0])));
        assertEquals("problem.planfile.kind", refusal(zip(Map.of("[Content_Types].xml", "<x/>"))));
        assertEquals(
                "problem.planfile.kind",
                refusal(zip(Map.of("manifest.json", "{\"format\":\"other\"}"))));
        assertEquals("problem.table.unreadable", refusal(folder.resolve("gone.plumb")));
        assertEquals("problem.table.unreadable", refusal(folder));
    }

    @Test
    void aNewerVersionIsRefusedWithItsProgram() throws Exception {
        Map<String, String> entries = entries(good());
        entries.compute(
                "manifest.json",
                (_, m) ->
                        m.replace("\"version\" : 2", "\"version\" : 3, \"colour\" : \"red\"")
                                .replace(PlanFile.PROGRAM, "Plumbline 9"));
        Problem problem = assertThrows(Problem.class, () -> PlanFileTest.read(zip(entries)));
        assertEquals("problem.planfile.newer", problem.messageKey());
        assertEquals("Plumbline 9", problem.arguments().get(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../evil.txt",
                "/etc/passwd",
                "C:\\evil",
                "evidence/../../evil",
                "snapshots/x.json",
                "plan.json/",
                "evidence/" + "a",
                "other.json"
            })
    void anEntryOfAnotherNameIsRefusedAndNothingIsWritten(String name) throws Exception {
        Map<String, String> all = Map.of("plan.json", entries(good()).get("plan.json"), name, "x");
        assertEquals(
                "problem.planfile.damaged", refusal(zip(withManifest(all, "plan.json", name))));
        Map<String, String> unsaid = withManifest(all, "plan.json");
        unsaid.put(name, "x");
        assertEquals("problem.planfile.damaged", refusal(zip(unsaid)));
    }

    @Test
    void anEntryThatStandsTwiceIsRefused() throws Exception {
        String plan = entries(good()).get("plan.json");
        Map<String, String> all = withManifest(Map.of("plan.json", plan), "plan.json");
        all.compute(
                "manifest.json",
                (_, m) -> m.replaceFirst("(\\{\"name\":\"plan.json\".*?\\})", "$1,$1"));
        assertEquals("problem.planfile.damaged", refusal(zip(all)));
        all.put(
                "manifest.json",
                withManifest(Map.of("plan.json", plan), "plan.json").get("manifest.json"));
        all.put("plan.jsom", plan);
        Path file = zip(all);
        Files.write(
                file,
                new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                        .replace("plan.jsom", "plan.json")
                        .getBytes(StandardCharsets.ISO_8859_1));
        assertEquals("problem.planfile.damaged", refusal(file));
    }

    @Test
    void whatWasChangedOnTheWayIsRefused() throws Exception {
        Map<String, String> entries = entries(good());
        entries.compute("plan.json", (_, p) -> p.replace("273104", "273105"));
        assertEquals("problem.planfile.damaged", refusal(zip(entries)));
    }

    @Test
    void aBombIsRefusedBeforeItUnfolds() throws Exception {
        Path file = folder.resolve("bomb.plumb");
        long bytes = 900L << 20;
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            put(
                    zip,
                    "manifest.json",
                    manifest(
                            "[{\"name\":\"plan.json\",\"bytes\":2,\"sha256\":\"%s\"},{\"name\":\"evidence/%s\",\"bytes\":%d,\"sha256\":\"%s\"}]"
                                    .formatted(
                                            Sha256.hashBytes("{}".getBytes(StandardCharsets.UTF_8)),
                                            ZERO,
                                            bytes,
                                            ZERO)));
            put(zip, "plan.json", "{}");
        }
        assertEquals("problem.planfile.large", refusal(file));
    }

    @Test
    void anEntryThatIsLongerThanSaidIsNotReadOn() throws Exception {
        Path file = folder.resolve("long.plumb");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            put(
                    zip,
                    "manifest.json",
                    manifest(
                            "[{\"name\":\"plan.json\",\"bytes\":100,\"sha256\":\"%s\"}]"
                                    .formatted(ZERO)));
            zip.putNextEntry(new ZipEntry("plan.json"));
            byte[] blank = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 100; i++) zip.write(blank);
            zip.closeEntry();
        }
        assertEquals("problem.planfile.damaged", refusal(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "1e999999999",
                "99999999999999999999999999",
                "\"2\"",
                "null",
                "40000000"
            })
    void absurdSizesAreRefused(String bytes) throws Exception {
        Path file =
                zip(
                        Map.of(
                                "manifest.json",
                                manifest(
                                        "[{\"name\":\"plan.json\",\"bytes\":%s,\"sha256\":\"%s\"}]"
                                                .formatted(bytes, ZERO))));
        assertTrue(
                List.of(
                                "problem.planfile.content",
                                "problem.planfile.large",
                                "problem.planfile.damaged")
                        .contains(refusal(file)));
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    @Test
    void deepNestingIsRefused() throws Exception {
        assertEquals("problem.planfile.damaged", refusal(withPlan(_ -> "[".repeat(1_000_000))));
        assertEquals(
                "problem.planfile.damaged", refusal(withPlan(_ -> "{\"a\":".repeat(1_000_000))));
        assertEquals(
                "problem.planfile.damaged",
                refusal(zip(Map.of("manifest.json", "[".repeat(1_000_000)))));
    }

    @Test
    void millionsOfEmptyObjectsAreRefused() throws Exception {
        assertEquals(
                "problem.planfile.damaged",
                refusal(withPlan(_ -> "{\"indicators\":[" + "{},".repeat(5_000_000) + "{}]}")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"273104\" | \"1E999999999\" | plan.indicators[0].observations[1].reading.amount",
                "\"273104\" | \"1E+900\" | plan.indicators[0].observations[1].reading",
                "\"273104\" | 273104 | plan.indicators[0].observations[1].reading.amount",
                "\"273104\" | \"27 万\" | plan.indicators[0].observations[1].reading.amount",
                "\"273104\" | \"\" | plan.indicators[0].observations[1].reading.amount",
                "\"2022\" | \"2022H3\" | plan.periods",
                "\"firstYear\" : 2021 | \"firstYear\" : 1e999999999 | plan.firstYear",
                "\"firstYear\" : 2021 | \"firstYear\" : 20210000000000 | plan.firstYear",
                "\"firstYear\" : 2021 | \"firstYear\" : -2021 | plan",
                "\"kind\" : \"STOCK\" | \"kind\" : \"STONE\" | plan.indicators[0].kind",
                "\"2025-12-31\" | \"2025-13-31\" | plan.indicators[0].course[1]",
                "\"2025-12-31\" | \"+999999999-12-31\" | plan.indicators[0].course[1].on",
                "\"months\" : 12 | \"months\" : 0 | plan.indicators[0].observations[0]",
                "\"level\" : 1 | \"level\" : 7 | plan",
                "\"decimals\" : 0 | \"decimals\" : 0.0 | plan.indicators[0].decimals",
                "\"id\" : \"00000000-0000-0000-0000-000000000001\" | \"id\" : \"../../x\" | plan.id"
            })
    void whatCannotBeIsNamedByItsPlace(String from, String to, String place) throws Exception {
        Path file =
                withPlan(
                        p -> {
                            assertTrue(p.contains(from), from);
                            return p.replaceFirst(
                                    Pattern.quote(from), Matcher.quoteReplacement(to));
                        });
        Problem problem = assertThrows(Problem.class, () -> PlanFileTest.read(file));
        assertEquals(
                "problem.planfile.content " + place,
                problem.messageKey() + " " + problem.arguments().getFirst());
    }

    @Test
    void anUnknownFieldIsRefusedByItsName() throws Exception {
        Path file =
                withPlan(
                        p ->
                                p.replaceFirst(
                                        "\"kind\" : \"STOCK\"",
                                        "\"kind\" : \"STOCK\", \"colour\" : \"red\""));
        Problem problem = assertThrows(Problem.class, () -> PlanFileTest.read(file));
        assertEquals(
                "problem.planfile.field [plan.indicators[0].colour]",
                problem.messageKey() + " " + problem.arguments());
    }

    @Test
    void twoFieldsOfOneNameAreRefused() throws Exception {
        assertEquals(
                "problem.planfile.damaged",
                refusal(
                        withPlan(
                                p ->
                                        p.replaceFirst(
                                                "\"kind\" : \"STOCK\"",
                                                "\"kind\" : \"STOCK\", \"kind\" : \"HOLD\""))));
    }

    @Test
    void twoThingsOfOneIdAreRefused() throws Exception {
        Plan plan = sample();
        String first = plan.indicators().get(0).id().toString();
        String second = plan.indicators().get(1).id().toString();
        assertEquals(
                "problem.planfile.content",
                refusal(
                        withPlan(
                                p ->
                                        p.replaceFirst(
                                                "\"id\" : \"" + second, "\"id\" : \"" + first))));
    }

    @Test
    void aTextThatNoLibraryCouldKeepIsRefused() throws Exception {
        assertEquals(
                "problem.planfile.content",
                refusal(
                        withPlan(
                                p ->
                                        p.replaceFirst(
                                                "\"organisation\" : \"",
                                                "\"organisation\" : \"" + "长".repeat(600)))));
    }

    /**
     * Cut off anywhere it is refused, or, where only the zip's own list at the end is gone, whole.
     */
    @Test
    void aFileThatWasCutOffIsRefused() throws Exception {
        byte[] bytes = Files.readAllBytes(good());
        int whole = 0;
        for (int length = 0; length < bytes.length; length += 97) {
            Path file = Files.write(folder.resolve("cut.plumb"), Arrays.copyOf(bytes, length));
            try {
                assertEquals(sample(), PlanFileTest.read(file).plan());
                whole++;
            } catch (Problem problem) {
                assertTrue(
                        problem.messageKey().startsWith("problem.planfile."), problem.messageKey());
            }
        }
        assertTrue(whole < 5, "read whole: " + whole);
    }

    @Test
    void changedBytesAreRefusedOrHarmless() throws Exception {
        byte[] bytes = Files.readAllBytes(good());
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            byte[] changed = bytes.clone();
            for (int n = random.nextInt(1, 5); n > 0; n--)
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            Path file = Files.write(folder.resolve("changed.plumb"), changed);
            try {
                assertEquals(sample(), PlanFileTest.read(file).plan());
            } catch (Problem problem) {
                assertTrue(
                        problem.messageKey().startsWith("problem.planfile."), problem.messageKey());
            }
        }
    }

    /** The sums fit here, so that it is the reader of the plan that meets the nonsense. */
    @Test
    void changedJsonIsRefusedOrRead() throws Exception {
        String plan = entries(good()).get("plan.json");
        Random random = new Random(8);
        int refused = 0;
        for (int i = 0; i < 300; i++) {
            StringBuilder changed = new StringBuilder(plan);
            int at = random.nextInt(changed.length() - 20);
            if (random.nextBoolean()) changed.delete(at, at + random.nextInt(20));
            else changed.insert(at, "\"{}[],:9-eE".charAt(random.nextInt(11)));
            try {
                PlanFileTest.read(withPlan(_ -> changed.toString()));
            } catch (Problem problem) {
                refused++;
                assertTrue(
                        problem.messageKey().startsWith("problem.planfile."), problem.messageKey());
            }
        }
        assertTrue(refused > 150, "refused: " + refused);
    }
}
