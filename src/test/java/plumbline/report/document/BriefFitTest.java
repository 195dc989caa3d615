package plumbline.report.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import plumbline.assessment.Evaluation;
import plumbline.exchange.planfile.SamplePlans;
import plumbline.plan.Plan;
import plumbline.report.table.AppendixColumn;
import plumbline.report.text.Narrative;
import plumbline.report.text.Outline;
import plumbline.words.Messages;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The brief stands on one page, as large as it can. */
class BriefFitTest {

    private static XWPFDocument brief(String sample, Locale language) throws Exception {
        Messages words = Messages.forLocale(language);
        Plan plan = SamplePlans.openSample(sample, new UUID(0, 1));
        Evaluation standing =
                Evaluation.evaluate(plan, plan.dayBeforeStart().plusMonths(30).minusDays(1));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportDocument.writeReport(
                words,
                standing,
                Outline.BRIEF,
                new Narrative(words, standing).reportBlocks(Outline.BRIEF),
                AppendixColumn.standardColumns(),
                out);
        return new XWPFDocument(new ByteArrayInputStream(out.toByteArray()));
    }

    /**
     * 22 lines of 28 characters; two lines of title are 68 points, the byline 49: 501 points, 17
     * lines of 28.9.
     */
    @Test
    void whatHasRoomStaysAsItIs() {
        assertEquals(
                new BriefFit(16, 28.9),
                BriefFit.fitToOnePage("甲\n乙", Collections.nCopies(17, "一行")));
        assertEquals(
                new BriefFit(15, 26), BriefFit.fitToOnePage("甲\n乙", Collections.nCopies(18, "一行")));
        assertEquals(
                new BriefFit(12, 20), BriefFit.fitToOnePage("甲\n乙", Collections.nCopies(60, "一行")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"suizhou", "ezhou", "jingmen", "jingdezhen", "xxshi"})
    void theBriefOfEachSampleStandsOnOnePage(String sample) throws Exception {
        for (Locale language : List.of(Messages.CHINESE, Messages.ENGLISH)) {
            try (XWPFDocument document = brief(sample, language)) {
                List<XWPFParagraph> text =
                        document.getParagraphs().stream()
                                .filter(p -> List.of("Normal", "Heading1").contains(p.getStyle()))
                                .toList();
                double pitch =
                        text.getFirst().getSpacingBetween() < 0
                                ? 28.9
                                : text.getFirst().getSpacingBetween();
                double size =
                        pitch == 28.9
                                ? 16
                                : text.getFirst().getRuns().getFirst().getFontSizeAsDouble();
                int lines =
                        text.stream()
                                .mapToInt(
                                        p ->
                                                SlideLines.countLines(
                                                        "　　" + p.getText(), size, 156 * 72 / 25.4))
                                .sum();
                assertTrue(
                        2 * 34 + 49 + lines * pitch <= 225 * 72 / 25.4,
                        () -> sample + " " + language + ": " + lines + " lines of " + pitch);
                assertFalse(size < 12);
            }
        }
    }
}
