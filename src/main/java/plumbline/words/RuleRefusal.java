package plumbline.words;

import plumbline.plan.RuleFault;
import plumbline.plan.VerdictRule.Band;
import plumbline.plan.VerdictRule.Basis;

import java.util.List;

/** Says why bands are refused as a rule: which band, why, and what to do. */
public final class RuleRefusal {
    private final Messages words;
    private final RuleNote note;

    public RuleRefusal(Messages words) {
        this.words = words;
        this.note = new RuleNote(words);
    }

    /**
     * @param bands those that were found faulty
     */
    public String say(RuleFault fault, Basis basis, List<Band> bands) {
        return switch (fault) {
            case RuleFault.TooFewBands(int count) -> words.say("rule.fault.tooFew", count);
            case RuleFault.OpenTooEarly(int band) ->
                    words.say("rule.fault.open", band(band, bands));
            case RuleFault.Gap(int band) ->
                    words.say("rule.fault.gap", band(band, bands), bound(basis, bands.get(band)));
            case RuleFault.OutOfOrder(int band) ->
                    words.say(
                            "rule.fault.order",
                            band(band, bands),
                            words.say(bands.get(band).verdict()),
                            band(band - 1, bands),
                            words.say(bands.get(band - 1).verdict()));
            case RuleFault.SameName(int band, int above) ->
                    words.say("rule.fault.name", band(band, bands), band(above, bands));
            case RuleFault.NeverApplies(int band, int above) ->
                    words.say(
                            "rule.fault.never",
                            band(band, bands),
                            bound(basis, bands.get(band)),
                            band(above, bands),
                            bound(basis, bands.get(above)));
            case RuleFault.TimeTwice(int band) ->
                    words.say("rule.fault.time", band(band, bands), words.say(basis));
        };
    }

    /** {@code Band 3 “Nearly on course”}, counted from 1. */
    public String band(int place, List<Band> bands) {
        Band band = bands.get(place);
        return words.say(
                "rule.band",
                place + 1,
                band.label().isEmpty() ? words.say(band.verdict()) : band.label());
    }

    private String bound(Basis basis, Band band) {
        return note.bound(basis, band.from().orElseThrow());
    }
}
