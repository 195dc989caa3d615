package plumbline.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static plumbline.assessment.Given.END_2022;
import static plumbline.assessment.Given.actual;
import static plumbline.assessment.Given.assess;
import static plumbline.assessment.Given.course;
import static plumbline.assessment.Given.plan;
import static plumbline.assessment.Given.unjudged;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import plumbline.assessment.Reason.Cause;
import plumbline.plan.Kind;
import plumbline.plan.Observation;
import plumbline.plan.Plan;
import plumbline.plan.Verdict;

/** Kinds of indicator that are not judged yet say so instead of being judged as something else. */
class KindsTest {

    private static Plan of(Kind kind, Observation... observations) {
        return plan(d -> {
            d.kind = kind;
            d.course = course("0", "10");
            d.observations = List.of(observations);
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"YEARLY", "MEAN", "ZERO", "MILESTONE", "GROWTH"})
    void withAFigureItIsNotJudgedYet(Kind kind) {
        assertEquals(Cause.KIND_NOT_JUDGED, unjudged(assess(of(kind, actual("2021", "9"), actual("2022", "10")), END_2022)));
    }

    @ParameterizedTest
    @EnumSource(names = {"YEARLY", "MEAN", "ZERO", "MILESTONE", "GROWTH"})
    void withoutAFigureItIsNotJudgedYetEither(Kind kind) {
        assertEquals(Cause.KIND_NOT_JUDGED, unjudged(assess(of(kind), END_2022)));
    }

    @ParameterizedTest
    @EnumSource(names = {"STOCK", "CUMULATIVE", "HOLD"})
    void theOthersAre(Kind kind) {
        Verdict expected = kind == Kind.HOLD ? Verdict.ON_COURSE : Verdict.AHEAD;
        assertEquals(Optional.of(expected), assess(of(kind, actual("2021", "10"), actual("2022", "10")), END_2022).verdict());
    }
}
