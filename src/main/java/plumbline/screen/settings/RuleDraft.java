package plumbline.screen.settings;

import plumbline.plan.Verdict;
import plumbline.plan.VerdictRule;
import plumbline.plan.VerdictRule.Anchor;
import plumbline.plan.VerdictRule.Band;
import plumbline.plan.VerdictRule.Basis;
import plumbline.plan.VerdictRule.Bound;
import plumbline.words.Messages;
import plumbline.words.RulePresets;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A rule while it is being written: as typed, right or wrong.
 *
 * @param name the officer's own name; empty for a preset's or the usual one
 * @param bands the last one's bound is not looked at: it takes what is left
 */
record RuleDraft(
        String name, Basis basis, boolean metIsAhead, boolean preliminary, List<Line> bands) {

    /**
     * @param bound in percent, in points from the time progress, or as a ratio: as {@link #shown}
     */
    record Line(String label, Verdict verdict, Anchor anchor, String bound, boolean inclusive) {
        Line label(String next) {
            return new Line(next, verdict, anchor, bound, inclusive);
        }

        Line verdict(Verdict next) {
            return new Line(label, next, anchor, bound, inclusive);
        }

        Line anchor(Anchor next) {
            return new Line(label, verdict, next, bound, inclusive);
        }

        Line bound(String next) {
            return new Line(label, verdict, anchor, next, inclusive);
        }

        Line inclusive(boolean next) {
            return new Line(label, verdict, anchor, bound, next);
        }
    }

    RuleDraft {
        bands = List.copyOf(bands);
    }

    static RuleDraft of(VerdictRule rule, Messages words) {
        String name = RulePresets.names().contains(rule.name()) ? "" : rule.name();
        List<Line> lines = rule.bands().stream().map(b -> line(rule, b, words)).toList();
        return new RuleDraft(name, rule.basis(), rule.metIsAhead(), rule.preliminary(), lines);
    }

    private static Line line(VerdictRule rule, Band band, Messages words) {
        String label = RulePresets.label(rule, band, words);
        return band.from()
                .map(
                        b ->
                                new Line(
                                        label,
                                        band.verdict(),
                                        b.anchor(),
                                        shown(rule.basis(), b),
                                        b.inclusive()))
                .orElseGet(() -> new Line(label, band.verdict(), Anchor.ZERO, "", true));
    }

    private static String shown(Basis basis, Bound bound) {
        return bound.offset().movePointRight(decimals(basis, bound.anchor())).toPlainString();
    }

    /** How many places the point of a typed bound stands further right than that of a fraction. */
    static int decimals(Basis basis, Anchor anchor) {
        return basis.share() || anchor == Anchor.TIME ? 2 : 0;
    }

    RuleDraft named(String next) {
        return new RuleDraft(next, basis, metIsAhead, preliminary, bands);
    }

    /** On another measure; a bound stays what it is, so 100 of percent is 1 as a ratio. */
    RuleDraft on(Basis next) {
        return new RuleDraft(
                name,
                next,
                metIsAhead,
                preliminary,
                bands.stream()
                        .map(
                                l ->
                                        BoundReader.read(basis, l)
                                                .map(b -> l.bound(shown(next, b)))
                                                .orElse(l))
                        .toList());
    }

    RuleDraft metIsAhead(boolean next) {
        return new RuleDraft(name, basis, next, preliminary, bands);
    }

    RuleDraft preliminary(boolean next) {
        return new RuleDraft(name, basis, metIsAhead, next, bands);
    }

    RuleDraft with(int place, Line line) {
        return change(lines -> lines.set(place, line));
    }

    /** With an empty band above the last, of the class between its neighbours if there is one. */
    RuleDraft added() {
        int place = bands.size() - 1;
        Verdict below = bands.get(place).verdict;
        Verdict next =
                place == 0
                        ? Verdict.AHEAD
                        : Verdict.values()[
                                Math.min(
                                        bands.get(place - 1).verdict.ordinal() + 1,
                                        Verdict.values().length - 1)];
        Verdict between =
                next.compareTo(below) < 0 || place == 0 ? next : bands.get(place - 1).verdict;
        return change(lines -> lines.add(place, new Line("", between, Anchor.ZERO, "", true)));
    }

    RuleDraft without(int place) {
        return change(lines -> lines.remove(place));
    }

    /** With the band one place up (−1) or down (+1). */
    RuleDraft moved(int place, int by) {
        return change(lines -> lines.add(place + by, lines.remove(place)));
    }

    private RuleDraft change(Consumer<List<Line>> change) {
        List<Line> lines = new ArrayList<>(bands);
        change.accept(lines);
        return new RuleDraft(name, basis, metIsAhead, preliminary, lines);
    }
}
