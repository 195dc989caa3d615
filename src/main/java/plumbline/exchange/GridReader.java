package plumbline.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import plumbline.words.Problem;

/**
 * Reads tables and the text around them out of a stranger's file: workbook, Word document, web page, CSV, plain text. What
 * the file is, its first bytes say, not its name: an .xls is often a web page.
 */
public final class GridReader {
    private static final long MOST_BYTES = 40_000_000;
    private static final byte[] OLD_OFFICE = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] PDF = {'%', 'P', 'D', 'F'};

    private GridReader() { }

    /** @throws Problem if the file cannot be read, or is of a kind that holds no table */
    public static List<Block> read(Path file) throws Problem {
        byte[] bytes = bytes(file);
        String name = String.valueOf(file.getFileName());
        if (begins(bytes, OLD_OFFICE)) return WorkbookBlocks.read(bytes, name);
        if (begins(bytes, ZIP)) return WordBlocks.isWord(bytes) ? WordBlocks.read(bytes, name) : WorkbookBlocks.read(bytes, name);
        if (begins(bytes, PDF)) throw new Problem("problem.table.kind", name);
        String text = TextDecoder.decode(bytes);
        if (text.indexOf('\0') >= 0) throw new Problem("problem.table.kind", name);
        if (HtmlBlocks.looksLikeHtml(text)) return HtmlBlocks.read(text);
        boolean delimited = name.toLowerCase(Locale.ROOT).matches(".*\\.(csv|tsv)");
        return delimited ? List.of(new Block.Table(Delimited.read(text))) : TextBlocks.read(text);
    }

    /** As {@link #read}, of a text that was pasted. */
    public static List<Block> paste(String text) {
        return HtmlBlocks.looksLikeHtml(text) ? HtmlBlocks.read(text) : TextBlocks.read(text);
    }

    private static byte[] bytes(Path file) throws Problem {
        try {
            if (Files.isDirectory(file) || !Files.isReadable(file)) throw new Problem("problem.table.unreadable", file);
            if (Files.size(file) > MOST_BYTES) throw new Problem("problem.table.large", file, MOST_BYTES / 1_000_000);
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new Problem("problem.table.unreadable", file).because(e);
        }
    }

    private static boolean begins(byte[] bytes, byte[] with) {
        if (bytes.length < with.length) return false;
        for (int i = 0; i < with.length; i++) if (bytes[i] != with[i]) return false;
        return true;
    }
}
