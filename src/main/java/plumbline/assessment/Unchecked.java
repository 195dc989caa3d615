package plumbline.assessment;

/** Why the classes of a printed table were not checked. */
public sealed interface Unchecked {
    /** The notes lay down no classes. */
    record NoClasses() implements Unchecked {}

    /**
     * The notes do, but they were not understood. @param sentence the beginning of what they say
     */
    record NotUnderstood(String sentence) implements Unchecked {}
}
