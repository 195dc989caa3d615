package plumbline.exchange;

/** A piece of a document in reading order: running text, or a table. */
public sealed interface Block {
    record Text(String text) implements Block {}

    record Table(Grid grid) implements Block {}
}
