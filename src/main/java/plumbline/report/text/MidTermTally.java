package plumbline.report.text;

import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;
import plumbline.plan.Milestone;
import plumbline.plan.Observation;
import plumbline.plan.Reading;
import plumbline.words.ExplanationWording;
import plumbline.words.Messages;
import plumbline.words.Wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the mid-term targets that have come due were met, each by a figure of its day. */
final class MidTermTally {
    private final Messages words;
    private final Evaluation standing;
    private final List<Assessment> met = new ArrayList<>();
    private final List<Assessment> missed = new ArrayList<>();
    private final List<Assessment> unknown = new ArrayList<>();

    MidTermTally(Messages words, Evaluation standing) {
        this.words = words;
        this.standing = standing;
        standing.assessments().forEach(this::sortAssessment);
    }

    private void sortAssessment(Assessment a) {
        Optional<Milestone> target =
                a.courseInForce()
                        .midTermTarget()
                        .filter(m -> !m.day().isAfter(standing.evaluationDate()));
        if (target.isEmpty()) return;
        boolean isKnown =
                a.value().isPresent()
                        && a.latest()
                                .map(Observation::lastCoveredDay)
                                .filter(d -> !d.isBefore(target.get().day()))
                                .isPresent();
        (!isKnown ? unknown : isMet(a, target.get()) ? met : missed).add(a);
    }

    private static boolean isMet(Assessment a, Milestone target) {
        boolean asReported = a.derivation().isEmpty();
        return asReported && a.latest().orElseThrow().reading() instanceof Reading.Value reported
                ? target.isMetBy(reported)
                : target.isMetBy(a.value().orElseThrow());
    }

    /** Empty where no mid-term target has come due. */
    Optional<String> sentence() {
        int all = met.size() + missed.size() + unknown.size();
        if (all == 0) return Optional.empty();
        List<String> said = new ArrayList<>();
        if (!met.isEmpty())
            said.add(words.sentence("narrative.midTerm.met", met.size(), names(met)));
        if (!missed.isEmpty())
            said.add(
                    words.sentence(
                            "narrative.midTerm.missed",
                            missed.size(),
                            String.join(
                                    words.sentence("wording.sentences"),
                                    missed.stream().map(this::missedText).toList())));
        if (!unknown.isEmpty())
            said.add(words.sentence("narrative.midTerm.unknown", unknown.size(), names(unknown)));
        return Optional.of(
                words.sentence(
                        "narrative.midTerm", all, new ExplanationWording(words).joinNames(said)));
    }

    private String names(List<Assessment> of) {
        return new ExplanationWording(words)
                .joinNames(
                        of.stream()
                                .map(a -> NumberTemplate.escapeBraces(a.indicator().name()))
                                .toList());
    }

    private String missedText(Assessment a) {
        return words.sentence(
                "narrative.midTerm.missed.one",
                NumberTemplate.escapeBraces(a.indicator().name()),
                NumberTemplate.placeholder(NumberBindings.indicatorScope(a.indicator()), "value"),
                new Wording(words)
                        .targetText(
                                a.courseInForce().midTermTarget().orElseThrow(), a.indicator()));
    }
}
