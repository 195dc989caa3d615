package plumbline.exchange.file;

import plumbline.base.Problem;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import javax.xml.stream.XMLStreamException;

/**
 * Reads tables and the text around them out of a stranger's file: workbook, Word document, web
 * page, CSV, plain text. What the file is, its first bytes say, not its name: an .xls is often a
 * web page. Nothing in it is run, calculated or followed.
 */
public final class DocumentReader {
    private static final byte[] OLD_OFFICE = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    /** An H2 file can carry code: it is never opened, whatever it is called. */
    private static final byte[] LIBRARY = "H:2,block".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] LIBRARY_BEFORE = "H:1,block".getBytes(StandardCharsets.US_ASCII);
    private static final List<byte[]> OTHERS =
            List.of(
                    "%PDF".getBytes(StandardCharsets.US_ASCII),
                    "{\\rtf".getBytes(StandardCharsets.US_ASCII),
                    "MIME-Version".getBytes(StandardCharsets.US_ASCII),
                    "Rar!".getBytes(StandardCharsets.US_ASCII),
                    "7z\u00bc\u00af".getBytes(StandardCharsets.ISO_8859_1));

    private DocumentReader() {}

    /**
     * @throws Problem if the file cannot be read, is of a kind that holds no table, or holds more
     *     than we read
     */
    public static List<DocumentBlock> readFile(Path file) throws Problem {
        return readFile(file, ReadLimits.USUAL);
    }

    /** As {@link #readFile(Path)}, within other limits. */
    public static List<DocumentBlock> readFile(Path file, ReadLimits limits) throws Problem {
        return readFile(file, limits, Files::newInputStream);
    }

    /** How a file is opened. */
    interface FileOpening {
        InputStream open(Path file) throws IOException;
    }

    static List<DocumentBlock> readFile(Path file, ReadLimits limits, FileOpening opening)
            throws Problem {
        String name = String.valueOf(file.getFileName());
        if (name.toLowerCase(Locale.ROOT).endsWith(".mv.db"))
            throw new Problem("problem.table.library", name);
        return readBytes(loadBytes(file, limits, opening), name, limits);
    }

    /**
     * As {@link #readFile(Path)}, of bytes already read. @param name of the file, for its ending
     * and for sentences
     */
    public static List<DocumentBlock> readBytes(byte[] bytes, String name, ReadLimits limits)
            throws Problem {
        try {
            List<DocumentBlock> blocks = readBlocks(bytes, name, new ReadBudget(limits, name));
            return requireReadable(blocks, name, limits);
        } catch (IOException | XMLStreamException | RuntimeException e) {
            // A stranger's file can bring any parser down; whatever it throws, the answer is the
            // same.
            throw isCausedByOverfull(e)
                    ? new Problem("problem.table.unpacked", name, limits.unpacked() / 1_000_000)
                            .withCause(e)
                    : new Problem("problem.table.damaged", name).withCause(e);
        }
    }

    /**
     * As {@link #readFile(Path)}, of a text that was pasted: plain, or as a web page. @throws
     * Problem if it cannot be understood, or is more than we read
     */
    public static List<DocumentBlock> readPastedText(String text) throws Problem {
        try {
            return readTextBlocks(text, new ReadBudget(ReadLimits.USUAL, ""));
        } catch (Problem | RuntimeException e) {
            throw new Problem("problem.table.pasted").withCause(e);
        }
    }

    /**
     * Whether what was copied as a web page holds a table, and so more than the plain text beside
     * it.
     */
    public static boolean holdsTable(String html) {
        return html.toLowerCase(Locale.ROOT).contains("<td");
    }

    private static List<DocumentBlock> readBlocks(byte[] bytes, String name, ReadBudget budget)
            throws Problem, IOException, XMLStreamException {
        if (bytes.length == 0) throw new Problem("problem.table.empty", name);
        if (startsWithBytes(bytes, LIBRARY) || startsWithBytes(bytes, LIBRARY_BEFORE))
            throw new Problem("problem.table.library", name);
        if (startsWithBytes(bytes, OLD_OFFICE)) return XlsReader.readWorkbook(bytes, budget);
        if (startsWithBytes(bytes, ZIP)) return readOfficeZip(bytes, name, budget);
        if (OTHERS.stream().anyMatch(o -> startsWithBytes(bytes, o)))
            throw new Problem("problem.table.kind", name);
        String text =
                TextDecoder.decodeText(bytes)
                        .orElseThrow(() -> new Problem("problem.table.kind", name));
        if (text.isBlank()) throw new Problem("problem.table.empty", name);
        if (SpreadsheetMlReader.looksLikeSpreadsheetMl(text))
            return SpreadsheetMlReader.readSheets(text.stripLeading(), budget);
        boolean delimited =
                name.toLowerCase(Locale.ROOT).matches(".*\\.(csv|tsv|xls|xlsx|et)")
                        && !HtmlReader.looksLikeHtml(text);
        if (!delimited) return readTextBlocks(text, budget);
        budget.takeText(text.length());
        return List.of(new DocumentBlock.TableBlock(DelimitedText.readGrid(text, budget)));
    }

    private static List<DocumentBlock> readTextBlocks(String text, ReadBudget budget)
            throws Problem {
        if (HtmlReader.looksLikeHtml(text)) return HtmlReader.readPage(text, budget);
        budget.takeText(text.length());
        return PlainTextReader.readText(text, budget);
    }

    private static List<DocumentBlock> readOfficeZip(byte[] bytes, String name, ReadBudget budget)
            throws Problem, IOException, XMLStreamException {
        try (OfficeZip zip = new OfficeZip(bytes, budget.limits())) {
            Optional<String> main = zip.findMainPart().filter(zip::hasPart);
            if (main.isEmpty()) throw new Problem("problem.table.kind", name);
            String lower = main.get().toLowerCase(Locale.ROOT);
            if (lower.endsWith("document.xml"))
                return DocxReader.readDocument(zip, main.get(), budget);
            if (lower.endsWith("workbook.xml"))
                return XlsxReader.readWorkbook(zip, main.get(), budget);
            throw new Problem("problem.table.kind", name);
        }
    }

    /** A file of which everything had to be left out, or that holds nothing, is told at once. */
    private static List<DocumentBlock> requireReadable(
            List<DocumentBlock> blocks, String name, ReadLimits limits) throws Problem {
        List<Grid> grids =
                blocks.stream()
                        .filter(DocumentBlock.TableBlock.class::isInstance)
                        .map(b -> ((DocumentBlock.TableBlock) b).grid())
                        .toList();
        boolean something =
                grids.stream().anyMatch(g -> !g.rows().isEmpty())
                        || blocks.stream()
                                .anyMatch(
                                        b ->
                                                b instanceof DocumentBlock.TextBlock(String text)
                                                        && !text.isBlank());
        if (something) return List.copyOf(blocks);
        boolean leftOut =
                grids.stream().anyMatch(g -> g.visibility() == Grid.GridVisibility.LEFT_OUT);
        throw leftOut
                ? new Problem("problem.table.rows", name, limits.rows(), limits.cells())
                : new Problem("problem.table.empty", name);
    }

    private static boolean isCausedByOverfull(Throwable thrown) {
        for (Throwable e = thrown; e != null; e = e.getCause())
            if (e instanceof OfficeZip.OverfullZipException) return true;
        return false;
    }

    private static byte[] loadBytes(Path file, ReadLimits limits, FileOpening opening)
            throws Problem {
        try {
            BasicFileAttributes before = Files.readAttributes(file, BasicFileAttributes.class);
            if (before.isDirectory()) throw new Problem("problem.table.folder", file);
            if (!before.isRegularFile()) throw new Problem("problem.table.kind", file);
            if (before.size() > limits.bytes())
                throw new Problem("problem.table.large", file, limits.bytes() / 1_000_000);
            byte[] bytes;
            try (InputStream in = opening.open(file)) {
                bytes = loadBytes(in, String.valueOf(file), limits);
            }
            BasicFileAttributes after = Files.readAttributes(file, BasicFileAttributes.class);
            boolean same =
                    bytes.length == before.size()
                            && after.size() == before.size()
                            && after.lastModifiedTime().equals(before.lastModifiedTime());
            if (!same) throw new Problem("problem.table.changing", file);
            return bytes;
        } catch (NoSuchFileException e) {
            throw new Problem("problem.table.gone", file).withCause(e);
        } catch (AccessDeniedException e) {
            throw new Problem("problem.table.denied", file).withCause(e);
        } catch (IOException e) {
            throw new Problem("problem.table.unreadable", file).withCause(e);
        }
    }

    /**
     * @throws Problem if it is too large, or has not all come within the patience of the limits
     */
    private static byte[] loadBytes(InputStream in, String name, ReadLimits limits)
            throws Problem, IOException {
        long end = System.nanoTime() + limits.patience().toNanos();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] some = new byte[1 << 16];
        for (int count = in.read(some); count >= 0; count = in.read(some)) {
            all.write(some, 0, count);
            if (all.size() > limits.bytes())
                throw new Problem("problem.table.large", name, limits.bytes() / 1_000_000);
            if (System.nanoTime() - end > 0)
                throw new Problem("problem.table.slow", name, limits.patience().toSeconds());
        }
        return all.toByteArray();
    }

    private static boolean startsWithBytes(byte[] bytes, byte[] with) {
        if (bytes.length < with.length) return false;
        for (int i = 0; i < with.length; i++) if (bytes[i] != with[i]) return false;
        return true;
    }
}
