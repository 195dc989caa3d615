package plumbline.screen.charts;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.print.PageLayout;
import javafx.print.PageOrientation;
import javafx.print.Paper;
import javafx.print.Printer;
import javafx.print.PrinterJob;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;

import plumbline.words.Messages;

import java.util.List;

/**
 * The pages as they would be printed, a chart on each sheet of A4 across; and the button that
 * prints them.
 */
final class PrintPreview {
    private static final double SHEET_WIDTH = 594;
    private static final double SHEET_HEIGHT = 420;
    private static final double MARGIN = 24;
    private final List<Image> pages;
    private final Messages words;
    private final Stage stage = new Stage();

    PrintPreview(Window owner, List<Image> pages, Messages words) {
        this.pages = pages;
        this.words = words;
        stage.initOwner(owner);
        stage.initModality(Modality.WINDOW_MODAL);
        stage.setTitle(words.sentence("charts.print"));
        stage.setScene(new Scene(createContent(), SHEET_WIDTH + 80, SHEET_HEIGHT + 120));
        stage.getScene().getStylesheets().setAll(owner.getScene().getStylesheets());
    }

    void openPreview() {
        stage.show();
    }

    private BorderPane createContent() {
        VBox sheets = new VBox(16);
        sheets.setPadding(new Insets(16));
        sheets.setAlignment(Pos.TOP_CENTER);
        pages.forEach(page -> sheets.getChildren().add(createSheet(page)));
        ScrollPane scroll = new ScrollPane(sheets);
        scroll.setFitToWidth(true);
        Button print = new Button(words.sentence("charts.print.now", pages.size()));
        print.setDefaultButton(true);
        print.setOnAction(_ -> printPages());
        Button leave = new Button(words.sentence("charts.print.leave"));
        leave.setCancelButton(true);
        leave.setOnAction(_ -> stage.close());
        HBox buttons = new HBox(8, print, leave);
        buttons.setPadding(new Insets(12));
        buttons.setAlignment(Pos.CENTER_RIGHT);
        BorderPane root = new BorderPane(scroll);
        root.setBottom(buttons);
        return root;
    }

    private static StackPane createSheet(Image page) {
        StackPane sheet =
                new StackPane(
                        createFittedView(
                                page, SHEET_WIDTH - 2 * MARGIN, SHEET_HEIGHT - 2 * MARGIN));
        sheet.setMinSize(SHEET_WIDTH, SHEET_HEIGHT);
        sheet.setMaxSize(SHEET_WIDTH, SHEET_HEIGHT);
        sheet.setStyle("-fx-background-color: white; -fx-border-color: gray;");
        return sheet;
    }

    private static ImageView createFittedView(Image page, double width, double height) {
        ImageView view = new ImageView(page);
        view.setPreserveRatio(true);
        view.setSmooth(true);
        view.setFitWidth(width);
        view.setFitHeight(height);
        return view;
    }

    /** What the printer does not take is said by the system's own dialog. */
    private void printPages() {
        PrinterJob job = PrinterJob.createPrinterJob();
        if (job == null || !job.showPrintDialog(stage)) return;
        PageLayout layout =
                job.getPrinter()
                        .createPageLayout(
                                Paper.A4, PageOrientation.LANDSCAPE, Printer.MarginType.DEFAULT);
        for (Image page : pages)
            job.printPage(
                    layout,
                    createFittedView(
                            page, layout.getPrintableWidth(), layout.getPrintableHeight()));
        job.endJob();
        stage.close();
    }
}
