package plumbline.exchange.proof;

import plumbline.base.Problem;
import plumbline.exchange.file.DocumentBlock;

import java.util.List;
import java.util.Optional;

/** Finds the table of a document that is to be proof-read. */
final class PublishedTableFinder {
    private PublishedTableFinder() {}

    /**
     * One with heads that are understood, or else one with any heads over numbers.
     *
     * @throws Problem if there is no table at all
     */
    static PublishedTable findIn(List<DocumentBlock> blocks) throws Problem {
        Optional<PublishedTable> familiar = PublishedTable.findFamiliarIn(blocks);
        return familiar.isPresent()
                ? familiar.get()
                : UnfamiliarTable.findIn(blocks)
                        .orElseThrow(() -> new Problem("problem.table.none"));
    }
}
