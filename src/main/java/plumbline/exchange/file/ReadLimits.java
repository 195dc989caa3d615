package plumbline.exchange.file;

import java.time.Duration;

/**
 * How much of a stranger's file is read, all in one place. What is beyond a limit is refused, or
 * left out and said so; nothing is cut silently.
 *
 * @param bytes of the file itself
 * @param unpacked bytes of the parts of a packed file (.xlsx, .docx) that are read, taken together
 * @param parts of a packed file
 * @param stretch bytes without a new element in a part: no honest text is as long
 * @param rows of one table, those without content not counted
 * @param cells of all tables of a file taken together, and of one table with its blank cells
 * @param letters of all texts of a file taken together, and of a text file
 * @param tags of a web page
 * @param patience for a slow drive, till the last byte has come
 */
public record ReadLimits(
        long bytes,
        long unpacked,
        int parts,
        int stretch,
        int rows,
        int cells,
        int letters,
        int tags,
        Duration patience) {
    /** A quarter of a gigabyte of memory is enough for these. */
    public static final ReadLimits USUAL =
            new ReadLimits(
                    40_000_000,
                    400_000_000,
                    10_000,
                    4_000_000,
                    20_000,
                    300_000,
                    12_000_000,
                    400_000,
                    Duration.ofSeconds(60));
}
