package plumbline.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import plumbline.base.Problem;
import plumbline.desk.BackgroundWork.RunningJob;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Slow work tells, stops and fails aloud. */
class BackgroundWorkTest {
    private final Queue background = new Queue();
    private final Queue screen = new Queue();
    private final List<String> told = new ArrayList<>();
    private final List<String> answers = new ArrayList<>();
    private final BackgroundWork work =
            new BackgroundWork(background, screen, problem -> told.add(problem.messageKey()));
    private final BackgroundWork direct =
            new BackgroundWork(
                    Runnable::run, Runnable::run, problem -> told.add(problem.messageKey()));

    private void settle() {
        background.runAll();
        screen.runAll();
    }

    private static String fail() throws Problem {
        throw new Problem("problem.broken");
    }

    @Test
    void theAnswerArrives() {
        direct.startJob("读", _ -> "答", answers::add);
        assertEquals(List.of("答"), answers);
    }

    @Test
    void theAnswerArrivesOnTheScreensThread() {
        work.startJob("读", _ -> "答", answers::add);
        background.runAll();
        assertEquals(List.of(), answers);
        screen.runAll();
        assertEquals(List.of("答"), answers);
    }

    @Test
    void workThatIsGoingIsShown() {
        RunningJob running = work.startJob("读", _ -> "答", answers::add);
        assertTrue(running.runningProperty().get());
        assertEquals(Optional.of(running), work.currentJobProperty().get());
        assertEquals("读", running.name());
    }

    @Test
    void workThatHasEndedIsShownNoLonger() {
        RunningJob running = work.startJob("读", _ -> "答", answers::add);
        settle();
        assertFalse(running.runningProperty().get());
        assertEquals(Optional.empty(), work.currentJobProperty().get());
    }

    @Test
    void whenTheAnswerArrivesTheWorkIsOver() {
        work.startJob(
                "读", _ -> "答", _ -> answers.add("" + work.currentJobProperty().get().isPresent()));
        settle();
        assertEquals(List.of("false"), answers);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.25, 1})
    void itTellsHowFarItIs(double share) {
        RunningJob running =
                work.startJob(
                        "读",
                        progress -> {
                            progress.reportShareDone(share);
                            return "答";
                        },
                        answers::add);
        settle();
        assertEquals(share, running.shareDoneProperty().get());
    }

    @Test
    void aFailureIsToldAndThereIsNoAnswer() {
        RunningJob running = work.startJob("读", _ -> fail(), answers::add);
        settle();
        assertEquals(List.of("problem.broken"), told);
        assertEquals(List.of(), answers);
        assertFalse(running.runningProperty().get());
        assertEquals(Optional.empty(), work.currentJobProperty().get());
    }

    @Test
    void afterAFailureTheNextWorkIsDone() {
        work.startJob("读", _ -> fail(), answers::add);
        work.startJob("读", _ -> "答", answers::add);
        settle();
        assertEquals(List.of("答"), answers);
    }

    @Test
    void stoppedWorkEndsWithoutAnswerAndWithoutComplaint() {
        RunningJob running =
                work.startJob(
                        "读",
                        progress -> {
                            progress.reportShareDone(0.5);
                            return "答";
                        },
                        answers::add);
        running.stop();
        settle();
        assertEquals(List.of(), answers);
        assertEquals(List.of(), told);
        assertFalse(running.runningProperty().get());
        assertEquals(Optional.empty(), work.currentJobProperty().get());
    }

    @Test
    void stoppingGoesNoFurther() {
        List<String> steps = new ArrayList<>();
        RunningJob[] running = new RunningJob[1];
        running[0] =
                work.startJob(
                        "读",
                        progress -> {
                            steps.add("1");
                            progress.reportShareDone(0.5);
                            running[0].stop();
                            steps.add("2");
                            progress.reportShareDone(0.7);
                            steps.add("3");
                            return "答";
                        },
                        answers::add);
        settle();
        assertEquals(List.of("1", "2"), steps);
        assertEquals(0.5, running[0].shareDoneProperty().get());
    }

    @Test
    void stoppingOneLeavesTheOther() {
        work.startJob(
                        "一",
                        progress -> {
                            progress.reportShareDone(0.5);
                            return "一";
                        },
                        answers::add)
                .stop();
        work.startJob(
                "二",
                progress -> {
                    progress.reportShareDone(0.5);
                    return "二";
                },
                answers::add);
        settle();
        assertEquals(List.of("二"), answers);
    }

    @Test
    void stoppingAfterTheEndChangesNothing() {
        RunningJob running = work.startJob("读", _ -> "答", answers::add);
        settle();
        running.stop();
        assertEquals(List.of("答"), answers);
    }

    @Test
    void theLastStartedIsShown() {
        work.startJob("一", _ -> "一", answers::add);
        RunningJob second = work.startJob("二", _ -> "二", answers::add);
        background.runOne();
        screen.runAll();
        assertEquals(Optional.of(second), work.currentJobProperty().get());
    }

    @Test
    void anUnexpectedFailureIsPassedOnAndTheWorkEnds() {
        RunningJob running =
                work.startJob("读", _ -> Integer.toString(List.of(1).get(1)), answers::add);
        assertThrows(IndexOutOfBoundsException.class, background::runAll);
        screen.runAll();
        assertFalse(running.runningProperty().get());
        assertEquals(List.of(), answers);
    }
}
