package plumbline.chart.pen;

import plumbline.base.Problem;
import plumbline.chart.drawing.Drawing;
import plumbline.chart.drawing.Palette;

import java.nio.file.Path;
import java.util.List;

/** The kinds of picture files. */
public sealed interface Picture {
    /** Of the file's name. */
    String ending();

    /**
     * @throws Problem if the file cannot be written; a file that was there is unharmed
     */
    void write(Drawing drawing, Palette palette, Path file) throws Problem;

    /**
     * @param scale pixels for a point: 1, 2, 3 or 4
     */
    record Png(int scale, PngPen.Ground ground) implements Picture {
        @Override
        public String ending() {
            return "png";
        }

        @Override
        public void write(Drawing drawing, Palette palette, Path file) throws Problem {
            PngPen.write(drawing, palette, scale, ground, file);
        }
    }

    record Svg() implements Picture {
        @Override
        public String ending() {
            return "svg";
        }

        @Override
        public void write(Drawing drawing, Palette palette, Path file) throws Problem {
            SvgPen.write(drawing, palette, file);
        }
    }

    record Pdf() implements Picture {
        @Override
        public String ending() {
            return "pdf";
        }

        @Override
        public void write(Drawing drawing, Palette palette, Path file) throws Problem {
            PdfPen.write(List.of(drawing), palette, file);
        }
    }
}
