package plumbline.bench;

import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.stream.Stream;

/** Tells after each iteration how much memory it took at most. */
@State(Scope.Benchmark)
public abstract class PeakMemory {
    private static Stream<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(p -> p.getType() == MemoryType.HEAP);
    }

    @Setup(Level.Iteration)
    public void forgetPeak() {
        System.gc();
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    @TearDown(Level.Iteration)
    public void tellPeak() {
        System.out.printf(
                "peak memory %d MB, ",
                heap().mapToLong(p -> p.getPeakUsage().getUsed()).sum() / 1_000_000);
    }
}
