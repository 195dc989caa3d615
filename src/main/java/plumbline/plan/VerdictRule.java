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
 * @param preliminary whether a preliminary figure (快报) may be judged
 * @param nearlyAtTheEnd 基本完成: by what share of the target a last value may miss it and still be
 *     called nearly met, as a fraction; 0 for never
 */
public record VerdictRule(
        String name,
        Basis basis,
        boolean metIsAhead,
        boolean preliminary,
        List<Band> bands,
        BigDecimal nearlyAtTheEnd) {

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
        public boolean share() {
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
            BigDecimal shortest = Amounts.checked(offset).stripTrailingZeros();
            offset = shortest.setScale(Math.max(shortest.scale(), 0));
        }

        public BigDecimal at(BigDecimal timeProgress) {
            return anchor == Anchor.TIME ? timeProgress.add(offset) : offset;
        }

        /**
         * True if a band from here on leaves nothing for one from {@code below} on, whatever the
         * time progress: it is more than 0 and at most 1.
         */
        boolean covers(Bound below) {
            boolean mixed = anchor != below.anchor;
            if (mixed && anchor == Anchor.ZERO) return offset.compareTo(below.offset) <= 0;
            int order = below.offset.compareTo(mixed ? at(BigDecimal.ONE) : offset);
            return order > 0 || order == 0 && (inclusive || !below.inclusive);
        }

        boolean admits(BigDecimal measure, BigDecimal timeProgress) {
            int side = measure.compareTo(at(timeProgress));
            return side > 0 || inclusive && side == 0;
        }
    }

    /**
     * @param label the class as the rule names it; empty for the verdict's own word
     * @param from absent for the last band, which has no lower end
     */
    public record Band(Verdict verdict, String label, Optional<Bound> from) {
        public Band {
            Objects.requireNonNull(verdict);
            label = label.strip();
            Objects.requireNonNull(from);
        }
    }

    /** A rule without 基本完成. */
    public VerdictRule(
            String name, Basis basis, boolean metIsAhead, boolean preliminary, List<Band> bands) {
        this(name, basis, metIsAhead, preliminary, bands, BigDecimal.ZERO);
    }

    public VerdictRule {
        if (nearlyAtTheEnd.signum() < 0 || nearlyAtTheEnd.compareTo(BigDecimal.ONE) >= 0)
            throw new IllegalArgumentException("nearly at the end: " + nearlyAtTheEnd);
        bands = List.copyOf(bands);
        Objects.requireNonNull(basis);
        if (name.isBlank()) throw new IllegalArgumentException("a rule needs a name");
        List<RuleFault> faults = RuleFault.in(basis, bands);
        if (!faults.isEmpty())
            throw new IllegalArgumentException("bands that make no rule: " + faults);
    }

    /**
     * The first band that admits the measure.
     *
     * @param measure the rule's basis, as a fraction
     * @param timeProgress as a fraction
     */
    public Band bandOf(BigDecimal measure, BigDecimal timeProgress) {
        return bands.stream()
                .filter(b -> b.from.isEmpty() || b.from.get().admits(measure, timeProgress))
                .findFirst()
                .orElseThrow();
    }

    /**
     * 序时进度, the default: pace with ε = 0.005 about “on course” and δ = 0.2 below it for “nearly”.
     */
    public static VerdictRule time() {
        return new VerdictRule(
                "time",
                Basis.PACE,
                true,
                false,
                List.of(
                        band(Verdict.FASTER, Anchor.ZERO, "1.005", false),
                        band(Verdict.ON_COURSE, Anchor.ZERO, "0.995", true),
                        band(Verdict.NEARLY, Anchor.ZERO, "0.8", true),
                        new Band(Verdict.BEHIND, "", Optional.empty())));
    }

    /**
     * 随州口径, from the note under the table of seed 000: progress over 100 %, over, equal to, near or
     * under the time progress.
     *
     * @param width how far below the time progress still counts as near, as a fraction
     */
    public static VerdictRule suizhou(BigDecimal width) {
        return new VerdictRule(
                "suizhou",
                Basis.PROGRESS,
                false,
                false,
                List.of(
                        band(Verdict.AHEAD, Anchor.ZERO, "1", false),
                        band(Verdict.FASTER, Anchor.TIME, "0", false),
                        band(Verdict.ON_COURSE, Anchor.TIME, "0", true),
                        new Band(
                                Verdict.NEARLY,
                                "",
                                Optional.of(new Bound(Anchor.TIME, width.negate(), true))),
                        new Band(Verdict.BEHIND, "", Optional.empty())));
    }

    /** 随州口径 with “near” five points wide. */
    public static VerdictRule suizhou() {
        return suizhou(new BigDecimal("0.05"));
    }

    /**
     * 四档, after the national mid-term report of 2023: ahead of, faster than, in line with, behind
     * what was expected.
     */
    public static VerdictRule fourClasses() {
        return new VerdictRule(
                "four",
                Basis.PACE,
                true,
                false,
                List.of(
                        band(Verdict.FASTER, Anchor.ZERO, "1.05", true),
                        band(Verdict.ON_COURSE, Anchor.ZERO, "0.9", true),
                        new Band(Verdict.BEHIND, "", Optional.empty())));
    }

    /** RAG ±10 %: green on the course, amber within ten per cent of it, red further off. */
    public static VerdictRule rag() {
        return new VerdictRule(
                "rag",
                Basis.PACE,
                false,
                false,
                List.of(
                        band(Verdict.ON_COURSE, Anchor.ZERO, "1", true),
                        band(Verdict.NEARLY, Anchor.ZERO, "0.9", true),
                        new Band(Verdict.BEHIND, "", Optional.empty())));
    }

    /**
     * Growth achieved ÷ growth required, with the bounds of Eurostat's indicator reports: 0.95,
     * 0.60, 0.
     */
    public static VerdictRule growthRatio() {
        return new VerdictRule(
                "growth",
                Basis.GROWTH_RATIO,
                false,
                false,
                List.of(
                        band(Verdict.FASTER, Anchor.ZERO, "0.95", true),
                        band(Verdict.ON_COURSE, Anchor.ZERO, "0.60", true),
                        band(Verdict.NEARLY, Anchor.ZERO, "0", true),
                        new Band(Verdict.BEHIND, "", Optional.empty())));
    }

    private static Band band(Verdict verdict, Anchor anchor, String offset, boolean inclusive) {
        return new Band(
                verdict, "", Optional.of(new Bound(anchor, new BigDecimal(offset), inclusive)));
    }
}
