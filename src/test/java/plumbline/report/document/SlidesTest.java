package plumbline.report.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFSlideLayout;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import plumbline.assessment.Evaluation;
import plumbline.base.Problem;
import plumbline.exchange.planfile.SamplePlans;
import plumbline.plan.Course;
import plumbline.plan.Direction;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.Milestone;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.report.text.Section;
import plumbline.words.Messages;

import java.awt.Dimension;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Slides on a page of ours and on templates good and poor; many indicators go on to further slides.
 */
class SlidesTest {
    private static final LocalDate AT = LocalDate.of(2022, 12, 31);
    @TempDir Path folder;

    private static Evaluation suizhou() throws Problem {
        return Evaluation.evaluate(SamplePlans.openSample("suizhou", new UUID(0, 1)), AT);
    }

    /** So many indicators of one group with long names, each a tenth of the way. */
    private static Evaluation many(int count) {
        UUID group = new UUID(0, 2);
        LocalDate end = LocalDate.of(2025, 12, 31);
        List<Indicator> indicators =
                IntStream.range(0, count)
                        .mapToObj(
                                n ->
                                        Indicator.createNamed(
                                                        new UUID(1, n),
                                                        group,
                                                        "重点领域监督检查发现问题按期整改到位比例之第" + n + "项")
                                                .withChanges(
                                                        d -> {
                                                            d.course =
                                                                    Course.of(
                                                                            Milestone.baseline(
                                                                                    LocalDate.of(
                                                                                            2020,
                                                                                            12, 31),
                                                                                    BigDecimal
                                                                                            .ZERO),
                                                                            Milestone.target(
                                                                                    Milestone.Role
                                                                                            .FINAL,
                                                                                    end,
                                                                                    BigDecimal.TEN,
                                                                                    Direction
                                                                                            .HIGHER));
                                                            d.observations =
                                                                    List.of(
                                                                            Observation.actual(
                                                                                    Period.ofYear(
                                                                                            2022),
                                                                                    "1"));
                                                        }))
                        .toList();
        return Evaluation.evaluate(
                Plan.empty(new UUID(0, 1), "许多", "", 2021, 2025, 2020)
                        .withChanges(
                                d -> {
                                    d.groups = List.of(new IndicatorGroup(group, "类"));
                                    d.indicators = indicators;
                                }),
                AT);
    }

    private static XMLSlideShow written(Evaluation standing, Optional<Path> template)
            throws IOException, Problem {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Slides.writeSlides(
                Messages.forLocale(Messages.CHINESE),
                standing,
                template,
                EnumSet.allOf(Section.class),
                out);
        return new XMLSlideShow(new ByteArrayInputStream(out.toByteArray()));
    }

    private static List<String> titles(XMLSlideShow show) {
        return show.getSlides().stream()
                .map(SlidesTest::title)
                .map(t -> t.replace("\n", ""))
                .toList();
    }

    private static String title(XSLFSlide slide) {
        return Stream.of(slide.getPlaceholders())
                .filter(
                        p ->
                                p.getTextType() == Placeholder.TITLE
                                        || p.getTextType() == Placeholder.CENTERED_TITLE)
                .map(XSLFTextShape::getText)
                .findFirst()
                .orElse("");
    }

    /** Everything lies on the page, and no table is higher than what is left of it. */
    private static void everythingIsOnThePage(XMLSlideShow show) {
        Rectangle2D page =
                new Rectangle2D.Double(
                        -1,
                        -1,
                        show.getPageSize().getWidth() + 2,
                        show.getPageSize().getHeight() + 2);
        for (XSLFSlide slide : show.getSlides()) {
            for (XSLFShape shape : slide.getShapes()) {
                Rectangle2D at = shape.getAnchor();
                assertTrue(
                        page.contains(at),
                        () -> slide.getTitle() + ": " + shape.getShapeName() + " " + at);
                if (shape instanceof XSLFTable table) {
                    double high = table.getRows().stream().mapToDouble(r -> r.getHeight()).sum();
                    assertTrue(
                            at.getY() + high <= page.getMaxY(),
                            () -> slide.getTitle() + ": a table of " + high);
                }
            }
        }
    }

    @Test
    void theSlidesOfTheSampleComeInTheirOrder() throws Exception {
        try (XMLSlideShow show = written(suizhou(), Optional.empty())) {
            assertEquals(
                    List.of(
                            "随州市市场监管“十四五”规划实施情况中期评估报告",
                            "13项指标中9项达到进度，4项滞后，集中在品牌发展类、质量发展类",
                            "13项指标中9项达到进度，4项滞后，集中在品牌发展类、质量发展类（续）",
                            "市场发展类：2项均达到进度",
                            "品牌发展类：4项中2项达到进度，2项滞后",
                            "质量发展类：5项中3项达到进度，2项滞后",
                            "民生保障类：2项均达到进度",
                            "4项指标未达到进度要求",
                            "重点任务进展",
                            "重点任务进展（续）",
                            "存在的问题和对策",
                            "下一步工作"),
                    titles(show));
            everythingIsOnThePage(show);
        }
    }

