package plumbline.report;

import plumbline.base.Problem;
import plumbline.chart.Chart;
import plumbline.chart.drawing.Drawing;
import plumbline.chart.drawing.Palette;
import plumbline.chart.pen.PictureFormat;
import plumbline.chart.pen.PngPen;

import java.nio.file.Path;
import java.util.List;

/** Many charts written into a folder at once, each as PNG, SVG and PDF: all of them or none. */
public final class ChartAlbum {
    private static final List<PictureFormat> PICTURE_FORMATS =
            List.of(
                    new PictureFormat.PngFormat(2, PngPen.PngBackground.PAPER),
                    new PictureFormat.SvgFormat(),
                    new PictureFormat.PdfFormat());

    /**
     * @param name of the file, without its ending
     */
    public record AlbumPage(String name, Drawing drawing, Palette palette) {}

    private ChartAlbum() {}

    /**
     * In the order they stand in, all with as many digits; the number a chart has by itself goes.
     */
    public static String numberedFileName(int place, int of, Chart chart) {
        return ("%0" + Math.max(2, ("" + of).length()) + "d-%s")
                .formatted(place, chart.fileName().replaceFirst("^\\d+-", ""));
    }

    /**
     * @return the files written, in order
     * @throws Problem if one of them cannot be written; the folder then is as it was
     * @throws X if it was told to stop; the folder then is as it was
     */
    public static <X extends Exception> List<Path> writeAlbum(
            List<AlbumPage> leaves, Path folder, Handover.HandoverProgress<X> steps)
            throws Problem, X {
        try (StagedFolder workshop = StagedFolder.openIn(folder)) {
            for (int i = 0; i < leaves.size(); i++) {
                steps.reportShare((double) i / leaves.size());
                AlbumPage leaf = leaves.get(i);
                for (PictureFormat picture : PICTURE_FORMATS)
                    workshop.stageFile(
                            leaf.name + "." + picture.fileExtension(),
                            file -> picture.writeDrawing(leaf.drawing, leaf.palette, file));
            }
            steps.reportShare(1);
            return workshop.handOver();
        }
    }
}
