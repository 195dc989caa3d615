package plumbline.screen.parts.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import plumbline.words.Messages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A date as it is typed: right, impossible, mended, dropped. */
class DateFieldTest {
    private static final LocalDate JUNE = LocalDate.of(2023, 6, 30);
    private final FxRobot robot = new FxRobot();
    private final List<LocalDate> taken = new ArrayList<>();
    private DateField field;
    private TextField elsewhere;
    private Stage stage;

    @BeforeAll
    static void startTheToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void show() {
        act(
                () -> {
                    field = new DateField(Messages.forLocale(Messages.CHINESE), "day");
                    field.showDay(Optional.of(JUNE));
                    field.setOnAction(_ -> taken.add(field.getValue()));
                    elsewhere = new TextField();
                    stage = new Stage();
                    stage.setScene(
                            new Scene(new VBox(field, field.errorLabel(), elsewhere), 300, 200));
                    stage.show();
                });
    }

    @AfterEach
    void close() {
        act(stage::close);
    }

    private static void act(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(20_000, action);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void write(String text) {
        act(
                () -> {
                    field.requestFocus();
                    field.getEditor().setText(text);
                });
    }

    private void leave() {
        act(elsewhere::requestFocus);
    }

    private Optional<LocalDate> day() {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, field::committedDay);
    }

    private void refused(String text) {
        assertEquals(JUNE, field.getValue());
        assertEquals(text, field.getEditor().getText());
        assertTrue(field.errorLabel().getText().contains(text), field.errorLabel().getText());
        assertTrue(field.errorLabel().isVisible());
        assertEquals(Optional.empty(), day());
        assertEquals(List.of(), taken);
    }

    @Test
    void whatIsMendedIsNoLongerCalledWrong() {
        write("2023-05-32");
        leave();
        refused("2023-05-32");
        write("2023-05-3");
        assertFalse(field.errorLabel().isVisible());
        assertEquals(Optional.of(LocalDate.of(2023, 5, 3)), day());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-2-29",
                "2024年2月29日",
                "2024/2/29",
                "20240229",
                " 2024.2.29 ",
                "２０２４-２-２９",
                "２０２４年２月２９日"
            })
    void aDayIsTakenHoweverItIsWritten(String text) {
        write(text);
        leave();
        assertEquals(List.of(LocalDate.of(2024, 2, 29)), taken);
        assertEquals("2024-02-29", field.getEditor().getText());
        assertFalse(field.errorLabel().isVisible());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-02-30",
                "2023-13-01",
                "年底",
                "0023-06-30",
                "9999-12-31",
                "23-6-30",
                "2023",
                "6/30",
                "{0}"
            })
    void whatIsNoDayIsRefusedAndStaysToBeMended(String text) {
        write(text);
        leave();
        refused(text);
    }

    @Test
    void enterRefusesToo() {
        write("2023-02-30");
        act(() -> field.requestFocus());
        robot.push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        refused("2023-02-30");
    }

    @Test
    void withoutADayBeforeTheTextStaysToo() {
        act(() -> field.showDay(Optional.empty()));
        taken.clear();
        write("2023-02-30");
        leave();
        assertEquals("2023-02-30", field.getEditor().getText());
        assertEquals(Optional.empty(), day());
        assertTrue(field.errorLabel().isVisible());
    }

    @Test
    void mendedItIsTaken() {
        write("2023-02-30");
        leave();
        write("2023-02-28");
        leave();
        assertEquals(List.of(LocalDate.of(2023, 2, 28)), taken);
        assertEquals(Optional.of(LocalDate.of(2023, 2, 28)), day());
        assertFalse(field.errorLabel().isVisible());
    }

    @Test
    void escapeBringsTheDayBeforeBack() {
        write("2023-02-30");
        leave();
        act(() -> field.requestFocus());
        robot.push(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("2023-06-30", field.getEditor().getText());
        assertEquals(Optional.of(JUNE), day());
    }

    @Test
    void anotherDayShownDropsWhatWasRefused() {
        write("2023-02-30");
        leave();
        act(() -> field.showDay(Optional.of(JUNE)));
        assertEquals("2023-06-30", field.getEditor().getText());
        assertFalse(field.errorLabel().isVisible());
    }

    @Test
    void emptiedItHasNoDay() {
        write("");
        leave();
        assertEquals(Optional.empty(), day());
        assertFalse(field.errorLabel().isVisible());
    }

    @Test
    void whatIsStillBeingTypedIsReadWhenItIsAskedFor() {
        write("2023-02-30");
        assertEquals(Optional.empty(), day());
        write("2023-07-01");
        assertEquals(Optional.of(LocalDate.of(2023, 7, 1)), day());
    }
}