    @Test
    void manyIndicatorsGoOnToFurtherSlides() throws Exception {
        try (XMLSlideShow show = written(many(300), Optional.empty())) {
            assertEquals(30, titles(show).stream().filter(t -> t.startsWith("类")).count());
            assertTrue(
                    titles(show).stream().filter(t -> t.equals("300项指标未达到进度要求（续）")).count() > 10);
            everythingIsOnThePage(show);
        }
    }

    /**
     * 18 indicators without a baseline, their reasons long: no page of one row, no reason of more
     * than two lines, none of them torn in the report.
     */
    @Test
    void reasonsAreShortAndNoPageHoldsOneRowAlone() throws Exception {
        Evaluation xxshi =
                Evaluation.evaluate(
                        SamplePlans.openSample("xxshi", new UUID(0, 1)), LocalDate.of(2023, 6, 30));
        for (var language : List.of(Messages.CHINESE, Messages.ENGLISH)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Slides.writeSlides(
                    Messages.forLocale(language),
                    xxshi,
                    Optional.empty(),
                    EnumSet.of(Section.GROUPS),
                    out);
            try (XMLSlideShow show =
                    new XMLSlideShow(new ByteArrayInputStream(out.toByteArray()))) {
                everythingIsOnThePage(show);
                List<XSLFTable> tables =
                        show.getSlides().stream()
                                .flatMap(s -> s.getShapes().stream())
                                .filter(XSLFTable.class::isInstance)
                                .map(XSLFTable.class::cast)
                                .toList();
                assertTrue(tables.size() >= 3);
                tables.forEach(
                        t ->
                                assertTrue(
                                        t.getRows().size() > 3,
                                        () ->
                                                t.getRows()
                                                        .getLast()
                                                        .getCells()
                                                        .getFirst()
                                                        .getText()));
                tables.forEach(
                        t ->
                                t.getRows()
                                        .forEach(
                                                r ->
                                                        assertTrue(
                                                                SlideLines.countLines(
                                                                                r.getCells()
                                                                                        .getLast()
                                                                                        .getText(),
                                                                                SlideFrame
                                                                                        .TABLE_TEXT_SIZE,
                                                                                t.getColumnWidth(4)
                                                                                        - 12)
                                                                        <= 2,
                                                                () ->
                                                                        r.getCells()
                                                                                .getLast()
                                                                                .getText())));
            }
        }
    }

    private Path template(Dimension size, boolean bare) throws IOException {
        Path file = folder.resolve("template.pptx");
        try (XMLSlideShow show = new XMLSlideShow();
                OutputStream out = Files.newOutputStream(file)) {
            show.setPageSize(size);
            show.createSlide().createTextBox().setText("旧的一页");
            if (bare) {
                for (XSLFSlideLayout layout : show.getSlideMasters().getFirst().getSlideLayouts()) {
                    for (XSLFShape shape : List.copyOf(layout.getShapes()))
                        layout.removeShape(shape);
                }
            }
            show.write(out);
        }
        return file;
    }

    @Test
    void aTemplateGivesItsPageAndItsLayoutsButNotItsSlides() throws Exception {
        try (XMLSlideShow show =
                written(suizhou(), Optional.of(template(new Dimension(720, 540), false)))) {
            assertEquals(new Dimension(720, 540), show.getPageSize());
            assertEquals("随州市市场监管“十四五”规划实施情况中期评估报告", titles(show).getFirst());
            assertTrue(
                    show.getSlides().stream()
                            .flatMap(s -> s.getShapes().stream())
                            .noneMatch(
                                    s ->
                                            s instanceof XSLFTextShape t
                                                    && t.getText().contains("旧的一页")));
            everythingIsOnThePage(show);
        }
    }

    @Test
    void aTemplateWhoseLayoutsAreEmptyDoesToo() throws Exception {
        try (XMLSlideShow show =
                written(suizhou(), Optional.of(template(new Dimension(720, 405), true)))) {
            assertTrue(
                    show.getSlides().get(1).getShapes().stream()
                            .anyMatch(
                                    s ->
                                            s instanceof XSLFTextShape t
                                                    && t.getText().startsWith("13项指标中9项达到进度")));
            everythingIsOnThePage(show);
        }
    }
}
