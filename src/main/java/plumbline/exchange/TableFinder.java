package plumbline.exchange;

import java.util.List;

/** Finds the tables of figures in the blocks of a file. */
final class TableFinder {
    private TableFinder() { }

    static List<TableReading> find(List<Block> blocks, String file) {
        return List.of();
    }
}
