package plumbline.report.table;

import plumbline.exchange.review.ImportReview;
import plumbline.exchange.review.Proposal;
import plumbline.exchange.review.ReviewWording;
import plumbline.report.table.PlainTable.Measure;
import plumbline.words.Messages;

import java.util.List;
import java.util.Locale;

/**
 * What colleagues' files would do to a plan, a line for each figure; the heads are the same in
 * every language.
 */
public final class ReviewTable {
    private final PlainTable<Proposal> listing;

    public ReviewTable(Messages words, ImportReview review) {
        ReviewWording say = new ReviewWording(words, review.plan());
        List<Measure<Proposal>> measures =
                List.of(
                        Measure.text("file", "file", p -> p.figure().place().file()),
                        Measure.text("cell", "cell", p -> ReviewWording.cell(p.figure().place())),
                        Measure.text("indicator", "indicator", say::indicator),
                        Measure.text("part", "part", say::part),
                        Measure.text("period", "period", say::period),
                        Measure.text("now", "now", say::now),
                        Measure.text("new", "new", say::next),
                        Measure.text(
                                "finding",
                                "finding",
                                p -> p.finding().name().toLowerCase(Locale.ROOT)),
                        Measure.text("reasons", "reasons", p -> String.join(" | ", say.reasons(p))),
                        Measure.text("taken", "taken", p -> p.taken() ? "yes" : "no"));
        listing = new PlainTable<>(measures, review.proposals());
    }

    public String csv() {
        return listing.bareCsv();
    }
}
