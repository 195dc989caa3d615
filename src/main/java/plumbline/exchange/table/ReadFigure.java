package plumbline.exchange.table;

import plumbline.plan.Period;
import plumbline.plan.Reading;
import plumbline.plan.Relation;
import plumbline.plan.Status;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/**
 * A figure as it was understood from a stranger's file, before any plan is asked.
 *
 * @param breakdown the county, enterprise type or other row it stands for; empty for the whole
 * @param unit as written: 亿元, %
 * @param group the heading it stands under
 * @param reading the value, or why there is none; empty where words stand in its place: a verdict,
 *     达到国家要求
 * @param relation where one was written or meant: ≥98, 约150, 3-5
 * @param bound the second number of a range
 * @param raw what stands in the cell: the stored number, or the text
 * @param confidence from 0 to 1, how sure its place in the table makes what it is
 */
public record ReadFigure(
        CellAddress address,
        String indicator,
        String breakdown,
        String unit,
        String group,
        FigureRole role,
        Optional<Period> period,
        Optional<Reading> reading,
        Status status,
        Optional<Relation> relation,
        Optional<BigDecimal> bound,
        String raw,
        BigDecimal confidence) {

    ReadFigure withConfidence(BigDecimal other) {
        return new ReadFigure(
                address, indicator, breakdown, unit, group, role, period, reading, status, relation,
                bound, raw, other);
    }

    public Optional<BigDecimal> findValue() {
        return reading.flatMap(Reading::findAmount);
    }

    /**
     * {@code actual}, {@code preliminary}, {@code forecast}; or why the value is missing: {@code
     * redacted}; {@code words} for a text.
     */
    public String statusCode() {
        if (reading.isEmpty()) return "words";
        return (reading.get() instanceof Reading.Missing(var reason, _)
                        ? reason.name()
                        : status.name())
                .toLowerCase(Locale.ROOT);
    }
}
