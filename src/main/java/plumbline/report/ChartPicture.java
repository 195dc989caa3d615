package plumbline.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import plumbline.chart.Chart;
import plumbline.chart.Layout;
import plumbline.chart.Palette;
import plumbline.chart.PngPen;
import plumbline.words.Problem;

/** A chart painted for a document. */
final class ChartPicture {
    static final double WIDTH = 960;
    static final double HEIGHT = 540;
    private static final int SCALE = 2;

    private ChartPicture() { }

    static InputStream png(Chart chart) throws IOException {
        Path file = Files.createTempFile("chart", ".png");
        try {
            PngPen.write(Layout.of(chart, WIDTH, HEIGHT, PngPen.measure()), Palette.LIGHT, SCALE, file);
            return new ByteArrayInputStream(Files.readAllBytes(file));
        } catch (Problem problem) {
            throw new IOException(problem);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
