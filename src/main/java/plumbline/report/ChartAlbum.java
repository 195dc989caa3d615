package plumbline.report;

import plumbline.base.Problem;
import plumbline.chart.Chart;
import plumbline.chart.drawing.Drawing;
import plumbline.chart.drawing.Palette;
import plumbline.chart.pen.Picture;
import plumbline.chart.pen.PngPen;

import java.nio.file.Path;
import java.util.List;

/** Many charts written into a folder at once, each as PNG, SVG and PDF: all of them or none. */
public final class ChartAlbum {
    private static final List<Picture> PICTURES =
            List.of(new Picture.Png(2, PngPen.Ground.PAPER), new Picture.Svg(), new Picture.Pdf());

    /**
     * @param name of the file, without its ending
     */
    public record Leaf(String name, Drawing drawing, Palette palette) {}

    private ChartAlbum() {}

    /**
     * In the order they stand in, all with as many digits; the number a chart has by itself goes.
     */
    public static String name(int place, int of, Chart chart) {
        return ("%0" + Math.max(2, ("" + of).length()) + "d-%s")
                .formatted(place, chart.fileName().replaceFirst("^\\d+-", ""));
    }

    /**
     * @return the files written, in order
     * @throws Problem if one of them cannot be written; the folder then is as it was
     * @throws X if it was told to stop; the folder then is as it was
     */
    public static <X extends Exception> List<Path> write(
            List<Leaf> leaves, Path folder, Handover.Steps<X> steps) throws Problem, X {
        try (StagedFolder workshop = StagedFolder.in(folder)) {
            for (int i = 0; i < leaves.size(); i++) {
                steps.reached((double) i / leaves.size());
                Leaf leaf = leaves.get(i);
                for (Picture picture : PICTURES)
                    workshop.make(
                            leaf.name + "." + picture.ending(),
                            file -> picture.write(leaf.drawing, leaf.palette, file));
            }
            steps.reached(1);
            return workshop.handOver();
        }
    }
}
