package plumbline.checks;

import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;
import plumbline.checks.Check.CheckFinding;
import plumbline.plan.Indicator;
import plumbline.plan.Part;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Looks through a plan for what cannot be, or hardly can: figures, targets, parts, units, texts.
 */
public final class PlanChecks {
    private PlanChecks() {}

    /** The worst first, then in reading order. */
    public static List<CheckFinding> checkPlan(
            Evaluation standing, VerdictWordCheck.VerdictNames names) {
        List<CheckFinding> found = new ArrayList<>();
        for (Assessment a : standing.assessments()) found.addAll(checkIndicator(a.indicator()));
        found.addAll(new VerdictWordCheck(standing, names).checkTexts());
        return found.stream().sorted(Comparator.comparing(CheckFinding::severity)).toList();
    }

    /**
     * Numbers of an indicator, or of a part seen as one, that are of another size than its others.
     */
    public static List<CheckFinding> findJumps(Indicator line) {
        return OutlierCheck.findOutliers(line).stream()
                .filter(f -> f.check() == Check.JUMP)
                .toList();
    }

    private static List<CheckFinding> checkIndicator(Indicator indicator) {
        List<CheckFinding> found = new ArrayList<>(PartChecks.checkParts(indicator));
        found.addAll(new CourseChecks(indicator).checkCourse());
        found.addAll(FigureChecks.checkFigures(indicator));
        found.addAll(UnitChecks.checkUnits(indicator));
        indicator.parts().forEach(p -> found.addAll(checkPart(indicator, p)));
        return found;
    }

    /**
     * A part's own figures and course; what would change the whole indicator is not offered as its
     * repair.
     */
    private static List<CheckFinding> checkPart(Indicator indicator, Part part) {
        Indicator seen = indicator.partAsIndicator(part);
        List<CheckFinding> found = new ArrayList<>(new CourseChecks(seen).checkCourse());
        found.addAll(FigureChecks.checkFigures(seen));
        return found.stream()
                .map(
                        f ->
                                f.repair()
                                                .filter(r -> r.repairKind().changesWholeIndicator())
                                                .isPresent()
                                        ? f.withoutRepair()
                                        : f)
                .toList();
    }
}
