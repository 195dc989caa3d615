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
        Set<HandoverPart> parts,
        Set<Section> sections,
        Set<AppendixColumn> columns,
        Optional<Path> template) {
    public HandoverOptions {
        parts = Set.copyOf(parts);
        sections = Set.copyOf(sections);
        columns = Set.copyOf(columns);
    }

    /** Everything there is, in the plain form. */
    public static HandoverOptions everything() {
        return new HandoverOptions(
                EnumSet.allOf(HandoverPart.class),
                EnumSet.allOf(Section.class),
                AppendixColumn.standardColumns(),
                Optional.empty());
    }

    public HandoverOptions withColumns(Set<AppendixColumn> others) {
        return new HandoverOptions(parts, sections, others, template);
    }

    public HandoverOptions withTemplate(Path other) {
        return new HandoverOptions(parts, sections, columns, Optional.of(other));
    }
}
