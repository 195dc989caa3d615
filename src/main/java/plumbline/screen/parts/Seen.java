package plumbline.screen.parts;

import java.util.List;

/**
 * What is looked at only now and then: while nobody looks it computes nothing, and it catches up
 * when it is looked at again.
 */
public interface Seen {
    /** Nobody looks any more. */
    void rest();

    /** Somebody looks again. */
    void wake();

    /** Several that are looked at together. */
    static Seen all(Seen... each) {
        return new Seen() {
            @Override
            public void rest() {
                List.of(each).forEach(Seen::rest);
            }

            @Override
            public void wake() {
                List.of(each).forEach(Seen::wake);
            }
        };
    }
}
