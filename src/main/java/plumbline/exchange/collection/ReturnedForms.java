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
public record ReturnedForms(List<FormIdentity> identities, Map<CellAddress, FormAnswer> answers) {
    public static final ReturnedForms NONE = new ReturnedForms(List.of(), Map.of());

    /**
     * A row that was filled in.
     *
     * @param lineId the indicator or part
     * @param reasonBesideValue the reason that was chosen although a value stands there; mostly
     *     empty
     */
    public record FormAnswer(
            FormIdentity identity, UUID lineId, String reasonBesideValue, String note) {}

    public ReturnedForms {
        identities = List.copyOf(identities);
        answers = Map.copyOf(answers);
    }

    /** Who filled it in, if it is of one department. */
    public Optional<UUID> onlyDepartment() {
        List<Optional<UUID>> all =
                identities.stream().map(FormIdentity::departmentId).distinct().toList();
        return all.size() == 1 ? all.getFirst() : Optional.empty();
    }
}
