package plumbline.screen.parts.field;

import plumbline.plan.Lengths;
import plumbline.plan.Plan;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What is written about a plan as a whole, before it is believed.
 *
 * @param midTerm the day of the mid-term evaluation; empty for the day on which half of the plan is
 *     over
 */
public record PlanForm(
        String title,
        String organisation,
        String first,
        String last,
        String baseline,
        Optional<LocalDate> midTerm) {
    private static final int EARLIEST = 1950;
    private static final int LATEST = 2100;
    private static final int MOST_YEARS = 20;
    private static final int OLDEST_BASELINE = 10;

    public static PlanForm fromPlan(Plan plan) {
        return new PlanForm(
                plan.title(),
                plan.organisation(),
                plan.firstYear(),
                plan.lastYear(),
                plan.baselineYear(),
                Optional.of(plan.midTermDay()));
    }

    public PlanForm(
            String title,
            String organisation,
            int first,
            int last,
            int baseline,
            Optional<LocalDate> midTerm) {
        this(title, organisation, "" + first, "" + last, "" + baseline, midTerm);
    }

    public PlanForm withMidTerm(Optional<LocalDate> day) {
        return new PlanForm(title, organisation, first, last, baseline, day);
    }

    /** First and last year, and the year of the baseline. */
    public record PlanFormYears(int first, int last, int baseline) {}

    /** Empty where one of the three is no number. */
    public Optional<PlanFormYears> parseYears() {
        try {
            return Optional.of(
                    new PlanFormYears(
                            Integer.parseInt(first.strip()),
                            Integer.parseInt(last.strip()),
                            Integer.parseInt(baseline.strip())));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /** The key of the sentence that says what is wrong. */
    public Optional<String> findErrorKey() {
        if (title.isBlank()) return Optional.of("start.wrong.title");
        if (title.length() > Lengths.TITLE || organisation.length() > Lengths.TITLE)
            return Optional.of("start.wrong.long");
        if (parseYears().isEmpty()) return Optional.of("start.wrong.years");
        PlanFormYears y = parseYears().get();
        if (y.first < EARLIEST
                || y.last > LATEST
                || y.last < y.first
                || y.last - y.first >= MOST_YEARS) return Optional.of("start.wrong.span");
        if (midTerm.filter(m -> m.getYear() < y.first || !m.isBefore(LocalDate.of(y.last, 12, 1)))
                .isPresent()) return Optional.of("start.wrong.midTerm");
        return y.baseline >= y.first || y.baseline < y.first - OLDEST_BASELINE
                ? Optional.of("start.wrong.baseline")
                : Optional.empty();
    }
}
