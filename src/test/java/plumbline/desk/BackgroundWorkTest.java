package plumbline.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import plumbline.base.Problem;
import plumbline.desk.BackgroundWork.Running;

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
            new BackgroundWork(background, screen, problem -> told.add(problem.key()));
    private final BackgroundWork direct =
            new BackgroundWork(Runnable::run, Runnable::run, problem -> told.add(problem.key()));

    private void settle() {
        background.runAll();
        screen.runAll();
    }

    private static String fail() throws Problem {
        throw new Problem("problem.broken");
    }

    @Test
    void theAnswerArrives() {
        direct.start("读", _ -> "答", answers::add);
        assertEquals(List.of("答"), answers);
    }

    @Test
    void theAnswerArrivesOnTheScreensThread() {
        work.start("读", _ -> "答", answers::add);
        background.runAll();
        assertEquals(List.of(), answers);
        screen.runAll();
        assertEquals(List.of("答"), answers);
    }

    @Test
    void workThatIsGoingIsShown() {
        Running running = work.start("读", _ -> "答", answers::add);
        assertTrue(running.going().get());
        assertEquals(Optional.of(running), work.current().get());
        assertEquals("读", running.name());
    }

    @Test
    void workThatHasEndedIsShownNoLonger() {
        Running running = work.start("读", _ -> "答", answers::add);
        settle();
        assertFalse(running.going().get());
        assertEquals(Optional.empty(), work.current().get());
    }

    @Test
    void whenTheAnswerArrivesTheWorkIsOver() {
        work.start("读", _ -> "答", _ -> answers.add("" + work.current().get().isPresent()));
        settle();
        assertEquals(List.of("false"), answers);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.25, 1})
    void itTellsHowFarItIs(double share) {
        Running running =
                work.start(
                        "读",
                        progress -> {
                            progress.reached(share);
                            return "答";
                        },
                        answers::add);
        settle();
        assertEquals(share, running.share().get());
    }

    @Test
    void aFailureIsToldAndThereIsNoAnswer() {
        Running running = work.start("读", _ -> fail(), answers::add);
        settle();
        assertEquals(List.of("problem.broken"), told);
        assertEquals(List.of(), answers);
        assertFalse(running.going().get());
        assertEquals(Optional.empty(), work.current().get());
    }

    @Test
    void afterAFailureTheNextWorkIsDone() {
        work.start("读", _ -> fail(), answers::add);
        work.start("读", _ -> "答", answers::add);
        settle();
        assertEquals(List.of("答"), answers);
    }

    @Test
    void stoppedWorkEndsWithoutAnswerAndWithoutComplaint() {
        Running running =
                work.start(
                        "读",
                        progress -> {
                            progress.reached(0.5);
                            return "答";
                        },
                        answers::add);
        running.stop();
        settle();
        assertEquals(List.of(), answers);
        assertEquals(List.of(), told);
        assertFalse(running.going().get());
        assertEquals(Optional.empty(), work.current().get());
    }

    @Test
    void stoppingGoesNoFurther() {
        List<String> steps = new ArrayList<>();
        Running[] running = new Running[1];
        running[0] =
                work.start(
                        "读",
                        progress -> {
                            steps.add("1");
                            progress.reached(0.5);
                            running[0].stop();
                            steps.add("2");
                            progress.reached(0.7);
                            steps.add("3");
                            return "答";
                        },
                        answers::add);
        settle();
        assertEquals(List.of("1", "2"), steps);
        assertEquals(0.5, running[0].share().get());
    }

    @Test
    void stoppingOneLeavesTheOther() {
        work.start(
                        "一",
                        progress -> {
                            progress.reached(0.5);
                            return "一";
                        },
                        answers::add)
                .stop();
        work.start(
                "二",
                progress -> {
                    progress.reached(0.5);
                    return "二";
                },
                answers::add);
        settle();
        assertEquals(List.of("二"), answers);
    }

    @Test
    void stoppingAfterTheEndChangesNothing() {
        Running running = work.start("读", _ -> "答", answers::add);
        settle();
        running.stop();
        assertEquals(List.of("答"), answers);
    }

    @Test
    void theLastStartedIsShown() {
        work.start("一", _ -> "一", answers::add);
        Running second = work.start("二", _ -> "二", answers::add);
        background.runOne();
        screen.runAll();
        assertEquals(Optional.of(second), work.current().get());
    }

    @Test
    void anUnexpectedFailureIsPassedOnAndTheWorkEnds() {
        Running running = work.start("读", _ -> Integer.toString(List.of(1).get(1)), answers::add);
        assertThrows(IndexOutOfBoundsException.class, background::runAll);
        screen.runAll();
        assertFalse(running.going().get());
        assertEquals(List.of(), answers);
    }
}
