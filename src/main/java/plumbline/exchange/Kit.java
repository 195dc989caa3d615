package plumbline.exchange;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a file tells if it is a returned collection workbook, or holds sheets of several.
 *
 * @param answers of its figures, by their places
 */
public record Kit(List<KitSlip> slips, Map<CellPlace, Answer> answers) {
    public static final Kit NONE = new Kit(List.of(), Map.of());

    /**
     * A row that was filled in.
     *
     * @param line the indicator or part
     * @param beside the reason that was chosen although a value stands there; mostly empty
     */
    public record Answer(KitSlip slip, UUID line, String beside, String note) {}

    public Kit {
        slips = List.copyOf(slips);
        answers = Map.copyOf(answers);
    }

    /** Who filled it in, if it is of one department. */
    Optional<UUID> department() {
        List<Optional<UUID>> all = slips.stream().map(KitSlip::department).distinct().toList();
        return all.size() == 1 ? all.getFirst() : Optional.empty();
    }
}
