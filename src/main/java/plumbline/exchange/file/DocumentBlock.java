package plumbline.exchange.file;

/** A piece of a document in reading order: running text, or a table. */
public sealed interface DocumentBlock {
    record Text(String text) implements DocumentBlock {}

    record Table(Grid grid) implements DocumentBlock {}
}
