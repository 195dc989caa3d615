package plumbline.desk;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import plumbline.base.Problem;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Slow work off the screen's thread: it tells how far it is, can be stopped, and fails aloud. */
public final class BackgroundWork {

    /** What is done in the background. */
    @FunctionalInterface
    public interface Job<T> {
        /**
         * @throws Stopped passed on from {@link Progress#reached}
         */
        T run(Progress progress) throws Problem, Stopped;
    }

    /** How a job tells how far it is. */
    @FunctionalInterface
    public interface Progress {
        /**
         * @param share from 0 to 1
         * @throws Stopped if the officer has asked to stop: let it pass
         */
        void reached(double share) throws Stopped;
    }

    /** The officer asked to stop. */
    public static final class Stopped extends Exception {
        private static final long serialVersionUID = 1;
    }

    /** A job under way. */
    public static final class Running {
        private final String name;
        private final ReadOnlyBooleanWrapper going = new ReadOnlyBooleanWrapper(true);
        private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(0);
        private volatile boolean stopping;

        private Running(String name) {
            this.name = name;
        }

        public String name() {
            return name;
        }

        public ReadOnlyBooleanProperty going() {
            return going.getReadOnlyProperty();
        }

        /** From 0 to 1. */
        public ReadOnlyDoubleProperty share() {
            return share.getReadOnlyProperty();
        }

        public void stop() {
            stopping = true;
        }
    }

    private final Executor background;
    private final Executor screen;
    private final Consumer<Problem> failed;
    private final ReadOnlyObjectWrapper<Optional<Running>> current =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    public BackgroundWork(Executor background, Executor screen, Consumer<Problem> failed) {
        this.background = background;
        this.screen = screen;
        this.failed = failed;
    }

    /** The job that was started last and is still going. */
    public ReadOnlyObjectProperty<Optional<Running>> current() {
        return current.getReadOnlyProperty();
    }

    /**
     * @param name what the officer reads beside the progress bar
     * @param answer receives the result on the screen's thread; not called if the job failed or was
     *     stopped
     */
    public <T> Running start(String name, Job<T> job, Consumer<T> answer) {
        Running running = new Running(name);
        current.set(Optional.of(running));
        background.execute(() -> run(running, job, answer));
        return running;
    }

    private <T> void run(Running running, Job<T> job, Consumer<T> answer) {
        try {
            T result = job.run(share -> tell(running, share));
            screen.execute(
                    () ->
                            end(
                                    running,
                                    () -> {
                                        if (!running.stopping) answer.accept(result);
                                    }));
        } catch (Stopped _) {
            screen.execute(() -> end(running, () -> {}));
        } catch (Problem problem) {
            screen.execute(() -> end(running, () -> failed.accept(problem)));
        } catch (RuntimeException | Error unexpected) {
            screen.execute(() -> end(running, () -> {}));
            throw unexpected;
        }
    }

    private void tell(Running running, double share) throws Stopped {
        if (running.stopping) throw new Stopped();
        screen.execute(() -> running.share.set(share));
    }

    private void end(Running running, Runnable then) {
        running.going.set(false);
        if (current.get().filter(r -> r == running).isPresent()) current.set(Optional.empty());
        then.run();
    }
}
