package plumbline.report;

import plumbline.assessment.Evaluation;
import plumbline.base.Problem;
import plumbline.chart.Chart;
import plumbline.chart.drawing.Drawing;
import plumbline.chart.drawing.Palette;
import plumbline.chart.layout.ChartPainter;
import plumbline.chart.make.Gallery;
import plumbline.chart.pen.PdfPen;
import plumbline.chart.pen.PngPen;
import plumbline.chart.pen.SvgPen;
import plumbline.plan.ChartKind;
import plumbline.plan.SavedChart;
import plumbline.report.document.ReportDocument;
import plumbline.report.document.Slides;
import plumbline.report.table.AppendixTable;
import plumbline.report.table.AssessmentTable;
import plumbline.report.table.Format;
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
    public interface Steps<X extends Exception> {
        /**
         * @param share from 0 to 1
         * @throws X to stop
         */
        void reached(double share) throws X;
    }

    /** What a document is made into before anything is written. */
    @FunctionalInterface
    private interface Content {
        void write(OutputStream out) throws IOException, Problem;
    }

    /** A file still to be written, at its place in the folder. */
    private record Output(String name, Writing writing) {
        @FunctionalInterface
        interface Writing {
            void to(Path file) throws IOException, Problem;
        }
    }

    private final Messages words;
    private final HandoverOptions order;

    public Handover(Messages words, HandoverOptions order) {
        this.words = words;
        this.order = order;
    }

    /**
     * @return the files written, in order
     * @throws Problem if one of them cannot be written; the folder then is as it was
     * @throws X if it was told to stop; the folder then is as it was
     */
    public <X extends Exception> List<Path> write(Evaluation standing, Path folder, Steps<X> steps)
            throws Problem, X {
        List<Output> outputs = outputs(standing);
        try (StagedFolder workshop = StagedFolder.in(folder)) {
            for (int i = 0; i < outputs.size(); i++) {
                steps.reached((double) i / (outputs.size() + 1));
                Output output = outputs.get(i);
                workshop.make(output.name, output.writing::to);
            }
            workshop.make(
                    "manifest.json",
                    file ->
                            Files.writeString(
                                    file, new Manifest(words, standing).of(workshop.made())));
            steps.reached(1);
            return workshop.handOver();
        }
    }

    private List<Output> outputs(Evaluation standing) {
        List<Output> outputs = new ArrayList<>();
        for (HandoverPart piece : HandoverPart.values())
            if (order.pieces().contains(piece)) outputs.addAll(outputs(piece, standing));
        return outputs;
    }

    private List<Output> outputs(HandoverPart piece, Evaluation standing) {
        return switch (piece) {
            case APPENDIX ->
                    List.of(
                            document(
                                    "appendix.xlsx",
                                    out -> {
                                        try (var workbook =
                                                new AppendixTable(words, order.columns())
                                                        .workbook(standing)) {
                                            workbook.write(out);
                                        }
                                    }));
            case WIDE ->
                    List.of(
                            document(
                                    "wide.xlsx",
                                    out -> new WideWorkbook(words, standing).write(out)));
            case REPORT -> List.of(report("report.docx", standing, Outline.EVALUATION));
            case SUMMARY -> List.of(report("summary.docx", standing, Outline.SUMMARY));
            case BRIEF -> List.of(report("brief.docx", standing, Outline.BRIEF));
            case SLIDES ->
                    List.of(
                            document(
                                    "slides.pptx",
                                    out ->
                                            Slides.write(
                                                    words,
                                                    standing,
                                                    order.template(),
                                                    order.sections(),
                                                    out)));
            case CHARTS -> charts(standing);
            case FIGURES ->
                    List.of(
                            new Output(
                                    "figures.csv",
                                    file ->
                                            Files.writeString(
                                                    file,
                                                    new AssessmentTable(words, standing)
                                                            .in(Format.CSV),
                                                    StandardCharsets.UTF_8)));
        };
    }

    private Output report(String name, Evaluation standing, Outline outline) {
        return document(
                name,
                out ->
                        ReportDocument.write(
                                words,
                                standing,
                                outline,
                                new Narrative(words, standing).of(outline, order.sections()),
                                order.columns(),
                                out));
    }

    /**
     * Made in memory first: what goes wrong while writing is then the disk's doing and no other's.
     */
    private static Output document(String name, Content content) {
        return new Output(
                name,
                file -> {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    content.write(bytes);
                    Files.write(file, bytes.toByteArray());
                });
    }

    private List<Output> charts(Evaluation standing) {
        List<Output> outputs = new ArrayList<>();
        List<Chart> charts = all(standing);
        for (int i = 0; i < charts.size(); i++) {
            Chart chart = charts.get(i);
            String name = "charts/" + ChartAlbum.name(i + 1, charts.size(), chart);
            outputs.add(
                    new Output(
                            name + ".png",
                            file ->
                                    PngPen.write(
                                            drawing(chart),
                                            Palette.LIGHT,
                                            SCALE,
                                            PngPen.Ground.PAPER,
                                            file)));
            outputs.add(
                    new Output(
                            name + ".svg",
                            file -> SvgPen.write(drawing(chart), Palette.PRINT, file)));
            outputs.add(
                    new Output(
                            name + ".pdf",
                            file -> PdfPen.write(List.of(drawing(chart)), Palette.PRINT, file)));
        }
        return outputs;
    }

    private static Drawing drawing(Chart chart) {
        return ChartPainter.of(chart, WIDTH, HEIGHT, PngPen.measure());
    }

    /** None that would be an empty picture. */
    private List<Chart> all(Evaluation standing) {
        Gallery gallery = new Gallery(words);
        return KINDS.stream()
                .flatMap(
                        kind ->
                                gallery
                                        .charts(
                                                SavedChart.of(standing.plan().id(), kind),
                                                standing,
                                                Optional.empty())
                                        .stream())
                .filter(c -> c.empty().isEmpty())
                .toList();
    }
}
