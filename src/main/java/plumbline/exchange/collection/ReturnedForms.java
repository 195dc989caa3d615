package plumbline.exchange.collection;

import plumbline.exchange.table.CellAddress;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a file tells if it is a returned collection workbook, or holds sheets of several.
 *
 * @param answers of its figures, by their places
 */
public record ReturnedForms(List<FormIdentity> slips, Map<CellAddress, Answer> answers) {
    public static final ReturnedForms NONE = new ReturnedForms(List.of(), Map.of());

    /**
     * A row that was filled in.
     *
     * @param line the indicator or part
     * @param beside the reason that was chosen although a value stands there; mostly empty
     */
    public record Answer(FormIdentity slip, UUID line, String beside, String note) {}

    public ReturnedForms {
        slips = List.copyOf(slips);
        answers = Map.copyOf(answers);
    }

    /** Who filled it in, if it is of one department. */
    public Optional<UUID> department() {
        List<Optional<UUID>> all = slips.stream().map(FormIdentity::department).distinct().toList();
        return all.size() == 1 ? all.getFirst() : Optional.empty();
    }
}
