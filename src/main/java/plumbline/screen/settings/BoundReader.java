package plumbline.screen.settings;

import plumbline.base.Problem;
import plumbline.exchange.notation.AmountParser;
import plumbline.plan.Reading;
import plumbline.plan.Status;
import plumbline.plan.VerdictRule.Anchor;
import plumbline.plan.VerdictRule.Basis;
import plumbline.plan.VerdictRule.Bound;

import java.math.BigDecimal;
import java.util.Optional;

/** Reads the bound of a band as it is typed. */
final class BoundReader {
    private BoundReader() {}

    /**
     * Empty if it is no number or one that cannot be kept; a percent sign is understood for a
     * ratio, too.
     */
    static Optional<Bound> read(Basis basis, RuleDraft.Line line) {
        boolean percent = line.bound().contains("%") || line.bound().contains("％");
        int decimals = percent ? 2 : RuleDraft.decimals(basis, line.anchor());
        return number(line.bound())
                .flatMap(n -> bound(line.anchor(), n.movePointLeft(decimals), line.inclusive()));
    }

    private static Optional<Bound> bound(Anchor anchor, BigDecimal offset, boolean inclusive) {
        try {
            return Optional.of(new Bound(anchor, offset, inclusive));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** A plain number, with or without a percent sign. */
    private static Optional<BigDecimal> number(String text) {
        try {
            AmountParser.Written written = AmountParser.read(text, "%");
            boolean plain =
                    written.status() == Status.ACTUAL
                            && written.relation().isEmpty()
                            && written.reading() instanceof Reading.Value(_, boolean about, _)
                            && !about;
            return plain ? written.reading().value() : Optional.empty();
        } catch (Problem _) {
            return Optional.empty();
        }
    }
}
