package plumbline.exchange.table;

import plumbline.base.Problem;

import java.util.Map;

/** Layouts of tables that a person corrected, by their fingerprints. */
public interface LayoutMemory {
    Map<String, TableLayout> rememberedLayouts();

    void rememberLayout(TableLayout layout) throws Problem;
}
