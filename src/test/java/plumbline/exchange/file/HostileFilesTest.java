package plumbline.exchange.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import plumbline.base.Problem;
import plumbline.exchange.MadeFiles;
import plumbline.exchange.file.Grid.GridVisibility;
import plumbline.words.Messages;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that are broken, locked, endless or meant to do harm: each gets its sentence. */
class HostileFilesTest {
    /** Small enough for a test to reach. */
    private static final ReadLimits SMALL =
            new ReadLimits(
                    200_000, 300_000, 20, 10_000, 50, 400, 20_000, 600, Duration.ofSeconds(20));

    @TempDir Path folder;

    private static String key(byte[] file, String name) {
        Problem problem =
                assertThrows(Problem.class, () -> DocumentReader.readBytes(file, name, SMALL));
        for (Locale language : List.of(Messages.CHINESE, Messages.ENGLISH))
            assertTrue(
                    Messages.forLocale(language).problemSentence(problem).contains(name),
                    () -> problem.messageKey());
        return problem.messageKey();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] xlsx(String sheet) {
        return MadeFiles.zip(MadeFiles.workbook(sheet));
    }

    private static String rows(int count) {
        StringBuilder rows = new StringBuilder("<sheetData>");
        for (int r = 1; r <= count; r++)
            rows.append("<row r='")
                    .append(r)
                    .append("'><c r='A")
                    .append(r)
                    .append("'><v>1</v></c></row>");
        return rows + "</sheetData>";
    }

