package plumbline.screen.parts.field;

import plumbline.base.Problem;
import plumbline.exchange.notation.AmountParser;
import plumbline.exchange.notation.PeriodParser;
import plumbline.plan.Period;
import plumbline.plan.Quantity;
import plumbline.plan.Reading;
import plumbline.plan.Status;
import plumbline.words.Wording;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * A quantity as it is typed, field by field.
 *
 * @param before what it was before, or empty
 * @param period the period it speaks of, or empty
 */
public record QuantityText(String name, String value, String unit, String before, String period) {
    public static final QuantityText BLANK = new QuantityText("", "", "", "", "");

    public static QuantityText fromQuantity(Quantity q, Wording wording) {
        return new QuantityText(
                q.name(),
                wording.readingText(q.reading()),
                q.unit(),
                q.formerReading().map(wording::readingText).orElse(""),
                q.period().map(Period::code).orElse(""));
    }

    public boolean isBlankText() {
        return Stream.of(name, value, unit, before, period).allMatch(String::isBlank);
    }

    /**
     * @throws Problem where a field cannot be understood, or there is no name
     * @throws plumbline.plan.TooLong if the name or the unit is longer than can be kept
     */
    public Quantity parseQuantity() throws Problem {
        if (name.isBlank())
            throw new Problem("tasks.entry.unnamed", (value.strip() + " " + unit.strip()).strip());
        Optional<Reading> earlier =
                before.isBlank() ? Optional.empty() : Optional.of(parseReading(before));
        return new Quantity(
                name.strip(), parseReading(value), unit.strip(), earlier, parsePeriod());
    }

    private Reading parseReading(String amount) throws Problem {
        AmountParser.ParsedAmount written = AmountParser.parseFigure(amount, unit.strip());
        if (written.status() != Status.ACTUAL)
            throw new Problem("problem.number.actual", amount.strip());
        return written.reading();
    }

    private Optional<Period> parsePeriod() throws Problem {
        Optional<Period> read = PeriodParser.parsePeriod(period);
        if (read.isEmpty() && !period.isBlank())
            throw new Problem("indicators.period.wrong", period.strip());
        return read;
    }
}
