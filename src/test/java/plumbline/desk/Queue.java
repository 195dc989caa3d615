package plumbline.desk;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/** An executor driven by hand. */
final class Queue implements Executor {
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    @Override
    public void execute(Runnable task) {
        waiting.add(task);
    }

    void runOne() {
        waiting.removeFirst().run();
    }

    void runAll() {
        while (!waiting.isEmpty()) runOne();
    }
}
