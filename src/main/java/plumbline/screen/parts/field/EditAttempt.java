package plumbline.screen.parts.field;

import plumbline.base.Problem;
import plumbline.plan.TextTooLongException;
import plumbline.words.Messages;

import java.util.Optional;

/** An edit with a text in it that may not be understood, or be longer than a plan can keep. */
public final class EditAttempt {
    private EditAttempt() {}

    /** Reads what was typed, and takes it. */
    @FunctionalInterface
    public interface RefusableEdit {
        void applyEdit() throws Problem;
    }

    /**
     * @return a sentence where the text is refused; then nothing is changed
     */
    public static Optional<String> tryEdit(RefusableEdit edit, Messages words) {
        try {
            edit.applyEdit();
            return Optional.empty();
        } catch (Problem refused) {
            return Optional.of(words.problemSentence(refused));
        } catch (TextTooLongException refused) {
            return Optional.of(words.problemSentence(Problem.forTooLongText(refused)));
        }
    }
}
