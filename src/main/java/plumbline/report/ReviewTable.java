package plumbline.report;

import plumbline.exchange.Proposal;
import plumbline.exchange.Review;
import plumbline.exchange.ReviewWords;
import plumbline.report.Listing.Measure;
import plumbline.words.Words;

import java.util.List;
import java.util.Locale;

/**
 * What colleagues' files would do to a plan, a line for each figure; the heads are the same in
 * every language.
 */
public final class ReviewTable {
    private final Listing<Proposal> listing;

    public ReviewTable(Words words, Review review) {
        ReviewWords say = new ReviewWords(words, review.plan());
        List<Measure<Proposal>> measures =
                List.of(
                        Measure.text("file", "file", p -> p.figure().place().file()),
                        Measure.text("cell", "cell", p -> ReviewWords.cell(p.figure().place())),
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
        listing = new Listing<>(measures, review.proposals());
    }

    public String csv() {
        return listing.bareCsv();
    }
}
