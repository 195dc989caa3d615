package plumbline.exchange.file;

/** A piece of a document in reading order: running text, or a table. */
public sealed interface DocumentBlock {
    record TextBlock(String text) implements DocumentBlock {}

    record TableBlock(Grid grid) implements DocumentBlock {}
}
