package plumbline.screen.parts;

import java.util.Optional;
import plumbline.plan.TooLong;
import plumbline.words.Problem;
import plumbline.words.Words;

/** An edit with a text in it that may be longer than a plan can keep. */
public final class Attempt {
    private Attempt() { }

    /** @return a sentence where the text is too long; then nothing is changed */
    public static Optional<String> of(Runnable edit, Words words) {
        try {
            edit.run();
            return Optional.empty();
        } catch (TooLong refused) {
            return Optional.of(words.say(Problem.of(refused)));
        }
    }
}
