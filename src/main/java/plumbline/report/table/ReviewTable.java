package plumbline.report.table;

import plumbline.exchange.review.FigureProposal;
import plumbline.exchange.review.ImportReview;
import plumbline.exchange.review.ReviewWording;
import plumbline.report.table.PlainTable.PlainTableColumn;
import plumbline.words.Messages;

import java.util.List;
import java.util.Locale;

/**
 * What colleagues' files would do to a plan, a line for each figure; the heads are the same in
 * every language.
 */
public final class ReviewTable {
    private final PlainTable<FigureProposal> plainTable;

    public ReviewTable(Messages words, ImportReview review) {
        ReviewWording say = new ReviewWording(words, review.plan());
        List<PlainTableColumn<FigureProposal>> measures =
                List.of(
                        PlainTableColumn.textColumn(
                                "file", "file", p -> p.figure().address().file()),
                        PlainTableColumn.textColumn(
                                "cell",
                                "cell",
                                p -> ReviewWording.addressText(p.figure().address())),
                        PlainTableColumn.textColumn("indicator", "indicator", say::indicatorName),
                        PlainTableColumn.textColumn("part", "part", say::proposedPartName),
                        PlainTableColumn.textColumn("period", "period", say::periodText),
                        PlainTableColumn.textColumn("now", "now", say::currentContentText),
                        PlainTableColumn.textColumn("new", "new", say::nextContentText),
                        PlainTableColumn.textColumn(
                                "finding",
                                "finding",
                                p -> p.status().name().toLowerCase(Locale.ROOT)),
                        PlainTableColumn.textColumn(
                                "reasons",
                                "reasons",
                                p -> String.join(" | ", say.reasonSentences(p))),
                        PlainTableColumn.textColumn(
                                "taken", "taken", p -> p.taken() ? "yes" : "no"));
        plainTable = new PlainTable<>(measures, review.proposals());
    }

    public String toCsv() {
        return plainTable.toBareCsv();
    }
}
