package plumbline.proofreading;

import plumbline.proofreading.Contradiction.PrintedLocation;

import java.util.Optional;

/**
 * Something a text says, tied to the cell it speaks of.
 *
 * @param location the whole, where it counts indicators
 * @param contradiction where the cell says otherwise
 */
public record ClaimMatch(
        Quote quote, PrintedLocation location, Optional<Contradiction> contradiction) {
    static ClaimMatch confirmed(Quote at, PrintedLocation to) {
        return new ClaimMatch(at, to, Optional.empty());
    }

    static ClaimMatch contradicted(Contradiction contradiction) {
        return new ClaimMatch(
                contradiction.quote(), contradiction.location(), Optional.of(contradiction));
    }
}
