package plumbline.exchange;

import plumbline.words.Problem;

import java.util.Map;

/** Layouts of tables that a person corrected, by their fingerprints. */
public interface Layouts {
    Map<String, Layout> remembered();

    void remember(Layout layout) throws Problem;
}
