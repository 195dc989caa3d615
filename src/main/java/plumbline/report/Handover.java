package plumbline.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import plumbline.assessment.Assessment;
import plumbline.assessment.Standing;
import plumbline.chart.Chart;
import plumbline.chart.Charts;
import plumbline.chart.Layout;
import plumbline.chart.Palette;
import plumbline.chart.PngPen;
import plumbline.words.Problem;
import plumbline.words.Words;

/** Everything a meeting is given, written into a folder; no display is needed. */
public final class Handover {
    private static final double WIDTH = 960;
    private static final double HEIGHT = 540;
    private static final int SCALE = 2;
    private final Words words;
    private final Set<AppendixColumn> columns;

    public Handover(Words words, Set<AppendixColumn> columns) {
        this.words = words;
        this.columns = columns;
    }

    /** @return the files written, in order */
    public List<Path> write(Standing standing, Path folder) throws Problem {
        List<Path> written = new ArrayList<>();
        Path table = folder.resolve("appendix.xlsx");
        new AppendixTable(words, columns).write(standing, table);
        written.add(table);
        for (Chart chart : charts(standing)) {
            Path picture = folder.resolve("charts").resolve(chart.fileName() + ".png");
            PngPen.write(Layout.of(chart, WIDTH, HEIGHT, PngPen.measure()), Palette.LIGHT, SCALE, PngPen.Ground.PAPER, picture);
            written.add(picture);
        }
        return written;
    }

    private List<Chart> charts(Standing standing) {
        Charts charts = new Charts(words);
        List<Chart> all = new ArrayList<>(charts.overview(standing));
        for (Assessment a : standing.assessments()) all.add(charts.trajectory(standing, a));
        return all;
    }
}
