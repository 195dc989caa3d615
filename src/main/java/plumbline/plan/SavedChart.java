package plumbline.plan;

import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A chart that is kept with the plan: what it shows and how, never its numbers, which follow from
 * the plan.
 *
 * @param title empty for the kind's own
 * @param indicators in the order in which they were chosen; empty for all
 * @param periods what is shown of the figures, or judged at the end of; empty for all
 */
public record SavedChart(
        UUID id,
        ChartKind kind,
        String title,
        List<UUID> indicators,
        List<Period> periods,
        ChartLabels labels,
        ChartSize size,
        ChartColours colours) {
    public SavedChart {
        Objects.requireNonNull(id);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(labels);
        Objects.requireNonNull(size);
        Objects.requireNonNull(colours);
        Lengths.check(title, Lengths.NAME);
        indicators = List.copyOf(indicators);
        periods = List.copyOf(new TreeSet<>(periods));
    }

    /** Of the whole plan, for a slide. */
    public static SavedChart of(UUID id, ChartKind kind) {
        return new SavedChart(
                id,
                kind,
                "",
                List.of(),
                List.of(),
                ChartLabels.SHOWN,
                ChartSize.SLIDE_16_9,
                ChartColours.SCREEN);
    }

    public SavedChart with(ChartKind next) {
        return new SavedChart(id, next, title, indicators, periods, labels, size, colours);
    }

    public SavedChart titled(String next) {
        return new SavedChart(id, kind, next, indicators, periods, labels, size, colours);
    }

    public SavedChart ofIndicators(List<UUID> next) {
        return new SavedChart(id, kind, title, next, periods, labels, size, colours);
    }

    public SavedChart ofPeriods(List<Period> next) {
        return new SavedChart(id, kind, title, indicators, next, labels, size, colours);
    }

    public SavedChart with(ChartLabels next) {
        return new SavedChart(id, kind, title, indicators, periods, next, size, colours);
    }

    public SavedChart with(ChartSize next) {
        return new SavedChart(id, kind, title, indicators, periods, labels, next, colours);
    }

    public SavedChart with(ChartColours next) {
        return new SavedChart(id, kind, title, indicators, periods, labels, size, next);
    }

    /** Whether a period is to be shown. */
    public boolean shows(Period period) {
        return periods.isEmpty() || periods.contains(period);
    }
}
