package plumbline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plumbline.assessment.Assessment;
import plumbline.assessment.Standing;
import plumbline.plan.Indicator;
import plumbline.plan.Kind;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Source;
import plumbline.words.Explanation;
import plumbline.words.RuleNote;
import plumbline.words.Wording;
import plumbline.words.Words;

/** The notes under the table: formulas, cut-off, rule, what is a forecast, where the figures come from. */
final class TableNotes {
    private final Words words;
    private final Wording wording;
    private final Explanation explanation;

    TableNotes(Words words) {
        this.words = words;
        this.wording = new Wording(words);
        this.explanation = new Explanation(words);
    }

    List<String> of(Standing standing) {
        List<String> notes = new ArrayList<>(List.of(words.say("appendix.note.attainment"), words.say("appendix.note.progress"),
                words.say("appendix.note.date", wording.date(standing.at())), new RuleNote(words).of(standing.plan().rule()), words.say("appendix.note.rounding")));
        if (standing.assessments().stream().anyMatch(a -> a.indicator().kind() == Kind.HOLD)) notes.add(words.say("appendix.note.hold"));
        for (Period period : standing.plan().periods()) {
            List<String> forecasts = numbers(standing, period);
            if (!forecasts.isEmpty()) notes.add(words.say("appendix.note.forecast", wording.period(period), explanation.list(forecasts)));
        }
        List<String> numbered = new ArrayList<>();
        for (int i = 0; i < notes.size(); i++) numbered.add((i == 0 ? words.say("appendix.note") : "") + (i + 1) + ". " + notes.get(i));
        sources(standing).ifPresent(numbered::add);
        return numbered;
    }

    private static List<String> numbers(Standing standing, Period period) {
        return standing.assessments().stream().filter(a -> a.series().shown(period).map(Observation::forecast).orElse(false))
                .map(Assessment::number).map(String::valueOf).toList();
    }

    private Optional<String> sources(Standing standing) {
        List<String> documents = standing.plan().indicators().stream().map(Indicator::observations).flatMap(List::stream).map(Observation::source)
                .filter(s -> !s.typed()).map(Source::document).distinct().toList();
        return documents.isEmpty() ? Optional.empty() : Optional.of(words.say("appendix.source", explanation.list(documents)));
    }
}
