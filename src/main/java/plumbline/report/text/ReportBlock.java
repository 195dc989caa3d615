package plumbline.report.text;

import plumbline.chart.Chart;

import java.util.List;
import java.util.stream.Collectors;

/** A piece of a report before it is a document. */
public sealed interface ReportBlock {

    /**
     * @param level 1 一、 2 （一）
     */
    record ReportHeading(int level, String text) implements ReportBlock {}

    /** How a paragraph stands to the program's own wording. */
    enum Authorship {
        PROGRAM,
        OFFICER,
        /**
         * The officer's wording names a number that is gone, or what it was written upon has
         * changed.
         */
        STALE
    }

    /**
     * A paragraph.
     *
     * @param key the same for the same paragraph of the plan, whatever it says
     * @param codedText the text with the codes of its numbers
     * @param basis the program's own wording, with codes
     */
    record ProseBlock(
            String key, String codedText, String basis, Authorship authorship, List<TextSpan> spans)
            implements ReportBlock {
        public ProseBlock {
            spans = List.copyOf(spans);
        }

        public String text() {
            return spans.stream().map(TextSpan::text).collect(Collectors.joining());
        }
    }

    /** A chart in line. */
    record ChartBlock(Chart chart) implements ReportBlock {}

    /** The appendix table, on a page of its own. */
    record AppendixBlock() implements ReportBlock {}
}
