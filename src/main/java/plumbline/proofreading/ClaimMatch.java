package plumbline.proofreading;

import plumbline.proofreading.Contradiction.Where;

import java.util.Optional;

/**
 * Something a text says, tied to the cell it speaks of.
 *
 * @param to the whole, where it counts indicators
 * @param contradiction where the cell says otherwise
 */
public record ClaimMatch(Quote at, Where to, Optional<Contradiction> contradiction) {
    static ClaimMatch holding(Quote at, Where to) {
        return new ClaimMatch(at, to, Optional.empty());
    }

    static ClaimMatch broken(Contradiction contradiction) {
        return new ClaimMatch(
                contradiction.quote(), contradiction.where(), Optional.of(contradiction));
    }
}
