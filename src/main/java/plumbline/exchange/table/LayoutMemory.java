package plumbline.exchange.table;

import plumbline.base.Problem;

import java.util.Map;

/** Layouts of tables that a person corrected, by their fingerprints. */
public interface LayoutMemory {
    Map<String, TableLayout> remembered();

    void remember(TableLayout layout) throws Problem;
}
