package plumbline.report;

import plumbline.assessment.Evaluation;
import plumbline.base.Problem;
import plumbline.chart.Chart;
import plumbline.chart.drawing.Drawing;
import plumbline.chart.drawing.Palette;
import plumbline.chart.layout.ChartPainter;
import plumbline.chart.make.ChartGallery;
import plumbline.chart.pen.PdfPen;
import plumbline.chart.pen.PngPen;
import plumbline.chart.pen.SvgPen;
import plumbline.plan.ChartKind;
import plumbline.plan.SavedChart;
import plumbline.report.document.ReportDocument;
import plumbline.report.document.Slides;
import plumbline.report.table.AppendixTable;
import plumbline.report.table.AssessmentTable;
import plumbline.report.table.TableFormat;
import plumbline.report.table.WideWorkbook;
import plumbline.report.text.Narrative;
import plumbline.report.text.Outline;
import plumbline.words.Messages;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything a meeting is given, written into a folder from one standing; no display is needed. The
 * folder changes only once all is written: whoever stops it, or a disk that is full, leaves it as
 * it was.
 */
public final class Handover {
    private static final double WIDTH = 960;
    private static final double HEIGHT = 540;
    private static final int SCALE = 2;
    private static final List<ChartKind> KINDS =
            List.of(
                    ChartKind.OVERVIEW,
                    ChartKind.RANKING,
                    ChartKind.TALLY,
                    ChartKind.TASKS,
                    ChartKind.TRAJECTORY);

    /** How the handover tells how far it is, and is told to stop. */
    @FunctionalInterface
    public interface HandoverProgress<X extends Exception> {
        /**
         * @param share from 0 to 1
         * @throws X to stop
         */
        void reportShare(double share) throws X;
    }

    /** What a document is made into before anything is written. */
    @FunctionalInterface
    private interface DocumentContent {
        void writeContent(OutputStream out) throws IOException, Problem;
    }

    /** A file still to be written, at its place in the folder. */
    private record HandoverFile(String name, FileWriting writing) {
        @FunctionalInterface
        interface FileWriting {
            void writeTo(Path file) throws IOException, Problem;
        }
    }

    private final Messages words;
    private final HandoverOptions options;

    public Handover(Messages words, HandoverOptions order) {
        this.words = words;
        this.options = order;
    }

    /**
     * @return the files written, in order
     * @throws Problem if one of them cannot be written; the folder then is as it was
     * @throws X if it was told to stop; the folder then is as it was
     */
    public <X extends Exception> List<Path> writeHandover(
            Evaluation standing, Path folder, HandoverProgress<X> steps) throws Problem, X {
        List<HandoverFile> outputs = plannedFiles(standing);
        try (StagedFolder workshop = StagedFolder.openIn(folder)) {
            for (int i = 0; i < outputs.size(); i++) {
                steps.reportShare((double) i / (outputs.size() + 1));
                HandoverFile output = outputs.get(i);
                workshop.stageFile(output.name, output.writing::writeTo);
            }
            workshop.stageFile(
                    "manifest.json",
                    file ->
                            Files.writeString(
                                    file,
                                    new Manifest(words, standing).toJson(workshop.stagedFiles())));
            steps.reportShare(1);
            return workshop.handOver();
        }
    }

    private List<HandoverFile> plannedFiles(Evaluation standing) {
        List<HandoverFile> outputs = new ArrayList<>();
        for (HandoverPart piece : HandoverPart.values())
            if (options.parts().contains(piece)) outputs.addAll(filesOfPart(piece, standing));
        return outputs;
    }

    private List<HandoverFile> filesOfPart(HandoverPart piece, Evaluation standing) {
        return switch (piece) {
            case APPENDIX ->
                    List.of(
                            documentFile(
                                    "appendix.xlsx",
                                    out -> {
                                        try (var workbook =
                                                new AppendixTable(words, options.columns())
                                                        .createWorkbook(standing)) {
                                            workbook.write(out);
                                        }
                                    }));
            case WIDE ->
                    List.of(
                            documentFile(
                                    "wide.xlsx",
                                    out -> new WideWorkbook(words, standing).writeWorkbook(out)));
            case REPORT -> List.of(reportFile("report.docx", standing, Outline.EVALUATION));
            case SUMMARY -> List.of(reportFile("summary.docx", standing, Outline.SUMMARY));
            case BRIEF -> List.of(reportFile("brief.docx", standing, Outline.BRIEF));
            case SLIDES ->
                    List.of(
                            documentFile(
                                    "slides.pptx",
                                    out ->
                                            Slides.writeSlides(
                                                    words,
                                                    standing,
                                                    options.template(),
                                                    options.sections(),
                                                    out)));
            case CHARTS -> chartFiles(standing);
            case FIGURES ->
                    List.of(
                            new HandoverFile(
                                    "figures.csv",
                                    file ->
                                            Files.writeString(
                                                    file,
                                                    new AssessmentTable(words, standing)
                                                            .formatAs(TableFormat.CSV),
                                                    StandardCharsets.UTF_8)));
        };
    }

    private HandoverFile reportFile(String name, Evaluation standing, Outline outline) {
        return documentFile(
                name,
                out ->
                        ReportDocument.writeReport(
                                words,
                                standing,
                                outline,
                                new Narrative(words, standing)
                                        .reportBlocks(outline, options.sections()),
                                options.columns(),
                                out));
    }

    /**
     * Made in memory first: what goes wrong while writing is then the disk's doing and no other's.
     */
    private static HandoverFile documentFile(String name, DocumentContent content) {
        return new HandoverFile(
                name,
                file -> {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    content.writeContent(bytes);
                    Files.write(file, bytes.toByteArray());
                });
    }

    private List<HandoverFile> chartFiles(Evaluation standing) {
        List<HandoverFile> outputs = new ArrayList<>();
        List<Chart> charts = chartsWithContent(standing);
        for (int i = 0; i < charts.size(); i++) {
            Chart chart = charts.get(i);
            String name = "charts/" + ChartAlbum.numberedFileName(i + 1, charts.size(), chart);
            outputs.add(
                    new HandoverFile(
                            name + ".png",
                            file ->
                                    PngPen.writePng(
                                            toDrawing(chart),
                                            Palette.LIGHT,
                                            SCALE,
                                            PngPen.PngBackground.PAPER,
                                            file)));
            outputs.add(
                    new HandoverFile(
                            name + ".svg",
                            file -> SvgPen.writeSvg(toDrawing(chart), Palette.PRINT, file)));
            outputs.add(
                    new HandoverFile(
                            name + ".pdf",
                            file ->
                                    PdfPen.writePdf(
                                            List.of(toDrawing(chart)), Palette.PRINT, file)));
        }
        return outputs;
    }

    private static Drawing toDrawing(Chart chart) {
        return ChartPainter.layOut(chart, WIDTH, HEIGHT, PngPen.textMeasure());
    }

    /** Those always made, then those the officer keeps; none that would be an empty picture. */
    private List<Chart> chartsWithContent(Evaluation standing) {
        ChartGallery gallery = new ChartGallery(words);
        return Stream.concat(
                        KINDS.stream()
                                .map(
                                        kind ->
                                                SavedChart.createForWholePlan(
                                                        standing.plan().id(), kind)),
                        standing.plan().charts().stream())
                .flatMap(
                        choice -> gallery.createCharts(choice, standing, Optional.empty()).stream())
                .filter(c -> c.emptySentence().isEmpty())
                .toList();
    }
}
