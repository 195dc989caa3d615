package plumbline.chart.pen;

import plumbline.base.Problem;
import plumbline.chart.drawing.Drawing;
import plumbline.chart.drawing.Palette;

import java.nio.file.Path;
import java.util.List;

/** The kinds of picture files. */
public sealed interface PictureFormat {
    /** Of the file's name. */
    String fileExtension();

    /**
     * @throws Problem if the file cannot be written; a file that was there is unharmed
     */
    void writeDrawing(Drawing drawing, Palette palette, Path file) throws Problem;

    /**
     * @param scale pixels for a point: 1, 2, 3 or 4
     */
    record PngFormat(int scale, PngPen.PngBackground background) implements PictureFormat {
        @Override
        public String fileExtension() {
            return "png";
        }

        @Override
        public void writeDrawing(Drawing drawing, Palette palette, Path file) throws Problem {
            PngPen.writePng(drawing, palette, scale, background, file);
        }
    }

    record SvgFormat() implements PictureFormat {
        @Override
        public String fileExtension() {
            return "svg";
        }

        @Override
        public void writeDrawing(Drawing drawing, Palette palette, Path file) throws Problem {
            SvgPen.writeSvg(drawing, palette, file);
        }
    }

    record PdfFormat() implements PictureFormat {
        @Override
        public String fileExtension() {
            return "pdf";
        }

        @Override
        public void writeDrawing(Drawing drawing, Palette palette, Path file) throws Problem {
            PdfPen.writePdf(List.of(drawing), palette, file);
        }
    }
}
