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
    public interface BackgroundJob<T> {
        /**
         * @throws Stopped passed on from {@link Progress#reportShareDone}
         */
        T run(JobProgress progress) throws Problem, JobStoppedException;
    }

    /** How a job tells how far it is. */
    @FunctionalInterface
    public interface JobProgress {
        /**
         * @param share from 0 to 1
         * @throws Stopped if the officer has asked to stop: let it pass
         */
        void reportShareDone(double share) throws JobStoppedException;
    }

    /** The officer asked to stop. */
    public static final class JobStoppedException extends Exception {
        private static final long serialVersionUID = 1;
    }

    /** A job under way. */
    public static final class RunningJob {
        private final String name;
        private final ReadOnlyBooleanWrapper isRunning = new ReadOnlyBooleanWrapper(true);
        private final ReadOnlyDoubleWrapper shareDone = new ReadOnlyDoubleWrapper(0);
        private volatile boolean isStopping;

        private RunningJob(String name) {
            this.name = name;
        }

        public String name() {
            return name;
        }

        public ReadOnlyBooleanProperty runningProperty() {
            return isRunning.getReadOnlyProperty();
        }

        /** From 0 to 1. */
        public ReadOnlyDoubleProperty shareDoneProperty() {
            return shareDone.getReadOnlyProperty();
        }

        public void stop() {
            isStopping = true;
        }
    }

    private final Executor background;
    private final Executor screen;
    private final Consumer<Problem> problemHandler;
    private final ReadOnlyObjectWrapper<Optional<RunningJob>> currentJob =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    public BackgroundWork(Executor background, Executor screen, Consumer<Problem> failed) {
        this.background = background;
        this.screen = screen;
        this.problemHandler = failed;
    }

    /** The job that was started last and is still going. */
    public ReadOnlyObjectProperty<Optional<RunningJob>> currentJobProperty() {
        return currentJob.getReadOnlyProperty();
    }

    /**
     * @param name what the officer reads beside the progress bar
     * @param answer receives the result on the screen's thread; not called if the job failed or was
     *     stopped
     */
    public <T> RunningJob startJob(String name, BackgroundJob<T> job, Consumer<T> answer) {
        RunningJob running = new RunningJob(name);
        currentJob.set(Optional.of(running));
        background.execute(() -> runJob(running, job, answer));
        return running;
    }

    private <T> void runJob(RunningJob running, BackgroundJob<T> job, Consumer<T> answer) {
        try {
            T result = job.run(share -> updateShareDone(running, share));
            screen.execute(
                    () ->
                            endJob(
                                    running,
                                    () -> {
                                        if (!running.isStopping) answer.accept(result);
                                    }));
        } catch (JobStoppedException _) {
            screen.execute(() -> endJob(running, () -> {}));
        } catch (Problem problem) {
            screen.execute(() -> endJob(running, () -> problemHandler.accept(problem)));
        } catch (RuntimeException | Error unexpected) {
            screen.execute(() -> endJob(running, () -> {}));
            throw unexpected;
        }
    }

    private void updateShareDone(RunningJob running, double share) throws JobStoppedException {
        if (running.isStopping) throw new JobStoppedException();
        screen.execute(() -> running.shareDone.set(share));
    }

    private void endJob(RunningJob running, Runnable then) {
        running.isRunning.set(false);
        if (currentJob.get().filter(r -> r == running).isPresent())
            currentJob.set(Optional.empty());
        then.run();
    }
}
