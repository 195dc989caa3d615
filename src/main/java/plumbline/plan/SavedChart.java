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
 * @param indicatorIds in the order in which they were chosen; empty for all
 * @param periods what is shown of the figures, or judged at the end of; empty for all
 */
public record SavedChart(
        UUID id,
        ChartKind kind,
        String title,
        List<UUID> indicatorIds,
        List<Period> periods,
        ChartLabels labels,
        ChartSize size,
        ChartColours colours) {
    public SavedChart {
        title = VisibleText.onOneLine(title);
        Objects.requireNonNull(id);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(labels);
        Objects.requireNonNull(size);
        Objects.requireNonNull(colours);
        Lengths.requireAtMost(title, Lengths.NAME);
        indicatorIds = List.copyOf(indicatorIds);
        periods = List.copyOf(new TreeSet<>(periods));
    }

    /** Of the whole plan, for a slide. */
    public static SavedChart createForWholePlan(UUID id, ChartKind kind) {
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

    public SavedChart withKind(ChartKind next) {
        return new SavedChart(id, next, title, indicatorIds, periods, labels, size, colours);
    }

    public SavedChart withTitle(String next) {
        return new SavedChart(id, kind, next, indicatorIds, periods, labels, size, colours);
    }

    public SavedChart withIndicators(List<UUID> next) {
        return new SavedChart(id, kind, title, next, periods, labels, size, colours);
    }

    public SavedChart withPeriods(List<Period> next) {
        return new SavedChart(id, kind, title, indicatorIds, next, labels, size, colours);
    }

    public SavedChart withLabels(ChartLabels next) {
        return new SavedChart(id, kind, title, indicatorIds, periods, next, size, colours);
    }

    public SavedChart withSize(ChartSize next) {
        return new SavedChart(id, kind, title, indicatorIds, periods, labels, next, colours);
    }

    public SavedChart withColours(ChartColours next) {
        return new SavedChart(id, kind, title, indicatorIds, periods, labels, size, next);
    }

    /** Whether a period is to be shown. */
    public boolean showsPeriod(Period period) {
        return periods.isEmpty() || periods.contains(period);
    }
}
