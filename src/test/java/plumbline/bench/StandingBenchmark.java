package plumbline.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import plumbline.assessment.Evaluation;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;

import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A plan of 2,000 indicators × 60 months: judged whole, and judged anew after one edit. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class StandingBenchmark {
    private Plan plan;
    private Evaluation standing;
    private UUID edited;

    @Setup
    public void makePlan() {
        plan = LargePlan.make();
        edited = plan.indicators().get(LargePlan.INDICATORS / 2).id();
        standing = Evaluation.evaluate(plan, LargePlan.AT);
    }

    @Benchmark
    public Evaluation judgesTheWholePlan() {
        return Evaluation.evaluate(plan, LargePlan.AT);
    }

    @Benchmark
    public Evaluation judgesAnewAfterAnEdit() {
        return standing.reevaluate(
                plan.withObservation(edited, Observation.actual(Period.parse("2025-12"), "150")));
    }
}
