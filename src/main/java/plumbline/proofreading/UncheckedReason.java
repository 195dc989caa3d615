package plumbline.proofreading;

/** Why the classes of a printed table were not checked. */
public sealed interface UncheckedReason {
    /** The notes lay down no classes. */
    record NoClassesInNotes() implements UncheckedReason {}

    /**
     * The notes do, but they were not understood. @param sentence the beginning of what they say
     */
    record NotesNotUnderstood(String sentence) implements UncheckedReason {}
}
