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
    static Optional<Bound> parseBound(Basis basis, RuleDraft.BandDraft line) {
        boolean percent = line.boundText().contains("%") || line.boundText().contains("％");
        int decimals = percent ? 2 : RuleDraft.boundDecimals(basis, line.anchor());
        return parseNumber(line.boundText())
                .flatMap(
                        n ->
                                createBound(
                                        line.anchor(),
                                        n.movePointLeft(decimals),
                                        line.inclusive()));
    }

    private static Optional<Bound> createBound(
            Anchor anchor, BigDecimal offset, boolean inclusive) {
        try {
            return Optional.of(new Bound(anchor, offset, inclusive));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** A plain number, with or without a percent sign. */
    private static Optional<BigDecimal> parseNumber(String text) {
        try {
            AmountParser.ParsedAmount written = AmountParser.parseAmount(text, "%");
            boolean plain =
                    written.status() == Status.ACTUAL
                            && written.relation().isEmpty()
                            && written.reading() instanceof Reading.Value(_, boolean about, _)
                            && !about;
            return plain ? written.reading().findAmount() : Optional.empty();
        } catch (Problem _) {
            return Optional.empty();
        }
    }
}
