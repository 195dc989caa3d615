package plumbline.desk;

import java.util.List;
import java.util.Optional;

/** Where in the program one is. */
public enum ScreenPlace {
    START,
    OVERVIEW,
    INDICATORS,
    TASKS,
    PROBLEMS,
    CHARTS,
    REPORTING,
    IMPORTING,
    SNAPSHOTS,
    CHECKS,
    PROOFREADING,
    ANALYSIS,
    SETTINGS;

    /**
     * By their digits 1 to 9, then 0. A place that comes later has none, so that no hand has to
     * learn another.
     */
    private static final List<ScreenPlace> PLACES_BY_DIGIT =
            List.of(
                    START,
                    OVERVIEW,
                    INDICATORS,
                    TASKS,
                    CHARTS,
                    REPORTING,
                    IMPORTING,
                    SNAPSHOTS,
                    CHECKS,
                    PROOFREADING);

    /** True for the places that show an open plan. */
    public boolean showsOpenPlan() {
        return this != START && this != PROOFREADING && this != SETTINGS;
    }

    /** The digit that leads there together with Ctrl. */
    public Optional<Integer> shortcutDigit() {
        return Optional.of(PLACES_BY_DIGIT.indexOf(this))
                .filter(i -> i >= 0)
                .map(i -> (i + 1) % PLACES_BY_DIGIT.size());
    }

    /**
     * @param digit 0 to 9
     */
    public static ScreenPlace forShortcutDigit(int digit) {
        return PLACES_BY_DIGIT.get((digit + PLACES_BY_DIGIT.size() - 1) % PLACES_BY_DIGIT.size());
    }
}
