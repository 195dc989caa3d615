package plumbline.plan;

/**
 * A paragraph of the report as the officer has worded it. Its numbers are named, not written:
 * {@code {all.total}}.
 *
 * @param key which paragraph
 * @param language {@code zh} or {@code en}
 * @param wording with the names of numbers in braces
 * @param programWording the program's own wording when the officer's was written; where that
 *     differs by now, the text is to be looked at
 */
public record Passage(String key, String language, String wording, String programWording) {
    private static final int LONGEST_KEY = 200;

    public Passage {
        if (key.isBlank() || key.length() > LONGEST_KEY)
            throw new IllegalArgumentException("not the key of a paragraph: " + key);
        if (language.isBlank()) throw new IllegalArgumentException("a passage needs a language");
        if (wording.isBlank()) throw new IllegalArgumentException("a passage needs a text");
    }

    boolean isSameParagraph(Passage other) {
        return key.equals(other.key) && language.equals(other.language);
    }
}