    @Test
    void noEntityIsFollowedOrMultiplied() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "geheim");
        for (String type :
                List.of(
                        "<!DOCTYPE x [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]>",
                        "<!DOCTYPE x SYSTEM '" + secret.toUri() + "'>",
                        "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY e '&a;&a;&a;'>]>")) {
            Map<String, String> parts =
                    MadeFiles.workbook(
                            "<sheetData><row><c t='inlineStr'><is><t>&e;</t></is></c></row></sheetData>");
            parts.computeIfPresent("xl/worksheets/sheet1.xml", (_, text) -> type + text);
            assertEquals("problem.table.damaged", key(MadeFiles.zip(parts), "a.xlsx"));
            Map<String, String> document =
                    MadeFiles.document("<w:p><w:r><w:t>&e;</w:t></w:r></w:p>");
            document.computeIfPresent("word/document.xml", (_, text) -> type + text);
            assertEquals("problem.table.damaged", key(MadeFiles.zip(document), "a.docx"));
        }
    }

    @Test
    void aPartOutsideThePackageIsNotFollowed() {
        Map<String, String> parts = MadeFiles.workbook(rows(1));
        parts.computeIfPresent(
                "xl/_rels/workbook.xml.rels",
                (_, text) -> text.replace("worksheets/sheet1.xml", "../../../../../etc/passwd"));
        assertEquals("problem.table.damaged", key(MadeFiles.zip(parts), "a.xlsx"));
        Map<String, String> external = MadeFiles.workbook(rows(1));
        external.computeIfPresent(
                "xl/_rels/workbook.xml.rels",
                (_, text) ->
                        text.replace(
                                "Target='worksheets/sheet1.xml'",
                                "TargetMode='External' Target='worksheets/sheet1.xml'"));
        assertEquals("problem.table.empty", key(MadeFiles.zip(external), "a.xlsx"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<row r='1'/>", "          ", "<!-- c -->"})
    void aPartThatNeverEndsIsLeft(String again) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : MadeFiles.workbook("<sheetData>").entrySet()) {
                out.putNextEntry(new ZipEntry(part.getKey()));
                out.write(bytes(part.getValue().replace("</worksheet>", "")));
                if (part.getKey().endsWith("sheet1.xml")) MadeFiles.repeat(out, again, 100_000);
            }
        }
        assertEquals("problem.table.unpacked", key(bytes.toByteArray(), "bomb.xlsx"));
    }

    @Test
    void oneEndlessAttributeIsLeft() {
        assertEquals(
                "problem.table.unpacked",
                key(
                        xlsx("<sheetData><row r='" + "1".repeat(20_000) + "'/></sheetData>"),
                        "a.xlsx"));
    }

    @Test
    void tooManyPartsAreRefused() {
        Map<String, String> parts = MadeFiles.workbook(rows(1));
        for (int i = 0; i < 30; i++) parts.put("p" + i, "");
        assertEquals("problem.table.unpacked", key(MadeFiles.zip(parts), "a.xlsx"));
    }

    @Test
    void tooManyRowsAreRefusedAndAsManyAsWeReadAreNot() throws Exception {
        assertEquals(
                50,
                MadeFiles.grids(DocumentReader.readBytes(xlsx(rows(50)), "a.xlsx", SMALL))
                        .getFirst()
                        .rows()
                        .size());
        assertEquals("problem.table.rows", key(xlsx(rows(51)), "a.xlsx"));
        assertEquals("problem.table.rows", key(bytes("a,b\n".repeat(51)), "a.csv"));
        assertEquals("problem.table.rows", key(bytes("a\tb\n".repeat(51)), "a.txt"));
        assertEquals(
                "problem.table.rows",
                key(bytes("<table>" + "<tr><td>a<td>b</tr>".repeat(51) + "</table>"), "a.html"));
        assertEquals(
                "problem.table.rows",
                key(
                        MadeFiles.zip(
                                MadeFiles.document(
                                        "<w:tbl>"
                                                + "<w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr>"
                                                        .repeat(51)
                                                + "</w:tbl>")),
                        "a.docx"));
        assertEquals(
                "problem.table.rows",
                key(
                        MadeFiles.xls(
                                w -> {
                                    w.createSheet();
                                    IntStream.range(0, 51)
                                            .forEach(
                                                    r ->
                                                            w.getSheetAt(0)
                                                                    .createRow(r)
                                                                    .createCell(0)
                                                                    .setCellValue(r));
                                }),
                        "a.xls"));
    }

    @Test
    void aSheetThatIsTooLargeDoesNotTakeTheOthersWithIt() throws Exception {
        Map<String, String> parts = MadeFiles.workbook(rows(51));
        parts.computeIfPresent(
                "xl/workbook.xml",
                (_, text) ->
                        text.replace(
                                "</sheets>", "<sheet name='另' sheetId='2' r:id='rId4'/></sheets>"));
        parts.put("xl/worksheets/sheet2.xml", MadeFiles.sheet(rows(3)));
        List<Grid> grids =
                MadeFiles.grids(DocumentReader.readBytes(MadeFiles.zip(parts), "a.xlsx", SMALL));
        assertEquals(
                List.of(GridVisibility.LEFT_OUT, GridVisibility.SHOWN),
                grids.stream().map(Grid::visibility).toList());
        assertEquals(
                List.of(new GridFinding(GridFault.LEFT_OUT, "附表", "", "")),
                grids.getFirst().gridFindings());
        assertEquals(3, grids.getLast().rows().size());
    }

    @Test
    void aFewCellsFarApartDoNotMakeAHugeTable() {
        StringBuilder cells = new StringBuilder();
        for (int i = 1; i < 50; i++)
            cells.append("<row r='")
                    .append(i * 100)
                    .append("'><c r='")
                    .append(Cell.formatAddress(i * 100 - 1, i * 100))
                    .append("'><v>1</v></c></row>");
        assertEquals(
                "problem.table.rows", key(xlsx("<sheetData>" + cells + "</sheetData>"), "a.xlsx"));
    }

    @Test
    void textWithoutEndIsRefused() {
        Map<String, String> parts = MadeFiles.workbook(rows(1));
        parts.put("xl/sharedStrings.xml", MadeFiles.shared("<si><t>文字</t></si>".repeat(600)));
        assertEquals("problem.table.letters", key(MadeFiles.zip(parts), "a.xlsx"));
        assertEquals("problem.table.letters", key(bytes("字".repeat(20_001)), "a.txt"));
    }

    @Test
    void aPageOfNothingButTagsIsRefused() {
        assertEquals(
                "problem.table.rows", key(bytes("<html><body>" + "<i>".repeat(700)), "a.html"));
    }

    @Test
    void aTextThatNeverFollowsTheSharedOnesIsDamage() {
        assertEquals(
                "problem.table.damaged",
                key(xlsx("<sheetData><row><c t='s'><v>7</v></c></row></sheetData>"), "a.xlsx"));
    }

    @Test
    void aNumberBeyondAllNumbersIsDamage() {
        assertEquals(
                "problem.table.damaged",
                key(xlsx("<sheetData><row><c><v>1e999999999</v></c></row></sheetData>"), "a.xlsx"));
    }

    @Test
    void brokenPackagesAreDamage() {
        byte[] whole = xlsx(rows(3));
        assertEquals(
                "problem.table.damaged",
                key(java.util.Arrays.copyOf(whole, whole.length - 40), "a.xlsx"));
        assertEquals("problem.table.damaged", key(java.util.Arrays.copyOf(whole, 10), "a.docx"));
    }

    @Test
    void noSpoiltByteOfAPackageMakesAnotherFigure() throws Exception {
        Map<String, String> parts = MadeFiles.workbook(rows(3));
        parts.put("xl/styles.xml", MadeFiles.styles(Map.of(176, "0.0")));
        byte[] whole = MadeFiles.zip(parts);
        List<List<String>> figures = MadeFiles.texts(MadeFiles.grids(whole, "a.xlsx").getFirst());
        int refused = 0;
        for (int i = 0; i < whole.length; i++) {
            byte[] spoilt = whole.clone();
            spoilt[i] ^= 0x15;
            try {
                assertEquals(
                        figures, MadeFiles.texts(MadeFiles.grids(spoilt, "a.xlsx").getFirst()));
            } catch (Problem problem) {
                refused++;
            }
        }
        assertTrue(refused > whole.length / 3);
    }

    @Test
    void wrongNamesAreSeenThrough() throws Exception {
        assertEquals(
                1, MadeFiles.grids(DocumentReader.readBytes(xlsx(rows(1)), "a.xls", SMALL)).size());
        assertEquals(
                1, MadeFiles.grids(DocumentReader.readBytes(xlsx(rows(1)), "a.csv", SMALL)).size());
        assertEquals(
                "problem.table.kind", key(MadeFiles.zip(Map.of("readme.txt", "text")), "a.xlsx"));
        assertEquals(
                "problem.table.kind",
                key(
                        new byte[] {
                            (byte) 0x89,
                            'P',
                            'N',
                            'G',
                            13,
                            10,
                            26,
                            10,
                            0,
                            0,
                            0,
                            13,
                            1,
                            2,
                            3,
                            4,
                            5,
                            6,
                            7,
                            8
                        },
                        "a.csv"));
        assertEquals("problem.table.kind", key(bytes("{\\rtf1 text}"), "a.doc"));
        assertEquals("problem.table.kind", key(bytes("MIME-Version: 1.0\n"), "a.xls"));
    }

    private static byte[] wrapped(String stream) throws Exception {
        try (POIFSFileSystem file = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            file.createDocument(new ByteArrayInputStream(new byte[5000]), stream);
            file.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    @Test
    void oldOfficeFilesAreToldApart() throws Exception {
        assertEquals("problem.table.oldWord", key(wrapped("WordDocument"), "a.doc"));
        assertEquals("problem.table.oldExcel", key(wrapped("Book"), "a.xls"));
        assertEquals("problem.table.locked", key(wrapped("EncryptedPackage"), "a.xlsx"));
        assertEquals("problem.table.kind", key(wrapped("PowerPoint Document"), "a.ppt"));
    }

    private static byte[] locked(String password) throws Exception {
        Biff8EncryptionKey.setCurrentUserPassword(password);
        try {
            return MadeFiles.xls(w -> w.createSheet().createRow(0).createCell(0).setCellValue("密"));
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    @Test
    void anOldWorkbookWithAPasswordIsSaidSo() throws Exception {
        assertEquals("problem.table.locked", key(locked("geheim"), "a.xls"));
    }

    /**
     * Excel locks a workbook of which only the structure is protected with a password of its own.
     */
    @Test
    void anOldWorkbookOfWhichOnlyTheStructureIsProtectedIsRead() throws Exception {
        assertEquals(
                "密",
                MadeFiles.grids(locked("VelvetSweatshop"), "a.xls")
                        .getFirst()
                        .rows()
                        .getFirst()
                        .getFirst()
                        .shownText());
    }

    @Test
    void anEmptyFileIsSaidSo() throws Exception {
        assertEquals("problem.table.empty", key(new byte[0], "a.xlsx"));
        assertEquals("problem.table.empty", key(bytes(" \r\n \r\n"), "a.csv"));
        assertEquals("problem.table.empty", key(xlsx("<sheetData/>"), "a.xlsx"));
        assertEquals("problem.table.empty", key(MadeFiles.xls(HSSFWorkbook::createSheet), "a.xls"));
    }

    @Test
    void aDatabaseIsNeverOpened() throws Exception {
        byte[] database = bytes("H:2,block:5,blockSize:1000,chunk:1,created:1");
        assertEquals("problem.table.library", key(database, "plumbline.mv.db"));
        assertEquals("problem.table.library", key(database, "table.xlsx"));
        Path named = Files.write(folder.resolve("plumbline.mv.db"), xlsx(rows(1)));
        assertEquals(
                "problem.table.library",
                assertThrows(Problem.class, () -> DocumentReader.readFile(named)).messageKey());
    }

    private String key(Path file) {
        return assertThrows(Problem.class, () -> DocumentReader.readFile(file, SMALL)).messageKey();
    }

    @Test
    void aFileThatCannotBeHadIsSaidWhy() throws Exception {
        assertEquals("problem.table.gone", key(folder.resolve("gone.xlsx")));
        assertEquals("problem.table.folder", key(folder));
        assertEquals(
                "problem.table.large",
                key(Files.write(folder.resolve("large.csv"), new byte[200_001])));
    }

    @Test
    void aFileThatMayNotBeReadIsSaidSo() throws Exception {
        Path file = Files.writeString(folder.resolve("own.csv"), "a,b");
        Assumptions.assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        Assumptions.assumeFalse(Files.isReadable(file));
        assertEquals("problem.table.denied", key(file));
    }

    /** Gives a byte at a time, and its file grows meanwhile. */
    @Test
    void aFileThatIsJustBeingWrittenIsLeftAlone() throws Exception {
        Path file = Files.writeString(folder.resolve("a.csv"), "a,b\n");
        assertEquals(
                "problem.table.changing",
                assertThrows(
                                Problem.class,
                                () ->
                                        DocumentReader.readFile(
                                                file,
                                                SMALL,
                                                at -> {
                                                    try (OutputStream more =
                                                            Files.newOutputStream(
                                                                    at,
                                                                    java.nio.file.StandardOpenOption
                                                                            .APPEND)) {
                                                        InputStream now = Files.newInputStream(at);
                                                        more.write(bytes("1,2\n"));
                                                        return now;
                                                    }
                                                }))
                        .messageKey());
    }

    @Test
    void aDriveThatHasGoneIsSaidSo() throws Exception {
        Path file = Files.writeString(folder.resolve("a.csv"), "a,b\n");
        assertEquals(
                "problem.table.unreadable",
                assertThrows(
                                Problem.class,
                                () ->
                                        DocumentReader.readFile(
                                                file,
                                                SMALL,
                                                _ -> {
                                                    throw new java.io.IOException(
                                                            "the network name is no longer available");
                                                }))
                        .messageKey());
    }

    @Test
    void aDriveThatIsTooSlowIsNotWaitedFor() throws Exception {
        ReadLimits impatient =
                new ReadLimits(1000, 1000, 1, 1000, 50, 400, 1000, 100, Duration.ZERO);
        assertEquals(
                "problem.table.slow",
                assertThrows(
                                Problem.class,
                                () ->
                                        DocumentReader.readFile(
                                                Files.writeString(folder.resolve("a.csv"), "a,b\n"),
                                                impatient))
                        .messageKey());
    }

    /**
     * A quarter of a million rows of text in a package of a few megabytes, within the usual limits.
     */
    @Test
    void aHugeWorkbookIsRefusedWithoutUnpackingIt() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : MadeFiles.workbook("<sheetData>").entrySet()) {
                out.putNextEntry(new ZipEntry(part.getKey()));
                boolean sheet = part.getKey().endsWith("sheet1.xml");
                out.write(
                        bytes(
                                sheet
                                        ? part.getValue().replace("</worksheet>", "")
                                        : part.getValue()));
                if (sheet)
                    MadeFiles.repeat(
                            out,
                            "<row><c t='inlineStr'><is><t>一二三四五六七八九十</t></is></c><c><v>12.46</v></c></row>",
                            1_000_000);
                if (sheet) out.write(bytes("</sheetData></worksheet>"));
            }
        }
        assertEquals(
                "problem.table.rows",
                assertThrows(
                                Problem.class,
                                () ->
                                        DocumentReader.readBytes(
                                                bytes.toByteArray(), "huge.xlsx", ReadLimits.USUAL))
                        .messageKey());
    }
}
