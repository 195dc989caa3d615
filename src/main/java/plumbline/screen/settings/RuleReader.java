package plumbline.screen.settings;

import plumbline.plan.RuleFault;
import plumbline.plan.VerdictRule;
import plumbline.plan.VerdictRule.Band;
import plumbline.plan.VerdictRule.Bound;
import plumbline.screen.settings.RuleDraft.Line;
import plumbline.words.Messages;
import plumbline.words.RulePresets;
import plumbline.words.RuleRefusal;

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
    sealed interface Written {
        default Optional<VerdictRule> rule() {
            return this instanceof Taken(VerdictRule made) ? Optional.of(made) : Optional.empty();
        }

        default List<String> refusals() {
            return this instanceof Refused(List<String> sentences, _) ? sentences : List.of();
        }

        /** The places of the bands, from 0, whose bound is refused. */
        default Set<Integer> wrong() {
            return this instanceof Refused(_, Set<Integer> bounds) ? bounds : Set.of();
        }
    }

    record Taken(VerdictRule made) implements Written {}

    record Refused(List<String> sentences, Set<Integer> bounds) implements Written {}

    private final Messages words;
    private final RuleRefusal refusal;

    RuleReader(Messages words) {
        this.words = words;
        this.refusal = new RuleRefusal(words);
    }

    Written read(RuleDraft draft) {
        List<Band> bands = new ArrayList<>();
        for (int i = 0; i < draft.bands().size(); i++) bands.add(band(draft, i));
        List<String> unreadable = unreadable(draft, bands);
        if (!unreadable.isEmpty()) return new Refused(unreadable, numberless(draft, bands));
        List<RuleFault> faults = RuleFault.in(draft.basis(), bands);
        if (!faults.isEmpty())
            return new Refused(
                    faults.stream().map(f -> refusal.say(f, draft.basis(), bands)).toList(),
                    faultyBounds(faults));
        return named(
                draft,
                new VerdictRule(
                        words.say("rule.own"),
                        draft.basis(),
                        draft.metIsAhead(),
                        draft.preliminary(),
                        bands));
    }

    /** With its whole name, so that two bands shown alike are found alike. */
    private Band band(RuleDraft draft, int place) {
        Line line = draft.bands().get(place);
        boolean last = place == draft.bands().size() - 1;
        Optional<Bound> from = last ? Optional.empty() : BoundReader.read(draft.basis(), line);
        return new Band(
                line.verdict(),
                line.label().isBlank() ? words.say(line.verdict()) : line.label(),
                from);
    }

    private static boolean numberless(RuleDraft draft, List<Band> bands, int place) {
        return place < bands.size() - 1
                && bands.get(place).from().isEmpty()
                && !draft.bands().get(place).bound().isBlank();
    }

    private static Set<Integer> numberless(RuleDraft draft, List<Band> bands) {
        return IntStream.range(0, bands.size())
                .filter(i -> numberless(draft, bands, i))
                .boxed()
                .collect(Collectors.toSet());
    }

    private static Set<Integer> faultyBounds(List<RuleFault> faults) {
        return faults.stream()
                .flatMap(
                        f ->
                                switch (f) {
                                    case RuleFault.OpenTooEarly(int band) -> Stream.of(band);
                                    case RuleFault.NeverApplies(int band, _) -> Stream.of(band);
                                    case RuleFault.TimeTwice(int band) -> Stream.of(band);
                                    case RuleFault.TooFewBands _,
                                            RuleFault.Gap _,
                                            RuleFault.OutOfOrder _,
                                            RuleFault.SameName _ ->
                                            Stream.<Integer>of();
                                })
                .collect(Collectors.toSet());
    }

    private List<String> unreadable(RuleDraft draft, List<Band> bands) {
        List<String> refusals = new ArrayList<>();
        if (draft.name().strip().length() > LONGEST_NAME)
            refusals.add(words.say("ruleEditor.long", draft.name().strip(), LONGEST_NAME));
        for (int i = 0; i < bands.size(); i++) {
            if (bands.get(i).label().length() > LONGEST_NAME)
                refusals.add(words.say("ruleEditor.long", bands.get(i).label(), LONGEST_NAME));
            if (numberless(draft, bands, i))
                refusals.add(
                        words.say(
                                "ruleEditor.noNumber",
                                refusal.band(i, bands),
                                draft.bands().get(i).bound().strip()));
        }
        return refusals;
    }

    /** The preset that it is, or the officer's own under a name that no preset has. */
    private Written named(RuleDraft draft, VerdictRule whole) {
        String name = draft.name().strip();
        Optional<VerdictRule> preset = RulePresets.like(whole, words);
        boolean nameless = name.isEmpty() || preset.filter(p -> named(p, name)).isPresent();
        if (preset.isPresent() && nameless) return new Taken(preset.get());
        boolean taken =
                RulePresets.names().stream()
                        .anyMatch(p -> p.equals(name) || RulePresets.name(p, words).equals(name));
        if (taken)
            return new Refused(
                    List.of(words.say("ruleEditor.presetName", name, whole.name())), Set.of());
        List<Band> bands = whole.bands().stream().map(this::shortest).toList();
        return new Taken(
                new VerdictRule(
                        name.isEmpty() ? whole.name() : name,
                        whole.basis(),
                        whole.metIsAhead(),
                        whole.preliminary(),
                        bands));
    }

    private boolean named(VerdictRule preset, String name) {
        return preset.name().equals(name) || RulePresets.name(preset.name(), words).equals(name);
    }

    /** Without a name that is the verdict's own word, so that it follows the language. */
    private Band shortest(Band band) {
        return band.label().equals(words.say(band.verdict()))
                ? new Band(band.verdict(), "", band.from())
                : band;
    }
}
