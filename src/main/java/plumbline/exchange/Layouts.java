package plumbline.exchange;

import java.util.Map;
import plumbline.words.Problem;

/** Layouts of tables that a person corrected, by their fingerprints. */
public interface Layouts {
    Map<String, Layout> remembered();

    void remember(Layout layout) throws Problem;
}
