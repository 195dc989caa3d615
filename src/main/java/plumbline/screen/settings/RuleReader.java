package plumbline.screen.settings;

import plumbline.plan.RuleFault;
import plumbline.plan.VerdictRule;
import plumbline.plan.VerdictRule.Band;
import plumbline.plan.VerdictRule.Bound;
import plumbline.screen.settings.RuleDraft.BandDraft;
import plumbline.words.Messages;
import plumbline.words.RuleFaultWording;
import plumbline.words.RulePresets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes a rule of what was written, or says what is wrong with it. */
final class RuleReader {
    private static final int LONGEST_NAME = 40;

    /** A rule, or sentences on what keeps it from being one. */
    sealed interface RuleResult {
        default Optional<VerdictRule> acceptedRule() {
            return this instanceof AcceptedRule(VerdictRule made)
                    ? Optional.of(made)
                    : Optional.empty();
        }

        default List<String> refusals() {
            return this instanceof RefusedRule(List<String> sentences, _) ? sentences : List.of();
        }

        /** The places of the bands, from 0, whose bound is refused. */
        default Set<Integer> wrongBands() {
            return this instanceof RefusedRule(_, Set<Integer> bounds) ? bounds : Set.of();
        }
    }

    record AcceptedRule(VerdictRule verdictRule) implements RuleResult {}

    record RefusedRule(List<String> sentences, Set<Integer> refusedBands) implements RuleResult {}

    private final Messages words;
    private final RuleFaultWording refusal;

    RuleReader(Messages words) {
        this.words = words;
        this.refusal = new RuleFaultWording(words);
    }

    RuleResult readRule(RuleDraft draft) {
        List<Band> bands = new ArrayList<>();
        for (int i = 0; i < draft.bands().size(); i++) bands.add(readBand(draft, i));
        List<String> unreadable = unreadableSentences(draft, bands);
        if (!unreadable.isEmpty())
            return new RefusedRule(unreadable, numberlessBands(draft, bands));
        List<RuleFault> faults = RuleFault.findFaults(draft.basis(), bands);
        if (!faults.isEmpty())
            return new RefusedRule(
                    faults.stream()
                            .map(f -> refusal.faultSentence(f, draft.basis(), bands))
                            .toList(),
                    faultyBands(faults));
        return nameRule(
                draft,
                new VerdictRule(
                        words.sentence("rule.own"),
                        draft.basis(),
                        draft.metIsAhead(),
                        draft.preliminary(),
                        bands,
                        draft.nearlyMetTolerance().orElseThrow(),
                        draft.figureAge()));
    }

    /** With its whole name, so that two bands shown alike are found alike. */
    private Band readBand(RuleDraft draft, int place) {
        BandDraft line = draft.bands().get(place);
        boolean last = place == draft.bands().size() - 1;
        Optional<Bound> from =
                last ? Optional.empty() : BoundReader.parseBound(draft.basis(), line);
        return new Band(
                line.verdict(),
                line.label().isBlank() ? words.nameOf(line.verdict()) : line.label(),
                from);
    }

    private static boolean isNumberless(RuleDraft draft, List<Band> bands, int place) {
        return place < bands.size() - 1
                && bands.get(place).lowerBound().isEmpty()
                && !draft.bands().get(place).boundText().isBlank();
    }

    private static Set<Integer> numberlessBands(RuleDraft draft, List<Band> bands) {
        return IntStream.range(0, bands.size())
                .filter(i -> isNumberless(draft, bands, i))
                .boxed()
                .collect(Collectors.toSet());
    }

    private static Set<Integer> faultyBands(List<RuleFault> faults) {
        return faults.stream()
                .flatMap(
                        f ->
                                switch (f) {
                                    case RuleFault.OpenTooEarly(int band) -> Stream.of(band);
                                    case RuleFault.NeverApplies(int band, _) -> Stream.of(band);
                                    case RuleFault.TimeTwice(int band) -> Stream.of(band);
                                    case RuleFault.TooFewBands _,
                                            RuleFault.GapAtEnd _,
                                            RuleFault.OutOfOrder _,
                                            RuleFault.SameName _ ->
                                            Stream.<Integer>of();
                                })
                .collect(Collectors.toSet());
    }

    private List<String> unreadableSentences(RuleDraft draft, List<Band> bands) {
        List<String> refusals = new ArrayList<>();
        if (draft.name().strip().length() > LONGEST_NAME)
            refusals.add(words.sentence("ruleEditor.long", draft.name().strip(), LONGEST_NAME));
        if (draft.nearlyMetTolerance().isEmpty())
            refusals.add(words.sentence("ruleEditor.nearlyMet.wrong", draft.nearlyMetText()));
        for (int i = 0; i < bands.size(); i++) {
            if (bands.get(i).label().length() > LONGEST_NAME)
                refusals.add(words.sentence("ruleEditor.long", bands.get(i).label(), LONGEST_NAME));
            if (isNumberless(draft, bands, i))
                refusals.add(
                        words.sentence(
                                "ruleEditor.noNumber",
                                refusal.bandName(i, bands),
                                draft.bands().get(i).boundText().strip()));
        }
        return refusals;
    }

    /** The preset that it is, or the officer's own under a name that no preset has. */
    private RuleResult nameRule(RuleDraft draft, VerdictRule whole) {
        String name = draft.name().strip();
        Optional<VerdictRule> preset = RulePresets.findEquivalentPreset(whole, words);
        boolean nameless = name.isEmpty() || preset.filter(p -> hasName(p, name)).isPresent();
        if (preset.isPresent() && nameless) return new AcceptedRule(preset.get());
        boolean taken =
                RulePresets.presetNames().stream()
                        .anyMatch(
                                p -> p.equals(name) || RulePresets.ruleName(p, words).equals(name));
        if (taken)
            return new RefusedRule(
                    List.of(words.sentence("ruleEditor.presetName", name, whole.name())), Set.of());
        List<Band> bands = whole.bands().stream().map(this::withoutUsualLabel).toList();
        return new AcceptedRule(
                new VerdictRule(
                        name.isEmpty() ? whole.name() : name,
                        whole.basis(),
                        whole.metIsAhead(),
                        whole.judgesPreliminary(),
                        bands,
                        whole.nearlyMetTolerance(),
                        whole.figureAge()));
    }

    private boolean hasName(VerdictRule preset, String name) {
        return preset.name().equals(name)
                || RulePresets.ruleName(preset.name(), words).equals(name);
    }

    /** Without a name that is the verdict's own word, so that it follows the language. */
    private Band withoutUsualLabel(Band band) {
        return band.label().equals(words.nameOf(band.verdict()))
                ? new Band(band.verdict(), "", band.lowerBound())
                : band;
    }
}
