package plumbline.chart.make;

import java.util.ArrayList;
import java.util.List;

/** Lists cut into pages, so that nothing is crowded. */
final class ChartPages {
    private ChartPages() {}

    /** Of one length, as far as they are full; one empty page for an empty list. */
    static <T> List<List<T>> splitEvenly(List<T> items, int most) {
        int pages = Math.max(1, Math.ceilDiv(items.size(), most));
        int each = Math.ceilDiv(Math.max(1, items.size()), pages);
        List<List<T>> cut = new ArrayList<>();
        for (int page = 0; page < pages; page++)
            cut.add(
                    items.subList(
                            Math.min(items.size(), page * each),
                            Math.min(items.size(), (page + 1) * each)));
        return cut;
    }
}
