package plumbline.assessment;

import plumbline.plan.Milestone;
import plumbline.plan.Observation;

import java.math.BigDecimal;
import java.util.List;

/**
 * Years met ÷ years, and the worst of them.
 *
 * @param target the one of the newest year; every year has its own
 * @param years each year that has a figure
 * @param worst the one furthest on the wrong side, or nearest to it
 */
public record YearsMet(Milestone target, List<YearResult> years, YearResult worst) {

    /**
     * @param figure what was reported for it, perhaps together with other years, or what its
     *     periods come to
     * @param spread half the width of what it may really be
     */
    public record YearResult(
            int year, Observation figure, BigDecimal spread, Milestone target, boolean isMet) {}

    public YearsMet {
        years = List.copyOf(years);
    }

    public int metCount() {
        return (int) years.stream().filter(YearResult::isMet).count();
    }

    public boolean areAllMet() {
        return metCount() == years.size();
    }
}
