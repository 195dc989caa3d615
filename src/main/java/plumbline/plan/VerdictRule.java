package plumbline.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * 评价规则: bands from best to worst on one measure. Data of a plan; it leaves neither gap nor overlap,
 * because each band reaches from its own bound up to the bound of the band before.
 *
 * @param name a preset's key ({@code time}, {@code suizhou}) or the officer's own name
 * @param metIsAhead *target already met → first class*, before any band is looked at
 * @param judgesPreliminary whether a preliminary figure (快报) may be judged
 * @param nearlyMetTolerance 基本完成: by what share of the target a last value may miss it and still be
 *     called nearly met, as a fraction; 0 for never
 * @param figureAge how old a figure may be to be judged
 */
public record VerdictRule(
        String name,
        Basis basis,
        boolean metIsAhead,
        boolean judgesPreliminary,
        List<Band> bands,
        BigDecimal nearlyMetTolerance,
        FigureAge figureAge) {

    /**
     * The measure that is compared: 进度比, 完成进度, 完成程度 or the ratio of growth rates, each as a
     * fraction (0.4673, not 46.73).
     */
    public enum Basis {
        PACE,
        PROGRESS,
        ATTAINMENT,
        GROWTH_RATIO;

        /**
         * True where it is read in percent and can be held against the time progress; the others
         * are ratios that hold time in themselves.
         */
        public boolean isShare() {
            return this == PROGRESS || this == ATTAINMENT;
        }
    }

    /** What a bound is counted from: nothing, or the time progress of the observation. */
    public enum Anchor {
        ZERO,
        TIME
    }

    /**
     * @param offset kept without trailing zeros, so that bounds of one amount are equal
     * @param inclusive whether exactly on the bound still belongs to the better band
     */
    public record Bound(Anchor anchor, BigDecimal offset, boolean inclusive) {
        public Bound {
            Objects.requireNonNull(anchor);
            offset = shortest(Amounts.requireInRange(offset));
        }

        public BigDecimal amountAt(BigDecimal timeProgress) {
            return anchor == Anchor.TIME ? timeProgress.add(offset) : offset;
        }

        /**
         * True if a band from here on leaves nothing for one from {@code below} on, whatever the
         * time progress: it is more than 0 and at most 1.
         */
        boolean coversBandFrom(Bound below) {
            boolean mixed = anchor != below.anchor;
            if (mixed && anchor == Anchor.ZERO) return offset.compareTo(below.offset) <= 0;
            int order = below.offset.compareTo(mixed ? amountAt(BigDecimal.ONE) : offset);
            return order > 0 || order == 0 && (inclusive || !below.inclusive);
        }

        boolean admitsMeasure(BigDecimal measure, BigDecimal timeProgress) {
            int side = measure.compareTo(amountAt(timeProgress));
            return side > 0 || inclusive && side == 0;
        }
    }

    /**
     * @param label the class as the rule names it; empty for the verdict's own word
     * @param lowerBound absent for the last band, which has no lower end
     */
    public record Band(Verdict verdict, String label, Optional<Bound> lowerBound) {
        public Band {
            Objects.requireNonNull(verdict);
            label = label.strip();
            Objects.requireNonNull(lowerBound);
        }
    }

    /** A rule without 基本完成, by the indicators' own rhythm of reporting. */
    public VerdictRule(
            String name, Basis basis, boolean metIsAhead, boolean preliminary, List<Band> bands) {
        this(
                name,
                basis,
                metIsAhead,
                preliminary,
                bands,
                BigDecimal.ZERO,
                FigureAge.REPORTING_RHYTHM);
    }

    public VerdictRule {
        if (nearlyMetTolerance.signum() < 0 || nearlyMetTolerance.compareTo(BigDecimal.ONE) >= 0)
            throw new IllegalArgumentException("nearly at the end: " + nearlyMetTolerance);
        nearlyMetTolerance = shortest(nearlyMetTolerance);
        Objects.requireNonNull(figureAge);
        bands = List.copyOf(bands);
        Objects.requireNonNull(basis);
        if (name.isBlank()) throw new IllegalArgumentException("a rule needs a name");
        List<RuleFault> faults = RuleFault.findFaults(basis, bands);
        if (!faults.isEmpty())
            throw new IllegalArgumentException("bands that make no rule: " + faults);
    }

    private static BigDecimal shortest(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.setScale(Math.max(stripped.scale(), 0));
    }

    /** The same, but for how far a last value may miss its target and be called nearly met. */
    public VerdictRule withNearlyMetTolerance(BigDecimal tolerance) {
        return new VerdictRule(
                name, basis, metIsAhead, judgesPreliminary, bands, tolerance, figureAge);
    }

    /** The same, but for how old a figure may be. */
    public VerdictRule withFigureAge(FigureAge age) {
        return new VerdictRule(
                name, basis, metIsAhead, judgesPreliminary, bands, nearlyMetTolerance, age);
    }

    /**
     * The first band that admits the measure.
     *
     * @param measure the rule's basis, as a fraction
     * @param timeProgress as a fraction
     */
    public Band bandFor(BigDecimal measure, BigDecimal timeProgress) {
        return bands.stream()
                .filter(
                        b ->
                                b.lowerBound.isEmpty()
                                        || b.lowerBound.get().admitsMeasure(measure, timeProgress))
                .findFirst()
                .orElseThrow();
    }

    /**
     * 序时进度, the default: pace with ε = 0.005 about “on course” and δ = 0.2 below it for “nearly”.
     */
    public static VerdictRule timeRule() {
        return new VerdictRule(
                "time",
                Basis.PACE,
                true,
                false,
                List.of(
                        createBand(Verdict.FASTER, Anchor.ZERO, "1.005", false),
                        createBand(Verdict.ON_COURSE, Anchor.ZERO, "0.995", true),
                        createBand(Verdict.NEARLY, Anchor.ZERO, "0.8", true),
                        new Band(Verdict.BEHIND, "", Optional.empty())));
    }

    /**
     * 随州口径, from the note under the table of seed 000: progress over 100 %, over, equal to, near or
     * under the time progress.
     *
     * @param width how far below the time progress still counts as near, as a fraction
     */
    public static VerdictRule suizhouRule(BigDecimal width) {
        return new VerdictRule(
                "suizhou",
                Basis.PROGRESS,
                false,
                false,
                List.of(
                        createBand(Verdict.AHEAD, Anchor.ZERO, "1", false),
                        createBand(Verdict.FASTER, Anchor.TIME, "0", false),
                        createBand(Verdict.ON_COURSE, Anchor.TIME, "0", true),
                        new Band(
                                Verdict.NEARLY,
                                "",
                                Optional.of(new Bound(Anchor.TIME, width.negate(), true))),
                        new Band(Verdict.BEHIND, "", Optional.empty())));
    }

    /** 随州口径 with “near” five points wide. */
    public static VerdictRule suizhouRule() {
        return suizhouRule(new BigDecimal("0.05"));
    }

    /**
     * 四档, after the national mid-term report of 2023: ahead of, faster than, in line with, behind
     * what was expected.
     */
    public static VerdictRule fourClassRule() {
        return new VerdictRule(
                "four",
                Basis.PACE,
                true,
                false,
                List.of(
                        createBand(Verdict.FASTER, Anchor.ZERO, "1.05", true),
                        createBand(Verdict.ON_COURSE, Anchor.ZERO, "0.9", true),
                        new Band(Verdict.BEHIND, "", Optional.empty())));
    }

    /** RAG ±10 %: green on the course, amber within ten per cent of it, red further off. */
    public static VerdictRule ragRule() {
        return new VerdictRule(
                "rag",
                Basis.PACE,
                false,
                false,
                List.of(
                        createBand(Verdict.ON_COURSE, Anchor.ZERO, "1", true),
                        createBand(Verdict.NEARLY, Anchor.ZERO, "0.9", true),
                        new Band(Verdict.BEHIND, "", Optional.empty())));
    }

    /**
     * Growth achieved ÷ growth required, with the bounds of Eurostat's indicator reports: 0.95,
     * 0.60, 0.
     */
    public static VerdictRule growthRatioRule() {
        return new VerdictRule(
                "growth",
                Basis.GROWTH_RATIO,
                false,
                false,
                List.of(
                        createBand(Verdict.FASTER, Anchor.ZERO, "0.95", true),
                        createBand(Verdict.ON_COURSE, Anchor.ZERO, "0.60", true),
                        createBand(Verdict.NEARLY, Anchor.ZERO, "0", true),
                        new Band(Verdict.BEHIND, "", Optional.empty())));
    }

    private static Band createBand(
            Verdict verdict, Anchor anchor, String offset, boolean inclusive) {
        return new Band(
                verdict, "", Optional.of(new Bound(anchor, new BigDecimal(offset), inclusive)));
    }
}
