package plumbline.proofreading;

import plumbline.plan.Redaction;
import plumbline.plan.Status;
import plumbline.plan.Verdict;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A cell as it was printed.
 *
 * @param address as a spreadsheet names it
 * @param text what stands there
 */
public record PrintedCell(String address, String text, PrintedContent content) {

    public sealed interface PrintedContent {}

    /**
     * A number in the row's own unit, or in a column of shares the number before the percent sign.
     *
     * @param decimals how many are shown
     */
    public record PrintedNumber(BigDecimal amount, int decimals, Status status)
            implements PrintedContent {}

    /** A class of the evaluation. */
    public record PrintedClass(Verdict verdict) implements PrintedContent {}

    /** 达标 or 未达标. */
    public record PrintedPassOrFail(Verdict verdict) implements PrintedContent {}

    /** 未评价: no class, and said so. */
    public record PrintedUnjudged() implements PrintedContent {}

    /** Nothing, or a dash. */
    public record PrintedBlank() implements PrintedContent {}

    /** Words where words belong, or a reason why there is no figure. */
    public record PrintedWords() implements PrintedContent {}

    /** Neither a number nor a class where one belongs. */
    public record UnreadablePrint() implements PrintedContent {}

    public Optional<PrintedNumber> findNumber() {
        return content instanceof PrintedNumber number ? Optional.of(number) : Optional.empty();
    }

    public Optional<Verdict> findVerdict() {
        return switch (content) {
            case PrintedClass(Verdict verdict) -> Optional.of(verdict);
            case PrintedPassOrFail(Verdict verdict) -> Optional.of(verdict);
            case PrintedNumber _,
                    PrintedUnjudged _,
                    PrintedBlank _,
                    PrintedWords _,
                    UnreadablePrint _ ->
                    Optional.empty();
        };
    }

    boolean isRedacted() {
        return text.strip().equals(Redaction.REPLACEMENT_TEXT);
    }

    public boolean isBlank() {
        return content instanceof PrintedBlank;
    }
}
