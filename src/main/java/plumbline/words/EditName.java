package plumbline.words;

import java.util.ArrayList;
import java.util.List;

/** The name of an edit: a key with its arguments, so that undo menu and change log read it in any language. */
public record EditName(String key, List<String> args) {
    private static final String SEPARATOR = "\u001f";

    public EditName { args = List.copyOf(args); }

    public static EditName of(String key, String... args) {
        return new EditName(key, List.of(args));
    }

    /** As it is kept in the change log; {@link #parse} reads it back. */
    public String text() {
        List<String> all = new ArrayList<>(args);
        all.addFirst(key);
        return String.join(SEPARATOR, all);
    }

    public static EditName parse(String text) {
        List<String> all = List.of(text.split(SEPARATOR, -1));
        return new EditName(all.getFirst(), all.subList(1, all.size()));
    }

    public String in(Words words) {
        return words.say(key, args.toArray());
    }
}
