package plumbline.screen.parts;

import java.util.List;

/**
 * What is looked at only now and then: while nobody looks it computes nothing, and it catches up
 * when it is looked at again.
 */
public interface Activatable {
    /** Nobody looks any more. */
    void deactivate();

    /** Somebody looks again. */
    void activate();

    /** Several that are looked at together. */
    static Activatable combineActivatables(Activatable... each) {
        return new Activatable() {
            @Override
            public void deactivate() {
                List.of(each).forEach(Activatable::deactivate);
            }

            @Override
            public void activate() {
                List.of(each).forEach(Activatable::activate);
            }
        };
    }
}
