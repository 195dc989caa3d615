package plumbline.fuzz;

import plumbline.base.Problem;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGeneratorFactory;

/** Feeds spoilt files one after the other, and counts what became of them. */
final class Fuzz {
    /** Where it has still not ended, it hangs. */
    private static final long HANGS_AFTER_SECONDS = 60;

    /** Bytes handed out for one file, used again or not. */
    private static final long MOST_MEMORY = 1_000_000_000;

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    /**
     * What became of the files.
     *
     * @param outcomes how many were taken, and refused with which sentence
     * @param slowest in milliseconds
     * @param largest most bytes of memory handed out for one file
     * @param seconds altogether
     */
    record Tally(Map<String, Integer> outcomes, long slowest, long largest, long seconds) {}

    /** A file that did harm. @param number of the file: with it the same file can be made again */
    static final class Harm extends RuntimeException {
        private static final long serialVersionUID = 1;

        Harm(Subject subject, int number, String what, Throwable cause) {
            super(subject + " file " + number + " " + what, cause);
        }
    }

    private final Subject subject;
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private long slowest;
    private long largest;

    Fuzz(Subject subject) {
        this.subject = subject;
    }

    /** The file of a number, always the same. */
    static byte[] file(Subject subject, int number) {
        var random =
                RandomGeneratorFactory.of("L64X128MixRandom")
                        .create(number * 31L + subject.ending().hashCode());
        return new Mutation(random).of(subject.seeds().get(number % subject.seeds().size()));
    }

    /**
     * @throws Harm at the first file that hangs, fails without a sentence, or takes too much memory
     */
    Tally run(int files) {
        long begun = System.nanoTime();
        try (ExecutorService one =
                Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory())) {
            for (int number = 0; number < files; number++) feed(one, number);
        }
        return new Tally(
                outcomes,
                slowest / 1_000_000,
                largest,
                (System.nanoTime() - begun) / 1_000_000_000);
    }

    private void feed(ExecutorService one, int number) {
        byte[] file = file(subject, number);
        Future<Optional<Problem>> fed = one.submit(() -> take(file));
        try {
            String outcome =
                    fed.get(HANGS_AFTER_SECONDS, TimeUnit.SECONDS)
                            .map(Problem::messageKey)
                            .orElse("taken");
            outcomes.merge(outcome, 1, Integer::sum);
        } catch (TimeoutException e) {
            one.shutdownNow();
            throw new Harm(subject, number, "hangs", e);
        } catch (ExecutionException e) {
            throw new Harm(subject, number, "fails", e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (largest > MOST_MEMORY)
            throw new Harm(subject, number, "takes " + largest + " bytes", null);
    }

    private Optional<Problem> take(byte[] file) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        long begun = System.nanoTime();
        try {
            subject.taker().take(file, "spoilt." + subject.ending());
            return Optional.empty();
        } catch (Problem problem) {
            return Optional.of(problem);
        } finally {
            slowest = Math.max(slowest, System.nanoTime() - begun);
            largest = Math.max(largest, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
    }
}
