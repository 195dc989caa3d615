package plumbline.exchange.notation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Remembers what a pure function made of the texts it was asked of last: the files of twenty
 * departments name the same things.
 */
public final class BoundedCache<T> {
    private static final int MOST = 20_000;

    private final Function<String, T> function;
    private final Map<String, T> known =
            Collections.synchronizedMap(
                    new LinkedHashMap<>() {
                        private static final long serialVersionUID = 1;

                        @Override
                        protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                            return size() > MOST;
                        }
                    });

    public BoundedCache(Function<String, T> function) {
        this.function = function;
    }

    public T valueFor(String text) {
        T found = known.get(text);
        if (found != null) return found;
        T made = function.apply(text);
        known.put(text, made);
        return made;
    }
}
