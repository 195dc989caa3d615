package plumbline.screen.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import plumbline.assessment.Standing;
import plumbline.chart.Chart;
import plumbline.chart.Charts;
import plumbline.chart.Drawing;
import plumbline.chart.Layout;
import plumbline.chart.Palette;
import plumbline.chart.PngPen;
import plumbline.desk.Desk;
import plumbline.desk.Dialogs;
import plumbline.desk.Place;
import plumbline.desk.Work;
import plumbline.screen.parts.Following;
import plumbline.screen.parts.Seen;
import plumbline.words.Words;

/** The charts of the open plan: the overview, and one of each indicator. */
public final class ChartsViewModel {
    private static final double WIDTH = 960;
    private static final double HEIGHT = 540;
    private final Desk desk;
    private final Work work;
    private final Dialogs dialogs;
    private final Words words;
    private final ReadOnlyObjectWrapper<List<Chart>> charts = new ReadOnlyObjectWrapper<>(List.of());
    private final Following seen;
    /** The indicator that was selected when the overview was chosen instead. */
    private Optional<UUID> left = Optional.empty();

    public ChartsViewModel(Desk desk, Work work, Dialogs dialogs, Words words) {
        this.desk = desk;
        this.work = work;
        this.dialogs = dialogs;
        this.words = words;
        this.seen = new Following(() -> charts.set(desk.standing().get().map(this::charts).orElse(List.of())), desk.standing());
    }

    /** Follows the desk only while it is seen. */
    Seen seen() {
        return seen;
    }

    void close() {
        seen.close();
    }

    /** The overview's pages, then the indicators in reading order. */
    ReadOnlyObjectProperty<List<Chart>> charts() {
        return charts.getReadOnlyProperty();
    }

    private List<Chart> charts(Standing standing) {
        Charts of = new Charts(words);
        List<Chart> all = new ArrayList<>();
        if (standing.assessments().isEmpty()) return all;
        all.addAll(of.overview(standing));
        standing.assessments().forEach(a -> all.add(of.trajectory(standing, a)));
        return all;
    }

    /** Where the chart of the selected indicator stands; the overview if none is selected. */
    int selected() {
        Optional<UUID> wanted = desk.indicator().get();
        for (int i = 0; i < charts.get().size(); i++) {
            if (charts.get().get(i) instanceof Chart.Trajectory t && wanted.equals(Optional.of(t.indicator()))) return i;
        }
        return 0;
    }

    /** True if an indicator is selected whose chart is not the one shown. */
    boolean chosenElsewhere(Optional<Chart> shown) {
        Optional<UUID> drawn = shown.flatMap(c -> c instanceof Chart.Trajectory t ? Optional.of(t.indicator()) : Optional.empty());
        return desk.indicator().get().isPresent() && !desk.indicator().get().equals(drawn) && !desk.indicator().get().equals(left);
    }

    /** Other places follow the chart that is looked at. */
    void select(Chart chart) {
        if (chart instanceof Chart.Trajectory t) desk.indicator().set(Optional.of(t.indicator()));
        left = chart instanceof Chart.Bullets ? desk.indicator().get() : Optional.empty();
    }

    void toIndicator(UUID id) {
        desk.indicator().set(Optional.of(id));
        desk.place().set(Place.INDICATORS);
    }

    /** @param scale pixels for a point: 1, 2 or 3; the picture is 960 × 540 points */
    void save(Chart chart, int scale) {
        dialogs.saveFile(words.say("charts.save"), chart.fileName() + (scale == 1 ? "" : "@" + scale + "x") + ".png", "png").ifPresent(file ->
                work.start(words.say("charts.saving"), _ -> {
                    Drawing drawing = Layout.of(chart, WIDTH, HEIGHT, PngPen.measure());
                    PngPen.write(drawing, Palette.LIGHT, scale, file);
                    return file;
                }, written -> dialogs.tell(words.say("file.written", written))));
    }
}
