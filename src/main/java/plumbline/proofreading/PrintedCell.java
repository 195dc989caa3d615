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
public record PrintedCell(String address, String text, Content content) {

    public sealed interface Content {}

    /**
     * A number in the row's own unit, or in a column of shares the number before the percent sign.
     *
     * @param decimals how many are shown
     */
    public record Number(BigDecimal amount, int decimals, Status status) implements Content {}

    /** A class of the evaluation. */
    public record Class(Verdict verdict) implements Content {}

    /** 达标 or 未达标. */
    public record Passed(Verdict verdict) implements Content {}

    /** 未评价: no class, and said so. */
    public record Unjudged() implements Content {}

    /** Nothing, or a dash. */
    public record Blank() implements Content {}

    /** Words where words belong, or a reason why there is no figure. */
    public record Words() implements Content {}

    /** Neither a number nor a class where one belongs. */
    public record Unreadable() implements Content {}

    public Optional<Number> number() {
        return content instanceof Number number ? Optional.of(number) : Optional.empty();
    }

    public Optional<Verdict> verdict() {
        return switch (content) {
            case Class(Verdict verdict) -> Optional.of(verdict);
            case Passed(Verdict verdict) -> Optional.of(verdict);
            case Number _, Unjudged _, Blank _, Words _, Unreadable _ -> Optional.empty();
        };
    }

    boolean redacted() {
        return text.strip().equals(Redaction.SHOWN);
    }

    public boolean blank() {
        return content instanceof Blank;
    }
}
