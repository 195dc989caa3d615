package plumbline.assessment;

import plumbline.assessment.Contradiction.Where;

import java.util.Optional;

/**
 * Something a text says, tied to the cell it speaks of.
 *
 * @param to the whole, where it counts indicators
 * @param contradiction where the cell says otherwise
 */
public record Tie(Quote at, Where to, Optional<Contradiction> contradiction) {
    static Tie holding(Quote at, Where to) {
        return new Tie(at, to, Optional.empty());
    }

    static Tie broken(Contradiction contradiction) {
        return new Tie(contradiction.quote(), contradiction.where(), Optional.of(contradiction));
    }
}
