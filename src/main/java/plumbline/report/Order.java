package plumbline.report;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be handed over.
 *
 * @param sections of the report and the slides
 * @param columns of the appendix table
 * @param template .pptx whose layouts the slides use
 */
public record Order(
        Set<Piece> pieces,
        Set<Section> sections,
        Set<AppendixColumn> columns,
        Optional<Path> template) {
    public Order {
        pieces = Set.copyOf(pieces);
        sections = Set.copyOf(sections);
        columns = Set.copyOf(columns);
    }

    /** Everything there is, in the plain form. */
    public static Order whole() {
        return new Order(
                EnumSet.allOf(Piece.class),
                EnumSet.allOf(Section.class),
                AppendixColumn.standard(),
                Optional.empty());
    }

    public Order with(Set<AppendixColumn> others) {
        return new Order(pieces, sections, others, template);
    }

    public Order on(Path other) {
        return new Order(pieces, sections, columns, Optional.of(other));
    }
}
