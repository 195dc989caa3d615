package plumbline.screen.settings;

import plumbline.plan.FigureAge;
import plumbline.plan.Verdict;
import plumbline.plan.VerdictRule;
import plumbline.plan.VerdictRule.Anchor;
import plumbline.plan.VerdictRule.Band;
import plumbline.plan.VerdictRule.Basis;
import plumbline.plan.VerdictRule.Bound;
import plumbline.words.Messages;
import plumbline.words.RulePresets;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A rule while it is being written: as typed, right or wrong.
 *
 * @param name the officer's own name; empty for a preset's or the usual one
 * @param bands the last one's bound is not looked at: it takes what is left
 * @param nearlyMetText how far a last value may miss its target, in percent of it; empty for not at
 *     all
 */
record RuleDraft(
        String name,
        Basis basis,
        boolean metIsAhead,
        boolean preliminary,
        List<BandDraft> bands,
        String nearlyMetText,
        FigureAge figureAge) {

    private static final Pattern PERCENT = Pattern.compile("\\d{1,2}(\\.\\d{1,4})?");

    /**
     * @param boundText in percent, in points from the time progress, or as a ratio: as {@link
     *     #boundText}
     */
    record BandDraft(
            String label, Verdict verdict, Anchor anchor, String boundText, boolean inclusive) {
        BandDraft withLabel(String next) {
            return new BandDraft(next, verdict, anchor, boundText, inclusive);
        }

        BandDraft withVerdict(Verdict next) {
            return new BandDraft(label, next, anchor, boundText, inclusive);
        }

        BandDraft withAnchor(Anchor next) {
            return new BandDraft(label, verdict, next, boundText, inclusive);
        }

        BandDraft withBound(String next) {
            return new BandDraft(label, verdict, anchor, next, inclusive);
        }

        BandDraft withInclusive(boolean next) {
            return new BandDraft(label, verdict, anchor, boundText, next);
        }
    }

    RuleDraft {
        bands = List.copyOf(bands);
    }

    static RuleDraft fromRule(VerdictRule rule, Messages words) {
        String name = RulePresets.presetNames().contains(rule.name()) ? "" : rule.name();
        List<BandDraft> lines = rule.bands().stream().map(b -> bandDraft(rule, b, words)).toList();
        BigDecimal nearly = rule.nearlyMetTolerance();
        return new RuleDraft(
                name,
                rule.basis(),
                rule.metIsAhead(),
                rule.judgesPreliminary(),
                lines,
                nearly.signum() == 0 ? "" : nearly.movePointRight(2).toPlainString(),
                rule.figureAge());
    }

    private static BandDraft bandDraft(VerdictRule rule, Band band, Messages words) {
        String label = RulePresets.bandLabel(rule, band, words);
        return band.lowerBound()
                .map(
                        b ->
                                new BandDraft(
                                        label,
                                        band.verdict(),
                                        b.anchor(),
                                        boundText(rule.basis(), b),
                                        b.inclusive()))
                .orElseGet(() -> new BandDraft(label, band.verdict(), Anchor.ZERO, "", true));
    }

    private static String boundText(Basis basis, Bound bound) {
        return bound.offset().movePointRight(boundDecimals(basis, bound.anchor())).toPlainString();
    }

    /** How many places the point of a typed bound stands further right than that of a fraction. */
    static int boundDecimals(Basis basis, Anchor anchor) {
        return basis.isShare() || anchor == Anchor.TIME ? 2 : 0;
    }

    RuleDraft withName(String next) {
        return new RuleDraft(next, basis, metIsAhead, preliminary, bands, nearlyMetText, figureAge);
    }

    /** On another measure; a bound stays what it is, so 100 of percent is 1 as a ratio. */
    RuleDraft withBasis(Basis next) {
        return new RuleDraft(
                name,
                next,
                metIsAhead,
                preliminary,
                bands.stream()
                        .map(
                                l ->
                                        BoundReader.parseBound(basis, l)
                                                .map(b -> l.withBound(boundText(next, b)))
                                                .orElse(l))
                        .toList(),
                nearlyMetText,
                figureAge);
    }

    RuleDraft withMetIsAhead(boolean next) {
        return new RuleDraft(name, basis, next, preliminary, bands, nearlyMetText, figureAge);
    }

    RuleDraft withPreliminary(boolean next) {
        return new RuleDraft(name, basis, metIsAhead, next, bands, nearlyMetText, figureAge);
    }

    RuleDraft withNearlyMet(String next) {
        return new RuleDraft(name, basis, metIsAhead, preliminary, bands, next, figureAge);
    }

    RuleDraft withFigureAge(FigureAge next) {
        return new RuleDraft(name, basis, metIsAhead, preliminary, bands, nearlyMetText, next);
    }

    /** As a fraction; empty where what is written is no share below the whole. */
    Optional<BigDecimal> nearlyMetTolerance() {
        String text = nearlyMetText.strip().replace("%", "").strip();
        if (text.isEmpty()) return Optional.of(BigDecimal.ZERO);
        if (!PERCENT.matcher(text).matches()) return Optional.empty();
        return Optional.of(new BigDecimal(text).movePointLeft(2));
    }

    RuleDraft withBand(int place, BandDraft line) {
        return changeBands(lines -> lines.set(place, line));
    }

    /** With an empty band above the last, of the class between its neighbours if there is one. */
    RuleDraft withNewBand() {
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
        return changeBands(
                lines -> lines.add(place, new BandDraft("", between, Anchor.ZERO, "", true)));
    }

    RuleDraft withoutBand(int place) {
        return changeBands(lines -> lines.remove(place));
    }

    /** With the band one place up (−1) or down (+1). */
    RuleDraft withBandMoved(int place, int by) {
        return changeBands(lines -> lines.add(place + by, lines.remove(place)));
    }

    private RuleDraft changeBands(Consumer<List<BandDraft>> change) {
        List<BandDraft> lines = new ArrayList<>(bands);
        change.accept(lines);
        return new RuleDraft(name, basis, metIsAhead, preliminary, lines, nearlyMetText, figureAge);
    }
}
