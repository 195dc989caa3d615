package plumbline.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import plumbline.plan.Indicator;
import plumbline.plan.Observation;
import plumbline.plan.Verdict;

/**
 * Where one indicator stands at an evaluation date. Every figure is there: known, or unknown with its reason.
 *
 * @param number       序号 in the plan, from 1
 * @param latest       the observation that was judged
 * @param forecast     the newest forecast that lies after it, whatever the evaluation date
 * @param value        A: the latest value, or the running total
 * @param gap          T − A
 */
public record Assessment(int number, Indicator indicator, LocalDate at, Optional<Observation> latest, Optional<Observation> forecast,
        Optional<BigDecimal> value, Optional<Figure> runningTotal, Figure attainment, Figure progress, Figure timeProgress, Figure due,
        Figure progressDue, Figure pace, Figure gap, Figure neededPerYear, Figure achievedPerYear, Judgement judgement) {

    public Optional<Verdict> verdict() {
        return judgement.given();
    }
}
