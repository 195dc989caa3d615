package plumbline.checks;

import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;
import plumbline.checks.Check.Found;
import plumbline.plan.Indicator;
import plumbline.plan.Part;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Looks through a plan for what cannot be, or hardly can: figures, targets, parts, units, texts.
 */
public final class Checks {
    private Checks() {}

    /** The worst first, then in reading order. */
    public static List<Found> of(Evaluation standing, VerdictWords.Names names) {
        List<Found> found = new ArrayList<>();
        for (Assessment a : standing.assessments()) found.addAll(of(a.indicator()));
        found.addAll(new VerdictWords(standing, names).found());
        return found.stream().sorted(Comparator.comparing(Found::severity)).toList();
    }

    /**
     * Numbers of an indicator, or of a part seen as one, that are of another size than its others.
     */
    public static List<Found> jumps(Indicator line) {
        return OutlierCheck.of(line).stream().filter(f -> f.check() == Check.JUMP).toList();
    }

    private static List<Found> of(Indicator indicator) {
        List<Found> found = new ArrayList<>(PartChecks.of(indicator));
        found.addAll(new CourseChecks(indicator).found());
        found.addAll(FigureChecks.of(indicator));
        found.addAll(UnitChecks.of(indicator));
        indicator.parts().forEach(p -> found.addAll(of(indicator, p)));
        return found;
    }

    /**
     * A part's own figures and course; what would change the whole indicator is not offered as its
     * repair.
     */
    private static List<Found> of(Indicator indicator, Part part) {
        Indicator seen = indicator.of(part);
        List<Found> found = new ArrayList<>(new CourseChecks(seen).found());
        found.addAll(FigureChecks.of(seen));
        return found.stream()
                .map(
                        f ->
                                f.repair().filter(r -> r.mending().ofTheWhole()).isPresent()
                                        ? f.unmended()
                                        : f)
                .toList();
    }
}
