package plumbline.words;

import plumbline.plan.RuleFault;
import plumbline.plan.VerdictRule.Band;
import plumbline.plan.VerdictRule.Basis;

import java.util.List;

/** Says why bands are refused as a rule: which band, why, and what to do. */
public final class RuleFaultWording {
    private final Messages messages;
    private final RuleNote note;

    public RuleFaultWording(Messages words) {
        this.messages = words;
        this.note = new RuleNote(words);
    }

    /**
     * @param bands those that were found faulty
     */
    public String faultSentence(RuleFault fault, Basis basis, List<Band> bands) {
        return switch (fault) {
            case RuleFault.TooFewBands(int count) -> messages.sentence("rule.fault.tooFew", count);
            case RuleFault.OpenTooEarly(int band) ->
                    messages.sentence("rule.fault.open", bandName(band, bands));
            case RuleFault.GapAtEnd(int band) ->
                    messages.sentence(
                            "rule.fault.gap",
                            bandName(band, bands),
                            lowerBoundText(basis, bands.get(band)));
            case RuleFault.OutOfOrder(int band) ->
                    messages.sentence(
                            "rule.fault.order",
                            bandName(band, bands),
                            messages.nameOf(bands.get(band).verdict()),
                            bandName(band - 1, bands),
                            messages.nameOf(bands.get(band - 1).verdict()));
            case RuleFault.SameName(int band, int above) ->
                    messages.sentence(
                            "rule.fault.name", bandName(band, bands), bandName(above, bands));
            case RuleFault.NeverApplies(int band, int above) ->
                    messages.sentence(
                            "rule.fault.never",
                            bandName(band, bands),
                            lowerBoundText(basis, bands.get(band)),
                            bandName(above, bands),
                            lowerBoundText(basis, bands.get(above)));
            case RuleFault.TimeTwice(int band) ->
                    messages.sentence(
                            "rule.fault.time", bandName(band, bands), messages.nameOf(basis));
        };
    }

    /** {@code Band 3 “Nearly on course”}, counted from 1. */
    public String bandName(int place, List<Band> bands) {
        Band band = bands.get(place);
        return messages.sentence(
                "rule.band",
                place + 1,
                band.label().isEmpty() ? messages.nameOf(band.verdict()) : band.label());
    }

    private String lowerBoundText(Basis basis, Band band) {
        return note.boundText(basis, band.lowerBound().orElseThrow());
    }
}
