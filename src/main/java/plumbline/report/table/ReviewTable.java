package plumbline.report.table;

import plumbline.exchange.review.ImportReview;
import plumbline.exchange.review.Proposal;
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
    private final PlainTable<Proposal> plainTable;

    public ReviewTable(Messages words, ImportReview review) {
        ReviewWording say = new ReviewWording(words, review.plan());
        List<PlainTableColumn<Proposal>> measures =
                List.of(
                        PlainTableColumn.textColumn("file", "file", p -> p.figure().place().file()),
                        PlainTableColumn.textColumn(
                                "cell", "cell", p -> ReviewWording.cell(p.figure().place())),
                        PlainTableColumn.textColumn("indicator", "indicator", say::indicator),
                        PlainTableColumn.textColumn("part", "part", say::part),
                        PlainTableColumn.textColumn("period", "period", say::period),
                        PlainTableColumn.textColumn("now", "now", say::now),
                        PlainTableColumn.textColumn("new", "new", say::next),
                        PlainTableColumn.textColumn(
                                "finding",
                                "finding",
                                p -> p.finding().name().toLowerCase(Locale.ROOT)),
                        PlainTableColumn.textColumn(
                                "reasons", "reasons", p -> String.join(" | ", say.reasons(p))),
                        PlainTableColumn.textColumn(
                                "taken", "taken", p -> p.taken() ? "yes" : "no"));
        plainTable = new PlainTable<>(measures, review.proposals());
    }

    public String toCsv() {
        return plainTable.toBareCsv();
    }
}
