package plumbline.assessment;

import java.util.List;
import plumbline.plan.Milestone;
import plumbline.plan.Observation;

/**
 * Years met ÷ years, and the worst of them.
 *
 * @param years one observation for each year that has one
 * @param worst the one furthest on the wrong side, or nearest to it
 */
public record YearsMet(Milestone target, List<Observation> years, int met, Observation worst) {
    public YearsMet { years = List.copyOf(years); }

    public boolean all() {
        return met == years.size();
    }
}
