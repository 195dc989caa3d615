package plumbline.report;

import plumbline.report.table.AppendixColumn;
import plumbline.report.text.Section;

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
public record HandoverOptions(
        Set<HandoverPart> pieces,
        Set<Section> sections,
        Set<AppendixColumn> columns,
        Optional<Path> template) {
    public HandoverOptions {
        pieces = Set.copyOf(pieces);
        sections = Set.copyOf(sections);
        columns = Set.copyOf(columns);
    }

    /** Everything there is, in the plain form. */
    public static HandoverOptions whole() {
        return new HandoverOptions(
                EnumSet.allOf(HandoverPart.class),
                EnumSet.allOf(Section.class),
                AppendixColumn.standard(),
                Optional.empty());
    }

    public HandoverOptions with(Set<AppendixColumn> others) {
        return new HandoverOptions(pieces, sections, others, template);
    }

    public HandoverOptions on(Path other) {
        return new HandoverOptions(pieces, sections, columns, Optional.of(other));
    }
}
