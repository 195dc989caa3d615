package plumbline.screen.parts;

import java.util.List;

/**
 * What is looked at only now and then: while nobody looks it computes nothing, and it catches up
 * when it is looked at again.
 */
public interface Activatable {
    /** Nobody looks any more. */
    void rest();

    /** Somebody looks again. */
    void wake();

    /** Several that are looked at together. */
    static Activatable all(Activatable... each) {
        return new Activatable() {
            @Override
            public void rest() {
                List.of(each).forEach(Activatable::rest);
            }

            @Override
            public void wake() {
                List.of(each).forEach(Activatable::wake);
            }
        };
    }
}
