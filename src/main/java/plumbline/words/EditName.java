package plumbline.words;

import java.util.ArrayList;
import java.util.List;

/**
 * The name of an edit: a key with its arguments, so that undo menu and change log read it in any
 * language.
 */
public record EditName(String key, List<String> args) {
    private static final String SEPARATOR = "\u001f";

    public EditName {
        args = List.copyOf(args);
    }

    public static EditName of(String key, String... args) {
        return new EditName(key, List.of(args));
    }

    /** As it is kept in the change log; {@link #parse} reads it back. */
    public String toLogText() {
        List<String> all = new ArrayList<>(args);
        all.addFirst(key);
        return String.join(SEPARATOR, all);
    }

    public static EditName parse(String text) {
        List<String> all = List.of(text.split(SEPARATOR, -1));
        return new EditName(all.getFirst(), all.subList(1, all.size()));
    }

    /** The name of taking this edit back. */
    public EditName undoName() {
        return wrappedIn("edit.undo");
    }

    /** The name of doing it again. */
    public EditName redoName() {
        return wrappedIn("edit.redo");
    }

    private EditName wrappedIn(String what) {
        List<String> all = new ArrayList<>(args);
        all.addFirst(key);
        return new EditName(what, all);
    }

    public String nameIn(Messages words) {
        boolean about = key.equals("edit.undo") || key.equals("edit.redo");
        return about
                ? words.sentence(
                        key,
                        new EditName(args.getFirst(), args.subList(1, args.size())).nameIn(words))
                : words.sentence(key, args.toArray());
    }
}
