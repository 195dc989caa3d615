package plumbline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import plumbline.assessment.Evaluation;
import plumbline.exchange.planfile.SamplePlans;
import plumbline.words.Messages;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Every file of a kit keeps the rules of its format, whatever template it was made on. */
class PackageRulesTest {
    @TempDir Path folder;

    private List<Path> kit(String sample, Locale language, Optional<Path> template)
            throws Exception {
        return new Handover(
                        Messages.forLocale(language),
                        new HandoverOptions(
                                EnumSet.complementOf(EnumSet.of(HandoverPart.CHARTS)),
                                HandoverOptions.everything().sections(),
                                HandoverOptions.everything().columns(),
                                template))
                        .<RuntimeException>writeHandover(
                                Evaluation.evaluate(
                                        SamplePlans.openSample(sample, new UUID(0, 1)),
                                        LocalDate.of(2023, 6, 30)),
                                Files.createDirectories(folder.resolve("kit")),
                                _ -> {})
                        .stream()
                        .filter(f -> f.toString().matches(".*\\.(docx|xlsx|pptx)"))
                        .toList();
    }

    private static void assertKeepsRules(List<Path> files) throws Exception {
        assertTrue(files.size() >= 6, files::toString);
        for (Path file : files) assertEquals(List.of(), PackageRules.findFaults(file), "" + file);
    }

    @ParameterizedTest
    @CsvSource({"suizhou, zh-CN", "suizhou, en", "jingdezhen, zh-CN", "xxshi, zh-CN"})
    void everyPartOfAKitKeepsTheRules(String sample, String language) throws Exception {
        assertKeepsRules(kit(sample, Locale.forLanguageTag(language), Optional.empty()));
    }

    /** The template is a deck of ours: its charts and their workbooks are in it. */
    @Test
    void aTemplateMayHoldChartsOfItsOwn() throws Exception {
        Path deck =
                Files.copy(
                        kit("suizhou", Messages.CHINESE, Optional.empty()).stream()
                                .filter(f -> f.toString().endsWith("pptx"))
                                .findFirst()
                                .orElseThrow(),
                        folder.resolve("template.pptx"));
        assertTrue(
                PackageRules.partNames(deck).stream().anyMatch(n -> n.startsWith("ppt/charts/")));
        List<Path> again = kit("suizhou", Messages.CHINESE, Optional.of(deck));
        assertKeepsRules(again);
        Path slides =
                again.stream().filter(f -> f.toString().endsWith("pptx")).findFirst().orElseThrow();
        assertEquals(
                count(deck, "ppt/embeddings/"),
                count(slides, "ppt/embeddings/"),
                "nothing of the template's slides is left");
    }

    private static long count(Path file, String under) throws IOException {
        return PackageRules.partNames(file).stream().filter(n -> n.startsWith(under)).count();
    }

    /** The rules themselves see what is wrong. */
    @Test
    void faultsAreSeen() throws Exception {
        String types =
                "<Types><Default Extension='rels' ContentType='r'/>"
                        + "<Default Extension='xml' ContentType='x'/></Types>";
        String body = "<a:t xmlns:a='%s'><a:txBody>%s</a:txBody></a:t>";
        String main = "http://schemas.openxmlformats.org/drawingml/2006/main";
        assertEquals(
                List.of(
                        "a.xml: txBody has [p]",
                        "b.xml: txBody has [bodyPr, lstStyle]",
                        "e.xml: not well formed",
                        "_rels/.rels: rId1 leads to c.xml, which is not there",
                        "d.png: no content type",
                        "d.png: nothing leads to it"),
                PackageRules.findFaults(
                        zip(
                                "[Content_Types].xml",
                                types,
                                "_rels/.rels",
                                "<Relationships><Relationship Id='rId1' Target='c.xml'/>"
                                        + "<Relationship Id='rId2' Target='/a.xml'/>"
                                        + "<Relationship Id='rId3' Target='b.xml'/>"
                                        + "<Relationship Id='rId4' Target='e.xml'/>"
                                        + "</Relationships>",
                                "a.xml",
                                body.formatted(main, "<a:p/>"),
                                "b.xml",
                                body.formatted(main, "<a:bodyPr/><a:lstStyle/>"),
                                "d.png",
                                "",
                                "e.xml",
                                "<e>")));
    }

    private Path zip(String... namesAndTexts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                out.putNextEntry(new ZipEntry(namesAndTexts[i]));
                out.write(namesAndTexts[i + 1].getBytes());
            }
        }
        return Files.write(folder.resolve("faulty.zip"), bytes.toByteArray());
    }
}
